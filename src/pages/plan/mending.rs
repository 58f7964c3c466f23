//! The button beside a finding: what the rule itself offers, or what other records know.

use leptos::prelude::*;

use super::linking;
use crate::domain::plan::check::{Finding, Fix, Rule, Spot};
use crate::domain::plan::edit::inline_entry;
use crate::domain::plan::{DocRef, DocUse, Plan};
use crate::paper;
use crate::state::Plans;
use crate::text::{plan_columns, plan_findings as words, plan_pages};

/// What a button does.
type Act = Box<dyn Fn(&mut Plan)>;

/// The button of a finding: its label, and what it does.
pub fn act(plans: Plans, finding: &Finding) -> Option<(String, Act)> {
    let known = || by_law(plans, finding).or_else(|| by_record(plans, finding));
    let document = |(label, document): (String, DocRef)| (label, Fix::PutDocument(Box::new(document)));
    if let Some(certified) = by_registry(plans, finding) {
        return Some(certified);
    }
    let own = finding.fix.clone().map(|fix| (plans.with_plan(|plan| words::fix(plan, &fix)), fix));
    let (label, fix) = own.or_else(|| known().map(document))?;
    Some((label, Box::new(move |plan| put_right(plan, &fix))))
}

/// Does what puts a finding right; the paper keeps the words of what goes.
fn put_right(plan: &mut Plan, fix: &Fix) {
    if let Fix::RemoveProduct { product } = fix {
        let before = plan.clone();
        inline_entry(plan, product, &|written| paper::filled(&before, written));
    }
    fix.apply(plan);
    let count = plan.annexes.len();
    if let (Fix::AddAnnex { content, .. }, Some(annex)) = (fix, plan.annexes.last_mut()) {
        annex.title = plan_columns::annex_title(*content).get().to_owned();
        if annex.number.is_empty() {
            annex.number = plan_pages::annex_number(count);
        }
    }
}

/// What the registry says of a product that is on record and lacks its certificate.
fn by_registry(plans: Plans, finding: &Finding) -> Option<(String, Act)> {
    let (Rule::V21, Spot::Product(key)) = (finding.rule, &finding.spot) else { return None };
    plans.records.ask();
    let certified = plans.records.registry.with(|registry| {
        plans.with_plan(|plan| linking::certified(plan.products.iter().find(|own| own.key == *key)?, registry))
    })?;
    let act: Act = Box::new(move |plan| {
        for own in plan.products.iter_mut().filter(|own| own.key == certified.key) {
            own.clone_from(&certified);
        }
    });
    Some((words::FROM_REGISTRY.get().to_owned(), act))
}

/// The plan on record that a replaced paper is.
fn by_record(plans: Plans, finding: &Finding) -> Option<(String, DocRef)> {
    let (Rule::V26, Spot::Document(key)) = (finding.rule, &finding.spot) else { return None };
    plans.with_plan(|plan| {
        let own = plan.document(key)?;
        let whole = plans.book.with_untracked(|book| {
            book.all().find_map(|(id, other)| plan.replaced_by_record(own, other, plan.previous == Some(id)))
        })?;
        Some((words::FROM_RECORD.get().to_owned(), whole))
    })
}

/// What the list of papers says about a basis: what it lacks, or the paper to cite instead of it.
fn by_law(plans: Plans, finding: &Finding) -> Option<(String, DocRef)> {
    let (Rule::V05 | Rule::V06, Spot::Document(key)) = (finding.rule, &finding.spot) else { return None };
    plans.ask_for_bases();
    plans.bases.with(|bases| {
        let bases = bases.as_ref()?;
        plans.with_plan(|plan| {
            let own = plan.document(key)?;
            if finding.rule == Rule::V05 {
                return bases.completed(own).map(|whole| (words::COMPLETE.get().to_owned(), whole));
            }
            let basis = bases.instead(own, plan.day().or(plans.records.today)?)?;
            let is_cited = plan.used_as(DocUse::Basis).any(|own| own.number.as_ref() == Some(&basis.number));
            let instead = || (words::cite_instead(&basis.number), basis.named(key, own.uses.clone()));
            (!is_cited).then(instead)
        })
    })
}
