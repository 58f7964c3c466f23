//! Start of the program of the council in the room: procedure, packs, taking sheets in, the chair's board.

fn main() {
    so_ocop::start(so_ocop::pages::room_program);
}
