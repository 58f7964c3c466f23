//! The arithmetic of consolidation.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::result::{FailedMinimum, Gap, Missing, Outcome, ProductResult};
use crate::domain::criteria::{Leaf, Scheme};
use crate::domain::order::sorted;
use crate::domain::points::{Mean, Points};
use crate::domain::session::{CouncilRules, MemberId, MinimaOn};
use crate::domain::tally::Tally;
use crate::domain::worksheet::{Answer, Worksheet};

/// The sheets for one product: every member who scores, with the sheet where there is one.
pub type ProductSheets<'a> = [(MemberId, Option<&'a Worksheet>)];

/// Stars of a band (26/2026/QĐ-TTg, Article 3.3; 148/QĐ-TTg the same): from 90, 70, 50, 30 points; half-open, so
/// 69.99 is 3 stars.
pub fn band_of(mean: Mean) -> u8 {
    [(5, 90), (4, 70), (3, 50), (2, 30)]
        .iter()
        .find(|(_, from)| mean >= Mean::whole(*from))
        .map_or(1, |(star, _)| *star)
}

/// Consolidates the sheets of one product: mean of the locked sheets, band, minimum marks, gaps.
///
/// A draft, unfinished or absent sheet never enters, whatever the file calls it; it is listed as missing. `recognises` are the stars that the
/// council's level recognises (see `Session::recognises`).
pub fn consolidate(
    scheme: &Scheme,
    sheets: &ProductSheets<'_>,
    rules: &CouncilRules,
    recognises: RangeInclusive<u8>,
) -> ProductResult {
    consolidate_agreed(scheme, sheets, &BTreeMap::new(), rules, recognises)
}

/// [`consolidate`] with the levels that the council agreed on (`SessionProduct::agreed`). Where the council's rules test
/// minimum marks on them, a criterion with an agreed level is tested on its points, and every other on its mean. An
/// answer that the scheme does not offer is no level. Points, totals and bands never change.
pub fn consolidate_agreed(
    scheme: &Scheme,
    sheets: &ProductSheets<'_>,
    agreed: &BTreeMap<String, Answer>,
    rules: &CouncilRules,
    recognises: RangeInclusive<u8>,
) -> ProductResult {
    let mut missing = Vec::new();
    let mut tallies: Vec<(MemberId, Tally)> = Vec::new();
    for (member, sheet) in sheets {
        let Some(sheet) = sheet else {
            missing.push(Missing { member: *member, unanswered: scheme.leaves.len(), begun: false });
            continue;
        };
        let tally = Tally::of(scheme, sheet);
        if sheet.is_locked() && tally.is_complete() {
            tallies.push((*member, tally));
        } else {
            let unanswered = if tally.is_complete() { 0 } else { scheme.leaves.len() - tally.answered };
            missing.push(Missing { member: *member, unanswered, begun: !sheet.answers.is_empty() });
        }
    }
    let count = tallies.len();
    let mean = |sum: i64| Mean::new(sum, count);
    let sum_of = |points: &dyn Fn(&Tally) -> Points| tallies.iter().map(|(_, tally)| i64::from(points(tally))).sum();
    let total = (count > 0).then(|| mean(sum_of(&|tally| tally.total)));
    let (parts, leaves) = if count > 0 {
        (
            (0..scheme.parts.len()).map(|at| mean(sum_of(&|tally| tally.parts[at]))).collect(),
            (0..scheme.leaves.len()).map(|at| mean(sum_of(&|tally| tally.leaves[at].unwrap_or(0)))).collect(),
        )
    } else {
        (Vec::new(), Vec::new())
    };
    let band = total.map_or(0, band_of);
    let failed_minima = match rules.minima_on() {
        MinimaOn::Mean => failed(scheme, &leaves, band),
        MinimaOn::Consensus => failed(scheme, &levels(scheme, &leaves, agreed), band),
    };
    let totals: Vec<(MemberId, Points)> = tallies.iter().map(|(member, tally)| (*member, tally.total)).collect();
    let excluded_by: Vec<MemberId> =
        tallies.iter().filter(|(_, tally)| !tally.rules.is_empty()).map(|(member, _)| *member).collect();
    let eliminated = count > 0 && excluded_by.len() == count;
    let stars = if eliminated { 0 } else { highest_star(&failed_minima, band, rules.minima_cumulative) };
    let gaps = gaps(&totals, rules.gap_limit);
    let highest = totals.iter().map(|(_, points)| *points).max().unwrap_or(0);
    let lowest = totals.iter().map(|(_, points)| *points).min().unwrap_or(0);
    let outcome = if count == 0 || !missing.is_empty() {
        Outcome::Incomplete
    } else if eliminated {
        Outcome::Eliminated
    } else if !excluded_by.is_empty() {
        Outcome::RuleDisputed
    } else if stars < 3 {
        Outcome::NotRecognised
    } else if stars > *recognises.end() {
        Outcome::ProposeHigher
    } else if stars < *recognises.start() {
        Outcome::ReturnLower
    } else {
        Outcome::Recognise
    };
    ProductResult {
        sheets: count,
        missing,
        total,
        parts,
        leaves,
        band,
        stars,
        failed_minima,
        totals,
        gaps,
        max_gap: highest - lowest,
        excluded_by,
        outcome,
    }
}

