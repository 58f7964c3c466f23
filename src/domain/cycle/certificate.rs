//! The certificate (giấy chứng nhận sản phẩm OCOP).

use super::deed::{Deed, Refusal};
use super::dossier::DossierId;
use super::step::{DocumentRef, step};
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::points::Mean;
use crate::domain::registry::RegisteredId;
use crate::domain::session::Level;
use crate::{code, record};

/// Marks ids of certificates.
pub enum CertificateKind {}
/// The identity of a certificate.
pub type CertificateId = Id<CertificateKind>;

record! {
    /// A certificate. How long it is valid is computed from its first day; whether it runs out, is under review or
    /// prolonged depends on the day and on the product's dossiers and is never stored.
    pub struct Certificate {
        /// The product.
        pub product: RegisteredId,
        /// The dossier it came from; absent: an old certificate taken from paper.
        pub dossier: Option<DossierId>,
        /// Stars, 3 to 5.
        pub stars: u8,
        /// Points of the council as a paper says them; absent: not said, or they stand in the dossier's session.
        pub points: Option<Mean>,
        /// Number of the certificate.
        pub number: String,
        /// The level that issued it.
        pub level: Level,
        /// The decision of recognition.
        pub decision: DocumentRef,
        /// First day: the date of the decision.
        pub valid_from: Date,
        /// Last day as printed on an old certificate; it then counts instead of 36 months (26/2026/QĐ-TTg,
        /// Article 12.1).
        pub printed_until: Option<Date>,
        /// Withdrawals looked into, oldest first.
        pub revocations: Vec<Revocation>,
        /// What happened, oldest first.
        pub steps: Vec<CertificateStep>,
        /// Remarks of the office.
        pub note: String,
    }
}

record! {
    /// A withdrawal (thu hồi; 26/2026/QĐ-TTg, Article 8) from the conclusion on.
    pub struct Revocation {
        /// Why.
        pub ground: RevocationGround,
        /// Day of the conclusion, or of the commune's confirmation that production stopped: 15 days run from it.
        pub concluded: Date,
        /// The conclusion.
        pub conclusion: DocumentRef,
        /// The decision of withdrawal; absent: not decided.
        pub decision: Option<DocumentRef>,
        /// Set when it was found that nothing is to be withdrawn: why.
        pub dismissed: Option<String>,
    }
}

impl Revocation {
    /// A withdrawal on the paper that `deed` names. Its 15 days run from the day of that paper, not from the day on which
    /// it is entered.
    pub fn opened(ground: RevocationGround, deed: &Deed) -> Result<Revocation, Refusal> {
        let conclusion = deed.document.clone().filter(DocumentRef::is_whole).ok_or(Refusal::DocumentMissing)?;
        Ok(Revocation {
            ground,
            concluded: conclusion.date.ok_or(Refusal::DocumentMissing)?,
            conclusion,
            decision: None,
            dismissed: None,
            unknown: Default::default(),
        })
    }
}

code! {
    /// The six grounds of Article 8.
    pub enum RevocationGround {
        /// a) Thông tin không trung thực, giả mạo hồ sơ.
        FalseInformation = "false_information",
        /// b) Không còn đáp ứng tiêu chí theo kết quả kiểm tra.
        CriteriaNotMet = "criteria_not_met",
        /// c) Vi phạm pháp luật về chất lượng, an toàn thực phẩm, môi trường, sở hữu trí tuệ, ghi nhãn …
        BreachOfLaw = "breach_of_law",
        /// d) Sử dụng sai biểu trưng, nhãn hiệu OCOP.
        MisuseOfMark = "misuse_of_mark",
        /// đ) Ngừng sản xuất.
        ProductionStopped = "production_stopped",
        /// e) Kết luận khác của cơ quan có thẩm quyền.
        OtherConclusion = "other_conclusion",
    }
}

code! {
    /// Where a certificate stands apart from the calendar.
    pub enum CertificateState {
        /// Issued and not closed.
        Issued = "issued",
        /// Replaced by one with as many stars.
        Renewed = "renewed",
        /// Replaced by one with more stars.
        Raised = "raised",
        /// Replaced by one with fewer stars.
        Lowered = "lowered",
        /// Withdrawn.
        Revoked = "revoked",
    }
}

code! {
    /// What can happen to a certificate.
    pub enum CertificateEvent {
        /// It is issued.
        Issue = "issue",
        /// A conclusion gives ground for withdrawal; 15 days run.
        Conclude = "conclude",
        /// The conclusion leads to no withdrawal, with a reason.
        Dismiss = "dismiss",
        /// It is withdrawn.
        Revoke = "revoke",
        /// A new one with as many stars replaces it.
        Renew = "renew",
        /// A new one with more stars replaces it.
        Raise = "raise",
        /// A new one with fewer stars replaces it.
        Lower = "lower",
    }
}

step! {
    /// One step of a certificate.
    CertificateStep: CertificateEvent, CertificateState
}

impl Certificate {
    /// A certificate with what must be known of it, without any step; its level follows from the stars.
    pub fn blank(product: RegisteredId, stars: u8, decision: DocumentRef, valid_from: Date) -> Certificate {
        Certificate {
            product,
            dossier: None,
            stars,
            points: None,
            number: String::new(),
            level: if stars >= 5 { Level::Central } else { Level::Province },
            decision,
            valid_from,
            printed_until: None,
            revocations: Vec::new(),
            steps: Vec::new(),
            note: String::new(),
            unknown: Default::default(),
        }
    }

    /// Where it stands apart from the calendar. A certificate without steps came from paper: it is issued.
    pub fn state(&self) -> CertificateState {
        self.steps.last().map_or(CertificateState::Issued, |step| step.to)
    }

    /// Whether it was entered from paper and nothing has happened to it here: only then can what it says be corrected.
    pub fn is_from_paper(&self) -> bool {
        self.dossier.is_none() && self.steps.len() <= 1 && self.revocations.is_empty()
    }

    /// The withdrawal that is being decided, if any.
    pub fn open_revocation(&self) -> Option<&Revocation> {
        self.revocations.iter().rev().find(|it| it.decision.is_none() && it.dismissed.is_none())
    }
}
