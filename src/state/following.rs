//! What another tab wrote is taken in here, while that tab has the turn.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use crate::platform::way;
use crate::schema::{Kind, Row};
use crate::storage::{Loaded, Which};

impl App {
    /// Takes in these records as they are in the store now, as far as they are open here.
    pub(super) fn follow(self, ids: Vec<String>) {
        spawn_local(async move {
            // A store that cannot be read here is said when something is to be written.
            let Ok(packed) = self.saver.store().packed(Which::Ids(&ids)).await else { return };
            let (own, others): (Vec<Row>, Vec<Row>) = Loaded::of(packed)
                .rows
                .into_iter()
                .partition(|row| matches!(row.kind, Kind::Session | Kind::Worksheet));
            if !others.is_empty() {
                self.books.with_value(|books| books.iter().for_each(|book| (book.absorb)(others.clone())));
            }
            let is_open = |row: &Row| {
                let sheets =
                    |ids: &Vec<_>| ids.iter().any(|id: &crate::domain::session::SessionId| id.to_string() == row.scope);
                row.kind == Kind::Session || self.loaded.with_value(sheets)
            };
            let own: Vec<Row> = own.into_iter().filter(is_open).collect();
            if !own.is_empty() {
                self.ledger.update(|ledger| drop(ledger.absorb(own)));
                self.news.update(|news| *news = news.wrapping_add(1));
            }
        });
    }

    /// The store was changed beside the books: this page is loaded anew, unless something waits here to be written.
    pub(super) fn follow_all(self) {
        self.typing.now();
        self.settle();
        if self.saver.pending_changes().is_empty() {
            way::reload();
        }
    }
}
