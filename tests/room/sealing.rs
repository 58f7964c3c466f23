//! Committing first, showing later.

use so_ocop::domain::merge::{Commitment, SealedSheet, SlotKey};
use so_ocop::exchange::codes::{CommitmentFile, commitment_message, commitment_of_bytes};
use so_ocop::ledger::room::{IntakeFault, RoomDeed, RoomRefusal, Way};
use so_ocop::verify::verify;

use crate::log::file;
use crate::world::World;

fn nonce(world: &mut World, sheet: SealedSheet) -> SealedSheet {
    let mut bytes = [0; 16];
    bytes[..10].copy_from_slice(&world.chance.ten());
    sheet.with_nonce(bytes)
}

fn commit(world: &mut World, sheet: &SealedSheet) -> Result<(), RoomRefusal> {
    let own = Commitment::of(sheet).expect("a chance number");
    world.perform(RoomDeed::Commit(SlotKey::of(sheet), Some(own.commitment))).map(drop)
}

#[test]
fn sheets_come_when_everybody_has_committed_and_only_those() {
    let mut world = World::nine(80, 1);
    world.perform(RoomDeed::Sealing(true)).expect("is set");
    assert_eq!(world.perform(RoomDeed::Sealing(true)).map(drop), Err(RoomRefusal::Already));
    let sheets: Vec<SealedSheet> = (0..9).map(|at| world.sealed(at, 0)).collect();
    let sheets: Vec<SealedSheet> = sheets.into_iter().map(|sheet| nonce(&mut world, sheet)).collect();
    for sheet in &sheets[..7] {
        commit(&mut world, sheet).expect("commits");
    }
    assert_eq!(commit(&mut world, &sheets[0]), Err(RoomRefusal::Already));
    let intake = world.take_in(vec![sheets[0].clone()], Way::Code);
    assert_eq!(intake.refused[0].1, IntakeFault::Uncommitted(2));
    commit(&mut world, &sheets[7]).expect("commits");
    // The ninth member scores on paper: the sheet lies in a closed envelope.
    world.perform(RoomDeed::Commit(SlotKey::of(&sheets[8]), None)).expect("commits");
    // One member has changed the sheet meanwhile, one has lost the chance number.
    let mut changed = sheets[1].clone();
    changed.opinion = "đổi ý".to_owned();
    let bare = SealedSheet { nonce: None, ..sheets[2].clone() };
    let intake = world.take_in(vec![changed, bare], Way::File);
    let faults: Vec<&IntakeFault> = intake.refused.iter().map(|(_, fault)| fault).collect();
    assert_eq!(faults, [&IntakeFault::NotCommitted, &IntakeFault::NotCommitted]);
    // A paper sheet cannot take the place of a tablet's, nor a tablet's that of an envelope.
    assert_eq!(world.take_in(vec![sheets[3].clone()], Way::Paper).refused[0].1, IntakeFault::NotCommitted);
    assert_eq!(world.take_in(vec![sheets[8].clone()], Way::Code).refused[0].1, IntakeFault::NotCommitted);

    assert_eq!(world.take_in(sheets[..8].to_vec(), Way::File).taken.len(), 8);
    assert_eq!(world.take_in(vec![sheets[8].clone()], Way::Paper).taken.len(), 1);
    // Whoever has seen a sheet commits no more; and the way sheets come stays as it is.
    let late = world.sealed(4, 0);
    let late = nonce(&mut world, late);
    assert_eq!(commit(&mut world, &late), Err(RoomRefusal::TooLate));
    assert_eq!(world.perform(RoomDeed::Sealing(false)).map(drop), Err(RoomRefusal::HasSheets));
    let text = file(&world);
    assert_eq!(verify(text.clone().into_bytes()).expect("reads").faults, Vec::<String>::new());
    // The auditor sees what was put in the place of a sheet that was committed to.
    let other = sheets[5].nonce.clone().expect("one");
    let mut forged = World::nine(80, 1);
    (forged.rows, forged.journal) = (world.rows.clone(), world.journal.clone());
    for row in forged.rows.iter_mut().filter(|row| row.body.get("nonce") == Some(&other.clone().into())) {
        row.body["nonce"] = "AAAAAAAAAAAAAAAAAAAAAA==".into();
    }
    let faults = verify(file(&forged).into_bytes()).expect("reads").faults;
    assert!(faults.iter().any(|fault| fault.contains("committed to")), "{faults:?}");
}

#[test]
fn a_second_round_is_committed_to_again_by_those_who_are_asked() {
    let mut world = World::nine(81, 1);
    world.perform(RoomDeed::Sealing(true)).expect("is set");
    world.perform(RoomDeed::Open(None)).expect("opens");
    let recused = world.member(8);
    let product = world.product(0);
    world.perform(RoomDeed::Recuse(recused, product, "Người nhà".into())).expect("recuses");
    let mut sheets = Vec::new();
    for at in 0..8 {
        let sheet = world.sealed(at, 0);
        sheets.push(nonce(&mut world, sheet));
    }
    for sheet in &sheets {
        commit(&mut world, sheet).expect("commits");
    }
    assert_eq!(world.take_in(sheets.clone(), Way::File).taken.len(), 8, "a recused member is not waited for");
    let asked = vec![world.member(2), world.member(5)];
    world.perform(RoomDeed::Round(product, asked, "Chênh lệch".into())).expect("opens");
    let mut again = Vec::new();
    for at in [2, 5] {
        let mut sheet = world.sealed(at, 0);
        sheet.round = 2;
        again.push(nonce(&mut world, sheet));
    }
    commit(&mut world, &again[0]).expect("commits");
    assert_eq!(world.take_in(vec![again[0].clone()], Way::Code).refused[0].1, IntakeFault::Uncommitted(1));
    commit(&mut world, &again[1]).expect("commits");
    assert_eq!(world.take_in(again, Way::Code).taken.len(), 2);
}

#[test]
fn commitments_travel_and_say_nothing_of_the_sheet() {
    let mut world = World::nine(82, 1);
    let sheet = world.sealed(0, 0);
    let (one, other) = (nonce(&mut world, sheet.clone()), nonce(&mut world, sheet.clone()));
    assert_eq!(Commitment::of(&sheet), None);
    let (one, other) = (Commitment::of(&one).expect("one"), Commitment::of(&other).expect("another"));
    assert_ne!(one.commitment, other.commitment, "the same sheet, two chance numbers");
    assert_eq!(commitment_of_bytes(&commitment_message(&one).bytes), Some(one.clone()));
    let text = CommitmentFile::text_of(vec![one.clone(), other.clone()]);
    assert_eq!(CommitmentFile::of_text(&text).expect("reads").commitments, [one, other]);
}
