//! One criteria set, as the decision prints it, with its doubts and corrections on the spot.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::with_sets;
use crate::domain::compare::counterpart;
use crate::domain::criteria::{CriteriaSet, Criterion, OWN_FOLDER, Opt, Rule, SetStatus};
use crate::domain::regime;
use crate::pages::Path;
use crate::platform::{clock, dom};
use crate::state::{App, LoadedSet};
use crate::text::people::{star_mark, star_mark_meaning};
use crate::text::{own_set, reader, scoring};
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, text};

/// The page; at criterion `number`, if one is named.
pub fn set_page(app: App, decision: String, slug: String, number: Option<String>) -> Node {
    let place = StoredValue::new(number.map(|number| id_of(&number)));
    with_sets(app, vec![[decision, slug]], move |sets| {
        clock::after_paint(move || {
            let _ = place.try_with_value(|place| place.as_deref().map(dom::go_to));
        });
        sets.first().map_or_else(|| el("div"), |set| whole(app, set))
    })
}

fn id_of(number: &str) -> String {
    ["tc-", number].concat()
}

fn whole(app: App, loaded: &LoadedSet) -> Node {
    let (set, pin) = (&loaded.set, &loaded.pin);
    let incomplete = (set.status == SetStatus::Incomplete).then(|| paragraph("warning", scoring::SET_INCOMPLETE.get()));
    let copy = if pin.decision == OWN_FOLDER { own_set::NEXT } else { own_set::COPY };
    page("page reader", &set.name)
        .child(paragraph("lead", &reader::decision(&set.decision)))
        .child(
            actions([
                link("back", &Path::Criteria.text(), reader::BACK.get()),
                button("quiet", reader::PRINT.get(), dom::print),
                link("quiet", &Path::EditSet(pin.decision.clone(), pin.slug.clone()).text(), copy.get()),
                link("quiet", &Path::TryOutSet(pin.decision.clone(), pin.slug.clone()).text(), reader::TRY_IT.get()),
            ])
            .attr("data-screen", ""),
        )
        .maybe(incomplete)
        .child(facts(set))
        .child(counterparts(app, loaded))
        .maybe(issues(reader::DOUBTS.get(), set.open_issues.iter().filter(|issue| set.issue_about(issue).is_none())))
        .maybe(set.disqualifies_if.as_ref().map(rule))
        .children(set.parts.iter().map(|part| {
            let title = [&part.code, ". ", &part.title].concat();
            let sections = part.sections.iter().map(|section| {
                let title = [&section.number, ". ", &section.title].concat();
                let alone = matches!(section.criteria.as_slice(), [only] if only.number == section.number);
                let head = el("h3").text(&title).text(" ").child(text("small", &reader::at_most(section.max_points)));
                classed("section", "stack")
                    .maybe((!alone).then_some(head))
                    .maybe(section.note.as_ref().map(|note| paragraph("remark", note)))
                    .children(section.criteria.iter().map(|one| criterion(set, one)))
            });
            let head = el("h2").text(&title).text(" ").child(text("small", &reader::at_most(part.max_points)));
            classed("section", "part").child(head).children(sections)
        }))
        .child(paragraph("help", scoring::STAR_HELP.get()))
        .child(paragraph("help", &[reader::SOURCE.get(), ": ", &set.provenance].concat()).attr("lang", "en"))
}

fn facts(set: &CriteriaSet) -> Node {
    let facts = [
        (reader::SECTOR, Some(&set.sector)),
        (reader::GROUP, Some(&set.group)),
        (reader::MINISTRY, set.managing_ministry.as_ref()),
    ];
    let line = |(label, value): (crate::text::Text, Option<&String>)| {
        let value = value.filter(|value| !value.is_empty())?;
        Some(el("div").child(text("dt", label.get())).child(text("dd", value)))
    };
    classed("dl", "facts").children(facts.into_iter().filter_map(line))
}

