//! The desk: one open worksheet, with undo.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::app::App;
use super::sets::LoadedSet;
use crate::domain::council::{FailedMinimum, stars_of_sheet};
use crate::domain::tally::Tally;
use crate::domain::worksheet::{Answer, Gate, Worksheet};
use crate::ledger::{Refusal, SheetEdit, SheetKey};
use crate::platform::clock;

/// How many steps can be taken back.
const UNDO_STEPS: usize = 200;

/// One open worksheet.
///
/// An answer is shown in two steps: in the tap's own frame what the eye waits for, the mark of the option and the
/// points; right after that frame everything that follows from them. `answers` and `totals` are of the first step, the
/// other signals of the second. Any other change is shown whole at once.
#[derive(Clone)]
pub struct Desk {
    app: App,
    /// Which sheet.
    pub key: SheetKey,
    /// Its criteria set.
    pub set: Arc<LoadedSet>,
    /// The sheet as it is.
    now: StoredValue<Arc<Worksheet>>,
    /// Whether it is locked.
    locked: RwSignal<bool>,
    /// The notes by criterion number.
    pub notes: RwSignal<BTreeMap<String, String>>,
    /// The rules that the member found to hold.
    pub findings: RwSignal<BTreeMap<String, String>>,
    /// The overall opinion.
    pub opinion: RwSignal<String>,
    /// The answer of each leaf.
    pub answers: Arc<[RwSignal<Option<Answer>>]>,
    /// How each leaf stands.
    pub standings: Arc<[RwSignal<Standing>]>,
    /// Totals, at once.
    pub totals: RwSignal<Tally>,
    /// The same totals, for what follows from them.
    pub tally: RwSignal<Tally>,
    /// Why the last act was refused.
    pub refusal: RwSignal<Option<Refusal>>,
    /// How often the sheet was read back; the read-back follows it.
    pub read_back: RwSignal<u32>,
    cumulative: bool,
    undo: Steps,
    redo: Steps,
    can_undo: RwSignal<bool>,
    can_redo: RwSignal<bool>,
}

/// Sheets to go back or forth to.
type Steps = StoredValue<Vec<Arc<Worksheet>>>;

/// How a leaf stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It wants an answer.
    Open,
    /// It is answered.
    Done,
    /// It does not count.
    Closed,
}

impl Standing {
    fn of(sheet: &Worksheet, set: &LoadedSet, at: usize) -> Standing {
        match sheet.gate(&set.scheme, at) {
            Gate::Closed => Standing::Closed,
            _ if sheet.answers.contains_key(&set.scheme.leaves[at].number) => Standing::Done,
            _ => Standing::Open,
        }
    }
}

impl Desk {
    /// Lays the sheet with `key` on the desk.
    pub fn new(app: App, key: SheetKey, set: Arc<LoadedSet>, cumulative: bool) -> Desk {
        app.settle();
        let kept = app.ledger.with_untracked(|ledger| ledger.sheet(key).cloned());
        let sheet = kept.unwrap_or_else(|| Worksheet::new(key.session, key.member, key.product));
        let scheme = &set.scheme;
        let answers =
            scheme.leaves.iter().map(|leaf| RwSignal::new(sheet.answers.get(&leaf.number).copied())).collect();
        let standing = |at| RwSignal::new(Standing::of(&sheet, &set, at));
        let standings = (0..scheme.leaves.len()).map(standing).collect();
        let tally = Tally::of(scheme, &sheet);
        Desk {
            app,
            key,
            locked: RwSignal::new(sheet.is_locked()),
            notes: RwSignal::new(sheet.notes.clone()),
            findings: RwSignal::new(sheet.findings.clone()),
            opinion: RwSignal::new(sheet.opinion.clone()),
            now: StoredValue::new(Arc::new(sheet)),
            answers,
            standings,
            totals: RwSignal::new(tally.clone()),
            tally: RwSignal::new(tally),
            refusal: RwSignal::new(None),
            read_back: RwSignal::new(0),
            cumulative,
            undo: StoredValue::new(Vec::new()),
            redo: StoredValue::new(Vec::new()),
            can_undo: RwSignal::new(false),
            can_redo: RwSignal::new(false),
            set,
        }
    }

    /// The sheet as it is; follows nothing.
    pub fn sheet(&self) -> Arc<Worksheet> {
        self.now.get_value()
    }

    /// Whether the sheet is locked.
    pub fn is_locked(&self) -> bool {
        self.locked.get()
    }

    /// Answers leaf `at`.
    pub fn answer(&self, at: usize, answer: Option<Answer>) {
        let Some(leaf) = self.set.scheme.leaves.get(at) else { return };
        self.undoable(SheetEdit::Answer(leaf.number.clone(), answer));
    }

    /// Writes the note of leaf `at`, after a pause in typing.
    pub fn write_note(&self, at: usize, text: String) {
        let Some(leaf) = self.set.scheme.leaves.get(at) else { return };
        let (desk, number) = (self.clone(), leaf.number.clone());
        self.app.typing.later(number.clone(), move || desk.undoable(SheetEdit::Note(number, text)));
    }

    /// Says that the rule with this key holds, with the reason, or that it does not.
    pub fn find(&self, key: &str, reason: Option<String>) {
        self.undoable(SheetEdit::Finding(key.to_owned(), reason));
    }

