//! Targets against the registry.

use std::collections::BTreeMap;

use so_ocop::domain::cycle::{
    Certificate, CertificateState, CertificateStep, Dossier, DossierState as D, DossierType, Idea, IdeaState as I,
};
use so_ocop::domain::money::Quantity;
use so_ocop::domain::plan::follow::{
    Actual, Each, Following, Funnel, Ground, ProductFacts, Reached, Stage, Verdict, actual, funnel, stages,
};
use so_ocop::domain::plan::{Allocation, Comparator, Metric, Plan, PlanProduct, ScopeKind, Target, TimeSpec};

use crate::world::{certificate, day, dossier, id, idea, note, plan, target};

struct Held {
    number: u8,
    producer: u8,
    commune: &'static str,
    ideas: Vec<Idea>,
    dossiers: Vec<(u8, Dossier)>,
    certificates: Vec<Certificate>,
}

impl Held {
    fn facts(&self) -> ProductFacts<'_> {
        ProductFacts {
            id: id(self.number),
            producer: id(self.producer),
            commune: Some(self.commune),
            ideas: self.ideas.iter().collect(),
            dossiers: self.dossiers.iter().map(|(number, dossier)| (id(*number), dossier)).collect(),
            certificates: self.certificates.iter().collect(),
        }
    }
}

fn held(number: u8, producer: u8, commune: &'static str) -> Held {
    Held { number, producer, commune, ideas: Vec::new(), dossiers: Vec::new(), certificates: Vec::new() }
}

/// A certificate that a dossier led to.
fn of_dossier(number: u8, stars: u8, on: &str) -> Certificate {
    Certificate { dossier: Some(id(number)), ..certificate(stars, on) }
}

/// Six products of three communes in 2027.
fn world() -> Vec<Held> {
    let first = |steps: &[(D, &str)]| dossier(DossierType::First, steps);
    // Recognised with 4 stars in the year.
    let mut tea = held(1, 51, "06001");
    tea.ideas.push(idea(&[(I::Registered, "2026-12-01"), (I::Selected, "2027-01-10")]));
    tea.dossiers.push((
        11,
        first(&[
            (D::Draft, "2027-02-01"),
            (D::ReceivedCommune, "2027-03-01"),
            (D::Proposed, "2027-03-20"),
            (D::Recognised, "2027-06-20"),
        ]),
    ));
    tea.certificates.push(of_dossier(11, 4, "2027-06-20"));
    // Handed in, not recognised.
    let mut honey = held(2, 51, "06001");
    honey.dossiers.push((
        12,
        first(&[
            (D::ReceivedCommune, "2027-03-02"),
            (D::Proposed, "2027-03-20"),
            (D::Scored, "2027-06-01"),
            (D::NotRecognised, "2027-06-20"),
        ]),
    ));
    // Recognised the year before; its re-evaluation is running.
    let mut rice = held(3, 53, "06002");
    rice.certificates.push(certificate(3, "2024-10-01"));
    rice.dossiers.push((13, dossier(DossierType::ReEvaluation, &[(D::ReceivedCommune, "2027-04-10")])));
    // Two certificates in the year: an upgrade right after the first time.
    let mut cake = held(4, 54, "06002");
    cake.dossiers.push((14, first(&[(D::ReceivedCommune, "2026-10-10"), (D::Recognised, "2027-01-05")])));
    cake.dossiers.push((
        15,
        dossier(DossierType::Upgrade, &[(D::ReceivedCommune, "2027-03-10"), (D::Recognised, "2027-06-20")]),
    ));
    cake.certificates.push(of_dossier(14, 3, "2027-01-05"));
    cake.certificates.push(of_dossier(15, 4, "2027-06-20"));
    // Entered from paper: two certificates without dossiers.
    let mut fish = held(5, 55, "06003");
    fish.certificates.push(certificate(3, "2023-05-05"));
    fish.certificates.push(certificate(4, "2027-05-05"));
    // Recognised and withdrawn in the year.
    let mut wine = held(6, 56, "06003");
    let mut gone = certificate(3, "2027-02-02");
    let step = gone.steps[0].clone();
    gone.steps.push(CertificateStep { to: CertificateState::Revoked, ..step });
    wine.certificates.push(gone);
    vec![tea, honey, rice, cake, fish, wine]
}

