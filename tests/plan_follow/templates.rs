//! Templates: filled in for real units and years, printed, checked.

use so_ocop::codec::{Field, Place, parse};
use so_ocop::domain::cycle::Office;
use so_ocop::domain::date::Date;
use so_ocop::domain::plan::check::{Rule, check};
use so_ocop::domain::plan::law::{Force, LegalBases, is_gone};
use so_ocop::domain::plan::renew::{RenewFacts, renew};
use so_ocop::domain::plan::template::{
    KINDS, NoTemplate, PlanTemplate, TEMPLATES, TemplateFacts, template_of, template_on,
};
use so_ocop::domain::plan::{DocRef, DocUse, PartialDate, Period, Plan, PlanKind, PlanStatus, Tier};
use so_ocop::paper::{Blanks, Printing, plain, plan as printed};

use crate::world::{SAMPLES, day, sample};

fn read<T: Field>(name: &str) -> T {
    let file = std::fs::read(format!("public/samples/templates/{name}.json")).expect("the file is there");
    T::read(parse(&file).expect("JSON"), &Place::default()).unwrap_or_else(|fault| panic!("{name}: {fault}"))
}

pub fn bases() -> LegalBases {
    read("bases")
}

/// A draft from a template on 22/11/2026.
pub fn filled(name: &str, unit: &str, province: &str, from: i32, to: i32) -> Result<Plan, NoTemplate> {
    filled_on(name, unit, province, (from, to), "2026-11-22")
}

fn filled_on(name: &str, unit: &str, province: &str, years: (i32, i32), today: &str) -> Result<Plan, NoTemplate> {
    let period = Period { from: years.0, to: years.1, unknown: Default::default() };
    let (bases, office) = (bases(), Office::default());
    let facts = TemplateFacts { unit, province, period, today: day(today), office: &office, bases: &bases };
    read::<PlanTemplate>(name).fill(&facts)
}

fn print(plan: &Plan) -> String {
    plain(&printed(plan, Printing { blanks: Blanks::Dots, corrected: false }))
}

const PLACES: [(&str, &str); 5] = [
    ("Xã Điềm He", "Lạng Sơn"),
    ("Phường 1", "Thành phố Hồ Chí Minh"),
    ("Phường Thuận Hóa", "Thành phố Huế"),
    ("Đặc khu Phú Quốc", "An Giang"),
    ("Đặc khu Lý Sơn", "Quảng Ngãi"),
];

#[test]
fn every_template_is_whole_everywhere() {
    for (name, level, kind) in TEMPLATES {
        assert_eq!(template_of(level, kind), Some(name));
        for (unit, province) in PLACES {
            let (from, to) = if kind == PlanKind::Period { (2026, 2030) } else { (2027, 2027) };
            let plan = filled(name, unit, province, from, to).unwrap_or_else(|no| panic!("{name}: {no:?}"));
            assert_eq!((plan.kind, plan.level, plan.status), (kind, level, PlanStatus::Draft), "{name}");
            let text = print(&plan);
            for mark in ["[[", "]]", "{", "}"] {
                assert!(!text.contains(mark), "{name}, {unit}: {mark} in\n{text}");
            }
            assert!(text.contains("26/2026/QĐ-TTg") && !text.contains("148/QĐ-TTg"), "{name}");
            assert!(
                text.to_lowercase().contains(if from == to { "năm 2027" } else { "giai đoạn 2026 - 2030" }),
                "{name}"
            );
            // A blank number and date, and the papers of the office itself that it has to name, are all that is open.
            let allowed = [Rule::V02, Rule::V05];
            let found: Vec<_> = check(&plan).into_iter().filter(|one| !allowed.contains(&one.rule)).collect();
            assert_eq!(found, [], "{name}, {unit}");
            let again = Plan::read(plan.write().expect("an object"), &Place::default()).expect("a plan");
            assert_eq!(again, plan, "{name}");
            let mut keys: Vec<&str> = plan.rounds.iter().map(|round| round.key.as_str()).collect();
            keys.extend(plan.activities.iter().map(|one| one.key.as_str()));
            let all = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), all, "{name}: a key twice");
        }
    }
    assert_eq!(template_of(Tier::District, PlanKind::Standalone), None);
}

