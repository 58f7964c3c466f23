//! What is due, in words: one list for the boards and the calendar file.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::domain::cycle::{Agenda, Bucket, Dossier, DossierId, Due, Subject};
use crate::domain::date::Date;
use crate::domain::registry::Product;
use crate::exchange::ics::DayEntry;
use crate::ledger::registry::Registry;
use crate::pages::Path;
use crate::text;

/// Days before at which a calendar reminds.
const REMIND: u16 = 7;

/// One line of a board.
#[derive(Clone, PartialEq)]
pub struct Line {
    /// What it is in the engine.
    pub due: Due,
    /// How near it is.
    pub bucket: Bucket,
    /// In words.
    pub what: String,
    /// So many more papers of the same dossier run out soon after.
    pub more: usize,
    /// Where it is dealt with.
    pub path: Option<Path>,
    /// The commune's code of the product; empty: none.
    pub commune: String,
}

/// Everything that is due on `today`, earliest first.
pub fn lines(register: &Registry, today: Date) -> Vec<Line> {
    let office = register.office();
    let mut agenda = Agenda::new(&office, today);
    for (id, life) in register.lives() {
        agenda.product(id, &life.certificates, &life.dossiers);
    }
    agenda.rounds();
    // Papers of one dossier that run out at about the same time are one matter.
    let mut seen: BTreeMap<(DossierId, Bucket), usize> = BTreeMap::new();
    let mut lines: Vec<Line> = Vec::new();
    for due in agenda.list() {
        if let Subject::Evidence(dossier, _) = due.subject {
            match seen.entry((dossier, due.bucket(today))) {
                Entry::Occupied(at) => {
                    if let Some(line) = lines.get_mut(*at.get()) {
                        line.more += 1;
                    }
                    continue;
                }
                Entry::Vacant(at) => drop(at.insert(lines.len())),
            }
        }
        lines.push(line(register, today, due));
    }
    lines
}

fn line(register: &Registry, today: Date, due: Due) -> Line {
    let product = due.product.and_then(|id| register.product(id));
    let name = product.map_or("", |(_, product)| product.name.as_str());
    let commune = product.and_then(|(_, product)| commune(register, product)).unwrap_or_default();
    let (subject, path) = match &due.subject {
        Subject::Certificate(_) => (name.to_owned(), product.map(|(id, _)| Path::Product(id))),
        Subject::Dossier(id) => (name.to_owned(), Some(Path::Dossier(*id))),
        Subject::Evidence(id, evidence) => {
            let dossier = register.get::<Dossier>(*id);
            let own = dossier.and_then(|dossier| dossier.evidence.iter().find(|it| it.id == *evidence));
            let title = own.map_or("", |own| own.title.as_str());
            ([name, ": ", title].concat(), Some(Path::Dossier(*id)))
        }
        Subject::Round(round) => (text::cycle::round(round), None),
    };
    Line { bucket: due.bucket(today), what: text::due::due(due.kind, &subject), more: 0, path, commune, due }
}

impl Line {
    /// In words, with what else runs out.
    pub fn words(&self) -> String {
        if self.more == 0 { self.what.clone() } else { text::due::and_more(&self.what, self.more) }
    }
}

/// The commune of a product, else of its producer.
fn commune(register: &Registry, product: &Product) -> Option<String> {
    let own = product.commune.clone();
    own.or_else(|| register.producer(product.producer).and_then(|(_, producer)| producer.commune.clone()))
}

/// The lines as entries of a calendar file; what is over is not in it.
pub fn entries(lines: &[Line]) -> Vec<DayEntry> {
    let coming = lines.iter().filter(|line| line.bucket != Bucket::Overdue);
    let entry = |line: &Line| DayEntry {
        uid: line.due.uid(),
        on: line.due.on,
        summary: line.words(),
        description: String::new(),
        remind: Some(REMIND),
    };
    coming.map(entry).collect()
}
