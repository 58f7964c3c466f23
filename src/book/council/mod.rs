//! The results of a council as a workbook whose formulas recompute them from the members' points.
//!
//! A page for each product holds what its locked sheets say, and everything that follows as formulas; the first page gathers
//! them. Before the book says that it was verified, its formulas are worked out here, exactly, and compared with the engine.

mod check;
mod conclusion;
mod product;
mod summary;

use self::product::{ProductPage, product_page};
use super::{Book, Look, Slot, page_title};
use crate::domain::council::{ProductResult, ProductSheets};
use crate::domain::criteria::Scheme;
use crate::domain::session::{Session, SessionProduct};
use crate::text;

pub use check::Differs;

/// A product with everything that its page says.
pub struct ProductOf<'a> {
    /// The product.
    pub product: &'a SessionProduct,
    /// Its criteria set.
    pub scheme: &'a Scheme,
    /// The sheets of those who score.
    pub sheets: &'a ProductSheets<'a>,
    /// What the engine makes of them.
    pub result: &'a ProductResult,
}

/// A book of results.
pub struct ResultsBook {
    /// The book. Its first page says whether it was verified.
    pub book: Book,
    /// Where a formula comes to something else than the engine; empty: the book is verified.
    pub differs: Vec<Differs>,
}

/// The book of a session. Its products are `products`, in the order of the agenda.
pub fn results_book(session: &Session, products: &[ProductOf<'_>]) -> ResultsBook {
    let mut titles = vec![text::book::SUMMARY.get().to_owned()];
    let mut book = Book { pages: vec![Default::default()] };
    let mut places: Vec<Option<ProductPage>> = Vec::new();
    for (at, of) in products.iter().enumerate() {
        if of.result.sheets == 0 && of.product.typed.is_some() {
            places.push(None);
            continue;
        }
        let title = page_title(&text::book::page_of(at, &of.product.name), &titles);
        titles.push(title.clone());
        let (page, place) = product_page(session, of, book.pages.len(), title);
        book.pages.push(page);
        places.push(Some(place));
    }
    book.pages[0] = summary::summary_page(session, products, &places);
    let differs = check::compare(&book, session, products, &places);
    let stamp = if differs.is_empty() { text::book::VERIFIED } else { text::book::NOT_VERIFIED };
    let look = if differs.is_empty() { Look::Note } else { Look::Strong };
    if let Some(row) = book.pages[0].rows.get_mut(summary::STAMP) {
        *row = vec![Slot::text(stamp.get(), look)];
    }
    ResultsBook { book, differs }
}