#[test]
fn every_kind_begins_with_a_template_at_both_levels() {
    for level in [Tier::Commune, Tier::Province] {
        for kind in KINDS {
            assert!(template_of(level, kind).is_some(), "{level:?} {kind:?}");
        }
        assert_eq!(template_of(level, PlanKind::Scheme), None, "a scheme is only referred to");
    }
}

#[test]
fn a_digest_tells_about_a_plan_of_any_day() {
    for (level, unit, today, year) in [
        (Tier::Commune, "Xã Điềm He", "2026-11-22", 2027),
        (Tier::Province, "Lạng Sơn", "2019-01-16", 2019),
        (Tier::District, "Huyện Văn Quan", "2024-03-14", 2024),
    ] {
        assert_eq!(template_on(level, PlanKind::Digest, day(today)), Some("digest"));
        let (bases, office) = (bases(), Office::default());
        let period = Period { from: year, to: year, unknown: Default::default() };
        let facts =
            TemplateFacts { unit, province: "Lạng Sơn", period, today: day(today), office: &office, bases: &bases };
        let template = read::<PlanTemplate>("digest").meant_for(level, PlanKind::Digest);
        let plan = template.fill(&facts).expect("a plan");
        assert_eq!((plan.kind, plan.level), (PlanKind::Digest, level));
        assert_eq!(plan.used_as(DocUse::Subject).count(), 1);
        assert_eq!(check(&plan), [], "nothing of it is missing");
        let text = print(&plan);
        assert!(text.contains("đã ban hành Kế hoạch số …/KH-UBND ngày … tháng … năm …"), "{text}");
        assert!(!text.contains("CỘNG HÒA") && !text.contains("Nơi nhận") && !text.contains("[["), "{text}");
    }
}

#[test]
fn what_a_template_leaves_open_is_printed_as_dots() {
    let bare = |text: &str| -> Option<String> {
        let is_bare = |line: &&str| ["-", "+", "1.", "a)"].contains(line) || line.ends_with(": .");
        text.lines().map(str::trim).find(is_bare).map(str::to_owned)
    };
    let mut plans: Vec<Plan> = TEMPLATES
        .iter()
        .map(|(name, ..)| filled(name, "Xã Điềm He", "Lạng Sơn", 2027, 2027).expect("a plan"))
        .collect();
    plans.push(filled("digest", "Xã Điềm He", "Lạng Sơn", 2027, 2027).expect("a plan"));
    plans.push(filled_on("earlier", "Huyện Văn Quan", "Lạng Sơn", (2024, 2024), "2024-03-14").expect("a plan"));
    for plan in &plans {
        assert_eq!(bare(&print(plan)), None, "{}", plan.title);
        let bases = bases();
        let reached = std::collections::BTreeMap::new();
        let facts = RenewFacts {
            of: None,
            from: 2028,
            today: day("2026-11-22"),
            bases: &bases,
            reached: &reached,
            stages: &[],
        };
        assert_eq!(bare(&print(&renew(plan, &facts).plan)), None, "{} in the next year", plan.title);
    }
    let mut plan = plans.remove(0);
    // So are entries whose words are not given yet, and duties that are still to come.
    for activity in &mut plan.activities {
        (activity.time, activity.doers) = (None, Vec::new());
        activity.content.clear();
    }
    plan.assignments.iter_mut().for_each(|block| (block.duties, block.units) = (Vec::new(), Vec::new()));
    let text = print(&plan);
    assert_eq!(bare(&text), None, "{text}");
    assert!(text.contains("Thời gian thực hiện: …") && text.contains("Đơn vị thực hiện: …"), "{text}");
    // A paper that is issued stands as it is.
    plan.status = PlanStatus::Issued;
    plan.sections.push(so_ocop::domain::plan::PlanSection::paragraph(""));
    assert_eq!(print(&plan).matches('…').count(), text.matches('…').count() - plan.assignments.len());
}

