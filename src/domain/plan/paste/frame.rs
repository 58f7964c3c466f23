//! The parts of a paper: decision, title block, opening, sections, closing, recipients, signature.

use super::names;
use super::tree::{sections, sign};
use crate::domain::plan::{
    Article, DecisionWrapper, DocNumber, Numbering, PartialDate, Period, Plan, PlanKind, PlanSection, PlanStatus,
    Recipient, Signature, Tier,
};
use crate::domain::vietnamese::fold;

/// The plan in the frame of its paper, and lines that found no place.
pub fn plan(lines: &[String]) -> (Plan, Vec<String>) {
    let mut plan = Plan::draft(Tier::Commune, 0);
    let is = |line: &String, word: &str| line.trim_end_matches(':') == word;
    let start = lines.iter().position(|line| is(line, "KẾ HOẠCH"));
    let decision = lines.iter().take(start.unwrap_or(0)).position(|line| is(line, "QUYẾT ĐỊNH"));
    let mut left_out = Vec::new();
    match (start, decision) {
        (Some(start), Some(decision)) => {
            let mut head = head(&mut plan, &lines[..decision], &mut left_out);
            let wrapper = wrapper(&mut plan, &lines[decision + 1..start], &mut head);
            (plan.kind, plan.wrapper) = (PlanKind::Attached, Some(wrapper));
            body(&mut plan, &lines[start + 1..]);
        }
        (Some(start), None) => {
            let head = head(&mut plan, &lines[..start], &mut left_out);
            (plan.number, plan.place, plan.date) = (head.number, head.place, head.date);
            body(&mut plan, &lines[start + 1..]);
        }
        (None, _) => digest(&mut plan, lines),
    }
    period(&mut plan);
    names::issuer(&mut plan);
    (plan, left_out)
}

#[derive(Default)]
struct Head {
    number: Option<DocNumber>,
    place: Option<String>,
    date: Option<PartialDate>,
}

fn head(plan: &mut Plan, lines: &[String], left_out: &mut Vec<String>) -> Head {
    let mut head = Head::default();
    for line in lines {
        let dated = line
            .split_once(", ngày")
            .and_then(|(place, date)| Some((place, PartialDate::parse(&["ngày", date].concat())?)));
        if let Some(number) = line.strip_prefix("Số").and_then(|_| DocNumber::parse(line)) {
            head.number = Some(number);
        } else if let Some((place, date)) = dated {
            (head.place, head.date) = (Some(place.to_owned()), Some(date));
        } else if is_upper(line) && plan.letterhead.len() < 2 {
            plan.letterhead.push(line.clone());
        } else {
            left_out.push(line.clone());
        }
    }
    head
}

/// A paragraph; the cells of a row stand in it one after another.
fn paragraph(line: &str) -> PlanSection {
    PlanSection::paragraph(&line.replace('\t', " "))
}

/// Whether a line is in capitals.
pub fn is_upper(line: &str) -> bool {
    line.chars().any(char::is_alphabetic) && !line.chars().any(char::is_lowercase)
}

fn wrapper(plan: &mut Plan, lines: &[String], head: &mut Head) -> DecisionWrapper {
    let decides = lines.iter().position(|line| line.starts_with("QUYẾT ĐỊNH")).unwrap_or(lines.len());
    let (before, after) = lines.split_at(decides);
    let mut before = before.iter();
    let title = before.next().cloned().unwrap_or_default();
    let mut rest: Vec<&String> = before.collect();
    let authority =
        if rest.first().is_some_and(|line| is_upper(line)) { rest.remove(0).clone() } else { String::new() };
    let mut articles: Vec<Article> = Vec::new();
    let mut end = Vec::new();
    for line in after.iter().skip(1) {
        match line
            .strip_prefix("Điều ")
            .and_then(|rest| rest.split_once(". "))
            .and_then(|(no, text)| Some((no.parse().ok()?, text)))
        {
            Some((number, text)) => {
                articles.push(Article { number, text: text.to_owned(), unknown: Default::default() });
            }
            None => end.push(line.clone()),
        }
    }
    let (recipients, signature, rest_of_end) = ending(&end);
    let opening = rest.into_iter().chain(&rest_of_end).map(|line| paragraph(line)).collect();
    plan.status = PlanStatus::Draft;
    DecisionWrapper {
        number: head.number.take(),
        place: head.place.take(),
        date: head.date.take(),
        title,
        authority,
        opening,
        articles,
        recipients,
        signature,
        attached_as: String::new(),
        unknown: Default::default(),
    }
}

