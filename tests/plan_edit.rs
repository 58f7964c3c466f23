//! Changing a plan by hand: whatever is done, nothing of the paper is lost and every key stays one of a kind.

use std::collections::BTreeSet;

use so_ocop::codec::{Field, Place, parse};
use so_ocop::domain::plan::edit::*;
use so_ocop::domain::plan::*;
use so_ocop::paper;

const SAMPLES: [&str; 5] =
    ["s0-van-quan-2024", "s1-tam-duong-2022", "s2-bac-kan-2018", "s3-thua-thien-hue-2019-2020", "s4-lao-cai-2021"];

fn sample(name: &str) -> Plan {
    let path = [env!("CARGO_MANIFEST_DIR"), "/public/samples/plans/", name, ".json"].concat();
    let bytes = std::fs::read(path).expect("a sample");
    Plan::read(parse(&bytes).expect("json"), &Place::default()).expect("a plan")
}

fn printed(plan: &Plan) -> String {
    paper::plain(&paper::plan(plan, paper::Printing { blanks: paper::Blanks::Dots, corrected: false }))
}

/// All texts of the sections, sorted: what may move but not be lost.
fn texts(plan: &Plan) -> Vec<String> {
    let mut all: Vec<String> =
        plan.all_sections().iter().map(|section| [&*section.heading, "|", &section.text].concat()).collect();
    all.sort();
    all
}

struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^ (mixed >> 31)
    }
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}

#[test]
fn the_outline_has_the_numbers_of_the_paper() {
    for name in SAMPLES {
        let plan = sample(name);
        let paper = printed(&plan);
        let mut from = 0;
        for row in outline(&plan).iter().filter(|row| row.spot.part == SectionPart::Body && row.number.len() > 1) {
            let found = paper[from..].find(&format!("\n{} ", row.number));
            assert!(found.is_some(), "{name}: {}", row.number);
            from += found.unwrap_or_default();
        }
    }
}

#[test]
fn moving_sections_about_loses_none() {
    for seed in 0..200 {
        let mut dice = Dice(seed);
        let mut plan = sample(SAMPLES[dice.below(5)]);
        let before = texts(&plan);
        for _ in 0..30 {
            let rows = outline(&plan);
            let from = rows[dice.below(rows.len())].spot.clone();
            let onto = rows[dice.below(rows.len())].spot.clone();
            let own = plan.section(&from).cloned().expect("there");
            let moved = match dice.below(6) {
                0 => plan.shift_section(&from, false),
                1 => plan.shift_section(&from, true),
                2 => plan.indent_section(&from),
                3 => plan.outdent_section(&from),
                4 => plan.move_section(&from, &onto, DropAt::Before),
                _ => plan.move_section(&from, &onto, DropAt::After),
            };
            assert_eq!(texts(&plan), before, "seed {seed}");
            if let Some(spot) = moved {
                let now = plan.section(&spot).expect("it stands where it is said to");
                assert_eq!((&now.heading, &now.text, &now.children), (&own.heading, &own.text, &own.children));
            }
        }
    }
}

#[test]
fn a_section_dropped_before_or_after_another_stands_there() {
    let mut plan = Plan::draft(Tier::Commune, 2027);
    let leaf = |text: &str| PlanSection::new(Numbering::Dash, "", text);
    let mut first = PlanSection::new(Numbering::Roman, "A", "");
    first.children = vec![leaf("1"), leaf("2"), leaf("3")];
    plan.sections = vec![first, PlanSection::new(Numbering::Roman, "B", "")];
    let at = |path: &[usize]| SectionSpot { part: SectionPart::Body, path: path.to_vec() };
    assert_eq!(plan.move_section(&at(&[0, 0]), &at(&[0, 2]), DropAt::After), Some(at(&[0, 2])));
    let order = |plan: &Plan| plan.sections[0].children.iter().map(|own| own.text.clone()).collect::<String>();
    assert_eq!(order(&plan), "231");
    assert_eq!(plan.move_section(&at(&[0, 2]), &at(&[0, 0]), DropAt::Before), Some(at(&[0, 0])));
    assert_eq!(order(&plan), "123");
    assert_eq!(plan.move_section(&at(&[0]), &at(&[0, 1]), DropAt::After), None, "not below itself");
    assert_eq!(plan.move_section(&at(&[0]), &at(&[1]), DropAt::After), Some(at(&[1])));
    assert_eq!(plan.sections[0].heading, "B");
    assert_eq!(plan.indent_section(&at(&[1])), Some(at(&[0, 0])));
    assert_eq!(plan.sections[0].children[0].numbering, Numbering::Arabic);
    assert_eq!(plan.outdent_section(&at(&[0, 0])), Some(at(&[1])));
    assert_eq!(plan.sections[1].numbering, Numbering::Roman);
}

