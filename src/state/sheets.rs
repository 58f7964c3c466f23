//! Spreadsheets: lists and results out, lists in. Programs in workers do it; here is what the page waits for.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::errand::{Errand, Side};
use super::files::Exporting;
use super::outbox::Handing;
use crate::domain::session::SessionId;
use crate::exchange::file_name;
use crate::exchange::sheets::{Form, Found, NotOpened};
use crate::platform::clock;
use crate::platform::files::{Parcel, Picked};
use crate::platform::line::Letter;
use crate::storage::Held;
use crate::worker::{Answer, Order, Refused, Reply, Request};

/// How far a spreadsheet or a document is that a person opens.
#[derive(Clone)]
pub enum SheetFileNow {
    /// Being looked through or read: how much of how much.
    Running,
    /// What is in it; a sheet is to be chosen.
    Found(Found),
    /// The cells of a sheet as text with tabs, or the text of a document, and what was found in the file.
    Read(String, Found),
    /// It is not read.
    NotOpened(NotOpened),
    /// The program for it could not be started, or ended.
    Failed(Refused),
}

/// A spreadsheet or a document that a person opens. Copied freely.
#[derive(Clone, Copy)]
pub struct SheetFile {
    /// How far it is; `None`: there is none.
    pub now: RwSignal<Option<SheetFileNow>, LocalStorage>,
    /// While it runs: how much of how much.
    pub progress: RwSignal<(usize, usize)>,
    errand: StoredValue<Option<Errand>, LocalStorage>,
    found: StoredValue<Found>,
}

impl Default for SheetFile {
    fn default() -> SheetFile {
        SheetFile {
            now: RwSignal::new_local(None),
            progress: RwSignal::new((0, 1)),
            errand: StoredValue::new_local(None),
            found: StoredValue::new(Found::default()),
        }
    }
}

impl SheetFile {
    /// Has a file looked through. With one sheet in sight it is read at once, otherwise one is to be chosen.
    pub fn open(self, file: &Picked) {
        self.begin(file, Order::Open);
    }

    /// Has the text of a document read: [`SheetFileNow::Read`].
    pub fn open_text(self, file: &Picked) {
        self.begin(file, Order::Text);
    }

    fn begin(self, file: &Picked, order: Order) {
        self.close();
        let (errand, parcel) = (Errand::to(Side::Reader), file.parcel());
        self.errand.set_value(Some(errand.clone()));
        self.run();
        spawn_local(async move {
            let next = match errand.letter().await.and_then(|letter| Answer::of_text(&letter.text)) {
                Some(Answer::Here) => {
                    errand.send(Letter { text: order.to_text(), parcel: Some(parcel) });
                    self.answer(&errand).await
                }
                _ => Some(SheetFileNow::Failed(Refused::NotStarted)),
            };
            if let Some(SheetFileNow::Found(found)) = &next {
                let seen: Vec<usize> = (0..found.sheets.len()).filter(|at| !found.sheets[*at].is_hidden).collect();
                self.found.try_update_value(|own| *own = found.clone());
                if let (false, [only]) = (errand.is_stopped(), &seen[..]) {
                    return self.take(*only);
                }
            }
            self.tell(&errand, next);
        });
    }

    /// Has one of the sheets found read.
    pub fn take(self, sheet: usize) {
        let Some(Some(errand)) = self.errand.try_with_value(Clone::clone) else { return };
        self.run();
        errand.send(Letter { text: Order::Take { sheet }.to_text(), parcel: None });
        spawn_local(async move {
            let next = self.answer(&errand).await;
            self.tell(&errand, next);
        });
    }

    /// Whether there is something to be seen of it.
    pub fn is_open(self) -> bool {
        let is_shown = |now: &Option<SheetFileNow>| !matches!(now, None | Some(SheetFileNow::Read(..)));
        self.now.try_with_untracked(is_shown).unwrap_or_default()
    }

    /// Ends it, whatever it does.
    pub fn close(self) {
        self.stop();
        let _ = self.now.try_set(None);
    }

    /// Ends the work for it where nobody looks any more.
    pub fn stop(self) {
        if let Some(Some(errand)) = self.errand.try_update_value(Option::take) {
            errand.stop();
        }
    }

    fn run(self) {
        let _ = self.progress.try_set((0, 1));
        let _ = self.now.try_set(Some(SheetFileNow::Running));
    }

