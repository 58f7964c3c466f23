//! Start of the council's program.

fn main() {
    so_ocop::start(so_ocop::pages::council_program);
}
