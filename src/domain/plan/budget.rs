//! The money of a plan.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::money::{Amount, DisplayUnit, Dong, Quantity};
use crate::{code, record};

record! {
    /// The money of a plan. A total that is absent was not said; it is not zero.
    pub struct Budget {
        /// Total.
        pub total: Option<Amount>,
        /// Unit in which tables show amounts.
        pub unit: DisplayUnit,
        /// Where the money comes from.
        pub sources: Vec<FundingSource>,
        /// The estimate, line by line.
        pub lines: Vec<BudgetLine>,
    }
}

record! {
    /// A source of money.
    pub struct FundingSource {
        /// Its key in the plan.
        pub key: String,
        /// Name.
        pub name: String,
        /// Kind.
        pub kind: SourceKind,
        /// Key of the document that gives the money.
        pub document: Option<String>,
        /// How much; absent: not said.
        pub amount: Option<Dong>,
        /// As printed; empty: the name.
        pub printed: String,
    }
}

code! {
    /// Kinds of sources.
    pub enum SourceKind {
        /// CTMTQG xây dựng nông thôn mới.
        NewRural = "new_rural",
        /// CTMTQG giảm nghèo bền vững.
        PovertyReduction = "poverty_reduction",
        /// CTMTQG vùng đồng bào dân tộc thiểu số và miền núi.
        EthnicMinorities = "ethnic_minorities",
        /// National target programmes together.
        TargetProgrammes = "target_programmes",
        /// Ngân sách tỉnh.
        ProvinceBudget = "province_budget",
        /// Ngân sách huyện (until 30/6/2025).
        DistrictBudget = "district_budget",
        /// Ngân sách xã.
        CommuneBudget = "commune_budget",
        /// Already given to the standing agency.
        StandingAgency = "standing_agency",
        /// A donor's project.
        DonorProject = "donor_project",
        /// Sự nghiệp khoa học và công nghệ.
        Science = "science",
        /// Khuyến công, khuyến nông.
        Extension = "extension",
        /// Vốn đối ứng của chủ thể.
        Producer = "producer",
        /// Vốn tín dụng.
        Credit = "credit",
        /// Xã hội hóa, lồng ghép và nguồn khác.
        Other = "other",
    }
}

record! {
    /// A line of the estimate. A line with others below it is a heading and carries their sum.
    pub struct BudgetLine {
        /// Its key in the plan.
        pub key: String,
        /// Key of the heading it stands under.
        pub parent: Option<String>,
        /// What for.
        pub content: String,
        /// Unit (đơn vị tính).
        pub unit: String,
        /// How many.
        pub quantity: Option<Quantity>,
        /// Price of one.
        pub price: Option<Dong>,
        /// Amount.
        pub amount: Option<Dong>,
        /// The amount is a lump sum (khoán): not quantity times price.
        pub is_lump as "lump": bool,
        /// Shares of the sources, by their keys.
        pub split: BTreeMap<String, Dong>,
        /// Key of the product.
        pub product: Option<String>,
        /// Key of the activity.
        pub activity: Option<String>,
        /// Key of the unit that spends it.
        pub unit_responsible: Option<String>,
        /// Remark.
        pub note: String,
    }
}

impl BudgetLine {
    /// A line of which only the key is known.
    pub fn blank(key: &str) -> BudgetLine {
        BudgetLine {
            key: key.to_owned(),
            parent: None,
            content: String::new(),
            unit: String::new(),
            quantity: None,
            price: None,
            amount: None,
            is_lump: false,
            split: BTreeMap::new(),
            product: None,
            activity: None,
            unit_responsible: None,
            note: String::new(),
            unknown: Default::default(),
        }
    }
}

impl Budget {
    /// No money yet.
    pub fn blank() -> Budget {
        Budget {
            total: None,
            unit: DisplayUnit::Dong,
            sources: Vec::new(),
            lines: Vec::new(),
            unknown: Default::default(),
        }
    }

    /// Lines without others below them: what is added up.
    pub fn leaves(&self) -> impl Iterator<Item = &BudgetLine> {
        let parents: BTreeSet<&str> = self.lines.iter().filter_map(|other| other.parent.as_deref()).collect();
        self.lines.iter().filter(move |line| !parents.contains(line.key.as_str()))
    }
}
