//! The dialog that every transition goes through: on which day, by whom, why, on which paper.

use leptos::prelude::*;

use crate::domain::cycle::{Deed, DocumentRef, Refusal};
use crate::domain::date::Date;
use crate::platform::{clock, dom};
use crate::state::Records;
use crate::text::{cycle, shell};
use crate::ui::{Node, actions, area, button, classed, date_box, dialog, el, paragraph, text, text_box};

/// Does a transition, or says in words why not.
type Recording = dyn Fn(&Deed) -> Result<(), String>;

/// A transition about to be recorded.
#[derive(Clone, Copy)]
pub struct StepForm {
    id: StoredValue<String>,
    on: RwSignal<String>,
    actor: RwSignal<String>,
    reason: RwSignal<String>,
    number: RwSignal<String>,
    dated: RwSignal<String>,
    issuer: RwSignal<String>,
    note: RwSignal<String>,
    refused: RwSignal<Option<String>>,
    asks_for_paper: bool,
}

impl StepForm {
    /// A form in a dialog, filled with today and the unit's name. Its id begins with `name`; a page may hold the same
    /// form for several records.
    pub fn new(records: Records, name: &str) -> StepForm {
        StepForm {
            id: StoredValue::new([name, "-", &records.app.new_id::<()>().to_string()].concat()),
            on: RwSignal::new(records.today.map(|day| day.to_string()).unwrap_or_default()),
            actor: RwSignal::new(records.registry.with_untracked(|register| register.office().unit)),
            reason: RwSignal::new(String::new()),
            number: RwSignal::new(String::new()),
            dated: RwSignal::new(String::new()),
            issuer: RwSignal::new(String::new()),
            note: RwSignal::new(String::new()),
            refused: RwSignal::new(None),
            asks_for_paper: false,
        }
    }

    /// The same form for a transition that asks for a reason or a paper: their fields stand open.
    pub fn with_paper(self) -> StepForm {
        StepForm { asks_for_paper: true, ..self }
    }

    /// Opens the dialog.
    pub fn open(self) {
        self.refused.set(None);
        self.show(true);
    }

    fn show(self, open: bool) {
        // Recording may have taken the form away with the part of the page that offered it.
        if let Some(id) = self.id.try_get_value() {
            dom::show_dialog(&id, open);
        }
    }

    /// What is filled in; `None` without a day.
    fn deed(self) -> Option<Deed> {
        let on = Date::parse(&self.on.get_untracked())?;
        let mut deed = Deed::new(on, clock::now(), self.actor.get_untracked().trim());
        let reason = self.reason.get_untracked();
        deed.reason = (!reason.trim().is_empty()).then(|| reason.trim().to_owned());
        deed.note = self.note.get_untracked();
        let number = self.number.get_untracked();
        deed.document = (!number.trim().is_empty()).then(|| DocumentRef {
            number: number.trim().to_owned(),
            date: Date::parse(&self.dated.get_untracked()),
            issuer: self.issuer.get_untracked().trim().to_owned(),
            unknown: Default::default(),
        });
        Some(deed)
    }

    /// The dialog: `fields` are those of this one transition; `record` does it, or says why not. It closes when it is
    /// done, and keeps everything that was typed when it is not.
    pub fn dialog(self, title: &str, fields: Node, record: impl Fn(&Deed) -> Result<(), Refusal> + 'static) -> Node {
        self.dialog_in_words(title, fields, move |deed| record(deed).map_err(|why| cycle::refusal(&why)))
    }

    /// The same where a field of the transition can be filled in wrongly: the answer is what is said.
    pub fn dialog_in_words(
        self,
        title: &str,
        fields: Node,
        record: impl Fn(&Deed) -> Result<(), String> + 'static,
    ) -> Node {
        self.made(title, fields, Box::new(record))
    }

    fn made(self, title: &str, fields: Node, record: Box<Recording>) -> Node {
        let done = button("main", cycle::RECORD.get(), move || match self.deed() {
            None => self.refused.set(Some(cycle::NEED_DATE.get().to_owned())),
            Some(deed) => match record(&deed) {
                Ok(()) => self.show(false),
                Err(why) => drop(self.refused.try_set(Some(why))),
            },
        });
        let cancel = button("quiet", shell::CANCEL.get(), move || self.show(false));
        let why = paragraph("banner danger", "").attr("role", "alert");
        let why = why.bind_text(move || self.refused.get().unwrap_or_default());
        dialog(&self.id.get_value(), title)
            .child(fields)
            .child(
                classed("div", "columns")
                    .child(date_box(cycle::DATE.get(), self.on))
                    .child(text_box(cycle::ACTOR.get(), self.actor)),
            )
            .child(
                el("details")
                    .bind_attr("open", move || {
                        let is_open = self.asks_for_paper || self.refused.with(Option::is_some);
                        is_open.then_some("".into())
                    })
                    .child(text("summary", cycle::MORE.get()))
                    .child(area(cycle::REASON.get(), self.reason))
                    .child(
                        el("fieldset")
                            .child(text("legend", cycle::DOCUMENT.get()))
                            .child(
                                classed("div", "columns")
                                    .child(text_box(cycle::DOCUMENT_NUMBER.get(), self.number))
                                    .child(date_box(cycle::DOCUMENT_DATE.get(), self.dated)),
                            )
                            .child(text_box(cycle::DOCUMENT_ISSUER.get(), self.issuer)),
                    )
                    .child(area(cycle::REMARK.get(), self.note)),
            )
            .child(why.hidden_while(move || self.refused.get().is_none()))
            .child(actions([cancel, done]))
    }
}

/// The steps so far, newest last: day, what happened, by whom, why, on which paper.
pub struct StepLine {
    /// The day.
    pub on: Date,
    /// What happened.
    pub event: &'static str,
    /// By whom.
    pub actor: String,
    /// Why.
    pub reason: Option<String>,
    /// On which paper.
    pub document: Option<DocumentRef>,
    /// Remarks.
    pub note: String,
}

/// The list of steps.
pub fn steps(lines: impl IntoIterator<Item = StepLine>) -> Node {
    let items: Vec<Node> = lines.into_iter().map(step).collect();
    if items.is_empty() {
        return paragraph("help", cycle::NOTHING_YET.get());
    }
    classed("ol", "steps").children(items)
}

fn step(line: StepLine) -> Node {
    let document = line.document.filter(|document| !document.number.is_empty()).map(|document| {
        let day = document.date.map(crate::text::date).unwrap_or_default();
        [document.number.as_str(), &day, &document.issuer]
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    });
    let about = [Some(line.actor), line.reason, document, Some(line.note)];
    let about: Vec<String> = about.into_iter().flatten().filter(|it| !it.is_empty()).collect();
    el("li")
        .child(text("b", &[&crate::text::date(line.on), " – ", line.event].concat()))
        .child(text("small", &about.join(" · ")))
}
