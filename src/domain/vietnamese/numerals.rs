//! Signs that number the parts of a paper, and counts as administrative prose writes them.

/// The letters of points (điểm), in the order of Nghị định 30/2020/NĐ-CP: đ has its place, ă â ê ô ơ ư have none.
const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// The letter of the `number`th point, counted from 1; `None` past the 23rd, which is the last.
pub fn list_letter(number: usize) -> Option<char> {
    LETTERS.chars().nth(number.checked_sub(1)?)
}

/// Which point a letter numbers, from 1.
pub fn of_list_letter(letter: char) -> Option<usize> {
    LETTERS.chars().position(|one| one == letter).map(|at| at + 1)
}

const ROMAN: [(u16, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// A Roman numeral; `None` for 0 and above 3999.
pub fn roman(number: u16) -> Option<String> {
    if number == 0 || number > 3999 {
        return None;
    }
    let (mut rest, mut numeral) = (number, String::new());
    for (value, sign) in ROMAN {
        while rest >= value {
            numeral.push_str(sign);
            rest -= value;
        }
    }
    Some(numeral)
}

/// The number of a Roman numeral in capitals, in its one correct form.
pub fn of_roman(numeral: &str) -> Option<u16> {
    let (mut rest, mut number) = (numeral, 0u16);
    for (value, sign) in ROMAN {
        while let Some(shorter) = rest.strip_prefix(sign) {
            (rest, number) = (shorter, number.checked_add(value)?);
        }
    }
    (rest.is_empty() && roman(number).as_deref() == Some(numeral)).then_some(number)
}

/// A count with the leading zero of administrative prose: `05`, `12`. (Practice, not law; never for money or points.)
pub fn count(number: u32) -> String {
    if number < 10 { format!("0{number}") } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_lettered_as_in_the_decree() {
        let letters: String = (1..=23).filter_map(list_letter).collect();
        assert_eq!(letters, LETTERS);
        assert_eq!((list_letter(5), list_letter(0), list_letter(24)), (Some('đ'), None, None));
        assert_eq!((of_list_letter('đ'), of_list_letter('e'), of_list_letter('f')), (Some(5), Some(6), None));
    }

    #[test]
    fn roman_numerals_read_back() {
        for number in 1..=3999 {
            assert_eq!(roman(number).as_deref().and_then(of_roman), Some(number));
        }
        for (number, numeral) in [(1, "I"), (4, "IV"), (9, "IX"), (26, "XXVI"), (2026, "MMXXVI")] {
            assert_eq!(roman(number).as_deref(), Some(numeral));
        }
        for bad in ["", "IIII", "VX", "iv", "IC", "I."] {
            assert_eq!(of_roman(bad), None, "{bad}");
        }
        assert_eq!((roman(0), roman(4000)), (None, None));
    }

    #[test]
    fn counts_below_ten_have_a_zero() {
        assert_eq!([5, 9, 10, 30].map(count), ["05", "09", "10", "30"]);
    }
}
