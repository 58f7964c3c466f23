//! The dossier (hồ sơ sản phẩm): one attempt in one round.

use super::evidence::Evidence;
use super::forms::{Registration, SelfReport};
use super::reports::{AdvisoryReport, CommuneReport};
use super::step::{DocumentRef, step};
use crate::domain::criteria::SetPin;
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::points::Mean;
use crate::domain::registry::RegisteredId;
use crate::domain::session::{Level, ProductId, SessionId};
use crate::{code, record};

/// Marks ids of dossiers.
pub enum DossierKind {}
/// The identity of a dossier.
pub type DossierId = Id<DossierKind>;

record! {
    /// A dossier: one attempt of one product in one round (26/2026/QĐ-TTg, Articles 6 and 7). Where it stands is said by
    /// its last step alone; its decision is that of its criteria set.
    pub struct Dossier {
        /// The product.
        pub product: RegisteredId,
        /// First time, upgrade or re-evaluation.
        pub kind: DossierType,
        /// The criteria set, pinned; its decision is the one the dossier runs under. Absent: not chosen yet.
        pub set: Option<SetPin>,
        /// The round it was taken into.
        pub round: Option<Round>,
        /// Receipt number of the commune, `……-……/PĐK-(Mã tỉnh)-(Mã xã)-(Năm)`.
        pub commune_receipt: String,
        /// Receipt number of the province.
        pub province_receipt: String,
        /// Mẫu 01; absent: not begun.
        pub registration: Option<Registration>,
        /// Mẫu 02; absent: not begun.
        pub report: Option<SelfReport>,
        /// Evidence.
        pub evidence: Vec<Evidence>,
        /// What a named officer let pass although it was missing.
        pub waivers: Vec<Waiver>,
        /// What the commune asked for, oldest first.
        pub supplements: Vec<Supplement>,
        /// Mẫu 03; absent: not begun.
        pub commune_report: Option<CommuneReport>,
        /// Report of the advisory team; absent: not begun.
        pub advisory: Option<AdvisoryReport>,
        /// The producer's own scores (Mẫu 02, part III).
        pub self_check: Option<SessionLink>,
        /// The scores of the commune or the advisory team.
        pub advisory_check: Option<SessionLink>,
        /// The scores of the council.
        pub council: Option<SessionLink>,
        /// Results as recorded, oldest first; the last one counts. Never recomputed.
        pub results: Vec<RecordedResult>,
        /// What happened, oldest first.
        pub steps: Vec<DossierStep>,
        /// Remarks of the office.
        pub note: String,
    }
}

code! {
    /// The tick-box of Mẫu 01.
    pub enum DossierType {
        /// Đánh giá lần đầu.
        First = "first",
        /// Nâng hạng.
        Upgrade = "upgrade",
        /// Đánh giá lại.
        ReEvaluation = "re_evaluation",
    }
}

record! {
    /// A round of evaluation (đợt).
    pub struct Round {
        /// Whose.
        pub level: Level,
        /// The year.
        pub year: i32,
        /// Which one of the year, from 1.
        pub number: u8,
    }
}

record! {
    /// A product in a session: where scores of this dossier stand.
    pub struct SessionLink {
        /// The session.
        pub session: SessionId,
        /// The product before that council.
        pub product: ProductId,
    }
}

record! {
    /// A missing part let pass by a named officer.
    pub struct Waiver {
        /// What is missing.
        pub item: GateItem,
        /// Who answers for it; never empty.
        pub officer: String,
        /// Why; never empty.
        pub reason: String,
        /// The day.
        pub on: Date,
    }
}

code! {
    /// What a complete dossier has (Article 6).
    pub enum GateItem {
        /// Mẫu 01, signed.
        Registration = "registration",
        /// Mẫu 02, filled in and signed.
        SelfReport = "self_report",
        /// The producer's business registration (Article 2.3).
        BusinessRegistration = "business_registration",
        /// What changed since recognition (nâng hạng, đánh giá lại).
        Changes = "changes",
        /// At least 5 samples (not for tourism services).
        Samples = "samples",
    }
}

record! {
    /// A request to complete a dossier.
    pub struct Supplement {
        /// The day it was asked for.
        pub asked: Date,
        /// What is missing.
        pub items: Vec<String>,
        /// The day it was handed in; absent: still open.
        pub answered: Option<Date>,
        /// Remarks.
        pub note: String,
    }
}

record! {
    /// A council's result as recorded. Stars of old results stay as they were written, whatever the mean.
    pub struct RecordedResult {
        /// The council's level.
        pub level: Level,
        /// The day of the result.
        pub on: Date,
        /// Where it was scored in this app; absent: taken from paper.
        pub scored: Option<SessionLink>,
        /// The mean, exact; absent: not told.
        pub mean: Option<Mean>,
        /// Stars, 0 to 5; 0: eliminated.
        pub stars: u8,
        /// What keeps it from more, where that matters.
        pub ground: Option<ResultGround>,
        /// In words.
        pub reason: String,
        /// By meeting or by written opinion.
        pub way: ScoringWay,
        /// The minutes, or the notice of the Ministry.
        pub document: Option<DocumentRef>,
    }
}

code! {
    /// What decided over the stars.
    pub enum ResultGround {
        /// The band of the mean.
        Band = "band",
        /// A minimum mark was missed.
        Minimum = "minimum",
        /// A rule eliminated it.
        Eliminated = "eliminated",
    }
}

