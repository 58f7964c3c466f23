//! Worked examples on printed sets.

use so_ocop::domain::criteria::Scheme;
use so_ocop::domain::lift::{Aim, Lift, Obstacle, lift, stars_now};
use so_ocop::domain::session::{MemberId, ProductId, SessionId};
use so_ocop::domain::worksheet::{Answer, Worksheet};

use crate::shipped;

fn scheme(folder: &str, slug: &str) -> Scheme {
    let file = shipped::sets().into_iter().find(|file| file.folder == folder && file.entry.slug == slug);
    Scheme::new(&file.expect("shipped").set()).expect("a scheme")
}

/// Every criterion with the most points.
fn full(scheme: &Scheme) -> Worksheet {
    let id = MemberId::new(0, [0; 10]);
    let mut sheet = Worksheet::new(SessionId::new(0, [0; 10]), id, ProductId::new(0, [0; 10]));
    for leaf in &scheme.leaves {
        let best = leaf.offers.iter().max_by_key(|offer| offer.points).expect("offers");
        sheet.answers.insert(leaf.number.clone(), Answer::of(best));
    }
    sheet
}

fn aim(star: u8) -> Aim {
    Aim { star, cumulative: true, fixed: Vec::new(), limit: 10 }
}

#[test]
fn one_missed_mark_holds_a_full_sheet_down_and_is_the_plan() {
    let scheme = scheme("qd-26-2026", "rau-cu-qua-hat-tuoi");
    let at = scheme.leaves.iter().position(|leaf| leaf.need(3).is_some_and(|need| need > 0)).expect("a mark");
    let mut sheet = full(&scheme);
    let number = scheme.leaves[at].number.clone();
    sheet.answers.remove(&number);
    assert_eq!(stars_now(&scheme, &sheet, true).1, 2);
    let Lift::Plans(plans) = lift(&scheme, &sheet, &aim(3)) else { panic!("a plan") };
    assert_eq!((plans.criteria, plans.plans[0].raises[0].leaf), (1, at));
    assert!(plans.plans.iter().all(|plan| plan.raises[0].marks.contains(&3) && plan.raises[0].from.is_none()));

    let fixed = Aim { fixed: vec![at], ..aim(3) };
    let need = scheme.leaves[at].need(3).expect("a mark");
    let expected = Obstacle::Mark { leaf: at, need, best: 0, is_fixed: true };
    assert_eq!(lift(&scheme, &sheet, &fixed), Lift::Impossible(vec![expected]));
}

#[test]
fn a_zero_that_stops_the_evaluation_is_raised_and_a_found_rule_is_not() {
    let scheme = scheme("qd-26-2026", "nuoc-khoang-thien-nhien-nuoc-uong-dong-chai");
    let at = scheme.leaf_at("6.2").expect("6.2");
    let mut sheet = full(&scheme);
    sheet.answers.insert("6.2".to_owned(), Answer::NoneMet);
    if !scheme.leaves[at].offers_none_met() {
        let zero = scheme.leaves[at].offers.iter().find(|offer| offer.points == 0).expect("a zero");
        sheet.answers.insert("6.2".to_owned(), Answer::of(zero));
    }
    let Lift::Plans(plans) = lift(&scheme, &sheet, &aim(3)) else { panic!("a plan") };
    assert!(plans.criteria == 1 && plans.plans[0].raises[0].leaf == at && plans.plans[0].raises[0].lifts_rule);

    let rule = scheme.leaves.iter().position(|leaf| leaf.rule.is_some()).expect("a rule");
    sheet.findings.insert(scheme.leaves[rule].number.clone(), "lý do".to_owned());
    let Lift::Impossible(obstacles) = lift(&scheme, &sheet, &aim(3)) else { panic!("no plan") };
    assert_eq!(obstacles, [Obstacle::RuleFound(Some(rule))]);
}

#[test]
fn an_answered_case_stays_and_an_open_one_may_be_either() {
    let scheme = scheme("qd-1048-2019", "ca-phe-ca-cao");
    let at = scheme.leaf_at("3.2").expect("3.2");
    let others: Vec<usize> = (0..scheme.leaves.len()).filter(|other| *other != at).collect();
    let mut sheet = full(&scheme);
    let best = |case| scheme.leaves[at].offers.iter().filter(|offer| offer.case == Some(case)).max_by_key(|o| o.points);
    // In the second case 1 point is all there is; the first case gives 2.
    sheet.answers.insert("3.2".to_owned(), Answer::of(best(1).expect("case 2")));
    assert_eq!(stars_now(&scheme, &sheet, true), (99, 5));
    sheet.answers.remove("3.2");
    assert_eq!(stars_now(&scheme, &sheet, true).0, 98);
    // Take ten points away elsewhere, so that 5 stars need both points of 3.2.
    let mut taken = 0;
    for other in others.iter().copied().filter(|other| scheme.leaves[*other].gate.is_none()) {
        let leaf = &scheme.leaves[other];
        let low = leaf.offers.iter().filter(|offer| taken + leaf.max - offer.points <= 10).min_by_key(|o| o.points);
        let Some(low) = low.filter(|low| low.points > 0) else { continue };
        taken += leaf.max - low.points;
        sheet.answers.insert(leaf.number.clone(), Answer::of(low));
    }
    assert_eq!(taken, 10);
    let aim = Aim { star: 5, fixed: others, ..aim(5) };
    let Lift::Plans(plans) = lift(&scheme, &sheet, &aim) else { panic!("a plan") };
    assert_eq!((plans.count, plans.steps, plans.plans[0].raises[0].to.points()), (1, 2, 2));
    let second = scheme.leaves[at].offer(Some(1), 0).expect("case 2, 0 points");
    sheet.answers.insert("3.2".to_owned(), Answer::of(second));
    assert!(matches!(lift(&scheme, &sheet, &aim), Lift::Impossible(_)));
}

#[test]
fn a_story_makes_the_answers_behind_it_count_again() {
    let scheme = scheme("qd-26-2026", "che-tuoi-che-che-bien");
    let (story, waiting) = {
        let waiting = scheme.leaves.iter().position(|leaf| leaf.gate.is_some()).expect("a condition");
        (scheme.leaves[waiting].gate.expect("a gate"), waiting)
    };
    let mut sheet = full(&scheme);
    sheet.answers.remove(&scheme.leaves[story].number);
    let others = (0..scheme.leaves.len()).filter(|at| *at != story).collect();
    let Lift::Plans(plans) = lift(&scheme, &sheet, &Aim { fixed: others, ..aim(4) }) else { panic!("a plan") };
    assert!(plans.plans.iter().all(|plan| plan.reopened == [(waiting, scheme.leaves[waiting].max)]));
}

#[test]
fn the_limit_cuts_the_list_but_not_the_count() {
    let scheme = scheme("qd-26-2026", "hoa");
    let sheet = Worksheet { answers: Default::default(), ..full(&scheme) };
    let all = Aim { limit: 100_000, ..aim(3) };
    let (Lift::Plans(some), Lift::Plans(all)) = (lift(&scheme, &sheet, &aim(3)), lift(&scheme, &sheet, &all)) else {
        panic!("plans")
    };
    assert_eq!((some.count, some.plans.len()), (all.count, 10));
    assert_eq!(some.plans[..], all.plans[..10]);
}
