//! Plans and records that stand where a test wants them.

use so_ocop::codec::{Field, Place, parse};
use so_ocop::domain::cycle::{
    Certificate, CertificateAct, Deed, DocumentRef, Dossier, DossierEvent, DossierState, DossierStep, DossierType,
    Idea, IdeaEvent, IdeaState, IdeaStep, IdeaType,
};
use so_ocop::domain::date::Date;
use so_ocop::domain::id::Id;
use so_ocop::domain::moment::Moment;
use so_ocop::domain::money::Quantity;
use so_ocop::domain::plan::follow::{NotedState, PlanNote, PlanNoteId};
use so_ocop::domain::plan::{
    Activity, Comparator, Metric, OrgUnit, Plan, PlanId, PlanRound, Target, Tier, TimeSpec, UnitKind,
};
use so_ocop::domain::registry::RegisteredId;

pub fn sample(name: &str) -> Plan {
    let file = std::fs::read(format!("public/samples/plans/{name}.json")).expect("the plan is there");
    Plan::read(parse(&file).expect("JSON"), &Place::default()).expect("a plan")
}

pub const SAMPLES: [&str; 5] =
    ["s0-van-quan-2024", "s1-tam-duong-2022", "s2-bac-kan-2018", "s3-thua-thien-hue-2019-2020", "s4-lao-cai-2021"];

pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} is no day"))
}

pub fn id<K>(number: u8) -> Id<K> {
    Id::new(1_800_000_000_000 + i64::from(number), [number; 10])
}

pub fn plan_id() -> PlanId {
    id(200)
}

pub fn activity(key: &str, parent: Option<&str>, time: &str) -> Activity {
    let mut activity = Activity::titled(key, &format!("Việc {key}"));
    activity.parent = parent.map(str::to_owned);
    activity.time = (!time.is_empty()).then(|| TimeSpec::parse(time, Some(2027)));
    activity
}

pub fn unit(key: &str, name: &str) -> OrgUnit {
    OrgUnit {
        key: key.to_owned(),
        name: name.to_owned(),
        aliases: Vec::new(),
        level: Some(Tier::Commune),
        kind: UnitKind::Committee,
        is_group: false,
        parent: None,
        valid_from: None,
        valid_to: None,
        successors: Vec::new(),
        unknown: Default::default(),
    }
}

pub fn target(key: &str, metric: Metric, value: i32) -> Target {
    Target {
        metric,
        comparator: Some(Comparator::AtLeast),
        value: Some(Quantity::whole(value)),
        unit: "sản phẩm".to_owned(),
        ..Target::blank(key.to_owned(), "")
    }
}

pub fn round(key: &str, number: u8, intake: &str, meeting: &str, deadline: &str) -> PlanRound {
    let time = |text: &str| (!text.is_empty()).then(|| TimeSpec::parse(text, Some(2027)));
    PlanRound {
        key: key.to_owned(),
        number,
        level: Tier::Province,
        year: 2027,
        intake: time(intake),
        field_check: None,
        meeting: time(meeting),
        deadline: time(deadline),
        session: None,
        unknown: Default::default(),
    }
}

/// A plan for 2027 with these activities.
pub fn plan(activities: Vec<Activity>) -> Plan {
    Plan { activities, ..Plan::draft(Tier::Commune, 2027) }
}

pub fn note(number: u8, entry: &str, on: &str, state: Option<NotedState>) -> (PlanNoteId, PlanNote) {
    (id(number), PlanNote { state, ..PlanNote::blank(plan_id(), entry, "", day(on)) })
}

fn now() -> Moment {
    Moment::parse("2040-01-01T01:00:00.000Z").expect("a moment")
}

pub fn dossier(kind: DossierType, steps: &[(DossierState, &str)]) -> Dossier {
    let mut dossier = Dossier::blank(id(1), kind);
    for (to, on) in steps {
        dossier.steps.push(DossierStep {
            on: day(on),
            recorded: now(),
            event: DossierEvent::Create,
            from: dossier.state(),
            to: *to,
            actor: String::new(),
            reason: None,
            document: None,
            note: String::new(),
            unknown: Default::default(),
        });
    }
    dossier
}

pub fn idea(steps: &[(IdeaState, &str)]) -> Idea {
    let mut idea = Idea::blank(id(1), IdeaType::New, 2027);
    for (to, on) in steps {
        idea.steps.push(IdeaStep {
            on: day(on),
            recorded: now(),
            event: IdeaEvent::Register,
            from: idea.state(),
            to: *to,
            actor: String::new(),
            reason: None,
            document: None,
            note: String::new(),
            unknown: Default::default(),
        });
    }
    idea
}

pub fn certificate(stars: u8, on: &str) -> Certificate {
    let paper = DocumentRef::new("816/QĐ-UBND", day(on), "UBND tỉnh");
    let mut certificate = Certificate::blank(id::<_>(1) as RegisteredId, stars, paper.clone(), day(on));
    let deed = Deed { document: Some(paper), ..Deed::new(day(on), now(), "Nguyễn Thị Hoa") };
    certificate.apply(CertificateAct::Issue, &deed, None).expect("issued");
    certificate
}
