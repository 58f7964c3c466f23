//! The idea (ý tưởng sản phẩm) and its business plan: steps 2 to 4 of the yearly cycle.

use super::step::step;
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::registry::RegisteredId;
use crate::{code, record};

/// Marks ids of ideas.
pub enum IdeaKind {}
/// The identity of an idea.
pub type IdeaId = Id<IdeaKind>;

record! {
    /// An idea for a product with its business plan (490/QĐ-TTg, 919/QĐ-TTg; practice of the programme, not a condition
    /// of 26/2026/QĐ-TTg). Where it stands is said by its last step alone.
    pub struct Idea {
        /// The product it is about; its producer is the product's.
        pub product: RegisteredId,
        /// New or existing product (biểu 01 or biểu 02).
        pub kind: IdeaType,
        /// The year of the programme in which it was registered.
        pub year: i32,
        /// Description of the idea.
        pub description: String,
        /// The business plan (phương án, dự án sản xuất kinh doanh; biểu 03).
        pub plan: String,
        /// The organisation behind it (giới thiệu bộ máy tổ chức; biểu 04).
        pub organisation: String,
        /// Support received while developing.
        pub supports: Vec<Support>,
        /// What happened, oldest first.
        pub steps: Vec<IdeaStep>,
    }
}

code! {
    /// What the idea is about.
    pub enum IdeaType {
        /// Sản phẩm mới.
        New = "new",
        /// Sản phẩm đã có.
        Existing = "existing",
    }
}

record! {
    /// Support for carrying out the plan.
    pub struct Support {
        /// The day.
        pub on: Date,
        /// What was done: training, tests, packaging, brand, traceability …
        pub activity: String,
        /// Amount in đồng, if any.
        pub amount: Option<i64>,
        /// Activity or budget line of the yearly plan that it belongs to.
        pub plan_line: Option<String>,
        /// Remarks.
        pub note: String,
    }
}

code! {
    /// Where an idea stands.
    pub enum IdeaState {
        /// Đã đăng ký ý tưởng.
        Registered = "idea_registered",
        /// Trả lại để hoàn thiện.
        Returned = "idea_returned",
        /// Được chọn.
        Selected = "idea_selected",
        /// Đã nộp phương án sản xuất kinh doanh.
        PlanSubmitted = "plan_submitted",
        /// Đang triển khai phương án.
        Developing = "developing",
        /// Sản phẩm sẵn sàng, chuyển sang lập hồ sơ.
        Ready = "ready",
        /// Đã dừng.
        Stopped = "stopped",
    }
}

code! {
    /// What can happen to an idea.
    pub enum IdeaEvent {
        /// It is registered with the commune.
        Register = "register",
        /// It is accepted.
        Accept = "accept",
        /// It is sent back, with a reason.
        Return = "return",
        /// The producer hands it in again, revised.
        Revise = "revise",
        /// The business plan is handed in.
        SubmitPlan = "submit_plan",
        /// The plan is accepted.
        AcceptPlan = "accept_plan",
        /// The plan is sent back, with a reason.
        ReturnPlan = "return_plan",
        /// Support is recorded.
        Support = "support",
        /// The product is ready for a dossier.
        Ready = "ready",
        /// Its dossier led to no recognition: back to developing.
        Resume = "resume",
        /// It ends, with a reason.
        Stop = "stop",
    }
}

step! {
    /// One step of an idea.
    IdeaStep: IdeaEvent, IdeaState
}

impl Idea {
    /// An idea of which nothing but the product is known, without any step.
    pub fn blank(product: RegisteredId, kind: IdeaType, year: i32) -> Idea {
        Idea {
            product,
            kind,
            year,
            description: String::new(),
            plan: String::new(),
            organisation: String::new(),
            supports: Vec::new(),
            steps: Vec::new(),
            unknown: Default::default(),
        }
    }

    /// Where it stands; `None` before its first step.
    pub fn state(&self) -> Option<IdeaState> {
        self.steps.last().map(|step| step.to)
    }
}
