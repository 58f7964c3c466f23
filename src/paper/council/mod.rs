//! The papers of a council (26/2026/QĐ-TTg, Articles 6 and 7): minutes, summary, reports, notices, drafts of decisions.
//!
//! A paper is a head, a title, a template with its fields filled in ([`super::template`]), and an end. The template that
//! an office finds first is [`CouncilPaper::template`]; another text of its own may stand in its place. Nothing is
//! decided here: every number and star comes in with the [`Facts`].

mod facts;
mod gather;
mod values;

pub use facts::{Advice, Attendee, Facts, Meeting, ProductFacts, RoundFacts};
pub use gather::{Office, Rated, facts};
pub use values::why_not_higher;

use super::template::{UnknownField, Values, filled, unknown_fields};
use super::{Block, Document, Line, Look, Rule, Sheet, Signer};
use crate::domain::council::Outcome;
use crate::domain::date::Date;
use crate::domain::plan::PartialDate;
use crate::domain::session::Level;
use crate::text::council_papers as words;
use crate::text::{council_templates as templates, date_long, plan as plan_words, template};

/// A paper of a council.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CouncilPaper {
    /// Minutes of the meeting, or of the opinions in writing.
    Minutes,
    /// All results on one table, with each member's points.
    Summary,
    /// The advisory team's report.
    Advisory,
    /// The notice of a product's result, by its place among the products.
    Notice(usize),
    /// The draft decision of recognition with its list.
    Recognition,
    /// The words of a certificate.
    Certificate(usize),
    /// The letter to the ministry for products of 90 points and more.
    Letter,
}

