//! The papers of a withdrawal: the draft decision, and the notice to the producer and the bodies concerned.

use std::rc::Rc;

use leptos::prelude::*;

use super::{PaperPage, document_page};
use crate::domain::cycle::{Certificate, CertificateId};
use crate::domain::session::Level;
use crate::pages::registry::when_loaded;
use crate::pages::{Path, waiting};
use crate::paper::{Withdrawal, withdrawal as papers};
use crate::state::Records;
use crate::text::withdrawal as words;
use crate::ui::{Node, paragraph};

/// The papers of the newest withdrawal of a certificate.
pub fn withdrawal(records: Records, id: CertificateId) -> Node {
    when_loaded(records, move || {
        let found = records.registry.with_untracked(|register| {
            let own = register.get::<Certificate>(id)?;
            let (product, made) = register.product(own.product)?;
            let (_, producer) = register.producer(made.producer)?;
            let revocation = own.revocations.last()?;
            let address = if made.address.is_empty() { &producer.address } else { &made.address };
            let of = Withdrawal {
                is_ministry: own.revoked_by() == Level::Central,
                product: made.name.clone(),
                producer: producer.name.clone(),
                producer_address: producer.address.clone(),
                address: address.clone(),
                stars: own.stars,
                recognition: own.decision.clone(),
                ground: revocation.ground,
                conclusion: revocation.conclusion.clone(),
                concluded: revocation.concluded,
                is_decided: revocation.decision.is_some(),
            };
            Some((product, of))
        });
        let Some((product, of)) = found else { return waiting::not_found() };
        let help = paragraph("help", words::DRAFT_HELP.get());
        let title = [words::ABOUT.get(), " ", &of.product].concat();
        document_page(PaperPage {
            back: Path::Product(product),
            title: Rc::new(move || title.clone()),
            controls: vec![help],
            options: None,
            document: Rc::new(move || papers(&of)),
        })
    })
}
