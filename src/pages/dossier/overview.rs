//! Where a dossier stands: what it is, its deadlines, what is next, and what happened.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::gate::gate;
use super::next::next;
use super::{Written, section};
use crate::domain::calendar::proposals_before;
use crate::domain::cycle::{Certificate, CouncilFacts, Dossier, DossierEvent, Office, Refusal};
use crate::domain::date::Date;
use crate::domain::regime;
use crate::pages::Path;
use crate::pages::registry::{Editor, StepLine, steps};
use crate::pages::set_picker::set_picker;
use crate::text::{self, cycle, dossier};
use crate::ui::{Node, button, classed, el, held, link, paragraph, text};

/// What the page shows; it is drawn anew when this changes, and not at every letter typed elsewhere.
#[derive(Clone, PartialEq)]
pub struct Seen {
    /// The dossier.
    pub dossier: Dossier,
    /// Settings that deadlines follow.
    pub office: Office,
    /// Every event with whether it can happen today.
    pub allowed: Vec<(DossierEvent, Result<(), Refusal>)>,
    /// What a complete dossier still lacks, waived or not.
    pub lacking: Vec<crate::domain::cycle::GateItem>,
    /// What the linked council comes to.
    pub council: Option<CouncilFacts>,
}

/// The page.
pub fn overview(editor: Editor<Dossier>) -> Node {
    let records = editor.records;
    let council: RwSignal<Option<CouncilFacts>> = RwSignal::new(None);
    Effect::new(move |_| {
        if records.sessions_are_open()
            && let Some(dossier) = editor.now(Dossier::clone)
        {
            spawn_local(async move {
                let [_, _, side] = records.sides(&dossier).await.sides;
                let _ = council.try_set(side.map(|side| side.facts));
            });
        }
    });
    let seen = Memo::new(move |_| {
        records.registry.with(|register| {
            let dossier = register.get::<Dossier>(editor.id)?.clone();
            let today = records.today?;
            let council = council.get();
            let (allowed, lacking) = register.with_dossier_facts(&dossier, council.as_ref(), |facts| {
                (dossier.allowed(today, facts), dossier.lacking(facts))
            });
            Some(Seen { office: register.office(), allowed, lacking, council, dossier })
        })
    });
    let draw = move || {
        seen.with(|seen| {
            let Some(seen) = seen else { return el("div") };
            let open = seen.dossier.may_edit(Written::Forms);
            el("div")
                .child(about(editor, seen))
                .child(next(editor, seen))
                .maybe((open || !seen.lacking.is_empty()).then(|| gate(editor, seen)))
                .child(certificate(editor))
                .maybe(supplements(&seen.dossier))
                .child(history(&seen.dossier))
        })
    };
    held("ho-so", move || seen.track(), draw)
}

fn about(editor: Editor<Dossier>, seen: &Seen) -> Node {
    let (dossier, today) = (&seen.dossier, editor.records.today);
    let state = dossier.state().map_or("", |state| cycle::dossier_state(state).get());
    let owner = super::owners(editor).map(|(producer, _)| producer.name).unwrap_or_default();
    let due = |day: Option<Date>| day.map(|day| dossier::deadline(day, today));
    let round = dossier.round.as_ref();
    let round = round.map(|round| dossier::round_before(round, proposals_before(round, &seen.office)));
    let is_open = dossier.state().is_some_and(|state| !state.is_final());
    let council_due = due(dossier.council_deadline(&seen.office)).filter(|_| is_open);
    let result = dossier.result().map(|result| dossier::result_line(result.mean, result.stars));
    let written = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let facts = [
        (dossier::STATE, written(state)),
        (dossier::KIND, written(cycle::dossier_type(dossier.kind).get())),
        (dossier::PRODUCER, written(&owner)),
        (dossier::RECEIPT_COMMUNE, written(&dossier.commune_receipt)),
        (dossier::RECEIPT_PROVINCE, written(&dossier.province_receipt)),
        (dossier::ROUND, round),
        (dossier::COMMUNE_DUE, due(dossier.commune_deadline(&seen.office))),
        (dossier::COUNCIL_DUE, council_due.filter(|_| dossier.review_deadline().is_none())),
        (dossier::REVIEW_DUE, due(dossier.review_deadline())),
        (dossier::RESULT, result),
    ];
    let rows = facts
        .into_iter()
        .filter_map(|(label, value)| Some(el("div").child(text("dt", label.get())).child(text("dd", &value?))));
    classed("section", "stack").child(classed("dl", "facts").children(rows)).child(set(editor, dossier))
}

