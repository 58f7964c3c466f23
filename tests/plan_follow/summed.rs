//! The communes' plans in the province's, and the forecast of stars.

use so_ocop::domain::cycle::DossierType;
use so_ocop::domain::moment::Moment;
use so_ocop::domain::money::{Amount, Dong, Quantity};
use so_ocop::domain::plan::forecast::{Basis, ENOUGH, Forecast, History, Outlook, Score, Scorer, forecast, outlook};
use so_ocop::domain::plan::rollup::{Locality, RollUp, ShareFrom, SummedPlan, WhyAside, roll_up};
use so_ocop::domain::plan::{
    Allocation, Budget, Metric, Plan, PlanProduct, PlanStatus, ScopeKind, SourceKind, Target, Tier,
};
use so_ocop::domain::points::Mean;

use crate::templates::filled;
use crate::world::{id, target, unit};

fn q(number: i32) -> Quantity {
    Quantity::whole(number)
}

const NAMES: [&str; 4] = ["Xã Điềm He", "Xã Hữu Lễ", "Phường Tam Thanh", "Phường Điềm He"];

fn localities() -> Vec<Locality> {
    NAMES.iter().map(|name| Locality { name: (*name).to_owned(), unit: None }).collect()
}

fn product(key: &str, name: &str, producer: &str, star: Option<u8>, kind: DossierType, group: &str) -> PlanProduct {
    PlanProduct {
        target_star: star,
        registration: Some(kind),
        group: group.to_owned(),
        ..PlanProduct::named(key, name, producer)
    }
}

fn commune(name: &str, year: i32) -> Plan {
    let mut plan = Plan::draft(Tier::Commune, year);
    plan.units =
        vec![unit("ub", &format!("Ủy ban nhân dân {}", name.replacen("Xã", "xã", 1).replacen("Phường", "phường", 1)))];
    plan.issuer = Some("ub".to_owned());
    plan
}

fn province() -> Plan {
    let mut plan = Plan::draft(Tier::Province, 2027);
    plan.units = vec![unit("u1", "Xã Điềm He"), unit("u2", "UBND xã Hữu Lễ"), unit("u3", "Phường Tam Thanh")];
    let share =
        |unit: &str, value: i32| Allocation { unit: unit.to_owned(), value: q(value), unknown: Default::default() };
    plan.targets = vec![
        Target {
            star_min: Some(3),
            allocations: vec![share("u1", 3), share("u2", 2), share("u3", 1)],
            ..target("t1", Metric::ProductsAtStar, 6)
        },
        target("t2", Metric::ProductsTakingPart, 10),
        target("t3", Metric::Growth, 2),
    ];
    let mut each = target("t4", Metric::ProductsTakingPart, 2);
    each.scope.kind = ScopeKind::EachCommune;
    plan.targets.push(each);
    plan
}

fn sum(plans: &[(u8, Plan, i64)]) -> RollUp {
    let summed: Vec<SummedPlan<'_>> = plans
        .iter()
        .map(|(number, plan, updated)| SummedPlan { id: id(*number), plan, updated: Moment(*updated) })
        .collect();
    roll_up(&province(), &localities(), &summed)
}

/// Of Điềm He a target, of Hữu Lễ a list only.
fn two() -> Vec<(u8, Plan, i64)> {
    let mut one = commune("Xã Điềm He", 2027);
    one.targets = vec![
        Target { star_min: Some(3), ..target("t1", Metric::ProductsAtStar, 4) },
        // A part of it: never added.
        Target { star_min: Some(3), registration: Some(DossierType::First), ..target("t2", Metric::ProductsAtStar, 3) },
        Target { star_min: Some(4), ..target("t3", Metric::ProductsAtStar, 1) },
    ];
    one.products = vec![
        product(
            "p1",
            "Khau nhục Công Hường",
            "hộ kinh doanh Lương Thu Hường",
            Some(3),
            DossierType::First,
            "Thực phẩm",
        ),
        product("p2", "Thạch đen", "Hà Văn Độ", Some(4), DossierType::Upgrade, "Thực phẩm"),
    ];
    let mut two = commune("Xã Hữu Lễ", 2027);
    two.products = vec![
        product("p1", "Rượu men lá", "Nông Thị Ngoan", Some(3), DossierType::First, "Đồ uống"),
        // The same product as in the other list.
        product("p2", "Khau nhục công hường", "Lương Thu Hường", Some(3), DossierType::First, "Thực phẩm"),
        product("p3", "Hoa hồi", "Nông Văn Tú", None, DossierType::ReEvaluation, ""),
    ];
    two.budget = Some(Budget {
        total: Some(Amount::exact(Dong(50_000_000))),
        ..filled("commune-year", "Xã Hữu Lễ", "Lạng Sơn", 2027, 2027).expect("a plan").budget.expect("a budget")
    });
    two.budget.as_mut().expect("a budget").sources[1].amount = Some(Dong(20_000_000));
    vec![(1, one, 1), (2, two, 1)]
}

