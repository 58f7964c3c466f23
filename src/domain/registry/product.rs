//! The product.

use super::{AttachmentId, ProducerId, RegisteredId};
use crate::domain::criteria::SetPin;
use crate::record;

record! {
    /// A product of the registry. Its state is derived from its ideas, dossiers and certificates, never kept here.
    pub struct Product {
        /// Name.
        pub name: String,
        /// Who makes it.
        pub producer: ProducerId,
        /// The criteria set (bộ sản phẩm) it would be judged with, if chosen; a dossier pins its own.
        pub set: Option<SetPin>,
        /// Specification (quy cách).
        pub specification: String,
        /// Variants: sizes, packagings, flavours.
        pub variants: Vec<String>,
        /// Place of production as printed in the papers.
        pub address: String,
        /// Code of the commune it is made in today (Quyết định 19/2025/QĐ-TTg), if it was found.
        pub commune: Option<String>,
        /// Serial number kept by the commune: the third part of the product code (T)-(X)-(STT)-20..
        pub serial: Option<u32>,
        /// Product code of an earlier system, as printed.
        pub old_code: String,
        /// Identity of its photo among the attachments.
        pub photo: Option<AttachmentId>,
        /// Remarks of the office.
        pub note: String,
        /// Set when this product was found to be another one of the registry: its records follow that one.
        pub merged_into: Option<RegisteredId>,
    }
}

impl Product {
    /// A product of which only name and producer are known.
    pub fn named(name: &str, producer: ProducerId) -> Product {
        Product {
            name: name.to_owned(),
            producer,
            set: None,
            specification: String::new(),
            variants: Vec::new(),
            address: String::new(),
            commune: None,
            serial: None,
            old_code: String::new(),
            photo: None,
            note: String::new(),
            merged_into: None,
            unknown: Default::default(),
        }
    }

    /// The product code (mã số sản phẩm) of an evaluation in `year`, `(T)-(X)-(STT)-20..` (26/2026/QĐ-TTg, Annex II):
    /// province code, commune code, serial number kept by the commune, year. `None` while a part is missing.
    pub fn code(&self, province: &str, year: i32) -> Option<String> {
        let commune = self.commune.as_deref().filter(|code| !code.is_empty() && !province.is_empty())?;
        Some(format!("{province}-{commune}-{}-{year}", self.serial?))
    }
}
