//! Files that come from outside, on their way to the page that knows what to do with them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use crate::exchange::sheets::Seems;
use crate::platform::arrivals;
use crate::platform::files::Picked;

/// What has arrived. Copied freely.
#[derive(Clone, Copy)]
pub struct Arrivals {
    /// A spreadsheet that waits for a list.
    pub sheet: RwSignal<Option<Picked>, LocalStorage>,
    /// Any other file, for the page that opens files.
    pub file: RwSignal<Option<Picked>, LocalStorage>,
    /// A file of a session's room, for the page that takes it.
    pub room: RwSignal<Option<Picked>, LocalStorage>,
    /// Lists on the page that take spreadsheets.
    lists: StoredValue<usize>,
}

impl Default for Arrivals {
    fn default() -> Arrivals {
        Arrivals {
            sheet: RwSignal::new_local(None),
            file: RwSignal::new_local(None),
            room: RwSignal::new_local(None),
            lists: StoredValue::new(0),
        }
    }
}

impl Arrivals {
    /// Says that a list of the page that is being made takes spreadsheets, as long as the page lasts.
    pub fn take_sheets(self) {
        self.lists.update_value(|lists| *lists += 1);
        on_cleanup(move || {
            self.lists.try_update_value(|lists| *lists = lists.saturating_sub(1));
        });
    }
}

impl App {
    /// Takes a file that came from outside to the page for it, known by its content: `holds` says whether this program has
    /// the page at an address, `to_open` and `to_list` are those for our own files and for spreadsheets.
    pub fn receive(self, file: Picked, to_open: &str, to_list: &str, holds: impl Fn(&str) -> bool + 'static) {
        let (to_open, to_list) = (to_open.to_owned(), to_list.to_owned());
        spawn_local(async move {
            let seems = Seems::of(&file.head().await);
            // A list says best why something is no list.
            if seems != Seems::Json && self.arrivals.lists.get_value() > 0 {
                return self.arrivals.sheet.set(Some(file));
            }
            let is_sheet = is_sheet(seems);
            let path = if is_sheet { to_list } else { to_open };
            if holds(&path) {
                self.lay(is_sheet, file);
                self.go(&path);
            } else {
                self.hand_on(&file, &path).await;
            }
        });
    }

    /// Goes to a page of another program with a file. Where a file cannot be handed on, the page is only shown: the person
    /// chooses the file again there.
    pub async fn hand_on(self, file: &Picked, path: &str) {
        let _ = arrivals::lay_down(file).await;
        self.go(path);
    }

    /// Takes up what another program has laid down for this one.
    pub fn take_up_arrival(self) {
        spawn_local(async move {
            let Some(file) = arrivals::take_up().await else { return };
            let is_sheet = is_sheet(Seems::of(&file.head().await));
            self.lay(is_sheet, file);
        });
    }

    fn lay(self, is_sheet: bool, file: Picked) {
        let place = if is_sheet { self.arrivals.sheet } else { self.arrivals.file };
        place.set(Some(file));
    }
}

/// Whether a file may be a list. A text may be one; what is neither is told on the page that opens files.
pub(super) fn is_sheet(seems: Seems) -> bool {
    matches!(seems, Seems::Archive | Seems::Text)
}
