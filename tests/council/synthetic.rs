//! Made-up sets and sheets, for totals that no printed set reaches so easily.

use serde_json::{Value, json};
use so_ocop::codec::{Field, Place};
use so_ocop::domain::council::{ProductResult, consolidate};
use so_ocop::domain::criteria::{CriteriaSet, Scheme};
use so_ocop::domain::moment::Moment;
use so_ocop::domain::session::{CouncilRules, MemberId, ProductId, SessionId};
use so_ocop::domain::worksheet::{Answer, SheetState, Worksheet};

/// A set of single criteria: each a list of points with star marks.
pub fn scheme(criteria: &[&[(i32, Option<u8>)]]) -> Scheme {
    let criteria: Vec<Value> = criteria
        .iter()
        .enumerate()
        .map(|(at, options)| {
            let options: Vec<Value> = options
                .iter()
                .map(|(points, star)| json!({"points": points, "text": points.to_string(), "min_for_star": star}))
                .collect();
            let max = options.last().map(|option| option["points"].clone());
            json!({"number": format!("1.{}", at + 1), "title": "Tiêu chí", "max_points": max, "choose": "one_option",
                   "options": options})
        })
        .collect();
    let set = json!({
        "id": "thu/thu", "decision": "thử", "code": "01", "name": "Thử", "sector": "Thử", "group": "Thử",
        "status": "complete", "provenance": "thử", "parts": [{"code": "A", "title": "Thử", "max_points": 100,
        "sections": [{"number": "1", "title": "Thử", "max_points": 100, "criteria": criteria}]}],
    });
    Scheme::new(&CriteriaSet::read(set, &Place::default()).expect("a set")).expect("a scheme")
}

/// One criterion that gives every number of points from 0 to 100.
pub fn ruler() -> Scheme {
    let options: Vec<(i32, Option<u8>)> = (0..=100).map(|points| (points, None)).collect();
    scheme(&[&options])
}

/// The id of member `at`.
pub fn member(at: usize) -> MemberId {
    MemberId::new(at as i64, [0; 10])
}

/// A locked sheet with these points, criterion by criterion.
pub fn sheet(scheme: &Scheme, at: usize, points: &[i32]) -> Worksheet {
    let mut sheet = Worksheet::new(SessionId::new(0, [0; 10]), member(at), ProductId::new(0, [0; 10]));
    for (leaf, points) in scheme.leaves.iter().zip(points) {
        let offer = leaf.offers.iter().find(|offer| offer.points == *points).expect("offered");
        let answer = Answer::Option { case: offer.case, option: offer.option, points: *points };
        sheet.answers.insert(leaf.number.clone(), answer);
    }
    sheet.state = SheetState::Locked;
    sheet.locked_at = Some(Moment(0));
    sheet
}

/// What a provincial council comes to when its members give these points, criterion by criterion.
pub fn result(scheme: &Scheme, points: &[Vec<i32>], rules: &CouncilRules) -> ProductResult {
    result_at(3..=4, scheme, points, rules)
}

/// The same for a council that recognises these stars.
pub fn result_at(
    recognises: std::ops::RangeInclusive<u8>,
    scheme: &Scheme,
    points: &[Vec<i32>],
    rules: &CouncilRules,
) -> ProductResult {
    let sheets: Vec<Worksheet> = points.iter().enumerate().map(|(at, points)| sheet(scheme, at, points)).collect();
    let sheets: Vec<_> = sheets.iter().map(|sheet| (sheet.member, Some(sheet))).collect();
    consolidate(scheme, &sheets, rules, recognises)
}
