//! Criteria sets of an office's own: the checks of the shipped ones, versions that never change, pins by content.

mod shipped;

use so_ocop::codec::{Field, Place};
use so_ocop::domain::criteria::{FindingKind, OWN_FOLDER, OwnSet, OwnSetId, SetStatus, Standing, check_set, standing};
use so_ocop::domain::moment::Moment;
use so_ocop::ledger::Act;
use so_ocop::ledger::registry::Registry;
use so_ocop::schema::Kind;

fn copy(folder: &str, code: &str) -> OwnSet {
    let sets = shipped::sets();
    let file = sets.iter().find(|file| file.folder == folder && file.entry.code == code).expect("shipped");
    OwnSet::of_file(&file.bytes, " Quyết định 12/QĐ-UBND ").expect("a set")
}

#[test]
fn every_shipped_set_brought_in_as_a_file_stands_as_it_did() {
    for file in shipped::sets() {
        let own = OwnSet::of_file(&file.bytes, "Quyết định 12/QĐ-UBND").expect("a set");
        let index = shipped::index(file.folder);
        let report = own.check(Some(&index));
        let wanted = standing(&own.set, &check_set(&index, &file.entry, &own.set));
        assert_eq!((report.standing, report.fault.clone(), report.basis_missing), (wanted, None, false));
        assert!(report.is_usable());
        assert_eq!(report.has_doubts(), wanted != Standing::Sound);
        // Without a decision to follow, 100 points are still asked for.
        assert_eq!(own.check(None).standing, wanted, "{}", own.set.id);
        // The file written out again is read as the same set, with the same hash.
        let again = OwnSet::of_file(own.file().as_bytes(), "").expect("a set");
        let id = OwnSetId::new(1, [1; 10]);
        assert_eq!((&again.set, again.pin(id).hash), (&own.set, own.pin(id).hash));
    }
}

#[test]
fn an_incomplete_set_is_usable_and_announced() {
    let own = copy("qd-148-2023", "11");
    assert_eq!(own.set.status, SetStatus::Incomplete);
    let report = own.check(None);
    assert!(report.is_usable() && report.has_doubts() && report.standing == Standing::Open);
    assert!(own.is_short() && !copy("qd-26-2026", "01").is_short());
}

#[test]
fn what_the_checks_refuse_in_a_shipped_set_they_refuse_in_an_own_one() {
    let mut own = copy("qd-26-2026", "01");
    own.set.parts[0].sections[0].criteria[0].options[0].points = 50;
    let report = own.check(None);
    assert_eq!(report.standing, Standing::Violated);
    assert!(!report.is_usable());

    let mut own = copy("qd-26-2026", "01");
    own.set.parts[2].max_points = 40;
    let kinds: Vec<FindingKind> = own.check(None).findings.into_iter().map(|finding| finding.kind).collect();
    assert!(kinds.contains(&FindingKind::Maximum { stated: 100, given: 105 }), "{kinds:?}");

    let mut own = copy("qd-26-2026", "01");
    let twin = own.set.parts[0].sections[0].criteria[0].clone();
    own.set.parts[0].sections[0].criteria[1].number = twin.number;
    assert!(own.check(None).fault.is_some());
    assert!(OwnSet::of_file(b"{}", "").is_err());
    assert!(OwnSet::of_file(b"no", "").is_err());
}

#[test]
fn a_change_is_a_new_version_and_the_pin_of_the_old_one_stays() {
    let file = &shipped::sets()[0];
    let id = OwnSetId::new(1, [1; 10]);
    let original = file.set();
    let first = OwnSet::copy_of(&original, &copy(file.folder, &file.entry.code).pin(id));
    assert!(first.set.id.starts_with(OWN_FOLDER) && first.check(None).basis_missing && first.based_on.is_some());
    let mut changed = first.set.clone();
    changed.name = "Rau an toàn".to_owned();
    let second = first.next(id, changed, "Quyết định 12/QĐ-UBND ngày 01/10/2026");
    assert_eq!((second.version, second.replaces), (2, Some(id)));
    assert_ne!(first.pin(id).hash, second.pin(id).hash);
    assert!(!second.check(None).basis_missing);
    let written = second.write().expect("an object");
    assert_eq!(OwnSet::read(written, &Place::default()), Ok(second));
}

#[test]
fn the_registry_keeps_own_sets_and_gives_them_back_from_their_rows() {
    let mut random = || [7; 10];
    let mut act = Act { now: Moment(1), who: "office".to_owned(), random: &mut random };
    let (id, own) = (OwnSetId::new(1, [1; 10]), copy("qd-26-2026", "01"));
    let mut registry = Registry::default();
    let change = registry.save(id, own.clone(), None, &mut act);
    assert_eq!((change.rows.len(), change.rows[0].kind), (1, Kind::CriteriaSet));
    let mut again = Registry::default();
    assert_eq!(again.absorb(change.rows), []);
    assert_eq!(again.get::<OwnSet>(id), Some(&own));
}
