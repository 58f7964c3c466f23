//! The units that a plan names, with all the names they go by.

use super::findings::Found;
use super::listed::{Listed, choice, choice_of, chosen, list_table, of, text, tick};
use crate::domain::plan::{OrgUnit, Plan, Tier, UnitKind};
use crate::state::Plans;
use crate::table::{Cell, Column, Kind};
use crate::text::plan_columns as columns;
use crate::text::plan_fields as more;
use crate::text::plan_pages as words;
use crate::ui::{Node, classed, paragraph};

/// The part.
pub fn units(plans: Plans, found: Found) -> Node {
    classed("div", "stack-plain").child(paragraph("help", words::UNITS_HELP.get())).child(list_table::<Units>(
        plans,
        found,
        words::UNITS,
        words::NO_UNITS,
    ))
}

/// The units as a list.
pub struct Units;

impl Listed for Units {
    type Item = OrgUnit;
    const NAME: &'static str = "plan-units";
    const FILE: &'static str = "DonVi";
    const PLACED: bool = false;

    fn items(plan: &Plan) -> &[OrgUnit] {
        &plan.units
    }
    fn items_mut(plan: &mut Plan) -> &mut Vec<OrgUnit> {
        &mut plan.units
    }
    fn key(item: &OrgUnit) -> &str {
        &item.key
    }

    fn columns(_: &Plan) -> Vec<Column> {
        vec![
            Column { required: true, also: &["ten don vi", "don vi"], ..text("name", columns::UNIT_NAME, 22) },
            Column { also: &["viet tat", "ten viet tat"], ..text("aliases", columns::UNIT_ALIASES, 22) },
            choice(Tier::ALL.iter().map(|own| words::tier(*own).get()), "level", columns::UNIT_LEVEL, 10),
            choice(UnitKind::ALL.iter().map(|own| columns::unit_kind(*own).get()), "kind", columns::UNIT_KIND, 14),
            of(Kind::Tick, "group", columns::UNIT_GROUP, 7),
            text("parent", columns::UNIT_PARENT, 16),
            of(Kind::Date, "from", more::VALID_FROM, 9),
            of(Kind::Date, "until", more::VALID_TO, 9),
            text("successors", more::SUCCESSORS, 16),
        ]
    }

    fn cells(plan: &Plan, at: usize) -> Vec<Cell> {
        let Some(own) = plan.units.get(at) else { return Vec::new() };
        vec![
            Cell::text(&own.name),
            Cell::text(&own.aliases_line()),
            chosen(Tier::ALL, own.level.as_ref()),
            chosen(UnitKind::ALL, Some(&own.kind)),
            tick(own.is_group),
            Cell::text(own.parent.as_deref().and_then(|key| plan.unit(key)).map_or("", |unit| &unit.name)),
            own.valid_from.map_or(Cell::Empty, Cell::Date),
            own.valid_to.map_or(Cell::Empty, Cell::Date),
            Cell::text(&plan.unit_names(own.successors.iter().map(String::as_str))),
        ]
    }

    fn set(plan: &mut Plan, at: usize, column: usize, cell: &Cell) {
        let value = cell.as_text().to_owned();
        let parent = if column == 5 { plan.unit_known(&value) } else { None };
        let successors = if column == 8 { plan.units_called(&value) } else { Vec::new() };
        let date = if let Cell::Date(date) = cell { Some(*date) } else { None };
        let Some(own) = plan.units.get_mut(at) else { return };
        match column {
            0 => own.name = value,
            1 => own.set_aliases(&value),
            2 => own.level = choice_of(Tier::ALL, cell),
            3 => own.kind = choice_of(UnitKind::ALL, cell).unwrap_or(UnitKind::Other),
            4 => own.is_group = *cell == Cell::Tick,
            5 => own.parent = parent.filter(|key| *key != own.key),
            6 => own.valid_from = date,
            7 => own.valid_to = date,
            8 => own.successors = successors.into_iter().filter(|key| *key != own.key).collect(),
            _ => {}
        }
    }

    fn blank(plan: &Plan) -> OrgUnit {
        OrgUnit {
            key: plan.free_key("u"),
            name: String::new(),
            aliases: Vec::new(),
            level: None,
            kind: UnitKind::Office,
            is_group: false,
            parent: None,
            valid_from: None,
            valid_to: None,
            successors: Vec::new(),
            unknown: Default::default(),
        }
    }

    fn kept(plan: &Plan, item: &OrgUnit) -> Option<String> {
        plan.is_unit_named(&item.key).then(|| words::unit_in_use(&item.name))
    }
}
