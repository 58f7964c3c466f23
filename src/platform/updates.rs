//! The copy on the device and its updates, as `public/offline.js` tells of them.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Calls `act` once the whole app is on the device.
pub fn on_ready_offline(act: impl Fn() + 'static) {
    call("onready", act);
}

/// Calls `act` when a new version waits.
pub fn on_waiting(act: impl Fn() + 'static) {
    call("onwaiting", act);
}

/// Changes over to the version that waits; the page is loaded anew.
pub fn activate() {
    if let Some((object, function)) = function("activate") {
        let _ = function.call0(&object);
    }
}

fn call(name: &'static str, act: impl Fn() + 'static) {
    // The page keeps the callback as long as it lives.
    let act = Closure::<dyn Fn()>::new(act).into_js_value();
    if let Some((object, function)) = function(name) {
        let _ = function.call1(&object, &act);
        return;
    }
    // The script that tells is loaded last; at a second visit the program can be there before it.
    let later = Closure::<dyn Fn()>::new(move || {
        if let Some((object, function)) = function(name) {
            let _ = function.call1(&object, &act);
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("load", later.into_js_value().unchecked_ref());
    }
}

fn function(name: &str) -> Option<(JsValue, js_sys::Function)> {
    let window = web_sys::window()?;
    let object = js_sys::Reflect::get(&window, &JsValue::from_str("soOcopUpdate")).ok()?;
    let function = js_sys::Reflect::get(&object, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    Some((object, function))
}
