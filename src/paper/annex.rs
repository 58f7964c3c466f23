//! The tables of annexes, written from the entries of the plan.

use super::Block;
use super::prose::{in_words, time};
use crate::domain::plan::{Annex, AnnexContent, Budget, DoerRole, Plan};
use crate::text::plan as words;

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

fn columns(columns: &[crate::text::Text]) -> Vec<String> {
    columns.iter().map(|column| column.get().to_owned()).collect()
}

fn products(plan: &Plan) -> Block {
    let mut rows = Vec::new();
    for (at, product) in plan.products.iter().enumerate() {
        let commune = product.commune.as_deref().and_then(|key| plan.unit(key)).map_or("", |unit| &unit.name);
        let place = if product.address.is_empty() { commune } else { &product.address };
        rows.push(vec![
            (at + 1).to_string(),
            product.name.clone(),
            [product.form_printed.as_str(), &product.producer].join(" ").trim().to_owned(),
            place.to_owned(),
            product.group.clone(),
            product.registration.map_or("", |kind| words::registration(kind).get()).to_owned(),
            product.target_star.map(words::stars).unwrap_or_default(),
            product.note.clone(),
        ]);
    }
    Block::Table { columns: columns(&words::PRODUCT_COLUMNS), rows, strong: Vec::new() }
}

fn tasks(plan: &Plan) -> Block {
    let mut rows = Vec::new();
    for (at, activity) in plan.activities.iter().enumerate() {
        let names = |lead: bool| {
            let doers = activity.doers.iter().filter(|doer| (doer.role == DoerRole::Lead) == lead);
            let names: Vec<&str> = doers.filter_map(|doer| plan.unit(&doer.unit)).map(|unit| &*unit.name).collect();
            names.join("; ")
        };
        let when = activity.time.as_ref().map(time).unwrap_or_default();
        rows.push(vec![
            (at + 1).to_string(),
            activity.title.clone(),
            names(true),
            names(false),
            when,
            activity.result.clone(),
        ]);
    }
    Block::Table { columns: columns(&words::TASK_COLUMNS), rows, strong: Vec::new() }
}

/// The lines, the total, and the total in words below.
fn estimate(plan: &Plan, budget: &Budget) -> Vec<Block> {
    let mut rows = Vec::new();
    for (at, line) in budget.lines.iter().enumerate() {
        rows.push(vec![
            (at + 1).to_string(),
            line.content.clone(),
            line.unit.clone(),
            line.quantity.map(words::quantity).unwrap_or_default(),
            line.price.map(|price| words::in_unit(price, budget.unit)).unwrap_or_default(),
            line.amount.map(|amount| words::in_unit(amount, budget.unit)).unwrap_or_default(),
            line.note.clone(),
        ]);
    }
    let mut strong = Vec::new();
    if let Some(total) = &budget.total {
        strong.push(rows.len());
        let mut last = vec![String::new(); words::BUDGET_COLUMNS.len()];
        last[1] = words::TOTAL.get().to_owned();
        last[5] = words::in_unit(total.dong, budget.unit);
        rows.push(last);
    }
    let mut blocks = vec![
        super::plan::plain_paragraph(words::unit_of_amounts(budget.unit)),
        Block::Table { columns: columns(&words::BUDGET_COLUMNS), rows, strong },
    ];
    blocks.extend(in_words(plan).map(|said| super::plan::plain_paragraph(words::said_in_words(&said))));
    blocks
}

fn allocations(plan: &Plan) -> Block {
    let mut heads = columns(&words::ALLOCATION_COLUMNS);
    let shared: Vec<_> = plan.targets.iter().filter(|target| !target.allocations.is_empty()).collect();
    heads.extend(shared.iter().map(|target| target.unit.clone()));
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
    Block::Table { columns: heads, rows, strong: Vec::new() }
}
