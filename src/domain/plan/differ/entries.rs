//! The entries of a plan as they are compared.

use super::{PlanField as F, PlanPart, PlanValue};
use crate::domain::plan::{Numbering, Plan, PlanSection, TimeSpec, number};

/// An entry.
pub(super) struct Listed {
    /// Its key, or its number.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// The words by which entries are told apart.
    pub words: String,
    /// What is compared of it.
    pub fields: Vec<(F, PlanValue)>,
}

type List = fn(&Plan) -> Vec<Listed>;

/// The parts and their entries.
pub(super) const PARTS: [(PlanPart, List); 11] = [
    (PlanPart::Front, front),
    (PlanPart::Documents, documents),
    (PlanPart::Sections, sections),
    (PlanPart::Targets, targets),
    (PlanPart::Activities, activities),
    (PlanPart::Products, products),
    (PlanPart::Rounds, rounds),
    (PlanPart::Budget, budget),
    (PlanPart::Duties, duties),
    (PlanPart::Recipients, recipients),
    (PlanPart::Annexes, annexes),
];

fn words(text: &str) -> PlanValue {
    if text.trim().is_empty() { PlanValue::None } else { PlanValue::Words(text.trim().to_owned()) }
}

fn time(time: &Option<TimeSpec>) -> PlanValue {
    time.clone().map_or(PlanValue::None, PlanValue::Time)
}

fn some<T>(value: Option<T>, of: fn(T) -> PlanValue) -> PlanValue {
    value.map_or(PlanValue::None, of)
}

fn names(plan: &Plan, keys: &mut dyn Iterator<Item = &String>) -> String {
    keys.filter_map(|key| plan.unit(key)).map(|unit| unit.name.as_str()).collect::<Vec<_>>().join("; ")
}

fn front(plan: &Plan) -> Vec<Listed> {
    let issuer = plan.issuer.as_deref().and_then(|key| plan.unit(key)).map_or("", |unit| &unit.name);
    let years = if plan.period.from == plan.period.to {
        plan.period.from.to_string()
    } else {
        format!("{} - {}", plan.period.from, plan.period.to)
    };
    let one = |key: &str, value: &str| Listed {
        key: key.to_owned(),
        title: String::new(),
        words: key.to_owned(),
        fields: vec![(F::Name, words(value))],
    };
    vec![one("title", &plan.title), one("years", &years), one("issuer", issuer)]
}

fn documents(plan: &Plan) -> Vec<Listed> {
    let of = plan.documents.iter().map(|document| {
        let number = document.number.clone().unwrap_or_default();
        let date = document.date.as_ref().and_then(|date| date.date()).map(|day| day.to_string()).unwrap_or_default();
        let parts = [document.kind.as_str(), &number, &date, &document.issuer, &document.excerpt];
        let all = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let said = if document.printed.is_empty() { all.clone() } else { document.printed.clone() };
        Listed { key: document.key.clone(), title: said.clone(), words: all, fields: vec![(F::Text, words(&said))] }
    });
    of.collect()
}

fn sections(plan: &Plan) -> Vec<Listed> {
    fn walk(sections: &[PlanSection], parent: &str, path: &str, list: &mut Vec<Listed>) {
        let mut counts = [0usize; Numbering::ALL.len()];
        for section in sections {
            let count = &mut counts[section.numbering as usize];
            *count += 1;
            let own = section.number.clone().unwrap_or_else(|| number(section.numbering, *count, parent));
            let path = if path.is_empty() { own.clone() } else { [path, " ", &own].concat() };
            let title = if section.heading.is_empty() { &section.text } else { &section.heading };
            let cells: Vec<String> =
                section.table.iter().flat_map(|table| &table.rows).map(|row| row.cells.join(" | ")).collect();
            let text = [section.text.as_str(), &cells.join("\n")].join("\n");
            list.push(Listed {
                key: path.trim().to_owned(),
                title: title.clone(),
                words: [section.heading.as_str(), " ", &section.text].concat(),
                fields: vec![(F::Name, words(&section.heading)), (F::Text, words(&text))],
            });
            walk(&section.children, &own, path.trim(), list);
        }
    }
    let mut list = Vec::new();
    let wrapper = plan.wrapper.as_ref();
    let articles = wrapper.iter().flat_map(|wrapper| &wrapper.articles).map(|article| Listed {
        key: article.number.to_string(),
        title: article.text.clone(),
        words: article.text.clone(),
        fields: vec![(F::Text, words(&article.text))],
    });
    list.extend(articles);
    if let Some(wrapper) = wrapper {
        walk(&wrapper.opening, "", "", &mut list);
    }
    for part in [&plan.opening, &plan.sections, &plan.closing] {
        walk(part, "", "", &mut list);
    }
    // Where an entry of the plan stands is no text of its own: its own part tells what became of it.
    list.retain(|entry| !is_only_entries(&entry.words));
    list
}

/// Whether a text is nothing but entries and marks.
fn is_only_entries(text: &str) -> bool {
    use crate::domain::plan::{Piece, pieces};
    let mut any = false;
    let only = pieces(text).iter().all(|piece| match piece {
        Piece::Words(words) => !words.chars().any(char::is_alphabetic),
        Piece::Entry { .. } => {
            any = true;
            true
        }
    });
    (any && only) || text.trim().is_empty()
}

