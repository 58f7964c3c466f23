//! The products of the registry: one table, searched, filtered, written in and pasted into.

use std::rc::Rc;

use super::{product_rows, twins, when_listed};
use crate::pages::Path;
use crate::pages::sheet_file::sheets_of;
use crate::state::Records;
use crate::text::{recognised, registry};
use crate::ui::{Long, Node, Pasting, TableOf, actions, link, page, paragraph, table_with};

/// The page.
pub fn products(records: Records) -> Node {
    when_listed(records, move || {
        let (sheet, behind) = product_rows::sheet(records);
        let [told, opened, long] = std::array::from_fn(|_| Rc::clone(&behind));
        let table = TableOf {
            name: "products",
            label: registry::TITLE.get().to_owned(),
            sheet,
            at: None,
            may_add: true,
            may_add_empty: false,
            may_move: false,
            commit: Rc::new(move |sheet, act| behind.commit(sheet, act)),
            commit_long: Long::of(Rc::new(move |sheet, act, going| long.commit_long(sheet, act, going))),
            tell: Rc::new(move |sheet| product_rows::tell(records, &told, sheet)),
            open: Some(Rc::new(move |key| opened.id(key).map(|id| Path::Product(id).text()))),
            go: Rc::new(move |path| records.app.go(path)),
            pasting: Pasting {
                foretell: Some(Rc::new(move |_, draft, plan| product_rows::foretell(records, draft, plan))),
                ..Pasting::default()
            },
            empty: registry::NONE_YET.get().to_owned(),
        };
        page("page wide", registry::TITLE.get())
            .child(paragraph("lead", registry::LEAD.get()))
            .child(actions([
                link("main", &Path::NewProduct.text(), registry::ADD.get()),
                link("quiet", &Path::Producers.text(), registry::PRODUCERS.get()),
                link("quiet", &Path::Certificates.text(), recognised::BY_LIST.get()),
            ]))
            .child(twins::all_products(records))
            .child(table_with(table, move |door| sheets_of(records.app, registry::TITLE.get(), "SanPham", door)))
    })
}
