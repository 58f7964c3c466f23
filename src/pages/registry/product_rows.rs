//! Products as rows of a table.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use super::listed::{Behind, Listed};
use super::making::Making;
use crate::domain::cycle::Shown;
use crate::domain::order::sorted;
use crate::domain::registry::{ProducerId, Product, RegisteredId};
use crate::domain::vietnamese::{fold, sort_key};
use crate::ledger::registry::{Lived, Registry};
use crate::state::{Opening, Records};
use crate::table::{Cell, Column, Draft, Kind, Plan, Sheet, Taken, Target};
use crate::text::{cycle, registry};

const NAME: usize = 0;
const PRODUCER: usize = 1;
const GROUP: usize = 2;
const STATE: usize = 3;
const SET: usize = 4;
const ADDRESS: usize = 5;
const SPECIFICATION: usize = 6;
const SERIAL: usize = 7;
const OLD_CODE: usize = 8;
const NOTE: usize = 9;

/// The column of products' names.
pub(super) fn name() -> Column {
    Column {
        required: true,
        also: &["san pham", "ten", "ten san pham ocop"],
        width: 16,
        ..Column::new("name", registry::NAME.get(), Kind::Text)
    }
}

/// The column of producers' names.
pub(super) fn producer() -> Column {
    Column {
        required: true,
        also: &["chu the", "don vi", "co so", "co so san xuat", "ten co so", "don vi san xuat", "ten chu the ocop"],
        width: 14,
        ..Column::new("producer", registry::PRODUCER_NAME.get(), Kind::Text)
    }
}

/// The columns in the order above.
pub fn columns() -> Vec<Column> {
    let text = |key, title: crate::text::Text, width| Column { width, ..Column::new(key, title.get(), Kind::Text) };
    vec![
        name(),
        producer(),
        Column { fixed: true, facet: true, ..text("group", registry::FILTER_STATE, 11) },
        Column { fixed: true, ..text("state", registry::LIFE, 18) },
        Column { fixed: true, facet: true, ..text("set", registry::FILTER_SET, 12) },
        Column { also: &["dia chi", "noi san xuat", "xa", "dia ban"], ..text("address", registry::PLACE, 16) },
        Column { also: &["quy cach dong goi"], ..text("specification", registry::SPECIFICATION, 10) },
        Column { also: &["so thu tu"], width: 8, ..Column::new("serial", registry::SERIAL.get(), Kind::Whole) },
        Column { also: &["ma so", "ma san pham"], ..text("old_code", registry::OLD_CODE, 10) },
        Column { also: &["ghi chu"], ..text("note", registry::NOTE, 14) },
    ]
}

/// The products by name, and the records behind the rows.
pub fn sheet(records: Records) -> (Sheet, std::rc::Rc<Behind<Product>>) {
    records.registry.with_untracked(|register| {
        let keyed = register.products().map(|(id, product)| (sort_key(&product.name), id, product)).collect();
        let products: Vec<(Vec<u8>, RegisteredId, &Product)> = sorted(keyed, &|one, other| one.0.cmp(&other.0));
        let rows = products.into_iter().map(|(_, id, product)| (id, cells(register, product)));
        let (ids, rows): (Vec<RegisteredId>, Vec<Vec<Cell>>) = rows.unzip();
        (Sheet::new(columns(), rows), Behind::new(records, ids))
    })
}

fn cells(register: &Registry, product: &Product) -> Vec<Cell> {
    let producer = register.producer(product.producer).map_or("", |(_, producer)| producer.name.as_str());
    let set = product.set.as_ref().map_or("", |pin| pin.name.as_str());
    vec![
        Cell::text(&product.name),
        Cell::text(producer),
        Cell::Empty,
        Cell::Empty,
        Cell::text(set),
        Cell::text(&product.address),
        Cell::text(&product.specification),
        product.serial.map_or(Cell::Empty, |serial| Cell::Number(i64::from(serial))),
        Cell::text(&product.old_code),
        Cell::text(&product.note),
    ]
}

