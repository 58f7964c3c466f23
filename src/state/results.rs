//! The results of a session, computed from its sheets.

use std::sync::Arc;

use leptos::prelude::*;

use super::app::App;
use super::sets::{LoadedSet, SetFault};
use crate::domain::council::{ProductResult, consolidate_agreed};
use crate::domain::session::{Session, SessionId};
use crate::domain::tally::Tally;
use crate::domain::worksheet::Worksheet;
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
    /// The sheet of each member who scores, in the order of the list, with its totals.
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
                let sheets = sheets.into_iter().map(|(_, sheet)| sheet.map(tally)).collect();
                HearingRow { set, sheets, result }
            };
            session.products.iter().zip(sets).map(row).collect()
        });
        Ok(Some(Hearing { id, session, rows }))
    }

    /// The sheet with this key, if there is one.
    pub fn sheet(self, key: SheetKey) -> Option<Worksheet> {
        self.ledger.with_untracked(|ledger| ledger.sheet(key).cloned())
    }
}
