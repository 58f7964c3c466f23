//! What a council's papers are filled in from: the session with its sheets, and what the office says of itself.

use leptos::prelude::*;

use crate::book::{ProductOf, results_book};
use crate::domain::council::ProductSheets;
use crate::domain::cycle::DocumentRef;
use crate::domain::date::Date;
use crate::domain::session::{Member, Session, SessionId};
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
    /// Number and symbol of the decision that recognises; of the session, not of the office.
    pub number: RwSignal<String>,
    /// Its date.
    pub date: RwSignal<String>,
}

/// Where it is kept, in the order of the fields.
const OFFICE: [&str; 4] = ["committee", "body", "place", "venue"];

impl Said {
    /// What was said before.
    pub fn kept(own: OwnWords, session: &Session) -> Said {
        let [committee, body, place, venue] = OFFICE.map(|name| RwSignal::new(own.kept(name).unwrap_or_default()));
        let paper = session.procedure.as_ref().and_then(|procedure| procedure.recognition.as_ref());
        let number = RwSignal::new(paper.map(|paper| paper.number.clone()).unwrap_or_default());
        let date = paper.and_then(|paper| paper.date).map(|date| date.to_string());
        Said { committee, body, place, venue, number, date: RwSignal::new(date.unwrap_or_default()) }
    }

    /// Keeps what is said, after a pause in typing.
    pub fn keep(self, app: App, own: OwnWords, id: SessionId) {
        let boxes = [self.committee, self.body, self.place, self.venue];
        let said = move || {
            let words = OFFICE.into_iter().zip(boxes).map(|(name, value)| (name, value.get()));
            (words.collect::<Vec<_>>(), self.number.get(), self.date.get())
        };
        let before = StoredValue::new(untrack(said));
        Effect::new(move |_| {
            let now = said();
            if before.with_value(|before| *before == now) {
                return;
            }
            before.set_value(now.clone());
            let paper = self.recognition();
            app.typing.later("office-words".to_owned(), move || {
                own.keep(&now.0);
                app.enter_recognition(id, paper);
            });
        });
    }

    /// The decision that recognises, as it stands in the fields; `None`: none is entered.
    fn recognition(self) -> Option<DocumentRef> {
        let (number, date) = (self.number.get().trim().to_owned(), Date::parse(&self.date.get()));
        let is_there = !number.is_empty() || date.is_some();
        is_there.then(|| DocumentRef { number, date, issuer: String::new(), unknown: Default::default() })
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
        let facts = facts(&self.hearing.session, &rated.collect::<Vec<_>>(), &office);
        // What stands in the fields now may not be written yet.
        Facts { decision: said.recognition().map(|paper| paper.issued_by(&office.committee)), ..facts }
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
