//! Scores side by side: the producer's own, the commune's or advisory team's, the council's.

use crate::domain::criteria::Scheme;
use crate::domain::points::Mean;
use crate::domain::tally::Tally;
use crate::domain::worksheet::Worksheet;

/// The scores of one side for one product. Exact; nothing is rounded.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Mean per leaf, in the order of the scheme; `None`: not scored.
    pub leaves: Vec<Option<Mean>>,
    /// Mean per part.
    pub parts: Vec<Mean>,
    /// Mean of the totals.
    pub total: Mean,
    /// Sheets in it.
    pub sheets: usize,
    /// All of them are locked.
    pub settled: bool,
}

impl Column {
    /// The column of `sheets`: the means of the locked ones, as a council's result counts them. A check may be read while
    /// it is being filled in (`drafts`): then its one sheet stands as far as it is answered. `None`: nothing to show.
    pub fn of(scheme: &Scheme, sheets: &[&Worksheet], drafts: bool) -> Option<Column> {
        let of_sheet = |sheet: &&Worksheet| (sheet.is_locked(), Tally::of(scheme, sheet));
        let tallies: Vec<(bool, Tally)> = sheets.iter().map(of_sheet).collect();
        let locked: Vec<&Tally> =
            tallies.iter().filter(|(locked, tally)| *locked && tally.is_complete()).map(|(_, tally)| tally).collect();
        match (&locked[..], &tallies[..]) {
            ([], [(_, draft)]) if drafts && draft.answered > 0 => Some(Column {
                leaves: draft.leaves.iter().map(|points| points.map(Mean::whole)).collect(),
                parts: draft.parts.iter().map(|points| Mean::whole(*points)).collect(),
                total: Mean::whole(draft.total),
                sheets: 1,
                settled: false,
            }),
            ([], _) => None,
            (locked, _) => Some(Column::mean(scheme, locked)),
        }
    }

    fn mean(scheme: &Scheme, tallies: &[&Tally]) -> Column {
        let mean = |points: &dyn Fn(&Tally) -> i32| {
            let sum = tallies.iter().map(|tally| i64::from(points(tally))).sum();
            Mean::new(sum, tallies.len())
        };
        Column {
            leaves: (0..scheme.leaves.len()).map(|at| Some(mean(&|tally| tally.leaves[at].unwrap_or(0)))).collect(),
            parts: (0..scheme.parts.len()).map(|at| mean(&|tally| tally.parts[at])).collect(),
            total: mean(&|tally| tally.total),
            sheets: tallies.len(),
            settled: true,
        }
    }
}

/// The widest difference between the values that are there; `None`: fewer than two, or all are the same.
pub fn difference(values: &[Option<Mean>]) -> Option<Mean> {
    let known = || values.iter().flatten().copied();
    let (low, high) = (known().min()?, known().max()?);
    (low != high).then(|| high.minus(low))
}
