//! Start of the program of the plans.

fn main() {
    so_ocop::start(so_ocop::pages::plan_program);
}
