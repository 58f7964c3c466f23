//! A pasted text taken apart into a plan.
//!
//! Nothing of the text is lost: every line stands in the plan, as words or as the printed form of an entry, or is among
//! what was left out. What is found is a proposal; a person confirms it.

mod draft;
mod duties;
mod figures;
mod frame;
mod lines;
pub(super) mod names;
mod products;
pub(super) mod references;
mod tables;
mod tree;
mod work;

use super::{Plan, PlanKind, PlanSection, PlanStatus, Signature, Source};
use crate::domain::vietnamese::fold;

pub use draft::PasteDraft;
pub use products::{PastedProducts, products};

/// What came out of a pasted text.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// The plan, a draft.
    pub plan: Plan,
    /// Lines that are not the paper's: a portal's menus and counters, rules, and what every paper prints by itself.
    pub left_out: Vec<String>,
}

/// Takes a text apart: the text of a file, or what was copied from a word processor or a portal.
pub fn paste(text: &str) -> Pasted {
    let lines::Sorted { lines, facts, published, broken_off, mut left_out } = lines::sorted(text);
    let (mut plan, rest) = frame::plan(&lines);
    left_out.extend(rest);
    if !broken_off.is_empty() || plan.kind == PlanKind::Digest {
        plan.status = PlanStatus::Incomplete;
    }
    // The portal knows who signed when the text breaks off before that.
    let signer = facts.iter().find(|fact| fact.label == lines::SIGNER).map(|fact| fact.value.clone());
    if plan.signature.is_none() && plan.wrapper.is_none() && signer.is_some() {
        let (lines, second_position) = (Vec::new(), String::new());
        plan.signature = Some(Signature { lines, name: signer, second_position, unknown: Default::default() });
    }
    if !facts.is_empty() || published.is_some() || !broken_off.is_empty() {
        let title = plan.title.clone();
        plan.source = Some(Source { title, published, facts, broken_off, unknown: Default::default() });
    }
    references::find(&mut plan);
    work::find(&mut plan);
    figures::find(&mut plan);
    duties::find(&mut plan);
    names::aliases(&mut plan);
    Pasted { plan, left_out }
}

/// Does something with every section of a part, parents first.
fn each(sections: &mut [PlanSection], act: &mut dyn FnMut(&mut PlanSection)) {
    for section in sections {
        act(section);
        each(&mut section.children, act);
    }
}

/// Whether a heading speaks of one of these, folded.
fn speaks_of(heading: &str, words: &[&str]) -> bool {
    let folded = fold(heading);
    words.iter().any(|word| folded.contains(word))
}

/// The next key with this letter, for the `count`th entry (from 0).
fn key(letter: &str, count: usize) -> String {
    format!("{letter}{}", count + 1)
}

/// Puts the place of an entry where its words stand for the first time. `false`: they do not stand there.
fn put(text: &mut String, words: &str, key: &str) -> bool {
    // Words inside another entry's place are not words.
    let Some(at) = text.find(words).filter(|_| !words.is_empty() && !words.contains(['{', '}'])) else { return false };
    text.replace_range(at..at + words.len(), &["{", key, "}"].concat());
    true
}
