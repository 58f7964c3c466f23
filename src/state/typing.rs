//! Text that is being typed: kept back for a moment, so that a sentence is one change and not fifty.
//!
//! While something is kept back the saving sign says so; it is never called saved before it is written.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::platform::clock;

/// How long a pause in typing has to be.
const PAUSE: Duration = Duration::from_millis(500);

/// The field of what follows the next frame; no field is called so.
const SOON: &str = "";

/// What is being typed, if anything.
#[derive(Clone, Copy)]
pub struct Typing {
    waiting: StoredValue<Option<Waiting>, LocalStorage>,
    is_on: RwSignal<bool>,
}

struct Waiting {
    field: String,
    timer: Option<TimeoutHandle>,
    act: Box<dyn FnOnce()>,
}

impl Typing {
    /// Nothing is being typed.
    pub fn new() -> Typing {
        Typing { waiting: StoredValue::new_local(None), is_on: RwSignal::new(false) }
    }

    /// Whether something typed is not yet handed to the writer.
    pub fn is_on(self) -> bool {
        self.is_on.get()
    }

    /// The same, for who does not want to hear of it later.
    pub fn is_waiting(self) -> bool {
        self.waiting.with_value(Option::is_some)
    }

    /// Does `act` after a pause in typing, in place of what waits for the same `field`; what waits for another field is
    /// done first.
    pub fn later(self, field: String, act: impl FnOnce() + 'static) {
        let is_other =
            self.waiting.with_value(|waiting| waiting.as_ref().is_some_and(|waiting| waiting.field != field));
        if is_other {
            self.now();
        }
        let before = self.waiting.try_update_value(Option::take).flatten();
        if let Some(timer) = before.and_then(|before| before.timer) {
            timer.clear();
        }
        let timer = set_timeout_with_handle(move || self.now(), PAUSE).ok();
        self.keep(Waiting { field, timer, act: Box::new(act) });
    }

    fn keep(self, waiting: Waiting) {
        self.waiting.set_value(Some(waiting));
        if !self.is_on.get_untracked() {
            self.is_on.set(true);
        }
    }

    /// Does `act` once the next frame is painted, after what waits already: what follows from an act that the page shows by
    /// then. Until it is done it counts as being typed.
    pub fn soon(self, act: impl FnOnce() + 'static) {
        self.now();
        self.keep(Waiting { field: SOON.to_owned(), timer: None, act: Box::new(act) });
        clock::after_paint(move || {
            if self.waiting.with_value(|waiting| waiting.as_ref().is_some_and(|waiting| waiting.field == SOON)) {
                self.now();
            }
        });
    }

    /// Does at once what waits.
    pub fn now(self) {
        let Some(waiting) = self.waiting.try_update_value(Option::take).flatten() else { return };
        if let Some(timer) = waiting.timer {
            timer.clear();
        }
        (waiting.act)();
        self.is_on.set(false);
    }
}
