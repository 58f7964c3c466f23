//! Which evidence a criterion usually needs: advice from practice, no part of any decision.

use crate::domain::vietnamese::fold;
use crate::{code, record};

record! {
    /// `evidence-guide.json`: advice, summarised from the guidance of one province's system.
    pub struct EvidenceGuide {
        /// Language of the texts.
        pub language: String,
        /// What it is and is not, for the reader.
        pub scope: String,
        /// Where it comes from.
        pub provenance: String,
        /// The advice, by titles of criteria.
        pub items: Vec<GuideItem>,
    }
}

record! {
    /// Advice for one criterion.
    pub struct GuideItem {
        /// The titles it has in the decisions' sets.
        pub titles: Vec<String>,
        /// How it is judged.
        pub assessed_by: AssessedBy,
        /// Papers that usually prove it.
        pub evidence: Vec<String>,
    }
}

code! {
    /// How a criterion is judged.
    pub enum AssessedBy {
        /// By papers.
        Documents = "documents",
        /// By the council's own eyes.
        Council = "council",
        /// By both.
        Both = "both",
    }
}

impl EvidenceGuide {
    /// The advice for a criterion with this title; case, spaces and punctuation do not matter.
    pub fn of_title(&self, title: &str) -> Option<&GuideItem> {
        let key = key(title);
        self.items.iter().find(|item| item.titles.iter().any(|own| self::key(own) == key))
    }
}

fn key(title: &str) -> String {
    fold(title).chars().filter(char::is_ascii_alphanumeric).collect()
}
