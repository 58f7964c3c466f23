//! Files: everything out, a file in, an import taken back.

use std::collections::BTreeMap;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use crate::codec::Field;
use crate::domain::criteria::SetPin;
use crate::domain::session::{Session, SessionId};
use crate::exchange::{
    self, Carried, Choice, Content, Envelope, Existing, ImportError, Limits, Plan, Reader, Schemes, apply, existing,
};
use crate::ledger::Act;
use crate::platform::{clock, files, random, site};
use crate::schema::{Kind, PackedEntry, PackedRow};
use crate::storage::{DeviceKey, ImportHead, StoreError, Which};

/// Bytes that are read between two looks at the screen: about a tenth of a second on a weak tablet.
const STRETCH: usize = 1_000_000;

/// The path of the sample under the site.
const SAMPLE: &str = "samples/van-quan-2024.json";

/// What became of a file that was opened.
#[derive(Clone, Debug)]
pub enum Reading {
    /// Being read: how much of how much, in bytes.
    Running(usize, usize),
    /// Read: what taking it in would change.
    Ready(Rc<Plan>),
    /// It cannot be taken in.
    Refused(Refused),
    /// Being written.
    Writing,
    /// Taken in.
    Done,
}

/// Why a file was not taken in. Nothing changed.
#[derive(Clone, Debug)]
pub enum Refused {
    /// The file itself.
    File(ImportError),
    /// The file could not be read from the device.
    NotRead,
    /// The store.
    Store(StoreError),
}

impl App {
    /// Offers everything on this device as a file.
    pub fn export_all(self) {
        spawn_local(async move { self.export(None).await });
    }

    /// Offers one session as a file.
    pub fn export_session(self, id: SessionId) {
        spawn_local(async move { self.export(Some(id)).await });
    }

    async fn export(self, only: Option<SessionId>) {
        self.typing.now();
        self.settle();
        // A store that fails must not stand in the way of the file: what is not on the disk is added from memory.
        let _ = self.saver.settled().await;
        let store = self.saver.store();
        let scope = only.map(|id| id.to_string());
        let which = scope.as_deref().map_or(Which::All, Which::Scope);
        let mut rows = store.packed(which).await.unwrap_or_default();
        let mut journal = store.journal(scope.as_deref()).await.unwrap_or_default();
        let pending = self.saver.pending_changes();
        let is_asked = |of: &str| scope.as_deref().is_none_or(|scope| scope == of);
        for row in pending.rows.iter().filter(|row| is_asked(&row.scope)) {
            let packed = PackedRow::of(row);
            rows.retain(|old| old.id != packed.id);
            rows.push(packed);
        }
        journal.extend(pending.entries.iter().filter(|entry| is_asked(&entry.scope)).map(PackedEntry::of));
        let carried = match only {
            Some(_) => Carried::default(),
            None => store
                .device(DeviceKey::Carried)
                .await
                .ok()
                .flatten()
                .map(|text| Carried::of_text(&text))
                .unwrap_or_default(),
        };
        let schemes = self.schemes(&pins_of(&rows)).await;
        let text = exchange::export(Content { rows, journal, carried }, &schemes);
        files::offer(
            &file_name(only.and_then(|id| self.session_name(id)).as_deref()),
            "application/json",
            text.as_bytes(),
        );
    }

    fn session_name(self, id: SessionId) -> Option<String> {
        self.ledger.with_untracked(|ledger| ledger.session(id).map(|session| session.name.clone()))
    }

    /// Loads the sets of these pins, as far as they are at hand.
    async fn schemes(self, pins: &[SetPin]) -> Schemes {
        let mut schemes = Schemes::default();
        for pin in pins {
            if let Ok(set) = self.set(pin).await {
                schemes.insert(&pin.decision, &pin.slug, &pin.hash, Rc::new(set.scheme.clone()));
            }
        }
        schemes
    }

    /// Reads a file that the user picked and says in `reading` what taking it in would change. Giving `stop` ends it.
    pub fn read_file(
        self,
        file: files::Picked,
        reading: RwSignal<Option<Reading>, LocalStorage>,
        stop: RwSignal<bool>,
    ) {
        let limits = Limits::default();
        if let Err(error) = limits.check(file.size()) {
            reading.set(Some(Reading::Refused(Refused::File(error))));
            return;
        }
        reading.set(Some(Reading::Running(0, file.size() as usize)));
        spawn_local(async move {
            let next = match file.bytes().await {
                Some(bytes) => self.read(bytes, reading, stop).await,
                None => Some(Reading::Refused(Refused::NotRead)),
            };
            reading.set(next);
        });
    }

