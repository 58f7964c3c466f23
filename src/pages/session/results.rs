//! The results, with why.

use super::typed;
use crate::domain::council::{Outcome, ProductResult};
use crate::domain::criteria::Leaf;
use crate::domain::points::Mean;
use crate::domain::session::{MemberId, MinimaOn, ProductId, Session};
use crate::pages::Path;
use crate::state::{Hearing, HearingRow};
use crate::text::{self, lift, people, results, typed as typed_texts};
use crate::ui::{Node, classed, el, link, paragraph, scrolling, table, text};

/// The table of results, then each product's reasons; `more` adds to those of a product.
pub fn results(hearing: &Hearing, more: &dyn Fn(usize, &HearingRow) -> Option<Node>) -> Node {
    let has_result = |at: usize, row: &HearingRow| row.result.sheets > 0 || typed::of(hearing, at).is_some();
    let mut details = hearing.rows.iter().enumerate().filter(|(at, row)| has_result(*at, row)).peekable();
    if details.peek().is_none() {
        return paragraph("empty", results::NOTHING_YET.get());
    }
    el("div").child(summary(hearing)).children(details.map(|(at, row)| detail(hearing, at, row, more(at, row))))
}

/// The table that also goes to paper.
pub fn summary(hearing: &Hearing) -> Node {
    let parts: Vec<&str> = hearing
        .rows
        .first()
        .map(|row| row.set.scheme.parts.iter().map(|part| part.code.as_str()).collect())
        .unwrap_or_default();
    let mut head = vec![results::STT.get(), results::PRODUCT.get(), results::PRODUCER.get(), results::SHEETS.get()];
    head.extend(parts.iter().copied());
    head.extend([results::MEAN.get(), results::RANK.get(), results::CONCLUSION.get()]);
    let scorers = hearing.session.scorers().count();
    let rows = hearing.rows.iter().enumerate().map(|(at, row)| {
        let (product, result) = (&hearing.session.products[at], &row.result);
        if let Some(typed) = typed::alone(hearing, at, row) {
            return typed::line(hearing, at, typed, &parts);
        }
        let mut cells = vec![classed("td", "number").text(&results::sheets(result.sheets, scorers))];
        cells.extend((0..parts.len()).map(|part| number(result.parts.get(part).copied())));
        cells.push(number(result.total).attr("data-mean", ""));
        el("tr")
            .child(classed("td", "number").text(&(at + 1).to_string()))
            .child(text("th", &product.name).attr("scope", "row"))
            .child(text("td", &product.producer))
            .children(cells)
            .child(classed("td", "rank").text(&rank(result)))
            .child(text("td", &conclusion(&hearing.session, result)))
    });
    let caption = results::RESULTS_CAPTION.get();
    scrolling(caption, table("results", caption, &head, rows))
}

/// The stars, when they mean anything.
pub fn rank(result: &ProductResult) -> String {
    match result.outcome {
        Outcome::Incomplete | Outcome::RuleDisputed | Outcome::Eliminated => "–".to_owned(),
        Outcome::ProposeHigher | Outcome::ReturnLower => "–".to_owned(),
        Outcome::NotRecognised | Outcome::Recognise => people::stars(result.stars),
    }
}

/// What follows.
pub fn conclusion(session: &Session, result: &ProductResult) -> String {
    let conclusion = results::conclusion(result.outcome, result.stars, session.level);
    let is_apart = !result.gaps.is_empty() && result.outcome != Outcome::Incomplete;
    if is_apart { [&conclusion, "; ", results::APART.get()].concat() } else { conclusion }
}

pub(super) fn number(mean: Option<Mean>) -> Node {
    classed("td", "number").text(&mean.map(text::mean).unwrap_or_default())
}

