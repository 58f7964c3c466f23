//! The council's procedure: its decision, when it sat and with whom, who was recused from which product, rounds of
//! scoring, and when the members' sheets were laid open to each other.
//!
//! 26/2026/QĐ-TTg, Article 7.3 leaves all of this to the council's operating rules (quy chế hoạt động). Nothing here is
//! ever overwritten: what happens again is added, and what is taken back keeps its words with the reason.

mod log;
mod replay;

pub use log::{
    BrokenLink, DeviceId, DeviceKind, LinkFault, LogDeed, LogEntry, LogId, LogKind, broken_links, is_same_person,
};
pub use replay::Scene;

use crate::domain::cycle::DocumentRef;
use crate::domain::date::Date;
use crate::domain::moment::Moment;
use crate::domain::session::{Member, MemberId, ProductId, Session};
use crate::domain::worksheet::Worksheet;
use crate::{code, record};

record! {
    /// What a council did in a session beside scoring. A session without it was held before the program kept it, or is no
    /// council's.
    pub struct Procedure {
        /// Number and symbol of the decision that set the council up, as printed; empty: not entered.
        pub decision: String,
        /// Its date.
        pub decided_on: Option<Date>,
        /// The council's term (nhiệm kỳ), as printed; empty: none.
        pub term: String,
        /// The council's rules of operation (quy chế hoạt động; 26/2026/QĐ-TTg, Article 7.3); absent: not entered.
        pub bylaws: Option<DocumentRef>,
        /// A meeting, or written opinions.
        pub form: Option<SittingForm>,
        /// The advisory team (tổ tư vấn).
        pub advisers: Vec<Adviser>,
        /// Each time the session was opened, in order of time.
        pub sittings: Vec<Sitting>,
        /// Conflicts of interest, in the order they were declared.
        pub recusals: Vec<Recusal>,
        /// Rounds of scoring after the first, in order of time.
        pub rounds: Vec<ScoringRound>,
        /// When sheets were laid open before all were locked, in order of time.
        pub reveals: Vec<Reveal>,
        /// Whether members commit to their sheets before any is shown; absent: they do not.
        pub sealing: Option<bool>,
        /// The decision that recognises, or that approves the results (26/2026/QĐ-TTg, Article 7); absent: not issued, or not
        /// entered. Its issuer may be empty: then it is who set the council up.
        pub recognition: Option<DocumentRef>,
    }
}

code! {
    /// How a council comes to its result.
    pub enum SittingForm {
        /// It meets.
        Meeting = "meeting",
        /// It is asked in writing (lấy ý kiến bằng văn bản; 26/2026/QĐ-TTg, Article 7.6.c, re-evaluation).
        Written = "written",
    }
}

record! {
    /// A member of the advisory team.
    pub struct Adviser {
        /// Full name.
        pub name: String,
        /// Post and body.
        pub post: String,
    }
}

record! {
    /// The council sat: from its opening to its closing.
    pub struct Sitting {
        /// When it was opened.
        pub at: Moment,
        /// Members who score and were present.
        pub present: Vec<MemberId>,
        /// How many had to be present by the council's rule, and whether they were.
        pub needed: u16,
        /// Why it was opened below the quorum, or opened again; by the chair. Absent: neither.
        pub reason: Option<String>,
        /// When it was closed; absent: it is open.
        pub closed: Option<Moment>,
    }
}

record! {
    /// A member does not score a product because of a conflict of interest.
    pub struct Recusal {
        /// Who.
        pub member: MemberId,
        /// What.
        pub product: ProductId,
        /// Why; never empty.
        pub reason: String,
        /// When it was declared.
        pub at: Moment,
        /// It was taken back, with the reason: the member scores the product after all.
        pub taken_back: Option<TakenBack>,
    }
}

record! {
    /// Something was taken back.
    pub struct TakenBack {
        /// When.
        pub at: Moment,
        /// Why; never empty.
        pub reason: String,
    }
}

record! {
    /// A further round of scoring of one product, after a discussion.
    pub struct ScoringRound {
        /// What is scored again.
        pub product: ProductId,
        /// 2, 3, …
        pub number: u16,
        /// Who scores again; empty: everybody who scores the product. The others' last sheets stand.
        pub members: Vec<MemberId>,
        /// Why; never empty.
        pub reason: String,
        /// When it was opened.
        pub at: Moment,
    }
}

record! {
    /// The chair laid the sheets open before all of them were locked.
    pub struct Reveal {
        /// Whose sheets: a product's; absent: all products'.
        pub product: Option<ProductId>,
        /// Why; never empty.
        pub reason: String,
        /// When.
        pub at: Moment,
    }
}

