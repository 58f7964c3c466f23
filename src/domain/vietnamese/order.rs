//! The order of names in lists.

use std::cmp::Ordering;

use super::letters::{letter_and_tone, tone_of_mark};

/// The alphabet with the foreign letters in their Latin places; ă â đ ê ô ơ ư are letters of their own.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Dictionary order (as the Unicode collation `vi`): letters first, then tones (ngang, huyền, hỏi, ngã, sắc, nặng),
/// then case; blanks before letters.
///
/// ```
/// use so_ocop::domain::vietnamese::compare;
/// assert!(compare("Điềm He", "Hòa Bình").is_lt() && compare("Diêm He", "Điềm He").is_lt());
/// ```
pub fn compare(a: &str, b: &str) -> Ordering {
    let (a, b) = (Key::of(a), Key::of(b));
    a.letters.cmp(&b.letters).then_with(|| a.tones.cmp(&b.tones)).then_with(|| a.cases.cmp(&b.cases))
}

/// The order of people: given name (the last word), then surname, then the names between.
pub fn compare_people(a: &str, b: &str) -> Ordering {
    let ((a_given, a_surname, a_middle), (b_given, b_surname, b_middle)) = (parts(a), parts(b));
    compare(&a_given, &b_given)
        .then_with(|| compare(&a_surname, &b_surname))
        .then_with(|| compare(&a_middle, &b_middle))
}

/// Given name, surname and what stands between.
fn parts(name: &str) -> (String, String, String) {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let given = words.pop().unwrap_or_default().to_owned();
    let surname = if words.is_empty() { String::new() } else { words.remove(0).to_owned() };
    (given, surname, words.join(" "))
}

/// The order of [`compare`] as bytes, for lists that are ordered by keys made once.
pub fn sort_key(text: &str) -> Vec<u8> {
    let key = Key::of(text);
    let mut bytes = Vec::with_capacity(key.letters.len() * 5 + 5);
    for letter in key.letters {
        bytes.extend_from_slice(&(letter + 1).to_be_bytes()[1..]);
    }
    bytes.extend_from_slice(&[0; 3]);
    bytes.extend(key.tones.iter().map(|tone| tone + 1));
    bytes.push(0);
    bytes.extend(key.cases.iter().map(|is_large| 1 + u8::from(*is_large)));
    bytes.push(0);
    bytes
}

/// The order of [`compare_people`] as bytes.
pub fn person_key(name: &str) -> Vec<u8> {
    let (given, surname, middle) = parts(name);
    [sort_key(&given), sort_key(&surname), sort_key(&middle)].concat()
}

/// What two texts are ordered by, most important first.
struct Key {
    letters: Vec<u32>,
    tones: Vec<u8>,
    cases: Vec<bool>,
}

impl Key {
    fn of(text: &str) -> Key {
        let mut key = Key { letters: Vec::new(), tones: Vec::new(), cases: Vec::new() };
        let text = super::composed(text);
        for letter in text.trim().chars() {
            if let (Some(tone), Some(last)) = (tone_of_mark(letter), key.tones.last_mut()) {
                *last = tone;
                continue;
            }
            let small = letter.to_lowercase().next().unwrap_or(letter);
            let (plain, tone) = letter_and_tone(small);
            key.letters.push(place(plain));
            key.tones.push(tone);
            key.cases.push(small != letter);
        }
        key
    }
}

/// Blanks, then signs, then digits, then the alphabet, then everything else.
fn place(letter: char) -> u32 {
    let code = u32::from(letter);
    if letter.is_whitespace() {
        0
    } else if let Some(at) = ALPHABET.chars().position(|one| one == letter) {
        0x30_0000 + at as u32
    } else if letter.is_ascii_digit() {
        0x20_0000 + code
    } else if letter.is_alphanumeric() {
        0x40_0000 + code
    } else {
        1 + code
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted<const N: usize>(mut names: [&'static str; N], order: fn(&str, &str) -> Ordering) -> [&'static str; N] {
        names.sort_by(|a, b| order(a, b));
        names
    }

    #[test]
    fn keys_order_as_comparing_does() {
        let texts = [
            "",
            "a",
            "A",
            "á",
            "ma",
            "Ma",
            "mà",
            "mạ",
            "mă",
            "má mà",
            "ma mi",
            "Trà 100g",
            "Trà A",
            "An Sơn",
            "Anh",
            "Y Mŏ",
            "Hứa Phong Lan",
            "Lan",
            "Hà Thị Diềm",
            "Hà Văn Độ",
            "Điềm He",
            "Đie\u{302}\u{300}m He",
            "Diêm He",
            "– x",
            "日",
        ];
        for one in texts {
            for other in texts {
                assert_eq!(sort_key(one).cmp(&sort_key(other)), compare(one, other), "{one} {other}");
                assert_eq!(person_key(one).cmp(&person_key(other)), compare_people(one, other), "{one} {other}");
            }
        }
        assert_eq!(super::super::composed("Kro\u{302}ng Pac\u{30c}, Y Mo\u{306}"), "Krông Pač, Y Mŏ");
    }

    #[test]
    fn communes_sort_as_in_a_dictionary() {
        let names = ["Điềm He", "Tú Xuyên", "Hữu Lễ", "An Sơn", "Tràng Phái", "Hòa Bình", "Diêm He", "Bình Phúc"];
        let wanted = ["An Sơn", "Bình Phúc", "Diêm He", "Điềm He", "Hòa Bình", "Hữu Lễ", "Tràng Phái", "Tú Xuyên"];
        assert_eq!(sorted(names, compare), wanted);
    }

    #[test]
    fn letters_before_tones_before_case() {
        let words = ["mạ", "mb", "má", "mâ", "mã", "mă", "mả", "ma", "mà", "ma b", "Ma"];
        assert_eq!(sorted(words, compare), ["ma", "Ma", "mà", "mả", "mã", "má", "mạ", "ma b", "mă", "mâ", "mb"]);
        assert_eq!(compare("ma\u{300}", "mà"), Ordering::Equal);
    }

    #[test]
    fn people_sort_by_given_name() {
        let names = ["Hứa Phong Lan", "Nông Văn Tú", "Hà Văn Độ", "Lương Thu Hường", "Nông Thị Ngoan", "Hà Thị Diềm"];
        let wanted = ["Hà Thị Diềm", "Hà Văn Độ", "Lương Thu Hường", "Hứa Phong Lan", "Nông Thị Ngoan", "Nông Văn Tú"];
        assert_eq!(sorted(names, compare_people), wanted);
        assert_eq!(compare_people("Lan", "Hứa Phong Lan"), Ordering::Less);
    }
}