#[test]
fn shares_and_plans_are_summed_once() {
    let sum = sum(&two());
    assert_eq!(sum.counted, [(0, id(1)), (1, id(2))]);
    assert_eq!(sum.missing, [2, 3]);
    let first = &sum.targets[0];
    assert_eq!((first.wanted, first.allocated, first.planned), (Some(q(6)), Some(q(6)), Some(q(5))));
    let shares: Vec<_> = first.shares.iter().map(|one| (one.locality, one.allocated, one.planned, one.from)).collect();
    assert_eq!(
        shares,
        [
            (0, Some(q(3)), Some(q(4)), ShareFrom::Target),
            // Of the list: what is aimed at 3 stars or more, without what the other commune lists.
            (1, Some(q(2)), Some(q(1)), ShareFrom::List),
            (2, Some(q(1)), None, ShareFrom::NoPlan),
        ]
    );
    // Growth cannot be summed.
    assert_eq!(sum.targets.iter().map(|one| one.target.as_str()).collect::<Vec<_>>(), ["t1", "t2", "t4"]);
    assert_eq!((sum.targets[1].allocated, sum.targets[1].planned), (None, Some(q(4))));
    assert!(sum.targets[2].below.is_empty());
    assert_eq!(sum.twice.len(), 1);
    assert_eq!((sum.twice[0].counted, sum.twice[0].other), (0, 1));
    let kinds: Vec<_> =
        sum.kinds.iter().map(|one| (one.kind.as_str(), one.products, one.registrations, one.stars)).collect();
    assert_eq!(
        kinds,
        [
            ("Thực phẩm", 2, [1, 1, 0, 0], [1, 1, 0, 0]),
            ("", 1, [0, 0, 1, 0], [0, 0, 0, 1]),
            ("Đồ uống", 1, [1, 0, 0, 0], [1, 0, 0, 0]),
        ]
    );
    assert_eq!((sum.money.total, sum.money.with_total), (Dong(50_000_000), 1));
    assert_eq!(sum.money.sources.get(&SourceKind::CommuneBudget), Some(&Dong(20_000_000)));
}

#[test]
fn one_plan_of_each_commune_counts() {
    let mut plans = two();
    let with = |plan: &Plan, status| Plan { status, ..plan.clone() };
    let (one, two) = (plans[0].1.clone(), plans[1].1.clone());
    plans.push((3, with(&one, PlanStatus::Issued), 0));
    plans.push((4, two.clone(), 5));
    plans.push((5, with(&two, PlanStatus::Replaced), 9));
    plans.push((6, commune("Xã Điềm He", 2028), 9));
    plans.push((7, commune("Xã Không Có", 2027), 9));
    plans.push((8, province(), 9));
    let result = sum(&plans);
    // What is issued counts before a newer draft; of two drafts the newer.
    assert_eq!(result.counted, [(0, id(3)), (1, id(4))]);
    let aside: Vec<_> = result.aside.iter().map(|one| (one.plan, one.why)).collect();
    assert_eq!(
        aside,
        [
            (id(6), WhyAside::OtherYears),
            (id(5), WhyAside::Replaced),
            (id(1), WhyAside::Another),
            (id(2), WhyAside::Another),
            (id(7), WhyAside::UnknownUnit),
        ]
    );
    // The order in which files come in makes no difference.
    plans.reverse();
    assert_eq!(sum(&plans), result);
}

