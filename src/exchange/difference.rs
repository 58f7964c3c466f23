//! What putting a restore point back would change: everything becomes as it was then, what came since goes.

use std::collections::{BTreeMap, BTreeSet};

use super::{Heading, heading};
use crate::schema::{Kind, PackedRow};

/// What putting a restore point back would change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// By kind; kinds without a change are left out.
    pub kinds: Vec<KindDifference>,
    /// The groups with a change, by what they are known by; at most [`GROUPS`].
    pub groups: Vec<GroupDifference>,
    /// Groups with a change beyond those.
    pub more_groups: usize,
    /// Records of the point that cannot be read by this program; they are put back all the same.
    pub unread: usize,
}

/// Records of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindDifference {
    /// The kind.
    pub kind: Kind,
    /// How many change, and how.
    pub changes: Changes,
}

/// One group of records.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupDifference {
    /// What it is known by, in the point or here.
    pub heading: Option<Heading>,
    /// How many of its records change, and how.
    pub changes: Changes,
}

/// How many records change. A deleted record counts as one that is not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// In the point and not here: they come back.
    pub back: usize,
    /// In both, and different: they become as they were.
    pub changed: usize,
    /// Here and not in the point: they go.
    pub gone: usize,
}

/// Groups that are named.
pub const GROUPS: usize = 40;

impl Changes {
    /// Whether there is none.
    pub fn is_none(self) -> bool {
        self == Changes::default()
    }
}

impl Difference {
    /// Whether nothing would change.
    pub fn is_none(&self) -> bool {
        self.kinds.is_empty()
    }
}

/// Compares what is here with what a restore point holds; `unread` of its records cannot be read.
pub fn difference(here: &[PackedRow], then: &[PackedRow], unread: usize) -> Difference {
    let (here, then) = (alive(here), alive(then));
    let mut kinds: BTreeMap<Kind, Changes> = BTreeMap::new();
    let mut groups: BTreeMap<&str, Changes> = BTreeMap::new();
    for id in here.keys().chain(then.keys()).collect::<BTreeSet<_>>() {
        let (now, was) = (here.get(id).copied(), then.get(id).copied());
        let one = match (now, was) {
            (Some(_), None) => Changes { gone: 1, ..Changes::default() },
            (None, Some(_)) => Changes { back: 1, ..Changes::default() },
            (Some(now), Some(was)) if now.text != was.text => Changes { changed: 1, ..Changes::default() },
            _ => continue,
        };
        if let Some(row) = was.or(now) {
            add(kinds.entry(row.kind).or_default(), one);
            add(groups.entry(&row.scope).or_default(), one);
        }
    }
    let named = |(scope, changes): (&str, Changes)| GroupDifference {
        heading: then.get(scope).or_else(|| here.get(scope)).and_then(|row| heading(row)),
        changes,
    };
    let mut groups: Vec<GroupDifference> = groups.into_iter().map(named).collect();
    let more_groups = groups.len().saturating_sub(GROUPS);
    groups.truncate(GROUPS);
    let kinds = kinds.into_iter().map(|(kind, changes)| KindDifference { kind, changes }).collect();
    Difference { kinds, groups, more_groups, unread }
}

fn alive(rows: &[PackedRow]) -> BTreeMap<&str, &PackedRow> {
    rows.iter().filter(|row| !row.deleted).map(|row| (row.id.as_str(), row)).collect()
}

fn add(sum: &mut Changes, one: Changes) {
    sum.back += one.back;
    sum.changed += one.changed;
    sum.gone += one.gone;
}
