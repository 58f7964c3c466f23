//! The worksheet (phiếu đánh giá): one member's scoring of one product.

use std::collections::BTreeMap;

use super::criteria::{Effect, Leaf, Offer, Scheme};
use super::id::Id;
use super::merge::Digest;
use super::moment::Moment;
use super::points::Points;
use super::session::{MemberId, ProductId, SessionId};
use crate::codec::{Fault, Field, Map, Place, Value, json, put};
use crate::{code, record};

/// Marks ids of worksheets.
pub enum WorksheetKind {}
/// The identity of a worksheet.
pub type WorksheetId = Id<WorksheetKind>;

record! {
    /// One member's sheet for one product of a session.
    ///
    /// `answers`, `notes` and `findings` are keyed by criterion number as in the criteria data; a number without an
    /// answer is not yet scored, which is different from 0 points.
    pub struct Worksheet {
        /// Its session.
        pub session: SessionId,
        /// Who scores.
        pub member: MemberId,
        /// What is scored.
        pub product: ProductId,
        /// Draft or locked.
        pub state: SheetState,
        /// The answers by criterion number.
        pub answers: BTreeMap<String, Answer>,
        /// Notes by criterion number.
        pub notes: BTreeMap<String, String>,
        /// Rules that the member found to hold, by criterion number; [`DOSSIER`] for the rule above the table. The
        /// value is the member's reason.
        pub findings: BTreeMap<String, String>,
        /// Overall opinion (ý kiến của người đánh giá).
        pub opinion: String,
        /// When it was locked last.
        pub locked_at: Option<Moment>,
        /// Each time a locked sheet was opened again.
        pub reopenings: Vec<Reopening>,
        /// The round of scoring it is for, from 1; absent: the first.
        pub round: Option<u16>,
        /// The sheet as it stood at the end of each earlier round, in their order. They never change.
        pub earlier: Vec<Worksheet>,
    }
}

/// The key of [`Worksheet::findings`] for the rule above the table (hồ sơ bị loại khi …).
pub const DOSSIER: &str = "hồ sơ";

code! {
    /// Whether a sheet can still change.
    pub enum SheetState {
        /// Being filled in.
        Draft = "draft",
        /// Closed by its member; only locked sheets enter a result.
        Locked = "locked",
    }
}

record! {
    /// A locked sheet was opened again.
    pub struct Reopening {
        /// When.
        pub at: Moment,
        /// Why; never empty.
        pub reason: String,
        /// The digest of the locked version that was opened ([`crate::domain::merge::SealedSheet`]): the version locked next
        /// replaces it. Absent in older files.
        pub digest: Option<Digest>,
    }
}

/// What a member chose for one criterion, with the points it gives, so that a reader of the file needs no criteria
/// data to add up.
///
/// In files: `{"option": 3, "points": 2}`, `{"case": 1, "option": 2, "points": 3}` (case and option counted from 1 in
/// printed order), or `{"none_met": true, "points": 0}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// An option, counted from 0.
    Option {
        /// The case, from 0, where the criterion has cases.
        case: Option<usize>,
        /// The option, from 0.
        option: usize,
        /// The points it gives.
        points: Points,
    },
    /// "Không đạt phương án nào – 0 điểm": none of the printed options is met, where none of them gives 0.
    NoneMet,
}

impl Answer {
    /// The answer that chooses `offer`.
    pub fn of(offer: &Offer) -> Answer {
        Answer::Option { case: offer.case, option: offer.option, points: offer.points }
    }

    /// The points it gives.
    pub fn points(self) -> Points {
        match self {
            Answer::Option { points, .. } => points,
            Answer::NoneMet => 0,
        }
    }

    /// Whether the answer is one that `leaf` offers, with the points that `leaf` gives for it.
    pub fn fits(self, leaf: &Leaf) -> bool {
        match self {
            Answer::Option { case, option, points } => {
                leaf.offer(case, option).is_some_and(|offer| offer.points == points)
            }
            Answer::NoneMet => leaf.offers_none_met(),
        }
    }
}

impl Field for Answer {
    fn blank() -> Self {
        Answer::NoneMet
    }

    fn fill(&mut self, value: Value, place: &Place) -> Result<(), Fault> {
        let from_one = |key: &str| match value.get(key) {
            None => Ok(None),
            Some(number) => {
                let number = number.as_u64().filter(|n| (1..=200).contains(n));
                number.map(|n| Some(n as usize - 1)).ok_or_else(|| Fault::new(&place.key(key), "a count from 1"))
            }
        };
        let points = value.get("points").and_then(Value::as_i64).filter(|points| (0..=100).contains(points));
        let points = points.ok_or_else(|| Fault::new(&place.key("points"), "points from 0 to 100"))? as Points;
        if value.get("none_met").and_then(Value::as_bool) == Some(true) {
            return put(self, (points == 0).then_some(Answer::NoneMet), &place.key("points"), "0");
        }
        let option = from_one("option")?.ok_or_else(|| Fault::new(&place.key("option"), "a count from 1"))?;
        *self = Answer::Option { case: from_one("case")?, option, points };
        Ok(())
    }