/// Romans A (1, 2 (x, y), 3) and B.
fn two_headings() -> Plan {
    let mut plan = Plan::draft(Tier::Commune, 2027);
    let leaf = |text: &str| PlanSection::new(Numbering::Dash, "", text);
    let (mut first, mut second) = (PlanSection::new(Numbering::Roman, "A", ""), leaf("2"));
    second.children = vec![leaf("x"), leaf("y")];
    first.children = vec![leaf("1"), second, leaf("3")];
    plan.sections = vec![first, PlanSection::new(Numbering::Roman, "B", "")];
    plan
}

fn in_body(path: &[usize]) -> SectionSpot {
    SectionSpot { part: SectionPart::Body, path: path.to_vec() }
}

#[test]
fn what_is_let_go_stands_where_the_line_was_shown() {
    let plan = two_headings();
    let lands = |from: &[usize], onto: &[usize], over: Over| landing(&plan, &in_body(from), &in_body(onto), over);
    assert_eq!(lands(&[0, 0], &[0, 2], Over::Upper), Some((in_body(&[0, 2]), DropAt::Before)));
    assert_eq!(lands(&[0, 0], &[0, 2], Over::Lower(0)), Some((in_body(&[0, 2]), DropAt::After)));
    // Right below a section that has others below it: it becomes the first of these.
    assert_eq!(lands(&[0, 0], &[0, 1], Over::Lower(0)), Some((in_body(&[0, 1, 0]), DropAt::Before)));
    assert_eq!(lands(&[1], &[0], Over::Lower(3)), Some((in_body(&[0, 0]), DropAt::Before)));
    // Below the last of a level it may stand further out, but never past what follows it there.
    assert_eq!(lands(&[0, 0], &[0, 1, 1], Over::Lower(0)), Some((in_body(&[0, 1, 1]), DropAt::After)));
    assert_eq!(lands(&[0, 0], &[0, 1, 1], Over::Lower(1)), Some((in_body(&[0, 1]), DropAt::After)));
    assert_eq!(lands(&[0, 0], &[0, 1, 1], Over::Lower(5)), Some((in_body(&[0, 1]), DropAt::After)));
    assert_eq!(lands(&[0, 0], &[0, 1, 0], Over::Lower(5)), Some((in_body(&[0, 1, 0]), DropAt::After)));
    assert_eq!(lands(&[0, 0], &[0, 2], Over::Lower(1)), Some((in_body(&[0]), DropAt::After)));
    assert_eq!(lands(&[0, 2], &[0, 1, 1], Over::Lower(2)), Some((in_body(&[0]), DropAt::After)));
}

#[test]
fn an_empty_heading_takes_in_what_is_let_go_on_it() {
    let mut plan = two_headings();
    let empty = PlanSection::new(Numbering::Roman, "KINH PHÍ", "");
    plan.sections.push(empty);
    let at = plan.sections.len() - 1;
    let lands =
        |plan: &Plan, from: &[usize], onto: &[usize]| landing(plan, &in_body(from), &in_body(onto), Over::Inside);
    assert_eq!(lands(&plan, &[0, 1], &[at]), Some((in_body(&[at]), DropAt::Inside)));
    // One that has something below it takes it as the first of these; a text takes nothing in.
    assert_eq!(lands(&plan, &[at], &[0]), Some((in_body(&[0, 0]), DropAt::Before)));
    assert_eq!(lands(&plan, &[at], &[0, 2]), Some((in_body(&[0, 2]), DropAt::After)));
    assert_eq!(lands(&plan, &[at], &[at]), None);
    let (before, own) = (texts(&plan), plan.section(&in_body(&[0, 1])).cloned().expect("there"));
    let moved = plan.move_section(&in_body(&[0, 1]), &in_body(&[at]), DropAt::Inside);
    assert_eq!(moved, Some(in_body(&[at, 0])));
    assert_eq!((texts(&plan), plan.section(&in_body(&[at, 0]))), (before, Some(&own)));
    // A heading below one of its level is of the next one; the place of what moves up is reckoned with.
    let moved = plan.move_section(&in_body(&[0]), &in_body(&[at, 0]), DropAt::After).expect("it moves");
    assert_eq!(moved, in_body(&[at - 1, 1]));
    plan.sections.push(PlanSection::new(Numbering::Roman, "TỔ CHỨC", ""));
    let last = plan.sections.len() - 1;
    let moved = plan.move_section(&in_body(&[last - 1]), &in_body(&[last]), DropAt::Inside).expect("it moves");
    assert_eq!(moved, in_body(&[last - 1, 0]));
    assert_eq!(plan.section(&moved).map(|own| own.numbering), Some(Numbering::Arabic));
}

