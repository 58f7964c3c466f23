//! The reactive state.

pub mod saver;
