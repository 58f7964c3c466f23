//! What a council's papers are filled in from: the session with its sheets, and what the office says of itself.

use leptos::prelude::*;

use crate::book::{ProductOf, results_book};
use crate::domain::council::ProductSheets;
use crate::domain::session::Member;
use crate::domain::worksheet::Worksheet;
use crate::ledger::SheetKey;
use crate::paper::council::{Facts, Office, Rated, facts};
use crate::state::{App, Hearing, OwnWords};

/// What an office says once for all its papers.
#[derive(Clone, Copy)]
pub struct Said {
    /// Who set the council up.
    pub committee: RwSignal<String>,
    /// The advisory body.
    pub body: RwSignal<String>,
    /// The place in the head.
    pub place: RwSignal<String>,
    /// Where the council met.
    pub venue: RwSignal<String>,
}

/// Where it is kept, in the order of the fields.
const OFFICE: [OwnWords; 4] = [OwnWords("committee"), OwnWords("body"), OwnWords("place"), OwnWords("venue")];

impl Said {
    /// What was said before.
    pub fn kept() -> Said {
        let kept = |of: OwnWords| RwSignal::new(of.kept().unwrap_or_default());
        let [committee, body, place, venue] = OFFICE.map(kept);
        Said { committee, body, place, venue }
    }

    /// Keeps it.
    pub fn keep(self) {
        for (of, value) in OFFICE.into_iter().zip([self.committee, self.body, self.place, self.venue]) {
            of.keep(&value.get());
        }
    }
}

/// The session with every sheet of its products, and what follows from them.
pub struct Heard {
    hearing: Hearing,
    /// By product, then by `Session::scorers`: with the sheets of earlier rounds.
    sheets: Vec<Vec<Option<Worksheet>>>,
    is_compared: bool,
}

impl Heard {
    /// The session as it is now.
    pub fn new(app: App, hearing: &Hearing) -> Heard {
        let session = &hearing.session;
        let of_product = |product| {
            let of = |member: &Member| app.sheet(SheetKey { session: hearing.id, member: member.id, product });
            session.scorers().map(of).collect::<Vec<_>>()
        };
        let sheets = session.products.iter().map(|product| of_product(product.id)).collect();
        let is_compared = is_compared(hearing);
        Heard { hearing: hearing.clone(), sheets, is_compared }
    }

    /// What its papers are filled in from; `fingerprint` is the short code over its sheets.
    pub fn facts(&self, said: Said, fingerprint: String) -> Facts {
        let rated = self.hearing.rows.iter().zip(&self.sheets).map(|(row, sheets)| Rated {
            scheme: &row.set.scheme,
            sheets: sheets.iter().map(Option::as_ref).collect(),
            result: &row.result,
        });
        let office = Office {
            committee: said.committee.get(),
            advisory_body: said.body.get(),
            place: said.place.get(),
            venue: said.venue.get(),
            fingerprint,
            is_compared: self.is_compared,
        };
        facts(&self.hearing.session, &rated.collect::<Vec<_>>(), &office)
    }
}

/// Whether the formulas of the workbook come to what the engine says.
fn is_compared(hearing: &Hearing) -> bool {
    let session = &hearing.session;
    let counted = |at: usize| {
        let sheets = session.scorers().zip(&hearing.rows[at].sheets);
        let counts = sheets.filter(|(member, _)| session.recusal(member.id, session.products[at].id).is_none());
        counts.map(|(member, sheet)| (member.id, sheet.as_ref().map(|(sheet, _)| sheet))).collect::<Vec<_>>()
    };
    let sheets: Vec<Vec<_>> = (0..hearing.rows.len()).map(counted).collect();
    let of = |at: usize| {
        let sheets: &ProductSheets<'_> = &sheets[at];
        let row = &hearing.rows[at];
        ProductOf { product: &session.products[at], scheme: &row.set.scheme, sheets, result: &row.result }
    };
    let products: Vec<ProductOf<'_>> = (0..hearing.rows.len()).map(of).collect();
    results_book(session, &products).differs.is_empty()
}
