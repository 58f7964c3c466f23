//! The next year's plan from an old one, and the two side by side.

use std::collections::BTreeMap;

use so_ocop::codec::{Field, Place};
use so_ocop::domain::cycle::DossierType;
use so_ocop::domain::money::{Amount, DisplayUnit, Dong, Quantity};
use so_ocop::domain::plan::differ::{Difference, PlanField, PlanPart, PlanValue, Run, RunKind, compare, runs, totals};
use so_ocop::domain::plan::follow::{ProductStage, Stage};
use so_ocop::domain::plan::renew::{RenewFacts, RenewNote, RenewWhat, Renewed, renew};
use so_ocop::domain::plan::{
    ActivityState, Budget, BudgetLine, DocUse, Plan, PlanPlace, PlanProduct, PlanStatus, TimeSpec,
};
use so_ocop::paper::{Blanks, Printing, plain, plan as printed};

use crate::templates::{bases, filled};
use crate::world::{SAMPLES, day, id, sample};

fn renewed(old: &Plan, from: i32) -> Renewed {
    with(old, from, &BTreeMap::new(), &[])
}

fn with(old: &Plan, from: i32, reached: &BTreeMap<String, Quantity>, stages: &[ProductStage]) -> Renewed {
    let bases = bases();
    renew(old, &RenewFacts { of: Some(id(9)), from, today: day("2026-11-22"), bases: &bases, reached, stages })
}

fn print(plan: &Plan) -> String {
    plain(&printed(plan, Printing { blanks: Blanks::Dots, corrected: false }))
}

fn noted(renewed: &Renewed, what: RenewWhat) -> Vec<&RenewNote> {
    renewed.notes.iter().filter(|note| note.what == what).collect()
}

fn entry(key: &str) -> PlanPlace {
    PlanPlace::Entry(key.to_owned())
}

