//! Texts of codes from pictures and the camera, and texts of files.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::locked::{is_locked, opening};
use crate::exchange::codes::{Look, see};
use crate::platform::camera::{CameraFault, Look as Picture, look_at};
use crate::state::Picked;
use crate::text::room;
use crate::ui::{Node, actions, button, camera, classed, el, paragraph, text};

/// What came in.
pub enum Came {
    /// The text of a code.
    Code(String),
    /// The text of a file.
    File(String),
    /// A picture without a code.
    NoCode,
}

/// Takes files, pictures of codes and, while the person wants it, the camera. `on_came` hears what came.
pub fn scan(pick: &str, on_came: impl Fn(Came) + Copy + 'static) -> Node {
    let waiting: RwSignal<Option<String>> = RwSignal::new(None);
    let take = move |file: Option<Picked>| {
        let Some(file) = file else { return };
        spawn_local(async move {
            let parcel = file.parcel();
            if !file.media_type().starts_with("image/") {
                let text = parcel.bytes().await.and_then(|bytes| String::from_utf8(bytes).ok());
                let text = text.unwrap_or_default();
                if is_locked(&text) {
                    let _ = waiting.try_set(Some(text));
                    return;
                }
                return on_came(Came::File(text));
            }
            let texts = look_at(&parcel).await.map(|picture| texts(picture, &Look::ALL)).unwrap_or_default();
            if texts.is_empty() {
                on_came(Came::NoCode);
            }
            texts.into_iter().for_each(|text| on_came(Came::Code(text)));
        });
    };
    let field = el("input")
        .attr("type", "file")
        .attr("accept", ".json,application/json,image/*")
        .id("tep-ma")
        .on("change", move |event| take(Picked::of_field(&event)));
    let (is_on, fault) = (RwSignal::new(false), RwSignal::new(None::<CameraFault>));
    let turn = button("quiet", "", move || {
        fault.set(None);
        is_on.update(|is_on| *is_on = !*is_on);
    });
    let label = move || if is_on.get() { room::CAMERA_OFF } else { room::CAMERA_ON };
    let shown = el("div").show(move || {
        if !is_on.get() {
            return el("div");
        }
        // One way of looking a picture: the next picture is looked at in the next way.
        let turn = StoredValue::new(0usize);
        let on_look = move |picture: Picture| {
            let at = turn.try_update_value(|turn| {
                *turn += 1;
                *turn
            });
            let look = Look::ALL[at.unwrap_or(0) % Look::ALL.len()];
            texts(picture, &[look]).into_iter().for_each(|text| on_came(Came::Code(text)));
        };
        camera(room::CAMERA_ON.get(), on_look, move |why| {
            let _ = fault.try_set(Some(why));
            let _ = is_on.try_set(false);
        })
    });
    let why = move || match fault.get() {
        Some(CameraFault::Refused) => room::CAMERA_REFUSED.get(),
        Some(CameraFault::NotThere) => room::CAMERA_NONE.get(),
        None => "",
    };
    classed("div", "scan")
        .child(classed("label", "field").child(text("span", pick)).child(field))
        .child(opening(waiting, move |file| on_came(Came::File(file))))
        .child(actions([turn.id("may-anh").bind_text(move || label().get().to_owned())]))
        .child(paragraph("warning", "").bind_text(move || why().to_owned()).hidden_while(move || fault.get().is_none()))
        .child(shown)
}

fn texts(picture: Picture, looks: &[Look]) -> Vec<String> {
    match picture {
        Picture::Texts(texts) => texts,
        Picture::Grey(width, height, grey) => see(width, height, &grey, looks),
    }
}
