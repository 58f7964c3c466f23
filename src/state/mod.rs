//! The one reactive store: commands in, signals out.
//!
//! Holds the ledger, the criteria sets that are loaded, and the saver. Pages call its commands with plain ids and
//! read its signals; they never touch the store or the network themselves.

mod app;
mod arrivals;
mod books;
mod care;
mod desk;
mod device_facts;
mod dossiers;
mod errand;
mod files;
mod folder;
mod following;
mod latch;
mod leaving;
mod leaving_book;
mod library;
mod outbox;
mod own_drafts;
mod own_words;
mod paper_drafts;
mod papers;
mod pasting;
mod places;
mod plan_desk;
mod plan_files;
mod plans;
mod points;
mod records;
mod results;
mod room;
mod room_desk;
mod seeing;
mod session_forms;
mod sets;
mod sheets;
mod turn;
mod typing;
mod waiting;

pub mod saver;

pub use app::{App, Opening};
pub use arrivals::Arrivals;
pub use care::Care;
pub use desk::{Desk, Standing};
pub use dossiers::{FileFault, Side, Sides};
pub use errand::Errand;
pub use files::{Exporting, Read, Reading};
pub use folder::{Folder, FolderNow, Permission};
pub use latch::{Latch, Tried};
pub use leaving_book::Loss;
pub use library::{Library, ShelfMark, evidence_guide};
pub use outbox::{Handing, Outbox, Outgoing};
pub use own_drafts::{OwnDraft, own_drafts};
pub use own_words::OwnWords;
pub use paper_drafts::{PaperDraft, PaperDrafts};
pub use papers::{Making, offer_docx};
pub use places::Places;
pub use plan_desk::PlanDesk;
pub use plan_files::{legal_bases, plan_template, sample_plan};
pub use plans::Plans;
pub use records::Records;
pub use results::{Hearing, HearingRow};
pub use room::{Belonging, PackRefusal, Rooms};
pub use seeing::Seer;
pub use session_forms::SessionForms;
pub use sets::{LoadedSet, SetFault};
pub use sheets::{SheetFile, SheetFileNow};
pub use waiting::Unread;

pub use crate::exchange::{Audience, Changes, Choice, Counts, Difference, GroupPreview, Heading, Preview};
pub use crate::platform::files::Picked;
pub use crate::platform::persist::Persistence;
pub use crate::storage::care::Room;
pub use crate::storage::points::PointHead;
pub use crate::storage::{ImportHead, SaveStatus, Store, StoreError};
pub use crate::worker::Refused;
