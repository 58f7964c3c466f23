//! The book of the council in the room: the log, the sealed sheets that came in, and the acts of secretary and chair.
//!
//! A book of its own beside [`super::Ledger`]: a scoring tablet never loads it. Its acts change both, and answer what must
//! be written together.

mod book;
mod day;
mod deeds;
mod intake;
mod resume;
mod settle;
mod typed;

pub use book::{Room, checkers};
pub use day::{Day, Next};
pub use deeds::{RoomDeed, RoomRefusal};
pub use intake::{Intake, IntakeFault, Sets, Way, check_sheet};
pub use resume::{Resumed, resume};
pub use typed::{TypingFault, Waiting};
