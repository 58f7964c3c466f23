//! The letters of the alphabet, their marks, and one composed form for every text.

/// Every vowel with its six tones, in the order of tones of dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng.
const TONES: [&str; 12] = [
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

/// Letter, mark, and the letter with it.
const MARKED: [(char, char, char); 7] = [
    ('a', '\u{306}', 'ă'),
    ('a', '\u{302}', 'â'),
    ('e', '\u{302}', 'ê'),
    ('o', '\u{302}', 'ô'),
    ('o', '\u{31b}', 'ơ'),
    ('u', '\u{31b}', 'ư'),
    ('d', '\u{335}', 'đ'),
];

/// The same for letters of other languages of the country (Ê Đê, Gia Rai, Ba Na) and of foreign names.
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

/// The letter without its tone, and the tone (0 to 5). Lower case only; other letters have tone 0.
pub fn letter_and_tone(letter: char) -> (char, u8) {
    for row in TONES {
        if let Some(tone) = row.chars().position(|one| one == letter) {
            return (row.chars().next().unwrap_or(letter), tone as u8);
        }
    }
    (letter, 0)
}

/// The tone of a combining mark.
pub fn tone_of_mark(mark: char) -> Option<u8> {
    Some(match mark {
        '\u{300}' => 1,
        '\u{309}' => 2,
        '\u{303}' => 3,
        '\u{301}' => 4,
        '\u{323}' => 5,
        _ => return None,
    })
}

/// `text` with letters and marks joined (NFC) as far as Vietnamese letters go; anything else stays as it is.
///
/// Pasted text often comes apart (NFD); it would not be found, and not compare as equal.
///
/// ```
/// assert_eq!(so_ocop::domain::vietnamese::composed("Đie\u{302}\u{300}m He"), "Điềm He");
/// ```
pub fn composed(text: &str) -> String {
    let mut letters: Vec<char> = Vec::with_capacity(text.len());
    for next in text.chars() {
        let joined = if matches!(next, '\u{300}'..='\u{36f}') {
            letters.last().and_then(|last| join(*last, next))
        } else {
            None
        };
        match joined {
            Some(joined) => {
                letters.pop();
                letters.push(joined);
            }
            None => letters.push(next),
        }
    }
    letters.into_iter().collect()
}

/// A letter, with or without a tone, and one more mark.
fn join(letter: char, mark: char) -> Option<char> {
    let small = letter.to_lowercase().next()?;
    if let Some((_, _, other)) = OTHERS.iter().find(|(base, sign, _)| (*base, *sign) == (small, mark)) {
        return if small == letter { Some(*other) } else { other.to_uppercase().next() };
    }
    let (plain, tone) = letter_and_tone(small);
    let joined = match tone_of_mark(mark) {
        // A mark may come after a tone: ẹ with the sign of ê.
        None => with_tone(MARKED.iter().find(|(base, sign, _)| (*base, *sign) == (plain, mark))?.2, tone)?,
        Some(added) if tone == 0 => with_tone(plain, added)?,
        Some(_) => return None,
    };
    if small == letter { Some(joined) } else { joined.to_uppercase().next() }
}

fn with_tone(letter: char, tone: u8) -> Option<char> {
    if tone == 0 {
        return Some(letter);
    }
    TONES.iter().find(|row| row.starts_with(letter))?.chars().nth(usize::from(tone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_comes_together_in_either_order_of_marks() {
        for row in TONES {
            for letter in row.chars() {
                let (plain, tone) = letter_and_tone(letter);
                let base = MARKED.iter().find(|(_, _, joined)| *joined == plain);
                let marks: Vec<char> = base
                    .map(|(_, mark, _)| *mark)
                    .into_iter()
                    .chain(
                        ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}']
                            .into_iter()
                            .filter(|mark| tone_of_mark(*mark) == Some(tone)),
                    )
                    .collect();
                let bare = base.map_or(plain, |(base, _, _)| *base);
                for order in [marks.clone(), marks.iter().rev().copied().collect()] {
                    let apart: String = std::iter::once(bare).chain(order).collect();
                    assert_eq!(composed(&apart), letter.to_string());
                    assert_eq!(composed(&apart.to_uppercase()), letter.to_uppercase().to_string());
                }
            }
        }
    }

    #[test]
    fn other_marks_stay() {
        assert_eq!(composed("x\u{301} m\u{303} \u{301}"), "x\u{301} m\u{303} \u{301}");
        assert_eq!(composed("Khẩu sli Hà Diềm"), "Khẩu sli Hà Diềm");
    }
}
