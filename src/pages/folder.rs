//! Copies in a folder, on the page of the data.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::state::{App, Folder, FolderNow, Permission};
use crate::text::{self, folder as words};
use crate::ui::{Node, actions, button, classed, el, paragraph, text};

/// The section of the page.
pub fn section(app: App) -> Node {
    let now: RwSignal<Option<FolderNow>, LocalStorage> = RwSignal::new_local(None);
    spawn_local(async move {
        let found = app.folder().await;
        let _ = now.try_set(Some(found));
    });
    classed("section", "stack")
        .id("thu-muc")
        .child(text("h2", words::TITLE.get()))
        .child(paragraph("help", words::HELP.get()))
        .child(el("div").attr("aria-live", "polite").show(move || {
            now.with(|found| match found {
                None => paragraph("", words::LOOKING.get()),
                Some(FolderNow::Impossible) => paragraph("empty", words::IMPOSSIBLE.get()).id("khong-co-thu-muc"),
                Some(FolderNow::None) => actions([choose(app, now, words::CHOOSE.get())]),
                Some(FolderNow::Chosen(folder)) => chosen(app, now, folder),
            })
        }))
}

fn choose(app: App, now: RwSignal<Option<FolderNow>, LocalStorage>, label: &str) -> Node {
    let choose = move || {
        spawn_local(async move {
            if let Some(found) = app.choose_folder().await {
                let _ = now.try_set(Some(found));
            }
        });
    };
    button("quiet", label, choose).id("chon-thu-muc")
}

fn chosen(app: App, now: RwSignal<Option<FolderNow>, LocalStorage>, folder: &Folder) -> Node {
    let last = folder.last.map_or_else(|| words::NEVER.get().to_owned(), |at| words::last(&text::date_and_time(at)));
    let fault = (!folder.fault.is_empty()).then(|| paragraph("banner warning", &words::failed(&folder.fault)));
    let doubt = match folder.permission {
        Permission::Granted => None,
        Permission::ToBeAsked => Some(paragraph("banner warning", words::TO_BE_ASKED.get())),
        Permission::Denied => Some(paragraph("banner warning", words::DENIED.get())),
    };
    let main = match folder.permission {
        Permission::Granted => button("quiet", words::COPY.get(), move || {
            spawn_local(async move {
                let found = app.copy_to_folder().await;
                let _ = now.try_set(Some(found));
            });
        })
        .id("chep-thu-muc"),
        _ => button("main", words::ALLOW.get(), move || {
            spawn_local(async move {
                let found = app.allow_folder().await;
                let _ = now.try_set(Some(found));
            });
        })
        .id("cho-phep-thu-muc"),
    };
    let forget = button("quiet", words::FORGET.get(), move || {
        spawn_local(async move {
            let found = app.forget_folder().await;
            let _ = now.try_set(Some(found));
        });
    });
    el("div")
        .child(paragraph("", &words::is_in(&folder.name)))
        .child(paragraph("", &last).id("thu-muc-lan-cuoi"))
        .maybe(doubt)
        .maybe(fault)
        .child(actions([main, choose(app, now, words::ANOTHER.get()), forget.id("thoi-thu-muc")]))
}
