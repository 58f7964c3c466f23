//! The rules V01 to V28, each with a plan that breaks it and one that keeps it, made from the five real plans.

use so_ocop::codec::{Field, Place, parse};
use so_ocop::domain::cycle::DossierType;
use so_ocop::domain::date::Date;
use so_ocop::domain::money::{Amount, DisplayUnit, Dong, Quantity};
use so_ocop::domain::plan::check::{Finding, Fix, Rule, Severity, Spot, announced, check};
use so_ocop::domain::plan::{
    Allocation, Budget, BudgetLine, DocNumber, FundingSource, PartialDate, Plan, PlanKind, PlanStatus, SourceKind,
    Tier, TimeSpec,
};

fn sample(name: &str) -> Plan {
    let file = std::fs::read(format!("public/samples/plans/{name}.json")).expect("the plan is there");
    Plan::read(parse(&file).expect("JSON"), &Place::default()).expect("a plan")
}

fn s0() -> Plan {
    sample("s0-van-quan-2024")
}
fn s1() -> Plan {
    sample("s1-tam-duong-2022")
}
fn s2() -> Plan {
    sample("s2-bac-kan-2018")
}
fn s3() -> Plan {
    sample("s3-thua-thien-hue-2019-2020")
}
fn s4() -> Plan {
    sample("s4-lao-cai-2021")
}

fn found(plan: &Plan, rule: Rule) -> Vec<Finding> {
    check(plan).into_iter().filter(|found| found.rule == rule).collect()
}

/// The plan after a change.
fn with(mut plan: Plan, change: impl FnOnce(&mut Plan)) -> Plan {
    change(&mut plan);
    plan
}

/// The rule finds something at this place and of this gravity in `bad`, and nothing in `good`. Where it offers a fix,
/// the fix ends the finding. A draft can always be saved: the plan goes through a file.
#[track_caller]
fn bites(rule: Rule, severity: Severity, spot: &Spot, bad: &Plan, good: &Plan) {
    let all = found(bad, rule);
    let one =
        all.iter().find(|one| one.spot == *spot).unwrap_or_else(|| panic!("{rule:?} finds nothing there: {all:?}"));
    assert_eq!(one.severity, severity);
    assert_eq!(found(good, rule), [], "in the plan that keeps the rule");
    if let Some(fix) = &one.fix {
        let mut fixed = bad.clone();
        fix.apply(&mut fixed);
        assert!(found(&fixed, rule).iter().all(|again| again != one), "{fix:?} does not help");
        let once = fixed.clone();
        fix.apply(&mut fixed);
        if !matches!(fix, Fix::AddAnnex { .. } | Fix::AddRecipient { .. }) {
            assert!(once == fixed, "{fix:?} does something a second time");
        }
    }
    let saved = Plan::read(bad.write().expect("an object"), &Place::default()).expect("a plan");
    assert!(saved == *bad);
}

const WARNING: Severity = Severity::Warning;
const ERROR: Severity = Severity::Error;

fn date(text: &str) -> Option<PartialDate> {
    PartialDate::parse(text)
}

fn dated(plan: Plan, text: &str) -> Plan {
    with(plan, |plan| plan.date = date(text))
}

#[test]
fn the_paper_itself() {
    for empty in [
        with(s0(), |plan| plan.title.clear()),
        with(s0(), |plan| plan.issuer = None),
        with(s0(), |plan| plan.period.to = 2023),
    ] {
        bites(Rule::V01, ERROR, &Spot::Title, &empty, &s0());
    }
    // A blank number and day are worth a look in a draft, and an error when the plan is issued.
    bites(Rule::V02, WARNING, &Spot::NumberAndDate, &s1(), &s4());
    bites(Rule::V02, ERROR, &Spot::NumberAndDate, &with(s1(), |plan| plan.status = PlanStatus::Issued), &s2());
    assert_eq!(found(&s0(), Rule::V02).len(), 2);
    assert_eq!(found(&s3(), Rule::V02), [], "a digest has neither");
    bites(Rule::V03, WARNING, &Spot::NumberAndDate, &dated(s4(), "04/02/2019"), &dated(s4(), "30/12/2020"));
    bites(Rule::V03, WARNING, &Spot::NumberAndDate, &dated(s1(), "ngày tháng 02 năm 2023"), &s1());
    bites(Rule::V04, ERROR, &Spot::Title, &dated(s1(), "01/7/2025"), &dated(s1(), "30/6/2025"));
    assert_eq!(found(&with(dated(s1(), "01/7/2025"), |plan| plan.level = Tier::Commune), Rule::V04), []);
}

