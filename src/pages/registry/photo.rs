//! The photo of a product.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Editor;
use crate::domain::registry::{Attachment, Product};
use crate::state::{FileFault, Picked, Records};
use crate::text::{dossier, registry};
use crate::ui::{Node, actions, button, classed, el, paragraph, text};

/// The photo, or the field to choose one. It is made small before it is kept.
pub fn photo(records: Records, editor: Editor<Product>) -> Node {
    let fault: RwSignal<Option<FileFault>> = RwSignal::new(None);
    spawn_local(async move { records.load_files(editor.id).await });
    let shown = Memo::new(move |_| {
        records.registry.with(|register| {
            let file = register.get::<Attachment>(register.get::<Product>(editor.id)?.photo?)?;
            Some(["data:", &file.media_type, ";base64,", &file.data].concat())
        })
    });
    let why = move || match fault.get() {
        None => "",
        Some(FileFault::TooLarge) => registry::TOO_LARGE.get(),
        Some(FileFault::Unreadable) => dossier::FILE_UNREADABLE.get(),
    };
    let take = move |picked: Picked| {
        spawn_local(async move {
            let outcome = records.keep_photo(editor.id, picked).await;
            let _ = fault.try_set(outcome.err());
        });
    };
    let content = move || match shown.get() {
        Some(address) => {
            let name = editor.now(|product| product.name.clone()).unwrap_or_default();
            let remove = button("quiet", registry::PHOTO_REMOVE.get(), move || records.remove_photo(editor.id));
            let picture = el("img").attr("src", &address).attr("alt", &name);
            classed("div", "photo").child(picture).child(actions([remove]))
        }
        None => {
            let field = el("input").attr("type", "file").attr("accept", "image/*").on("change", move |event| {
                if let Some(picked) = Picked::of_field(&event) {
                    take(picked);
                }
            });
            classed("label", "field").child(text("span", registry::PHOTO_ADD.get())).child(field)
        }
    };
    let why = paragraph("want", "").attr("role", "alert").bind_text(move || why().to_owned());
    classed("section", "stack")
        .child(text("h2", registry::PHOTO.get()))
        .child(el("div").show(content))
        .child(why.hidden_while(move || fault.get().is_none()))
}
