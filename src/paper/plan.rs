//! A plan on paper.

use super::prose::{filled, list};
use super::{Block, Document, Line, Look, Rule, Sheet};
use crate::domain::plan::{
    Annex, DecisionWrapper, DocNumber, HeadingStyle, Numbering, PartialDate, Plan, PlanKind, PlanSection, PlanStatus,
    Recipient, Signature, Table, number,
};
use crate::text::{Text, plan as words, plan_annex};

/// How blanks are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blanks {
    /// As dots, to be filled in by hand.
    Dots,
    /// As nothing, as many drafts leave them.
    Nothing,
}

/// How a plan is put on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printing {
    /// Number, place and date that are not known yet.
    pub blanks: Blanks,
    /// Slips of the source are put right.
    pub corrected: bool,
}

/// The plan as a paper: its decision first if it has one, then itself, then its annexes. A digest is a note.
pub fn plan(plan: &Plan, how: Printing) -> Document {
    let mut document = Document::default();
    document.sheets.extend(plan.wrapper.as_ref().map(|wrapper| decision(plan, wrapper, how)));
    let mut blocks = own_head(plan, how);
    for part in [&plan.opening, &plan.sections, &plan.closing] {
        sections(plan, part, 0, "", &mut blocks);
    }
    // A note is no paper with a last sentence.
    if plan.wrapper.is_some() || plan.kind != PlanKind::Digest {
        close(plan, &mut blocks);
    }
    blocks.extend(own_end(plan));
    document.sheets.push(Sheet { landscape: false, blocks });
    document.sheets.extend(plan.annexes.iter().map(|one| annex(plan, one)));
    if how.corrected {
        let corrections = plan.corrections.iter().filter(|correction| !correction.correct.is_empty());
        for correction in corrections {
            document.change(&|text| replace_words(text, &correction.printed, &correction.correct));
        }
    }
    document
}

/// What stands around the text of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Above it: the two columns and the title.
    pub above: Vec<Block>,
    /// Below it: recipients and signature.
    pub below: Option<Block>,
}

/// What stands around the text of each sheet of [`plan`], in their order.
pub fn frames(plan: &Plan, how: Printing) -> Vec<Frame> {
    let mut frames = Vec::new();
    if let Some(wrapper) = &plan.wrapper {
        frames.push(Frame {
            above: decision_head(plan, wrapper, how),
            below: end(&wrapper.recipients, wrapper.signature.as_ref()),
        });
    }
    frames.push(Frame { above: own_head(plan, how), below: own_end(plan) });
    frames.extend(plan.annexes.iter().map(|annex| Frame { above: vec![annex_head(plan, annex)], below: None }));
    frames
}

/// What stands above the text of the plan itself.
fn own_head(plan: &Plan, how: Printing) -> Vec<Block> {
    match &plan.wrapper {
        // A note about a decision says no more than its text.
        Some(wrapper) if plan.kind == PlanKind::Digest => vec![title(words::PLAN, &plan.title, &wrapper.attached_as)],
        Some(wrapper) => vec![title(words::PLAN, &plan.title, &plan_annex::attached_line(plan, wrapper))],
        None if plan.kind == PlanKind::Digest => vec![note_head(plan)],
        None => vec![
            head(plan, plan.number.as_ref(), plan.place.as_deref(), plan.date.as_ref(), how),
            title(words::PLAN, &plan.title, ""),
        ],
    }
}

/// What ends the plan itself: its decision ends for it, and a note has no end.
fn own_end(plan: &Plan) -> Option<Block> {
    let has_end = plan.wrapper.is_none() && plan.kind != PlanKind::Digest;
    if has_end { end(&plan.recipients, plan.signature.as_ref()) } else { None }
}

/// Puts `to` where `from` stands as whole words.
fn replace_words(text: &mut String, from: &str, to: &str) {
    let mut at = 0;
    while let Some(found) = text[at..].find(from).map(|found| found + at) {
        let before = text[..found].chars().next_back();
        let after = text[found + from.len()..].chars().next();
        let is_edge = |own: Option<char>, other: Option<char>| {
            !(own.is_some_and(char::is_alphanumeric) && other.is_some_and(char::is_alphanumeric))
        };
        if from.is_empty() {
            return;
        }
        if is_edge(from.chars().next(), before) && is_edge(from.chars().next_back(), after) {
            text.replace_range(found..found + from.len(), to);
            at = found + to.len();
        } else {
            at = found + from.len();
        }
    }
}

