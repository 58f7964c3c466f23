//! Every way to raise answers, one after the other, judged with the engine's tally and rules.

use std::collections::BTreeSet;

use so_ocop::domain::criteria::{Leaf, Scheme};
use so_ocop::domain::lift::Aim;
use so_ocop::domain::tally::Tally;
use so_ocop::domain::worksheet::{Answer, Worksheet};

/// A way: for each leaf that changes, its number and the new answer.
pub type Way = Vec<(usize, String)>;

/// The cheapest ways: criteria, steps, all of them. `None`: there is no way.
pub type Cheapest = Option<(usize, u32, BTreeSet<Way>)>;

/// An answer and its price.
fn choices(leaf: &Leaf, own: Option<Answer>) -> Vec<(Answer, u32)> {
    let printed = |case: Option<usize>| leaf.offers.iter().filter(move |offer| offer.case == case);
    if let Some(Answer::Option { case, option, .. }) = own {
        return printed(case)
            .filter(|offer| offer.option > option)
            .map(|offer| (Answer::of(offer), (offer.option - option) as u32))
            .collect();
    }
    let mut choices = Vec::new();
    let cases: BTreeSet<Option<usize>> = leaf.offers.iter().map(|offer| offer.case).collect();
    for case in cases {
        let giving = printed(case).filter(|offer| offer.points > 0);
        choices.extend(giving.enumerate().map(|(at, offer)| (Answer::of(offer), at as u32 + 1)));
    }
    choices
}

fn zero(leaf: &Leaf) -> Answer {
    leaf.offers.iter().find(|offer| offer.points == 0).map_or(Answer::NoneMet, Answer::of)
}

/// The sheet with 0 points where nothing is answered.
pub fn filled(scheme: &Scheme, sheet: &Worksheet) -> Worksheet {
    let mut filled = sheet.clone();
    for leaf in &scheme.leaves {
        filled.answers.entry(leaf.number.clone()).or_insert_with(|| zero(leaf));
    }
    filled
}

/// Whether a full sheet has the star.
pub fn has_star(scheme: &Scheme, sheet: &Worksheet, aim: &Aim) -> bool {
    let tally = Tally::of(scheme, sheet);
    let from = [0, 0, 30, 50, 70, 90][usize::from(aim.star)];
    let stars = if aim.cumulative { 3..=aim.star } else { aim.star..=aim.star };
    tally.total >= from
        && tally.rules.is_empty()
        && stars.into_iter().all(|star| {
            let met =
                |(leaf, points): (&Leaf, &Option<i32>)| leaf.need(star).is_none_or(|need| points.unwrap_or(0) >= need);
            scheme.leaves.iter().zip(&tally.leaves).all(met)
        })
}

/// Tries everything.
pub fn cheapest(scheme: &Scheme, sheet: &Worksheet, aim: &Aim) -> Cheapest {
    let choices: Vec<Vec<(Answer, u32)>> = scheme
        .leaves
        .iter()
        .enumerate()
        .map(|(at, leaf)| match aim.fixed.contains(&at) {
            true => Vec::new(),
            false => choices(leaf, sheet.answers.get(&leaf.number).copied()),
        })
        .collect();
    let filled = filled(scheme, sheet);
    let mut best: Cheapest = None;
    let mut picks = vec![0; choices.len()];
    loop {
        let mut tried = filled.clone();
        let (mut steps, mut way) = (0, Vec::new());
        for (at, pick) in picks.iter().enumerate().filter(|(_, pick)| **pick > 0) {
            let (answer, price) = choices[at][pick - 1];
            steps += price;
            way.push((at, format!("{answer:?}")));
            tried.answers.insert(scheme.leaves[at].number.clone(), answer);
        }
        let is_dearer = best.as_ref().is_some_and(|(criteria, least, _)| (way.len(), steps) > (*criteria, *least));
        if !is_dearer && has_star(scheme, &tried, aim) {
            match &mut best {
                Some((criteria, least, ways)) if (*criteria, *least) == (way.len(), steps) => {
                    ways.insert(way);
                }
                _ => best = Some((way.len(), steps, BTreeSet::from([way]))),
            }
        }
        let Some(at) = (0..picks.len()).find(|at| picks[*at] < choices[*at].len()) else { return best };
        picks[at] += 1;
        picks[..at].fill(0);
    }
}