#[test]
fn a_run_without_sections_takes_in_what_is_let_go_there() {
    let mut plan = two_headings();
    let closing = |path: &[usize]| SectionSpot { part: SectionPart::Closing, path: path.to_vec() };
    let own = plan.section(&in_body(&[1])).cloned();
    let (to, drop) = landing_in(&plan, &in_body(&[1]), SectionPart::Closing).expect("there is room");
    assert_eq!(landing_in(&plan, &in_body(&[1]), SectionPart::Body), None, "there are sections");
    assert_eq!(landing_in(&plan, &in_body(&[9]), SectionPart::Closing), None, "nothing is dragged");
    let before = texts(&plan);
    assert_eq!(plan.move_section(&in_body(&[1]), &to, drop), Some(closing(&[0])));
    assert_eq!((texts(&plan), plan.section(&closing(&[0])).cloned()), (before, own));
    // The only section of a run leaves it empty and comes back; where there is no such run, nothing changes.
    assert_eq!(plan.move_section(&closing(&[0]), &in_body(&[0]), DropAt::After), Some(in_body(&[1])));
    let all = plan.clone();
    let annex = SectionSpot { part: SectionPart::Annex(7), path: vec![0] };
    assert_eq!(plan.move_section(&in_body(&[1]), &annex, DropAt::Before), None);
    assert!(plan == all);
    assert_eq!(plan.move_section(&in_body(&[0, 0]), &closing(&[0]), DropAt::After), None);
}

#[test]
fn what_is_let_go_where_it_stands_or_below_itself_does_not_move() {
    let plan = two_headings();
    let lands = |from: &[usize], onto: &[usize], over: Over| landing(&plan, &in_body(from), &in_body(onto), over);
    assert_eq!(lands(&[0, 1], &[0, 1], Over::Upper), None);
    assert_eq!(lands(&[0, 1], &[0, 1], Over::Lower(0)), None);
    assert_eq!(lands(&[0, 1], &[0, 1, 1], Over::Upper), None);
    assert_eq!(lands(&[0], &[0, 2], Over::Lower(0)), None);
    assert_eq!(lands(&[0, 1], &[0, 2], Over::Upper), None);
    assert_eq!(lands(&[0, 1], &[0, 0], Over::Lower(0)), None);
    assert_eq!(lands(&[0, 0], &[0], Over::Lower(0)), None);
    assert_eq!(lands(&[0, 0], &[0, 9], Over::Upper), None);
    assert_eq!(lands(&[0, 9], &[0, 0], Over::Upper), None);
}

/// Wherever a section is let go in the five real plans: nothing is lost, what stands below goes along, and as a reader
/// sees it it stands right before or right after the one it was let go on.
#[test]
fn a_section_stands_beside_the_one_it_was_let_go_on() {
    for seed in 0..300 {
        let mut dice = Dice(seed);
        let mut plan = sample(SAMPLES[dice.below(5)]);
        let rows = outline(&plan);
        let (from, onto) = (&rows[dice.below(rows.len())].spot, &rows[dice.below(rows.len())].spot);
        let over = [Over::Upper, Over::Lower(0), Over::Lower(1), Over::Lower(4), Over::Inside][dice.below(5)];
        let Some((to, drop)) = landing(&plan, from, onto, over) else { continue };
        if onto.is_within(from) {
            // It stays where it is and only goes further out.
            assert!(from.is_within(&to) && drop == DropAt::After, "seed {seed}");
            continue;
        }
        // A mark of its own tells sections with the same words apart.
        plan.section_mut(from).expect("there").number = Some("dragged".to_owned());
        plan.section_mut(onto).expect("there").number = Some("under".to_owned());
        let (before, own) = (texts(&plan), plan.section(from).cloned().expect("there"));
        let moved = plan.move_section(from, &to, drop).expect("what lands moves");
        assert_eq!(texts(&plan), before, "seed {seed}");
        // A heading that goes into one numbered alike is of the next level.
        assert!(drop == DropAt::Inside || plan.section(&moved) == Some(&own), "seed {seed}");
        let rows = outline(&plan);
        let place = |number: &str| rows.iter().position(|row| row.number == number).expect("shown");
        let (dragged, under) = (place("dragged"), place("under"));
        let length = rows.iter().filter(|row| row.spot.is_within(&moved)).count();
        match over {
            Over::Upper => assert_eq!(dragged + length, under, "seed {seed}"),
            Over::Lower(_) | Over::Inside => assert_eq!(under + 1, dragged, "seed {seed}"),
        }
    }
}

