//! Money: whole đồng, never fractions, never floats.

use std::fmt;

use crate::codec::{Fault, Field, Map, Place, Value, json, put};
use crate::domain::vietnamese::{Wording, fold, in_words, of_words};
use crate::{code, record};

/// An amount in whole đồng. Sums answer `None` when they leave the range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dong(pub i64);

impl Dong {
    /// The sum, if it is in range.
    pub fn sum(amounts: impl IntoIterator<Item = Dong>) -> Option<Dong> {
        let mut total = 0i64;
        for amount in amounts {
            total = total.checked_add(amount.0)?;
        }
        Some(Dong(total))
    }

    /// The amount in words: `Bốn trăm triệu đồng chẵn`.
    pub fn in_words(self, wording: Wording, even: Even) -> String {
        let words = in_words(self.0, wording);
        let mut letters = words.chars();
        let mut said: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        said.push_str(letters.as_str());
        said.push_str(" đồng");
        let is_even = match even {
            Even::Always => true,
            Even::Round => self.0 != 0 && self.0 % 1000 == 0,
            Even::Never => false,
        };
        if is_even {
            said.push_str(" chẵn");
        }
        said
    }

    /// The amount that `words` say; `đồng`, `chẵn`, a full stop and brackets around are forgiven.
    pub fn of_words(words: &str) -> Option<Dong> {
        let lower = words.trim().trim_matches(['(', ')', '.', ';']).to_lowercase();
        let plain = lower.trim_end_matches("./").trim_end();
        let plain = plain.strip_suffix("chẵn").unwrap_or(plain).trim_end();
        of_words(plain.strip_suffix("đồng").unwrap_or(plain)).map(Dong)
    }

    /// Reads a typed amount: `400000000`, `400.000.000`, `400 000 000 đồng`, `400 triệu`, `0,4 tỷ`.
    ///
    /// A dot before exactly three digits parts thousands; a comma is decimal. An amount that is no whole number of
    /// đồng, or could be read in two ways (`1.5`), is refused.
    pub fn parse(text: &str) -> Result<Dong, NoAmount> {
        // Folding takes a minus or a dash for a blank.
        if text.contains(['-', '–', '−']) {
            return Err(NoAmount::NotANumber);
        }
        let folded = fold(text);
        let folded = folded.strip_suffix("dong").unwrap_or(&folded).trim_end();
        let folded = folded.strip_suffix(" d").unwrap_or(folded);
        let units =
            [("nghin", 1000i64), ("ngan", 1000), ("trieu", 1_000_000), ("ty", 1_000_000_000), ("ti", 1_000_000_000)];
        let (number, unit) = units
            .iter()
            .find_map(|(name, unit)| folded.strip_suffix(name).map(|rest| (rest.trim_end(), *unit)))
            .unwrap_or((folded, 1));
        let (whole, decimals) = number.split_once(',').unwrap_or((number, ""));
        let digits = digits_of(whole)?;
        if !decimals.bytes().all(|byte| byte.is_ascii_digit()) || (number.contains(',') && decimals.is_empty()) {
            return Err(NoAmount::NotANumber);
        }
        let decimals = decimals.trim_end_matches('0');
        let scale = 10i64.checked_pow(decimals.len() as u32).ok_or(NoAmount::OutOfRange)?;
        if unit % scale != 0 {
            return Err(NoAmount::PartOfADong);
        }
        let number: i64 = [&digits, decimals].concat().parse().map_err(|_| NoAmount::OutOfRange)?;
        number.checked_mul(unit / scale).map(Dong).ok_or(NoAmount::OutOfRange)
    }
}

/// The digits of a whole part, without the signs between thousands.
fn digits_of(whole: &str) -> Result<String, NoAmount> {
    let parts: Vec<&str> = whole.split(['.', ' ']).collect();
    let is_number = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_number {
        return Err(NoAmount::NotANumber);
    }
    let (first, rest) = parts.split_first().ok_or(NoAmount::NotANumber)?;
    if rest.iter().any(|part| part.len() != 3) || (!rest.is_empty() && first.len() > 3) {
        return Err(NoAmount::Ambiguous);
    }
    Ok(parts.concat())
}

/// Why a typed amount was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAmount {
    /// It is no number.
    NotANumber,
    /// A dot that could part thousands or decimals: `1.5`.
    Ambiguous,
    /// Less than a whole đồng is left over.
    PartOfADong,
    /// Too large.
    OutOfRange,
}

