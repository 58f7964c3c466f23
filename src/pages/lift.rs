//! "Lên hạng sao": the plans for one sheet.

use std::sync::Arc;

use leptos::prelude::*;

use super::hearing::with_hearing;
use super::{Path, waiting};
use crate::domain::criteria::{EvidenceGuide, Leaf};
use crate::domain::lift::{Aim, Lift, Plan, Plans, Raise, lift, stars_now};
use crate::domain::session::{MemberId, ProductId, Purpose, SessionId};
use crate::domain::worksheet::{Answer, Worksheet};
use crate::state::{App, Hearing, LoadedSet, evidence_guide};
use crate::text::{lift as words, people};
use crate::ui::{Choice, Node, actions, button, classed, el, link, page, paragraph, select, text};

/// Plans listed at most.
const LIMIT: usize = 12;

/// The page of one member's sheet for one product.
pub fn lift_page(app: App, session: SessionId, member: MemberId, product: ProductId) -> Node {
    let guide = evidence_guide();
    with_hearing(app, session, move |hearing| {
        let Some(desk) = Desk::of(hearing, member, product) else { return waiting::not_found() };
        whole(hearing, desk, member, guide)
    })
}

/// What the page works on. Its signals live as long as the page.
#[derive(Clone)]
struct Desk {
    set: Arc<LoadedSet>,
    sheet: Worksheet,
    product: usize,
    cumulative: bool,
    star: RwSignal<String>,
    fixed: RwSignal<Vec<usize>>,
    guide: Option<RwSignal<Option<Arc<EvidenceGuide>>>>,
}

impl Desk {
    fn of(hearing: &Hearing, member: MemberId, product: ProductId) -> Option<Desk> {
        let at = hearing.session.products.iter().position(|own| own.id == product)?;
        let own = hearing.session.scorers().position(|scorer| scorer.id == member)?;
        let row = hearing.rows.get(at)?;
        let sheet = row.sheets.get(own).and_then(Option::as_ref).map(|(sheet, _)| sheet.clone());
        let sheet = sheet.unwrap_or_else(|| Worksheet::new(hearing.id, member, product));
        let cumulative = hearing.session.rules.minima_cumulative;
        let (_, stars) = stars_now(&row.set.scheme, &sheet, cumulative);
        Some(Desk {
            set: row.set.clone(),
            sheet,
            product: at,
            cumulative,
            star: RwSignal::new((stars + 1).clamp(3, 5).to_string()),
            fixed: RwSignal::new(Vec::new()),
            guide: None,
        })
    }

    fn leaf(&self, at: usize) -> &Leaf {
        &self.set.scheme.leaves[at]
    }

    fn name(&self, at: usize) -> String {
        let leaf = self.leaf(at);
        let parent = leaf.parent.as_ref().map(|(_, title)| [title, ": "].concat()).unwrap_or_default();
        [&leaf.number, " ", &parent, &leaf.title].concat()
    }
}

fn whole(hearing: &Hearing, desk: Desk, member: MemberId, guide: RwSignal<Option<Arc<EvidenceGuide>>>) -> Node {
    let desk = Desk { guide: Some(guide), ..desk };
    let product = &hearing.session.products[desk.product];
    let is_own = hearing.session.purpose == Purpose::SelfCheck;
    let back = if is_own {
        Path::TryOutSet(product.set.decision.clone(), product.set.slug.clone())
    } else {
        Path::Sheet(hearing.id, member, product.id)
    };
    let (points, stars) = stars_now(&desk.set.scheme, &desk.sheet, desk.cumulative);
    let targets = (2..=5).map(|star: u8| Choice { value: star.to_string(), label: people::stars(star) });
    let (plans, fixed) = (desk.clone(), desk.clone());
    let name = hearing.session.member(member).map(|member| member.name.as_str()).filter(|name| !name.is_empty());
    let whose = [Some(product.name.as_str()), name].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    page("page lift", words::TITLE.get())
        .child(paragraph("lead", &whose))
        .child(paragraph("help", words::LEAD.get()))
        .maybe((!is_own).then(|| paragraph("help", words::COUNCIL_NOTE.get())))
        .child(paragraph("standing", &words::standing(points, stars)))
        .child(select(words::TARGET.get(), targets.collect(), desk.star))
        .child(el("div").show(move || fixed_list(&fixed)))
        .child(el("div").attr("aria-live", "polite").show(move || answer(&plans)))
        .child(paragraph("help", words::EVIDENCE_HELP.get()))
        .child(actions([link("back", &back.text(), words::BACK.get())]))
}

