//! Texts of codes from pictures and the camera, and texts of files.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::pages::locked::Locked;
use crate::platform::camera::{CameraFault, Look as Picture, look_at};
use crate::state::{App, Picked, Seer};
use crate::text::{files, room};
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
pub fn scan(app: App, pick: &str, on_came: impl Fn(Came) + Copy + 'static) -> Node {
    let (locked, is_lost) = (Locked::new(app), RwSignal::new(false));
    let on_file = move |bytes: Vec<u8>| on_came(Came::File(String::from_utf8(bytes).unwrap_or_default()));
    let (in_files, in_camera) = (Seer::new(), Seer::new());
    let is_looking = RwSignal::new(false);
    let take = move |file: Option<Picked>| {
        let Some(file) = file else { return };
        spawn_local(async move {
            let parcel = file.parcel();
            if !file.media_type().starts_with("image/") {
                let bytes = parcel.bytes().await.unwrap_or_default();
                if let Some(bytes) = locked.let_through(&parcel, bytes) {
                    on_file(bytes);
                }
                return;
            }
            let _ = is_looking.try_set(true);
            let seen = match look_at(&parcel).await {
                Some(picture) => in_files.texts(picture, None).await,
                None => Ok(Vec::new()),
            };
            if is_looking.try_set(false).is_some() {
                // The page has gone.
                return;
            }
            is_lost.set(seen.is_err());
            let texts = seen.unwrap_or_default();
            if texts.is_empty() && !is_lost.get_untracked() {
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
        let on_look = async move |picture: Picture| {
            let way = turn.try_update_value(|turn| {
                *turn = turn.wrapping_add(1);
                *turn
            });
            let seen = in_camera.texts(picture, way).await;
            let _ = is_lost.try_set(seen.is_err());
            // What was seen when the camera is off already is not wanted any more.
            if is_on.try_get_untracked() == Some(true) {
                seen.unwrap_or_default().into_iter().for_each(|text| on_came(Came::Code(text)));
            }
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
    let looking = paragraph("help", room::LOOKING.get()).attr("role", "status");
    let lost = paragraph("warning", files::NOT_STARTED.get()).attr("role", "alert");
    // A file that was opened somewhere else, or dropped here.
    let arrived = move || {
        if let Some(file) = app.arrivals.room.get() {
            app.arrivals.room.set(None);
            take(Some(file));
        }
    };
    classed("div", "scan")
        .effect(Box::new(arrived))
        .on("dragover", |event| event.prevent_default())
        .on("drop", move |event| take(Picked::of_drop(&event)))
        .child(classed("label", "field").child(text("span", pick)).child(field))
        .child(locked.node(on_file))
        .child(looking.hidden_while(move || !is_looking.get()))
        .child(lost.hidden_while(move || !is_lost.get()))
        .child(actions([turn.id("may-anh").bind_text(move || label().get().to_owned())]))
        .child(paragraph("warning", "").bind_text(move || why().to_owned()).hidden_while(move || fault.get().is_none()))
        .child(shown)
}
