//! The scoring sheet (phiếu đánh giá) as Annex II lays it out, filled in or blank.

use super::tools;
use crate::domain::criteria::{CriteriaSet, Criterion, Opt};
use crate::domain::session::{Member, MemberId, ProductId, SessionId, SessionProduct};
use crate::domain::tally::Tally;
use crate::domain::worksheet::{Answer, Worksheet};
use crate::pages::frame::purpose_mark;
use crate::pages::hearing::with_hearing;
use crate::pages::waiting;
use crate::state::{App, Hearing, LoadedSet};
use crate::text::{paper, scoring};
use crate::ui::{Node, classed, el, paragraph, text};

/// The sheet of `member` for `product`, or the blank one.
pub fn sheet(app: App, session: SessionId, member: Option<MemberId>, product: ProductId) -> Node {
    with_hearing(app, session, move |hearing| {
        let Some(at) = hearing.session.products.iter().position(|own| own.id == product) else {
            return waiting::not_found();
        };
        let member = member.and_then(|id| hearing.session.member(id));
        // Without a member there is nothing to fill in.
        let paper = sheet_of(hearing, at, member, None, true);
        classed("div", "paper-page").child(tools(hearing.id)).child(paper)
    })
}

/// The paper of the product at `at`: the page's main part, filled in as `member` did it; or one of several blank ones.
/// `code` stands in its corner.
pub fn sheet_of(hearing: &Hearing, at: usize, member: Option<&Member>, code: Option<Node>, is_filled: bool) -> Node {
    let (row, product) = (&hearing.rows[at], &hearing.session.products[at]);
    let own = hearing.session.scorers().position(|scorer| member.is_some_and(|member| member.id == scorer.id));
    let own = own.filter(|_| is_filled);
    let filled = own.and_then(|own| row.sheets.get(own)?.as_ref());
    let set: &LoadedSet = &row.set;
    let is_draft = filled.is_some_and(|(sheet, _)| !sheet.is_locked());
    let paper = if is_filled { classed("main", "paper").id("main") } else { classed("article", "paper") };
    paper
        .maybe(code.map(|code| classed("div", "paper-code").child(code)))
        .child(classed("h1", "paper-title").text(paper::SHEET.get()))
        .child(paragraph("paper-sub", &paper::set_of(&set.set.name)))
        .child(paragraph("paper-sub", &paper::by_decision(&set.set.decision)))
        .maybe(purpose_mark(hearing.session.purpose))
        .maybe(is_draft.then(|| classed("p", "practice").text(paper::DRAFT.get())))
        .child(about(product))
        .maybe(
            set.set
                .disqualifies_if
                .as_ref()
                .map(|rule| paragraph("paper-rule", &[scoring::DOSSIER_RULE.get(), &rule.condition].concat())),
        )
        .child(criteria(set, filled))
        .child(paragraph("paper-note", paper::STARS_NOTE.get()))
        .child(text("p", &[scoring::OPINION.get(), ":"].concat()))
        .child(opinion(filled))
        .child(
            classed("div", "paper-sign").child(el("div")).child(
                el("div")
                    .child(text("i", &paper::date_line(filled.and(Some(hearing.session.date)))))
                    .child(text("b", paper::SCORER.get()))
                    .child(text("i", paper::SIGN.get()))
                    .child(classed("p", "paper-name").text(member.map_or("", |member| member.name.as_str()))),
            ),
        )
}

fn about(product: &SessionProduct) -> Node {
    let lines = [
        (paper::PRODUCT_NAME, &product.name),
        (paper::PRODUCT_CODE, &product.code),
        (paper::PRODUCER, &product.producer),
        (paper::PHONE, &product.phone),
        (paper::ADDRESS, &product.commune),
    ];
    el("div").children(lines.map(|(label, value)| {
        let value = if value.is_empty() { classed("span", "paper-dots") } else { text("span", value) };
        classed("p", "paper-line").child(text("span", &[label.get(), ": "].concat())).child(value)
    }))
}

fn opinion(filled: Option<&(Worksheet, Tally)>) -> Node {
    match filled {
        Some((sheet, _)) if !sheet.opinion.is_empty() => paragraph("paper-body", &sheet.opinion),
        _ => el("div").children((0..3).map(|_| classed("p", "paper-dots"))),
    }
}

