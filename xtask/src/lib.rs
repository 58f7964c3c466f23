//! The project's own tool: everything needed to run, test and measure the site on a machine that has only Rust.
//!
//! It is a library too, so that the browser tests serve the built site with the same server as `cargo xtask serve`.
//! It knows nothing of the app's code; it sees files.

pub mod bench;
pub mod checks;
pub mod command;
pub mod digest;
pub mod encoding;
pub mod project;
pub mod proof;
pub mod seal;
pub mod seeds;
pub mod server;
pub mod site;
pub mod size;
pub mod tools;

/// What went wrong, in words for the person at the terminal.
pub type Result<T> = std::result::Result<T, String>;
