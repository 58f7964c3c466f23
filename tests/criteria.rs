//! The shipped criteria sets keep the promises that scoring relies on, and the checks see every kind of violation.

mod shipped;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use so_ocop::codec::{Field, Place};
use so_ocop::domain::criteria::{
    CriteriaSet, DecisionIndex, FindingKind, Scheme, SetEntry, SetStatus, Standing, check_index, check_set, standing,
};
use so_ocop::domain::regime::REGIMES;

#[test]
fn every_file_is_listed_and_nothing_is_missing() {
    let mut count = 0;
    for regime in REGIMES {
        let index = shipped::index(regime.folder);
        assert_eq!((index.id.as_str(), index.decision.as_str()), (regime.folder, regime.decision));
        assert_eq!(index.effective_from.unwrap_or(regime.from), regime.from);
        assert_eq!(check_index(&index), []);
        let listed: BTreeSet<String> =
            index.sets.iter().filter_map(|entry| entry.file.clone()).chain(["index.json".to_owned()]).collect();
        let there = std::fs::read_dir(shipped::path(regime.folder)).expect("a folder");
        let there: BTreeSet<String> =
            there.map(|file| file.expect("a file").file_name().into_string().expect("ASCII")).collect();
        assert_eq!(listed, there);
        count += index.sets.len();
    }
    assert_eq!(count, 78);
}

#[test]
fn the_decisions_give_the_part_maxima() {
    let maxima = REGIMES.map(|regime| {
        let parts = shipped::index(regime.folder).parts;
        parts.into_iter().map(|part| (part.code, part.max_points)).collect::<Vec<_>>()
    });
    let parts = |a, b, c| vec![("A".to_owned(), a), ("B".to_owned(), b), ("C".to_owned(), c)];
    assert_eq!(maxima, [parts(35, 25, 40), parts(40, 25, 35), parts(40, 25, 35)]);
}

#[test]
fn only_the_declared_doubts_are_open() {
    let mut open = Vec::new();
    for regime in REGIMES {
        let index = shipped::index(regime.folder);
        for file in shipped::sets().iter().filter(|file| file.folder == regime.folder) {
            let set = file.set();
            let findings = check_set(&index, &file.entry, &set);
            match standing(&set, &findings) {
                Standing::Sound => assert_eq!(findings, []),
                Standing::Open => {
                    let facts: Vec<_> =
                        findings.into_iter().map(|finding| (finding.criterion.expect("named"), finding.kind)).collect();
                    open.push((regime.folder, file.entry.code.clone(), facts));
                }
                Standing::Violated => panic!("{}: {findings:?}", set.id),
            }
        }
    }
    let doubt = |number: &str, kind| vec![(number.to_owned(), kind)];
    let set = |folder, code: &str, facts| (folder, code.to_owned(), facts);
    let (old, middle, new) = ("qd-1048-2019", "qd-148-2023", "qd-26-2026");
    assert_eq!(
        open,
        [
            set(old, "19", doubt("10", FindingKind::Maximum { stated: 5, given: 3 })),
            set(middle, "07", doubt("6.4", FindingKind::Maximum { stated: 4, given: 3 })),
            set(middle, "11", vec![]),
            set(middle, "12", vec![]),
            set(middle, "13", vec![]),
            set(middle, "24", doubt("2.2", FindingKind::SameText)),
            set(middle, "25", doubt("2.2", FindingKind::SameText)),
            set(new, "07", doubt("3.1", FindingKind::NotAscending)),
            set(new, "23", doubt("6.2", FindingKind::NotAscending)),
        ]
    );
}

#[test]
fn reading_and_writing_back_loses_nothing() {
    for file in shipped::sets() {
        assert_eq!(file.set().write().expect("an object"), file.value(), "{} {}", file.folder, file.entry.slug);
    }
    for regime in REGIMES {
        let bytes = std::fs::read(shipped::path(regime.folder).join("index.json")).expect("an index");
        let mut value: Value = serde_json::from_slice(&bytes).expect("json");
        for entry in value["sets"].as_array_mut().expect("a list") {
            // A ministry that could not be read is null in the file, and means the same as no ministry.
            let entry = entry.as_object_mut().expect("an object");
            entry.retain(|_, value| !value.is_null());
        }
        assert_eq!(shipped::index(regime.folder).write().expect("an object"), value);
    }
}

