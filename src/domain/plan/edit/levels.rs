//! Trees that are kept as lists: an entry names the one it is a part of, and stands below it.

use std::collections::BTreeMap;

/// How deep each entry stands, from 1, given its key and the key of its parent. A parent that is not there counts for
/// none; a circle ends.
pub fn levels<'a>(entries: &[(&'a str, Option<&'a str>)]) -> Vec<usize> {
    let mut parents: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for (key, parent) in entries {
        parents.entry(key).or_insert(*parent);
    }
    let deep = |parent: Option<&str>| {
        let (mut level, mut parent) = (1, parent);
        while let Some(above) = parent.and_then(|key| parents.get(key)) {
            if level > entries.len() {
                break;
            }
            level += 1;
            parent = *above;
        }
        level
    };
    entries.iter().map(|(_, parent)| deep(*parent)).collect()
}

/// The place of the parent of each entry, given how deep each stands: the nearest one above it that stands less deep.
pub fn parents(levels: &[usize]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let above = |at: usize| {
        while open.last().is_some_and(|last| levels[*last] >= levels[at]) {
            open.pop();
        }
        let parent = open.last().copied();
        open.push(at);
        parent
    };
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
