//! V20 to V22, V28: products.

use std::cmp::Ordering;

use super::{Finding, Fix, Rule, Severity, Spot};
use crate::domain::cycle::DossierType;
use crate::domain::plan::{Plan, PlanProduct};
use crate::domain::registry::twins;

pub fn check(plan: &Plan, found: &mut Vec<Finding>) {
    let mut seen: Vec<(String, String, &str)> = Vec::new();
    for product in &plan.products {
        let spot = || Spot::Product(product.key.clone());
        missing(product, found);
        if let Some(why) = product.registration.and_then(|kind| cannot_follow(plan, product, kind)) {
            let mut finding = Finding::warning(Rule::V21, spot()).fact(product.name.clone()).fact(why);
            finding.fix = registered(plan, product);
            found.push(finding);
        }
        let own = (twins::key(&product.name, false), twins::key(&product.producer, true));
        match seen.iter().find(|(name, producer, _)| (name, producer) == (&own.0, &own.1)) {
            Some((_, _, first)) => {
                let finding = Finding::warning(Rule::V22, spot()).fact(product.name.clone()).fact(*first);
                found.push(finding.fix(Fix::RemoveProduct { product: product.key.clone() }));
            }
            None => seen.push((own.0, own.1, &product.key)),
        }
        if product.target_star.is_some_and(|stars| !(3..=5).contains(&stars)) {
            found.push(stars(spot(), &product.key, product.target_star, true));
        }
    }
    for target in plan.targets.iter().filter(|target| target.star_min.is_some_and(|stars| !(3..=5).contains(&stars))) {
        // Words that we cannot write again stay.
        let may_write = target.printed.is_empty() || target.comparator.is_some();
        found.push(stars(Spot::Target(target.key.clone()), &target.key, target.star_min, may_write));
    }
}

fn stars(spot: Spot, entry: &str, stars: Option<u8>, may_write: bool) -> Finding {
    let stars = stars.unwrap_or_default();
    let finding = Finding::warning(Rule::V28, spot).fact(stars.to_string());
    let nearest = Fix::SetStars { entry: entry.to_owned(), stars: stars.clamp(3, 5) };
    if may_write { finding.fix(nearest) } else { finding }
}

fn missing(product: &PlanProduct, found: &mut Vec<Finding>) {
    let has_producer = !product.producer.trim().is_empty();
    let parts = [
        ("producer", has_producer),
        ("commune", product.commune.is_some() || !product.address.trim().is_empty()),
        ("group", product.set.is_some() || !product.group.trim().is_empty()),
        ("registration", product.registration.is_some()),
    ];
    let severity = if has_producer { Severity::Warning } else { Severity::Error };
    let finding = Finding::new(Rule::V20, severity, Spot::Product(product.key.clone())).fact(product.name.clone());
    let finding =
        parts.iter().filter(|(_, is_there)| !is_there).fold(finding, |finding, (part, _)| finding.fact(*part));
    if finding.facts.len() > 1 {
        found.push(finding);
    }
}

/// As what the product can be registered by what is said of it: for the first time where nothing says that it was ever
/// recognised, raised where it aims higher, else evaluated again. `None`: only a person knows what is wrong.
fn registered(plan: &Plan, product: &PlanProduct) -> Option<Fix> {
    let has_certificate = product.certificate.is_some() || !product.certificate_printed.trim().is_empty();
    let registration = if has_certificate {
        match (product.registration?, product.current_star?.cmp(&product.target_star?)) {
            (DossierType::Upgrade, _) => DossierType::ReEvaluation,
            (_, Ordering::Less) => DossierType::Upgrade,
            _ => return None,
        }
    } else if product.current_star.is_none() && product.certificate_until.is_none() {
        DossierType::First
    } else {
        return None;
    };
    let is_right = cannot_follow(plan, product, registration).is_none();
    is_right.then(|| Fix::Register { product: product.key.clone(), registration })
}

/// Why a product cannot be raised or evaluated again.
fn cannot_follow(plan: &Plan, product: &PlanProduct, kind: DossierType) -> Option<&'static str> {
    if kind == DossierType::First {
        return None;
    }
    if product.certificate.is_none() && product.certificate_printed.trim().is_empty() {
        return Some("certificate");
    }
    let (current, target) = (product.current_star, product.target_star);
    if kind == DossierType::Upgrade && current.zip(target).is_some_and(|(current, target)| target <= current) {
        return Some("stars");
    }
    let is_out = |year: i32| !(plan.period.from..=plan.period.to).contains(&year);
    let ends = product.certificate_until.map(|until| until.year());
    (kind == DossierType::ReEvaluation && ends.is_some_and(is_out)).then_some("expiry")
}
