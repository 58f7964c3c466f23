//! What other records say that a dossier's transitions depend on, and what the dossier itself comes to.

use super::certificate::Certificate;
use super::dossier::{
    Dossier, DossierState, DossierType, GateItem, RecordedResult, ResultGround, ScoringWay, SessionLink,
};
use super::office::{Office, SupplementCount};
use crate::domain::calendar::{COMMUNE_DAYS, WorkingDays, results_before};
use crate::domain::council::{Outcome, ProductResult, Quorum, quorum};
use crate::domain::date::Date;
use crate::domain::points::Mean;
use crate::domain::session::{Level, ProductId, Purpose, Session, SessionId};

/// Days from the complete dossier to the result of a re-evaluation (26/2026/QĐ-TTg, Article 7.6).
pub const REVIEW_DAYS: i32 = 45;
/// Samples that go with a dossier, except of tourism services (Article 6).
pub const SAMPLES: u16 = 5;

/// What other records say that a dossier's transitions depend on.
#[derive(Clone, Copy, Debug)]
pub struct DossierFacts<'a> {
    /// The settings of the office.
    pub office: &'a Office,
    /// The producer has a business registration.
    pub registered: bool,
    /// Samples go with it: no tourism service.
    pub needs_samples: bool,
    /// The product's newest certificate that is not closed, expired or not.
    pub certificate: Option<&'a Certificate>,
    /// The product's dossier for re-evaluation that is running, if any.
    pub review: Option<&'a Dossier>,
    /// What the linked council's sheets come to.
    pub council: Option<&'a CouncilFacts>,
}

/// What a council's session says about one product.
#[derive(Clone, Debug, PartialEq)]
pub struct CouncilFacts {
    /// Session and product.
    pub link: SessionLink,
    /// An official session, not practice and no self-check.
    pub official: bool,
    /// Its level.
    pub level: Level,
    /// Its day.
    pub date: Date,
    /// Who was present, against the council's own rule.
    pub quorum: Quorum,
    /// Two members are further apart than the council's limit.
    pub too_wide: bool,
    /// What follows.
    pub outcome: Outcome,
    /// The mean; `None` without sheets.
    pub mean: Option<Mean>,
    /// Stars after the minimum marks; 0 when eliminated.
    pub stars: u8,
    /// What keeps it from more stars.
    pub ground: ResultGround,
}

impl CouncilFacts {
    /// What `result`, of product `product` in `session`, comes to.
    pub fn of(id: SessionId, session: &Session, product: ProductId, result: &ProductResult) -> CouncilFacts {
        let eliminated = result.outcome == Outcome::Eliminated;
        CouncilFacts {
            link: SessionLink { session: id, product, unknown: Default::default() },
            official: session.purpose == Purpose::Official,
            level: session.level,
            date: session.date,
            quorum: quorum(session),
            too_wide: !result.gaps.is_empty(),
            outcome: result.outcome,
            mean: result.total,
            stars: if eliminated { 0 } else { result.stars },
            ground: match () {
                _ if eliminated => ResultGround::Eliminated,
                _ if result.stars < result.band => ResultGround::Minimum,
                _ => ResultGround::Band,
            },
        }
    }

    /// The result as it is recorded in the dossier.
    pub fn recorded(&self, on: Date, way: ScoringWay) -> RecordedResult {
        RecordedResult {
            level: self.level,
            on,
            scored: Some(self.link.clone()),
            mean: self.mean,
            stars: self.stars,
            ground: Some(self.ground),
            reason: String::new(),
            way,
            document: None,
            unknown: Default::default(),
        }
    }
}

/// The decision under which communes check dossiers and Mẫu 01 to 03 are used.
const NEWEST: &str = "qd-26-2026";
/// The decisions before it: their dossiers are historical records.
const EARLIER: [&str; 2] = ["qd-1048-2019", "qd-148-2023"];