#[test]
fn a_plan_of_ours_moves_whole_to_the_next_year() {
    let old = filled("commune-year", "Xã Điềm He", "Lạng Sơn", 2027, 2027).expect("a plan");
    let mut next = renewed(&old, 2028);
    assert_eq!(next.plan.previous, Some(id(9)));
    assert_eq!((next.plan.period.from, next.plan.period.to), (2028, 2028));
    let text = print(&next.plan);
    let left = text.lines().find(|line| line.contains("năm 2027"));
    assert!(text.contains("năm 2028") && left.is_none(), "{left:?}");
    // The producers' last days in the text are days: a person looks at them.
    let left: Vec<&str> = noted(&next, RenewWhat::YearToJudge).iter().map(|note| note.before.as_str()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
    assert!(left[0].contains("08/4/2027"), "{left:?}");
    assert!(noted(&next, RenewWhat::TimeToJudge).is_empty() && noted(&next, RenewWhat::TimeOutside).is_empty());
    let deadline = next.plan.activity("a5").and_then(|one| one.time.as_ref()).and_then(|time| time.to);
    assert_eq!(deadline, Some(day("2028-04-29")));
    assert_eq!(next.plan.rounds[0].year, 2028);
    assert_eq!(next.plan.rounds[0].intake.as_ref().and_then(|time| time.to), Some(day("2028-04-29")));
    // A year in which nothing happens gives the same plan again, years aside.
    next.plan.previous = None;
    let differences = compare(&old, &next.plan, true);
    let others: Vec<&Difference> = differences.iter().filter(|one| !one.only_years).collect();
    assert_eq!(others, Vec::<&Difference>::new());
    assert!(!differences.is_empty());
}

#[test]
fn results_are_cleared_and_targets_become_baselines() {
    let mut old = filled("commune-year", "Xã Điềm He", "Lạng Sơn", 2027, 2027).expect("a plan");
    old.status = PlanStatus::Issued;
    old.number.iter_mut().for_each(|number| number.number = Some("05".to_owned()));
    old.signature.iter_mut().for_each(|signature| signature.name = Some("Nông Văn Tú".to_owned()));
    old.activities[0].state = Some(ActivityState::Done);
    old.activities[0].done_on = Some(day("2027-02-01"));
    (old.targets[0].value, old.targets[1].value) = (Some(Quantity::whole(12)), Some(Quantity::whole(5)));
    old.targets[1].printed = "ít nhất 05 sản phẩm đạt từ 3 sao trở lên năm 2027".to_owned();
    let next = with(&old, 2028, &BTreeMap::from([("t2".to_owned(), Quantity::whole(4))]), &[]);
    assert_eq!(next.plan.status, PlanStatus::Draft);
    assert_eq!(next.plan.number.as_ref().map(|number| number.number.clone()), Some(None));
    assert_eq!(next.plan.signature.as_ref().and_then(|signature| signature.name.clone()), None);
    assert_eq!((next.plan.activities[0].state, next.plan.activities[0].done_on), (None, None));
    let target = |at: usize| (next.plan.targets[at].value, next.plan.targets[at].baseline);
    assert_eq!(target(0), (None, Some(Quantity::whole(12))), "what was reached is not known");
    assert_eq!(target(1), (None, Some(Quantity::whole(4))), "what was reached");
    assert_eq!(next.plan.targets[1].printed, "ít nhất … sản phẩm đạt từ 3 sao trở lên năm 2028");
    let note = |what, key: &str| next.notes.iter().any(|note| note.what == what && note.place == entry(key));
    assert!(note(RenewWhat::TargetFromAim, "t1") && note(RenewWhat::TargetFromResult, "t2"));
    // The old plan is what it was.
    assert_eq!(old.targets[0].value, Some(Quantity::whole(12)));
}

#[test]
fn products_that_are_done_stay_behind() {
    let mut old = filled("commune-year", "Xã Điềm He", "Lạng Sơn", 2027, 2027).expect("a plan");
    for (key, name, star) in [("p1", "Chè", Some(3)), ("p2", "Mật ong", Some(4)), ("p3", "Rượu", None)] {
        let mut product = PlanProduct::named(key, name, "HTX");
        product.target_star = star;
        product.registration = Some(DossierType::First);
        product.cost = Some(Dong(1_000_000));
        old.products.push(product);
    }
    let stage = |key: &str, stars: u8, as_planned| ProductStage {
        key: key.to_owned(),
        product: None,
        stage: Stage::Recognised { stars, on: day("2027-06-20") },
        as_planned,
    };
    let next = with(&old, 2028, &BTreeMap::new(), &[stage("p1", 3, Some(true)), stage("p2", 3, Some(false))]);
    let kept: Vec<_> =
        next.plan.products.iter().map(|one| (one.key.as_str(), one.current_star, one.registration)).collect();
    assert_eq!(kept, [("p2", Some(3), None), ("p3", None, Some(DossierType::First))]);
    assert!(next.plan.products.iter().all(|one| one.cost.is_none()));
    assert_eq!(
        noted(&next, RenewWhat::ProductDone).iter().map(|note| note.before.as_str()).collect::<Vec<_>>(),
        ["Chè"]
    );
    assert_eq!(noted(&next, RenewWhat::ProductStays).len(), 1);
}

#[test]
fn money_of_the_old_year_is_cleared_and_prices_stay() {
    let mut old = filled("commune-fund", "Xã Điềm He", "Lạng Sơn", 2027, 2027).expect("a plan");
    let line = |key: &str, quantity: i32, price: i64, amount: i64, is_lump: bool| BudgetLine {
        key: key.to_owned(),
        parent: None,
        content: "Tem truy xuất".to_owned(),
        unit: "cái".to_owned(),
        quantity: (quantity > 0).then(|| Quantity::whole(quantity)),
        price: (price > 0).then_some(Dong(price)),
        amount: Some(Dong(amount)),
        is_lump,
        split: BTreeMap::from([("f1".to_owned(), Dong(amount))]),
        product: None,
        activity: None,
        unit_responsible: None,
        note: String::new(),
        unknown: Default::default(),
    };
    let budget: &mut Budget = old.budget.as_mut().expect("a budget");
    budget.unit = DisplayUnit::Dong;
    budget.total = Some(Amount::exact(Dong(10_000_000)));
    budget.sources[0].amount = Some(Dong(10_000_000));
    budget.lines = vec![line("l1", 1000, 500, 500_000, false), line("l2", 0, 0, 9_500_000, true)];
    for document in old.documents.iter_mut().filter(|document| document.key == "c2") {
        document.number = Some("832/QĐ-UBND".to_owned());
    }
    let next = renewed(&old, 2028);
    let budget = next.plan.budget.as_ref().expect("a budget");
    assert_eq!((budget.total.clone(), budget.sources[0].amount), (None, None));
    assert_eq!(budget.lines.iter().map(|line| line.amount).collect::<Vec<_>>(), [Some(Dong(500_000)), None]);
    assert!(budget.lines.iter().all(|line| line.split.is_empty()));
    assert_eq!(noted(&next, RenewWhat::MoneyCleared)[0].before, "10000000");
    assert_eq!(budget.sources[0].name, "Vốn thực hiện các Chương trình mục tiêu quốc gia năm 2028");
    assert!(print(&next.plan).contains("Tổng kinh phí: … (Bằng chữ: …)."), "{}", print(&next.plan));
    // The decision that gave the money is of the old year.
    assert!(noted(&next, RenewWhat::BasisToJudge).iter().any(|note| note.place == entry("c2")));
}

#[test]
fn papers_follow_the_law() {
    // Tam Dương 2022 rests on 1048/QĐ-TTg.
    let next = renewed(&sample("s1-tam-duong-2022"), 2027);
    let replaced = noted(&next, RenewWhat::BasisReplaced);
    assert_eq!(replaced.len(), 1, "{:?}", next.notes);
    let numbers: Vec<_> = next.plan.used_as(DocUse::Basis).filter_map(|document| document.number.as_deref()).collect();
    assert!(numbers.contains(&"26/2026/QĐ-TTg") && !numbers.contains(&"1048/QĐ-TTg"), "{numbers:?}");
    assert!(print(&next.plan).contains("26/2026/QĐ-TTg"));
    // A district cannot issue it any more.
    assert_eq!(noted(&next, RenewWhat::DistrictToJudge).len(), 1);
    assert!(noted(&renewed(&sample("s4-lao-cai-2021"), 2027), RenewWhat::DistrictToJudge).is_empty());

    // Two decisions that became one: the second paragraph goes.
    let mut two = filled("commune-year", "Xã Điềm He", "Lạng Sơn", 2027, 2027).expect("a plan");
    let at = |plan: &Plan, number: &str| plan.documents.iter().position(|one| one.number.as_deref() == Some(number));
    let first = at(&two, "26/2026/QĐ-TTg").expect("cited");
    let second = at(&two, "424/NQ-CP").expect("cited");
    two.documents[first].number = Some("148/QĐ-TTg".to_owned());
    two.documents[second].number = Some("1489/QĐ-TTg".to_owned());
    let bases_before = print(&two).matches("Căn cứ").count();
    let next = renewed(&two, 2028);
    assert_eq!(noted(&next, RenewWhat::BasisReplaced).len(), 1);
    assert_eq!(noted(&next, RenewWhat::BasisMerged).len(), 1);
    assert_eq!(print(&next.plan).matches("Căn cứ").count(), bases_before - 1);
    assert!(!print(&next.plan).contains('{'));

    // A programme decision that ended: the office decides what to cite.
    let mut ended = two.clone();
    ended.documents[first].number = Some("919/QĐ-TTg".to_owned());
    let next = renewed(&ended, 2028);
    let note = noted(&next, RenewWhat::BasisEnded);
    assert_eq!(note[0].after, "257/2025/QH15; 424/NQ-CP");
    assert!(at(&next.plan, "919/QĐ-TTg").is_some());
}

#[test]
fn every_real_plan_can_be_renewed() {
    for name in SAMPLES {
        let old = sample(name);
        let next = renewed(&old, 2027);
        assert_eq!(next.plan.period.to - next.plan.period.from, old.period.to - old.period.from, "{name}");
        assert!(next.plan.corrections.is_empty() && next.plan.source.is_none(), "{name}");
        // Nothing that was changed is untold: a second look finds no more than the notes say.
        for note in next.notes.iter().filter(|note| note.what != RenewWhat::TargetFromAim) {
            assert!(note.before != note.after, "{name}: {note:?}");
        }
        let again = Plan::read(next.plan.write().expect("an object"), &Place::default()).expect("a plan");
        assert_eq!(again, next.plan, "{name}");
        // Braces that named something before name something now.
        assert_eq!(print(&next.plan).matches('{').count(), print(&old).matches('{').count(), "{name}");
        for difference in compare(&old, &next.plan, true) {
            assert!(difference.old.is_some() || difference.new.is_some(), "{name}");
        }
    }
    let s0 = renewed(&sample("s0-van-quan-2024"), 2027);
    assert_eq!(noted(&s0, RenewWhat::ReplacedToJudge).len(), 1);
    assert!(s0.notes.iter().any(|note| note.what == RenewWhat::Corrected && note.after == "Điềm He"));
    assert!(s0.plan.title.contains("2027"));
    let s2 = renewed(&sample("s2-bac-kan-2018"), 2027);
    assert!(noted(&s2, RenewWhat::TimeOutside).iter().any(|note| note.before.contains("2017")));
    assert_eq!(noted(&s2, RenewWhat::ProposalCleared).len(), 1);
    let wrapper = s2.plan.wrapper.expect("a decision");
    assert!(wrapper.attached_as.contains("…/QĐ-UBND ngày … tháng … năm … của"), "{}", wrapper.attached_as);
    assert!(RenewWhat::TimeOutside.is_to_judge() && !RenewWhat::Time.is_to_judge());
}

#[test]
fn two_plans_side_by_side() {
    let old = filled("commune-year", "Xã Điềm He", "Lạng Sơn", 2027, 2027).expect("a plan");
    assert_eq!(compare(&old, &old, true), []);
    assert_eq!(compare(&old, &old, false), []);
    let mut new = old.clone();
    new.activities.remove(6);
    new.activities[1].time = Some(TimeSpec::parse("Tháng 4/2027", None));
    new.targets[0].value = Some(Quantity::whole(7));
    new.products.push(PlanProduct::named("p1", "Chè xanh", "HTX Tân Cương"));
    new.recipients.swap(0, 1);
    let found = compare(&old, &new, false);
    let said: Vec<_> = found.iter().map(|one| (one.part, one.old.as_deref(), one.new.as_deref())).collect();
    assert_eq!(
        said,
        [
            (PlanPart::Targets, Some("t1"), Some("t1")),
            (PlanPart::Activities, Some("a2"), Some("a2")),
            (PlanPart::Activities, Some("a7"), None),
            (PlanPart::Products, None, Some("p1")),
        ]
    );
    assert_eq!(found[0].fields.len(), 1);
    assert_eq!((found[0].fields[0].field, &found[0].fields[0].old), (PlanField::Number, &PlanValue::None));
    assert_eq!(found[1].fields.iter().map(|one| one.field).collect::<Vec<_>>(), [PlanField::Time]);
    assert!(!found[1].only_years);
    assert_eq!(found[2].title, "Xúc tiến thương mại");
    assert_eq!(totals(&new).products, 1);
    assert_eq!(totals(&old).activities, 9);
}

#[test]
fn plans_of_other_offices_are_matched_by_their_words() {
    let old = filled("province-year", "Lạng Sơn", "Lạng Sơn", 2027, 2027).expect("a plan");
    let mut new = filled("province-year", "Cao Bằng", "Cao Bằng", 2028, 2028).expect("a plan");
    // Other keys, and another order.
    for one in &mut new.activities {
        one.key = format!("z{}", one.key);
    }
    new.activities.reverse();
    let found = compare(&old, &new, false);
    let activities: Vec<_> = found.iter().filter(|one| one.part == PlanPart::Activities).collect();
    assert!(activities.iter().all(|one| one.old.is_some() && one.new.is_some()), "{activities:?}");
    let swapped = PlanProduct::named("p1", "Mật ong bạc hà", "HTX A");
    let mut one = old.clone();
    one.products = vec![swapped.clone(), PlanProduct::named("p2", "Chè Shan tuyết", "HTX B")];
    let mut other = old.clone();
    // The same keys for other products: keys alone prove nothing.
    other.products = vec![
        PlanProduct { key: "p1".to_owned(), ..one.products[1].clone() },
        PlanProduct { key: "p2".to_owned(), ..swapped },
    ];
    assert_eq!(compare(&one, &other, false), []);
}

#[test]
fn words_side_by_side_are_both_texts() {
    let mut state = 7u32;
    let mut random = |limit: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % limit
    };
    for _ in 0..2_000 {
        let mut text =
            || (0..random(12)).map(|_| ["a", "b", "c", "đ"][random(4) as usize]).collect::<Vec<_>>().join(" ");
        let (old, new) = (text(), text());
        let found = runs(&old, &new);
        let side = |other: RunKind| {
            let own = found.iter().filter(|run: &&Run| run.kind != other).map(|run| run.words.as_str());
            own.collect::<Vec<_>>().join(" ")
        };
        assert_eq!((side(RunKind::Added), side(RunKind::Removed)), (old, new));
        assert!(found.windows(2).all(|two| two[0].kind != two[1].kind));
    }
}
