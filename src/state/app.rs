//! The app's state as a whole.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::arrivals::Arrivals;
use super::care::Care;
use super::files::Exporting;
use super::latch::Latch;
use super::outbox::Outbox;
use super::saver::Saver;
use super::sets::{LoadedSet, SetFault, Sets};
use super::turn::Turn;
use super::typing::Typing;
use crate::codec::Fault;
use crate::domain::criteria::{DecisionIndex, SetPin};
use crate::domain::moment::Moment;
use crate::domain::session::{MemberId, ProductId, Session, SessionId};
use crate::ledger::{Act, Change, Ledger, Refusal, SheetEdit, SheetKey};
use crate::platform::preferences::Preference;
use crate::platform::{clock, dom, random};
use crate::schema::{Kind, Row};
use crate::storage::{Loaded, Store, StoreError, Which};

/// Everything the pages share. Copied freely; its signals live as long as the program.
#[derive(Clone, Copy)]
pub struct App {
    /// The records that are loaded.
    pub ledger: RwSignal<Ledger>,
    /// How far the store is read.
    pub opening: RwSignal<Opening>,
    /// Why the store cannot be used, or was lost; records then live until the page closes.
    pub store_fault: RwSignal<Option<StoreError>>,
    /// How many stored records could not be read; they are left as they are.
    pub unread: RwSignal<usize>,
    /// What became of the last export.
    pub exporting: RwSignal<Option<Exporting>>,
    /// Files that are ready to leave.
    pub outbox: Outbox,
    /// Files that came from outside.
    pub arrivals: Arrivals,
    /// The writer.
    pub saver: Saver,
    /// Whether this tab may write.
    pub turn: Turn,
    /// Counts what other tabs wrote into the ledger.
    pub news: RwSignal<u32>,
    /// How safe the data is.
    pub care: Care,
    /// The PIN that covers the screen.
    pub latch: Latch,
    /// Text that is being typed.
    pub typing: Typing,
    /// Criteria sets.
    pub sets: Sets,
    /// The whole app is on the device.
    pub offline_ready: RwSignal<bool>,
    /// A new version waits for the person's word.
    pub update_waits: RwSignal<bool>,
    /// Self-checks without an answer: each is written together with the first act on it, and not at all without one.
    begun: StoredValue<Vec<(String, Change)>>,
    /// The sessions whose sheets are loaded.
    pub(super) loaded: StoredValue<Vec<SessionId>>,
    /// Acts that are shown but not yet recorded.
    handed: StoredValue<Vec<Handed>>,
    /// What is to be shown once the frame under way is painted.
    to_show: StoredValue<Option<Shower>, LocalStorage>,
    /// Whether there are such acts.
    pub handing: RwSignal<bool>,
    /// Acts that were shown but could not be recorded: a fault of the program, never called saved.
    pub refused: RwSignal<usize>,
    /// The program is about to end for a page of another one.
    pub(super) leaving: StoredValue<bool>,
    /// The books besides the ledger that are open.
    pub(super) books: StoredValue<Vec<Book>, LocalStorage>,
    /// The way to another page; the frame sets it.
    way: StoredValue<Option<Way>, LocalStorage>,
}

/// An act that is shown but not yet recorded.
struct Handed {
    key: SheetKey,
    set: Arc<LoadedSet>,
    edit: SheetEdit,
    now: Moment,
}

/// Shows what follows from an act.
type Shower = Box<dyn FnOnce()>;

/// A book besides the ledger.
pub(super) struct Book {
    /// Its rows.
    pub rows: Box<dyn Fn() -> Vec<Row>>,
    /// Takes in what another tab wrote; rows of other kinds are passed over.
    pub absorb: Box<dyn Fn(Vec<Row>)>,
}

/// Goes to a page, by its path under the site.
type Way = Box<dyn Fn(&str)>;

/// How far the store is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Not yet.
    Waiting,
    /// The sessions are loaded, as far as there are any.
    Ready,
}

impl App {
    /// Starts with an empty ledger over `store`, and loads the sessions. Without a store the records live in memory, and
    /// the saving sign says so.
    pub fn start(store: Store) -> App {
        let saver = Saver::new(store, clock::now);
        let app = App {
            ledger: RwSignal::new(Ledger::default()),
            opening: RwSignal::new(Opening::Waiting),
            store_fault: RwSignal::new(None),
            exporting: RwSignal::new(None),
            outbox: Outbox::default(),
            arrivals: Arrivals::default(),
            saver,
            turn: Turn::new(),
            news: RwSignal::new(0),
            care: Care::new(),
            latch: Latch::new(),
            typing: Typing::new(),
            sets: Sets::new(saver),
            offline_ready: RwSignal::new(false),
            update_waits: RwSignal::new(false),
            begun: StoredValue::new(Vec::new()),
            unread: RwSignal::new(0),
            loaded: StoredValue::new(Vec::new()),
            handed: StoredValue::new(Vec::new()),
            to_show: StoredValue::new_local(None),
            handing: RwSignal::new(false),
            refused: RwSignal::new(0),
            leaving: StoredValue::new(false),
            books: StoredValue::new_local(Vec::new()),
            way: StoredValue::new_local(None),
        };
        saver.takes_turns(app);
        app.turn.start(app);
        spawn_local(async move {
            // Making a database takes a weak device long, and a new one has nothing to wait for.
            if !app.has_known_rows() && Store::is_surely_empty().await {
                app.care.is_new.set_value(true);
                app.opening.set(Opening::Ready);
                // What shows that it waits is painted first, then the page.
                clock::painted().await;
                clock::painted().await;
            }
            let rows = app.load(Which::Kind(Kind::Session)).await;
            clock::mark("sessions");
            app.look_for_loss(rows).await;
            if app.opening.get_untracked() == Opening::Waiting {
                app.opening.set(Opening::Ready);
            }
        });
        app
    }

