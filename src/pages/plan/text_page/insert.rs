//! Choosing an entry whose words are to stand in the text.

use leptos::prelude::*;

use super::Writing;
use super::words::chip_words;
use crate::domain::plan::Plan;
use crate::domain::plan::edit::{Entry, entries, placed};
use crate::domain::vietnamese::matches;
use crate::pages::PlanPart;
use crate::platform::dom;
use crate::text::plan_pages as words;
use crate::ui::{Node, actions, button, classed, el, paragraph, text, text_box};

const DIALOG: &str = "chen-vao";

/// Opens the choice.
pub fn show(writing: &Writing) {
    writing.offering.update(|count| *count += 1);
    dom::show_dialog(DIALOG, true);
}

/// The part in which an entry of the text is changed, and its key.
pub fn part_of(plan: &Plan, written: &str) -> Option<(PlanPart, String)> {
    let key = written.trim_matches(['{', '}']).split('.').next().unwrap_or_default().to_owned();
    let entry =
        entries(plan).into_iter().find(|(_, own)| own.trim_matches(['{', '}']).split('.').next() == Some(&*key));
    entry.map(|(entry, _)| (part(entry), key))
}

fn part(entry: Entry) -> PlanPart {
    match entry {
        Entry::Document => PlanPart::Documents,
        Entry::Target => PlanPart::Targets,
        Entry::Activity => PlanPart::Activities,
        Entry::Product => PlanPart::Products,
        Entry::Round => PlanPart::Rounds,
        Entry::Source | Entry::Total => PlanPart::Budget,
        Entry::Duty => PlanPart::Duties,
    }
}

/// The dialog: kinds of entries, a search, and a button for each.
pub fn dialog(writing: &Writing) -> Node {
    let query = RwSignal::new(String::new());
    let kind: RwSignal<Option<PlanPart>> = RwSignal::new(None);
    let own = writing.clone();
    let list = el("div").attr("class", "prose-offers").show(move || {
        let (query, kind) = (query.get(), kind.get());
        if own.offering.get() == 0 {
            return super::nothing();
        }
        offers(&own, &query, kind)
    });
    let kinds = [
        PlanPart::Documents,
        PlanPart::Targets,
        PlanPart::Activities,
        PlanPart::Products,
        PlanPart::Rounds,
        PlanPart::Budget,
        PlanPart::Duties,
    ];
    let chips = std::iter::once(None).chain(kinds.into_iter().map(Some)).map(|part| {
        let label = part.map_or(words::EVERY_KIND, crate::pages::plan::part_name);
        button("", label.get(), move || kind.set(part))
            .bind_attr("aria-pressed", move || Some(if kind.get() == part { "true".into() } else { "false".into() }))
    });
    crate::ui::dialog(DIALOG, words::INSERT_TITLE.get())
        .child(paragraph("help", words::INSERT_HELP.get()))
        .child(text_box(words::SEARCH.get(), query))
        .child(classed("div", "chips").children(chips.collect::<Vec<Node>>()))
        .child(list)
        .child(actions([button("quiet", words::CLOSE.get(), || dom::show_dialog(DIALOG, false))]))
}

/// How many entries are offered at once.
const OFFERED: usize = 60;

fn offers(writing: &Writing, query: &str, kind: Option<PlanPart>) -> Node {
    let found: Vec<(Entry, String, String, bool)> = writing.plans.with_plan(|plan| {
        let named = placed(plan);
        let fits = entries(plan).into_iter().filter(|(entry, _)| kind.is_none_or(|kind| part(*entry) == kind));
        fits.map(|(entry, written)| {
            let words = chip_words(plan, &written);
            (entry, written, words)
        })
        .filter(|(_, _, words)| query.trim().is_empty() || matches(words, query))
        .take(OFFERED)
        .map(|(entry, written, words)| {
            let key = written.trim_matches(['{', '}']).split('.').next().unwrap_or_default();
            let is_there = named.contains(key);
            (entry, written, words, is_there)
        })
        .collect()
    });
    if found.is_empty() {
        return paragraph("empty", words::NOTHING_TO_INSERT.get());
    }
    let lines = found.into_iter().map(|(entry, written, label, is_there)| {
        let own = writing.clone();
        let about = [
            words::entry_part(entry, &written),
            if is_there { String::new() } else { words::NOT_PLACED.get().to_owned() },
        ];
        let about: Vec<&str> = about.iter().map(String::as_str).filter(|one| !one.is_empty()).collect();
        let shown = words::short(&label);
        let take = button("set", &shown, move || {
            dom::show_dialog(DIALOG, false);
            if let Some(caret) = own.shared.caret.borrow().clone().filter(|caret| caret.is_shown()) {
                caret.insert(&written, &label);
            }
        });
        el("li").child(take.child(text("small", &about.join(" · "))))
    });
    classed("ul", "sets").children(lines.collect::<Vec<Node>>())
}
