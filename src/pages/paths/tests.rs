use super::*;
use crate::domain::id::Id;

/// One address of every page, and further ones where a page has several forms.
pub(in crate::pages) fn samples() -> Vec<Path> {
    let (session, member, product) = (Id::new(1, [1; 10]), Id::new(2, [2; 10]), Id::new(3, [3; 10]));
    vec![
        Path::Home,
        Path::NewSession,
        Path::Session(session),
        Path::EditSession(session),
        Path::TypedResults(session),
        Path::EditSet("qd-26-2026".into(), "ruou-trang".into()),
        Path::Sheet(session, member, product),
        Path::PrintResults(session),
        Path::CouncilPapers(session),
        Path::ResultsPaper(session),
        Path::PaperSheets(session),
        Path::PrintSlots(session, member),
        Path::PrintSheet(session, member, product),
        Path::PrintBlank(session, product),
        Path::OpenFile,
        Path::OpenLocked,
        Path::Data,
        Path::TryOut,
        Path::TryOutSet("qd-26-2026".into(), "ruou-trang".into()),
        Path::Products,
        Path::NewProduct,
        Path::Product(Id::new(4, [4; 10])),
        Path::Producers,
        Path::Certificates,
        Path::SessionTables(None),
        Path::SessionTables(Some(session)),
        Path::Producer(Id::new(5, [5; 10])),
        Path::Dossier(Id::new(6, [6; 10])),
        Path::DossierPart(Id::new(6, [6; 10]), DossierPart::Evidence),
        Path::PrintForm(Id::new(6, [6; 10]), Form::SelfReport),
        Path::PrintWithdrawal(Id::new(7, [7; 10])),
        Path::Due,
        Path::Office,
        Path::Criteria,
        Path::OwnSets,
        Path::CriteriaSet("qd-26-2026".into(), "hoa".into(), None),
        Path::CriteriaSet("qd-26-2026".into(), "hoa".into(), Some("6.1.2".into())),
        Path::CompareSets(["qd-148-2023".into(), "hoa".into()], ["qd-26-2026".into(), "hoa".into()]),
        Path::Lift(session, member, product),
        Path::OtherRules(session),
        Path::Council(session),
        Path::HandOut(session),
        Path::Intake(session),
        Path::Chair(session),
        Path::HandIn(session, member),
        Path::TakePack,
        Path::Plans,
        Path::PrintPlan(Id::new(8, [8; 10])),
        Path::PrintSamplePlan("s0-van-quan-2024".into()),
        Path::NewPlan,
        Path::PastePlan,
        Path::SamplePlan("s0-van-quan-2024".into()),
        Path::Plan(Id::new(8, [8; 10])),
        Path::PlanPart(Id::new(8, [8; 10]), PlanPart::Budget),
        Path::PlanProgress(Id::new(8, [8; 10])),
        Path::ComparePlans(Id::new(8, [8; 10]), Id::new(9, [8; 10])),
        Path::RollUp(Id::new(8, [8; 10])),
        Path::RenewPlan(Id::new(8, [8; 10])),
    ]
}

#[test]
fn every_address_leads_back_to_its_page() {
    for path in samples() {
        assert_eq!(Path::parse(&["/", &path.text(), "/"].concat()), Some(path));
    }
    assert_eq!(Path::parse("phien/no-id"), None);
}