/// The criteria set: chosen while the dossier is drawn up and nothing is scored, pinned from then on.
fn set(editor: Editor<Dossier>, dossier: &Dossier) -> Node {
    let name = dossier.set.as_ref().map(|set| [dossier::SET.get(), ": ", &set.code, ". ", &set.name].concat());
    let is_draft = dossier.may_edit(Written::Basics);
    let is_scored = dossier.self_check.is_some() || dossier.advisory_check.is_some() || dossier.council.is_some();
    if let (Some(name), true) = (&name, !is_draft || is_scored) {
        let why = if is_draft { dossier::SET_SCORED } else { dossier::SET_KEPT };
        return el("div").child(paragraph("", name)).child(paragraph("help", why.get()));
    }
    let asking = RwSignal::new(name.is_none());
    let in_force = editor.records.today.and_then(regime::in_force).map_or("", |regime| regime.folder);
    let decision = RwSignal::new(in_force.to_owned());
    classed("div", "stack-plain").show(move || match &name {
        Some(name) if !asking.get() => {
            let again = button("quiet", dossier::SET_CHANGE.get(), move || asking.set(true));
            classed("div", "chosen").child(paragraph("", name)).child(again)
        }
        _ => el("div").child(paragraph("help", dossier::SET_NONE.get())).child(set_picker(
            editor.records.app,
            decision,
            move |taken| {
                spawn_local(async move {
                    if let Ok(loaded) = editor.records.app.sets.load(&taken.folder, &taken.slug).await {
                        editor.change(|dossier| dossier.set = Some(loaded.pin.clone()));
                    }
                });
            },
        )),
    })
}

/// The certificate that this dossier brought, with the way back to the product.
fn certificate(editor: Editor<Dossier>) -> Node {
    let found = editor.records.registry.with_untracked(|register| {
        let mut all = register.all::<Certificate>().map(|(_, certificate)| certificate);
        all.find(|certificate| certificate.dossier == Some(editor.id)).cloned()
    });
    let Some(certificate) = found else { return el("div") };
    let term = certificate.term();
    let line = dossier::certificate_line(&certificate.number, certificate.stars, term.from, term.until);
    let today = editor.records.registry.with_untracked(|register| register.product(certificate.product).map(|it| it.0));
    let back = today.map(|id| link("main", &Path::Product(id).text(), dossier::TO_PRODUCT.get()));
    section(dossier::CERTIFICATE.get()).child(paragraph("banner", &line).id("giay-chung-nhan")).maybe(back)
}

fn supplements(dossier: &Dossier) -> Option<Node> {
    let items = dossier.supplements.iter().map(|asked| {
        let answered = asked.answered.map_or_else(|| dossier::NOT_ANSWERED.get().to_owned(), text::date);
        let line = [&text::date(asked.asked), " → ", &answered].concat();
        let items = asked.items.iter().map(|item| text("li", item));
        el("li").child(text("b", &line)).child(el("ul").children(items))
    });
    let items: Vec<Node> = items.collect();
    (!items.is_empty()).then(|| section(dossier::SUPPLEMENTS.get()).child(classed("ul", "steps").children(items)))
}

fn history(dossier: &Dossier) -> Node {
    let lines = dossier.steps.iter().map(|step| StepLine {
        on: step.on,
        event: cycle::dossier_event(step.event).get(),
        actor: step.actor.clone(),
        reason: step.reason.clone(),
        document: step.document.clone(),
        note: step.note.clone(),
    });
    section(dossier::HISTORY.get()).child(steps(lines))
}
