//! The laws of bringing sheets together.

use so_ocop::codec::Field;
use so_ocop::domain::merge::{Fingerprint, SealedSheet, SheetBook, SlotKey, Standing};
use so_ocop::domain::session::Role;
use so_ocop::ledger::room::{IntakeFault, RoomDeed, RoomRefusal, Way};
use so_ocop::ledger::{Refusal, SheetEdit};

use crate::orders::{next_version, pieces, put, same_bytes_in_any_order};
use crate::world::World;

#[test]
fn ten_thousand_orders_end_in_the_same_bytes() {
    let seen = same_bytes_in_any_order(0..100, 100);
    assert!(seen.iter().all(|count| *count > 20), "{seen:?}");
}

#[test]
fn joining_is_commutative_associative_and_idempotent() {
    let mut world = World::new(7, &[Role::Chair, Role::Member, Role::Member, Role::Member], 2);
    for _ in 0..200 {
        let pieces = pieces(&mut world);
        let mut books = vec![SheetBook::default(); 3];
        for piece in &pieces {
            put(&mut books[world.chance.below(3)], piece);
        }
        let join = |one: &SheetBook, other: &SheetBook| {
            let mut joined = one.clone();
            joined.join(other);
            joined
        };
        let [a, b, c] = &books[..] else { panic!("three") };
        assert_eq!(join(a, b), join(b, a));
        assert_eq!(join(&join(a, b), c), join(a, &join(b, c)));
        assert_eq!(join(a, a), *a);
        assert_eq!(join(&join(a, b), b), join(a, b));
    }
}

#[test]
fn a_later_version_replaces_its_own_and_no_other() {
    let mut world = World::nine(8, 1);
    let first = world.sealed(0, 0);
    let second = next_version(&first, "lần hai");
    let third = next_version(&second, "lần ba");
    assert_eq!(world.take_in(vec![third.clone()], Way::Code).taken, [third.digest()]);
    let late = world.take_in(vec![first.clone(), second.clone(), third.clone()], Way::File);
    assert_eq!((late.stale.len(), late.known.len(), late.taken.len()), (2, 1, 0));
    assert_eq!(world.ledger.sheet(world.key(0, 0)).map(|sheet| sheet.opinion.clone()), Some("lần ba".into()));
    assert_eq!(world.room.book(world.id).standing(SlotKey::of(&first)), Standing::One(third.digest()));
}

#[test]
fn two_devices_of_one_member_wait_for_a_person() {
    let mut world = World::nine(9, 1);
    let (one, other) = (world.sealed(3, 0), world.sealed(3, 0));
    let (key, slot) = (world.key(3, 0), SlotKey::of(&one));
    assert_eq!(world.take_in(vec![one.clone()], Way::File).several, []);
    assert!(world.ledger.sheet(key).is_some());
    let intake = world.take_in(vec![other.clone()], Way::Code);
    assert_eq!((intake.several, intake.taken), (vec![slot], vec![other.digest()]));
    assert_eq!(world.ledger.sheet(key), None, "neither counts");
    assert!(world.room.book(world.id).get(one.digest()).is_some(), "nothing is dropped");
    let choose = |digest, reason: &str| RoomDeed::Choose(slot, digest, reason.to_owned());
    assert_eq!(world.perform(choose(other.digest(), " ")), Err(RoomRefusal::ReasonMissing));
    let stranger = world.sealed(3, 0).digest();
    assert_eq!(world.perform(choose(stranger, "Nhầm")), Err(RoomRefusal::NotThere));
    world.perform(choose(other.digest(), "Máy thứ nhất hỏng giữa chừng")).expect("chooses");
    assert_eq!(world.ledger.sheet(key).and_then(SealedSheet::of), Some(other.clone()));
    // The person may think better of it; both choices stay in the log.
    world.perform(choose(one.digest(), "Thành viên xác nhận bản trước")).expect("chooses");
    assert_eq!(world.ledger.sheet(key).and_then(SealedSheet::of), Some(one.clone()));
    // A third version makes it a question again.
    let third = world.sealed(3, 0);
    assert_eq!(world.take_in(vec![third], Way::Code).several, [slot]);
    assert_eq!(world.ledger.sheet(key), None);
}

