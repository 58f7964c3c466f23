//! One errand to a program in a worker.

use std::cell::Cell;
use std::rc::Rc;

use crate::platform::files::Parcel;
use crate::platform::line::{Letter, Line};
use crate::worker::{Refused, Reply, Request, RoomRequest};

/// A program in a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Our own files.
    Files,
    /// Spreadsheets written.
    Writer,
    /// Spreadsheets read.
    Reader,
}

/// The letter with a request of the council in the room.
pub(super) fn about_room(request: &RoomRequest) -> Request {
    Request::OfRoom { text: request.to_text() }
}

/// One errand to the second program. Copies are the same errand; when the last one is dropped, the second program ends
/// and gives its memory back.
#[derive(Clone)]
pub struct Errand(Rc<Inner>);

struct Inner {
    /// None: no worker could be started.
    line: Option<Line>,
    is_stopped: Cell<bool>,
}

impl Errand {
    /// Starts the program for our own files.
    pub(super) fn start() -> Errand {
        Errand::to(Side::Files)
    }

    /// Starts a program.
    pub(super) fn to(side: Side) -> Errand {
        let program = match side {
            Side::Files => "so-ocop-worker",
            Side::Writer => "so-ocop-writer-worker",
            Side::Reader => "so-ocop-reader-worker",
        };
        Errand(Rc::new(Inner { line: Line::start(program), is_stopped: Cell::new(false) }))
    }

    /// Ends it, whatever it does. Its answer is [`Refused::Stopped`].
    pub fn stop(&self) {
        self.0.is_stopped.set(true);
        if let Some(line) = &self.0.line {
            line.end();
        }
    }

    /// Whether it was [`Errand::stop`]ped.
    pub(super) fn is_stopped(&self) -> bool {
        self.0.is_stopped.get()
    }

    /// Waits until the second program runs.
    pub(super) async fn begin(&self) -> Result<(), Refused> {
        match self.hear().await {
            Ok((Reply::Here, _)) => Ok(()),
            _ => Err(Refused::NotStarted),
        }
    }

    /// Asks for something.
    pub(super) fn ask(&self, request: &Request, parcel: Option<Parcel>) {
        self.send(Letter { text: request.to_text(), parcel });
    }

    /// Sends a letter.
    pub(super) fn send(&self, letter: Letter) {
        if let Some(line) = &self.0.line {
            line.send(&letter);
        }
    }

    /// The next letter; `None`: the program has ended, or was never there.
    pub(super) async fn letter(&self) -> Option<Letter> {
        self.0.line.as_ref()?.hear().await
    }

    /// The next answer.
    pub(super) async fn hear(&self) -> Result<(Reply, Option<Parcel>), Refused> {
        let line = self.0.line.as_ref().ok_or(Refused::NotStarted)?;
        let letter = line.hear().await.ok_or(Refused::Stopped)?;
        match Reply::of_text(&letter.text) {
            Some(Reply::Refused(refused)) => Err(refused),
            Some(reply) => Ok((reply, letter.parcel)),
            // The second program is of another version: this page is older than the site.
            None => Err(Refused::NotStarted),
        }
    }
}
