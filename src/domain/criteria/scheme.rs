//! A criteria set made ready for scoring: a flat list of everything that receives a score.

use crate::domain::points::Points;

use super::{Choose, CriteriaSet, Criterion, Opt, Rule};

/// A set flattened to its leaves. A leaf is a criterion or sub-criterion that receives one answer.
///
/// Invariant: `parts`, `sections` and `leaves` are in printed order, and every index stored in them is valid.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// Parts A, B, C.
    pub parts: Vec<PartOfScheme>,
    /// Sections in printed order.
    pub sections: Vec<SectionOfScheme>,
    /// What is scored, in printed order.
    pub leaves: Vec<Leaf>,
    /// The rule above the table (hồ sơ bị loại khi …).
    pub dossier_rule: Option<Rule>,
}

/// A part with its maximum.
#[derive(Clone, Debug)]
pub struct PartOfScheme {
    /// `A`, `B`, `C`.
    pub code: String,
    /// Title as printed.
    pub title: String,
    /// Maximum in points, as printed.
    pub max: Points,
}

/// A section with its maximum.
#[derive(Clone, Debug)]
pub struct SectionOfScheme {
    /// `1`, `2`, …
    pub number: String,
    /// Title as printed.
    pub title: String,
    /// Maximum in points.
    pub max: Points,
    /// Index of its part.
    pub part: usize,
}

/// Something that receives one answer.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// `1.1`, `6.1.2`, `7`: the key of its answer.
    pub number: String,
    /// Title as printed.
    pub title: String,
    /// Maximum in points.
    pub max: Points,
    /// Index of its section.
    pub section: usize,
    /// Index of its part.
    pub part: usize,
    /// Number and title of the criterion it is a sub-criterion of.
    pub parent: Option<(String, String)>,
    /// What can be chosen, in printed order, cases one after the other.
    pub offers: Vec<Offer>,
    /// Labels of its cases; empty when it has none.
    pub cases: Vec<String>,
    /// The decision's remark.
    pub note: Option<String>,
    /// The rule printed with it.
    pub rule: Option<Rule>,
    /// The leaf counts only when leaf `gate` has more than 0 points (5.2 only with a story in 5.1).
    pub gate: Option<usize>,
    /// The decision's words for the gate.
    pub gate_text: Option<String>,
    /// Points needed for 3, 4 and 5 stars, where the decision marks an option (dấu sao).
    pub needs: [Option<Points>; 3],
}

/// One option of a leaf.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The case it belongs to, from 0.
    pub case: Option<usize>,
    /// Its place in its list, from 0.
    pub option: usize,
    /// Points it gives.
    pub points: Points,
    /// Text as printed.
    pub text: String,
    /// Star mark.
    pub star: Option<u8>,
}

/// Why a set cannot be scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeFault {
    /// A criterion offers nothing to choose.
    NothingToChoose(String),
    /// Two leaves have the same number.
    NumberTwice(String),
    /// A rule names a criterion that is not there.
    NoSuchCriterion(String),
}

impl Scheme {
    /// Flattens `set`. What the printed text leaves open is read as `domain/criteria` documents: a star mark on a
    /// title asks for full marks (148/QĐ-TTg, criterion "Sở hữu trí tuệ"; the practice of a provincial system).
    pub fn new(set: &CriteriaSet) -> Result<Scheme, SchemeFault> {
        let mut scheme = Scheme {
            parts: Vec::new(),
            sections: Vec::new(),
            leaves: Vec::new(),
            dossier_rule: set.disqualifies_if.clone(),
        };
        for part in &set.parts {
            let part_at = scheme.parts.len();
            scheme.parts.push(PartOfScheme {
                code: part.code.clone(),
                title: part.title.clone(),
                max: part.max_points,
            });
            for section in &part.sections {
                let section_at = scheme.sections.len();
                scheme.sections.push(SectionOfScheme {
                    number: section.number.clone(),
                    title: section.title.clone(),
                    max: section.max_points,
                    part: part_at,
                });
                let first_leaf = scheme.leaves.len();
                for criterion in &section.criteria {
                    scheme.add(criterion, None, section_at, part_at, first_leaf)?;
                }
            }
        }
        scheme.check()?;
        Ok(scheme)
    }

