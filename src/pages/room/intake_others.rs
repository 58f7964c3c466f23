//! What comes to the secretary beside sheets: commitments, and states of members' devices.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::intake::Desk;
use crate::domain::merge::{Commitment, SlotKey};
use crate::exchange::codes::{Checkpoint, CommitmentFile, PackFault, SheetCodeFault};
use crate::ledger::room::{RoomDeed, RoomRefusal};
use crate::text::{room, room_desk};

impl Desk {
    /// A file that holds no sheets: commitments, or the state of a device.
    pub(super) fn of_other_file(self, file: &str, fault: &PackFault) {
        if let Ok(own) = Checkpoint::of_text(file) {
            return self.keep(own);
        }
        match CommitmentFile::of_text(file) {
            Ok(own) => own.commitments.into_iter().for_each(|one| self.committed(Some(one))),
            Err(_) => self.said.set(room::pack_fault(fault)),
        }
    }

    pub(super) fn committed(self, own: Option<Commitment>) {
        let Some(own) = own.filter(|own| own.session == self.id) else {
            return self.said.set(room::sheet_fault(&SheetCodeFault::OtherSession).to_owned());
        };
        let slot = SlotKey { session: own.session, product: own.product, member: own.member, round: own.round };
        match self.rooms.perform(self.id, RoomDeed::Commit(slot, Some(own.commitment))) {
            Ok(()) => self.said.set(room_desk::COMMIT_TAKEN.get().to_owned()),
            // The camera sees the same code again and again.
            Err(RoomRefusal::Already) => (),
            Err(refusal) => self.said.set(room::refusal(&refusal).to_owned()),
        }
    }

    /// Takes the state of a member's device into keeping; nothing of it is shown here.
    pub(super) fn keep(self, own: Checkpoint) {
        if own.session != self.id {
            return self.said.set(room_desk::SPARE_OTHER.get().to_owned());
        }
        spawn_local(async move {
            let is_kept = self.rooms.keep_checkpoint(&own).await;
            let words = if is_kept { room_desk::SPARE_KEPT } else { room_desk::SPARE_NOT_KEPT };
            let _ = self.said.try_set(words.get().to_owned());
            let _ = self.kept.try_update(|kept| *kept += 1);
        });
    }
}
