//! Records that stand where a test wants them.

use so_ocop::domain::criteria::SetPin;
use so_ocop::domain::cycle::*;
use so_ocop::domain::date::Date;
use so_ocop::domain::id::Id;
use so_ocop::domain::moment::Moment;
use so_ocop::domain::points::Mean;
use so_ocop::domain::registry::{Producer, Product, RegisteredId};
use so_ocop::domain::session::Level;

pub const NOW: &str = "2040-01-01T01:00:00.000Z";

pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} is no day"))
}

pub fn id<K>(number: u8) -> Id<K> {
    Id::new(1_800_000_000_000, [number; 10])
}

pub fn product_id() -> RegisteredId {
    id(1)
}

pub fn paper(on: &str) -> DocumentRef {
    DocumentRef::new("816/QĐ-UBND", day(on), "UBND tỉnh")
}

/// A deed with reason and paper: nothing is missing in it.
pub fn deed(on: &str) -> Deed {
    Deed {
        reason: Some("có lý do".to_owned()),
        document: Some(paper(on)),
        ..Deed::new(day(on), Moment::parse(NOW).expect("a moment"), "Nguyễn Thị Hoa")
    }
}

pub fn set(decision: &str) -> SetPin {
    SetPin {
        decision: decision.to_owned(),
        slug: "bo-01".to_owned(),
        code: "01".to_owned(),
        name: "Bộ".to_owned(),
        hash: "sha256:0".to_owned(),
        unknown: Default::default(),
    }
}

pub fn round(year: i32, number: u8) -> Round {
    Round { level: Level::Province, year, number, unknown: Default::default() }
}

pub fn result(level: Level, stars: u8, on: &str) -> RecordedResult {
    let mean = [20, 20, 40, 60, 80, 95][usize::from(stars.min(5))];
    RecordedResult {
        level,
        on: day(on),
        scored: None,
        mean: Some(Mean::whole(mean)),
        stars,
        ground: None,
        reason: String::new(),
        way: ScoringWay::Meeting,
        document: Some(paper(on)),
        unknown: Default::default(),
    }
}

/// A complete dossier of 26/2026/QĐ-TTg before its first step.
pub fn dossier(kind: DossierType) -> Dossier {
    let mut producer = Producer::named("HTX Chè");
    producer.registration.number = "0101".to_owned();
    let product = Product::named("Chè xanh", id(2));
    let signed = Some(day("2026-06-01"));
    let text = |text: &str| text.to_owned();
    let assessment = |content: &AssessedContent| Assessment {
        content: *content,
        text: text("đạt"),
        met: Some(true),
        figures: String::new(),
        unknown: Default::default(),
    };
    let change = ChangeSince { topic: ChangeTopic::Market, text: text("thêm"), unknown: Default::default() };
    Dossier {
        set: Some(set("qd-26-2026")),
        registration: Some(Registration { samples: Some(5), signed, ..Registration::of(&producer, &product) }),
        report: Some(SelfReport {
            results: text("tốt"),
            plan: text("tiếp"),
            changes: vec![change],
            signed,
            ..SelfReport::of(&producer, &product)
        }),
        commune_report: Some(CommuneReport {
            assessments: AssessedContent::ALL.iter().map(assessment).collect(),
            letter: Some(paper("2026-07-01")),
            ..CommuneReport::default()
        }),
        advisory: Some(AdvisoryReport { text: text("đủ"), conditions_met: Some(true), ..AdvisoryReport::default() }),
        ..Dossier::blank(product_id(), kind)
    }
}

/// Adds a step that leads to `to` on `on`, without asking any guard.
pub fn put(dossier: &mut Dossier, to: DossierState, on: &str) {
    let from = dossier.state();
    dossier.steps.push(DossierStep {
        on: day(on),
        recorded: Moment::parse(NOW).expect("a moment"),
        event: DossierEvent::Create,
        from,
        to,
        actor: String::new(),
        reason: None,
        document: None,
        note: String::new(),
        unknown: Default::default(),
    });
}

/// An issued certificate of this day.
pub fn certificate(stars: u8, on: &str) -> Certificate {
    let mut certificate = Certificate::blank(product_id(), stars, paper(on), day(on));
    certificate.apply(CertificateAct::Issue, &deed(on), None).expect("issued");
    certificate
}

