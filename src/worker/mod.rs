//! The programs in workers beside the page, which stays light and alive: one writes, reads and merges our own files, one
//! writes and one reads the files of other programs, whose libraries are heavy.
//!
//! [`Request`] and [`Reply`], [`Order`] and [`Answer`] are all that passes, as short texts; files pass as they are. A worker does
//! one errand and ends, so that a large file leaves no memory behind and stopping is ending the worker.

mod papers;
mod point_protocol;
mod protocol;
mod room_protocol;
mod sheets;
mod wire;

#[cfg(feature = "worker")]
mod clerk;
#[cfg(feature = "worker")]
mod locking;
#[cfg(feature = "worker")]
mod points;
#[cfg(feature = "worker")]
mod reader;
#[cfg(feature = "worker")]
mod results;
#[cfg(feature = "worker")]
mod room;
#[cfg(feature = "worker")]
mod writer;

pub use point_protocol::{PointReply, PointRequest};
pub use protocol::{Refused, Reply, Request};
pub use room_protocol::{RoomRequest, texts_of};
pub use sheets::{Answer, Order};

/// Does what the page asks for, until the page ends the worker.
#[cfg(feature = "worker")]
pub fn start() {
    let Some(counter) = crate::platform::line::counter() else { return };
    wasm_bindgen_futures::spawn_local(clerk::serve(counter));
}

/// Writes the files of other programs, until the page ends the worker.
#[cfg(feature = "worker")]
pub fn start_writer() {
    let Some(counter) = crate::platform::line::counter() else { return };
    wasm_bindgen_futures::spawn_local(writer::serve(counter));
}

/// Reads the files of other programs, until the page ends the worker.
#[cfg(feature = "worker")]
pub fn start_reader() {
    let Some(counter) = crate::platform::line::counter() else { return };
    wasm_bindgen_futures::spawn_local(reader::serve(counter));
}
