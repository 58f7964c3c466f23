//! What can happen to a certificate, and its doing.

use super::certificate::{Certificate, CertificateEvent, CertificateState, CertificateStep, Revocation};
use super::deed::{Deed, Refusal};
use super::dossier::Dossier;
use crate::domain::session::Level;

/// Days from the conclusion to the decision of withdrawal (26/2026/QĐ-TTg, Article 8).
pub const REVOCATION_DAYS: i32 = 15;

/// One thing that happens to a certificate, with its data.
#[derive(Clone, Debug, PartialEq)]
pub enum CertificateAct {
    /// See [`CertificateEvent::Issue`]. The decision is the certificate's own.
    Issue,
    /// See [`CertificateEvent::Conclude`]. The conclusion has to be a whole paper.
    Conclude(Box<Revocation>),
    /// See [`CertificateEvent::Dismiss`]. Asks for a reason.
    Dismiss,
    /// See [`CertificateEvent::Revoke`]. Asks for the decision.
    Revoke,
    /// See [`CertificateEvent::Renew`]. Asks for the new decision.
    Renew,
    /// See [`CertificateEvent::Raise`]. Asks for the new decision.
    Raise,
    /// See [`CertificateEvent::Lower`]. Asks for the new decision.
    Lower,
}

impl CertificateAct {
    /// The event it brings about.
    pub fn event(&self) -> CertificateEvent {
        match self {
            CertificateAct::Issue => CertificateEvent::Issue,
            CertificateAct::Conclude(_) => CertificateEvent::Conclude,
            CertificateAct::Dismiss => CertificateEvent::Dismiss,
            CertificateAct::Revoke => CertificateEvent::Revoke,
            CertificateAct::Renew => CertificateEvent::Renew,
            CertificateAct::Raise => CertificateEvent::Raise,
            CertificateAct::Lower => CertificateEvent::Lower,
        }
    }
}

/// Where an event leads from where a certificate stands; `None`: it cannot happen there.
pub fn certificate_target(from: CertificateState, event: CertificateEvent) -> Option<CertificateState> {
    if from != CertificateState::Issued {
        return None;
    }
    Some(match event {
        CertificateEvent::Issue | CertificateEvent::Conclude | CertificateEvent::Dismiss => CertificateState::Issued,
        CertificateEvent::Revoke => CertificateState::Revoked,
        CertificateEvent::Renew => CertificateState::Renewed,
        CertificateEvent::Raise => CertificateState::Raised,
        CertificateEvent::Lower => CertificateState::Lowered,
    })
}

impl Certificate {
    /// Who withdraws it: the chair of the province (3 and 4 stars), the Minister (5 stars). The decision does not name a
    /// successor for certificates of former districts; it is taken to be the province.
    pub fn revoked_by(&self) -> Level {
        if self.stars >= 5 { Level::Central } else { Level::Province }
    }

    /// Every event with whether it can happen on the day of `deed`, apart from reason and paper. `review` is the dossier
    /// that re-evaluates the product, if there is one.
    pub fn allowed(&self, deed: &Deed, review: Option<&Dossier>) -> Vec<(CertificateEvent, Result<(), Refusal>)> {
        CertificateEvent::ALL.iter().map(|event| (*event, self.guard(*event, deed, review).map(|_| ()))).collect()
    }

    fn guard(
        &self,
        event: CertificateEvent,
        deed: &Deed,
        review: Option<&Dossier>,
    ) -> Result<CertificateState, Refusal> {
        let to = certificate_target(self.state(), event).ok_or(Refusal::NotFromHere)?;
        let is_open = self.open_revocation().is_some();
        let in_force = self.standing(deed.on, review).is_in_force();
        match event {
            CertificateEvent::Issue if !self.steps.is_empty() => Err(Refusal::NotFromHere),
            CertificateEvent::Issue if !(3..=5).contains(&self.stars) => {
                Err(Refusal::StarsDoNotFit { stars: self.stars })
            }
            CertificateEvent::Issue if !self.decision.is_whole() => Err(Refusal::DocumentMissing),
            CertificateEvent::Issue => Ok(to),
            CertificateEvent::Dismiss | CertificateEvent::Revoke if !is_open => Err(Refusal::NothingOpen),
            CertificateEvent::Dismiss => Ok(to),
            _ if !in_force => Err(Refusal::NotInForce),
            CertificateEvent::Conclude if is_open => Err(Refusal::AlreadyOpen),
            _ => Ok(to),
        }
    }

    /// Does `act`, or refuses it and changes nothing. `review` as in [`Certificate::allowed`].
    pub fn apply(&mut self, act: CertificateAct, deed: &Deed, review: Option<&Dossier>) -> Result<(), Refusal> {
        let event = act.event();
        let to = self.guard(event, deed, review)?;
        deed.need_order(self.steps.last().map(|step| step.on))?;
        match &act {
            CertificateAct::Issue => (),
            CertificateAct::Conclude(revocation) => {
                if !revocation.conclusion.is_whole() {
                    return Err(Refusal::DocumentMissing);
                }
            }
            CertificateAct::Dismiss => deed.need_reason()?,
            CertificateAct::Revoke => {
                deed.need_document()?;
                deed.need_in_time(self.open_revocation().map(|it| it.concluded.plus_days(REVOCATION_DAYS)))?;
            }
            CertificateAct::Renew | CertificateAct::Raise | CertificateAct::Lower => deed.need_document()?,
        }
        let from = if self.steps.is_empty() { None } else { Some(self.state()) };
        let open = self.revocations.iter_mut().rev().find(|it| it.decision.is_none() && it.dismissed.is_none());
        match (act, open) {
            (CertificateAct::Conclude(revocation), _) => self.revocations.push(*revocation),
            (CertificateAct::Dismiss, Some(open)) => open.dismissed = deed.reason.clone(),
            (CertificateAct::Revoke, Some(open)) => open.decision = deed.document.clone(),
            _ => (),
        }
        self.steps.push(CertificateStep {
            on: deed.on,
            recorded: deed.recorded,
            event,
            from,
            to,
            actor: deed.actor.clone(),
            reason: deed.reason.clone(),
            document: deed.document.clone(),
            note: deed.note.clone(),
            unknown: Default::default(),
        });
        Ok(())
    }
}
