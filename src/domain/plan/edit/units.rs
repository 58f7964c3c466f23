//! Units by their names.

use crate::domain::plan::{OrgUnit, Plan, paste};

impl Plan {
    /// The keys of the units that a text names, parted by semicolons, line ends or, after the name of a unit that is
    /// known and before the beginning of another's, commas. A unit that is not there yet is added.
    pub fn units_called(&mut self, text: &str) -> Vec<String> {
        let mut keys: Vec<String> = Vec::new();
        for segment in text.split(['\n', ';']).map(str::trim).filter(|segment| !segment.is_empty()) {
            for name in self.names_in(segment) {
                let key = paste::names::unit(self, name);
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
        }
        keys
    }

    /// The names in a list parted by commas: of the units that are known the longest that fits, else up to where another
    /// name begins.
    fn names_in<'a>(&self, segment: &'a str) -> Vec<&'a str> {
        let commas = segment.match_indices(',').map(|(at, _)| at);
        let ends: Vec<usize> = commas.chain([segment.len()]).collect();
        let mut names = Vec::new();
        let mut from = 0;
        while from < segment.len() {
            let is_known = |end: usize| self.unit_known(segment[from..end].trim()).is_some();
            let later = || ends.iter().copied().filter(|end| *end > from);
            let known = later().rfind(|end| is_known(*end));
            let begins = |end: usize| {
                let rest = segment[end..].trim_start_matches(',').trim_start();
                let next = &rest[..rest.find(',').unwrap_or(rest.len())];
                rest.is_empty() || paste::names::begins(rest) || self.unit_known(next).is_some()
            };
            let end = known.or_else(|| later().find(|end| begins(*end))).unwrap_or(segment.len());
            names.push(segment[from..end].trim());
            from = end + 1;
        }
        names.retain(|name| !name.is_empty());
        names
    }

    /// The key of the unit with this one name, which may hold commas; it is added if it is not there yet. `None`: no name.
    pub fn unit_called(&mut self, name: &str) -> Option<String> {
        (!name.trim().is_empty()).then(|| paste::names::unit(self, name))
    }

    /// The key of the unit with this name, if it is there.
    pub fn unit_known(&self, name: &str) -> Option<String> {
        self.units.iter().find(|unit| !name.trim().is_empty() && unit.is_called(name)).map(|unit| unit.key.clone())
    }

    /// The names of these units, parted by semicolons; [`Plan::units_called`] reads the same units from it.
    pub fn unit_names<'a>(&self, keys: impl IntoIterator<Item = &'a str>) -> String {
        let names: Vec<&str> =
            keys.into_iter().map(|key| self.unit(key).map_or(key, |unit| unit.name.as_str())).collect();
        names.join("; ")
    }

    /// Whether anything in the plan names this unit.
    pub fn is_unit_named(&self, key: &str) -> bool {
        let is = |own: &String| own == key;
        self.issuer.as_ref().is_some_and(is)
            || self.activities.iter().flat_map(|one| &one.doers).any(|doer| is(&doer.unit))
            || self.assignments.iter().flat_map(|one| &one.units).any(is)
            || self.recipients.iter().flat_map(|one| &one.units).any(is)
            || self.wrapper.iter().flat_map(|one| &one.recipients).flat_map(|one| &one.units).any(is)
            || self.units.iter().flat_map(|one| &one.successors).any(is)
            || self.products.iter().filter_map(|one| one.commune.as_ref()).any(is)
            || self.targets.iter().any(|one| one.scope.unit.as_ref().is_some_and(is))
            || self.targets.iter().flat_map(|one| &one.allocations).any(|share| is(&share.unit))
            || self.units.iter().filter_map(|one| one.parent.as_ref()).any(is)
            || self.budget.iter().flat_map(|one| &one.lines).filter_map(|line| line.unit_responsible.as_ref()).any(is)
    }
}

impl OrgUnit {
    /// Its other names as they are typed: parted by semicolons.
    pub fn aliases_line(&self) -> String {
        self.aliases.join("; ")
    }

    /// Takes other names as they are typed.
    pub fn set_aliases(&mut self, typed: &str) {
        let names = typed.split([';', '\n']).map(str::trim).filter(|name| !name.is_empty());
        self.aliases = names.map(str::to_owned).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::Tier;

    #[test]
    fn names_lead_to_units_and_back() {
        let mut plan = Plan::draft(Tier::Commune, 2027);
        let typed = "Phòng Kinh tế; Phòng Văn hóa - Xã hội, Trung tâm Phục vụ hành chính công\nphòng kinh tế";
        let keys = plan.units_called(typed);
        assert_eq!(keys, ["u1", "u2", "u3"]);
        let line = plan.unit_names(keys.iter().map(String::as_str));
        assert_eq!(line, "Phòng Kinh tế; Phòng Văn hóa - Xã hội; Trung tâm Phục vụ hành chính công");
        assert_eq!(plan.units_called(&line), keys);
        assert_eq!(plan.unit_called("Phòng Kinh tế, Hạ tầng và Đô thị").as_deref(), Some("u4"));
        assert_eq!(plan.unit_called("  "), None);
        plan.units.remove(0);
        assert_eq!(plan.unit_called("Công an xã").as_deref(), Some("u5"), "a free key is never one in use");
        assert!(!plan.is_unit_named("u2"));
    }
}
