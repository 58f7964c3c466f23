//! The addresses of the pages, relative to the site's base.

mod dossier_part;
mod form;
mod plan_part;
mod read;

pub use dossier_part::DossierPart;
pub use form::Form;
pub use plan_part::PlanPart;

use crate::domain::criteria::OWN_FOLDER;
use crate::domain::cycle::{CertificateId, DossierId};
use crate::domain::plan::PlanId;
use crate::domain::registry::{ProducerId, RegisteredId};
use crate::domain::session::{MemberId, ProductId, SessionId};

/// An address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Path {
    /// The home page.
    Home,
    /// A new session.
    NewSession,
    /// A session.
    Session(SessionId),
    /// Changing a session.
    EditSession(SessionId),
    /// A session, or a new one, with its lists as tables.
    SessionTables(Option<SessionId>),
    /// Results of a session typed from paper.
    TypedResults(SessionId),
    /// A session's council: attendance, opening, recusals, rounds, log.
    Council(SessionId),
    /// Handing out the session pack.
    HandOut(SessionId),
    /// Taking members' sheets in.
    Intake(SessionId),
    /// The chair's board.
    Chair(SessionId),
    /// A member's sheet book, and handing it in.
    HandIn(SessionId, MemberId),
    /// Typing paper sheets, and checking what was typed.
    PaperSheets(SessionId),
    /// A member's blank sheets of all products, with their codes, on paper.
    PrintSlots(SessionId, MemberId),
    /// Taking a session pack.
    TakePack,
    /// A worksheet.
    Sheet(SessionId, MemberId, ProductId),
    /// The results of a session, on paper.
    PrintResults(SessionId),
    /// A filled sheet, on paper.
    PrintSheet(SessionId, MemberId, ProductId),
    /// The papers of a council's session: minutes, notices, drafts.
    CouncilPapers(SessionId),
    /// The same, opened at the table of all results.
    ResultsPaper(SessionId),
    /// The blank sheet of a product, on paper.
    PrintBlank(SessionId, ProductId),
    /// Opening a file.
    OpenFile,
    /// Opening a file with a passphrase.
    OpenLocked,
    /// The data on this device.
    Data,
    /// Checking a product oneself: the choice of a set.
    TryOut,
    /// Checking a product oneself with a set: decision and slug.
    TryOutSet(String, String),
    /// The products of the registry.
    Products,
    /// Entering a product.
    NewProduct,
    /// A product of the registry.
    Product(RegisteredId),
    /// The producers of the registry.
    Producers,
    /// A producer.
    Producer(ProducerId),
    /// A dossier.
    Dossier(DossierId),
    /// A part of a dossier.
    DossierPart(DossierId, DossierPart),
    /// A form of a dossier, on paper.
    PrintForm(DossierId, Form),
    /// The certificates of the registry, and taking earlier ones in.
    Certificates,
    /// The papers of a withdrawal.
    PrintWithdrawal(CertificateId),
    /// What is due.
    Due,
    /// The settings of the office.
    Office,
    /// The criteria sets, and search in all of them.
    Criteria,
    /// The office's own criteria sets.
    OwnSets,
    /// A changed copy of a criteria set: decision, slug.
    EditSet(String, String),
    /// A criteria set, at a criterion if one is named: decision, slug, number.
    CriteriaSet(String, String, Option<String>),
    /// Two criteria sets side by side: decision and slug of each, the older first.
    CompareSets([String; 2], [String; 2]),
    /// What lifts the product on a sheet to the next star.
    Lift(SessionId, MemberId, ProductId),
    /// A session's products under the decision in force.
    OtherRules(SessionId),
    /// The plans, and the sample plans.
    Plans,
    /// A new plan.
    NewPlan,
    /// A plan from a pasted text.
    PastePlan,
    /// A sample plan, by its name.
    SamplePlan(String),
    /// A plan: its paper, with the text.
    Plan(PlanId),
    /// A part of a plan.
    PlanPart(PlanId, PlanPart),
    /// How far a plan is.
    PlanProgress(PlanId),
    /// Two plans side by side, the older first.
    ComparePlans(PlanId, PlanId),
    /// The communes' plans summed up for a plan of their province.
    RollUp(PlanId),
    /// New years from a plan.
    RenewPlan(PlanId),
    /// A plan, on paper.
    PrintPlan(PlanId),
    /// A sample plan, on paper.
    PrintSamplePlan(String),
}

