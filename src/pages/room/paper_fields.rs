//! The fields of one paper sheet: a choice for each criterion, as printed.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::criteria::Leaf;
use crate::domain::session::{MemberId, ProductId, SessionId};
use crate::domain::worksheet::{Answer, DOSSIER, Worksheet};
use crate::state::LoadedSet;
use crate::text::{room_desk as words, scoring};
use crate::ui::{Choice, Node, area, classed, select, text_box};

/// The value of "none met" in a choice.
const NONE: &str = "none";

/// The fields, blank at first.
#[derive(Clone)]
pub struct PaperFields {
    blank: Worksheet,
    set: Arc<LoadedSet>,
    /// By leaf.
    chosen: Vec<RwSignal<String>>,
    /// Number of the criterion, or of the rule above the table; the reason; what the rule says.
    rules: Vec<(String, RwSignal<String>, String)>,
    opinion: RwSignal<String>,
}

impl PaperFields {
    /// The fields of a member's sheet for a product.
    pub fn new(session: SessionId, member: MemberId, product: ProductId, set: Arc<LoadedSet>) -> PaperFields {
        let chosen = set.scheme.leaves.iter().map(|_| RwSignal::new(String::new())).collect();
        let above = set.scheme.dossier_rule.iter().map(|rule| (DOSSIER.to_owned(), rule));
        let own = set.scheme.leaves.iter().filter_map(|leaf| Some((leaf.number.clone(), leaf.rule.as_ref()?)));
        let rules =
            above.chain(own).map(|(number, rule)| (number, RwSignal::new(String::new()), rule.condition.clone()));
        PaperFields {
            blank: Worksheet::new(session, member, product),
            rules: rules.collect(),
            set,
            chosen,
            opinion: RwSignal::new(String::new()),
        }
    }

    /// Puts in what was typed before; what the set does not offer any more stays open.
    pub fn fill(&self, sheet: &Worksheet) {
        for (leaf, chosen) in self.set.scheme.leaves.iter().zip(&self.chosen) {
            let at = |answer: &Answer| match answer {
                Answer::NoneMet => Some(NONE.to_owned()),
                answer => leaf.offers.iter().position(|offer| Answer::of(offer) == *answer).map(|at| at.to_string()),
            };
            chosen.set(sheet.answers.get(&leaf.number).and_then(at).unwrap_or_default());
        }
        for (number, reason, _) in &self.rules {
            reason.set(sheet.findings.get(number).cloned().unwrap_or_default());
        }
        self.opinion.set(sheet.opinion.clone());
    }

    /// Empties every field.
    pub fn clear(&self) {
        self.fill(&self.blank);
    }

    /// Hears every change of what is typed.
    pub fn track(&self) {
        self.chosen.iter().chain(self.rules.iter().map(|(_, reason, _)| reason)).for_each(RwSignal::track);
        self.opinion.track();
    }

    /// What is chosen, as a sheet.
    pub fn sheet(&self) -> Worksheet {
        let mut sheet = self.blank.clone();
        for (leaf, chosen) in self.set.scheme.leaves.iter().zip(&self.chosen) {
            let chosen = chosen.get_untracked();
            let answer = match chosen.as_str() {
                "" => None,
                NONE => Some(Answer::NoneMet),
                at => at.parse().ok().and_then(|at: usize| leaf.offers.get(at)).map(Answer::of),
            };
            sheet.answers.extend(answer.map(|answer| (leaf.number.clone(), answer)));
        }
        for (number, reason, _) in &self.rules {
            let reason = reason.get_untracked().trim().to_owned();
            if !reason.is_empty() {
                sheet.findings.insert(number.clone(), reason);
            }
        }
        sheet.opinion = self.opinion.get_untracked().trim().to_owned();
        sheet
    }

    /// The fields.
    pub fn node(&self) -> Node {
        let leaves = self.set.scheme.leaves.iter().zip(&self.chosen);
        let fields = leaves.map(|(leaf, chosen)| {
            let label = [&leaf.number, ". ", &leaf.title].concat();
            select(&label, choices(leaf), *chosen)
        });
        let rules = self.rules.iter().map(|(number, reason, condition)| {
            let label = [words::RULE_REASON.get(), number, ". ", condition].concat();
            text_box(&label, *reason)
        });
        classed("div", "stack")
            .id("o-giay")
            .children(fields.collect::<Vec<Node>>())
            .children(rules.collect::<Vec<Node>>())
            .child(area(words::PAPER_OPINION.get(), self.opinion))
    }
}

fn choices(leaf: &Leaf) -> Vec<Choice> {
    let choice = |value: String, label: String| Choice { value, label };
    let mut choices = vec![choice(String::new(), words::NOT_GIVEN.get().to_owned())];
    for (at, offer) in leaf.offers.iter().enumerate() {
        let case = offer.case.and_then(|case| leaf.cases.get(case));
        let text = case.map_or_else(|| offer.text.clone(), |case| [case, ": ", &offer.text].concat());
        choices.push(choice(at.to_string(), words::offer(offer.points, &text)));
    }
    if leaf.offers_none_met() {
        choices.push(choice(NONE.to_owned(), scoring::NONE_MET.get().to_owned()));
    }
    choices
}
