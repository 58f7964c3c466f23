//! The producer (chủ thể OCOP).

use crate::domain::date::Date;
use crate::{code, record};

record! {
    /// An OCOP owner (chủ thể; 26/2026/QĐ-TTg, Article 2.3; general part of Mẫu 01 and Mẫu 02).
    pub struct Producer {
        /// Name as registered.
        pub name: String,
        /// Form of organisation.
        pub legal_form: LegalForm,
        /// Legal representative.
        pub representative: Representative,
        /// Business registration.
        pub registration: BusinessRegistration,
        /// Address as printed in the papers; never rewritten when units are merged.
        pub address: String,
        /// Code of the commune it lies in today (Quyết định 19/2025/QĐ-TTg), if it was found.
        pub commune: Option<String>,
        /// Telephone. Personal data.
        pub phone: String,
        /// Electronic mail. Personal data.
        pub email: String,
        /// How it came about and grew (Mẫu 02, part I).
        pub history: String,
        /// How it is organised (Mẫu 02, part I).
        pub organisation: String,
        /// Remarks of the office.
        pub note: String,
        /// Set when this producer was found to be another one of the registry: its records follow that one.
        pub merged_into: Option<super::ProducerId>,
    }
}

code! {
    /// The forms of organisation that may take part (26/2026/QĐ-TTg, Article 2.3).
    pub enum LegalForm {
        /// Hợp tác xã.
        Cooperative = "cooperative",
        /// Tổ hợp tác.
        CooperativeGroup = "cooperative_group",
        /// Doanh nghiệp nhỏ và vừa.
        Company = "company",
        /// Trang trại.
        Farm = "farm",
        /// Hộ sản xuất, hộ kinh doanh, hộ gia đình có đăng ký kinh doanh.
        Household = "household",
        /// Hội, hiệp hội, trung tâm điều hành hoặc tương đương: tourism only.
        Association = "association",
        /// Not yet said, or another form in an old record.
        Other = "other",
    }
}

record! {
    /// The legal representative: what the extra point of criterion 3.2 (woman, ethnic minority, person with a
    /// disability) rests on. Personal data.
    pub struct Representative {
        /// Full name.
        pub name: String,
        /// Position.
        pub position: String,
        /// Sex, if said.
        pub sex: Option<Sex>,
        /// Ethnicity (dân tộc) as said; empty: not said.
        pub ethnicity: String,
        /// A person with a disability; absent: not said.
        pub disability: Option<bool>,
        /// Place of residence.
        pub residence: String,
    }
}

code! {
    /// Sex of the representative.
    pub enum Sex {
        /// Nữ.
        Female = "female",
        /// Nam.
        Male = "male",
    }
}

record! {
    /// Registration of the business; needed from the dossier on (Article 2.3).
    pub struct BusinessRegistration {
        /// Number; empty: none.
        pub number: String,
        /// Date of issue.
        pub date: Option<Date>,
        /// Issuing body.
        pub issuer: String,
    }
}

impl Producer {
    /// A producer of whom nothing but the name is known.
    pub fn named(name: &str) -> Producer {
        Producer {
            name: name.to_owned(),
            legal_form: LegalForm::Other,
            representative: Representative {
                name: String::new(),
                position: String::new(),
                sex: None,
                ethnicity: String::new(),
                disability: None,
                residence: String::new(),
                unknown: Default::default(),
            },
            registration: BusinessRegistration {
                number: String::new(),
                date: None,
                issuer: String::new(),
                unknown: Default::default(),
            },
            address: String::new(),
            commune: None,
            phone: String::new(),
            email: String::new(),
            history: String::new(),
            organisation: String::new(),
            note: String::new(),
            merged_into: None,
            unknown: Default::default(),
        }
    }

    /// Whether a business registration is on record.
    pub fn is_registered(&self) -> bool {
        !self.registration.number.trim().is_empty()
    }
}
