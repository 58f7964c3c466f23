//! A whole session at once.

use so_ocop::ledger::room::Way;

use crate::world::World;

#[test]
fn nine_members_and_twenty_five_products_come_in_one_go() {
    let mut world = World::nine(60, 25);
    let mut sheets = Vec::new();
    for product in 0..25 {
        sheets.extend((0..9).map(|member| world.sealed(member, product)).collect::<Vec<_>>());
    }
    world.chance.clone().shuffle(&mut sheets);
    let intake = world.take_in(sheets.clone(), Way::File);
    assert_eq!((intake.taken.len(), intake.several.len(), intake.refused.len()), (225, 0, 0));
    assert_eq!(world.ledger.sheets_of(world.id).count(), 225);
    let print = so_ocop::domain::merge::Fingerprint::of(world.id, &world.session(), world.room.book(world.id));
    // Sheet by sheet, in another order, twice.
    let mut other = World::nine(60, 25);
    world.chance.shuffle(&mut sheets);
    for sheet in sheets.iter().chain(&sheets) {
        other.take_in(vec![sheet.clone()], Way::Code);
    }
    let again = so_ocop::domain::merge::Fingerprint::of(other.id, &other.session(), other.room.book(other.id));
    assert_eq!((again, other.room.book(other.id).text()), (print, world.room.book(world.id).text()));
}
