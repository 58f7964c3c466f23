//! Exactness where a hundredth of a point decides.

use so_ocop::domain::council::{Gap, Outcome, consolidate, stars_of_sheet};
use so_ocop::domain::criteria::Scheme;
use so_ocop::domain::points::Mean;
use so_ocop::domain::session::CouncilRules;
use so_ocop::domain::tally::Tally;
use so_ocop::domain::worksheet::{Answer, Worksheet};

use crate::shipped;
use crate::synthetic::{member, result, result_at, ruler, scheme, sheet};

fn rules() -> CouncilRules {
    CouncilRules::default()
}

/// Points of `count` members, one criterion, that add up to `sum`.
fn spread(sum: i32, count: i32) -> Vec<Vec<i32>> {
    (0..count).map(|at| vec![sum / count + i32::from(at < sum % count)]).collect()
}

#[test]
fn a_band_begins_exactly_at_its_threshold() {
    let ruler = ruler();
    for (threshold, below, stars) in [(30, 1, 2), (50, 2, 3), (70, 3, 4), (90, 4, 5)] {
        for count in [1, 2, 3, 5, 7, 9, 100] {
            let reached = result(&ruler, &spread(threshold * count, count), &rules());
            assert_eq!((reached.band, reached.stars), (stars, stars), "{threshold} of {count}");
            assert_eq!(reached.total, Some(Mean::whole(threshold)));
            let missed = result(&ruler, &spread(threshold * count - 1, count), &rules());
            assert_eq!((missed.band, missed.stars), (below, below), "below {threshold} of {count}");
            assert_eq!(missed.total, Some(Mean::new(i64::from(threshold * count - 1), count as usize)));
        }
    }
}

#[test]
fn a_hundredth_below_is_below() {
    let ruler = ruler();
    for (sum, text, band) in [
        (2999, "29.99", 1),
        (3000, "30", 2),
        (4999, "49.99", 2),
        (5000, "50", 3),
        (6999, "69.99", 3),
        (7000, "70", 4),
        (8999, "89.99", 4),
        (9000, "90", 5),
    ] {
        let result = result(&ruler, &spread(sum, 100), &rules());
        assert_eq!((result.total.expect("a total").exact_text().as_str(), result.band), (text, band));
    }
    let result = result(&ruler, &[vec![70], vec![70], vec![69]], &rules());
    assert_eq!((result.total.expect("a total").exact_text().as_str(), result.stars), ("209/3", 3));
}

#[test]
fn a_gap_is_named_only_above_the_limit() {
    let ruler = ruler();
    for (limit, high, is_named) in [
        (10, 80, false),
        (10, 81, true),
        (0, 70, false),
        (0, 71, true),
        (5, 75, false),
        (5, 76, true),
        (100, 100, false),
    ] {
        let rules = CouncilRules { gap_limit: limit, ..rules() };
        for points in [[vec![70], vec![high]], [vec![high], vec![70]]] {
            let result = result(&ruler, &points, &rules);
            let (upper, lower) = if points[0][0] > points[1][0] { (0, 1) } else { (1, 0) };
            let gap = Gap { high: member(upper), low: member(lower), points: high - 70 };
            assert_eq!(result.gaps, if is_named { vec![gap] } else { vec![] }, "{high} with limit {limit}");
            assert_eq!(result.max_gap, high - 70);
        }
    }
}

#[test]
fn every_pair_above_the_limit_is_named_widest_first() {
    let result = result(&ruler(), &[vec![60], vec![71], vec![82], vec![70]], &rules());
    let gap = |high, low, points| Gap { high: member(high), low: member(low), points };
    assert_eq!(result.gaps, [gap(2, 0, 22), gap(2, 3, 12), gap(1, 0, 11), gap(2, 1, 11)]);
    assert_eq!(result.max_gap, 22);
    assert_eq!(result.outcome, Outcome::Recognise, "a gap is shown, it does not stop the council");
}