/// Puts where each product stands into its row, as far as that is loaded.
pub fn tell(records: Records, behind: &Behind<Product>, sheet: &mut Sheet) {
    let is_whole = records.opening.get() == Opening::Ready;
    records.registry.with(|register| {
        let lives = if is_whole { register.lives() } else { Default::default() };
        // Most of a long list say the same: what is told often is made once.
        let mut said: BTreeMap<String, Cell> = BTreeMap::new();
        let mut cell = |text: &str| match said.get(text) {
            Some(cell) => cell.clone(),
            None => said.entry(text.to_owned()).or_insert_with(|| Cell::text(text)).clone(),
        };
        // Kept open, so that nothing moves when it comes.
        let still_open = cell("…");
        let new = records.today.map(|today| Lived::default().state(today));
        let new = new.map(|state| (cell(&cycle::state_line(&state)), cell(group(state.shown)))).unwrap_or_default();
        for at in 0..sheet.rows().len() {
            let Some(id) = sheet.rows().get(at).and_then(|row| behind.id(row.key)) else { continue };
            let (line, group) = match (is_whole, lives.get(&id).filter(|life| !life.is_empty()), records.today) {
                (false, ..) => (still_open.clone(), Cell::Empty),
                (true, Some(life), Some(today)) => {
                    let state = life.state(today);
                    (Cell::text(&cycle::state_line(&state)), cell(group(state.shown)))
                }
                _ => new.clone(),
            };
            let set = register.get::<Product>(id).and_then(|product| product.set.as_ref());
            let set = set.map_or(Cell::Empty, |pin| cell(&pin.name));
            sheet.tell_row(at, [(STATE, line), (GROUP, group), (SET, set)]);
        }
    });
}

/// What the state filter tells apart.
fn group(shown: Shown) -> &'static str {
    match shown {
        Shown::New => registry::GROUP_NEW.get(),
        Shown::Idea(_) => registry::GROUP_IDEA.get(),
        Shown::Dossier(_) => registry::GROUP_DOSSIER.get(),
        Shown::Recognised { stars: 5 } => registry::GROUP_5.get(),
        Shown::Recognised { stars: 4 } => registry::GROUP_4.get(),
        Shown::Recognised { .. } => registry::GROUP_3.get(),
        Shown::Expired { .. } => registry::GROUP_EXPIRED.get(),
        Shown::Revoked | Shown::Stopped => registry::GROUP_ENDED.get(),
    }
}

impl Listed for Product {
    fn with_cells(own: Option<Product>, cells: &[(usize, Cell)], making: &mut Making<'_, '_>) -> Product {
        let mut product = own.unwrap_or_else(|| {
            let name = cells.iter().find(|(column, _)| *column == PRODUCER).map_or("", |(_, cell)| cell.as_text());
            let producer = making.producer_called(name);
            Product::named("", producer)
        });
        for (column, cell) in cells {
            let text = cell.as_text().to_owned();
            match *column {
                NAME => product.name = text,
                PRODUCER => {
                    let own = making.registry.producer(product.producer);
                    if own.is_none_or(|(_, own)| Cell::text(&own.name) != *cell) {
                        product.producer = making.producer_called(&text);
                    }
                }
                ADDRESS => product.address = text,
                SPECIFICATION => product.specification = text,
                SERIAL => {
                    product.serial = if let Cell::Number(number) = cell { u32::try_from(*number).ok() } else { None };
                }
                OLD_CODE => product.old_code = text,
                NOTE => product.note = text,
                _ => (),
            }
        }
        product
    }
}

/// What a paste would bring about besides: new producers, products that are there already.
pub fn foretell(records: Records, draft: &Draft, plan: &Plan) -> Vec<String> {
    let column_of = |column: usize| draft.mapping.iter().position(|to| *to == Some(column));
    let (names, producers) = (column_of(NAME), column_of(PRODUCER));
    records.registry.with_untracked(|register| {
        let known: BTreeMap<String, ProducerId> =
            register.producers().map(|(id, producer)| (fold(&producer.name), id)).collect();
        let there: BTreeSet<(Option<ProducerId>, String)> = register
            .products()
            .map(|(_, product)| (register.producer(product.producer).map(|(id, _)| id), fold(&product.name)))
            .collect();
        let (mut new, mut again) = (BTreeSet::new(), 0);
        for row in plan.rows.iter().filter(|row| row.left_out.is_none()) {
            let cell = |at: Option<usize>| match at.and_then(|at| row.cells.get(at)) {
                Some(Taken::Set(cell, _)) => fold(cell.as_text()),
                _ => String::new(),
            };
            let (name, producer) = (cell(names), cell(producers));
            let owner = known.get(&producer).copied();
            if owner.is_none() && !producer.is_empty() {
                new.insert(producer);
            } else if row.target == Target::New && there.contains(&(owner, name)) {
                again += 1;
            }
        }
        let mut lines = Vec::new();
        if !new.is_empty() {
            lines.push(registry::new_producers(new.len()));
        }
        if again > 0 {
            lines.push(registry::there_already(again));
        }
        lines
    })
}
