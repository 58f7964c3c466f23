//! A session's products under the decision in force: the rule-change simulator.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Path;
use super::hearing::with_hearing;
use crate::domain::compare::{Carried, Line, Projection, counterpart, project};
use crate::domain::criteria::{DecisionIndex, Leaf, SetPin};
use crate::domain::regime;
use crate::domain::session::{Purpose, SessionId};
use crate::domain::worksheet::{Answer, Worksheet};
use crate::state::{App, Hearing, LoadedSet};
use crate::text::{other_rules as words, reader, scoring, shell};
use crate::ui::{Choice, Node, actions, classed, el, link, page, paragraph, scrolling, select, table, text};

/// The page of one session.
pub fn other_rules(app: App, id: SessionId) -> Node {
    with_hearing(app, id, move |hearing| whole(app, hearing))
}

fn whole(app: App, hearing: &Hearing) -> Node {
    let newest = regime::REGIMES[regime::REGIMES.len() - 1];
    let title = [&hearing.session.name, " · ", &reader::decision(newest.decision)].concat();
    let page = page("page other-rules", words::TITLE.get())
        .child(paragraph("lead", &title))
        .child(paragraph("help", words::LEAD.get()))
        .child(actions([link("back", &back(hearing).text(), &hearing.session.name)]));
    if hearing.session.decision == newest.folder {
        return page.child(paragraph("", words::SAME_DECISION.get()));
    }
    let scorers: Vec<Choice> = hearing
        .session
        .scorers()
        .enumerate()
        .map(|(at, member)| Choice { value: at.to_string(), label: member.name.clone() })
        .collect();
    // The first sheet that is there is a better beginning than an empty one.
    let has_sheet = |at: &usize| hearing.rows.iter().any(|row| matches!(row.sheets.get(*at), Some(Some(_))));
    let first = (0..scorers.len()).find(has_sheet).unwrap_or(0);
    let whose = RwSignal::new(first.to_string());
    let products = hearing.session.products.iter().zip(&hearing.rows).map(|(product, row)| {
        let sheets: Vec<Option<Worksheet>> =
            row.sheets.iter().map(|sheet| sheet.as_ref().map(|(sheet, _)| sheet.clone())).collect();
        let cumulative = hearing.session.rules.minima_cumulative;
        let one = Product { app, old: row.set.clone(), sheets, cumulative, whose, slug: RwSignal::new(String::new()) };
        section(one, &product.name, &product.set, newest.folder)
    });
    let choose = (scorers.len() > 1).then(|| select(words::WHOSE.get(), scorers, whose));
    page.maybe(choose).children(products)
}

/// A self-check has no page of its own but its sheet.
fn back(hearing: &Hearing) -> Path {
    match (hearing.session.purpose, hearing.session.products.first()) {
        (Purpose::SelfCheck, Some(only)) => Path::TryOutSet(only.set.decision.clone(), only.set.slug.clone()),
        _ => Path::Session(hearing.id),
    }
}

/// One product of the session.
#[derive(Clone)]
struct Product {
    app: App,
    old: Arc<LoadedSet>,
    sheets: Vec<Option<Worksheet>>,
    cumulative: bool,
    whose: RwSignal<String>,
    /// The set under the decision in force.
    slug: RwSignal<String>,
}

fn section(product: Product, name: &str, pin: &SetPin, newest: &'static str) -> Node {
    let index: RwSignal<Option<Arc<DecisionIndex>>> = RwSignal::new(None);
    let new: RwSignal<Option<Arc<LoadedSet>>> = RwSignal::new(None);
    let (app, slug, pin) = (product.app, product.slug, pin.clone());
    spawn_local(async move {
        let (Ok(from), Ok(to)) = (app.index(&pin.decision).await, app.index(newest).await) else { return };
        let entry = from.sets.iter().find(|entry| entry.slug == pin.slug);
        if let Some(found) = entry.and_then(|entry| counterpart(&from, entry, &to)) {
            let _ = slug.try_set(found.slug.clone());
        }
        let _ = index.try_set(Some(to));
    });
    Effect::new(move |_| {
        let slug = slug.get();
        new.set(None);
        if !slug.is_empty() {
            spawn_local(async move {
                if let Ok(set) = app.sets.load(newest, &slug).await {
                    let _ = new.try_set(Some(set));
                }
            });
        }
    });
    let choose = move || {
        index.with(|index| match index {
            None => paragraph("help", shell::LOADING.get()),
            Some(index) => {
                let none = Choice { value: String::new(), label: words::CHOOSE.get().to_owned() };
                let sets = index.sets.iter().map(|entry| Choice {
                    value: entry.slug.clone(),
                    label: [&entry.code, ". ", &entry.name].concat(),
                });
                select(words::CHOOSE_SET.get(), std::iter::once(none).chain(sets).collect(), slug)
            }
        })
    };
    let result = move || {
        let at = product.whose.with(|whose| whose.parse::<usize>().unwrap_or(0));
        match (new.get(), product.sheets.get(at).and_then(Option::as_ref)) {
            (_, None) => paragraph("empty", words::NO_SHEET.get()),
            (None, _) if slug.with(String::is_empty) => paragraph("warning", words::NO_SET.get()),
            (None, _) => paragraph("help", shell::LOADING.get()),
            (Some(new), Some(sheet)) => {
                let found = project(&product.old.scheme, sheet, &new.scheme, product.cumulative);
                projection(&product.old, sheet, &new, &found)
            }
        }
    };
    classed("section", "stack product")
        .child(text("h2", name))
        .child(el("div").show(choose))
        .child(el("div").attr("aria-live", "polite").show(result))
}

