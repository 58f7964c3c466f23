//! The same form with its members and products as tables: pasted from Excel, opened from spreadsheets, edited like sheets.
//! It belongs to the office's program; the council's, which every tablet loads, has fields.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::draft::Draft;
use super::member_table::members;
use super::product_table::Choices;
use super::want::Want;
use super::{form, product_table, when_begun};
use crate::domain::session::SessionId;
use crate::domain::session_form::SessionFields;
use crate::pages::Path;
use crate::state::{App, SessionForms};
use crate::table::{self, Cell, Sheet, Step};
use crate::text::session;
use crate::ui::{Node, button, classed, el, link, text};

/// The page of a new session, or of one that is there.
pub fn in_tables(forms: SessionForms, id: Option<SessionId>) -> Node {
    when_begun(forms, id, SessionFields::for_tables, |begun, draft| {
        let lists = [lists(begun.forms.app, &draft), wants(&draft)];
        let other = match begun.id {
            Some(id) => Path::EditSession(id),
            None => Path::NewSession,
        };
        form(begun, draft, ("page form wide", link("quiet", &other.text(), session::BY_FIELDS.get())), lists)
    })
}

/// The two lists, one at a time: a spreadsheet that arrives belongs to the one that is seen.
fn lists(app: App, draft: &Draft) -> Node {
    let has_products = RwSignal::new(false);
    let tab = |label: crate::text::Text, own: bool| {
        button("quiet", label.get(), move || has_products.set(own))
            .bind_attr("aria-pressed", move || Some(if has_products.get() == own { "true" } else { "false" }.into()))
    };
    let tabs = [tab(session::MEMBERS, false).id("bang-thanh-vien"), tab(session::PRODUCTS, true).id("bang-san-pham")];
    let shown = draft.clone();
    classed("section", "stack").child(classed("div", "chips").attr("role", "group").children(tabs)).child(
        el("div").show(
            move || {
                if has_products.get() { products(app, &shown) } else { untrack(|| members(app, &shown)) }
            },
        ),
    )
}

/// What is wanted in the lists, said below them.
fn wants(draft: &Draft) -> Node {
    let wants = draft.wants;
    let said = move || {
        let in_rows = |want: &Want| match want.row() {
            Some(row) => Some(session::in_row(row, want.text())),
            None => matches!(want, Want::Member | Want::Product).then(|| want.text().get().to_owned()),
        };
        wants.with(|wants| wants.iter().filter_map(in_rows).collect::<Vec<String>>())
    };
    el("div")
        .attr("role", "alert")
        .show(move || classed("ul", "want").children(said().iter().map(|line| text("li", line))))
}

/// Sets a cell of a draft.
type SetCell<T> = Rc<dyn Fn(T, usize, &Cell)>;

/// A list whose rows are drafts in a signal.
pub(super) struct RowsOf<T: Copy + Send + Sync + 'static> {
    /// The drafts, in the order of the rows.
    pub rows: RwSignal<Vec<T>>,
    /// A new one.
    pub blank: fn() -> T,
    /// Sets a cell of one.
    pub set: SetCell<T>,
    /// Whether sheets hold one.
    pub is_kept: fn(&T) -> bool,
}

/// What a change of a table means for the drafts behind it.
pub(super) fn commit_of<T: Copy + Send + Sync + 'static>(of: RowsOf<T>) -> crate::ui::Commit {
    let gone: RefCell<BTreeMap<u64, T>> = RefCell::default();
    Rc::new(move |sheet: &Sheet, act: &table::Act| {
        let removed = act.steps.iter().filter_map(|step| if let Step::Remove(rows) = step { Some(rows) } else { None });
        let is_kept = of
            .rows
            .with_untracked(|rows| removed.flatten().any(|(at, _)| rows.get(*at).is_some_and(|row| (of.is_kept)(row))));
        if is_kept {
            return Err(session::REMOVE_KEPT.get().to_owned());
        }
        let mut rows = of.rows.get_untracked();
        for step in &act.steps {
            match step {
                Step::Set { row, column, new, .. } => {
                    if let Some(row) = rows.get(*row) {
                        (of.set)(*row, *column, new);
                    }
                }
                Step::Insert(new) => {
                    for (at, row) in new {
                        let own = gone.borrow_mut().remove(&row.key).unwrap_or_else(|| {
                            let own = (of.blank)();
                            (0..sheet.columns().len()).for_each(|column| (of.set)(own, column, row.cell(column)));
                            own
                        });
                        rows.insert((*at).min(rows.len()), own);
                    }
                }
                Step::Remove(old) => {
                    for (at, row) in old.iter().rev() {
                        if *at < rows.len() {
                            gone.borrow_mut().insert(row.key, rows.remove(*at));
                        }
                    }
                }
                Step::Move { from, to, count } if from + count <= rows.len() && to + count <= rows.len() => {
                    let moved: Vec<T> = rows.drain(*from..from + count).collect();
                    rows.splice(to..to, moved);
                }
                Step::Move { .. } => (),
            }
        }
        of.rows.set(rows);
        Ok(())
    })
}

/// The products as a table, once the names of the sets are there; another decision has others.
fn products(app: App, draft: &Draft) -> Node {
    let choices: RwSignal<Option<Choices>, LocalStorage> = RwSignal::new_local(None);
    let decision = draft.decision;
    Effect::new(move |_| {
        let decision = decision.get();
        let _ = choices.try_set(None);
        spawn_local(async move {
            let loaded = Choices::load(app, &decision).await;
            let _ = choices.try_set(Some(loaded));
        });
    });
    let draft = draft.clone();
    classed("section", "stack").child(text("h2", session::PRODUCTS.get())).child(el("div").show(move || {
        match choices.get() {
            Some(choices) => untrack(|| product_table::products(app, &draft, choices)),
            None => crate::pages::waiting::loading(),
        }
    }))
}
