//! Two texts word by word.

/// A stretch of two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// In which of them it stands.
    pub kind: RunKind,
    /// Its words, joined by blanks.
    pub words: String,
}

/// In which of two texts a stretch stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKind {
    /// In both.
    Same,
    /// In the old one.
    Removed,
    /// In the new one.
    Added,
}

/// Of longer texts nothing is compared word by word: the table would grow with both lengths.
const LONGEST: usize = 600;

/// The words of both texts in one line: as few as possible taken out and added.
///
/// ```
/// use so_ocop::domain::plan::differ::{RunKind, runs};
/// let found = runs("họp trong tháng 3", "họp trong tháng 5");
/// assert_eq!(found.iter().map(|run| (run.kind, run.words.as_str())).collect::<Vec<_>>(),
///     [(RunKind::Same, "họp trong tháng"), (RunKind::Removed, "3"), (RunKind::Added, "5")]);
/// ```
pub fn runs(old: &str, new: &str) -> Vec<Run> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_whitespace().collect(), new.split_whitespace().collect());
    let mut runs: Vec<Run> = Vec::new();
    let mut add = |kind: RunKind, words: &[&str]| {
        if words.is_empty() {
            return;
        }
        match runs.last_mut().filter(|last| last.kind == kind) {
            Some(last) => last.words = [last.words.as_str(), " ", &words.join(" ")].concat(),
            None => runs.push(Run { kind, words: words.join(" ") }),
        }
    };
    let front = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let (old_rest, new_rest) = (&old[front..], &new[front..]);
    let back = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(one, other)| one == other).count();
    let (old_rest, new_rest) = (&old_rest[..old_rest.len() - back], &new_rest[..new_rest.len() - back]);
    add(RunKind::Same, &old[..front]);
    if old_rest.len() > LONGEST || new_rest.len() > LONGEST {
        add(RunKind::Removed, old_rest);
        add(RunKind::Added, new_rest);
    } else {
        // longest[a][b]: how many words the rests from a and b have in common, in order.
        let width = new_rest.len() + 1;
        let mut longest = vec![0u16; (old_rest.len() + 1) * width];
        for a in (0..old_rest.len()).rev() {
            for b in (0..new_rest.len()).rev() {
                longest[a * width + b] = if old_rest[a] == new_rest[b] {
                    longest[(a + 1) * width + b + 1] + 1
                } else {
                    longest[(a + 1) * width + b].max(longest[a * width + b + 1])
                };
            }
        }
        let (mut a, mut b) = (0, 0);
        while a < old_rest.len() && b < new_rest.len() {
            if old_rest[a] == new_rest[b] {
                add(RunKind::Same, &old_rest[a..=a]);
                (a, b) = (a + 1, b + 1);
            } else if longest[(a + 1) * width + b] >= longest[a * width + b + 1] {
                add(RunKind::Removed, &old_rest[a..=a]);
                a += 1;
            } else {
                add(RunKind::Added, &new_rest[b..=b]);
                b += 1;
            }
        }
        add(RunKind::Removed, &old_rest[a..]);
        add(RunKind::Added, &new_rest[b..]);
    }
    add(RunKind::Same, &old[old.len() - back..]);
    runs
}
