//! The producers: one table.

use std::collections::BTreeMap;
use std::rc::Rc;

use leptos::prelude::*;

use super::listed::{Behind, Listed};
use super::making::Making;
use super::when_listed;
use crate::domain::order::sorted;
use crate::domain::registry::{LegalForm, Producer, ProducerId};
use crate::domain::vietnamese::sort_key;
use crate::pages::Path;
use crate::pages::sheet_file::sheets_of;
use crate::state::Records;
use crate::table::{Cell, Column, Kind, Sheet};
use crate::text::registry;
use crate::ui::{Long, Node, Pasting, TableOf, actions, link, page, table_with};

const NAME: usize = 0;
const FORM: usize = 1;
const PERSON: usize = 2;
const POSITION: usize = 3;
const ADDRESS: usize = 4;
const PHONE: usize = 5;
const EMAIL: usize = 6;
const REGISTRATION: usize = 7;
const REGISTERED: usize = 8;
const NOTE: usize = 9;
const COUNT: usize = 10;

/// The page.
pub fn producers(records: Records) -> Node {
    when_listed(records, move || {
        let (sheet, behind) = sheet(records);
        let [told, opened, long] = std::array::from_fn(|_| Rc::clone(&behind));
        let table = TableOf {
            name: "producers",
            label: registry::PRODUCERS.get().to_owned(),
            sheet,
            at: None,
            may_add: true,
            may_add_empty: false,
            may_move: false,
            commit: Rc::new(move |sheet, act| behind.commit(sheet, act)),
            commit_long: Long::of(Rc::new(move |sheet, act, going| long.commit_long(sheet, act, going))),
            tell: Rc::new(move |sheet| tell(records, &told, sheet)),
            open: Some(Rc::new(move |key| opened.id(key).map(|id| Path::Producer(id).text()))),
            go: Rc::new(move |path| records.app.go(path)),
            pasting: Pasting::default(),
            empty: registry::NO_PRODUCER_YET.get().to_owned(),
        };
        page("page wide", registry::PRODUCERS.get())
            .child(actions([link("quiet", &Path::Products.text(), registry::PRODUCTS.get())]))
            .child(table_with(table, move |door| sheets_of(records.app, registry::PRODUCERS.get(), "ChuThe", door)))
    })
}

fn columns() -> Vec<Column> {
    let text = |key, title: crate::text::Text, width| Column { width, ..Column::new(key, title.get(), Kind::Text) };
    let forms = forms().map(|form| registry::legal_form(form).get().to_owned()).collect();
    vec![
        Column {
            required: true,
            also: &["chu the", "don vi", "co so", "ten co so", "ten chu the ocop"],
            ..text("name", registry::PRODUCER_NAME, 18)
        },
        Column {
            facet: true,
            also: &["loai hinh", "hinh thuc"],
            width: 14,
            ..Column::new("form", registry::LEGAL_FORM.get(), Kind::Choice(forms))
        },
        Column {
            also: &["nguoi dai dien", "giam doc", "chu co so", "ho va ten"],
            width: 13,
            ..Column::new("person", registry::REPRESENTATIVE.get(), Kind::Person)
        },
        text("position", registry::POSITION, 9),
        Column { also: &["dia chi"], ..text("address", registry::ADDRESS, 16) },
        Column { also: &["so dien thoai", "dien thoai", "sdt"], ..text("phone", registry::PHONE, 9) },
        text("email", registry::EMAIL, 12),
        Column { also: &["so dang ky kinh doanh", "dkkd"], ..text("registration", registry::REGISTRATION_NO, 10) },
        Column { width: 8, ..Column::new("registered", registry::REGISTRATION_DATE.get(), Kind::Date) },
        Column { also: &["ghi chu"], ..text("note", registry::NOTE, 14) },
        Column { fixed: true, total: true, width: 8, ..Column::new("products", registry::PRODUCTS.get(), Kind::Whole) },
    ]
}

/// The forms that can be said; an empty cell says none.
fn forms() -> impl Iterator<Item = LegalForm> {
    LegalForm::ALL.iter().copied().filter(|form| *form != LegalForm::Other)
}

fn sheet(records: Records) -> (Sheet, Rc<Behind<Producer>>) {
    records.registry.with_untracked(|register| {
        let keyed = register.producers().map(|(id, producer)| (sort_key(&producer.name), id, producer)).collect();
        let producers: Vec<(Vec<u8>, ProducerId, &Producer)> = sorted(keyed, &|one, other| one.0.cmp(&other.0));
        let rows = producers.into_iter().map(|(_, id, producer)| (id, cells(producer)));
        let (ids, rows): (Vec<ProducerId>, Vec<Vec<Cell>>) = rows.unzip();
        (Sheet::new(columns(), rows), Behind::new(records, ids))
    })
}

fn cells(producer: &Producer) -> Vec<Cell> {
    let form = forms().position(|form| form == producer.legal_form);
    vec![
        Cell::text(&producer.name),
        form.map_or(Cell::Empty, Cell::Choice),
        Cell::text(&producer.representative.name),
        Cell::text(&producer.representative.position),
        Cell::text(&producer.address),
        Cell::text(&producer.phone),
        Cell::text(&producer.email),
        Cell::text(&producer.registration.number),
        producer.registration.date.map_or(Cell::Empty, Cell::Date),
        Cell::text(&producer.note),
    ]
}

/// Puts the number of its products into each row.
fn tell(records: Records, behind: &Behind<Producer>, sheet: &mut Sheet) {
    records.registry.with(|register| {
        let mut counts: BTreeMap<ProducerId, i64> = BTreeMap::new();
        for (_, product) in register.products() {
            if let Some((id, _)) = register.producer(product.producer) {
                *counts.entry(id).or_default() += 1;
            }
        }
        for at in 0..sheet.rows().len() {
            let id = sheet.rows().get(at).and_then(|row| behind.id(row.key));
            let count = id.and_then(|id| counts.get(&id).copied()).unwrap_or_default();
            sheet.tell(at, COUNT, Cell::Number(count));
        }
    });
}

impl Listed for Producer {
    fn with_cells(own: Option<Producer>, cells: &[(usize, Cell)], _: &mut Making<'_, '_>) -> Producer {
        let mut producer = own.unwrap_or_else(|| Producer::named(""));
        for (column, cell) in cells {
            let text = cell.as_text().to_owned();
            match *column {
                NAME => producer.name = text,
                FORM => {
                    let at = if let Cell::Choice(at) = cell { forms().nth(*at) } else { None };
                    producer.legal_form = at.unwrap_or(LegalForm::Other);
                }
                PERSON => producer.representative.name = text,
                POSITION => producer.representative.position = text,
                ADDRESS => producer.address = text,
                PHONE => producer.phone = text,
                EMAIL => producer.email = text,
                REGISTRATION => producer.registration.number = text,
                REGISTERED => producer.registration.date = if let Cell::Date(date) = cell { Some(*date) } else { None },
                NOTE => producer.note = text,
                _ => (),
            }
        }
        producer
    }
}
