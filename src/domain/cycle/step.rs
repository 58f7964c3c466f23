//! Steps: what happened to a record, on which day, by whom, on which paper.

use crate::domain::date::Date;
use crate::record;

record! {
    /// A paper as one refers to it: number and symbol, date, issuer.
    pub struct DocumentRef {
        /// Number and symbol, `816/QĐ-UBND`.
        pub number: String,
        /// Date of issue.
        pub date: Option<Date>,
        /// Issuing body.
        pub issuer: String,
    }
}

impl DocumentRef {
    /// The paper with an issuer: its own, or else this one.
    pub fn issued_by(self, issuer: &str) -> DocumentRef {
        if self.issuer.is_empty() { DocumentRef { issuer: issuer.to_owned(), ..self } } else { self }
    }

    /// A paper with its number, date and issuer.
    pub fn new(number: &str, date: Date, issuer: &str) -> DocumentRef {
        let (number, issuer) = (number.to_owned(), issuer.to_owned());
        DocumentRef { number, date: Some(date), issuer, unknown: Default::default() }
    }

    /// Whether the paper can be found again: it has a number and a date.
    pub fn is_whole(&self) -> bool {
        !self.number.trim().is_empty() && self.date.is_some()
    }
}

/// Declares the step of one kind of record: its events and its states are types of their own.
macro_rules! step {
    ($(#[$doc:meta])* $name:ident: $event:ident, $state:ident) => {
        $crate::record! {
            $(#[$doc])*
            pub struct $name {
                /// The day it took effect.
                pub on: $crate::domain::date::Date,
                /// When it was recorded.
                pub recorded: $crate::domain::moment::Moment,
                /// What happened.
                pub event: $event,
                /// The state before; absent at the first step.
                pub from: Option<$state>,
                /// The state after.
                pub to: $state,
                /// Who did it: person or body, in words.
                pub actor: String,
                /// Why, where a reason is asked for or given.
                pub reason: Option<String>,
                /// The paper it rests on.
                pub document: Option<$crate::domain::cycle::step::DocumentRef>,
                /// Remarks.
                pub note: String,
            }
        }
    };
}
pub(super) use step;
