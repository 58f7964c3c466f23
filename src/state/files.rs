//! Files: everything out, a file in, an import taken back. The second program does it; here is what the page waits for.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::{App, OFFICE};
use super::arrivals::is_sheet;
use super::errand::{Errand, about_room};
use super::outbox::Handing;
use super::waiting::Unread;
use crate::domain::plan::PlanId;
use crate::domain::registry::{ProducerId, RegisteredId};
use crate::domain::session::SessionId;
use crate::exchange::sheets::Seems;
use crate::exchange::{Audience, Choice, LockedFault, Preview};
use crate::platform::files::{self, Parcel, Picked};
use crate::storage::{Held, ImportHead, StoreError};
use crate::worker::{Refused, Reply, Request, RoomRequest};

/// The path of the sample under the site.
const SAMPLE: &str = "samples/van-quan-2024.json";

/// The media type of our files.
const JSON: &str = "application/json";

/// What became of a file that was opened.
#[derive(Clone)]
pub enum Reading {
    /// Being read.
    Running,
    /// Read: what taking it in would change, and the errand that has it.
    Ready(Preview, Errand),
    /// It seems to be a spreadsheet, which belongs to a list.
    Sheet(Picked),
    /// It cannot be taken in.
    Refused(Refused),
    /// Being written.
    Writing,
    /// Taken in.
    Done,
}

/// What became of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exporting {
    /// Being written.
    Running,
    /// The browser has the file.
    Done,
    /// The browser has a file, but the store could not be read: only what is open here is in it.
    Partial,
    /// The second program could not do it: the browser has the raw data.
    Raw,
    /// A workbook of results was written whose formulas come to something else than the engine.
    NotVerified,
    /// A spreadsheet could not be written; nothing else is at stake.
    NotWritten,
    /// It was to be encrypted and was not: nothing was offered.
    NotLocked,
    /// Nothing could be offered.
    Failed,
}

/// Where the page hears what becomes of a file.
#[derive(Clone, Copy)]
pub struct Read {
    /// What became of it.
    pub now: RwSignal<Option<Reading>, LocalStorage>,
    /// While it is being read: how much of how much, in bytes. Apart, so that what the person is about to touch stays.
    pub progress: RwSignal<(usize, usize)>,
}

impl Default for Read {
    /// No file yet.
    fn default() -> Read {
        Read { now: RwSignal::new_local(None), progress: RwSignal::new((0, 1)) }
    }
}

impl Read {
    fn begin(self) {
        self.progress.set((0, 1));
        self.now.set(Some(Reading::Running));
    }
}

impl App {
    /// Offers everything on this device as a file.
    pub fn export_all(self) {
        self.export(Vec::new(), Audience::Full);
    }

    /// Offers what others may see of everything on this device as a file.
    pub fn export_for(self, audience: Audience) {
        self.export(Vec::new(), audience);
    }

    /// Offers one session as a file.
    pub fn export_session(self, id: SessionId) {
        self.export(vec![id.to_string()], Audience::Full);
    }

    /// Shows one session as a file that can be given to somebody.
    pub fn share_session(self, id: SessionId) {
        self.export_and(vec![id.to_string()], Audience::Full, Handing::Share);
    }

    /// Shows everything on this device as a file that can be given to somebody.
    pub fn share_all(self) {
        self.export_and(Vec::new(), Audience::Full, Handing::Share);
    }

    /// Offers a product with all that belongs to it, and its producer, as a file: what a commune hands on.
    pub fn export_product(self, ids: &[RegisteredId], producer: ProducerId) {
        let products = ids.iter().map(RegisteredId::to_string);
        self.export(products.chain([producer.to_string()]).collect(), Audience::Full);
    }

    /// Offers one plan as a file.
    pub fn export_plan(self, id: PlanId) {
        self.typing.now();
        self.export(vec![id.to_string()], Audience::Full);
    }

