//! Some criteria sets as shipped, carried along: a browser reads no folder.

use so_ocop::codec::{Field, Place, parse};
use so_ocop::domain::criteria::{CriteriaSet, SetEntry};

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
    /// The file as a set.
    pub fn set(&self) -> CriteriaSet {
        CriteriaSet::read(parse(&self.bytes).expect("json"), &Place::default()).expect("a set")
    }
}

macro_rules! shipped {
    ($($slug:literal),*) => {
        [$(($slug, include_bytes!(concat!("../../public/criteria/qd-26-2026/", $slug, ".json")).as_slice())),*]
    };
}

/// These sets, in the order of the index.
pub fn sets() -> Vec<Shipped> {
    let index = parse(include_bytes!("../../public/criteria/qd-26-2026/index.json")).expect("json");
    let index = so_ocop::domain::criteria::DecisionIndex::read(index, &Place::default()).expect("an index");
    let files = shipped!["ruou-trang", "che-bien-tu-rau-cu-qua-hat", "my-pham-co-thanh-phan-tu-duoc-lieu"];
    let found = |(slug, bytes): (&str, &[u8])| {
        let entry = index.sets.iter().find(|entry| entry.slug == slug).expect("an entry").clone();
        Shipped { folder: "qd-26-2026", entry, bytes: bytes.to_vec() }
    };
    files.into_iter().map(found).collect()
}
