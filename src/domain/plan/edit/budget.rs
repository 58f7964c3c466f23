//! Lines of the estimate while they are typed: what was computed follows, what was typed stays.

use std::collections::BTreeMap;

use crate::domain::money::Dong;
use crate::domain::plan::{Budget, BudgetLine};

/// Changes a line; an amount that was quantity times price follows the change. The sums of the headings above it and a total
/// that was the sum of the lines follow when all changes are made ([`follow`]). What a person typed over a sum stays, and
/// the checks tell.
pub fn change_line(budget: &mut Budget, at: usize, change: impl FnOnce(&mut BudgetLine)) {
    let Some(line) = budget.lines.get_mut(at) else { return };
    let old = product(line);
    let old_amount = line.amount;
    change(line);
    let new = product(line);
    // A typed amount wins over quantity and price.
    if line.amount == old_amount
        && !line.is_lump
        && new.is_some()
        && new != old
        && (old_amount.is_none() || old_amount == old)
    {
        line.amount = new;
    }
}

/// What is computed from the lines of an estimate.
pub struct Computed {
    sums: BTreeMap<String, Dong>,
    total: Option<Dong>,
}

/// What is computed from the lines as they are.
pub fn computed(budget: &Budget) -> Computed {
    Computed { sums: sums(budget), total: total(budget) }
}

/// What was computed before a change of the lines follows it.
pub fn follow(budget: &mut Budget, before: &Computed) {
    let after = sums(budget);
    for line in &mut budget.lines {
        let (old, new) = (before.sums.get(&line.key).copied(), after.get(&line.key).copied());
        if new.is_some() && (line.amount.is_none() || line.amount == old) {
            line.amount = new;
        }
    }
    let new_total = total(budget);
    if let Some(amount) = &mut budget.total
        && Some(amount.dong) == before.total
        && let Some(new) = new_total
        && amount.dong != new
    {
        (amount.dong, amount.printed, amount.words) = (new, String::new(), String::new());
    }
}

fn product(line: &BudgetLine) -> Option<Dong> {
    line.quantity.zip(line.price).and_then(|(quantity, price)| quantity.times(price))
}

/// The sum of the lines, of headings what stands below them; `None`: there are none, or it is out of range.
pub fn total(budget: &Budget) -> Option<Dong> {
    if budget.lines.is_empty() { None } else { Dong::sum(budget.leaves().filter_map(|line| line.amount)) }
}

/// The sum of what stands below each heading, by the heading's key.
fn sums(budget: &Budget) -> BTreeMap<String, Dong> {
    let parents: BTreeMap<&str, &str> =
        budget.lines.iter().filter_map(|line| Some((line.key.as_str(), line.parent.as_deref()?))).collect();
    let mut sums: BTreeMap<String, Dong> = BTreeMap::new();
    for line in budget.leaves() {
        let Some(amount) = line.amount else { continue };
        let (mut key, mut steps) = (line.key.as_str(), 0);
        while let Some(parent) = parents.get(key).filter(|_| steps < parents.len()) {
            let sum = sums.entry((*parent).to_owned()).or_insert(Dong(0));
            sum.0 = sum.0.saturating_add(amount.0);
            (key, steps) = (parent, steps + 1);
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::{Amount, DisplayUnit, Quantity};

    fn line(key: &str, parent: Option<&str>) -> BudgetLine {
        BudgetLine { parent: parent.map(str::to_owned), ..BudgetLine::blank(key) }
    }

    #[test]
    fn computed_amounts_follow_and_typed_ones_stay() {
        let mut budget = Budget {
            total: Some(Amount::exact(Dong(0))),
            unit: DisplayUnit::Dong,
            sources: Vec::new(),
            lines: vec![line("l1", None), line("l2", Some("l1")), line("l3", Some("l1"))],
            unknown: Default::default(),
        };
        let change_line = |budget: &mut Budget, at: usize, change: fn(&mut BudgetLine)| {
            let before = computed(budget);
            change_line(budget, at, change);
            follow(budget, &before);
        };
        change_line(&mut budget, 1, |line| line.quantity = Some(Quantity::whole(3)));
        change_line(&mut budget, 1, |line| line.price = Some(Dong(200_000)));
        assert_eq!(budget.lines[1].amount, Some(Dong(600_000)));
        assert_eq!(budget.lines[0].amount, Some(Dong(600_000)));
        assert_eq!(budget.total.as_ref().map(|total| total.dong), Some(Dong(600_000)));
        change_line(&mut budget, 2, |line| line.amount = Some(Dong(50_000)));
        assert_eq!(budget.lines[0].amount, Some(Dong(650_000)));
        // A typed amount stays when the price changes; the checks tell the difference.
        change_line(&mut budget, 1, |line| line.amount = Some(Dong(500_000)));
        change_line(&mut budget, 1, |line| line.price = Some(Dong(100_000)));
        assert_eq!(budget.lines[1].amount, Some(Dong(500_000)));
        // So does a typed sum.
        change_line(&mut budget, 0, |line| line.amount = Some(Dong(1)));
        change_line(&mut budget, 2, |line| line.amount = Some(Dong(60_000)));
        assert_eq!(budget.lines[0].amount, Some(Dong(1)));
        assert_eq!(budget.total.as_ref().map(|total| total.dong), Some(Dong(560_000)));
    }
}
