//! The one who does what the page asks for.

use std::rc::Rc;

use super::locking::{locked, unlocked};
use super::points::take_before;
use super::results::book_of;
use super::{Refused, Reply, Request};
use crate::book::ResultsBook;
use crate::codec::{Field, Place, parse};
use crate::domain::criteria::{CriteriaSet, OWN_FOLDER, Scheme, SetPin, content_hash};
use crate::domain::session::SessionId;
use crate::exchange::sheets::Form;
use crate::exchange::{
    Audience, Carried, Choice, Content, Envelope, Heading, ImportError, Limits, LockedFault, LockedFile, Plan, Preview,
    Reader, Schemes, Warning, apply, existing, export, file_name, heading, is_raw, own_sets_of, pins_of, plan,
    read_raw, withhold,
};
use crate::ledger::Act;
use crate::paper::{DOCX, docx};
use crate::platform::files::Parcel;
use crate::platform::line::{Counter, Letter};
use crate::platform::{clock, random, site};
use crate::schema::{PackedEntry, PackedRow};
use crate::storage::points::PointReason;
use crate::storage::{DeviceKey, Held, Store, StoreError, Which};

/// The media type of our files.
pub(super) const JSON: &str = "application/json";
/// Bytes that are read between two words about it: about a tenth of a second on a weak tablet.
const STRETCH: usize = 1_000_000;

/// What is known between two letters.
pub(super) struct Clerk {
    counter: Counter,
    pub(super) store: Store,
    /// The file that was read.
    plan: Option<Plan>,
}

/// Answers letters, one after the other.
pub async fn serve(counter: Counter) {
    let mut clerk = Clerk { counter, store: Store::at_first_use(), plan: None };
    clerk.say(&Reply::Here, None);
    while let Some(letter) = clerk.counter.hear().await {
        let Some(request) = Request::of_text(&letter.text) else { continue };
        if let Err(refused) = clerk.answer(request, letter.parcel).await {
            clerk.say(&Reply::Refused(refused), None);
        }
    }
}

impl Clerk {
    pub(super) fn say(&self, reply: &Reply, parcel: Option<Parcel>) {
        self.counter.say(&Letter { text: reply.to_text(), parcel });
    }

    async fn answer(&mut self, request: Request, parcel: Option<Parcel>) -> Result<(), Refused> {
        match request {
            Request::Export { scopes, pending, audience, passphrase } => {
                let (name, text, is_partial) = self.export(&scopes, &pending, audience).await;
                self.give(name, &text, is_partial, &passphrase).await?;
            }
            Request::Book { session, pending } => {
                let (name, book) = self.book(session, &pending).await?;
                let parcel = Parcel::new("text/plain", book.book.to_text().as_bytes());
                self.say(&Reply::Booked { name, differs: book.differs.len() }, parcel);
            }
            Request::Read { passphrase } => {
                let parcel = parcel.ok_or(Refused::NotRead)?;
                // An encrypted file is a third larger than what is inside, which is measured again.
                let share = if passphrase.is_empty() { parcel.size() } else { parcel.size() / 4 * 3 };
                Limits::default().check(share).map_err(Refused::File)?;
                let bytes = bytes_of(Some(parcel)).await?;
                let bytes = match passphrase.is_empty() {
                    true => bytes,
                    false => unlocked(&bytes, &passphrase).await.map_err(Refused::Locked)?,
                };
                self.read(Some(bytes)).await.map_err(asking)?;
            }
            Request::ReadSite { path } => self.read(site::file(&path).await).await?,
            Request::TakeIn { choices, label, who } => self.take_in(choices, &label, who).await?,
            Request::Paper { title, document } => {
                let file = docx(&document, &title).and_then(|file| Parcel::new(DOCX, &file));
                self.say(&Reply::Done, Some(file.ok_or(Refused::Stopped)?));
            }
            Request::UndoImport { id } => {
                take_before(PointReason::Undo).await;
                self.store.undo_import(&id).await.map_err(Refused::Store)?;
                self.say(&Reply::Done, None);
            }
            Request::OfRoom { text } => self.about_room(&text, parcel).await?,
            Request::OfPoints { text } => self.about_points(&text).await?,
        }
        Ok(())
    }

