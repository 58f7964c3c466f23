//! The shares of localities in a target, as they are typed or copied from a spreadsheet.

use crate::domain::money::Quantity;
use crate::domain::plan::{Allocation, Plan, Target};

/// What is between a locality and its number.
const BETWEEN: &str = ": ";

impl Plan {
    /// The shares in a target, a locality a line: `Xã Hữu Lễ: 3`.
    pub fn shares_text(&self, target: &Target, number: &dyn Fn(Quantity) -> String) -> String {
        let line = |share: &Allocation| {
            let name = self.unit(&share.unit).map_or(share.unit.as_str(), |unit| &unit.name);
            [name, BETWEEN, &number(share.value)].concat()
        };
        target.allocations.iter().map(line).collect::<Vec<String>>().join("\n")
    }

    /// Takes the shares in the target with this key from lines, a locality and its number each, parted by a colon, a tab
    /// or a blank; a locality that is not there yet is added. Answers the lines that have no number: they are no shares.
    pub fn set_shares(&mut self, target: &str, typed: &str) -> Vec<String> {
        let mut shares: Vec<Allocation> = Vec::new();
        let mut faulty = Vec::new();
        for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let read = line.rsplit_once([':', '\t', ' ']).and_then(|(name, number)| {
                let name = name.trim_end_matches([':', '\t', ' ', '-', '–']).trim();
                Some((name, share(number)?)).filter(|(name, _)| !name.is_empty())
            });
            let Some((name, value)) = read else {
                faulty.push(line.to_owned());
                continue;
            };
            let Some(unit) = self.unit_called(name) else { continue };
            // A locality that stands twice has both.
            match shares.iter_mut().find(|own| own.unit == unit) {
                Some(own) => own.value = Quantity(own.value.0.saturating_add(value.0)),
                None => shares.push(Allocation { unit, value, unknown: Default::default() }),
            }
        }
        if let Some(own) = self.targets.iter_mut().find(|own| own.key == target) {
            own.allocations = shares;
        }
        faulty
    }

    /// Shares the whole number of a target out among its localities, one more for the first ones where it does not go
    /// even; answers whether there was something to share.
    pub fn share_evenly(&mut self, target: &str) -> bool {
        let Some(own) = self.targets.iter_mut().find(|own| own.key == target) else { return false };
        let (Some(value), Ok(count)) = (own.value, i64::try_from(own.allocations.len())) else { return false };
        let whole = value.0 / Quantity::ONE.0;
        if count == 0 || whole < 0 || value.0 % Quantity::ONE.0 != 0 {
            return false;
        }
        for (share, at) in own.allocations.iter_mut().zip(0..) {
            share.value = Quantity((whole / count + i64::from(at < whole % count)) * Quantity::ONE.0);
        }
        true
    }
}

impl Target {
    /// What its localities have together; `None`: nothing is shared out.
    pub fn shared(&self) -> Option<Quantity> {
        let sum = self.allocations.iter().fold(0_i64, |sum, share| sum.saturating_add(share.value.0));
        (!self.allocations.is_empty()).then_some(Quantity(sum))
    }
}

/// `3`, `2,5`, `1.200`: a decimal comma, and points only between thousands.
fn share(text: &str) -> Option<Quantity> {
    let (whole, decimals) = text.split_once(',').unwrap_or((text, "0"));
    let mut groups = whole.split('.');
    let first = groups.next()?;
    let is_grouped = groups.clone().all(|group| group.len() == 3) && (first.len() <= 3 || !whole.contains('.'));
    is_grouped.then(|| Quantity::parse(&[&whole.replace('.', ""), ".", decimals].concat())).flatten()
}
