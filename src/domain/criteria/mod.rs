//! The official criteria sets (bộ tiêu chí) as data, and the scheme that scores against them.

mod check;
mod evidence;
mod index;
mod own;
mod pin;
mod printed;
mod scheme;

pub use check::{Finding, FindingKind, Standing, check_index, check_set, standing};
pub use evidence::{AssessedBy, EvidenceGuide, EvidenceItem};
pub use index::{DecisionIndex, PartEntry, ReplacedDecision, SetEntry, StarBand};
pub use own::{OWN_FOLDER, OwnReport, OwnSet, OwnSetId, OwnSetKind};
pub use pin::{SetPin, content_hash, content_hash_of, sha256};
pub use printed::{Case, Choose, Correction, CriteriaSet, Criterion, Effect, Opt, Part, Rule, Section, SetStatus};
pub use scheme::{Leaf, Offer, PartOfScheme, Scheme, SchemeFault, SectionOfScheme};