    fn tell(self, errand: &Errand, next: Option<SheetFileNow>) {
        if let (false, Some(next)) = (errand.is_stopped(), next) {
            let _ = self.now.try_set(Some(next));
        }
    }

    async fn answer(self, errand: &Errand) -> Option<SheetFileNow> {
        loop {
            let Some(letter) = errand.letter().await else {
                return Some(SheetFileNow::Failed(Refused::Stopped));
            };
            return Some(match Answer::of_text(&letter.text) {
                Some(Answer::Running { done, total }) => match self.progress.try_set((done, total)) {
                    None => continue,
                    // Nobody waits any more.
                    Some(_) => return None,
                },
                Some(Answer::Found(found)) => SheetFileNow::Found(found),
                Some(Answer::NotOpened(why)) => SheetFileNow::NotOpened(why),
                Some(Answer::Block) => match text_of(letter.parcel).await {
                    Some(text) => SheetFileNow::Read(text, self.found.try_get_value().unwrap_or_default()),
                    None => SheetFileNow::Failed(Refused::Stopped),
                },
                _ => SheetFileNow::Failed(Refused::NotStarted),
            });
        }
    }
}

async fn text_of(parcel: Option<Parcel>) -> Option<String> {
    String::from_utf8(parcel?.bytes().await?).ok()
}

impl App {
    /// Has a book written, by its text as it travels; `about` and `what` name the file.
    pub fn write_book(self, book: &str, form: Form, (about, what): (&str, &str), handing: Handing) {
        let name = file_name(about, what, clock::today(), form.ending());
        let parcel = Parcel::new("text/plain", book.as_bytes());
        self.exporting.set(Some(Exporting::Running));
        spawn_local(async move {
            let outcome = match parcel {
                Some(parcel) => self.written_book(name, parcel, form, handing).await,
                None => Some(Exporting::Failed),
            };
            if let Some(outcome) = outcome {
                self.exporting.set(Some(outcome));
            }
        });
    }

    /// Has the results of a session written as a workbook whose formulas recompute them.
    pub fn write_results(self, id: SessionId, handing: Handing) {
        self.exporting.set(Some(Exporting::Running));
        spawn_local(async move {
            // A store that fails must not stand in the way of the file: what is not on the disk goes along.
            let _ = self.quiet().await;
            let pending = Held::of(&self.saver.pending_changes());
            let errand = Errand::start();
            self.outbox.begin(&errand);
            let made = self.made_book(&errand, Request::Book { session: id.to_string(), pending }).await;
            if errand.is_stopped() {
                return;
            }
            let outcome = match made {
                Some((name, book, differs)) => {
                    let written = self.written_book(name, book, Form::Xlsx, handing).await;
                    // A book that is not verified leaves too: it says so itself, and so does the page.
                    written.map(|outcome| match outcome {
                        Exporting::Done if differs > 0 => Exporting::NotVerified,
                        outcome => outcome,
                    })
                }
                None => Some(Exporting::NotWritten),
            };
            if let Some(outcome) = outcome {
                self.exporting.set(Some(outcome));
            }
        });
    }

    async fn made_book(self, errand: &Errand, request: Request) -> Option<(String, Parcel, usize)> {
        errand.begin().await.ok()?;
        errand.ask(&request, None);
        match errand.hear().await.ok()? {
            (Reply::Booked { name, differs }, Some(book)) => Some((name, book, differs)),
            _ => None,
        }
    }

    /// `None`: the person stopped it.
    async fn written_book(self, name: String, book: Parcel, form: Form, handing: Handing) -> Option<Exporting> {
        let errand = Errand::to(Side::Writer);
        self.outbox.begin(&errand);
        let mut first = Some(Letter { text: Order::Write { form }.to_text(), parcel: Some(book) });
        let outcome = loop {
            let Some(letter) = errand.letter().await else { break Exporting::NotWritten };
            match (Answer::of_text(&letter.text), letter.parcel) {
                (Some(Answer::Here), _) => match first.take() {
                    Some(order) => errand.send(order),
                    None => break Exporting::NotWritten,
                },
                (Some(Answer::Running { done, total }), _) => self.outbox.progress.set((done, total)),
                (Some(Answer::Written), Some(file)) => break self.hand_out(name, file, handing),
                _ => break Exporting::NotWritten,
            }
        };
        (!errand.is_stopped()).then_some(outcome)
    }
}
