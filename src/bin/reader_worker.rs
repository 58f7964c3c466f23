//! Start of the program that reads the files of other programs.

fn main() {
    so_ocop::worker::start_reader();
}