#[test]
fn every_set_can_be_scored() {
    for file in shipped::sets() {
        let (set, name) = (file.set(), [file.folder, "/", &file.entry.slug].concat());
        let scheme = Scheme::new(&set).expect("a scheme");
        assert_eq!(Some(scheme.leaves.len() as u32), file.entry.criteria, "{name}");
        for leaf in &scheme.leaves {
            assert_eq!(leaf.gate.is_some(), leaf.gate_text.is_some(), "{name} {}", leaf.number);
            if let Some(gate) = leaf.gate {
                let gate = &scheme.leaves[gate];
                assert_eq!(gate.number, "5.1", "{name} {}", leaf.number);
                assert!(gate.offers.iter().any(|offer| offer.points == 0), "{name}");
            }
            assert!(leaf.offers.iter().all(|offer| (0..=leaf.max).contains(&offer.points)), "{name} {}", leaf.number);
            for star in 3..=5 {
                assert!(leaf.need(star).is_none_or(|need| (1..=leaf.max).contains(&need)), "{name} {}", leaf.number);
            }
        }
        if file.entry.status == SetStatus::Complete {
            for part in &scheme.parts {
                let index = shipped::index(file.folder);
                let wanted = index.parts.iter().find(|of_index| of_index.code == part.code).expect("a part");
                assert_eq!(part.max, wanted.max_points, "{name}");
            }
        }
    }
}

#[test]
fn nothing_met_can_be_answered_wherever_no_option_gives_0() {
    let mut asked = 0;
    for file in shipped::sets() {
        for leaf in &Scheme::new(&file.set()).expect("a scheme").leaves {
            let cases = if leaf.cases.is_empty() { vec![None] } else { (0..leaf.cases.len()).map(Some).collect() };
            let has_no_zero = |case: &Option<usize>| {
                leaf.offers.iter().filter(|offer| offer.case == *case).all(|offer| offer.points > 0)
            };
            assert_eq!(leaf.offers_none_met(), cases.iter().any(has_no_zero), "{} {}", file.entry.slug, leaf.number);
            asked += usize::from(leaf.offers_none_met());
        }
    }
    assert!(asked > 500, "{asked}");
}

/// A good set of 26/2026 (coffee: with sub-criteria), its index and its entry, as plain values.
fn good() -> (Value, Value, Value) {
    let file = shipped::sets().into_iter().find(|file| file.folder == "qd-26-2026" && file.entry.code == "13");
    let file = file.expect("set 13");
    let index = shipped::index(file.folder).write().expect("an object");
    (index, file.entry.write().expect("an object"), file.value())
}

fn read<T: Field>(value: Value) -> T {
    T::read(value, &Place::default()).expect("readable")
}

/// The kinds found, without repeats, once `spoil` has changed set and entry.
fn found(spoil: impl FnOnce(&mut Value, &mut Value)) -> BTreeSet<FindingKind> {
    let (index, mut entry, mut set) = good();
    spoil(&mut set, &mut entry);
    let findings = check_set(&read::<DecisionIndex>(index), &read::<SetEntry>(entry), &read::<CriteriaSet>(set));
    assert!(findings.iter().all(|finding| !finding.declared), "{findings:?}");
    findings.into_iter().map(|finding| finding.kind).collect()
}

/// The criterion with this number.
fn at<'a>(set: &'a mut Value, number: &str) -> &'a mut Value {
    let parts = set["parts"].as_array_mut().expect("parts");
    let sections = parts.iter_mut().flat_map(|part| part["sections"].as_array_mut().expect("sections"));
    let criteria = sections.flat_map(|section| section["criteria"].as_array_mut().expect("criteria"));
    for criterion in criteria {
        if criterion["number"] == number {
            return criterion;
        }
        if number.starts_with(&[criterion["number"].as_str().expect("a number"), "."].concat()) {
            let subs = criterion["sub_criteria"].as_array_mut().expect("sub-criteria");
            return subs.iter_mut().find(|sub| sub["number"] == number).expect("a sub-criterion");
        }
    }
    panic!("no criterion {number}")
}

fn one(kind: FindingKind) -> BTreeSet<FindingKind> {
    BTreeSet::from([kind])
}

#[test]
fn a_good_set_stays_unnamed() {
    assert_eq!(found(|_, _| ()), BTreeSet::new());
}

#[test]
fn spoiled_texts_are_named() {
    for (text, kind) in [
        ("", FindingKind::EmptyText),
        ("Bao bi\u{300}", FindingKind::LooseMarks),
        ("Bao  bì", FindingKind::StrayBlanks),
        ("Bao bì ", FindingKind::StrayBlanks),
        ("Bao\u{200b}bì", FindingKind::ControlCharacter),
        ("Bao\tbì", FindingKind::ControlCharacter),
        ("Bao bì (đẹp", FindingKind::UnbalancedBrackets),
    ] {
        assert_eq!(found(|set, _| at(set, "1.1")["title"] = json!(text)), one(kind), "{text:?}");
    }
}

