//! The products that a plan lists, linked to those of the registry.

use super::findings::Found;
use super::linking;
use super::listed::{Listed, choice, choice_of, chosen, list_table, number, number_of, of, text, told};
use crate::domain::cycle::DossierType;
use crate::domain::money::Dong;
use crate::domain::plan::{Plan, PlanProduct, counted};
use crate::domain::registry::LegalForm;
use crate::state::Plans;
use crate::table::{Cell, Column, Kind};
use crate::text::plan as printed;
use crate::text::plan_columns as columns;
use crate::text::plan_fields as more;
use crate::text::{Text, plan_pages as words, registry};
use crate::ui::{Node, classed, paragraph};

/// The part.
pub fn products(plans: Plans, found: Found) -> Node {
    plans.records.ask();
    classed("div", "stack-plain")
        .child(paragraph("help", words::PRODUCTS_HELP.get()))
        .child(linking::linking(plans))
        .child(list_table::<Products>(plans, found, words::PRODUCTS, words::NO_PRODUCTS))
        .child(shares(plans))
}

/// How the products divide by group, registration and stars.
fn shares(plans: Plans) -> Node {
    let line = |title: Text, kind: fn(&PlanProduct) -> String| {
        classed("p", "help").bind_text(move || {
            plans.follow_plan(|plan| {
                let all = plan.products.len();
                let name = |kind: String| if kind.is_empty() { more::NOT_SAID.get().to_owned() } else { kind };
                let counted = counted(plan.products.iter().map(|own| name(kind(own)))).into_iter();
                let parts: Vec<String> = counted.map(|(name, count)| more::part_of_all(&name, count, all)).collect();
                if parts.is_empty() { String::new() } else { [title.get(), ": ", &parts.join("; ")].concat() }
            })
        })
    };
    let registration =
        |own: &PlanProduct| own.registration.map(|own| printed::registration(own).get().to_owned()).unwrap_or_default();
    let star = |own: &PlanProduct| {
        let name = own.target_star.and_then(|star| STAR_NAMES.get(usize::from(star).checked_sub(1)?));
        name.map(|name| (*name).to_owned()).unwrap_or_default()
    };
    classed("div", "stack-plain")
        .child(line(more::BY_GROUP, |own| own.group.trim().to_owned()))
        .child(line(more::BY_REGISTRATION, registration))
        .child(line(more::BY_STAR, star))
}

const STARS: [u8; 5] = [1, 2, 3, 4, 5];
const STAR_NAMES: &[&str] = &columns::STAR_NAMES;

/// The products as a list.
pub struct Products;

impl Listed for Products {
    type Item = PlanProduct;
    const NAME: &'static str = "plan-products";
    const FILE: &'static str = "SanPhamKeHoach";
    const PLACED: bool = false;

    fn items(plan: &Plan) -> &[PlanProduct] {
        &plan.products
    }
    fn items_mut(plan: &mut Plan) -> &mut Vec<PlanProduct> {
        &mut plan.products
    }
    fn key(item: &PlanProduct) -> &str {
        &item.key
    }

