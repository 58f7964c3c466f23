//! Medians, and the table at the end.

/// Milliseconds, one for each time that something was measured.
#[derive(Default)]
pub struct Times(Vec<f64>);

impl Times {
    pub fn add(&mut self, time: Option<f64>) {
        self.0.extend(time);
    }

    pub fn join(&mut self, other: Times) {
        self.0.extend(other.0);
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    pub fn median(&self) -> Option<f64> {
        let sorted = self.sorted();
        let upper = sorted.get(sorted.len() / 2)?;
        let lower = sorted.get(sorted.len().saturating_sub(1) / 2)?;
        Some((lower + upper) / 2.0)
    }

    /// The time that 95 of 100 keep; of fewer than 20 this is the worst.
    pub fn p95(&self) -> Option<f64> {
        let sorted = self.sorted();
        let rank = (sorted.len() * 95).div_ceil(100);
        sorted.get(rank.checked_sub(1)?).copied()
    }

    fn sorted(&self) -> Vec<f64> {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        sorted
    }
}

/// One line: what was measured, on the floor and on our page.
pub struct Row<'a> {
    pub what: &'a str,
    pub floor: Option<&'a Times>,
    pub ours: &'a Times,
}

pub fn print(rows: &[Row]) {
    println!("\n{:<46} {:>26} {:>26} {:>13}", "milliseconds: median / p95 (count)", "floor", "ours", "ours : floor");
    for Row { what, floor, ours } in rows {
        let ratio = |of: fn(&Times) -> Option<f64>| {
            let (ours, floor) = (of(ours)?, floor.and_then(of)?);
            Some(format!("{:.2}", ours / floor))
        };
        let ratios = [ratio(Times::median), ratio(Times::p95)].map(|ratio| ratio.unwrap_or_default()).join(" / ");
        let ratios = if floor.is_some() { ratios } else { String::new() };
        println!("{what:<46} {:>26} {:>26} {ratios:>13}", floor.map(cell).unwrap_or_default(), cell(ours));
    }
    println!(
        "p95 of fewer than 20 is the worst. The figures belong to this machine in this session; quote the ratios."
    );
}

fn cell(times: &Times) -> String {
    match times.median().zip(times.p95()) {
        Some((median, p95)) => format!("{median:.1} / {p95:.1} ({})", times.count()),
        None => "none".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_tail() {
        let times = Times((1..=100).rev().map(f64::from).collect());
        assert_eq!((times.median(), times.p95()), (Some(50.5), Some(95.0)));
        let times = Times(vec![3.0, 1.0, 2.0]);
        assert_eq!((times.median(), times.p95()), (Some(2.0), Some(3.0)));
        assert_eq!((Times::default().median(), Times::default().p95()), (None, None));
    }
}
