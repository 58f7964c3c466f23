//! The dialog in which progress is noted, with what was noted before.

use leptos::prelude::*;

use crate::domain::date::Date;
use crate::domain::money::Quantity;
use crate::domain::plan::PlanId;
use crate::domain::plan::follow::{NotedState, PlanNote, PlanNoteId};
use crate::platform::dom;
use crate::state::Plans;
use crate::text::{plan_follow as words, shell};
use crate::ui::{
    Choice, Node, actions, area, button, classed, date_box, dialog, el, paragraph, select, text, text_box,
};

const DIALOG: &str = "ghi-tien-do";

/// The form. One for the page; it is about one entry at a time.
#[derive(Clone, Copy)]
pub struct NoteForm {
    plans: Plans,
    plan: PlanId,
    entry: RwSignal<(String, String)>,
    is_target: RwSignal<bool>,
    state: RwSignal<String>,
    on: RwSignal<String>,
    done_on: RwSignal<String>,
    expected: RwSignal<String>,
    output: RwSignal<String>,
    number: RwSignal<String>,
    note: RwSignal<String>,
    by: RwSignal<String>,
    refused: RwSignal<Option<&'static str>>,
    taken: RwSignal<Option<(PlanNoteId, PlanNote)>>,
}

impl NoteForm {
    /// A form about nothing yet.
    pub fn new(plans: Plans, plan: PlanId) -> NoteForm {
        let empty = || RwSignal::new(String::new());
        NoteForm {
            plans,
            plan,
            entry: RwSignal::new((String::new(), String::new())),
            is_target: RwSignal::new(false),
            state: empty(),
            on: empty(),
            done_on: empty(),
            expected: empty(),
            output: empty(),
            number: empty(),
            note: empty(),
            by: empty(),
            refused: RwSignal::new(None),
            taken: RwSignal::new(None),
        }
    }

    /// The button that opens it about an entry.
    pub fn button(self, key: &str, title: &str, is_target: bool) -> Node {
        let (key, title) = (key.to_owned(), title.to_owned());
        let label = [words::NOTE.get(), ": ", &title].concat();
        button("quiet", words::NOTE.get(), move || self.open(&key, &title, is_target)).attr("aria-label", &label)
    }

    fn open(self, key: &str, title: &str, is_target: bool) {
        self.entry.set((key.to_owned(), title.to_owned()));
        self.is_target.set(is_target);
        for field in [self.state, self.done_on, self.expected, self.output, self.number, self.note] {
            field.set(String::new());
        }
        self.on.set(self.plans.records.today.map(|day| day.to_string()).unwrap_or_default());
        self.refused.set(None);
        self.taken.set(None);
        dom::show_dialog(DIALOG, true);
    }

    fn made(self) -> Result<PlanNote, &'static str> {
        let (key, title) = self.entry.get_untracked();
        let on = Date::parse(&self.on.get_untracked()).ok_or(words::NEED_DAY.get())?;
        let number = self.number.get_untracked();
        let reached = match number.trim() {
            "" => None,
            typed => Some(Quantity::parse(typed).ok_or(words::BAD_NUMBER.get())?),
        };
        let trimmed = |field: RwSignal<String>| field.get_untracked().trim().to_owned();
        let state = NotedState::of_word(&self.state.get_untracked());
        let note = PlanNote {
            state,
            done_on: Date::parse(&self.done_on.get_untracked()).filter(|_| state == Some(NotedState::Done)),
            expected: Date::parse(&self.expected.get_untracked()),
            output: trimmed(self.output),
            reached,
            note: trimmed(self.note),
            by: trimmed(self.by),
            ..PlanNote::blank(self.plan, &key, &title, on)
        };
        if note.says_something() { Ok(note) } else { Err(words::SAY_SOMETHING.get()) }
    }

    fn record(self) {
        match self.made() {
            Err(why) => self.refused.set(Some(why)),
            Ok(note) => {
                let id: PlanNoteId = self.plans.app.new_id();
                dom::show_dialog(DIALOG, false);
                self.plans.act(|book, act| book.save_note(id, note, act));
            }
        }
    }

    /// The dialog.
    pub fn dialog(self) -> Node {
        let same = Choice { value: String::new(), label: words::STATE_SAME.get().to_owned() };
        let states = NotedState::ALL
            .iter()
            .map(|state| Choice { value: state.word().to_owned(), label: words::noted(*state).get().to_owned() });
        let why = paragraph("banner danger", "").attr("role", "alert");
        let why = why.bind_text(move || self.refused.get().unwrap_or_default().to_owned());
        let about = paragraph("lead", "").bind_text(move || self.entry.get().1);
        let work = el("div")
            .child(select(words::STATE.get(), std::iter::once(same).chain(states).collect(), self.state))
            .child(
                classed("div", "columns")
                    .child(date_box(words::DONE_ON.get(), self.done_on))
                    .child(date_box(words::EXPECTED.get(), self.expected)),
            )
            .child(text_box(words::OUTPUT.get(), self.output));
        dialog(DIALOG, words::NOTE_TITLE.get())
            .child(about)
            .child(date_box(words::ON.get(), self.on))
            .child(work.hidden_while(move || self.is_target.get()))
            .child(
                el("div").child(text_box(words::NUMBER.get(), self.number)).hidden_while(move || !self.is_target.get()),
            )
            .child(area(words::WORDS.get(), self.note))
            .child(text_box(words::BY.get(), self.by))
            .child(why.hidden_while(move || self.refused.get().is_none()))
            .child(el("div").show(move || self.earlier()))
            .child(actions([
                button("quiet", shell::CANCEL.get(), || dom::show_dialog(DIALOG, false)),
                button("main", words::SAVE.get(), move || self.record()),
            ]))
    }

    /// What was noted about the entry, newest first.
    fn earlier(self) -> Node {
        let key = self.entry.get().0;
        let mut notes: Vec<(PlanNoteId, PlanNote)> = self.plans.book.with(|book| {
            let own = book.notes_of(self.plan).filter(|(_, note)| note.entry == key);
            own.map(|(id, note)| (id, note.clone())).collect()
        });
        notes.sort_by_key(|(id, note)| std::cmp::Reverse((note.on, *id)));
        let undo = self.taken.get().map(|(id, note)| {
            classed("p", "banner").text(words::TAKEN_OUT.get()).text(" ").child(button(
                "quiet",
                words::UNDO.get(),
                move || {
                    let note = note.clone();
                    self.taken.set(None);
                    self.plans.act(|book, act| book.save_note(id, note, act));
                },
            ))
        });
        if notes.is_empty() {
            return el("div").maybe(undo);
        }
        let lines = notes.into_iter().map(|(id, note)| {
            let line = words::note_line(&note);
            let label = [words::TAKE_OUT.get(), ": ", &line].concat();
            let take = button("quiet", words::TAKE_OUT.get(), move || {
                self.taken.set(Some((id, note.clone())));
                self.plans.act(|book, act| book.delete_note(id, act));
            });
            el("li").child(text("span", &line)).child(take.attr("aria-label", &label))
        });
        let list = classed("ul", "notes").children(lines.collect::<Vec<Node>>());
        el("div").child(text("h3", words::EARLIER.get())).child(list).maybe(undo)
    }
}