#[test]
fn the_papers_it_rests_on() {
    let at = |key: &str| Spot::Document(key.to_owned());
    let without = |change: fn(&mut so_ocop::domain::plan::DocRef)| with(s4(), |plan| change(&mut plan.documents[1]));
    for bad in [
        without(|one| one.number = None),
        without(|one| one.date = None),
        without(|one| one.issuer.clear()),
        without(|one| one.excerpt.clear()),
    ] {
        bites(Rule::V05, WARNING, &at("b2"), &bad, &s4());
    }
    // A law needs no number.
    assert_eq!(found(&s2(), Rule::V05), []);
    // 148/QĐ-TTg replaced 1048/QĐ-TTg; a plan for 2027 cites 26/2026/QĐ-TTg.
    bites(Rule::V06, WARNING, &at("b1"), &dated(s1(), "24/02/2023"), &dated(s1(), "23/02/2023"));
    let cites = |number: &str, year: i32| {
        with(dated(s4(), &format!("04/01/{year}")), |plan| plan.documents[0].number = Some(number.to_owned()))
    };
    bites(Rule::V06, WARNING, &at("b1"), &cites("148/QĐ-TTg", 2027), &cites("26/2026/QĐ-TTg", 2027));
    bites(Rule::V06, WARNING, &at("b1"), &cites("919/QĐ-TTg", 2026), &cites("919/QĐ-TTg", 2024));
    bites(Rule::V06, WARNING, &at("b1"), &cites("26/2026/QĐ-TTg", 2026), &cites("1489/QĐ-TTg", 2026));
    bites(Rule::V07, ERROR, &at("b3"), &dated(s4(), "03/12/2020"), &dated(s4(), "04/12/2020"));
    bites(Rule::V07, ERROR, &at("b7"), &with(s2(), |plan| plan.documents[6].date = date("03/3/2018")), &s2());
    let replaced = |text: &str| with(dated(s0(), text), |_| ());
    bites(Rule::V26, WARNING, &at("b2"), &replaced("14/5/2024"), &replaced("15/5/2024"));
    bites(Rule::V26, WARNING, &at("b2"), &with(s0(), |plan| plan.documents[1].number = None), &s0());
}

/// S0 with an estimate of two headings and three lines from two sources.
fn budget() -> Plan {
    let line = |key: &str, parent: Option<&str>, quantity: Option<i32>, price: i64, from: &str| {
        let amount = quantity.map(|quantity| Dong(i64::from(quantity) * price));
        BudgetLine {
            key: key.to_owned(),
            parent: parent.map(str::to_owned),
            content: key.to_owned(),
            unit: String::new(),
            quantity: quantity.map(Quantity::whole),
            price: quantity.map(|_| Dong(price)),
            amount,
            is_lump: false,
            split: amount.map(|amount| (from.to_owned(), amount)).into_iter().collect(),
            product: None,
            activity: None,
            unit_responsible: None,
            note: String::new(),
            unknown: Default::default(),
        }
    };
    let source = |key: &str, amount: i64| FundingSource {
        key: key.to_owned(),
        name: key.to_owned(),
        kind: SourceKind::Other,
        document: None,
        amount: Some(Dong(amount)),
        printed: String::new(),
        unknown: Default::default(),
    };
    with(s0(), |plan| {
        plan.budget = Some(Budget {
            total: Some(Amount::exact(Dong(400_000_000))),
            unit: DisplayUnit::Million,
            sources: vec![source("f1", 250_000_000), source("f2", 150_000_000)],
            lines: vec![
                line("l1", None, None, 0, ""),
                line("l2", Some("l1"), Some(5), 40_000_000, "f1"),
                line("l3", Some("l1"), Some(1), 50_000_000, "f1"),
                line("l4", None, Some(3), 50_000_000, "f2"),
            ],
            unknown: Default::default(),
        });
    })
}

fn money(change: impl FnOnce(&mut Budget)) -> Plan {
    with(budget(), |plan| change(plan.budget.as_mut().expect("money")))
}

