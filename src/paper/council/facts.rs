//! What a council's papers are filled in from. Plain values, so that whoever knows them can give them.

use crate::domain::council::Outcome;
use crate::domain::cycle::DocumentRef;
use crate::domain::date::Date;
use crate::domain::moment::Moment;
use crate::domain::points::{Mean, Points};
use crate::domain::session::{Level, Role};

/// Everything that the papers of one session say. What is not known is left empty and printed as a blank.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// The body that set the council up, as `Ủy ban nhân dân tỉnh Lạng Sơn`.
    pub committee: String,
    /// The council's name.
    pub council: String,
    /// Its level.
    pub level: Level,
    /// The session in words, as `đợt 2 năm 2026`.
    pub session: String,
    /// The decision that set the council up.
    pub council_decision: Option<DocumentRef>,
    /// The council's rules of operation.
    pub rules: Option<DocumentRef>,
    /// The office that prepares the papers (cơ quan tham mưu), as `Sở Nông nghiệp và Môi trường`.
    pub advisory_body: String,
    /// Its letter with the draft decision.
    pub submission: Option<DocumentRef>,
    /// The decision that recognises, or that approves the results; none: not issued yet.
    pub decision: Option<DocumentRef>,
    /// The place in the head of the papers.
    pub place: String,
    /// The day of the paper; none: a blank.
    pub day: Option<Date>,
    /// How the council came to its result.
    pub meeting: Meeting,
    /// The products in their order.
    pub products: Vec<ProductFacts>,
    /// The short code over all locked sheets; empty: none.
    pub fingerprint: String,
    /// Whether the spreadsheet's second opinion agrees. Without it the papers are drafts.
    pub is_compared: bool,
}

/// A meeting, or the asking for opinions in writing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meeting {
    /// Opinions were asked for in writing.
    pub is_written: bool,
    /// When it was opened.
    pub opened: Option<Moment>,
    /// When it was closed.
    pub closed: Option<Moment>,
    /// Where.
    pub venue: String,
    /// The council's members and its secretary.
    pub people: Vec<Attendee>,
    /// How many who score have to be present.
    pub needed: usize,
    /// Why it was opened with fewer; empty: it was not.
    pub override_reason: String,
    /// The advisory team: name and post.
    pub advisers: Vec<(String, String)>,
    /// Guests: name and post.
    pub guests: Vec<(String, String)>,
}

/// A member of the council, present or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Attendee {
    /// Full name.
    pub name: String,
    /// Post and body.
    pub post: String,
    /// Role in the council.
    pub role: Role,
    /// Present, or their sheets sent.
    pub is_present: bool,
    /// Why not.
    pub reason: String,
}

/// A product and what the council came to.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductFacts {
    /// Its name.
    pub name: String,
    /// Its producer.
    pub producer: String,
    /// Where it is made.
    pub address: String,
    /// The commune's committee, as `Ủy ban nhân dân xã Văn Quan`.
    pub commune: String,
    /// The name of its criteria set.
    pub set: String,
    /// Its code.
    pub code: String,
    /// Rounds of scoring in their order; the last one counts.
    pub rounds: Vec<RoundFacts>,
    /// Mean of each part.
    pub parts: Vec<Mean>,
    /// Stars by the points alone; 0 without sheets.
    pub band: u8,
    /// Stars; 0 without a result.
    pub stars: u8,
    /// What follows.
    pub outcome: Outcome,
    /// Who did not score it, and why.
    pub recused: Vec<(String, String)>,
    /// Pairs too far apart, in words.
    pub gaps: Vec<String>,
    /// What the council concluded on it, and why.
    pub decisions: Vec<(String, String)>,
    /// Minimum marks that it misses, in words.
    pub missed: Vec<String>,
    /// Remarks of members, without their names.
    pub notes: Vec<String>,
    /// What the advisory team found; none: it did not.
    pub advice: Option<Advice>,
}

/// A round of scoring of a product.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundFacts {
    /// Each member's total, by name, in the order of the council.
    pub totals: Vec<(String, Points)>,
    /// Their mean; none without sheets.
    pub mean: Option<Mean>,
}

impl RoundFacts {
    /// The widest difference between two sheets.
    pub fn widest_gap(&self) -> Points {
        let points = || self.totals.iter().map(|(_, points)| *points);
        points().max().zip(points().min()).map_or(0, |(high, low)| high - low)
    }
}

/// What the advisory team found about a product.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Advice {
    /// Its points; none: not scored.
    pub points: Option<Mean>,
    /// Its remark.
    pub remark: String,
    /// What is to be added to the dossier.
    pub missing: Vec<String>,
}

impl ProductFacts {
    /// The round that counts.
    pub fn last_round(&self) -> Option<&RoundFacts> {
        self.rounds.last()
    }

    /// The mean that counts.
    pub fn mean(&self) -> Option<Mean> {
        self.last_round()?.mean
    }

    /// How many sheets it is of.
    pub fn sheets(&self) -> usize {
        self.last_round().map_or(0, |round| round.totals.len())
    }
}

impl Facts {
    /// Products with this outcome.
    pub fn with(&self, outcome: Outcome) -> impl Iterator<Item = &ProductFacts> {
        self.products.iter().filter(move |product| product.outcome == outcome)
    }

    /// The council's chair, as entered.
    pub fn chair(&self) -> Option<&Attendee> {
        self.meeting.people.iter().find(|one| one.role == Role::Chair)
    }

    /// Who chairs the meeting: the chair, or in their absence the vice-chair.
    pub fn presiding(&self) -> Option<&Attendee> {
        let vice = || self.meeting.people.iter().find(|one| one.role == Role::ViceChair && one.is_present);
        self.chair().filter(|chair| chair.is_present).or_else(vice)
    }

    /// The council's secretary.
    pub fn secretary(&self) -> Option<&Attendee> {
        self.meeting.people.iter().find(|one| one.role == Role::Secretary)
    }
}