    /// Offers a text of ours that was made here as a file, encrypted where the page has a passphrase. A file that was to be
    /// encrypted is never offered without.
    pub fn offer_ours(self, name: &str, text: &str) {
        let passphrase = self.outbox.passphrase.get_untracked();
        if passphrase.trim().is_empty() {
            return self.offer_text(name, JSON, text);
        }
        let (name, file) = (name.to_owned(), Parcel::new(JSON, text.as_bytes()));
        self.exporting.set(Some(Exporting::Running));
        spawn_local(async move {
            let errand = Errand::start();
            let asked = async {
                errand.begin().await?;
                errand.ask(&about_room(&RoomRequest::Lock { name, passphrase }), file);
                errand.hear().await
            };
            let outcome = match asked.await {
                Ok((Reply::Exported { name, .. }, Some(file))) => self.hand_out(name, file, Handing::Save),
                _ => Exporting::NotLocked,
            };
            self.exporting.set(Some(outcome));
        });
    }

    /// What is inside an encrypted file, whole or not at all.
    pub async fn unlocked(self, file: &Parcel, passphrase: String) -> Result<Vec<u8>, LockedFault> {
        let errand = Errand::start();
        let asked = async {
            errand.begin().await?;
            errand.ask(&about_room(&RoomRequest::Unlock { passphrase }), Some(file.clone()));
            errand.hear().await
        };
        match asked.await {
            Ok((_, Some(inside))) => inside.bytes().await.ok_or(LockedFault::Unable),
            Err(Refused::Locked(why)) => Err(why),
            _ => Err(LockedFault::Unable),
        }
    }

    /// Offers a text that was made here as a file.
    pub fn offer_text(self, name: &str, kind: &str, text: &str) {
        let offered = Parcel::new(kind, text.as_bytes()).is_some_and(|parcel| files::offer(name, &parcel));
        self.exporting.set(Some(if offered { Exporting::Done } else { Exporting::Failed }));
    }

    fn export(self, scopes: Vec<String>, audience: Audience) {
        self.export_and(scopes, audience, Handing::Save);
    }

    fn export_and(self, scopes: Vec<String>, audience: Audience, handing: Handing) {
        self.exporting.set(Some(Exporting::Running));
        let is_all = scopes.is_empty() && audience == Audience::Full;
        let passphrase = self.outbox.passphrase.get_untracked();
        let is_open = passphrase.trim().is_empty();
        spawn_local(async move {
            // A store that fails must not stand in the way of the file: what is not on the disk goes along.
            let _ = self.quiet().await;
            let mut unsaved = self.saver.pending_changes();
            if self.store_fault.with_untracked(Option::is_some) {
                // The store may not give back what it has: what is open here goes along whole.
                let pending = std::mem::take(&mut unsaved.rows);
                unsaved.rows = self.open_rows();
                unsaved.rows.extend(pending);
            }
            let pending = Held::of(&unsaved);
            let errand = Errand::start();
            self.outbox.begin(&errand);
            let written = self.written(&errand, scopes, pending.clone(), audience, passphrase).await;
            if errand.is_stopped() {
                return;
            }
            let handed = written.ok().map(|(name, file, is_partial)| (self.hand_out(name, file, handing), is_partial));
            let outcome = match handed {
                Some((Exporting::Done, true)) => Exporting::Partial,
                Some((Exporting::Done, false)) => {
                    if is_all {
                        self.has_filed();
                    }
                    Exporting::Done
                }
                _ if !is_open => Exporting::NotLocked,
                // The raw data holds everything: it is no file for others.
                _ if audience == Audience::Full && files::offer_raw(&pending.to_text()) => Exporting::Raw,
                _ => Exporting::Failed,
            };
            self.exporting.set(Some(outcome));
        });
    }

    /// Waits until everything that was done is on the disk, or cannot be written.
    pub(super) async fn quiet(self) -> Result<(), StoreError> {
        self.typing.now();
        self.settle();
        self.saver.settled().await
    }

    async fn written(
        self,
        errand: &Errand,
        scopes: Vec<String>,
        pending: Held,
        audience: Audience,
        passphrase: String,
    ) -> Result<(String, Parcel, bool), Refused> {
        errand.begin().await?;
        errand.ask(&Request::Export { scopes, pending, audience, passphrase }, None);
        match errand.hear().await? {
            (Reply::Exported { name, is_partial }, Some(file)) => Ok((name, file, is_partial)),
            _ => Err(Refused::Stopped),
        }
    }

