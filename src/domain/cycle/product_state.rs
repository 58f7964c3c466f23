//! The state of a product for lists and filters: derived, never kept.

use super::certificate::{Certificate, CertificateState};
use super::dossier::{Dossier, DossierState, DossierType};
use super::idea::{Idea, IdeaState};
use super::term::Standing;
use crate::domain::date::Date;

/// What is shown of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Nothing was recorded yet.
    New,
    /// Thu hồi: its certificate was withdrawn and nothing has replaced it.
    Revoked,
    /// Đang được công nhận, with so many stars.
    Recognised {
        /// 3 to 5.
        stars: u8,
    },
    /// A dossier is running; or the last one ended and nothing else is known.
    Dossier(DossierState),
    /// Hết hạn: it had so many stars.
    Expired {
        /// 3 to 5.
        stars: u8,
    },
    /// An idea or its plan.
    Idea(IdeaState),
    /// Ngừng: its idea was stopped.
    Stopped,
}

/// What else is so, beside what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// The certificate in force stands so: [`Standing::Expiring`], `Late`, `UnderReview` or `Extended`.
    Certificate(Standing),
    /// Its end is today: practice takes it as no longer valid.
    EndsToday,
    /// A withdrawal is being decided.
    RevocationOpen,
    /// A certificate was withdrawn.
    Revoked,
    /// A dossier for an upgrade is running.
    UpgradeRunning(DossierState),
    /// Another dossier is running.
    DossierRunning(DossierState),
    /// A certificate has run out.
    Expired,
    /// There is an idea that has not become a dossier.
    Idea(IdeaState),
    /// An idea was stopped.
    Stopped,
}

/// The derived state of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductState {
    /// The first that applies.
    pub shown: Shown,
    /// The others.
    pub flags: Vec<Flag>,
}

/// All records of one product's life, in any order.
#[derive(Clone, Copy, Debug)]
pub struct Life<'a> {
    /// Its ideas.
    pub ideas: &'a [&'a Idea],
    /// Its dossiers.
    pub dossiers: &'a [&'a Dossier],
    /// Its certificates.
    pub certificates: &'a [&'a Certificate],
}

impl<'a> Life<'a> {
    /// The newest certificate that is not closed, expired or not.
    pub fn certificate(self) -> Option<&'a Certificate> {
        let open = self.certificates.iter().filter(|it| it.state() == CertificateState::Issued);
        open.max_by_key(|it| it.valid_from).copied()
    }

    /// The dossier that re-evaluates [`Life::certificate`], if one is running.
    pub fn review(self) -> Option<&'a Dossier> {
        let certificate = self.certificate()?;
        self.dossiers.iter().find(|dossier| dossier.reviews(certificate)).copied()
    }

    /// The dossier with the newest step.
    pub fn newest_dossier(self) -> Option<&'a Dossier> {
        self.dossiers.iter().max_by_key(|it| it.steps.last().map(|step| (step.on, step.recorded))).copied()
    }

    /// The idea with the newest step.
    pub fn newest_idea(self) -> Option<&'a Idea> {
        self.ideas.iter().max_by_key(|it| it.steps.last().map(|step| (step.on, step.recorded))).copied()
    }

    /// The derived state on `today`: a withdrawn certificate, one in force, a running dossier, an expired certificate, an
    /// idea, an end; the first that applies is shown, the others are flags.
    pub fn state(self, today: Date) -> ProductState {
        let mut found: Vec<(Shown, Option<Flag>)> = Vec::new();
        let mut flags: Vec<Flag> = Vec::new();
        let current = self.certificate();
        let standing = current.map(|certificate| certificate.standing(today, self.review()));
        let revoked = self.certificates.iter().filter(|it| it.state() == CertificateState::Revoked);
        if let Some(revoked) = revoked.max_by_key(|it| it.valid_from) {
            match current {
                Some(newer) if newer.valid_from > revoked.valid_from => flags.push(Flag::Revoked),
                _ => found.push((Shown::Revoked, Some(Flag::Revoked))),
            }
        }
        if let (Some(certificate), Some(standing)) = (current, standing) {
            if standing.is_in_force() {
                // A withdrawn certificate is shown only where none is in force.
                found.insert(0, (Shown::Recognised { stars: certificate.stars }, None));
                if standing != Standing::Active {
                    flags.push(Flag::Certificate(standing));
                }
            }
            if certificate.term().until == today {
                flags.push(Flag::EndsToday);
            }
            if certificate.open_revocation().is_some() {
                flags.push(Flag::RevocationOpen);
            }
        }
        for dossier in self.dossiers {
            let Some(state) = dossier.state().filter(|state| !state.is_final()) else { continue };
            let flag = match dossier.kind {
                DossierType::Upgrade => Flag::UpgradeRunning(state),
                _ => Flag::DossierRunning(state),
            };
            found.push((Shown::Dossier(state), Some(flag)));
        }
        if let (Some(certificate), Some(Standing::Expired)) = (current, standing) {
            found.push((Shown::Expired { stars: certificate.stars }, Some(Flag::Expired)));
        }
        let ended = self.newest_dossier().and_then(Dossier::state);
        match self.newest_idea().and_then(Idea::state) {
            Some(IdeaState::Stopped) => found.push((Shown::Stopped, Some(Flag::Stopped))),
            // A ready idea has become a dossier; where it stands is said by that.
            Some(IdeaState::Ready) if ended.is_some() => (),
            Some(state) => found.push((Shown::Idea(state), Some(Flag::Idea(state)))),
            None => (),
        }
        if let (true, Some(state)) = (found.is_empty(), ended) {
            found.push((Shown::Dossier(state), None));
        }
        let mut found = found.into_iter();
        let shown = found.next().map_or(Shown::New, |(shown, _)| shown);
        flags.extend(found.filter_map(|(_, flag)| flag));
        ProductState { shown, flags }
    }
}
