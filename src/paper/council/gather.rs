//! The facts of a session as the program holds it.

use super::facts::{Attendee, Facts, Meeting, ProductFacts, RoundFacts};
use crate::domain::council::{Outcome, ProductResult, TypedStars, band_of, typed_stars};
use crate::domain::criteria::{Leaf, Scheme};
use crate::domain::cycle::DocumentRef;
use crate::domain::points::Mean;
use crate::domain::procedure::{Procedure, SittingForm};
use crate::domain::session::{MemberId, MinimaOn, Role, Session, SessionProduct, TypedResult};
use crate::domain::tally::Tally;
use crate::domain::worksheet::{Answer, Worksheet};
use crate::text::council_papers as words;
use crate::text::{people, results, scoring, typed};

/// A product with what its sheets come to.
pub struct Rated<'a> {
    /// Its criteria.
    pub scheme: &'a Scheme,
    /// The sheet of each member of `Session::scorers`, in their order, with those of its earlier rounds.
    pub sheets: Vec<Option<&'a Worksheet>>,
    /// What they come to.
    pub result: &'a ProductResult,
}

/// What the session itself does not know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Office {
    /// The body that set the council up.
    pub committee: String,
    /// The office that prepares the papers.
    pub advisory_body: String,
    /// The place in the head of the papers.
    pub place: String,
    /// Where the council met.
    pub venue: String,
    /// The short code over all locked sheets; empty: none.
    pub fingerprint: String,
    /// Whether the spreadsheet's second opinion agrees.
    pub is_compared: bool,
}

/// What the papers of `session` are filled in from; `rated` has one for each of its products, in their order.
pub fn facts(session: &Session, rated: &[Rated<'_>], office: &Office) -> Facts {
    let procedure = session.procedure.as_ref();
    let council_decision = procedure.filter(|own| !own.decision.is_empty()).map(|own| DocumentRef {
        number: own.decision.clone(),
        date: own.decided_on,
        issuer: office.committee.clone(),
        unknown: Default::default(),
    });
    let products = session.products.iter().zip(rated).map(|(product, rated)| self::product(session, product, rated));
    Facts {
        committee: office.committee.clone(),
        council: session.council.clone(),
        level: session.level,
        session: session.name.clone(),
        council_decision,
        rules: procedure.and_then(|own| own.bylaws.clone()),
        advisory_body: office.advisory_body.clone(),
        submission: None,
        decision: procedure.and_then(|own| own.recognition.clone()).map(|own| own.issued_by(&office.committee)),
        place: office.place.clone(),
        day: Some(session.date),
        meeting: meeting(session, procedure, office),
        products: products.collect(),
        fingerprint: office.fingerprint.clone(),
        is_compared: office.is_compared,
    }
}

fn meeting(session: &Session, procedure: Option<&Procedure>, office: &Office) -> Meeting {
    let sittings = procedure.map(|own| own.sittings.as_slice()).unwrap_or_default();
    let last = sittings.last();
    let is_present = |member: &crate::domain::session::Member| match last {
        Some(sitting) if member.role.scores() => sitting.present.contains(&member.id),
        _ => member.absent != Some(true),
    };
    let (invited, own): (Vec<_>, Vec<_>) = session.members.iter().partition(|member| member.role == Role::Invited);
    let attendee = |member: &crate::domain::session::Member| Attendee {
        name: member.name.clone(),
        post: member.post.clone(),
        role: member.role,
        is_present: is_present(member),
        reason: String::new(),
    };
    let scorers = own.iter().filter(|member| member.role.scores()).count();
    let by_rule = (scorers * usize::try_from(session.rules.quorum()).unwrap_or(100)).div_ceil(100);
    Meeting {
        is_written: session.form() == SittingForm::Written,
        opened: sittings.first().map(|sitting| sitting.at),
        closed: last.and_then(|sitting| sitting.closed),
        venue: office.venue.clone(),
        needed: last.map_or(by_rule, |sitting| usize::from(sitting.needed)),
        override_reason: last.and_then(|sitting| sitting.reason.clone()).unwrap_or_default(),
        advisers: procedure
            .map(|own| own.advisers.iter().map(|one| (one.name.clone(), one.post.clone())).collect())
            .unwrap_or_default(),
        guests: invited.iter().map(|guest| (guest.name.clone(), guest.post.clone())).collect(),
        people: own.into_iter().map(attendee).collect(),
    }
}

fn product(session: &Session, product: &SessionProduct, rated: &Rated<'_>) -> ProductFacts {
    let result = rated.result;
    let name = |id: MemberId| session.member(id).map_or("", |member| member.name.as_str());
    let by_level = session.rules.minima_on() == MinimaOn::Consensus;
    let is_agreed = |leaf: &Leaf| product.agreed.get(&leaf.number).is_some_and(|answer| by_level && answer.fits(leaf));
    let leaves = &rated.scheme.leaves;
    let missed = result.failed_minima.iter().map(|failed| {
        let leaf = &leaves[failed.leaf];
        results::failed(&leaf.number, &leaf.title, failed.star, failed.need, failed.mean, is_agreed(leaf))
    });
    let gaps = result.gaps.iter().map(|gap| results::gap(name(gap.high), name(gap.low), gap.points));
    let recused = session.recused_from(product.id);
    let recused = recused.map(|(member, recusal)| (member.name.clone(), recusal.reason.clone()));
    let mut facts = ProductFacts {
        name: product.name.clone(),
        producer: product.producer.clone(),
        address: product.commune.clone(),
        commune: words::committee_of(&product.commune),
        set: product.set.name.clone(),
        code: product.code.clone(),
        rounds: rounds(session, product, rated),
        parts: result.parts.clone(),
        band: result.band,
        stars: result.stars,
        outcome: result.outcome,
        recused: recused.collect(),
        gaps: gaps.collect(),
        decisions: decisions(session, product, leaves.iter().filter(|leaf| is_agreed(leaf))),
        missed: missed.collect(),
        notes: notes(rated),
        advice: None,
    };
    if let Some(typed) = product.typed.as_ref().filter(|_| result.sheets == 0) {
        from_paper(session, typed, &mut facts);
    }
    facts
}

/// Each round with the locked sheets that counted at its end: of those who were not asked again, the sheet before.
fn rounds(session: &Session, product: &SessionProduct, rated: &Rated<'_>) -> Vec<RoundFacts> {
    let asked_until = |member: MemberId, round: u16| {
        let asks = session.rounds_of(product.id).filter(|own| own.number <= round);
        let asks = asks.filter(|own| own.members.is_empty() || own.members.contains(&member));
        asks.map(|own| own.number).max().unwrap_or(1)
    };
    let scorers: Vec<_> = session.scorers().zip(&rated.sheets).collect();
    let of_round = |round: u16| {
        let totals: Vec<(String, i32)> = scorers
            .iter()
            .filter(|(member, _)| session.recusal(member.id, product.id).is_none())
            .filter_map(|(member, sheet)| {
                let sheet = sheet.as_ref()?.of_round(asked_until(member.id, round))?;
                sheet.is_locked().then(|| (member.name.clone(), Tally::of(rated.scheme, sheet).total))
            })
            .collect();
        let sum: i64 = totals.iter().map(|(_, points)| i64::from(*points)).sum();
        let mean = (!totals.is_empty()).then(|| Mean::new(sum, totals.len()));
        RoundFacts { totals, mean }
    };
    (1..=session.round(product.id)).map(of_round).collect()
}

/// What the council concluded on a product: further rounds, sheets laid open early, levels agreed on.
fn decisions<'a>(
    session: &Session,
    product: &SessionProduct,
    agreed: impl Iterator<Item = &'a Leaf>,
) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> =
        session.rounds_of(product.id).map(|round| (words::scored_again(round.number), round.reason.clone())).collect();
    let reveals = session.procedure.iter().flat_map(|own| &own.reveals);
    let reveals = reveals.filter(|reveal| reveal.product.is_none_or(|own| own == product.id));
    all.extend(reveals.map(|reveal| (words::LAID_OPEN.get().to_owned(), reveal.reason.clone())));
    all.extend(agreed.filter_map(|leaf| {
        let level = match product.agreed.get(&leaf.number)? {
            Answer::NoneMet => results::level(0, scoring::NONE_MET.get()),
            Answer::Option { case, option, points } => {
                results::level(*points, leaf.offer(*case, *option).map_or("", |offer| offer.text.as_str()))
            }
        };
        Some((results::agreed(&leaf.number, &leaf.title, &level), words::AGREED.get().to_owned()))
    }));
    all
}

