//! The council's results as a book, from rows of the store.

use crate::book::{ProductOf, ResultsBook, results_book};
use crate::domain::council::consolidate_agreed;
use crate::domain::session::SessionId;
use crate::exchange::Schemes;
use crate::ledger::Ledger;
use crate::schema::{PackedRow, migrate};

/// The book of a session; `None` when the session or one of its criteria sets is not at hand.
pub fn book_of(rows: &[PackedRow], schemes: &Schemes, id: SessionId) -> Option<ResultsBook> {
    let mut ledger = Ledger::default();
    ledger.absorb(rows.iter().filter_map(|row| migrate(row.row().ok()?).ok()).collect());
    let session = ledger.session(id)?;
    let mut made = Vec::new();
    for product in &session.products {
        let scheme = schemes.get(&product.set)?;
        let sheets = ledger.product_sheets(id, session, product.id);
        let result = consolidate_agreed(scheme, &sheets, &product.agreed, &session.rules, session.recognises());
        made.push((product, scheme, sheets, result));
    }
    let products: Vec<ProductOf<'_>> =
        made.iter().map(|(product, scheme, sheets, result)| ProductOf { product, scheme, sheets, result }).collect();
    Some(results_book(session, &products))
}
