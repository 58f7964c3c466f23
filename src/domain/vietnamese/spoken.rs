//! Whole numbers in Vietnamese words, and words back to numbers.

/// The words of which there are two in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording {
    /// An empty ten before a unit: `linh` (else `lẻ`).
    pub linh: bool,
    /// Four after tens: `hai mươi tư` (else `hai mươi bốn`).
    pub tu: bool,
    /// A thousand: `nghìn` (else `ngàn`).
    pub nghin: bool,
}

impl Wording {
    /// The words of state papers: `linh`, `tư`, `nghìn`.
    pub const USUAL: Wording = Wording { linh: true, tu: true, nghin: true };
}

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const BILLION: u64 = 1_000_000_000;

/// `number` in words, lower case, one blank between words; below 0 with `âm` before it.
///
/// Groups of three digits that are 000 are not said; above a milliard the whole part is read and `tỷ` follows it.
///
/// ```
/// use so_ocop::domain::vietnamese::{Wording, in_words};
/// assert_eq!(in_words(1_005_000_000_024, Wording::USUAL), "một nghìn không trăm linh năm tỷ không trăm hai mươi tư");
/// ```
pub fn in_words(number: i64, wording: Wording) -> String {
    let mut words: Vec<&'static str> = Vec::new();
    if number < 0 {
        words.push("âm");
    }
    if number == 0 {
        words.push(DIGITS[0]);
    }
    whole(number.unsigned_abs(), false, wording, &mut words);
    words.join(" ")
}

/// Reads `number`; `inside`: something higher was said before it.
fn whole(number: u64, inside: bool, wording: Wording, words: &mut Vec<&'static str>) {
    let (billions, rest) = (number / BILLION, number % BILLION);
    if billions > 0 {
        whole(billions, inside, wording, words);
        words.push("tỷ");
    }
    let mut inside = inside || billions > 0;
    let thousand = if wording.nghin { "nghìn" } else { "ngàn" };
    for (group, name) in [(rest / 1_000_000, "triệu"), (rest / 1000 % 1000, thousand), (rest % 1000, "")] {
        if group > 0 {
            three(group as usize, inside, wording, words);
            inside = true;
            if !name.is_empty() {
                words.push(name);
            }
        }
    }
}

fn three(group: usize, inside: bool, wording: Wording, words: &mut Vec<&'static str>) {
    let (hundreds, tens, units) = (group / 100, group / 10 % 10, group % 10);
    let has_hundreds = hundreds > 0 || inside;
    if has_hundreds {
        words.extend([DIGITS[hundreds], "trăm"]);
    }
    match tens {
        0 if units > 0 && has_hundreds => words.push(if wording.linh { "linh" } else { "lẻ" }),
        0 => (),
        1 => words.push("mười"),
        _ => words.extend([DIGITS[tens], "mươi"]),
    }
    match (tens, units) {
        (_, 0) => (),
        (2.., 1) => words.push("mốt"),
        (2.., 4) if wording.tu => words.push("tư"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(DIGITS[units]),
    }
}

/// The number that `words` say, in either wording; `None` if they do not say one, or say it in no usual way.
///
/// Capitals, doubled blanks and `tỉ` for `tỷ` are forgiven.
pub fn of_words(words: &str) -> Option<i64> {
    let lower = words.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().map(|word| if word == "tỉ" { "tỷ" } else { word }).collect();
    let number = match words.split_first()? {
        (&"âm", rest) => -i64::try_from(of_whole(rest)?).ok()?,
        _ => i64::try_from(of_whole(&words)?).ok()?,
    };
    // What is not said as we would say it is not taken for a number: a word too many, thousands before millions.
    let is_said = [true, false].iter().any(|linh| {
        let wording = Wording { linh: *linh, tu: !ends_four(&words), nghin: !words.contains(&"ngàn") };
        same_words(&in_words(number, wording), &words)
    });
    is_said.then_some(number)
}

/// Whether the words say four after tens as `bốn`.
fn ends_four(words: &[&str]) -> bool {
    words.windows(2).any(|pair| pair == ["mươi", "bốn"])
}

fn same_words(said: &str, words: &[&str]) -> bool {
    said.split(' ').eq(words.iter().copied())
}

fn of_whole(words: &[&str]) -> Option<u64> {
    let Some(at) = words.iter().rposition(|word| *word == "tỷ") else { return of_rest(words) };
    let rest = if at + 1 == words.len() { 0 } else { of_rest(&words[at + 1..])? };
    of_whole(&words[..at])?.checked_mul(BILLION)?.checked_add(rest)
}

/// Numbers below a milliard: the value of the words by their place, checked afterwards by saying it again.
fn of_rest(words: &[&str]) -> Option<u64> {
    let (mut total, mut group, mut digit) = (0u64, 0u64, None::<u64>);
    for word in words {
        let value = DIGITS.iter().position(|name| name == word).or(match *word {
            "mốt" => Some(1),
            "tư" => Some(4),
            "lăm" => Some(5),
            _ => None,
        });
        match (*word, value) {
            (_, Some(value)) if digit.is_none() => digit = Some(value as u64),
            ("trăm", _) => group += digit.take()? * 100,
            ("mươi", _) => group += digit.take()? * 10,
            ("mười", _) => group += 10,
            ("linh" | "lẻ", _) => (),
            ("nghìn" | "ngàn", _) => (total, group) = (total + (group + digit.take().unwrap_or(0)) * 1000, 0),
            ("triệu", _) => (total, group) = (total + (group + digit.take().unwrap_or(0)) * 1_000_000, 0),
            _ => return None,
        }
    }
    (!words.is_empty()).then(|| total + group + digit.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_numbers_agree_over_a_million_values() {
        let check = |number: i64, wording: Wording| {
            let words = in_words(number, wording);
            assert_eq!(of_words(&words), Some(number), "{words}");
        };
        for number in 0..600_000 {
            check(number, Wording::USUAL);
        }
        // The rest is spread over the whole range, with every wording and both signs.
        let mut state = 88_172_645_463_325_252u64;
        for turn in 0..400_000u32 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let number = (state >> (1 + turn % 62)) as i64;
            let wording = Wording { linh: turn & 1 == 0, tu: turn & 2 == 0, nghin: turn & 4 == 0 };
            check(if turn & 8 == 0 { number } else { -number }, wording);
        }
        for edge in [i64::MAX, -i64::MAX, 1_000_000_000_000_000_000, 999_999_999, 1_000_000_000] {
            check(edge, Wording::USUAL);
        }
    }

    #[test]
    fn what_is_no_number_is_not_taken_for_one() {
        for words in
            ["", "tỷ", "hai hai", "một nghìn một triệu", "một trăm năm trăm", "mươi", "năm linh", "âm", "tám sao"]
        {
            assert_eq!(of_words(words), None, "{words}");
        }
        assert_eq!(of_words("Hai  tỉ bốn trăm triệu"), Some(2_400_000_000));
        assert_eq!(of_words("một trăm lẻ bốn ngàn hai mươi bốn"), None, "a thousand's rest needs its hundreds");
        assert_eq!(of_words("một trăm lẻ bốn ngàn không trăm hai mươi bốn"), Some(104_024));
    }
}
