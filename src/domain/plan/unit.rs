//! Units that a plan names, and their duties.

use super::{DoerRole, Tier};
use crate::domain::date::Date;
use crate::domain::vietnamese::fold;
use crate::{code, record};

record! {
    /// An organisation with all the names it goes by.
    pub struct OrgUnit {
        /// Its key in the plan.
        pub key: String,
        /// Its name.
        pub name: String,
        /// Other and shorter names, as printed.
        pub aliases: Vec<String>,
        /// Level.
        pub level: Option<Tier>,
        /// Kind.
        pub kind: UnitKind,
        /// It stands for several (`các xã, thị trấn`).
        pub is_group as "group": bool,
        /// Key of the unit it belongs to, or of the group.
        pub parent: Option<String>,
        /// First day it was there.
        pub valid_from: Option<Date>,
        /// Last day it was there.
        pub valid_to: Option<Date>,
        /// Keys of the units it became.
        pub successors: Vec<String>,
    }
}

code! {
    /// Kinds of units.
    pub enum UnitKind {
        /// Ủy ban nhân dân.
        Committee = "committee",
        /// Sở, ngành, phòng, trung tâm, báo đài.
        Office = "office",
        /// Mặt trận, đoàn thể, hội.
        MassOrganisation = "mass_organisation",
        /// Ban chỉ đạo, ban điều hành, hội đồng.
        Board = "board",
        /// Chủ thể OCOP.
        Producers = "producers",
        /// Đơn vị tư vấn.
        Consultant = "consultant",
        /// A locality as such.
        Locality = "locality",
        /// Anything else.
        Other = "other",
    }
}

impl OrgUnit {
    /// Whether `name` is one of its names; marks, case, dashes and `và` make no difference.
    pub fn is_called(&self, name: &str) -> bool {
        let name = unit_key(name);
        unit_key(&self.name) == name || self.aliases.iter().any(|alias| unit_key(alias) == name)
    }
}

/// What names of units are compared by. (`Phòng Kinh tế - Hạ tầng` is `Phòng Kinh tế và Hạ tầng`.)
pub(super) fn unit_key(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty() && *word != "va")
        .collect();
    words.join(" ")
}

/// Words that say of what kind a unit is, folded; a short name leaves them out.
const KIND_WORDS: [&str; 5] = ["phong", "so", "ban", "cac", "trung"];
/// Words behind a name that say of which level it is, folded.
const LEVEL_WORDS: [&str; 5] = ["tinh", "huyen", "xa", "phuong", "thanh"];

/// The words of a name that tell it from others: without `và`, without the word of its kind and of its level.
fn telling_words(name: &str) -> Vec<String> {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.filter(|word| fold(word) != "va").map(str::to_owned).collect();
    if words.len() > 1 && KIND_WORDS.contains(&fold(&words[0]).as_str()) && !is_initials(&words[0]) {
        words.remove(0);
    }
    if words.len() > 1 && words.last().is_some_and(|word| LEVEL_WORDS.contains(&fold(word).as_str())) {
        words.pop();
    }
    words
}

/// Whether a word is made of first letters: `PTNT`, `KT`.
fn is_initials(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

/// How many words of `long` the words of `short` stand for from its beginning, initials for as many words as they have
/// letters; `None`: they stand for others.
fn words_meant(short: &[String], long: &[String]) -> Option<usize> {
    let mut at = 0;
    for word in short {
        if is_initials(word) {
            for letter in fold(word).chars() {
                fold(long.get(at)?).starts_with(letter).then_some(())?;
                at += 1;
            }
        } else {
            (fold(long.get(at)?) == fold(word)).then_some(())?;
            at += 1;
        }
    }
    Some(at)
}

impl OrgUnit {
    /// Whether `short` is a way to write this unit's name with first letters: `KT và HT` for `Phòng Kinh tế và Hạ tầng`,
    /// `Phòng Nông nghiệp và PTNT` for `Phòng Nông nghiệp và Phát triển nông thôn`.
    pub fn is_shortened_to(&self, short: &str) -> bool {
        let (short, long) = (telling_words(short), telling_words(&self.name));
        short.iter().any(|word| is_initials(word)) && words_meant(&short, &long) == Some(long.len())
    }

    /// Whether `short` begins the shortened name, as the archive's line names who drafted a paper: `NN` for the office
    /// that is also called `NN và PTNT`.
    pub fn begins_with_initials(&self, short: &str) -> bool {
        let (short, long) = (telling_words(short), telling_words(&self.name));
        short.len() == 1 && short.iter().all(|word| is_initials(word)) && words_meant(&short, &long).is_some()
    }
}

record! {
    /// Units and their duties (tổ chức thực hiện).
    pub struct Assignment {
        /// Its key in the plan.
        pub key: String,
        /// Key of the block it stands in.
        pub parent: Option<String>,
        /// Keys of the units.
        pub units: Vec<String>,
        /// The units as printed; empty: written from their names.
        pub units_printed: String,
        /// Asked, not ordered (`Đề nghị`).
        pub is_request as "request": bool,
        /// The duties, in their order; the same duty may be given to two units.
        pub duties: Vec<String>,
    }
}

/// The role that the first words of a duty give its unit.
///
/// ```
/// use so_ocop::domain::plan::{DoerRole, duty_role};
/// assert_eq!(duty_role("Chủ trì, phối hợp với Sở Tài chính …"), Some(DoerRole::Lead));
/// assert_eq!(duty_role("Tuyên truyền …"), None);
/// ```
pub fn duty_role(duty: &str) -> Option<DoerRole> {
    let folded = fold(duty);
    let starts = [
        ("chu tri", DoerRole::Lead),
        ("phoi hop", DoerRole::Cooperate),
        ("tham muu", DoerRole::Advise),
        ("huong dan", DoerRole::Guide),
        ("ho tro", DoerRole::Support),
        ("de nghi", DoerRole::Asked),
    ];
    starts.iter().find(|(start, _)| folded.starts_with(start)).map(|(_, role)| *role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_known_by_all_its_names() {
        let unit = OrgUnit {
            key: "u1".to_owned(),
            name: "Phòng Kinh tế và Hạ tầng".to_owned(),
            aliases: vec!["KT và HT".to_owned()],
            level: Some(Tier::District),
            kind: UnitKind::Office,
            is_group: false,
            parent: None,
            valid_from: None,
            valid_to: None,
            successors: Vec::new(),
            unknown: Default::default(),
        };
        for name in ["Phòng Kinh tế - Hạ tầng", "Phòng Kinh tế – Hạ tầng", "phòng kinh tế và hạ tầng", "KT&HT"]
        {
            assert!(unit.is_called(name), "{name}");
        }
        assert!(!unit.is_called("Phòng Kinh tế"));
    }
}
