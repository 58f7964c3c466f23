//! How well raters agree.

use crate::domain::points::Points;

/// A fraction as a statistic is: `top / bottom`, `bottom` above 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    top: i128,
    bottom: i128,
}

impl Ratio {
    /// `top / bottom`; `None` when `bottom` is 0.
    fn new(top: i128, bottom: i128) -> Option<Ratio> {
        (bottom != 0).then(|| if bottom < 0 { Ratio { top: -top, bottom: -bottom } } else { Ratio { top, bottom } })
    }

    /// In thousandths, rounded to the nearest; for showing.
    pub fn thousandths(self) -> i64 {
        let doubled = self.top.saturating_mul(2000).saturating_add(self.bottom);
        i64::try_from(doubled.div_euclid(self.bottom.saturating_mul(2))).unwrap_or(0)
    }

    /// Whether it is at least so many thousandths, exactly.
    pub fn is_at_least(self, thousandths: i64) -> bool {
        self.top.saturating_mul(1000) >= self.bottom.saturating_mul(i128::from(thousandths))
    }
}

/// How far the ratings of one thing are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The thing's place in the list.
    pub at: usize,
    /// Its lowest rating.
    pub low: Points,
    /// Its highest.
    pub high: Points,
}

impl Spread {
    /// Highest less lowest.
    pub fn width(self) -> Points {
        self.high - self.low
    }
}

/// The spread of every thing that `rows` rate (a row a rater, a column a thing), widest first; things as wide as each other
/// stay in order.
pub fn spreads(rows: &[Vec<Points>]) -> Vec<Spread> {
    let things = rows.iter().map(Vec::len).min().unwrap_or(0);
    let spread = |at: usize| {
        let ratings = || rows.iter().map(|row| row[at]);
        Spread { at, low: ratings().min().unwrap_or(0), high: ratings().max().unwrap_or(0) }
    };
    let mut spreads: Vec<Spread> = (0..things).map(spread).collect();
    spreads.sort_by_key(|spread| std::cmp::Reverse(spread.width()));
    spreads
}

/// ICC(2,1): the intraclass correlation of single ratings, raters drawn at random, absolute agreement (Shrout & Fleiss
/// 1979). `rows` has a row for each thing rated and a column for each rater. `None` with fewer than two of either, and where
/// all ratings are the same.
pub fn icc(rows: &[Vec<i64>]) -> Option<Ratio> {
    let (n, k) = (rows.len() as i128, rows.first()?.len() as i128);
    if n < 2 || k < 2 || rows.iter().any(|row| row.len() as i128 != k) {
        return None;
    }
    let wide = |value: &i64| i128::from(*value);
    let square = |value: i128| value * value;
    let total: i128 = rows.iter().flatten().map(wide).sum();
    let squares: i128 = rows.iter().flatten().map(|value| square(wide(value))).sum();
    let by_row: i128 = rows.iter().map(|row| square(row.iter().map(wide).sum())).sum();
    let by_column: i128 = (0..k as usize).map(|at| square(rows.iter().map(|row| wide(&row[at])).sum())).sum();
    // Sums of squares times n·k, so that everything stays whole; then mean squares times (n-1)·(k-1) more.
    let between_rows = n * by_row - square(total);
    let between_columns = k * by_column - square(total);
    let rest = n * k * squares - square(total) - between_rows - between_columns;
    let (rows, columns) = (between_rows * (k - 1), between_columns * (n - 1));
    Ratio::new(n * (rows - rest), n * (rows + (k - 1) * rest) + k * (columns - rest))
}

/// Krippendorff's alpha for ratings on an interval scale; ratings may be missing. `units` are the things rated, each with
/// the ratings it got. `None` with fewer than two ratings to compare, and where all are the same.
pub fn alpha(units: &[Vec<i64>]) -> Option<Ratio> {
    let pairable: Vec<&Vec<i64>> = units.iter().filter(|unit| unit.len() >= 2).collect();
    // Over all ordered pairs: 2·(m·Σv² − (Σv)²).
    let differences = |values: &mut dyn Iterator<Item = i64>| {
        let (mut count, mut sum, mut squares) = (0i128, 0i128, 0i128);
        for value in values.map(i128::from) {
            (count, sum, squares) = (count + 1, sum + value, squares + value * value);
        }
        2 * (count * squares - sum * sum)
    };
    let all = differences(&mut pairable.iter().flat_map(|unit| unit.iter().copied()));
    let count: i128 = pairable.iter().map(|unit| unit.len() as i128).sum();
    let common = pairable.iter().fold(1i128, |common, unit| least_common_multiple(common, unit.len() as i128 - 1));
    let within =
        pairable.iter().map(|unit| differences(&mut unit.iter().copied()) * (common / (unit.len() as i128 - 1)));
    let within: i128 = within.sum();
    Ratio::new(common * all - (count - 1) * within, common * all)
}

fn least_common_multiple(a: i128, b: i128) -> i128 {
    let divisor = |mut a: i128, mut b: i128| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a.max(1)
    };
    a / divisor(a, b) * b
}
