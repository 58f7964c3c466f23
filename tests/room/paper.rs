//! Paper sheets: a second person checks what was typed before it counts.

use so_ocop::domain::merge::{SealedSheet, SheetBook, SlotKey, Standing};
use so_ocop::domain::worksheet::{Answer, Worksheet};
use so_ocop::exchange::codes::{slot_message, slot_of_bytes};
use so_ocop::ledger::room::{IntakeFault, TypingFault, Way};
use so_ocop::verify::verify;

use crate::log::file;
use crate::world::{Chance, World};

pub fn type_in(world: &mut World, sheet: &SealedSheet, typist: &str) -> Result<(), TypingFault> {
    let (id, device, schemes) = (world.id, world.device, world.schemes.clone());
    let of = |pin: &_| schemes.iter().find(|(own, _)| own == pin).map(|(_, scheme)| scheme);
    let before = world.room.clone();
    let done = world.act("office", |ledger, room, act| room.type_in(ledger, id, sheet, typist, &of, device, act));
    match done {
        Ok(change) => world.write(&change),
        Err(fault) => {
            assert!(world.room == before, "a refused act changes nothing");
            return Err(fault);
        }
    }
    Ok(())
}

pub fn check(world: &mut World, sheet: &SealedSheet, second: &Worksheet, checker: &str) -> Result<(), TypingFault> {
    let (id, device, digest) = (world.id, world.device, sheet.digest());
    let before = (world.ledger.clone(), world.room.clone());
    let done =
        world.act("office", |ledger, room, act| room.check_typed(ledger, id, digest, second, checker, device, act));
    match done {
        Ok(change) => world.write(&change),
        Err(fault) => {
            assert!((&world.ledger, &world.room) == (&before.0, &before.1), "a refused act changes nothing");
            return Err(fault);
        }
    }
    Ok(())
}

/// The same sheet as another person types it: the moment is another one.
pub fn again(sheet: &SealedSheet) -> Worksheet {
    let mut sheet = sheet.worksheet(Vec::new());
    sheet.locked_at = None;
    sheet
}

#[test]
fn a_typed_sheet_counts_once_a_second_person_has_typed_the_same() {
    let mut world = World::nine(70, 2);
    let sheet = world.sealed(3, 0);
    let (key, slot) = (world.key(3, 0), SlotKey::of(&sheet));
    assert_eq!(type_in(&mut world, &sheet, "  "), Err(TypingFault::NoName));
    type_in(&mut world, &sheet, "Nông Thị Hoa").expect("typed");
    assert_eq!(world.room.book(world.id).standing(slot), Standing::Nothing);
    assert!(world.room.book(world.id).slots().is_empty());
    assert_eq!(world.ledger.sheet(key), None);
    let waiting = world.room.waiting(world.id);
    assert_eq!((waiting.len(), waiting[0].typist.as_str()), (1, "Nông Thị Hoa"));

    let right = again(&sheet);
    assert_eq!(check(&mut world, &sheet, &right, "nông thị  hoa "), Err(TypingFault::SamePerson));
    assert_eq!(check(&mut world, &sheet, &right, ""), Err(TypingFault::NoName));
    let mut wrong = right.clone();
    let scheme = world.scheme(0);
    let (leaf, other) = scheme
        .leaves
        .iter()
        .find_map(|leaf| {
            let other = leaf.offers.iter().map(Answer::of).find(|own| Some(own) != right.answers.get(&leaf.number))?;
            Some((leaf.number.clone(), other))
        })
        .expect("a leaf with two options");
    wrong.answers.insert(leaf.clone(), other);
    assert_eq!(check(&mut world, &sheet, &wrong, "Lý Văn Nam"), Err(TypingFault::Differs(vec![leaf])));

    check(&mut world, &sheet, &right, "Lý Văn Nam").expect("checked");
    assert_eq!(world.room.book(world.id).standing(slot), Standing::One(sheet.digest()));
    assert!(world.ledger.sheet(key).is_some_and(Worksheet::is_locked));
    assert_eq!(check(&mut world, &sheet, &right, "Lý Văn Nam"), Err(TypingFault::NotThere));
    assert_eq!(verify(file(&world).into_bytes()).expect("reads").faults, Vec::<String>::new());
}

