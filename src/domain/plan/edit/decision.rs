//! A decision around a plan: what the plan said as a paper of its own goes to the decision, and back.

use crate::domain::plan::{DecisionWrapper, Plan, PlanSection, Recipient};
use crate::domain::vietnamese::fold;

/// Words by which a paragraph of legal bases begins, folded (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 6).
const BASES: [&str; 3] = ["can cu", "xet de nghi", "theo de nghi"];

fn is_basis(section: &PlanSection) -> bool {
    let text = fold(&[&section.heading, " ", &section.text].concat());
    BASES.iter().any(|start| text.trim_start().starts_with(start))
}

/// Puts `decision` around the plan. Place, date, legal bases, recipients and signature are the decision's now; a number was
/// the plan's, so it goes. A plan that has a decision keeps it.
pub fn attach(plan: &mut Plan, mut decision: DecisionWrapper) {
    if plan.wrapper.is_some() {
        return;
    }
    (decision.place, decision.date) = (plan.place.take(), plan.date.take());
    let (bases, rest) = std::mem::take(&mut plan.opening).into_iter().partition(is_basis);
    (decision.opening, plan.opening) = (bases, rest);
    (decision.recipients, decision.signature) = (std::mem::take(&mut plan.recipients), plan.signature.take());
    plan.number = None;
    plan.wrapper = Some(decision);
}

/// Takes the decision away. What the plan needs as a paper of its own comes back to it: place, date, legal bases, signature,
/// and the recipients but the one who is named by an article of the decision.
pub fn detach(plan: &mut Plan) {
    let Some(decision) = plan.wrapper.take() else { return };
    plan.place = plan.place.take().or(decision.place);
    plan.date = plan.date.take().or(decision.date);
    plan.signature = plan.signature.take().or(decision.signature);
    plan.opening.splice(0..0, decision.opening);
    let is_told_by_article = |own: &Recipient| fold(&own.text).starts_with("nhu dieu");
    let own = decision.recipients.into_iter().filter(|own| !is_told_by_article(own));
    if plan.recipients.is_empty() {
        plan.recipients = own.collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::{Field, Place, parse};
    use crate::domain::plan::PartialDate;

    fn sample(name: &str) -> Plan {
        let file = std::fs::read(format!("public/samples/plans/{name}.json")).expect("the plan is there");
        Plan::read(parse(&file).expect("JSON"), &Place::default()).expect("a plan")
    }

    #[test]
    fn a_plan_gets_a_decision_and_is_a_paper_of_its_own_again() {
        let mut decision = sample("s2-bac-kan-2018").wrapper.expect("a decision");
        decision.opening.clear();
        let before = sample("s4-lao-cai-2021");
        let mut plan = before.clone();
        plan.recipients = vec![Recipient { text: "Lưu: VT".into(), units: Vec::new(), unknown: Default::default() }];
        plan.date = PartialDate::parse("04/02/2021");
        let own = plan.clone();
        attach(&mut plan, decision.clone());
        let wrapper = plan.wrapper.as_ref().expect("a decision");
        assert_eq!((&wrapper.date, &wrapper.place, &wrapper.recipients), (&own.date, &own.place, &own.recipients));
        assert!(wrapper.opening.iter().all(is_basis) && !wrapper.opening.is_empty());
        assert!(plan.opening.iter().all(|own| !is_basis(own)) && plan.number.is_none() && plan.date.is_none());
        // A second decision changes nothing.
        let once = plan.clone();
        attach(&mut plan, decision);
        assert!(plan == once);
        let article = Recipient { text: "Như Điều 3".into(), units: Vec::new(), unknown: Default::default() };
        plan.wrapper.as_mut().expect("a decision").recipients.insert(0, article);
        detach(&mut plan);
        plan.number = own.number.clone();
        assert_eq!(plan.opening.len(), own.opening.len());
        plan.opening.clone_from(&own.opening);
        assert!(plan == own, "nothing else changed");
        detach(&mut plan);
        assert!(plan == own);
    }
}
