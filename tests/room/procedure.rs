//! Attendance, quorum, recusals, rounds, and what they do to results.

use so_ocop::codec::{Field, Place};
use so_ocop::domain::council::consolidate_agreed;
use so_ocop::domain::procedure::SittingForm;
use so_ocop::domain::session::{Role, Session};
use so_ocop::ledger::room::{RoomDeed, RoomRefusal, Way};
use so_ocop::ledger::{Refusal, SheetEdit};

use crate::world::World;

fn why() -> String {
    "  đã thảo luận ".to_owned()
}

#[test]
fn below_the_quorum_only_the_chair_opens_with_a_reason() {
    let mut world = World::nine(1, 1);
    for at in 5..9 {
        let member = world.member(at);
        world.perform(RoomDeed::Attend(member, false)).expect("marks");
    }
    assert_eq!(world.perform(RoomDeed::Open(None)), Err(RoomRefusal::NoQuorum));
    assert_eq!(world.perform(RoomDeed::Open(Some("  ".into()))), Err(RoomRefusal::NoQuorum));
    world.perform(RoomDeed::Open(Some("Đã lấy ý kiến thành viên vắng".into()))).expect("opens");
    let session = world.session();
    let sitting = session.sitting().expect("open");
    assert_eq!((sitting.present.len(), sitting.needed), (5, 7));
    assert_eq!(sitting.reason.as_deref(), Some("Đã lấy ý kiến thành viên vắng"));
    assert_eq!(world.perform(RoomDeed::Open(None)), Err(RoomRefusal::Already));
    // Somebody comes late.
    let late = world.member(5);
    world.perform(RoomDeed::Attend(late, true)).expect("marks");
    assert_eq!(world.session().scorers().count(), 6);
    world.perform(RoomDeed::Close).expect("closes");
    assert_eq!(world.perform(RoomDeed::Close), Err(RoomRefusal::NotOpen));
    let late = world.member(6);
    world.perform(RoomDeed::Attend(late, true)).expect("marks");
    assert_eq!(world.perform(RoomDeed::Open(None)), Err(RoomRefusal::WasClosed));
    world.perform(RoomDeed::Open(Some("Bổ sung một sản phẩm".into()))).expect("opens again");
    assert_eq!(world.session().procedure.expect("there").sittings.len(), 2);
}

#[test]
fn written_opinions_need_nobody_in_the_room() {
    let mut world = World::nine(2, 1);
    for at in 0..9 {
        if at != 3 {
            let member = world.member(at);
            world.perform(RoomDeed::Attend(member, false)).expect("marks");
        }
    }
    assert_eq!(world.perform(RoomDeed::Open(None)), Err(RoomRefusal::NoQuorum));
    world
        .perform(RoomDeed::Council {
            decision: "12/QĐ-UBND".into(),
            decided_on: None,
            term: "2026-2027".into(),
            bylaws: None,
            form: SittingForm::Written,
            advisers: Vec::new(),
        })
        .expect("enters");
    world.perform(RoomDeed::Open(None)).expect("opens");
}

#[test]
fn a_recused_member_is_not_in_the_mean() {
    let mut world = World::nine(3, 2);
    let sheets: Vec<_> = (0..9).map(|member| world.sealed(member, 0)).collect();
    world.take_in(sheets, Way::File);
    let result = |world: &World| {
        let (session, scheme) = (world.session(), world.scheme(0));
        let product = session.products[0].clone();
        let sheets = world.ledger.product_sheets(world.id, &session, product.id);
        consolidate_agreed(&scheme, &sheets, &product.agreed, &session.rules, session.recognises())
    };
    let all = result(&world);
    assert_eq!(all.sheets, 9);
    let (member, product) = (world.member(4), world.product(0));
    assert_eq!(world.perform(RoomDeed::Recuse(member, product, " ".into())), Err(RoomRefusal::ReasonMissing));
    let secretary = world.member(9);
    assert_eq!(world.perform(RoomDeed::Recuse(secretary, product, why())), Err(RoomRefusal::DoesNotScore));
    world.perform(RoomDeed::Recuse(member, product, "Là chủ thể của sản phẩm".into())).expect("recuses");
    assert_eq!(world.perform(RoomDeed::Recuse(member, product, why())), Err(RoomRefusal::Already));
    let without = result(&world);
    assert_eq!((without.sheets, without.missing.len()), (8, 0));
    assert!(without.totals.iter().all(|(own, _)| *own != member));
    assert_eq!(world.session().scorers_of(world.product(1)).count(), 9, "of the other product nobody is recused");
    world.perform(RoomDeed::TakeBackRecusal(member, product, "Nhầm sản phẩm".into())).expect("takes back");
    assert_eq!(result(&world), all);
    let recusals = world.session().procedure.expect("there").recusals;
    assert_eq!(recusals.len(), 1, "what was taken back stays readable");
    assert_eq!(recusals[0].taken_back.as_ref().map(|back| back.reason.as_str()), Some("Nhầm sản phẩm"));
}

