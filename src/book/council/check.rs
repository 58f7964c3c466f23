//! The second opinion: what the formulas come to, against the engine.

use super::ProductOf;
use super::product::{Answer, ProductPage, Setting};
use crate::book::{Book, Ratio, Reckoning, Spot, Value};
use crate::domain::points::Mean;
use crate::domain::session::Session;
use crate::text;

/// A number of the book that is not the engine's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differs {
    /// Place of the product.
    pub product: usize,
    /// Which number, in plain English.
    pub what: &'static str,
}

/// Works the formulas out and compares them with the results.
pub fn compare(
    book: &Book,
    session: &Session,
    products: &[ProductOf<'_>],
    places: &[Option<ProductPage>],
) -> Vec<Differs> {
    let mut reckoning = Reckoning::new(book);
    let mut differs = Vec::new();
    for (at, (of, place)) in products.iter().zip(places).enumerate() {
        let Some(place) = place else { continue };
        for what in product(&mut reckoning, session, of, place) {
            differs.push(Differs { product: at, what });
        }
    }
    // A formula without a value may stand nowhere, on the first page neither.
    for (page_at, page) in book.pages.iter().enumerate() {
        for (row, cells) in page.rows.iter().enumerate() {
            let fails = |column: usize| reckoning.value(Spot { page: page_at, row, column }).is_err();
            if (0..cells.len()).any(fails) {
                differs.push(Differs { product: page_at.saturating_sub(1), what: "a formula without a value" });
            }
        }
    }
    differs
}

fn product(
    reckoning: &mut Reckoning<'_>,
    session: &Session,
    of: &ProductOf<'_>,
    place: &ProductPage,
) -> Vec<&'static str> {
    let result = of.result;
    let mut differs = Vec::new();
    let mut same = |is_same: bool, what: &'static str| {
        if !is_same {
            differs.push(what);
        }
    };
    let count = result.sheets as i64;
    let whole =
        |reckoning: &mut Reckoning<'_>, spot: Spot, number: i64| reckoning.number(spot) == Ok(Ratio::whole(number));
    same(place.members as i64 == count, "sheets");
    same(whole(reckoning, place.setting(Setting::Sheets), count), "sheets");
    // A mean is compared twice: exactly, as the sum over the number of sheets, and as it is shown.
    let mean = |reckoning: &mut Reckoning<'_>, row: usize, mean: Mean| {
        let (top, bottom) = mean.fraction();
        let exact = Ratio::new(i128::from(top), i128::from(bottom));
        let sum = reckoning.number(place.sum(row)).ok();
        let shown = Ratio::new(i128::from(mean.hundredths()), 100);
        sum.and_then(|sum| sum.over(Ratio::whole(count))) == exact && reckoning.number(place.mean(row)).ok() == shown
    };
    if let Some(total) = result.total {
        same(mean(reckoning, place.total, total), "mean");
        let parts = place.parts.iter().zip(&result.parts);
        same(parts.fold(true, |all, (row, own)| mean(reckoning, *row, *own) && all), "part");
        let leaves = place.leaves.iter().zip(&result.leaves);
        same(leaves.fold(true, |all, (row, own)| mean(reckoning, *row, *own) && all), "criterion");
        same(place.parts.len() == result.parts.len() && place.leaves.len() == result.leaves.len(), "rows");
        let totals = result.totals.iter().enumerate().map(|(member, (_, points))| {
            let mut spot = place.points(place.total).from;
            spot.column += member;
            (spot, i64::from(*points))
        });
        same(totals.fold(true, |all, (spot, own)| whole(reckoning, spot, own) && all), "a sheet's total");
    }
    let sum = result.totals.iter().map(|(_, points)| i64::from(*points)).sum();
    same(whole(reckoning, place.answer(Answer::Sum), sum), "sum");
    same(whole(reckoning, place.answer(Answer::Band), i64::from(result.band)), "band");
    same(whole(reckoning, place.answer(Answer::Stars), i64::from(result.stars)), "stars");
    same(whole(reckoning, place.answer(Answer::MaxGap), i64::from(result.max_gap)), "largest gap");
    same(whole(reckoning, place.answer(Answer::Gaps), result.gaps.len() as i64), "gaps");
    same(whole(reckoning, place.answer(Answer::Ended), result.excluded_by.len() as i64), "rules");
    for star in 3..=result.band.min(5) {
        for (leaf, row) in place.leaves.iter().enumerate() {
            let is_missed = result.failed_minima.iter().any(|own| own.star == star && own.leaf == leaf);
            let spot = place.missed(*row, usize::from(star));
            let said = reckoning.value(spot);
            let is_same = match said {
                Ok(Value::Empty) => !is_missed,
                Ok(Value::Number(number)) => number == Ratio::whole(i64::from(is_missed)),
                _ => false,
            };
            same(is_same, "minimum mark");
        }
    }
    let conclusion = text::results::conclusion(result.outcome, result.stars, session.level);
    same(reckoning.value(place.answer(Answer::Conclusion)) == Ok(Value::Text(conclusion)), "conclusion");
    differs
}
