//! The papers that plans rest on, each with the days it is in force. The list is a file of the site
//! (`public/samples/templates/bases.json`), so that an office can read it and a new decision is one entry.

use super::{DocRef, DocUse, PartialDate};
use crate::domain::date::Date;
use crate::domain::regime::is_two_tier;
use crate::domain::vietnamese::fold;
use crate::record;

record! {
    /// A paper of the state that plans rest on.
    pub struct LegalBasis {
        /// Number and symbol; unique in the list.
        pub number: String,
        /// Kind of paper, `Quyết định`.
        pub kind: String,
        /// Date.
        pub date: Date,
        /// Issuing body.
        pub issuer: String,
        /// Excerpt (trích yếu).
        pub excerpt: String,
        /// As plans print it; empty: written from the parts. (A law is printed without its number.)
        pub printed: String,
        /// First day in force.
        pub from: Date,
        /// Last day in force; absent: it still is.
        pub to: Option<Date>,
        /// Numbers of the papers that took its place.
        pub replaced_by: Option<Vec<String>>,
        /// Numbers of papers that plans rest on now instead, though none of them says that it replaces this one.
        pub see: Option<Vec<String>>,
        /// New plans cite it while it is in force.
        pub cite: bool,
    }
}

record! {
    /// The file of all of them.
    pub struct LegalBases {
        /// In the order in which plans cite them.
        pub bases: Vec<LegalBasis>,
    }
}

impl LegalBasis {
    /// Whether it is in force on a day.
    pub fn is_in_force(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|last| day <= last)
    }

    /// It as a paper that a plan names, with this key.
    pub fn named(&self, key: &str, uses: Vec<DocUse>) -> DocRef {
        DocRef {
            key: key.to_owned(),
            uses,
            kind: self.kind.clone(),
            number: Some(self.number.clone()),
            date: Some(PartialDate::of(self.date)),
            issuer: self.issuer.clone(),
            excerpt: self.excerpt.clone(),
            printed: self.printed.clone(),
            unknown: Default::default(),
        }
    }
}

/// How a paper that a plan names stands on a day.
#[derive(Clone, Debug, PartialEq)]
pub enum Force<'a> {
    /// It is in force.
    InForce,
    /// It is not in force any more; in its place are these, which are in force.
    Replaced(Vec<&'a LegalBasis>),
    /// It is not in force any more; plans rest on these now.
    Ended(Vec<&'a LegalBasis>),
    /// It is not in force yet.
    NotYet(Date),
    /// The list does not hold it.
    Unknown,
}

impl LegalBases {
    /// The papers that a plan of this day cites.
    pub fn cited_on(&self, day: Date) -> impl Iterator<Item = &LegalBasis> {
        self.bases.iter().filter(move |basis| basis.cite && basis.is_in_force(day))
    }

    fn get(&self, number: &str) -> Option<&LegalBasis> {
        self.bases.iter().find(|basis| basis.number == number)
    }

    /// The entry of a paper that a plan names: by its number, of a law without one by its date and words.
    pub fn of(&self, document: &DocRef) -> Option<&LegalBasis> {
        match document.number.as_deref().map(str::trim).filter(|number| !number.is_empty()) {
            Some(number) => self.get(number),
            None => {
                let day = document.date.as_ref().and_then(PartialDate::date)?;
                let words = fold(&[&document.kind, " ", &document.excerpt].concat());
                let is_it = |basis: &&LegalBasis| {
                    basis.date == day && words.trim() == fold(&[&basis.kind, " ", &basis.excerpt].concat()).trim()
                };
                document.is_law().then(|| self.bases.iter().find(is_it)).flatten()
            }
        }
    }

    /// How a paper stands on a day. What replaced it is followed until something that is in force.
    pub fn force(&self, document: &DocRef, day: Date) -> Force<'_> {
        let Some(basis) = self.of(document) else { return Force::Unknown };
        if basis.is_in_force(day) {
            return Force::InForce;
        }
        if basis.from > day {
            return Force::NotYet(basis.from);
        }
        let replaced = self.follow(basis, day, |basis| basis.replaced_by.as_deref());
        if !replaced.is_empty() {
            return Force::Replaced(replaced);
        }
        Force::Ended(self.follow(basis, day, |basis| basis.replaced_by.as_deref().or(basis.see.as_deref())))
    }

    /// The paper to cite on a day instead of one that is not in force then: what replaced it, else what plans rest on now.
    /// Of several it is the first in the order of citing.
    pub fn instead(&self, document: &DocRef, day: Date) -> Option<&LegalBasis> {
        let found = match self.force(document, day) {
            Force::Replaced(found) | Force::Ended(found) => found,
            _ => return None,
        };
        self.bases.iter().find(|basis| found.iter().any(|own| own.number == basis.number))
    }

    /// A paper of the list with what it lacks of number, date, issuer and excerpt; `None`: the list does not hold it, or it
    /// lacks nothing. What is written stays.
    pub fn completed(&self, document: &DocRef) -> Option<DocRef> {
        let basis = self.of(document)?;
        let mut whole = document.clone();
        for (own, ours) in
            [(&mut whole.kind, &basis.kind), (&mut whole.issuer, &basis.issuer), (&mut whole.excerpt, &basis.excerpt)]
        {
            if own.trim().is_empty() {
                own.clone_from(ours);
            }
        }
        if whole.date.as_ref().is_none_or(|date| date.date().is_none()) {
            whole.date = Some(PartialDate::of(basis.date));
        }
        // Words that were written for a paper with gaps would hide what is there now.
        let is_other = whole != *document;
        if is_other {
            whole.printed.clear();
        }
        is_other.then_some(whole)
    }

    fn follow<'a>(
        &'a self,
        basis: &'a LegalBasis,
        day: Date,
        next: impl Fn(&'a LegalBasis) -> Option<&'a [String]>,
    ) -> Vec<&'a LegalBasis> {
        let (mut open, mut seen) = (vec![basis], vec![basis.number.as_str()]);
        let mut found = Vec::new();
        while let Some(one) = open.pop() {
            for later in next(one).unwrap_or_default().iter().filter_map(|number| self.get(number)) {
                if seen.contains(&later.number.as_str()) {
                    continue;
                }
                seen.push(&later.number);
                if later.is_in_force(day) { found.push(later) } else { open.push(later) }
            }
        }
        found
    }
}

/// Bodies that are not there any more on a day, by the words of a paper's issuer: district committees and offices since
/// 01/7/2025, and the ministry and departments that became those of agriculture and environment.
pub fn is_gone(issuer: &str, day: Date) -> bool {
    let folded = fold(issuer);
    let district = ["huyen", "thi xa", "thi tran", "thanh pho thuoc tinh"];
    let renamed = ["nong nghiep va phat trien nong thon", "nong nghiep va ptnt", "nn&ptnt", "nn va ptnt"];
    let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    is_two_tier(day) && (has(&district) || has(&renamed))
}