#[test]
fn enter_and_backspace_are_opposites() {
    for name in SAMPLES {
        let plan = sample(name);
        for row in outline(&plan) {
            let text = plan.section(&row.spot).expect("there").text.clone();
            let middle = text.char_indices().map(|(at, _)| at).nth(text.chars().count() / 2).unwrap_or(0);
            let (before, after) = text.split_at(middle);
            let mut changed = plan.clone();
            let Some(new) = changed.split_section(&row.spot, before, after) else { panic!("{name}: {row:?}") };
            assert_eq!(changed.section(&new).map(|own| own.text.as_str()), Some(after));
            if let Some((spot, length)) = changed.join_section(&new) {
                assert_eq!((spot, length), (row.spot.clone(), before.len()));
                let own = plan.section(&row.spot).expect("there");
                if own.children.is_empty() {
                    assert_eq!(changed, plan, "{name}: {row:?}");
                }
            }
        }
    }
}

#[test]
fn words_of_an_entry_stay_when_it_goes() {
    for name in SAMPLES {
        let plan = sample(name);
        let paper = printed(&plan);
        for (_, written) in entries(&plan) {
            let key = written.trim_matches(['{', '}']).split('.').next().unwrap_or_default().to_owned();
            if written.contains(".duties") || plan.assignments.iter().any(|own| own.key == key) {
                continue;
            }
            let mut changed = plan.clone();
            inline_entry(&mut changed, &key, &|written| paper::filled(&plan, written));
            assert!(!is_placed(&changed, &key), "{name}: {key}");
            assert_eq!(printed(&changed), paper, "{name}: {key}");
        }
    }
}

#[test]
fn an_entry_gets_a_place_beside_its_like() {
    let mut plan = sample("s1-tam-duong-2022");
    let key = plan.free_key("d");
    let unit = plan.unit_called("Công an huyện").expect("named");
    let duties = vec!["Bảo đảm an ninh.".to_owned()];
    plan.assignments.push(Assignment {
        key: key.clone(),
        parent: None,
        units: vec![unit],
        units_printed: String::new(),
        is_request: false,
        duties,
        unknown: Default::default(),
    });
    assert!(!is_placed(&plan, &key));
    let spot = place(&mut plan, Entry::Duty, &key).expect("placed");
    assert!(is_placed(&plan, &key));
    assert_eq!(spot.path, [2, 8]);
    assert!(printed(&plan).contains("9. Công an huyện\n"), "{}", printed(&plan));
    assert!(printed(&plan).contains("- Bảo đảm an ninh."));

    let mut blank = Plan::draft(Tier::Commune, 2027);
    let key = blank.free_key("a");
    blank.activities.push(Activity::titled(&key, "Tuyên truyền"));
    place(&mut blank, Entry::Activity, &key).expect("placed");
    assert!(printed(&blank).contains("1. Tuyên truyền"));
}

#[test]
fn keys_are_one_of_a_kind() {
    for name in SAMPLES {
        let plan = sample(name);
        let keys: Vec<&str> = plan.keys().collect();
        let once: BTreeSet<&str> = keys.iter().copied().collect();
        assert_eq!(keys.len(), once.len(), "{name}");
        for letter in ["a", "b", "d", "l", "p", "r", "s", "t", "u", "x"] {
            let key = plan.free_key(letter);
            assert!(!once.contains(key.as_str()), "{name}: {key}");
        }
    }
}

/// A plan of a province with one target of a number and two known communes.
fn shared_out() -> (Plan, String) {
    let mut plan = Plan::draft(Tier::Province, 2027);
    let target = Target { value: Some(so_ocop::domain::money::Quantity::whole(7)), ..Target::blank("t1".into(), "") };
    plan.targets.push(target);
    (plan, "t1".to_owned())
}

#[test]
fn shares_are_read_from_lines_and_from_a_spreadsheet() {
    let (mut plan, key) = shared_out();
    let number = |value: so_ocop::domain::money::Quantity| value.to_string().replace('.', ",");
    let faulty = plan.set_shares(&key, "Xã Hữu Lễ: 3\nXã An Sơn\t2\nPhường 1 1,5\n\nXã Bình Phúc\nXã Tú Xuyên: 1.200");
    assert_eq!(faulty, ["Xã Bình Phúc"]);
    let target = plan.targets[0].clone();
    assert_eq!(plan.shares_text(&target, &number), "Xã Hữu Lễ: 3\nXã An Sơn: 2\nPhường 1: 1,5\nXã Tú Xuyên: 1200");
    assert_eq!(target.shared(), Some(so_ocop::domain::money::Quantity(1_206_500)));
    assert!(plan.units.iter().all(|unit| unit.kind == UnitKind::Locality && unit.level == Some(Tier::Commune)));
    // Typed again from what is shown, they are the same.
    let text = plan.shares_text(&target, &number);
    let before = plan.clone();
    assert_eq!(plan.set_shares(&key, &text), Vec::<String>::new());
    assert_eq!(plan, before);
}

