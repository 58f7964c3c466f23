//! Start of the program with the scoring sheet alone.

fn main() {
    so_ocop::start(so_ocop::pages::sheet_program);
}