#[test]
fn the_money() {
    let total = |dong: i64| money(|own| own.total = Some(Amount::exact(Dong(dong))));
    bites(Rule::V08, ERROR, &Spot::Total, &total(400_000_001), &budget());
    bites(
        Rule::V08,
        ERROR,
        &Spot::Source("f2".to_owned()),
        &money(|own| own.sources[1].amount = Some(Dong(140_000_000))),
        &budget(),
    );
    bites(Rule::V08, ERROR, &Spot::Total, &money(|own| own.sources[0].amount = Some(Dong(260_000_000))), &budget());
    let split = money(|own| own.lines[3].split = [("f2".to_owned(), Dong(150_000_001))].into());
    bites(Rule::V08, ERROR, &Spot::BudgetLine("l4".to_owned()), &split, &budget());
    assert_eq!(found(&s0(), Rule::V08), [], "a total without lines adds up");
    assert_eq!(found(&s2(), Rule::V08), [], "no total is not a total of zero");
    let wrong = |is_lump: bool| {
        money(|own| {
            (own.lines[3].price, own.lines[3].is_lump) = (Some(Dong(49_000_000)), is_lump);
        })
    };
    bites(Rule::V09, ERROR, &Spot::BudgetLine("l4".to_owned()), &wrong(false), &wrong(true));
    assert_eq!(found(&budget(), Rule::V09), []);
    let words = |words: &str| {
        with(s0(), |plan| {
            let total = plan.budget.as_mut().and_then(|budget| budget.total.as_mut());
            total.expect("a total").words = words.to_owned();
        })
    };
    bites(Rule::V10, ERROR, &Spot::Total, &words("Bốn mươi triệu đồng chẵn"), &words("Bốn trăm triệu đồng chẵn"));
    bites(Rule::V10, ERROR, &Spot::Total, &words("bốn trăm"), &s0());
}

#[test]
fn what_is_announced_is_attached() {
    let attached = with(s1(), |plan| {
        found(&s1(), Rule::V11)[0].fix.as_ref().expect("a fix").apply(plan);
    });
    bites(Rule::V11, WARNING, &Spot::Annexes, &s1(), &attached);
    bites(Rule::V11, WARNING, &Spot::Annexes, &s0(), &s2());
    // A plan tied to a fund has its estimate, even where the text says nothing of it.
    let silent = with(s2(), |plan| plan.kind = PlanKind::Fund);
    bites(Rule::V11, WARNING, &Spot::Annexes, &silent, &s2());
    assert_eq!(found(&s0(), Rule::V11).len(), 1, "it is told once");
    for (text, named) in [
        ("(Chi tiết có biểu 01 kèm theo)", Some("biểu 01")),
        ("(có biểu chi tiết dự toán kinh phí kèm theo).", Some("biểu chi tiết dự toán kinh phí")),
        ("Danh mục sản phẩm tại Phụ lục II kèm theo Kế hoạch này.", Some("phụ lục ii")),
        ("(Ban hành kèm theo Quyết định số: 331/QĐ-UBND)", None),
        ("Phê duyệt kèm theo Quyết định này Kế hoạch thực hiện", None),
        ("sửa đổi, bổ sung một số Phụ lục Quyết định số 1048/QĐ-TTg", None),
    ] {
        assert_eq!(announced(text).map(|own| own.to_lowercase()).as_deref(), named, "{text}");
    }
}

#[test]
fn the_targets() {
    let at = |key: &str| Spot::Target(key.to_owned());
    let target = |change: fn(&mut so_ocop::domain::plan::Target)| with(s0(), |plan| change(&mut plan.targets[0]));
    bites(Rule::V12, WARNING, &at("t1"), &target(|one| one.value = Some(Quantity::whole(6))), &s0());
    bites(Rule::V12, WARNING, &at("t1"), &with(s0(), |plan| plan.products[0].target_star = Some(2)), &s0());
    assert_eq!(found(&s1(), Rule::V12), [], "without a list there is nothing to count");
    let shared = |second: i32| {
        with(s4(), |plan| {
            let share = |unit: &str, value: i32| Allocation {
                unit: unit.to_owned(),
                value: Quantity::whole(value),
                unknown: Default::default(),
            };
            plan.targets[0].allocations = vec![share("u1", 18), share("u2", second)];
        })
    };
    bites(Rule::V13, ERROR, &at("t1"), &shared(11), &shared(12));
    let two = |value: i32| {
        with(s1(), |plan| {
            let mut again = plan.targets[1].clone();
            (again.key, again.value) = ("t9".to_owned(), Some(Quantity::whole(value)));
            plan.targets.push(again);
        })
    };
    bites(Rule::V14, WARNING, &at("t9"), &two(6), &two(5));
    for plan in [s0(), s1(), s2(), s3(), s4()] {
        assert_eq!(found(&plan, Rule::V14), [], "the real plans do not contradict themselves");
    }
}