#[test]
fn a_sheet_filled_in_here_stands_beside_one_that_comes() {
    let mut world = World::nine(10, 1);
    let key = world.key(2, 0);
    let own = world.sealed(2, 0);
    for (number, answer) in &own.answers {
        world.edit(key, 0, SheetEdit::Answer(number.clone(), Some(*answer))).expect("offered");
    }
    let other = world.sealed(2, 0);
    // Work under way here is not thrown away.
    let intake = world.take_in(vec![other.clone()], Way::Code);
    assert_eq!(intake.drafts, [key]);
    assert!(world.ledger.sheet(key).is_some_and(|sheet| !sheet.is_locked()));
    world.edit(key, 0, SheetEdit::Lock).expect("whole");
    let third = world.sealed(2, 0);
    let intake = world.take_in(vec![third], Way::Code);
    assert_eq!(intake.several.len(), 1);
    assert!(matches!(world.room.book(world.id).standing(intake.several[0]), Standing::Several(all) if all.len() == 3));
}

#[test]
fn what_cannot_be_a_sheet_of_the_session_is_refused_and_written_down() {
    let mut world = World::nine(11, 1);
    let good = world.sealed(0, 0);
    let wrong = |change: &dyn Fn(&mut SealedSheet)| {
        let mut sheet = good.clone();
        change(&mut sheet);
        sheet
    };
    let (secretary, number) = (world.member(9), good.answers.keys().next().expect("one").clone());
    let stranger = world.device;
    let sheets = vec![
        wrong(&|sheet| sheet.session = so_ocop::domain::id::Id::of_bytes(stranger.bytes())),
        wrong(&|sheet| sheet.member = so_ocop::domain::id::Id::of_bytes(stranger.bytes())),
        wrong(&|sheet| sheet.product = so_ocop::domain::id::Id::of_bytes(stranger.bytes())),
        wrong(&|sheet| sheet.member = secretary),
        wrong(&|sheet| {
            sheet.answers.remove(&number);
        }),
        wrong(&|sheet| {
            sheet.answers.insert("99.9".into(), so_ocop::domain::worksheet::Answer::NoneMet);
        }),
    ];
    let intake = world.take_in(sheets, Way::Code);
    let faults: Vec<&IntakeFault> = intake.refused.iter().map(|(_, fault)| fault).collect();
    assert_eq!(
        faults,
        [
            &IntakeFault::Foreign,
            &IntakeFault::NoSuchMember,
            &IntakeFault::NoSuchProduct,
            &IntakeFault::DoesNotScore,
            &IntakeFault::Unanswered(1),
            &IntakeFault::Misfits(vec!["99.9".into()]),
        ]
    );
    assert!(!intake.has_changed() && world.room.book(world.id).sheets().next().is_none());
    assert_eq!(world.room.log(world.id).len(), 6, "each refusal is in the log");
}

#[test]
fn taking_back_puts_everything_as_it_was() {
    let mut world = World::nine(12, 2);
    let before: Vec<SealedSheet> = (0..4).map(|member| world.sealed(member, 0)).collect();
    world.take_in(before, Way::File);
    let (book, print) =
        (world.room.book(world.id).text(), Fingerprint::of(world.id, &world.session(), world.room.book(world.id)));
    let sheets_before: Vec<_> = world.ledger.sheets_of(world.id).map(|(key, sheet)| (*key, sheet.clone())).collect();
    let second = next_version(&world.sealed(0, 0), "khác");
    let sheets = vec![world.sealed(5, 1), world.sealed(0, 0), second];
    let intake = world.take_in(sheets, Way::File);
    assert_eq!((intake.taken.len(), intake.several.len()), (3, 1));
    let (id, device) = (world.id, world.device);
    let change = world.act("office", |ledger, room, act| room.take_back(ledger, id, &intake.taken, device, act));
    world.write(&change);
    assert_eq!(world.room.book(id).text(), book);
    assert_eq!(Fingerprint::of(id, &world.session(), world.room.book(id)), print);
    let after: Vec<_> = world.ledger.sheets_of(id).map(|(key, sheet)| (*key, sheet.clone())).collect();
    assert_eq!(after, sheets_before);
    // What rests in the store says the same.
    let mut room = so_ocop::ledger::room::Room::default();
    let mut rows: std::collections::BTreeMap<String, _> = Default::default();
    rows.extend(world.rows.iter().map(|row| (row.id.clone(), row.clone())));
    assert!(room.absorb(rows.into_values().collect()).is_empty());
    assert_eq!(room.book(id).text(), book);
    assert_eq!(room, world.room);
}

