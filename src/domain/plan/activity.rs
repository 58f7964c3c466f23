//! What a plan has people do.

use super::TimeSpec;
use crate::domain::date::Date;
use crate::{code, record};

record! {
    /// An activity, in a tree of at most four levels; one with others below it may have no time.
    pub struct Activity {
        /// Its key in the plan.
        pub key: String,
        /// Key of the activity it is a part of.
        pub parent: Option<String>,
        /// Title.
        pub title: String,
        /// What is done.
        pub content: String,
        /// When.
        pub time: Option<TimeSpec>,
        /// Who, in their roles.
        pub doers: Vec<Doer>,
        /// Who, as printed; empty: written from the doers.
        pub units_printed: String,
        /// Who takes part (thành phần).
        pub participants: String,
        /// What comes out of it.
        pub result: String,
        /// Key of the document that comes out of it.
        pub output: Option<String>,
        /// Keys of the budget lines that pay for it.
        pub budget_lines: Vec<String>,
        /// Step of the yearly cycle, 1 to 6.
        pub step: Option<u8>,
        /// Where it stands.
        pub state: Option<ActivityState>,
        /// When it was done.
        pub done_on: Option<Date>,
        /// Notes on its progress, oldest first.
        pub progress: Vec<Progress>,
    }
}

record! {
    /// A unit in an activity.
    pub struct Doer {
        /// Key of the unit.
        pub unit: String,
        /// What it does there.
        pub role: DoerRole,
    }
}

code! {
    /// What a unit does in an activity.
    pub enum DoerRole {
        /// Chủ trì, thực hiện.
        Lead = "lead",
        /// Phối hợp.
        Cooperate = "cooperate",
        /// Hỗ trợ.
        Support = "support",
        /// Tham mưu.
        Advise = "advise",
        /// Hướng dẫn.
        Guide = "guide",
        /// Asked by another body (`Đề nghị`).
        Asked = "asked",
    }
}

code! {
    /// Where an activity stands. Absent or late is computed from its time.
    pub enum ActivityState {
        /// Đang thực hiện.
        Running = "running",
        /// Xong.
        Done = "done",
        /// Hủy.
        Cancelled = "cancelled",
    }
}

record! {
    /// A note on the progress of an activity.
    pub struct Progress {
        /// Of which day.
        pub on: Date,
        /// What.
        pub note: String,
    }
}

impl Activity {
    /// An activity of which only key and title are known.
    pub fn titled(key: &str, title: &str) -> Activity {
        Activity {
            key: key.to_owned(),
            parent: None,
            title: title.to_owned(),
            content: String::new(),
            time: None,
            doers: Vec::new(),
            units_printed: String::new(),
            participants: String::new(),
            result: String::new(),
            output: None,
            budget_lines: Vec::new(),
            step: None,
            state: None,
            done_on: None,
            progress: Vec::new(),
            unknown: Default::default(),
        }
    }

    /// Whether some unit carries it out.
    pub fn has_lead(&self) -> bool {
        self.doers.iter().any(|doer| doer.role == DoerRole::Lead)
    }
}