fn body(plan: &mut Plan, lines: &[String]) {
    let mut rest = lines;
    if let Some((title, after)) = rest.split_first() {
        (plan.title, rest) = (title.clone(), after);
    }
    if let (Some(wrapper), Some((guide, after))) = (&mut plan.wrapper, rest.split_first())
        && guide.starts_with("(Ban hành kèm theo")
    {
        (wrapper.attached_as, rest) = (guide.clone(), after);
    }
    let begins = |numbering: Numbering| rest.iter().position(|line| sign(line).0 == numbering);
    // A plan of few sections numbers them 1, 2, 3.
    let first = begins(Numbering::Roman).or_else(|| begins(Numbering::Arabic)).unwrap_or(rest.len());
    let (opening, rest) = rest.split_at(first);
    plan.opening = opening.iter().map(|line| paragraph(line)).collect();
    let closing = rest
        .iter()
        .position(|line| line.starts_with("Trên đây là") || line.starts_with("Nơi nhận"))
        .unwrap_or(rest.len());
    let (sections_of, rest) = rest.split_at(closing);
    plan.sections = sections(sections_of);
    let end = rest.iter().position(|line| line.starts_with("Nơi nhận") || is_authority(line)).unwrap_or(rest.len());
    let (closing, end) = rest.split_at(end);
    let (recipients, signature, more) = ending(end);
    plan.closing = closing.iter().chain(&more).map(|line| paragraph(line)).collect();
    (plan.recipients, plan.signature) = (recipients, signature);
}

/// A text without the word `KẾ HOẠCH` tells about a plan: its title first.
fn digest(plan: &mut Plan, lines: &[String]) {
    plan.kind = PlanKind::Digest;
    let Some((title, rest)) = lines.split_first() else { return };
    plan.title = title.clone();
    let first = rest.iter().position(|line| sign(line).0 != Numbering::Plain).unwrap_or(rest.len());
    let before = first.saturating_sub(1);
    plan.opening = rest[..before].iter().map(|line| paragraph(line)).collect();
    // The line before the first bullet announces them.
    if let Some(line) = rest.get(before) {
        let mut section = paragraph(line);
        section.children = sections(&rest[before + 1..]);
        plan.sections = vec![section];
    }
}

fn is_authority(line: &str) -> bool {
    is_upper(line)
        && ["TM.", "KT.", "TL.", "TUQ.", "Q.", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"].iter().any(|start| line.starts_with(start))
}

/// Recipients, signature, and lines that are neither.
fn ending(lines: &[String]) -> (Vec<Recipient>, Option<Signature>, Vec<String>) {
    let (mut recipients, mut authority, mut name, mut rest) = (Vec::new(), Vec::new(), None, Vec::new());
    for line in lines {
        if line.starts_with("Nơi nhận") {
            continue;
        }
        if let Some(text) = line.strip_prefix("- ").filter(|_| authority.is_empty()) {
            recipients.push(Recipient { text: text.to_owned(), units: Vec::new(), unknown: Default::default() });
        } else if is_upper(line) && (is_authority(line) || !authority.is_empty()) && name.is_none() {
            authority.push(line.clone());
        } else if !authority.is_empty() && name.is_none() && line.split(' ').count() <= 6 && !line.ends_with(['.', ':'])
        {
            name = Some(line.clone());
        } else {
            rest.push(line.clone());
        }
    }
    let is_signed = !authority.is_empty() || name.is_some();
    let signature = is_signed.then(|| Signature {
        lines: authority,
        name,
        second_position: String::new(),
        unknown: Default::default(),
    });
    (recipients, signature, rest)
}

/// The years that the title names: `năm 2024`, `giai đoạn 2019-2020`; else those of the date.
fn period(plan: &mut Plan) {
    let folded = fold(&plan.title);
    let years: Vec<i32> = folded
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|word| word.len() == 4)
        .filter_map(|word| word.parse().ok())
        .filter(|year| (2000..2100).contains(year))
        .collect();
    let dated = plan.date.as_ref().and_then(|date| date.year);
    let last = years.last().copied().or(dated).unwrap_or_default();
    let first = match years.as_slice() {
        [.., first, last] if folded.contains(&format!("giai doan {first} {last}")) => *first,
        _ => last,
    };
    plan.period = Period { from: first, to: last, unknown: Default::default() };
    if first != last && plan.kind == PlanKind::Standalone {
        plan.kind = PlanKind::Period;
    }
}