#[test]
fn words_fit_the_unit() {
    let text = |unit, province| print(&filled("commune-year", unit, province, 2027, 2027).expect("a plan"));
    let commune = text("Xã Điềm He", "Lạng Sơn");
    for words in [
        "XÃ ĐIỀM HE",
        "Điềm He, ngày … tháng … năm …",
        "trên địa bàn xã Điềm He",
        "của Ủy ban nhân dân tỉnh Lạng Sơn",
        "Phòng Kinh tế",
        "Thực hiện Chương trình mỗi xã một sản phẩm năm 2027",
        "DANH MỤC SẢN PHẨM ĐĂNG KÝ THAM GIA CHƯƠNG TRÌNH OCOP NĂM 2027",
        "Có ít nhất … sản phẩm tham gia đánh giá, phân hạng.",
        "Công nhận lần đầu ít nhất … sản phẩm đạt từ 3 sao trở lên",
        "100% cán bộ được giao phụ trách Chương trình OCOP",
        "Kinh phí dự kiến: ….",
    ] {
        assert!(commune.contains(words), "{words} in\n{commune}");
    }
    assert!(text("Phường 1", "Thành phố Hồ Chí Minh").contains("trên địa bàn Phường 1"));
    assert!(text("Phường 1", "Thành phố Hồ Chí Minh").contains("Phòng Kinh tế, Hạ tầng và Đô thị"));
    assert!(text("Phường Thuận Hóa", "Thành phố Huế").contains("phường Thuận Hóa"));
    let province = |name| print(&filled("province-year", name, name, 2027, 2027).expect("a plan"));
    assert!(province("Lạng Sơn").contains("TỈNH LẠNG SƠN") && province("Lạng Sơn").contains("Lạng Sơn, ngày"));
    assert!(province("Thành phố Huế").contains("trên địa bàn thành phố Huế"));
    assert!(province("Thành phố Hồ Chí Minh").contains("Thành phố Hồ Chí Minh, ngày"));
}

#[test]
fn days_are_those_of_the_year() {
    let plan = filled("commune-year", "Xã Điềm He", "Lạng Sơn", 2027, 2027).expect("a plan");
    // Producers: 15 working days before the commune's last working day before 30/4/2027.
    assert!(print(&plan).contains("chậm nhất ngày 08/4/2027"), "{}", print(&plan));
    let time = |key: &str| plan.activity(key).and_then(|one| one.time.as_ref()).map(|time| (time.from, time.to));
    assert_eq!(time("a1"), Some((Some(day("2027-01-01")), Some(day("2027-02-28")))));
    assert_eq!(time("a5"), Some((None, Some(day("2027-04-29")))));
    let rounds: Vec<_> = plan
        .rounds
        .iter()
        .map(|round| (round.year, round.number, round.intake.as_ref().and_then(|time| time.to)))
        .collect();
    assert_eq!(rounds, [(2027, 1, Some(day("2027-04-29"))), (2027, 2, Some(day("2027-10-29")))]);
    let period = filled("province-period", "", "Lạng Sơn", 2026, 2030).expect("a plan");
    assert_eq!(period.rounds.len(), 10);
    let table = period.all_sections().into_iter().find_map(|section| section.table.as_ref()).expect("a table");
    assert_eq!(table.columns, ["Chỉ tiêu", "Đơn vị tính", "2026", "2027", "2028", "2029", "2030", "Cả giai đoạn"]);
    assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()));
}

#[test]
fn a_template_holds_for_its_time() {
    let on = |years, today: &str| filled_on("commune-year", "Xã Điềm He", "Lạng Sơn", years, today);
    assert_eq!(on((2026, 2026), "2026-05-21"), Err(NoTemplate::NotYet(day("2026-05-22"))));
    assert_eq!(on((2025, 2025), "2026-11-22"), Err(NoTemplate::EarlierYears(day("2026-05-22"))));
    assert_eq!(on((2028, 2027), "2026-11-22"), Err(NoTemplate::NoPeriod));
    assert_eq!(on((2027, 9999), "2026-11-22"), Err(NoTemplate::NoPeriod));
    // Between 22/5 and 21/7/2026 the old decisions are still in force beside the new one.
    let numbers = |today: &str| -> Vec<String> {
        let plan = on((2026, 2026), today).expect("a plan");
        plan.used_as(DocUse::Basis).filter_map(|document| document.number.clone()).collect()
    };
    let now = ["72/2025/QH15", "257/2025/QH15", "424/NQ-CP", "26/2026/QĐ-TTg"];
    assert_eq!(numbers("2026-11-22"), now);
    assert_eq!(numbers("2026-07-21").len(), 6);
}

