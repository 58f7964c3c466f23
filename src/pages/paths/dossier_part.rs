//! The parts of a dossier that have a page of their own.

/// A part of a dossier with a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DossierPart {
    /// Mẫu 01.
    Registration,
    /// Mẫu 02 without its part III.
    Report,
    /// Mẫu 02, part III: description and evidence of each criterion.
    Criteria,
    /// The list of evidence.
    Evidence,
    /// Own, advisory and council scores side by side.
    Scores,
    /// Mẫu 03.
    CommuneReport,
    /// The advisory team.
    Advisory,
}

impl DossierPart {
    /// All parts with their words in addresses, in the order of the procedure.
    pub const ALL: [(DossierPart, &str); 7] = [
        (DossierPart::Registration, "dang-ky"),
        (DossierPart::Report, "bao-cao"),
        (DossierPart::Criteria, "thuyet-minh"),
        (DossierPart::Evidence, "minh-chung"),
        (DossierPart::CommuneReport, "xa-bao-cao"),
        (DossierPart::Advisory, "tu-van"),
        (DossierPart::Scores, "diem"),
    ];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        DossierPart::ALL.iter().find(|(part, _)| *part == self).map_or("", |(_, word)| word)
    }

    /// The part of a word of addresses.
    pub fn of_word(word: &str) -> Option<DossierPart> {
        DossierPart::ALL.iter().find(|(_, own)| *own == word).map(|(part, _)| *part)
    }
}
