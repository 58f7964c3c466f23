//! The auditor's check: recomputes what an export states, with the criteria sets carried inside the program.

mod embedded;
mod report;
mod room;
mod signatures;

pub use embedded::{EmbeddedSet, embedded_schemes, embedded_sets};
pub use report::{Report, verify};
pub use signatures::signature_holds;