fn name(leaf: &Leaf) -> String {
    [&leaf.number, " ", &leaf.title].concat()
}

fn projection(old: &LoadedSet, sheet: &Worksheet, new: &LoadedSet, found: &Projection) -> Node {
    // The marks of the next star at best; those above it would only hide them.
    let next = (found.stars.1 + 1).max(3);
    let marks = found.marks.iter().filter(|mark| mark.star <= next).map(|mark| {
        let leaf = &new.scheme.leaves[mark.leaf];
        words::mark(mark.star, &name(leaf), mark.need, mark.points, mark.was_missed)
    });
    let gone = found.matching.only_old.iter().filter_map(|at| old.scheme.leaves.get(*at)).map(name);
    let dropped = [words::DROPPED.get(), " (", &words::dropped(found.dropped), ")"].concat();
    let head = [words::CRITERION.get(), words::BEFORE.get(), words::AFTER.get(), words::MAXIMUM.get()];
    let rows = found.lines.iter().zip(&new.scheme.leaves).map(|(line, leaf)| row(line, leaf, chosen(old, sheet, line)));
    let lines = table("other-rules", words::LINES.get(), &head, rows);
    el("div")
        .child(paragraph("standing", &words::range(found.before, found.least, found.most)))
        .child(paragraph("", &words::stars(found.stars.0, found.stars.1)))
        .maybe(list(words::MARKS.get(), marks.collect()))
        .maybe(list(&dropped, gone.collect()))
        .child(el("details").child(text("summary", words::LINES.get())).child(scrolling(words::LINES.get(), lines)))
}

/// The words that were chosen on the old sheet.
fn chosen<'a>(old: &'a LoadedSet, sheet: &Worksheet, line: &Line) -> Option<&'a str> {
    let leaf = &old.scheme.leaves[line.old?];
    match sheet.answers.get(&leaf.number)? {
        Answer::Option { case, option, .. } => leaf.offer(*case, *option).map(|offer| offer.text.as_str()),
        Answer::NoneMet => Some(scoring::NONE_MET.get()),
    }
}

fn row(line: &Line, leaf: &Leaf, chosen: Option<&str>) -> Node {
    let after = match line.carried {
        Carried::Same(points) => points.to_string(),
        Carried::Waits => words::WAITS.get().to_owned(),
        Carried::NoOption => words::NO_OPTION.get().to_owned(),
        Carried::NotScored => words::NOT_SCORED.get().to_owned(),
        Carried::NewCriterion => words::NEW.get().to_owned(),
    };
    let is_changed = !matches!(line.carried, Carried::Same(points) if line.before == Some(points));
    let before = line.before.map(|points| points.to_string()).unwrap_or_default();
    let chosen = chosen.filter(|_| line.carried == Carried::NoOption);
    classed("tr", if is_changed { "changed" } else { "" })
        .child(text("th", &name(leaf)).attr("scope", "row"))
        .child(classed("td", "number").text(&before))
        .child(text("td", &after).maybe(chosen.map(|words| text("small", &words::was(words)))))
        .child(classed("td", "number").text(&leaf.max.to_string()))
}

fn list(title: &str, lines: Vec<String>) -> Option<Node> {
    (!lines.is_empty()).then(|| {
        classed("div", "reason")
            .child(text("p", title))
            .child(el("ul").children(lines.iter().map(|line| text("li", line))))
    })
}
