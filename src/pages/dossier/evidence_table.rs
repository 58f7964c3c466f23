//! The evidence of a dossier as a table: pasted from Excel, opened from spreadsheets, edited like a sheet.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::criteria::{leaf_name, loaded_set};
use super::evidence_rows::{Rows, told};
use super::{Written, part_name};
use crate::domain::cycle::{Dossier, EvidenceId, EvidenceType};
use crate::domain::id::Id;
use crate::pages::DossierPart;
use crate::pages::registry::Editor;
use crate::pages::sheet_file::sheets_of;
use crate::table::{Cell, Column, Kind, Sheet};
use crate::text::{Text, dossier};
use crate::ui::{Node, Pasting, TableOf, classed, paragraph, table_with};

pub(super) const TITLE: usize = 0;
pub(super) const KIND: usize = 1;
pub(super) const UNTIL: usize = 2;
pub(super) const SEE: usize = 3;
pub(super) const NUMBER: usize = 4;
pub(super) const ISSUER: usize = 5;
pub(super) const ISSUED: usize = 6;
pub(super) const CRITERIA: usize = 7;
pub(super) const FILE: usize = 8;
pub(super) const NOTE: usize = 9;

/// The table; `open` shows a piece with its file and its criteria.
pub fn table(
    editor: Editor<Dossier>,
    names: RwSignal<Vec<(String, String)>>,
    open: impl Fn(EvidenceId) + 'static,
) -> Node {
    // The numbers that the set has, to tell those that it has not.
    if names.with_untracked(Vec::is_empty) {
        spawn_local(async move {
            if let Some(set) = loaded_set(editor).await {
                let leaves = set.scheme.leaves.iter();
                let _ = names.try_set(leaves.map(|leaf| (leaf.number.clone(), leaf_name(leaf))).collect());
            }
        });
    }
    let may_edit = editor.now(|dossier| dossier.may_edit(Written::Evidence)).unwrap_or(false);
    let mut columns = columns();
    if !may_edit {
        columns.iter_mut().for_each(|column| column.fixed = true);
    }
    let (rows, ids) = editor
        .now(|dossier| {
            let rows: Vec<Vec<Cell>> = dossier.evidence.iter().map(super::evidence_rows::cells).collect();
            (rows, dossier.evidence.iter().map(|piece| piece.id).collect::<Vec<EvidenceId>>())
        })
        .unwrap_or_default();
    let behind = Rc::new(Rows::new(editor, ids));
    let [telling, opened] = std::array::from_fn(|_| Rc::clone(&behind));
    let table = TableOf {
        name: "evidence",
        label: part_name(DossierPart::Evidence).get().to_owned(),
        sheet: Sheet::new(columns, rows),
        at: None,
        may_add: may_edit,
        may_add_empty: may_edit,
        may_move: may_edit,
        commit: Rc::new(move |_, act| behind.commit(act)),
        commit_long: None,
        tell: Rc::new(move |sheet| told(editor, &telling, names, sheet)),
        open: Some(Rc::new(move |key| opened.id(key).map(|id| id.to_string()))),
        go: Rc::new(move |id| {
            if let Some(id) = Id::parse(id) {
                open(id);
            }
        }),
        pasting: Pasting::default(),
        empty: dossier::NO_EVIDENCE.get().to_owned(),
    };
    let closed = (!may_edit).then(|| paragraph("banner", dossier::closed(Written::Evidence).get()));
    let label = dossier::EVIDENCE.get();
    classed("div", "stack-plain")
        .maybe(closed)
        .child(paragraph("help", dossier::TABLE_HELP.get()))
        .child(table_with(table, move |door| sheets_of(editor.records.app, label, "MinhChung", door)))
}

fn columns() -> Vec<Column> {
    let column = |kind, key, title: Text, width| Column { width, ..Column::new(key, title.get(), kind) };
    let text = |key, title, width| column(Kind::Text, key, title, width);
    let kinds = EvidenceType::ALL.iter().enumerate().map(|(at, kind)| {
        let number = if *kind == EvidenceType::Other { String::new() } else { [&(at + 1).to_string(), ". "].concat() };
        [&number, dossier::evidence_type(*kind).get()].concat()
    });
    vec![
        Column {
            required: true,
            also: &["ten minh chung", "minh chung", "tai lieu", "tai lieu minh chung", "ten ho so", "noi dung", "ten"],
            ..text("title", dossier::PIECE_TITLE, 22)
        },
        Column {
            facet: true,
            also: &["loai", "nhom", "danh muc", "muc", "loai tai lieu", "thanh phan ho so"],
            ..column(Kind::Choice(kinds.collect()), "kind", dossier::TABLE_KIND, 18)
        },
        Column {
            also: &["hieu luc den", "het han", "ngay het han", "thoi han", "gia tri den", "han su dung"],
            ..column(Kind::Date, "until", dossier::TABLE_UNTIL, 8)
        },
        Column { fixed: true, ..text("see", dossier::TABLE_SEE, 18) },
        Column { also: &["so", "so hieu", "so ky hieu", "ky hieu"], ..text("number", dossier::PIECE_NUMBER, 11) },
        Column {
            also: &["co quan cap", "noi cap", "don vi cap", "co quan ban hanh", "to chuc cap"],
            ..text("issuer", dossier::PIECE_ISSUER, 15)
        },
        Column { also: &["ngay ban hanh", "ngay"], ..column(Kind::Date, "issued", dossier::PIECE_ISSUED, 8) },
        Column {
            also: &["tieu chi", "chung minh tieu chi", "phuc vu tieu chi", "muc tieu chi"],
            ..text("criteria", dossier::PIECE_CRITERIA, 10)
        },
        Column { fixed: true, ..text("file", dossier::FILE, 14) },
        Column { also: &["ghi chu", "noi luu", "noi cat"], ..text("note", dossier::PIECE_NOTE, 16) },
    ]
}
