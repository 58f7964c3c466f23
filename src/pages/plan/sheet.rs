//! One plan: its parts, steps back and forth, and what the rules find beside it.

use leptos::prelude::*;

use super::findings::{self, Found};
use super::{
    annexes, budget, closing, documents, duties, front, products, rounds, targets, text_page, units, when_loaded,
};
use crate::domain::plan::PlanId;
use crate::pages::passphrase::passphrase;
use crate::pages::plan::activities;
use crate::pages::{Path, PlanPart, waiting};
use crate::platform::clock;
use crate::state::Plans;
use crate::text::{plan_follow, plan_pages as words, shell};
use crate::ui::{Handle, Node, actions, button, classed, el, link, paragraph, text};

/// The page of a plan; `None`: its text.
pub fn plan_page(plans: Plans, id: PlanId, part: Option<PlanPart>) -> Node {
    when_loaded(plans, move || if plans.put_on_desk(id) { sheet(plans, id, part) } else { waiting::not_found() })
}

fn sheet(plans: Plans, id: PlanId, part: Option<PlanPart>) -> Node {
    plans.done.set(String::new());
    let found = Found::follow(plans, part.is_some());
    let title = move || plans.follow_plan(words::title_of);
    let about = move || plans.follow_plan(words::about);
    let body = el("div").attr("class", "plan-body").show(move || {
        // The text follows the plan by itself, section by section.
        if part.is_some() {
            plans.desk.shape.track();
        }
        untrack(|| body(plans, Some(id), part, found))
    });
    let narrow = matches!(part, None | Some(PlanPart::Front | PlanPart::Rounds | PlanPart::Duties | PlanPart::Closing));
    let class = if narrow { "page plan plan-narrow" } else { "page wide plan" };
    classed("main", class)
        .id("main")
        .attr("tabindex", "-1")
        .child(classed("h1", "plan-title").bind_text(title))
        .child(classed("p", "help").bind_text(about))
        .child(tools(plans, id))
        .child(parts(id, part, found))
        .child(
            classed("div", "plan-desk").child(body).maybe(
                (part != Some(PlanPart::Checks))
                    .then(|| classed("aside", "plan-aside").child(findings::panel(plans, id, found, part))),
            ),
        )
}

/// A part under its heading; the text has headings of its own. Without an id it is of a pasted text, and has no ways to
/// other parts.
fn body(plans: Plans, id: Option<PlanId>, part: Option<PlanPart>, found: Found) -> Node {
    let heading = part.map(|part| text("h2", crate::pages::plan::part_name(part).get()));
    classed("div", "stack-plain").maybe(heading).child(fields(plans, id, part, found))
}

/// The fields of a part.
pub fn fields(plans: Plans, id: Option<PlanId>, part: Option<PlanPart>, found: Found) -> Node {
    match part {
        None => text_page::text_page(plans, id),
        Some(PlanPart::Front) => front::front(plans),
        Some(PlanPart::Documents) => documents::documents(plans, found),
        Some(PlanPart::Targets) => targets::targets(plans, found),
        Some(PlanPart::Activities) => activities::activities(plans, found),
        Some(PlanPart::Products) => products::products(plans, found),
        Some(PlanPart::Rounds) => rounds::rounds(plans),
        Some(PlanPart::Budget) => budget::budget(plans, found),
        Some(PlanPart::Duties) => duties::duties(plans),
        Some(PlanPart::Closing) => closing::closing(plans),
        Some(PlanPart::Annexes) => annexes::annexes(plans),
        Some(PlanPart::Units) => units::units(plans, found),
        Some(PlanPart::Checks) => classed("div", "stack-plain")
            .child(paragraph("help", words::CHECKS_HELP.get()))
            .child(findings::list(plans, id, found, None))
            .child(super::slips::slips_and_source(plans)),
    }
}

fn tools(plans: Plans, id: PlanId) -> Node {
    let copy = button("quiet", words::COPY.get(), move || {
        let copy = plans.with_plan(words::copy_of);
        let id = plans.create(copy);
        plans.app.go(&Path::PlanPart(id, PlanPart::Front).text());
    });
    let export = button("quiet", words::EXPORT.get(), move || plans.app.export_plan(id));
    let delete = button("danger", words::DELETE.get(), move || {
        plans.throw_away(id);
        plans.app.go(&Path::Plans.text());
    });
    let more = el("details").attr("class", "grid-more").child(text("summary", words::MORE.get())).child(actions([
        copy,
        export,
        delete.id("xoa-ke-hoach"),
    ]));
    let more = more.child(passphrase(plans.app));
    let ways = [
        link("quiet", &Path::Plans.text(), words::TO_LIST.get()),
        link("main", &Path::PrintPlan(id).text(), words::PRINT.get()),
        link("quiet", &Path::PlanProgress(id).text(), plan_follow::OPEN.get()),
    ];
    actions(ways.into_iter().chain(steps(plans)).chain([more]))
}

/// Back and forth.
pub fn steps(plans: Plans) -> [Node; 2] {
    let step = |label: &str, act: fn(Plans), count: fn((usize, usize)) -> usize| {
        button("quiet", label, move || act(plans))
            .bind_flag("disabled", move || count(plans.desk.steps.get()) == 0 && !plans.app.typing.is_on())
    };
    [
        step(shell::UNDO.get(), Plans::undo_plan, |(back, _)| back).id("hoan-tac"),
        step(shell::REDO.get(), Plans::redo_plan, |(_, forth)| forth).id("lam-lai"),
    ]
}

/// The ways to the parts, with how much was found in each.
fn parts(id: PlanId, shown: Option<PlanPart>, found: Found) -> Node {
    let all = std::iter::once(None).chain(PlanPart::ALL.iter().map(|(part, _)| Some(*part)));
    let ways = all.map(|part| {
        let (path, label) = match part {
            None => (Path::Plan(id), words::TEXT),
            Some(part) => (Path::PlanPart(id, part), crate::pages::plan::part_name(part)),
        };
        let count = move || {
            let count = match part {
                None => 0,
                Some(PlanPart::Checks) => found.all.with(|told| told.0.len()),
                Some(part) => found.count(part),
            };
            if count == 0 { String::new() } else { words::to_look_at(count) }
        };
        let way = classed("a", "chip").attr("href", &path.text()).text(label.get());
        let way = way.child(classed("span", "chip-count").bind_text(count));
        if part == shown { way.attr("aria-current", "page") } else { way }
    });
    let nav = classed("nav", "chips plan-parts").attr("aria-label", words::PARTS.get()).children(ways);
    let chips = nav.handle();
    nav.effect(Box::new(move || show_current(&chips, "[aria-current]")))
}

/// Where the chips stand in one line, on a narrow screen, has the current one in the middle of it.
pub fn show_current(chips: &Handle, current: &'static str) {
    let chips = chips.clone();
    clock::after_paint(move || chips.center(current));
}
