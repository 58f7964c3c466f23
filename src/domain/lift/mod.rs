//! "Lên hạng sao": the least that has to change on a sheet for the next star.
//!
//! The answer is exact. Among all ways to raise answers so that the total reaches the star's band (26/2026/QĐ-TTg,
//! Article 3.3), every minimum mark (dấu sao) is met and no eliminate or stop rule holds, it finds those that change
//! the fewest criteria, and among these those with the fewest steps. How the texts are read:
//!
//! - One step is one printed option up in a criterion's list. A sub-criterion is a line of its own.
//! - A criterion without an answer, and "không đạt phương án nào", stand below the first option that gives points.
//! - A case (trường hợp) says what the applicant is, so an answered case stays; without an answer every case is open.
//! - What waits for a condition (`applies_if`) counts 0 while the condition has 0 points. When a plan gives the
//!   condition points, the answers behind it count again.
//! - A rule that a 0 brings about (`zero_in`) is lifted by points there. A rule that a member found to hold is a fact
//!   that no option changes: then there is no plan.
//!
//! The subject is one sheet: a self-check, a member's sheet, or the one a council agreed on. A council's mean lies
//! between the steps of its members, so a plan for it would not say who has to give which answer.

mod ladder;
mod obstacle;
mod search;

pub use obstacle::Obstacle;

use crate::domain::council::stars_of_sheet;
use crate::domain::criteria::Scheme;
use crate::domain::points::Points;
use crate::domain::tally::Tally;
use crate::domain::worksheet::{Answer, Worksheet};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aim {
    /// The star to reach, 2 to 5.
    pub star: u8,
    /// Whether the marks of lower stars count too (see `CouncilRules::minima_cumulative`).
    pub cumulative: bool,
    /// Leaves that cannot change.
    pub fixed: Vec<usize>,
    /// The most plans to list.
    pub limit: usize,
}

/// What it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lift {
    /// Nothing: the star is reached.
    Reached,
    /// One of these plans.
    Plans(Plans),
    /// It cannot be reached; every reason, at least one.
    Impossible(Vec<Obstacle>),
}

/// All cheapest plans, or the first of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plans {
    /// Criteria that each plan changes.
    pub criteria: usize,
    /// Steps of each plan.
    pub steps: u32,
    /// How many plans there are at this price; more than `plans` holds when the limit was reached.
    pub count: u64,
    /// The plans, those that change what is printed first first.
    pub plans: Vec<Plan>,
}

/// One way to the star.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What changes, in printed order.
    pub raises: Vec<Raise>,
    /// Leaves that do not change but count again because their condition has points now, with their points.
    pub reopened: Vec<(usize, Points)>,
    /// Total of the sheet afterwards.
    pub total: Points,
}

/// One criterion that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raise {
    /// The leaf.
    pub leaf: usize,
    /// Its answer now; `None`: not scored yet.
    pub from: Option<Answer>,
    /// Its answer in the plan.
    pub to: Answer,
    /// Options up.
    pub steps: u32,
    /// Points it adds to the sheet.
    pub gain: Points,
    /// Stars whose mark on this criterion is met by it and was not before.
    pub marks: Vec<u8>,
    /// Whether it lifts a rule that a 0 brought about.
    pub lifts_rule: bool,
}

/// The stars of `sheet` as it stands; what is not scored counts 0.
pub fn stars_now(scheme: &Scheme, sheet: &Worksheet, cumulative: bool) -> (Points, u8) {
    let tally = Tally::of(scheme, &ladder::settled(scheme, sheet));
    (tally.total, stars_of_sheet(scheme, &tally, cumulative).1)
}

/// The least that lifts `sheet` to `aim.star`.
///
/// Answers that the scheme does not offer count as none. A lower answer never helps, so none is ever proposed.
pub fn lift(scheme: &Scheme, sheet: &Worksheet, aim: &Aim) -> Lift {
    let ladders = ladder::ladders(scheme, sheet, aim);
    let wanted = threshold(aim.star);
    let obstacles = obstacle::obstacles(scheme, sheet, &ladders, wanted);
    if !obstacles.is_empty() {
        return Lift::Impossible(obstacles);
    }
    let Some(found) = search::cheapest(&ladders, wanted, aim.limit) else {
        // What every leaf reaches at most was enough, so the search finds a way; this is the honest answer if not.
        return Lift::Impossible(vec![Obstacle::Total { wanted, best: obstacle::best(&ladders), unfixed: None }]);
    };
    if found.criteria == 0 {
        return Lift::Reached;
    }
    let plans = found.paths.iter().map(|path| ladder::plan(scheme, &ladders, aim, path)).collect();
    Lift::Plans(Plans { criteria: found.criteria, steps: found.steps, count: found.count, plans })
}

/// The first total of a star's band.
fn threshold(star: u8) -> Points {
    match star {
        0 | 1 => 0,
        2 => 30,
        3 => 50,
        4 => 70,
        _ => 90,
    }
}
