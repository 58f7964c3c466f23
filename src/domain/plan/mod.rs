//! Plans (kế hoạch OCOP): what an office means to do in a year or a period, as a paper and as data.
//!
//! The paper is a tree of sections ([`PlanSection`]) with the words as they stand; what can be counted, dated or checked
//! is an entry beside it ([`Target`], [`Activity`], [`Budget`] …) with a key of its own. A section names an entry in
//! its text, `{t1}`, and the words of the entry stand there: one truth, printed and counted. An entry keeps its words
//! as printed beside their meaning; only an entry without words of its own is written by us.
//!
//! A blank is a value: a number not yet given, a day left open and a part that is missing are told apart in files.

mod activity;
mod budget;
pub mod check;
pub mod differ;
mod document;
pub mod edit;
pub mod follow;
pub mod forecast;
pub mod law;
mod papers;
mod partial;
pub mod paste;
mod product;
pub mod renew;
pub mod rollup;
mod section;
mod target;
pub mod template;
mod time;
mod unit;
mod words;

use std::collections::BTreeSet;

use super::id::Id;
use crate::{code, record};

pub use activity::{Activity, ActivityState, Doer, DoerRole, Progress};
pub use budget::{Budget, BudgetLine, FundingSource, SourceKind};
pub use document::{DocNumber, DocRef, DocUse};
pub use papers::{
    Annex, AnnexContent, Article, Authority, Correction, DecisionWrapper, Recipient, Signature, Source, SourceFact,
};
pub use partial::PartialDate;
pub use product::{PlanProduct, PlanRound, counted};
pub use section::{HeadingStyle, Numbering, Piece, PlanSection, Table, TableRow, number, pieces};
pub use target::{Allocation, Comparator, Metric, Scope, ScopeKind, Target};
pub use time::{TimeKind, TimeSpec};
pub use unit::{Assignment, OrgUnit, UnitKind, duty_role};
pub use words::PlanPlace;

/// Marks ids of plans.
pub enum PlanMark {}
/// The identity of a plan.
pub type PlanId = Id<PlanMark>;

record! {
    /// A plan. Keys of entries are unique in it.
    pub struct Plan {
        /// What kind of paper it is.
        pub kind: PlanKind,
        /// Level of the body that issues it.
        pub level: Tier,
        /// Where it stands.
        pub status: PlanStatus,
        /// The programme as the paper calls it.
        pub programme: String,
        /// Title (trích yếu), without the word `KẾ HOẠCH`.
        pub title: String,
        /// First and last year.
        pub period: Period,
        /// The plan of earlier years that it was made from.
        pub previous: Option<PlanId>,
        /// Key of the unit that issues it.
        pub issuer: Option<String>,
        /// Lines of the letterhead as printed; empty: written from the issuer.
        pub letterhead: Vec<String>,
        /// Number and symbol; absent: the paper has no number line.
        pub number: Option<DocNumber>,
        /// Place of the date line.
        pub place: Option<String>,
        /// Date, parts of which may be blank; absent: the paper has no date line.
        pub date: Option<PartialDate>,
        /// The decision around it (kind [`PlanKind::Attached`]).
        pub wrapper: Option<DecisionWrapper>,
        /// Papers it names: bases, proposals, funding, replaced plans.
        pub documents: Vec<DocRef>,
        /// What stands before the first section: bases and the opening formula.
        pub opening: Vec<PlanSection>,
        /// The sections.
        pub sections: Vec<PlanSection>,
        /// What stands after the last section.
        pub closing: Vec<PlanSection>,
        /// Targets.
        pub targets: Vec<Target>,
        /// Activities.
        pub activities: Vec<Activity>,
        /// Products.
        pub products: Vec<PlanProduct>,
        /// Rounds of evaluation (đợt).
        pub rounds: Vec<PlanRound>,
        /// Money; absent: the plan speaks of none.
        pub budget: Option<Budget>,
        /// Who has which duties.
        pub assignments: Vec<Assignment>,
        /// Units that the plan names.
        pub units: Vec<OrgUnit>,
        /// Recipients (nơi nhận), in their order.
        pub recipients: Vec<Recipient>,
        /// Signature; absent: the paper has none.
        pub signature: Option<Signature>,
        /// Annexes.
        pub annexes: Vec<Annex>,
        /// Slips of the source with the correct words beside them.
        pub corrections: Vec<Correction>,
        /// Where the text was found.
        pub source: Option<Source>,
        /// Remarks of the office; never printed.
        pub note: String,
    }
}

