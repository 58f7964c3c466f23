//! Targets against what the registry says. Everything is counted from the records given; nothing is kept.

use std::collections::{BTreeMap, BTreeSet};

use super::Following;
use crate::domain::cycle::{
    Certificate, CertificateState, Dossier, DossierId, DossierState, DossierType, Idea, IdeaState,
};
use crate::domain::date::Date;
use crate::domain::money::Quantity;
use crate::domain::plan::{Comparator, Metric, Plan, ScopeKind, Target};
use crate::domain::registry::{ProducerId, RegisteredId};

/// A product of the registry with all that belongs to it, also by way of products merged into it.
#[derive(Clone, Debug)]
pub struct ProductFacts<'a> {
    /// The product.
    pub id: RegisteredId,
    /// Who makes it.
    pub producer: ProducerId,
    /// Code of its commune, if it was found.
    pub commune: Option<&'a str>,
    /// Its ideas.
    pub ideas: Vec<&'a Idea>,
    /// Its dossiers.
    pub dossiers: Vec<(DossierId, &'a Dossier)>,
    /// Its certificates.
    pub certificates: Vec<&'a Certificate>,
}

/// What targets are counted on.
#[derive(Clone, Debug)]
pub struct Ground<'a> {
    /// The products of the plan's territory.
    pub products: &'a [ProductFacts<'a>],
    /// Codes of the communes that units of the plan stand for, by the keys of the units.
    pub communes: &'a BTreeMap<String, String>,
    /// Codes of all communes of the territory; empty: not known.
    pub all_communes: &'a [String],
    /// The day up to which is counted.
    pub today: Date,
}

/// A target and how far it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Actual {
    /// Key of the target.
    pub target: String,
    /// How far.
    pub reached: Reached,
    /// What the registry counts, also where a noted number stands instead; `None`: it does not count this.
    pub counted: Option<Quantity>,
    /// Whether that is enough.
    pub verdict: Verdict,
    /// The products that count, each once.
    pub products: Vec<RegisteredId>,
    /// Products that may count: the records do not say how they were registered.
    pub unsure: Vec<RegisteredId>,
    /// Of each share: key of the unit, its number, the number reached (`None`: the commune is not known).
    pub shares: Vec<(String, Quantity, Option<Quantity>)>,
}

/// How far a target is.
#[derive(Clone, Debug, PartialEq)]
pub enum Reached {
    /// Counted from the records of the registry.
    Counted(Quantity),
    /// Hundredths of the evaluated products, cut off in thousandths of a hundredth, counted.
    Rate {
        /// The share.
        percent: Quantity,
        /// Products with a result.
        evaluated: usize,
    },
    /// For each commune by itself.
    Each(Each),
    /// As noted on a day.
    Noted(Quantity, Date),
    /// The registry does not hold it and nothing was noted.
    Unknown,
}

/// A target that holds for each commune.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Each {
    /// Communes that reach the number.
    pub met: usize,
    /// Communes.
    pub of: usize,
    /// Codes of those that do not.
    pub short: Vec<String>,
}

/// Whether a target is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Reached.
    Met,
    /// Not yet, and there is time.
    Open,
    /// Not reached, and the time is over.
    Missed,
    /// The target has no number, or what was reached is not known.
    Unknown,
}

/// The days that count: of the years of the plan, and not after `today`.
#[derive(Clone, Copy)]
pub(super) struct Window(Date, Date);

impl Window {
    pub(super) fn of(plan: &Plan, today: Date) -> Window {
        let from = Date::new(plan.period.from, 1, 1).unwrap_or(Date::FIRST);
        let to = Date::new(plan.period.to, 12, 31).unwrap_or(Date::LAST);
        Window(from, to.min(today))
    }

    pub(super) fn has(self, day: Date) -> bool {
        (self.0..=self.1).contains(&day)
    }
}

/// A recognition that counts: not withdrawn.
pub(super) struct Recognition {
    pub(super) on: Date,
    pub(super) stars: u8,
    kind: Option<DossierType>,
}

