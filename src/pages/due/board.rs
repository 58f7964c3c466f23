//! The boards "việc cần làm" and "sắp hết hạn".

use std::collections::BTreeSet;
use std::rc::Rc;

use leptos::prelude::*;

use super::lines::{Line, entries, lines};
use super::year;
use crate::domain::cycle::Bucket;
use crate::exchange::ics;
use crate::pages::Path;
use crate::pages::registry::{name_of, when_loaded};
use crate::platform::{clock, dom};
use crate::state::Records;
use crate::text::{due, registry};
use crate::ui::{Choice, Node, actions, button, classed, el, for_paper, link, page, paragraph, select, text};

/// Lines of a bucket that are shown at first.
const AT_FIRST: usize = 40;

/// The page.
pub fn board(records: Records) -> Node {
    when_loaded(records, move || {
        let all = Memo::new(move |_| {
            let lines = |today| records.registry.with(|register| lines(register, today));
            records.today.map(lines).unwrap_or_default()
        });
        let commune = RwSignal::new(String::new());
        let chosen = move || {
            let commune = commune.get();
            // A round concerns everybody.
            all.with(|lines| {
                let fits = |line: &&Line| commune.is_empty() || line.commune == commune || line.due.product.is_none();
                lines.iter().filter(fits).cloned().collect::<Vec<Line>>()
            })
        };
        let save = move || {
            let file = ics::calendar(due::ICS_NAME.get(), &entries(&chosen()), clock::now());
            records.app.offer_text("OCOP_viec-va-han.ics", "text/calendar", &file);
        };
        page("page board", due::TITLE.get())
            .child(actions([
                link("quiet", &Path::Products.text(), registry::PRODUCTS.get()),
                link("quiet", &Path::Office.text(), due::SETTINGS.get()),
                button("quiet", due::PRINT.get(), dom::print),
                button("quiet", due::ICS.get(), save).attr("title", due::ICS_HELP.get()),
            ]))
            .child(el("div").show(move || communes(records, all, commune)))
            .child(el("div").show(move || section(due::TO_DO.get(), due::NOTHING_TO_DO.get(), chosen(), false)))
            .child(el("div").show(move || section(due::RUNS_OUT.get(), due::NOTHING_RUNS_OUT.get(), chosen(), true)))
            .child(year::year(records))
    })
}

fn communes(records: Records, all: Memo<Vec<Line>>, chosen: RwSignal<String>) -> Node {
    let codes: BTreeSet<String> = all.with(|lines| lines.iter().map(|line| line.commune.clone()).collect());
    let codes: Vec<String> = codes.into_iter().filter(|code| !code.is_empty()).collect();
    if codes.is_empty() {
        return el("div");
    }
    let every = Choice { value: String::new(), label: due::ALL.get().to_owned() };
    let named = codes.into_iter().map(|code| Choice { label: name_of(records, &code), value: code });
    select(due::COMMUNE.get(), std::iter::once(every).chain(named).collect(), chosen)
}

fn section(title: &str, nothing: &str, lines: Vec<Line>, runs_out: bool) -> Node {
    let own: Vec<Line> = lines
        .into_iter()
        .filter(|line| line.due.kind.runs_out() == runs_out && (!runs_out || line.bucket != Bucket::Later))
        .collect();
    let section = classed("section", "stack").child(text("h2", title));
    if own.is_empty() {
        return section.child(paragraph("help", nothing));
    }
    let buckets = [Bucket::Overdue, Bucket::Within30, Bucket::Within90, Bucket::Within180, Bucket::Later];
    section.children(buckets.into_iter().filter_map(|bucket| {
        let rows: Vec<Line> = own.iter().filter(|line| line.bucket == bucket).cloned().collect();
        let heading = text("h3", due::bucket(bucket).get());
        (!rows.is_empty()).then(|| el("div").child(heading).child(list(bucket, rows)))
    }))
}

/// The lines of one bucket: the first ones, and all when asked for. Paper gets all of them in any case.
fn list(bucket: Bucket, rows: Vec<Line>) -> Node {
    let class = if bucket == Bucket::Overdue { "due overdue" } else { "due" };
    let all = RwSignal::new(rows.len() <= AT_FIRST);
    let rows = Rc::new(rows);
    let rest = {
        let rows = rows.clone();
        for_paper("due-rest", move || {
            let rest = if all.get_untracked() { &[] } else { rows.get(AT_FIRST..).unwrap_or_default() };
            classed("ul", class).children(rest.iter().map(row))
        })
    };
    let shown = el("div").show(move || {
        let shown = if all.get() { rows.len() } else { AT_FIRST };
        let label = due::MORE.fill(&[&rows.len().to_string()]);
        let more = (shown < rows.len()).then(|| button("quiet", &label, move || all.set(true)));
        el("div").child(classed("ul", class).children(rows.iter().take(shown).map(row))).maybe(more)
    });
    el("div").child(shown).child(rest)
}

fn row(line: &Line) -> Node {
    let what = match &line.path {
        Some(path) => link("", &path.text(), &line.words()),
        None => text("span", &line.words()),
    };
    el("li").child(text("b", &due::day(line.due.on))).child(what)
}
