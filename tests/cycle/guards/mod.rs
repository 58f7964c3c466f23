//! What a transition asks for. Each test takes away one thing, sees the refusal, and sees that nothing changed.

mod certificate;
mod commune;
mod council;
mod registration;

use so_ocop::domain::council::{Outcome, Quorum};
use so_ocop::domain::cycle::*;
use so_ocop::domain::points::Mean;
use so_ocop::domain::session::Level;

use crate::world::*;

/// A dossier that stands at `state` since `since`.
pub fn at(kind: DossierType, state: DossierState, since: &str) -> Dossier {
    let mut dossier = dossier(kind);
    put(&mut dossier, state, since);
    dossier
}

/// A deed without reason and paper.
pub fn bare(on: &str) -> Deed {
    Deed { reason: None, document: None, ..deed(on) }
}

#[track_caller]
pub fn refused(dossier: &Dossier, act: DossierAct, deed: &Deed, facts: &DossierFacts<'_>, refusal: Refusal) {
    let mut tried = dossier.clone();
    assert_eq!(tried.apply(id(9), act, deed, facts), Err(refusal));
    assert_eq!(tried, *dossier);
}

#[track_caller]
pub fn done(dossier: &Dossier, act: DossierAct, deed: &Deed, facts: &DossierFacts<'_>) -> (Dossier, Option<Issued>) {
    let mut tried = dossier.clone();
    let issued = tried.apply(id(9), act, deed, facts).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    (tried, issued)
}

pub fn act(event: DossierEvent, on: &str) -> DossierAct {
    dossier_act(event, on, 4)
}

pub fn council(stars: u8) -> CouncilFacts {
    CouncilFacts {
        link: SessionLink { session: id(20), product: id(21), unknown: Default::default() },
        official: true,
        level: Level::Province,
        date: day("2026-12-10"),
        quorum: Quorum { present: 6, members: 8, needed: 6, chair_missing: false },
        too_wide: false,
        outcome: Outcome::Recognise,
        mean: Some(Mean::new(561, 8)),
        stars,
        ground: ResultGround::Band,
    }
}

/// A scored dossier with so many stars.
pub fn scored(kind: DossierType, state: DossierState, stars: u8) -> Dossier {
    let mut dossier = at(kind, state, "2026-12-10");
    dossier.results.push(result(Level::Province, stars, "2026-12-10"));
    dossier
}