    /// Has a file leave, encrypted where a passphrase is given. A file that was to be encrypted never leaves without.
    pub(super) async fn give(
        &self,
        name: String,
        text: &str,
        is_partial: bool,
        passphrase: &str,
    ) -> Result<(), Refused> {
        if passphrase.trim().is_empty() {
            self.say(&Reply::Exported { name, is_partial }, Parcel::new(JSON, text.as_bytes()));
            return Ok(());
        }
        let text = locked(&name, text, passphrase).await.ok_or(Refused::Locked(LockedFault::Unable))?;
        let name = LockedFile::name_of(&name);
        self.say(&Reply::Exported { name, is_partial }, Parcel::new(JSON, text.as_bytes()));
        Ok(())
    }

    /// The name and the text of a file, and whether the store could not be read. A store that fails must not stand in
    /// the way of it: what is not on the disk is in `pending`.
    async fn export(&self, scopes: &[String], pending: &Held, audience: Audience) -> (String, String, bool) {
        let kept = self.kept(scopes).await;
        let is_partial = kept.is_err();
        let Content { mut rows, mut journal, carried } = kept.unwrap_or_default();
        let is_asked = |of: &String| scopes.is_empty() || scopes.contains(of);
        put_newer(&mut rows, pending, scopes);
        let newer = pending.packs.iter().filter_map(|pack| PackedEntry::split(pack).ok()).flatten();
        journal.extend(newer.filter(|entry| is_asked(&entry.scope)));
        let pins = pins_of(&rows);
        self.add_own_sets(&pins, &mut rows, pending).await;
        let schemes = schemes(&pins).await;
        // A name would say what the file is not to say.
        let (about, what) = match audience {
            Audience::Full => (scopes.first().map_or_else(|| "tat ca".to_owned(), |scope| head_name(&rows, scope)), ""),
            Audience::Public => ("tat ca".to_owned(), "CongKhai"),
            Audience::Anonymous => ("tat ca".to_owned(), "AnDanh"),
        };
        let name = file_name(&about, what, clock::today(), "json");
        let content = withhold(Content { rows, journal, carried }, audience);
        (name, export(content, &schemes), is_partial)
    }

    /// The results of a session as a book, and the name of its file.
    async fn book(&self, session: String, pending: &Held) -> Result<(String, ResultsBook), Refused> {
        let id = SessionId::parse(&session).ok_or(Refused::NotRead)?;
        let scopes = [session];
        let mut rows = self.kept(&scopes).await.map(|kept| kept.rows).unwrap_or_default();
        put_newer(&mut rows, pending, &scopes);
        let pins = pins_of(&rows);
        self.add_own_sets(&pins, &mut rows, pending).await;
        let schemes = schemes(&pins).await.with_own(&rows);
        let book = book_of(&rows, &schemes, id).ok_or(Refused::NotRead)?;
        let name = file_name(&head_name(&rows, &scopes[0]), "KetQua", clock::today(), Form::Xlsx.ending());
        Ok((name, book))
    }

    /// A session is read with its own sets: those that it pins go along, from the store or, where they are not on the
    /// disk yet, from `pending`.
    async fn add_own_sets(&self, pins: &[SetPin], rows: &mut Vec<PackedRow>, pending: &Held) {
        let mut wanted = own_sets_of(pins);
        wanted.retain(|id| rows.iter().all(|row| row.id != *id));
        let newer = pending.rows.iter().filter_map(|text| PackedRow::of_text(text.clone()).ok());
        rows.extend(newer.filter(|row| wanted.remove(&row.id)));
        let wanted: Vec<String> = wanted.into_iter().collect();
        if !wanted.is_empty() {
            // What cannot be had is told by the reader of the file: its pins name it.
            rows.extend(self.store.packed(Which::Ids(&wanted)).await.unwrap_or_default());
        }
    }

    /// What the store holds.
    async fn kept(&self, scopes: &[String]) -> Result<Content, StoreError> {
        if scopes.is_empty() {
            let carried = self.store.device(DeviceKey::Carried).await?;
            return Ok(Content {
                rows: self.store.packed(Which::All).await?,
                journal: self.store.journal(None).await?,
                carried: carried.map(|text| Carried::of_text(&text)).unwrap_or_default(),
            });
        }
        let mut content = Content::default();
        for scope in scopes {
            content.rows.extend(self.store.packed(Which::Scope(scope)).await?);
            content.journal.extend(self.store.journal(Some(scope)).await?);
        }
        Ok(content)
    }

