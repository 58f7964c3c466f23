//! The products before the council as a table.

use std::rc::Rc;

use leptos::prelude::*;

use super::draft::{Draft, ProductDraft};
use super::tables::{RowsOf, commit_of};
use crate::domain::criteria::{OWN_FOLDER, Scheme, SetStatus};
use crate::pages::set_picker::TakenSet;
use crate::pages::sheet_file::sheets_of;
use crate::state::App;
use crate::table::{Cell, Column, Kind, Sheet};
use crate::text::session;
use crate::ui::{Node, Pasting, TableOf, paragraph, table_with};

/// The sets that can be chosen, as they are called in the table.
#[derive(Clone)]
pub struct Choices {
    sets: Vec<(String, TakenSet)>,
    is_loaded: bool,
}

impl Choices {
    /// Those of a decision, then the office's own that can be scored with.
    pub async fn load(app: App, decision: &str) -> Choices {
        let index = app.index(decision).await.ok();
        let is_loaded = index.is_some();
        let mut sets: Vec<(String, TakenSet)> = Vec::new();
        for entry in index.iter().flat_map(|index| &index.sets).filter(|entry| entry.status != SetStatus::Missing) {
            let taken = TakenSet { folder: decision.into(), slug: entry.slug.clone(), name: entry.name.clone() };
            sets.push(([&entry.code, ". ", &entry.name].concat(), taken));
        }
        for (id, own) in app.own_sets().await {
            if Scheme::new(&own.set).is_ok() {
                let taken = TakenSet { folder: OWN_FOLDER.into(), slug: id.to_string(), name: own.set.name.clone() };
                sets.push((own.set.name.clone(), taken));
            }
        }
        Choices { sets, is_loaded }
    }

    fn cell(&self, taken: Option<&TakenSet>) -> Cell {
        let at = taken.and_then(|taken| {
            self.sets.iter().position(|(_, own)| own.folder == taken.folder && own.slug == taken.slug)
        });
        at.map_or(Cell::Empty, Cell::Choice)
    }
}

const NAME: usize = 0;
const PRODUCER: usize = 1;
const COMMUNE: usize = 2;
const SET: usize = 3;
const CODE: usize = 4;
const PHONE: usize = 5;

/// The table.
pub fn products(app: App, draft: &Draft, mut choices: Choices) -> Node {
    draft.products.with_untracked(|rows| {
        for taken in rows.iter().filter_map(|row| row.set.get_untracked()) {
            // Another decision has other sets; one that sheets were filled in with stays.
            if choices.cell(Some(&taken)) == Cell::Empty && rows.iter().any(|row| row.has_sheets) {
                choices.sets.push((taken.name.clone(), taken));
            }
        }
    });
    let column = |kind, key, title: crate::text::Text, width| Column { width, ..Column::new(key, title.get(), kind) };
    let sets = Kind::Choice(choices.sets.iter().map(|(label, _)| label.clone()).collect());
    let columns = vec![
        Column {
            required: true,
            also: &["san pham", "ten", "ten san pham ocop"],
            ..column(Kind::Text, "name", session::PRODUCT_NAME, 18)
        },
        Column {
            also: &["chu the", "ten chu the", "don vi", "co so", "co so san xuat", "ten co so"],
            ..column(Kind::Text, "producer", session::PRODUCER, 16)
        },
        Column {
            also: &["xa", "dia chi", "dia ban", "xa phuong"],
            ..column(Kind::Text, "commune", session::COMMUNE, 12)
        },
        Column {
            also: &["bo tieu chi", "bo san pham", "bo", "phan nhom", "nhom san pham"],
            ..column(sets, "set", session::SET, 18)
        },
        Column { also: &["ma", "ma so", "ma san pham"], ..column(Kind::Text, "code", session::CODE, 9) },
        Column { also: &["dien thoai", "so dien thoai", "sdt"], ..column(Kind::Text, "phone", session::PHONE, 9) },
    ];
    let rows: Vec<Vec<Cell>> = draft.products.with_untracked(|rows| {
        let cells = |row: &ProductDraft| {
            let text = |field: RwSignal<String>| Cell::text(&field.get_untracked());
            let set = choices.cell(row.set.get_untracked().as_ref());
            vec![text(row.name), text(row.producer), text(row.commune), set, text(row.code), text(row.phone)]
        };
        rows.iter().map(cells).collect()
    });
    let is_loaded = choices.is_loaded;
    let chosen = choices.clone();
    let set = move |own: ProductDraft, column: usize, cell: &Cell| {
        let text = cell.as_text().to_owned();
        match column {
            NAME => own.name.set(text),
            PRODUCER => own.producer.set(text),
            COMMUNE => own.commune.set(text),
            // A set that sheets were filled in with stays.
            SET if !own.has_sheets => {
                let at = if let Cell::Choice(at) = cell { Some(*at) } else { None };
                own.set.set(at.and_then(|at| chosen.sets.get(at)).map(|(_, taken)| taken.clone()));
            }
            CODE => own.code.set(text),
            PHONE => own.phone.set(text),
            _ => (),
        }
    };
    let told = draft.products;
    let commit = commit_of(RowsOf {
        rows: draft.products,
        blank: ProductDraft::blank,
        set: Rc::new(set),
        is_kept: |row| row.has_sheets,
    });
    let table = TableOf {
        name: "session-products",
        label: session::PRODUCTS.get().to_owned(),
        sheet: Sheet::new(columns, rows),
        at: None,
        may_add: true,
        may_add_empty: false,
        may_move: true,
        commit,
        commit_long: None,
        tell: Rc::new(move |sheet| {
            told.with(|rows| {
                for (at, row) in rows.iter().enumerate() {
                    sheet.tell(at, SET, choices.cell(row.set.get_untracked().as_ref()));
                }
            });
        }),
        open: None,
        go: Rc::new(|_| ()),
        pasting: Pasting::default(),
        empty: session::NO_PRODUCTS.get().to_owned(),
    };
    crate::ui::classed("div", "stack")
        .maybe((!is_loaded).then(|| paragraph("warning", crate::text::shell::SET_FAULT.get())))
        .child(paragraph("help", session::PRODUCTS_HELP.get()))
        .child(table_with(table, move |door| sheets_of(app, session::PRODUCTS.get(), "SanPhamPhien", door)))
}