    fn write(&self) -> Option<Value> {
        Some(match *self {
            Answer::Option { case: Some(case), option, points } => {
                json!({"case": case + 1, "option": option + 1, "points": points})
            }
            Answer::Option { case: None, option, points } => json!({"option": option + 1, "points": points}),
            Answer::NoneMet => json!({"none_met": true, "points": 0}),
        })
    }

    fn schema(_: &mut Map<String, Value>) -> Value {
        let count = json!({"type": "integer", "minimum": 1});
        json!({
            "type": "object",
            "properties": {
                "case": count, "option": count, "none_met": {"const": true},
                "points": {"type": "integer", "minimum": 0, "maximum": 100},
            },
            "required": ["points"],
        })
    }
}

impl Worksheet {
    /// An empty draft.
    pub fn new(session: SessionId, member: MemberId, product: ProductId) -> Worksheet {
        Worksheet {
            session,
            member,
            product,
            state: SheetState::Draft,
            answers: BTreeMap::new(),
            notes: BTreeMap::new(),
            findings: BTreeMap::new(),
            opinion: String::new(),
            locked_at: None,
            reopenings: Vec::new(),
            round: None,
            earlier: Vec::new(),
            unknown: Default::default(),
        }
    }

    /// The round of scoring it is for, from 1.
    pub fn round(&self) -> u16 {
        self.round.unwrap_or(1).max(1)
    }

    /// The sheet as it stands, or stood, in this round; `None`: the member has not scored in it.
    pub fn of_round(&self, round: u16) -> Option<&Worksheet> {
        let rounds = std::iter::once(self).chain(&self.earlier);
        rounds.into_iter().find(|sheet| sheet.round() == round)
    }

    /// Whether anything is filled in.
    pub fn has_content(&self) -> bool {
        !(self.answers.is_empty() && self.notes.is_empty() && self.findings.is_empty() && self.opinion.is_empty())
    }

    /// Whether the sheet is locked.
    pub fn is_locked(&self) -> bool {
        self.state == SheetState::Locked
    }

    /// The points answered for leaf `at`; `None`: not scored. A leaf behind a closed gate counts 0 points.
    pub fn points(&self, scheme: &Scheme, at: usize) -> Option<Points> {
        match self.gate(scheme, at) {
            Gate::Closed => Some(0),
            _ => self.points_at(scheme, at),
        }
    }

    /// The points of the answer for leaf `at`. An answer that the scheme does not offer is no answer: points of a file
    /// from elsewhere never count unless the decision gives them.
    fn points_at(&self, scheme: &Scheme, at: usize) -> Option<Points> {
        let leaf = &scheme.leaves[at];
        self.answers.get(&leaf.number).filter(|answer| answer.fits(leaf)).map(|answer| answer.points())
    }

    /// Whether leaf `at` counts at all.
    pub fn gate(&self, scheme: &Scheme, at: usize) -> Gate {
        let Some(gate) = scheme.leaves[at].gate else { return Gate::Open };
        match self.points_at(scheme, gate) {
            None => Gate::Waiting,
            Some(0) => Gate::Closed,
            Some(_) => Gate::Open,
        }
    }

    /// The rules that hold on this sheet: those the member found, and those a 0 brings about by itself.
    pub fn rules_met(&self, scheme: &Scheme) -> Vec<RuleMet> {
        let mut met = Vec::new();
        if let (Some(rule), Some(reason)) = (&scheme.dossier_rule, self.findings.get(DOSSIER)) {
            met.push(RuleMet { at: None, effect: rule.effect, reason: reason.clone() });
        }
        for (at, leaf) in scheme.leaves.iter().enumerate() {
            let Some(rule) = &leaf.rule else { continue };
            let found = self.findings.get(&leaf.number);
            let is_zero = |at| self.points_at(scheme, at) == Some(0);
            let zero = rule.zero_in.iter().any(|number| scheme.leaf_at(number).is_some_and(is_zero));
            if zero || found.is_some() {
                met.push(RuleMet { at: Some(at), effect: rule.effect, reason: found.cloned().unwrap_or_default() });
            }
        }
        met
    }

    /// The leaves that still want an answer. Empty when the sheet can be locked: everything is scored, or a rule
    /// ended the evaluation.
    pub fn unanswered(&self, scheme: &Scheme) -> Vec<usize> {
        if !self.rules_met(scheme).is_empty() {
            return Vec::new();
        }
        (0..scheme.leaves.len()).filter(|at| self.points(scheme, *at).is_none()).collect()
    }

    /// Answers that this scheme does not offer: numbers it does not have, options it does not print, other points.
    pub fn misfits(&self, scheme: &Scheme) -> Vec<String> {
        let fits =
            |number: &str, answer: &Answer| scheme.leaf_at(number).is_some_and(|at| answer.fits(&scheme.leaves[at]));
        self.answers.iter().filter(|(number, answer)| !fits(number, answer)).map(|(number, _)| number.clone()).collect()
    }
}

/// Whether a leaf counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// It counts.
    Open,
    /// Its condition is answered with 0 points: it gives 0 and wants no answer.
    Closed,
    /// Its condition is not answered yet.
    Waiting,
}

/// A rule that holds on a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleMet {
    /// The leaf whose rule it is; `None`: the rule above the table.
    pub at: Option<usize>,
    /// What it does.
    pub effect: Effect,
    /// The member's reason; empty when a 0 brought it about.
    pub reason: String,
}
