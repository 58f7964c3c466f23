//! Points and exact means.

use std::cmp::Ordering;

use crate::codec::{Fault, Field, Map, Place, Value, json, put};

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
        let divisor = greatest_common_divisor(self.sum.unsigned_abs().into(), self.count.unsigned_abs().into());
        let divisor = divisor.max(1) as i64;
        (self.sum / divisor, self.count / divisor)
    }

    /// The mean in hundredths, cut off (never rounded up): 69,999… gives 6999.
    ///
    /// Screens show this; a value just below a threshold therefore never looks as if it had reached it.
    pub fn hundredths(self) -> i64 {
        narrow((i128::from(self.sum) * 100).div_euclid(i128::from(self.count)))
    }

    /// Whether [`Mean::hundredths`] is the exact value.
    pub fn is_exact_in_hundredths(self) -> bool {
        (i128::from(self.sum) * 100) % i128::from(self.count) == 0
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

    /// Reads what [`Mean::exact_text`] writes: fewer than 10 digits on either side of the point or the stroke.
    pub fn of_exact_text(text: &str) -> Option<Mean> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
        let number = |digits: &str| -> Option<i64> {
            let is_short = (1..10).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
            if is_short { digits.parse().ok() } else { None }
        };
        if let Some((top, bottom)) = digits.split_once('/') {
            return Some(Mean { sum: sign * number(top)?, count: number(bottom).filter(|count| *count > 0)? });
        }
        let Some((whole, rest)) = digits.split_once('.') else {
            return Some(Mean { sum: sign * number(digits)?, count: 1 });
        };
        let count = 10i64.pow(rest.len().min(9) as u32);
        Some(Mean { sum: sign * (number(whole)? * count + number(rest)?), count })
    }

    /// The difference `self - other`, exact; what is too large for any sheet stops at the largest number.
    pub fn minus(self, other: Mean) -> Mean {
        self.plus(Mean { sum: other.sum.saturating_neg(), count: other.count })
    }

    /// The sum `self + other`, exact; what is too large for any sheet stops at the largest number.
    pub fn plus(self, other: Mean) -> Mean {
        let wide = |mean: Mean| (i128::from(mean.sum), i128::from(mean.count));
        let ((sum, count), (other_sum, other_count)) = (wide(self), wide(other));
        let (top, bottom) = (sum * other_count + other_sum * count, count * other_count);
        let divisor = greatest_common_divisor(top.unsigned_abs(), bottom.unsigned_abs()).max(1) as i128;
        Mean { sum: narrow(top / divisor), count: narrow(bottom / divisor) }
    }
}

fn narrow(number: i128) -> i64 {
    i64::try_from(number).unwrap_or(if number < 0 { i64::MIN } else { i64::MAX })
}

fn greatest_common_divisor(a: u128, b: u128) -> u128 {
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
    fn blank() -> Self {
        Mean::whole(0)
    }
    fn fill(&mut self, value: Value, place: &Place) -> Result<(), Fault> {
        put(self, value.as_str().and_then(Mean::of_exact_text), place, "a decimal or a fraction as text")
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

    #[test]
    fn only_what_is_written_is_read() {
        for bad in ["", "-", ".5", "5.", "-.5", "+5", "1.+5", "1.-5", "+1/3", "1/+3", "1/-3", "1/", "/3", "--1", "1e3"]
        {
            assert_eq!(Mean::of_exact_text(bad), None, "{bad:?}");
        }
        assert_eq!(Mean::of_exact_text("-9223372036854775808/1"), None);
    }

    #[test]
    fn no_mean_that_can_be_read_overflows() {
        let texts = ["999999999.999999999", "-999999999.999999999", "999999999/1000000", "0.000000001", "70"];
        let means = texts.map(|text| Mean::of_exact_text(text).expect("a mean"));
        assert_eq!(means.map(Mean::hundredths), [99_999_999_999, -100_000_000_000, 99_999, 0, 7000]);
        assert_eq!(means.map(Mean::is_exact_in_hundredths), [false, false, false, false, true]);
        assert_eq!(means[3].minus(means[4]).exact_text(), "-69.999999999");
        for mean in means {
            assert_eq!(mean.minus(mean), Mean::whole(0));
            assert_eq!(Mean::of_exact_text(&mean.exact_text()), Some(mean));
        }
    }
}
