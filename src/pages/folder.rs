//! Copies in a folder, on the page of the data.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::open_file::why;
use crate::state::{App, Folder, FolderNow, Permission, Refused};
use crate::text::{self, folder as words};
use crate::ui::{Node, actions, button, classed, el, paragraph, text, text_box};

/// The section of the page.
pub fn section(app: App) -> Node {
    let now: Known = RwSignal::new_local(None);
    let said = RwSignal::new(String::new());
    spawn_local(async move {
        let found = app.folder().await;
        let _ = now.try_set(Some(found));
    });
    classed("section", "stack")
        .id("thu-muc")
        .child(text("h2", words::TITLE.get()))
        .child(paragraph("help", words::HELP.get()))
        .child(
            paragraph("banner warning", "")
                .attr("role", "alert")
                .bind_text(move || said.get())
                .hidden_while(move || said.with(String::is_empty)),
        )
        .child(el("div").attr("aria-live", "polite").show(move || {
            now.with(|found| match found {
                None => paragraph("", words::LOOKING.get()),
                Some(FolderNow::Impossible) => paragraph("empty", words::IMPOSSIBLE.get()).id("khong-co-thu-muc"),
                Some(FolderNow::None) => actions([choose(app, now, said, words::CHOOSE.get())]),
                Some(FolderNow::Chosen(folder)) => chosen(app, now, said, folder),
            })
        }))
}

/// The folder as it is known to the page; `None`: not looked at yet.
type Known = RwSignal<Option<FolderNow>, LocalStorage>;

/// Shows how the folder is now, and why no copy was tried. The page may be gone by then.
async fn tell(app: App, now: Known, said: RwSignal<String>, outcome: Result<FolderNow, Refused>) {
    let (found, words) = match outcome {
        Ok(found) => (found, String::new()),
        Err(refused) => (app.folder().await, why(&refused)),
    };
    let _ = said.try_set(words);
    let _ = now.try_set(Some(found));
}

fn choose(app: App, now: Known, said: RwSignal<String>, label: &str) -> Node {
    let choose = move || {
        spawn_local(async move {
            if let Some(outcome) = app.choose_folder().await {
                tell(app, now, said, outcome).await;
            }
        });
    };
    button("quiet", label, choose).id("chon-thu-muc")
}

fn chosen(app: App, now: Known, said: RwSignal<String>, folder: &Folder) -> Node {
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
                let outcome = app.copy_to_folder().await;
                tell(app, now, said, outcome).await;
            });
        })
        .id("chep-thu-muc"),
        _ => button("main", words::ALLOW.get(), move || {
            spawn_local(async move {
                let outcome = app.allow_folder().await;
                tell(app, now, said, outcome).await;
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
        .child(actions([main, choose(app, now, said, words::ANOTHER.get()), forget.id("thoi-thu-muc")]))
        .child(lock(app, now, said, folder))
}

/// The passphrase of the copies.
fn lock(app: App, now: Known, said: RwSignal<String>, folder: &Folder) -> Node {
    let value = RwSignal::new(String::new());
    let protect = move |passphrase: String| {
        spawn_local(async move {
            match app.protect_folder(&passphrase).await {
                Some(outcome) => tell(app, now, said, outcome).await,
                None => drop(said.try_set(words::UNABLE.get().to_owned())),
            }
        });
    };
    if folder.is_locked {
        let unlock = button("quiet", words::UNLOCK.get(), move || protect(String::new()));
        return el("div")
            .child(paragraph("help", words::LOCKED.get()).id("thu-muc-ma-hoa"))
            .child(actions([unlock.id("thoi-ma-hoa")]));
    }
    let start = button("quiet", words::LOCK_DO.get(), move || match value.get_untracked() {
        given if given.trim().is_empty() => said.set(words::NO_PASSPHRASE.get().to_owned()),
        given => protect(given),
    });
    el("details")
        .child(text("summary", words::LOCK.get()))
        .child(paragraph("help", words::LOCK_HELP.get()))
        .child(text_box(words::LOCK_FIELD.get(), value))
        .child(actions([start.id("ma-hoa-thu-muc")]))
}
