//! Trees that are kept as lists: an entry names the one it is a part of, and stands below it.

/// How deep each entry stands, from 1, given its key and the key of its parent. A parent that is not there counts for
/// none; a circle ends.
pub fn levels<'a>(entries: &[(&'a str, Option<&'a str>)]) -> Vec<usize> {
    let deep = |at: usize| {
        let (mut level, mut parent) = (1, entries.get(at).and_then(|(_, parent)| *parent));
        while let Some((_, above)) = parent.and_then(|key| entries.iter().find(|(own, _)| *own == key)) {
            if level > entries.len() {
                break;
            }
            level += 1;
            parent = *above;
        }
        level
    };
    (0..entries.len()).map(deep).collect()
}

/// The place of the parent of each entry, given how deep each stands: the nearest one above it that stands less deep.
pub fn parents(levels: &[usize]) -> Vec<Option<usize>> {
    let above = |at: usize| (0..at).rev().find(|other| levels[*other] < levels[at]);
    (0..levels.len()).map(above).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_and_parents_say_the_same() {
        let entries =
            [("a", None), ("b", Some("a")), ("c", Some("b")), ("d", Some("a")), ("e", None), ("f", Some("x"))];
        assert_eq!(levels(&entries), [1, 2, 3, 2, 1, 1]);
        assert_eq!(parents(&[1, 2, 3, 2, 1, 1]), [None, Some(0), Some(1), Some(0), None, None]);
        // A first entry that stands deep has nothing above it.
        assert_eq!(parents(&[3, 2]), [None, None]);
        assert_eq!(levels(&[("a", Some("b")), ("b", Some("a"))]).len(), 2);
    }
}
