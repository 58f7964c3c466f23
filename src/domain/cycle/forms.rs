//! What the producer fills in: Mẫu 01 (phiếu đăng ký) and Mẫu 02 (báo cáo tự đánh giá) of 26/2026/QĐ-TTg, Annex II.
//!
//! The general parts are copies taken when the form is filled in: what was handed in does not change with the registry.

use super::evidence::EvidenceId;
use crate::domain::date::Date;
use crate::domain::registry::{BusinessRegistration, LegalForm, Producer, Product, Representative};
use crate::{code, record};

record! {
    /// Mẫu 01: registration for evaluation (phiếu đăng ký đánh giá, phân hạng sản phẩm). Sector, group and subgroup come
    /// from the dossier's criteria set, the type from the dossier.
    pub struct Registration {
        /// Name of the producer.
        pub producer: String,
        /// Legal representative.
        pub representative: String,
        /// Position of the representative.
        pub position: String,
        /// Address.
        pub address: String,
        /// Telephone.
        pub phone: String,
        /// Electronic mail.
        pub email: String,
        /// Name of the product.
        pub product: String,
        /// Number of samples handed in; none for tourism services.
        pub samples: Option<u16>,
        /// Whether an electronic copy of Mẫu 02 was handed in with the original.
        pub electronic_copy: bool,
        /// Place in the line of place and date.
        pub place: String,
        /// Day of the undertaking (cam kết) and signature; absent: not signed.
        pub signed: Option<Date>,
    }
}

record! {
    /// Mẫu 02: self-assessment report (báo cáo tự đánh giá về sản phẩm). The self-scores of part III are a worksheet of
    /// their own ([`super::Dossier::self_check`]).
    pub struct SelfReport {
        /// I: form of organisation.
        pub legal_form: LegalForm,
        /// I: legal representative.
        pub representative: Representative,
        /// I: founding date or business registration.
        pub registration: BusinessRegistration,
        /// I: specification of the product.
        pub specification: String,
        /// I: papers at hand (check-boxes).
        pub papers: Vec<Paper>,
        /// I: other papers at hand, in words.
        pub other_papers: String,
        /// I: how the producer came about and grew.
        pub history: String,
        /// I: how it is organised.
        pub organisation: String,
        /// II: results of production and business plan, in words.
        pub results: String,
        /// II: the results year by year.
        pub years: Vec<YearResult>,
        /// III: description and evidence of each criterion, in the order of the set.
        pub criteria: Vec<CriterionReport>,
        /// What changed since recognition (nâng hạng, đánh giá lại; Article 6).
        pub changes: Vec<ChangeSince>,
        /// IV: plan ahead, in words.
        pub plan: String,
        /// IV: the plan year by year.
        pub planned: Vec<YearResult>,
        /// Place in the line of place and date.
        pub place: String,
        /// Day of signature; absent: not signed.
        pub signed: Option<Date>,
    }
}

code! {
    /// The check-boxes of Mẫu 02, part I.
    pub enum Paper {
        /// Giấy đăng ký kinh doanh.
        BusinessLicence = "business_licence",
        /// Công bố chất lượng sản phẩm.
        QualityDeclaration = "quality_declaration",
        /// Giấy chứng nhận an toàn thực phẩm.
        FoodSafety = "food_safety",
        /// Giấy chứng nhận đủ điều kiện sản xuất (bắt buộc).
        ProductionConditions = "production_conditions",
        /// Nhãn hiệu.
        Trademark = "trademark",
        /// Quyền sử dụng chỉ dẫn địa lý, nhãn hiệu tập thể, nhãn hiệu chứng nhận.
        SharedMark = "shared_mark",
        /// Sáng chế, giải pháp hữu ích.
        Patent = "patent",
        /// Kiểu dáng công nghiệp.
        IndustrialDesign = "industrial_design",
        /// Quyền tác giả.
        Copyright = "copyright",
    }
}

record! {
    /// Production and business of one year, done or planned.
    pub struct YearResult {
        /// The year.
        pub year: i32,
        /// Output, with its unit.
        pub output: String,
        /// Revenue in đồng.
        pub revenue: Option<i64>,
        /// Profit in đồng; below 0: loss.
        pub profit: Option<i64>,
        /// Workers.
        pub workers: Option<u32>,
        /// Of them, workers of the place.
        pub local_workers: Option<u32>,
        /// Markets and channels.
        pub markets: String,
        /// Remarks.
        pub note: String,
    }
}