#[test]
fn papers_are_in_force_on_their_days() {
    let bases = bases();
    let paper = |number: &str| DocRef {
        key: "b1".to_owned(),
        uses: vec![DocUse::Basis],
        kind: "Quyết định".to_owned(),
        number: Some(number.to_owned()),
        date: None,
        issuer: String::new(),
        excerpt: String::new(),
        printed: String::new(),
        unknown: Default::default(),
    };
    let said = |number: &str, on: &str| match bases.force(&paper(number), day(on)) {
        Force::InForce => "in force".to_owned(),
        Force::Replaced(by) => by.iter().map(|one| one.number.as_str()).collect::<Vec<_>>().join("+"),
        Force::Ended(see) => {
            ["see ", &see.iter().map(|one| one.number.as_str()).collect::<Vec<_>>().join("+")].concat()
        }
        Force::NotYet(from) => format!("from {from}"),
        Force::Unknown => "unknown".to_owned(),
    };
    for (number, on, wanted) in [
        ("1048/QĐ-TTg", "2022-02-01", "in force"),
        ("1048/QĐ-TTg", "2024-02-01", "148/QĐ-TTg"),
        // Two replacements one after the other.
        ("1048/QĐ-TTg", "2027-02-01", "26/2026/QĐ-TTg"),
        ("1489/QĐ-TTg", "2027-02-01", "26/2026/QĐ-TTg"),
        ("919/QĐ-TTg", "2027-02-01", "see 257/2025/QH15+424/NQ-CP"),
        ("490/QĐ-TTg", "2024-02-01", "see 919/QĐ-TTg"),
        ("490/QĐ-TTg", "2027-02-01", "see 257/2025/QH15+424/NQ-CP"),
        ("26/2026/QĐ-TTg", "2026-01-01", "from 2026-05-22"),
        ("832/QĐ-UBND", "2027-02-01", "unknown"),
    ] {
        assert_eq!(said(number, on), wanted, "{number} on {on}");
    }
    // A law stands without its number.
    let law = sample("s2-bac-kan-2018").documents[0].clone();
    assert!(law.is_law() && law.number.is_none());
    assert_eq!(bases.of(&law).map(|basis| basis.number.as_str()), Some("77/2015/QH13"));
    assert!(is_gone("UBND huyện Văn Quan", day("2025-07-01")) && !is_gone("UBND huyện Văn Quan", day("2025-06-30")));
    assert!(is_gone("Bộ Nông nghiệp và Phát triển nông thôn", day("2026-01-01")));
    assert!(!is_gone("Ủy ban nhân dân tỉnh Lạng Sơn", day("2026-01-01")));
}

/// Rule V06 and the list of papers say the same.
#[test]
fn the_list_of_papers_and_the_check_agree() {
    let mut plan = sample("s4-lao-cai-2021");
    plan.documents.truncate(1);
    for basis in bases().bases.iter().filter(|basis| basis.number.ends_with("-TTg")) {
        plan.documents[0].number = Some(basis.number.clone());
        let mut on = |day: Date| {
            plan.date = Some(PartialDate::of(day));
            check(&plan).iter().any(|one| one.rule == Rule::V06)
        };
        assert!(!on(basis.from) && on(basis.from.plus_days(-1)), "{} from", basis.number);
        if let Some(last) = basis.to {
            assert!(!on(last) && on(last.plus_days(1)), "{} to", basis.number);
        }
    }
    // What the real plans rest on was in force when they were written.
    for name in SAMPLES {
        let plan = sample(name);
        for document in plan.used_as(DocUse::Basis) {
            let day = plan.day().or(Date::new(plan.period.from, 1, 1)).expect("a day");
            assert!(matches!(bases().force(document, day), Force::InForce | Force::Unknown), "{name} {}", document.key);
        }
    }
}