pub fn facts(office: &Office) -> DossierFacts<'_> {
    DossierFacts { office, registered: true, needs_samples: true, certificate: None, review: None, council: None }
}

pub const IDEA_FACTS: IdeaFacts = IdeaFacts { named: true, registered: true, dossier_failed: true };

pub fn idea() -> Idea {
    Idea { plan: "trồng thêm".to_owned(), ..Idea::blank(product_id(), IdeaType::New, 2026) }
}

pub fn support(on: &str) -> Support {
    Support {
        on: day(on),
        activity: "Thiết kế bao bì".to_owned(),
        amount: Some(12_000_000),
        plan_line: None,
        note: String::new(),
        unknown: Default::default(),
    }
}

pub fn revocation(on: &str) -> Revocation {
    Revocation {
        ground: RevocationGround::ProductionStopped,
        concluded: day(on),
        conclusion: paper(on),
        decision: None,
        dismissed: None,
        unknown: Default::default(),
    }
}

/// A likely act for every event of a dossier, with its data.
pub fn dossier_act(event: DossierEvent, on: &str, stars: u8) -> DossierAct {
    let boxed = |level| Box::new(result(level, stars, on));
    match event {
        DossierEvent::Create => DossierAct::Create,
        DossierEvent::HandIn => DossierAct::HandIn { receipt: "01-01/PĐK-01-00001-2026".to_owned() },
        DossierEvent::AskSupplement => DossierAct::AskSupplement { items: vec!["Phiếu kiểm nghiệm".to_owned()] },
        DossierEvent::Complete => DossierAct::Complete,
        DossierEvent::Propose => DossierAct::Propose,
        DossierEvent::Return => DossierAct::Return,
        DossierEvent::ScoreDistrict => DossierAct::ScoreDistrict(boxed(Level::District)),
        DossierEvent::Receive => {
            let round = so_ocop::domain::calendar::next_round(Level::Province, day(on));
            DossierAct::Receive { receipt: "02".to_owned(), round }
        }
        DossierEvent::Advise => DossierAct::Advise,
        DossierEvent::Score => DossierAct::Score(boxed(Level::Province)),
        DossierEvent::NotRecognise => DossierAct::NotRecognise,
        DossierEvent::Recognise => DossierAct::Recognise { number: "7".to_owned() },
        DossierEvent::SendCentral => DossierAct::SendCentral,
        DossierEvent::RecogniseCentral => {
            DossierAct::RecogniseCentral { number: "8".to_owned(), result: boxed(Level::Central) }
        }
        DossierEvent::ReturnCentral => DossierAct::ReturnCentral(boxed(Level::Central)),
        DossierEvent::EvaluateAgain => DossierAct::EvaluateAgain,
    }
}

pub fn idea_act(event: IdeaEvent, on: &str) -> IdeaAct {
    match event {
        IdeaEvent::Register => IdeaAct::Register,
        IdeaEvent::Accept => IdeaAct::Accept,
        IdeaEvent::Return => IdeaAct::Return,
        IdeaEvent::Revise => IdeaAct::Revise,
        IdeaEvent::SubmitPlan => IdeaAct::SubmitPlan,
        IdeaEvent::AcceptPlan => IdeaAct::AcceptPlan,
        IdeaEvent::ReturnPlan => IdeaAct::ReturnPlan,
        IdeaEvent::Support => IdeaAct::Support(support(on)),
        IdeaEvent::Ready => IdeaAct::Ready,
        IdeaEvent::Resume => IdeaAct::Resume,
        IdeaEvent::Stop => IdeaAct::Stop,
    }
}

pub fn certificate_act(event: CertificateEvent, on: &str) -> CertificateAct {
    match event {
        CertificateEvent::Issue => CertificateAct::Issue,
        CertificateEvent::Conclude => CertificateAct::Conclude(Box::new(revocation(on))),
        CertificateEvent::Dismiss => CertificateAct::Dismiss,
        CertificateEvent::Revoke => CertificateAct::Revoke,
        CertificateEvent::Renew => CertificateAct::Renew,
        CertificateEvent::Raise => CertificateAct::Raise,
        CertificateEvent::Lower => CertificateAct::Lower,
    }
}
