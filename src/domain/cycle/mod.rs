//! The life of a product: ideas, dossiers and certificates, three linked records, each with its own steps.
//!
//! A product outlives all of them, so no record holds "the" state of a product; it is derived. The last step of a
//! record says where that record stands, and nothing else does: steps are added and never taken away.

mod certificate;
mod certificate_acts;
mod cited;
mod deed;
mod dossier;
mod dossier_acts;
mod dossier_doing;
mod dossier_facts;
mod due;
mod evidence;
mod forms;
mod idea;
mod idea_acts;
mod office;
mod product_state;
mod reports;
mod step;
mod term;

pub use certificate::{
    Certificate, CertificateEvent, CertificateId, CertificateKind, CertificateState, CertificateStep, Revocation,
    RevocationGround,
};
pub use certificate_acts::{CertificateAct, REVOCATION_DAYS, certificate_target};
pub use cited::{Cited, cited};
pub use deed::{Deed, Refusal};
pub use dossier::{
    Dossier, DossierEvent, DossierId, DossierKind, DossierPart, DossierState, DossierStep, DossierType, GateItem,
    RecordedResult, ResultGround, Round, ScoringWay, SessionLink, Supplement, Waiver,
};
pub use dossier_acts::{DossierAct, dossier_target};
pub use dossier_doing::Issued;
pub use dossier_facts::{CouncilFacts, DossierFacts, REVIEW_DAYS, SAMPLES};
pub use due::{Agenda, Bucket, Due, DueKind, Subject};
pub use evidence::{Evidence, EvidenceId, EvidenceType};
pub use forms::{ChangeSince, ChangeTopic, CriterionReport, Paper, Registration, SelfReport, YearResult};
pub use idea::{Idea, IdeaEvent, IdeaId, IdeaKind, IdeaState, IdeaStep, IdeaType, Support};
pub use idea_acts::{IdeaAct, IdeaFacts, idea_target};
pub use office::{
    Holiday, Neighbour, Office, OfficeId, OfficeKind, OfficeLevel, Officer, ProvinceRound, SupplementCount,
};
pub use product_state::{Flag, Life, ProductState, Shown};
pub use reports::{AdvisoryReport, AssessedContent, Assessment, CommuneReport, SiteVisit};
pub use step::DocumentRef;
pub use term::{EXTENSION, MONTHS, Standing, Term, WINDOW_CLOSES, WINDOW_OPENS};
