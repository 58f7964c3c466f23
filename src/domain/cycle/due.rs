//! What has to be done by when, and what runs out: one list for boards, paper and calendars.

use super::certificate::{Certificate, CertificateId};
use super::certificate_acts::REVOCATION_DAYS;
use super::dossier::{Dossier, DossierId, DossierState, DossierType, Round};
use super::evidence::EvidenceId;
use super::office::{Office, OfficeLevel};
use super::term::{MONTHS, Standing};
use crate::domain::calendar::{EntryKind, latest, statutory};
use crate::domain::date::Date;
use crate::domain::order::sorted;
use crate::domain::registry::RegisteredId;
use crate::domain::session::Level;

/// Something with a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// The last day in time; for [`DueKind::WindowOpens`] the first one.
    pub on: Date,
    /// What.
    pub kind: DueKind,
    /// Of what.
    pub subject: Subject,
    /// The product it concerns, if it is one.
    pub product: Option<RegisteredId>,
    /// The day is over.
    pub late: bool,
}

/// What a day is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueKind {
    /// A dossier for re-evaluation can be handed in from this day on.
    WindowOpens,
    /// Last day to hand it in (120 days before the end).
    WindowCloses,
    /// The certificate ends.
    CertificateEnds,
    /// An extension ends (180 days after the end; Article 12.3, to be confirmed).
    ExtensionEnds,
    /// The decision of withdrawal (15 days).
    Revocation,
    /// The commune's 15 working days.
    CommuneReport,
    /// What was asked for has not come yet; the day is that of the request.
    SupplementOpen,
    /// Last working day for the commune's proposal to a round.
    Proposal,
    /// Last day for a producer to hand in for a round.
    HandIn,
    /// The round's, or the Ministry's, evaluation.
    Results,
    /// The 45 days of a re-evaluation.
    Review,
    /// Last day for the province's dossiers to the Ministry.
    ProposalCentral,
    /// A piece of evidence is valid for the last day.
    EvidenceEnds,
}

/// What something with a day is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// A certificate.
    Certificate(CertificateId),
    /// A dossier.
    Dossier(DossierId),
    /// A piece of evidence of a dossier.
    Evidence(DossierId, EvidenceId),
    /// A round.
    Round(Round),
}

/// How near a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bucket {
    /// It is over.
    Overdue,
    /// At most 30 days.
    Within30,
    /// At most 90 days.
    Within90,
    /// At most 180 days.
    Within180,
    /// Later.
    Later,
}

impl DueKind {
    /// Whether it belongs on the board "sắp hết hạn" (something runs out) and not on "việc cần làm" (someone acts).
    pub fn runs_out(self) -> bool {
        matches!(self, DueKind::CertificateEnds | DueKind::ExtensionEnds | DueKind::EvidenceEnds)
    }

    /// A word for identities of calendar entries.
    fn word(self) -> &'static str {
        match self {
            DueKind::WindowOpens => "window-opens",
            DueKind::WindowCloses => "window-closes",
            DueKind::CertificateEnds => "certificate-ends",
            DueKind::ExtensionEnds => "extension-ends",
            DueKind::Revocation => "revocation",
            DueKind::CommuneReport => "commune-report",
            DueKind::SupplementOpen => "supplement-open",
            DueKind::Proposal => "proposal",
            DueKind::HandIn => "hand-in",
            DueKind::Results => "results",
            DueKind::Review => "review",
            DueKind::ProposalCentral => "proposal-central",
            DueKind::EvidenceEnds => "evidence-ends",
        }
    }
}

impl Due {
    /// How near it is on `today`.
    pub fn bucket(&self, today: Date) -> Bucket {
        match self.on.days() - today.days() {
            _ if self.late => Bucket::Overdue,
            ..=30 => Bucket::Within30,
            31..=90 => Bucket::Within90,
            91..=180 => Bucket::Within180,
            _ => Bucket::Later,
        }
    }

