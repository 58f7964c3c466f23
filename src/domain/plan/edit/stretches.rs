//! Lines of a long list held together in stretches: what happens in one of them costs as much as a stretch, and not as
//! much as the list.

use super::Kept;

/// The stretch of each line of a list that changed, given what became of its lines, the stretches of the lines as they
/// were, and how many lines a stretch has. A stretch is known by a number and lies in one piece.
///
/// Lines that stay stay in their stretch, all others go where the line before them stands. A stretch that grew to more
/// than twice its size is parted.
pub fn stretches(kept: &[Kept], old: &[usize], size: usize) -> Vec<usize> {
    let mut fresh = old.iter().max().map_or(0, |last| last + 1);
    let own = |kept: &Kept| match kept {
        Kept::Stays(at) => old.get(*at).copied(),
        Kept::Moves(_) | Kept::New => None,
    };
    let first = kept.iter().find_map(own).unwrap_or_else(|| {
        fresh += 1;
        fresh - 1
    });
    let mut now = first;
    let mut found: Vec<usize> = Vec::with_capacity(kept.len());
    for line in kept {
        now = own(line).unwrap_or(now);
        found.push(now);
    }
    let size = size.max(1);
    for stretch in found.chunk_by_mut(|one, other| one == other) {
        if stretch.len() <= 2 * size {
            continue;
        }
        for part in stretch.chunks_mut(size).skip(1) {
            part.fill(fresh);
            fresh += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::kept;
    use super::*;

    #[test]
    fn a_long_list_is_parted_and_a_short_one_is_not() {
        let new = |count: usize| stretches(&vec![Kept::New; count], &[], 3);
        assert!(new(0).is_empty());
        assert_eq!(new(6), [0; 6]);
        assert_eq!(new(7), [0, 0, 0, 1, 1, 1, 2]);
    }

    #[test]
    fn a_line_that_comes_goes_where_the_one_before_it_stands() {
        use Kept::{Moves, New, Stays};
        assert_eq!(stretches(&[New, Stays(0), Stays(1), New, Stays(2)], &[4, 4, 7], 3), [4, 4, 4, 4, 7]);
        assert_eq!(stretches(&[Stays(0), Moves(2), Stays(1)], &[4, 7, 7], 3), [4, 4, 7]);
    }

    /// Random changes of a random list: every stretch lies in one piece, none is longer than twice its size, and a line
    /// that stays leaves its stretch only when that was parted.
    #[test]
    fn whatever_changes_a_stretch_lies_in_one_piece() {
        let mut seed = 11u64;
        let mut next = move |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % below
        };
        for _ in 0..300 {
            let mut lines: Vec<usize> = (0..next(40)).collect();
            let mut own = stretches(&vec![Kept::New; lines.len()], &[], 4);
            for step in 0..30 {
                let old = lines.clone();
                for _ in 0..next(12) {
                    let at = next(lines.len() + 1);
                    match next(3) {
                        0 if at < lines.len() => drop(lines.remove(at)),
                        1 if at < lines.len() => {
                            let line = lines.remove(at);
                            lines.insert(next(lines.len() + 1), line);
                        }
                        _ => lines.insert(at, 1000 + step * 100 + lines.len()),
                    }
                }
                let kept = kept(&old, &lines, |_, _| true);
                let now = stretches(&kept, &own, 4);
                assert_eq!(now.len(), lines.len());
                let pieces: Vec<&[usize]> = now.chunk_by(|one, other| one == other).collect();
                let mut names: Vec<usize> = pieces.iter().map(|piece| piece[0]).collect();
                names.sort_unstable();
                names.dedup();
                assert_eq!(names.len(), pieces.len(), "{now:?}");
                assert!(pieces.iter().all(|piece| piece.len() <= 8), "{now:?}");
                for (line, kept) in kept.iter().enumerate() {
                    if let Kept::Stays(at) = kept {
                        let is_new = !own.contains(&now[line]);
                        assert!(now[line] == own[*at] || is_new, "{own:?} {now:?}");
                    }
                }
                own = now;
            }
        }
    }
}
