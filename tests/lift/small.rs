//! Thousands of small random sets with marks, cases, conditions and rules.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use so_ocop::codec::{Field, Place};
use so_ocop::domain::criteria::{CriteriaSet, Scheme};
use so_ocop::domain::lift::{Aim, Lift, Obstacle, lift};
use so_ocop::domain::session::{MemberId, ProductId, SessionId};
use so_ocop::domain::worksheet::{Answer, DOSSIER, Worksheet};

use crate::Chance;
use crate::brute::{self, Way};

/// Options with rising points; sometimes a 0 is printed, sometimes stars stand at them.
fn options(chance: &mut Chance) -> Vec<Value> {
    let mut points = if chance.one_in(3) { 0 } else { 1 + chance.below(6) };
    let mut star = 3;
    (0..1 + chance.below(4))
        .map(|at| {
            let mut option = json!({"points": points, "text": format!("Mức {at} {points}")});
            if star <= 5 && chance.one_in(4) {
                option["min_for_star"] = json!(star);
                star += 1;
            }
            points += 1 + chance.below(14);
            option
        })
        .collect()
}

fn criterion(number: &str, waits: bool, numbers: &[String], chance: &mut Chance) -> Value {
    let mut criterion = json!({"number": number, "title": "Tiêu chí", "max_points": 30, "choose": "one_option"});
    if chance.one_in(6) {
        criterion["choose"] = json!("one_case");
        let cases: Vec<Value> =
            (0..2).map(|case| json!({"label": format!("Trường hợp {case}"), "options": options(chance)})).collect();
        criterion["cases"] = json!(cases);
    } else {
        criterion["options"] = json!(options(chance));
    }
    if waits {
        criterion["applies_if"] = json!("Có câu chuyện");
    }
    if chance.one_in(5) {
        let zero_in: Vec<&String> = numbers.iter().filter(|_| chance.one_in(4)).collect();
        criterion["disqualifies_if"] = json!({"effect": "stop", "condition": "thử", "zero_in": zero_in});
    }
    criterion
}

fn set(chance: &mut Chance) -> Scheme {
    let counts: Vec<usize> = (0..1 + chance.below(3)).map(|_| 1 + chance.below(3)).collect();
    let mut numbers = Vec::new();
    for (section, count) in counts.iter().enumerate() {
        numbers.extend((0..*count).map(|at| format!("{}.{}", section + 1, at + 1)));
    }
    let mut rest = numbers.iter();
    let sections: Vec<Value> = counts
        .iter()
        .enumerate()
        .map(|(section, count)| {
            let criteria: Vec<Value> = (0..*count)
                .map(|at| criterion(rest.next().expect("a number"), at > 0 && chance.one_in(2), &numbers, chance))
                .collect();
            json!({"number": (section + 1).to_string(), "title": "Mục", "max_points": 100, "criteria": criteria})
        })
        .collect();
    let mut set = json!({
        "id": "thu/thu", "decision": "thử", "code": "01", "name": "Thử", "sector": "Thử", "group": "Thử",
        "status": "complete", "provenance": "thử",
        "parts": [{"code": "A", "title": "Thử", "max_points": 100, "sections": sections}],
    });
    if chance.one_in(2) {
        set["disqualifies_if"] = json!({"effect": "eliminate", "condition": "thử"});
    }
    Scheme::new(&CriteriaSet::read(set, &Place::default()).expect("a set")).expect("a scheme")
}

/// A sheet with some answers, some criteria unanswered, and now and then a finding.
fn sheet(scheme: &Scheme, chance: &mut Chance) -> Worksheet {
    let id = MemberId::new(0, [0; 10]);
    let mut sheet = Worksheet::new(SessionId::new(0, [0; 10]), id, ProductId::new(0, [0; 10]));
    for leaf in &scheme.leaves {
        if chance.one_in(5) {
            continue;
        }
        let none_met = leaf.offers_none_met() && chance.one_in(6);
        let offer = &leaf.offers[chance.below(leaf.offers.len())];
        let answer = if none_met { Answer::NoneMet } else { Answer::of(offer) };
        sheet.answers.insert(leaf.number.clone(), answer);
        if chance.one_in(40) {
            sheet.findings.insert(leaf.number.clone(), "thử".to_owned());
        }
    }
    if chance.one_in(40) {
        sheet.findings.insert(DOSSIER.to_owned(), "thử".to_owned());
    }
    sheet
}