impl Path {
    /// The address as text, without a leading slash.
    pub fn text(&self) -> String {
        match self {
            Path::Home => ".".to_owned(),
            Path::NewSession => "phien/moi".to_owned(),
            Path::Session(id) => join(&["phien", &id.to_string()]),
            Path::EditSession(id) => join(&["phien", &id.to_string(), "sua"]),
            Path::SessionTables(None) => "phien/moi/bang".to_owned(),
            Path::SessionTables(Some(id)) => join(&["phien", &id.to_string(), "bang"]),
            Path::TypedResults(id) => join(&["phien", &id.to_string(), "nhap-tay"]),
            Path::Council(id) => join(&["phien", &id.to_string(), "hoi-dong"]),
            Path::HandOut(id) => join(&["phien", &id.to_string(), "phat-goi"]),
            Path::Intake(id) => join(&["phien", &id.to_string(), "nhan-phieu"]),
            Path::Chair(id) => join(&["phien", &id.to_string(), "chu-toa"]),
            Path::HandIn(id, member) => join(&["phien", &id.to_string(), "nop", &member.to_string()]),
            Path::PaperSheets(id) => join(&["phien", &id.to_string(), "phieu-giay"]),
            Path::PrintSlots(id, member) => join(&["phien", &id.to_string(), "in", "phieu-giay", &member.to_string()]),
            Path::TakePack => "nhan-goi".to_owned(),
            Path::Sheet(id, member, product) => {
                join(&["phien", &id.to_string(), "cham", &member.to_string(), &product.to_string()])
            }
            Path::PrintResults(id) => join(&["phien", &id.to_string(), "in", "ket-qua"]),
            Path::CouncilPapers(id) => join(&["phien", &id.to_string(), "van-ban"]),
            Path::ResultsPaper(id) => join(&["phien", &id.to_string(), "van-ban", "tong-hop"]),
            Path::PrintSheet(id, member, product) => {
                join(&["phien", &id.to_string(), "in", "phieu", &member.to_string(), &product.to_string()])
            }
            Path::PrintBlank(id, product) => {
                join(&["phien", &id.to_string(), "in", "phieu-trong", &product.to_string()])
            }
            Path::OpenFile => "mo-tep".to_owned(),
            Path::OpenLocked => "mo-tep-khoa".to_owned(),
            Path::Data => "du-lieu".to_owned(),
            Path::TryOut => "thu".to_owned(),
            Path::TryOutSet(decision, slug) => join(&["thu", decision, slug]),
            Path::Products => "san-pham".to_owned(),
            Path::NewProduct => "san-pham/moi".to_owned(),
            Path::Product(id) => join(&["san-pham", &id.to_string()]),
            Path::Producers => "chu-the".to_owned(),
            Path::Producer(id) => join(&["chu-the", &id.to_string()]),
            Path::Dossier(id) => join(&["ho-so", &id.to_string()]),
            Path::DossierPart(id, part) => join(&["ho-so", &id.to_string(), part.word()]),
            Path::PrintForm(id, form) => join(&["ho-so", &id.to_string(), "in", form.word()]),
            Path::Certificates => "chung-nhan".to_owned(),
            Path::PrintWithdrawal(id) => join(&["chung-nhan", &id.to_string(), "in", "thu-hoi"]),
            Path::Due => "viec".to_owned(),
            Path::Office => "don-vi".to_owned(),
            Path::Criteria => "tieu-chi".to_owned(),
            Path::OwnSets => join(&["tieu-chi", OWN_FOLDER]),
            Path::EditSet(decision, slug) => join(&["tieu-chi", OWN_FOLDER, "sua", decision, slug]),
            Path::CriteriaSet(decision, slug, None) => join(&["tieu-chi", decision, slug]),
            Path::CriteriaSet(decision, slug, Some(number)) => {
                // A dot in the last word looks like a file to many hosts.
                join(&["tieu-chi", decision, slug, &number.replace('.', "-")])
            }
            Path::CompareSets([decision, slug], [other, other_slug]) => {
                join(&["tieu-chi", "so-sanh", decision, slug, other, other_slug])
            }
            Path::Lift(id, member, product) => {
                join(&["len-hang", &id.to_string(), &member.to_string(), &product.to_string()])
            }
            Path::OtherRules(id) => join(&["phien", &id.to_string(), "doi-luat"]),
            Path::Plans => "ke-hoach".to_owned(),
            Path::NewPlan => "ke-hoach/moi".to_owned(),
            Path::PastePlan => "ke-hoach/dan".to_owned(),
            Path::SamplePlan(name) => join(&["ke-hoach", "mau", name]),
            Path::Plan(id) => join(&["ke-hoach", &id.to_string()]),
            Path::PlanPart(id, part) => join(&["ke-hoach", &id.to_string(), part.word()]),
            Path::PlanProgress(id) => join(&["ke-hoach", &id.to_string(), "theo-doi"]),
            Path::ComparePlans(old, new) => join(&["ke-hoach", &old.to_string(), "so-sanh", &new.to_string()]),
            Path::RollUp(id) => join(&["ke-hoach", &id.to_string(), "tong-hop"]),
            Path::RenewPlan(id) => join(&["ke-hoach", &id.to_string(), "nam-moi"]),
            Path::PrintPlan(id) => join(&["ke-hoach", &id.to_string(), "in"]),
            Path::PrintSamplePlan(name) => join(&["ke-hoach", "mau", name, "in"]),
        }
    }
}

fn join(parts: &[&str]) -> String {
    parts.join("/")
}

#[cfg(test)]
pub(in crate::pages) mod tests;
