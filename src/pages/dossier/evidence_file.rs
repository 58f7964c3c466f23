//! The file of a piece of evidence: attached, given back, taken away.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::cycle::{Dossier, EvidenceId};
use crate::domain::id::Id;
use crate::domain::registry::{Attachment, AttachmentId};
use crate::pages::registry::Editor;
use crate::pages::{DossierPart, Path};
use crate::state::{FileFault, Picked};
use crate::text::{dossier, registry};
use crate::ui::{Node, actions, button, classed, el, link, paragraph, text};

/// The file, or the field to choose one.
pub fn file(editor: Editor<Dossier>, id: EvidenceId) -> Node {
    let fault: RwSignal<Option<FileFault>> = RwSignal::new(None);
    let attached = Memo::new(move |_| {
        editor.records.registry.with(|register| {
            let name = register.get::<Dossier>(editor.id)?.piece(id)?.attachment.clone()?;
            let id: AttachmentId = Id::parse(&name)?;
            let file = register.get::<Attachment>(id);
            Some((id, file.map(|file| (file.name.clone(), u64::from(file.size)))))
        })
    });
    let why = move || match fault.get() {
        None => "",
        Some(FileFault::TooLarge) => registry::TOO_LARGE.get(),
        Some(FileFault::Unreadable) => dossier::FILE_UNREADABLE.get(),
    };
    let shown = move || match attached.get() {
        None => choose(editor, id, fault),
        Some((file, about)) => there(editor, id, file, about),
    };
    let why = paragraph("want", "").attr("role", "alert").bind_text(move || why().to_owned());
    el("div").child(el("div").show(shown)).child(why.hidden_while(move || fault.get().is_none()))
}

fn choose(editor: Editor<Dossier>, id: EvidenceId, fault: RwSignal<Option<FileFault>>) -> Node {
    let field = el("input").attr("type", "file").on("change", move |event| {
        let Some(picked) = Picked::of_field(&event) else { return };
        spawn_local(async move {
            let outcome = editor.records.attach(editor.id, picked).await;
            let _ = fault.try_set(outcome.err());
            if let Ok(file) = outcome {
                let set = |dossier: &mut Dossier| {
                    if let Some(piece) = dossier.evidence.iter_mut().find(|piece| piece.id == id) {
                        piece.attachment = Some(file.to_string());
                    }
                };
                editor.change(set);
            }
        });
    });
    classed("label", "field").child(text("span", dossier::FILE.get())).child(field)
}

fn there(editor: Editor<Dossier>, id: EvidenceId, file: AttachmentId, about: Option<(String, u64)>) -> Node {
    let line = about.map(|(name, size)| dossier::file_line(&name, size)).unwrap_or_default();
    // A link and not a button: it works where the fields are only to be read.
    let here = Path::DossierPart(editor.id, DossierPart::Evidence).text();
    let open = link("quiet", &here, dossier::FILE_OPEN.get()).attr("role", "button").on("click", move |event| {
        event.prevent_default();
        editor.records.offer_file(file);
    });
    let remove = button("quiet", dossier::FILE_REMOVE.get(), move || {
        editor.change(|dossier| {
            if let Some(piece) = dossier.evidence.iter_mut().find(|piece| piece.id == id) {
                piece.attachment = None;
            }
        });
        editor.records.remove_file(file);
    });
    el("div").child(paragraph("", &[dossier::FILE.get(), ": ", &line].concat())).child(actions([open, remove]))
}