impl Procedure {
    /// The procedure of a council of which nothing is known yet.
    pub fn new() -> Procedure {
        Procedure {
            decision: String::new(),
            decided_on: None,
            term: String::new(),
            bylaws: None,
            form: None,
            advisers: Vec::new(),
            sittings: Vec::new(),
            recusals: Vec::new(),
            rounds: Vec::new(),
            reveals: Vec::new(),
            sealing: None,
            recognition: None,
            unknown: Default::default(),
        }
    }

    /// Whether any of it changes what the sheets come to: then a program that does not know it must not read it.
    pub fn decides(&self) -> bool {
        !self.recusals.is_empty() || !self.rounds.is_empty()
    }
}

impl Default for Procedure {
    fn default() -> Self {
        Procedure::new()
    }
}

impl Session {
    /// Enters the decision that recognises what the council came to, or takes it out again.
    pub fn enter_recognition(&mut self, paper: Option<DocumentRef>) {
        if paper.is_some() || self.procedure.is_some() {
            self.procedure.get_or_insert_with(Procedure::new).recognition = paper;
        }
    }

    /// A meeting or written opinions.
    pub fn form(&self) -> SittingForm {
        self.procedure.as_ref().and_then(|procedure| procedure.form).unwrap_or(SittingForm::Meeting)
    }

    /// The sitting that goes on, if one does.
    pub fn sitting(&self) -> Option<&Sitting> {
        self.procedure.as_ref()?.sittings.last().filter(|sitting| sitting.closed.is_none())
    }

    /// Whether the council ever sat. A session without a procedure is taken as held: older files do not say.
    pub fn has_sat(&self) -> bool {
        self.procedure.as_ref().is_none_or(|procedure| !procedure.sittings.is_empty())
    }

    /// The recusal of `member` from `product` that stands.
    pub fn recusal(&self, member: MemberId, product: ProductId) -> Option<&Recusal> {
        let is_it =
            |recusal: &&Recusal| (recusal.member, recusal.product) == (member, product) && recusal.taken_back.is_none();
        self.procedure.as_ref()?.recusals.iter().find(is_it)
    }

    /// The members whose sheets count for `product`: those who score, are present, and are not recused from it.
    pub fn scorers_of(&self, product: ProductId) -> impl Iterator<Item = &Member> {
        self.scorers().filter(move |member| self.recusal(member.id, product).is_none())
    }

    /// Members who would score `product` and are recused from it, with the reason, in the order of the list.
    pub fn recused_from(&self, product: ProductId) -> impl Iterator<Item = (&Member, &Recusal)> {
        self.scorers().filter_map(move |member| Some((member, self.recusal(member.id, product)?)))
    }

    /// The round of scoring that `product` is in, from 1.
    pub fn round(&self, product: ProductId) -> u16 {
        self.rounds_of(product).map(|round| round.number).max().unwrap_or(1)
    }

    /// The round whose sheet of `member` counts for `product`: the last one that asked this member.
    pub fn round_of(&self, member: MemberId, product: ProductId) -> u16 {
        let asks = |round: &&ScoringRound| round.members.is_empty() || round.members.contains(&member);
        self.rounds_of(product).filter(asks).map(|round| round.number).max().unwrap_or(1)
    }

    /// Whether members commit to their sheets before any is shown.
    pub fn is_sealing(&self) -> bool {
        self.procedure.as_ref().is_some_and(|procedure| procedure.sealing == Some(true))
    }

    /// The members who were asked to score `product` in this round.
    pub fn asked_in(&self, product: ProductId, round: u16) -> impl Iterator<Item = &Member> {
        let asked = self.rounds_of(product).find(|own| own.number == round).map(|own| &own.members);
        let is_asked = move |member: &&Member| {
            round == 1 || asked.is_some_and(|asked| asked.is_empty() || asked.contains(&member.id))
        };
        self.scorers_of(product).filter(is_asked)
    }

    /// The later rounds of `product`.
    pub fn rounds_of(&self, product: ProductId) -> impl Iterator<Item = &ScoringRound> {
        self.procedure.iter().flat_map(|procedure| &procedure.rounds).filter(move |round| round.product == product)
    }

    /// Whether a member may see the others' sheets of `product`: everybody who scores it has locked the sheet of the round,
    /// or the chair has laid them open. `sheet` finds a member's sheet.
    pub fn is_laid_open<'a>(&self, product: ProductId, sheet: impl Fn(MemberId) -> Option<&'a Worksheet>) -> bool {
        let by_chair = |reveal: &Reveal| reveal.product.is_none_or(|own| own == product);
        let is_locked = |member: &Member| {
            let round = self.round_of(member.id, product);
            sheet(member.id).and_then(|sheet| sheet.of_round(round)).is_some_and(Worksheet::is_locked)
        };
        self.procedure.iter().flat_map(|procedure| &procedure.reveals).any(by_chair)
            || (self.scorers_of(product).next().is_some() && self.scorers_of(product).all(is_locked))
    }
}