fn head(
    plan: &Plan,
    number: Option<&DocNumber>,
    place: Option<&str>,
    date: Option<&PartialDate>,
    how: Printing,
) -> Block {
    let dots = if how.blanks == Blanks::Dots { words::DOTS } else { "" };
    let issuer = plan.issuer.as_deref().and_then(|key| plan.unit(key)).map(|unit| unit.name.to_uppercase());
    let lines = if plan.letterhead.is_empty() { Vec::from_iter(issuer) } else { plan.letterhead.clone() };
    let mut left = self::issuer(lines);
    left.push(Line::new(words::number_line(number, dots), Look::Regular));
    let right = vec![
        Line::new(words::NATION.get(), Look::Bold),
        Line::new(words::MOTTO.get(), Look::Bold).ruled(Rule::Whole),
        Line::new(words::place_and_date(place, date, dots), Look::Italic),
    ];
    Block::Head { left, right }
}

/// The lines of the issuer: the body above it upright, its own name bold with the rule below. A name may stand on two
/// lines (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 2).
pub(super) fn issuer(lines: Vec<String>) -> Vec<Line> {
    let last = lines.len().saturating_sub(1);
    let own = (0..=last).rev().find(|at| lines.get(*at).is_none_or(|line| !words::is_rest_of_name(line))).unwrap_or(0);
    let set = |(at, line): (usize, String)| {
        let line = Line::new(line, if at < own { Look::Regular } else { Look::Bold });
        if at == last { line.ruled(Rule::Part) } else { line }
    };
    lines.into_iter().enumerate().map(set).collect()
}

fn title(kind: Text, title: &str, guide: &str) -> Block {
    let mut lines = vec![
        Line::new(kind.get(), Look::Bold),
        Line::new(title, Look::Bold).ruled(if guide.is_empty() { Rule::Part } else { Rule::None }),
    ];
    if !guide.is_empty() {
        lines.push(Line::new(guide, Look::Italic).ruled(Rule::Part));
    }
    Block::Title(lines)
}

/// A digest has no head: its title, and when it appeared.
fn note_head(plan: &Plan) -> Block {
    let mut lines = vec![Line::new(plan.title.clone(), Look::Bold)];
    if let Some(day) = plan.source.as_ref().and_then(|source| source.published) {
        lines.push(Line::new(words::updated(day), Look::Italic));
    }
    Block::Title(lines)
}

fn decision_head(plan: &Plan, wrapper: &DecisionWrapper, how: Printing) -> Vec<Block> {
    vec![
        head(plan, wrapper.number.as_ref(), wrapper.place.as_deref(), wrapper.date.as_ref(), how),
        title(words::DECISION, &wrapper.title, ""),
        Block::Title(vec![Line::new(wrapper.authority.clone(), Look::Bold)]),
    ]
}

fn decision(plan: &Plan, wrapper: &DecisionWrapper, how: Printing) -> Sheet {
    let mut blocks = decision_head(plan, wrapper, how);
    sections(plan, &wrapper.opening, 0, "", &mut blocks);
    blocks.push(Block::Title(vec![Line::new(words::DECIDES.get(), Look::Bold)]));
    for article in &wrapper.articles {
        blocks.push(Block::Paragraph {
            number: words::article(article.number),
            heading: String::new(),
            look: Look::Bold,
            text: filled(plan, &article.text),
            text_look: Look::Regular,
            depth: 0,
        });
    }
    close(plan, &mut blocks);
    blocks.extend(end(&wrapper.recipients, wrapper.signature.as_ref()));
    Sheet { landscape: false, blocks }
}

/// The last sentence of a paper ends with `./.` (Nghị định 30/2020/NĐ-CP, Phụ lục I). A text that breaks off has no last
/// sentence; a paper that ends with a table or a heading has none either.
fn close(plan: &Plan, blocks: &mut [Block]) {
    if plan.status == PlanStatus::Incomplete {
        return;
    }
    if let Some(Block::Paragraph { text, .. }) = blocks.last_mut() {
        let bare = text.trim_end();
        if !bare.is_empty() && !bare.ends_with(CLOSE) {
            *text = [bare.trim_end_matches(['.', ';', ',']), CLOSE].concat();
        }
    }
}

/// What ends a paper.
const CLOSE: &str = "./.";

fn annex_head(plan: &Plan, annex: &Annex) -> Block {
    let mut lines = vec![Line::new(annex.number.clone(), Look::Bold), Line::new(annex.title.clone(), Look::Bold)];
    let guide = if annex.guide.is_empty() { plan_annex::guide(plan) } else { annex.guide.clone() };
    lines.push(Line::new(guide, Look::Italic).ruled(Rule::Part));
    Block::Title(lines)
}

