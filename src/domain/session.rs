//! The evaluation session (phiên đánh giá): a council, the products before it, and its rules.

use std::ops::RangeInclusive;

use super::criteria::SetPin;
use super::date::Date;
use super::id::Id;
use crate::{code, record};

/// Marks ids of sessions.
pub enum SessionKind {}
/// Marks ids of council members.
pub enum MemberKind {}
/// Marks ids of products.
pub enum ProductKind {}
/// The identity of a session.
pub type SessionId = Id<SessionKind>;
/// The identity of a member within all sessions.
pub type MemberId = Id<MemberKind>;
/// The identity of a product before a council.
pub type ProductId = Id<ProductKind>;

record! {
    /// A session of a council. What was evaluated stands in it as it was on the day: later changes elsewhere do not
    /// change it.
    pub struct Session {
        /// What people call it.
        pub name: String,
        /// The council's name.
        pub council: String,
        /// Official, practice or self-check.
        pub purpose: Purpose,
        /// The level of the council.
        pub level: Level,
        /// The day of evaluation; the decision follows it.
        pub date: Date,
        /// Folder of the decision used (see `domain::regime`).
        pub decision: String,
        /// The members, in the order of the list.
        pub members: Vec<Member>,
        /// The products, in the order of the agenda.
        pub products: Vec<SessionProduct>,
        /// The council's own rules.
        pub rules: CouncilRules,
    }
}

code! {
    /// What a session is for.
    pub enum Purpose {
        /// A council's real evaluation.
        Official = "official",
        /// Practice: never a result.
        Practice = "practice",
        /// A producer's own check.
        SelfCheck = "self_check",
    }
}

code! {
    /// The level of a council.
    pub enum Level {
        /// Provincial council (cấp tỉnh): recognises 3 and 4 stars, proposes 5 to the centre.
        Province = "province",
        /// Central council (cấp trung ương): 5 stars.
        Central = "central",
        /// District council (cấp huyện), until 30/6/2025 only.
        District = "district",
    }
}

record! {
    /// A member of the council.
    pub struct Member {
        /// Identity.
        pub id: MemberId,
        /// Full name.
        pub name: String,
        /// Post and body.
        pub post: String,
        /// Role in the council.
        pub role: Role,
    }
}

code! {
    /// The role of a person in a council.
    pub enum Role {
        /// Chủ tịch hội đồng.
        Chair = "chair",
        /// Phó chủ tịch hội đồng.
        ViceChair = "vice_chair",
        /// Ủy viên.
        Member = "member",
        /// Thư ký: keeps the papers, does not score.
        Secretary = "secretary",
        /// Khách mời: does not score.
        Invited = "invited",
    }
}

impl Role {
    /// Whether the person fills in worksheets that count.
    pub fn scores(self) -> bool {
        matches!(self, Role::Chair | Role::ViceChair | Role::Member)
    }
}

record! {
    /// A product before the council.
    pub struct SessionProduct {
        /// Identity.
        pub id: ProductId,
        /// Name of the product.
        pub name: String,
        /// Producer (chủ thể).
        pub producer: String,
        /// Commune, as printed in the dossier.
        pub commune: String,
        /// Product code (mã số sản phẩm), as printed.
        pub code: String,
        /// Telephone of the producer, printed on the sheet.
        pub phone: String,
        /// The criteria set it is rated with, pinned by content.
        pub set: SetPin,
    }
}

record! {
    /// What the decision leaves to the council's own rules (quy chế).
    pub struct CouncilRules {
        /// Two members' totals may differ by at most this many points (default 10, provincial practice).
        pub gap_limit: i32,
        /// Whether 5 stars also need the marks of 4 and 3 stars, and so on (default yes; not written in the decision).
        pub minima_cumulative: bool,
    }
}

impl Default for CouncilRules {
    fn default() -> Self {
        CouncilRules { gap_limit: 10, minima_cumulative: true, unknown: Default::default() }
    }
}

impl Session {
    /// A producer's own check of one product with one set: one member, no council.
    pub fn self_check(date: Date, set: SetPin, member: MemberId, product: ProductId) -> Session {
        let member = Member {
            id: member,
            name: String::new(),
            post: String::new(),
            role: Role::Member,
            unknown: Default::default(),
        };
        let product = SessionProduct {
            id: product,
            name: set.name.clone(),
            producer: String::new(),
            commune: String::new(),
            code: String::new(),
            phone: String::new(),
            set: set.clone(),
            unknown: Default::default(),
        };
        Session {
            name: set.name.clone(),
            council: String::new(),
            purpose: Purpose::SelfCheck,
            level: Level::Province,
            date,
            decision: set.decision,
            members: vec![member],
            products: vec![product],
            rules: CouncilRules::default(),
            unknown: Default::default(),
        }
    }

    /// The stars that this council's level recognises; more goes up, fewer (from 3) go back down. 1048/QĐ-TTg sends
    /// everything of a district up; 148/QĐ-TTg lets it recognise 3 stars; a province recognises 3 and 4 stars, the
    /// centre 5 (26/2026/QĐ-TTg, Article 7).
    pub fn recognises(&self) -> RangeInclusive<u8> {
        match self.level {
            Level::Central => 5..=5,
            Level::Province => 3..=4,
            Level::District if self.decision == "qd-148-2023" => 3..=3,
            Level::District => 0..=0,
        }
    }

    /// The members whose sheets count.
    pub fn scorers(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.role.scores())
    }

    /// The member with this id.
    pub fn member(&self, id: MemberId) -> Option<&Member> {
        self.members.iter().find(|member| member.id == id)
    }

    /// The product with this id.
    pub fn product(&self, id: ProductId) -> Option<&SessionProduct> {
        self.products.iter().find(|product| product.id == id)
    }
}
