//! Entering results from paper: the points of each part, the total to check them by, the stars, the paper.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::Path;
use super::hearing::with_hearing;
use super::typed_table;
use crate::domain::points::{Mean, Points};
use crate::domain::session::{ProductId, SessionId, SessionProduct, TypedResult};
use crate::state::{App, Hearing, HearingRow};
use crate::text::{self, people, shell, typed};
use crate::ui::{Choice, Node, actions, button, classed, el, link, page, paragraph, select, text, text_box};

/// The fields of one product.
#[derive(Clone)]
pub struct Draft {
    product: ProductId,
    /// The product's name.
    pub name: String,
    /// Code, maximum and points of each part.
    pub parts: Vec<(String, Points, RwSignal<String>)>,
    /// The total on the paper.
    pub total: RwSignal<String>,
    /// The stars on the paper.
    pub stars: RwSignal<String>,
    /// The paper.
    pub paper: RwSignal<String>,
    /// Locked sheets say more than what is typed.
    pub has_sheets: bool,
    before: Option<TypedResult>,
    /// What was wrong at the last attempt to save.
    faults: RwSignal<Vec<Fault>>,
}

/// What is wrong with a product's fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not the points of this part.
    Part(String),
    /// Not points.
    Total,
    /// The parts come to another total.
    Sum,
    /// No paper is named.
    Paper,
}

/// The page.
pub fn typed_results(app: App, id: SessionId) -> Node {
    with_hearing(app, id, move |hearing| form(app, hearing))
}

fn form(app: App, hearing: &Hearing) -> Node {
    let id = hearing.id;
    let pairs = hearing.session.products.iter().zip(&hearing.rows);
    let drafts: Vec<Draft> = pairs.map(|(product, row)| Draft::of(product, row)).collect();
    let has_faults = RwSignal::new(false);
    let is_table = RwSignal::new(false);
    let shape = |label: text::Text, own: bool| {
        button("quiet", label.get(), move || is_table.set(own))
            .bind_attr("aria-pressed", move || Some(if is_table.get() == own { "true" } else { "false" }.into()))
    };
    let shapes = [shape(typed::BY_PRODUCT, false).id("nhap-tung-o"), shape(typed::BY_TABLE, true).id("nhap-bang")];
    let shown = drafts.clone();
    // Both shapes write into the same fields.
    let body = move || {
        if is_table.get() {
            return untrack(|| typed_table::typed_table(app, &shown));
        }
        classed("ol", "rows").children(shown.iter().map(fields))
    };
    let save = button("main", typed::SAVE.get(), move || {
        let read: Vec<Result<Option<TypedResult>, Vec<Fault>>> = drafts.iter().map(Draft::result).collect();
        for (draft, read) in drafts.iter().zip(&read) {
            draft.faults.set(read.as_ref().err().cloned().unwrap_or_default());
        }
        has_faults.set(read.iter().any(Result::is_err));
        if read.iter().all(Result::is_ok) {
            let typed = drafts.iter().zip(read).map(|(draft, read)| (draft.product, read.ok().flatten()));
            app.type_results(id, typed.collect());
            app.go(&Path::Session(id).text());
        }
    });
    page("page form", typed::TITLE.get())
        .bind_class(move || if is_table.get() { "page form wide" } else { "page form" })
        .child(paragraph("lead", &hearing.session.name))
        .child(paragraph("help", typed::LEAD.get()))
        .child(classed("div", "chips").attr("role", "group").children(shapes))
        .child(el("div").show(body))
        .child(
            paragraph("banner danger", typed::NOT_SAVED.get())
                .attr("role", "alert")
                .hidden_while(move || !has_faults.get()),
        )
        .child(actions([link("quiet", &Path::Session(id).text(), shell::CANCEL.get()), save.id("luu-nhap-tay")]))
}

