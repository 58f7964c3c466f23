//! A plan from the text of one that is there: what was found is shown part by part, each is confirmed or corrected, and
//! what found no place stays in sight.

mod facts;

use leptos::prelude::*;

use self::facts::{facts, tree};

use crate::domain::plan::Plan;
use crate::domain::plan::edit::inline_entry;
use crate::domain::plan::paste::{Pasted, paste};
use crate::pages::{Path, PlanPart};
use crate::paper;
use crate::state::Plans;
use crate::text::{plan_columns as columns, plan_pages as words, shell};
use crate::ui::{Node, actions, button, check, classed, el, is_checked, link, page, paragraph, text, value_of};

/// The page.
pub fn paste_plan(plans: Plans) -> Node {
    let typed = RwSignal::new(String::new());
    let found: RwSignal<Option<Found>> = RwSignal::new(None);
    let read = button("main", words::READ_TEXT.get(), move || {
        let text = typed.get_untracked();
        if !text.trim().is_empty() {
            found.set(Some(Found::of(paste(&text))));
        }
    });
    let control = el("textarea")
        .attr("rows", "12")
        .id("van-ban")
        .attr("class", "paste-text")
        .bind_value(move || typed.get())
        .on("input", move |event| typed.set(value_of(&event)));
    let field = classed("label", "field").child(text("span", words::PASTE_HERE.get())).child(control);
    page("page plan", words::PASTE.get())
        .child(paragraph("lead", words::PASTE_LEAD.get()))
        .child(actions([link("quiet", &Path::Plans.text(), words::TO_LIST.get())]))
        .child(field)
        .child(actions([read
            .id("doc-van-ban")
            .bind_flag("disabled", move || typed.with(|typed| typed.trim().is_empty()))]))
        .child(el("div").id("ket-qua-dan").attr("aria-live", "polite").show(move || match found.get() {
            None => crate::ui::empty(),
            Some(found) => untrack(|| review(plans, found)),
        }))
}

/// What was found, with what the person says about it.
#[derive(Clone)]
struct Found {
    pasted: Pasted,
    /// Keys of entries that are none: their words stay in the text.
    refused: RwSignal<Vec<String>>,
    /// The parts that the person has looked at.
    seen: RwSignal<Vec<PlanPart>>,
}

impl Found {
    fn of(pasted: Pasted) -> Found {
        Found { pasted, refused: RwSignal::new(Vec::new()), seen: RwSignal::new(Vec::new()) }
    }

    /// The parts in which something was found.
    fn parts(&self) -> Vec<PlanPart> {
        let plan = &self.pasted.plan;
        let all = [
            (PlanPart::Front, true),
            (PlanPart::Documents, !plan.documents.is_empty()),
            (PlanPart::Targets, !plan.targets.is_empty()),
            (PlanPart::Activities, !plan.activities.is_empty()),
            (PlanPart::Products, !plan.products.is_empty()),
            (PlanPart::Rounds, !plan.rounds.is_empty()),
            (PlanPart::Budget, plan.budget.is_some()),
            (PlanPart::Duties, !plan.assignments.is_empty()),
            (PlanPart::Closing, !plan.recipients.is_empty() || plan.signature.is_some() || plan.wrapper.is_some()),
        ];
        all.into_iter().filter(|(_, is_there)| *is_there).map(|(part, _)| part).collect()
    }

    /// The plan as the person confirmed it; what found no place goes into its remarks.
    fn plan(&self) -> Plan {
        let mut plan = self.pasted.plan.clone();
        let before = plan.clone();
        for key in self.refused.get_untracked() {
            inline_entry(&mut plan, &key, &|written| paper::filled(&before, written));
            plan.targets.retain(|own| own.key != key);
            plan.activities.retain(|own| own.key != key);
            plan.products.retain(|own| own.key != key);
            plan.documents.retain(|own| own.key != key);
        }
        let left = self.pasted.left_out.join("\n");
        if !left.trim().is_empty() {
            let note = [words::LEFT_OUT.get(), ":\n", &left].concat();
            plan.note = if plan.note.is_empty() { note } else { [&plan.note, "\n\n", &note].concat() };
        }
        plan
    }
}

