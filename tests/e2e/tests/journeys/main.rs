//! The journeys of people through the built site, in real browsers: one program for all, so that it is linked once and two run
//! at any time.

mod access;
mod care;
mod dossier;
mod engines;
mod files;
mod hostile;
mod laws;
mod lists;
mod main_job;
mod own_sets;
mod papers;
mod plan_dragging;
mod plan_follow;
mod plans;
mod printing;
mod proof;
mod registry;
mod restore;
mod room;
mod room_files;
mod rule_book;
mod saving;
mod self_check;
mod sheets;
mod shell;
mod table;
mod table_page;
mod unread;
