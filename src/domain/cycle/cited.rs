//! Papers as lists cite them in one cell: `Quyết định số 816/QĐ-UBND ngày 12/5/2022 của UBND tỉnh`.

use crate::domain::vietnamese::fold;

/// What a citation says; a part that it does not say is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cited {
    /// Number and symbol.
    pub number: String,
    /// The day as it is written, as day/month/year.
    pub day: String,
    /// The issuing body.
    pub issuer: String,
}

/// Takes a citation apart. A text that names no day and no issuer is a number alone.
pub fn cited(text: &str) -> Cited {
    let words: Vec<&str> = text.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| plain(word)).collect();
    let is = |at: usize, word: &str| folded.get(at).is_some_and(|own| own == word);
    let mut from = 0;
    while from + 1 < words.len()
        && ["quyet", "dinh", "qd", "so"].contains(&folded[from].as_str())
        && !words[from].contains('/')
    {
        from += 1;
    }
    let ends = |at: &usize| is(*at, "ngay") || is(*at, "cua");
    let end = (from..words.len()).find(ends).unwrap_or(words.len());
    let number = words[from..end].join(" ");
    let number =
        number.split_once(':').filter(|(before, _)| plain(before) == "so").map_or(number.as_str(), |(_, it)| it);
    let mut next = end;
    let mut day = String::new();
    if is(end, "ngay") {
        let is_long = is(end + 2, "thang") && is(end + 4, "nam");
        day = if is_long {
            [
                digits(words[end + 1]),
                digits(words[end + 3]),
                words.get(end + 5).copied().map(digits).unwrap_or_default(),
            ]
            .join("/")
        } else {
            words.get(end + 1).copied().map(digits).unwrap_or_default()
        };
        next = end + if is_long { 6 } else { 2 };
    }
    let issuer = if is(next, "cua") { words.get(next + 1..).unwrap_or_default().join(" ") } else { String::new() };
    Cited {
        number: number.trim_matches([' ', ',', ';', '(', ')']).to_owned(),
        day: day.trim_matches('/').to_owned(),
        issuer: issuer.trim_matches([' ', ',', ';', '.', '(', ')']).to_owned(),
    }
}

/// Letters and digits of a folded word.
fn plain(word: &str) -> String {
    fold(word).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The digits of a word and the strokes between them.
fn digits(word: &str) -> String {
    let kept = word.chars().filter_map(|letter| match letter {
        '0'..='9' => Some(letter),
        '/' | '-' | '.' => Some('/'),
        _ => None,
    });
    kept.collect::<String>().trim_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations_are_taken_apart() {
        for (text, number, day, issuer) in [
            ("816/QĐ-UBND", "816/QĐ-UBND", "", ""),
            ("QĐ số 816/QĐ-UBND ngày 12/5/2022", "816/QĐ-UBND", "12/5/2022", ""),
            (
                "Quyết định số: 816/QĐ-UBND, ngày 12-05-2022 của UBND tỉnh Lạng Sơn.",
                "816/QĐ-UBND",
                "12/05/2022",
                "UBND tỉnh Lạng Sơn",
            ),
            ("Số:12/QĐ-BNN ngày 01 tháng 7 năm 2021 của Bộ NN&PTNT", "12/QĐ-BNN", "01/7/2021", "Bộ NN&PTNT"),
            ("816/QĐ-UBND (ngày 12.5.2022)", "816/QĐ-UBND", "12/5/2022", ""),
            ("816/QĐ-UBND của UBND huyện Văn Quan", "816/QĐ-UBND", "", "UBND huyện Văn Quan"),
            ("816", "816", "", ""),
            ("QĐ 816", "816", "", ""),
            ("ngày 12/5/2022", "", "12/5/2022", ""),
            ("816/QĐ-UBND ngày", "816/QĐ-UBND", "", ""),
            ("816/QĐ-UBND ngày 12 tháng 5 năm", "816/QĐ-UBND", "12/5", ""),
            ("", "", "", ""),
        ] {
            let found = cited(text);
            assert_eq!(
                (found.number.as_str(), found.day.as_str(), found.issuer.as_str()),
                (number, day, issuer),
                "{text}"
            );
        }
    }
}
