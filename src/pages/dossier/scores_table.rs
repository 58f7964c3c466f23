//! Own, advisory and council points of each criterion beside each other, and where they differ.

use leptos::prelude::*;

use super::criteria::leaf_name;
use super::scores::side_names;
use super::section;
use crate::domain::council::{Column, difference};
use crate::domain::criteria::Leaf;
use crate::domain::cycle::Dossier;
use crate::domain::points::Mean;
use crate::domain::worksheet::Answer;
use crate::pages::registry::Editor;
use crate::state::{Side, Sides};
use crate::text::dossier;
use crate::ui::{Node, check, classed, paragraph, scrolling, table, text};

/// The table; nothing before the first points.
pub fn compared(editor: Editor<Dossier>, sides: &Sides) -> Node {
    let section = section(dossier::COMPARED.get());
    let Some(set) = &sides.set else { return section.child(paragraph("empty", dossier::NO_SCORES.get())) };
    let other = sides.sides.iter().flatten().any(|side| side.other_set);
    let usable: Vec<Option<&Side>> = sides.sides.iter().map(|side| side.as_ref().filter(|it| !it.other_set)).collect();
    let columns: Vec<Option<&Column>> = usable.iter().map(|side| side.and_then(|it| it.column.as_ref())).collect();
    let warning = other.then(|| paragraph("warning", dossier::OTHER_SET.get()));
    if columns.iter().all(Option::is_none) {
        return section.maybe(warning).child(paragraph("empty", dossier::NO_SCORES.get()));
    }
    let only = RwSignal::new(false);
    let settled = columns.iter().flatten().all(|column| column.settled);
    let mut rows = vec![line("p-total", dossier::TOTAL.get(), "100", &points(&columns, |it| Some(it.total)), settled)];
    for (part_at, part) in set.scheme.parts.iter().enumerate() {
        let title = [&part.code, ". ", &part.title].concat();
        let own = points(&columns, |column| column.parts.get(part_at).copied());
        rows.push(line("p-part", &title, &part.max.to_string(), &own, settled));
        for (at, leaf) in set.scheme.leaves.iter().enumerate().filter(|(_, leaf)| leaf.part == part_at) {
            rows.push(row(editor, leaf, at, &columns, &usable, only));
        }
    }
    let names = side_names();
    let head = [
        dossier::COLUMN_CRITERION.get(),
        dossier::COLUMN_MAX.get(),
        names[0],
        names[1],
        names[2],
        dossier::COLUMN_GAP.get(),
    ];
    let caption = dossier::COMPARED.get();
    section
        .maybe(warning)
        .child(check(dossier::ONLY_GAPS.get(), only))
        .child(scrolling(caption, table("card-list compared", caption, &head, rows)))
}

fn points(columns: &[Option<&Column>], read: impl Fn(&Column) -> Option<Mean>) -> Vec<Option<Mean>> {
    columns.iter().map(|column| column.and_then(&read)).collect()
}

/// A line of sums with its points; how far they are apart once every sheet is `settled`: half-filled sheets compare to
/// nothing.
fn line(class: &str, title: &str, max: &str, points: &[Option<Mean>], settled: bool) -> Node {
    let apart = difference(points).filter(|_| settled).map(dossier::apart).unwrap_or_default();
    cells(class, title, max, points).child(text("td", &apart))
}

fn cells(class: &str, title: &str, max: &str, points: &[Option<Mean>]) -> Node {
    let labelled = |label: &str, value: &str| classed("td", "number").attr("data-label", label).text(value);
    let sides = side_names();
    let values = points.iter().zip(sides).map(|(points, side)| labelled(side, &dossier::points_or_dash(*points)));
    classed("tr", class)
        .child(text("th", title).attr("scope", "row"))
        .child(labelled(dossier::COLUMN_MAX.get(), max))
        .children(values)
}

fn row(
    editor: Editor<Dossier>,
    leaf: &Leaf,
    at: usize,
    columns: &[Option<&Column>],
    sides: &[Option<&Side>],
    only: RwSignal<bool>,
) -> Node {
    let own = points(columns, |column| column.leaves.get(at).copied().flatten());
    let gap = difference(&own);
    let missed = council_misses(leaf, own.get(2).copied().flatten());
    let differs = gap.is_some() || missed.is_some();
    let why = classed("td", "gap").children(gap.map(|gap| classed("b", "apart").text(&dossier::apart(gap))));
    let why = why.maybe(missed.map(|missed| text("p", &missed)));
    let why = if gap.is_some() { why.children(reasons(editor, leaf, sides)) } else { why };
    let class = if differs { "differs" } else { "" };
    cells(class, &leaf_name(leaf), &leaf.max.to_string(), &own).child(why).hidden_while(move || only.get() && !differs)
}

/// The minimum mark that the council's mean misses, if any.
fn council_misses(leaf: &Leaf, mean: Option<Mean>) -> Option<String> {
    let mean = mean?;
    let needs = leaf.needs.iter().zip(3u8..);
    let (need, stars) =
        needs.filter_map(|(need, stars)| Some(((*need)?, stars))).find(|(need, _)| mean < Mean::whole(*need))?;
    Some(dossier::below_minimum(stars, need))
}

/// What each check chose and noted, and what evidence there is: why two people can read one paper differently.
fn reasons(editor: Editor<Dossier>, leaf: &Leaf, sides: &[Option<&Side>]) -> Vec<Node> {
    let mut said = Vec::new();
    for (side, name) in sides.iter().zip(side_names()) {
        let Some(sheet) = side.and_then(|side| side.sheet.as_ref()) else { continue };
        if let Some(Answer::Option { case, option, .. }) = sheet.answers.get(&leaf.number) {
            let mut offers = leaf.offers.iter();
            let chosen = offers.find(|offer| (offer.case, offer.option) == (*case, *option));
            said.extend(chosen.map(|offer| text("p", &dossier::chose(name, &offer.text))));
        }
        said.extend(sheet.notes.get(&leaf.number).map(|note| text("p", &dossier::chose(name, note))));
    }
    let proofs = editor.now(|dossier| dossier.proofs(&leaf.number).count()).unwrap_or(0);
    said.push(classed("p", "help").text(&dossier::proofs(proofs)));
    said
}
