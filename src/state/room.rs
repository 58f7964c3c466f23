//! The council in the room on the screen: procedure, packs, sheets that come and go.

use std::sync::Arc;

use leptos::prelude::*;

use super::app::{App, OFFICE};
use super::books::remember;
use super::device_facts::{object, set_field};
use super::results::Hearing;
use super::sets::{LoadedSet, SetFault};
use crate::codec::{Field, Place, Value, json, of_base64, to_base64};
use crate::domain::criteria::{OWN_FOLDER, OwnSet, SetPin};
use crate::domain::id::Id;
use crate::domain::merge::{Digest, Fingerprint, SealedSheet};
use crate::domain::procedure::DeviceId;
use crate::domain::session::{MemberId, ProductId, Session, SessionId};
use crate::exchange::codes::{
    Message, MessageKind, PackedSet, RollCall, SessionPack, SheetCodeFault, pack_sheet, unpack_sheet,
};
use crate::ledger::room::{Intake, Room, RoomDeed, RoomRefusal, Sets, Way};
use crate::ledger::{Act, Change, Ledger, SheetEdit, SheetKey};
use crate::platform::persist::{self, Persistence};
use crate::platform::{clock, keys, random};
use crate::schema::{Kind, Row};
use crate::storage::{DeviceKey, Which};

/// The room of one session at a time, and what is done in it. Copied freely.
#[derive(Clone, Copy)]
pub struct Rooms {
    /// What it shares with the other pages.
    pub app: App,
    /// The log and the sheets that came.
    pub room: RwSignal<Room>,
    device: StoredValue<Option<DeviceId>>,
    sets: StoredValue<Vec<Arc<LoadedSet>>>,
}

/// Whose sheet book this device holds for a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Belonging {
    /// The session.
    pub session: SessionId,
    /// The member.
    pub member: MemberId,
    /// The fingerprint of the pack that was opened.
    pub pack: String,
}

/// Why a pack was not opened here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackRefusal {
    /// The session was made on this device.
    IsOurs,
    /// An own criteria set in it is not one.
    NoSet,
}

impl Rooms {
    /// A room with nothing loaded.
    pub fn start(app: App) -> Rooms {
        Rooms {
            app,
            room: RwSignal::new(Room::default()),
            device: StoredValue::new(None),
            sets: StoredValue::new(Vec::new()),
        }
    }

    /// Loads a session with its sheets, sets and log; `Ok(None)`: there is no such session.
    pub async fn enter(self, id: SessionId) -> Result<Option<Hearing>, SetFault> {
        self.ask_device().await;
        let mut room = Room::default();
        self.app.absorb_from_store(Which::Scope(&id.to_string()), &mut |rows| room.absorb(rows)).await;
        let hearing = self.app.hearing(id).await?;
        if let Some(hearing) = &hearing {
            self.sets.set_value(hearing.rows.iter().map(|row| row.set.clone()).collect());
        }
        self.room.set(room);
        Ok(hearing)
    }

    /// The identity of this device, made the first time it is asked for.
    async fn ask_device(self) {
        if self.device.with_value(Option::is_some) {
            return;
        }
        let store = self.app.saver.store();
        let fact = self.app.fact(DeviceKey::Device).await;
        let is_known = fact.is_ok();
        let kept = fact.ok().flatten().and_then(|text| Id::parse(&text));
        let device = kept.unwrap_or_else(|| self.app.new_id());
        if kept.is_none() && is_known {
            // Without a store the device is a new one each time; its chain is whole all the same.
            let _ = store.set_device(DeviceKey::Device, Some(&device.to_string())).await;
        }
        self.device.set_value(Some(device));
    }

    pub(super) fn device(self) -> DeviceId {
        self.device.with_value(|device| *device).unwrap_or_else(|| {
            let device = self.app.new_id();
            self.device.set_value(Some(device));
            device
        })
    }

