//! How many products, and which of the plan's list, came how far.

use std::collections::BTreeMap;

use super::ProductFacts;
use super::actual::Window;
use crate::domain::cycle::{Certificate, Dossier, DossierState, IdeaState, Standing};
use crate::domain::date::Date;
use crate::domain::plan::{Plan, PlanProduct};
use crate::domain::registry::RegisteredId;

/// How many products came how far in the years of a plan. A product stands in every line it reached, once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Funnel {
    /// Products with an idea, a dossier or a certificate in these years.
    pub registered: usize,
    /// Products whose idea was chosen.
    pub chosen: usize,
    /// Products with a dossier handed in at the commune.
    pub handed_in: usize,
    /// Products with a dossier that the commune proposed.
    pub proposed: usize,
    /// Products with a council's result.
    pub scored: usize,
    /// Recognised products by their most stars, 3 to 5.
    pub recognised: [usize; 3],
    /// Products of which the last dossier ended without recognition.
    pub failed: usize,
}

/// Counts the products by how far they came in the years of `plan` up to `today`.
pub fn funnel(plan: &Plan, products: &[ProductFacts<'_>], today: Date) -> Funnel {
    let window = Window::of(plan, today);
    let mut funnel = Funnel::default();
    for product in products {
        let reached = |states: &[DossierState]| {
            let is_in =
                |dossier: &Dossier| dossier.steps.iter().any(|step| states.contains(&step.to) && window.has(step.on));
            product.dossiers.iter().any(|(_, dossier)| is_in(dossier))
        };
        let began = product.dossiers.iter().any(|(_, one)| one.steps.first().is_some_and(|step| window.has(step.on)));
        let idea = product.ideas.iter().any(|one| one.steps.first().is_some_and(|step| window.has(step.on)));
        let stars = product.recognitions().filter(|one| window.has(one.on)).map(|one| one.stars).max();
        funnel.registered += usize::from(idea || began || stars.is_some());
        funnel.chosen += usize::from(product.is_chosen(window));
        funnel.handed_in += usize::from(product.handed_in(window, None));
        funnel.proposed += usize::from(reached(&[DossierState::Proposed]));
        funnel.scored += usize::from(reached(&[
            DossierState::Scored,
            DossierState::SentCentral,
            DossierState::Recognised,
            DossierState::NotRecognised,
        ]));
        if let Some(at) = stars.and_then(|stars| usize::from(stars).checked_sub(3)).filter(|at| *at < 3) {
            funnel.recognised[at] += 1;
        } else {
            let last = product
                .dossiers
                .iter()
                .filter_map(|(_, one)| one.steps.last())
                .max_by_key(|step| (step.on, step.recorded));
            let ended = [DossierState::NotRecognised, DossierState::Returned];
            funnel.failed += usize::from(last.is_some_and(|step| ended.contains(&step.to) && window.has(step.on)));
        }
    }
    funnel
}

/// A product of the plan's list and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductStage {
    /// Key of the product in the plan.
    pub key: String,
    /// The product of the registry, if it is linked to one.
    pub product: Option<RegisteredId>,
    /// How far it is.
    pub stage: Stage,
    /// Whether it has the stars that the plan aims at; `None`: the plan names none, or it is not recognised yet.
    pub as_planned: Option<bool>,
}

/// How far a product of the plan's list came in the years of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It is not linked to a product of the registry.
    Unlinked,
    /// Nothing was recorded in these years.
    Nothing,
    /// An idea of these years stands there.
    Idea(IdeaState),
    /// A dossier of these years stands there.
    Dossier(DossierState),
    /// It was recognised.
    Recognised {
        /// Stars.
        stars: u8,
        /// Day of the decision.
        on: Date,
    },
}

/// The products of the plan's list, in their order.
pub fn stages(plan: &Plan, products: &[ProductFacts<'_>], today: Date) -> Vec<ProductStage> {
    let window = Window::of(plan, today);
    let by_id: BTreeMap<RegisteredId, &ProductFacts<'_>> = products.iter().map(|one| (one.id, one)).collect();
    plan.products.iter().map(|listed| stage_of(listed, &by_id, window)).collect()
}

fn stage_of(listed: &PlanProduct, by_id: &BTreeMap<RegisteredId, &ProductFacts<'_>>, window: Window) -> ProductStage {
    let facts = listed.registered.and_then(|id| by_id.get(&id));
    let stage = match facts {
        None => Stage::Unlinked,
        Some(facts) => {
            let newest = facts.recognitions().filter(|one| window.has(one.on)).max_by_key(|one| one.on);
            let dossiers =
                facts.dossiers.iter().filter_map(|(_, one)| one.steps.last()).filter(|step| window.has(step.on));
            let ideas = facts.ideas.iter().filter_map(|one| one.steps.last()).filter(|step| window.has(step.on));
            let dossier = dossiers.max_by_key(|step| (step.on, step.recorded)).map(|step| Stage::Dossier(step.to));
            let idea = ideas.max_by_key(|step| (step.on, step.recorded)).map(|step| Stage::Idea(step.to));
            let recognised = newest.map(|one| Stage::Recognised { stars: one.stars, on: one.on });
            recognised.or(dossier).or(idea).unwrap_or(Stage::Nothing)
        }
    };
    let as_planned = match (stage, listed.target_star) {
        (Stage::Recognised { stars, .. }, Some(wanted)) => Some(stars >= wanted),
        _ => None,
    };
    ProductStage { key: listed.key.clone(), product: facts.map(|facts| facts.id), stage, as_planned }
}

impl ProductFacts<'_> {
    /// Stars in force on `today`; `None`: no certificate is.
    pub fn stars_on(&self, today: Date) -> Option<u8> {
        let review = |one: &Certificate| self.dossiers.iter().map(|(_, dossier)| *dossier).find(|it| it.reviews(one));
        let in_force = self
            .certificates
            .iter()
            .filter(|one| one.valid_from <= today && Standing::is_in_force(one.standing(today, review(one))));
        in_force.map(|one| one.stars).max()
    }
}