#[test]
fn a_plan_of_the_past_cites_the_papers_of_its_day() {
    let earlier = |level: Tier, unit: &str, day_of: &str| {
        let (period, office, bases) = (Period::year(2024), Office::default(), bases());
        let facts =
            TemplateFacts { unit, province: "Lạng Sơn", period, today: day(day_of), office: &office, bases: &bases };
        let name = template_on(level, PlanKind::Standalone, day(day_of)).expect("a template");
        read::<PlanTemplate>(name).meant_for(level, PlanKind::Standalone).fill(&facts).expect("a plan")
    };
    let district = earlier(Tier::District, "Huyện Văn Quan", "2024-02-04");
    let text = print(&district);
    for words in ["HUYỆN VĂN QUAN", "huyện Văn Quan", "148/QĐ-TTg", "919/QĐ-TTg", "19 tháng 6 năm 2015"] {
        assert!(text.contains(words), "{words} in\n{text}");
    }
    assert!(!text.contains("26/2026") && !text.contains("[["), "{text}");
    assert_eq!((district.level, district.kind), (Tier::District, PlanKind::Standalone));
    assert!(check(&district).iter().all(|one| !matches!(one.rule, Rule::V04 | Rule::V06 | Rule::V07)));
    let province = earlier(Tier::Province, "Lạng Sơn", "2020-03-01");
    assert!(print(&province).contains("1048/QĐ-TTg") && print(&province).contains("tỉnh Lạng Sơn"));

    let on = |level: Tier, kind: PlanKind, date: &str| template_on(level, kind, day(date));
    assert_eq!(on(Tier::District, PlanKind::Standalone, "2025-06-30"), Some("earlier"));
    assert_eq!(on(Tier::District, PlanKind::Standalone, "2025-07-01"), None, "districts ended");
    assert_eq!(on(Tier::Commune, PlanKind::Standalone, "2026-05-21"), Some("earlier"));
    assert_eq!(on(Tier::Commune, PlanKind::Standalone, "2026-05-22"), Some("commune-year"));
    assert_eq!(on(Tier::Province, PlanKind::Attached, "2024-01-01"), None, "nothing is said of a decision's procedure");
}

#[test]
fn a_basis_is_completed_or_replaced_from_the_list_of_papers() {
    let bases = bases();
    let day = |year, month, day| Date::new(year, month, day).expect("a day");
    let whole = bases.cited_on(day(2026, 12, 1)).find(|own| own.number == "26/2026/QĐ-TTg").expect("the decision");
    let mut gaps = whole.named("b1", vec![DocUse::Basis]);
    assert_eq!(bases.completed(&gaps), None, "nothing is missing");
    (gaps.date, gaps.printed) = (None, "Quyết định 26".to_owned());
    gaps.issuer.clear();
    gaps.excerpt = "lời riêng".to_owned();
    let completed = bases.completed(&gaps).expect("it is in the list");
    assert_eq!((&completed.issuer, &*completed.excerpt, &*completed.printed), (&whole.issuer, "lời riêng", ""));
    assert_eq!(completed.date.and_then(|date| date.date()), Some(whole.date));
    gaps.number = Some("1/QĐ-UBND".to_owned());
    assert_eq!(bases.completed(&gaps), None, "another paper");

    let old = |number: &str| DocRef { number: Some(number.to_owned()), ..gaps.clone() };
    let instead = |number: &str, on| bases.instead(&old(number), on).map(|own| own.number.as_str());
    assert_eq!(instead("148/QĐ-TTg", day(2026, 12, 1)), Some("26/2026/QĐ-TTg"));
    assert_eq!(instead("1048/QĐ-TTg", day(2024, 5, 1)), Some("148/QĐ-TTg"));
    assert_eq!(instead("148/QĐ-TTg", day(2024, 5, 1)), None, "it is in force");
    assert_eq!(instead("1/QĐ-UBND", day(2026, 12, 1)), None);
}