    async fn read(
        self,
        bytes: Vec<u8>,
        reading: RwSignal<Option<Reading>, LocalStorage>,
        stop: RwSignal<bool>,
    ) -> Option<Reading> {
        let mut reader = match Reader::new(bytes, Limits::default()) {
            Ok(reader) => reader,
            Err(error) => return Some(Reading::Refused(Refused::File(error))),
        };
        loop {
            match reader.step(STRETCH) {
                Err(error) => return Some(Reading::Refused(Refused::File(error))),
                Ok(progress) if progress.is_finished() => break,
                Ok(progress) => reading.set(Some(Reading::Running(progress.done, progress.total))),
            }
            clock::breathe().await;
            if stop.get_untracked() {
                return None;
            }
        }
        let envelope = reader.envelope()?;
        match self.plan(&envelope).await {
            Ok(plan) => Some(Reading::Ready(Rc::new(plan))),
            Err(error) => Some(Reading::Refused(Refused::Store(error))),
        }
    }

    async fn plan(self, envelope: &Envelope) -> Result<Plan, StoreError> {
        self.saver.settled().await?;
        let here: Existing = existing(&self.saver.store(), envelope).await?;
        let schemes = self.schemes(&envelope.pins()).await;
        Ok(exchange::plan(envelope, &here, &schemes))
    }

    /// Takes the file of `plan` in, with the user's choices.
    pub fn take_in(
        self,
        plan: &Plan,
        choices: &BTreeMap<String, Choice>,
        label: &str,
        reading: RwSignal<Option<Reading>, LocalStorage>,
    ) {
        let mut random = random::ten_bytes;
        let mut act = Act { now: clock::now(), who: super::app::OFFICE.to_owned(), random: &mut random };
        let batch = apply(plan, choices, label, &mut act);
        reading.set(Some(Reading::Writing));
        spawn_local(async move {
            let outcome = self.saver.store().import(&batch, &mut |_, _| ()).await;
            self.reload().await;
            reading.set(Some(match outcome {
                Ok(()) => Reading::Done,
                Err(error) => Reading::Refused(Refused::Store(error)),
            }));
        });
    }

    /// The imports that can be taken back, newest first.
    pub async fn imports(self) -> Vec<ImportHead> {
        self.saver.store().imports().await.unwrap_or_default()
    }

    /// Takes an import back.
    pub async fn undo_import(self, id: &str) -> Result<(), StoreError> {
        self.saver.settled().await?;
        let outcome = self.saver.store().undo_import(id).await;
        self.reload().await;
        outcome
    }

    /// Opens the sample session, taking the sample file in at the first time.
    pub fn open_sample(self) {
        spawn_local(async move {
            let Some(bytes) = site::file(SAMPLE).await else { return };
            let Ok(envelope) = Reader::new(bytes, Limits::default()).and_then(Reader::read) else { return };
            let Some(scope) = envelope.scopes().into_iter().next() else { return };
            let is_here = self
                .ledger
                .with_untracked(|ledger| SessionId::parse(&scope).is_some_and(|id| ledger.session(id).is_some()));
            if !is_here {
                let Ok(plan) = self.plan(&envelope).await else { return };
                let choices = plan.sessions.iter().map(|session| (session.id.clone(), Choice::File)).collect();
                let mut random = random::ten_bytes;
                let mut act = Act { now: clock::now(), who: super::app::OFFICE.to_owned(), random: &mut random };
                let batch = apply(&plan, &choices, SAMPLE, &mut act);
                if let Err(error) = self.saver.store().import(&batch, &mut |_, _| ()).await {
                    self.store_fault.set(Some(error));
                    return;
                }
                self.reload().await;
            }
            self.go(&["phien/", &scope].concat());
        });
    }
}

/// The sets that the sessions among `rows` use.
fn pins_of(rows: &[PackedRow]) -> Vec<SetPin> {
    let sessions = rows.iter().filter(|row| row.kind == Kind::Session && !row.deleted).filter_map(|row| row.row().ok());
    let sessions = sessions.filter_map(|row| Session::read(row.body, &Default::default()).ok());
    let mut pins: Vec<SetPin> = Vec::new();
    for pin in sessions.flat_map(|session| session.products).map(|product| product.set) {
        if !pins.contains(&pin) {
            pins.push(pin);
        }
    }
    pins
}

/// `OCOP_Phien-1_2026-11-21.json`: what it holds and the day, without marks and blanks.
fn file_name(session: Option<&str>) -> String {
    let day = clock::today().map(|day| day.to_string()).unwrap_or_default();
    let name = crate::domain::vietnamese::fold(session.unwrap_or("tat ca"));
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    let name: String = name.chars().map(plain).take(60).collect();
    ["OCOP_", &name, "_", &day, ".json"].concat()
}
