//! How members bear themselves against the others: severity, and drift over the session.

use crate::domain::moment::Moment;
use crate::domain::points::{Mean, Points};
use crate::domain::session::MemberId;

/// A member against the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bearing {
    /// Who.
    pub member: MemberId,
    /// Products that the member and somebody else have scored.
    pub products: usize,
    /// Mean of (own total less the mean of the others' totals); below 0: stricter than the others.
    pub severity: Mean,
    /// The same over the second half of the member's sheets less that over the first, in the order they were locked; `None`
    /// with fewer than four. Above 0: the member became milder against the others.
    pub drift: Option<Mean>,
}

/// The bearing of every member in `members`. `products` has, for each product, the totals of its locked sheets with the
/// moment each was locked.
pub fn bearings(members: &[MemberId], products: &[Vec<(MemberId, Points, Moment)>]) -> Vec<Bearing> {
    members.iter().filter_map(|member| bearing(*member, products)).collect()
}

fn bearing(member: MemberId, products: &[Vec<(MemberId, Points, Moment)>]) -> Option<Bearing> {
    let mut differences: Vec<(Moment, Mean)> =
        products.iter().filter_map(|sheets| difference(member, sheets)).collect();
    differences.sort_by_key(|(at, _)| *at);
    let values: Vec<Mean> = differences.into_iter().map(|(_, value)| value).collect();
    let half = values.len() / 2;
    let drift = (values.len() >= 4).then(|| mean(&values[values.len() - half..]).minus(mean(&values[..half])));
    (!values.is_empty()).then(|| Bearing { member, products: values.len(), severity: mean(&values), drift })
}

/// Own total less the mean of the others', where both are there.
fn difference(member: MemberId, sheets: &[(MemberId, Points, Moment)]) -> Option<(Moment, Mean)> {
    let (_, own, at) = sheets.iter().find(|(id, ..)| *id == member)?;
    let others: Vec<i64> =
        sheets.iter().filter(|(id, ..)| *id != member).map(|(_, points, _)| i64::from(*points)).collect();
    (!others.is_empty()).then(|| (*at, Mean::whole(*own).minus(Mean::new(others.iter().sum(), others.len()))))
}

/// The mean of means; `values` has at least one.
fn mean(values: &[Mean]) -> Mean {
    let sum = values.iter().fold(Mean::whole(0), |sum, value| sum.plus(*value));
    let (top, bottom) = sum.fraction();
    Mean::new(top, usize::try_from(bottom).unwrap_or(1).saturating_mul(values.len()))
}
