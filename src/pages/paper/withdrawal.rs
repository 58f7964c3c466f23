//! The papers of a withdrawal: the draft decision, and the notice to the producer and the bodies concerned.

use leptos::prelude::*;

use crate::domain::cycle::{Certificate, CertificateId, REVOCATION_DAYS, Revocation};
use crate::domain::registry::{Producer, Product, RegisteredId};
use crate::domain::session::Level;
use crate::pages::registry::when_loaded;
use crate::pages::{Path, waiting};
use crate::platform::dom;
use crate::state::Records;
use crate::text::{certificate, forms, shell, withdrawal};
use crate::ui::{Node, button, classed, el, link, paragraph, text};

/// What the papers are filled in from.
struct Filled {
    product: RegisteredId,
    certificate: Certificate,
    revocation: Revocation,
    made: Product,
    producer: Producer,
}

/// The papers of the newest withdrawal of a certificate.
pub fn withdrawal(records: Records, id: CertificateId) -> Node {
    when_loaded(records, move || {
        let filled = records.registry.with_untracked(|register| {
            let own = register.get::<Certificate>(id)?;
            let (product, made) = register.product(own.product)?;
            let (_, producer) = register.producer(made.producer)?;
            let revocation = own.revocations.last()?.clone();
            Some(Filled {
                product,
                certificate: own.clone(),
                revocation,
                made: made.clone(),
                producer: producer.clone(),
            })
        });
        filled.map_or_else(waiting::not_found, |filled| {
            let back = link("back", &Path::Product(filled.product).text(), shell::BACK.get());
            let tools = classed("header", "paper-tools")
                .child(back)
                .child(button("main", shell::PRINT.get(), dom::print))
                .child(paragraph("help", withdrawal::DRAFT_HELP.get()));
            classed("div", "paper-page")
                .child(tools)
                .child(el("main").id("main").child(decision(&filled)).child(notice(&filled)))
        })
    })
}

fn head(authority: &str) -> Node {
    let own = el("div").child(text("b", authority)).child(text("p", withdrawal::NUMBER_BLANK.get()));
    let nation = el("div")
        .child(classed("p", "paper-nation").text(forms::NATION.get()))
        .child(classed("p", "paper-motto").text(forms::MOTTO.get()))
        .child(classed("p", "paper-day").text(&forms::place_and_day("", None)));
    classed("div", "paper-head").child(own).child(nation)
}

fn authority(filled: &Filled) -> &'static str {
    if filled.certificate.revoked_by() == Level::Central {
        withdrawal::MINISTER.get()
    } else {
        withdrawal::CHAIR_PROVINCE.get()
    }
}

fn address(filled: &Filled) -> &str {
    if filled.made.address.is_empty() { &filled.producer.address } else { &filled.made.address }
}

fn decision(filled: &Filled) -> Node {
    let ground = certificate::ground(filled.revocation.ground).get();
    let first = withdrawal::article_1(
        &filled.made.name,
        &filled.producer.name,
        address(filled),
        filled.certificate.stars,
        &filled.certificate.decision,
        ground,
    );
    let draft = filled.revocation.decision.is_none();
    classed("article", "paper")
        .maybe(draft.then(|| classed("p", "paper-number").text(withdrawal::DRAFT.get())))
        .child(head(authority(filled)))
        .child(classed("h1", "paper-title").text(withdrawal::DECISION.get()))
        .child(paragraph("paper-sub", withdrawal::ABOUT.get()))
        .child(classed("p", "paper-title").text(authority(filled)))
        .child(paragraph("paper-body paper-basis", withdrawal::BASIS_DECISION.get()))
        .child(paragraph("paper-body paper-basis", &withdrawal::basis_conclusion(&filled.revocation.conclusion)))
        .child(classed("p", "paper-title").text(withdrawal::DECIDES.get()))
        .child(paragraph("paper-body", &first))
        .child(paragraph("paper-body", &withdrawal::article_2(&filled.producer.name)))
        .child(paragraph("paper-body", withdrawal::article_3()))
        .child(end(filled))
}

fn notice(filled: &Filled) -> Node {
    let ground = certificate::ground(filled.revocation.ground).get();
    let concluded = filled.revocation.concluded;
    let words = withdrawal::notice(
        &filled.made.name,
        filled.certificate.stars,
        ground,
        concluded,
        concluded.plus_days(REVOCATION_DAYS),
    );
    let to = [withdrawal::TO_OWNER.get(), " ", &filled.producer.name, ", ", &filled.producer.address].concat();
    classed("article", "paper next-paper")
        .child(head(authority(filled)))
        .child(classed("h1", "paper-title").text(withdrawal::NOTICE.get()))
        .child(paragraph("paper-sub", withdrawal::ABOUT.get()))
        .child(paragraph("paper-body", to.trim_end_matches(", ")))
        .child(paragraph("paper-body", &words))
        .child(end(filled))
}

fn end(filled: &Filled) -> Node {
    let receivers = [
        withdrawal::RECEIVER_OWNER,
        withdrawal::RECEIVER_COMMUNE,
        withdrawal::RECEIVER_BODIES,
        withdrawal::RECEIVER_ARCHIVE,
    ];
    let receivers = receivers.map(|line| text("p", line.get()));
    classed("div", "paper-sign")
        .child(classed("div", "paper-receivers").child(text("b", withdrawal::RECEIVERS.get())).children(receivers))
        .child(el("div").child(text("b", authority(filled))).child(text("i", withdrawal::SEALED.get())))
}
