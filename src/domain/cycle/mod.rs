//! The life of a product: ideas, dossiers and certificates, three linked records, each with its own steps.
//!
//! A product outlives all of them, so no record holds "the" state of a product; it is derived. The last step of a
//! record says where that record stands, and nothing else does: steps are added and never taken away.

mod certificate;
mod dossier;
mod evidence;
mod forms;
mod idea;
mod office;
mod reports;
mod step;

pub use certificate::{
    Certificate, CertificateEvent, CertificateId, CertificateKind, CertificateState, CertificateStep, Revocation,
    RevocationGround,
};
pub use dossier::{
    Dossier, DossierEvent, DossierId, DossierKind, DossierState, DossierStep, DossierType, GateItem, RecordedResult,
    ResultGround, Round, ScoringWay, SessionLink, Supplement, Waiver,
};
pub use evidence::{Evidence, EvidenceId, EvidenceType};
pub use forms::{ChangeSince, ChangeTopic, CriterionReport, Paper, Registration, SelfReport, YearResult};
pub use idea::{Idea, IdeaEvent, IdeaId, IdeaKind, IdeaState, IdeaStep, IdeaType, Support};
pub use office::{
    Holiday, Neighbour, Office, OfficeId, OfficeKind, OfficeLevel, Officer, ProvinceRound, SupplementCount,
};
pub use reports::{AdvisoryReport, AssessedContent, Assessment, CommuneReport, SiteVisit};
pub use step::DocumentRef;
