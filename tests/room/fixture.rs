//! A real session export with log and signatures still opens, and still says the same. It is never written again.

use so_ocop::domain::merge::SlotKey;
use so_ocop::domain::procedure::SittingForm;
use so_ocop::ledger::room::{RoomDeed, Way};
use so_ocop::verify::verify;

use crate::log::file;
use crate::signatures::signed;
use crate::world::World;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/session-v4.json");

/// Nine members, two products; paired devices, signed sheets by file and code, a recusal, a second round, two versions of one
/// sheet with a choice, a sheet from paper.
fn session() -> World {
    let mut world = World::nine(2026, 2);
    world
        .perform(RoomDeed::Council {
            decision: "512/QĐ-UBND".into(),
            decided_on: so_ocop::domain::date::Date::new(2026, 6, 1),
            term: "2026–2030".into(),
            bylaws: None,
            form: SittingForm::Meeting,
            advisers: Vec::new(),
        })
        .expect("enters");
    for at in 0..8 {
        let sheet = signed(world.sealed(at, 0), 20 + at as u8);
        let (member, device) = (world.member(at), world.device);
        world.perform(RoomDeed::Pair(member, device, sheet.key.expect("a key"))).expect("pairs");
    }
    world.perform(RoomDeed::Open(None)).expect("opens");
    let (recused, product) = (world.member(3), world.product(1));
    world.perform(RoomDeed::Recuse(recused, product, "Là thành viên hợp tác xã".into())).expect("recuses");
    for (product, way) in [(0, Way::File), (1, Way::Code)] {
        let mut sheets = Vec::new();
        for at in 0..8 {
            if (at, product) != (3, 1) {
                let mut sheet = world.sealed(at, product);
                sheet.opinion = "Đề nghị làm rõ nguồn nguyên liệu".to_owned();
                sheets.push(signed(sheet, 20 + at as u8));
            }
        }
        world.take_in(sheets, way);
        let paper = world.sealed(8, product);
        world.take_in(vec![paper], Way::Paper);
    }
    let twice = signed(world.sealed(5, 0), 25);
    world.take_in(vec![twice.clone()], Way::Code);
    let (slot, chosen) = (SlotKey::of(&twice), twice.digest());
    world.perform(RoomDeed::Choose(slot, chosen, "Máy thứ nhất hết pin giữa chừng".into())).expect("chooses");
    let (asked, product) = (vec![world.member(2)], world.product(0));
    world.perform(RoomDeed::Round(product, asked, "Chênh lệch vượt 10 điểm".into())).expect("opens a round");
    let mut again = world.sealed(2, 0);
    again.round = 2;
    world.take_in(vec![signed(again, 22)], Way::Code);
    world.perform(RoomDeed::Close).expect("closes");
    world
}

#[test]
fn a_session_of_format_4_still_holds() {
    if std::env::var_os("MAKE_FIXTURE").is_some() && !std::path::Path::new(PATH).exists() {
        std::fs::write(PATH, file(&session())).expect("writes");
    }
    let text = std::fs::read_to_string(PATH).expect("the fixture");
    let report = verify(text.clone().into_bytes()).expect("reads");
    assert_eq!(report.faults, Vec::<String>::new());
    let value: serde_json::Value = serde_json::from_str(&text).expect("json");
    let count = |list: &str| value["content"][list].as_array().map_or(0, Vec::len);
    assert_eq!((&value["format"], count("sealed_sheets"), count("worksheets")), (&4.into(), 19, 17));
    assert!(count("log") > 30);
    let lines: Vec<serde_json::Value> =
        report.lines.iter().map(|line| serde_json::from_str(line).expect("json")).collect();
    assert_eq!((&lines[0]["sheets"], &lines[0]["round"]), (&9.into(), &2.into()));
    assert_eq!((&lines[1]["sheets"], lines[1]["recused"].as_array().map(Vec::len)), (&8.into(), Some(1)));
    // A byte anywhere in the content is noticed.
    for at in (text.find("\"content\"").expect("there") + 12..text.len()).step_by(text.len() / 10) {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        assert!(verify(bytes).map_or(true, |report| !report.faults.is_empty()), "byte {at}");
    }
}
