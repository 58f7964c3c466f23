//! A signed sheet that was changed by a single byte is found.

use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use so_ocop::codec::{Field, Place, Value, of_base64, to_base64};
use so_ocop::domain::merge::SealedSheet;
use so_ocop::ledger::room::{IntakeFault, RoomDeed, Way};
use so_ocop::verify::{signature_holds, verify};

use crate::log::file;
use crate::world::World;

/// The sheet with the signature of a device with this secret.
pub fn signed(mut sheet: SealedSheet, secret: u8) -> SealedSheet {
    let key = SigningKey::from_slice(&[secret; 32]).expect("a key");
    let signature: Signature = key.sign(&sheet.digest().0);
    sheet.key = Some(to_base64(key.verifying_key().to_sec1_point(false).as_bytes()));
    sheet.signature = Some(to_base64(&signature.to_bytes()));
    sheet
}

#[test]
fn every_changed_byte_is_found() {
    let mut world = World::nine(50, 1);
    let mut sheet = world.sealed(0, 0);
    sheet.opinion = "Đạt".to_owned();
    let sheet = signed(sheet, 7);
    assert_eq!(signature_holds(&sheet), Some(true));
    assert_eq!(signature_holds(&world.sealed(1, 0)), None);
    let text = sheet.write().expect("an object").to_string();
    let (mut read, mut same) = (0, 0);
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let Ok(value) = serde_json::from_slice::<Value>(&bytes) else { continue };
            let Ok(changed) = SealedSheet::read(value, &Place::default()) else { continue };
            // A letter of an id in upper case is the same id, and base64 does not tell all bits apart.
            if changed.digest() == sheet.digest() && changed.key == sheet.key && changed.signature == sheet.signature {
                same += 1;
                continue;
            }
            let bytes = |text: &Option<String>| text.as_deref().and_then(of_base64);
            if changed.digest() == sheet.digest()
                && (bytes(&changed.key), bytes(&changed.signature)) == (bytes(&sheet.key), bytes(&sheet.signature))
            {
                continue;
            }
            assert_ne!(signature_holds(&changed), Some(true), "byte {at}, bit {bit}");
            read += 1;
        }
    }
    assert!(read > 1000 && same < 200, "{read} {same}");
}

#[test]
fn a_paired_member_s_sheet_needs_the_paired_device() {
    let mut world = World::nine(51, 1);
    let good = signed(world.sealed(2, 0), 9);
    let (member, device, key) = (world.member(2), world.device, good.key.clone().expect("a key"));
    world.perform(RoomDeed::Pair(member, device, key)).expect("pairs");
    let stranger = signed(world.sealed(2, 0), 10);
    let bare = SealedSheet { key: None, signature: None, ..good.clone() };
    let refused = world.take_in(vec![stranger, bare.clone()], Way::Code).refused;
    assert!(refused.len() == 2 && refused.iter().all(|(_, fault)| *fault == IntakeFault::Signature));
    assert_eq!(world.take_in(vec![good], Way::Code).taken.len(), 1);
    // A sheet typed from paper has no device.
    let paper = SealedSheet { opinion: "từ giấy".to_owned(), ..bare };
    assert_eq!(world.take_in(vec![paper], Way::Paper).several.len(), 1);
}

#[test]
fn the_auditor_names_a_signature_that_does_not_hold() {
    let mut world = World::nine(52, 1);
    let good = signed(world.sealed(0, 0), 3);
    let mut forged = signed(world.sealed(1, 0), 4);
    forged.signature = good.signature.clone();
    world.take_in(vec![good, forged.clone()], Way::File);
    let report = verify(file(&world).into_bytes()).expect("reads");
    assert_eq!(report.faults.len(), 1, "{:?}", report.faults);
    assert!(report.faults[0].contains("signature") && report.faults[0].contains(&forged.member.to_string()));
}
