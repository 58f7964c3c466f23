//! Every address has its program, the same in the page's own table.

use super::*;
use crate::domain::id::Id;
use crate::pages::{DossierPart, Form, PlanPart};

/// The program that index.html starts for an address, as its table says: name, words of an address; `*` is any word,
/// `**` any rest.
fn started(address: &str) -> String {
    let page = include_str!("../../../index.html");
    let table = page.split("var lanes = [").nth(1).and_then(|rest| rest.split("];").next()).expect("the table");
    let words: Vec<&str> = address.split('/').collect();
    let lanes = table.split('\'').collect::<Vec<_>>();
    let lanes = lanes.chunks(4).filter_map(|lane| Some((lane.get(1)?, lane.get(3)?)));
    let fits = |pattern: &str| {
        let pattern: Vec<&str> = pattern.split('/').collect();
        let fixed = pattern.iter().take_while(|own| **own != "**").count();
        (fixed < pattern.len() || fixed == words.len())
            && fixed <= words.len()
            && pattern[..fixed].iter().zip(&words).all(|(own, word)| *own == "*" || own == word)
    };
    lanes.filter(|(_, pattern)| fits(pattern)).map(|(name, _)| (*name).to_owned()).next().unwrap_or("so-ocop".into())
}

#[test]
fn the_page_starts_the_first_program_of_every_address() {
    let (session, member, product) = (Id::new(1, [1; 10]), Id::new(2, [2; 10]), Id::new(3, [3; 10]));
    for path in [
        Path::Home,
        Path::NewSession,
        Path::Session(session),
        Path::EditSession(session),
        Path::TypedResults(session),
        Path::Council(session),
        Path::HandOut(session),
        Path::Intake(session),
        Path::Chair(session),
        Path::HandIn(session, member),
        Path::TakePack,
        Path::Sheet(session, member, product),
        Path::PrintResults(session),
        Path::CouncilPapers(session),
        Path::PrintSheet(session, member, product),
        Path::PrintBlank(session, product),
        Path::OpenFile,
        Path::Data,
        Path::TryOut,
        Path::TryOutSet("qd-26-2026".into(), "ruou-trang".into()),
        Path::Products,
        Path::NewProduct,
        Path::Product(Id::new(4, [4; 10])),
        Path::Producers,
        Path::Producer(Id::new(4, [4; 10])),
        Path::Dossier(Id::new(4, [4; 10])),
        Path::DossierPart(Id::new(4, [4; 10]), DossierPart::Scores),
        Path::PrintForm(Id::new(4, [4; 10]), Form::CommuneReport),
        Path::Due,
        Path::Office,
        Path::Criteria,
        Path::OwnSets,
        Path::EditSet("qd-26-2026".into(), "hoa".into()),
        Path::CriteriaSet("qd-26-2026".into(), "hoa".into(), None),
        Path::CriteriaSet("qd-26-2026".into(), "hoa".into(), Some("6.1.2".into())),
        Path::CompareSets(["qd-148-2023".into(), "hoa".into()], ["qd-26-2026".into(), "hoa".into()]),
        Path::Lift(session, member, product),
        Path::OtherRules(session),
        Path::Plans,
        Path::PrintPlan(Id::new(8, [8; 10])),
        Path::PrintSamplePlan("s0-van-quan-2024".into()),
        Path::NewPlan,
        Path::PastePlan,
        Path::SamplePlan("s0-van-quan-2024".into()),
        Path::Plan(Id::new(8, [8; 10])),
        Path::PlanPart(Id::new(8, [8; 10]), PlanPart::Targets),
        Path::PlanProgress(Id::new(8, [8; 10])),
        Path::ComparePlans(Id::new(8, [8; 10]), Id::new(9, [8; 10])),
        Path::RollUp(Id::new(8, [8; 10])),
        Path::RenewPlan(Id::new(8, [8; 10])),
    ] {
        let name = match Program::of(&path)[0] {
            Program::Sheet => "so-ocop-sheet",
            Program::Council => "so-ocop",
            Program::Office => "so-ocop-office",
            Program::Plan => "so-ocop-plan",
            Program::Follow => "so-ocop-follow",
            Program::Room => "so-ocop-room",
        };
        assert_eq!(started(&path.text()), name, "{path:?}");
    }
}
