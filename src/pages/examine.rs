//! Looking for damaged records and taking them out, on the page of the data.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::open_file::why;
use crate::state::{App, Refused};
use crate::text::points;
use crate::ui::{Node, actions, button, classed, el, paragraph, text};

/// What was found: what cannot be read, and records of a newer program.
type Found = Result<(Vec<String>, usize), Refused>;

/// As many damaged parts are named; of more only the count matters.
const NAMED: usize = 20;

/// The section of the page.
pub fn section(app: App) -> Node {
    let found: RwSignal<Option<Found>, LocalStorage> = RwSignal::new_local(None);
    let said = RwSignal::new("");
    let look = move || {
        said.set(points::EXAMINING.get());
        spawn_local(async move {
            let outcome = app.examine().await;
            let _ = said.try_set("");
            let _ = found.try_set(Some(outcome));
        });
    };
    let repair = move || {
        said.set(points::RESTORING.get());
        spawn_local(async move {
            let outcome = app.repair().await;
            let _ = said.try_set(if outcome.is_ok() { points::REPAIRED.get() } else { "" });
            let _ = found.try_set(outcome.err().map(Err));
        });
    };
    let said = paragraph("banner", "")
        .id("kiem-tra-bao")
        .attr("role", "status")
        .bind_text(move || said.get().to_owned())
        .hidden_while(move || said.with(|said| said.is_empty()));
    classed("section", "stack")
        .id("kiem-tra")
        .child(text("h2", points::EXAMINE_TITLE.get()))
        .child(paragraph("help", points::EXAMINE_HELP.get()))
        .child(actions([button("quiet", points::EXAMINE.get(), look).id("kiem-tra-ngay")]))
        .child(said)
        .child(el("div").attr("aria-live", "polite").show(move || {
            found.with(|found| match found {
                None => el("div"),
                Some(Err(refused)) => paragraph("banner warning", &why(refused)),
                Some(Ok((dropped, newer))) if dropped.is_empty() => {
                    paragraph("", &[points::ALL_READ.get(), &points::newer(*newer)].concat()).id("khong-hong")
                }
                Some(Ok((dropped, newer))) => {
                    let named = dropped.iter().take(NAMED).map(|name| text("li", name));
                    el("div")
                        .child(paragraph("banner warning", &points::damaged(dropped.len(), *newer)).id("co-hong"))
                        .child(classed("ul", "slips").children(named))
                        .child(paragraph("help", points::REPAIR_HELP.get()))
                        .child(actions([button("danger", points::REPAIR.get(), repair).id("go-hong")]))
                }
            })
        }))
}
