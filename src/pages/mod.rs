//! One module per route. A page joins state, text and ui; it has no rules of its own.

mod care;
mod data;
mod dossier;
mod due;
mod examine;
mod folder;
mod frame;
mod hearing;
mod home;
mod latch;
mod lift;
mod locked;
mod open_file;
mod other_rules;
mod outbox;
mod paper;
mod passphrase;
mod paths;
mod plan;
mod plan_follow;
mod points;
mod programs;
mod reader;
mod registry;
mod room;
mod scoring;
mod session;
mod session_form;
mod set_picker;
mod sheet_file;
mod try_out;
mod typed_results;
mod typed_table;
mod unread;
mod waiting;

pub use paths::{DossierPart, Form, Path, PlanPart};
pub use programs::{
    Program, council_program, follow_program, office_program, plan_program, room_program, sheet_program,
};
