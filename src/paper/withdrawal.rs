//! The papers of a withdrawal (26/2026/QĐ-TTg, Article 8): the draft decision, and the notice that goes with it.

use super::template::lines;
use super::{Block, Document, Line, Look, Rule, Sheet};
use crate::domain::cycle::{DocumentRef, REVOCATION_DAYS, RevocationGround};
use crate::domain::date::Date;
use crate::text::{certificate, plan as plan_words, template, withdrawal as words};

/// What the papers are filled in from.
#[derive(Clone, Debug, PartialEq)]
pub struct Withdrawal {
    /// The minister decides, and not the chair of a province.
    pub is_ministry: bool,
    /// The product's name.
    pub product: String,
    /// The producer's name.
    pub producer: String,
    /// Where the producer is reached; empty: not said.
    pub producer_address: String,
    /// Where the product is made; empty: a blank.
    pub address: String,
    /// The certificate's stars.
    pub stars: u8,
    /// The decision of recognition.
    pub recognition: DocumentRef,
    /// Why.
    pub ground: RevocationGround,
    /// The conclusion that the withdrawal rests on.
    pub conclusion: DocumentRef,
    /// Its day, from which the time for the decision runs.
    pub concluded: Date,
    /// The decision is issued: the papers are no drafts any more.
    pub is_decided: bool,
}

/// The decision and the notice, each on pages of its own.
pub fn withdrawal(of: &Withdrawal) -> Document {
    Document { sheets: [decision(of), notice(of)].map(|blocks| Sheet { landscape: false, blocks }).into() }
}

fn authority(of: &Withdrawal) -> &'static str {
    (if of.is_ministry { words::MINISTER } else { words::CHAIR_PROVINCE }).get()
}

fn head(of: &Withdrawal) -> Block {
    let issuer = if of.is_ministry { words::MINISTRY } else { words::COMMITTEE };
    let mut left = vec![
        Line::new(issuer.get(), Look::Bold).ruled(Rule::Part),
        Line::new(words::NUMBER_BLANK.get(), Look::Regular),
    ];
    left.extend((!of.is_decided).then(|| Line::new(words::DRAFT.get(), Look::Bold)));
    Block::Head {
        left,
        right: vec![
            Line::new(plan_words::NATION.get(), Look::Bold),
            Line::new(plan_words::MOTTO.get(), Look::Bold).ruled(Rule::Whole),
            Line::new(plan_words::place_and_date(None, None, template::DOTS), Look::Italic),
        ],
    }
}

fn title(kind: crate::text::Text) -> Block {
    Block::Title(vec![Line::new(kind.get(), Look::Bold), Line::new(words::ABOUT.get(), Look::Bold).ruled(Rule::Part)])
}

fn decision(of: &Withdrawal) -> Vec<Block> {
    let ground = certificate::ground(of.ground).get();
    let first = words::article_1(&of.product, &of.producer, &of.address, of.stars, &of.recognition, ground);
    let mut blocks = vec![head(of), title(words::DECISION)];
    blocks.extend(lines([
        authority(of),
        words::BASIS_DECISION.get(),
        &words::basis_conclusion(&of.conclusion),
        words::DECIDES.get(),
        &first,
        &words::article_2(&of.producer),
        words::article_3(),
    ]));
    blocks.push(end(of));
    blocks
}

fn notice(of: &Withdrawal) -> Vec<Block> {
    let ground = certificate::ground(of.ground).get();
    let due = of.concluded.plus_days(REVOCATION_DAYS);
    let said = words::notice(&of.product, of.stars, ground, of.concluded, due);
    let to = [words::TO_OWNER.get(), " ", &of.producer, ", ", &of.producer_address].concat();
    let mut blocks = vec![head(of), title(words::NOTICE)];
    blocks.push(Block::Title(vec![Line::new(to.trim_end_matches(", "), Look::Regular)]));
    blocks.extend(lines([said.as_str()]));
    blocks.push(end(of));
    blocks
}

fn end(of: &Withdrawal) -> Block {
    let recipients = [
        words::RECEIVERS,
        words::RECEIVER_OWNER,
        words::RECEIVER_COMMUNE,
        words::RECEIVER_BODIES,
        words::RECEIVER_ARCHIVE,
    ];
    let chair = if of.is_ministry { words::SIGN_MINISTER } else { words::SIGN_CHAIR };
    Block::End {
        recipients: recipients.map(|line| line.get().to_owned()).into(),
        authority: vec![chair.get().to_owned()],
        name: Vec::new(),
    }
}
