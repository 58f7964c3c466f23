//! The five real plans that the project came with, against their acceptance rows.

mod across;
mod faithful;
mod pasted;
mod rows;
mod s0;
mod s1;
mod s2;
mod s3;
mod s4;
mod seed;
mod variants;

use rows::{Row, seeds};
use seed::Seed;

/// The rows of the acceptance list, in its order.
fn all() -> Vec<Row> {
    of_seeds(seeds()).into_iter().chain(across::rows()).collect()
}

/// The rows of the five plans. A plan that is not built as its rows ask has none.
fn of_seeds(seeds: &'static [Seed]) -> Vec<Row> {
    let rows: [fn(&'static Seed) -> Vec<Row>; 5] = [s0::rows, s1::rows, s2::rows, s3::rows, s4::rows];
    let of = |(rows, seed): (&fn(&'static Seed) -> Vec<Row>, &'static Seed)| {
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| rows(seed))).unwrap_or_default()
    };
    rows.iter().zip(seeds).flat_map(of).collect()
}

/// How many rows the list has for each plan, and for all together.
const COUNTS: [(&str, usize); 6] = [("S0", 34), ("S1", 33), ("S2", 60), ("S3", 18), ("S4", 24), ("X", 6)];

#[test]
fn every_row_holds() {
    let rows = all();
    for row in &rows {
        match row.missing.as_slice() {
            [] => eprintln!("{:6} holds  {}", row.id, row.item),
            missing => eprintln!("{:6} FAILS  {}: {}", row.id, row.item, missing.join("; ")),
        }
    }
    let holding = rows.iter().filter(|row| row.missing.is_empty()).count();
    eprintln!("seeds: {holding} of {} rows hold", rows.len());
    for (code, count) in COUNTS {
        let ids: Vec<&str> =
            rows.iter().map(|row| row.id.as_str()).filter(|id| id.split('-').next() == Some(code)).collect();
        let wanted: Vec<String> = (1..=count).map(|number| format!("{code}-{number:02}")).collect();
        assert_eq!(ids, wanted);
    }
    assert_eq!(holding, rows.len());
}