    /// Reads a file that the user picked and says in `reading` what taking it in would change. `passphrase` opens an
    /// encrypted one. Stopping the errand ends it.
    pub fn read_file(self, file: &Picked, passphrase: String, reading: Read) -> Errand {
        let (errand, parcel) = (Errand::start(), file.parcel());
        reading.begin();
        let (asked, file) = (errand.clone(), file.clone());
        spawn_local(async move {
            if is_sheet(Seems::of(&file.head().await)) {
                let _ = reading.now.try_set(Some(Reading::Sheet(file)));
                return;
            }
            let next = match self.preview(&asked, &Request::Read { passphrase }, Some(parcel), reading).await {
                Ok(preview) => Reading::Ready(preview, asked.clone()),
                Err(refused) => Reading::Refused(refused),
            };
            if !asked.is_stopped() {
                let _ = reading.now.try_set(Some(next));
            }
        });
        errand
    }

    /// Has a file read.
    async fn preview(
        self,
        errand: &Errand,
        request: &Request,
        parcel: Option<Parcel>,
        reading: Read,
    ) -> Result<Preview, Refused> {
        errand.begin().await?;
        self.quiet().await.map_err(Refused::Store)?;
        errand.ask(request, parcel);
        loop {
            match errand.hear().await?.0 {
                Reply::Ready(preview) => return Ok(preview),
                // Nobody waits any more when the signal is gone.
                Reply::Running { done, total } => match reading.progress.try_set((done, total)) {
                    None => (),
                    Some(_) => return Err(Refused::Stopped),
                },
                _ => return Err(Refused::Stopped),
            }
        }
    }

    /// Takes the file that `errand` has read in, with the user's choices.
    pub fn take_in(self, errand: Errand, choices: Vec<(String, Choice)>, label: String, reading: Read) {
        reading.now.set(Some(Reading::Writing));
        spawn_local(async move {
            let outcome = self.change(&errand, Request::TakeIn { choices, label, who: OFFICE.to_owned() }).await;
            let _ = reading.now.try_set(Some(outcome.map_or_else(Reading::Refused, |()| Reading::Done)));
        });
    }

    /// Has the store changed beside the ledger.
    pub(super) async fn change(self, errand: &Errand, request: Request) -> Result<(), Refused> {
        self.turn.has_come(self).await;
        self.quiet().await.map_err(Refused::Store)?;
        errand.ask(&request, None);
        let outcome = match errand.hear().await {
            Ok((Reply::Done, _)) => Ok(()),
            Ok(_) | Err(Refused::Stopped) => Err(Refused::Unsure),
            Err(refused) => Err(refused),
        };
        self.turn.changed_all();
        self.reload().await;
        self.note_rows(false).await;
        outcome
    }

    /// The imports that can be taken back, newest first; none where the device stores nothing.
    pub async fn imports(self) -> Result<Vec<ImportHead>, Unread> {
        let store = self.saver.store();
        let read = self.until_read(|| store.imports()).await;
        let has_none = self.store_fault.with_untracked(|fault| *fault == Some(StoreError::Missing));
        if has_none { Ok(Vec::new()) } else { read }
    }

    /// Takes an import back.
    pub async fn undo_import(self, id: String) -> Result<(), Refused> {
        let errand = Errand::start();
        errand.begin().await?;
        self.change(&errand, Request::UndoImport { id }).await
    }

    /// Opens the sample session, taking the sample file in at the first time. `reading` hears how far it is.
    pub fn open_sample(self, reading: Read) {
        reading.begin();
        spawn_local(async move {
            let outcome = self.sample(reading).await;
            let _ = reading.now.try_set(outcome.err().map(Reading::Refused));
        });
    }

    async fn sample(self, reading: Read) -> Result<(), Refused> {
        let errand = Errand::start();
        let request = Request::ReadSite { path: SAMPLE.to_owned() };
        let preview = self.preview(&errand, &request, None, reading).await?;
        let id = preview.groups.first().map(|group| group.id.clone()).ok_or(Refused::NotRead)?;
        let is_here =
            self.ledger.with_untracked(|ledger| SessionId::parse(&id).is_some_and(|id| ledger.session(id).is_some()));
        if !is_here {
            let choices = preview.groups.into_iter().map(|group| (group.id, Choice::File)).collect();
            let request = Request::TakeIn { choices, label: SAMPLE.to_owned(), who: OFFICE.to_owned() };
            self.change(&errand, request).await?;
        }
        self.go(&["phien/", &id].concat());
        Ok(())
    }
}
