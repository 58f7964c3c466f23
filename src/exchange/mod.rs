//! The file that holds everything: one JSON text, written and read without loss.
//!
//! [`export`] writes it, [`Reader`] reads it in small steps, [`Plan`] says what it would change here and [`apply`]
//! turns the user's choices into one batch for the store; [`Preview`] is what the user sees of a plan. All of it runs in
//! the second program ([`crate::worker`]); the page knows only the plain types. Nothing here waits for a browser or knows one.

mod apply;
pub mod codes;
mod difference;
mod envelope;
mod error;
mod existing;
mod export;
pub mod ics;
mod json;
mod kinds;
mod limits;
mod locked;
mod names;
mod outline;
mod own_plan;
mod plan;
mod preview;
mod privacy;
mod raw;
mod reader;
mod repair;
mod results;
mod schema;
mod schemes;
pub mod sheets;

pub use apply::{Choice, apply};
pub use difference::{Changes, Difference, GroupDifference, KindDifference, difference};
pub use envelope::{APP, Carried, DecisionPins, Envelope, FORMAT, KIND, PinnedSet, Wholeness, own_sets_of, pins_of};
pub use error::ImportError;
pub use existing::{Existing, existing};
pub use export::{Content, export};
pub use kinds::{Heading, heading};
pub use limits::{Limits, MAX_BYTES, MAX_DEPTH};
pub use locked::{IV, Lock, LockedFault, LockedFile, SALT};
pub use names::{file_name, sheets_file_name};
pub use own_plan::{NoPlan, plan_in_file};
pub use plan::{Counts, GroupPlan, Plan, RowPlan, Verdict, Warning, plan};
pub use preview::{GroupPreview, Preview};
pub use privacy::{Audience, KEPT, Rule, WITHHELD, rules, withhold};
pub use raw::{RAW_KIND, Raw, is_raw, read_raw};
pub use reader::{Progress, Reader};
pub use repair::{Repair, repair};
pub use results::{product_line, results_of, same_result};
pub use schema::json_schema;
pub use schemes::Schemes;
