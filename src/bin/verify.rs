//! `so-ocop-verify FILE.json`.
fn main() {}
