//! What the chair sees of one product: where the members disagree, and how firm the star is.

use super::member_name;
use super::spread::spread;
use crate::domain::chair::{Firmness, Talk, alpha, firmness, icc, talks};
use crate::domain::council::consolidate_agreed;
use crate::domain::points::Mean;
use crate::domain::session::{MemberId, Session, SessionId, SessionProduct};
use crate::domain::tally::Tally;
use crate::domain::worksheet::Worksheet;
use crate::ledger::Ledger;
use crate::state::LoadedSet;
use crate::text::{self, people, results, room, room_steps};
use crate::ui::{Node, classed, el, paragraph, text as words};

/// What the board says of a product: its session, itself, its criteria.
pub struct Seen<'a> {
    pub ledger: &'a Ledger,
    pub id: SessionId,
    pub session: &'a Session,
    pub product: &'a SessionProduct,
    pub set: &'a LoadedSet,
}

impl Seen<'_> {
    /// Every member who scores it, with the sheet that counts.
    pub fn sheets(&self) -> Vec<(MemberId, Option<&Worksheet>)> {
        self.ledger.product_sheets(self.id, self.session, self.product.id)
    }
}

/// Where the members disagree, and how firm the star is.
pub fn board(of: &Seen<'_>) -> Node {
    let (session, product, set) = (of.session, of.product, of.set);
    let sheets = of.sheets();
    let result = consolidate_agreed(&set.scheme, &sheets, &product.agreed, &session.rules, session.recognises());
    let name = |of| member_name(session, of);
    let rows: Vec<(&str, Vec<i32>)> = sheets
        .iter()
        .filter_map(|(member, sheet)| Some((name(*member), sheet.filter(|sheet| sheet.is_locked())?)))
        .map(|(name, sheet)| (name, points(set, sheet)))
        .collect();
    let apart = apart(
        session,
        set,
        &rows,
        &result.gaps.iter().map(|gap| results::gap(name(gap.high), name(gap.low), gap.points)).collect::<Vec<_>>(),
    );
    let firm = firmness(&set.scheme, &sheets, &product.agreed, &session.rules, session.recognises());
    classed("div", "stack-plain")
        .child(words("h3", room::APART.get()))
        .child(apart)
        .child(spread(set, &rows))
        .child(words("h3", room::FIRM.get()))
        .child(firm_lines(session, set, &firm))
}

fn points(set: &LoadedSet, sheet: &Worksheet) -> Vec<i32> {
    Tally::of(&set.scheme, sheet).leaves.iter().map(|points| points.unwrap_or(0)).collect()
}

/// The pairs apart, and what to talk about.
fn apart(session: &Session, set: &LoadedSet, rows: &[(&str, Vec<i32>)], gaps: &[String]) -> Node {
    let only: Vec<Vec<i32>> = rows.iter().map(|(_, points)| points.clone()).collect();
    let by_leaf: Vec<Vec<i64>> = (0..set.scheme.leaves.len())
        .map(|leaf| only.iter().filter_map(|row| row.get(leaf).map(|points| i64::from(*points))).collect())
        .collect();
    let (icc, alpha) = (icc(&by_leaf), alpha(&by_leaf));
    let agreement = room::agreement(icc.map(|ratio| ratio.thousandths()), alpha.map(|ratio| ratio.thousandths()));
    let agreement = paragraph("help", &[room::AGREEMENT.get(), ": ", &agreement].concat());
    if gaps.is_empty() {
        return el("div").child(paragraph("help", room::WITHIN.get())).child(agreement);
    }
    let Talk { leaves, is_fewest } = talks(&only, session.rules.gap_limit);
    let talk = leaves.iter().map(|leaf| {
        let own = &set.scheme.leaves[*leaf];
        let given: Vec<String> =
            rows.iter().map(|(name, row)| [name, ": ", &row[*leaf].to_string()].concat()).collect();
        el("li").child(words("b", &[&own.number, " ", &own.title].concat())).child(words("small", &given.join(" · ")))
    });
    let lead = if is_fewest { room::TALK } else { room::TALK_GREEDY };
    el("div")
        .child(classed("ul", "plain").children(gaps.iter().map(|line| words("li", line))))
        .child(paragraph("", lead.get()))
        .child(classed("ol", "talk").children(talk.collect::<Vec<Node>>()))
        .child(agreement)
}

fn firm_lines(session: &Session, set: &LoadedSet, firm: &Firmness) -> Node {
    let stars = |stars: u8| people::stars(stars);
    let number = |leaf: usize| set.scheme.leaves[leaf].number.as_str();
    let mut lines = vec![stars(firm.stars)];
    lines.extend(firm.above.map(|edge| room::edge(&text::mean(edge.distance), edge.at, true)));
    lines.extend(firm.below.map(|edge| room::edge(&text::mean(edge.distance), edge.at, false)));
    let near = firm.marks.iter().take(3).map(|mark| {
        if mark.distance == Mean::whole(0) {
            return room_steps::just_met(number(mark.leaf), mark.star, mark.need);
        }
        let is_missed = mark.distance < Mean::whole(0);
        let distance = if is_missed { Mean::whole(0).minus(mark.distance) } else { mark.distance };
        room::mark(number(mark.leaf), mark.star, mark.need, &text::mean(distance), is_missed)
    });
    lines.extend(near);
    lines.extend(firm.without.iter().map(|(member, to)| room::without(member_name(session, *member), &stars(*to))));
    if firm.without.is_empty() {
        lines.push(room::FIRM_WITHOUT.get().to_owned());
    }
    let steps = firm.steps.iter().take(12);
    lines.extend(
        steps.map(|step| {
            room::step(number(step.leaf), member_name(session, step.member), step.is_up, &stars(step.stars))
        }),
    );
    if firm.steps.is_empty() {
        lines.push(room::FIRM_ALONE.get().to_owned());
    }
    classed("ul", "plain").children(lines.iter().map(|line| words("li", line)))
}
