//! The products before the council.

use leptos::prelude::*;

use super::draft::{Draft, ProductDraft};
use super::want::Want;
use super::wanted;
use crate::pages::set_picker::{announced, set_picker};
use crate::state::App;
use crate::text::session;
use crate::ui::{Node, actions, button, classed, el, paragraph, text, text_box};

/// The list of products.
pub fn products(app: App, draft: &Draft) -> Node {
    let rows = draft.products;
    let add = button("quiet", session::ADD_PRODUCT.get(), move || {
        rows.update(|rows| rows.push(ProductDraft::blank()));
    });
    let of_row = draft.clone();
    classed("section", "stack")
        .child(text("h2", session::PRODUCTS.get()))
        .child(el("div").show(move || {
            let list = rows.get().into_iter().enumerate().map(|(at, row)| product(app, &of_row, at, row));
            classed("ol", "rows").children(list)
        }))
        .child(wanted(draft, Want::Product))
        .child(actions([add]))
}

fn product(app: App, draft: &Draft, at: usize, row: ProductDraft) -> Node {
    let rows = draft.products;
    let remove = button("quiet", session::REMOVE.get(), move || {
        rows.update(|rows| {
            rows.remove(at);
        });
    });
    let up = button("quiet", session::UP.get(), move || rows.update(|rows| rows.swap(at, at - 1)));
    let remove = if row.has_sheets { text("small", session::REMOVE_KEPT.get()) } else { remove };
    el("li").child(
        el("fieldset")
            .child(text("legend", &session::nth_product(at + 1)))
            .child(text_box(session::PRODUCT_NAME.get(), row.name))
            .child(wanted(draft, Want::ProductName(at)))
            .child(text_box(session::PRODUCER.get(), row.producer))
            .child(text_box(session::COMMUNE.get(), row.commune))
            .child(
                classed("div", "columns")
                    .child(text_box(session::CODE.get(), row.code))
                    .child(text_box(session::PHONE.get(), row.phone)),
            )
            .child(set(app, draft, row))
            .child(wanted(draft, Want::Set(at)))
            .child(actions([remove].into_iter().chain((at > 0).then_some(up)))),
    )
}

/// The chosen set, or the search for one.
fn set(app: App, draft: &Draft, row: ProductDraft) -> Node {
    let decision = draft.decision;
    el("div").show(move || match row.set.get() {
        Some(taken) => {
            let change = button("quiet", session::SET_CHANGE.get(), move || row.set.set(None));
            let change = if row.has_sheets { text("small", session::SET_KEPT.get()) } else { change };
            let name = paragraph("", &[session::SET.get(), ": ", &taken.name].concat());
            el("div").child(classed("div", "chosen").child(name).child(change)).child(announced(app, taken))
        }
        None => set_picker(app, decision, move |taken| row.set.set(Some(taken))),
    })
}
