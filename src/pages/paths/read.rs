//! Reading an address.

use super::{DossierPart, Form, Path, PlanPart};
use crate::domain::criteria::OWN_FOLDER;
use crate::domain::id::Id;

impl Path {
    /// The page at an address, with or without slashes at its ends; `None`: there is none.
    pub fn parse(address: &str) -> Option<Path> {
        let parts: Vec<&str> = address.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
        Some(match parts[..] {
            [] | ["index.html"] => Path::Home,
            ["phien", "moi"] => Path::NewSession,
            ["phien", "moi", "bang"] => Path::SessionTables(None),
            ["phien", id, "bang"] => Path::SessionTables(Some(Id::parse(id)?)),
            ["phien", id] => Path::Session(Id::parse(id)?),
            ["phien", id, "sua"] => Path::EditSession(Id::parse(id)?),
            ["phien", id, "nhap-tay"] => Path::TypedResults(Id::parse(id)?),
            ["phien", id, "hoi-dong"] => Path::Council(Id::parse(id)?),
            ["phien", id, "phat-goi"] => Path::HandOut(Id::parse(id)?),
            ["phien", id, "nhan-phieu"] => Path::Intake(Id::parse(id)?),
            ["phien", id, "chu-toa"] => Path::Chair(Id::parse(id)?),
            ["phien", id, "nop", member] => Path::HandIn(Id::parse(id)?, Id::parse(member)?),
            ["phien", id, "phieu-giay"] => Path::PaperSheets(Id::parse(id)?),
            ["phien", id, "in", "phieu-giay", member] => Path::PrintSlots(Id::parse(id)?, Id::parse(member)?),
            ["nhan-goi"] => Path::TakePack,
            ["phien", id, "cham", member, product] => {
                Path::Sheet(Id::parse(id)?, Id::parse(member)?, Id::parse(product)?)
            }
            ["phien", id, "in", "ket-qua"] => Path::PrintResults(Id::parse(id)?),
            ["phien", id, "van-ban"] => Path::CouncilPapers(Id::parse(id)?),
            ["phien", id, "van-ban", "tong-hop"] => Path::ResultsPaper(Id::parse(id)?),
            ["phien", id, "in", "phieu", member, product] => {
                Path::PrintSheet(Id::parse(id)?, Id::parse(member)?, Id::parse(product)?)
            }
            ["phien", id, "in", "phieu-trong", product] => Path::PrintBlank(Id::parse(id)?, Id::parse(product)?),
            ["mo-tep"] => Path::OpenFile,
            ["mo-tep-khoa"] => Path::OpenLocked,
            ["du-lieu"] => Path::Data,
            ["thu"] => Path::TryOut,
            ["thu", decision, slug] => Path::TryOutSet(decision.to_owned(), slug.to_owned()),
            ["san-pham"] => Path::Products,
            ["san-pham", "moi"] => Path::NewProduct,
            ["san-pham", id] => Path::Product(Id::parse(id)?),
            ["chu-the"] => Path::Producers,
            ["chu-the", id] => Path::Producer(Id::parse(id)?),
            ["ho-so", id] => Path::Dossier(Id::parse(id)?),
            ["ho-so", id, part] => Path::DossierPart(Id::parse(id)?, DossierPart::of_word(part)?),
            ["ho-so", id, "in", form] => Path::PrintForm(Id::parse(id)?, Form::of_word(form)?),
            ["chung-nhan"] => Path::Certificates,
            ["chung-nhan", id, "in", "thu-hoi"] => Path::PrintWithdrawal(Id::parse(id)?),
            ["viec"] => Path::Due,
            ["don-vi"] => Path::Office,
            ["tieu-chi"] => Path::Criteria,
            ["tieu-chi", OWN_FOLDER] => Path::OwnSets,
            ["tieu-chi", OWN_FOLDER, "sua", decision, slug] => Path::EditSet(decision.to_owned(), slug.to_owned()),
            ["tieu-chi", "so-sanh", decision, slug, other, other_slug] => {
                let pair = |decision: &str, slug: &str| [decision.to_owned(), slug.to_owned()];
                Path::CompareSets(pair(decision, slug), pair(other, other_slug))
            }
            ["tieu-chi", decision, slug] => Path::CriteriaSet(decision.to_owned(), slug.to_owned(), None),
            ["tieu-chi", decision, slug, number] => {
                Path::CriteriaSet(decision.to_owned(), slug.to_owned(), Some(number.replace('-', ".")))
            }
            ["len-hang", id, member, product] => Path::Lift(Id::parse(id)?, Id::parse(member)?, Id::parse(product)?),
            ["phien", id, "doi-luat"] => Path::OtherRules(Id::parse(id)?),
            ["ke-hoach"] => Path::Plans,
            ["ke-hoach", "moi"] => Path::NewPlan,
            ["ke-hoach", "dan"] => Path::PastePlan,
            ["ke-hoach", "mau", name, "in"] => Path::PrintSamplePlan(name.to_owned()),
            ["ke-hoach", "mau", name] => Path::SamplePlan(name.to_owned()),
            ["ke-hoach", id] => Path::Plan(Id::parse(id)?),
            ["ke-hoach", id, "in"] => Path::PrintPlan(Id::parse(id)?),
            ["ke-hoach", id, "theo-doi"] => Path::PlanProgress(Id::parse(id)?),
            ["ke-hoach", old, "so-sanh", new] => Path::ComparePlans(Id::parse(old)?, Id::parse(new)?),
            ["ke-hoach", id, "tong-hop"] => Path::RollUp(Id::parse(id)?),
            ["ke-hoach", id, "nam-moi"] => Path::RenewPlan(Id::parse(id)?),
            ["ke-hoach", id, part] => Path::PlanPart(Id::parse(id)?, PlanPart::of_word(part)?),
            _ => return None,
        })
    }
}
