//! How alike two short texts are, in exact numbers.

use std::cmp::Ordering;

use crate::domain::order::sorted;
use crate::domain::vietnamese::fold;

/// The words of a text without marks, case and punctuation, joined by single blanks. Signs that change what an amount
/// means ("từ 50%", "< 50%") stay.
pub(in crate::domain) fn folded_words(text: &str) -> String {
    let keeps = |c: char| c.is_alphanumeric() || matches!(c, '<' | '>' | '≤' | '≥' | '=' | '+' | '%');
    let plain: String = fold(text).chars().map(|c| if keeps(c) { c } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a text, sorted, each as often as it stands there.
pub(in crate::domain) struct Words(Vec<String>);

impl Words {
    pub fn of(text: &str) -> Words {
        let words = folded_words(text).split(' ').map(str::to_owned).collect();
        Words(sorted(words, &|one: &String, other: &String| one.cmp(other)))
    }

    /// Twice the words in common over the words of both: 1 for the same words, 0 for none in common.
    pub fn likeness(&self, other: &Words) -> Likeness {
        let (mut one, mut two, mut common) = (self.0.iter().peekable(), other.0.iter().peekable(), 0);
        while let (Some(a), Some(b)) = (one.peek(), two.peek()) {
            match a.cmp(b) {
                Ordering::Less => drop(one.next()),
                Ordering::Greater => drop(two.next()),
                Ordering::Equal => {
                    common += 2;
                    one.next();
                    two.next();
                }
            }
        }
        Likeness { common, all: self.0.len() + other.0.len() }
    }
}

/// A fraction between 0 and 1. Compared by value.
#[derive(Clone, Copy, Debug)]
pub(in crate::domain) struct Likeness {
    common: usize,
    all: usize,
}

impl Likeness {
    /// Whether it is `top/bottom` or more.
    pub fn is_at_least(self, top: usize, bottom: usize) -> bool {
        self.common * bottom >= top * self.all
    }
}

impl PartialEq for Likeness {
    fn eq(&self, other: &Likeness) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Likeness {}
impl PartialOrd for Likeness {
    fn partial_cmp(&self, other: &Likeness) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Likeness {
    fn cmp(&self, other: &Likeness) -> Ordering {
        (self.common * other.all).cmp(&(other.common * self.all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_counts_words_and_not_marks() {
        let alike = |one: &str, other: &str| Words::of(one).likeness(&Words::of(other));
        assert!(alike("Công bố sản phẩm chất lượng", "Công bố chất lượng sản phẩm").is_at_least(1, 1));
        assert!(alike("Câu chuyện về sản phẩm", "CÂU CHUYỆN SẢN PHẨM").is_at_least(8, 9));
        assert!(!alike("Kế toán", "Sở hữu trí tuệ").is_at_least(1, 100));
        assert_eq!(folded_words("Đồ lưu niệm…)"), "do luu niem");
    }
}
