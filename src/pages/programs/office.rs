//! The program of the office. Its addresses need no router.

use super::{Program, begin, without_router};
use crate::pages::frame::framed;
use crate::pages::{Path, dossier, due, lift, other_rules, paper, reader, registry, waiting};
use crate::state::Records;
use crate::ui::Node;

/// The whole program.
pub fn office_program() -> Node {
    let app = begin();
    let records = Records::start(app);
    without_router(app, Program::Office, move |path| page_of(records, path))
}

fn page_of(records: Records, path: Option<Path>) -> Node {
    let main = match path {
        Some(Path::PrintForm(id, form)) => return paper::form(records, id, form),
        Some(Path::Dossier(id)) => dossier::dossier_page(records, id, None),
        Some(Path::DossierPart(id, part)) => dossier::dossier_page(records, id, Some(part)),
        Some(Path::Products) => registry::products(records),
        Some(Path::NewProduct) => registry::new_product(records),
        Some(Path::Product(id)) => registry::product(records, id),
        Some(Path::Producers) => registry::producers(records),
        Some(Path::Producer(id)) => registry::producer(records, id),
        Some(Path::PrintWithdrawal(id)) => return paper::withdrawal(records, id),
        Some(Path::Due) => due::board(records),
        Some(Path::Office) => due::settings(records),
        Some(Path::OwnSets) => reader::own_sets(records),
        Some(Path::EditSet(decision, slug)) => reader::edit_set(records, decision, slug),
        Some(Path::Criteria) => reader::criteria(records.app),
        Some(Path::CriteriaSet(decision, slug, number)) => reader::set_page(records.app, decision, slug, number),
        Some(Path::CompareSets(old, new)) => reader::compare(records.app, old, new),
        Some(Path::Lift(session, member, product)) => lift::lift_page(records.app, session, member, product),
        Some(Path::OtherRules(session)) => other_rules::other_rules(records.app, session),
        _ => waiting::not_found(),
    };
    framed(records.app, main)
}
