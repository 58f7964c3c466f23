//! What offices write about a dossier: the commune's report (Mẫu 03) and the advisory team's.

use super::dossier::Supplement;
use super::step::DocumentRef;
use crate::domain::date::Date;
use crate::{code, record};

record! {
    /// Mẫu 03: report of the People's Committee of the commune (26/2026/QĐ-TTg, Article 7.2, Annex II).
    #[derive(Default)]
    pub struct CommuneReport {
        /// Number and symbol.
        pub number: String,
        /// Date.
        pub date: Option<Date>,
        /// The four contents; a content without an entry is not assessed yet.
        pub assessments: Vec<Assessment>,
        /// What is proposed to the province, in words.
        pub proposal: String,
        /// Letter of proposal (văn bản đề nghị).
        pub letter: Option<DocumentRef>,
        /// The day of the meeting, if one was called.
        pub meeting: Option<Date>,
        /// Who signs.
        pub signer: String,
    }
}

record! {
    /// The commune's view of one content.
    pub struct Assessment {
        /// Which one.
        pub content: AssessedContent,
        /// What was found.
        pub text: String,
        /// Whether it is met; absent: not decided yet.
        pub met: Option<bool>,
        /// Figures: share of local materials, number of local workers …
        pub figures: String,
    }
}

code! {
    /// The four contents that a commune assesses (Article 7.2).
    pub enum AssessedContent {
        /// Nguồn gốc sản phẩm, nguyên liệu địa phương.
        Materials = "materials",
        /// Sử dụng lao động địa phương.
        Labour = "labour",
        /// Nguồn gốc ý tưởng sản phẩm.
        Idea = "idea",
        /// Bản sắc, trí tuệ địa phương.
        Identity = "identity",
    }
}

impl CommuneReport {
    /// What is said about one content, to read or to change; it comes into being when it is changed.
    pub fn assessment(&mut self, content: AssessedContent) -> Option<&mut Assessment> {
        if !self.assessments.iter().any(|own| own.content == content) {
            self.assessments.push(Assessment {
                content,
                text: String::new(),
                met: None,
                figures: String::new(),
                unknown: Default::default(),
            });
        }
        self.assessments.iter_mut().find(|own| own.content == content)
    }

    /// The contents that are not assessed yet: no text, or not said whether met.
    pub fn open(&self) -> Vec<AssessedContent> {
        let is_done = |content: AssessedContent| {
            let mut done = self.assessments.iter().filter(|it| it.content == content && it.met.is_some());
            done.any(|it| !it.text.trim().is_empty())
        };
        AssessedContent::ALL.iter().copied().filter(|content| !is_done(*content)).collect()
    }
}

record! {
    /// The report of the advisory team (tổ tư vấn; Article 7.3).
    #[derive(Default)]
    pub struct AdvisoryReport {
        /// The paper.
        pub document: Option<DocumentRef>,
        /// What was found.
        pub text: String,
        /// Whether the mandatory conditions are met; absent: not checked yet.
        pub conditions_met: Option<bool>,
        /// Stars proposed, 1 to 5.
        pub proposed_stars: Option<u8>,
        /// What was asked for and when it came.
        pub supplements: Vec<Supplement>,
        /// Visit on site, if there was one.
        pub visit: Option<SiteVisit>,
    }
}

record! {
    /// A visit on site. At a re-evaluation only when the scale changed much or evidence is unclear (Article 7.6).
    pub struct SiteVisit {
        /// The day.
        pub on: Date,
        /// Why.
        pub reason: String,
        /// What was seen.
        pub findings: String,
    }
}

impl AdvisoryReport {
    /// Whether it says what was found and whether the mandatory conditions are met.
    pub fn is_written(&self) -> bool {
        !self.text.trim().is_empty() && self.conditions_met.is_some()
    }
}