    /// Code and maximum of each part.
    pub fn part_maxima(&self) -> Vec<(&str, Points)> {
        self.parts.iter().map(|part| (part.code.as_str(), part.max)).collect()
    }

    /// The leaf with this number.
    pub fn leaf_at(&self, number: &str) -> Option<usize> {
        self.leaves.iter().position(|leaf| leaf.number == number)
    }

    fn add(
        &mut self,
        criterion: &Criterion,
        parent: Option<&Criterion>,
        section: usize,
        part: usize,
        first_leaf: usize,
    ) -> Result<(), SchemeFault> {
        if criterion.choose == Choose::EachSubCriterion {
            for sub in &criterion.sub_criteria {
                self.add(sub, Some(criterion), section, part, first_leaf)?;
            }
            return Ok(());
        }
        let mut offers = offers_of(&criterion.options, None);
        for (case, printed) in criterion.cases.iter().enumerate() {
            offers.extend(offers_of(&printed.options, Some(case)));
        }
        if offers.is_empty() {
            return Err(SchemeFault::NothingToChoose(criterion.number.clone()));
        }
        let at = self.leaves.len();
        // "Có câu chuyện": the condition speaks of the story, which the first criterion of the section scores.
        let gate = criterion.applies_if.as_ref().map(|_| first_leaf).filter(|gate| *gate != at);
        let needs = [3, 4, 5].map(|star| {
            let marked = offers.iter().filter(|offer| offer.star == Some(star)).map(|offer| offer.points).min();
            let by_title = (criterion.min_for_star == Some(star)).then_some(criterion.max_points);
            marked.max(by_title)
        });
        self.leaves.push(Leaf {
            number: criterion.number.clone(),
            title: criterion.title.clone(),
            max: criterion.max_points,
            section,
            part,
            parent: parent.map(|parent| (parent.number.clone(), parent.title.clone())),
            offers,
            cases: criterion.cases.iter().map(|case| case.label.clone()).collect(),
            note: criterion.note.clone(),
            rule: criterion.disqualifies_if.clone().or_else(|| inherited_rule(parent, criterion)),
            gate,
            gate_text: criterion.applies_if.clone(),
            needs,
        });
        Ok(())
    }

    fn check(&self) -> Result<(), SchemeFault> {
        for (at, leaf) in self.leaves.iter().enumerate() {
            if self.leaves[..at].iter().any(|earlier| earlier.number == leaf.number) {
                return Err(SchemeFault::NumberTwice(leaf.number.clone()));
            }
            for number in leaf.rule.iter().flat_map(|rule| &rule.zero_in) {
                if self.leaf_at(number).is_none() {
                    return Err(SchemeFault::NoSuchCriterion(number.clone()));
                }
            }
        }
        Ok(())
    }
}

impl Leaf {
    /// The offer with this case and option.
    pub fn offer(&self, case: Option<usize>, option: usize) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.case == case && offer.option == option)
    }

    /// Whether "không đạt phương án nào – 0 điểm" must be offered: no printed option gives 0 points, or none of those
    /// of one case (1048/QĐ-TTg, 3.2: only the second case prints a 0).
    pub fn offers_none_met(&self) -> bool {
        let gives_zero = |case| self.offers.iter().any(|offer| offer.case == case && offer.points == 0);
        if self.cases.is_empty() {
            !gives_zero(None)
        } else {
            !(0..self.cases.len()).all(|case| gives_zero(Some(case)))
        }
    }

    /// Points that the mark of `star` (3 to 5) asks for on this leaf.
    pub fn need(&self, star: u8) -> Option<Points> {
        *self.needs.get(usize::from(star.checked_sub(3)?))?
    }
}

/// A rule printed at a criterion with sub-criteria stands at its first sub-criterion.
fn inherited_rule(parent: Option<&Criterion>, criterion: &Criterion) -> Option<Rule> {
    let parent = parent?;
    let is_first = parent.sub_criteria.first().is_some_and(|first| first.number == criterion.number);
    parent.disqualifies_if.clone().filter(|_| is_first)
}

fn offers_of(options: &[Opt], case: Option<usize>) -> Vec<Offer> {
    let offer = |(option, printed): (usize, &Opt)| Offer {
        case,
        option,
        points: printed.points,
        text: printed.text.clone(),
        star: printed.min_for_star,
    };
    options.iter().enumerate().map(offer).collect()
}
