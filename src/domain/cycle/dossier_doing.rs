//! The guards of a dossier's transitions, and their doing.

use super::certificate::Certificate;
use super::certificate_acts::CertificateAct;
use super::deed::{Deed, Refusal};
use super::dossier::{
    Dossier, DossierEvent, DossierId, DossierState, DossierStep, DossierType, RecordedResult, Round, ScoringWay,
    Supplement,
};
use super::dossier_acts::{DossierAct, dossier_target};
use super::dossier_facts::DossierFacts;
use super::step::DocumentRef;
use super::term::Standing;
use crate::domain::calendar::{next_round, proposals_before};
use crate::domain::council::Outcome;
use crate::domain::date::Date;
use crate::domain::points::Mean;
use crate::domain::regime::{self, REGIMES, Suits, is_two_tier, suits};
use crate::domain::session::Level;

/// What a recognition brings besides the dossier's step.
#[derive(Clone, Debug, PartialEq)]
pub struct Issued {
    /// The new certificate, issued.
    pub certificate: Certificate,
    /// The product's certificate of before, closed by the new one; `None` if it had none in force.
    pub closed: Option<Certificate>,
}

impl Dossier {
    /// Every event with whether it can happen on `on`, apart from what the act itself brings (reason, paper, round,
    /// result).
    pub fn allowed(&self, on: Date, facts: &DossierFacts<'_>) -> Vec<(DossierEvent, Result<(), Refusal>)> {
        DossierEvent::ALL.iter().map(|event| (*event, self.guard(*event, on, facts).map(|_| ()))).collect()
    }

    fn guard(&self, event: DossierEvent, on: Date, facts: &DossierFacts<'_>) -> Result<DossierState, Refusal> {
        let from = self.state();
        let to = dossier_target(from, event).ok_or(Refusal::NotFromHere)?;
        match event {
            DossierEvent::Create => self.may_begin(on)?,
            DossierEvent::HandIn => {
                self.may_begin(on)?;
                self.may_come_now(on, facts)?;
                let items = self.blocking(facts);
                if !items.is_empty() {
                    return Err(Refusal::Incomplete(items));
                }
            }
            DossierEvent::Propose if !is_two_tier(on) => return Err(Refusal::NotInThisPeriod),
            DossierEvent::Propose => {
                let open = self.commune_report.clone().unwrap_or_default().open();
                if !open.is_empty() {
                    return Err(Refusal::NotAssessed(open));
                }
            }
            DossierEvent::ScoreDistrict if is_two_tier(on) || self.is_current() => {
                return Err(Refusal::NotInThisPeriod);
            }
            DossierEvent::Receive if from == Some(DossierState::DistrictScored) => {
                // 1048/QĐ-TTg sends up from 50 points, 148/QĐ-TTg from 70.
                let least = if self.decision() == REGIMES[1].folder { 4 } else { 3 };
                self.need_stars(|stars| stars >= least)?;
            }
            DossierEvent::Advise => {
                let advisory = self.advisory.as_ref().filter(|it| it.is_written()).ok_or(Refusal::AdvisoryMissing)?;
                let groundless = advisory.visit.as_ref().is_some_and(|visit| visit.reason.trim().is_empty());
                if groundless && self.kind == DossierType::ReEvaluation {
                    return Err(Refusal::VisitWithoutGround);
                }
            }
            DossierEvent::ScoreDistrict | DossierEvent::Score if !self.may_be_scored(on) => {
                return Err(Refusal::DecisionNotInForce);
            }
            DossierEvent::NotRecognise => {
                // An upgrade that brings no more stars leaves the certificate as it is.
                let kept = self.raises(on, facts).map_or(2, |old| old.stars);
                self.need_stars(|stars| stars <= kept)?;
            }
            DossierEvent::Recognise => {
                // A province could also record 3 stars while districts recognised them: the record stays as it was made.
                let district = from == Some(DossierState::DistrictScored);
                let most = if district { 3 } else { 4 };
                if district && self.decision() != REGIMES[1].folder {
                    return Err(Refusal::NotInThisPeriod);
                }
                let least = self.raises(on, facts).map_or(3, |old| old.stars);
                self.need_stars(|stars| stars >= least && stars <= most)?;
            }
            DossierEvent::SendCentral if from == Some(DossierState::AdvisoryChecked) => {
                // A 5-star product is evaluated again by the Ministry, without a provincial council (Article 6).
                let five = facts.certificate.is_some_and(|old| old.stars >= 5);
                if self.kind != DossierType::ReEvaluation || !five {
                    return Err(Refusal::NotFromHere);
                }
            }
            DossierEvent::SendCentral => {
                // 90 points are enough to send it, also where a minimum mark for 5 stars is missed.
                let ninety = self.result().and_then(|result| result.mean).is_some_and(|mean| mean >= Mean::whole(90));
                self.need_stars(|stars| stars >= 5 || ninety)?;
            }
            _ => (),
        }
        Ok(to)
    }