#[test]
fn the_search_finds_what_trying_everything_finds() {
    let mut seen = [0; 3];
    let (mut reopened, mut alternatives, mut dear) = (0, 0, 0);
    for seed in 0..6000 {
        let chance = &mut Chance(seed);
        let scheme = set(chance);
        let sheet = sheet(&scheme, chance);
        let fixed = (0..scheme.leaves.len()).filter(|_| chance.one_in(6)).collect();
        let star = 2 + chance.below(4) as u8;
        let aim = Aim { star, cumulative: chance.one_in(2), fixed, limit: 1_000_000 };
        match (lift(&scheme, &sheet, &aim), brute::cheapest(&scheme, &sheet, &aim)) {
            (Lift::Reached, Some((0, 0, _))) => seen[0] += 1,
            (Lift::Impossible(obstacles), None) => {
                assert!(!obstacles.is_empty(), "{seed}");
                seen[1] += 1;
            }
            (Lift::Plans(plans), Some((criteria, steps, ways))) => {
                assert_eq!((plans.criteria, plans.steps), (criteria, steps), "{seed}");
                assert_eq!(plans.count, ways.len() as u64, "{seed}");
                let way = |raises: &[so_ocop::domain::lift::Raise]| -> Way {
                    raises.iter().map(|raise| (raise.leaf, format!("{:?}", raise.to))).collect()
                };
                let listed: BTreeSet<Way> = plans.plans.iter().map(|plan| way(&plan.raises)).collect();
                assert_eq!(listed, ways, "{seed}");
                for plan in &plans.plans {
                    let mut after = brute::filled(&scheme, &sheet);
                    let before = so_ocop::domain::tally::Tally::of(&scheme, &after).total;
                    for raise in &plan.raises {
                        after.answers.insert(scheme.leaves[raise.leaf].number.clone(), raise.to);
                    }
                    let total = so_ocop::domain::tally::Tally::of(&scheme, &after).total;
                    let gains: i32 = plan.raises.iter().map(|raise| raise.gain).sum();
                    let again: i32 = plan.reopened.iter().map(|(_, points)| points).sum();
                    assert_eq!((plan.total, before + gains + again), (total, total), "{seed}");
                    reopened += usize::from(!plan.reopened.is_empty());
                }
                seen[2] += 1;
                alternatives += usize::from(plans.count > 1);
                dear += usize::from(plans.criteria > 2);
            }
            (found, tried) => panic!("{seed}: {found:?} but {tried:?}"),
        }
    }
    // Every kind of answer was seen often enough to mean something.
    assert!(seen.iter().all(|count| *count > 300), "{seen:?}");
    assert!(reopened > 20 && alternatives > 200 && dear > 200, "{reopened} {alternatives} {dear}");
}

#[test]
fn fewer_fixed_criteria_never_cost_more_and_a_fixed_one_never_changes() {
    let mut compared = 0;
    for seed in 0..3000 {
        let chance = &mut Chance(seed ^ 0xabcd);
        let scheme = set(chance);
        let sheet = sheet(&scheme, chance);
        let fixed: Vec<usize> = (0..scheme.leaves.len()).filter(|_| chance.one_in(3)).collect();
        let free = Aim { star: 2, cumulative: true, fixed: Vec::new(), limit: 50 };
        let bound = Aim { fixed: fixed.clone(), ..free.clone() };
        match (lift(&scheme, &sheet, &free), lift(&scheme, &sheet, &bound)) {
            (Lift::Plans(free), Lift::Plans(bound)) => {
                assert!((free.criteria, free.steps) <= (bound.criteria, bound.steps));
                let touched = bound.plans.iter().flat_map(|plan| &plan.raises);
                assert!(touched.into_iter().all(|raise| !fixed.contains(&raise.leaf)));
                compared += 1;
            }
            (Lift::Impossible(_), bound) => assert!(matches!(bound, Lift::Impossible(_))),
            (Lift::Plans(_), Lift::Impossible(obstacles)) => {
                // Without the fixed ones there is a way, so each reason has to be one that fixing brings about.
                assert!(obstacles.iter().all(|obstacle| match obstacle {
                    Obstacle::RuleFound(_) => false,
                    Obstacle::Mark { is_fixed, .. } => *is_fixed,
                    Obstacle::Zero { .. } => true,
                    Obstacle::Total { unfixed, .. } => unfixed.is_some(),
                }));
            }
            (Lift::Reached, bound) => assert_eq!(bound, Lift::Reached),
            (free, bound) => panic!("{free:?} {bound:?}"),
        }
    }
    assert!(compared > 200, "{compared}");
}
