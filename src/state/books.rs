//! Whose sheet book this device is, known before the store is asked: links lead a member to the own book.

use super::app::App;
use super::room::Belonging;
use crate::domain::id::Id;
use crate::domain::session::{MemberId, SessionId};
use crate::platform::preferences::Preference;

impl App {
    /// The member whose sheet book this device is for a session.
    pub fn book_of(self, session: SessionId) -> Option<MemberId> {
        let books = Preference::Books.value()?;
        let rest = books.split_once(session.to_string().as_str())?.1;
        Id::parse(rest.trim_start().split(' ').next()?)
    }
}

/// Remembers the books: session and member in turn.
pub(super) fn remember(books: &[Belonging]) {
    let all: Vec<String> =
        books.iter().map(|own| [own.session.to_string(), own.member.to_string()].join(" ")).collect();
    Preference::Books.set(&all.join(" "));
}
