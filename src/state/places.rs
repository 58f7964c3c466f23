//! The administrative units: fetched once, when a page asks for them.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::codec::parse;
use crate::domain::units::Units;
use crate::platform::site;

const PATH: &str = "units/units-2025.json";

/// The list of units, as far as it is there.
#[derive(Clone, Copy)]
pub struct Places {
    loaded: RwSignal<Option<Result<Arc<Units>, ()>>>,
    asked: StoredValue<bool>,
}

impl Places {
    /// Nothing asked for yet.
    pub(super) fn new() -> Places {
        Places { loaded: RwSignal::new(None), asked: StoredValue::new(false) }
    }

    /// The units as far as they are there now.
    pub fn units_now(self) -> Option<Arc<Units>> {
        self.loaded.get_untracked()?.ok()
    }

    /// The units; `None` while they are on the way, an error when they cannot be had. The first call asks for them.
    pub fn units(self) -> Option<Result<Arc<Units>, ()>> {
        if !self.asked.get_value() {
            self.asked.set_value(true);
            spawn_local(async move {
                let bytes = site::file(PATH).await;
                let units = bytes.and_then(|bytes| parse(&bytes)).and_then(|value| Units::read(value).ok());
                // What could not be had is asked for again by the next page.
                self.asked.set_value(units.is_some());
                self.loaded.set(Some(units.map(Arc::new).ok_or(())));
            });
        }
        self.loaded.get()
    }
}
