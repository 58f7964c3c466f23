//! The clock.

use crate::domain::date::Date;
use crate::domain::moment::Moment;

/// Now.
pub fn now() -> Moment {
    Moment(js_sys::Date::now() as i64)
}

/// Today in Vietnam.
pub fn today() -> Option<Date> {
    now().in_vietnam().0
}

/// Calls `act` once the next frame is painted, or soon where no frames are painted. `act` may be called twice.
///
/// A message and not a timer follows the frame: a timer may come before the frame's end and delay it.
#[cfg(feature = "app")]
pub fn after_paint(act: impl Fn() + Clone + 'static) {
    use leptos::leptos_dom::helpers::{request_animation_frame, set_timeout};
    let later = act.clone();
    request_animation_frame(move || {
        let Ok(channel) = web_sys::MessageChannel::new() else { return };
        let call = wasm_bindgen::prelude::Closure::once_into_js(later);
        channel.port1().set_onmessage(Some(wasm_bindgen::JsCast::unchecked_ref(&call)));
        let _ = channel.port2().post_message(&wasm_bindgen::JsValue::NULL);
    });
    set_timeout(act, std::time::Duration::from_millis(200));
}

/// Lets the browser do what waits: paint, answer a tap.
#[cfg(feature = "app")]
pub async fn breathe() {
    let waiting = js_sys::Promise::new(&mut |resolve, _| {
        if let Ok(channel) = web_sys::MessageChannel::new() {
            channel.port1().set_onmessage(Some(&resolve));
            let _ = channel.port2().post_message(&wasm_bindgen::JsValue::NULL);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(waiting).await;
}

/// A promise that is kept with `word` after so many milliseconds.
pub fn later(milliseconds: f64, word: &str) -> js_sys::Promise {
    js_sys::Promise::new(&mut |resolve, _| {
        let wait = super::global("setTimeout").map(wasm_bindgen::JsCast::unchecked_into::<js_sys::Function>);
        if let Some(wait) = wait {
            let _ = wait.call3(&wasm_bindgen::JsValue::UNDEFINED, &resolve, &milliseconds.into(), &word.into());
        }
    })
}

/// Waits so many milliseconds.
#[cfg(feature = "app")]
pub async fn pause(milliseconds: u32) {
    let _ = wasm_bindgen_futures::JsFuture::from(later(milliseconds.into(), "")).await;
}

/// Waits until the next frame is painted, or a moment where no frames are painted.
#[cfg(feature = "app")]
pub async fn painted() {
    use leptos::leptos_dom::helpers::{request_animation_frame, set_timeout};
    let call = |resolve: js_sys::Function| move || drop(resolve.call0(&wasm_bindgen::JsValue::NULL));
    let frame = js_sys::Promise::new(&mut |resolve, _| {
        set_timeout(call(resolve.clone()), std::time::Duration::from_millis(200));
        request_animation_frame(call(resolve));
    });
    let _ = wasm_bindgen_futures::JsFuture::from(frame).await;
    breathe().await;
}

/// Leaves a mark in the browser's own timeline, for measurements.
#[cfg(feature = "app")]
pub fn mark(name: &str) {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        let _ = performance.mark(name);
    }
}