#[test]
fn the_activities() {
    let at = |key: &str| Spot::Activity(key.to_owned());
    let led = with(s2(), |plan| {
        let doer = plan.activity("a24").expect("an activity").doers[0].clone();
        plan.activities[0].doers.push(doer);
    });
    bites(Rule::V15, WARNING, &at("a1"), &s2(), &led);
    assert_eq!(found(&s4(), Rule::V15).len(), 8);
    let timed = |key: &'static str, text: &'static str| {
        with(s2(), |plan| {
            let one = plan.activities.iter_mut().find(|one| one.key == key).expect("an activity");
            one.time = Some(TimeSpec::parse(text, None));
        })
    };
    bites(Rule::V16, WARNING, &at("a1"), &s2(), &timed("a1", "ngày 26 tháng 01 năm 2018"));
    bites(Rule::V17, WARNING, &at("a24"), &s2(), &timed("a24", "Trước ngày 30/4/2018"));
    bites(Rule::V17, WARNING, &at("a52"), &timed("a52", "Trong quý I/2018"), &timed("a24", "Trước ngày 30/4/2018"));
    let conflict = &found(&s2(), Rule::V17);
    assert_eq!(conflict.iter().map(|one| &one.spot).collect::<Vec<_>>(), [&at("a24")]);
    assert_eq!(conflict[0].facts[1..], ["2018-04-15", "2018-03-30"]);
}

#[test]
fn the_rounds() {
    let at = |key: &str| Spot::Round(key.to_owned());
    let round = |change: fn(&mut so_ocop::domain::plan::PlanRound)| with(s1(), |plan| change(&mut plan.rounds[1]));
    let time = |text: &str| Some(TimeSpec::parse(text, None));
    bites(
        Rule::V18,
        ERROR,
        &at("r2"),
        &round(|one| one.deadline = Some(TimeSpec::parse("Trước ngày 20/4/2022", None))),
        &s1(),
    );
    bites(
        Rule::V18,
        ERROR,
        &at("r2"),
        &round(|one| one.intake = Some(TimeSpec::parse("Trước ngày 30/6/2022", None))),
        &round(|one| one.intake = Some(TimeSpec::parse("Trước ngày 10/6/2022", None))),
    );
    let meets = |on: &str| {
        with(s1(), |plan| (plan.rounds[1].intake, plan.rounds[1].meeting) = (time("trước ngày 10/6/2022"), time(on)))
    };
    bites(Rule::V18, ERROR, &at("r2"), &meets("ngày 20/6/2022"), &meets("ngày 19/6/2022"));
    bites(Rule::V18, ERROR, &at("r2"), &meets("ngày 09/6/2022"), &meets("ngày 10/6/2022"));
    // The two rounds of a province, from 2026 on.
    let province = with(s4(), |plan| (plan.period.from, plan.period.to, plan.date) = (2027, 2027, date("04/01/2027")));
    bites(Rule::V19, WARNING, &Spot::Rounds, &province, &s4());
    let planned = with(province.clone(), |plan| Fix::AddRounds { year: 2027 }.apply(plan));
    let days: Vec<String> = planned
        .rounds
        .iter()
        .flat_map(|one| [&one.intake, &one.deadline])
        .filter_map(|time| time.as_ref()?.to.map(|to| to.to_string()))
        .collect();
    assert_eq!(days, ["2027-04-29", "2027-06-29", "2027-10-29", "2027-12-29"]);
    let late = with(planned.clone(), |plan| plan.rounds[0].deadline = time("chậm nhất ngày 30/6/2027"));
    bites(Rule::V19, WARNING, &at("r1"), &late, &planned);
}

