//! Certificates as rows of a table.

use std::rc::Rc;

use leptos::prelude::*;

use super::listed::Behind;
use super::product_rows;
use crate::domain::cycle::{Certificate, CertificateId};
use crate::domain::date::Date;
use crate::domain::order::sorted;
use crate::domain::registry::RegisteredId;
use crate::domain::vietnamese::sort_key;
use crate::ledger::registry::Registry;
use crate::state::Records;
use crate::table::{Cell, Column, Kind, Sheet};
use crate::text::{certificate, cycle, recognised, registry};

/// The product's name.
pub const NAME: usize = 0;
/// The producer's name.
pub const PRODUCER: usize = 1;
pub(super) const ADDRESS: usize = 2;
pub(super) const STARS: usize = 3;
pub(super) const POINTS: usize = 4;
/// The number of the decision of recognition.
pub const DECISION: usize = 5;
pub(super) const DECIDED: usize = 6;
pub(super) const ISSUER: usize = 7;
pub(super) const NUMBER: usize = 8;
pub(super) const UNTIL: usize = 9;
pub(super) const STANDING: usize = 10;
pub(super) const NOTE: usize = 11;

/// The columns in the order above.
fn columns() -> Vec<Column> {
    let text = |key, title: crate::text::Text, width| Column { width, ..Column::new(key, title.get(), Kind::Text) };
    let of = |kind, key, title: crate::text::Text, width| Column { width, ..Column::new(key, title.get(), kind) };
    let stars = Kind::Choice(recognised::STAR_NAMES.map(str::to_owned).to_vec());
    vec![
        product_rows::name(),
        product_rows::producer(),
        Column {
            also: &["dia chi", "noi san xuat", "xa", "dia ban", "xa phuong"],
            ..text("address", registry::PLACE, 14)
        },
        Column {
            required: true,
            facet: true,
            also: &[
                "sao",
                "so sao",
                "xep hang",
                "phan hang",
                "hang",
                "hang sao dat duoc",
                "ket qua",
                "ket qua phan hang",
            ],
            ..of(stars, "stars", recognised::STARS, 7)
        },
        Column {
            also: &["diem", "so diem", "tong diem", "diem danh gia", "diem trung binh", "ket qua diem"],
            ..of(Kind::Decimal { places: 2 }, "points", recognised::POINTS, 6)
        },
        Column {
            required: true,
            also: &[
                "quyet dinh",
                "so quyet dinh",
                "so qd",
                "quyet dinh cong nhan",
                "so quyet dinh cong nhan",
                "van ban cong nhan",
            ],
            ..text("decision", recognised::DECISION, 11)
        },
        Column {
            required: true,
            also: &[
                "ngay cong nhan",
                "ngay ban hanh",
                "ngay ky",
                "ngay qd",
                "ngay quyet dinh",
                "thoi gian cong nhan",
                "ngay cap",
            ],
            ..of(Kind::Date, "decided", recognised::DECIDED, 9)
        },
        Column {
            also: &["co quan ban hanh", "co quan cap", "noi cap", "don vi cong nhan"],
            ..text("issuer", recognised::ISSUER, 12)
        },
        Column {
            also: &["so gcn", "giay chung nhan", "ma giay chung nhan"],
            ..text("number", certificate::NUMBER, 10)
        },
        Column {
            also: &["ngay het han", "het han", "thoi han", "hieu luc den", "co gia tri den", "thoi han den"],
            ..of(Kind::Date, "until", recognised::UNTIL, 9)
        },
        Column { fixed: true, facet: true, ..text("standing", recognised::STANDING, 13) },
        Column { also: &["ghi chu"], ..text("note", registry::NOTE, 14) },
    ]
}

/// The product of a certificate.
pub fn product_of(register: &Registry, id: CertificateId) -> Option<RegisteredId> {
    let own = register.get::<Certificate>(id)?;
    register.product(own.product).map(|(id, _)| id)
}

/// The certificates, the newest decision first, then by product; and the records behind the rows.
pub fn sheet(records: Records) -> (Sheet, Rc<Behind<Certificate>>) {
    records.registry.with_untracked(|register| {
        let name = |own: &Certificate| register.product(own.product).map_or("", |(_, product)| product.name.as_str());
        let keyed = register.all::<Certificate>().map(|(id, own)| ((-own.valid_from.days(), sort_key(name(own))), id));
        let certificates = sorted(keyed.collect(), &|one: &((i32, Vec<u8>), CertificateId), other| one.0.cmp(&other.0));
        let (ids, rows): (Vec<CertificateId>, Vec<Vec<Cell>>) = certificates
            .into_iter()
            .filter_map(|(_, id)| Some((id, cells(register, register.get::<Certificate>(id)?))))
            .unzip();
        (Sheet::new(columns(), rows), Behind::new(records, ids))
    })
}

fn cells(register: &Registry, own: &Certificate) -> Vec<Cell> {
    let product = register.product(own.product).map(|(_, product)| product);
    let producer = product.and_then(|product| register.producer(product.producer)).map(|(_, producer)| producer);
    vec![
        Cell::text(product.map_or("", |product| &product.name)),
        Cell::text(producer.map_or("", |producer| &producer.name)),
        Cell::text(product.map_or("", |product| &product.address)),
        own.stars.checked_sub(3).filter(|at| *at < 3).map_or(Cell::Empty, |at| Cell::Choice(at.into())),
        own.points.map_or(Cell::Empty, |points| Cell::Number(points.hundredths())),
        Cell::text(&own.decision.number),
        own.decision.date.map_or(Cell::Empty, Cell::Date),
        Cell::text(&own.decision.issuer),
        Cell::text(&own.number),
        own.printed_until.map_or(Cell::Empty, Cell::Date),
        Cell::Empty,
        Cell::text(&own.note),
    ]
}

/// Puts how each certificate stands today into its row, and what its product is called now.
pub fn tell(records: Records, behind: &Behind<Certificate>, sheet: &mut Sheet) {
    records.registry.with(|register| {
        let lives = register.lives();
        for at in 0..sheet.rows().len() {
            let id = sheet.rows().get(at).and_then(|row| behind.id(row.key));
            let Some(own) = id.and_then(|id| register.get::<Certificate>(id)) else { continue };
            let product = register.product(own.product).map_or(own.product, |(today, _)| today);
            let review = |today: Date| {
                let life = lives.get(&product);
                life.map_or_else(
                    || own.standing(today, None),
                    |life| life.ask(|life| own.standing(today, life.review())),
                )
            };
            let standing = records.today.map_or("", |today| cycle::standing(review(today)).get());
            let mut told = cells(register, own);
            told[STANDING] = Cell::text(standing);
            let own = told.into_iter().enumerate().filter(|(column, _)| matches!(*column, NAME..=ADDRESS | STANDING));
            sheet.tell_row(at, own);
        }
    });
}
