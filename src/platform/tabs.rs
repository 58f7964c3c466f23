//! The other tabs of the site: one lock that only one of them holds, and a channel on which they hear each other.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, BroadcastChannel, MessageEvent};

use super::global;

#[wasm_bindgen]
extern "C" {
    // web-sys has it only behind a flag that changes other signatures.
    type LockManager;
    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, options: &JsValue, granted: &Function) -> Result<Promise, JsValue>;
}

/// This tab among the others. Copies are the same tab.
#[derive(Clone)]
pub struct Tabs(Rc<Inner>);

struct Inner {
    name: String,
    locks: LockManager,
    channel: BroadcastChannel,
    /// The request that holds the lock or waits for it.
    request: RefCell<Option<Rc<Request>>>,
}

/// How the lock is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// Only if nobody holds it.
    IfFree,
    /// In the order in which tabs asked.
    InTurn,
    /// At once, from whoever holds it.
    Take,
}

/// What became of the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// This tab holds it.
    Got,
    /// Another tab holds it, and it was asked for only if nobody did.
    Taken,
    /// This tab held it, and another one took it.
    Lost,
}

#[derive(Default)]
struct Request {
    is_held: Cell<bool>,
    is_over: Cell<bool>,
    release: RefCell<Option<Function>>,
    waiting: RefCell<Option<AbortController>>,
}

impl Tabs {
    /// Joins the tabs of this `name`. `None` where the browser has no locks, or withholds them.
    pub fn join(name: &str, heard: impl Fn(String) + 'static) -> Option<Tabs> {
        let navigator = global("navigator")?;
        let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
        let channel = BroadcastChannel::new(name).ok()?;
        let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(words) = event.data().as_string() {
                heard(words);
            }
        });
        // The channel lives as long as the page.
        channel.set_onmessage(Some(hear.into_js_value().unchecked_ref()));
        let locks = locks.unchecked_into();
        Some(Tabs(Rc::new(Inner { name: name.to_owned(), locks, channel, request: RefCell::default() })))
    }

    /// Says something to all other tabs.
    pub fn say(&self, words: &str) {
        let _ = self.0.channel.post_message(&words.into());
    }

    /// Asks for the lock, in place of what this tab asked before; `heard` hears what becomes of it.
    pub fn ask(&self, asking: Asking, heard: impl Fn(Held) + 'static) {
        self.end();
        let request = Rc::new(Request::default());
        *self.0.request.borrow_mut() = Some(Rc::clone(&request));
        let options = Object::new();
        let set = |name: &str, value: &JsValue| drop(Reflect::set(&options, &name.into(), value));
        match asking {
            Asking::IfFree => set("ifAvailable", &JsValue::TRUE),
            Asking::Take => set("steal", &JsValue::TRUE),
            Asking::InTurn => {
                if let Ok(control) = AbortController::new() {
                    set("signal", &control.signal());
                    *request.waiting.borrow_mut() = Some(control);
                }
            }
        }
        let heard = Rc::new(heard);
        let granted = {
            let (request, heard) = (Rc::clone(&request), Rc::clone(&heard));
            Closure::once_into_js(move |lock: JsValue| -> JsValue {
                if request.is_over.get() {
                    return JsValue::UNDEFINED;
                }
                if lock.is_null() || lock.is_undefined() {
                    heard(Held::Taken);
                    return JsValue::UNDEFINED;
                }
                request.is_held.set(true);
                let held = Promise::new(&mut |resolve, _| *request.release.borrow_mut() = Some(resolve));
                heard(Held::Got);
                held.into()
            })
        };
        let Ok(ended) = self.0.locks.request(&self.0.name, &options, granted.unchecked_ref()) else { return };
        spawn_local(async move {
            let ended = JsFuture::from(ended).await;
            if ended.is_err() && request.is_held.get() && !request.is_over.replace(true) {
                heard(Held::Lost);
            }
        });
    }

    /// Gives the lock up, or stops waiting for it.
    pub fn end(&self) {
        let Some(request) = self.0.request.borrow_mut().take() else { return };
        request.is_over.set(true);
        if let Some(release) = request.release.borrow_mut().take() {
            let _ = release.call0(&JsValue::UNDEFINED);
        } else if let Some(control) = request.waiting.borrow_mut().take() {
            control.abort();
        }
    }
}

/// The mark that the PIN was given in this tab.
const OPENED: &str = "so-ocop.opened";

/// Whether the PIN was given in this tab; it outlasts a change of program, not the tab.
pub fn is_opened() -> bool {
    let storage = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
    storage.and_then(|storage| storage.get_item(OPENED).ok().flatten()).is_some()
}

/// Notes whether it was given.
pub fn note_opened(is_opened: bool) {
    let Some(Ok(Some(storage))) = web_sys::window().map(|window| window.session_storage()) else { return };
    let _ = if is_opened { storage.set_item(OPENED, "1") } else { storage.remove_item(OPENED) };
}
