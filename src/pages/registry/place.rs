//! Choosing the commune of today by typing any name that it or its parts ever had.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::units::{Found, Units};
use crate::state::Records;
use crate::text::registry;
use crate::ui::{Node, button, classed, el, paragraph, text, text_box};

/// How many places are offered at once.
const OFFERED: usize = 8;

/// The commune with the code in `chosen`, or the search for one; `choose` hears what is taken.
pub fn place(records: Records, chosen: RwSignal<Option<String>>, choose: impl Fn(Option<String>) + 'static) -> Node {
    let query = RwSignal::new(String::new());
    let choose: Rc<dyn Fn(Option<String>)> = Rc::new(move |code: Option<String>| {
        chosen.set(code.clone());
        choose(code);
    });
    classed("div", "place").show(move || match (records.places.units(), chosen.get()) {
        (None, _) => paragraph("help", crate::text::shell::LOADING.get()),
        (Some(Err(())), _) => paragraph("warning", registry::UNIT_FAULT.get()),
        (Some(Ok(units)), Some(code)) => taken(&units, &code, &choose),
        (Some(Ok(units)), None) => search(units, query, &choose),
    })
}

/// The name of a commune with its province, for lists; the bare code while the units are not there.
pub fn name_of(records: Records, code: &str) -> String {
    match records.places.units() {
        Some(Ok(units)) => name(&units, code),
        _ => code.to_owned(),
    }
}

fn name(units: &Units, code: &str) -> String {
    let Some(commune) = units.commune(code) else { return code.to_owned() };
    let province = units.province_of(commune).map_or("", |province| province.name.as_str());
    registry::found_place(&commune.name, province, None)
}

fn taken(units: &Units, code: &str, choose: &Rc<dyn Fn(Option<String>)>) -> Node {
    let choose = choose.clone();
    let line = [registry::UNIT.get(), ": ", &name(units, code), " (", code, ")"].concat();
    classed("div", "chosen")
        .child(paragraph("", &line))
        .child(button("quiet", registry::UNIT_CHANGE.get(), move || choose(None)))
        .child(paragraph("help", registry::UNIT_PROVISIONAL.get()))
}

fn search(units: Arc<Units>, query: RwSignal<String>, choose: &Rc<dyn Fn(Option<String>)>) -> Node {
    let choose = choose.clone();
    let label = [registry::UNIT.get(), " – ", registry::UNIT_SEARCH.get()].concat();
    classed("div", "set-picker").child(text_box(&label, query)).child(el("div").show(move || {
        let query = query.get();
        let found = units.find(&query, OFFERED);
        if found.is_empty() {
            return if query.trim().is_empty() { el("div") } else { paragraph("empty", registry::UNIT_NONE.get()) };
        }
        classed("ul", "sets").children(found.into_iter().map(|found| offer(&units, found, &choose)))
    }))
}

fn offer(units: &Units, found: Found<'_>, choose: &Rc<dyn Fn(Option<String>)>) -> Node {
    let (choose, code) = (choose.clone(), found.commune.code.clone());
    let province = units.province_of(found.commune).map_or("", |province| province.name.as_str());
    let former = found.former.map(|former| (former.name.as_str(), units.former_place(former).0));
    let label = registry::found_place(&found.commune.name, province, former);
    let take = button("set", &label, move || choose(Some(code.clone()))).child(text("small", &found.commune.code));
    el("li").child(take)
}
