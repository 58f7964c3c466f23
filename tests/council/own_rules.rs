//! What a council's own rules change: quorum, agreed levels, results typed from paper.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use so_ocop::codec::{Field, Place};
use so_ocop::domain::council::{Outcome, Quorum, TypedStars, consolidate_agreed, quorum, typed_stars};
use so_ocop::domain::points::Mean;
use so_ocop::domain::session::{CouncilRules, MinimaOn, Session, TypedResult};
use so_ocop::domain::worksheet::Answer;

use crate::synthetic::{member, scheme, sheet};

/// A session with these members: role and whether absent.
fn session(members: &[(&str, bool)], rules: Value) -> Session {
    let member = |(at, (role, absent)): (usize, &(&str, bool))| {
        let mut value = json!({"id": member(at).to_string(), "name": "", "post": "", "role": role});
        if *absent {
            value["absent"] = json!(true);
        }
        value
    };
    let members: Vec<Value> = members.iter().enumerate().map(member).collect();
    let session = json!({
        "name": "", "council": "", "purpose": "official", "level": "province", "date": "2026-11-21",
        "decision": "qd-26-2026", "members": members, "rules": rules,
    });
    Session::read(session, &Place::default()).expect("a session")
}

#[test]
fn three_quarters_with_the_chair_unless_the_council_says_otherwise() {
    let usual = json!({"gap_limit": 10, "minima_cumulative": true});
    let all = [("chair", false), ("member", false), ("member", false), ("member", true), ("secretary", false)];
    let found = quorum(&session(&all, usual.clone()));
    assert_eq!(found, Quorum { present: 3, members: 4, needed: 3, chair_missing: false });
    assert!(found.is_met());

    let no_chair = [("chair", true), ("vice_chair", false), ("member", false), ("member", false)];
    let found = quorum(&session(&no_chair, usual.clone()));
    assert!(found.chair_missing && !found.is_met());
    let lenient = json!({"gap_limit": 10, "minima_cumulative": true, "quorum_percent": 50, "quorum_chair": false});
    assert!(quorum(&session(&no_chair, lenient)).is_met());

    // Three quarters of five are four: the share is rounded up.
    let five = [("chair", false), ("member", false), ("member", false), ("member", true), ("member", true)];
    let found = quorum(&session(&five, usual));
    assert_eq!((found.needed, found.is_met()), (4, false));
}

#[test]
fn an_absent_member_is_not_waited_for() {
    let session = session(&[("chair", false), ("member", true)], json!({"gap_limit": 10, "minima_cumulative": true}));
    assert_eq!(session.scorers().map(|member| member.id).collect::<Vec<_>>(), [member(0)]);
    assert_eq!(session.members.len(), 2);
}

#[test]
fn rules_of_an_older_file_mean_the_defaults_and_are_written_back_as_they_were() {
    let text = json!({"gap_limit": 7, "minima_cumulative": false});
    let rules = CouncilRules::read(text.clone(), &Place::default()).expect("rules");
    assert_eq!((rules.quorum(), rules.needs_chair(), rules.minima_on()), (75, true, MinimaOn::Mean));
    assert_eq!(rules.write(), Some(text));
}

#[test]
fn agreed_levels_decide_about_marks_and_nothing_else() {
    // 80 points by the first criterion; the second carries the mark of 4 stars at 3 points.
    let scheme = scheme(&[&[(0, None), (80, None)], &[(0, None), (3, Some(4)), (5, None)]]);
    let sheets = [sheet(&scheme, 0, &[80, 3]), sheet(&scheme, 1, &[80, 0])];
    let sheets: Vec<_> = sheets.iter().map(|sheet| (sheet.member, Some(sheet))).collect();
    let number = scheme.leaves[1].number.clone();
    let level = |option: usize| BTreeMap::from([(number.clone(), Answer::of(&scheme.leaves[1].offers[option]))]);
    let consensus = CouncilRules { minima_on: Some(MinimaOn::Consensus), ..CouncilRules::default() };
    let stars = |agreed: &BTreeMap<String, Answer>, rules: &CouncilRules| {
        let result = consolidate_agreed(&scheme, &sheets, agreed, rules, 3..=4);
        assert_eq!((result.total, result.band, result.outcome), (Some(Mean::new(163, 2)), 4, Outcome::Recognise));
        (result.stars, result.failed_minima.len())
    };
    let none = BTreeMap::new();
    // The mean is 3/2: the mark of 4 stars is missed, and 3 stars are left.
    assert_eq!(stars(&none, &CouncilRules::default()), (3, 1));
    assert_eq!(stars(&level(1), &CouncilRules::default()), (3, 1));
    assert_eq!(stars(&none, &consensus), (3, 1));
    assert_eq!(stars(&level(1), &consensus), (4, 0));
    assert_eq!(stars(&level(0), &consensus), (3, 1));
    // A level that the set does not offer is none.
    let foreign = BTreeMap::from([(number.clone(), Answer::Option { case: None, option: 9, points: 5 })]);
    assert_eq!(stars(&foreign, &consensus), (3, 1));
}

fn typed(parts: &[(&str, &str)], stars: Option<u8>) -> TypedResult {
    let mean = |text: &str| Mean::of_exact_text(text).expect("a mean");
    let parts = parts.iter().map(|(code, points)| ((*code).to_owned(), mean(points))).collect();
    TypedResult { parts, stars, paper: "Biên bản 12/BB-HĐ".to_owned(), unknown: Default::default() }
}

#[test]
fn a_typed_result_keeps_its_stars_and_is_never_scaled() {
    let old = typed(&[("A", "25.5"), ("B", "18"), ("C", "26")], None);
    assert_eq!(old.total(), Mean::new(139, 2));
    // 69.5 lies between the bands that 1048/QĐ-TTg prints; later decisions say below 70.
    assert_eq!(typed_stars("qd-1048-2019", &old), TypedStars::BetweenBands);
    assert_eq!(typed_stars("qd-148-2023", &old), TypedStars::ByPoints(3));
    let recorded = TypedResult { stars: Some(4), ..old };
    assert_eq!(typed_stars("qd-1048-2019", &recorded), TypedStars::Recorded(4));

    // Set 11 of 148/QĐ-TTg: part C gives 32 at most, and 97 points are 97 points.
    let full = typed(&[("A", "40"), ("B", "25"), ("C", "32")], None);
    assert_eq!(full.total(), Mean::whole(97));
    let maxima = [("A", 40), ("B", 25), ("C", 35)];
    assert_eq!(full.faults(&maxima), Vec::<String>::new());
    assert_eq!(typed(&[("A", "40.1"), ("B", "-1"), ("D", "3")], None).faults(&maxima), ["A", "B", "D", "C"]);
    let written = full.write().expect("an object");
    assert_eq!(TypedResult::read(written, &Place::default()), Ok(full));
}
