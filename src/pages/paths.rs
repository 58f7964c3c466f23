//! The addresses of the pages, relative to the site's base.

use crate::domain::session::{MemberId, ProductId, SessionId};

/// An address.
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
        }
    }
}

fn join(parts: &[&str]) -> String {
    parts.join("/")
}