fn fields(draft: &Draft) -> Node {
    let want = |fault: Fault, words: &str| {
        let faults = draft.faults;
        paragraph("want", words)
            .attr("role", "alert")
            .hidden_while(move || faults.with(|faults| !faults.contains(&fault)))
    };
    let parts = draft.parts.iter().map(|(code, max, value)| {
        el("div")
            .child(text_box(&typed::part(code, *max), *value))
            .child(want(Fault::Part(code.clone()), typed::NOT_POINTS.get()))
    });
    let none = Choice { value: String::new(), label: typed::NO_STARS.get().to_owned() };
    let stars = (1..=5u8).map(|stars| Choice { value: stars.to_string(), label: people::stars(stars) });
    let clear = {
        let draft = draft.clone();
        button("quiet", typed::TAKE_AWAY.get(), move || draft.clear())
    };
    el("li").child(
        el("fieldset")
            .child(text("legend", &draft.name))
            .maybe(draft.has_sheets.then(|| paragraph("warning", typed::HAS_SHEETS.get())))
            .child(classed("div", "columns").children(parts))
            .child(text_box(typed::TOTAL.get(), draft.total))
            .child(want(Fault::Total, typed::NOT_POINTS.get()))
            .child(want(Fault::Sum, typed::NOT_SUM.get()))
            .child(select(typed::STARS.get(), [none].into_iter().chain(stars).collect(), draft.stars))
            .child(text_box(typed::PAPER.get(), draft.paper))
            .child(want(Fault::Paper, typed::NEED_PAPER.get()))
            .child(actions([clear])),
    )
}

impl Draft {
    fn of(product: &SessionProduct, row: &HearingRow) -> Draft {
        let before = product.typed.clone();
        let shown = |points: Option<&Mean>| points.map(|points| text::mean_exact(*points)).unwrap_or_default();
        let part = |(code, max): (&str, Points)| {
            let now = before.as_ref().and_then(|typed| typed.parts.get(code));
            (code.to_owned(), max, RwSignal::new(shown(now)))
        };
        let stars = before.as_ref().and_then(|typed| typed.stars).map(|stars| stars.to_string());
        Draft {
            product: product.id,
            name: product.name.clone(),
            has_sheets: row.result.sheets > 0,
            parts: row.set.scheme.part_maxima().into_iter().map(part).collect(),
            total: RwSignal::new(shown(before.as_ref().map(TypedResult::total).as_ref())),
            stars: RwSignal::new(stars.unwrap_or_default()),
            paper: RwSignal::new(before.as_ref().map(|typed| typed.paper.clone()).unwrap_or_default()),
            before,
            faults: RwSignal::new(Vec::new()),
        }
    }

    fn clear(&self) {
        let points = self.parts.iter().map(|(_, _, value)| value);
        points.chain([&self.total, &self.stars, &self.paper]).for_each(|field| field.set(String::new()));
    }

    /// What the fields say; `None`: nothing was typed.
    pub fn result(&self) -> Result<Option<TypedResult>, Vec<Fault>> {
        let typed = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        let (total, stars, paper) = (typed(self.total), typed(self.stars), typed(self.paper));
        let points = |field: RwSignal<String>| Mean::of_exact_text(&typed(field).replace(',', "."));
        let is_blank = self.parts.iter().all(|(_, _, value)| typed(*value).is_empty());
        if is_blank && [&total, &stars, &paper].iter().all(|text| text.is_empty()) {
            return Ok(None);
        }
        let parts: BTreeMap<String, Mean> =
            self.parts.iter().filter_map(|(code, _, value)| Some((code.clone(), points(*value)?))).collect();
        let result = TypedResult {
            parts,
            stars: stars.parse().ok(),
            paper,
            unknown: self.before.as_ref().map(|typed| typed.unknown.clone()).unwrap_or_default(),
        };
        let maxima: Vec<(&str, Points)> = self.parts.iter().map(|(code, max, _)| (code.as_str(), *max)).collect();
        let mut faults: Vec<Fault> = result.faults(&maxima).into_iter().map(Fault::Part).collect();
        match points(self.total) {
            None => faults.push(Fault::Total),
            Some(total) if faults.is_empty() && total != result.total() => faults.push(Fault::Sum),
            Some(_) => (),
        }
        faults.extend(result.paper.is_empty().then_some(Fault::Paper));
        if faults.is_empty() { Ok(Some(result)) } else { Err(faults) }
    }
}
