//! The tables of annexes, written from the entries of the plan. What no entry says has no column, but for the columns that
//! every such table has.

use std::collections::BTreeMap;

use super::Block;
use super::prose::time;
use crate::domain::money::{DisplayUnit, Dong, Quantity};
use crate::domain::plan::edit::{levels, parents, total};
use crate::domain::plan::{Annex, AnnexContent, Budget, BudgetLine, DoerRole, FundingSource, Plan, PlanProduct};
use crate::domain::vietnamese::roman;
use crate::text::{Text, plan as words, plan_annex as titles, registry};

/// What an annex holds as tables; nothing where the plan has no entries for it.
pub fn table(plan: &Plan, annex: &Annex) -> Vec<Block> {
    match annex.content {
        AnnexContent::Products => vec![products(plan)],
        AnnexContent::Budget => plan.budget.as_ref().map(|budget| estimate(plan, budget)).unwrap_or_default(),
        AnnexContent::Tasks => vec![tasks(plan)],
        AnnexContent::Allocations => vec![allocations(plan)],
        AnnexContent::Table => annex
            .table
            .iter()
            .map(|table| Block::Table {
                columns: table.columns.clone(),
                rows: table.rows.iter().map(|row| row.cells.clone()).collect(),
                strong: Vec::new(),
            })
            .collect(),
        AnnexContent::Text => Vec::new(),
    }
}

fn columns(columns: &[Text]) -> Vec<String> {
    columns.iter().map(|column| column.get().to_owned()).collect()
}

/// The last row: the total, in `width` cells.
fn total_row(width: usize) -> Vec<String> {
    let mut row = vec![String::new(); width];
    if let Some(cell) = row.get_mut(1) {
        words::TOTAL.get().clone_into(cell);
    }
    row
}

fn products(plan: &Plan) -> Block {
    let unit = plan.budget.as_ref().map_or(DisplayUnit::Dong, |budget| budget.unit);
    let form = |own: &PlanProduct| match own.legal_form {
        Some(form) if own.form_printed.is_empty() => registry::legal_form(form).get().to_owned(),
        _ => String::new(),
    };
    let place = |own: &PlanProduct| {
        let commune = own.commune.as_deref().and_then(|key| plan.unit(key)).map_or("", |unit| &unit.name);
        titles::place(&own.address, commune)
    };
    let round = |own: &PlanProduct| {
        let round = plan.rounds.iter().find(|round| Some(&round.key) == own.round.as_ref());
        round.map(titles::round).unwrap_or_default()
    };
    let cost = |own: &PlanProduct| own.cost.map(|cost| words::in_unit(cost, unit)).unwrap_or_default();
    let stars = |stars: Option<u8>| stars.map(words::stars).unwrap_or_default();
    let titled = |title: Text| title.get().to_owned();
    let column = |title: String, always: bool, cell: &dyn Fn(&PlanProduct) -> String| {
        (title, always, plan.products.iter().map(cell).collect::<Vec<String>>())
    };
    let producer = |own: &PlanProduct| [own.form_printed.as_str(), &own.producer].join(" ").trim().to_owned();
    let registered = |own: &PlanProduct| own.registration.map_or("", |kind| words::registration(kind).get()).to_owned();
    let set: Vec<(String, bool, Vec<String>)> = vec![
        column(titled(titles::PRODUCT), true, &|own| titles::set_of(&own.name, &own.variants)),
        column(titled(titles::PRODUCER), true, &producer),
        column(titled(titles::LEGAL_FORM), false, &form),
        column(titled(titles::ADDRESS), true, &place),
        column(titled(titles::GROUP), true, &|own| own.group.clone()),
        column(titled(titles::REGISTERED_AS), true, &registered),
        column(titled(titles::STARS_NOW), false, &|own| stars(own.current_star)),
        column(titled(titles::RECOGNISED), false, &|own| {
            titles::recognised(&own.certificate_printed, own.certificate_until)
        }),
        column(titled(titles::STARS), true, &|own| stars(own.target_star)),
        column(titled(titles::ROUND), false, &round),
        column(titled(titles::SUPPORT), false, &|own| own.support.clone()),
        column(titles::cost(unit), false, &cost),
        column(titled(titles::NOTE), true, &|own| own.note.clone()),
    ];
    let shown: Vec<_> =
        set.into_iter().filter(|(_, always, cells)| *always || cells.iter().any(|cell| !cell.is_empty())).collect();
    let mut rows: Vec<Vec<String>> = (0..plan.products.len())
        .map(|at| {
            let own = shown.iter().map(|(_, _, cells)| cells.get(at).cloned().unwrap_or_default());
            std::iter::once((at + 1).to_string()).chain(own).collect()
        })
        .collect();
    let heads: Vec<String> =
        std::iter::once(titled(titles::ORDINAL)).chain(shown.into_iter().map(|(title, ..)| title)).collect();
    let mut strong = Vec::new();
    let costs = plan.products.iter().filter_map(|own| own.cost);
    if let (Some(at), Some(sum)) = (heads.iter().position(|head| *head == titles::cost(unit)), Dong::sum(costs)) {
        strong.push(rows.len());
        let mut last = total_row(heads.len());
        last[at] = words::in_unit(sum, unit);
        rows.push(last);
    }
    Block::Table { columns: heads, rows, strong }
}

