//! Numbers as people write them in Vietnam, and as spreadsheets of other languages show them.

use super::read::{Doubt, Reason};
use crate::domain::vietnamese::fold;

/// Units of money that may follow a number, largest first, folded.
const UNITS: [(&[&str], u32); 4] =
    [(&["ty", "ti"], 9), (&["trieu", "tr"], 6), (&["nghin", "ngan", "ng", "k"], 3), (&["dong", "d", "₫", "vnd"], 0)];

/// A number as a count of units of 10 to the minus `places`. With `money`, units of money may follow: `400 triệu`,
/// `1 tỷ 200 triệu đồng`.
///
/// A point before exactly three digits parts thousands, a comma is decimal; where the column leaves only the other
/// reading it is taken with a [`Doubt`].
pub fn read(text: &str, places: u8, money: bool) -> Result<(i64, Option<Doubt>), Reason> {
    // Folding takes dashes for blanks, so the sign goes first. Accountants write (1.200) for -1.200.
    let text = text.trim();
    let (negative, text) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inside) => (true, inside),
        None => match text.strip_prefix(['-', '−', '–']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        },
    };
    if text.contains(['-', '–', '−', '—']) || text.is_empty() {
        return Err(Reason::NotNumber);
    }
    let parts = if money { parts(&fold(text))? } else { vec![(fold(text), 0)] };
    let mut total: i128 = 0;
    let mut doubt = None;
    for (digits, power) in parts {
        let (number, own) = amount(&digits, u32::from(places) + power, places == 0 && power == 0)?;
        total = total.checked_add(number).ok_or(Reason::TooLarge)?;
        doubt = doubt.or(own);
    }
    let total = if negative { -total } else { total };
    i64::try_from(total).map(|total| (total, doubt)).map_err(|_| Reason::TooLarge)
}

/// Parts of an amount of money with the power of ten of their units, falling.
fn parts(folded: &str) -> Result<Vec<(String, u32)>, Reason> {
    let mut parts: Vec<(String, u32)> = Vec::new();
    let mut rest = folded.trim();
    // A sign of the currency may stand in front.
    rest = rest.strip_prefix('₫').or_else(|| rest.strip_prefix("vnd")).unwrap_or(rest).trim_start();
    let mut last = u32::MAX;
    while !rest.is_empty() {
        let end = rest.find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' ')));
        let (digits, after) = rest.split_at(end.unwrap_or(rest.len()));
        let word_end = after.find(|letter: char| letter.is_ascii_digit() || letter == ' ').unwrap_or(after.len());
        let (word, after) = after.split_at(word_end);
        let word = word.trim_end_matches(['.', ',']);
        let power = match word {
            "" => Some(0),
            _ => UNITS.iter().find(|(names, _)| names.contains(&word)).map(|(_, power)| *power),
        };
        let power = power.ok_or(Reason::NotNumber)?;
        if digits.trim().is_empty() {
            // `400 triệu đồng`, `2 nghìn tỷ`: a unit upon a unit.
            let (_, before) = parts.last_mut().ok_or(Reason::NotNumber)?;
            *before += power;
            last = *before;
        } else {
            if power >= last {
                return Err(Reason::NotNumber);
            }
            parts.push((digits.trim().to_owned(), power));
            last = power;
        }
        rest = after.trim_start();
    }
    if parts.is_empty() { Err(Reason::NotNumber) } else { Ok(parts) }
}

/// One written number times 10 to the `power`. `whole`: nothing smaller than one is kept, so a comma before three digits
/// can only part thousands.
fn amount(written: &str, power: u32, whole: bool) -> Result<(i128, Option<Doubt>), Reason> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (points, commas) = (written.matches('.').count(), written.matches(',').count());
    let last = written.rfind(['.', ',']).and_then(|at| written[at..].chars().next());
    // What parts thousands, what is decimal, and the doubt about it.
    let (parting, comma, doubt) = match (points, commas) {
        (0, 0) => (' ', None, None),
        (0, 1) if whole && is_grouped(written, ',') => (',', None, Some(Doubt::CommaIsThousands)),
        (0, 1) => (' ', Some(','), is_grouped(written, ',').then_some(Doubt::CommaIsDecimal)),
        (0, _) => (',', None, None),
        (1, 0) if is_grouped(written, '.') => ('.', None, None),
        (1, 0) => (' ', Some('.'), Some(Doubt::PointIsDecimal)),
        (_, 0) => ('.', None, None),
        (_, 1) if last == Some(',') => ('.', Some(','), None),
        (1, _) if last == Some('.') => (',', Some('.'), None),
        _ => return Err(Reason::NotNumber),
    };
    let (front, decimals) = match comma.and_then(|comma| written.split_once(comma)) {
        Some((front, decimals)) => (front, decimals),
        None => (written, ""),
    };
    if comma.is_some() && !is_digits(decimals) {
        return Err(Reason::NotNumber);
    }
    let front: String = if is_digits(front) {
        front.to_owned()
    } else if is_grouped(front, parting) {
        front.split(parting).collect()
    } else {
        return Err(Reason::NotNumber);
    };
    let decimals = decimals.trim_end_matches('0');
    if decimals.len() as u32 > power {
        return Err(if power == 0 { Reason::NotWhole } else { Reason::TooFine });
    }
    let digits = [&front, decimals].concat();
    let number: i128 = digits.trim_start_matches('0').parse().or_else(|_| match digits.trim_matches('0') {
        "" => Ok(0),
        _ => Err(Reason::TooLarge),
    })?;
    let scale = 10i128.checked_pow(power - decimals.len() as u32).ok_or(Reason::TooLarge)?;
    number.checked_mul(scale).map(|number| (number, doubt)).ok_or(Reason::TooLarge)
}

/// Whether digits stand in groups of three, the first shorter and not just a zero.
fn is_grouped(text: &str, parting: char) -> bool {
    let mut groups = text.split(parting);
    let first = groups.next().unwrap_or_default();
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let mut count = 0;
    let rest = groups.all(|group| {
        count += 1;
        group.len() == 3 && is_digits(group)
    });
    rest && count > 0 && (1..=3).contains(&first.len()) && is_digits(first) && !first.starts_with('0')
}
