//! The addresses of the pages, relative to the site's base.

use crate::domain::criteria::OWN_FOLDER;
use crate::domain::cycle::DossierId;
use crate::domain::id::Id;
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
    /// A worksheet.
    Sheet(SessionId, MemberId, ProductId),
    /// The results of a session, on paper.
    PrintResults(SessionId),
    /// A filled sheet, on paper.
    PrintSheet(SessionId, MemberId, ProductId),
    /// The blank sheet of a product, on paper.
    PrintBlank(SessionId, ProductId),
    /// Opening a file.
    OpenFile,
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
    /// A form of a dossier, on paper.
    PrintForm(DossierId, Form),
    /// What is due.
    Due,
    /// The settings of the office.
    Office,
    /// The criteria sets, and search in all of them.
    Criteria,
    /// The office's own criteria sets.
    OwnSets,
    /// A criteria set, at a criterion if one is named: decision, slug, number.
    CriteriaSet(String, String, Option<String>),
    /// Two criteria sets side by side: decision and slug of each, the older first.
    CompareSets([String; 2], [String; 2]),
    /// What lifts the product on a sheet to the next star.
    Lift(SessionId, MemberId, ProductId),
    /// A session's products under the decision in force.
    OtherRules(SessionId),
}

/// A form of 26/2026/QĐ-TTg, Annex III.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Mẫu 01: phiếu đăng ký.
    Registration,
    /// Mẫu 02: báo cáo tự đánh giá.
    SelfReport,
    /// Mẫu 03: báo cáo của UBND cấp xã.
    CommuneReport,
}

impl Form {
    const ALL: [(Form, &str); 3] =
        [(Form::Registration, "mau-01"), (Form::SelfReport, "mau-02"), (Form::CommuneReport, "mau-03")];

    fn word(self) -> &'static str {
        Form::ALL.iter().find(|(form, _)| *form == self).map_or("", |(_, word)| word)
    }

    fn of_word(word: &str) -> Option<Form> {
        Form::ALL.iter().find(|(_, own)| *own == word).map(|(form, _)| *form)
    }
}

impl Path {
    /// The address as text, without a leading slash.
    pub fn text(&self) -> String {
        match self {
            Path::Home => ".".to_owned(),
            Path::NewSession => "phien/moi".to_owned(),
            Path::Session(id) => join(&["phien", &id.to_string()]),
            Path::EditSession(id) => join(&["phien", &id.to_string(), "sua"]),
            Path::Sheet(id, member, product) => {
                join(&["phien", &id.to_string(), "cham", &member.to_string(), &product.to_string()])
            }
            Path::PrintResults(id) => join(&["phien", &id.to_string(), "in", "ket-qua"]),
            Path::PrintSheet(id, member, product) => {
                join(&["phien", &id.to_string(), "in", "phieu", &member.to_string(), &product.to_string()])
            }
            Path::PrintBlank(id, product) => {
                join(&["phien", &id.to_string(), "in", "phieu-trong", &product.to_string()])
            }
            Path::OpenFile => "mo-tep".to_owned(),
            Path::Data => "du-lieu".to_owned(),
            Path::TryOut => "thu".to_owned(),
            Path::TryOutSet(decision, slug) => join(&["thu", decision, slug]),
            Path::Products => "san-pham".to_owned(),
            Path::NewProduct => "san-pham/moi".to_owned(),
            Path::Product(id) => join(&["san-pham", &id.to_string()]),
            Path::Producers => "chu-the".to_owned(),
            Path::Producer(id) => join(&["chu-the", &id.to_string()]),
            Path::Dossier(id) => join(&["ho-so", &id.to_string()]),
            Path::PrintForm(id, form) => join(&["ho-so", &id.to_string(), "in", form.word()]),
            Path::Due => "viec".to_owned(),
            Path::Office => "don-vi".to_owned(),
            Path::Criteria => "tieu-chi".to_owned(),
            Path::OwnSets => join(&["tieu-chi", OWN_FOLDER]),
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
        }
    }

    /// The page at an address, with or without slashes at its ends; `None`: there is none.
    pub fn parse(address: &str) -> Option<Path> {
        let parts: Vec<&str> = address.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
        Some(match parts[..] {
            [] | ["index.html"] => Path::Home,
            ["phien", "moi"] => Path::NewSession,
            ["phien", id] => Path::Session(Id::parse(id)?),
            ["phien", id, "sua"] => Path::EditSession(Id::parse(id)?),
            ["phien", id, "cham", member, product] => {
                Path::Sheet(Id::parse(id)?, Id::parse(member)?, Id::parse(product)?)
            }
            ["phien", id, "in", "ket-qua"] => Path::PrintResults(Id::parse(id)?),
            ["phien", id, "in", "phieu", member, product] => {
                Path::PrintSheet(Id::parse(id)?, Id::parse(member)?, Id::parse(product)?)
            }
            ["phien", id, "in", "phieu-trong", product] => Path::PrintBlank(Id::parse(id)?, Id::parse(product)?),
            ["mo-tep"] => Path::OpenFile,
            ["du-lieu"] => Path::Data,
            ["thu"] => Path::TryOut,
            ["thu", decision, slug] => Path::TryOutSet(decision.to_owned(), slug.to_owned()),
            ["san-pham"] => Path::Products,
            ["san-pham", "moi"] => Path::NewProduct,
            ["san-pham", id] => Path::Product(Id::parse(id)?),
            ["chu-the"] => Path::Producers,
            ["chu-the", id] => Path::Producer(Id::parse(id)?),
            ["ho-so", id] => Path::Dossier(Id::parse(id)?),
            ["ho-so", id, "in", form] => Path::PrintForm(Id::parse(id)?, Form::of_word(form)?),
            ["viec"] => Path::Due,
            ["don-vi"] => Path::Office,
            ["tieu-chi"] => Path::Criteria,
            ["tieu-chi", OWN_FOLDER] => Path::OwnSets,
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
            _ => return None,
        })
    }
}

fn join(parts: &[&str]) -> String {
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_page() {
        let (session, member, product) = (Id::new(1, [1; 10]), Id::new(2, [2; 10]), Id::new(3, [3; 10]));
        for path in [
            Path::Home,
            Path::NewSession,
            Path::Session(session),
            Path::EditSession(session),
            Path::Sheet(session, member, product),
            Path::PrintResults(session),
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
            Path::Producer(Id::new(5, [5; 10])),
            Path::Dossier(Id::new(6, [6; 10])),
            Path::PrintForm(Id::new(6, [6; 10]), Form::SelfReport),
            Path::Due,
            Path::Office,
            Path::Criteria,
            Path::OwnSets,
            Path::CriteriaSet("qd-26-2026".into(), "hoa".into(), None),
            Path::CriteriaSet("qd-26-2026".into(), "hoa".into(), Some("6.1.2".into())),
            Path::CompareSets(["qd-148-2023".into(), "hoa".into()], ["qd-26-2026".into(), "hoa".into()]),
            Path::Lift(session, member, product),
            Path::OtherRules(session),
        ] {
            assert_eq!(Path::parse(&["/", &path.text(), "/"].concat()), Some(path));
        }
        assert_eq!(Path::parse("phien/no-id"), None);
    }
}
