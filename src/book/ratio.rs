//! Exact fractions.

use std::cmp::Ordering;

/// A fraction in lowest terms; its denominator is at least 1. What does not fit answers `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    top: i128,
    bottom: i128,
}

impl Ratio {
    /// `top / bottom`; `None` for nothing below the line.
    pub fn new(top: i128, bottom: i128) -> Option<Ratio> {
        let divisor = common(top.unsigned_abs(), bottom.unsigned_abs());
        let divisor = i128::try_from(divisor).ok().filter(|_| bottom != 0)?;
        let sign = bottom.signum();
        Some(Ratio { top: (top / divisor).checked_mul(sign)?, bottom: (bottom / divisor).checked_mul(sign)? })
    }

    /// A whole number.
    pub fn whole(number: i64) -> Ratio {
        Ratio { top: i128::from(number), bottom: 1 }
    }

    /// `self + other`.
    pub fn plus(self, other: Ratio) -> Option<Ratio> {
        let top = self.top.checked_mul(other.bottom)?.checked_add(other.top.checked_mul(self.bottom)?)?;
        Ratio::new(top, self.bottom.checked_mul(other.bottom)?)
    }

    /// `self - other`.
    pub fn minus(self, other: Ratio) -> Option<Ratio> {
        self.plus(Ratio { top: other.top.checked_neg()?, bottom: other.bottom })
    }

    /// `self * other`.
    pub fn times(self, other: Ratio) -> Option<Ratio> {
        Ratio::new(self.top.checked_mul(other.top)?, self.bottom.checked_mul(other.bottom)?)
    }

    /// `self / other`; `None` if `other` is 0.
    pub fn over(self, other: Ratio) -> Option<Ratio> {
        Ratio::new(self.top.checked_mul(other.bottom)?, self.bottom.checked_mul(other.top)?)
    }

    /// Without its sign.
    pub fn abs(self) -> Ratio {
        if self.top < 0 { Ratio { top: self.top.saturating_neg(), bottom: self.bottom } } else { self }
    }

    /// The largest whole number not above it.
    pub fn floor(self) -> Ratio {
        Ratio { top: self.top.div_euclid(self.bottom), bottom: 1 }
    }

    /// Numerator and denominator.
    pub fn parts(self) -> (i128, i128) {
        (self.top, self.bottom)
    }

    /// The nearest decimal with a point, 12 digits after it at most: what a spreadsheet keeps beside a formula.
    pub fn decimal(self) -> String {
        let scale = 1_000_000_000_000i128;
        let Some(scaled) = self.top.checked_mul(scale) else { return (self.top / self.bottom).to_string() };
        let half = if scaled < 0 { -self.bottom } else { self.bottom };
        let scaled = (scaled.saturating_mul(2).saturating_add(half)) / (self.bottom.saturating_mul(2));
        let sign = if scaled < 0 { "-" } else { "" };
        let digits = format!("{:013}", scaled.unsigned_abs());
        let (whole, rest) = digits.split_at(digits.len() - 12);
        let rest = rest.trim_end_matches('0');
        if rest.is_empty() { [sign, whole].concat() } else { [sign, whole, ".", rest].concat() }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Ratio) -> Ordering {
        match (self.top.checked_mul(other.bottom), other.top.checked_mul(self.bottom)) {
            (Some(one), Some(two)) => one.cmp(&two),
            // Too large to be multiplied: whole parts first, then what is left.
            _ => {
                let (one, two) = (self.floor().top, other.floor().top);
                let left = |own: &Ratio| (own.top.rem_euclid(own.bottom), own.bottom);
                let ((a, b), (c, d)) = (left(self), left(other));
                // The larger of 1/x is the smaller of x.
                one.cmp(&two).then_with(|| match (a, c) {
                    (0, 0) => Ordering::Equal,
                    (0, _) => Ordering::Less,
                    (_, 0) => Ordering::Greater,
                    _ => Ratio { top: d, bottom: c }.cmp(&Ratio { top: b, bottom: a }),
                })
            }
        }
    }
}

fn common(a: u128, b: u128) -> u128 {
    if b == 0 { a.max(1) } else { common(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_exact() {
        let of = |top, bottom| Ratio::new(top, bottom).expect("a fraction");
        assert_eq!(of(6, -4), of(-3, 2));
        assert_eq!(Ratio::new(1, 0), None);
        assert_eq!(of(1, 3).plus(of(1, 6)), Some(of(1, 2)));
        assert_eq!(of(1, 3).minus(of(1, 3)), Some(of(0, 1)));
        assert_eq!(of(2, 3).over(of(0, 5)), None);
        assert_eq!(of(-7, 2).floor(), of(-4, 1));
        assert_eq!(of(-7, 2).abs(), of(7, 2));
        assert!(of(629, 9) < of(70, 1));
        assert!(of(i128::MAX, 3) > of(i128::MAX - 1, 3));
        assert_eq!(of(i128::MAX, 1).plus(of(1, 1)), None);
        let decimals = [of(349, 5), of(1, 3), of(2, 3), of(-1, 8), of(70, 1)].map(Ratio::decimal);
        assert_eq!(decimals, ["69.8", "0.333333333333", "0.666666666667", "-0.125", "70"]);
    }
}
