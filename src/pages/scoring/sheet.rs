//! The whole sheet: bar, parts, criteria, totals, foot.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{criterion, keys, lock, totals};
use crate::domain::criteria::SetStatus;
use crate::domain::session::Purpose;
use crate::domain::worksheet::{Answer, DOSSIER};
use crate::pages::frame::{purpose_mark, save_sign};
use crate::pages::{DossierPart, Path};
use crate::state::{App, Desk};
use crate::text::{Text, scoring, shell};
use crate::ui::{Begun, Event, Node, Piece, actions, button, classed, el, link, paragraph, text, value_of};

/// Criteria that fill the screen of an opened sheet, below what is said before them: the first tap waits for no more.
const FIRST: usize = 1;
/// Criteria that are made at once afterwards: what a frame of a weak tablet has room for.
const MORE: usize = 5;

/// The sheet on the desk.
pub fn sheet(app: App, desk: Desk) -> Node {
    let (changed, pressed) = (desk.clone(), desk.clone());
    let mut pieces = pieces(desk.clone());
    let body = classed("main", "sheet-body")
        .id("main")
        .attr("tabindex", "-1")
        .children(before(&desk))
        .children(pieces.next().into_iter().flat_map(Piece::into_nodes))
        .grow(pieces)
        .on("change", move |event| answer(&changed, &event));
    classed("div", "sheet")
        .child(bar(app, &desk))
        .child(totals::sections(&desk))
        .child(body)
        .child(totals::totals(&desk))
        .child(foot(app, &desk))
        .child(lock::read_back(&desk))
        .child(lock::reopen(&desk))
        .on("keydown", move |event: Event| {
            if let Some(event) = event.dyn_ref() {
                keys::pressed(&pressed, event);
            }
        })
}

/// Reads the value of an option's control: leaf, then the offer or `none`. Other controls have no such value.
fn answer(desk: &Desk, event: &Event) {
    let value = value_of(event);
    let Some((leaf, offer)) = value.split_once(':') else { return };
    let Ok(at) = leaf.parse::<usize>() else { return };
    let Some(leaf) = desk.set.scheme.leaves.get(at) else { return };
    let answer = match offer.parse::<usize>() {
        Ok(offer) => leaf.offers.get(offer).map(Answer::of),
        Err(_) => Some(Answer::NoneMet),
    };
    desk.answer(at, answer);
}

fn bar(app: App, desk: &Desk) -> Node {
    let who = app.ledger.with_untracked(|ledger| {
        let session = ledger.session(desk.key.session)?;
        let at = session.products.iter().position(|product| product.id == desk.key.product)?;
        let member = session.member(desk.key.member)?.name.clone();
        let place = [(at + 1).to_string(), "/".to_owned(), session.products.len().to_string()].concat();
        let heading = (session.name.clone(), session.purpose, session.dossier);
        Some((heading, member, session.products[at].name.clone(), place))
    });
    let ((session, purpose, dossier), member, product, place) = who.unwrap_or_else(|| {
        let name = desk.set.set.name.clone();
        ((String::new(), Purpose::SelfCheck, None), String::new(), name, String::new())
    });
    let (back, label) = match dossier {
        Some(dossier) => (Path::DossierPart(dossier, DossierPart::Scores), shell::BACK.get().to_owned()),
        None if purpose == Purpose::SelfCheck => (Path::Home, shell::HOME.get().to_owned()),
        // A member's device goes back to the member's own book.
        None => {
            let (id, own) = (desk.key.session, app.book_of(desk.key.session));
            (own.map_or(Path::Session(id), |member| Path::HandIn(id, member)), session)
        }
    };
    let is_alone = dossier.is_some() || purpose == Purpose::SelfCheck;
    let place = (!is_alone).then(|| text("small", &place));
    classed("header", "sheet-bar")
        .child(
            classed("div", "sheet-where")
                .child(link("back", &back.text(), &label))
                .child(classed("span", "sheet-who").text(&member)),
        )
        .child(text("h1", &product).maybe(place))
        .maybe(purpose_mark(purpose))
        .child(save_sign(app))
}

/// What is said before the criteria.
fn before(desk: &Desk) -> Vec<Node> {
    let scheme = &desk.set.scheme;
    let has_stars = scheme.leaves.iter().any(|leaf| leaf.needs.iter().any(Option::is_some));
    let stars = has_stars.then(|| paragraph("help", scoring::STAR_HELP.get()));
    let refused = desk.refusal;
    let refusal = paragraph("banner warning", "")
        .attr("role", "alert")
        .bind_text(move || refused.with(|refusal| refusal.as_ref().map(scoring::refused)).unwrap_or_default())
        .hidden_while(move || refused.with(Option::is_none));
    let rule = scheme.dossier_rule.as_ref();
    let rule = rule.map(|rule| criterion::rule(desk, DOSSIER, scoring::DOSSIER_RULE.get(), &rule.condition));
    [refusal].into_iter().chain(warnings(desk)).chain(stars).chain(rule).collect()
}