/// The numbers of entries of a tree, and which of them have others below. A tree of one level is numbered 1, 2, 3; of the
/// levels of a deeper one the first is `first`, then 1, 1.1.
fn numbered(entries: &[(&str, Option<&str>)], first: fn(usize) -> String) -> (Vec<String>, Vec<usize>) {
    let levels = levels(entries);
    let is_tree = levels.iter().any(|level| *level > 1);
    let mut counts: Vec<usize> = Vec::new();
    let number = |level: &usize| {
        counts.resize(*level, 0);
        if let Some(last) = counts.last_mut() {
            *last += 1;
        }
        match counts.as_slice() {
            [own] if is_tree => first(*own),
            [own] => own.to_string(),
            [_, below @ ..] => below.iter().map(usize::to_string).collect::<Vec<_>>().join("."),
            [] => String::new(),
        }
    };
    let numbers = levels.iter().map(number).collect();
    let above: std::collections::BTreeSet<usize> = parents(&levels).into_iter().flatten().collect();
    (numbers, above.into_iter().collect())
}

fn in_roman(number: usize) -> String {
    u16::try_from(number).ok().and_then(roman).unwrap_or_else(|| number.to_string())
}

fn tasks(plan: &Plan) -> Block {
    let entries: Vec<(&str, Option<&str>)> =
        plan.activities.iter().map(|own| (own.key.as_str(), own.parent.as_deref())).collect();
    let (numbers, strong) = numbered(&entries, in_roman);
    let mut rows = Vec::new();
    for (activity, number) in plan.activities.iter().zip(numbers) {
        let names = |lead: bool| {
            let doers = activity.doers.iter().filter(|doer| (doer.role == DoerRole::Lead) == lead);
            titles::units(doers.filter_map(|doer| plan.unit(&doer.unit)).map(|unit| unit.name.as_str()))
        };
        let when = activity.time.as_ref().map(time).unwrap_or_default();
        rows.push(vec![number, activity.title.clone(), names(true), names(false), when, activity.result.clone()]);
    }
    Block::Table { columns: columns(&titles::TASK_COLUMNS), rows, strong }
}

