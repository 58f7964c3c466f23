//! Recipients (nơi nhận) and signature.

use super::fields::Fields;
use crate::domain::plan::{Authority, Plan, Recipient, Signature};
use crate::domain::vietnamese::fold;
use crate::state::Plans;
use crate::text::plan_pages as words;
use crate::ui::{Node, actions, button, classed, paragraph, text};

/// The part. Of an attached plan these stand on its decision.
pub fn closing(plans: Plans) -> Node {
    let fields = Fields { plans };
    let recipients = fields.area(
        words::RECIPIENTS.get(),
        "8",
        |plan| seen(plan).0.iter().map(|own| own.text.as_str()).collect::<Vec<&str>>().join("\n"),
        set_recipients,
    );
    let archive = button("quiet", words::ADD_ARCHIVE.get(), move || {
        plans.reshape(|plan| {
            let line =
                Recipient { text: words::ARCHIVE.get().to_owned(), units: Vec::new(), unknown: Default::default() };
            let own = slots(plan).0;
            if !own.iter().any(Recipient::is_archive) {
                own.push(line);
            }
        });
    });
    classed("div", "form-part")
        .child(recipients)
        .child(paragraph("help", words::RECIPIENTS_HELP.get()))
        .child(actions([archive]))
        .child(text("h3", words::SIGNATURE.get()))
        .child(authority(plans))
        .child(fields.area(
            words::SIGNATURE_LINES.get(),
            "3",
            |plan| seen(plan).1.map(|own| own.lines.join("\n")).unwrap_or_default(),
            |plan, typed| {
                let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
                signed(plan).lines = lines;
            },
        ))
        .child(fields.line(
            words::SIGNER.get(),
            |plan| seen(plan).1.and_then(|own| own.name.clone()).unwrap_or_default(),
            |plan, typed| signed(plan).name = Some(typed.trim().to_owned()).filter(|name| !name.is_empty()),
        ))
        .child(fields.line(
            words::SECOND_POSITION.get(),
            |plan| seen(plan).1.map(|own| own.second_position.clone()).unwrap_or_default(),
            |plan, typed| signed(plan).second_position = typed.trim().to_owned(),
        ))
}

fn seen(plan: &Plan) -> (&[Recipient], Option<&Signature>) {
    match &plan.wrapper {
        Some(wrapper) => (&wrapper.recipients, wrapper.signature.as_ref()),
        None => (&plan.recipients, plan.signature.as_ref()),
    }
}

fn slots(plan: &mut Plan) -> (&mut Vec<Recipient>, &mut Option<Signature>) {
    match &mut plan.wrapper {
        Some(wrapper) => (&mut wrapper.recipients, &mut wrapper.signature),
        None => (&mut plan.recipients, &mut plan.signature),
    }
}

/// The signature; a blank one where there was none.
fn signed(plan: &mut Plan) -> &mut Signature {
    let blank =
        || Signature { lines: Vec::new(), name: None, second_position: String::new(), unknown: Default::default() };
    slots(plan).1.get_or_insert_with(blank)
}

/// One line a recipient. Lines that were there keep the units they name; new ones name those whose names stand in them.
fn set_recipients(plan: &mut Plan, typed: String) {
    let known: Vec<(String, Vec<String>)> = plan
        .units
        .iter()
        .map(|unit| {
            let names = std::iter::once(&unit.name).chain(&unit.aliases).map(|name| fold(name));
            (unit.key.clone(), names.filter(|name| !name.is_empty()).collect())
        })
        .collect();
    let (recipients, _) = slots(plan);
    let before = std::mem::take(recipients);
    let lines = typed.lines().map(|line| line.trim().trim_start_matches(['-', '•']).trim());
    *recipients = lines
        .filter(|line| !line.is_empty())
        .map(|line| match before.iter().find(|own| own.text == line) {
            Some(own) => own.clone(),
            None => {
                let folded = fold(line);
                let named = known.iter().filter(|(_, names)| names.iter().any(|name| folded.contains(name.as_str())));
                let units = named.map(|(key, _)| key.clone()).collect();
                Recipient { text: line.to_owned(), units, unknown: Default::default() }
            }
        })
        .collect();
}

/// The blocks of Nghị định 30/2020/NĐ-CP.
fn authority(plans: Plans) -> Node {
    let all = [
        Authority::ForBody,
        Authority::ForChairAndBody,
        Authority::Chair,
        Authority::ForChair,
        Authority::Acting,
        Authority::ByOrder,
        Authority::Delegated,
    ];
    let buttons = all.map(|authority| {
        let lines = words::authority_lines(authority);
        let label = lines.join(" / ");
        let is_now = move || {
            let is = plans.follow_plan(|plan| seen(plan).1.and_then(Signature::authority) == Some(authority));
            Some(if is { "true".into() } else { "false".into() })
        };
        let press = button("", &label, move || {
            let lines = lines.iter().map(|line| (*line).to_owned()).collect();
            plans.reshape(|plan| signed(plan).lines = lines);
        });
        press.bind_attr("aria-pressed", is_now)
    });
    classed("div", "chips").attr("role", "group").attr("aria-label", words::AUTHORITIES.get()).children(buttons)
}
