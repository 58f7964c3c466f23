//! The check itself.

use std::collections::BTreeMap;

use super::room::check_room;
use super::{embedded_schemes, embedded_sets};
use crate::codec::{Value, canonical};
use crate::domain::criteria::{OWN_FOLDER, SetPin};
use crate::domain::session::{Purpose, Session, SessionId};
use crate::exchange::{Envelope, ImportError, Limits, Reader, Schemes, Wholeness, product_line, same_result};
use crate::ledger::{Ledger, SheetKey};
use crate::schema::migrate;

/// What the check found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// One object per product, recomputed, as text; by session, in the order of the agenda.
    pub lines: Vec<String>,
    /// What is wrong with the file's content, in plain English.
    pub faults: Vec<String>,
    /// What is odd and decides nothing.
    pub notes: Vec<String>,
}

/// Checks the export in `bytes`.
pub fn verify(bytes: Vec<u8>) -> Result<Report, ImportError> {
    let envelope = Reader::new(bytes, Limits::default())?.read()?;
    let sets = embedded_sets();
    let schemes = embedded_schemes(&sets).with_own(&envelope.rows);
    let mut report = Report::default();
    let ledger = ledger(&envelope, &mut report);
    if envelope.wholeness == Wholeness::Changed {
        report.faults.push("the file was changed after it was written: its digest does not hold".to_owned());
    }
    check_room(&envelope, &ledger, &mut report);
    check_pins(&envelope, &schemes, &mut report);
    check_sheets(&ledger, &envelope, &schemes, &mut report);
    let computed = results(&ledger, &schemes, &mut report);
    check_stated(&envelope, &computed, &mut report);
    report.lines = computed.values().flatten().map(canonical).collect();
    Ok(report)
}

/// The recomputed results, by session.
type Results = BTreeMap<SessionId, Vec<Value>>;

fn ledger(envelope: &Envelope, report: &mut Report) -> Ledger {
    let mut ledger = Ledger::default();
    for packed in &envelope.rows {
        match packed.row().map(migrate) {
            Ok(Ok(row)) => report
                .faults
                .extend(ledger.absorb(vec![row]).into_iter().map(|(id, fault)| format!("record {id}: {fault}"))),
            // The reader has read every row before.
            Ok(Err(_)) | Err(_) => report.faults.push(format!("record {}: cannot be read", packed.id)),
        }
    }
    ledger
}

fn check_pins(envelope: &Envelope, schemes: &Schemes, report: &mut Report) {
    for pin in envelope.pins() {
        if schemes.get(&pin).is_none() {
            let holder = if pin.decision == OWN_FOLDER { "file" } else { "program" };
            report.faults.push(format!(
                "criteria set {}/{}: {} is not the content that this {holder} carries",
                pin.decision, pin.slug, pin.hash
            ));
        } else if pin.decision == OWN_FOLDER {
            report.notes.push(format!("criteria set {}/{} is an own set, carried in the file", pin.decision, pin.slug));
        }
    }
    for decision in &envelope.decisions {
        for set in &decision.sets {
            let pin = SetPin {
                decision: decision.folder.clone(),
                slug: set.slug.clone(),
                code: set.code.clone(),
                name: String::new(),
                hash: set.hash.clone(),
                unknown: Default::default(),
            };
            if schemes.get(&pin).is_none() {
                report
                    .faults
                    .push(format!("listed criteria set {}/{}: {} is unknown", pin.decision, pin.slug, pin.hash));
            }
        }
    }
}

fn check_sheets(ledger: &Ledger, envelope: &Envelope, schemes: &Schemes, report: &mut Report) {
    let mut reachable = 0;
    for (id, session) in ledger.sessions() {
        for (key, sheet) in ledger.sheets_of(id) {
            reachable += 1;
            let name = sheet_name(*key);
            let Some(product) = session.product(key.product) else {
                report.faults.push(format!("{name}: no such product in the session"));
                continue;
            };
            match session.member(key.member) {
                None => report.faults.push(format!("{name}: no such member in the session")),
                Some(member) if !member.role.scores() => {
                    report.notes.push(format!("{name}: the member does not score; the sheet does not count"));
                }
                Some(_) => (),
            }
            let Some(scheme) = schemes.get(&product.set) else { continue };
            for number in sheet.misfits(scheme) {
                report.faults.push(format!("{name}: the answer to {number} is not one that the set offers"));
            }
            let open = sheet.unanswered(scheme).len();
            if sheet.is_locked() && open > 0 {
                report.faults.push(format!("{name}: locked with {open} criteria unanswered"));
            }
        }
    }
    let sheets = envelope.rows.iter().filter(|row| row.kind == crate::schema::Kind::Worksheet && !row.deleted);
    let unreachable = sheets.count().saturating_sub(reachable);
    if unreachable > 0 {
        report
            .notes
            .push(format!("{unreachable} sheets do not count: their session is deleted, or a later sheet stands"));
    }
}

fn results(ledger: &Ledger, schemes: &Schemes, report: &mut Report) -> Results {
    let line = |id: SessionId, session: &Session| {
        let lines = session
            .products
            .iter()
            .filter_map(|product| Some(product_line(ledger, id, session, product, schemes.get(&product.set)?)));
        lines.collect::<Vec<Value>>()
    };
    for (id, session) in ledger.sessions() {
        check_typed(id, session, schemes, report);
        if session.purpose != Purpose::Official {
            report.notes.push(format!("session {id} is {}: not an official result", session.purpose.word()));
        }
    }
    ledger.sessions().into_iter().map(|(id, session)| (id, line(id, session))).collect()
}

/// Results typed from paper cannot be recomputed; their parts have to fit the set.
fn check_typed(id: SessionId, session: &Session, schemes: &Schemes, report: &mut Report) {
    for product in &session.products {
        let (Some(typed), Some(scheme)) = (&product.typed, schemes.get(&product.set)) else { continue };
        let name = format!("session {id}, product {}", product.id);
        report.notes.push(format!("{name}: a result typed from paper; it is not recomputed"));
        for part in typed.faults(&scheme.part_maxima()) {
            report.faults.push(format!("{name}: the typed points of part {part} do not fit the set"));
        }
    }
}

fn check_stated(envelope: &Envelope, computed: &Results, report: &mut Report) {
    let word = |result: &Value, key| result.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let names = |result: &Value| (word(result, "session"), word(result, "product"));
    let computed: BTreeMap<_, &Value> = computed.values().flatten().map(|result| (names(result), result)).collect();
    for stated in &envelope.results {
        let found = computed.get(&names(stated));
        if found.is_none_or(|found| !same_result(stated, found)) {
            let (session, product) = names(stated);
            report.faults.push(format!(
                "session {session}, product {product}: the stated result is not what the sheets come to"
            ));
        }
    }
}

pub(super) fn sheet_name(key: SheetKey) -> String {
    format!("sheet of member {} for product {} in session {}", key.member, key.product, key.session)
}
