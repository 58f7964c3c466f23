//! Own criteria sets in files: a session carries the ones it was rated with, and results are recomputed with them.

use std::collections::BTreeMap;

use serde_json::Value;
use so_ocop::codec::Field;
use so_ocop::domain::criteria::{OwnSet, OwnSetId, SetPin};
use so_ocop::domain::moment::Moment;
use so_ocop::domain::points::Mean;
use so_ocop::domain::session::{Purpose, TypedResult};
use so_ocop::domain::worksheet::Answer;
use so_ocop::exchange::{Verdict, Warning, export, own_sets_of, pins_of, plan};
use so_ocop::ledger::registry::Registry;
use so_ocop::ledger::{Act, SheetEdit, SheetKey};
use so_ocop::verify::verify;

use crate::device::{Device, read, wait, with_sets};

/// A shipped set as an office's own, with another name.
fn own_set() -> OwnSet {
    let mut own = with_sets(|sets, _| {
        let shipped = sets.iter().find(|set| set.pin.decision == "qd-26-2026").expect("shipped");
        OwnSet::copy_of(&shipped.set, &shipped.pin)
    });
    own.set.name = "Bộ của tỉnh".to_owned();
    own.basis = "Quyết định 12/QĐ-UBND".to_owned();
    own
}

/// Keeps a set on a device; its pin.
fn keep(device: &mut Device, id: OwnSetId, own: &OwnSet) -> SetPin {
    device.now += 1000;
    let mut random = || [7; 10];
    let mut act = Act { now: Moment(device.now), who: "office".to_owned(), random: &mut random };
    let change = Registry::default().save(id, own.clone(), None, &mut act);
    device.save(change);
    own.pin(id)
}

/// A device with a session of two members that is rated with an own set and locked; the set's id.
fn rated() -> (Device, OwnSetId) {
    let mut device = Device::new(5);
    let (id, own) = (device.new_id(), own_set());
    let pin = keep(&mut device, id, &own);
    let session = device.new_session(Purpose::Official, 2, std::slice::from_ref(&pin));
    let (members, product) = {
        let session = device.ledger.session(session).expect("there");
        (session.members.iter().map(|member| member.id).collect::<Vec<_>>(), session.products[0].id)
    };
    let scheme = so_ocop::domain::criteria::Scheme::new(&own.set).expect("can be scored");
    for member in members {
        let key = SheetKey { session, member, product };
        let answers = scheme.leaves.iter().map(|leaf| {
            let offer = leaf.offers.last().expect("one");
            SheetEdit::Answer(leaf.number.clone(), Some(Answer::of(offer)))
        });
        for edit in answers.chain([SheetEdit::Lock]) {
            let change = device.act("member", |ledger, act| ledger.edit_sheet(key, &scheme, edit, act));
            device.save(change.expect("allowed"));
        }
    }
    (device, id)
}

#[test]
fn a_session_with_an_own_set_goes_out_and_in_and_is_recomputed() {
    let (device, id) = rated();
    let file = device.export();
    let value: Value = serde_json::from_str(&file).expect("json");
    assert_eq!(value["results"][0]["sheets"], 2);
    assert_eq!(value["results"][0]["set"], id.to_string());
    assert_eq!(value["content"]["criteria_sets"].as_array().map(Vec::len), Some(1));

    let report = verify(file.clone().into_bytes()).expect("reads");
    assert_eq!(report.faults, Vec::<String>::new());
    assert_eq!(report.lines.len(), 1);
    assert!(report.notes.iter().any(|note| note.contains("own set")), "{:?}", report.notes);

    let mut other = Device::new(6);
    let (plan, _) = other.import(&file, &BTreeMap::new());
    assert_eq!(plan.warnings, []);
    assert_eq!(other.export(), file);
}

