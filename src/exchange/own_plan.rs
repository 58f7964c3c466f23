//! One plan out of a file, to begin a new one with: nothing that is on the device is looked at or replaced.

use super::FORMAT;
use crate::codec::{Field, Place, Value, parse};
use crate::domain::plan::Plan;

/// Why a file gives no plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPlan {
    /// There is none in it, or it cannot be read.
    Missing,
    /// It was written by a newer version.
    Newer,
}

/// The first plan in a file of this app, or a plan that stands in the file by itself.
pub fn plan_in_file(bytes: &[u8]) -> Result<Plan, NoPlan> {
    let value = parse(bytes).ok_or(NoPlan::Missing)?;
    if value.get("format").and_then(Value::as_u64).is_some_and(|format| format > u64::from(FORMAT)) {
        return Err(NoPlan::Newer);
    }
    let rows = value.get("content").and_then(|content| content.get("plans")?.as_array());
    let body = match rows {
        Some(rows) => rows.iter().find_map(|row| row.get("body")).cloned().ok_or(NoPlan::Missing)?,
        None => value,
    };
    Plan::read(body, &Place::default()).map_err(|_| NoPlan::Missing)
}
