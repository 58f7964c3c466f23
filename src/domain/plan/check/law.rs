//! V01 to V07, V11, V26: the paper as a paper, and the papers it rests on.

use super::{Finding, Fix, Rule, Severity, Spot, day_range};
use crate::domain::date::Date;
use crate::domain::plan::paste::references;
use crate::domain::plan::{AnnexContent, DocRef, DocUse, PartialDate, Plan, PlanKind, PlanStatus, Tier};
use crate::domain::regime::is_two_tier;
use crate::domain::vietnamese::fold;

const fn day(year: i32, month: u8, day: u8) -> Date {
    match Date::new(year, month, day) {
        Some(date) => date,
        None => unreachable!(),
    }
}

/// Decisions of the programme, first and last day in force. (1048 and 781 ended when 148 replaced them; 490 and 919 are
/// for the years of their programmes.)
const IN_FORCE: [(&str, Date, Date); 7] = [
    ("490/QĐ-TTg", day(2018, 5, 7), day(2020, 12, 31)),
    ("1048/QĐ-TTg", day(2019, 8, 21), day(2023, 2, 23)),
    ("781/QĐ-TTg", day(2020, 6, 8), day(2023, 2, 23)),
    ("919/QĐ-TTg", day(2022, 8, 1), day(2025, 12, 31)),
    ("148/QĐ-TTg", day(2023, 2, 24), day(2026, 7, 21)),
    ("1489/QĐ-TTg", day(2025, 7, 6), day(2026, 7, 21)),
    ("26/2026/QĐ-TTg", day(2026, 5, 22), Date::LAST),
];

pub fn check(plan: &Plan, found: &mut Vec<Finding>) {
    title(plan, found);
    let range = day_range(plan);
    if let Some((from, to)) = range {
        if to.year() < plan.period.from - 1 || from.year() > plan.period.from {
            found.push(Finding::warning(Rule::V03, Spot::NumberAndDate).fact(from.year().to_string()));
        }
        if plan.level == Tier::District && is_two_tier(from) {
            found.push(Finding::error(Rule::V04, Spot::Title));
        }
    }
    for document in plan.used_as(DocUse::Basis) {
        let spot = || Spot::Document(document.key.clone());
        let mut missing: Vec<&str> = Vec::new();
        if !document.is_law() {
            let parts = [
                ("number", document.number.as_deref().is_none_or(str::is_empty)),
                ("date", document.date.as_ref().is_none_or(|date| date.date().is_none())),
                ("issuer", document.issuer.trim().is_empty()),
            ];
            missing.extend(parts.iter().filter(|(_, is_missing)| *is_missing).map(|(part, _)| part));
        }
        if document.excerpt.trim().is_empty() {
            missing.push("excerpt");
        }
        if !missing.is_empty() {
            let finding = Finding::warning(Rule::V05, spot());
            found.push(missing.into_iter().fold(finding, Finding::fact));
        }
        let named = IN_FORCE.iter().find(|(number, ..)| document.number.as_deref() == Some(number));
        // Without a date the plan may be of any day of the year before its first year and of that year.
        let (from, to) = range
            .or(Date::new(plan.period.from - 1, 1, 1).zip(Date::new(plan.period.from, 12, 31)))
            .unwrap_or((Date::FIRST, Date::LAST));
        if let Some((number, first, last)) = named
            && (to < *first || from > *last)
        {
            let finding = Finding::warning(Rule::V06, spot()).fact(*number);
            found.push(finding.fact(first.to_string()).fact(last.to_string()));
        }
    }
    let rests_on = plan
        .documents
        .iter()
        .filter(|document| document.uses.contains(&DocUse::Basis) || document.uses.contains(&DocUse::Proposal));
    for document in rests_on {
        let date = document.date.as_ref().and_then(|date| date.date());
        if let Some((date, (_, last))) = date.zip(range).filter(|(date, (_, last))| date > last) {
            let finding = Finding::error(Rule::V07, Spot::Document(document.key.clone()));
            found.push(finding.fact(date.to_string()).fact(last.to_string()));
        }
    }
    for document in plan.used_as(DocUse::Replaced) {
        if !is_known_and_older(document, range) {
            let finding = Finding::warning(Rule::V26, Spot::Document(document.key.clone()));
            let read = references::first(&document.printed).map(|(_, read)| document.completed_by(&read));
            let read = read.filter(|whole| is_known_and_older(whole, range));
            found.push(read.into_iter().fold(finding, |finding, whole| finding.fix(Fix::PutDocument(Box::new(whole)))));
        }
    }
}

/// Of two days in the wrong order only a person knows which is wrong; what is missing may stand in the printed words.
fn is_known_and_older(document: &DocRef, range: Option<(Date, Date)>) -> bool {
    let date = document.date.as_ref().and_then(|date| date.date());
    let is_older = date.zip(range).is_none_or(|(date, (_, last))| date < last);
    document.number.is_some() && date.is_some() && is_older
}