#[test]
fn differences_from_the_index_are_named() {
    for key in [
        "id",
        "decision",
        "amended_by",
        "provenance",
        "code",
        "name",
        "sector",
        "group",
        "subgroup",
        "managing_ministry",
    ] {
        assert_eq!(found(|set, _| set[key] = json!("khác")), one(FindingKind::DiffersFromIndex), "{key}");
    }
    assert_eq!(found(|_, entry| entry["criteria"] = json!(1)).len(), 1);
    assert!(matches!(
        found(|_, entry| entry["criteria"] = json!(1)).first(),
        Some(FindingKind::CriteriaCount { found }) if *found > 20
    ));
}

#[test]
fn spoiled_parts_and_sections_are_named() {
    assert_eq!(found(|set, _| set["parts"][0]["code"] = json!("X")), {
        BTreeSet::from([FindingKind::OtherParts, FindingKind::PartSums])
    });
    let maximum = FindingKind::PartMaximum { stated: 39, decision: 40 };
    assert_eq!(found(|set, _| set["parts"][0]["max_points"] = json!(39)), one(maximum));
    assert!(found(|set, _| set["parts"][1]["sections"] = json!([])).contains(&FindingKind::Empty));
    assert!(found(|set, _| set["parts"][1]["sections"][0]["criteria"] = json!([])).contains(&FindingKind::Empty));
    assert!(
        found(|set, _| set["parts"][0]["sections"][0]["number"] = json!("7")).contains(&FindingKind::SectionNumber)
    );
    let findings = found(|set, _| {
        let max = set["parts"][0]["sections"][0]["max_points"].as_i64().expect("points");
        set["parts"][0]["sections"][0]["max_points"] = json!(max + 1);
    });
    assert!(findings.contains(&FindingKind::PartSums));
    assert!(findings.iter().any(|kind| matches!(kind, FindingKind::Maximum { stated, given }
        if i64::from(*stated) == given + 1)));
}

#[test]
fn spoiled_criteria_are_named() {
    assert_eq!(found(|set, _| at(set, "1.2")["number"] = json!("1.9")), one(FindingKind::NotSequential));
    assert!(found(|set, _| at(set, "1.2")["number"] = json!("1.1")).contains(&FindingKind::Twice));
    assert_eq!(found(|set, _| at(set, "1.2")["choose"] = json!("one_case")), one(FindingKind::WrongBody));
    assert_eq!(found(|set, _| at(set, "1.2")["colour"] = json!("xanh")), one(FindingKind::UnknownField));
    assert_eq!(found(|set, _| at(set, "1.2")["options"][0]["colour"] = json!("xanh")), one(FindingKind::UnknownField));
    assert_eq!(found(|set, _| set["parts"][0]["colour"] = json!("xanh")), one(FindingKind::UnknownField));
    assert_eq!(found(|set, _| set["colour"] = json!("xanh")), BTreeSet::new(), "a set may say more");
    let findings = found(|set, _| at(set, "1.2")["max_points"] = json!(50));
    assert!(findings.iter().any(|kind| matches!(kind, FindingKind::Maximum { stated: 50, .. })), "{findings:?}");
    let rule = json!({"effect": "stop", "condition": "0 điểm", "zero_in": ["99.1"]});
    assert_eq!(found(|set, _| at(set, "1.2")["disqualifies_if"] = rule), one(FindingKind::NoSuchCriterion));
}

#[test]
fn spoiled_options_are_named() {
    let option = |points: i64, text: &str| json!({"points": points, "text": text});
    let with_options = |options: Value| {
        found(|set, _| {
            let criterion = at(set, "1.2");
            let top = criterion["max_points"].clone();
            let mut options = options;
            let last = options.as_array().expect("a list").len() - 1;
            options[last]["points"] = top;
            criterion["options"] = options;
        })
    };
    assert_eq!(with_options(json!([option(0, "một")])), one(FindingKind::TooFew));
    assert_eq!(with_options(json!([option(-1, "một"), option(0, "hai")])), one(FindingKind::PointsOutOfRange));
    assert_eq!(
        with_options(json!([option(1, "một"), option(1, "hai"), option(0, "ba")])),
        one(FindingKind::NotAscending)
    );
    assert_eq!(with_options(json!([option(0, "một"), option(0, "một")])), one(FindingKind::SameText));
    let huge = found(|set, _| at(set, "1.2")["options"][1]["points"] = json!(101));
    assert!(huge.contains(&FindingKind::PointsOutOfRange), "a sheet with this answer could not be read back");
    let marked = |first: u8, second: u8| {
        json!([{"points": 0, "text": "một", "min_for_star": first},
               {"points": 1, "text": "hai", "min_for_star": second}])
    };
    assert_eq!(with_options(marked(4, 3)), one(FindingKind::StarMarks));
    assert_eq!(with_options(marked(3, 6)), one(FindingKind::StarMarks));
    assert_eq!(with_options(marked(3, 4)), BTreeSet::new());
}