#[test]
fn the_rows_that_a_session_pins_are_named_and_a_file_without_them_is_told() {
    let (device, id) = rated();
    let mut content = device.content();
    let pins = pins_of(&content.rows);
    assert_eq!(own_sets_of(&pins).into_iter().collect::<Vec<_>>(), [id.to_string()]);

    content.rows.retain(|row| row.id != id.to_string());
    let without = with_sets(|_, schemes| export(content, schemes));
    let value: Value = serde_json::from_str(&without).expect("json");
    assert_eq!(value["results"], Value::Array(Vec::new()), "nothing is stated that cannot be recomputed");
    let report = verify(without.clone().into_bytes()).expect("reads");
    assert!(report.faults.iter().any(|fault| fault.contains("this file carries")), "{:?}", report.faults);

    // A device that has the set reads such a file; one that has not says so.
    let envelope = read(without.as_bytes()).expect("reads");
    let here = wait(so_ocop::exchange::existing(&device.store, &envelope)).expect("reads");
    assert_eq!(with_sets(|_, schemes| plan(&envelope, &here, schemes)).warnings, []);
    let (plan, _) = Device::new(6).import(&without, &BTreeMap::new());
    assert!(matches!(&plan.warnings[..], [Warning::SetNotAtHand(pin)] if pin.slug == id.to_string()));
}

#[test]
fn an_own_set_that_was_changed_after_it_was_used_is_told() {
    let (device, id) = rated();
    let mut value: Value = serde_json::from_str(&device.export()).expect("json");
    let options =
        &mut value["content"]["criteria_sets"][0]["body"]["set"]["parts"][0]["sections"][0]["criteria"][0]["options"];
    let last = options.as_array().map_or(0, Vec::len) - 1;
    options[last]["text"] = "khác".into();
    let changed = value.to_string();
    let report = verify(changed.clone().into_bytes()).expect("reads");
    assert!(report.faults.iter().any(|fault| fault.contains(&id.to_string())), "{:?}", report.faults);
    assert!(report.lines.is_empty());

    // Taken in where the true one is, it is a conflict, and the true one stays.
    let mut here = Device::new(9);
    here.import(&device.export(), &BTreeMap::new());
    let (plan, _) = here.import(&changed, &BTreeMap::new());
    let rows: Vec<Verdict> = plan
        .groups
        .iter()
        .flat_map(|group| &group.rows)
        .filter(|row| row.row.id == id.to_string())
        .map(|row| row.verdict)
        .collect();
    assert_eq!(rows, [Verdict::Conflict]);
    let rated = |file: &str| {
        let mut file: Value = serde_json::from_str(file).expect("json");
        (file["results"].take(), file["decisions"].take(), file["content"]["criteria_sets"].take())
    };
    assert!(rated(&here.export()) == rated(&device.export()), "what was rated stays as it was");
    let (plan, _) = Device::new(10).import(&changed, &BTreeMap::new());
    assert!(plan.warnings.iter().any(|warning| matches!(warning, Warning::SetNotAtHand(_))));
}

#[test]
fn a_result_typed_from_paper_is_stated_with_where_its_stars_come_from() {
    let mut device = Device::new(3);
    let pin = with_sets(|sets, _| sets.iter().find(|set| set.pin.decision == "qd-148-2023").expect("one").pin.clone());
    let id = device.new_session(Purpose::Official, 1, &[pin]);
    let mut session = device.ledger.session(id).expect("there").clone();
    let points = |text: &str| Mean::of_exact_text(text).expect("points");
    session.products[0].typed = Some(TypedResult {
        parts: [("A", "30.5"), ("B", "20"), ("C", "25")].map(|(part, of)| (part.to_owned(), points(of))).into(),
        stars: Some(3),
        paper: "Biên bản 05/BB".to_owned(),
        unknown: Default::default(),
    });
    device.save_session(id, session.clone());
    let file: Value = serde_json::from_str(&device.export()).expect("json");
    let line = &file["results"][0];
    assert_eq!((&line["sheets"], &line["total"]), (&0.into(), &Value::Null), "sheets and paper stay apart");
    assert_eq!((&line["typed"]["total"], &line["typed"]["stars"]), (&"75.5".into(), &3.into()));
    assert_eq!(line["typed"]["stars_from"], "recorded");
    assert_eq!(verify(device.export().into_bytes()).expect("reads").faults, Vec::<String>::new());

    let mut lied = file.clone();
    lied["results"][0]["typed"]["stars"] = 5.into();
    assert_eq!(verify(lied.to_string().into_bytes()).expect("reads").faults.len(), 2, "the result and the digest");

    let typed = session.products[0].typed.as_mut().expect("typed");
    typed.parts.insert("C".to_owned(), points("60"));
    device.save_session(id, session.clone());
    let report = verify(device.export().into_bytes()).expect("reads");
    assert!(report.faults.iter().any(|fault| fault.contains("part C")), "{:?}", report.faults);
    assert!(session.write().is_some());
}
