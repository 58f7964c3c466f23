//! The papers that a plan names: legal bases, proposals, funding, replaced plans.

use leptos::prelude::*;

use super::findings::Found;
use super::listed::{Listed, list_table, of, text, tick, told};
use super::placing;
use crate::domain::plan::edit::Entry;
use crate::domain::plan::{DocRef, DocUse, PartialDate, Plan};
use crate::paper;
use crate::state::Plans;
use crate::table::{Cell, Column, Kind};
use crate::text::plan_columns as columns;
use crate::text::plan_pages as words;
use crate::ui::{Node, classed, paragraph};

/// The part.
pub fn documents(plans: Plans, found: Found) -> Node {
    plans.ask_for_bases();
    classed("div", "stack-plain")
        .child(paragraph("help", words::DOCUMENTS_HELP.get()))
        .child(placing::placing(plans, Entry::Document))
        .child(list_table::<Documents>(plans, found, words::DOCUMENTS, words::NO_DOCUMENTS))
}

/// The uses that have a column, in their order.
const USES: [DocUse; 6] =
    [DocUse::Basis, DocUse::Proposal, DocUse::Funding, DocUse::Replaced, DocUse::Subject, DocUse::Named];

/// The papers as a list.
pub struct Documents;

impl Listed for Documents {
    type Item = DocRef;
    const NAME: &'static str = "plan-documents";
    const FILE: &'static str = "CanCu";
    const PLACED: bool = true;

    fn items(plan: &Plan) -> &[DocRef] {
        &plan.documents
    }
    fn items_mut(plan: &mut Plan) -> &mut Vec<DocRef> {
        &mut plan.documents
    }
    fn key(item: &DocRef) -> &str {
        &item.key
    }

    fn columns(_: &Plan) -> Vec<Column> {
        let mut all = vec![
            Column { also: &["loai", "hinh thuc"], ..text("kind", columns::DOC_KIND, 10) },
            Column { also: &["so", "so hieu", "so ky hieu van ban"], ..text("number", columns::DOC_NUMBER, 12) },
            Column { also: &["ngay", "ngay ban hanh"], ..text("date", columns::DOC_DATE, 9) },
            Column { also: &["co quan ban hanh"], ..text("issuer", columns::DOC_ISSUER, 14) },
            Column { also: &["trich yeu", "ve viec"], ..text("excerpt", columns::DOC_EXCERPT, 26) },
        ];
        let keys = ["basis", "proposal", "funding", "replaced", "subject", "named"];
        all.extend(USES.iter().zip(keys).map(|(usage, key)| of(Kind::Tick, key, columns::doc_use(*usage), 6)));
        all.push(text("printed", columns::PRINTED, 22));
        all.push(told("words", columns::WORDS, 26));
        all
    }

    fn cells(plan: &Plan, at: usize) -> Vec<Cell> {
        let Some(own) = plan.documents.get(at) else { return Vec::new() };
        let mut cells = vec![
            Cell::text(&own.kind),
            Cell::text(own.number.as_deref().unwrap_or_default()),
            Cell::text(&own.date.as_ref().map(words::partial_date).unwrap_or_default()),
            Cell::text(&own.issuer),
            Cell::text(&own.excerpt),
        ];
        cells.extend(USES.iter().map(|usage| tick(own.uses.contains(usage))));
        cells.push(Cell::text(&own.printed));
        cells.push(Cell::text(&paper::filled(plan, &["{", &own.key, "}"].concat())));
        cells
    }

    fn set(plan: &mut Plan, at: usize, column: usize, cell: &Cell) {
        let Some(own) = plan.documents.get_mut(at) else { return };
        let value = cell.as_text().to_owned();
        match column {
            0 => own.kind = value,
            1 => own.number = (!value.is_empty()).then_some(value),
            2 => {
                // A date that cannot be read stays as it is written, with all its parts blank.
                own.date = (!value.is_empty()).then(|| {
                    PartialDate::parse(&value).unwrap_or(PartialDate {
                        day: None,
                        month: None,
                        year: None,
                        printed: value,
                        unknown: Default::default(),
                    })
                });
            }
            3 => own.issuer = value,
            4 => own.excerpt = value,
            5..=10 => {
                let usage = USES[column - 5];
                own.uses.retain(|own| *own != usage);
                if *cell == Cell::Tick {
                    own.uses.push(usage);
                }
            }
            11 => own.printed = value,
            _ => {}
        }
        if column < 5 {
            own.printed.clear();
        }
    }

    fn told(plans: Plans, at: usize) -> Vec<Cell> {
        let day = plans.with_plan(Plan::day).or(plans.records.today);
        let said = plans.bases.with(|bases| {
            let (bases, day) = (bases.as_ref()?, day?);
            plans.with_plan(|plan| plan.documents.get(at).map(|own| words::force(&bases.force(own, day))))
        });
        vec![Cell::text(&said.unwrap_or_default())]
    }

    fn told_columns() -> Vec<Column> {
        vec![told("force", columns::DOC_FORCE, 24)]
    }

    fn blank(plan: &Plan) -> DocRef {
        DocRef {
            key: plan.free_key("b"),
            uses: vec![DocUse::Basis],
            kind: String::new(),
            number: None,
            date: None,
            issuer: String::new(),
            excerpt: String::new(),
            printed: String::new(),
            unknown: Default::default(),
        }
    }
}
