//! The one table with a column of each kind as a page of its own: `tests/e2e/tests/table_page.rs` builds it, opens it in a
//! browser, and gives it what spreadsheets put on the clipboard. Natively there is no page, only the sheet that it would show.

#[allow(dead_code)]
#[path = "../table/sample.rs"]
mod sample;

#[cfg(target_arch = "wasm32")]
fn main() {
    use so_ocop::ui::{Pasting, TableOf, el, table_with};
    use std::rc::Rc;

    so_ocop::start(|| {
        let table = TableOf {
            name: "sample",
            label: "Mẫu".to_owned(),
            sheet: sample::sheet(),
            at: None,
            may_add: true,
            may_add_empty: true,
            may_move: true,
            commit: Rc::new(|_, _| Ok(())),
            commit_long: None,
            tell: Rc::new(|_| ()),
            open: None,
            go: Rc::new(|_| ()),
            pasting: Pasting::default(),
            empty: String::new(),
        };
        el("main").child(table_with(table, |_| el("span")))
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    assert_eq!(sample::grid(&sample::sheet()).concat().len(), 20);
}
