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
/// `answers` holds one signal per leaf, so that a tap touches only what it changes; `sheet` is the whole.
#[derive(Clone)]
pub struct Desk {
    app: App,
    /// Which sheet.
    pub key: SheetKey,
    /// Its criteria set.
    pub set: Arc<LoadedSet>,
    /// The sheet as it is. Follow the narrower signals where one is enough: a tap changes this one each time.
    pub sheet: RwSignal<Arc<Worksheet>>,
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
    /// Whether each leaf counts.
    pub gates: Arc<[RwSignal<Gate>]>,
    /// Totals.
    pub tally: RwSignal<Tally>,
    /// Why the last act was refused.
    pub refusal: RwSignal<Option<Refusal>>,
    /// How often the sheet was read back; the read-back follows it.
    pub read_back: RwSignal<u32>,
    cumulative: bool,
    undo: RwSignal<Vec<Arc<Worksheet>>>,
    redo: RwSignal<Vec<Arc<Worksheet>>>,
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
        let gates = (0..scheme.leaves.len()).map(|at| RwSignal::new(sheet.gate(scheme, at))).collect();
        let tally = RwSignal::new(Tally::of(scheme, &sheet));
        Desk {
            app,
            key,
            locked: RwSignal::new(sheet.is_locked()),
            notes: RwSignal::new(sheet.notes.clone()),
            findings: RwSignal::new(sheet.findings.clone()),
            opinion: RwSignal::new(sheet.opinion.clone()),
            sheet: RwSignal::new(Arc::new(sheet)),
            answers,
            gates,
            tally,
            refusal: RwSignal::new(None),
            read_back: RwSignal::new(0),
            cumulative,
            undo: RwSignal::new(Vec::new()),
            redo: RwSignal::new(Vec::new()),
            set,
        }
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
            self.undo.set(Vec::new());
            self.redo.set(Vec::new());
        }
        locked
    }

    /// Opens the locked sheet again.
    pub fn reopen(&self, reason: String) -> bool {
        let reopened = self.act(SheetEdit::Reopen(reason));
        self.app.settle();
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
        self.undo.with(|steps| !steps.is_empty())
    }

    /// Whether there is an undone step.
    pub fn can_redo(&self) -> bool {
        self.redo.with(|steps| !steps.is_empty())
    }

    /// The next leaf after `from` that wants an answer, going round.
    pub fn next_open(&self, from: Option<usize>) -> Option<usize> {
        let open = self.sheet.with_untracked(|sheet| sheet.unanswered(&self.set.scheme));
        open.iter().copied().find(|at| from.is_none_or(|from| *at > from)).or_else(|| open.first().copied())
    }

    /// Band by points, stars, and the missed minimum marks of the sheet as it stands.
    pub fn stars(&self) -> (u8, u8, Vec<FailedMinimum>) {
        self.tally.with(|tally| stars_of_sheet(&self.set.scheme, tally, self.cumulative))
    }

    fn undoable(&self, edit: SheetEdit) {
        let before = self.sheet.get_untracked();
        if self.act(edit) {
            self.redo.update(Vec::clear);
            self.undo.update(|steps| {
                if steps.len() == UNDO_STEPS {
                    steps.remove(0);
                }
                steps.push(before);
            });
        }
    }

    /// Tries `edit`, shows what becomes of it, and hands it over to be recorded; answers whether anything changed.
    fn act(&self, edit: SheetEdit) -> bool {
        let now = clock::now();
        let before = self.sheet.get_untracked();
        let mut sheet = Worksheet::clone(&before);
        match edit.clone().apply(&mut sheet, &self.set.scheme, now) {
            Ok(_) if sheet == *before => false,
            Ok(_) => {
                self.show(sheet);
                self.app.edit_sheet(self.key, self.set.clone(), edit, now);
                true
            }
            Err(refusal) => {
                self.refusal.set(Some(refusal));
                false
            }
        }
    }

    /// Brings the signals up to `sheet`, touching only what differs.
    fn show(&self, sheet: Worksheet) {
        let scheme = &self.set.scheme;
        for (at, leaf) in scheme.leaves.iter().enumerate() {
            put(self.answers[at], &sheet.answers.get(&leaf.number).copied());
            put(self.gates[at], &sheet.gate(scheme, at));
        }
        put(self.locked, &sheet.is_locked());
        put(self.notes, &sheet.notes);
        put(self.findings, &sheet.findings);
        put(self.opinion, &sheet.opinion);
        put(self.refusal, &None);
        self.tally.set(Tally::of(scheme, &sheet));
        self.sheet.set(Arc::new(sheet));
    }
}

/// Sets a signal when its value differs.
fn put<T: Clone + PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: &T) {
    if signal.with_untracked(|shown| shown != value) {
        signal.set(value.clone());
    }
}

fn step(desk: &Desk, from: RwSignal<Vec<Arc<Worksheet>>>, to: RwSignal<Vec<Arc<Worksheet>>>) {
    desk.typed();
    let Some(target) = from.try_update(Vec::pop).flatten() else { return };
    let before = desk.sheet.get_untracked();
    if desk.act(SheetEdit::Restore(Box::new(Worksheet::clone(&target)))) {
        to.update(|steps| steps.push(before));
    }
}