#[test]
fn rounds_stand_side_by_side() {
    let mut world = World::new(4, &[Role::Chair, Role::Member, Role::Member], 1);
    let product = world.product(0);
    assert_eq!(world.perform(RoomDeed::Round(product, vec![], why())), Err(RoomRefusal::NotOpen));
    world.perform(RoomDeed::Open(None)).expect("opens");
    let key = world.key(1, 0);
    let first = world.sealed(1, 0);
    world.take_in(vec![first.clone()], Way::File);
    assert_eq!(world.edit(key, 0, SheetEdit::NextRound(3)), Err(Refusal::NotThere));
    let asked = vec![key.member];
    world.perform(RoomDeed::Round(product, asked, why())).expect("opens a round");
    let of = |world: &World, at: usize| {
        let session = world.session();
        world.ledger.product_sheets(world.id, &session, product)[at].1.map(|sheet| (sheet.round(), sheet.is_locked()))
    };
    assert_eq!(of(&world, 1), None, "the sheet of the second round is missing");
    assert_eq!(world.session().round_of(world.member(2), product), 1, "the others' sheets stand");
    world.edit(key, 0, SheetEdit::NextRound(2)).expect("begins");
    assert_eq!(of(&world, 1), Some((2, false)));
    world.edit(key, 0, SheetEdit::Opinion("Sau thảo luận".into())).expect("edits");
    world.edit(key, 0, SheetEdit::Lock).expect("locks");
    assert_eq!(of(&world, 1), Some((2, true)));
    let sheet = world.ledger.sheet(key).expect("there");
    assert_eq!(sheet.of_round(1).and_then(so_ocop::domain::merge::SealedSheet::of), Some(first));
    // Undo does not reach into the round before.
    let earlier = sheet.earlier[0].clone();
    world.edit(key, 0, SheetEdit::Reopen("xem lại".into())).expect("reopens");
    assert_eq!(world.edit(key, 0, SheetEdit::Restore(Box::new(earlier))), Err(Refusal::NotThere));
}

#[test]
fn others_sheets_open_when_all_are_locked_or_the_chair_says_so() {
    let mut world = World::new(5, &[Role::Chair, Role::Member, Role::Secretary], 2);
    let is_open = |world: &World, product: usize| {
        let key = |member| world.ledger.sheet(so_ocop::ledger::SheetKey { member, ..world.key(0, product) });
        world.session().is_laid_open(world.product(product), key)
    };
    let sheets = vec![world.sealed(0, 0)];
    world.take_in(sheets, Way::File);
    assert!(!is_open(&world, 0));
    let sheets = vec![world.sealed(1, 0)];
    world.take_in(sheets, Way::Code);
    assert!(is_open(&world, 0) && !is_open(&world, 1));
    let product = world.product(1);
    assert_eq!(world.perform(RoomDeed::Reveal(Some(product), String::new())), Err(RoomRefusal::ReasonMissing));
    world.perform(RoomDeed::Reveal(Some(product), "Máy của một thành viên hỏng".into())).expect("reveals");
    assert!(is_open(&world, 1));
}

#[test]
fn a_session_without_a_procedure_is_written_as_before() {
    let world = World::nine(6, 1);
    let written = world.session().write().expect("an object");
    assert!(written.get("procedure").is_none());
    assert_eq!(Session::read(written, &Place::default()), Ok(world.session()));
    assert!(world.session().has_sat(), "older files do not say when they were opened");
}
