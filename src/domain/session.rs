//! The evaluation session (phiên đánh giá): a council, the products before it, and its rules.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::criteria::SetPin;
use super::cycle::DossierId;
use super::date::Date;
use super::id::Id;
use super::points::{Mean, Points};
use super::procedure::Procedure;
use super::regime;
use super::worksheet::Answer;
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
        /// The dossier that a self-check or advisory check belongs to; absent: none, or a council's session.
        pub dossier: Option<DossierId>,
        /// What the council did beside scoring; absent in older files and where there is no council.
        pub procedure: Option<Procedure>,
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
        /// The commune's or the advisory team's check of a dossier: never a result.
        Advisory = "advisory",
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
        /// Not present at the session: no sheet of theirs counts or is waited for.
        pub absent: Option<bool>,
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
    /// The role that a decision's list words so (`Phó Chủ tịch Hội đồng`, `Thành viên`); `None`: it is not clear. A member
    /// who also keeps the papers scores, so the words have to say which of the two is meant.
    pub fn of_title(title: &str) -> Option<Role> {
        let title = super::vietnamese::fold(title.trim());
        let has = |words: &str| title.contains(words);
        let found = [
            (Role::ViceChair, has("pho chu tich")),
            (Role::Chair, has("chu tich") && !has("pho chu tich")),
            (Role::Member, has("uy vien") || has("thanh vien")),
            (Role::Secretary, has("thu ky")),
            (Role::Invited, has("khach moi") || has("dai bieu")),
        ];
        let mut said = found.into_iter().filter(|(_, is_said)| *is_said).map(|(role, _)| role);
        said.next().filter(|_| said.next().is_none())
    }

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
        /// Levels that the council agreed on, by criterion number. They decide about minimum marks where the council's
        /// rules say so ([`MinimaOn::Consensus`]); they never change points.
        pub agreed: BTreeMap<String, Answer>,
        /// A result typed from paper ("nhập tay"), for a product that was rated without sheets here.
        pub typed: Option<TypedResult>,
    }
}

record! {
    /// A result typed from paper. Its points stand as typed: nothing is scaled or completed.
    pub struct TypedResult {
        /// Points of parts A, B and C, by part code: the means on the paper.
        pub parts: BTreeMap<String, Mean>,
        /// Stars as recorded on the paper, 1 to 5. They are kept, whatever the points say.
        pub stars: Option<u8>,
        /// The paper: number and date of the minutes or decision.
        pub paper: String,
    }
}

record! {
    /// What the decision leaves to the council's own rules (quy chế).
    pub struct CouncilRules {
        /// Two members' totals may differ by at most this many points (default 10, provincial practice).
        pub gap_limit: i32,
        /// Whether 5 stars also need the marks of 4 and 3 stars, and so on (default yes; not written in the decision).
        pub minima_cumulative: bool,
        /// Share of the members who must be present, in percent; absent: [`CouncilRules::QUORUM`].
        pub quorum_percent: Option<i32>,
        /// Whether the chair must be present; absent: yes.
        pub quorum_chair: Option<bool>,
        /// What minimum marks are tested on; absent: the mean of each criterion.
        pub minima_on: Option<MinimaOn>,
    }
}

code! {
    /// What minimum marks are tested on when members differ. The decision does not say.
    pub enum MinimaOn {
        /// The mean of the criterion over the sheets (practice of a provincial system).
        Mean = "mean",
        /// The level the council agreed on for the criterion; the mean where it agreed on none.
        Consensus = "consensus",
    }
}

impl Default for CouncilRules {
    fn default() -> Self {
        CouncilRules {
            gap_limit: 10,
            minima_cumulative: true,
            quorum_percent: None,
            quorum_chair: None,
            minima_on: None,
            unknown: Default::default(),
        }
    }
}

impl CouncilRules {
    /// Members who must be present, in percent, unless the council says otherwise: three quarters, with the chair (rules of
    /// the council of Tây Ninh under 1048/QĐ-TTg; 26/2026/QĐ-TTg leaves it to the council).
    pub const QUORUM: i32 = 75;

    /// Share of the members who must be present, 0 to 100 percent.
    pub fn quorum(&self) -> i32 {
        self.quorum_percent.unwrap_or(CouncilRules::QUORUM).clamp(0, 100)
    }

    /// Whether the chair must be present.
    pub fn needs_chair(&self) -> bool {
        self.quorum_chair.unwrap_or(true)
    }

    /// What minimum marks are tested on.
    pub fn minima_on(&self) -> MinimaOn {
        self.minima_on.unwrap_or(MinimaOn::Mean)
    }
}

impl TypedResult {
    /// The sum of the parts.
    pub fn total(&self) -> Mean {
        self.parts.values().fold(Mean::whole(0), |sum, part| sum.plus(*part))
    }

    /// Parts that are missing, unknown, below 0 or above their maximum, by code. Empty when the parts can stand.
    pub fn faults(&self, maxima: &[(&str, Points)]) -> Vec<String> {
        let of = |code: &str| maxima.iter().find(|(own, _)| *own == code).map(|(_, max)| *max);
        let fits = |code: &str, points: &Mean| {
            of(code).is_some_and(|max| *points >= Mean::whole(0) && *points <= Mean::whole(max))
        };
        let wrong = self.parts.iter().filter(|(code, points)| !fits(code, points)).map(|(code, _)| code.clone());
        let missing =
            maxima.iter().filter(|(code, _)| !self.parts.contains_key(*code)).map(|(code, _)| (*code).to_owned());
        wrong.chain(missing).collect()
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
            absent: None,
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
            agreed: BTreeMap::new(),
            typed: None,
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
            dossier: None,
            procedure: None,
            unknown: Default::default(),
        }
    }

    /// A session about one product of a dossier, on `date`. A check (`purpose` is no official one) belongs to the dossier and
    /// has one member, `member`, called `name`; a council is still without members.
    pub fn of_dossier(
        dossier: DossierId,
        purpose: Purpose,
        date: Date,
        product: SessionProduct,
        member: MemberId,
        name: &str,
    ) -> Session {
        let is_check = purpose != Purpose::Official;
        let mut session = Session::self_check(date, product.set.clone(), member, product.id);
        session.purpose = purpose;
        session.name = product.name.clone();
        session.dossier = is_check.then_some(dossier);
        session.members.truncate(usize::from(is_check));
        session.members.iter_mut().for_each(|member| member.name = name.to_owned());
        session.products = vec![product];
        session
    }

    /// Whether it is a check to try a set out, of no dossier.
    pub fn is_try_out(&self) -> bool {
        self.purpose == Purpose::SelfCheck && self.dossier.is_none()
    }

    /// The stars that this council's level recognises; more goes up, fewer (from 3) go back down. By the rules of the day
    /// of evaluation (see [`regime::Period::recognises`]); criteria of an own set go by the day alone.
    pub fn recognises(&self) -> RangeInclusive<u8> {
        let period = regime::period_of(&self.decision, self.date).or_else(|| regime::period_on(self.date));
        period.unwrap_or(regime::PERIODS[0]).recognises(self.level, self.date)
    }

    /// The members whose sheets count: those who score and are present.
    pub fn scorers(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.role.scores() && member.absent != Some(true))
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
