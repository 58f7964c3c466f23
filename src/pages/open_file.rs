//! Opening a file: first what it would change, then, if the person agrees, the change.

use std::borrow::Cow;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Path;
use super::passphrase::ask_passphrase;
use crate::exchange::{ImportError, LockedFault};
use crate::state::{App, Choice, Errand, GroupPreview, Heading, Picked, Preview, Read, Reading, Refused};
use crate::text::{self, files, sheets, shell};
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, text};

/// Choices by group.
type Choices = RwSignal<Vec<(String, Choice)>>;
/// What is being done with a file.
type Current = StoredValue<Option<Errand>, LocalStorage>;

/// What the files of a session's room call themselves begins so.
const ROOM: &str = "so-ocop/";

/// The page that takes a file. One with a passphrase is handed on, and one of a session's room: the program that a weak
/// tablet loads first carries neither the question nor the room.
pub fn open_file(app: App) -> Node {
    taking(app, move |at, _| {
        at.last.with_value(|file| {
            if let Some(file) = file.clone() {
                spawn_local(async move { app.hand_on(&file, &Path::OpenLocked.text()).await });
            }
        });
        paragraph("", files::HANDED_ON.get())
    })
}

/// The page that takes a file with a passphrase, or without. A file of a session's room goes on to `to_room`, opened.
pub fn open_locked(app: App, to_room: impl Fn(Picked, String) -> Node + 'static) -> Node {
    taking(app, move |at, asked| match asked {
        Some(why) => ask_passphrase(at.passphrase, why, move || at.read()),
        None => {
            let file = at.last.with_value(Clone::clone);
            file.map_or_else(|| el("div"), |file| to_room(file, at.passphrase.get_untracked()))
        }
    })
}

/// A file on its way.
#[derive(Clone, Copy)]
struct Taking {
    app: App,
    reading: Read,
    name: RwSignal<String>,
    current: Current,
    passphrase: RwSignal<String>,
    last: StoredValue<Option<Picked>, LocalStorage>,
}

impl Taking {
    fn read(self) {
        stop(self.current);
        self.last.with_value(|file| {
            if let Some(file) = file {
                self.name.set(file.name());
                let given = self.passphrase.get_untracked();
                self.current.set_value(Some(self.app.read_file(file, given, self.reading)));
            }
        });
    }
}

/// `goes_on` hears of a file that this page does not read: why the last passphrase did not open it, or that it is one of a
/// session's room (`None`).
fn taking(app: App, goes_on: impl Fn(Taking, Option<LockedFault>) -> Node + 'static) -> Node {
    let at = Taking {
        app,
        reading: Read::default(),
        name: RwSignal::new(String::new()),
        current: Current::new_local(None),
        passphrase: RwSignal::new(String::new()),
        last: StoredValue::new_local(None),
    };
    let take = move |file: Option<Picked>| {
        if file.is_some() {
            at.passphrase.set(String::new());
            at.last.set_value(file);
            at.read();
        }
    };
    let field = el("input").attr("type", "file").id("tep").on("change", move |event| take(Picked::of_field(&event)));
    let area = classed("div", "drop")
        .child(classed("label", "field").child(text("span", files::PICK.get())).child(field))
        .child(paragraph("help", files::DROP.get()))
        .on("dragover", |event| event.prevent_default())
        .on("drop", move |event| take(Picked::of_drop(&event)));
    let arrived = move || {
        if let Some(file) = app.arrivals.file.get() {
            app.arrivals.file.set(None);
            take(Some(file));
        }
    };
    page("page", files::TITLE.get())
        .effect(Box::new(arrived))
        .child(paragraph("lead", files::HELP.get()))
        .child(area)
        .child(classed("div", "reading").attr("aria-live", "polite").show(move || shown(at, &goes_on)))
}

fn stop(current: Current) {
    if let Some(errand) = current.try_update_value(Option::take).flatten() {
        errand.stop();
    }
}

fn shown(at: Taking, goes_on: &impl Fn(Taking, Option<LockedFault>) -> Node) -> Node {
    let Taking { app, reading, current, name, .. } = at;
    reading.now.with(|now| match now {
        None => el("div"),
        Some(Reading::Running) => {
            let attribute =
                |of: fn((usize, usize)) -> usize| move || Some(Cow::Owned(of(reading.progress.get()).to_string()));
            let bar = el("progress").bind_attr("max", attribute(|(_, total)| total));
            let bar = bar.bind_attr("value", attribute(|(done, _)| done)).attr("aria-label", files::READING.get());
            let stop = button("quiet", files::STOP.get(), move || {
                stop(current);
                reading.now.set(None);
            });
            el("div").child(paragraph("", files::READING.get())).child(bar).child(actions([stop.id("dung")]))
        }
        Some(Reading::Writing) => paragraph("", files::WRITING.get()),
        Some(Reading::Done) => el("div").child(paragraph("banner", files::DONE.get()).id("da-nhap")).child(actions([
            link("main", &Path::Home.text(), shell::HOME.get()),
            link("quiet", &Path::Data.text(), shell::DATA.get()),
        ])),
        Some(Reading::Refused(Refused::Locked(why))) => goes_on(at, Some(*why)),
        Some(Reading::Refused(Refused::File(ImportError::NotOurs { kind: Some(kind) }))) if kind.starts_with(ROOM) => {
            goes_on(at, None)
        }
        Some(Reading::Refused(refused)) => refusal(refused),
        Some(Reading::Sheet(file)) => sheet(app, file),
        Some(Reading::Ready(plan, errand)) => preview(app, plan, errand, reading, current, name),
    })
}

