//! The registry's book: producers, products and what belongs to them, in memory, and the acts on them.
//!
//! A book of its own beside [`super::Ledger`]: a scoring tablet never loads it.

mod acts;
mod book;
mod journal;
mod life;
mod recognise;
mod several;

pub use acts::RegistryRefusal;
pub use book::{Recorded, Registry, Shelf};
pub use life::Lived;
pub use recognise::{Belongs, Finder};
pub use several::Needed;
