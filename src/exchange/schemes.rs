//! The criteria sets at hand, found by pin.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::domain::criteria::{Scheme, SetPin};

/// Schemes by the set's decision, slug and content.
#[derive(Clone, Debug, Default)]
pub struct Schemes(BTreeMap<(String, String, String), Rc<Scheme>>);

impl Schemes {
    /// Adds the scheme of the set in folder `decision` with this slug and content hash.
    pub fn insert(&mut self, decision: &str, slug: &str, hash: &str, scheme: Rc<Scheme>) {
        self.0.insert((decision.to_owned(), slug.to_owned(), hash.to_owned()), scheme);
    }

    /// The scheme that `pin` names, to the byte.
    pub fn get(&self, pin: &SetPin) -> Option<&Scheme> {
        self.0.get(&(pin.decision.clone(), pin.slug.clone(), pin.hash.clone())).map(Rc::as_ref)
    }
}