impl Dossier {
    /// The folder of its decision; empty without a set.
    pub fn decision(&self) -> &str {
        self.set.as_ref().map_or("", |set| &set.decision)
    }

    /// Whether it runs under 26/2026/QĐ-TTg or a set of the province's own, and not under an earlier decision.
    pub fn is_current(&self) -> bool {
        self.decision() == NEWEST || !EARLIER.contains(&self.decision())
    }

    /// What a complete dossier still lacks, waived or not. Dossiers of earlier decisions had other forms and lack
    /// nothing.
    pub fn lacking(&self, facts: &DossierFacts<'_>) -> Vec<GateItem> {
        if !self.is_current() {
            return Vec::new();
        }
        let lacks = |item: GateItem| match item {
            GateItem::Registration => !self.registration.as_ref().is_some_and(|form| form.is_present()),
            GateItem::SelfReport => !self.report.as_ref().is_some_and(|form| form.is_present()),
            GateItem::BusinessRegistration => !facts.registered,
            GateItem::Changes => {
                self.kind != DossierType::First && !self.report.as_ref().is_some_and(|form| form.tells_changes())
            }
            GateItem::Samples => {
                let samples = self.registration.as_ref().and_then(|form| form.samples).unwrap_or(0);
                facts.needs_samples && samples < SAMPLES
            }
        };
        GateItem::ALL.iter().copied().filter(|item| lacks(*item)).collect()
    }

    /// What a complete dossier still lacks and no named officer let pass with a reason.
    pub fn blocking(&self, facts: &DossierFacts<'_>) -> Vec<GateItem> {
        let is_waived = |item: &GateItem| {
            let mut waivers = self.waivers.iter().filter(|waiver| waiver.item == *item);
            waivers.any(|waiver| !waiver.officer.trim().is_empty() && !waiver.reason.trim().is_empty())
        };
        let mut items = self.lacking(facts);
        items.retain(|item| !is_waived(item));
        items
    }

    /// Last of the commune's 15 working days (Article 7.2). While the dossier is being completed there is none; after
    /// that they start anew or go on, as the office settled.
    pub fn commune_deadline(&self, office: &Office) -> Option<Date> {
        if self.state() != Some(DossierState::ReceivedCommune) || !self.is_current() {
            return None;
        }
        let days = WorkingDays::of(office);
        if office.supplement_count == SupplementCount::Restart {
            return self.reached(DossierState::ReceivedCommune).map(|step| days.after(step.on, COMMUNE_DAYS));
        }
        let (mut used, mut since) = (0u32, None);
        for step in &self.steps {
            match (step.to, since) {
                (DossierState::ReceivedCommune, _) => since = Some(step.on),
                (DossierState::Supplement, Some(from)) => used += days.between(from, step.on),
                _ => (),
            }
        }
        let left = u32::from(COMMUNE_DAYS).saturating_sub(used) as u16;
        since.map(|from| days.after(from, left))
    }

    /// Last of the 45 days of a re-evaluation: from the commune's complete dossier at the province, or from the
    /// province's at the Ministry (Article 7.6).
    pub fn review_deadline(&self) -> Option<Date> {
        if self.kind != DossierType::ReEvaluation || !self.is_current() {
            return None;
        }
        let from = match self.state()? {
            DossierState::ReceivedProvince | DossierState::AdvisoryChecked | DossierState::Scored => {
                DossierState::ReceivedProvince
            }
            DossierState::SentCentral => DossierState::SentCentral,
            _ => return None,
        };
        self.reached(from).map(|step| step.on.plus_days(REVIEW_DAYS))
    }

    /// Last day for the provincial council in time: of the 45 days at a re-evaluation, else of the round.
    pub fn council_deadline(&self, office: &Office) -> Option<Date> {
        if self.kind == DossierType::ReEvaluation {
            return self.review_deadline();
        }
        self.round.as_ref().and_then(|round| results_before(round, office)).map(|before| before.plus_days(-1))
    }
}
