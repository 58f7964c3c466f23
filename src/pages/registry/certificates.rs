//! The certificates of a product, entering an old one, and withdrawal.

use leptos::prelude::*;

use super::{StepForm, StepLine, steps};
use crate::domain::cycle::{
    Certificate, CertificateAct, CertificateEvent, CertificateId, Deed, DocumentRef, Refusal, Revocation,
    RevocationGround, Standing,
};
use crate::domain::date::Date;
use crate::domain::registry::RegisteredId;
use crate::pages::Path;
use crate::platform::clock;
use crate::state::Records;
use crate::text::{certificate, cycle, withdrawal};
use crate::ui::{
    Choice, Node, actions, button, classed, date_box, el, empty, held, link, paragraph, select, text, text_box,
};

/// The section.
pub fn certificates(records: Records, product: RegisteredId) -> Node {
    let ids = Memo::new(move |_| {
        let of_product = |register: &crate::ledger::registry::Registry| {
            register.life(product).certificates.iter().map(|(id, _)| *id).collect::<Vec<_>>()
        };
        records.registry.with(of_product)
    });
    classed("section", "stack")
        .child(text("h2", crate::text::registry::CERTIFICATES.get()))
        .child(held("cac-gcn", move || ids.track(), {
            move || match ids.get() {
                ids if ids.is_empty() => paragraph("help", certificate::NONE.get()),
                ids => el("div").children(ids.into_iter().rev().map(|id| {
                    let seen = Memo::new(move |_| seen(records, id));
                    let part = ["gcn-", &id.to_string()].concat();
                    held(
                        &part,
                        move || seen.track(),
                        move || seen.get().map_or_else(empty, |seen| one(records, id, seen)),
                    )
                })),
            }
        }))
        .child(enter(records, product))
}

fn enter(records: Records, product: RegisteredId) -> Node {
    let form = StepForm::new(records, "ghi-gcn");
    let stars = RwSignal::new("3".to_owned());
    let (number, until) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let choices = ["3", "4", "5"].map(|stars| Choice { value: stars.to_owned(), label: stars.to_owned() });
    let fields = el("div")
        .child(paragraph("help", certificate::ENTER_HELP.get()))
        .child(
            classed("div", "columns")
                .child(select(certificate::STARS.get(), choices.into(), stars))
                .child(text_box(certificate::NUMBER.get(), number)),
        )
        .child(date_box(certificate::PRINTED_UNTIL.get(), until));
    let record = move |deed: &Deed| {
        let decision = deed.document.clone().filter(DocumentRef::is_whole).ok_or(Refusal::DocumentMissing)?;
        let from = decision.date.ok_or(Refusal::DocumentMissing)?;
        let stars = stars.get_untracked().parse().unwrap_or(0);
        let mut certificate = Certificate::blank(product, stars, decision, from);
        certificate.number = number.get_untracked();
        certificate.printed_until = Date::parse(&until.get_untracked());
        // It was issued on the day of its decision, whenever it is entered.
        let deed = Deed { on: from, ..deed.clone() };
        records.act(|register, act| register.enter_certificate(certificate, &deed, act).map(|(_, change)| change))
    };
    let open = button("quiet", certificate::ENTER.get(), move || form.open());
    el("div").child(actions([open])).child(form.dialog(certificate::ENTER.get(), fields, record))
}

/// A certificate, where it stands today, what can be done with it.
type Seen = (Certificate, Standing, Vec<CertificateEvent>);

fn seen(records: Records, id: CertificateId) -> Option<Seen> {
    let today = records.today?;
    records.registry.with(|register| {
        let own = register.get::<Certificate>(id)?;
        let product = register.product(own.product).map_or(own.product, |(today, _)| today);
        let deed = Deed::new(today, clock::now(), "");
        let (standing, allowed) = register.life(product).ask(|life| {
            let review = life.review();
            (own.standing(today, review), own.allowed(&deed, review))
        });
        let is_offered =
            |event| matches!(event, CertificateEvent::Conclude | CertificateEvent::Dismiss | CertificateEvent::Revoke);
        let events = allowed.into_iter().filter(|(event, verdict)| verdict.is_ok() && is_offered(*event));
        Some((own.clone(), standing, events.map(|(event, _)| event).collect()))
    })
}

fn one(records: Records, id: CertificateId, (own, standing, events): Seen) -> Node {
    let papers = (!own.revocations.is_empty())
        .then(|| actions([link("quiet", &Path::PrintWithdrawal(id).text(), withdrawal::PRINT.get())]));
    let (buttons, dialogs): (Vec<Node>, Vec<Node>) = events.into_iter().map(|event| step(records, id, event)).unzip();
    let lines = own.steps.iter().map(|step| StepLine {
        on: step.on,
        event: cycle::certificate_event(step.event).get(),
        actor: step.actor.clone(),
        reason: step.reason.clone(),
        document: step.document.clone(),
        note: step.note.clone(),
    });
    classed("article", "card-plain")
        .child(text("h3", &certificate::heading(&own)))
        .child(paragraph("state", cycle::standing(standing).get()))
        .child(paragraph("", &certificate::term(&own.term())))
        .child(steps(lines))
        .maybe(papers)
        .child(actions(buttons))
        .children(dialogs)
}

fn step(records: Records, id: CertificateId, event: CertificateEvent) -> (Node, Node) {
    let form = StepForm::new(records, event.word());
    let ground = RwSignal::new(RevocationGround::FalseInformation.word().to_owned());
    let grounds = RevocationGround::ALL
        .iter()
        .map(|ground| Choice { value: ground.word().to_owned(), label: certificate::ground(*ground).get().to_owned() });
    let fields = if event == CertificateEvent::Conclude {
        el("div").child(paragraph("help", certificate::REVOCATION_HELP.get())).child(select(
            certificate::GROUND.get(),
            grounds.collect(),
            ground,
        ))
    } else {
        empty()
    };
    let record = move |deed: &Deed| {
        let what = match event {
            CertificateEvent::Conclude => CertificateAct::Conclude(Box::new(Revocation::opened(
                RevocationGround::of_word(&ground.get_untracked()).unwrap_or(RevocationGround::OtherConclusion),
                deed,
            )?)),
            CertificateEvent::Dismiss => CertificateAct::Dismiss,
            CertificateEvent::Revoke => CertificateAct::Revoke,
            _ => return Err(Refusal::NotFromHere),
        };
        records.act(|register, act| register.do_certificate(id, what, deed, act))
    };
    let title = cycle::certificate_event(event).get();
    let class = if event == CertificateEvent::Revoke { "danger" } else { "quiet" };
    (button(class, title, move || form.open()), form.dialog(title, fields, record))
}
