//! What can happen to a dossier, and where it leads.

use super::dossier::{DossierEvent, DossierState, RecordedResult, Round};

/// One thing that happens to a dossier, with its data. Reason and paper stand in the [`super::Deed`].
#[derive(Clone, Debug, PartialEq)]
pub enum DossierAct {
    /// See [`DossierEvent::Create`].
    Create,
    /// See [`DossierEvent::HandIn`].
    HandIn {
        /// Receipt number of the commune.
        receipt: String,
    },
    /// See [`DossierEvent::AskSupplement`].
    AskSupplement {
        /// What is missing; at least one thing.
        items: Vec<String>,
    },
    /// See [`DossierEvent::Complete`].
    Complete,
    /// See [`DossierEvent::Propose`]. Asks for the letter of proposal, here or in the commune's report.
    Propose,
    /// See [`DossierEvent::Return`]. Asks for a reason.
    Return,
    /// See [`DossierEvent::ScoreDistrict`]. Asks for the minutes or a session.
    ScoreDistrict(Box<RecordedResult>),
    /// See [`DossierEvent::Receive`].
    Receive {
        /// Receipt number of the province.
        receipt: String,
        /// The round; a re-evaluation needs none.
        round: Option<Round>,
    },
    /// See [`DossierEvent::Advise`].
    Advise,
    /// See [`DossierEvent::Score`]. Asks for the minutes or a session.
    Score(Box<RecordedResult>),
    /// See [`DossierEvent::NotRecognise`]. Asks for a reason where the result names no ground.
    NotRecognise,
    /// See [`DossierEvent::Recognise`]. Asks for the decision.
    Recognise {
        /// Number of the certificate.
        number: String,
    },
    /// See [`DossierEvent::SendCentral`]. Asks for the decision that approves the result, or the letter.
    SendCentral,
    /// See [`DossierEvent::RecogniseCentral`]. Asks for the decision.
    RecogniseCentral {
        /// Number of the certificate.
        number: String,
        /// The Ministry's result.
        result: Box<RecordedResult>,
    },
    /// See [`DossierEvent::ReturnCentral`]. Asks for the notice or a session.
    ReturnCentral(Box<RecordedResult>),
    /// See [`DossierEvent::EvaluateAgain`].
    EvaluateAgain,
}

impl DossierAct {
    /// The event it brings about.
    pub fn event(&self) -> DossierEvent {
        match self {
            DossierAct::Create => DossierEvent::Create,
            DossierAct::HandIn { .. } => DossierEvent::HandIn,
            DossierAct::AskSupplement { .. } => DossierEvent::AskSupplement,
            DossierAct::Complete => DossierEvent::Complete,
            DossierAct::Propose => DossierEvent::Propose,
            DossierAct::Return => DossierEvent::Return,
            DossierAct::ScoreDistrict(_) => DossierEvent::ScoreDistrict,
            DossierAct::Receive { .. } => DossierEvent::Receive,
            DossierAct::Advise => DossierEvent::Advise,
            DossierAct::Score(_) => DossierEvent::Score,
            DossierAct::NotRecognise => DossierEvent::NotRecognise,
            DossierAct::Recognise { .. } => DossierEvent::Recognise,
            DossierAct::SendCentral => DossierEvent::SendCentral,
            DossierAct::RecogniseCentral { .. } => DossierEvent::RecogniseCentral,
            DossierAct::ReturnCentral(_) => DossierEvent::ReturnCentral,
            DossierAct::EvaluateAgain => DossierEvent::EvaluateAgain,
        }
    }

    /// The result it brings, if any.
    pub(super) fn result(&self) -> Option<&RecordedResult> {
        match self {
            DossierAct::ScoreDistrict(result) | DossierAct::Score(result) | DossierAct::ReturnCentral(result) => {
                Some(result)
            }
            DossierAct::RecogniseCentral { result, .. } => Some(result),
            _ => None,
        }
    }
}

/// Where an event leads from where a dossier stands; `None`: it cannot happen there. "Evaluate again" begins with the
/// province's advisory team, so that nothing of the procedure is skipped.
pub fn dossier_target(from: Option<DossierState>, event: DossierEvent) -> Option<DossierState> {
    use DossierEvent as E;
    use DossierState as S;
    let Some(from) = from else { return (event == E::Create).then_some(S::Draft) };
    match (from, event) {
        (S::Draft, E::HandIn) => Some(S::ReceivedCommune),
        (S::ReceivedCommune, E::AskSupplement) => Some(S::Supplement),
        (S::ReceivedCommune, E::Propose) => Some(S::Proposed),
        (S::ReceivedCommune, E::Return) => Some(S::Returned),
        (S::ReceivedCommune, E::ScoreDistrict) => Some(S::DistrictScored),
        (S::Supplement, E::Complete) => Some(S::ReceivedCommune),
        (S::Proposed | S::DistrictScored, E::Receive) => Some(S::ReceivedProvince),
        (S::ReceivedProvince, E::Advise) => Some(S::AdvisoryChecked),
        (S::AdvisoryChecked, E::Score) => Some(S::Scored),
        (S::Scored | S::AdvisoryChecked, E::SendCentral) => Some(S::SentCentral),
        (S::Scored | S::DistrictScored, E::NotRecognise) => Some(S::NotRecognised),
        (S::Scored | S::DistrictScored | S::ReturnedCentral, E::Recognise) => Some(S::Recognised),
        (S::SentCentral, E::RecogniseCentral) => Some(S::Recognised),
        (S::SentCentral, E::ReturnCentral) => Some(S::ReturnedCentral),
        (S::ReturnedCentral, E::EvaluateAgain) => Some(S::ReceivedProvince),
        _ => None,
    }
}
