//! The buttons beside the findings: a plan that breaks a rule, what the button changes, and that nothing else does.

use so_ocop::codec::{Field, Place, parse};
use so_ocop::domain::cycle::DossierType;
use so_ocop::domain::date::Date;
use so_ocop::domain::money::{Dong, Quantity};
use so_ocop::domain::plan::check::{Finding, Fix, Rule, check};
use so_ocop::domain::plan::{
    Activity, Budget, BudgetLine, DocNumber, DocRef, DocUse, Doer, DoerRole, PartialDate, Plan, PlanProduct, Tier,
    TimeSpec,
};
use so_ocop::paper;

fn sample(name: &str) -> Plan {
    let file = std::fs::read(format!("public/samples/plans/{name}.json")).expect("the plan is there");
    Plan::read(parse(&file).expect("JSON"), &Place::default()).expect("a plan")
}

fn draft() -> Plan {
    Plan::draft(Tier::Commune, 2027)
}

fn found(plan: &Plan, rule: Rule) -> Vec<Finding> {
    check(plan).into_iter().filter(|found| found.rule == rule).collect()
}

/// The plan after the button of the first finding of a rule; the finding is gone, and putting back what `changed` puts back
/// gives the plan as it was.
#[track_caller]
fn mended(plan: &Plan, rule: Rule, put_back: impl FnOnce(&mut Plan)) -> Plan {
    let first = found(plan, rule).into_iter().find(|one| one.fix.is_some()).expect("a finding with a fix");
    let mut mended = plan.clone();
    first.fix.as_ref().expect("a fix").apply(&mut mended);
    assert!(!found(&mended, rule).contains(&first), "{first:?}");
    let mut back = mended.clone();
    put_back(&mut back);
    assert!(back == *plan, "something else changed: {:?}", first.fix);
    mended
}

#[track_caller]
fn has_no_button(plan: &Plan, rule: Rule) {
    let all = found(plan, rule);
    assert!(!all.is_empty() && all.iter().all(|one| one.fix.is_none()), "{all:?}");
}

fn doer(unit: &str, role: DoerRole) -> Doer {
    Doer { unit: unit.to_owned(), role, unknown: Default::default() }
}

/// A whole with two steps, all of them without units and times.
fn steps() -> Plan {
    let mut plan = draft();
    plan.units_called("Phòng Kinh tế; Phòng Văn hóa - Xã hội");
    plan.activities = vec![
        Activity::titled("a1", "Tập huấn"),
        Activity { parent: Some("a1".into()), ..Activity::titled("a2", "Soạn tài liệu") },
        Activity { parent: Some("a1".into()), ..Activity::titled("a3", "Mở lớp") },
    ];
    plan
}

#[test]
fn the_only_unit_or_that_of_the_whole_carries_out_a_step() {
    has_no_button(&steps(), Rule::V15);
    let mut whole = steps();
    whole.activities[0].doers = vec![doer("u1", DoerRole::Lead), doer("u2", DoerRole::Cooperate)];
    let led = mended(&whole, Rule::V15, |plan| plan.activities[1].doers.clear());
    assert_eq!(led.activities[1].doers, [doer("u1", DoerRole::Lead)]);
    let mut alone = whole.clone();
    alone.activities[1].doers = vec![doer("u2", DoerRole::Cooperate)];
    let led = mended(&alone, Rule::V15, |plan| plan.activities[1].doers[0].role = DoerRole::Cooperate);
    assert_eq!(led.activities[1].doers, [doer("u2", DoerRole::Lead)]);
    // Another body is asked, not ordered.
    let mut asked = steps();
    asked.activities[1].doers = vec![doer("u2", DoerRole::Asked)];
    has_no_button(&asked, Rule::V15);
    // Parents in a circle say nothing.
    let mut circle = steps();
    circle.activities[0].parent = Some("a2".into());
    has_no_button(&circle, Rule::V15);
}