#[test]
fn the_products() {
    let at = |key: &str| Spot::Product(key.to_owned());
    let whole = with(s0(), |plan| {
        for product in &mut plan.products {
            (product.commune, product.group) = (Some("hl".to_owned()), "Thực phẩm".to_owned());
            product.registration = Some(DossierType::First);
        }
    });
    bites(Rule::V20, WARNING, &at("p1"), &s0(), &whole);
    assert_eq!(found(&s0(), Rule::V20)[0].facts[1..], ["commune", "group", "registration"]);
    bites(Rule::V20, ERROR, &at("p2"), &with(whole.clone(), |plan| plan.products[1].producer.clear()), &whole);
    let raised = |current: u8, target: u8, paper: &str| {
        with(s0(), |plan| {
            let one = &mut plan.products[2];
            (one.registration, one.current_star, one.target_star) =
                (Some(DossierType::Upgrade), Some(current), Some(target));
            one.certificate_printed = paper.to_owned();
        })
    };
    bites(Rule::V21, WARNING, &at("p3"), &raised(3, 4, ""), &raised(3, 4, "Quyết định số 816/QĐ-UBND"));
    bites(Rule::V21, WARNING, &at("p3"), &raised(4, 4, "816"), &raised(3, 4, "816"));
    let again = |year: i32| {
        with(s0(), |plan| {
            let one = &mut plan.products[2];
            (one.registration, one.certificate_until) = (Some(DossierType::ReEvaluation), Date::new(year, 5, 1));
            one.certificate_printed = "816".to_owned();
        })
    };
    bites(Rule::V21, WARNING, &at("p3"), &again(2026), &again(2024));
    let twice = with(s0(), |plan| {
        let mut second = plan.products[1].clone();
        (second.key, second.name) = ("p9".to_owned(), "Thạch đen  Kim tú".to_owned());
        plan.products.push(second);
    });
    bites(Rule::V22, WARNING, &at("p9"), &twice, &s0());
    let stars = |stars: u8| with(s0(), |plan| plan.products[0].target_star = Some(stars));
    for bad in [0, 1, 2, 6] {
        bites(Rule::V28, WARNING, &at("p1"), &stars(bad), &stars(3));
    }
    bites(
        Rule::V28,
        WARNING,
        &Spot::Target("t1".to_owned()),
        &with(s0(), |plan| plan.targets[0].star_min = Some(2)),
        &s0(),
    );
}

#[test]
fn units_recipients_and_signature() {
    let at = |key: &str| Spot::Unit(key.to_owned());
    let works = |unit: &'static str| {
        with(s0(), |plan| {
            let mut doer = s2().activities[2].doers[0].clone();
            doer.unit = unit.to_owned();
            plan.activities[0].doers = vec![doer];
        })
    };
    assert!(found(&works("tc"), Rule::V23).iter().any(|one| one.spot == at("nn")), "duties without an activity");
    let all = with(works("nn"), |plan| {
        for unit in ["tc", "kt", "tn", "dh", "as", "bp", "hl"] {
            let mut doer = plan.activities[0].doers[0].clone();
            doer.unit = unit.to_owned();
            plan.activities[0].doers.push(doer);
        }
    });
    bites(
        Rule::V23,
        WARNING,
        &at("nn"),
        &with(all.clone(), |plan| plan.activities[0].doers.retain(|doer| doer.unit != "nn")),
        &all,
    );
    let idle = with(all.clone(), |plan| plan.assignments.retain(|block| block.key != "d2"));
    assert!(found(&idle, Rule::V23).iter().any(|one| one.spot == at("tc") && one.facts[1] == "no duties"));

    let joined = with(s0(), |plan| found(&s0(), Rule::V24)[0].fix.as_ref().expect("a fix").apply(plan));
    bites(Rule::V24, WARNING, &at("dh"), &s0(), &joined);
    let kept = joined.unit("dh2").expect("the unit that stays");
    assert_eq!((kept.name.as_str(), kept.aliases.as_slice()), ("Điềm He", ["Diêm He".to_owned()].as_slice()));
    assert!(
        joined.assignments.iter().any(|block| block.units.contains(&"dh2".to_owned())) && joined.unit("dh").is_none()
    );

    assert!(found(&s2(), Rule::V25).iter().any(|one| one.spot == Spot::Recipients));
    let without = with(s1(), |plan| plan.recipients.truncate(4));
    assert!(found(&without, Rule::V25).iter().any(|one| one.spot == Spot::Recipients));
    assert!(found(&s1(), Rule::V25).iter().all(|one| one.spot != Spot::Recipients));
    let told = with(s1(), |plan| {
        let fixes: Vec<Fix> = found(plan, Rule::V25).into_iter().filter_map(|one| one.fix).collect();
        fixes.iter().for_each(|fix| fix.apply(plan));
    });
    bites(Rule::V25, WARNING, &at("mt"), &s1(), &told);
    assert!(told.recipients.last().is_some_and(|line| line.is_archive()), "the archive stays last");

    bites(Rule::V27, WARNING, &Spot::Signature, &s0(), &s1());
    bites(Rule::V27, WARNING, &Spot::Signature, &s0(), &s2());
    assert_eq!(found(&s4(), Rule::V27), [], "an authority that is not known is not judged");
    let numbered = with(s4(), |plan| {
        plan.signature.as_mut().expect("a signature").lines = vec!["Q. CHỦ TỊCH".to_owned()];
        plan.number = DocNumber::parse("48/KH-UBND");
    });
    assert_eq!(found(&numbered, Rule::V27).len(), 1);
}

