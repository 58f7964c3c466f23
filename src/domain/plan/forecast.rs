//! A forecast of stars from scores given before the council. It is no result: it says within which stars a product is
//! likely to end, and on what it rests.
//!
//! Where enough products of this register have both a score before and a council's result, the middle half of their
//! differences is added to the score. Where there are too few, ten points to either side are taken: the difference that
//! councils of several provinces let stand between two of their own members.

use crate::domain::council::band_of;
use crate::domain::points::{Mean, Points};

/// How many results of councils are needed before their differences are used.
pub const ENOUGH: usize = 8;

/// Points to either side where there are fewer.
pub const MARGIN: Points = 10;

/// Who scored before the council.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scorer {
    /// The producer itself (Mẫu 02, part III).
    Producer,
    /// The commune or the advisory team.
    Advisory,
}

/// A whole score given before the council.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Who gave it.
    pub by: Scorer,
    /// Its points.
    pub total: Mean,
    /// The stars by points and minimum marks.
    pub stars: u8,
}

/// What councils gave more than such a score before, one for each product with both; below 0 they gave less.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// Against the producers' own scores.
    pub producer: Vec<Mean>,
    /// Against the scores of communes and advisory teams.
    pub advisory: Vec<Mean>,
}

/// Within which stars a product is likely to end.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// Fewest and most stars; `None`: there is nothing to go by.
    pub stars: Option<(u8, u8)>,
    /// Fewest and most points; `None` too where the result is known.
    pub points: Option<(Mean, Mean)>,
    /// On what it rests.
    pub basis: Basis,
    /// A minimum mark was missed in every score: more points alone do not give more stars.
    pub held_down: bool,
}

/// On what a forecast rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// On nothing yet.
    Nothing,
    /// On the result: it is no forecast any more.
    Result,
    /// On scores and what councils gave against such scores before.
    History {
        /// On which score.
        of: Scorer,
        /// So many results.
        results: usize,
    },
    /// On scores alone, with [`MARGIN`] points to either side.
    Margin {
        /// So many scores.
        scores: usize,
    },
}

/// The forecast for a product: from its result if there is one, else from its whole scores.
pub fn forecast(result: Option<u8>, scores: &[Score], history: &History) -> Forecast {
    if let Some(stars) = result {
        return Forecast { stars: Some((stars, stars)), points: None, basis: Basis::Result, held_down: false };
    }
    // Who did not make the product knows better how a council sees it.
    let Some(best) = scores.iter().max_by_key(|score| score.by) else {
        return Forecast { stars: None, points: None, basis: Basis::Nothing, held_down: false };
    };
    let known = match best.by {
        Scorer::Producer => &history.producer,
        Scorer::Advisory => &history.advisory,
    };
    let totals = || scores.iter().map(|score| score.total);
    let (low, high, basis) = if known.len() >= ENOUGH {
        let (from, to) = middle_half(known);
        (best.total.plus(from), best.total.plus(to), Basis::History { of: best.by, results: known.len() })
    } else {
        let low = totals().min().unwrap_or(best.total).minus(Mean::whole(MARGIN));
        let high = totals().max().unwrap_or(best.total).plus(Mean::whole(MARGIN));
        (low, high, Basis::Margin { scores: scores.len() })
    };
    let within = |mean: Mean| mean.clamp(Mean::whole(0), Mean::whole(100));
    let (low, high) = (within(low), within(high));
    let held_down = scores.iter().all(|score| score.stars < band_of(score.total));
    let is_missed = scores.iter().any(|score| score.stars < band_of(score.total));
    let most = scores.iter().map(|score| score.stars).max().unwrap_or(0);
    let fewest = scores.iter().map(|score| score.stars).min().unwrap_or(0);
    let high_stars = if held_down { band_of(high).min(most) } else { band_of(high) };
    let low_stars = if is_missed { band_of(low).min(fewest) } else { band_of(low) }.min(high_stars);
    Forecast { stars: Some((low_stars, high_stars)), points: Some((low, high)), basis, held_down }
}

/// The values at a quarter and at three quarters of the way.
fn middle_half(differences: &[Mean]) -> (Mean, Mean) {
    let mut sorted = differences.to_vec();
    sorted.sort();
    let at = |quarters: usize| sorted.get(((sorted.len() - 1) * quarters + 2) / 4).copied().unwrap_or(Mean::whole(0));
    (at(1), at(3))
}

/// How many products will reach some stars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outlook {
    /// At least so many: their fewest stars are enough.
    pub likely: usize,
    /// At most so many more.
    pub possible: usize,
    /// Products with nothing to go by, not counted in either.
    pub unknown: usize,
}

/// How many of these products reach `stars` or more.
pub fn outlook<'a>(forecasts: impl IntoIterator<Item = &'a Forecast>, stars: u8) -> Outlook {
    let mut outlook = Outlook::default();
    for forecast in forecasts {
        match forecast.stars {
            None => outlook.unknown += 1,
            Some((low, _)) if low >= stars => outlook.likely += 1,
            Some((_, high)) if high >= stars => outlook.possible += 1,
            Some(_) => (),
        }
    }
    outlook
}
