//! The result of a product as a JSON object: the same in exports and in the auditor's program.

use super::Schemes;
use crate::codec::{Map, Value, json};
use crate::domain::council::{Outcome, ProductResult, TypedStars, consolidate_agreed, typed_stars};
use crate::domain::criteria::Scheme;
use crate::domain::points::Mean;
use crate::domain::session::{Purpose, Session, SessionId, SessionProduct, TypedResult};
use crate::ledger::Ledger;

/// The results that an export states: of every product of the official and practice sessions with a locked sheet or a
/// result typed from paper, as far as the sets are at hand.
pub fn results_of(ledger: &Ledger, schemes: &Schemes) -> Vec<Value> {
    let mut results = Vec::new();
    let mut sessions = ledger.sessions();
    sessions.sort_by_key(|(id, _)| *id);
    for (id, session) in sessions {
        let has_typed = session.products.iter().any(|product| product.typed.is_some());
        let is_stated = session.purpose != Purpose::SelfCheck
            && (has_typed || ledger.sheets_of(id).any(|(_, sheet)| sheet.is_locked()));
        if is_stated {
            results.extend(session.products.iter().filter_map(|product| {
                let scheme = schemes.get(&product.set)?;
                Some(product_line(ledger, id, session, product, scheme))
            }));
        }
    }
    results
}

/// The object for one product. Means are exact texts: a decimal where it ends, else a fraction.
pub fn product_line(
    ledger: &Ledger,
    id: SessionId,
    session: &Session,
    product: &SessionProduct,
    scheme: &Scheme,
) -> Value {
    let sheets = ledger.product_sheets(id, session, product.id);
    let result = consolidate_agreed(scheme, &sheets, &product.agreed, &session.rules, session.recognises());
    let parts: Map<String, Value> =
        scheme.parts.iter().zip(&result.parts).map(|(part, mean)| (part.code.clone(), text(mean))).collect();
    let failed_minima = result.failed_minima.iter().map(|failed| {
        let criterion = scheme.leaves.get(failed.leaf).map_or("", |leaf| leaf.number.as_str());
        json!({"star": failed.star, "criterion": criterion, "need": failed.need, "mean": text(&failed.mean)})
    });
    let missing = result.missing.iter().map(|missing| {
        json!({"member": missing.member.to_string(), "unanswered": missing.unanswered, "begun": missing.begun})
    });
    let gaps = result
        .gaps
        .iter()
        .map(|gap| json!({"high": gap.high.to_string(), "low": gap.low.to_string(), "points": gap.points}));
    let mut line = json!({
        "session": id.to_string(),
        "session_name": session.name,
        "purpose": session.purpose.word(),
        "product": product.id.to_string(),
        "product_name": product.name,
        "decision": product.set.decision,
        "set": product.set.slug,
        "sheets": result.sheets,
        "total": result.total.as_ref().map(text),
        "parts": parts,
        "band": result.band,
        "stars": result.stars,
        "failed_minima": failed_minima.collect::<Vec<Value>>(),
        "eliminated": is_eliminated(&result),
        "max_gap": result.max_gap,
        "outcome": outcome(&result),
        "missing": missing.collect::<Vec<Value>>(),
        "gaps": gaps.collect::<Vec<Value>>(),
    });
    if let Some(line) = line.as_object_mut() {
        if let Some(typed) = &product.typed {
            line.insert("typed".to_owned(), typed_line(&session.decision, typed));
        }
        let recused: Vec<Value> =
            session.recused_from(product.id).map(|(member, _)| member.id.to_string().into()).collect();
        if !recused.is_empty() {
            line.insert("recused".to_owned(), recused.into());
        }
        let round = session.round(product.id);
        if round > 1 {
            line.insert("round".to_owned(), round.into());
        }
    }
    line
}

/// What was typed from paper, beside what the sheets come to: its points as they are, and where its stars come from.
fn typed_line(decision: &str, typed: &TypedResult) -> Value {
    let parts: Map<String, Value> = typed.parts.iter().map(|(code, points)| (code.clone(), text(points))).collect();
    let (stars, from) = match typed_stars(decision, typed) {
        TypedStars::Recorded(stars) => (stars.into(), "recorded"),
        TypedStars::ByPoints(stars) => (stars.into(), "by_points"),
        TypedStars::BetweenBands => (Value::Null, "between_bands"),
    };
    json!({
        "parts": parts,
        "total": text(&typed.total()),
        "stars": stars,
        "stars_from": from,
        "paper": typed.paper,
    })
}

/// Whether a stated result says the same as the recomputed one. What only one of them says does not count, so that
/// files of older and newer programs can be compared; the numbers that decide must be there.
pub fn same_result(stated: &Value, computed: &Value) -> bool {
    const DECIDING: [&str; 8] = ["session", "product", "sheets", "total", "parts", "band", "stars", "eliminated"];
    let (Some(stated), Some(computed)) = (stated.as_object(), computed.as_object()) else { return false };
    DECIDING.iter().all(|key| stated.contains_key(*key))
        && computed.iter().all(|(key, value)| stated.get(key).is_none_or(|stated| stated == value))
}

fn is_eliminated(result: &ProductResult) -> bool {
    result.sheets > 0 && result.excluded_by.len() == result.sheets
}

fn outcome(result: &ProductResult) -> &'static str {
    match result.outcome {
        Outcome::Incomplete => "incomplete",
        Outcome::RuleDisputed => "rule_disputed",
        Outcome::Eliminated => "eliminated",
        Outcome::NotRecognised => "not_recognised",
        Outcome::Recognise => "recognise",
        Outcome::ProposeHigher => "propose_higher",
        Outcome::ReturnLower => "return_lower",
    }
}

fn text(mean: &Mean) -> Value {
    mean.exact_text().into()
}
