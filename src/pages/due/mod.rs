//! What is due: the boards, the calendar of a year, and the settings of the office.

mod board;
mod lines;
mod settings;
mod year;

pub use board::board;
pub use settings::settings;