fn ask(plan: &Plan, today: &str) -> Vec<Actual> {
    let world = world();
    let facts: Vec<ProductFacts<'_>> = world.iter().map(Held::facts).collect();
    let communes = BTreeMap::from([("u1".to_owned(), "06001".to_owned()), ("u2".to_owned(), "06002".to_owned())]);
    let all = ["06001", "06002", "06003"].map(str::to_owned);
    let ground = Ground { products: &facts, communes: &communes, all_communes: &all, today: day(today) };
    actual(plan, &Following::of(plan, []), &ground)
}

fn one(target: Target, today: &str) -> Actual {
    let mut plan = plan(Vec::new());
    plan.targets = vec![target];
    ask(&plan, today).remove(0)
}

fn reached(target: Target) -> (Reached, Verdict) {
    let actual = one(target, "2027-12-31");
    (actual.reached, actual.verdict)
}

fn counted(number: i32) -> Reached {
    Reached::Counted(Quantity::whole(number))
}

#[test]
fn products_are_counted_once_in_the_years_of_the_plan() {
    let at_star = |star: Option<u8>, kind: Option<DossierType>| Target {
        star_min: star,
        registration: kind,
        ..target("t1", Metric::ProductsAtStar, 3)
    };
    // Tea, cake (once), fish; not wine, which was withdrawn.
    assert_eq!(reached(at_star(None, None)), (counted(3), Verdict::Met));
    assert_eq!(reached(at_star(Some(4), None)), (counted(3), Verdict::Met));
    assert_eq!(reached(at_star(Some(5), None)), (counted(0), Verdict::Open));
    assert_eq!(reached(at_star(None, Some(DossierType::Upgrade))).0, counted(1));
    let first = one(at_star(None, Some(DossierType::First)), "2027-12-31");
    assert_eq!(first.reached, counted(2));
    // Of fish nobody says how it was registered.
    assert_eq!(first.unsure, [id(5)]);
    assert_eq!(first.products, [id(1), id(4)]);
    // Nothing after the day is counted.
    assert_eq!(one(at_star(None, None), "2027-05-31").reached, counted(2));
    let taking_part = |kind| Target { registration: kind, ..target("t1", Metric::ProductsTakingPart, 5) };
    assert_eq!(reached(taking_part(None)), (counted(4), Verdict::Open));
    assert_eq!(reached(taking_part(Some(DossierType::First))).0, counted(2));
    assert_eq!(reached(target("t1", Metric::ProductsChosen, 1)), (counted(1), Verdict::Met));
    assert_eq!(reached(target("t1", Metric::Producers, 3)), (counted(4), Verdict::Met));
    // First seen in the year: only wine's producer, whose certificate is the first trace.
    assert_eq!(reached(target("t1", Metric::NewProducers, 1)), (counted(1), Verdict::Met));
}

#[test]
fn a_share_is_never_rounded_up() {
    let rate = Target { comparator: Some(Comparator::AtLeastPercent), ..target("t1", Metric::SuccessRate, 75) };
    // Tea, cake and fish of four with a result.
    assert_eq!(reached(rate.clone()), (Reached::Rate { percent: Quantity::whole(75), evaluated: 4 }, Verdict::Met));
    let third = one(rate, "2027-06-19");
    // On that day cake and fish have results, both good.
    assert_eq!(third.reached, Reached::Rate { percent: Quantity::whole(100), evaluated: 2 });
    let none = one(target("t1", Metric::SuccessRate, 80), "2026-12-31");
    assert_eq!((none.reached, none.verdict), (Reached::Unknown, Verdict::Unknown));
}

#[test]
fn scopes_and_shares_go_by_commune() {
    let mut each = target("t1", Metric::ProductsAtStar, 1);
    each.scope.kind = ScopeKind::EachCommune;
    assert_eq!(reached(each), (Reached::Each(Each { met: 3, of: 3, short: Vec::new() }), Verdict::Met));
    let mut more = target("t1", Metric::ProductsTakingPart, 1);
    more.scope.kind = ScopeKind::EachCommune;
    let (said, verdict) = reached(more);
    assert_eq!(said, Reached::Each(Each { met: 2, of: 3, short: vec!["06003".to_owned()] }));
    assert_eq!(verdict, Verdict::Open);
    let mut unit = target("t1", Metric::ProductsTakingPart, 2);
    (unit.scope.kind, unit.scope.unit) = (ScopeKind::Unit, Some("u1".to_owned()));
    assert_eq!(reached(unit.clone()), (counted(2), Verdict::Met));
    unit.scope.unit = Some("u9".to_owned());
    assert_eq!(reached(unit), (Reached::Unknown, Verdict::Unknown));
    let mut shared = target("t1", Metric::ProductsTakingPart, 4);
    let share = |unit: &str, value| Allocation {
        unit: unit.to_owned(),
        value: Quantity::whole(value),
        unknown: Default::default(),
    };
    shared.allocations = vec![share("u1", 3), share("u2", 1), share("u9", 1)];
    let q = Quantity::whole;
    assert_eq!(
        one(shared, "2027-12-31").shares,
        [("u1".to_owned(), q(3), Some(q(2))), ("u2".to_owned(), q(1), Some(q(2))), ("u9".to_owned(), q(1), None)]
    );
}

