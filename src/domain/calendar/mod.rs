//! The calendar: working days, and the dates that the decision sets for every year.

mod statutory;
mod working_days;

pub use statutory::{
    COMMUNE_DAYS, Entry, EntryKind, Latest, latest, next_round, proposals_before, results_before, round, statutory,
};
pub use working_days::WorkingDays;