    fn columns(plan: &Plan) -> Vec<Column> {
        let rounds: Vec<String> = plan.rounds.iter().map(words::round_name).collect();
        vec![
            Column {
                required: true,
                also: &["san pham", "ten", "ten san pham ocop"],
                ..text("name", columns::PRODUCT, 18)
            },
            Column {
                also: &["ten chu the", "don vi", "co so", "co so san xuat", "ten co so"],
                ..text("producer", columns::PRODUCER, 15)
            },
            choice(LegalForm::ALL.iter().map(|own| registry::legal_form(*own).get()), "form", columns::LEGAL_FORM, 11),
            Column { also: &["xa phuong", "ten xa", "dia ban"], ..text("commune", columns::COMMUNE, 11) },
            Column { also: &["noi san xuat", "thon ban"], ..text("address", columns::ADDRESS, 14) },
            Column { also: &["nhom", "nganh hang", "nhom nganh"], ..text("group", columns::GROUP, 12) },
            Column {
                also: &["loai dang ky", "hinh thuc"],
                ..choice(
                    DossierType::ALL.iter().map(|own| printed::registration(*own).get()),
                    "registration",
                    columns::REGISTRATION,
                    9,
                )
            },
            Column {
                also: &["hang sao da dat"],
                ..choice(STAR_NAMES.iter().copied(), "current", columns::CURRENT_STAR, 7)
            },
            Column {
                also: &["hang sao", "muc tieu hang sao", "hang sao dang ky"],
                ..choice(STAR_NAMES.iter().copied(), "target", columns::TARGET_STAR, 7)
            },
            text("certificate", columns::CERTIFICATE, 13),
            of(Kind::Date, "until", columns::CERTIFICATE_UNTIL, 9),
            choice(rounds.iter().map(String::as_str), "round", columns::ROUND, 9),
            Column { also: &["noi dung ho tro"], ..text("support", columns::SUPPORT, 14) },
            Column {
                total: true,
                also: &["kinh phi", "kinh phi ho tro"],
                ..of(Kind::Money, "cost", columns::COST, 10)
            },
            text("variants", columns::VARIANTS, 12),
            Column { also: &["ghi chu"], ..text("note", columns::NOTE, 12) },
            text("form_printed", more::FORM_PRINTED, 12),
            text("printed", more::PRINTED_IN_TEXT, 20),
            told("registered", columns::REGISTERED, 12),
        ]
    }

    fn cells(plan: &Plan, at: usize) -> Vec<Cell> {
        let Some(own) = plan.products.get(at) else { return Vec::new() };
        let rounds: Vec<&str> = plan.rounds.iter().map(|round| round.key.as_str()).collect();
        vec![
            Cell::text(&own.name),
            Cell::text(&own.producer),
            chosen(LegalForm::ALL, own.legal_form.as_ref()),
            Cell::text(own.commune.as_deref().and_then(|key| plan.unit(key)).map_or("", |unit| &unit.name)),
            Cell::text(&own.address),
            Cell::text(&own.group),
            chosen(DossierType::ALL, own.registration.as_ref()),
            chosen(&STARS, own.current_star.as_ref()),
            chosen(&STARS, own.target_star.as_ref()),
            Cell::text(&own.certificate_printed),
            own.certificate_until.map_or(Cell::Empty, Cell::Date),
            chosen(&rounds, own.round.as_deref().as_ref()),
            Cell::text(&own.support),
            number(own.cost.map(|cost| cost.0)),
            Cell::text(&own.variants.join("; ")),
            Cell::text(&own.note),
            Cell::text(&own.form_printed),
            Cell::text(&own.printed),
            Cell::text(if own.registered.is_some() { words::LINKED.get() } else { words::NOT_LINKED.get() }),
        ]
    }

    fn set(plan: &mut Plan, at: usize, column: usize, cell: &Cell) {
        let value = cell.as_text().to_owned();
        let commune = if column == 3 { plan.unit_called(&value) } else { None };
        let rounds: Vec<String> = plan.rounds.iter().map(|round| round.key.clone()).collect();
        let Some(own) = plan.products.get_mut(at) else { return };
        match column {
            0 => own.name = value,
            1 => own.producer = value,
            2 => own.legal_form = choice_of(LegalForm::ALL, cell),
            3 => own.commune = commune,
            4 => own.address = value,
            5 => own.group = value,
            6 => own.registration = choice_of(DossierType::ALL, cell),
            7 => own.current_star = choice_of(&STARS, cell),
            8 => own.target_star = choice_of(&STARS, cell),
            9 => own.certificate_printed = value,
            10 => own.certificate_until = if let Cell::Date(date) = cell { Some(*date) } else { None },
            11 => own.round = if let Cell::Choice(at) = cell { rounds.get(*at).cloned() } else { None },
            12 => own.support = value,
            13 => own.cost = number_of(cell).map(Dong),
            14 => {
                own.variants =
                    value.split([';', '\n']).map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect()
            }
            15 => own.note = value,
            16 => own.form_printed = value,
            17 => own.printed = value,
            _ => {}
        }
        // Another name is another product: it is linked anew, and printed by its new name.
        if column < 2 {
            own.printed.clear();
            own.registered = None;
        }
        if column == 2 {
            own.form_printed.clear();
        }
    }

    fn blank(plan: &Plan) -> PlanProduct {
        PlanProduct::named(&plan.free_key("p"), "", "")
    }
}
