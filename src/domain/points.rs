//! Points and exact means.

use std::cmp::Ordering;

use crate::codec::{Fault, Field, Map, Place, Value, json};

/// Points of a criterion, a part or a sheet: a whole number, 0 to 100 in the shipped sets.
pub type Points = i32;

/// An exact mean: `sum` points over `count` sheets. It is never rounded; `count` is at least 1.
///
/// Comparison is by value: 139/2 equals 278/4.
///
/// ```
/// use so_ocop::domain::points::Mean;
/// assert!(Mean::new(209, 3) < Mean::whole(70));
/// assert_eq!(Mean::new(210, 3), Mean::whole(70));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Mean {
    sum: i64,
    count: i64,
}

impl Mean {
    /// The mean of `count` sheets whose points add up to `sum`. A count below 1 is taken as 1.
    pub fn new(sum: i64, count: usize) -> Mean {
        Mean { sum, count: (count as i64).max(1) }
    }

    /// A whole number of points.
    pub fn whole(points: Points) -> Mean {
        Mean { sum: i64::from(points), count: 1 }
    }

    /// Numerator and denominator in lowest terms; the denominator is at least 1.
    pub fn fraction(self) -> (i64, i64) {
        let divisor = greatest_common_divisor(self.sum.unsigned_abs(), self.count.unsigned_abs()).max(1) as i64;
        (self.sum / divisor, self.count / divisor)
    }

    /// The mean in hundredths, cut off (never rounded up): 69,999… gives 6999.
    ///
    /// Screens show this; a value just below a threshold therefore never looks as if it had reached it.
    pub fn hundredths(self) -> i64 {
        (self.sum * 100).div_euclid(self.count)
    }

    /// Whether [`Mean::hundredths`] is the exact value.
    pub fn is_exact_in_hundredths(self) -> bool {
        (self.sum * 100) % self.count == 0
    }

    /// The exact value as text: a decimal with a point where it ends, else a fraction: `71`, `69.8`, `209/3`.
    pub fn exact_text(self) -> String {
        let (top, bottom) = self.fraction();
        let (mut scaled, mut decimals) = (i128::from(top), 0);
        while scaled % i128::from(bottom) != 0 && decimals < 9 {
            scaled *= 10;
            decimals += 1;
        }
        if scaled % i128::from(bottom) != 0 {
            return [&top.to_string(), "/", &bottom.to_string()].concat();
        }
        let digits = (scaled / i128::from(bottom)).unsigned_abs().to_string();
        let digits = ["0".repeat((decimals + 1usize).saturating_sub(digits.len())), digits].concat();
        let (whole, rest) = digits.split_at(digits.len() - decimals);
        let sign = if top < 0 { "-" } else { "" };
        if rest.is_empty() { [sign, whole].concat() } else { [sign, whole, ".", rest].concat() }
    }

    /// Reads what [`Mean::exact_text`] writes.
    pub fn of_exact_text(text: &str) -> Option<Mean> {
        if let Some((top, bottom)) = text.split_once('/') {
            let bottom: i64 = bottom.parse().ok().filter(|n| (1..=1_000_000).contains(n))?;
            return Some(Mean { sum: top.parse().ok().filter(|n: &i64| n.abs() < 1_000_000_000)?, count: bottom });
        }
        let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
        if rest.len() > 9 || whole.len() > 9 {
            return None;
        }
        let sum: i64 = [whole, rest].concat().parse().ok()?;
        Some(Mean { sum, count: 10i64.pow(rest.len() as u32) })
    }

    /// The difference `self - other`, exact.
    pub fn minus(self, other: Mean) -> Mean {
        Mean { sum: self.sum * other.count - other.sum * self.count, count: self.count * other.count }
    }
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

impl PartialEq for Mean {
    fn eq(&self, other: &Mean) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Mean {}
impl PartialOrd for Mean {
    fn partial_cmp(&self, other: &Mean) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Mean {
    fn cmp(&self, other: &Mean) -> Ordering {
        let left = i128::from(self.sum) * i128::from(other.count);
        left.cmp(&(i128::from(other.sum) * i128::from(self.count)))
    }
}

impl Field for Mean {
    fn read(value: Value, place: &Place) -> Result<Self, Fault> {
        value.as_str().and_then(Mean::of_exact_text).ok_or_else(|| Fault::new(place, "a decimal or a fraction as text"))
    }
    fn write(&self) -> Option<Value> {
        Some(self.exact_text().into())
    }
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+|/[0-9]+)?$"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_never_rounds_up() {
        let mean = Mean::new(629, 9); // 69,888…
        assert!(mean < Mean::whole(70));
        assert_eq!(mean.hundredths(), 6988);
        assert!(!mean.is_exact_in_hundredths());
        assert_eq!(Mean::new(6_999_999, 100_000).hundredths(), 6999);
    }

    #[test]
    fn exact_texts() {
        for (mean, text) in [
            (Mean::new(355, 5), "71"),
            (Mean::new(349, 5), "69.8"),
            (Mean::new(209, 3), "209/3"),
            (Mean::new(1, 8), "0.125"),
            (Mean::new(0, 4), "0"),
            (Mean::new(-1, 4), "-0.25"),
            (Mean::new(637, 7), "91"),
        ] {
            assert_eq!(mean.exact_text(), text);
            assert_eq!(Mean::of_exact_text(text), Some(mean));
        }
        assert_eq!(Mean::of_exact_text("7,5"), None);
        assert_eq!(Mean::of_exact_text("1/0"), None);
    }
}
