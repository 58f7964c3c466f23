//! The second program: writes, reads and merges files in a worker beside the page, which stays light and alive.
//!
//! [`Request`] and [`Reply`] are all that passes between the two, as short texts; files pass as they are. A worker does
//! one errand and ends, so that a large file leaves no memory behind and stopping is ending the worker.

mod papers;
mod point_protocol;
mod protocol;
mod wire;

#[cfg(feature = "worker")]
mod clerk;
#[cfg(feature = "worker")]
mod points;

pub use point_protocol::{PointReply, PointRequest};
pub use protocol::{Refused, Reply, Request};

/// Does what the page asks for, until the page ends the worker.
#[cfg(feature = "worker")]
pub fn start() {
    let Some(counter) = crate::platform::line::counter() else { return };
    wasm_bindgen_futures::spawn_local(clerk::serve(counter));
}