#[test]
fn a_time_of_another_year_moves_into_the_plan_where_its_words_allow_it() {
    let timed = |words: &str| {
        let mut plan = steps();
        plan.activities[1].time = Some(TimeSpec::parse(words, Some(2026)));
        plan
    };
    for (words, moved, until) in [
        ("quý II/2026", "quý II/2027", "2027-06-30"),
        ("Trước ngày 20/4/2026", "Trước ngày 20/4/2027", "2027-04-19"),
        ("Tháng 3", "Tháng 3", "2027-03-31"),
    ] {
        let plan = timed(words);
        let time = plan.activities[1].time.clone();
        let mended = mended(&plan, Rule::V16, |own| own.activities[1].time = time);
        let now = mended.activities[1].time.as_ref().expect("a time");
        assert_eq!((now.printed.as_str(), now.to), (moved, Date::parse(until)));
    }
    has_no_button(&timed("Từ tháng 11/2025 đến tháng 02/2026"), Rule::V16);
    has_no_button(&timed("ngày 29/02/2024"), Rule::V16);
    let mut years = timed("quý II/2026");
    years.period.to = 2030;
    has_no_button(&years, Rule::V16);
}

#[test]
fn a_step_comes_first_where_the_list_is_the_only_order() {
    let mut plan = steps();
    let time = |words: &str| Some(TimeSpec::parse(words, Some(2027)));
    (plan.activities[1].time, plan.activities[2].time) = (time("tháng 5/2027"), time("trước ngày 20/4/2027"));
    plan.activities.push(Activity { parent: Some("a3".into()), ..Activity::titled("a4", "Mời học viên") });
    let keys = |plan: &Plan| plan.activities.iter().map(|own| own.key.clone()).collect::<Vec<_>>();
    let mended = mended(&plan, Rule::V17, |own| own.activities[1..].rotate_left(2));
    assert_eq!(keys(&mended), ["a1", "a3", "a4", "a2"]);
    assert_eq!(found(&mended, Rule::V17), []);
    // Where the text has the order, the list is not it.
    plan.sections = vec![so_ocop::domain::plan::PlanSection::paragraph("{a3}")];
    has_no_button(&plan, Rule::V17);
    // What lies between would come too late.
    plan.sections.clear();
    let between = Activity { parent: Some("a1".into()), ..Activity::titled("a5", "Thuê hội trường") };
    plan.activities.insert(2, Activity { time: time("trước ngày 01/3/2027"), ..between });
    assert_eq!(found(&plan, Rule::V17).iter().filter(|one| one.fix.is_some()).count(), 1, "only the one between");
}

fn product(kind: DossierType, current: Option<u8>, target: Option<u8>, paper: &str) -> Plan {
    let mut plan = draft();
    plan.products = vec![PlanProduct {
        registration: Some(kind),
        current_star: current,
        target_star: target,
        certificate_printed: paper.to_owned(),
        ..PlanProduct::named("p1", "Miến dong", "Hợp tác xã")
    }];
    plan
}

#[test]
fn a_product_is_registered_as_its_stars_say() {
    use DossierType::{First, ReEvaluation, Upgrade};
    let mends = |plan: &Plan, kind: DossierType| {
        let was = plan.products[0].registration;
        let mended = mended(plan, Rule::V21, |own| own.products[0].registration = was);
        assert_eq!(mended.products[0].registration, Some(kind));
        assert_eq!(found(&mended, Rule::V21), []);
    };
    mends(&product(Upgrade, None, Some(4), ""), First);
    mends(&product(ReEvaluation, None, None, ""), First);
    mends(&product(Upgrade, Some(4), Some(4), "816/QĐ-UBND"), ReEvaluation);
    let mut later = product(ReEvaluation, Some(3), Some(4), "816/QĐ-UBND");
    later.products[0].certificate_until = Date::new(2029, 5, 1);
    mends(&later, Upgrade);
    later.products[0].target_star = Some(3);
    has_no_button(&later, Rule::V21);
    // Stars without a certificate: one of the two is missing.
    has_no_button(&product(Upgrade, Some(3), Some(4), ""), Rule::V21);
}

