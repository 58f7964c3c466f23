//! Fields of the plan on the desk that write themselves: what is typed is recorded after a pause, what is chosen at once.

use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::rc::Rc;

use leptos::prelude::*;

use crate::domain::plan::Plan;
use crate::state::Plans;
use crate::text::plan_pages as words;
use crate::ui::{Node, classed, el, is_checked, text, value_of};

/// Writes what was typed into the plan.
type Setter<V> = dyn Fn(&mut Plan, V);

/// The fields of the plan on the desk.
#[derive(Clone, Copy)]
pub struct Fields {
    /// The plans.
    pub plans: Plans,
}

impl Fields {
    /// A line of text.
    pub fn line(
        self,
        label: &str,
        get: impl Fn(&Plan) -> String + 'static,
        set: impl Fn(&mut Plan, String) + 'static,
    ) -> Node {
        self.typed(label, el("input").attr("type", "text"), &get, Rc::new(set))
    }

    /// A line of text with suggestions, which are only that.
    pub fn suggested(
        self,
        label: &str,
        (list, offers): (&str, Vec<String>),
        get: impl Fn(&Plan) -> String + 'static,
        set: impl Fn(&mut Plan, String) + 'static,
    ) -> Node {
        let control = el("input").attr("type", "text").attr("list", list);
        let options = offers.iter().map(|offer| el("option").attr("value", offer)).collect::<Vec<Node>>();
        self.typed(label, control, &get, Rc::new(set)).child(el("datalist").id(list).children(options))
    }

    /// Several lines of text.
    pub fn area(
        self,
        label: &str,
        rows: &str,
        get: impl Fn(&Plan) -> String + 'static,
        set: impl Fn(&mut Plan, String) + 'static,
    ) -> Node {
        self.typed(label, el("textarea").attr("rows", rows), &get, Rc::new(set))
    }

    /// A line of text, with what it is read as beside it.
    pub fn read_line(
        self,
        label: &str,
        get: impl Fn(&Plan) -> String + 'static,
        set: impl Fn(&mut Plan, String) + 'static,
        reading: impl Fn(&Plan) -> String + 'static,
    ) -> Node {
        let field = self.line(label, get, set);
        field.child(
            classed("small", "reading").attr("role", "status").bind_text(move || self.plans.follow_plan(&reading)),
        )
    }

    /// A whole number within bounds. What is no such number is told at the place, and the number before stays.
    pub fn whole(
        self,
        label: &str,
        bounds: RangeInclusive<i32>,
        get: impl Fn(&Plan) -> i32 + 'static,
        set: impl Fn(&mut Plan, i32) + 'static,
    ) -> Node {
        let is_wrong = RwSignal::new(false);
        let read = move |typed: &str| typed.trim().parse::<i32>().ok().filter(|number| bounds.contains(number));
        let told = read.clone();
        let set = move |plan: &mut Plan, typed: String| {
            if let Some(number) = read(&typed) {
                is_wrong.try_set(false);
                set(plan, number);
            }
        };
        // Half a number is no fault while it is typed.
        let left = move |event| {
            is_wrong.try_set(told(&value_of(&event)).is_none());
        };
        let control = el("input").attr("type", "text").attr("inputmode", "numeric").on("change", left);
        let field = self.typed(label, control, &move |plan| get(plan).to_string(), Rc::new(set));
        let fault = classed("small", "want").attr("role", "alert").text(words::NEED_NUMBER.get());
        field.child(fault.hidden_while(move || !is_wrong.get()))
    }

    /// A line that names units. It is understood after a pause; units that only half a name made go again.
    pub fn units_line(
        self,
        label: &str,
        get: impl Fn(&Plan) -> String + 'static,
        set: impl Fn(&mut Plan, &str) + 'static,
        reading: impl Fn(&Plan) -> String + 'static,
    ) -> Node {
        let plans = self.plans;
        let begin = plans.with_plan(&get);
        let (field, set) = (label.to_owned(), Rc::new(set));
        let made: Rc<RefCell<Vec<String>>> = Rc::default();
        let control = el("input").attr("type", "text").bind_value(move || begin.clone()).on("input", move |event| {
            let (value, set, made) = (value_of(&event), Rc::clone(&set), Rc::clone(&made));
            plans.type_whole(&field, move |plan| {
                let there: Vec<String> = plan.units.iter().map(|unit| unit.key.clone()).collect();
                set(plan, &value);
                let mut made = made.borrow_mut();
                made.extend(plan.units.iter().map(|unit| unit.key.clone()).filter(|key| !there.contains(key)));
                let idle: Vec<String> = made.iter().filter(|key| !plan.is_unit_named(key)).cloned().collect();
                plan.units.retain(|unit| !idle.contains(&unit.key));
                made.retain(|key| !idle.contains(key));
            });
        });
        let field = labelled(label, control.on("change", move |_| plans.app.typing.now()));
        field.child(classed("small", "reading").attr("role", "status").bind_text(move || plans.follow_plan(&reading)))
    }

    // Of one kind for all fields: each costs its own code and no copy of what follows.
    fn typed(self, label: &str, control: Node, get: &dyn Fn(&Plan) -> String, set: Rc<Setter<String>>) -> Node {
        let plans = self.plans;
        let begin = plans.with_plan(get);
        let field = label.to_owned();
        let control = control.bind_value(move || begin.clone()).on("input", move |event| {
            let value = value_of(&event);
            plans.type_in(&field, |plan| set(plan, value));
        });
        labelled(label, control.on("change", move |_| plans.app.typing.now()))
    }

    /// One of a few values; each with what is read.
    pub fn select<V: Copy + PartialEq + 'static>(
        self,
        label: &str,
        choices: Vec<(V, String)>,
        get: impl Fn(&Plan) -> V + 'static,
        set: impl Fn(&mut Plan, V) + 'static,
    ) -> Node {
        let plans = self.plans;
        let now = plans.with_plan(get);
        let options = choices.iter().enumerate().map(|(at, (value, label))| {
            let option = el("option").attr("value", &at.to_string()).text(label);
            if now == *value { option.attr("selected", "") } else { option }
        });
        let control = el("select").children(options.collect::<Vec<Node>>()).on("change", move |event| {
            let chosen = value_of(&event).parse::<usize>().ok().and_then(|at| choices.get(at).map(|(value, _)| *value));
            if let Some(value) = chosen {
                plans.change_plan(|plan| set(plan, value));
            }
        });
        labelled(label, control)
    }

    /// A box to tick.
    pub fn check(
        self,
        label: &str,
        get: impl Fn(&Plan) -> bool + 'static,
        set: impl Fn(&mut Plan, bool) + 'static,
    ) -> Node {
        let plans = self.plans;
        let begin = plans.with_plan(get);
        let control = el("input").attr("type", "checkbox").bind_flag("checked", move || begin);
        let control = control.on("change", move |event| {
            let is = is_checked(&event);
            plans.change_plan(|plan| set(plan, is));
        });
        classed("label", "check").child(control).child(text("span", label))
    }
}

fn labelled(label: &str, control: Node) -> Node {
    classed("label", "field").child(text("span", label)).child(control)
}
