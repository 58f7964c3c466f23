//! What can happen to an idea, and its doing.

use super::deed::{Deed, Refusal};
use super::dossier::{Dossier, DossierState};
use super::idea::{Idea, IdeaEvent, IdeaState, IdeaStep, Support};
use crate::domain::registry::{Producer, Product};

/// One thing that happens to an idea, with its data.
#[derive(Clone, Debug, PartialEq)]
pub enum IdeaAct {
    /// See [`IdeaEvent::Register`].
    Register,
    /// See [`IdeaEvent::Accept`].
    Accept,
    /// See [`IdeaEvent::Return`]. Asks for a reason.
    Return,
    /// See [`IdeaEvent::Revise`].
    Revise,
    /// See [`IdeaEvent::SubmitPlan`]. The plan has to say something.
    SubmitPlan,
    /// See [`IdeaEvent::AcceptPlan`].
    AcceptPlan,
    /// See [`IdeaEvent::ReturnPlan`]. Asks for a reason.
    ReturnPlan,
    /// See [`IdeaEvent::Support`]. The activity has to be named.
    Support(Support),
    /// See [`IdeaEvent::Ready`].
    Ready,
    /// See [`IdeaEvent::Resume`].
    Resume,
    /// See [`IdeaEvent::Stop`]. Asks for a reason.
    Stop,
}

impl IdeaAct {
    /// The event it brings about.
    pub fn event(&self) -> IdeaEvent {
        match self {
            IdeaAct::Register => IdeaEvent::Register,
            IdeaAct::Accept => IdeaEvent::Accept,
            IdeaAct::Return => IdeaEvent::Return,
            IdeaAct::Revise => IdeaEvent::Revise,
            IdeaAct::SubmitPlan => IdeaEvent::SubmitPlan,
            IdeaAct::AcceptPlan => IdeaEvent::AcceptPlan,
            IdeaAct::ReturnPlan => IdeaEvent::ReturnPlan,
            IdeaAct::Support(_) => IdeaEvent::Support,
            IdeaAct::Ready => IdeaEvent::Ready,
            IdeaAct::Resume => IdeaEvent::Resume,
            IdeaAct::Stop => IdeaEvent::Stop,
        }
    }
}

/// What other records say that an idea's transitions depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdeaFacts {
    /// Product and producer have names.
    pub named: bool,
    /// The producer has a business registration.
    pub registered: bool,
    /// The product's newest dossier ended without recognition.
    pub dossier_failed: bool,
}

impl IdeaFacts {
    /// The facts about `product`; `newest` is its newest dossier.
    pub fn of(product: &Product, producer: Option<&Producer>, newest: Option<&Dossier>) -> IdeaFacts {
        let has_name = |name: &str| !name.trim().is_empty();
        let failed = [Some(DossierState::NotRecognised), Some(DossierState::Returned)];
        IdeaFacts {
            named: has_name(&product.name) && producer.is_some_and(|producer| has_name(&producer.name)),
            registered: producer.is_some_and(Producer::is_registered),
            dossier_failed: newest.is_some_and(|dossier| failed.contains(&dossier.state())),
        }
    }
}

/// Where an event leads from where an idea stands; `None`: it cannot happen there.
pub fn idea_target(from: Option<IdeaState>, event: IdeaEvent) -> Option<IdeaState> {
    use IdeaEvent as E;
    use IdeaState as S;
    match (from, event) {
        (None, E::Register) => Some(S::Registered),
        (Some(S::Registered), E::Accept) => Some(S::Selected),
        (Some(S::Registered), E::Return) => Some(S::Returned),
        (Some(S::Returned), E::Revise) => Some(S::Registered),
        (Some(S::Selected), E::SubmitPlan) => Some(S::PlanSubmitted),
        (Some(S::PlanSubmitted), E::AcceptPlan) => Some(S::Developing),
        (Some(S::PlanSubmitted), E::ReturnPlan) => Some(S::Selected),
        (Some(S::Developing), E::Support) => Some(S::Developing),
        (Some(S::Developing), E::Ready) => Some(S::Ready),
        (Some(S::Ready), E::Resume) => Some(S::Developing),
        (Some(S::Stopped) | None, E::Stop) => None,
        (Some(_), E::Stop) => Some(S::Stopped),
        _ => None,
    }
}

impl Idea {
    /// Every event with whether it can happen now, apart from what the act itself brings (reason, day).
    pub fn allowed(&self, facts: IdeaFacts) -> Vec<(IdeaEvent, Result<(), Refusal>)> {
        IdeaEvent::ALL.iter().map(|event| (*event, self.guard(*event, facts).map(|_| ()))).collect()
    }

    fn guard(&self, event: IdeaEvent, facts: IdeaFacts) -> Result<IdeaState, Refusal> {
        let to = idea_target(self.state(), event).ok_or(Refusal::NotFromHere)?;
        match event {
            IdeaEvent::Register if !facts.named => Err(Refusal::NameMissing),
            IdeaEvent::SubmitPlan if self.plan.trim().is_empty() => Err(Refusal::TextMissing),
            IdeaEvent::Ready if !facts.registered => Err(Refusal::NotRegistered),
            IdeaEvent::Resume if !facts.dossier_failed => Err(Refusal::NoFailedDossier),
            _ => Ok(to),
        }
    }

    /// Does `act`, or refuses it and changes nothing.
    pub fn apply(&mut self, act: IdeaAct, deed: &Deed, facts: IdeaFacts) -> Result<(), Refusal> {
        let event = act.event();
        let (from, to) = (self.state(), self.guard(event, facts)?);
        deed.need_order(self.steps.last().map(|step| step.on))?;
        if matches!(event, IdeaEvent::Return | IdeaEvent::ReturnPlan | IdeaEvent::Stop) {
            deed.need_reason()?;
        }
        if let IdeaAct::Support(support) = act {
            if support.activity.trim().is_empty() {
                return Err(Refusal::TextMissing);
            }
            self.supports.push(support);
        }
        self.steps.push(IdeaStep {
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
