//! Start of the program of what follows a plan: progress, the next years, comparison, the communes' sum.

fn main() {
    so_ocop::start(so_ocop::pages::follow_program);
}
