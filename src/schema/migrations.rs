//! Schema versions and the steps between them.
//!
//! A step is named after its intent, is pure, and is never changed once released. A new version appends a step that
//! turns a body of the version before into its own.

use crate::codec::Value;

use super::{Kind, Row};

/// The schema version that this program writes.
pub const CURRENT: u32 = 1;

/// A step to a version.
pub struct Migration {
    /// The version it leads to.
    pub to: u32,
    /// What it is for.
    pub name: &'static str,
    /// Turns a body of version `to - 1` into one of version `to`.
    pub step: fn(Kind, Value) -> Value,
}

/// All steps, in order. Version 1 is the first; its step takes what stands there.
pub const MIGRATIONS: &[Migration] = &[Migration { to: 1, name: "sessions and worksheets", step: |_, body| body }];

/// The row was written by a newer program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooNew {
    /// Its version.
    pub version: u32,
}

/// Brings `row` to [`CURRENT`], or says that it is too new; then it must be left alone.
pub fn migrate(mut row: Row) -> Result<Row, TooNew> {
    if row.schema > CURRENT {
        return Err(TooNew { version: row.schema });
    }
    let from = row.schema;
    for migration in MIGRATIONS.iter().filter(|migration| migration.to > from) {
        row.body = (migration.step)(row.kind, row.body);
        row.schema = migration.to;
    }
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::{Field, Place, json};

    fn row(schema: u32) -> Row {
        let row = json!({
            "id": "a", "kind": "session", "scope": "a", "rev": 1, "schema": schema,
            "created": "2026-11-21T00:00:00.000Z", "updated": "2026-11-21T00:00:00.000Z", "body": {"name": "x"},
        });
        Row::read(row, &Place::default()).expect("a row")
    }

    #[test]
    fn the_chain_is_whole_and_every_step_runs() {
        let versions: Vec<u32> = MIGRATIONS.iter().map(|migration| migration.to).collect();
        assert_eq!(versions, (1..=CURRENT).collect::<Vec<u32>>());
        let oldest = migrate(row(0)).expect("migrates");
        assert_eq!((oldest.schema, &oldest.body), (CURRENT, &json!({"name": "x"})));
    }

    #[test]
    fn a_newer_row_is_refused() {
        assert_eq!(migrate(row(CURRENT + 1)), Err(TooNew { version: CURRENT + 1 }));
    }
}
