//! Start of the browser program.

fn main() {
    so_ocop::start();
}
