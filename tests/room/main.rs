//! The council in the room: procedure, log, sheets of many devices.

#[path = "../shipped/mod.rs"]
mod shipped;

mod chair;
mod codes;
mod fixture;
mod large;
mod log;
mod merge;
mod procedure;
mod signatures;
mod world;
