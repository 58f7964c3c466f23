//! V08 to V10: the estimate.

use super::{Finding, Fix, Rule, Spot};
use crate::domain::money::Dong;
use crate::domain::plan::{Budget, BudgetLine, Plan};

pub fn check(plan: &Plan, found: &mut Vec<Finding>) {
    let Some(budget) = &plan.budget else { return };
    sums(budget, found);
    for line in budget.leaves().filter(|line| !line.is_lump) {
        let Some((quantity, price)) = line.quantity.zip(line.price) else { continue };
        let product = quantity.times(price);
        if product != line.amount {
            let mut finding = Finding::error(Rule::V09, Spot::BudgetLine(line.key.clone())).fact(line.content.clone());
            if let Some(product) = product {
                finding =
                    finding.fact(product.0.to_string()).fix(Fix::SetAmount { line: line.key.clone(), amount: product });
            }
            found.push(finding);
        }
    }
    if let Some(total) = &budget.total
        && !total.words.is_empty()
        && Dong::of_words(&total.words) != Some(total.dong)
    {
        found.push(Finding::error(Rule::V10, Spot::Total).fact(total.words.clone()).fix(Fix::ForgetWords));
    }
}

fn sums(budget: &Budget, found: &mut Vec<Finding>) {
    let total = budget.total.as_ref().map(|total| total.dong);
    if !budget.lines.is_empty() {
        let sum = Dong::sum(budget.leaves().filter_map(|line| line.amount));
        if total.is_some() && sum != total {
            let mut finding = Finding::error(Rule::V08, Spot::Total);
            if let Some(sum) = sum {
                finding = finding.fact(sum.0.to_string()).fix(Fix::SetTotal { dong: sum });
            }
            found.push(finding);
        }
    }
    for source in &budget.sources {
        let shares: Vec<Dong> = budget.leaves().filter_map(|line| line.split.get(&source.key).copied()).collect();
        let sum = Dong::sum(shares.iter().copied());
        if !shares.is_empty() && source.amount.is_some() && sum != source.amount {
            let finding = Finding::error(Rule::V08, Spot::Source(source.key.clone())).fact(source.name.clone());
            found.push(sum.into_iter().fold(finding, |finding, sum| {
                let fix = Fix::SetSource { source: source.key.clone(), amount: sum };
                finding.fact(sum.0.to_string()).fix(fix)
            }));
        }
    }
    for line in budget.leaves().filter(|line| !line.split.is_empty()) {
        if Dong::sum(line.split.values().copied()) != line.amount {
            let spot = Spot::BudgetLine(line.key.clone());
            let mut finding = Finding::error(Rule::V08, spot).fact(line.content.clone());
            finding.fix = shares(line);
            found.push(finding);
        }
    }
    // What the sources are known to give is not more than the whole.
    let known = Dong::sum(budget.sources.iter().filter_map(|source| source.amount));
    if let Some((known, total)) = known.zip(total).filter(|(known, total)| known > total) {
        let finding = Finding::error(Rule::V08, Spot::Total).fact(known.0.to_string()).fact(total.0.to_string());
        // Lines say what the total is; then a source is wrong, and only a person knows which.
        found.push(if budget.lines.is_empty() { finding.fix(Fix::SetTotal { dong: known }) } else { finding });
    }
}

/// What brings the shares of a line and its amount together: the amount is what the sources give, unless it follows from
/// quantity and price; then one source alone gives all of it, and of several only a person knows which is wrong.
fn shares(line: &BudgetLine) -> Option<Fix> {
    let sum = Dong::sum(line.split.values().copied())?;
    let product = line.quantity.zip(line.price).filter(|_| !line.is_lump);
    let product = product.and_then(|(quantity, price)| quantity.times(price));
    if product.is_none_or(|product| product == sum) {
        return Some(Fix::SetAmount { line: line.key.clone(), amount: sum });
    }
    let mut sources = line.split.keys();
    let (source, amount) = sources.next().zip(line.amount)?;
    let share = Fix::SetShare { line: line.key.clone(), source: source.clone(), amount };
    sources.next().is_none().then_some(share)
}
