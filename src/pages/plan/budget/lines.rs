//! The estimate, line by line.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::numbers;
use crate::domain::money::{Dong, Quantity};
use crate::domain::plan::edit::{Computed, change_line, computed, follow, levels, parents};
use crate::domain::plan::{Budget, BudgetLine, FundingSource, Plan};
use crate::pages::plan::listed::{Listed, choice, choice_of, number, number_of, of, text, tick};
use crate::table::{Cell, Column, Kind};
use crate::text::plan_columns as columns;
use crate::text::plan_fields as more;
use crate::text::plan_pages as words;
use crate::ui::Pasting;

/// How deep lines stand.
pub const LEVELS: [&str; 4] = ["1", "2", "3", "4"];
/// Keys of the columns of sources; more sources than that have no column.
const SOURCE_KEYS: [&str; 8] = ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"];
const FIRST_SOURCE: usize = 8;
/// The column of levels.
pub const LEVEL: usize = 1;

/// The lines as a list.
pub struct Lines;

impl Lines {
    fn sources(plan: &Plan) -> &[FundingSource] {
        plan.budget.as_ref().map_or(&[], |budget| &budget.sources[..budget.sources.len().min(SOURCE_KEYS.len())])
    }
}

impl Listed for Lines {
    type Item = BudgetLine;
    const NAME: &'static str = "plan-budget";
    const FILE: &'static str = "DuToan";
    const PLACED: bool = false;

    fn items(plan: &Plan) -> &[BudgetLine] {
        plan.budget.as_ref().map_or(&[], |budget| &budget.lines)
    }
    fn items_mut(plan: &mut Plan) -> &mut Vec<BudgetLine> {
        &mut plan.budget.get_or_insert_with(Budget::blank).lines
    }
    fn key(item: &BudgetLine) -> &str {
        &item.key
    }

    fn columns(plan: &Plan) -> Vec<Column> {
        let mut all = vec![
            Column {
                required: true,
                also: &["noi dung chi", "hang muc", "dien giai"],
                ..text("content", columns::LINE_CONTENT, 24)
            },
            choice(LEVELS, "level", columns::LEVEL, 5),
            Column { also: &["dvt", "don vi"], ..text("unit", columns::LINE_UNIT, 8) },
            of(Kind::Decimal { places: 3 }, "quantity", columns::QUANTITY, 7),
            of(Kind::Money, "price", columns::PRICE, 10),
            Column { also: &["so tien", "kinh phi"], ..of(Kind::Money, "amount", columns::AMOUNT, 11) },
            of(Kind::Tick, "lump", columns::LUMP, 6),
            Column { also: &["don vi thuc hien"], ..text("responsible", columns::RESPONSIBLE, 14) },
        ];
        for (source, key) in Lines::sources(plan).iter().zip(SOURCE_KEYS) {
            all.push(Column { width: 10, ..Column::new(key, &source.name, Kind::Money) });
        }
        all.push(Column { also: &["ghi chu"], ..text("note", columns::NOTE, 12) });
        let activities: Vec<String> = plan.activities.iter().map(|own| words::short(&own.title)).collect();
        all.push(choice(activities.iter().map(String::as_str), "activity", more::PAID_FOR_ACTIVITY, 16));
        all.push(choice(plan.products.iter().map(|own| own.name.as_str()), "product", more::PAID_FOR_PRODUCT, 14));
        all
    }

    fn cells(plan: &Plan, at: usize) -> Vec<Cell> {
        let Some(own) = Lines::items(plan).get(at) else { return Vec::new() };
        let money = |amount: Option<Dong>| number(amount.map(|amount| amount.0));
        let level = level_of(plan, at).clamp(1, LEVELS.len()) - 1;
        let unit = own.unit_responsible.as_deref().and_then(|key| plan.unit(key)).map_or("", |unit| &unit.name);
        let mut cells = vec![
            Cell::text(&own.content),
            Cell::Choice(level),
            Cell::text(&own.unit),
            number(own.quantity.map(|quantity| quantity.0)),
            money(own.price),
            money(own.amount),
            tick(own.is_lump),
            Cell::text(unit),
        ];
        cells.extend(Lines::sources(plan).iter().map(|source| money(own.split.get(&source.key).copied())));
        cells.push(Cell::text(&own.note));
        let choice = |at: Option<usize>| at.map_or(Cell::Empty, Cell::Choice);
        let activity = |key: &String| plan.activities.iter().position(|other| other.key == *key);
        let product = |key: &String| plan.products.iter().position(|other| other.key == *key);
        cells.push(choice(own.activity.as_ref().and_then(activity)));
        cells.push(choice(own.product.as_ref().and_then(product)));
        cells
    }