    /// Puts the look on the page and keeps it for the next time.
    pub fn choose_theme(self, theme: &str) {
        dom::set_theme(theme);
        Preference::Theme.set(theme);
    }

    /// The look that was chosen, if any.
    pub fn theme(self) -> Option<String> {
        Preference::Theme.value()
    }

    /// Says how to read a further book and how it takes in what another tab wrote. What is open there goes into a file
    /// that the store cannot give.
    pub fn opens_book(self, rows: impl Fn() -> Vec<Row> + 'static, absorb: impl Fn(Vec<Row>) + 'static) {
        self.books.update_value(|books| books.push(Book { rows: Box::new(rows), absorb: Box::new(absorb) }));
    }

    /// Every record that is open, of all books.
    pub(super) fn open_rows(self) -> Vec<Row> {
        let mut rows = self.ledger.with_untracked(Ledger::rows);
        self.books.with_value(|books| rows.extend(books.iter().flat_map(|book| (book.rows)())));
        rows
    }

    /// Says how to go to another page.
    pub fn set_way(self, way: impl Fn(&str) + 'static) {
        self.way.set_value(Some(Box::new(way)));
    }

    /// Goes to a page, by its path under the site.
    pub fn go(self, path: &str) {
        self.way.with_value(|way| {
            if let Some(way) = way {
                way(path);
            }
        });
    }

    /// Loads what belongs to a session.
    pub async fn load_session(self, id: SessionId) {
        self.settle();
        let already = self.loaded.with_value(|loaded| loaded.contains(&id));
        if !already {
            self.load(Which::Scope(&id.to_string())).await;
            self.loaded.update_value(|loaded| loaded.push(id));
        }
    }

    /// Reads the sessions anew, after the store changed beside the ledger.
    pub(super) async fn reload(self) {
        self.ledger.set(Ledger::default());
        self.loaded.set_value(Vec::new());
        self.begun.set_value(Vec::new());
        self.load(Which::Kind(Kind::Session)).await;
    }

    async fn load(self, which: Which<'_>) -> usize {
        let mut absorb = |rows| self.ledger.try_update(|ledger| ledger.absorb(rows)).unwrap_or_default();
        self.absorb_from_store(which, &mut absorb).await
    }

    /// Has rows of the store taken in, and answers how many there were; those that cannot be understood are counted, and a
    /// store that fails is waited for.
    pub(super) async fn absorb_from_store(
        self,
        which: Which<'_>,
        absorb: &mut dyn FnMut(Vec<Row>) -> Vec<(String, Fault)>,
    ) -> usize {
        let mut rows = self.rows_at_rest(which).await;
        let count = rows.len();
        // In stretches, so that the page answers while much is read.
        while !rows.is_empty() {
            let rest = rows.split_off(rows.len().min(STRETCH));
            let loaded = Loaded::of(std::mem::replace(&mut rows, rest));
            let unread = loaded.left.len();
            let faults = absorb(loaded.rows);
            if unread + faults.len() > 0 {
                self.unread.update(|count| *count += unread + faults.len());
            }
            if !rows.is_empty() {
                clock::breathe().await;
            }
        }
        count
    }

    /// The set that `pin` names.
    pub async fn set(self, pin: &SetPin) -> Result<Arc<LoadedSet>, SetFault> {
        self.sets.pinned(pin).await
    }

    /// The list of sets of a decision.
    pub async fn index(self, decision: &str) -> Result<Arc<DecisionIndex>, SetFault> {
        self.sets.index(decision).await
    }

    /// A new id.
    pub fn new_id<K>(self) -> crate::domain::id::Id<K> {
        crate::domain::id::Id::new(clock::now().0, random::ten_bytes())
    }

