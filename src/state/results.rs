//! The results of a session, computed from its sheets.

use std::sync::Arc;

use leptos::prelude::*;

use super::app::App;
use super::sets::{LoadedSet, SetFault};
use crate::domain::council::{ProductResult, consolidate_agreed};
use crate::domain::session::{ProductId, Session, SessionId, TypedResult};
use crate::domain::tally::Tally;
use crate::domain::worksheet::{Answer, Worksheet};
use crate::ledger::SheetKey;

/// A session with everything its overview and papers show.
#[derive(Clone)]
pub struct Hearing {
    /// Its id.
    pub id: SessionId,
    /// The session.
    pub session: Session,
    /// One for each product, in the order of the agenda.
    pub rows: Vec<HearingRow>,
}

/// One product with its sheets and result.
#[derive(Clone)]
pub struct HearingRow {
    /// Its criteria set.
    pub set: Arc<LoadedSet>,
    /// The sheet of each member of `Session::scorers`, in their order, with its totals: the one of the round that counts. A
    /// recused member has none here.
    pub sheets: Vec<Option<(Worksheet, Tally)>>,
    /// What they come to.
    pub result: ProductResult,
}

impl App {
    /// Loads a session, its sheets and sets, and consolidates each product; `Ok(None)`: there is no such session.
    pub async fn hearing(self, id: SessionId) -> Result<Option<Hearing>, SetFault> {
        self.load_session(id).await;
        let Some(session) = self.ledger.with_untracked(|ledger| ledger.session(id).cloned()) else { return Ok(None) };
        let mut sets = Vec::new();
        for product in &session.products {
            sets.push(self.set(&product.set).await?);
        }
        let rows = self.ledger.with_untracked(|ledger| {
            let row = |(product, set): (&crate::domain::session::SessionProduct, Arc<LoadedSet>)| {
                let sheets = ledger.product_sheets(id, &session, product.id);
                let (agreed, rules) = (&product.agreed, &session.rules);
                let result = consolidate_agreed(&set.scheme, &sheets, agreed, rules, session.recognises());
                let tally = |sheet: &Worksheet| (sheet.clone(), Tally::of(&set.scheme, sheet));
                let of = |member| sheets.iter().find(|(own, _)| *own == member).and_then(|(_, sheet)| *sheet);
                let sheets = session.scorers().map(|member| of(member.id).map(tally)).collect();
                HearingRow { set, sheets, result }
            };
            session.products.iter().zip(sets).map(row).collect()
        });
        Ok(Some(Hearing { id, session, rows }))
    }

    /// Keeps the level that the council agreed on for a criterion of a product; `None`: none.
    pub fn agree(self, id: SessionId, product: ProductId, number: &str, level: Option<Answer>) {
        self.change_session(id, |session| {
            if let Some(product) = session.products.iter_mut().find(|own| own.id == product) {
                match level {
                    Some(level) => drop(product.agreed.insert(number.to_owned(), level)),
                    None => drop(product.agreed.remove(number)),
                }
            }
        });
    }

    /// Keeps the results of products typed from paper; `None`: none.
    pub fn type_results(self, id: SessionId, typed: Vec<(ProductId, Option<TypedResult>)>) {
        self.change_session(id, |session| {
            for (product, typed) in typed {
                if let Some(product) = session.products.iter_mut().find(|own| own.id == product) {
                    product.typed = typed;
                }
            }
        });
    }

    /// Changes a session as it is now.
    fn change_session(self, id: SessionId, change: impl FnOnce(&mut Session)) {
        if let Some(mut session) = self.ledger.with_untracked(|ledger| ledger.session(id).cloned()) {
            change(&mut session);
            self.save_session(id, session);
        }
    }

    /// The sheet with this key, if there is one.
    pub fn sheet(self, key: SheetKey) -> Option<Worksheet> {
        self.ledger.with_untracked(|ledger| ledger.sheet(key).cloned())
    }
}