#[test]
fn a_target_is_missed_only_when_its_time_is_over() {
    let many = target("t1", Metric::ProductsAtStar, 9);
    assert_eq!(one(many.clone(), "2027-12-31").verdict, Verdict::Open);
    assert_eq!(one(many.clone(), "2028-01-01").verdict, Verdict::Missed);
    let due = Target { due: Some(TimeSpec::parse("Trước ngày 30/6/2027", None)), ..many };
    assert_eq!(one(due, "2027-06-30").verdict, Verdict::Missed);
    let more = Target { comparator: Some(Comparator::MoreThan), ..target("t1", Metric::ProductsAtStar, 3) };
    assert_eq!(reached(more).1, Verdict::Open);
    let blank = Target { value: None, ..target("t1", Metric::ProductsAtStar, 0) };
    assert_eq!(reached(blank), (counted(3), Verdict::Unknown));
}

#[test]
fn what_the_registry_does_not_hold_is_noted_by_hand() {
    let mut one = plan(Vec::new());
    one.targets = vec![target("t1", Metric::Courses, 4), target("t2", Metric::ProductsAtStar, 3)];
    assert_eq!(ask(&one, "2027-12-31")[0].reached, Reached::Unknown);
    let mut notes =
        [note(1, "t1", "2027-05-01", None), note(2, "t1", "2027-09-01", None), note(3, "t2", "2027-09-01", None)];
    notes[0].1.reached = Some(Quantity::whole(2));
    notes[1].1.reached = Some(Quantity::whole(4));
    notes[2].1.reached = Some(Quantity::whole(5));
    let world = world();
    let facts: Vec<ProductFacts<'_>> = world.iter().map(Held::facts).collect();
    let following = Following::of(&one, notes.iter().map(|(id, note)| (*id, note)));
    let ground = Ground { products: &facts, communes: &BTreeMap::new(), all_communes: &[], today: day("2027-12-31") };
    let all = actual(&one, &following, &ground);
    assert_eq!(all[0].reached, Reached::Noted(Quantity::whole(4), day("2027-09-01")));
    assert_eq!((all[0].verdict, all[0].counted), (Verdict::Met, None));
    // The counted number stays beside the noted one.
    assert_eq!(all[1].reached, Reached::Noted(Quantity::whole(5), day("2027-09-01")));
    assert_eq!(all[1].counted, Some(Quantity::whole(3)));
}

#[test]
fn the_list_and_the_way_of_its_products() {
    let mut one = plan(Vec::new());
    one.products = (1..=4).map(|number| PlanProduct::named(&format!("p{number}"), "Chè", "HTX")).collect();
    for (at, number) in [(0, 1u8), (1, 2), (2, 3)] {
        one.products[at].registered = Some(id(number));
        one.products[at].target_star = Some(5);
    }
    let world = world();
    let facts: Vec<ProductFacts<'_>> = world.iter().map(Held::facts).collect();
    let found = stages(&one, &facts, day("2027-12-31"));
    let said: Vec<(Stage, Option<bool>)> = found.iter().map(|one| (one.stage, one.as_planned)).collect();
    assert_eq!(
        said,
        [
            (Stage::Recognised { stars: 4, on: day("2027-06-20") }, Some(false)),
            (Stage::Dossier(D::NotRecognised), None),
            (Stage::Dossier(D::ReceivedCommune), None),
            (Stage::Unlinked, None),
        ]
    );
    assert_eq!(stages(&one, &facts, day("2026-11-30"))[0].stage, Stage::Nothing);
    assert_eq!(
        funnel(&one, &facts, day("2027-12-31")),
        Funnel { registered: 5, chosen: 1, handed_in: 4, proposed: 2, scored: 3, recognised: [0, 3, 0], failed: 1 }
    );
    assert_eq!(facts[2].stars_on(day("2027-09-30")), Some(3));
    assert_eq!(facts[5].stars_on(day("2027-09-30")), None);
}