/// A spreadsheet belongs to a list: the way there, with the file.
fn sheet(app: App, file: &Picked) -> Node {
    let way = |label: &str, path: Path| {
        let file = file.clone();
        button("quiet", label, move || {
            let (file, path) = (file.clone(), path.text());
            spawn_local(async move { app.hand_on(&file, &path).await });
        })
    };
    classed("div", "banner").child(paragraph("", sheets::IS_SHEET.get()).id("la-bang-tinh")).child(actions([
        way(sheets::TO_PRODUCTS.get(), Path::Products),
        way(sheets::TO_PRODUCERS.get(), Path::Producers),
    ]))
}

/// Why something about a file was not done.
pub fn why(refused: &Refused) -> String {
    match refused {
        Refused::File(error) => files::refused(error),
        Refused::Store(error) => files::not_stored(error),
        Refused::Locked(_) => files::LOCK_UNABLE.get().to_owned(),
        Refused::NotRead => files::NOT_READ.get().to_owned(),
        Refused::NotStarted => files::NOT_STARTED.get().to_owned(),
        Refused::Stopped => files::STOPPED.get().to_owned(),
        Refused::Unsure => files::UNSURE.get().to_owned(),
    }
}

/// The same as a sign, with what is safe.
pub fn refusal(refused: &Refused) -> Node {
    let safe = (*refused != Refused::Unsure).then(|| paragraph("", files::SAFE.get()));
    let why = paragraph("", &why(refused)).id("tu-choi");
    classed("div", "banner danger").attr("role", "alert").child(why).maybe(safe)
}

fn preview(app: App, plan: &Preview, errand: &Errand, reading: Read, current: Current, name: RwSignal<String>) -> Node {
    let choices = Choices::new(Vec::new());
    let groups = plan.groups.iter().map(|group| one(group, choices));
    let warnings = (!plan.warnings.is_empty()).then(|| {
        let lines = plan.warnings.iter().map(|warning| text("li", &files::warning(warning)));
        classed("div", "banner warning").child(text("p", files::WARNINGS.get())).child(el("ul").children(lines))
    });
    let content = el("div").maybe(warnings).child(classed("ul", "cards").children(groups));
    if plan.is_all_same {
        return content.child(paragraph("banner", files::NOTHING_NEW.get()).id("giong-het"));
    }
    let cancel = button("quiet", shell::CANCEL.get(), move || {
        stop(current);
        reading.now.set(None);
    });
    let errand = errand.clone();
    let take = button("main", files::TAKE_IN.get(), move || {
        current.set_value(None);
        app.take_in(errand.clone(), choices.get_untracked(), name.get_untracked(), reading);
    });
    content.child(actions([cancel, take.id("dua-vao")]))
}

fn one(group: &GroupPreview, choices: Choices) -> Node {
    let (title, about) = match &group.heading {
        None => (files::DELETED_GROUP.get(), String::new()),
        Some(Heading::Session { name, council, date }) => {
            (name.as_str(), [&text::date(*date), " · ", council.as_str()].concat())
        }
        Some(Heading::Product { name }) => (name.as_str(), files::PRODUCT.get().to_owned()),
        Some(Heading::Producer { name }) => (name.as_str(), files::PRODUCER.get().to_owned()),
        Some(Heading::CriteriaSet { name }) => (name.as_str(), files::OWN_SET.get().to_owned()),
        Some(Heading::Office { unit }) => (files::OFFICE.get(), unit.clone()),
        Some(Heading::Plan { title, period }) => (title.as_str(), files::plan(period)),
    };
    let choose = group.has_choice.then(|| {
        let option = |choice: Choice, label: &str| {
            let id = group.id.clone();
            let control = el("input")
                .attr("type", "radio")
                .attr("name", &["chon-", &group.id].concat())
                .bind_flag("checked", {
                    let id = id.clone();
                    move || choices.with(|choices| chosen(choices, &id) == choice)
                })
                .on("change", move |_| {
                    choices.update(|choices| {
                        choices.retain(|(of, _)| *of != id);
                        choices.push((id.clone(), choice));
                    });
                });
            classed("label", "check").child(control).child(text("span", label))
        };
        el("fieldset")
            .child(text("legend", files::CHANGED_BOTH.get()))
            .child(option(Choice::Device, files::KEEP_DEVICE.get()))
            .child(option(Choice::File, files::TAKE_FILE.get()))
    });
    classed("li", "card")
        .child(text("b", title))
        .child(text("small", &about))
        .child(paragraph("", &files::counts(group.counts)))
        .maybe(choose)
}

fn chosen(choices: &[(String, Choice)], id: &str) -> Choice {
    choices.iter().find(|(of, _)| of == id).map(|(_, choice)| *choice).unwrap_or_default()
}
