//! The secretary's desk: paper sheets, states of members' devices, commitments.

use leptos::prelude::*;

use super::app::App;
use super::device_facts::{object, read, set_field};
use super::room::Rooms;
use crate::codec::{Field, Place, Value, json, of_base64, to_base64};
use crate::domain::merge::{Digest, Fingerprint, NONCE, SealedSheet};
use crate::domain::session::{MemberId, Session, SessionId};
use crate::domain::worksheet::{SheetState, Worksheet};
use crate::exchange::codes::Checkpoint;
use crate::ledger::SheetKey;
use crate::ledger::room::{Resumed, Room, RoomDeed, TypingFault, Waiting, resume};
use crate::platform::{clock, random};
use crate::storage::{DeviceKey, Which};

impl App {
    /// The fingerprint of what this device has of a session, for papers; `None`: there is no such session.
    pub async fn fingerprint(self, id: SessionId) -> Option<Fingerprint> {
        let mut room = Room::default();
        self.absorb_from_store(Which::Scope(&id.to_string()), &mut |rows| room.absorb(rows)).await;
        self.ledger.with_untracked(|ledger| {
            let session = ledger.session(id)?;
            Some(Fingerprint::of(id, session, &room.whole_book(id, ledger)))
        })
    }
}

impl Rooms {
    /// A paper sheet as it was typed now: for the round that the member is asked in.
    pub fn paper_sheet(self, mut sheet: Worksheet) -> Option<SealedSheet> {
        let session = self.app.ledger.with_untracked(|ledger| ledger.session(sheet.session).cloned())?;
        let round = session.round_of(sheet.member, sheet.product);
        (sheet.state, sheet.locked_at) = (SheetState::Locked, Some(clock::now()));
        sheet.round = (round > 1).then_some(round);
        SealedSheet::of(&sheet)
    }

    /// Takes in a sheet that `typist` typed from paper; it waits for a second person.
    pub fn type_in(self, id: SessionId, sheet: &SealedSheet, typist: &str) -> Result<(), TypingFault> {
        let done = self.act(|ledger, room, device, act| {
            match self.with_sets(|sets| room.type_in(ledger, id, sheet, typist, sets, device, act)) {
                Ok(change) => (Ok(()), change),
                Err(fault) => (Err(fault), Default::default()),
            }
        });
        done.unwrap_or(Err(TypingFault::NotThere))
    }

    /// The second person has typed the same paper.
    pub fn check_typed(
        self,
        id: SessionId,
        digest: Digest,
        second: &Worksheet,
        checker: &str,
    ) -> Result<(), TypingFault> {
        let done = self.act(|ledger, room, device, act| {
            match room.check_typed(ledger, id, digest, second, checker, device, act) {
                Ok(change) => (Ok(()), change),
                Err(fault) => (Err(fault), Default::default()),
            }
        });
        done.unwrap_or(Err(TypingFault::NotThere))
    }

    /// The typed sheets that wait for a second person.
    pub fn waiting(self, id: SessionId) -> Vec<Waiting> {
        self.room.with(|room| room.waiting(id))
    }

    /// The state of this device's sheets of `member`; `None`: nothing is begun.
    pub fn checkpoint(self, id: SessionId, member: MemberId) -> Option<Checkpoint> {
        self.app.typing.now();
        self.app.settle();
        let device = self.device();
        let sheets: Vec<Worksheet> = self.app.ledger.with_untracked(|ledger| {
            let products = ledger.session(id).map(|session| session.products.clone()).unwrap_or_default();
            let of = |product| ledger.sheet(SheetKey { session: id, member, product }).cloned();
            products.iter().filter_map(|product| of(product.id)).collect()
        });
        (!sheets.is_empty()).then(|| Checkpoint {
            kind: Checkpoint::KIND.to_owned(),
            session: id,
            member,
            device,
            made: clock::now(),
            sheets,
            unknown: Default::default(),
        })
    }

    /// The states of members' devices that are kept here for a session, by member; the newest of each.
    pub async fn checkpoints(self, id: SessionId) -> Vec<Checkpoint> {
        let all = object(self.app, DeviceKey::Checkpoints).await;
        let of_session = all.get(&id.to_string()).and_then(Value::as_object).cloned().unwrap_or_default();
        of_session.into_iter().filter_map(|(_, own)| Checkpoint::read(own, &Place::default()).ok()).collect()
    }

    /// Takes the state of a member's device into keeping, unless a newer one is here; answers whether it is on the disk.
    pub async fn keep_checkpoint(self, own: &Checkpoint) -> bool {
        let Some(mut all) = read(self.app, DeviceKey::Checkpoints).await else { return false };
        let (session, member) = (own.session.to_string(), own.member.to_string());
        let mut of_session = all.remove(&session).unwrap_or_else(|| json!({}));
        let before = of_session.get(&member).and_then(|kept| Checkpoint::read(kept.clone(), &Place::default()).ok());
        if before.is_some_and(|before| before.made >= own.made) {
            return true;
        }
        if let (Some(of_session), Some(value)) = (of_session.as_object_mut(), own.write()) {
            of_session.insert(member, value);
        }
        let is_kept = set_field(self.app, DeviceKey::Checkpoints, session, Some(of_session)).await;
        if is_kept {
            let _ = self.perform(own.session, RoomDeed::Keep(own.member, own.fingerprint().to_string()));
        }
        is_kept
    }

    /// Throws away what is kept of a session's devices; answers whether it is gone.
    pub async fn forget_checkpoints(self, id: SessionId) -> bool {
        set_field(self.app, DeviceKey::Checkpoints, id.to_string(), None).await
    }

    /// Goes on from the state of another device.
    pub fn resume(self, own: Checkpoint) -> Resumed {
        let done = self.act(|ledger, _, _, act| {
            self.with_sets(|sets| resume(ledger, own.session, own.member, own.sheets, sets, act))
        });
        done.unwrap_or_default()
    }

    /// The sheet with its chance number: the one that this device has for it, or a new one, which is kept before anybody
    /// sees the commitment. `None`: it could not be kept.
    pub async fn with_nonce(self, sheet: SealedSheet) -> Option<SealedSheet> {
        // Where it is not known whether there is one already, a second one would make the commitment a lie.
        let all = read(self.app, DeviceKey::Nonces).await?;
        let name = sheet.digest().to_string();
        let kept = all.get(&name).and_then(Value::as_str).and_then(of_base64);
        if let Some(nonce) = kept.and_then(|nonce| <[u8; NONCE]>::try_from(nonce).ok()) {
            return Some(sheet.with_nonce(nonce));
        }
        let mut nonce = [0; NONCE];
        let bytes = [random::ten_bytes(), random::ten_bytes()].concat();
        nonce.copy_from_slice(&bytes[..NONCE]);
        let is_kept = set_field(self.app, DeviceKey::Nonces, name, Some(to_base64(&nonce).into())).await;
        is_kept.then(|| sheet.with_nonce(nonce))
    }

    /// A locked sheet as it leaves this device: with its chance number where members commit first, and signed.
    pub async fn as_handed_in(self, sheet: SealedSheet) -> SealedSheet {
        let is_sealing =
            self.app.ledger.with_untracked(|ledger| ledger.session(sheet.session).is_some_and(Session::is_sealing));
        let sheet = match is_sealing {
            true => self.with_nonce(sheet.clone()).await.unwrap_or(sheet),
            false => sheet,
        };
        self.signed(sheet).await
    }
}
