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
