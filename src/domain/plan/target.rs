//! What a plan means to reach.

use super::TimeSpec;
use crate::domain::cycle::DossierType;
use crate::domain::money::Quantity;
use crate::{code, record};

record! {
    /// A measurable target, or one without a number.
    pub struct Target {
        /// Its key in the plan.
        pub key: String,
        /// What is counted.
        pub metric: Metric,
        /// How the number is meant; absent: there is no number.
        pub comparator: Option<Comparator>,
        /// The number; of a range the lower one.
        pub value: Option<Quantity>,
        /// The upper one of a range.
        pub value_max: Option<Quantity>,
        /// Unit as printed, `sản phẩm`.
        pub unit: String,
        /// Least stars that count, 1 to 5.
        pub star_min: Option<u8>,
        /// Only products registered so.
        pub registration: Option<DossierType>,
        /// For whom the number holds.
        pub scope: Scope,
        /// Key of the target it is a part of (`trong đó`).
        pub part_of: Option<String>,
        /// The number before the plan.
        pub baseline: Option<Quantity>,
        /// The number after it (`nâng tổng số lên`).
        pub resulting_total: Option<Quantity>,
        /// Until when.
        pub due: Option<TimeSpec>,
        /// Shares of localities.
        pub allocations: Vec<Allocation>,
        /// As printed; empty: written from the parts.
        pub printed: String,
    }
}

impl Target {
    /// A target of which only key and printed words are known.
    pub fn blank(key: String, printed: &str) -> Target {
        Target {
            key,
            metric: Metric::Other,
            comparator: None,
            value: None,
            value_max: None,
            unit: String::new(),
            star_min: None,
            registration: None,
            scope: Scope { kind: ScopeKind::Plan, unit: None, unknown: Default::default() },
            part_of: None,
            baseline: None,
            resulting_total: None,
            due: None,
            allocations: Vec::new(),
            printed: printed.to_owned(),
            unknown: Default::default(),
        }
    }
}

code! {
    /// What a target counts.
    pub enum Metric {
        /// Products that reach the stars.
        ProductsAtStar = "products_at_star",
        /// Products that take part in the evaluation.
        ProductsTakingPart = "products_taking_part",
        /// Share of the products that reach the stars.
        SuccessRate = "success_rate",
        /// Products chosen or developed.
        ProductsChosen = "products_chosen",
        /// Producers.
        Producers = "producers",
        /// Producers that are new to the programme.
        NewProducers = "new_producers",
        /// People trained.
        PeopleTrained = "people_trained",
        /// Courses.
        Courses = "courses",
        /// Officers charged with the programme.
        Staff = "staff",
        /// Craft villages, places of tourism.
        Villages = "villages",
        /// Places of sale.
        SalesPoints = "sales_points",
        /// Growth of revenue or profit.
        Growth = "growth",
        /// Articles, broadcasts.
        Media = "media",
        /// Anything else.
        Other = "other",
    }
}

code! {
    /// How the number of a target is meant.
    pub enum Comparator {
        /// Exactly so many.
        Equal = "eq",
        /// `ít nhất`, `tối thiểu`.
        AtLeast = "ge",
        /// `trên`, `hơn`.
        MoreThan = "gt",
        /// `khoảng`.
        About = "approx",
        /// `từ a đến b`.
        Range = "range",
        /// `ít nhất a-b`: a range as the least.
        AtLeastRange = "ge_range",
        /// A share in percent.
        Percent = "percent",
        /// `ít nhất …%`.
        AtLeastPercent = "ge_percent",
    }
}

record! {
    /// For whom the number of a target holds.
    pub struct Scope {
        /// Which.
        pub kind: ScopeKind,
        /// Key of the unit ([`ScopeKind::Unit`]).
        pub unit: Option<String>,
    }
}

code! {
    /// The scopes of targets.
    pub enum ScopeKind {
        /// The whole plan.
        Plan = "plan",
        /// Each district.
        EachDistrict = "each_district",
        /// Each commune.
        EachCommune = "each_commune",
        /// One unit.
        Unit = "unit",
    }
}

record! {
    /// The share of a locality in a target.
    pub struct Allocation {
        /// Key of the unit.
        pub unit: String,
        /// Its number.
        pub value: Quantity,
    }
}