fn criteria(set: &LoadedSet, filled: Option<&(Worksheet, Tally)>) -> Node {
    let mut rows = Vec::new();
    let printed: &CriteriaSet = &set.set;
    let number = |points: Option<i32>| points.map(|points| points.to_string()).unwrap_or_default();
    let section_total = |at: usize| filled.map(|(_, tally)| tally.sections[at]);
    let mut section_at = 0;
    for (part_at, part) in printed.parts.iter().enumerate() {
        let title = [&part.code, ". ", &part.title].concat();
        rows.push(line(
            "p-part",
            &title,
            &part.max_points.to_string(),
            &number(filled.map(|(_, tally)| tally.parts[part_at])),
        ));
        for section in &part.sections {
            let title = [&section.number, ". ", &section.title].concat();
            rows.push(line("p-section", &title, &section.max_points.to_string(), &number(section_total(section_at))));
            section_at += 1;
            for criterion in &section.criteria {
                self::criterion(
                    &mut rows,
                    set,
                    filled,
                    criterion,
                    section.criteria.len() == 1 && criterion.number == section.number,
                );
            }
        }
    }
    let total = filled.map(|(_, tally)| tally.total);
    rows.push(line("p-total", paper::TOTAL.get(), "100", &number(total)));
    let head =
        [paper::CRITERION, paper::POINTS, paper::SCORED].map(|title| text("th", title.get()).attr("scope", "col"));
    classed("table", "paper-table").child(el("thead").child(el("tr").children(head))).child(el("tbody").children(rows))
}

fn criterion(
    rows: &mut Vec<Node>,
    set: &LoadedSet,
    filled: Option<&(Worksheet, Tally)>,
    criterion: &Criterion,
    is_section: bool,
) {
    let at = set.scheme.leaf_at(&criterion.number);
    let points = at.zip(filled).and_then(|(at, (_, tally))| tally.leaves[at]).map(|points| points.to_string());
    if !is_section {
        let title = [&criterion.number, ". ", &criterion.title].concat();
        rows.push(line(
            "p-criterion",
            &title,
            &criterion.max_points.to_string(),
            points.as_deref().unwrap_or_default(),
        ));
    }
    let rule =
        criterion.disqualifies_if.as_ref().map(|rule| [scoring::rule(rule.effect).get(), &rule.condition].concat());
    let note = criterion.note.clone().or(rule);
    rows.extend(note.map(|note| line("p-remark", &note, "", "")));
    let answer = filled.and_then(|(sheet, _)| sheet.answers.get(&criterion.number));
    let chosen = |case: Option<usize>, option: usize| matches!(answer, Some(Answer::Option { case: c, option: o, .. }) if (*c, *o) == (case, option));
    for (at, option) in criterion.options.iter().enumerate() {
        rows.push(self::option(option, chosen(None, at)));
    }
    for (case_at, case) in criterion.cases.iter().enumerate() {
        rows.push(line("p-case", &case.label, "", ""));
        rows.extend(
            case.options.iter().enumerate().map(|(at, option)| self::option(option, chosen(Some(case_at), at))),
        );
    }
    if answer == Some(&Answer::NoneMet) {
        rows.push(line("p-option p-chosen", scoring::NONE_MET.get(), "0", "×"));
    }
    let note = filled.and_then(|(sheet, _)| sheet.notes.get(&criterion.number));
    rows.extend(note.map(|note| line("p-note", &[scoring::NOTE.get(), ": ", note].concat(), "", "")));
    for sub in &criterion.sub_criteria {
        self::criterion(rows, set, filled, sub, false);
    }
}

fn option(option: &Opt, is_chosen: bool) -> Node {
    let stars = "*".repeat(usize::from(option.min_for_star.unwrap_or(0)));
    let text = ["☐ ", &option.text, if stars.is_empty() { "" } else { " " }, &stars].concat();
    let text = if is_chosen { text.replacen('☐', "☒", 1) } else { text };
    line(
        if is_chosen { "p-option p-chosen" } else { "p-option" },
        &text,
        &option.points.to_string(),
        if is_chosen { "×" } else { "" },
    )
}

fn line(class: &str, title: &str, points: &str, scored: &str) -> Node {
    classed("tr", class)
        .child(text("td", title))
        .child(classed("td", "number").text(points))
        .child(classed("td", "number").text(scored))
}