#[test]
fn a_unit_with_work_gets_its_duties() {
    let mut plan = sample("s0-van-quan-2024");
    plan.activities[0].doers = vec![doer("nn", DoerRole::Lead), doer("tc", DoerRole::Cooperate)];
    plan.assignments.retain(|block| block.key != "d2");
    let before = plan.clone();
    let idle = found(&plan, Rule::V23).into_iter().find(|one| one.facts[1] == "no duties").expect("no duties");
    idle.fix.as_ref().expect("a fix").apply(&mut plan);
    assert!(!found(&plan, Rule::V23).contains(&idle));
    let block = plan.assignments.last().expect("a block");
    assert_eq!(
        (block.units.as_slice(), block.duties.as_slice()),
        (&["tc".into()][..], &["Phối hợp thực hiện: {a1}.".into()][..])
    );
    let text = paper::plain(&paper::plan(&plan, paper::Printing { blanks: paper::Blanks::Dots, corrected: false }));
    assert!(text.contains("Phối hợp thực hiện: Thực hiện Chương trình mỗi xã một sản phẩm."), "{text}");
    let mut back = plan.clone();
    (back.assignments, back.sections) = (before.assignments.clone(), before.sections.clone());
    assert!(back == before, "only duties and text changed");
    // What a unit without work is to do only a person knows.
    assert!(found(&before, Rule::V23).iter().all(|one| one.fix.is_some() == (one.facts[1] == "no duties")));
}

#[test]
fn two_lines_of_the_archive_become_one() {
    let mut plan = sample("s1-tam-duong-2022");
    let archive = plan.recipients.iter().position(|own| own.is_archive()).expect("an archive");
    plan.recipients[archive].text = "Lưu: VT, NN.".to_owned();
    let mut second = plan.recipients[archive].clone();
    second.text = "Lưu: VT, TH, N".to_owned();
    plan.recipients.insert(0, second);
    let before = plan.recipients.clone();
    let mended = mended(&plan, Rule::V25, |own| own.recipients = before);
    let archives: Vec<&str> =
        mended.recipients.iter().filter(|own| own.is_archive()).map(|own| own.text.as_str()).collect();
    assert_eq!(archives, ["Lưu: VT, TH, N, NN"]);
    assert!(mended.recipients.last().is_some_and(|own| own.is_archive()));
}

fn replacing(number: Option<&str>, date: Option<&str>, printed: &str) -> Plan {
    let mut plan = draft();
    plan.date = PartialDate::parse("04/01/2027");
    plan.documents = vec![DocRef {
        key: "b1".into(),
        uses: vec![DocUse::Replaced],
        kind: "Kế hoạch".into(),
        number: number.map(str::to_owned),
        date: date.and_then(PartialDate::parse),
        issuer: String::new(),
        excerpt: String::new(),
        printed: printed.to_owned(),
        unknown: Default::default(),
    }];
    plan
}

