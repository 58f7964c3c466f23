//! Which page of the room takes a file.

use so_ocop::domain::session::Role;
use so_ocop::exchange::codes::{Belongs, Checkpoint, CommitmentFile, SessionPack, SheetFile};

use crate::world::World;

#[test]
fn a_file_of_the_room_is_known_by_its_content() {
    let mut world = World::new(71, &[Role::Chair, Role::Member], 2);
    let sheet = world.sealed(1, 0);
    assert_eq!(Belongs::of_text(&SheetFile::text_of(vec![sheet])), Some(Belongs::Intake(world.id)));
    let pack = SessionPack::of(world.id, &world.session(), Vec::new(), world.now);
    assert_eq!(Belongs::of_text(&pack.text()), Some(Belongs::Pack));
    let member = world.member(1);
    let state = Checkpoint {
        kind: Checkpoint::KIND.to_owned(),
        session: world.id,
        member,
        device: world.device,
        made: world.now,
        sheets: Vec::new(),
        unknown: Default::default(),
    };
    assert_eq!(Belongs::of_text(&state.text()), Some(Belongs::State(world.id, member)));
    // Nothing in it says whose it is.
    assert_eq!(Belongs::of_text(&SheetFile::text_of(Vec::new())), None);
    assert_eq!(Belongs::of_text(&CommitmentFile::text_of(Vec::new())), None);
    for text in ["", "{}", "{\"kind\":\"so-ocop/sheets\"}", "{\"kind\":\"so-ocop/export\"}", "Nhận phiếu"] {
        assert_eq!(Belongs::of_text(text), None, "{text}");
    }
}