/// The ways to the sets that took the place of this one, or that it took the place of.
fn counterparts(app: App, loaded: &LoadedSet) -> Node {
    let (folder, slug) = (loaded.pin.decision.clone(), loaded.pin.slug.clone());
    if folder == OWN_FOLDER {
        // An own set took nobody's place.
        return el("div");
    }
    let found: RwSignal<Vec<(Path, &'static str)>> = RwSignal::new(Vec::new());
    spawn_local(async move {
        let Ok(own) = app.index(&folder).await else { return };
        let Some(entry) = own.sets.iter().find(|entry| entry.slug == slug) else { return };
        let mut ways = Vec::new();
        let mut is_later = false;
        for other in regime::REGIMES {
            if other.folder == folder {
                is_later = true;
                continue;
            }
            let Ok(index) = app.index(other.folder).await else { continue };
            let Some(their) = counterpart(&own, entry, &index) else { continue };
            let pair = [[folder.clone(), slug.clone()], [other.folder.to_owned(), their.slug.clone()]];
            let [first, second] = if is_later { pair } else { [pair[1].clone(), pair[0].clone()] };
            ways.push((Path::CompareSets(first, second), other.decision));
        }
        let _ = found.try_set(ways);
    });
    el("div").attr("data-screen", "").show(move || {
        let links = found.get().into_iter().map(|(path, decision)| link("quiet", &path.text(), decision));
        el("div").child(paragraph("help", reader::COMPARE_WITH.get())).child(actions(links))
    })
}

fn criterion(set: &CriteriaSet, one: &Criterion) -> Node {
    let head = el("h4")
        .child(text("b", &one.number))
        .text(" ")
        .text(&one.title)
        .text(" ")
        .child(text("small", &reader::at_most(one.max_points)))
        .maybe(one.min_for_star.map(star));
    let cases = one.cases.iter().flat_map(|case| [paragraph("case", &case.label), options(&case.options)]);
    classed("article", "printed")
        .id(&id_of(&one.number))
        .attr("tabindex", "-1")
        .child(head)
        .maybe(one.applies_if.as_ref().map(|condition| paragraph("remark", condition)))
        .maybe(one.disqualifies_if.as_ref().map(rule))
        .maybe(one.note.as_ref().filter(|_| one.disqualifies_if.is_none()).map(|note| paragraph("remark", note)))
        .maybe((!one.options.is_empty()).then(|| options(&one.options)))
        .children(cases)
        .children(one.sub_criteria.iter().map(|sub| criterion(set, sub)))
        .maybe(issues("", set.open_issues.iter().filter(|issue| set.issue_about(issue) == Some(one.number.as_str()))))
        .maybe(corrections(set, &one.number))
}

fn options(options: &[Opt]) -> Node {
    classed("ul", "printed-options").children(options.iter().map(|option| {
        el("li")
            .child(classed("span", "option-text").text(&option.text))
            .maybe(option.min_for_star.map(star))
            .child(classed("span", "option-points").text(&option.points.to_string()))
    }))
}

/// A star mark with its meaning.
fn star(star: u8) -> Node {
    let meaning = star_mark_meaning(star);
    let mark = classed("span", "star").text(star_mark(star));
    mark.attr("role", "img").attr("title", &meaning).attr("aria-label", &meaning)
}

fn rule(rule: &Rule) -> Node {
    classed("div", "rule").child(el("p").child(text("b", scoring::rule(rule.effect).get())).text(&rule.condition))
}

/// Doubts, in the words of those who transcribed the text, which are English.
fn issues<'a>(title: &str, issues: impl Iterator<Item = &'a String>) -> Option<Node> {
    let mut lines = issues.peekable();
    lines.peek()?;
    let lead = if title.is_empty() { reader::ISSUE.get() } else { "" };
    let lines = lines.map(|issue| el("li").text(lead).child(text("span", issue).attr("lang", "en")));
    let list = el("ul").children(lines);
    let title = (!title.is_empty()).then(|| text("b", title));
    Some(classed("div", "doubts").maybe(title).child(list))
}

/// What was corrected in one criterion.
fn corrections(set: &CriteriaSet, number: &str) -> Option<Node> {
    let corrections = set.corrections_of(number);
    let lines = corrections.iter().map(|one| {
        let why = (!one.why.is_empty()).then(|| text("small", &one.why).attr("lang", "en"));
        text("li", &reader::correction(&one.source, &one.used)).maybe(why)
    });
    let summary = text("summary", reader::CORRECTIONS.get());
    let list = || classed("details", "corrections").child(summary).child(el("ul").children(lines));
    (!corrections.is_empty()).then(list)
}
