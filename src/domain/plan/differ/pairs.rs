//! Which entry of one plan is which of the other.

use super::entries::Listed;
use crate::domain::compare::alike::{Likeness, Words, folded_words};

/// A text folded, with one word in place of every year.
pub(super) fn without_years(text: &str) -> String {
    let is_year = |word: &str| word.len() == 4 && matches!(word.parse(), Ok(1900..=2200));
    let words: Vec<String> = folded_words(text)
        .split(' ')
        .map(|word| if is_year(word) { "0000".to_owned() } else { word.to_owned() })
        .collect();
    words.join(" ")
}

/// The entries of both lists, each once: in the order of the new list, then those of the old one that are left.
pub(super) fn pairs(old: &[Listed], new: &[Listed], same_keys: bool) -> Vec<(Option<usize>, Option<usize>)> {
    let words = |list: &[Listed]| list.iter().map(|entry| without_years(&entry.words)).collect::<Vec<_>>();
    let (old_words, new_words) = (words(old), words(new));
    let mut of_new: Vec<Option<usize>> = vec![None; new.len()];
    let mut free: Vec<bool> = vec![true; old.len()];
    let mut take = |of_new: &mut Vec<Option<usize>>, at: usize, one: usize| {
        of_new[at] = Some(one);
        free[one] = false;
    };
    let bags: (Vec<Words>, Vec<Words>) = (
        old_words.iter().map(|words| Words::of(words)).collect(),
        new_words.iter().map(|words| Words::of(words)).collect(),
    );
    let likeness = |one: usize, at: usize| bags.0[one].likeness(&bags.1[at]);
    let is_taken = |of_new: &[Option<usize>], one: usize| of_new.contains(&Some(one));
    let key = |at: usize, sure: bool| {
        let same = old.iter().position(|entry| entry.key == new[at].key && !entry.key.is_empty());
        same.filter(|one| sure || likeness(*one, at).is_at_least(4, 5))
    };
    let words = |of_new: &[Option<usize>], at: usize| {
        (0..old.len()).find(|one| old_words[*one] == new_words[at] && !is_taken(of_new, *one))
    };
    // The same key, in a plan that was made from the other; the same words; the same key where the words speak for it.
    for step in 0..3 {
        for at in 0..new.len() {
            let same = match step {
                _ if of_new[at].is_some() => None,
                0 => same_keys.then(|| key(at, true)).flatten(),
                1 => words(&of_new, at),
                _ => key(at, false),
            };
            if let Some(one) = same.filter(|one| !is_taken(&of_new, *one)) {
                take(&mut of_new, at, one);
            }
        }
    }
    // Most of the words, the most alike first.
    let mut alike: Vec<(Likeness, usize, usize)> = Vec::new();
    for at in (0..new.len()).filter(|at| of_new[*at].is_none()) {
        for one in (0..old.len()).filter(|one| !is_taken(&of_new, *one)) {
            let likeness = likeness(one, at);
            if likeness.is_at_least(2, 3) {
                alike.push((likeness, at, one));
            }
        }
    }
    alike.sort_by(|one, other| other.0.cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    for (_, at, one) in alike {
        if of_new[at].is_none() && !is_taken(&of_new, one) {
            take(&mut of_new, at, one);
        }
    }
    let left: Vec<usize> = (0..old.len()).filter(|one| free[*one]).collect();
    let pairs = of_new.iter().enumerate().map(|(at, one)| (*one, Some(at)));
    pairs.chain(left.into_iter().map(|one| (Some(one), None))).collect()
}