    /// Writes the overall opinion, after a pause in typing.
    pub fn write_opinion(&self, text: String) {
        let desk = self.clone();
        self.app.typing.later("opinion".to_owned(), move || desk.undoable(SheetEdit::Opinion(text)));
    }

    /// Hands over at once what is being typed.
    pub fn typed(&self) {
        self.app.typing.now();
    }

    /// Locks the sheet; answers whether it is locked now.
    pub fn lock(&self) -> bool {
        self.typed();
        let locked = self.act(SheetEdit::Lock);
        self.app.settle();
        if locked {
            self.undo.set_value(Vec::new());
            self.redo.set_value(Vec::new());
            self.follow();
        }
        locked
    }

    /// Opens the locked sheet again.
    pub fn reopen(&self, reason: String) -> bool {
        let reopened = self.act(SheetEdit::Reopen(reason));
        self.app.settle();
        self.follow();
        reopened
    }

    /// Takes the last step back.
    pub fn undo(&self) {
        step(self, self.undo, self.redo);
    }

    /// Does the last undone step again.
    pub fn redo(&self) {
        step(self, self.redo, self.undo);
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        self.can_undo.get()
    }

    /// Whether there is an undone step.
    pub fn can_redo(&self) -> bool {
        self.can_redo.get()
    }

    /// The next leaf after `from` that wants an answer, going round.
    pub fn next_open(&self, from: Option<usize>) -> Option<usize> {
        let open = self.sheet().unanswered(&self.set.scheme);
        open.iter().copied().find(|at| from.is_none_or(|from| *at > from)).or_else(|| open.first().copied())
    }

    /// Band by points, stars, and the missed minimum marks of the sheet as it stands.
    pub fn stars(&self) -> (u8, u8, Vec<FailedMinimum>) {
        self.tally.with(|tally| stars_of_sheet(&self.set.scheme, tally, self.cumulative))
    }

    fn undoable(&self, edit: SheetEdit) {
        let before = self.sheet();
        let is_answer = matches!(edit, SheetEdit::Answer(..));
        if !self.act(edit) {
            return;
        }
        self.redo.update_value(Vec::clear);
        self.undo.update_value(|steps| {
            if steps.len() == UNDO_STEPS {
                steps.remove(0);
            }
            steps.push(before);
        });
        if is_answer {
            let desk = self.clone();
            self.app.after_frame(move || desk.follow());
        } else {
            self.follow();
        }
    }

    /// Tries `edit`, shows the first step of what becomes of it, and hands it over to be recorded; answers whether
    /// anything changed.
    fn act(&self, edit: SheetEdit) -> bool {
        let now = clock::now();
        let before = self.sheet();
        let mut sheet = Worksheet::clone(&before);
        match edit.clone().apply(&mut sheet, &self.set.scheme, now) {
            Ok(_) if sheet == *before => false,
            Ok(_) => {
                self.show(&sheet);
                self.now.set_value(Arc::new(sheet));
                self.app.edit_sheet(self.key, self.set.clone(), edit, now);
                true
            }
            Err(refusal) => {
                self.refusal.set(Some(refusal));
                false
            }
        }
    }

    /// The first step.
    fn show(&self, sheet: &Worksheet) {
        let scheme = &self.set.scheme;
        for (at, leaf) in scheme.leaves.iter().enumerate() {
            put(self.answers[at], &sheet.answers.get(&leaf.number).copied());
        }
        put(self.refusal, &None);
        self.totals.set(Tally::of(scheme, sheet));
    }

    /// Another tab wrote: shows the sheet as the ledger has it now, unless something was done here that is not recorded yet.
    /// Steps of before cannot be taken back any more.
    pub fn take_news(&self) {
        let kept = self.app.ledger.with_untracked(|ledger| ledger.sheet(self.key).cloned());
        let Some(kept) = kept.filter(|kept| !self.app.handing.get_untracked() && *kept != *self.sheet()) else {
            return;
        };
        self.undo.set_value(Vec::new());
        self.redo.set_value(Vec::new());
        self.show(&kept);
        self.now.set_value(Arc::new(kept));
        self.follow();
    }

    /// The second step: brings everything up to the sheet as it is, touching only what differs.
    pub fn follow(&self) {
        let sheet = self.sheet();
        for at in 0..self.standings.len() {
            put(self.standings[at], &Standing::of(&sheet, &self.set, at));
        }
        put(self.locked, &sheet.is_locked());
        put(self.notes, &sheet.notes);
        put(self.findings, &sheet.findings);
        put(self.opinion, &sheet.opinion);
        put(self.can_undo, &self.undo.with_value(|steps| !steps.is_empty()));
        put(self.can_redo, &self.redo.with_value(|steps| !steps.is_empty()));
        if let Some(tally) = self.totals.try_get_untracked() {
            put(self.tally, &tally);
        }
    }
}

/// Sets a signal when its value differs; the page may be gone by then.
fn put<T: Clone + PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: &T) {
    if signal.try_with_untracked(|shown| shown != value) == Some(true) {
        signal.set(value.clone());
    }
}

fn step(desk: &Desk, from: Steps, to: Steps) {
    desk.typed();
    let Some(target) = from.try_update_value(Vec::pop).flatten() else { return };
    let before = desk.sheet();
    if desk.act(SheetEdit::Restore(Box::new(Worksheet::clone(&target)))) {
        to.update_value(|steps| steps.push(before));
    }
    desk.follow();
}
