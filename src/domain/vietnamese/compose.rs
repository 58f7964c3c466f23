//! Composing: one character for each letter, however a keyboard or a file wrote it.

/// Letters with a shape of their own, each with its tones in the order of the alphabet: ngang, huyền, hỏi, ngã, sắc, nặng.
pub(super) const TONED: [&str; 12] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];

/// The tone marks in the order of [`TONED`], from the second on.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// Marks that make another letter, by the places of the letters in [`TONED`].
const SHAPES: [(char, usize, usize); 6] =
    [('\u{306}', 0, 1), ('\u{302}', 0, 2), ('\u{302}', 3, 4), ('\u{302}', 6, 7), ('\u{31b}', 6, 8), ('\u{31b}', 9, 10)];

/// Letters of other languages of the country and of foreign names.
const OTHERS: [(char, char, char); 10] = [
    ('e', '\u{306}', 'ĕ'),
    ('i', '\u{306}', 'ĭ'),
    ('o', '\u{306}', 'ŏ'),
    ('u', '\u{306}', 'ŭ'),
    ('n', '\u{303}', 'ñ'),
    ('c', '\u{30c}', 'č'),
    ('c', '\u{327}', 'ç'),
    ('a', '\u{308}', 'ä'),
    ('o', '\u{308}', 'ö'),
    ('u', '\u{308}', 'ü'),
];

/// `text` with composed letters (NFC for Vietnamese): tone and shape marks join the letter before them, in any order. A
/// mark that fits no letter stays.
///
/// ```
/// use so_ocop::domain::vietnamese::compose;
/// assert_eq!(compose("Đie\u{302}\u{300}m He"), "Điềm He");
/// ```
pub fn compose(text: &str) -> String {
    let mut composed = String::with_capacity(text.len());
    for letter in text.chars() {
        let joined = match letter {
            '\u{300}'..='\u{36f}' => composed.chars().next_back().and_then(|before| join(before, letter)),
            _ => None,
        };
        if joined.is_some() {
            composed.pop();
        }
        composed.push(joined.unwrap_or(letter));
    }
    composed
}

fn join(before: char, mark: char) -> Option<char> {
    let small = single(before.to_lowercase())?;
    let joined = match place(small) {
        Some((row, tone)) => match TONES.iter().position(|own| *own == mark) {
            Some(at) if tone == 0 => TONED[row].chars().nth(at + 1),
            Some(_) => None,
            None => {
                let shape = SHAPES.iter().find(|(own, from, _)| *own == mark && *from == row);
                shape.and_then(|(_, _, to)| TONED[*to].chars().nth(tone))
            }
        },
        None => None,
    };
    let other = || OTHERS.iter().find(|(own, with, _)| *own == small && *with == mark).map(|(_, _, other)| *other);
    let joined = joined.or_else(other)?;
    if small == before { Some(joined) } else { single(joined.to_uppercase()) }
}

/// The row of [`TONED`] and the tone of a small letter.
pub(super) fn place(small: char) -> Option<(usize, usize)> {
    TONED.iter().enumerate().find_map(|(row, letters)| Some((row, letters.chars().position(|own| own == small)?)))
}

fn single(mut letters: impl Iterator<Item = char>) -> Option<char> {
    letters.next().filter(|_| letters.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_composed_from_its_marks_in_any_order() {
        for (row, letters) in TONED.iter().enumerate() {
            let plain = SHAPES.iter().find(|(_, _, to)| *to == row);
            let base = TONED[plain.map_or(row, |(_, from, _)| *from)].chars().next().expect("a letter");
            for (tone, letter) in letters.chars().enumerate() {
                let mut marks: Vec<char> = plain.iter().map(|(mark, _, _)| *mark).collect();
                marks.extend(tone.checked_sub(1).map(|at| TONES[at]));
                for _ in 0..2 {
                    let written: String = std::iter::once(base).chain(marks.iter().copied()).collect();
                    assert_eq!(compose(&written), letter.to_string(), "{written:?}");
                    let large: String = letter.to_uppercase().collect();
                    let written: String = base.to_uppercase().chain(marks.iter().copied()).collect();
                    assert_eq!(compose(&written), large);
                    marks.reverse();
                }
                assert_eq!(compose(&letter.to_string()), letter.to_string());
            }
        }
    }

    #[test]
    fn half_composed_letters_and_stray_marks() {
        for (written, composed) in [
            ("ê\u{301}", "ế"),
            ("ẹ\u{302}", "ệ"),
            ("\u{301}a", "\u{301}a"),
            ("á\u{300}", "á\u{300}"),
            ("b\u{301}", "b\u{301}"),
            ("Kro\u{302}ng Pac\u{30c}", "Krông Pač"),
            ("", ""),
        ] {
            assert_eq!(compose(written), composed, "{written:?}");
        }
    }
}
