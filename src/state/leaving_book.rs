//! Taking a session's pack off a member's device: what would be lost, and doing it.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::device_facts::{object, set_field};
use super::errand::{Errand, about_room};
use super::paper_drafts::forget_drafts;
use super::room::Rooms;
use crate::codec::Value;
use crate::domain::merge::{Digest, SealedSheet};
use crate::domain::session::{MemberId, ProductId, SessionId};
use crate::ledger::SheetKey;
use crate::storage::DeviceKey;
use crate::worker::{Refused, RoomRequest};

/// What a device would lose with a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loss {
    /// Locked sheets.
    pub locked: usize,
    /// Sheets that are being filled in.
    pub begun: usize,
    /// The products whose sheets were never given away as they are now.
    pub not_handed_in: Vec<ProductId>,
}

impl Rooms {
    /// Remembers that a sheet was given away as it is now: shown as a code, or put into a file.
    pub async fn has_left(self, session: SessionId, sheets: &[SealedSheet]) {
        let mut own = self.left(session).await;
        own.extend(sheets.iter().map(SealedSheet::digest));
        let own = own.iter().map(|digest| digest.to_string().into()).collect();
        // A device that does not remember asks once more than needed.
        let _ = set_field(self.app, DeviceKey::HandedIn, session.to_string(), Some(Value::Array(own))).await;
    }

    /// The sheets of a session that were given away as they were then.
    async fn left(self, session: SessionId) -> BTreeSet<Digest> {
        let all = object(self.app, DeviceKey::HandedIn).await;
        let own = all.get(&session.to_string()).and_then(Value::as_array);
        own.into_iter().flatten().filter_map(|text| Digest::parse(text.as_str()?)).collect()
    }

    /// What this device would lose of `member`'s sheets with the session.
    pub async fn loss(self, id: SessionId, member: MemberId) -> Loss {
        self.app.typing.now();
        self.app.settle();
        let left = self.left(id).await;
        self.app.ledger.with_untracked(|ledger| {
            let mut loss = Loss::default();
            for product in ledger.session(id).map(|session| session.products.clone()).unwrap_or_default() {
                let key = SheetKey { session: id, member, product: product.id };
                let Some(sheet) = ledger.sheet(key) else { continue };
                match SealedSheet::of(sheet) {
                    Some(sealed) => {
                        loss.locked += 1;
                        if !left.contains(&sealed.digest()) {
                            loss.not_handed_in.push(product.id);
                        }
                    }
                    None if sheet.has_content() => {
                        loss.begun += 1;
                        loss.not_handed_in.push(product.id);
                    }
                    None => (),
                }
            }
            loss
        })
    }

    /// Takes everything of a session off this device, its key too. A restore point is made first; nothing of it goes into
    /// files, so that no other device deletes anything.
    pub async fn drop_session(self, id: SessionId) -> Result<(), Refused> {
        let errand = Errand::start();
        errand.begin().await?;
        self.app.change(&errand, about_room(&RoomRequest::DropScope { scope: id.to_string() })).await?;
        let _ = set_field(self.app, DeviceKey::HandedIn, id.to_string(), None).await;
        forget_drafts(self.app, id).await;
        self.forget_checkpoints(id).await;
        // The records are gone; a key that stays signs nothing that is there.
        self.forget_book(id).await;
        Ok(())
    }
}
