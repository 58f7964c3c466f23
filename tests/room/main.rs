//! The council in the room: procedure, log, sheets of many devices.

#[path = "../shipped/mod.rs"]
mod shipped;

#[allow(dead_code)]
#[path = "../council/naive.rs"]
mod naive;

mod belongs;
mod chair;
mod codes;
mod day;
mod fixture;
mod large;
mod log;
mod merge;
mod orders;
mod paper;
mod procedure;
mod rehearsal;
mod resuming;
mod sealing;
mod signatures;
mod world;
