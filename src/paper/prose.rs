//! Words of entries: as printed where the paper has its own, else written from the parts.

use crate::domain::plan::{
    Activity, Assignment, Comparator, DocRef, PartialDate, Piece, Plan, PlanProduct, ScopeKind, Target, TimeSpec,
    pieces,
};
use crate::text;
use crate::text::{plan as words, plan_annex};

/// How deep places may stand in the words of entries: enough for a paper in a title in a duty, and an end for circles.
const DEPTH: usize = 4;

/// `text` with the words of entries in the places that name them, also where such words name an entry again; a place
/// that names nothing stays as written.
pub fn filled(plan: &Plan, text: &str) -> String {
    fill(plan, text, DEPTH)
}

fn fill(plan: &Plan, text: &str, depth: usize) -> String {
    let mut filled = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => filled.push_str(words),
            Piece::Entry { key, part, written } => match entry(plan, key, part) {
                Some(words) if depth > 0 => filled.push_str(&fill(plan, &words, depth - 1)),
                Some(words) => filled.push_str(&words),
                None => filled.push_str(written),
            },
        }
    }
    filled
}

/// The items of a text that is one list of an entry, as `{d1.duties}`; `None`: it is not.
pub fn list<'a>(plan: &'a Plan, text: &str) -> Option<&'a [String]> {
    match pieces(text.trim()).as_slice() {
        [Piece::Entry { key, part: "duties", .. }] => {
            plan.assignments.iter().find(|assignment| assignment.key == *key).map(|found| found.duties.as_slice())
        }
        _ => None,
    }
}

fn entry(plan: &Plan, key: &str, part: &str) -> Option<String> {
    if let Some(activity) = plan.activity(key) {
        return activity_part(plan, activity, part);
    }
    match (key, part) {
        ("total", "") => return total(plan),
        ("total", "words") => return plan.budget.is_some().then(|| in_words(plan).unwrap_or_else(blank)),
        _ => (),
    }
    let named = |own: &str| own == key;
    if let Some(document) = plan.document(key) {
        return part.is_empty().then(|| or_blank(reference(document)));
    }
    if let Some(found) = plan.targets.iter().find(|target| named(&target.key)) {
        return part.is_empty().then(|| target(found));
    }
    if let Some(found) = plan.products.iter().find(|product| named(&product.key)) {
        return part.is_empty().then(|| product(found));
    }
    if let Some(round) = plan.rounds.iter().find(|round| named(&round.key)) {
        let which = match part {
            "" | "deadline" => &round.deadline,
            "intake" => &round.intake,
            "meeting" => &round.meeting,
            _ => return None,
        };
        return Some(which.as_ref().map_or_else(blank, time));
    }
    if let Some(found) = plan.assignments.iter().find(|assignment| named(&assignment.key)) {
        return part.is_empty().then(|| or_blank(units(plan, found)));
    }
    let source = plan.budget.as_ref()?.sources.iter().find(|source| named(&source.key))?;
    Some(or_blank(first_of(&source.printed, &source.name).to_owned()))
}

/// What is known to belong there and is not given yet.
fn blank() -> String {
    words::DOTS.to_owned()
}

/// Words that may not be given yet.
fn or_blank(words: String) -> String {
    if words.trim().is_empty() { blank() } else { words }
}

fn first_of<'a>(printed: &'a str, otherwise: &'a str) -> &'a str {
    if printed.is_empty() { otherwise } else { printed }
}

fn activity_part(plan: &Plan, activity: &Activity, part: &str) -> Option<String> {
    Some(or_blank(match part {
        "" => activity.title.clone(),
        "time" => activity.time.as_ref().map(time).unwrap_or_default(),
        "content" => activity.content.clone(),
        "participants" => activity.participants.clone(),
        "result" => activity.result.clone(),
        "units" => activity_units(plan, activity),
        _ => return None,
    }))
}

/// Who carries an activity out: as printed, or the names of the units.
pub fn activity_units(plan: &Plan, activity: &Activity) -> String {
    if !activity.units_printed.is_empty() {
        return activity.units_printed.clone();
    }
    let names = activity.doers.iter().filter_map(|doer| plan.unit(&doer.unit)).map(|unit| unit.name.as_str());
    plan_annex::units(names)
}

fn units(plan: &Plan, assignment: &Assignment) -> String {
    if !assignment.units_printed.is_empty() {
        return assignment.units_printed.clone();
    }
    let names: Vec<&str> =
        assignment.units.iter().filter_map(|key| plan.unit(key)).map(|unit| unit.name.as_str()).collect();
    let names = names.join("; ");
    if assignment.is_request { words::requested(&names) } else { names }
}

/// A time as printed, or as papers write it.
pub fn time(time: &TimeSpec) -> String {
    if time.printed.is_empty() { words::time(time.kind, time.from, time.to) } else { time.printed.clone() }
}

/// A date as printed, or as the decree pads it.
pub fn date(date: &PartialDate) -> String {
    match date.date() {
        _ if !date.printed.is_empty() => date.printed.clone(),
        Some(date) => text::date(date),
        None => words::date_long_partial(date, words::DOTS),
    }
}

fn reference(document: &DocRef) -> String {
    if !document.printed.is_empty() {
        return document.printed.clone();
    }
    let date = document.date.as_ref().map(date);
    words::reference(&document.kind, document.number.as_deref(), date.as_deref(), &document.issuer, &document.excerpt)
}

/// A target in words: as printed, or written from its parts, with a blank where its number is not given yet.
pub fn target(target: &Target) -> String {
    if !target.printed.is_empty() {
        return target.printed.clone();
    }
    let Some(comparator) = target.comparator else { return target.unit.clone() };
    let total = target.resulting_total.map(|total| words::count(total, true));
    let said = |number: &str| words::target(comparator, number, &target.unit, target.star_min, total.as_deref());
    let Some(value) = target.value else {
        let share = matches!(comparator, Comparator::Percent | Comparator::AtLeastPercent);
        return said(&if share { [words::DOTS, "%"].concat() } else { blank() });
    };
    let number = words::count(value, target.scope.kind == ScopeKind::Plan || value.0 < 10_000);
    let to = target.value_max.map(|value| words::count(value, true));
    let number = match (comparator, &to) {
        (Comparator::Range, Some(to)) => words::from_to(&number, to),
        (_, Some(to)) => [&number, "-", to].concat(),
        (Comparator::Percent | Comparator::AtLeastPercent, None) => [&words::count(value, false), "%"].concat(),
        (_, None) => number,
    };
    said(&number)
}

fn product(product: &PlanProduct) -> String {
    if !product.printed.is_empty() {
        return product.printed.clone();
    }
    let producer = [product.form_printed.as_str(), &product.producer].join(" ");
    words::product(&product.name, producer.trim())
}

fn total(plan: &Plan) -> Option<String> {
    let Some(total) = plan.budget.as_ref()?.total.as_ref() else { return Some(blank()) };
    Some(if total.printed.is_empty() { words::dong(total.dong) } else { total.printed.clone() })
}

/// The total in words: as typed, or as we say it.
pub fn in_words(plan: &Plan) -> Option<String> {
    let total = plan.budget.as_ref()?.total.as_ref()?;
    Some(if total.words.is_empty() { words::dong_in_words(total.dong) } else { total.words.clone() })
}