#[test]
fn a_sheet_that_was_taken_back_comes_again() {
    let mut world = World::nine(14, 2);
    let sheet = world.sealed(0, 0);
    let (id, device) = (world.id, world.device);
    for revision in [1, 3, 5] {
        let intake = world.take_in(vec![sheet.clone()], Way::File);
        assert_eq!(intake.taken.len(), 1);
        let of_sheet = |world: &World| world.rows.iter().rfind(|row| row.id == sheet.digest().row_id()).cloned();
        let row = of_sheet(&world).expect("a row");
        assert_eq!((row.rev, row.is_tombstone()), (revision, false));
        let change = world.act("office", |ledger, room, act| room.take_back(ledger, id, &intake.taken, device, act));
        world.write(&change);
        let mark = of_sheet(&world).expect("a mark");
        assert_eq!((mark.rev, mark.is_tombstone()), (revision + 1, true));
    }
}

#[test]
fn the_fingerprint_follows_what_decides() {
    let mut world = World::nine(13, 2);
    let print = |world: &World| Fingerprint::of(world.id, &world.session(), world.room.book(world.id)).to_string();
    let empty = print(&world);
    let sheet = world.sealed(0, 0);
    world.take_in(vec![sheet.clone()], Way::Code);
    let one = print(&world);
    assert_ne!(empty, one);
    let mut signed = sheet.clone();
    (signed.key, signed.signature) = (Some("k".into()), Some("s".into()));
    world.take_in(vec![signed], Way::File);
    assert_eq!(print(&world), one, "how it came does not matter");
    let (member, product) = (world.member(1), world.product(1));
    world.perform(RoomDeed::Recuse(member, product, "Người nhà".into())).expect("recuses");
    assert_ne!(print(&world), one);
    let letters: Vec<char> = one.chars().filter(|letter| *letter != '-').collect();
    assert_eq!(letters.len(), 8);
}

#[test]
fn a_sheet_reopened_on_its_device_names_what_it_replaces() {
    let mut world = World::nine(14, 1);
    let key = world.key(0, 0);
    let plan = world.sealed(0, 0);
    for (number, answer) in &plan.answers {
        world.edit(key, 0, SheetEdit::Answer(number.clone(), Some(*answer))).expect("offered");
    }
    world.edit(key, 0, SheetEdit::Lock).expect("whole");
    let first = world.ledger.sheet(key).and_then(SealedSheet::of).expect("locked");
    world.edit(key, 0, SheetEdit::Reopen("xem lại".into())).expect("reopens");
    assert_eq!(world.edit(key, 0, SheetEdit::NextRound(2)), Err(Refusal::NotLocked));
    world.edit(key, 0, SheetEdit::Opinion("khác".into())).expect("edits");
    world.edit(key, 0, SheetEdit::Lock).expect("whole");
    let second = world.ledger.sheet(key).and_then(SealedSheet::of).expect("locked");
    assert_eq!(second.replaces().collect::<Vec<_>>(), [first.digest()]);
    assert!(second.write().is_some_and(|value| value.get("key").is_none()));
}

#[test]
fn a_sheet_that_comes_again_with_another_signature_is_written_over_its_row() {
    for signatures in [["a", "b"], ["b", "a"]] {
        let mut world = World::nine(31, 1);
        let sheet = world.sealed(3, 0);
        let signed =
            |text: &str| SealedSheet { key: Some("k".to_owned()), signature: Some(text.to_owned()), ..sheet.clone() };
        world.take_in(vec![signed(signatures[0])], Way::Code);
        let intake = world.take_in(vec![signed(signatures[1])], Way::File);
        assert_eq!((intake.taken.len(), intake.known.len()), (0, 1));
        let kept = world.room.book(world.id).get(sheet.digest()).expect("a sheet");
        assert_eq!(kept.signature.as_deref(), Some("b"), "the same one in any order");
        // Taken back by mistake, it comes once more.
        let (id, device) = (world.id, world.device);
        let gone = [sheet.digest()];
        let change = world.act("office", |ledger, room, act| room.take_back(ledger, id, &gone, device, act));
        world.write(&change);
        assert_eq!(world.take_in(vec![sheet.clone()], Way::File).taken.len(), 1);
        let mut room = so_ocop::ledger::room::Room::default();
        let rows: std::collections::BTreeMap<String, _> =
            world.rows.iter().map(|row| (row.id.clone(), row.clone())).collect();
        assert!(room.absorb(rows.into_values().collect()).is_empty());
        assert_eq!(room, world.room);
    }
}
