//! Where the text names entries, and what becomes of those places when entries come and go.

use std::collections::BTreeSet;

use crate::domain::plan::{Numbering, Piece, Plan, PlanSection, pieces};

use super::{SectionPart, SectionSpot, outline};

/// An entry that a text can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// A document.
    Document,
    /// A target.
    Target,
    /// An activity: its title, or a part of it.
    Activity,
    /// A product.
    Product,
    /// A round.
    Round,
    /// A source of money.
    Source,
    /// The total, in figures or in words.
    Total,
    /// The units of a block of duties, or its duties.
    Duty,
}

/// Everything that a text can name, in the order of the plan: what it is, and what is written for it (`{a5.time}`).
pub fn entries(plan: &Plan) -> Vec<(Entry, String)> {
    let mut all = Vec::new();
    let mut put = |entry: Entry, key: &str, parts: &[&str]| {
        for part in parts {
            all.push((
                entry,
                if part.is_empty() { ["{", key, "}"].concat() } else { ["{", key, ".", part, "}"].concat() },
            ));
        }
    };
    plan.documents.iter().for_each(|own| put(Entry::Document, &own.key, &[""]));
    plan.targets.iter().for_each(|own| put(Entry::Target, &own.key, &[""]));
    for own in &plan.activities {
        put(Entry::Activity, &own.key, &[""]);
        let parts = [
            ("time", own.time.is_some()),
            ("content", !own.content.is_empty()),
            ("units", !own.doers.is_empty() || !own.units_printed.is_empty()),
            ("participants", !own.participants.is_empty()),
            ("result", !own.result.is_empty()),
        ];
        parts
            .into_iter()
            .filter(|(_, is_there)| *is_there)
            .for_each(|(part, _)| put(Entry::Activity, &own.key, &[part]));
    }
    plan.products.iter().for_each(|own| put(Entry::Product, &own.key, &[""]));
    for own in &plan.rounds {
        let parts =
            [("", own.deadline.is_some()), ("intake", own.intake.is_some()), ("meeting", own.meeting.is_some())];
        parts.into_iter().filter(|(_, is_there)| *is_there).for_each(|(part, _)| put(Entry::Round, &own.key, &[part]));
    }
    if let Some(budget) = &plan.budget {
        if budget.total.is_some() {
            put(Entry::Total, "total", &["", "words"]);
        }
        budget.sources.iter().for_each(|own| put(Entry::Source, &own.key, &[""]));
    }
    plan.assignments.iter().for_each(|own| put(Entry::Duty, &own.key, &["", "duties"]));
    all
}

/// The keys of all entries that the text names, or parts of which it names.
pub fn placed(plan: &Plan) -> BTreeSet<&str> {
    let mut keys = BTreeSet::new();
    for section in plan.all_sections() {
        let cells = section.table.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
        for text in [&section.heading, &section.text].into_iter().chain(cells).filter(|text| text.contains('{')) {
            keys.extend(pieces(text).into_iter().filter_map(|piece| match piece {
                Piece::Entry { key, .. } => Some(key),
                Piece::Words(_) => None,
            }));
        }
    }
    keys
}

/// Whether the text names this entry or a part of it.
pub fn is_placed(plan: &Plan, key: &str) -> bool {
    placed(plan).contains(key)
}

/// Puts the words of an entry in the places that name it, wherever a text of the plan does: nothing of the paper is lost
/// when the entry goes. `words` gives them for what is written (`{a5.time}`).
pub fn inline_entry(plan: &mut Plan, key: &str, words: &dyn Fn(&str) -> String) {
    let needle = ["{", key].concat();
    each_text(plan, &mut |text| {
        if !text.contains(&needle) {
            return;
        }
        let mut inlined = String::with_capacity(text.len());
        for piece in pieces(text) {
            match piece {
                Piece::Words(words) => inlined.push_str(words),
                Piece::Entry { key: own, written, .. } if own == key => inlined.push_str(&words(written)),
                Piece::Entry { written, .. } => inlined.push_str(written),
            }
        }
        *text = inlined;
    });
}

/// Does something with every text that may name entries.
fn each_text(plan: &mut Plan, act: &mut dyn FnMut(&mut String)) {
    fn walk(sections: &mut [PlanSection], act: &mut dyn FnMut(&mut String)) {
        for section in sections {
            act(&mut section.heading);
            act(&mut section.text);
            section
                .table
                .iter_mut()
                .flat_map(|table| &mut table.rows)
                .flat_map(|row| &mut row.cells)
                .for_each(&mut *act);
            walk(&mut section.children, act);
        }
    }
    for part in [&mut plan.opening, &mut plan.sections, &mut plan.closing] {
        walk(part, act);
    }
    if let Some(wrapper) = &mut plan.wrapper {
        walk(&mut wrapper.opening, act);
        wrapper.articles.iter_mut().for_each(|article| act(&mut article.text));
    }
    for annex in &mut plan.annexes {
        walk(&mut annex.sections, act);
        annex.table.iter_mut().flat_map(|table| &mut table.rows).flat_map(|row| &mut row.cells).for_each(&mut *act);
    }
    plan.targets.iter_mut().for_each(|own| act(&mut own.printed));
    for own in &mut plan.activities {
        [&mut own.title, &mut own.content, &mut own.participants, &mut own.result].into_iter().for_each(&mut *act);
    }
    plan.assignments.iter_mut().flat_map(|own| &mut own.duties).for_each(&mut *act);
}

/// Gives an entry that the text does not name a place of its own, after the last section that names one of its kind, or
/// at the end of the body. The spot of the new section.
pub fn place(plan: &mut Plan, entry: Entry, key: &str) -> Option<SectionSpot> {
    let named = ["{", key, "}"].concat();
    let like: Vec<String> =
        entries(plan).into_iter().filter(|(own, _)| *own == entry).map(|(_, written)| written).collect();
    let names = |section: &PlanSection| {
        let mut all = pieces(&section.heading);
        all.extend(pieces(&section.text));
        all.iter().any(|piece| matches!(piece, Piece::Entry { written, .. } if like.iter().any(|own| own == written)))
    };
    let last = outline(plan).into_iter().rfind(|row| plan.section(&row.spot).is_some_and(&names)).map(|row| row.spot);
    // The duties of a block stand below its heading: the block is the heading.
    let last = match (entry, last) {
        (Entry::Duty, Some(spot)) => {
            let is_heading = plan.section(&spot).is_some_and(|section| !section.heading.is_empty());
            if is_heading { Some(spot) } else { spot.parent().or(Some(spot)) }
        }
        (_, last) => last,
    };
    let numbering =
        last.as_ref().and_then(|spot| plan.section(spot)).map_or(Numbering::Arabic, |section| section.numbering);
    let mut section = match entry {
        Entry::Duty | Entry::Activity => PlanSection::new(numbering, &named, ""),
        _ => PlanSection::new(numbering, "", &named),
    };
    match entry {
        Entry::Duty => section.children = vec![PlanSection::new(Numbering::Dash, "", &["{", key, ".duties}"].concat())],
        Entry::Activity if plan.activity(key).is_some_and(|own| !own.content.is_empty()) => {
            section.children = vec![PlanSection::paragraph(&["{", key, ".content}"].concat())];
        }
        _ => {}
    }
    let spot = match last {
        Some(spot) => spot.beside(spot.place() + 1),
        None => match plan.sections.len().checked_sub(1) {
            Some(at) => SectionSpot { part: SectionPart::Body, path: vec![at, plan.sections[at].children.len()] },
            None => SectionSpot { part: SectionPart::Body, path: vec![0] },
        },
    };
    plan.insert_section(&spot, section)
}