    fn set(plan: &mut Plan, at: usize, column: usize, cell: &Cell) {
        let value = cell.as_text().to_owned();
        let unit = if column == 7 { plan.unit_called(&value) } else { None };
        let source =
            column.checked_sub(FIRST_SOURCE).and_then(|at| Lines::sources(plan).get(at)).map(|own| own.key.clone());
        let amount = number_of(cell).map(Dong);
        if column == 1 {
            return set_level(plan, at, choice_of(&[1, 2, 3, 4], cell).unwrap_or(1));
        }
        let chosen = if let Cell::Choice(at) = cell { Some(*at) } else { None };
        match column.checked_sub(FIRST_SOURCE + Lines::sources(plan).len()) {
            Some(1) => return pay_for_activity(plan, at, chosen),
            Some(2) => return pay_for_product(plan, at, chosen),
            _ => {}
        }
        let Some(budget) = &mut plan.budget else { return };
        change_line(budget, at, |line| match (column, source) {
            (0, _) => line.content = value,
            (2, _) => line.unit = value,
            (3, _) => line.quantity = number_of(cell).map(Quantity),
            (4, _) => line.price = amount,
            (5, _) => line.amount = amount,
            (6, _) => line.is_lump = *cell == Cell::Tick,
            (7, _) => line.unit_responsible = unit,
            (_, Some(source)) => {
                match amount {
                    Some(amount) => line.split.insert(source, amount),
                    None => line.split.remove(&source),
                };
            }
            _ => line.note = value,
        });
    }

    fn pasting() -> Pasting {
        Pasting {
            prepare: Some(Rc::new(|_, draft| numbers::say_levels(draft, columns::LEVEL.get()))),
            foretell: Some(Rc::new(numbers::said)),
            ..Pasting::default()
        }
    }

    fn blank(plan: &Plan) -> BudgetLine {
        BudgetLine::blank(&plan.free_key("l"))
    }

    fn computed(plan: &Plan) -> Option<Computed> {
        plan.budget.as_ref().map(computed)
    }
    fn follow(plan: &mut Plan, before: &Computed) {
        if let Some(budget) = &mut plan.budget {
            follow(budget, before);
        }
    }

    fn order(plan: &Plan) -> BTreeMap<String, usize> {
        Lines::items(plan).iter().map(|line| line.key.clone()).zip(all_levels(plan)).collect()
    }

    fn ordered(plan: &mut Plan, before: &BTreeMap<String, usize>) {
        let levels = all_levels(plan);
        let now = Lines::items(plan).iter().zip(levels);
        let now: Vec<usize> = now.map(|(line, now)| before.get(&line.key).copied().unwrap_or(now)).collect();
        put_levels(plan, &now);
    }
}

/// The line pays for this activity and for no other; the activity knows its lines.
fn pay_for_activity(plan: &mut Plan, at: usize, chosen: Option<usize>) {
    let key = chosen.and_then(|chosen| plan.activities.get(chosen)).map(|own| own.key.clone());
    let Some(line) = plan.budget.as_mut().and_then(|budget| budget.lines.get_mut(at)) else { return };
    line.activity = key.clone();
    let own = line.key.clone();
    for activity in &mut plan.activities {
        activity.budget_lines.retain(|other| *other != own);
        if Some(&activity.key) == key.as_ref() {
            activity.budget_lines.push(own.clone());
        }
    }
}

fn pay_for_product(plan: &mut Plan, at: usize, chosen: Option<usize>) {
    let key = chosen.and_then(|chosen| plan.products.get(chosen)).map(|own| own.key.clone());
    if let Some(line) = plan.budget.as_mut().and_then(|budget| budget.lines.get_mut(at)) {
        line.product = key;
    }
}

fn all_levels(plan: &Plan) -> Vec<usize> {
    let lines = Lines::items(plan).iter();
    let entries: Vec<(&str, Option<&str>)> = lines.map(|line| (line.key.as_str(), line.parent.as_deref())).collect();
    levels(&entries)
}

fn level_of(plan: &Plan, at: usize) -> usize {
    let lines = Lines::items(plan);
    let (mut level, mut parent) = (1, lines.get(at).and_then(|line| line.parent.as_deref()));
    while let Some(above) =
        parent.and_then(|key| lines.iter().find(|line| line.key == key)).filter(|_| level < LEVELS.len())
    {
        level += 1;
        parent = above.parent.as_deref();
    }
    level
}

fn set_level(plan: &mut Plan, at: usize, level: usize) {
    let mut all = all_levels(plan);
    if let Some(own) = all.get_mut(at) {
        *own = level;
    }
    put_levels(plan, &all);
}

/// Puts the lines below one another.
fn put_levels(plan: &mut Plan, all: &[usize]) {
    let Some(budget) = &mut plan.budget else { return };
    let keys: Vec<String> = budget.lines.iter().map(|line| line.key.clone()).collect();
    for (line, parent) in budget.lines.iter_mut().zip(parents(all)) {
        line.parent = parent.and_then(|parent| keys.get(parent).cloned());
    }
}