#[test]
fn spoiled_cases_and_sub_criteria_are_named() {
    let options = json!([{"points": 0, "text": "một"}, {"points": 1, "text": "hai"}]);
    let with_cases = |cases: Value| {
        found(|set, _| {
            let section = &mut set["parts"][0]["sections"][0];
            let spare = section["criteria"][1]["max_points"].as_i64().expect("points");
            let criterion = at(set, "1.2");
            let fields = criterion.as_object_mut().expect("an object");
            fields.remove("options");
            fields.insert("choose".to_owned(), json!("one_case"));
            let mut cases = cases;
            cases[0]["options"][1]["points"] = json!(spare);
            fields.insert("cases".to_owned(), cases);
        })
    };
    let case = |label: &str| json!({"label": label, "options": options});
    assert_eq!(with_cases(json!([case("một"), case("hai")])), BTreeSet::new());
    assert_eq!(with_cases(json!([case("một")])), one(FindingKind::TooFew));
    assert_eq!(with_cases(json!([case("một"), case("một")])), one(FindingKind::SameText));
    let sub = "6.1";
    assert!(
        found(|set, _| {
            let subs = at(set, sub)["sub_criteria"].as_array_mut().expect("sub-criteria");
            subs.truncate(1);
        })
        .contains(&FindingKind::TooFew)
    );
    assert!(
        found(|set, _| {
            let inner = at(set, "6.1.2").clone();
            at(set, "6.1.1")["choose"] = json!("each_sub_criterion");
            at(set, "6.1.1").as_object_mut().expect("an object").remove("options");
            at(set, "6.1.1")["sub_criteria"] = json!([inner.clone(), inner]);
        })
        .contains(&FindingKind::TooDeep)
    );
}

#[test]
fn an_incomplete_set_says_why_and_by_how_much() {
    let incomplete = |set: &mut Value, entry: &mut Value| {
        set["status"] = json!("incomplete");
        entry["status"] = json!("incomplete");
        entry["part_sums"] = json!({"A": 40, "B": 25, "C": 35});
    };
    assert_eq!(
        found(|set, entry| {
            incomplete(set, entry);
            set.as_object_mut().expect("an object").remove("open_issues");
        }),
        BTreeSet::from([FindingKind::NoIssues, FindingKind::NotIncomplete])
    );
    assert_eq!(
        found(|set, entry| {
            incomplete(set, entry);
            set["open_issues"] = json!(["C: không đủ điểm"]);
            entry["part_sums"]["C"] = json!(34);
        }),
        BTreeSet::from([FindingKind::PartSums, FindingKind::NotIncomplete])
    );
}

#[test]
fn a_doubt_is_declared_by_naming_the_criterion() {
    let (index, entry, mut set) = good();
    at(&mut set, "6.1.1")["options"][0]["text"] = at(&mut set, "6.1.1")["options"][1]["text"].clone();
    let standing_of = |set: &Value| {
        let set: CriteriaSet = read(set.clone());
        standing(&set, &check_set(&read(index.clone()), &read(entry.clone()), &set))
    };
    for (issue, wanted) in [
        ("6.1.1: hai phương án giống nhau", Standing::Open),
        ("6.1.1 : hai phương án giống nhau", Standing::Open),
        ("6.1: hai phương án giống nhau", Standing::Violated),
        ("Tiêu chí 6.1.1: hai phương án giống nhau", Standing::Violated),
        ("6.1.1 có hai phương án giống nhau", Standing::Violated),
    ] {
        set["open_issues"] = json!([issue]);
        assert_eq!(standing_of(&set), wanted, "{issue}");
    }
}

#[test]
fn a_spoiled_index_is_named() {
    let found = |spoil: &dyn Fn(&mut Value)| {
        let (mut index, _, _) = good();
        spoil(&mut index);
        check_index(&read(index)).into_iter().map(|finding| finding.kind).collect::<BTreeSet<_>>()
    };
    assert_eq!(found(&|index| index["total_points"] = json!(99)), one(FindingKind::Maximum { stated: 99, given: 100 }));
    assert_eq!(found(&|index| index["sets"][0]["file"] = json!("khac.json")), one(FindingKind::FileName));
    assert_eq!(found(&|index| index["sets"][0]["status"] = json!("missing")), one(FindingKind::FileName));
    assert_eq!(found(&|index| index["sets"][0]["part_sums"] = json!({"A": 1})), one(FindingKind::PartSums));
    assert_eq!(found(&|index| index["sets"][1]["code"] = json!("01")), one(FindingKind::Twice));
    assert!(found(&|index| index["sets"][0]["slug"] = json!("Rau_Củ")).contains(&FindingKind::Slug));
    assert_eq!(found(&|index| index["title"] = json!(" ")).len(), 2);
}