code! {
    /// How a council came to its result.
    pub enum ScoringWay {
        /// In a meeting.
        Meeting = "meeting",
        /// By written opinion (lấy ý kiến bằng văn bản): the rule at a re-evaluation (Article 7.6).
        Written = "written",
    }
}

code! {
    /// Where a dossier stands.
    pub enum DossierState {
        /// Đang lập.
        Draft = "draft",
        /// Xã đã tiếp nhận.
        ReceivedCommune = "received_commune",
        /// Đang bổ sung, hoàn thiện.
        Supplement = "supplement",
        /// Xã không đề nghị, trả lại.
        Returned = "returned",
        /// Xã đã đề nghị.
        Proposed = "proposed",
        /// Hội đồng cấp huyện đã chấm (until 30/6/2025).
        DistrictScored = "district_scored",
        /// Tỉnh đã tiếp nhận.
        ReceivedProvince = "received_province",
        /// Tổ tư vấn đã thẩm định.
        AdvisoryChecked = "advisory_checked",
        /// Hội đồng đã đánh giá.
        Scored = "scored",
        /// Đã gửi trung ương.
        SentCentral = "sent_central",
        /// Trung ương trả lại tỉnh.
        ReturnedCentral = "returned_central",
        /// Được công nhận.
        Recognised = "recognised",
        /// Không được công nhận.
        NotRecognised = "not_recognised",
    }
}

code! {
    /// What can happen to a dossier.
    pub enum DossierEvent {
        /// It is begun.
        Create = "create",
        /// It is handed in at the commune.
        HandIn = "hand_in",
        /// The commune asks to complete it.
        AskSupplement = "ask_supplement",
        /// What was asked for is handed in.
        Complete = "complete",
        /// The commune assesses it and proposes it (Mẫu 03).
        Propose = "propose",
        /// The commune does not propose it.
        Return = "return",
        /// The district council scores it (until 30/6/2025).
        ScoreDistrict = "score_district",
        /// The province receives it.
        Receive = "receive",
        /// The advisory team reports.
        Advise = "advise",
        /// The provincial council scores it.
        Score = "score",
        /// It is not recognised.
        NotRecognise = "not_recognise",
        /// It is recognised, with a certificate.
        Recognise = "recognise",
        /// The result is approved and the dossier sent to the Ministry.
        SendCentral = "send_central",
        /// The Ministry recognises 5 stars.
        RecogniseCentral = "recognise_central",
        /// The Ministry finds fewer than 90 points and sends it back.
        ReturnCentral = "return_central",
        /// The province evaluates again.
        EvaluateAgain = "evaluate_again",
    }
}

step! {
    /// One step of a dossier.
    DossierStep: DossierEvent, DossierState
}

impl Dossier {
    /// A dossier of which only product and type are known, without any step.
    pub fn blank(product: RegisteredId, kind: DossierType) -> Dossier {
        Dossier {
            product,
            kind,
            set: None,
            round: None,
            commune_receipt: String::new(),
            province_receipt: String::new(),
            registration: None,
            report: None,
            evidence: Vec::new(),
            waivers: Vec::new(),
            supplements: Vec::new(),
            commune_report: None,
            advisory: None,
            self_check: None,
            advisory_check: None,
            council: None,
            results: Vec::new(),
            steps: Vec::new(),
            note: String::new(),
            unknown: Default::default(),
        }
    }

    /// Where it stands; `None` before its first step.
    pub fn state(&self) -> Option<DossierState> {
        self.steps.last().map(|step| step.to)
    }

    /// The last step that led to `state`.
    pub fn reached(&self, state: DossierState) -> Option<&DossierStep> {
        self.steps.iter().rev().find(|step| step.to == state)
    }

    /// The first step that led to `state`.
    pub fn reached_first(&self, state: DossierState) -> Option<&DossierStep> {
        self.steps.iter().find(|step| step.to == state)
    }

    /// The result that counts.
    pub fn result(&self) -> Option<&RecordedResult> {
        self.results.last()
    }
}

impl DossierState {
    /// Whether no transition follows any more.
    pub fn is_final(self) -> bool {
        matches!(self, DossierState::Returned | DossierState::Recognised | DossierState::NotRecognised)
    }
}

/// A part of a dossier that people fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DossierPart {
    /// Type and criteria set.
    Basics,
    /// Mẫu 01 and Mẫu 02, self-scores, waivers.
    Forms,
    /// The list of evidence: also while someone may ask for more.
    Evidence,
    /// Mẫu 03.
    CommuneReport,
    /// The advisory team's report and scores.
    Advisory,
}

impl Dossier {
    /// Whether `part` may be changed where the dossier stands. What was handed in stays as it was handed in (what the
    /// producer supplies has the same value as paper; 26/2026/QĐ-TTg, Article 7.1): it changes only while the dossier is
    /// with the producer.
    pub fn may_edit(&self, part: DossierPart) -> bool {
        use DossierState as S;
        let state = self.state().unwrap_or(S::Draft);
        match part {
            DossierPart::Basics => state == S::Draft,
            DossierPart::Forms => matches!(state, S::Draft | S::Supplement),
            DossierPart::Evidence => {
                matches!(state, S::Draft | S::Supplement | S::ReceivedProvince | S::AdvisoryChecked)
            }
            DossierPart::CommuneReport => state == S::ReceivedCommune,
            DossierPart::Advisory => state == S::ReceivedProvince,
        }
    }
}