/// The lines with what each source gives, the total, what the sources give where no line says it, and the total in words
/// below.
fn estimate(plan: &Plan, budget: &Budget) -> Vec<Block> {
    let entries: Vec<(&str, Option<&str>)> =
        budget.lines.iter().map(|line| (line.key.as_str(), line.parent.as_deref())).collect();
    let (numbers, mut strong) = numbered(&entries, in_roman);
    let gives = |source: &&FundingSource| budget.lines.iter().any(|line| line.split.contains_key(&source.key));
    let sources: Vec<&FundingSource> = budget.sources.iter().filter(gives).collect();
    let is_spent_by = budget.lines.iter().any(|line| line.unit_responsible.is_some());
    let shown = |amount: Option<Dong>| amount.map(|amount| words::in_unit(amount, budget.unit)).unwrap_or_default();

    let mut heads = columns(&titles::BUDGET_COLUMNS);
    heads.extend(sources.iter().map(|source| source.name.clone()));
    heads.extend(is_spent_by.then(|| titles::SPENT_BY.get().to_owned()));
    heads.push(titles::NOTE.get().to_owned());

    let mut rows = Vec::new();
    for (line, number) in budget.lines.iter().zip(numbers) {
        let mut row = vec![
            number,
            line.content.clone(),
            line.unit.clone(),
            line.quantity.map(words::quantity).unwrap_or_default(),
            shown(line.price),
            shown(line.amount),
        ];
        row.extend(sources.iter().map(|source| shown(given(budget, line, source))));
        let unit = line.unit_responsible.as_deref().and_then(|key| plan.unit(key)).map_or("", |unit| &unit.name);
        row.extend(is_spent_by.then(|| unit.to_owned()));
        row.push(line.note.clone());
        rows.push(row);
    }
    let said = budget.total.as_ref().map(|own| own.dong);
    let sum = said.or_else(|| total(budget).filter(|_| budget.lines.iter().any(|line| line.amount.is_some())));
    if sum.is_some() || !rows.is_empty() {
        strong.push(rows.len());
        let mut last = total_row(heads.len());
        last[5] = shown(sum);
        for (at, source) in sources.iter().enumerate() {
            let parts = budget.leaves().filter_map(|line| line.split.get(&source.key).copied());
            last[6 + at] = shown(Dong::sum(parts));
        }
        rows.push(last);
    }
    let alone = budget.sources.iter().filter(|source| sources.is_empty() && source.amount.is_some());
    for source in alone {
        let mut row = vec![String::new(); heads.len()];
        (row[1], row[5]) = (titles::of_which(&source.name), shown(source.amount));
        rows.push(row);
    }
    let mut blocks = vec![
        super::plan::plain_paragraph(words::unit_of_amounts(budget.unit)),
        Block::Table { columns: heads, rows, strong },
    ];
    let in_words = super::prose::in_words(plan).or_else(|| sum.map(words::dong_in_words));
    blocks.extend(in_words.map(|said| super::plan::plain_paragraph(words::said_in_words(&said))));
    blocks
}

/// What a source gives for a line: as it says, of a heading the sum of the lines below it.
fn given(budget: &Budget, line: &BudgetLine, source: &FundingSource) -> Option<Dong> {
    if let Some(own) = line.split.get(&source.key) {
        return Some(*own);
    }
    let parents: BTreeMap<&str, &str> =
        budget.lines.iter().filter_map(|own| Some((own.key.as_str(), own.parent.as_deref()?))).collect();
    let is_below = |own: &&BudgetLine| {
        let above = std::iter::successors(parents.get(own.key.as_str()), |key| parents.get(*key));
        above.take(parents.len()).any(|key| *key == line.key)
    };
    let below: Vec<Dong> =
        budget.leaves().filter(is_below).filter_map(|own| own.split.get(&source.key).copied()).collect();
    if below.is_empty() { None } else { Dong::sum(below) }
}

fn allocations(plan: &Plan) -> Block {
    let mut heads = columns(&titles::ALLOCATION_COLUMNS);
    let shared: Vec<_> = plan.targets.iter().filter(|target| !target.allocations.is_empty()).collect();
    heads.extend(shared.iter().map(|target| titles::counted(target)));
    let mut keys: Vec<&str> = Vec::new();
    for allocation in shared.iter().flat_map(|target| &target.allocations) {
        if !keys.contains(&allocation.unit.as_str()) {
            keys.push(&allocation.unit);
        }
    }
    let mut rows = Vec::new();
    for (at, key) in keys.into_iter().enumerate() {
        let mut row = vec![(at + 1).to_string(), plan.unit(key).map_or(key, |unit| &unit.name).to_owned()];
        for target in &shared {
            let share = target.allocations.iter().find(|allocation| allocation.unit == key);
            row.push(share.map(|share| words::quantity(share.value)).unwrap_or_default());
        }
        rows.push(row);
    }
    let mut strong = Vec::new();
    if !rows.is_empty() {
        strong.push(rows.len());
        let mut last = total_row(heads.len());
        for (cell, target) in last.iter_mut().skip(2).zip(&shared) {
            let sum = target.allocations.iter().try_fold(0i64, |sum, share| sum.checked_add(share.value.0));
            *cell = sum.map(|sum| words::quantity(Quantity(sum))).unwrap_or_default();
        }
        rows.push(last);
    }
    Block::Table { columns: heads, rows, strong }
}
