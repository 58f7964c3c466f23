//! Near-duplicates: the same product or producer written twice.

use std::collections::BTreeMap;

use strsim::levenshtein;

use crate::domain::vietnamese::fold;

/// Words that say what kind of organisation a producer is; they are written in many ways and left out.
const FORMS: [&str; 25] = [
    "htx", "hop", "tac", "xa", "cong", "ty", "cty", "tnhh", "mtv", "cp", "co", "phan", "doanh", "nghiep", "dn", "dntn",
    "tu", "nhan", "ho", "kinh", "so", "san", "xuat", "to", "lien",
];

/// The largest group in which all are compared with all.
const LARGEST: usize = 400;

/// What two names are compared by: folded, letters and digits only; of a producer without the words of its form.
pub fn key(name: &str, is_producer: bool) -> String {
    let folded = fold(name);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let own: String = words.clone().filter(|word| !is_producer || !FORMS.contains(word)).collect();
    if own.is_empty() { words.collect() } else { own }
}

/// Whether two keys are so near that a person should look: equal, one mistyped letter in five, or one in the other.
pub fn is_near(a: &str, b: &str) -> bool {
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let has_same_digits =
        |a: &str, b: &str| a.bytes().filter(u8::is_ascii_digit).eq(b.bytes().filter(u8::is_ascii_digit));
    let allowed = (short.len() / 5).min(3);
    a == b
        || (has_same_digits(a, b) && long.len() - short.len() <= allowed && levenshtein(a, b) <= allowed)
        || (short.len() >= 8 && short.len() * 4 >= long.len() * 3 && long.contains(short))
}

/// Pairs of near keys within each group, by the ids given; each pair once, in the order given.
pub fn pairs<K: Copy, G: Ord>(items: impl Iterator<Item = (K, G, String)>) -> Vec<(K, K)> {
    let mut groups: BTreeMap<G, Vec<(K, String)>> = BTreeMap::new();
    for (id, group, key) in items {
        groups.entry(group).or_default().push((id, key));
    }
    let mut pairs = Vec::new();
    for group in groups.values_mut() {
        if group.len() > LARGEST {
            // Every pair of thousands would hold the page up; names that are the same but for marks are found all the same.
            let mut keyed: Vec<(String, usize, K)> =
                group.drain(..).enumerate().map(|(at, (id, key))| (key, at, id)).collect();
            keyed.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
            let same = keyed.windows(2).filter(|pair| pair[0].0 == pair[1].0 && !pair[0].0.is_empty());
            pairs.extend(same.map(|pair| (pair[0].2, pair[1].2)));
            continue;
        }
        for (at, (id, key)) in group.iter().enumerate() {
            let near = group.iter().skip(at + 1).filter(|(_, other)| is_near(key, other));
            pairs.extend(near.map(|(other, _)| (*id, *other)));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_written_differently_are_near() {
        for (a, b) in [
            ("Hợp tác xã Chè Tân Cương", "HTX chè Tân Cương"),
            ("HTX Điềm He", "HTX Diêm He"),
            ("Công ty TNHH MTV Hoàng Gia", "Cty TNHH Hoàng Gia"),
        ] {
            assert!(is_near(&key(a, true), &key(b, true)), "{a} / {b}");
        }
        assert!(is_near(&key("Rượu men lá Văn Quan", false), &key("Rượu  men lá – Văn quan", false)));
        assert!(is_near(&key("Miến dong Bình Lư", false), &key("Miến dong Bình Lu", false)));
    }

    #[test]
    fn different_names_are_not() {
        for (a, b) in
            [("Mật ong rừng", "Mật ong hoa cà phê"), ("Trà 100g", "Trà 200g"), ("Gạo tẻ", "Gạo nếp"), ("", "")]
        {
            assert!(!is_near(&key(a, false), &key(b, false)), "{a} / {b}");
        }
        // The name of a form alone still is a name.
        assert_eq!(key("HTX", true), "htx");
    }

    #[test]
    fn pairs_stay_within_their_group() {
        let items = [(1, 'a', "tra"), (2, 'a', "tra"), (3, 'b', "tra")];
        assert_eq!(pairs(items.into_iter().map(|(id, group, key)| (id, group, key.to_owned()))), [(1, 2)]);
    }

    #[test]
    fn a_large_group_is_looked_through_for_the_same_names() {
        let items = (0..1000).map(|at| (at, 'a', format!("tra {}", at % 999)));
        assert_eq!(pairs(items), [(0, 999)]);
    }
}