/// Members' remarks, by criterion, without their names.
fn notes(rated: &Rated<'_>) -> Vec<String> {
    let sheets = || rated.sheets.iter().flatten().filter(|sheet| sheet.is_locked());
    let mut all: Vec<String> = Vec::new();
    for leaf in &rated.scheme.leaves {
        let said = sheets().filter_map(|sheet| sheet.notes.get(&leaf.number)).map(|note| note.trim());
        for note in said.filter(|note| !note.is_empty()) {
            all.push(results::agreed(&leaf.number, &leaf.title, note));
        }
    }
    all.extend(sheets().map(|sheet| sheet.opinion.trim().to_owned()).filter(|opinion| !opinion.is_empty()));
    all.dedup();
    all
}

/// A product whose totals were typed from paper: its recorded stars stay as they are.
fn from_paper(session: &Session, typed: &TypedResult, facts: &mut ProductFacts) {
    let stars = match typed_stars(&session.decision, typed) {
        TypedStars::Recorded(stars) | TypedStars::ByPoints(stars) => stars,
        TypedStars::BetweenBands => 0,
    };
    let levels = session.recognises();
    facts.rounds = vec![RoundFacts { totals: Vec::new(), mean: Some(typed.total()) }];
    facts.parts = typed.parts.values().copied().collect();
    (facts.stars, facts.band) = (stars, band_of(typed.total()));
    facts.outcome = match stars {
        0 => Outcome::Incomplete,
        1 | 2 => Outcome::NotRecognised,
        stars if levels.contains(&stars) => Outcome::Recognise,
        stars if stars > *levels.end() => Outcome::ProposeHigher,
        _ => Outcome::ReturnLower,
    };
    facts.decisions.push((typed::conclusion(&typed.paper), people::stars(stars)));
}
