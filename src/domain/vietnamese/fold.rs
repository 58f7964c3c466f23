//! Folding: the form in which texts are compared when a person types without diacritics.

/// `text` without diacritics, in lower case, with single blanks; dashes and quotes count as blanks.
///
/// Works on composed and decomposed text alike.
///
/// ```
/// use so_ocop::domain::vietnamese::fold;
/// assert_eq!(fold("Phòng Kinh tế -  Hạ tầng"), "phong kinh te ha tang");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            '\u{300}'..='\u{36f}' => continue,
            'à' | 'á' | 'â' | 'ã' | 'ă' | 'ạ' | 'ả' | 'ấ'..='ặ' => 'a',
            'è' | 'é' | 'ê' | 'ẹ' | 'ẻ' | 'ẽ' | 'ế' | 'ề' | 'ể' | 'ễ' | 'ệ' => 'e',
            'ì' | 'í' | 'ĩ' | 'ỉ' | 'ị' => 'i',
            'ò' | 'ó' | 'ô' | 'õ' | 'ơ' | 'ọ' | 'ỏ' | 'ố' | 'ồ' | 'ổ' | 'ỗ' | 'ộ' | 'ớ' | 'ờ' | 'ở' | 'ỡ' | 'ợ' => {
                'o'
            }
            'ù' | 'ú' | 'ũ' | 'ư' | 'ụ' | 'ủ' | 'ứ' | 'ừ' | 'ử' | 'ữ' | 'ự' => 'u',
            'ỳ' | 'ý' | 'ỵ' | 'ỷ' | 'ỹ' => 'y',
            'đ' => 'd',
            '-' | '–' | '—' | '"' | '\'' | '“' | '”' | '‘' | '’' => ' ',
            other if other.is_whitespace() => ' ',
            other => other,
        };
        if plain != ' ' || !(folded.is_empty() || folded.ends_with(' ')) {
            folded.push(plain);
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Whether every word of `query` stands in `text`, both folded.
pub fn matches(text: &str, query: &str) -> bool {
    let text = fold(text);
    fold(query).split(' ').all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn search_finds_without_marks() {
        for (text, query) in [
            ("Khau nhục Công Hường", "khau nhuc"),
            ("Thạch đen Kim Tú", "thach den"),
            ("Diêm He", "diem he"),
            ("Điềm He", "diem he"),
            ("Uỷ ban", "uy ban"),
            ("Ủy ban", "uỷ ban"),
            ("Phòng Kinh tế - Hạ tầng", "phong kinh te ha tang"),
            ("Đồ uống có cồn khác", "UONG con"),
            ("Cha\u{300}", "chà"),
        ] {
            assert!(matches(text, query), "{query} in {text}");
        }
        assert!(!matches("Khẩu sli Hà Diềm", "khau nhuc"));
    }

    #[test]
    fn no_vietnamese_letter_stays_marked() {
        let letters = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";
        for letter in letters.chars().flat_map(|small| std::iter::once(small).chain(small.to_uppercase())) {
            assert!(fold(&letter.to_string()).is_ascii(), "{letter}");
        }
    }
}