    /// The session as it is now.
    pub fn session(self, id: SessionId) -> Option<Session> {
        self.app.ledger.with(|ledger| ledger.session(id).cloned())
    }

    /// Does an act on ledger and room, and has what it changed written. An act that changed nothing is told to nobody: what
    /// is shown stays as it is.
    pub(super) fn act<T>(
        self,
        act: impl FnOnce(&mut Ledger, &mut Room, DeviceId, &mut Act<'_>) -> (T, Change),
    ) -> Option<T> {
        self.app.settle();
        let device = self.device();
        let mut random = random::ten_bytes;
        let mut circumstances = Act { now: clock::now(), who: OFFICE.to_owned(), random: &mut random };
        let done = self.app.ledger.try_maybe_update(|ledger| {
            let done = self.room.try_maybe_update(|room| {
                let (told, change) = act(ledger, room, device, &mut circumstances);
                (!change.is_empty(), (told, change))
            });
            (done.as_ref().is_some_and(|(_, change)| !change.is_empty()), done)
        });
        let (told, change) = done.flatten()?;
        if !change.is_empty() {
            self.app.saver.enqueue(change);
        }
        Some(told)
    }

    /// Does an act on a session's procedure.
    pub fn perform(self, id: SessionId, deed: RoomDeed) -> Result<(), RoomRefusal> {
        let done = self.act(|ledger, room, device, act| match room.perform(ledger, id, deed, device, act) {
            Ok(change) => (Ok(()), change),
            Err(refusal) => (Err(refusal), Change::default()),
        });
        done.unwrap_or(Err(RoomRefusal::NotThere))
    }

    /// What taking these sheets in would do; nothing changes.
    pub fn preview(self, id: SessionId, sheets: Vec<SealedSheet>, way: Way) -> Intake {
        let mut ledger = self.app.ledger.get_untracked();
        let mut room = self.room.get_untracked();
        let mut random = random::ten_bytes;
        let mut act = Act { now: clock::now(), who: OFFICE.to_owned(), random: &mut random };
        let device = self.device();
        let done = self.with_sets(|sets| room.take_in(&mut ledger, id, sheets, way, sets, device, &mut act));
        done.map(|(intake, _)| intake).unwrap_or_default()
    }

    /// Takes sheets in.
    pub fn take_in(self, id: SessionId, sheets: Vec<SealedSheet>, way: Way) -> Intake {
        let done = self.act(|ledger, room, device, act| {
            let done = self.with_sets(|sets| room.take_in(ledger, id, sheets, way, sets, device, act));
            done.unwrap_or_default()
        });
        done.unwrap_or_default()
    }

    /// Takes sheets out again that came in by mistake.
    pub fn take_back(self, id: SessionId, digests: &[Digest]) {
        self.act(|ledger, room, device, act| ((), room.take_back(ledger, id, digests, device, act)));
    }

    pub(super) fn with_sets<T>(self, act: impl for<'a> FnOnce(Sets<'a>) -> T) -> T {
        self.sets.with_value(|sets| {
            let scheme = |pin: &SetPin| sets.iter().find(|set| set.pin.is_same_set(pin)).map(|set| &set.scheme);
            act(&scheme)
        })
    }

    /// The scheme of a product.
    pub fn scheme(self, id: SessionId, product: ProductId) -> Option<Arc<LoadedSet>> {
        let pin = self.session(id)?.product(product)?.set.clone();
        self.sets.with_value(|sets| sets.iter().find(|set| set.pin.is_same_set(&pin)).cloned())
    }

    /// The sheet in the bytes of a code.
    pub fn sheet_of_code(self, id: SessionId, bytes: &[u8]) -> Result<SealedSheet, SheetCodeFault> {
        let session = self.app.ledger.with_untracked(|ledger| ledger.session(id).cloned());
        let session = session.ok_or(SheetCodeFault::OtherSession)?;
        self.with_sets(|sets| unpack_sheet(bytes, id, &session, sets))
    }

