//! What was found beside lists of entries.

use crate::domain::plan::edit::outline;
use crate::domain::plan::{Plan, SourceKind};
use crate::pages::PlanPart;
use crate::paper;
use crate::text::plan_columns as columns;
use crate::text::plan_pages as words;
use crate::ui::{Node, classed, el, text};

/// Parts that are not lists of entries.
pub fn facts(plan: &Plan, part: PlanPart) -> Node {
    let wrapper = plan.wrapper.as_ref();
    let lines: Vec<(&str, String)> = match part {
        PlanPart::Front => vec![
            (words::PLAN_TITLE.get(), plan.title.clone()),
            (words::LEVEL.get(), words::tier(plan.level).get().to_owned()),
            (words::KIND.get(), words::kind(plan.kind).get().to_owned()),
            (words::YEAR.get(), words::years(plan.period.from, plan.period.to)),
            (
                words::ISSUER.get(),
                plan.issuer.as_deref().and_then(|key| plan.unit(key)).map(|unit| unit.name.clone()).unwrap_or_default(),
            ),
            (
                words::NUMBER.get(),
                crate::text::plan::number_line(
                    wrapper.map_or(plan.number.as_ref(), |own| own.number.as_ref()),
                    crate::text::plan::DOTS,
                ),
            ),
            (words::DATE.get(), words::date_reading(wrapper.map_or(plan.date.as_ref(), |own| own.date.as_ref()))),
        ],
        PlanPart::Rounds => plan
            .rounds
            .iter()
            .map(|round| {
                (
                    words::DEADLINE.get(),
                    [words::round_name(round), round.deadline.as_ref().map(words::reading).unwrap_or_default()]
                        .join(": "),
                )
            })
            .collect(),
        PlanPart::Budget => plan
            .budget
            .iter()
            .flat_map(|budget| {
                let total =
                    budget.total.as_ref().map(|total| (words::TOTAL.get(), crate::text::plan::dong(total.dong)));
                let sources = budget.sources.iter().map(|source| (source_kind(source.kind), source.name.clone()));
                total.into_iter().chain(sources).collect::<Vec<_>>()
            })
            .collect(),
        PlanPart::Duties => plan
            .assignments
            .iter()
            .map(|block| {
                (
                    words::DUTY.get(),
                    [paper::filled(plan, &["{", &block.key, "}"].concat()), block.duties.join(" ")].join(" – "),
                )
            })
            .collect(),
        PlanPart::Closing => {
            let (recipients, signature) = match wrapper {
                Some(own) => (&own.recipients, &own.signature),
                None => (&plan.recipients, &plan.signature),
            };
            let mut lines: Vec<(&str, String)> =
                recipients.iter().map(|own| (words::RECIPIENT.get(), own.text.clone())).collect();
            if let Some(own) = signature {
                lines.push((words::SIGNATURE.get(), own.lines.join(" / ")));
                lines.push((words::SIGNER.get(), own.name.clone().unwrap_or_default()));
            }
            lines
        }
        _ => Vec::new(),
    };
    let rows = lines.into_iter().flat_map(|(label, value)| {
        let value = if value.trim().is_empty() { words::NOT_FOUND.get().to_owned() } else { value };
        [text("dt", label), text("dd", &value)]
    });
    classed("dl", "facts").children(rows.collect::<Vec<Node>>())
}

fn source_kind(kind: SourceKind) -> &'static str {
    columns::source_kind(kind).get()
}

/// The headings as they were understood.
pub fn tree(plan: &Plan) -> Node {
    let rows = outline(plan).into_iter().filter_map(|row| {
        let heading = paper::filled(plan, &plan.section(&row.spot)?.heading);
        let line = [row.number.as_str(), " ", &heading].concat();
        (!heading.is_empty()).then(|| text("li", &line).attr("data-depth", &row.depth.min(5).to_string()))
    });
    el("details")
        .child(text("summary", words::TREE.get()))
        .child(classed("ul", "found-tree").children(rows.collect::<Vec<Node>>()))
}