    /// The self-check with this set: the one that is there, or a new one that is kept from its first answer on.
    pub fn self_check(self, pin: &SetPin) -> (SessionId, MemberId, ProductId) {
        let found = self.ledger.with_untracked(|ledger| {
            let own = |(id, session): (SessionId, &Session)| {
                let product = session.products.first().filter(|product| product.set.is_same_set(pin))?;
                Some((id, session.members.first()?.id, product.id)).filter(|_| session.is_try_out())
            };
            ledger.sessions().into_iter().find_map(own)
        });
        if let Some(found) = found {
            return found;
        }
        let (id, member, product) = (self.new_id(), self.new_id(), self.new_id());
        if let Some(date) = clock::today() {
            let session = Session::self_check(date, pin.clone(), member, product);
            let change = self.act(OFFICE, clock::now(), |ledger, act| Ok(ledger.save_session(id, session, act)));
            self.begun.update_value(|begun| begun.push((id.to_string(), change.unwrap_or_default())));
            self.loaded.update_value(|loaded| loaded.push(id));
        }
        (id, member, product)
    }

    /// Whether a session is only begun: a self-check without an answer.
    pub fn is_only_begun(self, id: SessionId) -> bool {
        self.begun.with_value(|begun| begun.iter().any(|(of, _)| *of == id.to_string()))
    }

    /// Keeps a self-check without an answer after all when an address names it: another program is to show it.
    pub(super) fn keep_begun(self, path: &str) {
        let named = self.begun.try_update_value(|begun| {
            let at = begun.iter().position(|(id, _)| path.contains(id.as_str()))?;
            Some(begun.remove(at).1)
        });
        self.saver.enqueue(named.flatten().unwrap_or_default());
    }

    /// Creates or changes a session.
    pub fn save_session(self, id: SessionId, session: Session) {
        self.settle();
        self.commit(OFFICE, clock::now(), |ledger, act| Ok(ledger.save_session(id, session, act))).ok();
    }

    /// Deletes a session; its sheets must be loaded.
    pub fn delete_session(self, id: SessionId) {
        self.settle();
        self.commit(OFFICE, clock::now(), |ledger, act| Ok(ledger.delete_session(id, act))).ok();
    }

    /// Does an act on a sheet that was tried on the screen already, at `now`: the record follows the paint, so that a
    /// tap never waits for it. Until then the saving sign says that it is being saved.
    pub fn edit_sheet(self, key: SheetKey, set: Arc<LoadedSet>, edit: SheetEdit, now: Moment) {
        let is_first = self.handed.try_update_value(|handed| {
            handed.push(Handed { key, set, edit, now });
            handed.len() == 1
        });
        if is_first == Some(true) {
            if !self.handing.get_untracked() {
                self.handing.set(true);
            }
            clock::after_paint(move || {
                if let Some(show) = self.to_show.try_update_value(Option::take).flatten() {
                    show();
                }
                self.settle();
            });
        }
    }

    /// Has `show` called right after the frame that shows the act just handed over, before the act is recorded; in
    /// place of what was to be called then.
    pub(super) fn after_frame(self, show: impl FnOnce() + 'static) {
        self.to_show.set_value(Some(Box::new(show)));
    }

    /// Records at once what was handed over. To be called before the ledger is read for anything but a sheet in hand.
    pub fn settle(self) {
        for Handed { key, set, edit, now } in self.handed.try_update_value(std::mem::take).unwrap_or_default() {
            let done =
                self.commit(&key.member.to_string(), now, |ledger, act| ledger.edit_sheet(key, &set.scheme, edit, act));
            if done.is_err() {
                self.refused.update(|count| *count += 1);
            }
        }
        if self.handing.get_untracked() {
            self.handing.set(false);
        }
    }

    /// Does an act and has it written; answers whether anything changed.
    fn commit(
        self,
        who: &str,
        now: Moment,
        act: impl FnOnce(&mut Ledger, &mut Act<'_>) -> Result<Change, Refusal>,
    ) -> Result<bool, Refusal> {
        let done = self.act(who, now, act)?;
        if done.is_empty() {
            return Ok(false);
        }
        let mut change = Change::default();
        self.begun.update_value(|begun| {
            for row in &done.rows {
                if let Some(at) = begun.iter().position(|(of, _)| *of == row.scope) {
                    let (_, first) = begun.remove(at);
                    change.rows.extend(first.rows);
                    change.entries.extend(first.entries);
                }
            }
        });
        change.rows.extend(done.rows);
        change.entries.extend(done.entries);
        self.saver.enqueue(change);
        Ok(true)
    }

    fn act(
        self,
        who: &str,
        now: Moment,
        act: impl FnOnce(&mut Ledger, &mut Act<'_>) -> Result<Change, Refusal>,
    ) -> Result<Change, Refusal> {
        let mut random = random::ten_bytes;
        let mut circumstances = Act { now, who: who.to_owned(), random: &mut random };
        self.ledger.try_update(|ledger| act(ledger, &mut circumstances)).unwrap_or(Ok(Change::default()))
    }
}

/// Rows that are read at a stretch: some tens of milliseconds on a weak tablet.
const STRETCH: usize = 150;

/// Who acts when no member does.
pub(super) const OFFICE: &str = "office";