    /// A locked sheet for a code; `None`: it has to go as a file.
    pub fn code_of_sheet(self, sheet: &SealedSheet) -> Option<Message> {
        let set = self.scheme(sheet.session, sheet.product)?;
        Some(Message { kind: MessageKind::Sheet, bytes: pack_sheet(sheet, &set.pin, &set.scheme)? })
    }

    /// The fingerprint of what a session has.
    pub fn fingerprint(self, id: SessionId) -> Option<Fingerprint> {
        let session = self.session(id)?;
        let ledger = self.app.ledger;
        Some(self.room.with(|room| ledger.with(|ledger| Fingerprint::of(id, &session, &room.whole_book(id, ledger)))))
    }

    /// Everything in a session's room, for a page.
    pub fn with_room<T>(self, read: impl FnOnce(&Room) -> T) -> T {
        self.room.with(read)
    }

    /// The pack of a session; `None`: there is no such session, or an own set of it is gone.
    pub async fn pack(self, id: SessionId) -> Option<SessionPack> {
        let session = self.app.ledger.with_untracked(|ledger| ledger.session(id).cloned())?;
        let own = session.products.iter().map(|product| &product.set).filter(|pin| pin.decision == OWN_FOLDER);
        let mut ids: Vec<String> = own.map(|pin| pin.slug.clone()).collect();
        ids.sort();
        ids.dedup();
        let rows =
            if ids.is_empty() { Vec::new() } else { self.app.saver.store().packed(Which::Ids(&ids)).await.ok()? };
        let mut sets = Vec::new();
        for id in ids {
            let row = rows.iter().find(|row| row.id == id)?.row().ok()?;
            let set = OwnSet::read(row.body, &Place::default()).ok()?;
            sets.push(PackedSet { id, set, unknown: Default::default() });
        }
        Some(SessionPack::of(id, &session, sets, clock::now()))
    }

    /// Whose sheet books this device holds.
    pub async fn belongings(self) -> Vec<Belonging> {
        let by_session = object(self.app, DeviceKey::Belonging).await;
        let of = |(session, value): (&String, &Value)| {
            let word = |key: &str| value.get(key).and_then(Value::as_str);
            Some(Belonging {
                session: Id::parse(session)?,
                member: Id::parse(word("member")?)?,
                pack: word("pack")?.to_owned(),
            })
        };
        by_session.iter().filter_map(of).collect()
    }

    /// Makes this device the sheet book of `member` for the pack's session.
    pub async fn open_pack(self, pack: &SessionPack, member: MemberId) -> Result<(), PackRefusal> {
        let belongings = self.belongings().await;
        let id = pack.session;
        let is_here = self.app.ledger.with_untracked(|ledger| ledger.session(id).is_some());
        if is_here && !belongings.iter().any(|own| own.session == id) {
            return Err(PackRefusal::IsOurs);
        }
        let now = clock::now();
        let mut change = Change::default();
        for set in &pack.own_sets {
            let body = set.set.write().filter(|_| Id::<()>::parse(&set.id).is_some()).ok_or(PackRefusal::NoSet)?;
            change.rows.push(Row {
                id: set.id.clone(),
                kind: Kind::CriteriaSet,
                scope: set.id.clone(),
                rev: 1,
                schema: crate::schema::CURRENT,
                created: pack.made,
                updated: pack.made,
                deleted: None,
                body,
                unknown: Default::default(),
            });
        }
        self.app.saver.enqueue(change);
        let mut random = random::ten_bytes;
        let mut act = Act { now, who: member.to_string(), random: &mut random };
        let saved = self.app.ledger.try_update(|ledger| ledger.save_session(id, pack.body.clone(), &mut act));
        self.app.saver.enqueue(saved.unwrap_or_default());
        self.keep_belonging(id, Some(Belonging { session: id, member, pack: pack.fingerprint().to_string() })).await;
        Ok(())
    }

