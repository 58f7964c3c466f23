//! What every transition has in common: its circumstances, and why one is refused.

use super::dossier::{GateItem, Round};
use super::reports::AssessedContent;
use super::step::DocumentRef;
use crate::domain::date::Date;
use crate::domain::moment::Moment;

/// The circumstances of a transition; they go into its step.
#[derive(Clone, Debug, PartialEq)]
pub struct Deed {
    /// The day it took effect: not before the last step, not after today.
    pub on: Date,
    /// Now.
    pub recorded: Moment,
    /// Who did it: person or body, in words.
    pub actor: String,
    /// Why; some transitions ask for it, and everything late does.
    pub reason: Option<String>,
    /// The paper it rests on; some transitions ask for it.
    pub document: Option<DocumentRef>,
    /// Remarks.
    pub note: String,
}

impl Deed {
    /// A transition on `on` by `actor`, without reason and paper.
    pub fn new(on: Date, recorded: Moment, actor: &str) -> Deed {
        Deed { on, recorded, actor: actor.to_owned(), reason: None, document: None, note: String::new() }
    }

    /// Whether a reason is given.
    pub fn has_reason(&self) -> bool {
        self.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty())
    }

    /// Whether a paper is given that can be found again.
    pub fn has_document(&self) -> bool {
        self.document.as_ref().is_some_and(DocumentRef::is_whole)
    }

    /// Refuses a missing reason.
    pub(super) fn need_reason(&self) -> Result<(), Refusal> {
        if self.has_reason() { Ok(()) } else { Err(Refusal::ReasonMissing) }
    }

    /// Refuses a missing paper.
    pub(super) fn need_document(&self) -> Result<(), Refusal> {
        if self.has_document() { Ok(()) } else { Err(Refusal::DocumentMissing) }
    }

    /// Refuses a day after `last` without a reason: what happened late is recorded, but never silently.
    pub(super) fn need_in_time(&self, last: Option<Date>) -> Result<(), Refusal> {
        match last {
            Some(last) if self.on > last && !self.has_reason() => Err(Refusal::Late { last }),
            _ => Ok(()),
        }
    }

    /// Refuses a day before the last step's, and one that has not come yet.
    pub(super) fn need_order(&self, last: Option<Date>) -> Result<(), Refusal> {
        if let Some(last) = last.filter(|last| self.on < *last) {
            return Err(Refusal::BeforeLastStep { last });
        }
        match self.recorded.in_vietnam().0 {
            Some(today) if self.on > today => Err(Refusal::InFuture { today }),
            _ => Ok(()),
        }
    }
}

/// Why a transition is not possible. Nothing changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// The record does not stand where this can happen.
    NotFromHere,
    /// A reason is asked for.
    ReasonMissing,
    /// A paper with number and date is asked for.
    DocumentMissing,
    /// The day is before that of the last step.
    BeforeLastStep {
        /// Day of the last step.
        last: Date,
    },
    /// The day has not come yet.
    InFuture {
        /// Today.
        today: Date,
    },
    /// It is late; it needs a reason.
    Late {
        /// The last day in time.
        last: Date,
    },
    /// Product or producer has no name.
    NameMissing,
    /// The text of the idea, the plan, the support or the list of missing items is empty.
    TextMissing,
    /// The producer has no business registration on record (26/2026/QĐ-TTg, Article 2.3).
    NotRegistered,
    /// There is no dossier that ended without recognition.
    NoFailedDossier,
    /// No criteria set is chosen.
    SetMissing,
    /// The dossier's decision may not be used on that day.
    DecisionNotInForce,
    /// This was done only until 30/6/2025, or is done only since.
    NotInThisPeriod,
    /// Parts are missing and not waived.
    Incomplete(Vec<GateItem>),
    /// The product has no certificate that is in force.
    NoCertificate,
    /// The certificate cannot be raised any further.
    AlreadyHighest,
    /// Re-evaluation: too early, not more than 180 days before the end (Article 7.6.a).
    WindowNotOpen {
        /// First day of the window.
        opens: Date,
    },
    /// Contents that the commune has not assessed.
    NotAssessed(Vec<AssessedContent>),
    /// No round is given, or one without dates.
    RoundMissing,
    /// The dossier was proposed too late for this round.
    RoundClosed {
        /// It had to be proposed before this day.
        before: Date,
        /// The next round of the statutory calendar.
        next: Option<Round>,
    },
    /// The advisory team's report is not written.
    AdvisoryMissing,
    /// A visit on site at a re-evaluation needs its ground.
    VisitWithoutGround,
    /// The session is no official one, or not of this level, or not this one.
    WrongSession,
    /// The council was not quorate.
    QuorumMissed,
    /// Sheets are missing.
    BallotsMissing,
    /// The sheets disagree on an eliminating rule; the council has to conclude.
    RuleDisputed,
    /// Two members are further apart than the council's limit; its conclusion has to be given as reason.
    SpreadTooWide,
    /// What is recorded is not what the sheets come to.
    ResultDiffers,
    /// No result is recorded.
    ResultMissing,
    /// The stars of the result do not allow this.
    StarsDoNotFit {
        /// The stars.
        stars: u8,
    },
    /// The certificate is not in force on that day.
    NotInForce,
    /// A withdrawal is being decided already.
    AlreadyOpen,
    /// No withdrawal is being decided.
    NothingOpen,
}
