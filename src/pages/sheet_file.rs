//! A list's way to spreadsheets: one opened and taken in, the list itself written, saved or given to somebody.

use std::borrow::Cow;

use leptos::prelude::*;

use super::open_file::why;
use crate::book::list;
use crate::exchange::sheets::{Form, Found};
use crate::platform::{clock, dom};
use crate::state::{App, Handing, Picked, SheetFile, SheetFileNow};
use crate::table::Block;
use crate::text::sheets;
use crate::ui::{Door, Node, actions, button, classed, dialog, el, empty, paragraph, text};

const DIALOG: &str = "mo-bang-tinh";

/// Everything about spreadsheets beside a table. `label` is the list's name, `word` names its files.
pub fn sheets_of(app: App, label: &'static str, word: &'static str, door: Door) -> Node {
    let file = SheetFile::default();
    app.arrivals.take_sheets();
    let open = move |picked: Picked| {
        file.open(&picked);
        // The page may still be on its way to the screen.
        clock::after_paint(move || {
            if file.is_open() {
                dom::show_dialog(DIALOG, true);
            }
        });
    };
    let arrived = move || {
        if let Some(picked) = app.arrivals.sheet.get() {
            app.arrivals.sheet.set(None);
            open(picked);
        }
    };
    let (written, shared) = (door.clone(), door.clone());
    let write = move |door: &Door, form: Form, handing: Handing| {
        let book = door.seen(|sheet, rows, columns| list(label, sheet, rows, columns, true).to_text());
        app.write_book(&book, form, ("", word), handing);
    };
    let forms = Form::ALL.map(|form| {
        let door = written.clone();
        button("quiet", sheets::form(form).get(), move || write(&door, form, Handing::Save)).id([
            "xuat-",
            form.ending(),
        ]
        .concat()
        .as_str())
    });
    let share = button("quiet", sheets::SHARE_LIST.get(), move || write(&shared, Form::Xlsx, Handing::Share));
    let more = el("details").attr("class", "grid-more").child(text("summary", sheets::EXPORT.get())).child(
        el("div")
            .child(paragraph("help", sheets::EXPORT_HELP.get()))
            .child(actions(forms.into_iter().chain([share.id("chia-se-bang")]))),
    );
    let show = button("quiet", sheets::OPEN.get(), move || {
        file.close();
        dom::show_dialog(DIALOG, true);
    });
    classed("div", "actions sheets")
        .effect(Box::new(arrived))
        .child(show.id("mo-bang-tinh-nut"))
        .child(more)
        .child(opening(file, door))
}

/// The dialog in which a file is chosen, read, and its sheet chosen.
fn opening(file: SheetFile, door: Door) -> Node {
    let field = el("input")
        .attr("type", "file")
        .attr(
            "accept",
            ".xlsx,.xlsm,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        )
        .id("tep-bang-tinh")
        .on("change", move |event| {
            if let Some(picked) = Picked::of_field(&event) {
                file.open(&picked);
            }
        });
    let brought = move || {
        let read = file.now.with(|now| match now {
            Some(SheetFileNow::Read(text, found)) => Some((Block::of_text(text), found.clone())),
            _ => None,
        });
        if let Some((block, found)) = read {
            file.close();
            dom::show_dialog(DIALOG, false);
            let remarks = found.remarks.iter().map(|remark| sheets::remark(*remark).to_owned());
            let from = std::iter::once(sheets::FROM_FILE.get().to_owned());
            let remarks: Vec<String> = from.chain(remarks).collect();
            door.bring(block, remarks);
        }
    };
    let close = move || {
        file.close();
        dom::show_dialog(DIALOG, false);
    };
    on_cleanup(move || file.stop());
    dialog(DIALOG, sheets::OPEN.get())
        .effect(Box::new(brought))
        .child(paragraph("help", sheets::OPEN_HELP.get()))
        .child(classed("label", "field").child(text("span", sheets::CHOOSE.get())).child(field))
        .child(classed("div", "reading").attr("aria-live", "polite").show(move || shown(file)))
        .child(actions([button("quiet", sheets::CLOSE.get(), close).id("dong-bang-tinh")]))
        .on("close", move |_| file.close())
}

fn shown(file: SheetFile) -> Node {
    file.now.with(|now| match now {
        None | Some(SheetFileNow::Read(..)) => empty(),
        Some(SheetFileNow::Running) => {
            let attribute =
                |of: fn((usize, usize)) -> usize| move || Some(Cow::Owned(of(file.progress.get()).to_string()));
            let bar = el("progress").bind_attr("max", attribute(|(_, total)| total.max(1)));
            let bar = bar.bind_attr("value", attribute(|(done, _)| done)).attr("aria-label", sheets::READING.get());
            let stop = button("quiet", sheets::STOP.get(), move || file.close());
            el("div").child(paragraph("", sheets::READING.get())).child(bar).child(actions([stop.id("dung-bang-tinh")]))
        }
        Some(SheetFileNow::Found(found)) => choice(file, found),
        Some(SheetFileNow::NotOpened(why)) => refusal(&sheets::not_opened(*why)),
        Some(SheetFileNow::Failed(refused)) => refusal(&why(refused)),
    })
}

fn choice(file: SheetFile, found: &Found) -> Node {
    let sheets = found.sheets.iter().enumerate().map(|(at, sheet)| {
        let mark = if sheet.is_hidden { sheets::HIDDEN.get() } else { "" };
        button("quiet", &[&sheet.name, mark].concat(), move || file.take(at))
    });
    el("div").child(paragraph("", sheets::CHOOSE_SHEET.get())).child(actions(sheets).id("trang-tinh"))
}

fn refusal(why: &str) -> Node {
    let why = paragraph("", why).id("bang-tinh-tu-choi");
    classed("div", "banner danger").attr("role", "alert").child(why)
}