fn fixed_list(desk: &Desk) -> Node {
    let fixed = desk.fixed;
    let items = fixed.get().into_iter().map(|at| {
        let unfix = button("quiet", words::UNFIX.get(), move || fixed.update(|fixed| fixed.retain(|own| *own != at)));
        el("li").child(text("span", &desk.name(at))).child(unfix)
    });
    classed("section", "stack fixed")
        .child(text("h2", words::FIXED.get()))
        .child(el("ul").children(items))
        .hidden_while(move || fixed.with(Vec::is_empty))
}

fn answer(desk: &Desk) -> Node {
    let star = desk.star.with(|star| star.parse().unwrap_or(3));
    let aim = Aim { star, cumulative: desk.cumulative, fixed: desk.fixed.get(), limit: LIMIT };
    match lift(&desk.set.scheme, &desk.sheet, &aim) {
        Lift::Reached => paragraph("reached", words::REACHED.get()),
        Lift::Plans(plans) => list(desk, &plans),
        Lift::Impossible(obstacles) => {
            let name = |at: usize| desk.name(at);
            let lines = obstacles.iter().map(|obstacle| text("li", &words::obstacle(*obstacle, &name)));
            classed("div", "reason").child(text("p", words::IMPOSSIBLE.get())).child(el("ul").children(lines))
        }
    }
}

fn list(desk: &Desk, plans: &Plans) -> Node {
    let shown = plans.plans.len();
    let cut = ((shown as u64) < plans.count).then(|| paragraph("help", &words::first_of(shown)));
    classed("section", "stack")
        .child(text("h2", words::SMALLEST.get()))
        .child(paragraph("", &words::price(plans.criteria, plans.steps, plans.count)))
        .maybe(cut)
        .children(plans.plans.iter().enumerate().map(|(at, one)| plan(desk, at, one)))
}

fn plan(desk: &Desk, at: usize, plan: &Plan) -> Node {
    let again = plan.reopened.iter().map(|(leaf, points)| {
        let leaf = desk.leaf(*leaf);
        text("li", &words::counts_again(&leaf.number, &leaf.title, *points))
    });
    let details = classed("details", "plan");
    let details = if at == 0 { details.attr("open", "") } else { details };
    details
        .child(
            el("summary")
                .child(text("h3", &words::plan(at + 1, plan.total)))
                .child(text("small", &numbers(desk, plan))),
        )
        .child(el("ol").children(plan.raises.iter().map(|one| raise(desk, one))).children(again))
}

/// The numbers of a plan's criteria, to tell plans apart while they are closed.
fn numbers(desk: &Desk, plan: &Plan) -> String {
    plan.raises.iter().map(|raise| desk.leaf(raise.leaf).number.as_str()).collect::<Vec<_>>().join(" · ")
}

fn raise(desk: &Desk, raise: &Raise) -> Node {
    let (leaf, at, fixed) = (desk.leaf(raise.leaf), raise.leaf, desk.fixed);
    let fix = button("quiet", words::FIX.get(), move || fixed.update(|fixed| fixed.push(at)));
    let marks = raise.marks.iter().map(|star| words::meets(*star));
    let rule = raise.lifts_rule.then(|| words::LIFTS_RULE.get().to_owned());
    let effects = std::iter::once(words::gain(raise.gain, raise.steps)).chain(marks).chain(rule);
    let line =
        |label: crate::text::Text, value: &str| el("p").child(text("b", &[label.get(), ": "].concat())).text(value);
    let advice = desk.guide.map(|guide| {
        let title = leaf.title.clone();
        el("div").show(move || guide.with(|guide| evidence(guide.as_deref(), &title)))
    });
    classed("li", "raise")
        .child(text("b", &desk.name(at)))
        .child(line(words::NOW, &of_answer(leaf, raise.from)))
        .child(line(words::THEN, &of_answer(leaf, Some(raise.to))))
        .child(paragraph("effects", &effects.collect::<Vec<_>>().join("; ")))
        .maybe(advice)
        .child(fix)
}

fn of_answer(leaf: &Leaf, answer: Option<Answer>) -> String {
    match answer {
        None => words::NOT_SCORED.get().to_owned(),
        Some(Answer::NoneMet) => words::option(words::NONE_MET.get(), 0),
        Some(Answer::Option { case, option, points }) => {
            words::option(leaf.offer(case, option).map_or("", |offer| offer.text.as_str()), points)
        }
    }
}

fn evidence(guide: Option<&EvidenceGuide>, title: &str) -> Node {
    let Some(item) = guide.and_then(|guide| guide.of_title(title)) else { return el("div") };
    classed("div", "evidence")
        .child(text("b", words::EVIDENCE.get()))
        .child(el("ul").children(item.evidence.iter().map(|one| text("li", one))))
}