fn targets(plan: &Plan) -> Vec<Listed> {
    let of = plan.targets.iter().map(|target| {
        let stars = target.star_min.map(|stars| format!("{stars} sao")).unwrap_or_default();
        let kind = target.registration.map_or("", |kind| kind.word());
        let all = [target.metric.word(), &target.unit, &stars, kind, target.scope.kind.word()].join(" ");
        let title = if target.printed.is_empty() { target.unit.clone() } else { target.printed.clone() };
        Listed {
            key: target.key.clone(),
            title,
            words: all,
            fields: vec![
                (F::Number, some(target.value, PlanValue::Number)),
                (F::NumberMax, some(target.value_max, PlanValue::Number)),
                (F::Baseline, some(target.baseline, PlanValue::Number)),
                (F::Stars, some(target.star_min, PlanValue::Stars)),
                (F::Registration, some(target.registration, PlanValue::Registration)),
                (F::Deadline, time(&target.due)),
            ],
        }
    });
    of.collect()
}

fn activities(plan: &Plan) -> Vec<Listed> {
    let of = plan.activities.iter().map(|one| {
        let printed = one.units_printed.clone();
        let units =
            if printed.is_empty() { names(plan, &mut one.doers.iter().map(|doer| &doer.unit)) } else { printed };
        Listed {
            key: one.key.clone(),
            title: one.title.clone(),
            words: if one.title.is_empty() { one.content.clone() } else { one.title.clone() },
            fields: vec![
                (F::Name, words(&one.title)),
                (F::Text, words(&one.content)),
                (F::Time, time(&one.time)),
                (F::Units, words(&units)),
            ],
        }
    });
    of.collect()
}

fn products(plan: &Plan) -> Vec<Listed> {
    let of = plan.products.iter().map(|one| Listed {
        key: one.key.clone(),
        title: one.name.clone(),
        words: [one.name.as_str(), " ", &one.producer].concat(),
        fields: vec![
            (F::Name, words(&one.name)),
            (F::Producer, words(&one.producer)),
            (F::Group, words(&one.group)),
            (F::Registration, some(one.registration, PlanValue::Registration)),
            (F::Stars, some(one.target_star, PlanValue::Stars)),
            (F::Support, words(&one.support)),
            (F::Amount, some(one.cost, PlanValue::Dong)),
        ],
    });
    of.collect()
}

fn rounds(plan: &Plan) -> Vec<Listed> {
    let of = plan.rounds.iter().map(|one| {
        let title = format!("{}/{}", one.number, one.year);
        Listed {
            key: one.key.clone(),
            words: format!("{} {} {}", one.level.word(), one.number, one.year - plan.period.from),
            title,
            fields: vec![
                (F::Intake, time(&one.intake)),
                (F::Meeting, time(&one.meeting)),
                (F::Deadline, time(&one.deadline)),
            ],
        }
    });
    of.collect()
}

fn budget(plan: &Plan) -> Vec<Listed> {
    let Some(budget) = &plan.budget else { return Vec::new() };
    let total = budget.total.as_ref().map(|total| total.dong);
    let mut list = vec![Listed {
        key: "total".to_owned(),
        title: String::new(),
        words: "total".to_owned(),
        fields: vec![(F::Amount, some(total, PlanValue::Dong))],
    }];
    list.extend(budget.sources.iter().map(|one| Listed {
        key: one.key.clone(),
        title: one.name.clone(),
        words: one.name.clone(),
        fields: vec![(F::Name, words(&one.name)), (F::Amount, some(one.amount, PlanValue::Dong))],
    }));
    list.extend(budget.lines.iter().map(|one| Listed {
        key: one.key.clone(),
        title: one.content.clone(),
        words: one.content.clone(),
        fields: vec![
            (F::Name, words(&one.content)),
            (F::Quantity, some(one.quantity, PlanValue::Number)),
            (F::Price, some(one.price, PlanValue::Dong)),
            (F::Amount, some(one.amount, PlanValue::Dong)),
        ],
    }));
    list
}

fn duties(plan: &Plan) -> Vec<Listed> {
    let of = plan.assignments.iter().map(|one| {
        let printed = one.units_printed.clone();
        let units = if printed.is_empty() { names(plan, &mut one.units.iter()) } else { printed };
        Listed {
            key: one.key.clone(),
            title: units.clone(),
            words: units.clone(),
            fields: vec![(F::Units, words(&units)), (F::Text, words(&one.duties.join("\n")))],
        }
    });
    of.collect()
}

fn recipients(plan: &Plan) -> Vec<Listed> {
    let own = plan.wrapper.as_ref().map_or(&plan.recipients, |wrapper| &wrapper.recipients);
    let of = own.iter().map(|line| Listed {
        key: String::new(),
        title: line.text.clone(),
        words: line.text.clone(),
        fields: vec![(F::Text, words(line.text.trim_end_matches([';', '.'])))],
    });
    of.collect()
}

fn annexes(plan: &Plan) -> Vec<Listed> {
    let of = plan.annexes.iter().map(|one| Listed {
        key: one.key.clone(),
        title: [one.number.as_str(), " ", &one.title].concat(),
        words: [one.content.word(), " ", &one.title].concat(),
        fields: vec![(F::Name, words(&one.title))],
    });
    of.collect()
}