fn annex(plan: &Plan, annex: &Annex) -> Sheet {
    let mut blocks = vec![annex_head(plan, annex)];
    sections(plan, &annex.sections, 0, "", &mut blocks);
    blocks.extend(super::annex::table(plan, annex));
    Sheet { landscape: annex.is_landscape, blocks }
}

/// The sections below a parent with the number `parent`.
fn sections(plan: &Plan, sections: &[PlanSection], depth: usize, parent: &str, blocks: &mut Vec<Block>) {
    let mut counts = [0usize; Numbering::ALL.len()];
    for section in sections {
        let count = &mut counts[section.numbering as usize];
        *count += 1;
        let own = section.number.clone().unwrap_or_else(|| number(section.numbering, *count, parent));
        let heading = filled(plan, &section.heading);
        match list(plan, &section.text) {
            Some(items) if !items.is_empty() => {
                blocks.extend(items.iter().map(|item| paragraph(section, &own, "", &filled(plan, item), depth)))
            }
            items => {
                let text = if items.is_some() { String::new() } else { filled(plan, &section.text) };
                let text = if is_open(plan, section, &heading, &text) { words::DOTS.to_owned() } else { text };
                let colon = !heading.is_empty() && !text.is_empty() && !heading.ends_with(':');
                let heading = if colon { heading + ":" } else { heading };
                // A title without number, text and children stands over its table.
                match &section.table {
                    Some(_) if section.numbering == Numbering::Plain && text.is_empty() => {
                        blocks.push(Block::Title(vec![Line::new(heading, Look::Bold)]));
                    }
                    _ => blocks.push(paragraph(section, &own, &heading, &text, depth)),
                }
            }
        }
        blocks.extend(section.table.as_ref().map(table));
        self::sections(plan, &section.children, depth + 1, &own, blocks);
    }
}

/// Whether a draft leaves a place for words that are still to come: a point of a template that nobody has filled in.
fn is_open(plan: &Plan, section: &PlanSection, heading: &str, text: &str) -> bool {
    let is_empty = [heading, text].iter().all(|words| words.trim().is_empty());
    plan.status == PlanStatus::Draft && is_empty && section.table.is_none() && section.children.is_empty()
}

fn paragraph(section: &PlanSection, number: &str, heading: &str, text: &str, depth: usize) -> Block {
    let by_number = match section.numbering {
        Numbering::Roman | Numbering::Arabic | Numbering::Nested => Look::Bold,
        _ => Look::Regular,
    };
    let look = match section.style {
        Some(HeadingStyle::Upper | HeadingStyle::Bold) => Look::Bold,
        Some(HeadingStyle::Regular) => Look::Regular,
        Some(HeadingStyle::Italic) => Look::Italic,
        None => by_number,
    };
    let text_look = if section.style == Some(HeadingStyle::Italic) { Look::Italic } else { Look::Regular };
    let (number, heading, text) = (number.to_owned(), heading.to_owned(), text.to_owned());
    Block::Paragraph { number, heading, look, text, text_look, depth }
}

fn table(table: &Table) -> Block {
    let rows = table.rows.iter().map(|row| row.cells.clone()).collect();
    Block::Table { columns: table.columns.clone(), rows, strong: Vec::new() }
}

/// Recipients and signature; nothing where the paper has neither.
fn end(recipients: &[Recipient], signature: Option<&Signature>) -> Option<Block> {
    if recipients.is_empty() && signature.is_none() {
        return None;
    }
    let mut lines = Vec::new();
    if !recipients.is_empty() {
        lines.push(words::RECIPIENTS.get().to_owned());
    }
    let last = recipients.len().saturating_sub(1);
    for (at, recipient) in recipients.iter().enumerate() {
        let mark = if recipient.text.ends_with([';', '.']) {
            ""
        } else if at == last {
            "."
        } else {
            ";"
        };
        lines.push(["- ", &recipient.text, mark].concat());
    }
    let (authority, name) = match signature {
        None => (Vec::new(), Vec::new()),
        Some(signature) => {
            let second = Some(signature.second_position.clone()).filter(|position| !position.is_empty());
            let name = signature.name.clone().into_iter().chain(second).collect();
            let lines = if signature.lines.is_empty() { vec![words::DOTS.to_owned()] } else { signature.lines.clone() };
            (lines, name)
        }
    };
    Some(Block::End { recipients: lines, authority, name })
}

/// A paragraph of plain text.
pub(super) fn plain_paragraph(text: String) -> Block {
    paragraph(&PlanSection::paragraph(""), "", "", &text, 0)
}
