//! The book of the council in the room: the log, the sealed sheets that came in, and the acts of secretary and chair.
//!
//! A book of its own beside [`super::Ledger`]: a scoring tablet never loads it. Its acts change both, and answer what must
//! be written together.

mod book;
mod deeds;
mod intake;
mod settle;

pub use book::Room;
pub use deeds::{RoomDeed, RoomRefusal};
pub use intake::{Intake, IntakeFault, Sets, Way, check_sheet};
