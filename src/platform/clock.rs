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

/// Calls `act` once the next frame is painted, or soon where no frames are painted.
#[cfg(feature = "app")]
pub fn after_paint(act: impl FnOnce() + 'static) {
    AFTER_PAINT.with(|after| after.add(Box::new(act)));
}

#[cfg(feature = "app")]
thread_local! {
    static AFTER_PAINT: AfterPaint = AfterPaint::new();
}

/// What waits for the next frame. One channel and its functions serve all frames: a tap that asks for this is in haste.
///
/// A message and not a timer follows the frame: a timer may come before the frame's end and delay it.
#[cfg(feature = "app")]
struct AfterPaint {
    acts: std::cell::RefCell<Vec<Box<dyn FnOnce()>>>,
    timer: std::cell::Cell<Option<i32>>,
    in_frame: wasm_bindgen::prelude::Closure<dyn FnMut()>,
    act: wasm_bindgen::prelude::Closure<dyn FnMut()>,
}

#[cfg(feature = "app")]
impl AfterPaint {
    /// How long a page that paints nothing waits, in milliseconds.
    const AT_THE_LATEST: i32 = 200;

    fn new() -> AfterPaint {
        use wasm_bindgen::JsCast;
        use wasm_bindgen::prelude::Closure;
        let act = Closure::new(|| AFTER_PAINT.with(AfterPaint::take).into_iter().for_each(|act| act()));
        let door = web_sys::MessageChannel::new().ok().map(|channel| {
            channel.port1().set_onmessage(Some(act.as_ref().unchecked_ref()));
            channel.port2()
        });
        let in_frame = Closure::new(move || {
            if let Some(door) = &door {
                let _ = door.post_message(&wasm_bindgen::JsValue::NULL);
            }
        });
        AfterPaint { acts: Default::default(), timer: Default::default(), in_frame, act }
    }

    fn take(&self) -> Vec<Box<dyn FnOnce()>> {
        if let (Some(timer), Some(window)) = (self.timer.take(), web_sys::window()) {
            window.clear_timeout_with_handle(timer);
        }
        self.acts.take()
    }

    fn add(&self, act: Box<dyn FnOnce()>) {
        use wasm_bindgen::JsCast;
        self.acts.borrow_mut().push(act);
        if self.acts.borrow().len() > 1 {
            return;
        }
        let Some(window) = web_sys::window() else { return };
        let _ = window.request_animation_frame(self.in_frame.as_ref().unchecked_ref());
        let act = self.act.as_ref().unchecked_ref();
        let wait = AfterPaint::AT_THE_LATEST;
        self.timer.set(window.set_timeout_with_callback_and_timeout_and_arguments_0(act, wait).ok());
    }
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
