//! The words of a plan as a list to walk through.

use super::{Annex, DecisionWrapper, Plan, PlanSection};

/// Where words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanPlace {
    /// The title, of the plan or its decision.
    Title,
    /// A section, by its words.
    Section(String),
    /// An entry, by its key.
    Entry(String),
    /// The recipients.
    Recipients,
    /// The signature, number and date.
    Frame,
    /// The money.
    Budget,
}

impl Plan {
    /// Visits every text of the plan that its office wrote: not the papers it names, not names of units, not what is
    /// kept as printed of a time, target or amount.
    pub fn visit_words(&mut self, visit: &mut dyn FnMut(&PlanPlace, &mut String)) {
        visit(&PlanPlace::Title, &mut self.title);
        if let Some(DecisionWrapper { title, opening, articles, recipients, .. }) = &mut self.wrapper {
            visit(&PlanPlace::Title, title);
            sections(opening, visit);
            for article in articles {
                visit(&PlanPlace::Section(short(&article.text)), &mut article.text);
            }
            recipients.iter_mut().for_each(|line| visit(&PlanPlace::Recipients, &mut line.text));
        }
        for part in [&mut self.opening, &mut self.sections, &mut self.closing] {
            sections(part, visit);
        }
        for Annex { key, title, sections: own, table, .. } in &mut self.annexes {
            visit(&PlanPlace::Entry(key.clone()), title);
            sections(own, visit);
            let rows = table.iter_mut().flat_map(|table| &mut table.rows);
            rows.flat_map(|row| &mut row.cells).for_each(|cell| visit(&PlanPlace::Entry(key.clone()), cell));
        }
        for one in &mut self.activities {
            let place = PlanPlace::Entry(one.key.clone());
            for text in [&mut one.title, &mut one.content, &mut one.participants, &mut one.result] {
                visit(&place, text);
            }
        }
        for one in &mut self.assignments {
            let place = PlanPlace::Entry(one.key.clone());
            visit(&place, &mut one.units_printed);
            one.duties.iter_mut().for_each(|duty| visit(&place, duty));
        }
        for one in &mut self.products {
            let place = PlanPlace::Entry(one.key.clone());
            for text in [&mut one.support, &mut one.note, &mut one.printed] {
                visit(&place, text);
            }
        }
        if let Some(budget) = &mut self.budget {
            for source in &mut budget.sources {
                visit(&PlanPlace::Budget, &mut source.name);
                visit(&PlanPlace::Budget, &mut source.printed);
            }
            for line in &mut budget.lines {
                visit(&PlanPlace::Entry(line.key.clone()), &mut line.content);
                visit(&PlanPlace::Entry(line.key.clone()), &mut line.note);
            }
        }
        self.recipients.iter_mut().for_each(|line| visit(&PlanPlace::Recipients, &mut line.text));
    }
}

fn sections(list: &mut [PlanSection], visit: &mut dyn FnMut(&PlanPlace, &mut String)) {
    for section in list {
        let place =
            PlanPlace::Section(short(if section.heading.is_empty() { &section.text } else { &section.heading }));
        visit(&place, &mut section.heading);
        visit(&place, &mut section.text);
        let table = section.table.iter_mut();
        for table in table {
            let rows = table.rows.iter_mut().flat_map(|row| &mut row.cells);
            table.columns.iter_mut().chain(rows).for_each(|cell| visit(&place, cell));
        }
        sections(&mut section.children, visit);
    }
}

/// The first words, enough to find the place.
fn short(text: &str) -> String {
    match text.char_indices().nth(60) {
        None => text.to_owned(),
        Some((end, _)) => {
            let cut = text[..end].rfind(' ').unwrap_or(end);
            [&text[..cut], "…"].concat()
        }
    }
}
