//! Fields that write themselves: what is typed goes into the record after a pause, what is chosen at once. There is no
//! button to forget.

use std::rc::Rc;

use leptos::prelude::*;

use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::ledger::registry::Recorded;
use crate::state::Records;
use crate::ui::{Node, classed, el, is_checked, value_of};

/// Writes a value into a record.
pub(super) type Setter<T, V> = dyn Fn(&mut T, V);

/// One record with its fields on the screen.
pub struct Editor<T: Recorded> {
    /// Where it is kept.
    pub records: Records,
    /// Which one.
    pub id: Id<T::Marker>,
}

impl<T: Recorded> Clone for Editor<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Recorded> Copy for Editor<T> {}

impl<T: Recorded> Editor<T> {
    /// The record's fields.
    pub fn new(records: Records, id: Id<T::Marker>) -> Editor<T> {
        Editor { records, id }
    }

    /// What stands in the record now; pages that show it anew follow the registry themselves.
    pub fn now<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.records.registry.with_untracked(|registry| registry.get::<T>(self.id).map(read))
    }

    /// Changes the record.
    pub fn change(self, change: impl FnOnce(&mut T)) {
        self.records.app.typing.now();
        self.records.change::<T>(self.id, change);
    }

    /// A line of text.
    pub fn text(
        self,
        label: &str,
        get: impl Fn(&T) -> String + 'static,
        set: impl Fn(&mut T, String) + 'static,
    ) -> Node {
        self.typed(label, el("input").attr("type", "text"), Box::new(get), Rc::new(set))
    }

    /// Several lines of text.
    pub fn area(
        self,
        label: &str,
        get: impl Fn(&T) -> String + 'static,
        set: impl Fn(&mut T, String) + 'static,
    ) -> Node {
        self.typed(label, el("textarea").attr("rows", "3"), Box::new(get), Rc::new(set))
    }

    /// What the typing in a field of this record goes by.
    pub(super) fn field_name(self, label: &str) -> String {
        [T::KIND.word(), &self.id.to_string(), label].join("/")
    }

    // Of one kind for all fields of a record: each field costs its own code and no copy of what follows.
    fn typed(self, label: &str, control: Node, get: Box<dyn Fn(&T) -> String>, set: Rc<Setter<T, String>>) -> Node {
        let typing = self.records.app.typing;
        let field = self.field_name(label);
        let begin = self.now(get).unwrap_or_default();
        let control = control.bind_value(move || begin.clone()).on("input", move |event| {
            let (value, set) = (value_of(&event), set.clone());
            typing.later(field.clone(), move || self.records.change::<T>(self.id, |record| set(record, value)));
        });
        labelled(label, control.on("change", move |_| typing.now()))
    }

    /// A date; empty: none.
    pub fn date(
        self,
        label: &str,
        get: impl Fn(&T) -> Option<Date> + 'static,
        set: impl Fn(&mut T, Option<Date>) + 'static,
    ) -> Node {
        self.dated(label, self.now(get).flatten(), Box::new(set))
    }

    fn dated(self, label: &str, begin: Option<Date>, set: Box<Setter<T, Option<Date>>>) -> Node {
        let begin = begin.map(|date| date.to_string()).unwrap_or_default();
        let control = el("input").attr("type", "date").attr("max", "2200-12-31").bind_value(move || begin.clone());
        let control = control.on("change", move |event| {
            let date = Date::parse(&value_of(&event));
            self.change(|record| set(record, date));
        });
        labelled(label, control)
    }

    /// One of a few values; each with what is read.
    pub fn select<V: Copy + PartialEq + 'static>(
        self,
        label: &str,
        choices: Vec<(V, &'static str)>,
        get: impl Fn(&T) -> V + 'static,
        set: impl Fn(&mut T, V) + 'static,
    ) -> Node {
        let now = self.now(get);
        let options = choices.iter().enumerate().map(|(at, (value, label))| {
            let option = el("option").attr("value", &at.to_string()).text(label);
            if now == Some(*value) { option.attr("selected", "") } else { option }
        });
        let control = el("select").children(options.collect::<Vec<Node>>()).on("change", move |event| {
            let chosen = value_of(&event).parse::<usize>().ok().and_then(|at| choices.get(at).map(|(value, _)| *value));
            if let Some(value) = chosen {
                self.change(|record| set(record, value));
            }
        });
        labelled(label, control)
    }

    /// A box to tick.
    pub fn check(self, label: &str, get: impl Fn(&T) -> bool + 'static, set: impl Fn(&mut T, bool) + 'static) -> Node {
        self.checked(label, self.now(get).unwrap_or_default(), Box::new(set))
    }

    fn checked(self, label: &str, begin: bool, set: Box<Setter<T, bool>>) -> Node {
        let control = el("input").attr("type", "checkbox").bind_flag("checked", move || begin);
        let control = control.on("change", move |event| self.change(|record| set(record, is_checked(&event))));
        classed("label", "check").child(control).child(crate::ui::text("span", label))
    }
}

pub(super) fn labelled(label: &str, control: Node) -> Node {
    classed("label", "field").child(crate::ui::text("span", label)).child(control)
}
