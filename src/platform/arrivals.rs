//! Files that come from outside: dropped on the page, pasted, opened by the device, handed on by another program of ours.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::files::Picked;

/// Where a file rests between two programs, and the mark that one does.
const STASH: &str = "so-ocop-arrival";

/// The first file that came with a drop or a paste; `None` if it was something else. What was dropped on a field for files
/// or on a place of its own is dealt with there.
pub fn of_event(event: &web_sys::Event) -> Option<Picked> {
    if event.default_prevented() {
        return None;
    }
    let data = match (event.dyn_ref::<web_sys::DragEvent>(), event.dyn_ref::<web_sys::ClipboardEvent>()) {
        (Some(drop), _) => drop.data_transfer(),
        (_, Some(paste)) => paste.clipboard_data(),
        _ => None,
    }?;
    let file = data.files()?.get(0)?;
    // Spreadsheets put a picture of the cells beside the cells.
    let has_text = data.get_data("text/plain").is_ok_and(|text| !text.is_empty());
    (!has_text).then(|| Picked::of_file(file))
}

/// Lets files be dropped: the browser would open them in place of the page.
pub fn may_drop(event: &web_sys::Event) {
    let types = event.dyn_ref::<web_sys::DragEvent>().and_then(|drag| drag.data_transfer()).map(|data| data.types());
    if types.is_some_and(|types| types.includes(&"Files".into(), 0)) {
        event.prevent_default();
    }
}

/// Calls `act` with a file that the device opens with the installed app, also later on.
pub fn on_launch(act: impl Fn(Picked) + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    let Ok(queue) = js_sys::Reflect::get(&window, &"launchQueue".into()) else { return };
    let consume = Closure::<dyn Fn(JsValue)>::new(move |launch: JsValue| {
        let act = act.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(file) = of_launch(launch).await {
                act(Picked::of_file(file));
            }
        });
    });
    let set = js_sys::Reflect::get(&queue, &"setConsumer".into()).ok();
    if let Some(set) = set.and_then(|set| set.dyn_into::<js_sys::Function>().ok()) {
        let _ = set.call1(&queue, &consume.into_js_value());
    }
}

async fn of_launch(launch: JsValue) -> Option<web_sys::File> {
    let files = js_sys::Reflect::get(&launch, &"files".into()).ok()?;
    let handle = js_sys::Array::from(&files).get(0);
    let get: js_sys::Function = js_sys::Reflect::get(&handle, &"getFile".into()).ok()?.dyn_into().ok()?;
    let promise: js_sys::Promise = get.call0(&handle).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

/// Lays a file down for the program that comes next; answers whether that was possible.
pub async fn lay_down(file: &Picked) -> bool {
    try_lay_down(file).await.is_some()
}

async fn try_lay_down(file: &Picked) -> Option<()> {
    let storage = web_sys::window()?.session_storage().ok()??;
    let cache = call(&caches()?, "open", &[STASH.into()]).await?;
    let response = web_sys::Response::new_with_opt_blob(Some(&file.parcel().0)).ok()?;
    call(&cache, "put", &[STASH.into(), response.into()]).await?;
    storage.set_item(STASH, &file.name()).ok()
}

/// Takes up the file that another program has laid down, if there is one.
pub async fn take_up() -> Option<Picked> {
    let storage = web_sys::window()?.session_storage().ok()??;
    let name = storage.get_item(STASH).ok()??;
    storage.remove_item(STASH).ok()?;
    let caches = caches()?;
    let cache = call(&caches, "open", &[STASH.into()]).await?;
    let response: web_sys::Response = call(&cache, "match", &[STASH.into()]).await?.dyn_into().ok()?;
    let blob: web_sys::Blob = JsFuture::from(response.blob().ok()?).await.ok()?.dyn_into().ok()?;
    let _ = call(&caches, "delete", &[STASH.into()]).await;
    let file = web_sys::File::new_with_blob_sequence(&js_sys::Array::of1(&blob), &name).ok()?;
    Some(Picked::of_file(file))
}

/// The browser's store of responses; it has one on secure addresses alone.
fn caches() -> Option<JsValue> {
    super::global("caches")
}

async fn call(of: &JsValue, name: &str, values: &[JsValue]) -> Option<JsValue> {
    let method: js_sys::Function = js_sys::Reflect::get(of, &name.into()).ok()?.dyn_into().ok()?;
    let promise = method.apply(of, &values.iter().collect::<js_sys::Array>()).ok()?;
    JsFuture::from(promise.dyn_into::<js_sys::Promise>().ok()?).await.ok()
}