impl CouncilPaper {
    /// The text that an office finds first.
    pub fn template(self, facts: &Facts) -> &'static str {
        match self {
            CouncilPaper::Minutes if facts.meeting.is_written => templates::WRITTEN_MINUTES,
            CouncilPaper::Minutes => templates::MINUTES,
            CouncilPaper::Summary => templates::SUMMARY,
            CouncilPaper::Advisory => templates::ADVISORY,
            CouncilPaper::Notice(_) => templates::NOTICE,
            CouncilPaper::Recognition => templates::RECOGNITION,
            CouncilPaper::Certificate(_) => templates::CERTIFICATE,
            CouncilPaper::Letter => templates::LETTER,
        }
    }

    /// Whether the session has anything to put on it: a decision and a certificate need a product that is recognised, the
    /// letter one that goes to the next level (26/2026/QĐ-TTg, Articles 6 and 7).
    pub fn has_subject(self, facts: &Facts) -> bool {
        match self {
            CouncilPaper::Recognition => facts.with(Outcome::Recognise).next().is_some(),
            CouncilPaper::Certificate(at) => {
                facts.products.get(at).is_some_and(|product| product.outcome == Outcome::Recognise)
            }
            CouncilPaper::Letter => facts.with(Outcome::ProposeHigher).next().is_some(),
            _ => true,
        }
    }

    /// The fields that its text may use, with what is put in.
    pub fn values(self, facts: &Facts) -> Values {
        let mut values = Values::new();
        if let CouncilPaper::Notice(at) | CouncilPaper::Certificate(at) = self
            && let Some(product) = facts.products.get(at)
        {
            values.extend(values::of_product(facts, product));
            let expiry = facts.decision.as_ref().and_then(|decision| decision.date).map(|date| date.plus_months(36));
            let expiry = expiry.map(date_long).unwrap_or_default();
            values.push((words::field::EXPIRY, super::template::Value::or_blank(&expiry)));
        }
        values.extend(values::of_session(facts));
        values
    }

    /// The fields of an office's own text that this paper does not have.
    pub fn unknown_fields(self, facts: &Facts, template: &str) -> Vec<UnknownField> {
        unknown_fields(template, &self.values(facts))
    }

    /// The paper with `template` as its text.
    pub fn document(self, facts: &Facts, template: &str) -> Document {
        let mut blocks = vec![self.head(facts)];
        blocks.extend(self.title(facts));
        blocks.extend(filled(template, &self.values(facts)));
        blocks.extend(self.end(facts));
        let mut sheets = vec![Sheet { landscape: self == CouncilPaper::Summary, blocks }];
        sheets.extend((self == CouncilPaper::Recognition).then(|| annex(facts)));
        Document { sheets }
    }

    /// Who issues it: the council, its advisory team's body, or who set it up.
    fn head(self, facts: &Facts) -> Block {
        let is_ministry = facts.level == Level::Central;
        let committee = if is_ministry { words::MINISTRY_NAME.get() } else { &facts.committee };
        let (parent, own) = match self {
            CouncilPaper::Minutes | CouncilPaper::Summary => (committee, facts.council.as_str()),
            CouncilPaper::Advisory => (facts.council.as_str(), words::ADVISORY_TEAM.get()),
            CouncilPaper::Notice(_) => (committee, facts.advisory_body.as_str()),
            _ => ("", committee),
        };
        let own = if own.is_empty() { template::DOTS } else { own };
        let mut lines = Vec::new();
        lines.extend((!parent.is_empty()).then(|| words::parent_line(parent)));
        lines.extend(words::issuer_lines(own));
        let mut left = super::plan::issuer(lines);
        let has_number = !matches!(self, CouncilPaper::Summary | CouncilPaper::Certificate(_));
        left.extend(has_number.then(|| Line::new(words::number_line(self.symbol(is_ministry)), Look::Regular)));
        if self == CouncilPaper::Letter {
            left.push(Line::new(words::LETTER_ABOUT.get(), Look::Regular));
        }
        if !facts.is_compared && self != CouncilPaper::Advisory {
            left.push(Line::new(words::DRAFT.get(), Look::Bold));
            left.push(Line::new(words::NOT_COMPARED.get(), Look::Italic));
        }
        let place = Some(facts.place.as_str()).filter(|place| !place.is_empty());
        let day = facts.day.map(whole);
        Block::Head {
            left,
            right: vec![
                Line::new(plan_words::NATION.get(), Look::Bold),
                Line::new(plan_words::MOTTO.get(), Look::Bold).ruled(Rule::Whole),
                Line::new(plan_words::place_and_date(place, day.as_ref(), template::DOTS), Look::Italic),
            ],
        }
    }

    /// The symbol of its kind (Nghị định 30/2020/NĐ-CP, Phụ lục III); a letter has none.
    fn symbol(self, is_ministry: bool) -> &'static str {
        match self {
            CouncilPaper::Minutes => words::SYMBOL_MINUTES,
            CouncilPaper::Advisory => words::SYMBOL_REPORT,
            CouncilPaper::Notice(_) => words::SYMBOL_NOTICE,
            CouncilPaper::Recognition if is_ministry => words::SYMBOL_MINISTRY_DECISION,
            CouncilPaper::Recognition => words::SYMBOL_DECISION,
            CouncilPaper::Letter => words::SYMBOL_LETTER,
            CouncilPaper::Summary | CouncilPaper::Certificate(_) => "",
        }
    }

    fn title(self, facts: &Facts) -> Option<Block> {
        let about = |about: String| Line::new(about, Look::Bold).ruled(Rule::Part);
        let kind = |kind: crate::text::Text| Line::new(kind.get(), Look::Bold);
        Some(Block::Title(match self {
            CouncilPaper::Minutes => vec![
                kind(words::MINUTES),
                about(words::minutes_about(&facts.council, &facts.session, facts.meeting.is_written)),
            ],
            CouncilPaper::Summary => vec![
                kind(words::SUMMARY),
                Line::new(words::of_session(&facts.council, &facts.session), Look::Italic).ruled(Rule::Part),
            ],
            CouncilPaper::Advisory => vec![kind(words::REPORT), about(words::advisory_about(&facts.session))],
            CouncilPaper::Notice(_) => vec![kind(words::NOTICE), about(words::notice_about(&facts.session))],
            CouncilPaper::Recognition => vec![kind(words::DECISION), about(words::decision_about(&facts.session))],
            CouncilPaper::Certificate(_) => vec![kind(words::CERTIFICATE).ruled(Rule::Part)],
            CouncilPaper::Letter => return None,
        }))
    }

    fn end(self, facts: &Facts) -> Vec<Block> {
        let line = |line: crate::text::Text| line.get().to_owned();
        let to = |lines: &[crate::text::Text]| {
            std::iter::once(plan_words::RECIPIENTS).chain(lines.iter().copied()).map(line).collect::<Vec<_>>()
        };
        let name = |name: Option<&Attendee>| name.map(|one| one.name.clone()).into_iter().collect::<Vec<_>>();
        let chair = |authority: Vec<String>| Signer { authority, name: name(facts.presiding()) };
        let secretary = Signer { authority: vec![line(words::SECRETARY)], name: name(facts.secretary()) };
        let chairman = if facts.level == Level::Central { words::MINISTER } else { words::CHAIRMAN };
        let end = |recipients, authority| Block::End { recipients, authority, name: Vec::new() };
        match self {
            CouncilPaper::Minutes | CouncilPaper::Summary => {
                let mut blocks = vec![Block::Signers(vec![secretary, chair(vec![line(words::CHAIR)])])];
                if self == CouncilPaper::Minutes {
                    blocks.push(end(to(&[words::MEMBERS, words::KEPT_FILE]), Vec::new()));
                }
                blocks
            }
            CouncilPaper::Advisory => vec![end(to(&[words::AS_ABOVE, words::KEPT_FILE]), vec![line(words::TEAM_LEAD)])],
            CouncilPaper::Notice(_) => vec![end(to(&[words::AS_ABOVE, words::KEPT]), vec![line(words::HEAD_OF_BODY)])],
            CouncilPaper::Recognition => {
                let copies: &[_] = if facts.level == Level::Central {
                    &[words::AS_ARTICLE_3, words::KEPT]
                } else {
                    &[words::AS_ARTICLE_3, words::MINISTRY, words::KEPT]
                };
                vec![end(to(copies), vec![line(chairman)])]
            }
            CouncilPaper::Certificate(_) => vec![end(Vec::new(), vec![line(chairman)])],
            CouncilPaper::Letter => {
                vec![end(to(&[words::AS_ABOVE, words::KEPT]), vec![line(words::FOR_COMMITTEE), line(words::CHAIRMAN)])]
            }
        }
    }
}

fn whole(date: Date) -> PartialDate {
    PartialDate {
        day: Some(date.day()),
        month: Some(date.month()),
        year: Some(date.year()),
        printed: String::new(),
        unknown: Default::default(),
    }
}

/// The list that goes with the decision.
fn annex(facts: &Facts) -> Sheet {
    let decision = facts.decision.as_ref();
    let number = decision.map(|decision| decision.number.as_str()).filter(|number| !number.is_empty());
    let date = decision.and_then(|decision| decision.date).map(date_long);
    let guide = words::annex_guide(number.unwrap_or(template::DOTS), date.as_deref());
    let mut blocks = vec![Block::Title(vec![
        Line::new(words::ANNEX.get(), Look::Bold),
        Line::new(words::RECOGNISED_LIST.get(), Look::Bold),
        Line::new(guide, Look::Italic).ruled(Rule::Part),
    ])];
    if let super::template::Value::Table { columns, rows, strong } = values::listed(facts, Outcome::Recognise) {
        blocks.push(Block::Table { columns, rows, strong });
    }
    Sheet { landscape: false, blocks }
}
