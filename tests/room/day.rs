//! What comes next on the day of a session.

use so_ocop::domain::session::Role;
use so_ocop::ledger::SheetEdit;
use so_ocop::ledger::room::{Day, Next, RoomDeed, Way};

use crate::world::World;

fn day(world: &World) -> Day {
    Day::of(&world.ledger, &world.room, world.id)
}

#[test]
fn a_day_leads_from_the_pack_to_the_papers() {
    let mut world = World::new(61, &[Role::Chair, Role::Member, Role::Member, Role::Secretary], 2);
    assert_eq!((day(&world).next(), day(&world).of), (Next::HandOut, 6));
    world.perform(RoomDeed::Pack("KTH3-K33T".into())).expect("notes");
    assert_eq!(day(&world).next(), Next::Open);
    world.perform(RoomDeed::Open(None)).expect("opens");
    assert_eq!(day(&world).next(), Next::TakeIn);
    let (member, product) = (world.member(0), world.product(1));
    world.perform(RoomDeed::Recuse(member, product, "Là cổ đông".into())).expect("recuses");
    let sheets: Vec<_> = [(0, 0), (1, 0), (2, 0), (1, 1)].map(|(at, of)| world.sealed(at, of)).into();
    world.take_in(sheets, Way::File);
    assert_eq!((day(&world).next(), day(&world).have, day(&world).of), (Next::TakeIn, 4, 5));
    let last = world.sealed(2, 1);
    world.take_in(vec![last], Way::Code);
    assert_eq!(day(&world).next(), Next::Discuss);
    // A further round: its sheet is wanted.
    let key = world.key(1, 0);
    world.perform(RoomDeed::Round(key.product, vec![key.member], "Chênh quá mức".into())).expect("opens a round");
    assert_eq!((day(&world).next(), day(&world).have), (Next::TakeIn, 4));
    world.edit(key, 0, SheetEdit::NextRound(2)).expect("begins");
    world.edit(key, 0, SheetEdit::Lock).expect("locks");
    assert_eq!(day(&world).next(), Next::Discuss);
    world.perform(RoomDeed::Close).expect("closes");
    assert_eq!(day(&world).next(), Next::Papers);
    world.perform(RoomDeed::Open(Some("Bổ sung".into()))).expect("opens again");
    assert_eq!(day(&world).next(), Next::Discuss);
}

#[test]
fn what_does_not_count_yet_comes_first() {
    let mut world = World::nine(62, 1);
    world.perform(RoomDeed::Open(None)).expect("opens");
    let (first, second) = (world.sealed(3, 0), world.sealed(3, 0));
    assert_ne!(first.digest(), second.digest(), "two versions of one sheet");
    world.take_in(vec![first.clone()], Way::Code);
    assert_eq!(day(&world).next(), Next::TakeIn);
    world.take_in(vec![second.clone()], Way::Code);
    let now = day(&world);
    assert_eq!((now.next(), now.several), (Next::Choose, 1));
    let slot = so_ocop::domain::merge::SlotKey::of(&first);
    world.perform(RoomDeed::Choose(slot, second.digest(), "Bản sau".into())).expect("chooses");
    assert_eq!((day(&world).next(), day(&world).several), (Next::TakeIn, 0));
}