#[test]
fn a_replaced_plan_gets_what_is_known_of_it() {
    let words = "Kế hoạch số 163/KH-UBND ngày 14/5/2026 của UBND xã";
    let plan = replacing(None, None, words);
    let mended = mended(&plan, Rule::V26, |own| (own.documents[0].number, own.documents[0].date) = (None, None));
    assert_eq!(mended.documents[0].number.as_deref(), Some("163/KH-UBND"));
    assert_eq!(mended.documents[0].printed, words);
    has_no_button(&replacing(None, None, ""), Rule::V26);
    has_no_button(&replacing(None, None, "Kế hoạch số 163/KH-UBND ngày 14/5/2027"), Rule::V26);
    has_no_button(&replacing(Some("163/KH-UBND"), Some("14/5/2027"), ""), Rule::V26);
    // The plan that is meant may be on record.
    let mut record = draft();
    (record.number, record.date) = (DocNumber::parse("163/KH-UBND"), PartialDate::parse("14/5/2026"));
    for (number, date, is_previous, is_it) in [
        (Some("163/KH-UBND"), None, false, true),
        (None, Some("14/5/2026"), false, true),
        (None, None, true, true),
        (None, None, false, false),
        (Some("164/KH-UBND"), None, true, false),
        (Some("163/KH-UBND"), Some("15/5/2026"), true, false),
    ] {
        let mut plan = replacing(number, date, "Kế hoạch năm trước");
        let whole = plan.replaced_by_record(&plan.documents[0], &record, is_previous);
        assert_eq!(whole.is_some(), is_it, "{number:?} {date:?}");
        let Some(whole) = whole else { continue };
        Fix::PutDocument(Box::new(whole)).apply(&mut plan);
        assert_eq!(found(&plan, Rule::V26), []);
        let said = paper::filled(&plan, "{b1}");
        assert!(said.contains("163/KH-UBND") && said.contains("14/5/2026"), "{said}");
    }
}

#[test]
fn stars_are_the_nearest_that_are_recognised() {
    for (stars, nearest) in [(0, 3), (2, 3), (6, 5)] {
        let plan = product(DossierType::First, None, Some(stars), "");
        let mended = mended(&plan, Rule::V28, |own| own.products[0].target_star = Some(stars));
        assert_eq!(mended.products[0].target_star, Some(nearest));
    }
    let mut plan = sample("s0-van-quan-2024");
    plan.targets[0].star_min = Some(2);
    let (star, words) = (plan.targets[0].star_min, plan.targets[0].printed.clone());
    let after = mended(&plan, Rule::V28, |own| (own.targets[0].star_min, own.targets[0].printed) = (star, words));
    assert!(paper::filled(&after, "{t1}").contains("3 sao"), "{}", paper::filled(&after, "{t1}"));
    // Words that we could not write again stay.
    plan.targets[0].comparator = None;
    has_no_button(&plan, Rule::V28);
}

#[test]
fn the_shares_of_a_line_and_its_amount_come_together() {
    let line = |quantity: Option<i32>, amount: i64, split: &[(&str, i64)]| {
        let mut plan = draft();
        let mut line = BudgetLine::blank("l1");
        (line.quantity, line.price) = (quantity.map(Quantity::whole), quantity.map(|_| Dong(10)));
        (line.amount, line.is_lump) = (Some(Dong(amount)), quantity.is_none());
        line.split = split.iter().map(|(source, dong)| ((*source).to_owned(), Dong(*dong))).collect();
        plan.budget = Some(Budget { lines: vec![line], ..Budget::blank() });
        plan
    };
    let amount = |plan: &Plan| plan.budget.as_ref().expect("money").lines[0].amount;
    let split = |plan: &Plan| plan.budget.as_ref().expect("money").lines[0].split.clone();
    fn own(plan: &mut Plan) -> &mut BudgetLine {
        &mut plan.budget.as_mut().expect("money").lines[0]
    }
    // A lump sum is what its sources give; so is one whose quantity and price come to that.
    for plan in [line(None, 90, &[("f1", 60), ("f2", 40)]), line(Some(10), 90, &[("f1", 60), ("f2", 40)])] {
        assert_eq!(amount(&mended(&plan, Rule::V08, |plan| own(plan).amount = Some(Dong(90)))), Some(Dong(100)));
    }
    // Quantity and price say the amount: the only source gives it.
    let plan = line(Some(10), 100, &[("f1", 60)]);
    let was = split(&plan);
    assert_eq!(split(&mended(&plan, Rule::V08, |plan| own(plan).split = was)), [("f1".into(), Dong(100))].into());
    has_no_button(&line(Some(10), 100, &[("f1", 60), ("f2", 30)]), Rule::V08);
}
