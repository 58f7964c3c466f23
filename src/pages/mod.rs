//! One module per route. A page joins state, text and ui; it has no rules of its own.

mod frame;
mod home;
mod paths;
mod root;
mod scoring;
mod waiting;

pub use paths::Path;
pub use root::root;
