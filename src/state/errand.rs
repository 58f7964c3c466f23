//! One errand to the second program.

use std::cell::Cell;
use std::rc::Rc;

use crate::platform::files::Parcel;
use crate::platform::line::{Letter, Line};
use crate::worker::{Refused, Reply, Request};

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
    /// Starts the second program.
    pub(super) fn start() -> Errand {
        Errand(Rc::new(Inner { line: Line::start(), is_stopped: Cell::new(false) }))
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
        if let Some(line) = &self.0.line {
            line.send(&Letter { text: request.to_text(), parcel });
        }
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
