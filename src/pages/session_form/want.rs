//! What the form still wants before it is a session, and whose sheets hold a row in its place.

use crate::domain::session::{MemberId, ProductId};
use crate::ledger::SheetKey;
use crate::text::{Text, session};

/// What a session still wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    Name,
    Date,
    Limit,
    Quorum,
    Member,
    Product,
    ProductName(usize),
    Set(usize),
    Sets,
}

/// Whose sheets.
pub enum Whose {
    Member(MemberId),
    Product(ProductId),
    Anybody,
}

impl Whose {
    /// Whether a sheet with this key is one of them.
    pub fn touches(&self, key: &SheetKey) -> bool {
        match self {
            Whose::Member(id) => key.member == *id,
            Whose::Product(id) => key.product == *id,
            Whose::Anybody => true,
        }
    }
}

impl Want {
    /// The row that it is about.
    pub fn row(self) -> Option<usize> {
        match self {
            Want::ProductName(at) | Want::Set(at) => Some(at),
            _ => None,
        }
    }

    /// What is said at the field.
    pub fn text(self) -> Text {
        match self {
            Want::Name => session::NEED_NAME,
            Want::Date => session::NEED_DATE,
            Want::Limit => session::NEED_LIMIT,
            Want::Quorum => session::NEED_QUORUM,
            Want::Member => session::NEED_MEMBER,
            Want::Product => session::NEED_PRODUCT,
            Want::ProductName(_) => session::NEED_PRODUCT_NAME,
            Want::Set(_) => session::SET_MISSING,
            Want::Sets => session::SETS_UNREADABLE,
        }
    }
}
