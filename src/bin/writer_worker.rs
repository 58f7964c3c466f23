//! Start of the program that writes the files of other programs.

fn main() {
    so_ocop::worker::start_writer();
}
