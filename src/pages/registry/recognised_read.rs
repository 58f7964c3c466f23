//! Certificates from the rows of a table: citations taken apart, and what a row becomes.

use super::listed::Listed;
use super::making::Making;
use super::recognised_rows::{ADDRESS, DECIDED, DECISION, ISSUER, NAME, NOTE, NUMBER, POINTS, PRODUCER, STARS, UNTIL};
use crate::domain::cycle::{Certificate, CertificateAct, Cited, Deed, DocumentRef, cited};
use crate::domain::date::Date;
use crate::domain::points::Mean;
use crate::domain::session::Level;
use crate::platform::clock;
use crate::table::{Cell, Draft, Sheet};
use crate::text::recognised;

/// Citations such as `816/QĐ-UBND ngày 12/5/2022 của UBND tỉnh` are taken apart: a day that they name goes into the column
/// of days, an issuer into its own, each only where nothing else was said.
pub fn prepare(sheet: &Sheet, draft: &mut Draft) {
    let Some(decision) = draft.mapping.iter().position(|to| *to == Some(DECISION)) else { return };
    let found: Vec<_> = draft
        .block
        .rows
        .iter()
        .skip(draft.heads)
        .map(|row| {
            let whole = row.get(decision).map_or("", |text| text.as_str());
            let parts = cited(whole);
            (!parts.day.is_empty() || !parts.issuer.is_empty()).then_some(parts)
        })
        .collect();
    if found.iter().all(Option::is_none) {
        return;
    }
    for (to, of) in [(DECIDED, (|parts| &parts.day) as fn(&Cited) -> &String), (ISSUER, |parts| &parts.issuer)] {
        if found.iter().flatten().all(|parts| of(parts).is_empty()) {
            continue;
        }
        let at = draft.mapping.iter().position(|own| *own == Some(to)).unwrap_or_else(|| {
            draft.mapping.push(Some(to));
            draft.mapping.len() - 1
        });
        let title = sheet.columns().get(to).map_or("", |column| column.title.as_str());
        if let Some(head) = draft.heads.checked_sub(1).and_then(|head| draft.block.rows.get_mut(head)) {
            put(head, at, title);
        }
        for (row, parts) in draft.block.rows.iter_mut().skip(draft.heads).zip(&found) {
            if let Some(parts) = parts {
                put(row, at, of(parts));
            }
        }
    }
    for (row, parts) in draft.block.rows.iter_mut().skip(draft.heads).zip(found) {
        if let (Some(parts), Some(text)) = (parts, row.get_mut(decision)) {
            *text = parts.number;
        }
    }
}

/// Puts a text into a cell of a row where nothing stands.
fn put(row: &mut Vec<String>, at: usize, text: &str) {
    if row.len() <= at {
        row.resize(at + 1, String::new());
    }
    if let Some(cell) = row.get_mut(at).filter(|cell| cell.trim().is_empty()) {
        *cell = text.to_owned();
    }
}

impl Listed for Certificate {
    fn with_cells(own: Option<Certificate>, cells: &[(usize, Cell)], making: &mut Making<'_, '_>) -> Certificate {
        let text = |of: usize| cells.iter().find(|(column, _)| *column == of).map_or("", |(_, cell)| cell.as_text());
        let is_there = own.as_ref().is_some_and(|own| making.registry.product(own.product).is_some());
        let product = match &own {
            Some(own) if is_there => own.product,
            _ => making.product_called(text(NAME), text(PRODUCER), text(ADDRESS)),
        };
        let is_new = own.is_none();
        let mut paper = own.unwrap_or_else(|| {
            let nothing =
                DocumentRef { number: String::new(), date: None, issuer: String::new(), unknown: Default::default() };
            Certificate::blank(product, 3, nothing, Date::FIRST)
        });
        paper.product = product;
        for (column, cell) in cells {
            let text = cell.as_text().to_owned();
            let day = if let Cell::Date(date) = cell { Some(*date) } else { None };
            match *column {
                STARS => {
                    let at = if let Cell::Choice(at) = cell { *at } else { 0 };
                    paper.stars = 3 + at.min(2) as u8;
                    paper.level = if paper.stars >= 5 { Level::Central } else { Level::Province };
                }
                POINTS => paper.points = if let Cell::Number(sum) = cell { Some(Mean::new(*sum, 100)) } else { None },
                DECISION => paper.decision.number = text,
                DECIDED => {
                    paper.decision.date = day;
                    paper.valid_from = day.unwrap_or(paper.valid_from);
                }
                ISSUER => paper.decision.issuer = text,
                NUMBER => paper.number = text,
                UNTIL => paper.printed_until = day,
                NOTE => paper.note = text,
                _ => (),
            }
        }
        if is_new {
            let deed = Deed::new(paper.valid_from, clock::now(), "");
            // The table takes no row without what issuing asks for.
            let _ = paper.apply(CertificateAct::Issue, &deed, None);
        } else if let [issued] = &mut paper.steps[..] {
            issued.on = paper.valid_from;
        }
        paper
    }

    fn fixed(&self, cells: &[(usize, Cell)]) -> Option<&'static str> {
        let is_any = |columns: &[usize]| cells.iter().any(|(column, _)| columns.contains(column));
        if is_any(&[NAME, PRODUCER, ADDRESS]) {
            return Some(recognised::PRODUCT_FIXED.get());
        }
        let is_said = is_any(&[STARS, DECISION, DECIDED, ISSUER]) && !self.is_from_paper();
        is_said.then(|| recognised::ONLY_PAPER.get())
    }
}
