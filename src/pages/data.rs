//! The data on this device: how safe it is, everything as a file, imports taken back.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::open_file::why;
use super::passphrase::passphrase;
use super::{care, examine, folder, latch, points};
use crate::platform::persist::is_persisted;
use crate::state::{App, Audience, ImportHead, Persistence, Unread};
use crate::text::{self, files, sheets, shell};
use crate::ui::{Choice, Node, actions, button, classed, el, empty, page, paragraph, select, text};

/// The page of the data on this device.
pub fn data(app: App) -> Node {
    let was_promised = RwSignal::new(false);
    spawn_local(async move {
        let _ = was_promised.try_set(is_persisted().await);
    });
    let promise = move || match app.saver.persistence().get() {
        _ if was_promised.get() => files::KEPT.get().to_owned(),
        Persistence::Granted => files::KEPT.get().to_owned(),
        Persistence::NotAsked | Persistence::Asked => files::NOT_ASKED.get().to_owned(),
        Persistence::Refused | Persistence::Unknown => files::NOT_KEPT.get().to_owned(),
    };
    let export = button("main", files::ALL.get(), move || app.export_all());
    let share = button("quiet", sheets::SHARE_ALL.get(), move || app.share_all());
    page("page", shell::DATA.get())
        .child(care::lost(app))
        .child(
            classed("section", "stack")
                .child(text("h2", files::STORAGE.get()))
                .child(paragraph("", "").id("giu-du-lieu").bind_text(promise))
                .child(care::room_line(app))
                .child(care::file_line(app))
                .child(paragraph("help", files::ALL_HELP.get()))
                .child(actions([export.id("xuat-het"), share.id("chia-se-het")]))
                .child(for_others(app))
                .child(passphrase(app)),
        )
        .child(points::section(app))
        .child(folder::section(app))
        .child(examine::section(app))
        .child(latch::section(app))
        .child(classed("section", "stack").child(text("h2", shell::LOOK.get())).child(look(app)))
        .child(classed("section", "stack").child(text("h2", files::IMPORTS.get())).child(imports(app)))
}

/// A file for others: what is not in it stands beside the button.
fn for_others(app: App) -> Node {
    let audience = RwSignal::new(Audience::Public.word().to_owned());
    let chosen = move || Audience::of_word(&audience.get()).unwrap_or(Audience::Public);
    let choices = [
        (Audience::Public, files::FOR_PUBLIC),
        (Audience::Anonymous, files::FOR_STUDY),
        (Audience::Full, files::FOR_OFFICE),
    ];
    let choices = choices.map(|(audience, label)| Choice { value: audience.word().into(), label: label.get().into() });
    let help = move || match chosen() {
        Audience::Full => files::ALL_HELP.get().to_owned(),
        Audience::Public => files::PUBLIC_HELP.get().to_owned(),
        Audience::Anonymous => files::STUDY_HELP.get().to_owned(),
    };
    let export = button("quiet", files::EXPORT.get(), move || app.export_for(chosen()));
    el("div")
        .id("cho-ai")
        .child(select(files::FOR_WHOM.get(), choices.into(), audience))
        .child(paragraph("help", "").attr("aria-live", "polite").bind_text(help))
        .child(actions([export.id("xuat-cho")]))
}

/// Light, outdoor or dark.
fn look(app: App) -> Node {
    let chosen = RwSignal::new(app.theme().unwrap_or_else(|| "light".to_owned()));
    let first = chosen.get_untracked();
    Effect::new(move |before: Option<String>| {
        let theme = chosen.get();
        if before.as_ref().unwrap_or(&first) != &theme {
            app.choose_theme(&theme);
        }
        theme
    });
    let choice = |(value, label): (&str, text::Text)| Choice { value: value.to_owned(), label: label.get().to_owned() };
    let looks = [("light", shell::LIGHT), ("outdoor", shell::OUTDOOR), ("dark", shell::DARK)];
    select(shell::LOOK.get(), looks.map(choice).into(), chosen)
}

fn imports(app: App) -> Node {
    let heads: RwSignal<Option<Result<Vec<ImportHead>, Unread>>, LocalStorage> = RwSignal::new_local(None);
    let said = RwSignal::new(String::new());
    let load = move || {
        spawn_local(async move {
            let found = app.imports().await;
            let _ = heads.try_set(Some(found));
        });
    };
    load();
    let list = el("div").show(move || {
        heads.with(|heads| match heads {
            None => app.care.unreadable.with(|fault| match fault {
                Some(fault) => paragraph("banner warning", shell::why_not_read(fault)),
                None => empty(),
            }),
            Some(Err(Unread)) => paragraph("banner warning", files::IMPORTS_UNREAD.get()),
            Some(Ok(heads)) if heads.is_empty() => paragraph("empty", files::NO_IMPORTS.get()),
            Some(Ok(heads)) => classed("ul", "cards").children(heads.iter().map(|head| one(app, head, said, load))),
        })
    });
    let said = paragraph("banner", "")
        .attr("role", "status")
        .bind_text(move || said.get())
        .hidden_while(move || said.with(String::is_empty));
    el("div").child(said).child(list)
}

fn one(app: App, head: &ImportHead, said: RwSignal<String>, load: impl Fn() + Copy + 'static) -> Node {
    let id = head.id.clone();
    let undo = button("quiet", files::UNDO_IMPORT.get(), move || {
        let undone = app.undo_import(id.clone());
        spawn_local(async move {
            let outcome = undone.await;
            let words = outcome.map_or_else(|refused| why(&refused), |()| files::UNDONE.get().to_owned());
            let _ = said.try_set(words);
            load();
        });
    });
    classed("li", "card")
        .child(text("b", &head.label))
        .child(text("small", &text::date_and_time(head.at)))
        .child(actions([undo]))
}
