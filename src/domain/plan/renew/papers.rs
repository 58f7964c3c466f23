//! The papers that a renewed plan names, and its own number and date.

use super::years::shift_text;
use super::{RenewFacts, RenewWhat, Renewing};
use crate::domain::plan::law::{Force, LegalBasis, is_gone};
use crate::domain::plan::{DocRef, DocUse, PartialDate, Piece, Plan, PlanPlace, PlanSection, pieces};

/// Takes number, date, name and annex guides of the old paper out.
pub(super) fn clear_frame(plan: &mut Plan) {
    let blank = |date: &mut Option<PartialDate>| {
        if let Some(date) = date {
            *date = PartialDate {
                day: None,
                month: None,
                year: None,
                printed: String::new(),
                unknown: date.unknown.clone(),
            };
        }
    };
    let old = plan.wrapper.as_ref().and_then(|wrapper| wrapper.number.as_ref());
    let old = old.and_then(|number| Some([number.number.as_ref()?, "/", &number.symbol].concat()));
    blank(&mut plan.date);
    plan.number.iter_mut().for_each(|number| number.number = None);
    plan.signature.iter_mut().for_each(|signature| signature.name = None);
    if let Some(wrapper) = &mut plan.wrapper {
        blank(&mut wrapper.date);
        wrapper.number.iter_mut().for_each(|number| number.number = None);
        wrapper.signature.iter_mut().for_each(|signature| signature.name = None);
        wrapper.attached_as = without_number(&wrapper.attached_as, old.as_deref());
    }
    // Written anew from the number and date of the new plan.
    plan.annexes.iter_mut().for_each(|annex| annex.guide.clear());
}

/// `(Ban hành kèm theo Quyết định số: 331/QĐ-UBND ngày 02/3/2018 của …)` with blanks for number and day.
fn without_number(line: &str, number: Option<&str>) -> String {
    let Some((before, after)) = number.and_then(|number| line.split_once(number)) else { return line.to_owned() };
    let symbol = number.and_then(|number| number.split_once('/')).map_or("", |(_, symbol)| symbol);
    let after = match (after.find(" ngày "), after.find(" của ")) {
        (Some(day), Some(of)) if day < of => [&after[..day], " ngày … tháng … năm …", &after[of..]].concat(),
        _ => after.to_owned(),
    };
    [before, "…/", symbol, &after].concat()
}

/// Puts the papers that replaced others in their place, and names those that a person has to look at.
pub(super) fn papers(renewing: &mut Renewing<'_>, facts: &RenewFacts<'_>) {
    let mut merged = Vec::new();
    for at in 0..renewing.plan.documents.len() {
        let document = renewing.plan.documents[at].clone();
        let place = PlanPlace::Entry(document.key.clone());
        let has = |usage: DocUse| document.uses.contains(&usage);
        if has(DocUse::Replaced) {
            renewing.note(place, RenewWhat::ReplacedToJudge, words(&document), "");
            continue;
        }
        if has(DocUse::Proposal) {
            renewing.note(place, RenewWhat::ProposalCleared, words(&document), "");
            let own = &mut renewing.plan.documents[at];
            (own.date, own.printed) = (None, String::new());
            own.number =
                own.number.take().and_then(|number| number.split_once('/').map(|(_, symbol)| ["…/", symbol].concat()));
            continue;
        }
        if !has(DocUse::Basis) && !has(DocUse::Funding) {
            continue;
        }
        match facts.bases.force(&document, facts.today) {
            Force::InForce | Force::NotYet(_) => (),
            Force::Replaced(by) => match by.iter().find(|one| !is_named(&renewing.plan, one, facts)) {
                Some(new) => {
                    let named =
                        DocRef { unknown: document.unknown.clone(), ..new.named(&document.key, document.uses.clone()) };
                    renewing.note(place, RenewWhat::BasisReplaced, words(&document), words(&named));
                    renewing.plan.documents[at] = named;
                }
                None => {
                    let by: Vec<&str> = by.iter().map(|one| one.number.as_str()).collect();
                    let what = if take_out(&mut renewing.plan, &document.key) {
                        merged.push(document.key.clone());
                        RenewWhat::BasisMerged
                    } else {
                        RenewWhat::BasisEnded
                    };
                    renewing.note(place, what, words(&document), by.join("; "));
                }
            },
            Force::Ended(see) => {
                let see: Vec<&str> = see.iter().map(|one| one.number.as_str()).collect();
                renewing.note(place, RenewWhat::BasisEnded, words(&document), see.join("; "));
            }
            // Without number and date it is a blank of a template, still to be filled in.
            Force::Unknown if document.number.is_none() && document.date.is_none() => {
                let printed = shift_text(&document.printed, &renewing.old.period, renewing.by).text;
                renewing.plan.documents[at].printed = printed;
            }
            Force::Unknown => {
                let period = &renewing.old.period;
                let about = if document.excerpt.is_empty() { &document.printed } else { &document.excerpt };
                let is_old = (period.from..=period.to).any(|year| about.contains(&year.to_string()));
                if is_old || has(DocUse::Funding) || is_gone(&words(&document), facts.today) {
                    renewing.note(place, RenewWhat::BasisToJudge, words(&document), "");
                }
            }
        }
    }
    renewing.plan.documents.retain(|document| !merged.contains(&document.key));
}

fn is_named(plan: &Plan, basis: &LegalBasis, facts: &RenewFacts<'_>) -> bool {
    plan.documents.iter().any(|document| facts.bases.of(document).is_some_and(|own| own.number == basis.number))
}

/// The words of a paper, or its parts.
fn words(document: &DocRef) -> String {
    if !document.printed.is_empty() {
        return document.printed.clone();
    }
    let number = document.number.as_deref().unwrap_or_default();
    let parts = [document.kind.as_str(), number, &document.issuer, &document.excerpt];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Takes the paragraphs out that name this paper and no other entry; `false`: it is named elsewhere too, and stays.
fn take_out(plan: &mut Plan, key: &str) -> bool {
    let names = |section: &PlanSection| -> Vec<String> {
        let named = |text: &str| -> Vec<String> {
            let entries = pieces(text).into_iter().filter_map(|piece| match piece {
                Piece::Entry { key, .. } => Some(key.to_owned()),
                Piece::Words(_) => None,
            });
            entries.collect()
        };
        [named(&section.heading), named(&section.text)].concat()
    };
    let is_alone = |section: &PlanSection| section.children.is_empty() && names(section) == [key];
    let others = plan.all_sections().into_iter().filter(|section| names(section).iter().any(|own| own == key));
    let others: Vec<bool> = others.map(is_alone).collect();
    let in_opening = |sections: &[PlanSection]| sections.iter().filter(|section| is_alone(section)).count();
    let openings = in_opening(&plan.opening) + plan.wrapper.as_ref().map_or(0, |wrapper| in_opening(&wrapper.opening));
    if others.len() != openings || others.contains(&false) {
        return false;
    }
    plan.opening.retain(|section| !is_alone(section));
    if let Some(wrapper) = &mut plan.wrapper {
        wrapper.opening.retain(|section| !is_alone(section));
    }
    true
}
