//! The targets of a plan.

use super::findings::Found;
use super::listed::{Listed, choice, choice_of, chosen, list_table, number, number_of, of, text, told};
use super::{placing, shares};
use crate::domain::cycle::DossierType;
use crate::domain::money::Quantity;
use crate::domain::plan::edit::Entry;
use crate::domain::plan::{Comparator, Metric, Plan, ScopeKind, Target, TimeSpec};
use crate::paper;
use crate::state::Plans;
use crate::table::{Cell, Column, Kind};
use crate::text::plan as printed;
use crate::text::plan_columns as columns;
use crate::text::plan_fields as more;
use crate::text::plan_pages as words;
use crate::ui::{Node, classed, paragraph};

/// The part.
pub fn targets(plans: Plans, found: Found) -> Node {
    classed("div", "stack-plain")
        .child(paragraph("help", words::TARGETS_HELP.get()))
        .child(placing::placing(plans, Entry::Target))
        .child(list_table::<Targets>(plans, found, words::TARGETS, words::NO_TARGETS))
        .child(shares::shares(plans))
}

const STARS: [u8; 5] = [1, 2, 3, 4, 5];
const DECIMAL: Kind = Kind::Decimal { places: 3 };

/// The targets as a list.
pub struct Targets;

impl Listed for Targets {
    type Item = Target;
    const NAME: &'static str = "plan-targets";
    const FILE: &'static str = "ChiTieu";
    const PLACED: bool = true;

    fn items(plan: &Plan) -> &[Target] {
        &plan.targets
    }
    fn items_mut(plan: &mut Plan) -> &mut Vec<Target> {
        &mut plan.targets
    }
    fn key(item: &Target) -> &str {
        &item.key
    }

    fn columns(_: &Plan) -> Vec<Column> {
        vec![
            choice(Metric::ALL.iter().map(|own| columns::metric(*own).get()), "metric", columns::METRIC, 16),
            choice(
                Comparator::ALL.iter().map(|own| columns::comparator(*own).get()),
                "comparator",
                columns::COMPARATOR,
                9,
            ),
            Column { also: &["so luong", "chi tieu"], ..of(DECIMAL, "value", columns::VALUE, 7) },
            of(DECIMAL, "value_max", columns::VALUE_MAX, 7),
            Column { also: &["don vi tinh", "dvt"], ..text("unit", columns::UNIT_OF, 12) },
            choice(STARS.iter().map(|own| columns::STAR_NAMES[usize::from(*own - 1)]), "star", columns::STAR_MIN, 7),
            choice(
                DossierType::ALL.iter().map(|own| printed::registration(*own).get()),
                "registration",
                columns::REGISTRATION,
                9,
            ),
            choice(ScopeKind::ALL.iter().map(|own| columns::scope(*own).get()), "scope", columns::SCOPE, 10),
            text("scope_unit", columns::SCOPE_UNIT, 12),
            text("due", columns::DUE, 11),
            told("reading", columns::READING, 12),
            of(DECIMAL, "baseline", columns::BASELINE, 8),
            of(DECIMAL, "total", columns::RESULTING, 8),
            of(Kind::Whole, "part", more::PART_OF, 8),
            text("printed", columns::PRINTED, 22),
            told("words", columns::WORDS, 22),
        ]
    }

    fn cells(plan: &Plan, at: usize) -> Vec<Cell> {
        let Some(own) = plan.targets.get(at) else { return Vec::new() };
        let quantity = |value: Option<Quantity>| number(value.map(|value| value.0));
        vec![
            chosen(Metric::ALL, Some(&own.metric)),
            chosen(Comparator::ALL, own.comparator.as_ref()),
            quantity(own.value),
            quantity(own.value_max),
            Cell::text(&own.unit),
            chosen(&STARS, own.star_min.as_ref()),
            chosen(DossierType::ALL, own.registration.as_ref()),
            chosen(ScopeKind::ALL, Some(&own.scope.kind)),
            Cell::text(own.scope.unit.as_deref().and_then(|key| plan.unit(key)).map_or("", |unit| &unit.name)),
            Cell::text(&own.due.as_ref().map(words::time).unwrap_or_default()),
            Cell::text(&own.due.as_ref().map(words::reading).unwrap_or_default()),
            quantity(own.baseline),
            quantity(own.resulting_total),
            number(part_number(plan, own)),
            Cell::text(&own.printed),
            Cell::text(&paper::filled(plan, &["{", &own.key, "}"].concat())),
        ]
    }

    fn set(plan: &mut Plan, at: usize, column: usize, cell: &Cell) {
        let year = plan.period.to;
        let value = cell.as_text().to_owned();
        let unit = if column == 8 { plan.unit_called(&value) } else { None };
        let whole = number_of(cell).and_then(|number| usize::try_from(number).ok()?.checked_sub(1));
        let whole =
            whole.filter(|whole| *whole != at).and_then(|whole| plan.targets.get(whole)).map(|own| own.key.clone());
        let Some(own) = plan.targets.get_mut(at) else { return };
        let quantity = number_of(cell).map(Quantity);
        match column {
            0 => own.metric = choice_of(Metric::ALL, cell).unwrap_or(Metric::Other),
            1 => own.comparator = choice_of(Comparator::ALL, cell),
            2 => {
                own.value = quantity;
                if own.comparator.is_none() && quantity.is_some() {
                    own.comparator = Some(Comparator::Equal);
                }
            }
            3 => own.value_max = quantity,
            4 => own.unit = value,
            5 => own.star_min = choice_of(&STARS, cell),
            6 => own.registration = choice_of(DossierType::ALL, cell),
            7 => own.scope.kind = choice_of(ScopeKind::ALL, cell).unwrap_or(ScopeKind::Plan),
            8 => {
                own.scope.unit = unit;
                if own.scope.unit.is_some() {
                    own.scope.kind = ScopeKind::Unit;
                }
            }
            9 => own.due = (!value.is_empty()).then(|| TimeSpec::parse(&value, Some(year))),
            11 => own.baseline = quantity,
            12 => own.resulting_total = quantity,
            13 => own.part_of = whole,
            14 => own.printed = value,
            _ => {}
        }
        // Words that were printed for other numbers would not be true any more; ours stand there instead.
        if matches!(column, 1..=5) {
            own.printed.clear();
        }
    }

    fn blank(plan: &Plan) -> Target {
        Target::blank(plan.free_key("t"), "")
    }
}

/// The place of the target that this one is a part of, from 1.
fn part_number(plan: &Plan, own: &Target) -> Option<i64> {
    let whole = own.part_of.as_deref()?;
    let at = plan.targets.iter().position(|other| other.key == whole)?;
    i64::try_from(at + 1).ok()
}
