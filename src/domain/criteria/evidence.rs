//! Which evidence a criterion usually needs. Advice of one local system in our own words, never part of a decision.

use crate::domain::vietnamese::fold;
use crate::{code, record};

record! {
    /// `evidence-guide.json`.
    pub struct EvidenceGuide {
        /// What it is and is not.
        pub scope: String,
        /// Where it comes from.
        pub provenance: String,
        /// The advice.
        pub items: Vec<EvidenceItem>,
    }
}

record! {
    /// Advice for the criteria with these titles.
    pub struct EvidenceItem {
        /// Titles it serves.
        pub titles: Vec<String>,
        /// How it is judged.
        pub assessed_by: AssessedBy,
        /// Short phrases.
        pub evidence: Vec<String>,
    }
}

code! {
    /// How a criterion is judged.
    pub enum AssessedBy {
        /// By papers.
        Documents = "documents",
        /// By looking or tasting.
        Council = "council",
        /// By both.
        Both = "both",
    }
}

impl EvidenceGuide {
    /// The advice for a criterion with this title; capitals and marks do not count.
    pub fn of_title(&self, title: &str) -> Option<&EvidenceItem> {
        let title = fold(title);
        self.items.iter().find(|item| item.titles.iter().any(|own| fold(own) == title))
    }
}