/// Band, stars and missed minimum marks of one sheet alone, as far as it is answered: what a member sees while
/// scoring. Unanswered criteria count 0.
pub fn stars_of_sheet(scheme: &Scheme, tally: &Tally, cumulative: bool) -> (u8, u8, Vec<FailedMinimum>) {
    let band = band_of(Mean::whole(tally.total));
    let leaves: Vec<Mean> = tally.leaves.iter().map(|points| Mean::whole(points.unwrap_or(0))).collect();
    let failed = failed(scheme, &leaves, band);
    (band, highest_star(&failed, band, cumulative), failed)
}

/// The highest star not above `band` whose marks are met; marks stand at 3, 4 and 5 stars only. With cumulative marks
/// a star also needs the marks of the stars below it.
fn highest_star(failed: &[FailedMinimum], band: u8, cumulative: bool) -> u8 {
    let is_missed = |star: u8| failed.iter().any(|mark| mark.star == star || (cumulative && mark.star < star));
    (3..=band).rev().find(|star| !is_missed(*star)).unwrap_or(band.min(2))
}

/// What minimum marks are tested on: the agreed level of a leaf, or its mean.
fn levels(scheme: &Scheme, means: &[Mean], agreed: &BTreeMap<String, Answer>) -> Vec<Mean> {
    let level = |(leaf, mean): (&Leaf, &Mean)| {
        let answer = agreed.get(&leaf.number).filter(|answer| answer.fits(leaf));
        answer.map_or(*mean, |answer| Mean::whole(answer.points()))
    };
    scheme.leaves.iter().zip(means).map(level).collect()
}

/// Missed marks of every star up to `band`, lowest star first. Marks above the band hold nothing down.
fn failed(scheme: &Scheme, means: &[Mean], band: u8) -> Vec<FailedMinimum> {
    let mut failed = Vec::new();
    for star in 3..=band {
        for (leaf, mean) in means.iter().enumerate() {
            let Some(need) = scheme.leaves[leaf].need(star) else { continue };
            if *mean < Mean::whole(need) {
                failed.push(FailedMinimum { star, leaf, need, mean: *mean });
            }
        }
    }
    failed
}

fn gaps(totals: &[(MemberId, Points)], limit: Points) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (at, (first, first_total)) in totals.iter().enumerate() {
        for (second, second_total) in &totals[at + 1..] {
            let (high, low) = if first_total >= second_total { (*first, *second) } else { (*second, *first) };
            let points = (first_total - second_total).abs();
            if points > limit {
                gaps.push(Gap { high, low, points });
            }
        }
    }
    sorted(gaps, &|one, other| other.points.cmp(&one.points))
}