/// The criteria in pieces of about a screen, one after the other, and what stands below them.
fn pieces(desk: Desk) -> impl Iterator<Item = Piece> {
    let sections: Vec<usize> = {
        let scheme = &desk.set.scheme;
        let of_part = |part| (0..scheme.sections.len()).filter(move |at| scheme.sections[*at].part == part);
        (0..scheme.parts.len()).flat_map(of_part).collect()
    };
    let mut sections = sections.into_iter().peekable();
    let mut part = None;
    let mut room = FIRST;
    let mut begun: Option<(Begun, Vec<usize>)> = None;
    let mut is_done = false;
    std::iter::from_fn(move || {
        if let Some((section, rest)) = begun.take() {
            return Some(Piece::more(criteria(&desk, &rest), &section));
        }
        if sections.peek().is_none() {
            return (!std::mem::replace(&mut is_done, true)).then(|| Piece::of(below(&desk)));
        }
        let (mut nodes, mut made) = (Vec::new(), 0);
        while made < room
            && begun.is_none()
            && let Some(at) = sections.next()
        {
            let own = desk.set.scheme.sections[at].part;
            if part.replace(own) != Some(own) {
                let part = &desk.set.scheme.parts[own];
                let heading = [&part.code, ". ", &part.title].concat();
                nodes.push(text("h2", &heading).child(text("small", &scoring::range(part.max))));
            }
            let leaves = leaves_of(&desk, at);
            // Only the first screen ends within a section: it is what a person waits for.
            let now = if room == FIRST { leaves.len().min(FIRST - made) } else { leaves.len() };
            let section = section(&desk, at, &leaves).children(criteria(&desk, &leaves[..now]));
            if now < leaves.len() {
                begun = Some((Begun::of(&section), leaves[now..].to_vec()));
            }
            made += now;
            nodes.push(section);
        }
        room = MORE;
        Some(Piece::of(nodes))
    })
}

fn leaves_of(desk: &Desk, section: usize) -> Vec<usize> {
    let leaves = desk.set.scheme.leaves.iter().enumerate();
    leaves.filter(|(_, leaf)| leaf.section == section).map(|(at, _)| at).collect()
}

fn criteria(desk: &Desk, leaves: &[usize]) -> Vec<Node> {
    leaves.iter().flat_map(|at| criterion::criterion(desk, *at)).collect()
}

/// The heading of a section, for its criteria.
fn section(desk: &Desk, at: usize, leaves: &[usize]) -> Node {
    let scheme = &desk.set.scheme;
    let section = &scheme.sections[at];
    let title = [&section.number, ". ", &section.title].concat();
    let is_single = leaves.iter().all(|at| scheme.leaves[*at].number == section.number);
    classed("section", if is_single { "sheet-section single" } else { "sheet-section" })
        .child(text("h3", &title).child(text("small", &scoring::range(section.max))))
}

fn below(desk: &Desk) -> Vec<Node> {
    let print = Path::PrintSheet(desk.key.session, desk.key.member, desk.key.product);
    let higher = Path::Lift(desk.key.session, desk.key.member, desk.key.product);
    let links = actions([
        link("quiet", &print.text(), scoring::PRINT_SHEET.get()),
        link("quiet", &higher.text(), crate::text::lift::TITLE.get()),
    ]);
    vec![opinion(desk), links]
}

/// Doubts of the data are said before the sheet is used.
fn warnings(desk: &Desk) -> Option<Node> {
    let set = &desk.set.set;
    if set.open_issues.is_empty() {
        return None;
    }
    let title = if set.status == SetStatus::Complete { scoring::SET_DOUBTS } else { scoring::SET_INCOMPLETE };
    let issues = set.open_issues.iter().map(|issue| {
        let number = issue.split_once(':').map_or("", |(number, _)| number).trim();
        text("li", &scoring::doubt(number)).child(text("small", issue).attr("lang", "en"))
    });
    Some(classed("details", "warning").child(text("summary", title.get())).child(el("ul").children(issues)))
}

fn opinion(desk: &Desk) -> Node {
    let (value, locked, typed, done) = (desk.clone(), desk.clone(), desk.clone(), desk.clone());
    let control = el("textarea")
        .attr("rows", "4")
        .bind_value(move || value.opinion.get())
        .bind_flag("disabled", move || locked.is_locked())
        .on("input", move |event| typed.write_opinion(value_of(&event)))
        .on("change", move |_| done.typed());
    classed("label", "field opinion").child(text("span", scoring::OPINION.get())).child(control)
}

fn foot(app: App, desk: &Desk) -> Node {
    let (previous, next) = neighbours(app, desk);
    let (undo, can_undo, redo, can_redo) = (desk.clone(), desk.clone(), desk.clone(), desk.clone());
    let (locked, open) = (desk.clone(), desk.clone());
    let undo =
        button("quiet", shell::UNDO.get(), move || undo.undo()).bind_flag("disabled", move || !can_undo.can_undo());
    let redo =
        button("quiet", shell::REDO.get(), move || redo.redo()).bind_flag("disabled", move || !can_redo.can_redo());
    classed("footer", "sheet-foot")
        .child(step(previous, "back step", scoring::PREVIOUS_PRODUCT))
        .child(classed("span", "pair").child(undo).child(redo).hidden_while(move || locked.is_locked()))
        .child(classed("span", "locked").text(scoring::LOCKED.get()).hidden_while(move || !open.is_locked()))
        .child(lock::lock_button(desk))
        .child(step(next, "onward step", scoring::NEXT_PRODUCT))
}

fn step(path: Option<Path>, class: &str, label: Text) -> Node {
    match path {
        Some(path) => link(class, &path.text(), label.get()),
        None => classed("span", class),
    }
}

fn neighbours(app: App, desk: &Desk) -> (Option<Path>, Option<Path>) {
    let key = desk.key;
    let found = app.ledger.with_untracked(|ledger| {
        let products = &ledger.session(key.session)?.products;
        let at = products.iter().position(|product| product.id == key.product)?;
        let path = |at: usize| Some(Path::Sheet(key.session, key.member, products.get(at)?.id));
        Some((at.checked_sub(1).and_then(path), path(at + 1)))
    });
    found.unwrap_or_default()
}