#[test]
fn contradictions_are_named_and_not_summed() {
    let mut plans = two();
    plans[0].1.targets.push(Target { star_min: None, ..target("t9", Metric::ProductsAtStar, 9) });
    let found = sum(&plans);
    assert_eq!(found.targets[0].shares[0].from, ShareFrom::Contradiction);
    assert_eq!(found.targets[0].planned, Some(q(1)));
    let none = sum(&[]);
    assert_eq!((none.targets[0].planned, none.missing.len()), (None, 4));
}

fn score(by: Scorer, points: i32, stars: u8) -> Score {
    Score { by, total: Mean::whole(points), stars }
}

#[test]
fn a_forecast_says_its_range_and_its_ground() {
    let none = History::default();
    let stars = |result, scores: &[Score], history: &History| forecast(result, scores, history).stars;
    assert_eq!(stars(None, &[], &none), None);
    assert_eq!(stars(Some(4), &[score(Scorer::Producer, 30, 2)], &none), Some((4, 4)));
    for (points, own, wanted) in [(75, 4, (3, 4)), (65, 3, (3, 4)), (82, 4, (4, 5)), (55, 3, (2, 3)), (98, 5, (4, 5))] {
        let one = forecast(None, &[score(Scorer::Producer, points, own)], &none);
        assert_eq!((one.stars, one.basis), (Some(wanted), Basis::Margin { scores: 1 }), "{points}");
        assert_eq!(one.points.map(|(low, _)| low), Some(Mean::whole(points - 10)));
    }
    // Two scores: from the lower to the higher one.
    let both = [score(Scorer::Producer, 85, 4), score(Scorer::Advisory, 65, 3)];
    assert_eq!(stars(None, &both, &none), Some((3, 5)));
    // A minimum mark missed in all of them: more points do not help.
    let held = forecast(None, &[score(Scorer::Producer, 85, 3)], &none);
    assert_eq!((held.stars, held.held_down), (Some((3, 3)), true));
    let once = forecast(None, &[score(Scorer::Producer, 85, 3), score(Scorer::Advisory, 75, 4)], &none);
    assert_eq!((once.stars, once.held_down), (Some((3, 5)), false));
}

#[test]
fn what_councils_gave_before_narrows_it() {
    let differences: Vec<Mean> = [-20, -9, -8, -7, -6, -5, -4, 2].map(Mean::whole).to_vec();
    assert_eq!(differences.len(), ENOUGH);
    let history = History { producer: differences.clone(), advisory: differences[..3].to_vec() };
    let own = forecast(None, &[score(Scorer::Producer, 78, 4)], &history);
    assert_eq!(own.basis, Basis::History { of: Scorer::Producer, results: 8 });
    assert_eq!(own.points, Some((Mean::whole(70), Mean::whole(73))));
    assert_eq!(own.stars, Some((4, 4)));
    // Of advisory teams there are too few.
    let other = forecast(None, &[score(Scorer::Producer, 78, 4), score(Scorer::Advisory, 71, 4)], &history);
    assert_eq!(other.basis, Basis::Margin { scores: 2 });
    let mut shuffled = history.clone();
    shuffled.producer.reverse();
    assert_eq!(forecast(None, &[score(Scorer::Producer, 78, 4)], &shuffled), own);
}

#[test]
fn ranges_stay_ranges_and_add_up() {
    let none = History::default();
    for points in 0..=100 {
        for own in 0..=5u8 {
            let one = forecast(None, &[score(Scorer::Producer, points, own)], &none);
            let (low, high) = one.stars.expect("a range");
            assert!(low <= high && high <= 5, "{points} {own}");
            let (from, to) = one.points.expect("points");
            assert!(from <= to && from >= Mean::whole(0) && to <= Mean::whole(100));
        }
    }
    let all: Vec<Forecast> = [None, Some(3), Some(4), Some(5)]
        .into_iter()
        .map(|result| forecast(result, &[], &none))
        .chain([forecast(None, &[score(Scorer::Producer, 75, 4)], &none)])
        .collect();
    assert_eq!(outlook(&all, 4), Outlook { likely: 2, possible: 1, unknown: 1 });
    assert_eq!(outlook(&all, 3), Outlook { likely: 4, possible: 0, unknown: 1 });
}
