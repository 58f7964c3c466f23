//! Handing a file to another app of the device.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::files::Parcel;

/// A file under a name that the device's share sheet takes.
pub struct Shareable {
    data: JsValue,
    navigator: web_sys::Navigator,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// Another app has it.
    Done,
    /// The person closed the sheet.
    Dismissed,
    /// The device did not do it.
    Failed,
}

/// The file as it can be shared, if the device shares files at all. Browsers share few kinds; text of any kind goes as a
/// text file, because ours are known by their content and not by their names.
pub fn shareable(name: &str, file: &Parcel, message: &str) -> Option<Shareable> {
    let own = of(name, &file.0.type_(), file, message);
    own.or_else(|| {
        let is_text = name.ends_with(".json") || name.ends_with(".ndjson") || name.ends_with(".ics");
        if is_text { of(&[name, ".txt"].concat(), "text/plain", file, message) } else { None }
    })
}

fn of(name: &str, kind: &str, file: &Parcel, message: &str) -> Option<Shareable> {
    let navigator = web_sys::window()?.navigator();
    let options = web_sys::FilePropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&file.0);
    let named = web_sys::File::new_with_blob_sequence_and_options(&parts, name, &options).ok()?;
    let data = js_sys::Object::new();
    for (key, value) in
        [("files", JsValue::from(js_sys::Array::of1(&named))), ("title", name.into()), ("text", message.into())]
    {
        js_sys::Reflect::set(&data, &key.into(), &value).ok()?;
    }
    // Asked by name: many browsers have neither.
    let can = js_sys::Reflect::get(&navigator, &"canShare".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    let may = can.call1(&navigator, &data).ok()?.is_truthy();
    may.then(|| Shareable { data: data.into(), navigator })
}

impl Shareable {
    /// Opens the share sheet. Must be called in answer to a tap.
    pub async fn share(self) -> Shared {
        let share = js_sys::Reflect::get(&self.navigator, &"share".into()).ok();
        let begun = share
            .and_then(|share| share.dyn_into::<js_sys::Function>().ok())
            .and_then(|share| share.call1(&self.navigator, &self.data).ok())
            .and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok());
        let Some(promise) = begun else { return Shared::Failed };
        match JsFuture::from(promise).await {
            Ok(_) => Shared::Done,
            Err(error) => match error.dyn_ref::<web_sys::DomException>() {
                Some(error) if error.name() == "AbortError" => Shared::Dismissed,
                _ => Shared::Failed,
            },
        }
    }
}
