//! How long a certificate is valid, and where it stands on a day (26/2026/QĐ-TTg, Articles 4.3, 7.6 and 12).

use super::certificate::{Certificate, CertificateState};
use super::dossier::{Dossier, DossierState, DossierType};
use crate::domain::date::Date;

/// Months that a certificate is valid (Article 4.3).
pub const MONTHS: u16 = 36;
/// A dossier for re-evaluation is handed in at most this many days before the end (Article 7.6.a).
pub const WINDOW_OPENS: i32 = 180;
/// … and at least this many.
pub const WINDOW_CLOSES: i32 = 120;
/// A certificate stays valid for at most this many days after its end until the result is known (Article 12.3).
pub const EXTENSION: i32 = 180;

/// The dates of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// First day.
    pub from: Date,
    /// The end. Practice takes a certificate as no longer valid from this day on.
    pub until: Date,
    /// First day on which a dossier for re-evaluation can be handed in.
    pub opens: Date,
    /// Last day on which it can be handed in in time.
    pub closes: Date,
    /// Last day that an extension can reach. Article 12.3 stands among the transitional provisions: whether it covers
    /// every later case is unclear.
    pub extended: Date,
}

/// Where a certificate stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Valid; the window has not opened.
    Active,
    /// Đến kỳ đánh giá lại: the window is open.
    Expiring,
    /// Trễ hạn nộp: the window has closed and no dossier was handed in.
    Late,
    /// A dossier for re-evaluation was handed in; the certificate has not ended.
    UnderReview,
    /// Kéo dài: ended, with a dossier for re-evaluation running; valid until its result (Article 12.3, to be
    /// confirmed).
    Extended,
    /// Hết hạn.
    Expired,
    /// Replaced by one with as many stars.
    Renewed,
    /// Replaced by one with more stars.
    Raised,
    /// Replaced by one with fewer stars.
    Lowered,
    /// Thu hồi.
    Revoked,
}

impl Standing {
    /// Whether the product may be called recognised by this certificate.
    pub fn is_in_force(self) -> bool {
        matches!(
            self,
            Standing::Active | Standing::Expiring | Standing::Late | Standing::UnderReview | Standing::Extended
        )
    }
}

impl Certificate {
    /// Its dates: 36 months from the first day, or the printed end.
    pub fn term(&self) -> Term {
        let until = self.printed_until.unwrap_or_else(|| self.valid_from.plus_months(MONTHS));
        Term {
            from: self.valid_from,
            until,
            opens: until.plus_days(-WINDOW_OPENS),
            closes: until.plus_days(-WINDOW_CLOSES),
            extended: until.plus_days(EXTENSION),
        }
    }

    /// Where it stands on `today`; `review` is the dossier of its product that re-evaluates it, if there is one (see
    /// [`Dossier::reviews`]).
    pub fn standing(&self, today: Date, review: Option<&Dossier>) -> Standing {
        match self.state() {
            CertificateState::Renewed => return Standing::Renewed,
            CertificateState::Raised => return Standing::Raised,
            CertificateState::Lowered => return Standing::Lowered,
            CertificateState::Revoked => return Standing::Revoked,
            CertificateState::Issued => (),
        }
        let term = self.term();
        let runs = review.is_some_and(|dossier| dossier.reviews(self));
        match today {
            _ if runs && today < term.until => Standing::UnderReview,
            _ if runs && today <= term.extended => Standing::Extended,
            _ if today >= term.until => Standing::Expired,
            _ if today > term.closes => Standing::Late,
            _ if today >= term.opens => Standing::Expiring,
            _ => Standing::Active,
        }
    }
}

impl Dossier {
    /// Whether it, a dossier of the same product as `certificate`, is a re-evaluation that was handed in during the term
    /// of that certificate or after it, and has no result yet. (Whether the product is the same is not asked here: two
    /// products of the registry may have been found to be one.)
    pub fn reviews(&self, certificate: &Certificate) -> bool {
        self.kind == DossierType::ReEvaluation
            && self.is_handed_in()
            && self.handed_in().is_some_and(|on| on >= certificate.valid_from)
    }

    /// Whether it was handed in and has not ended.
    pub fn is_handed_in(&self) -> bool {
        self.state().is_some_and(|state| state != DossierState::Draft && !state.is_final())
    }

    /// The day it was handed in first.
    pub fn handed_in(&self) -> Option<Date> {
        self.steps.iter().find(|step| step.to == DossierState::ReceivedCommune).map(|step| step.on)
    }
}