    /// Keeps whose sheet book this device is for a session, or that it is none any more; answers whether it is on the disk.
    async fn keep_belonging(self, id: SessionId, own: Option<Belonging>) -> bool {
        let value = own.as_ref().map(|own| json!({"member": own.member.to_string(), "pack": own.pack}));
        let is_kept = set_field(self.app, DeviceKey::Belonging, id.to_string(), value).await;
        // The pages follow it even where the disk refuses.
        let others = self.belongings().await.into_iter().filter(|other| other.session != id);
        remember(&others.chain(own).collect::<Vec<Belonging>>());
        is_kept
    }

    /// Ends that this device is the sheet book of a session: its key is thrown away, and it signs nothing more. The sheets
    /// stay until the session is deleted. Answers whether it was done.
    pub async fn forget_book(self, id: SessionId) -> bool {
        self.keep_belonging(id, None).await && keys::forget(&id.to_string()).await
    }

    /// A locked sheet as it is handed in: signed, where this device has a key for the session.
    pub async fn signed(self, mut sheet: SealedSheet) -> SealedSheet {
        let session = sheet.session.to_string();
        let signature = keys::sign(&session, &sheet.digest().0).await;
        if let (Some(key), Some(signature)) = (keys::public_key(&session).await, signature) {
            (sheet.key, sheet.signature) = (Some(to_base64(&key)), Some(to_base64(&signature)));
        }
        sheet
    }

    /// The sheets whose signatures hold or that have none, and those whose signatures do not.
    pub async fn checked(self, sheets: Vec<SealedSheet>) -> (Vec<SealedSheet>, Vec<SealedSheet>) {
        let (mut good, mut bad) = (Vec::new(), Vec::new());
        for sheet in sheets {
            let bytes = |text: &Option<String>| text.as_deref().and_then(of_base64);
            let holds = match (&sheet.key, &sheet.signature) {
                (None, None) => true,
                _ => match (bytes(&sheet.key), bytes(&sheet.signature)) {
                    (Some(key), Some(signature)) => {
                        // Where the browser cannot tell, the auditor's program will.
                        keys::holds(&key, &signature, &sheet.digest().0).await.unwrap_or(true)
                    }
                    _ => false,
                },
            };
            if holds { good.push(sheet) } else { bad.push(sheet) }
        }
        (good, bad)
    }

    /// What this device says of itself in the roll-call.
    pub async fn roll_call(self, own: &Belonging) -> RollCall {
        let key = keys::public_key(&own.session.to_string()).await;
        RollCall {
            session: own.session,
            member: own.member,
            device: self.device(),
            pack: own.pack.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            is_offline_ready: self.app.offline_ready.get_untracked(),
            is_kept: self.app.saver.persistence().get_untracked() == Persistence::Granted,
            space: persist::room().await.map(|(used, all)| megabytes(all.saturating_sub(used))),
            clock: clock::now(),
            key: key.map(|key| to_base64(&key)),
            unknown: Default::default(),
        }
    }

    /// Begins the next round on a member's own locked sheet.
    pub fn next_round(self, key: SheetKey) -> bool {
        let Some(set) = self.scheme(key.session, key.product) else { return false };
        let Some(number) = self.app.sheet(key).map(|sheet| sheet.round().saturating_add(1)) else { return false };
        let mut random = random::ten_bytes;
        let mut act = Act { now: clock::now(), who: key.member.to_string(), random: &mut random };
        let edit = SheetEdit::NextRound(number);
        let done = self.app.ledger.try_update(|ledger| ledger.edit_sheet(key, &set.scheme, edit, &mut act));
        match done {
            Some(Ok(change)) => {
                self.app.saver.enqueue(change);
                true
            }
            _ => false,
        }
    }
}

/// Bytes as whole megabytes.
fn megabytes(bytes: u64) -> u32 {
    u32::try_from(bytes / 1_000_000).unwrap_or(u32::MAX)
}
