//! The settings of the office: what the law leaves open, and the holidays.

use leptos::prelude::*;

use crate::domain::cycle::{Holiday, Neighbour, Office, OfficeLevel, Officer, SupplementCount};
use crate::domain::date::Date;
use crate::pages::Path;
use crate::pages::registry::{Editor, place, when_loaded};
use crate::state::Records;
use crate::text::due;
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, text};

/// A list of days in the settings.
type Days = fn(&mut Office) -> &mut Vec<Holiday>;

/// The page.
pub fn settings(records: Records) -> Node {
    when_loaded(records, move || {
        let id = Office::own_id();
        if records.registry.with_untracked(|register| register.get::<Office>(id).is_none()) {
            records.save(id, Office::default());
        }
        let editor = Editor::<Office>::new(records, id);
        page("page form", due::SETTINGS.get())
            .child(paragraph("lead", due::SETTINGS_LEAD.get()))
            .child(actions([link("quiet", &Path::Due.text(), due::TITLE.get())]))
            .child(unit(records, editor))
            .child(officers(editor))
            .child(days(editor, due::HOLIDAYS.get(), due::HOLIDAYS_HELP.get(), |office| &mut office.holidays))
            .child(days(editor, due::WORKDAYS.get(), "", |office| &mut office.workdays))
            .child(rules(editor))
    })
}

fn unit(records: Records, editor: Editor<Office>) -> Node {
    let levels = OfficeLevel::ALL.iter().map(|level| (*level, due::level(*level).get())).collect();
    let commune = editor.now(|office| Some(office.commune.clone()).filter(|code| !code.is_empty())).flatten();
    let chosen = RwSignal::new(commune);
    let choose = move |code: Option<String>| {
        let province = code.as_deref().and_then(|code| {
            let units = records.places.units()?.ok()?;
            Some(units.province_of(units.commune(code)?)?.code.clone())
        });
        editor.change(|office| {
            office.commune = code.unwrap_or_default();
            office.province = province.unwrap_or_else(|| office.province.clone());
        });
    };
    classed("section", "stack")
        .child(text("h2", due::UNIT.get()))
        .child(editor.text(due::UNIT.get(), |office| office.unit.clone(), |office, name| office.unit = name))
        .child(editor.select(due::LEVEL.get(), levels, |office| office.level, |office, level| office.level = level))
        .child(place(records, chosen, choose))
        .child(editor.text(
            due::PROVINCE_CODE.get(),
            |office| office.province.clone(),
            |office, code| office.province = code,
        ))
}

fn officers(editor: Editor<Office>) -> Node {
    let count = Memo::new(move |_| {
        editor.records.registry.with(|register| register.get::<Office>(editor.id).map_or(0, |it| it.officers.len()))
    });
    let add = button("quiet", due::ADD_OFFICER.get(), move || {
        let blank = Officer { name: String::new(), post: String::new(), unknown: Default::default() };
        editor.change(|office| office.officers.push(blank));
    });
    let row = move |at: usize| {
        let get = move |office: &Office, of: fn(&Officer) -> &String| {
            office.officers.get(at).map(of).cloned().unwrap_or_default()
        };
        let remove = button("quiet", due::REMOVE.get(), move || {
            editor.change(|office| {
                if at < office.officers.len() {
                    office.officers.remove(at);
                }
            });
        });
        let name = editor.text(
            &nth(due::OFFICER_NAME.get(), at),
            move |it| get(it, |it| &it.name),
            move |it, text| {
                if let Some(officer) = it.officers.get_mut(at) {
                    officer.name = text;
                }
            },
        );
        let post = editor.text(
            &nth(due::OFFICER_POST.get(), at),
            move |it| get(it, |it| &it.post),
            move |it, text| {
                if let Some(officer) = it.officers.get_mut(at) {
                    officer.post = text;
                }
            },
        );
        classed("div", "columns").child(name).child(post).child(actions([remove]))
    };
    classed("section", "stack")
        .child(text("h2", due::OFFICERS.get()))
        .child(el("div").show(move || el("div").children((0..count.get()).map(row))))
        .child(actions([add]))
}

fn days(editor: Editor<Office>, title: &str, help: &str, list: Days) -> Node {
    let count = Memo::new(move |_| {
        let office = editor.records.registry.with(|register| register.get::<Office>(editor.id).cloned());
        office.map_or(0, |mut office| list(&mut office).len())
    });
    let add = button("quiet", due::ADD_DAY.get(), move || {
        if let Some(on) = editor.records.today {
            let day = Holiday { on, name: String::new(), unknown: Default::default() };
            editor.change(|office| list(office).push(day));
        }
    });
    let get = move |office: &Office, at: usize| list(&mut office.clone()).get(at).cloned();
    let row = move |at: usize| {
        let remove = button("quiet", due::REMOVE.get(), move || {
            editor.change(|office| {
                if at < list(office).len() {
                    list(office).remove(at);
                }
            });
        });
        let day = editor.date(
            &nth(due::DAY.get(), at),
            move |it| get(it, at).map(|day| day.on),
            move |it, on: Option<Date>| {
                if let (Some(day), Some(on)) = (list(it).get_mut(at), on) {
                    day.on = on;
                }
            },
        );
        let name = move |it: &Office| get(it, at).map(|day| day.name).unwrap_or_default();
        let name = editor.text(&nth(due::DAY_NAME.get(), at), name, move |it, text| {
            if let Some(day) = list(it).get_mut(at) {
                day.name = text;
            }
        });
        classed("div", "columns").child(day).child(name).child(actions([remove]))
    };
    classed("section", "stack")
        .child(text("h2", title))
        .child(paragraph("help", help))
        .child(el("div").show(move || el("div").children((0..count.get()).map(row))))
        .child(actions([add]))
}

fn rules(editor: Editor<Office>) -> Node {
    let neighbours = Neighbour::ALL.iter().map(|it| (*it, due::neighbour(*it).get())).collect();
    let counts = SupplementCount::ALL.iter().map(|it| (*it, due::supplement(*it).get())).collect();
    classed("section", "stack")
        .child(text("h2", due::LAW_OPEN.get()))
        .child(editor.select(
            due::SUPPLEMENT.get(),
            counts,
            |office| office.supplement_count,
            |office, count| office.supplement_count = count,
        ))
        .child(paragraph("help", due::SUPPLEMENT_HELP.get()))
        .child(editor.select(
            due::NEIGHBOUR.get(),
            neighbours,
            |office| office.national_day_neighbour,
            |office, neighbour| office.national_day_neighbour = neighbour,
        ))
}

fn nth(label: &str, at: usize) -> String {
    [label, " ", &(at + 1).to_string()].concat()
}
