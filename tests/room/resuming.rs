//! A spare device goes on where a dead one stopped.

use so_ocop::domain::merge::{SealedSheet, SlotKey, Standing};
use so_ocop::domain::worksheet::Worksheet;
use so_ocop::exchange::codes::{Checkpoint, texts};
use so_ocop::ledger::SheetEdit;
use so_ocop::ledger::room::{Resumed, Way, resume};

use crate::world::World;

fn checkpoint(world: &World, member: usize) -> Checkpoint {
    let products = world.session().products.len();
    let sheets = (0..products).filter_map(|at| world.ledger.sheet(world.key(member, at)).cloned());
    Checkpoint {
        kind: Checkpoint::KIND.to_owned(),
        session: world.id,
        member: world.member(member),
        device: world.device,
        made: world.now,
        sheets: sheets.collect(),
        unknown: Default::default(),
    }
}

fn taken(world: &mut World, of: &Checkpoint) -> Resumed {
    let (id, schemes, sheets) = (world.id, world.schemes.clone(), of.sheets.clone());
    let sets = |pin: &_| schemes.iter().find(|(own, _)| own == pin).map(|(_, scheme)| scheme);
    let (resumed, change) = world.act("spare", |ledger, _, act| resume(ledger, id, of.member, sheets, &sets, act));
    world.write(&change);
    resumed
}

/// Answers the first open criterion with its first option.
fn answer_one(world: &mut World, member: usize, product: usize) {
    let (key, scheme) = (world.key(member, product), world.scheme(product));
    let blank = Worksheet::new(key.session, key.member, key.product);
    let sheet = world.ledger.sheet(key).unwrap_or(&blank);
    let at = sheet.unanswered(&scheme)[0];
    let answer = so_ocop::domain::worksheet::Answer::of(&scheme.leaves[at].offers[0]);
    let edit = SheetEdit::Answer(scheme.leaves[at].number.clone(), Some(answer));
    world.edit(key, product, edit).expect("an answer");
}

#[test]
fn drafts_and_locked_sheets_go_over_and_later_ones_are_rivals() {
    // The member's own tablet: one sheet locked, one begun.
    let mut tablet = World::nine(90, 3);
    let scheme = tablet.scheme(0);
    for _ in 0..scheme.leaves.len() {
        if tablet.ledger.sheet(tablet.key(4, 0)).is_none_or(|sheet| !sheet.unanswered(&scheme).is_empty()) {
            answer_one(&mut tablet, 4, 0);
        }
    }
    let key = tablet.key(4, 0);
    tablet.edit(key, 0, SheetEdit::Lock).expect("locks");
    (0..5).for_each(|_| answer_one(&mut tablet, 4, 1));
    let kept = checkpoint(&tablet, 4);
    assert_eq!(kept.sheets.len(), 2);
    let file = Checkpoint::of_text(&kept.text()).expect("reads");
    assert_eq!(file, kept);
    assert_eq!(Checkpoint::of_bytes(&kept.message().bytes).expect("reads"), kept);
    assert!(texts(&kept.message()).is_some_and(|texts| texts.len() < 12));

    // The spare one opened the same pack.
    let mut spare = World::nine(90, 3);
    let resumed = taken(&mut spare, &file);
    assert_eq!((resumed.taken.len(), resumed.kept.len(), resumed.refused), (2, 0, 0));
    for at in 0..3 {
        assert_eq!(spare.ledger.sheet(spare.key(4, at)), tablet.ledger.sheet(tablet.key(4, at)));
    }
    assert_eq!(taken(&mut spare, &file), Resumed::default(), "again nothing happens");

    // Both lock the second sheet: the spare one in the hall, the old one after it was charged.
    for world in [&mut spare, &mut tablet] {
        let scheme = world.scheme(1);
        while world.ledger.sheet(world.key(4, 1)).is_some_and(|sheet| !sheet.unanswered(&scheme).is_empty()) {
            answer_one(world, 4, 1);
        }
        world.now.0 += 5_000;
    }
    tablet.now.0 += 60_000;
    let key = spare.key(4, 1);
    spare.edit(key, 1, SheetEdit::Lock).expect("locks");
    tablet.edit(key, 1, SheetEdit::Lock).expect("locks");
    let sealed =
        |world: &World, at| SealedSheet::of(world.ledger.sheet(world.key(4, at)).expect("there")).expect("locked");
    let mut secretary = World::nine(90, 3);
    let from_spare = vec![sealed(&spare, 0), sealed(&spare, 1)];
    assert_eq!(secretary.take_in(from_spare, Way::Code).taken.len(), 2);
    let from_old = vec![sealed(&tablet, 0), sealed(&tablet, 1)];
    let intake = secretary.take_in(from_old.clone(), Way::File);
    assert_eq!((intake.known.len(), intake.several.len()), (1, 1), "the first is the same sheet");
    let standing = secretary.room.book(secretary.id).standing(SlotKey::of(&from_old[1]));
    assert!(matches!(standing, Standing::Several(all) if all.len() == 2));
}

#[test]
fn what_was_begun_on_the_spare_device_stays_and_foreign_sheets_are_refused() {
    let mut tablet = World::nine(91, 2);
    answer_one(&mut tablet, 2, 0);
    answer_one(&mut tablet, 2, 1);
    let mut kept = checkpoint(&tablet, 2);
    let mut spare = World::nine(91, 2);
    answer_one(&mut spare, 2, 1);
    answer_one(&mut spare, 2, 1);
    let own = spare.ledger.sheet(spare.key(2, 1)).cloned();
    let mut foreign = kept.sheets[0].clone();
    foreign.member = tablet.member(3);
    let mut misfit = kept.sheets[0].clone();
    misfit.answers.insert("99.9".into(), so_ocop::domain::worksheet::Answer::NoneMet);
    kept.sheets.extend([foreign, misfit]);
    let resumed = taken(&mut spare, &kept);
    assert_eq!((resumed.taken.len(), resumed.kept.len(), resumed.refused), (1, 1, 2));
    assert_eq!(spare.ledger.sheet(spare.key(2, 1)).cloned(), own);
    assert_eq!(Checkpoint::of_text("{}").map(drop), Err(so_ocop::exchange::codes::PackFault::NotAPack));
}