#[test]
fn an_unchecked_sheet_is_told_and_forged_checks_do_not_count() {
    let mut world = World::nine(71, 1);
    let sheet = world.sealed(2, 0);
    type_in(&mut world, &sheet, "Hoa").expect("typed");
    let report = verify(file(&world).into_bytes()).expect("reads");
    assert!(report.notes.iter().any(|note| note.contains("not checked by a second person")), "{:?}", report.notes);
    // The same person's check, written into the log by hand, with hashes that hold.
    let mut forged = World::nine(71, 1);
    let same = forged.sealed(2, 0);
    assert_eq!(same.digest(), sheet.digest());
    type_in(&mut forged, &same, "Hoa").expect("typed");
    check(&mut forged, &same, &again(&same), "Nam").expect("checked");
    let last = forged.room.log(forged.id).last().map(|entry| (*entry).clone()).expect("an entry");
    let mut entry = last.clone();
    entry.new["checker"] = "HOA".into();
    entry.hash = entry.computed_hash();
    let row =
        forged.rows.iter_mut().find(|row| row.body.get("hash") == Some(&last.hash.clone().into())).expect("a row");
    row.body = so_ocop::codec::Field::write(&entry).expect("an object");
    let report = verify(file(&forged).into_bytes()).expect("reads");
    assert!(report.faults.iter().any(|fault| fault.contains("by one person")), "{:?}", report.faults);
    assert!(report.faults.iter().any(|fault| fault.contains("without a second person")), "{:?}", report.faults);
}

#[test]
fn the_members_own_data_stands_before_what_was_typed() {
    let mut world = World::nine(72, 1);
    let (typed, own) = (world.sealed(1, 0), world.sealed(1, 0));
    type_in(&mut world, &typed, "Hoa").expect("typed");
    let intake = world.take_in(vec![own.clone()], Way::Code);
    assert_eq!((intake.taken.len(), intake.several.len()), (1, 0));
    let slot = SlotKey::of(&own);
    assert_eq!(world.room.book(world.id).standing(slot), Standing::One(own.digest()));
    // Once it is checked there are two sheets of one member, and a person decides.
    check(&mut world, &typed, &again(&typed), "Nam").expect("checked");
    assert!(matches!(world.room.book(world.id).standing(slot), Standing::Several(all) if all.len() == 2));
    // A typed sheet that also comes as data needs no check.
    let mut other = World::nine(73, 1);
    let sheet = other.sealed(0, 0);
    type_in(&mut other, &sheet, "Hoa").expect("typed");
    assert_eq!(other.take_in(vec![sheet.clone()], Way::Code).taken, [sheet.digest()]);
    assert_eq!(other.room.book(other.id).standing(SlotKey::of(&sheet)), Standing::One(sheet.digest()));
    assert!(other.room.waiting(other.id).is_empty());
}

#[test]
fn what_is_typed_has_to_be_a_whole_sheet_of_the_session() {
    let mut world = World::nine(74, 1);
    let mut sheet = world.sealed(0, 0);
    let number = world.scheme(0).leaves[0].number.clone();
    sheet.answers.remove(&number);
    let open = sheet.worksheet(Vec::new()).unanswered(&world.scheme(0)).len();
    assert_eq!(type_in(&mut world, &sheet, "Hoa"), Err(TypingFault::Sheet(IntakeFault::Unanswered(open))));
}

#[test]
fn checks_join_in_any_order() {
    let mut world = World::nine(75, 1);
    let sheets: Vec<SealedSheet> = (0..6).map(|at| world.sealed(at, 0)).collect();
    let apply = |book: &mut SheetBook, piece: usize| {
        let sheet = &sheets[piece / 3];
        match piece % 3 {
            0 => drop(book.add(sheet.clone())),
            1 => book.note_typed(sheet.digest()),
            _ if (piece / 3).is_multiple_of(2) => book.vouch(sheet.digest()),
            _ => (),
        }
    };
    let mut whole = SheetBook::default();
    (0..18).for_each(|piece| apply(&mut whole, piece));
    assert_eq!(whole.slots().len(), 3);
    let mut chance = Chance(9);
    for _ in 0..1000 {
        let mut order: Vec<usize> = (0..18).collect();
        chance.shuffle(&mut order);
        let mut books = vec![SheetBook::default(); 3];
        for piece in order {
            apply(&mut books[chance.below(3)], piece);
        }
        let (first, rest) = books.split_first_mut().expect("three");
        rest.iter().for_each(|other| first.join(other));
        assert!(first.text() == whole.text() && first.slots() == whole.slots());
    }
}

#[test]
fn the_code_on_a_paper_sheet_leads_back_to_its_slot() {
    let world = World::nine(76, 2);
    for at in 0..9 {
        let slot = SlotKey {
            session: world.id,
            member: world.member(at),
            product: world.product(at % 2),
            round: 1 + at as u16,
        };
        let message = slot_message(slot);
        assert_eq!(slot_of_bytes(&message.bytes), Some(slot));
        assert_eq!(so_ocop::exchange::codes::texts(&message).map(|texts| texts.len()), Some(1));
        for cut in 0..message.bytes.len() {
            assert_eq!(slot_of_bytes(&message.bytes[..cut]), None);
        }
    }
}