impl Plan {
    /// A paper that this plan replaces, with number and date of the plan on record that it is; `None`: `other` is not it, or
    /// the paper would still break V26.
    pub fn replaced_by_record(&self, document: &DocRef, other: &Plan, is_previous: bool) -> Option<DocRef> {
        let day = other.day()?;
        let number = other.wrapper.as_ref().map_or(&other.number, |wrapper| &wrapper.number).as_ref()?;
        let number = [number.number.as_deref()?, "/", &number.symbol].concat();
        let dated = document.date.as_ref().and_then(|date| date.date());
        let is_it = document.number.as_ref().map_or(dated == Some(day) || is_previous, |own| *own == number);
        let date = Some(PartialDate::of(day));
        let mut whole = document.completed_by(&DocRef { number: Some(number), date, ..document.clone() });
        // Words that were written for a paper with gaps would hide what is there now.
        whole.printed.clear();
        (is_it && dated.is_none_or(|own| own == day) && is_known_and_older(&whole, day_range(self))).then_some(whole)
    }
}

fn title(plan: &Plan, found: &mut Vec<Finding>) {
    let parts = [
        ("title", plan.title.trim().is_empty()),
        ("issuer", plan.issuer.as_deref().and_then(|key| plan.unit(key)).is_none()),
        ("period", plan.period.to < plan.period.from || Date::new(plan.period.from, 1, 1).is_none()),
    ];
    let missing = parts.iter().filter(|(_, is_missing)| *is_missing);
    found.extend(missing.map(|(part, _)| Finding::error(Rule::V01, Spot::Title).fact(*part)));
    if plan.kind == PlanKind::Digest {
        return;
    }
    let (number, date) = match &plan.wrapper {
        Some(wrapper) => (&wrapper.number, &wrapper.date),
        None => (&plan.number, &plan.date),
    };
    let has_number =
        number.as_ref().is_some_and(|number| number.number.as_deref().is_some_and(|text| !text.is_empty()));
    let has_date = date.as_ref().is_some_and(|date| date.date().is_some());
    let severity = if plan.status == PlanStatus::Issued { Severity::Error } else { Severity::Warning };
    for (part, is_there) in [("number", has_number), ("date", has_date)] {
        if !is_there {
            found.push(Finding::new(Rule::V02, severity, Spot::NumberAndDate).fact(part));
        }
    }
}

pub fn annexes(plan: &Plan, found: &mut Vec<Finding>) {
    let before = found.len();
    for section in plan.all_sections() {
        for named in [&section.heading, &section.text].into_iter().filter_map(|text| announced(text)) {
            let folded = fold(&named);
            let is_budget = folded.contains("du toan") || folded.contains("kinh phi");
            let is_there = plan.annexes.iter().any(|annex| {
                let (number, title) = (fold(&annex.number), fold(&annex.title));
                number == folded || title.contains(&folded) || (is_budget && annex.content == AnnexContent::Budget)
            });
            if !is_there {
                let content = if is_budget { AnnexContent::Budget } else { AnnexContent::Products };
                let finding = Finding::warning(Rule::V11, Spot::Annexes).fact(named.clone());
                found.push(
                    finding.fix(Fix::AddAnnex { number: if is_budget { String::new() } else { named }, content }),
                );
            }
        }
    }
    let own = estimate_of_fund(plan, &found[before..]);
    found.extend(own);
}

/// A plan tied to the money of one source has an estimate attached, whether its text says so or not.
fn estimate_of_fund(plan: &Plan, announced: &[Finding]) -> Option<Finding> {
    let is_there = plan.annexes.iter().any(|annex| annex.content == AnnexContent::Budget);
    let is_told =
        announced.iter().any(|one| matches!(one.fix, Some(Fix::AddAnnex { content: AnnexContent::Budget, .. })));
    let fix = Fix::AddAnnex { number: String::new(), content: AnnexContent::Budget };
    (plan.kind == PlanKind::Fund && !is_there && !is_told).then(|| Finding::warning(Rule::V11, Spot::Annexes).fix(fix))
}

/// What a text announces as attached: `biểu 01` of `(Chi tiết có biểu 01 kèm theo)`.
///
/// A paper that is itself attached to another (`Ban hành kèm theo Quyết định`) announces nothing.
pub fn announced(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let end = lower.find("kèm theo")?;
    let start =
        ["phụ lục", "biểu", "danh mục", "danh sách"].iter().filter_map(|word| lower[..end].rfind(word)).max()?;
    let named = text.get(start..end)?.trim();
    let is_one_phrase = !named.contains([';', '.', ')', '(']) && named.split_whitespace().count() <= 8;
    (is_one_phrase && !named.is_empty()).then(|| named.to_owned())
}
