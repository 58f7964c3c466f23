//! The Vietnamese order of words and of people.

use super::compose::{TONED, compose, place};

/// The letters in their order: those with a shape are letters of their own; f, j, w, z stand for foreign names.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// The key that puts texts in Vietnamese order when compared byte by byte: first all letters, then tones (ngang, huyền,
/// hỏi, ngã, sắc, nặng), then capitals. A blank comes before every letter, so word by word.
///
/// ```
/// use so_ocop::domain::vietnamese::sort_key;
/// let mut words = ["mạ", "má", "mã", "mả", "mà", "ma", "mâ", "mă"];
/// words.sort_by_key(|word| sort_key(word));
/// assert_eq!(words, ["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ"]);
/// ```
pub fn sort_key(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() * 2);
    let (mut tones, mut capitals) = (Vec::new(), Vec::new());
    for letter in compose(text.trim()).chars() {
        let mut small = letter;
        letter.to_lowercase().take(1).for_each(|lower| small = lower);
        let (row, tone) = place(small).map_or((None, 0), |(row, tone)| (Some(row), tone));
        let plain = row.and_then(|row| TONED[row].chars().next()).unwrap_or(small);
        match ALPHABET.chars().position(|own| own == plain) {
            Some(at) => key.push(60 + at as u8),
            None if plain.is_whitespace() => key.push(2),
            None if plain.is_ascii_digit() => key.push(40 + (plain as u8 - b'0')),
            None if plain.is_ascii() => key.extend([3, plain as u8]),
            None => key.extend(std::iter::once(200).chain(plain.to_string().bytes())),
        }
        tones.push(1 + tone as u8);
        capitals.push(1 + u8::from(small != letter));
    }
    for (mut level, least) in [(tones, 1), (capitals, 1)] {
        while level.last() == Some(&least) {
            level.pop();
        }
        key.push(0);
        key.extend(level);
    }
    key
}

/// The same for people: by given name, the last word; then by family name, the first; then by what stands between.
pub fn person_key(name: &str) -> Vec<u8> {
    let mut words = name.split_whitespace();
    let given = words.next_back().unwrap_or_default();
    let family = words.next().unwrap_or_default();
    let between = words.collect::<Vec<&str>>().join(" ");
    [sort_key(given), sort_key(family), sort_key(&between)].join(&0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn communes_and_people_stand_in_vietnamese_order() {
        let communes = ["An Sơn", "Bình Phúc", "Diêm He", "Điềm He", "Hòa Bình", "Hữu Lễ", "Tràng Phái", "Tú Xuyên"];
        let mut mixed = communes;
        mixed.reverse();
        mixed.sort_by_key(|name| sort_key(name));
        assert_eq!(mixed, communes);
        let people = ["Hà Thị Diềm", "Hà Văn Độ", "Lương Thu Hường", "Hứa Phong Lan", "Nông Thị Ngoan", "Nông Văn Tú"];
        let mut mixed = people;
        mixed.reverse();
        mixed.sort_by_key(|name| person_key(name));
        assert_eq!(mixed, people);
    }

    #[test]
    fn letters_first_then_tones_then_capitals() {
        for (before, after) in [
            ("má mà", "ma mi"),
            ("ma mi", "má mi"),
            ("ma", "Ma"),
            ("Ma", "mà"),
            ("Trà 100g", "Trà A"),
            ("An Sơn", "Anh"),
            ("", "a"),
            ("mạ", "mă"),
            ("xã Hữu Lễ", "xã Tú Xuyên"),
        ] {
            assert!(sort_key(before) < sort_key(after), "{before} / {after}");
        }
        assert_eq!(sort_key("Đie\u{302}\u{300}m"), sort_key("Điềm"));
        assert!(person_key("Lan") < person_key("Hứa Lan"));
    }
}
