//! The browser, one need a file.

pub mod persist;