#[test]
fn a_number_is_shared_out_to_the_last_piece() {
    for count in 1..=9 {
        let (mut plan, key) = shared_out();
        let lines: Vec<String> = (1..=count).map(|at| format!("Xã số {at}: 0")).collect();
        assert_eq!(plan.set_shares(&key, &lines.join("\n")), Vec::<String>::new());
        assert!(plan.share_evenly(&key));
        let shares: Vec<i64> = plan.targets[0].allocations.iter().map(|share| share.value.0 / 1000).collect();
        assert_eq!(shares.iter().sum::<i64>(), 7, "{shares:?}");
        assert!(shares.iter().max().zip(shares.iter().min()).is_some_and(|(most, least)| most - least <= 1));
    }
    let (mut plan, key) = shared_out();
    assert!(!plan.share_evenly(&key), "nothing to share among");
    plan.set_shares(&key, "Xã A: 1");
    plan.targets[0].value = Some(so_ocop::domain::money::Quantity(2500));
    assert!(!plan.share_evenly(&key), "half a product");
}

#[test]
fn a_slip_is_put_right_wherever_it_stands_and_stays_where_it_does_not() {
    let mut plan = sample("s1-tam-duong-2022");
    let slips = plan.corrections.len();
    assert!(slips > 0 && printed(&plan).contains("Phân đầu"));
    let at = plan.corrections.iter().position(|slip| slip.printed.contains("Phân đầu")).expect("the slip");
    assert!(plan.put_slip_right(at));
    assert_eq!(plan.corrections.len(), slips - 1);
    assert!(!printed(&plan).contains("Phân đầu") && printed(&plan).contains("Phấn đấu"));
    let nowhere = Correction {
        printed: "không có ở đâu".into(),
        correct: "x".into(),
        note: String::new(),
        unknown: Default::default(),
    };
    plan.corrections.push(nowhere);
    let before = plan.clone();
    assert!(!plan.put_slip_right(plan.corrections.len() - 1) && plan == before);
}

#[test]
fn names_in_a_list_end_where_another_unit_is_known_to_begin() {
    let mut plan = Plan::draft(Tier::Commune, 2027);
    let named = |plan: &Plan, keys: &[String]| plan.unit_names(keys.iter().map(String::as_str));
    plan.unit_called("Agribank chi nhánh Văn Quan");
    let keys = plan.units_called("Phòng Kinh tế, Agribank chi nhánh Văn Quan, Trạm Y tế");
    assert_eq!(
        named(&plan, &keys),
        "Phòng Kinh tế; Agribank chi nhánh Văn Quan, Trạm Y tế".replace(", Trạm", "; Trạm")
    );
    // A known name with commas is one name.
    plan.unit_called("Trạm Thú y, Trồng trọt, Bảo vệ thực vật");
    let keys = plan.units_called("Trạm Thú y, Trồng trọt, Bảo vệ thực vật, Hội Nông dân xã");
    assert_eq!(named(&plan, &keys), "Trạm Thú y, Trồng trọt, Bảo vệ thực vật; Hội Nông dân xã");
    // An unknown one ends where a usual beginning follows.
    let keys = plan.units_called("Sở Văn hóa, Thể thao và Du lịch, Sở Y tế");
    assert_eq!(named(&plan, &keys), "Sở Văn hóa, Thể thao và Du lịch; Sở Y tế");
}

#[test]
fn short_names_are_names_of_the_unit_they_shorten() {
    let mut plan = Plan::draft(Tier::District, 2024);
    let long = plan.unit_called("Phòng Nông nghiệp và Phát triển nông thôn").expect("a unit");
    for short in ["Phòng Nông nghiệp và PTNT", "NN và PTNT", "Phòng NN&PTNT huyện"] {
        assert_eq!(plan.unit_called(short).as_ref(), Some(&long), "{short}");
    }
    for other in ["KT và HT", "Phòng Nông nghiệp", "PTNT"] {
        assert_ne!(plan.unit_called(other).as_ref(), Some(&long), "{other}");
    }
    let unit = plan.unit(&long).expect("a unit");
    assert!(unit.begins_with_initials("NN") && !unit.begins_with_initials("KT"));
}
