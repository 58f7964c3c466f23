//! The program of the council in the room. Its addresses need no router.

use super::{Program, begin, without_router};
use crate::pages::frame::framed;
use crate::pages::{Path, open_file, room, waiting};
use crate::state::Rooms;
use crate::ui::Node;

/// The whole program.
pub fn room_program() -> Node {
    let app = begin();
    let rooms = Rooms::start(app);
    without_router(app, Program::Room, move |path| page_of(rooms, path))
}

fn page_of(rooms: Rooms, path: Option<Path>) -> Node {
    let main = match path {
        Some(Path::Council(session)) => room::council(rooms, session),
        Some(Path::HandOut(session)) => room::hand_out(rooms, session),
        Some(Path::Intake(session)) => room::intake(rooms, session),
        Some(Path::Chair(session)) => room::chair(rooms, session),
        Some(Path::HandIn(session, member)) => room::hand_in(rooms, session, member),
        Some(Path::PaperSheets(session)) => room::paper_sheets(rooms, session),
        Some(Path::PrintSlots(session, member)) => return room::slots(rooms, session, member),
        Some(Path::PrintSheet(session, member, product)) => return room::filled(rooms, session, member, product),
        Some(Path::OpenLocked) => {
            open_file::open_locked(rooms.app, move |file, passphrase| room::arrived(rooms.app, file, passphrase))
        }
        Some(Path::TakePack) => room::take_pack(rooms),
        _ => waiting::not_found(),
    };
    framed(rooms.app, main)
}
