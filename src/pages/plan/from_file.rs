//! A new plan from the file of one.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::exchange::{NoPlan, plan_in_file};
use crate::pages::Path;
use crate::pages::locked::Locked;
use crate::state::{Picked, Plans};
use crate::text::{plan_fields as texts, plan_pages as words};
use crate::ui::{Node, classed, el, paragraph, text};

/// The largest file that is read here, in bytes: a plan of 300 products has about 300,000.
const LARGEST: u64 = 20_000_000;

/// A plan from the file of one, as a new plan.
pub fn from_file(plans: Plans) -> Node {
    let (fault, locked) = (RwSignal::new(None::<NoPlan>), Locked::new(plans.app));
    let take = move |bytes: Vec<u8>| match plan_in_file(&bytes) {
        Ok(plan) => {
            let id = plans.create(words::copy_of(&plan));
            plans.app.go(&Path::Plan(id).text());
        }
        Err(why) => drop(fault.try_set(Some(why))),
    };
    let field = el("input").attr("type", "file").attr("accept", ".json,application/json").id("tep-ke-hoach");
    let field = field.on("change", move |event| {
        let Some(file) = Picked::of_field(&event) else { return };
        spawn_local(async move {
            let parcel = file.parcel();
            let bytes = if parcel.size() > LARGEST { None } else { parcel.bytes().await };
            let _ = fault.try_set(None);
            if let Some(bytes) = locked.let_through(&parcel, bytes.unwrap_or_default()) {
                take(bytes);
            }
        });
    });
    el("details")
        .child(text("summary", texts::FROM_FILE.get()))
        .child(paragraph("help", texts::FROM_FILE_HELP.get()))
        .child(classed("label", "field").child(text("span", texts::FROM_FILE.get())).child(field))
        .child(locked.node(take))
        .child(want(texts::NO_PLAN_IN_FILE.get(), move || fault.get() == Some(NoPlan::Missing)))
        .child(want(texts::NEWER_FILE.get(), move || fault.get() == Some(NoPlan::Newer)))
}

fn want(sentence: &str, holds: impl Fn() -> bool + 'static) -> Node {
    paragraph("want", sentence).attr("role", "alert").hidden_while(move || !holds())
}