impl ProductFacts<'_> {
    pub(super) fn recognitions(&self) -> impl Iterator<Item = Recognition> {
        let counts = self.certificates.iter().filter(|one| one.state() != CertificateState::Revoked);
        counts.map(|one| {
            let source = one.dossier.and_then(|id| self.dossiers.iter().find(|(own, _)| *own == id));
            let is_first = || self.certificates.iter().all(|other| other.valid_from >= one.valid_from);
            // A certificate without a dossier of ours: a later one was no first time.
            let kind = source.map(|(_, dossier)| dossier.kind).or(is_first().then_some(DossierType::First));
            Recognition { on: one.valid_from, stars: one.stars, kind }
        })
    }

    pub(super) fn handed_in(&self, window: Window, kind: Option<DossierType>) -> bool {
        let is_it = |dossier: &Dossier| {
            kind.is_none_or(|kind| dossier.kind == kind) && dossier.handed_in().is_some_and(|on| window.has(on))
        };
        self.dossiers.iter().any(|(_, dossier)| is_it(dossier))
    }

    pub(super) fn is_chosen(&self, window: Window) -> bool {
        let chosen = |idea: &&Idea| idea.steps.iter().any(|step| step.to == IdeaState::Selected && window.has(step.on));
        self.ideas.iter().any(chosen)
    }

    /// The first day on which anything of it is recorded.
    fn first_day(&self) -> Option<Date> {
        let ideas = self.ideas.iter().filter_map(|idea| idea.steps.first()).map(|step| step.on);
        let dossiers = self.dossiers.iter().filter_map(|(_, dossier)| dossier.steps.first()).map(|step| step.on);
        ideas.chain(dossiers).chain(self.certificates.iter().map(|one| one.valid_from)).min()
    }
}

/// What is counted of a product for a target.
enum Counts {
    Yes,
    Unsure,
    No,
}

fn counts(target: &Target, product: &ProductFacts<'_>, window: Window) -> Counts {
    let is_yes = |yes: bool| if yes { Counts::Yes } else { Counts::No };
    match target.metric {
        Metric::ProductsTakingPart => is_yes(product.handed_in(window, target.registration)),
        Metric::ProductsChosen => is_yes(product.is_chosen(window)),
        Metric::ProductsAtStar => {
            let mut found = Counts::No;
            for one in product.recognitions() {
                if !window.has(one.on) || one.stars < target.star_min.unwrap_or(3) {
                    continue;
                }
                match (target.registration, one.kind) {
                    (None, _) => return Counts::Yes,
                    (Some(wanted), Some(kind)) if wanted == kind => return Counts::Yes,
                    (Some(_), None) => found = Counts::Unsure,
                    _ => (),
                }
            }
            found
        }
        _ => Counts::No,
    }
}

/// Each target of the plan with what the registry says about it, in the order of the plan.
///
/// Products, shares of success and producers are counted; of everything else the last number noted stands. A product
/// counts once for a target, however many dossiers it has. Certificates that were withdrawn do not count.
pub fn actual(plan: &Plan, following: &Following<'_>, ground: &Ground<'_>) -> Vec<Actual> {
    plan.targets.iter().map(|target| of_target(plan, target, following, ground)).collect()
}

fn of_target(plan: &Plan, target: &Target, following: &Following<'_>, ground: &Ground<'_>) -> Actual {
    let window = Window::of(plan, ground.today);
    let own: Vec<&ProductFacts<'_>> = match (target.scope.kind, &target.scope.unit) {
        (ScopeKind::Unit, Some(unit)) => {
            let code = ground.communes.get(unit);
            ground
                .products
                .iter()
                .filter(|product| code.is_some() && product.commune == code.map(String::as_str))
                .collect()
        }
        _ => ground.products.iter().collect(),
    };
    let unit_is_unknown = target.scope.kind == ScopeKind::Unit
        && target.scope.unit.as_ref().is_none_or(|key| !ground.communes.contains_key(key));
    let (mut products, mut unsure) = (Vec::new(), Vec::new());
    for product in &own {
        match counts(target, product, window) {
            Counts::Yes => products.push(product.id),
            Counts::Unsure => unsure.push(product.id),
            Counts::No => (),
        }
    }
    let is_counted =
        matches!(target.metric, Metric::ProductsAtStar | Metric::ProductsTakingPart | Metric::ProductsChosen);
    let share = (target.metric == Metric::SuccessRate).then(|| rate(target, &own, window));
    if let Some((_, met)) = &share {
        products.clone_from(met);
    }
    let in_commune = |code: &str| {
        let of_commune = |product: &&&ProductFacts<'_>| product.commune == Some(code) && products.contains(&product.id);
        whole(own.iter().filter(of_commune).count())
    };
    let from_registry = match target.metric {
        _ if unit_is_unknown || target.scope.kind == ScopeKind::EachDistrict => Reached::Unknown,
        _ if is_counted && target.scope.kind == ScopeKind::EachCommune => each(target, ground, &in_commune),
        _ if is_counted => Reached::Counted(whole(products.len())),
        Metric::SuccessRate => share.map_or(Reached::Unknown, |(reached, _)| reached),
        Metric::Producers | Metric::NewProducers => Reached::Counted(whole(producers(target.metric, &own, window))),
        _ => Reached::Unknown,
    };
    let counted = match &from_registry {
        Reached::Counted(number) | Reached::Rate { percent: number, .. } => Some(*number),
        _ => None,
    };
    // A number that someone noted stands also for what can be counted: the office may know of products on paper.
    let noted = following.entry(&target.key).and_then(|followed| followed.reached);
    let reached = noted.map_or(from_registry, |(number, on)| Reached::Noted(number, on));
    let shares = target.allocations.iter().map(|share| {
        let code = ground.communes.get(&share.unit);
        (share.unit.clone(), share.value, code.filter(|_| is_counted).map(|code| in_commune(code)))
    });
    let shares = shares.collect();
    let last = target.due.as_ref().and_then(|time| time.to).or(Date::new(plan.period.to, 12, 31));
    let verdict = verdict(target, &reached, last.is_some_and(|last| last < ground.today));
    Actual { target: target.key.clone(), reached, counted, verdict, products, unsure, shares }
}