/// 3-, 4- and 5-star marks on three criteria of 10, and 70 free points.
fn marked() -> Scheme {
    let free: Vec<(i32, Option<u8>)> = (0..=70).map(|points| (points, None)).collect();
    let mark = |star| [(0, None), (5, Some(star)), (10, None)];
    scheme(&[&free, &mark(3), &mark(4), &mark(5)])
}

#[test]
fn minimum_marks_hold_stars_down() {
    let scheme = marked();
    // Free points, then the criteria with the marks of 3, 4 and 5 stars; stars with and without inheriting marks.
    for (points, cumulative, alone) in [
        ([70, 10, 10, 10], 5, 5),
        ([70, 5, 10, 5], 5, 5),
        ([70, 10, 10, 0], 4, 4),
        ([70, 10, 0, 10], 3, 5),
        ([70, 0, 10, 10], 2, 5),
        ([70, 10, 0, 0], 3, 3),
        ([70, 0, 0, 0], 2, 2),
        ([70, 0, 10, 0], 2, 4),
        ([40, 0, 5, 5], 2, 2),
        ([40, 5, 0, 5], 3, 3),
        ([30, 0, 0, 0], 2, 2),
        ([20, 0, 0, 0], 1, 1),
    ] {
        for (minima_cumulative, stars) in [(true, cumulative), (false, alone)] {
            let rules = CouncilRules { minima_cumulative, ..rules() };
            let result = result(&scheme, &[points.to_vec(), points.to_vec()], &rules);
            assert_eq!(result.stars, stars, "{points:?} {minima_cumulative}");
            let tally = Tally::of(&scheme, &sheet(&scheme, 0, &points));
            assert_eq!(stars_of_sheet(&scheme, &tally, minima_cumulative), (result.band, stars, result.failed_minima));
        }
    }
}

#[test]
fn a_mark_asks_the_mean_not_each_sheet() {
    let scheme = marked();
    let outcome = |fives: [i32; 3]| {
        let points = fives.map(|five| vec![70, 10, 10, five]);
        let result = result(&scheme, &points, &rules());
        (result.stars, result.failed_minima.len())
    };
    assert_eq!(outcome([5, 5, 5]), (5, 0));
    assert_eq!(outcome([10, 5, 0]), (5, 0));
    assert_eq!(outcome([5, 5, 0]), (4, 1));
    let result = result(&scheme, &[vec![70, 10, 10, 5], vec![70, 10, 10, 5], vec![70, 10, 10, 0]], &rules());
    let failed = &result.failed_minima[0];
    assert_eq!((failed.star, failed.leaf, failed.need, failed.mean), (5, 3, 5, Mean::new(10, 3)));
}

/// What a province recognises.
const PROVINCE: std::ops::RangeInclusive<u8> = 3..=4;

#[test]
fn what_follows_depends_on_the_level() {
    let ruler = ruler();
    for (points, recognises, outcome) in [
        (90, PROVINCE, Outcome::ProposeHigher),
        (90, 5..=5, Outcome::Recognise),
        (89, 5..=5, Outcome::ReturnLower),
        (50, 5..=5, Outcome::ReturnLower),
        (49, 5..=5, Outcome::NotRecognised),
        (89, PROVINCE, Outcome::Recognise),
        (50, PROVINCE, Outcome::Recognise),
        (49, PROVINCE, Outcome::NotRecognised),
        (30, PROVINCE, Outcome::NotRecognised),
        (0, PROVINCE, Outcome::NotRecognised),
        (70, 3..=3, Outcome::ProposeHigher),
        (69, 3..=3, Outcome::Recognise),
        (50, 0..=0, Outcome::ProposeHigher),
        (49, 0..=0, Outcome::NotRecognised),
    ] {
        let result = result_at(recognises.clone(), &ruler, &[vec![points]], &rules());
        assert_eq!(result.outcome, outcome, "{points} at a level of {recognises:?}");
    }
    let missed = result_at(PROVINCE, &marked(), &[vec![70, 0, 10, 10]], &rules());
    assert_eq!((missed.band, missed.stars, missed.outcome), (5, 2, Outcome::NotRecognised));
}

