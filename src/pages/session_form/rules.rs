//! The council's own rules.

use leptos::prelude::*;

use super::draft::Draft;
use super::want::Want;
use super::wanted;
use crate::domain::session::{CouncilRules, MinimaOn};
use crate::domain::session_form::SessionFields;
use crate::text::session;
use crate::ui::{Node, check, el, paragraph, text, text_box};

/// The fields of the rules.
#[derive(Clone)]
pub struct RulesDraft {
    gap_limit: RwSignal<String>,
    cumulative: RwSignal<bool>,
    quorum: RwSignal<String>,
    chair: RwSignal<bool>,
    consensus: RwSignal<bool>,
    before: CouncilRules,
}

impl RulesDraft {
    /// The fields, beside the rules as they were.
    pub fn of(fields: &SessionFields, before: CouncilRules) -> RulesDraft {
        RulesDraft {
            gap_limit: RwSignal::new(fields.gap_limit.clone()),
            cumulative: RwSignal::new(fields.cumulative),
            quorum: RwSignal::new(fields.quorum.clone()),
            chair: RwSignal::new(fields.quorum_chair),
            consensus: RwSignal::new(fields.consensus),
            before,
        }
    }

    /// Writes them as they are now.
    pub fn write(&self, fields: &mut SessionFields) {
        fields.gap_limit = self.gap_limit.get();
        fields.cumulative = self.cumulative.get();
        fields.quorum = self.quorum.get();
        fields.quorum_chair = self.chair.get();
        fields.consensus = self.consensus.get();
    }

    /// The rules that the fields describe, or what is still wanted. A default that nobody changed stays unwritten.
    pub fn rules(&self) -> Result<CouncilRules, Want> {
        let number = |field: RwSignal<String>| field.with_untracked(|text| text.trim().parse().ok());
        let fits = |number: &i32| (0..=100).contains(number);
        let gap_limit = number(self.gap_limit).filter(fits).ok_or(Want::Limit)?;
        let quorum = number(self.quorum).filter(fits).ok_or(Want::Quorum)?;
        let chair = self.chair.get_untracked();
        let minima_on = if self.consensus.get_untracked() { MinimaOn::Consensus } else { MinimaOn::Mean };
        Ok(CouncilRules {
            gap_limit,
            minima_cumulative: self.cumulative.get_untracked(),
            quorum_percent: if quorum == self.before.quorum() { self.before.quorum_percent } else { Some(quorum) },
            quorum_chair: if chair == self.before.needs_chair() { self.before.quorum_chair } else { Some(chair) },
            minima_on: if minima_on == self.before.minima_on() { self.before.minima_on } else { Some(minima_on) },
            ..self.before.clone()
        })
    }
}

/// The part of the form with the rules.
pub fn rules(draft: &Draft) -> Node {
    let rules = &draft.rules;
    el("details")
        .child(text("summary", session::RULES.get()))
        .child(paragraph("help", session::RULES_HELP.get()))
        .child(text_box(session::GAP_LIMIT.get(), rules.gap_limit))
        .child(wanted(draft, Want::Limit))
        .child(text_box(session::QUORUM.get(), rules.quorum))
        .child(wanted(draft, Want::Quorum))
        .child(check(session::QUORUM_CHAIR.get(), rules.chair))
        .child(check(session::CUMULATIVE.get(), rules.cumulative))
        .child(check(session::CONSENSUS.get(), rules.consensus))
        .child(paragraph("help", session::CONSENSUS_HELP.get()))
}
