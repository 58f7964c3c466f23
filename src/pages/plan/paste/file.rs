//! The text of a plan out of a word processor's file: chosen, dropped on the page, or handed over by another program.

use std::borrow::Cow;

use leptos::prelude::*;

use crate::pages::open_file;
use crate::state::{Picked, Plans, SheetFile, SheetFileNow};
use crate::text::plan_paste as texts;
use crate::ui::{Node, actions, button, classed, el, empty, paragraph, text};

/// The field for the file, and how far it is read; `take` hears its text.
pub fn file(plans: Plans, take: impl Fn(&str) + 'static) -> Node {
    let (file, arrivals) = (SheetFile::default(), plans.app.arrivals);
    arrivals.take_sheets();
    let arrived = move || {
        if let Some(picked) = arrivals.sheet.get() {
            arrivals.sheet.set(None);
            file.open_text(&picked);
        }
    };
    let read = move || {
        let read = file.now.with(|now| match now {
            Some(SheetFileNow::Read(text, _)) => Some(text.clone()),
            _ => None,
        });
        if let Some(text) = read {
            file.close();
            untrack(|| take(&text));
        }
    };
    on_cleanup(move || file.stop());
    let field = el("input")
        .attr("type", "file")
        .attr("accept", ".docx,.docm,.doc,.txt,application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        .id("tep-van-ban")
        .on("change", move |event| {
            if let Some(picked) = Picked::of_field(&event) {
                file.open_text(&picked);
            }
        });
    classed("div", "stack-plain")
        .effect(Box::new(arrived))
        .effect(Box::new(read))
        .child(classed("label", "field").child(text("span", texts::FILE.get())).child(field))
        .child(paragraph("help", texts::FILE_HELP.get()))
        .child(classed("div", "reading").attr("aria-live", "polite").show(move || shown(file)))
}

fn shown(file: SheetFile) -> Node {
    file.now.with(|now| match now {
        None | Some(SheetFileNow::Read(..) | SheetFileNow::Found(_)) => empty(),
        Some(SheetFileNow::Running) => {
            let attribute =
                |of: fn((usize, usize)) -> usize| move || Some(Cow::Owned(of(file.progress.get()).to_string()));
            let bar = el("progress").bind_attr("max", attribute(|(_, total)| total.max(1)));
            let bar = bar.bind_attr("value", attribute(|(done, _)| done)).attr("aria-label", texts::READING.get());
            let stop = button("quiet", texts::STOP.get(), move || file.close());
            el("div").child(paragraph("", texts::READING.get())).child(bar).child(actions([stop]))
        }
        Some(SheetFileNow::NotOpened(why)) => refusal(&texts::not_read(*why)),
        Some(SheetFileNow::Failed(refused)) => refusal(&open_file::why(refused)),
    })
}

fn refusal(why: &str) -> Node {
    let why = paragraph("", why).id("van-ban-tu-choi");
    classed("div", "banner danger").attr("role", "alert").child(why)
}