fn whole(count: usize) -> Quantity {
    Quantity::whole(i32::try_from(count).unwrap_or(i32::MAX))
}

fn each(target: &Target, ground: &Ground<'_>, in_commune: &dyn Fn(&str) -> Quantity) -> Reached {
    let Some(wanted) = target.value.filter(|_| !ground.all_communes.is_empty()) else { return Reached::Unknown };
    let is_short = |code: &&String| !is_enough(target.comparator, in_commune(code), wanted);
    let short: Vec<String> = ground.all_communes.iter().filter(is_short).cloned().collect();
    let of = ground.all_communes.len();
    Reached::Each(Each { met: of - short.len(), of, short })
}

/// The share of the products with a result in the window that reached the stars, and which these are.
fn rate(target: &Target, own: &[&ProductFacts<'_>], window: Window) -> (Reached, Vec<RegisteredId>) {
    let least = target.star_min.unwrap_or(3);
    let (mut evaluated, mut met) = (0, Vec::new());
    for product in own {
        let has_ended = |dossier: &Dossier| {
            let ends = [DossierState::Recognised, DossierState::NotRecognised];
            dossier.steps.last().is_some_and(|step| window.has(step.on) && ends.contains(&step.to))
        };
        let has_stars = product.recognitions().any(|one| window.has(one.on) && one.stars >= least);
        evaluated += usize::from(has_stars || product.dossiers.iter().any(|(_, dossier)| has_ended(dossier)));
        if has_stars {
            met.push(product.id);
        }
    }
    // Cut off, never rounded up to what was aimed at.
    let percent = (met.len() * 100_000).checked_div(evaluated).map(|share| Quantity(share as i64));
    (percent.map_or(Reached::Unknown, |percent| Reached::Rate { percent, evaluated }), met)
}

fn producers(metric: Metric, own: &[&ProductFacts<'_>], window: Window) -> usize {
    let mut first: BTreeMap<ProducerId, Date> = BTreeMap::new();
    for product in own {
        if let Some(day) = product.first_day() {
            first.entry(product.producer).and_modify(|known| *known = (*known).min(day)).or_insert(day);
        }
    }
    if metric == Metric::NewProducers {
        return first.values().filter(|day| window.has(**day)).count();
    }
    let takes_part = |product: &&&ProductFacts<'_>| {
        product.handed_in(window, None) || product.recognitions().any(|one| window.has(one.on))
    };
    own.iter().filter(takes_part).map(|product| product.producer).collect::<BTreeSet<ProducerId>>().len()
}

/// Whether `reached` is enough. More than was aimed at is enough, also where the paper says no more than a number.
fn is_enough(comparator: Option<Comparator>, reached: Quantity, wanted: Quantity) -> bool {
    if comparator == Some(Comparator::MoreThan) { reached > wanted } else { reached >= wanted }
}

fn verdict(target: &Target, reached: &Reached, is_over: bool) -> Verdict {
    let enough = match (target.value, reached) {
        (_, Reached::Each(each)) => Some(each.met == each.of),
        (
            Some(wanted),
            Reached::Counted(number) | Reached::Noted(number, _) | Reached::Rate { percent: number, .. },
        ) => Some(is_enough(target.comparator, *number, wanted)),
        _ => None,
    };
    match enough {
        Some(true) => Verdict::Met,
        Some(false) if is_over => Verdict::Missed,
        Some(false) => Verdict::Open,
        None => Verdict::Unknown,
    }
}
