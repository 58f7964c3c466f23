//! Papers that a plan names.

use super::PartialDate;
use crate::{code, record};

record! {
    /// Number and symbol of the plan or its decision.
    pub struct DocNumber {
        /// The number; absent: left blank.
        pub number: Option<String>,
        /// The symbol, `KH-UBND`.
        pub symbol: String,
    }
}

impl DocNumber {
    /// Reads `48/KH-UBND`, `/KH-UBND` (a blank number), `19-NQ/TU`, `24/2017/NQ-HĐND`; a leading `Số:` is left out.
    pub fn parse(text: &str) -> Option<DocNumber> {
        let text = text.trim();
        let text = text
            .strip_prefix("Số")
            .or_else(|| text.strip_prefix("số"))
            .map_or(text, |rest| rest.trim_start_matches(':'));
        let text = text.trim();
        let at = text.find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | '…' | ' '))?;
        let (number, rest) = text.split_at(at);
        let symbol = rest.strip_prefix(['/', '-'])?;
        // A normative paper has its year between number and symbol.
        let (year, symbol) = match symbol.split_once('/') {
            Some((year, rest)) if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => {
                (Some(year), rest)
            }
            _ => (None, symbol),
        };
        if !symbol.chars().next()?.is_uppercase() || symbol.contains(' ') {
            return None;
        }
        let bare = number.trim_matches(['.', '…', ' ']);
        let number = (!bare.is_empty()).then(|| match year {
            Some(year) => [bare, "/", year].concat(),
            None => bare.to_owned(),
        });
        Some(DocNumber { number, symbol: symbol.to_owned(), unknown: Default::default() })
    }

    /// Whether this is the symbol of a plan of a People's Committee.
    pub fn is_of_committee(&self) -> bool {
        self.symbol.ends_with("-UBND")
    }
}

record! {
    /// A paper named in a plan. The decree wants number, date, issuer and excerpt (of a law only its name).
    pub struct DocRef {
        /// Its key in the plan.
        pub key: String,
        /// What it is named for.
        pub uses: Vec<DocUse>,
        /// Kind of paper, `Quyết định`.
        pub kind: String,
        /// Number and symbol, `24/2017/NQ-HĐND`.
        pub number: Option<String>,
        /// Date.
        pub date: Option<PartialDate>,
        /// Issuing body.
        pub issuer: String,
        /// Excerpt (trích yếu).
        pub excerpt: String,
        /// As printed; empty: written from the parts.
        pub printed: String,
    }
}

code! {
    /// What a paper is named for.
    pub enum DocUse {
        /// A legal basis (căn cứ).
        Basis = "basis",
        /// The proposal (tờ trình) it rests on.
        Proposal = "proposal",
        /// It gives the money.
        Funding = "funding",
        /// It is replaced by this plan.
        Replaced = "replaced",
        /// The paper that a digest tells about.
        Subject = "subject",
        /// Named in the text.
        Named = "named",
    }
}

impl DocRef {
    /// Whether it is a law, of which only name and date are given.
    pub fn is_law(&self) -> bool {
        self.kind.starts_with("Luật") || self.kind.starts_with("Bộ luật")
    }

    /// The same with the number, and the date where its own is not whole, of another mention of the paper.
    pub fn completed_by(&self, other: &DocRef) -> DocRef {
        let number = self.number.clone().or_else(|| other.number.clone());
        let own = self.date.clone().filter(|date| date.date().is_some());
        DocRef { number, date: own.or_else(|| other.date.clone()), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_every_style() {
        for (text, number, symbol) in [
            ("48/KH-UBND", Some("48"), "KH-UBND"),
            ("Số: 331/QĐ-UBND", Some("331"), "QĐ-UBND"),
            ("Số: /KH-UBND", None, "KH-UBND"),
            ("Số: …/KH-UBND", None, "KH-UBND"),
            ("65/TTr-VPĐP", Some("65"), "TTr-VPĐP"),
            ("2277/QĐ-BNN-VPĐP", Some("2277"), "QĐ-BNN-VPĐP"),
            ("19-NQ/TU", Some("19"), "NQ/TU"),
            ("24/2017/NQ-HĐND", Some("24/2017"), "NQ-HĐND"),
            ("26/2026/QĐ-TTg", Some("26/2026"), "QĐ-TTg"),
            ("1486/BNN-VPĐP", Some("1486"), "BNN-VPĐP"),
        ] {
            let read = DocNumber::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((read.number.as_deref(), read.symbol.as_str()), (number, symbol), "{text}");
        }
        for bad in ["", "48", "48/", "ngày 14/5/2024", "48/kh", "05 sản phẩm"] {
            assert_eq!(DocNumber::parse(bad), None, "{bad}");
        }
    }
}
