//! The criteria sets at hand, found by pin.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::kinds::body;
use crate::domain::criteria::{OWN_FOLDER, OwnSet, OwnSetId, Scheme, SetPin};
use crate::schema::{Kind, PackedRow};

/// Schemes by the set's decision, slug and content.
#[derive(Clone, Debug, Default)]
pub struct Schemes(BTreeMap<(String, String, String), Rc<Scheme>>);

impl Schemes {
    /// Adds the scheme of the set in folder `decision` with this slug and content hash.
    pub fn insert(&mut self, decision: &str, slug: &str, hash: &str, scheme: Rc<Scheme>) {
        self.0.insert((decision.to_owned(), slug.to_owned(), hash.to_owned()), scheme);
    }

    /// These, with the own sets among `rows`: each by the hash of the content that the row really has, so that a changed
    /// one is not taken for what a session pinned. Rows that are no set that can be scored are passed over.
    pub fn with_own(&self, rows: &[PackedRow]) -> Schemes {
        let mut schemes = self.clone();
        for row in rows.iter().filter(|row| row.kind == Kind::CriteriaSet) {
            let (Some(id), Some(own)) = (OwnSetId::parse(&row.id), body::<OwnSet>(row)) else { continue };
            if let Ok(scheme) = Scheme::new(&own.set) {
                schemes.insert(OWN_FOLDER, &row.id, &own.pin(id).hash, Rc::new(scheme));
            }
        }
        schemes
    }

    /// The scheme that `pin` names, to the byte.
    pub fn get(&self, pin: &SetPin) -> Option<&Scheme> {
        self.0.get(&(pin.decision.clone(), pin.slug.clone(), pin.hash.clone())).map(Rc::as_ref)
    }
}