    /// An identity that stays when the day moves, so that a calendar replaces its entry.
    pub fn uid(&self) -> String {
        let subject = match &self.subject {
            Subject::Certificate(id) => id.to_string(),
            Subject::Dossier(id) => id.to_string(),
            Subject::Evidence(dossier, id) => format!("{dossier}-{id}"),
            Subject::Round(round) => format!("{}-{}-{}", round.level.word(), round.year, round.number),
        };
        format!("{}-{subject}@so-ocop", self.kind.word())
    }
}

/// The list in the making: give it the products one by one, and the rounds, and take it.
///
/// What is done, closed or replaced is not in it; what is late is, until it is done.
#[derive(Clone, Debug)]
pub struct Agenda<'a> {
    office: &'a Office,
    today: Date,
    due: Vec<Due>,
}

impl<'a> Agenda<'a> {
    /// An empty list on `today`.
    pub fn new(office: &'a Office, today: Date) -> Agenda<'a> {
        Agenda { office, today, due: Vec::new() }
    }

    /// Adds the days of a product's certificates, dossiers and evidence.
    pub fn product(
        &mut self,
        product: RegisteredId,
        certificates: &[(CertificateId, &Certificate)],
        dossiers: &[(DossierId, &Dossier)],
    ) {
        let mut in_force: Vec<(DossierId, Date)> = Vec::new();
        for (id, certificate) in certificates {
            let review = dossiers.iter().map(|(_, dossier)| *dossier).find(|dossier| dossier.reviews(certificate));
            let standing = certificate.standing(self.today, review);
            let is_old = certificates.iter().any(|(_, other)| other.valid_from > certificate.valid_from);
            // An end that a later certificate followed is history.
            if !(is_old && standing == Standing::Expired) {
                self.certificate(product, *id, certificate, standing);
            }
            if let (Some(dossier), true) = (certificate.dossier, standing.is_in_force()) {
                in_force.push((dossier, certificate.term().until));
            }
        }
        for (id, dossier) in dossiers {
            self.dossier(product, *id, dossier);
            let until = in_force.iter().find(|(source, _)| source == id).map(|(_, until)| *until);
            self.evidence(product, *id, dossier, until);
        }
    }

    /// The list, earliest first.
    pub fn list(self) -> Vec<Due> {
        sorted(self.due, &|one, other| (one.on, one.kind).cmp(&(other.on, other.kind)))
    }

    fn add(&mut self, on: Date, kind: DueKind, subject: Subject, product: Option<RegisteredId>) {
        let late = match kind {
            // A window that has opened is open; a request that was sent waits for the producer.
            DueKind::WindowOpens | DueKind::SupplementOpen => false,
            // Practice takes a certificate as no longer valid from this day on.
            DueKind::CertificateEnds => on <= self.today,
            _ => on < self.today,
        };
        self.due.push(Due { on, kind, subject, product, late });
    }

    fn certificate(&mut self, product: RegisteredId, id: CertificateId, certificate: &Certificate, standing: Standing) {
        let term = certificate.term();
        let mut add = |on, kind| self.add(on, kind, Subject::Certificate(id), Some(product));
        match standing {
            Standing::Active => {
                add(term.opens, DueKind::WindowOpens);
                add(term.closes, DueKind::WindowCloses);
                add(term.until, DueKind::CertificateEnds);
            }
            Standing::Expiring | Standing::Late => {
                add(term.closes, DueKind::WindowCloses);
                add(term.until, DueKind::CertificateEnds);
            }
            Standing::UnderReview | Standing::Expired => add(term.until, DueKind::CertificateEnds),
            Standing::Extended => add(term.extended, DueKind::ExtensionEnds),
            Standing::Renewed | Standing::Raised | Standing::Lowered | Standing::Revoked => return,
        }
        if let Some(open) = certificate.open_revocation() {
            add(open.concluded.plus_days(REVOCATION_DAYS), DueKind::Revocation);
        }
    }

    fn dossier(&mut self, product: RegisteredId, id: DossierId, dossier: &Dossier) {
        let office = self.office;
        let mut add = |on: Option<Date>, kind| {
            if let Some(on) = on {
                self.add(on, kind, Subject::Dossier(id), Some(product));
            }
        };
        add(dossier.commune_deadline(office), DueKind::CommuneReport);
        add(dossier.review_deadline(), DueKind::Review);
        match dossier.state() {
            Some(DossierState::Supplement) => {
                let open = dossier.supplements.iter().rev().find(|it| it.answered.is_none());
                add(open.map(|it| it.asked), DueKind::SupplementOpen);
            }
            Some(DossierState::ReceivedProvince | DossierState::AdvisoryChecked)
                if dossier.kind != DossierType::ReEvaluation =>
            {
                add(dossier.council_deadline(office), DueKind::Results);
            }
            _ => (),
        }
    }

    fn evidence(&mut self, product: RegisteredId, id: DossierId, dossier: &Dossier, until: Option<Date>) {
        let is_running = dossier.state().is_some_and(|state| !state.is_final());
        let last = match until {
            Some(until) => until,
            None if is_running => dossier.evidence_needed_until(self.office, self.today),
            None => return,
        };
        for ending in dossier.evidence_ending(last) {
            self.add(ending.1, DueKind::EvidenceEnds, Subject::Evidence(id, ending.0), Some(product));
        }
    }

    /// Adds the rounds of which a date lies within the next 366 days: those of the office's level.
    pub fn rounds(&mut self) {
        let (office, today) = (self.office, self.today);
        let horizon = today.plus_days(366);
        let mut add = |on: Date, kind, round: &Round| {
            if on >= today && on <= horizon {
                self.due.push(Due { on, kind, subject: Subject::Round(round.clone()), product: None, late: false });
            }
        };
        let years = [today.year(), today.year() + 1];
        let mut rounds: Vec<Round> = Vec::new();
        for entry in years.into_iter().flat_map(statutory) {
            let own = office.rounds.iter().any(|own| own.round == entry.round);
            if entry.round.level == Level::Province && entry.kind == EntryKind::Proposals && !own {
                rounds.push(entry.round.clone());
            }
            let last = entry.before.plus_days(-1);
            match (entry.round.level, entry.kind, office.level) {
                (Level::Central, _, OfficeLevel::Commune) => (),
                (Level::Central, EntryKind::Proposals, _) => add(last, DueKind::ProposalCentral, &entry.round),
                (_, EntryKind::Results, _) if !own => add(last, DueKind::Results, &entry.round),
                _ => (),
            }
        }
        for own in &office.rounds {
            add(own.results_before.plus_days(-1), DueKind::Results, &own.round);
            rounds.push(own.round.clone());
        }
        for round in rounds {
            if let Some(latest) = latest(&round, office) {
                add(latest.producer, DueKind::HandIn, &round);
                add(latest.commune, DueKind::Proposal, &round);
            }
        }
    }
}

impl Dossier {
    /// Until when evidence should be valid: 36 months from the council's day, or from `today` where it is not known.
    pub fn evidence_needed_until(&self, office: &Office, today: Date) -> Date {
        self.council_deadline(office).unwrap_or(today).max(today).plus_months(MONTHS)
    }

    /// Evidence that is no longer valid on `day`, with its last day: for the council's day what has run out before it,
    /// for the end of the 36 months what runs out within them. A piece that another one of the same row for the same
    /// criteria outlasts is not in it.
    pub fn evidence_ending(&self, day: Date) -> Vec<(EvidenceId, Date)> {
        let mut ending = Vec::new();
        for one in &self.evidence {
            let Some(until) = one.valid_until.filter(|until| *until < day) else { continue };
            let outlasts = |other: &&super::evidence::Evidence| {
                (other.kind, &other.criteria) == (one.kind, &one.criteria)
                    && other.title == one.title
                    && other.valid_until.is_none_or(|later| later > until)
            };
            if !self.evidence.iter().any(|other| other.id != one.id && outlasts(&other)) {
                ending.push((one.id, until));
            }
        }
        ending
    }
}
