//! Changing a plan by hand: sections come, go and move; entries get keys, units get names, places in the text stay whole.
//!
//! Nothing here refuses for the sake of a rule: a draft may hold anything, and [`super::check`] says what is odd.

mod budget;
mod decision;
mod kept;
mod keys;
mod landing;
mod levels;
mod numbering;
mod places;
mod shares;
mod slips;
mod stretches;
mod tree;
mod units;

pub use budget::{Computed, change_line, computed, follow, total};
pub use decision::{attach, detach};
pub use kept::{Kept, kept};
pub use landing::{Over, landing, landing_in};
pub use levels::{levels, parents};
pub use numbering::{depths, sign_of};
pub use places::{Entry, entries, inline_entry, is_placed, place, placed};
pub use stretches::stretches;
pub use tree::{DropAt, OutlineRow, SectionPart, SectionSpot, outline};
