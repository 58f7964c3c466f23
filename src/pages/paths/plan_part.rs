//! The parts of a plan that have a page of their own.

/// A part of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanPart {
    /// Kind, level, title, issuer, number, date, decision.
    Front,
    /// Legal bases and other papers.
    Documents,
    /// Targets.
    Targets,
    /// Activities.
    Activities,
    /// Products.
    Products,
    /// Rounds of evaluation.
    Rounds,
    /// Money.
    Budget,
    /// Duties.
    Duties,
    /// Recipients and signature.
    Closing,
    /// Annexes.
    Annexes,
    /// Units with their names.
    Units,
    /// What the rules find.
    Checks,
}

impl PlanPart {
    /// All parts with their words in addresses, in the order of the paper.
    pub const ALL: [(PlanPart, &str); 12] = [
        (PlanPart::Front, "dau-de"),
        (PlanPart::Documents, "can-cu"),
        (PlanPart::Targets, "muc-tieu"),
        (PlanPart::Activities, "hoat-dong"),
        (PlanPart::Products, "san-pham"),
        (PlanPart::Rounds, "dot"),
        (PlanPart::Budget, "kinh-phi"),
        (PlanPart::Duties, "phan-cong"),
        (PlanPart::Closing, "noi-nhan"),
        (PlanPart::Annexes, "phu-luc"),
        (PlanPart::Units, "don-vi"),
        (PlanPart::Checks, "kiem-tra"),
    ];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        PlanPart::ALL.iter().find(|(part, _)| *part == self).map_or("", |(_, word)| word)
    }

    /// The part of a word of addresses.
    pub fn of_word(word: &str) -> Option<PlanPart> {
        PlanPart::ALL.iter().find(|(_, own)| *own == word).map(|(part, _)| *part)
    }
}
