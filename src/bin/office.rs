//! Start of the program of the office: registry, dossiers, what is due.

fn main() {
    so_ocop::start(so_ocop::pages::office_program);
}