#[test]
fn in_every_set_a_missed_5_star_mark_leaves_four_stars_at_most() {
    let (mut missed_five, mut missed_three) = (0, 0);
    for file in shipped::sets() {
        let scheme = Scheme::new(&file.set()).expect("a scheme");
        for (at, leaf) in scheme.leaves.iter().enumerate() {
            for star in [3, 5] {
                let Some(need) = leaf.need(star) else { continue };
                let full: Vec<i32> = scheme
                    .leaves
                    .iter()
                    .map(|leaf| leaf.offers.iter().map(|o| o.points).max())
                    .map(|max| max.unwrap_or(0))
                    .collect();
                let mut sheet = sheet(&scheme, 0, &full);
                let lower = leaf.offers.iter().filter(|offer| offer.points < need).max_by_key(|offer| offer.points);
                let answer = lower.map_or(Answer::NoneMet, |offer| Answer::Option {
                    case: offer.case,
                    option: offer.option,
                    points: offer.points,
                });
                sheet.answers.insert(leaf.number.clone(), answer);
                let result = consolidate(&scheme, &[(member(0), Some(&sheet))], &rules(), 3..=4);
                if result.outcome == Outcome::Eliminated || result.band < 5 {
                    continue;
                }
                let is_named = result.failed_minima.iter().any(|failed| (failed.star, failed.leaf) == (star, at));
                assert!(is_named, "{} {}", file.entry.slug, leaf.number);
                if star == 3 {
                    assert_eq!((result.stars, result.outcome), (2, Outcome::NotRecognised));
                    missed_three += 1;
                } else {
                    assert!(result.stars <= 4, "{} {}", file.entry.slug, leaf.number);
                    missed_five += 1;
                }
            }
        }
    }
    assert!(missed_five > 200 && missed_three > 150, "{missed_five} {missed_three}");
}

#[test]
fn an_incomplete_sheet_never_enters_and_is_listed() {
    let scheme = marked();
    let whole = sheet(&scheme, 0, &[70, 10, 10, 10]);
    let unfinished = |spoil: &dyn Fn(&mut Worksheet)| {
        let mut other = sheet(&scheme, 1, &[0, 0, 0, 0]);
        spoil(&mut other);
        let result = consolidate(&scheme, &[(member(0), Some(&whole)), (member(1), Some(&other))], &rules(), 3..=4);
        assert_eq!((result.sheets, result.total, result.outcome), (1, Some(Mean::whole(100)), Outcome::Incomplete));
        assert_eq!(result.totals, [(member(0), 100)]);
        result.missing.iter().map(|missing| (missing.member == member(1), missing.unanswered)).collect::<Vec<_>>()
    };
    assert_eq!(unfinished(&|sheet| sheet.state = so_ocop::domain::worksheet::SheetState::Draft), [(true, 0)]);
    // A file from elsewhere may call a sheet locked that is not finished, or give points that the set does not.
    assert_eq!(unfinished(&|sheet| sheet.answers.retain(|number, _| number != "1.2")), [(true, 1)]);
    let forged = Answer::Option { case: None, option: 2, points: 100 };
    assert_eq!(unfinished(&|sheet| sheet.answers.extend([("1.2".to_owned(), forged)])), [(true, 1)]);
}

#[test]
fn without_sheets_there_is_no_result() {
    let ruler = ruler();
    for sheets in [vec![], vec![(member(0), None)]] {
        let result = consolidate(&ruler, &sheets, &rules(), 3..=4);
        assert_eq!((result.total, result.band, result.stars), (None, 0, 0));
        assert_eq!((result.outcome, result.missing.len(), result.max_gap), (Outcome::Incomplete, sheets.len(), 0));
    }
}