    /// Whether a dossier of this decision can be begun and handed in on `on`: the decision follows the day. A set of
    /// the province's own rests on its own basis.
    fn may_begin(&self, on: Date) -> Result<(), Refusal> {
        let Some(set) = &self.set else { return Err(Refusal::SetMissing) };
        let is_shipped = regime::of_folder(&set.decision).is_some();
        if is_shipped && suits(&set.decision, on) != Suits::InForce {
            return Err(Refusal::DecisionNotInForce);
        }
        Ok(())
    }

    /// Whether a council may score it on `on`: its decision is in force, or it was handed in under it and the
    /// transition has not ended (Article 12.2). No end is known for 1048/QĐ-TTg.
    fn may_be_scored(&self, on: Date) -> bool {
        let decision = self.decision();
        let handed_in_under = || self.handed_in().is_some_and(|day| suits(decision, day) == Suits::InForce);
        match suits(decision, on) {
            Suits::InForce => true,
            Suits::Transition => handed_in_under(),
            Suits::TransitionNotAgain => handed_in_under() && self.kind != DossierType::ReEvaluation,
            Suits::NotInForce if decision == REGIMES[0].folder => handed_in_under(),
            Suits::NotInForce => regime::of_folder(decision).is_none(),
        }
    }

    /// Whether a further evaluation can be handed in on `on`: an upgrade while a certificate is in force, a
    /// re-evaluation from 180 days before its end until an extension would end. Earlier decisions had no such window.
    fn may_come_now(&self, on: Date, facts: &DossierFacts<'_>) -> Result<(), Refusal> {
        if self.kind == DossierType::First || !self.is_current() {
            return Ok(());
        }
        let certificate = facts.certificate.ok_or(Refusal::NoCertificate)?;
        if self.kind == DossierType::Upgrade {
            return match certificate.standing(on, facts.review) {
                standing if !standing.is_in_force() => Err(Refusal::NoCertificate),
                _ if certificate.stars >= 5 => Err(Refusal::AlreadyHighest),
                _ => Ok(()),
            };
        }
        let term = certificate.term();
        match certificate.standing(on, None) {
            Standing::Active => Err(Refusal::WindowNotOpen { opens: term.opens }),
            Standing::Expiring | Standing::Late => Ok(()),
            Standing::Expired if on <= term.extended => Ok(()),
            _ => Err(Refusal::NoCertificate),
        }
    }

