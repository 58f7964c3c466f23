//! The certificates of the registry as one table, and taking earlier recognitions in from a list.

use std::rc::Rc;

use leptos::prelude::*;

use super::asked::{self, Asked};
use super::{recognised_read, recognised_rows as rows};
use crate::pages::Path;
use crate::pages::sheet_file::sheets_of;
use crate::state::{Opening, Records};
use crate::text::{recognised, registry};
use crate::ui::{Long, Node, Pasting, TableOf, actions, el, link, page, paragraph, table_with};

/// The page.
pub fn recognised(records: Records) -> Node {
    el("div").show(move || match records.opening.get() {
        Opening::Waiting => crate::pages::waiting::loading(),
        Opening::Ready => untrack(|| loaded(records)),
    })
}

fn loaded(records: Records) -> Node {
    let (sheet, behind) = rows::sheet(records);
    let [told, opened, long] = std::array::from_fn(|_| Rc::clone(&behind));
    let asked = Asked::default();
    let [prepared, screened, foretold] = std::array::from_fn(|_| asked.clone());
    let table = TableOf {
        name: "certificates",
        label: recognised::TITLE.get().to_owned(),
        sheet,
        at: None,
        may_add: true,
        may_add_empty: false,
        may_move: false,
        commit: {
            let asked = asked.clone();
            Rc::new(move |sheet, act| {
                *behind.decided.borrow_mut() = asked.decided();
                behind.commit(sheet, act)
            })
        },
        commit_long: Long::of({
            let asked = asked.clone();
            Rc::new(move |sheet, act, going| {
                *long.decided.borrow_mut() = asked.decided();
                long.commit_long(sheet, act, going)
            })
        }),
        tell: Rc::new(move |sheet| rows::tell(records, &told, sheet)),
        open: Some(Rc::new(move |key| {
            let of = |id| records.registry.with_untracked(|register| rows::product_of(register, id));
            opened.id(key).and_then(of).map(|id| Path::Product(id).text())
        })),
        go: Rc::new(move |path| records.app.go(path)),
        pasting: Pasting {
            prepare: Some(Rc::new(move |sheet, draft| {
                prepared.begin(records);
                recognised_read::prepare(sheet, draft);
            })),
            screen: Some(Rc::new(move |_, draft, plan| screened.screen(draft, plan))),
            foretell: Some(Rc::new(move |_, _, _| foretold.foretell())),
            asks: Some(Rc::new(move |again| asked::asks(records, &asked, again))),
        },
        empty: recognised::NONE_YET.get().to_owned(),
    };
    page("page wide", recognised::TITLE.get())
        .child(paragraph("lead", recognised::LEAD.get()))
        .child(paragraph("help", recognised::NEEDS.get()))
        .child(actions([link("quiet", &Path::Products.text(), registry::PRODUCTS.get())]))
        .child(table_with(table, move |door| sheets_of(records.app, recognised::TITLE.get(), "GiayChungNhan", door)))
}