fn review(plans: Plans, found: Found) -> Node {
    let parts = found.parts();
    let (count, seen) = (parts.len(), found.seen);
    let made = found.clone();
    let create = button("main", words::CREATE_PASTED.get(), move || {
        let id = plans.create(made.plan());
        plans.app.go(&Path::Plan(id).text());
    });
    let create = create.id("thanh-ke-hoach").bind_flag("disabled", move || seen.with(Vec::len) < count);
    let every = parts.clone();
    let all = button("quiet", words::CONFIRM_ALL.get(), move || seen.set(every.clone())).id("xac-nhan-het");
    let left = &found.pasted.left_out;
    classed("div", "stack-plain")
        .child(text("h2", words::FOUND.get()))
        .child(paragraph("help", words::FOUND_HELP.get()))
        .children(parts.into_iter().map(|part| one(&found, part)).collect::<Vec<Node>>())
        .child(tree(&found.pasted.plan))
        .maybe((!left.is_empty()).then(|| {
            classed("section", "card-plain")
                .child(text("h3", words::LEFT_OUT.get()))
                .child(paragraph("help", words::LEFT_OUT_HELP.get()))
                .child(
                    classed("ul", "left-out").children(left.iter().map(|line| text("li", line)).collect::<Vec<Node>>()),
                )
        }))
        .child(
            classed("p", "help").attr("role", "status").bind_text(move || words::confirmed(seen.with(Vec::len), count)),
        )
        .child(actions([link("quiet", &Path::Plans.text(), shell::CANCEL.get()), all, create]))
}

/// One part: what was found, and that it is right.
fn one(found: &Found, part: PlanPart) -> Node {
    let seen = found.seen;
    let is_seen = RwSignal::new(seen.with_untracked(|seen| seen.contains(&part)));
    let control =
        el("input").attr("type", "checkbox").bind_flag("checked", move || seen.with(|seen| seen.contains(&part)));
    let control = control.on("change", move |event| {
        let is = is_checked(&event);
        is_seen.set(is);
        seen.update(|seen| {
            seen.retain(|own| *own != part);
            seen.extend(is.then_some(part));
        });
    });
    let confirm = classed("label", "check").child(control).child(text("span", words::IS_RIGHT.get()));
    classed("section", "card-plain")
        .child(text("h3", crate::pages::plan::part_name(part).get()))
        .child(lines(found, part))
        .child(confirm)
}

fn lines(found: &Found, part: PlanPart) -> Node {
    let plan = &found.pasted.plan;
    let said = |key: &str| paper::filled(plan, &["{", key, "}"].concat());
    let entries: Vec<(String, String, String)> = match part {
        PlanPart::Documents => {
            plan.documents.iter().map(|own| (own.key.clone(), said(&own.key), String::new())).collect()
        }
        PlanPart::Targets => plan
            .targets
            .iter()
            .map(|own| (own.key.clone(), said(&own.key), columns::metric(own.metric).get().to_owned()))
            .collect(),
        PlanPart::Activities => plan
            .activities
            .iter()
            .map(|own| {
                let time = own
                    .time
                    .as_ref()
                    .map(|time| [words::time(time), words::reading(time)].join(" → "))
                    .unwrap_or_default();
                (own.key.clone(), own.title.clone(), time)
            })
            .collect(),
        PlanPart::Products => {
            plan.products.iter().map(|own| (own.key.clone(), own.name.clone(), own.producer.clone())).collect()
        }
        _ => return facts(plan, part),
    };
    let rows = entries.into_iter().map(|(key, said, about)| {
        let refused = found.refused;
        let taken = RwSignal::new(true);
        let own = key.clone();
        // Unticked, an entry is only words of the text.
        let node = check(&said, taken).on("change", move |event| {
            let is = is_checked(&event);
            refused.update(|refused| {
                refused.retain(|key| *key != own);
                refused.extend((!is).then(|| own.clone()));
            });
        });
        el("li").child(node).child(text("small", &about))
    });
    classed("ul", "found-entries").children(rows.collect::<Vec<Node>>())
}