/// Why one product stands where it stands.
fn detail(hearing: &Hearing, at: usize, row: &HearingRow, more: Option<Node>) -> Node {
    let (session, result) = (&hearing.session, &row.result);
    let told = match typed::alone(hearing, at, row) {
        Some(typed) => typed_texts::conclusion(&typed.paper),
        None => conclusion(session, result),
    };
    let title = [&session.products[at].name, ": ", &told].concat();
    let reasons = reasons(session, at, row);
    let why = classed("details", "why");
    // What needs the council's attention is open; the rest is there for who asks.
    let why = if reasons.is_empty() { why } else { why.attr("open", "") };
    why.child(text("summary", &title))
        .maybe(result.total.map(|total| {
            paragraph(
                "",
                &[results::EXACT.get(), ": ", &text::mean_exact(total), " · ", &results::by_points(result.band)]
                    .concat(),
            )
        }))
        .children(reasons)
        .maybe(more)
        .maybe((result.sheets > 0).then(|| members(hearing, session.products[at].id, result)))
}

/// Lists of what is missing, missed, apart, or found. On paper too.
pub fn reasons(session: &Session, at: usize, row: &HearingRow) -> Vec<Node> {
    let (result, product) = (&row.result, &session.products[at]);
    let by_level = session.rules.minima_on() == MinimaOn::Consensus;
    let is_agreed = |leaf: &Leaf| product.agreed.get(&leaf.number).is_some_and(|answer| by_level && answer.fits(leaf));
    // A product that was rated on paper waits for no sheets.
    let is_paper = product.typed.is_some() && result.sheets == 0;
    let name = |id: MemberId| session.member(id).map_or("", |member| member.name.as_str());
    let leaves = &row.set.scheme.leaves;
    let missing = result
        .missing
        .iter()
        .filter(|_| !is_paper)
        .map(|missing| results::missing(name(missing.member), missing.unanswered, missing.begun));
    let failed = result.failed_minima.iter().map(|failed| {
        let leaf = &leaves[failed.leaf];
        results::failed(&leaf.number, &leaf.title, failed.star, failed.need, failed.mean, is_agreed(leaf))
    });
    let gaps = result.gaps.iter().map(|gap| results::gap(name(gap.high), name(gap.low), gap.points));
    let found = result.excluded_by.iter().map(|id| name(*id).to_owned());
    let agreed = leaves.iter().filter(|leaf| is_agreed(leaf)).filter_map(|leaf| {
        let answer = product.agreed.get(&leaf.number)?;
        Some(results::agreed(&leaf.number, &leaf.title, &super::agreed::words(leaf, *answer)))
    });
    let typed = product.typed.iter().map(|typed| typed::words(&session.decision, typed));
    let lists = [
        list(typed_texts::TITLE.get(), typed.collect()),
        list(results::MISSING.get(), missing.collect()),
        list(text::scoring::HELD_BY.get(), failed.collect()),
        list(results::AGREED.get(), agreed.collect()),
        list(results::GAPS.get(), gaps.collect()),
        list(results::RULE_FOUND_BY.get(), found.collect()),
    ];
    lists.into_iter().flatten().collect()
}

fn list(title: &str, lines: Vec<String>) -> Option<Node> {
    let list = || {
        classed("div", "reason")
            .child(text("p", title))
            .child(el("ul").children(lines.iter().map(|line| text("li", line))))
    };
    (!lines.is_empty()).then(list)
}

/// Each member's total against the mean.
fn members(hearing: &Hearing, product: ProductId, result: &ProductResult) -> Node {
    let session = &hearing.session;
    let mean = result.total.unwrap_or(Mean::whole(0));
    let rows = result.totals.iter().map(|(id, points)| {
        let name = session.member(*id).map_or("", |member| member.name.as_str());
        el("tr")
            .child(text("th", name).attr("scope", "row"))
            .child(classed("td", "number").text(&points.to_string()))
            .child(classed("td", "number").text(&results::difference(Mean::whole(*points).minus(mean))))
            .child(el("td").child(link("quiet", &Path::Lift(hearing.id, *id, product).text(), lift::TITLE.get())))
    });
    let head = [results::MEMBER.get(), results::POINTS.get(), results::DIFFERENCE.get(), lift::NEXT.get()];
    table("members", results::BY_MEMBER.get(), &head, rows)
}
