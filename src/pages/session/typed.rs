//! Results typed from paper among the others, always marked as such.

use super::results::number;
use crate::domain::council::{TypedStars, typed_stars};
use crate::domain::session::TypedResult;
use crate::state::{Hearing, HearingRow};
use crate::text::{people, typed};
use crate::ui::{Node, classed, el, text};

/// What was typed for the product at `at`.
pub fn of(hearing: &Hearing, at: usize) -> Option<&TypedResult> {
    hearing.session.products.get(at)?.typed.as_ref()
}

/// The same where no locked sheet says more.
pub fn alone<'a>(hearing: &'a Hearing, at: usize, row: &HearingRow) -> Option<&'a TypedResult> {
    of(hearing, at).filter(|_| row.result.sheets == 0)
}

/// Its row in the table of results, whose columns name these parts.
pub fn line(hearing: &Hearing, at: usize, result: &TypedResult, parts: &[&str]) -> Node {
    let product = &hearing.session.products[at];
    let rank = match typed_stars(&hearing.session.decision, result) {
        TypedStars::Recorded(stars) | TypedStars::ByPoints(stars) => people::stars(stars),
        TypedStars::BetweenBands => "–".to_owned(),
    };
    el("tr")
        .child(classed("td", "number").text(&(at + 1).to_string()))
        .child(text("th", &product.name).attr("scope", "row"))
        .child(text("td", &product.producer))
        .child(classed("td", "number").text(typed::MARK.get()))
        .children(parts.iter().map(|part| number(result.parts.get(*part).copied())))
        .child(number(Some(result.total())).attr("data-mean", ""))
        .child(classed("td", "rank").text(&rank))
        .child(text("td", &typed::conclusion(&result.paper)))
}

/// The whole in one line.
pub fn words(decision: &str, result: &TypedResult) -> String {
    typed::line(result.parts.iter(), result.total(), &typed::stars(typed_stars(decision, result)), &result.paper)
}
