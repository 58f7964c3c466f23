//! Which lines of a list are still there after it changed: so that a page changes what changed, and nothing else.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

/// What becomes of a line of the new list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is the line that stood at this place, and stays where it is among those that stay.
    Stays(usize),
    /// It is the line that stood at this place, and goes to another place among those that stay.
    Moves(usize),
    /// It was not there.
    New,
}

impl Kept {
    /// The place at which the line stood.
    pub fn place(self) -> Option<usize> {
        match self {
            Kept::Stays(at) | Kept::Moves(at) => Some(at),
            Kept::New => None,
        }
    }
}

/// What becomes of each line of `new`, given the lines as they were. No old line is named twice.
///
/// Lines with the same words are the same line wherever they went. A line whose words changed is the one that stood at its
/// place, between the same neighbours, if `alike` says that the one can become the other. As few lines as possible move.
pub fn kept<T: Eq + Hash>(old: &[T], new: &[T], alike: impl Fn(&T, &T) -> bool) -> Vec<Kept> {
    let front = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let (old_rest, new_rest) = (&old[front..], &new[front..]);
    let back = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(one, other)| one == other).count();
    let (old_end, new_end) = (old.len() - back, new.len() - back);
    let mut found: Vec<Option<usize>> = (0..new.len())
        .map(|at| match at {
            at if at < front => Some(at),
            at if at >= new_end => Some(at - new_end + old_end),
            _ => None,
        })
        .collect();
    let mut waiting: HashMap<&T, VecDeque<usize>> = HashMap::new();
    (front..old_end).for_each(|at| waiting.entry(&old[at]).or_default().push_back(at));
    let mut is_free = vec![true; old.len()];
    for at in front..new_end {
        found[at] = waiting.get_mut(&new[at]).and_then(VecDeque::pop_front);
        found[at].into_iter().for_each(|old| is_free[old] = false);
    }
    // What is left changed its words: it goes on from the line above it, or up to the line below it.
    for at in front..new_end {
        let next = if at == 0 { Some(0) } else { found[at - 1].map(|above| above + 1) };
        if found[at].is_none() {
            let own = next.filter(|own| (front..old_end).contains(own) && is_free[*own] && alike(&old[*own], &new[at]));
            own.into_iter().for_each(|old| is_free[old] = false);
            found[at] = own;
        }
    }
    for at in (front..new_end).rev() {
        if found[at].is_none() {
            let below = if at + 1 == new.len() { Some(old.len()) } else { found[at + 1] };
            let own = below.and_then(|below| below.checked_sub(1));
            let own = own.filter(|own| (front..old_end).contains(own) && is_free[*own] && alike(&old[*own], &new[at]));
            own.into_iter().for_each(|old| is_free[old] = false);
            found[at] = own;
        }
    }
    let stays = rising(&found);
    let told = found.iter().zip(stays).map(|(place, stays)| match place {
        Some(at) if stays => Kept::Stays(*at),
        Some(at) => Kept::Moves(*at),
        None => Kept::New,
    });
    told.collect()
}

/// The longest run of places that rise: those lines need not move.
fn rising(places: &[Option<usize>]) -> Vec<bool> {
    // ends[length - 1]: the line with the lowest place that ends a run of this length.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    for (line, place) in places.iter().enumerate() {
        let Some(place) = place else { continue };
        let length = ends.partition_point(|end| places[*end] < Some(*place));
        before[line] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = line,
            None => ends.push(line),
        }
    }
    let mut stays = vec![false; places.len()];
    let mut line = ends.last().copied();
    while let Some(own) = line {
        stays[own] = true;
        line = before[own];
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::Kept::{Moves, New, Stays};
    use super::*;

    fn told(old: &str, new: &str) -> Vec<Kept> {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<String>>();
        kept(&words(old), &words(new), |_, _| true)
    }

    #[test]
    fn a_line_that_changed_is_the_one_at_its_place() {
        assert_eq!(told("a b c", "a x c"), [Stays(0), Stays(1), Stays(2)]);
        // Enter in the middle of a line: its first half is the line, its second half is new.
        assert_eq!(told("a bc d", "a b c d"), [Stays(0), Stays(1), New, Stays(2)]);
        // And back again.
        assert_eq!(told("a b c d", "a bc d"), [Stays(0), Stays(1), Stays(3)]);
        // Enter before the first letter.
        assert_eq!(told("a b", "a _ b"), [Stays(0), New, Stays(1)]);
        // One line that changed while another went before it.
        assert_eq!(told("a b c d", "x a C d"), [New, Stays(0), Stays(1), Stays(3)]);
    }

    #[test]
    fn the_shorter_stretch_moves() {
        assert_eq!(told("a b c d e", "d a b c e"), [Moves(3), Stays(0), Stays(1), Stays(2), Stays(4)]);
        assert_eq!(told("a b c d e", "b c d a e"), [Stays(1), Stays(2), Stays(3), Moves(0), Stays(4)]);
    }

    #[test]
    fn lines_that_cannot_become_one_another_are_new() {
        assert_eq!(kept(&["a", "b"], &["a", "c"], |_, _| false), [Stays(0), New]);
        assert_eq!(kept::<&str>(&[], &["a"], |_, _| true), [New]);
        assert_eq!(kept::<&str>(&["a"], &[], |_, _| true), []);
    }

    /// Random lists: no line is named twice, equal lines of which there is one are kept, and what stays rises.
    #[test]
    fn of_any_two_lists_no_line_is_taken_twice_and_what_stays_keeps_its_order() {
        let mut seed = 7u64;
        let mut next = move |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        for _ in 0..3000 {
            let old: Vec<u64> = (0..next(12)).map(|_| next(9)).collect();
            let mut new = old.clone();
            for _ in 0..next(4) {
                let at = next(new.len() as u64 + 1) as usize;
                match next(3) {
                    0 => new.insert(at, next(9)),
                    1 if at < new.len() => drop(new.remove(at)),
                    _ if at < new.len() => {
                        let line = new.remove(at);
                        let to = next(new.len() as u64 + 1) as usize;
                        new.insert(to, line);
                    }
                    _ => {}
                }
            }
            let found = kept(&old, &new, |_, _| true);
            assert_eq!(found.len(), new.len());
            let mut places: Vec<usize> = found.iter().filter_map(|own| own.place()).collect();
            let stays: Vec<usize> =
                found.iter().filter_map(|own| if let Stays(at) = own { Some(*at) } else { None }).collect();
            assert!(stays.is_sorted(), "{old:?} {new:?} {found:?}");
            places.sort_unstable();
            let count = places.len();
            places.dedup();
            assert_eq!(places.len(), count, "{old:?} {new:?} {found:?}");
            for (line, own) in new.iter().zip(&found) {
                let once = |list: &[u64]| list.iter().filter(|other| *other == line).count() == 1;
                if once(&old) && once(&new) {
                    assert_eq!(own.place(), old.iter().position(|other| other == line), "{old:?} {new:?}");
                }
            }
        }
    }
}