#[test]
fn a_short_name_beside_its_long_one_is_one_unit() {
    let mut good = s0();
    let long = good.unit_called("Phòng Tài chính - Kế hoạch").expect("a unit");
    good.units.retain(|unit| unit.key == long);
    let bad = with(good.clone(), |plan| {
        let mut short = plan.units[0].clone();
        (short.key, short.name) = ("short".into(), "TC-KH".into());
        short.aliases.clear();
        plan.units.push(short);
    });
    bites(Rule::V24, Severity::Warning, &Spot::Unit("short".into()), &bad, &good);
    let fixed = with(bad.clone(), |plan| found(&bad, Rule::V24)[0].fix.as_ref().expect("a fix").apply(plan));
    assert!(fixed.units.len() == 1 && fixed.units[0].is_called("TC-KH"));
}

#[test]
fn what_can_be_put_right_has_a_button() {
    let first = |plan: &Plan, rule: Rule| found(plan, rule).into_iter().next().expect("a finding");
    let fix = |plan: &Plan, rule: Rule| first(plan, rule).fix;
    let fixed = |plan: &Plan, rule: Rule| {
        let mut fixed = plan.clone();
        fix(plan, rule).unwrap_or_else(|| panic!("{rule:?}")).apply(&mut fixed);
        assert!(!found(&fixed, rule).contains(&first(plan, rule)), "{rule:?}");
        fixed
    };
    // The archive is the last line, whether it was missing or stood elsewhere; the mark of the end goes with it.
    let texts = |plan: &Plan| plan.recipients.iter().map(|own| own.text.clone()).collect::<Vec<_>>();
    let missing = with(s1(), |plan| plan.recipients.retain(|own| !own.is_archive()));
    assert_eq!(texts(&fixed(&missing, Rule::V25)).last().map(String::as_str), Some("Lưu: VT"));
    assert_eq!(texts(&fixed(&missing, Rule::V25))[3], "UBND các xã, thị trấn");
    let early = with(s1(), |plan| plan.recipients.rotate_right(1));
    assert_eq!(texts(&fixed(&early, Rule::V25)).last(), texts(&s1()).last());
    let two = with(s1(), |plan| plan.recipients.push(plan.recipients[4].clone()));
    assert_eq!(texts(&fixed(&two, Rule::V25)), texts(&s1()), "what both say stands once");
    // The number of the list, the sum of what the lines take.
    let six = with(s0(), |plan| plan.targets[0].value = Some(Quantity::whole(6)));
    assert_eq!(fixed(&six, Rule::V12).targets[0].value, Some(Quantity::whole(5)));
    let source = money(|own| own.sources[1].amount = Some(Dong(140_000_000)));
    assert_eq!(fixed(&source, Rule::V08).budget, budget().budget);
    // The days of the decision put a province's round in order, where they do.
    let mut province = with(s4(), |plan| (plan.period.from, plan.period.to) = (2027, 2027));
    Fix::AddRounds { year: 2027 }.apply(&mut province);
    let times = |words: &str| Some(TimeSpec::parse(words, Some(2027)));
    let late = with(province.clone(), |plan| plan.rounds[0].intake = times("trước ngày 30/7/2027"));
    assert!(fixed(&late, Rule::V18).rounds == province.rounds);
    let met = with(late, |plan| plan.rounds[0].meeting = times("ngày 15/3/2027"));
    assert_eq!(fix(&met, Rule::V18), None);
}
