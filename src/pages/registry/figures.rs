//! Fields of one figure: what cannot be read is said at the field and not written; what was typed stays.

use std::rc::Rc;

use leptos::prelude::*;

use super::editor::{Editor, Setter, labelled};
use crate::ledger::registry::Recorded;
use crate::table::Figure;
use crate::text;
use crate::text::table as words;
use crate::ui::{Node, classed, el, paragraph, text_box, value_of};

/// Reads a figure of a record.
type Getter<T> = dyn Fn(&T) -> Option<i64>;

impl<T: Recorded> Editor<T> {
    /// A figure. Only what can be read is written.
    pub fn figure(
        self,
        label: &str,
        figure: Figure,
        get: impl Fn(&T) -> Option<i64> + 'static,
        set: impl Fn(&mut T, Option<i64>) + 'static,
    ) -> Node {
        self.typed_figure(label, figure, Rc::new(get), Rc::new(set))
    }

    fn typed_figure(self, label: &str, figure: Figure, get: Rc<Getter<T>>, set: Rc<Setter<T, Option<i64>>>) -> Node {
        let typing = self.records.app.typing;
        let field = self.field_name(label);
        let kept = move || self.now(|record| get(record)).flatten().map(text::grouped).unwrap_or_default();
        let begin = kept();
        let said = RwSignal::new(Said::default());
        let control = el("input").attr("type", "text").attr("inputmode", "text");
        let control = control.bind_value(move || begin.clone()).on("input", move |event| {
            let typed = value_of(&event);
            let read = figure.read(&typed);
            said.set(Said::of(figure, &typed));
            if let Ok(number) = read {
                let set = set.clone();
                typing.later(field.clone(), move || self.records.change::<T>(self.id, |record| set(record, number)));
            }
        });
        let control = control.on("change", move |event| {
            typing.now();
            if let Err(why) = figure.read(&value_of(&event)) {
                said.set(Said { wrong: words::no_figure(why, &kept()), ..Said::default() });
            }
        });
        with_said(labelled(label, control), said)
    }
}

/// A figure that a dialog asks for; what it means is read with [`Figure::read`] when the dialog is done.
pub fn figure_box(label: &str, figure: Figure, value: RwSignal<String>) -> Node {
    let said = RwSignal::new(Said::default());
    let field = text_box(label, value).on("input", move |_| said.set(Said::of(figure, &value.get_untracked())));
    with_said(field, said)
}

/// What stands below a field.
#[derive(Clone, Default, PartialEq)]
struct Said {
    wrong: String,
    understood: String,
}

impl Said {
    /// While one is typing: what is understood where it is more than the digits; a fault only when the field is left.
    fn of(figure: Figure, typed: &str) -> Said {
        let number = figure.read(typed).ok().flatten();
        let understood =
            number.filter(|number| typed.trim() != number.to_string() && typed.trim() != text::grouped(*number));
        Said {
            wrong: String::new(),
            understood: understood.map(|number| words::understood(figure, number)).unwrap_or_default(),
        }
    }
}

fn with_said(field: Node, said: RwSignal<Said>) -> Node {
    let wrong = move || said.try_with(|said| said.wrong.clone()).unwrap_or_default();
    let understood = move || said.try_with(|said| said.understood.clone()).unwrap_or_default();
    classed("div", "figure")
        .child(field)
        .child(paragraph("want", "").attr("role", "alert").bind_text(wrong).hidden_while(move || wrong().is_empty()))
        .child(paragraph("help", "").bind_text(understood).hidden_while(move || understood().is_empty()))
}
