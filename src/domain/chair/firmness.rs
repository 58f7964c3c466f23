//! How firm a star is: what would change it.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::domain::council::{ProductSheets, consolidate_agreed};
use crate::domain::criteria::Scheme;
use crate::domain::points::{Mean, Points};
use crate::domain::session::{CouncilRules, MemberId};
use crate::domain::worksheet::{Answer, Worksheet};

/// How firm the star of a product is.
#[derive(Clone, Debug, PartialEq)]
pub struct Firmness {
    /// The stars as they are, 0 to 5.
    pub stars: u8,
    /// The mean; `None` without locked sheets.
    pub total: Option<Mean>,
    /// The band's lower edge, and how far the mean is above it; `None` in the lowest band.
    pub above: Option<Edge>,
    /// The next band's edge, and how far the mean is below it; `None` in the highest band.
    pub below: Option<Edge>,
    /// Every minimum mark for a star up to the next one, nearest to its edge first.
    pub marks: Vec<MarkDistance>,
    /// Members without whom the stars would be others, with these stars.
    pub without: Vec<(MemberId, u8)>,
    /// Single steps of a single member that would change the stars, in the order of the criteria.
    pub steps: Vec<StepEffect>,
}

/// An edge of a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Its points.
    pub at: Points,
    /// How far the mean is from it, never below 0.
    pub distance: Mean,
}

/// A minimum mark and how far the criterion's mean is from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkDistance {
    /// The star.
    pub star: u8,
    /// The criterion.
    pub leaf: usize,
    /// The mark's points.
    pub need: Points,
    /// Mean less mark; below 0: missed.
    pub distance: Mean,
}

/// What one step would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepEffect {
    /// The criterion.
    pub leaf: usize,
    /// Whose sheet.
    pub member: MemberId,
    /// One printed step up, or down.
    pub is_up: bool,
    /// The stars it would lead to.
    pub stars: u8,
}

const EDGES: [Points; 4] = [30, 50, 70, 90];

/// How firm the star is that these sheets come to; the arguments are those of [`consolidate_agreed`].
pub fn firmness(
    scheme: &Scheme,
    sheets: &ProductSheets<'_>,
    agreed: &BTreeMap<String, Answer>,
    rules: &CouncilRules,
    recognises: RangeInclusive<u8>,
) -> Firmness {
    let result = |sheets: &ProductSheets<'_>| consolidate_agreed(scheme, sheets, agreed, rules, recognises.clone());
    let now = result(sheets);
    let total = now.total;
    let counted: Vec<MemberId> = now.totals.iter().map(|(member, _)| *member).collect();
    let above = |total: Mean| {
        let at = EDGES.into_iter().rev().find(|edge| total >= Mean::whole(*edge))?;
        Some(Edge { at, distance: total.minus(Mean::whole(at)) })
    };
    let below = |total: Mean| {
        let at = EDGES.into_iter().find(|edge| total < Mean::whole(*edge))?;
        Some(Edge { at, distance: Mean::whole(at).minus(total) })
    };
    let next = (now.band + 1).min(5);
    let marks = now.leaves.iter().enumerate().flat_map(|(leaf, mean)| {
        let mark = move |star: u8| {
            let need = scheme.leaves[leaf].need(star)?;
            Some(MarkDistance { star, leaf, need, distance: mean.minus(Mean::whole(need)) })
        };
        (3..=next).filter_map(mark)
    });
    let mut marks: Vec<MarkDistance> = marks.collect();
    let zero = Mean::whole(0);
    let size = |mark: &MarkDistance| if mark.distance < zero { zero.minus(mark.distance) } else { mark.distance };
    marks.sort_by(|one, other| size(one).cmp(&size(other)).then(one.leaf.cmp(&other.leaf)));
    let without = counted.iter().filter(|_| counted.len() > 1).filter_map(|member| {
        let others: Vec<_> = sheets.iter().filter(|(own, _)| own != member).copied().collect();
        let stars = result(&others).stars;
        (stars != now.stars).then_some((*member, stars))
    });
    let without = without.collect();
    let mut steps = Vec::new();
    for leaf in 0..scheme.leaves.len() {
        for (at, (member, sheet)) in sheets.iter().enumerate() {
            let Some(sheet) = sheet.filter(|_| counted.contains(member)) else { continue };
            for is_up in [true, false] {
                let Some(changed) = stepped(scheme, sheet, leaf, is_up) else { continue };
                let mut others = sheets.to_vec();
                others[at].1 = Some(&changed);
                let stars = result(&others).stars;
                if stars != now.stars {
                    steps.push(StepEffect { leaf, member: *member, is_up, stars });
                }
            }
        }
    }
    Firmness {
        stars: now.stars,
        total,
        above: total.and_then(above),
        below: total.and_then(below),
        marks,
        without,
        steps,
    }
}

/// The sheet with its answer on one criterion a printed step higher or lower; `None`: there is none.
fn stepped(scheme: &Scheme, sheet: &Worksheet, leaf: usize, is_up: bool) -> Option<Worksheet> {
    let own = &scheme.leaves[leaf];
    let now = sheet.answers.get(&own.number)?.points();
    let offers = own.offers.iter().map(Answer::of);
    let all = offers.chain(own.offers_none_met().then_some(Answer::NoneMet));
    let next = if is_up {
        all.filter(|answer| answer.points() > now).min_by_key(|answer| answer.points())?
    } else {
        all.filter(|answer| answer.points() < now).max_by_key(|answer| answer.points())?
    };
    let mut changed = sheet.clone();
    changed.answers.insert(own.number.clone(), next);
    Some(changed)
}
