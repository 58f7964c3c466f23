//! The criteria data as shipped.

use std::path::{Path, PathBuf};

use serde_json::Value;
use so_ocop::codec::{Field, Place};
use so_ocop::domain::criteria::{CriteriaSet, DecisionIndex, SetEntry};

/// One set as shipped.
pub struct Shipped {
    /// Folder of the decision.
    pub folder: &'static str,
    /// The entry in the index.
    pub entry: SetEntry,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Shipped {
    /// The file as a plain value.
    pub fn value(&self) -> Value {
        serde_json::from_slice(&self.bytes).expect("json")
    }

    /// The file as a set.
    pub fn set(&self) -> CriteriaSet {
        CriteriaSet::read(self.value(), &Place::default()).expect("a set")
    }
}

/// The folder with this name.
pub fn path(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/criteria").join(folder)
}

/// The index of a decision.
pub fn index(folder: &str) -> DecisionIndex {
    let bytes = std::fs::read(path(folder).join("index.json")).expect("an index");
    DecisionIndex::read(serde_json::from_slice(&bytes).expect("json"), &Place::default()).expect("an index")
}

/// All sets of all decisions, oldest decision first.
pub fn sets() -> Vec<Shipped> {
    let mut sets = Vec::new();
    for regime in so_ocop::domain::regime::REGIMES {
        for entry in index(regime.folder).sets {
            let bytes = std::fs::read(path(regime.folder).join([&entry.slug, ".json"].concat())).expect("a set");
            sets.push(Shipped { folder: regime.folder, entry, bytes });
        }
    }
    sets
}