/// When `chẵn` is added to an amount in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Even {
    /// Always.
    Always,
    /// To amounts of whole thousands.
    Round,
    /// Never.
    Never,
}

impl Field for Dong {
    fn blank() -> Self {
        Dong(0)
    }
    fn fill(&mut self, value: Value, place: &Place) -> Result<(), Fault> {
        self.0.fill(value, place)
    }
    fn write(&self) -> Option<Value> {
        self.0.write()
    }
    fn schema(definitions: &mut Map<String, Value>) -> Value {
        i64::schema(definitions)
    }
}

/// A quantity in thousandths, so that `2,5 lớp` is exact: [`Quantity::ONE`] is 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity(pub i64);

impl Quantity {
    /// One.
    pub const ONE: Quantity = Quantity(1000);

    /// A whole quantity.
    pub fn whole(number: i32) -> Quantity {
        Quantity(i64::from(number) * 1000)
    }

    /// What so many cost at `price` each, half a đồng rounded up; `None` out of range.
    pub fn times(self, price: Dong) -> Option<Dong> {
        let thousandths = i128::from(self.0) * i128::from(price.0);
        i64::try_from((thousandths + 500).div_euclid(1000)).ok().map(Dong)
    }
}

impl fmt::Display for Quantity {
    /// `5`, `1.5`: a decimal point, as files write it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        let decimals = format!("{rest:03}");
        let decimals = decimals.trim_end_matches('0');
        if decimals.is_empty() { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{decimals}") }
    }
}

impl Quantity {
    /// Reads `5`, `1.5`, `0.125`: at most three decimals.
    pub fn parse(text: &str) -> Option<Quantity> {
        let (sign, bare) = text.strip_prefix('-').map_or((1, text), |bare| (-1, bare));
        let (whole, decimals) = bare.split_once('.').unwrap_or((bare, "0"));
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(decimals) || decimals.len() > 3 {
            return None;
        }
        let thousandths: i64 = format!("{decimals:0<3}").parse().ok()?;
        whole.parse::<i64>().ok()?.checked_mul(1000)?.checked_add(thousandths).map(|number| Quantity(sign * number))
    }
}

impl Field for Quantity {
    fn blank() -> Self {
        Quantity(0)
    }
    fn fill(&mut self, value: Value, place: &Place) -> Result<(), Fault> {
        put(self, value.as_str().and_then(Quantity::parse), place, "a quantity as text (1.5)")
    }
    fn write(&self) -> Option<Value> {
        Some(self.to_string().into())
    }
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]{1,3})?$"})
    }
}

code! {
    /// The unit in which amounts are shown. Kept amounts are always đồng.
    pub enum DisplayUnit {
        /// Đồng.
        Dong = "dong",
        /// Nghìn đồng.
        Thousand = "thousand",
        /// Triệu đồng.
        Million = "million",
        /// Tỷ đồng.
        Billion = "billion",
    }
}

impl DisplayUnit {
    /// How many đồng one unit is.
    pub fn dong(self) -> i64 {
        match self {
            DisplayUnit::Dong => 1,
            DisplayUnit::Thousand => 1000,
            DisplayUnit::Million => 1_000_000,
            DisplayUnit::Billion => 1_000_000_000,
        }
    }
}

code! {
    /// What a paper says about how exact an amount is.
    pub enum Qualifier {
        /// The amount itself.
        Exact = "exact",
        /// Khái toán: a first estimate.
        Estimate = "estimate",
        /// Dự kiến.
        Expected = "expected",
        /// Hơn.
        MoreThan = "more_than",
        /// Gần.
        Nearly = "nearly",
        /// Khoảng.
        About = "about",
    }
}

record! {
    /// An amount as a paper states it.
    pub struct Amount {
        /// How much.
        pub dong: Dong,
        /// How exact.
        pub qualifier: Option<Qualifier>,
        /// As printed, `400.000.000 đồng`; empty: the paper prints what we write.
        pub printed: String,
        /// In words, typed over what we would write; empty: ours.
        pub words: String,
    }
}

impl Amount {
    /// An exact amount.
    pub fn exact(dong: Dong) -> Amount {
        Amount { dong, qualifier: None, printed: String::new(), words: String::new(), unknown: Default::default() }
    }
}
