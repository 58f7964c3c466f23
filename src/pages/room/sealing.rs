//! Committing to sheets before any is shown: the council's choice, and a member's commitments.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Said;
use super::codes::asked_codes;
use crate::domain::merge::{Commitment, SealedSheet};
use crate::domain::session::{MemberId, ProductId, SessionId};
use crate::exchange::codes::{CommitmentFile, Message, commitment_message};
use crate::ledger::SheetKey;
use crate::ledger::room::RoomDeed;
use crate::state::Rooms;
use crate::text::room_desk as words;
use crate::ui::{Node, actions, button, classed, el, is_checked, paragraph, text};

/// Whether the session uses it.
pub fn sealing(rooms: Rooms, id: SessionId) -> Node {
    let said = Said::new();
    let is_on = Memo::new(move |_| rooms.session(id).is_some_and(|session| session.is_sealing()));
    let asked = RwSignal::new(0);
    let control = el("input")
        .attr("type", "checkbox")
        .id("niem-phong")
        // A refusal puts the mark back.
        .bind_flag("checked", move || {
            asked.track();
            is_on.get()
        })
        .on("change", move |event| {
            said.perform(rooms, id, RoomDeed::Sealing(is_checked(&event)));
            asked.update(|asked| *asked += 1);
        });
    let label = classed("label", "check").child(control).child(text("span", words::SEALING_ON.get()));
    el("div").child(paragraph("help", words::SEALING_HELP.get())).child(label).child(said.node())
}

/// A member's commitments, by product and all as one file; nothing where the session does not use them.
pub fn commitments(rooms: Rooms, id: SessionId, member: MemberId, products: &[(ProductId, String)]) -> Node {
    let is_on = Memo::new(move |_| rooms.session(id).is_some_and(|session| session.is_sealing()));
    let said = RwSignal::new("");
    let shown: RwSignal<Option<(String, Message)>> = RwSignal::new(None);
    let made = move |product: ProductId| async move {
        let key = SheetKey { session: id, member, product };
        let sheet = rooms.app.ledger.with_untracked(|ledger| ledger.sheet(key).and_then(SealedSheet::of))?;
        let sheet = rooms.with_nonce(sheet).await;
        said.set(if sheet.is_none() { words::SEAL_LOST.get() } else { "" });
        Commitment::of(&sheet?)
    };
    let items = products.iter().map(|(product, name)| {
        let (of, label) = (*product, name.clone());
        let is_locked = move || {
            let key = SheetKey { session: id, member, product: of };
            rooms.app.ledger.with(|ledger| ledger.sheet(key).is_some_and(|sheet| sheet.is_locked()))
        };
        let show = button("quiet", words::SEAL.get(), move || {
            let label = label.clone();
            spawn_local(async move {
                if let Some(own) = made(of).await {
                    let _ = shown.try_set(Some((label, commitment_message(&own))));
                }
            });
        });
        let show = show.attr("aria-label", &[words::SEAL.get(), ": ", name].concat());
        el("li").child(text("span", name)).child(show).hidden_while(move || !is_locked())
    });
    let all: Vec<ProductId> = products.iter().map(|(product, _)| *product).collect();
    let file = button("quiet", words::SEAL_FILE.get(), move || {
        let all = all.clone();
        spawn_local(async move {
            let mut own = Vec::new();
            for product in all {
                own.extend(made(product).await);
            }
            if !own.is_empty() {
                rooms.app.offer_ours("niem-phong.json", &CommitmentFile::text_of(own));
            }
        });
    });
    let code = el("div").show(move || {
        shown.with(|shown| match shown {
            Some((name, message)) => el("div").child(text("h3", name)).child(asked_codes(
                "qr-niem-phong",
                words::SEAL_TITLE.get(),
                Some(message.clone()),
            )),
            None => el("div"),
        })
    });
    classed("section", "stack")
        .id("ma-niem-phong")
        .child(text("h2", words::SEALING.get()))
        .child(paragraph("help", words::SEALING_HELP.get()))
        .child(classed("ul", "plain").children(items.collect::<Vec<Node>>()))
        .child(actions([file.id("tep-niem-phong")]))
        .child(
            paragraph("warning", "")
                .bind_text(move || said.get().to_owned())
                .hidden_while(move || said.get().is_empty()),
        )
        .child(code)
        .hidden_while(move || !is_on.get())
}
