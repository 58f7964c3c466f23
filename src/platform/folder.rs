//! The folder for copies, as `public/folder.js` knows it.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::global;
use crate::domain::moment::Moment;

/// Whether the browser lets us write into the folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// It does.
    Granted,
    /// It wants to ask the person again, after a press of a button.
    ToBeAsked,
    /// It does not.
    Denied,
}

/// The folder that the person chose.
#[derive(Clone, Debug, PartialEq)]
pub struct Folder {
    /// Its name, without the way to it: browsers do not tell that.
    pub name: String,
    /// Whether we may write into it now.
    pub permission: Permission,
    /// When a copy was last written.
    pub last: Option<Moment>,
    /// Why the last try failed, in the browser's word; empty: it did not.
    pub fault: String,
    /// Whether copies are encrypted with a passphrase.
    pub is_locked: bool,
}

/// Whether the browser can let a page write into a folder at all.
pub fn is_possible() -> bool {
    global("showDirectoryPicker").is_some()
}

/// The folder that was chosen, if any.
pub async fn chosen() -> Option<Folder> {
    read(&call("state").await.ok()?)
}

/// Has the person choose a folder. `None`: none was chosen.
pub async fn choose() -> Option<Folder> {
    read(&call("choose").await.ok()?)
}

/// Has the browser ask the person again whether we may write.
pub async fn allow() -> Option<Folder> {
    read(&call("allow").await.ok()?)
}

/// Has copies encrypted with this passphrase from now on; an empty one: no more. `None`: the browser cannot encrypt.
pub async fn protect(passphrase: &str) -> Option<Folder> {
    read(&call_with("protect", &[passphrase.into()]).await.ok()?)
}

/// Forgets the folder; the files in it stay.
pub async fn forget() {
    let _ = call("forget").await;
}

fn read(told: &JsValue) -> Option<Folder> {
    let field = |name: &str| js_sys::Reflect::get(told, &name.into()).ok();
    let text = |name: &str| field(name)?.as_string();
    let permission = match text("may")?.as_str() {
        "granted" => Permission::Granted,
        "denied" => Permission::Denied,
        _ => Permission::ToBeAsked,
    };
    let last = field("last").and_then(|last| last.as_f64()).filter(|last| *last > 0.0);
    Some(Folder {
        name: text("name")?,
        permission,
        last: last.map(|last| Moment(last as i64)),
        fault: text("fault").unwrap_or_default(),
        is_locked: field("locked").is_some_and(|locked| locked.is_truthy()),
    })
}

async fn call(name: &str) -> Result<JsValue, JsValue> {
    call_with(name, &[]).await
}

async fn call_with(name: &str, values: &[JsValue]) -> Result<JsValue, JsValue> {
    // The scripts are only loaded where somebody looks at the folder.
    let object = match global("soOcopFolder") {
        Some(object) => object,
        None => {
            script("locked.js").await?;
            script("folder.js").await?;
            global("soOcopFolder").ok_or(JsValue::NULL)?
        }
    };
    let function: js_sys::Function = js_sys::Reflect::get(&object, &name.into())?.dyn_into()?;
    let promise: js_sys::Promise = function.apply(&object, &values.iter().collect())?.dyn_into()?;
    JsFuture::from(promise).await
}

async fn script(name: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let script = document.create_element("script")?;
    script.set_attribute("src", name)?;
    let head = document.query_selector("head")?.ok_or(JsValue::NULL)?;
    let loaded = js_sys::Promise::new(&mut |done, failed| {
        let _ = script.add_event_listener_with_callback("load", &done);
        let _ = script.add_event_listener_with_callback("error", &failed);
    });
    head.append_child(&script)?;
    JsFuture::from(loaded).await.map(|_| ())
}