    /// Reads a file, and says how far that is and what taking it in would change.
    async fn read(&mut self, bytes: Option<Vec<u8>>) -> Result<(), Refused> {
        let bytes = bytes.ok_or(Refused::NotRead)?;
        if is_raw(&bytes) {
            let raw = read_raw(bytes, Limits::default()).map_err(Refused::File)?;
            let mut plan = plan_of(&self.store, &raw.envelope).await.map_err(Refused::Store)?;
            plan.warnings.extend(raw.unread.into_iter().map(Warning::Unreadable));
            self.say(&Reply::Ready(Preview::of(&plan)), None);
            self.plan = Some(plan);
            return Ok(());
        }
        let mut reader = Reader::new(bytes, Limits::default()).map_err(Refused::File)?;
        loop {
            let progress = reader.step(STRETCH).map_err(Refused::File)?;
            self.say(&Reply::Running { done: progress.done, total: progress.total }, None);
            if progress.is_finished() {
                break;
            }
        }
        let envelope = reader.envelope().ok_or(Refused::NotRead)?;
        let plan = plan_of(&self.store, &envelope).await.map_err(Refused::Store)?;
        self.say(&Reply::Ready(Preview::of(&plan)), None);
        self.plan = Some(plan);
        Ok(())
    }

    async fn take_in(&mut self, choices: Vec<(String, Choice)>, label: &str, who: String) -> Result<(), Refused> {
        let plan = self.plan.take().ok_or(Refused::NotRead)?;
        let mut random = random::ten_bytes;
        let mut act = Act { now: clock::now(), who, random: &mut random };
        let batch = apply(&plan, &choices.into_iter().collect(), label, &mut act);
        drop(plan);
        take_before(PointReason::Import).await;
        self.store.import(&batch, &mut |_, _| ()).await.map_err(Refused::Store)?;
        self.say(&Reply::Done, None);
        Ok(())
    }
}

pub(super) async fn bytes_of(parcel: Option<Parcel>) -> Result<Vec<u8>, Refused> {
    parcel.ok_or(Refused::NotRead)?.bytes().await.ok_or(Refused::NotRead)
}

/// An encrypted file is none that the reader knows: it asks for its passphrase.
fn asking(refused: Refused) -> Refused {
    match refused {
        Refused::File(ImportError::NotOurs { kind: Some(kind) }) if kind == LockedFile::KIND => {
            Refused::Locked(LockedFault::Asks)
        }
        other => other,
    }
}

async fn plan_of(store: &Store, envelope: &Envelope) -> Result<Plan, StoreError> {
    let here = existing(store, envelope).await?;
    let schemes = schemes(&envelope.pins()).await;
    Ok(plan(envelope, &here, &schemes))
}

/// The shipped sets of these pins, as far as the site has them; own ones come with their rows.
async fn schemes(pins: &[SetPin]) -> Schemes {
    let mut schemes = Schemes::default();
    for pin in pins.iter().filter(|pin| pin.decision != OWN_FOLDER) {
        if let Some(scheme) = scheme(pin).await {
            schemes.insert(&pin.decision, &pin.slug, &pin.hash, Rc::new(scheme));
        }
    }
    schemes
}

async fn scheme(pin: &SetPin) -> Option<Scheme> {
    let bytes = site::file(&site::criteria_path(&pin.decision, &pin.slug)).await?;
    if content_hash(&bytes) != pin.hash {
        return None;
    }
    let set = CriteriaSet::read(parse(&bytes)?, &Place::default()).ok()?;
    Scheme::new(&set).ok()
}

/// What the head of a group is called.
fn head_name(rows: &[PackedRow], scope: &str) -> String {
    let heading = rows.iter().find(|row| row.id == scope).and_then(heading);
    match heading {
        Some(
            Heading::Session { name, .. }
            | Heading::Product { name }
            | Heading::Producer { name }
            | Heading::CriteriaSet { name, .. },
        ) => name,
        Some(Heading::Office { unit }) => unit,
        Some(Heading::Plan { title, period }) => ["ke hoach ", &period.from.to_string(), " ", &title].concat(),
        None => "nhom".to_owned(),
    }
}

/// Puts what is not in the store yet over what is.
fn put_newer(rows: &mut Vec<PackedRow>, pending: &Held, scopes: &[String]) {
    let newer = pending.rows.iter().filter_map(|text| PackedRow::of_text(text.clone()).ok());
    for row in newer.filter(|row| scopes.is_empty() || scopes.contains(&row.scope)) {
        rows.retain(|old| old.id != row.id);
        rows.push(row);
    }
}