    /// The certificate in force on `on` that this upgrade is to raise.
    fn raises<'a>(&self, on: Date, facts: &DossierFacts<'a>) -> Option<&'a Certificate> {
        let held = facts.certificate.filter(|_| self.kind == DossierType::Upgrade)?;
        held.standing(on, facts.review).is_in_force().then_some(held)
    }

    /// Refuses when there is no result, or its stars are not what is asked for.
    fn need_stars(&self, fits: impl Fn(u8) -> bool) -> Result<(), Refusal> {
        match self.result() {
            None => Err(Refusal::ResultMissing),
            Some(result) if fits(result.stars) => Ok(()),
            Some(result) => Err(Refusal::StarsDoNotFit { stars: result.stars }),
        }
    }

    /// Does `act`, or refuses it and changes nothing. `id` is this dossier's; a recognition answers the certificate.
    pub fn apply(
        &mut self,
        id: DossierId,
        act: DossierAct,
        deed: &Deed,
        facts: &DossierFacts<'_>,
    ) -> Result<Option<Issued>, Refusal> {
        let event = act.event();
        let (from, to) = (self.state(), self.guard(event, deed.on, facts)?);
        deed.need_order(self.steps.last().map(|step| step.on))?;
        self.check_data(&act, deed, facts)?;
        let issued = match &act {
            DossierAct::Recognise { number } => {
                let stars = self.result().map_or(0, |result| result.stars);
                let level = if from == Some(DossierState::DistrictScored) { Level::District } else { Level::Province };
                Some(self.issue(id, stars, number, level, deed, facts)?)
            }
            DossierAct::RecogniseCentral { number, result } => {
                Some(self.issue(id, result.stars, number, Level::Central, deed, facts)?)
            }
            _ => None,
        };
        self.take_in(act, deed.on);
        self.steps.push(DossierStep {
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
        Ok(issued)
    }

    /// Refuses what the act itself lacks: reason, paper, round, result; and what is late without a reason.
    fn check_data(&self, act: &DossierAct, deed: &Deed, facts: &DossierFacts<'_>) -> Result<(), Refusal> {
        match act {
            DossierAct::HandIn { .. } if self.kind == DossierType::ReEvaluation && self.is_current() => {
                deed.need_in_time(facts.certificate.map(|certificate| certificate.term().closes))
            }
            DossierAct::AskSupplement { items } if items.iter().all(|item| item.trim().is_empty()) => {
                Err(Refusal::TextMissing)
            }
            DossierAct::Propose => {
                let letter = self.commune_report.as_ref().and_then(|report| report.letter.as_ref());
                if !letter.is_some_and(DocumentRef::is_whole) {
                    deed.need_document()?;
                }
                deed.need_in_time(self.commune_deadline(facts.office))
            }
            DossierAct::Return => deed.need_reason(),
            DossierAct::Receive { round, .. } => self.check_round(round.as_ref(), facts),
            DossierAct::ScoreDistrict(result) => self.check_result(result, Level::District, deed, facts),
            DossierAct::Score(result) => {
                self.check_result(result, Level::Province, deed, facts)?;
                let again = self.kind == DossierType::ReEvaluation && self.is_current();
                if again && result.way == ScoringWay::Meeting {
                    deed.need_reason()?;
                }
                deed.need_in_time(self.council_deadline(facts.office))
            }
            DossierAct::NotRecognise if self.result().is_none_or(|result| result.ground.is_none()) => {
                deed.need_reason()
            }
            DossierAct::Recognise { .. } | DossierAct::SendCentral => deed.need_document(),
            DossierAct::RecogniseCentral { result, .. } => {
                deed.need_document()?;
                self.check_result(result, Level::Central, deed, facts)?;
                if result.stars == 5 { Ok(()) } else { Err(Refusal::StarsDoNotFit { stars: result.stars }) }
            }
            DossierAct::ReturnCentral(result) => {
                self.check_result(result, Level::Central, deed, facts)?;
                if result.stars < 5 { Ok(()) } else { Err(Refusal::StarsDoNotFit { stars: result.stars }) }
            }
            _ => Ok(()),
        }
    }

    /// Refuses a round that a dossier proposed when this one was cannot enter. A re-evaluation runs by its 45 days, and
    /// earlier decisions had other rounds: there a round may be given, and is not checked.
    fn check_round(&self, round: Option<&Round>, facts: &DossierFacts<'_>) -> Result<(), Refusal> {
        if self.kind == DossierType::ReEvaluation || !self.is_current() {
            return Ok(());
        }
        let round = round.filter(|round| round.level == Level::Province).ok_or(Refusal::RoundMissing)?;
        let before = proposals_before(round, facts.office).ok_or(Refusal::RoundMissing)?;
        match self.reached(DossierState::Proposed).map(|step| step.on) {
            Some(proposed) if proposed >= before => {
                Err(Refusal::RoundClosed { before, next: next_round(Level::Province, proposed) })
            }
            _ => Ok(()),
        }
    }

    /// Refuses a result that its session does not bear out, or that rests on nothing.
    fn check_result(
        &self,
        result: &RecordedResult,
        level: Level,
        deed: &Deed,
        facts: &DossierFacts<'_>,
    ) -> Result<(), Refusal> {
        if result.level != level {
            return Err(Refusal::WrongSession);
        }
        if result.stars > 5 {
            return Err(Refusal::StarsDoNotFit { stars: result.stars });
        }
        let Some(link) = &result.scored else {
            let paper = result.document.as_ref().is_some_and(DocumentRef::is_whole);
            return if paper { Ok(()) } else { deed.need_document() };
        };
        let council = facts.council.filter(|council| council.link == *link && council.official);
        let council = council.filter(|council| council.level == level).ok_or(Refusal::WrongSession)?;
        match council.outcome {
            _ if !council.quorum.is_met() => Err(Refusal::QuorumMissed),
            Outcome::Incomplete => Err(Refusal::BallotsMissing),
            Outcome::RuleDisputed => Err(Refusal::RuleDisputed),
            _ if (council.mean, council.stars) != (result.mean, result.stars) => Err(Refusal::ResultDiffers),
            _ if council.too_wide && !deed.has_reason() => Err(Refusal::SpreadTooWide),
            _ => Ok(()),
        }
    }

    /// The certificate that `deed` issues, and the one it closes.
    fn issue(
        &self,
        id: DossierId,
        stars: u8,
        number: &str,
        level: Level,
        deed: &Deed,
        facts: &DossierFacts<'_>,
    ) -> Result<Issued, Refusal> {
        let decision = deed.document.clone().ok_or(Refusal::DocumentMissing)?;
        let valid_from = decision.date.ok_or(Refusal::DocumentMissing)?;
        let mut certificate = Certificate::blank(self.product, stars, decision, valid_from);
        certificate.dossier = Some(id);
        certificate.number = number.to_owned();
        certificate.level = level;
        certificate.apply(CertificateAct::Issue, deed, None)?;
        let review = if self.kind == DossierType::ReEvaluation { Some(self) } else { facts.review };
        let in_force = |old: &&Certificate| old.standing(deed.on, review).is_in_force();
        let mut closed = facts.certificate.filter(in_force).cloned();
        if let Some(old) = &mut closed {
            let act = match stars.cmp(&old.stars) {
                std::cmp::Ordering::Less => CertificateAct::Lower,
                std::cmp::Ordering::Equal => CertificateAct::Renew,
                std::cmp::Ordering::Greater => CertificateAct::Raise,
            };
            old.apply(act, deed, review)?;
        }
        Ok(Issued { certificate, closed })
    }

    /// Puts the data of an act that passed all guards where it belongs.
    fn take_in(&mut self, act: DossierAct, on: Date) {
        if let Some(result) = act.result() {
            if let Some(link) = &result.scored {
                self.council = Some(link.clone());
            }
            self.results.push(result.clone());
        }
        match act {
            DossierAct::HandIn { receipt } => self.commune_receipt = receipt,
            DossierAct::Receive { receipt, round } => {
                self.province_receipt = receipt;
                self.round = round.or(self.round.take());
            }
            DossierAct::AskSupplement { items } => self.supplements.push(Supplement {
                asked: on,
                items,
                answered: None,
                note: String::new(),
                unknown: Default::default(),
            }),
            DossierAct::Complete => {
                if let Some(open) = self.supplements.iter_mut().rev().find(|it| it.answered.is_none()) {
                    open.answered = Some(on);
                }
            }
            _ => (),
        }
    }
}
