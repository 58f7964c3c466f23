//! What stands around the sections: the decision, signature, recipients, annexes, and where the text came from.

use super::{DocNumber, PartialDate, PlanSection, Table};
use crate::domain::date::Date;
use crate::{code, record};

record! {
    /// The decision that issues a plan.
    pub struct DecisionWrapper {
        /// Number and symbol.
        pub number: Option<DocNumber>,
        /// Place of the date line.
        pub place: Option<String>,
        /// Date.
        pub date: Option<PartialDate>,
        /// Title (trích yếu), without the word `QUYẾT ĐỊNH`.
        pub title: String,
        /// Who decides, as printed above the bases.
        pub authority: String,
        /// Bases and proposal.
        pub opening: Vec<PlanSection>,
        /// The articles.
        pub articles: Vec<Article>,
        /// Recipients.
        pub recipients: Vec<Recipient>,
        /// Signature.
        pub signature: Option<Signature>,
        /// The line under the title of the plan, `(Ban hành kèm theo …)`.
        pub attached_as: String,
    }
}

record! {
    /// An article (Điều) of a decision.
    pub struct Article {
        /// Its number.
        pub number: u16,
        /// Its text.
        pub text: String,
    }
}

record! {
    /// Who signs, and by what right.
    pub struct Signature {
        /// The lines above the name, as printed: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`; empty: not known.
        pub lines: Vec<String>,
        /// Name.
        pub name: Option<String>,
        /// A second position, below the name's.
        pub second_position: String,
    }
}

/// The right by which someone signs (Nghị định 30/2020/NĐ-CP, Article 13).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// TM. … CHỦ TỊCH: the chair for the body.
    ForBody,
    /// TM. … KT. CHỦ TỊCH, PHÓ CHỦ TỊCH: a deputy for the chair, for the body.
    ForChairAndBody,
    /// CHỦ TỊCH.
    Chair,
    /// KT. CHỦ TỊCH, PHÓ CHỦ TỊCH: a deputy for the chair.
    ForChair,
    /// Q. CHỦ TỊCH: acting.
    Acting,
    /// TL.: by order.
    ByOrder,
    /// TUQ.: by delegated authority.
    Delegated,
}

impl Signature {
    /// The right that the lines state; `None`: not known.
    pub fn authority(&self) -> Option<Authority> {
        let has = |start: &str| self.lines.iter().any(|line| line.trim_start().starts_with(start));
        Some(match () {
            () if self.lines.is_empty() => return None,
            () if has("TUQ.") => Authority::Delegated,
            () if has("TL.") => Authority::ByOrder,
            () if has("TM.") && has("KT.") => Authority::ForChairAndBody,
            () if has("TM.") => Authority::ForBody,
            () if has("KT.") => Authority::ForChair,
            () if has("Q.") => Authority::Acting,
            () => Authority::Chair,
        })
    }
}

record! {
    /// A line of the recipients (nơi nhận), one or a group.
    pub struct Recipient {
        /// The line as printed, with its closing mark if it has one.
        pub text: String,
        /// Keys of the units it names.
        pub units: Vec<String>,
    }
}

impl Recipient {
    /// Whether it is the line of the archive (`Lưu: VT`).
    pub fn is_archive(&self) -> bool {
        self.text.trim_start().starts_with("Lưu")
    }
}

record! {
    /// An annex (phụ lục, biểu). Its pages are numbered on their own.
    pub struct Annex {
        /// Its key in the plan.
        pub key: String,
        /// Number as printed, `Phụ lục I`, `Biểu 01`.
        pub number: String,
        /// Title.
        pub title: String,
        /// The line under the title; empty: written from the plan's number and date.
        pub guide: String,
        /// What it holds.
        pub content: AnnexContent,
        /// The table ([`AnnexContent::Table`]).
        pub table: Option<Table>,
        /// Text.
        pub sections: Vec<PlanSection>,
        /// Printed on the long side.
        pub is_landscape as "landscape": bool,
    }
}

code! {
    /// What an annex holds.
    pub enum AnnexContent {
        /// The list of products.
        Products = "products",
        /// The estimate.
        Budget = "budget",
        /// The activities as a table.
        Tasks = "tasks",
        /// Targets by locality.
        Allocations = "allocations",
        /// A table of its own.
        Table = "table",
        /// Text.
        Text = "text",
    }
}

record! {
    /// A slip of the source and the right words for it. The plan keeps the words as printed.
    pub struct Correction {
        /// As printed, with enough around it to be found.
        pub printed: String,
        /// As it should be; empty when only a person can say.
        pub correct: String,
        /// Why.
        pub note: String,
    }
}

record! {
    /// Where the text of a plan was found.
    pub struct Source {
        /// Title there.
        pub title: String,
        /// Day it was published there.
        pub published: Option<Date>,
        /// What the portal says about the paper, as printed.
        pub facts: Vec<SourceFact>,
        /// Marks of a source that breaks off, `[...]`; empty: it is whole.
        pub broken_off: String,
    }
}

record! {
    /// One line of a portal's description of a paper.
    pub struct SourceFact {
        /// `Số hiệu`.
        pub label: String,
        /// `48/KH-UBND`.
        pub value: String,
    }
}
