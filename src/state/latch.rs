//! The PIN of a shared device: set, asked for, asked for again after a pause.

use std::time::Duration;

use leptos::prelude::*;

use super::app::App;
use crate::domain::latch::{fits, is_pin, kept};
use crate::domain::moment::Moment;
use crate::platform::preferences::Preference;
use crate::platform::{clock, random, tabs};

/// Without a touch for so long, the screen is covered.
const PAUSE: i64 = 10 * 60_000;
const LOOK: Duration = Duration::from_secs(20);

/// After so many wrong tries, one waits.
const TRIES: u32 = 5;
const WAIT: i64 = 60_000;

/// The latch of the screen.
#[derive(Clone, Copy)]
pub struct Latch {
    /// The screen is covered.
    pub is_closed: RwSignal<bool>,
    /// A PIN is set.
    pub is_set: RwSignal<bool>,
    touched: StoredValue<Moment>,
    wrong: StoredValue<(u32, Moment)>,
}

/// What became of a PIN that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// It fits.
    Opened,
    /// It does not.
    Wrong,
    /// Too many wrong ones: a minute has to pass.
    Wait,
}

impl Latch {
    /// As the device was left. A tab that was opened stays so over a change of program.
    pub(super) fn new() -> Latch {
        let is_set = Preference::Pin.value().is_some_and(|kept| !kept.is_empty());
        Latch {
            is_closed: RwSignal::new(is_set && !tabs::is_opened()),
            is_set: RwSignal::new(is_set),
            touched: StoredValue::new(clock::now()),
            wrong: StoredValue::new((0, Moment::default())),
        }
    }

    /// Somebody is at the device.
    pub fn touch(self) {
        self.touched.set_value(clock::now());
    }

    /// Tries a PIN.
    pub fn try_pin(self, pin: &str) -> Tried {
        let (count, last) = self.wrong.get_value();
        let now = clock::now();
        if count >= TRIES && (0..WAIT).contains(&(now.0 - last.0)) {
            return Tried::Wait;
        }
        if fits(pin, &Preference::Pin.value().unwrap_or_default()) {
            self.wrong.set_value((0, now));
            tabs::note_opened(true);
            self.touch();
            self.is_closed.set(false);
            Tried::Opened
        } else {
            self.wrong.set_value((if count >= TRIES { 1 } else { count + 1 }, now));
            Tried::Wrong
        }
    }

    /// Sets a PIN; `false`: it is none, or the device keeps no preferences.
    pub fn set(self, pin: &str) -> bool {
        if !is_pin(pin) {
            return false;
        }
        Preference::Pin.set(&kept(pin, &random::ten_bytes()));
        let is_kept = Preference::Pin.value().is_some_and(|kept| fits(pin, &kept));
        if is_kept {
            tabs::note_opened(true);
            self.is_set.set(true);
        }
        is_kept
    }

    /// Takes the PIN away.
    pub fn remove(self) {
        Preference::Pin.set("");
        self.is_set.set(false);
    }
}

impl App {
    /// Covers the screen; what is being typed is recorded first.
    pub fn close_latch(self) {
        if self.latch.is_set.get_untracked() {
            self.typing.now();
            self.settle();
            tabs::note_opened(false);
            self.latch.is_closed.set(true);
        }
    }

    /// Covers the screen whenever nobody touched it for a while. To be called once, by the program.
    pub fn watch_latch(self) {
        set_timeout(
            move || {
                if clock::now().0 - self.latch.touched.get_value().0 > PAUSE && !self.latch.is_closed.get_untracked() {
                    self.close_latch();
                }
                self.watch_latch();
            },
            LOOK,
        );
    }
}