record! {
    /// What the producer says about one criterion.
    pub struct CriterionReport {
        /// Number of the criterion in the set.
        pub number: String,
        /// Description.
        pub description: String,
        /// Evidence of the dossier that proves it.
        pub evidence: Vec<EvidenceId>,
    }
}

record! {
    /// A change since the product was recognised.
    pub struct ChangeSince {
        /// What changed.
        pub topic: ChangeTopic,
        /// How.
        pub text: String,
    }
}

code! {
    /// What a dossier for a further evaluation has to bring up to date (Article 6).
    pub enum ChangeTopic {
        /// Nguyên liệu.
        Materials = "materials",
        /// Công nghệ.
        Technology = "technology",
        /// Bao bì.
        Packaging = "packaging",
        /// Nhãn.
        Label = "label",
        /// Công bố chất lượng.
        Declaration = "declaration",
        /// Kết quả kiểm nghiệm định kỳ.
        PeriodicTests = "periodic_tests",
        /// Thị trường.
        Market = "market",
        /// Sản lượng.
        Output = "output",
        /// Doanh thu.
        Revenue = "revenue",
        /// Giấy tờ có thời hạn được cấp lại.
        RenewedPapers = "renewed_papers",
        /// Anything else.
        Other = "other",
    }
}

impl CriterionReport {
    /// A criterion of which nothing is said yet.
    pub fn blank(number: &str) -> CriterionReport {
        CriterionReport {
            number: number.to_owned(),
            description: String::new(),
            evidence: Vec::new(),
            unknown: Default::default(),
        }
    }
}

impl YearResult {
    /// A year of which nothing is said yet.
    pub fn blank(year: i32) -> YearResult {
        YearResult {
            year,
            output: String::new(),
            revenue: None,
            profit: None,
            workers: None,
            local_workers: None,
            markets: String::new(),
            note: String::new(),
            unknown: Default::default(),
        }
    }
}

impl Registration {
    /// The same form with what the registry says today; samples, place and signature stay.
    pub fn refreshed(&self, producer: &Producer, product: &Product) -> Registration {
        Registration {
            samples: self.samples,
            electronic_copy: self.electronic_copy,
            place: self.place.clone(),
            signed: self.signed,
            unknown: self.unknown.clone(),
            ..Registration::of(producer, product)
        }
    }

    /// The form filled in from the registry, not signed.
    pub fn of(producer: &Producer, product: &Product) -> Registration {
        Registration {
            producer: producer.name.clone(),
            representative: producer.representative.name.clone(),
            position: producer.representative.position.clone(),
            address: producer.address.clone(),
            phone: producer.phone.clone(),
            email: producer.email.clone(),
            product: product.name.clone(),
            samples: None,
            electronic_copy: false,
            place: String::new(),
            signed: None,
            unknown: Default::default(),
        }
    }

    /// Whether it counts as present: it names producer and product and is signed.
    pub fn is_present(&self) -> bool {
        !self.producer.trim().is_empty() && !self.product.trim().is_empty() && self.signed.is_some()
    }
}

impl SelfReport {
    /// The same form with what the registry says today in part I; everything else stays.
    pub fn refreshed(&self, producer: &Producer, product: &Product) -> SelfReport {
        let fresh = SelfReport::of(producer, product);
        SelfReport {
            legal_form: fresh.legal_form,
            representative: fresh.representative,
            registration: fresh.registration,
            specification: fresh.specification,
            history: fresh.history,
            organisation: fresh.organisation,
            ..self.clone()
        }
    }

    /// The form with part I filled in from the registry, not signed.
    pub fn of(producer: &Producer, product: &Product) -> SelfReport {
        SelfReport {
            legal_form: producer.legal_form,
            representative: producer.representative.clone(),
            registration: producer.registration.clone(),
            specification: product.specification.clone(),
            papers: Vec::new(),
            other_papers: String::new(),
            history: producer.history.clone(),
            organisation: producer.organisation.clone(),
            results: String::new(),
            years: Vec::new(),
            criteria: Vec::new(),
            changes: Vec::new(),
            plan: String::new(),
            planned: Vec::new(),
            place: String::new(),
            signed: None,
            unknown: Default::default(),
        }
    }

    /// Whether it counts as present: parts II and IV say something, and it is signed.
    pub fn is_present(&self) -> bool {
        let says = |text: &str, rows: &[YearResult]| !text.trim().is_empty() || !rows.is_empty();
        says(&self.results, &self.years) && says(&self.plan, &self.planned) && self.signed.is_some()
    }

    /// Whether some change since recognition is told.
    pub fn tells_changes(&self) -> bool {
        self.changes.iter().any(|change| !change.text.trim().is_empty())
    }
}