code! {
    /// The kinds of paper (K1 to K7).
    pub enum PlanKind {
        /// K1: a plan of its own, `…/KH-UBND`.
        Standalone = "standalone",
        /// K2: attached to a decision that issues it.
        Attached = "attached",
        /// K3: for two to five years.
        Period = "period",
        /// K4: only the rounds of evaluation.
        Evaluation = "evaluation",
        /// K5: a scheme (đề án); referred to, not written here.
        Scheme = "scheme",
        /// K6: tied to one allocation of funds.
        Fund = "fund",
        /// K7: the digest of a plan in a newspaper or portal.
        Digest = "digest",
    }
}

code! {
    /// Levels of administration. Districts ended on 30/6/2025.
    pub enum Tier {
        /// Trung ương.
        Central = "central",
        /// Tỉnh, thành phố trực thuộc trung ương.
        Province = "province",
        /// Huyện, thị xã, thành phố thuộc tỉnh: until 30/6/2025.
        District = "district",
        /// Xã, phường, đặc khu (thị trấn until 30/6/2025).
        Commune = "commune",
    }
}

code! {
    /// Where a plan stands.
    pub enum PlanStatus {
        /// Dự thảo.
        Draft = "draft",
        /// Trình ký.
        Submitted = "submitted",
        /// Ban hành.
        Issued = "issued",
        /// Bị thay thế.
        Replaced = "replaced",
        /// Hết hiệu lực.
        Expired = "expired",
        /// Thiếu nội dung: entered from a source that breaks off.
        Incomplete = "incomplete",
    }
}

record! {
    /// The years of a plan, both included; the last is not before the first.
    pub struct Period {
        /// First year.
        pub from: i32,
        /// Last year.
        pub to: i32,
    }
}

impl Period {
    /// One year.
    pub fn year(year: i32) -> Period {
        Period { from: year, to: year, unknown: Default::default() }
    }
}

impl Plan {
    /// An empty draft for a year.
    pub fn draft(level: Tier, year: i32) -> Plan {
        Plan {
            kind: PlanKind::Standalone,
            level,
            status: PlanStatus::Draft,
            programme: String::new(),
            title: String::new(),
            period: Period::year(year),
            previous: None,
            issuer: None,
            letterhead: Vec::new(),
            number: None,
            place: None,
            date: None,
            wrapper: None,
            documents: Vec::new(),
            opening: Vec::new(),
            sections: Vec::new(),
            closing: Vec::new(),
            targets: Vec::new(),
            activities: Vec::new(),
            products: Vec::new(),
            rounds: Vec::new(),
            budget: None,
            assignments: Vec::new(),
            units: Vec::new(),
            recipients: Vec::new(),
            signature: None,
            annexes: Vec::new(),
            corrections: Vec::new(),
            source: None,
            note: String::new(),
            unknown: Default::default(),
        }
    }

    /// The unit with this key.
    pub fn unit(&self, key: &str) -> Option<&OrgUnit> {
        self.units.iter().find(|unit| unit.key == key)
    }

    /// The activity with this key.
    pub fn activity(&self, key: &str) -> Option<&Activity> {
        self.activities.iter().find(|activity| activity.key == key)
    }

    /// The document with this key.
    pub fn document(&self, key: &str) -> Option<&DocRef> {
        self.documents.iter().find(|document| document.key == key)
    }

    /// The documents with this use, in their order.
    pub fn used_as(&self, usage: DocUse) -> impl Iterator<Item = &DocRef> {
        self.documents.iter().filter(move |document| document.uses.contains(&usage))
    }

    /// Activities without others below them: what is really done.
    pub fn leaves(&self) -> impl Iterator<Item = &Activity> {
        let parents: BTreeSet<&str> = self.activities.iter().filter_map(|other| other.parent.as_deref()).collect();
        self.activities.iter().filter(move |activity| !parents.contains(activity.key.as_str()))
    }

    /// The day of the plan, if it is whole; of an attached plan, the day of its decision.
    pub fn day(&self) -> Option<super::date::Date> {
        let date = self.date.as_ref().or(self.wrapper.as_ref().and_then(|wrapper| wrapper.date.as_ref()));
        date.and_then(PartialDate::date)
    }

    /// Every section, parents before children: opening, body, closing, then annexes.
    pub fn all_sections(&self) -> Vec<&PlanSection> {
        fn walk<'a>(sections: &'a [PlanSection], all: &mut Vec<&'a PlanSection>) {
            for section in sections {
                all.push(section);
                walk(&section.children, all);
            }
        }
        let mut all = Vec::new();
        if let Some(wrapper) = &self.wrapper {
            walk(&wrapper.opening, &mut all);
        }
        for part in [&self.opening, &self.sections, &self.closing] {
            walk(part, &mut all);
        }
        for annex in &self.annexes {
            walk(&annex.sections, &mut all);
        }
        all
    }
}
