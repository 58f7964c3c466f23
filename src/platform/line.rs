//! The line between the page and the worker: letters, in order, until one side ends.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::task::{Poll, Waker};

use wasm_bindgen::prelude::*;

use super::files::Parcel;

/// What one side tells the other: a text, perhaps with a file.
#[derive(Clone)]
pub struct Letter {
    /// The text.
    pub text: String,
    /// The file that comes with it.
    pub parcel: Option<Parcel>,
}

impl Letter {
    fn to_js(&self) -> JsValue {
        let parcel = self.parcel.as_ref().map_or(JsValue::NULL, |parcel| JsValue::from(&parcel.0));
        js_sys::Array::of2(&self.text.as_str().into(), &parcel).into()
    }

    fn of_event(event: &web_sys::MessageEvent) -> Letter {
        let parts = js_sys::Array::from(&event.data());
        let parcel = parts.get(1).dyn_into().ok().map(Parcel);
        Letter { text: parts.get(0).as_string().unwrap_or_default(), parcel }
    }
}

/// Letters that have come and were not read yet.
#[derive(Default)]
struct Tray {
    letters: RefCell<VecDeque<Letter>>,
    reader: Cell<Option<Waker>>,
    is_closed: Cell<bool>,
}

impl Tray {
    fn put(&self, letter: Letter) {
        self.letters.borrow_mut().push_back(letter);
        self.wake();
    }

    #[cfg(feature = "app")]
    fn close(&self) {
        self.is_closed.set(true);
        self.wake();
    }

    fn wake(&self) {
        if let Some(reader) = self.reader.take() {
            reader.wake();
        }
    }

    /// The next letter; `None`: the other side has ended.
    async fn take(&self) -> Option<Letter> {
        std::future::poll_fn(|context| match self.letters.borrow_mut().pop_front() {
            Some(letter) => Poll::Ready(Some(letter)),
            None if self.is_closed.get() => Poll::Ready(None),
            None => {
                self.reader.set(Some(context.waker().clone()));
                Poll::Pending
            }
        })
        .await
    }
}

#[cfg(feature = "app")]
pub use page::Line;
#[cfg(feature = "worker")]
pub use side::{Counter, counter};

/// The end in the page.
#[cfg(feature = "app")]
mod page {
    use super::*;

    /// The script that starts the worker, under the site.
    const SCRIPT: &str = "worker.js";

    /// A worker, from the page. It ends with the line.
    pub struct Line {
        worker: web_sys::Worker,
        letters: Rc<Tray>,
        on_message: Closure<dyn FnMut(web_sys::MessageEvent)>,
        on_error: Closure<dyn FnMut(web_sys::Event)>,
    }

    impl Line {
        /// Starts the program of this name in a worker. Whether it really runs is known when it says something.
        pub fn start(program: &str) -> Option<Line> {
            let options = web_sys::WorkerOptions::new();
            options.set_name(program);
            let worker = web_sys::Worker::new_with_options(SCRIPT, &options).ok()?;
            let letters = Rc::new(Tray::default());
            let into = letters.clone();
            let on_message = Closure::new(move |event| into.put(Letter::of_event(&event)));
            worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
            let into = letters.clone();
            let on_error = Closure::new(move |event: web_sys::Event| {
                event.prevent_default();
                into.close();
            });
            worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
            Some(Line { worker, letters, on_message, on_error })
        }

        /// Sends a letter. Only to a worker that has said something: before that it hears nothing.
        pub fn send(&self, letter: &Letter) {
            if self.worker.post_message(&letter.to_js()).is_err() {
                self.letters.close();
            }
        }

        /// The next letter; `None`: the worker has ended.
        pub async fn hear(&self) -> Option<Letter> {
            self.letters.take().await
        }

        /// Ends the worker at once, whatever it does.
        pub fn end(&self) {
            self.worker.terminate();
            self.letters.letters.borrow_mut().clear();
            self.letters.close();
        }
    }

    impl Drop for Line {
        fn drop(&mut self) {
            self.worker.set_onmessage(None);
            self.worker.set_onerror(None);
            self.worker.terminate();
            let _ = (&self.on_message, &self.on_error);
        }
    }
}

/// The end in the worker.
#[cfg(feature = "worker")]
mod side {
    use super::*;

    /// Where the worker hears the page and answers it.
    #[derive(Clone)]
    pub struct Counter {
        scope: web_sys::DedicatedWorkerGlobalScope,
        letters: Rc<Tray>,
    }

    /// Opens the counter, once for the life of the worker; `None` outside a worker.
    pub fn counter() -> Option<Counter> {
        let scope: web_sys::DedicatedWorkerGlobalScope = js_sys::global().dyn_into().ok()?;
        let letters = Rc::new(Tray::default());
        let into = letters.clone();
        let on_message = Closure::<dyn FnMut(web_sys::MessageEvent)>::new(move |event| {
            into.put(Letter::of_event(&event));
        });
        scope.set_onmessage(Some(on_message.into_js_value().unchecked_ref()));
        Some(Counter { scope, letters })
    }

    impl Counter {
        /// Answers. A letter that cannot be sent ends the worker, which the page hears.
        pub fn say(&self, letter: &Letter) {
            if self.scope.post_message(&letter.to_js()).is_err() {
                self.scope.close();
            }
        }

        /// The next letter.
        pub async fn hear(&self) -> Option<Letter> {
            self.letters.take().await
        }
    }
}
