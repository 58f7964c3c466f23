//! Start of the second browser program.

fn main() {
    so_ocop::worker::start();
}
