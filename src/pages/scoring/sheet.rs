//! The whole sheet: bar, parts, criteria, totals, foot.

use leptos::prelude::*;

use super::{criterion, keys, lock, totals};
use crate::domain::criteria::Scheme;
use crate::domain::worksheet::{Answer, DOSSIER};
use crate::pages::Path;
use crate::pages::frame::save_sign;
use crate::state::{App, Desk};
use crate::text::{scoring, shell};
use crate::ui::link;

/// The sheet on the desk.
pub fn sheet(app: App, desk: Desk) -> AnyView {
    let changed = {
        let desk = desk.clone();
        move |event: leptos::ev::Event| answer(&desk, &event_target_value(&event))
    };
    let pressed = {
        let desk = desk.clone();
        move |event: leptos::ev::KeyboardEvent| keys::pressed(&desk, &event)
    };
    let body = body(&desk);
    view! {
        <div class="sheet" on:keydown=pressed>
            {bar(app, &desk)}
            {totals::sections(&desk)}
            <main id="main" class="sheet-body" on:change=changed>{body}</main>
            {totals::totals(&desk)}
            {foot(app, &desk)}
            {lock::read_back(&desk)}
            {lock::reopen(&desk)}
        </div>
    }
    .into_any()
}

/// Reads the value of an option's control: leaf, then the offer or `none`.
fn answer(desk: &Desk, value: &str) {
    let Some((leaf, offer)) = value.split_once(':') else { return };
    let Ok(at) = leaf.parse::<usize>() else { return };
    let Some(leaf) = desk.set.scheme.leaves.get(at) else { return };
    let answer = match offer.parse::<usize>() {
        Ok(offer) => leaf.offers.get(offer).map(|offer| Answer::Option {
            case: offer.case,
            option: offer.option,
            points: offer.points,
        }),
        Err(_) => Some(Answer::NoneMet),
    };
    desk.answer(at, answer);
}

fn bar(app: App, desk: &Desk) -> AnyView {
    let who = app.ledger.with_untracked(|ledger| {
        let session = ledger.session(desk.key.session)?;
        let at = session.products.iter().position(|product| product.id == desk.key.product)?;
        let member = session.member(desk.key.member)?.name.clone();
        let product = session.products[at].name.clone();
        let place = [(at + 1).to_string(), "/".to_owned(), session.products.len().to_string()].concat();
        Some((session.name.clone(), member, product, place, session.purpose))
    });
    let (session, member, product, place, purpose) = who.unwrap_or_else(|| {
        let purpose = crate::domain::session::Purpose::SelfCheck;
        (scoring::TRY_TITLE.get().to_owned(), String::new(), desk.set.set.name.clone(), String::new(), purpose)
    });
    let back = if purpose == crate::domain::session::Purpose::SelfCheck {
        Path::Home
    } else {
        Path::Session(desk.key.session)
    };
    view! {
        <header class="sheet-bar">
            <div class="sheet-where">{link("back", back.text(), session)}<span class="sheet-who">{member}</span></div>
            <h1>{product}" "<small>{place}</small></h1>
            {crate::pages::frame::purpose_mark(purpose)}
            {save_sign(app)}
        </header>
    }
    .into_any()
}

fn body(desk: &Desk) -> Vec<AnyView> {
    let scheme: &Scheme = &desk.set.scheme;
    let mut views = vec![warnings(desk)];
    if let Some(rule) = &scheme.dossier_rule {
        views.push(criterion::rule(desk, DOSSIER, scoring::DOSSIER_RULE.get(), &rule.condition));
    }
    for (part_at, part) in scheme.parts.iter().enumerate() {
        let heading = [&part.code, ". ", &part.title].concat();
        views.push(
            view! { <h2 id=["phan-", &part.code].concat()>{heading}<small>{scoring::range(part.max)}</small></h2> }
                .into_any(),
        );
        for (section_at, section) in scheme.sections.iter().enumerate().filter(|(_, section)| section.part == part_at) {
            let title = [&section.number, ". ", &section.title].concat();
            let leaves: Vec<AnyView> = (0..scheme.leaves.len())
                .filter(|at| scheme.leaves[*at].section == section_at)
                .map(|at| criterion::criterion(desk, at))
                .collect();
            views.push(
                view! {
                    <section class="sheet-section" id=["muc-", &section.number].concat()>
                        <h3>{title}<small>{scoring::range(section.max)}</small></h3>
                        {leaves}
                    </section>
                }
                .into_any(),
            );
        }
    }
    views.push(opinion(desk));
    views
}

/// Doubts of the data are said before the sheet is used.
fn warnings(desk: &Desk) -> AnyView {
    let set = &desk.set.set;
    if set.open_issues.is_empty() {
        return crate::ui::empty();
    }
    let title = if set.status == crate::domain::criteria::SetStatus::Complete {
        scoring::SET_DOUBTS
    } else {
        scoring::SET_INCOMPLETE
    };
    let issues: Vec<AnyView> =
        set.open_issues.iter().map(|issue| view! { <li lang="en">{issue.clone()}</li> }.into_any()).collect();
    view! { <details class="warning"><summary>{title.get()}</summary><ul>{issues}</ul></details> }.into_any()
}

fn opinion(desk: &Desk) -> AnyView {
    let typed = desk.clone();
    let value = desk.clone();
    let locked = desk.clone();
    view! {
        <label class="field opinion">
            <span>{scoring::OPINION.get()}</span>
            <textarea rows="4"
                prop:value=move || value.sheet.with(|sheet| sheet.opinion.clone())
                prop:disabled=move || locked.sheet.with(|sheet| sheet.is_locked())
                on:change=move |event| { event.stop_propagation(); typed.opinion(event_target_value(&event)) } />
        </label>
    }
    .into_any()
}

fn foot(app: App, desk: &Desk) -> AnyView {
    let (previous, next) = neighbours(app, desk);
    let (undo, can_undo, redo, can_redo) = (desk.clone(), desk.clone(), desk.clone(), desk.clone());
    view! {
        <footer class="sheet-foot">
            {previous}
            <span class="pair">
                <button type="button" class="quiet" prop:disabled=move || !can_undo.can_undo() on:click=move |_| undo.undo()>{shell::UNDO.get()}</button>
                <button type="button" class="quiet" prop:disabled=move || !can_redo.can_redo() on:click=move |_| redo.redo()>{shell::REDO.get()}</button>
            </span>
            {lock::lock_button(desk)}
            {next}
        </footer>
    }
    .into_any()
}

fn neighbours(app: App, desk: &Desk) -> (AnyView, AnyView) {
    let key = desk.key;
    let found = app.ledger.with_untracked(|ledger| {
        let products = &ledger.session(key.session)?.products;
        let at = products.iter().position(|product| product.id == key.product)?;
        let path = |at: usize| Some(Path::Sheet(key.session, key.member, products.get(at)?.id));
        Some((at.checked_sub(1).and_then(path), path(at + 1)))
    });
    let (previous, next) = found.unwrap_or_default();
    let to = |path: Option<Path>, class, label: crate::text::Text| match path {
        Some(path) => link(class, path.text(), label.get()),
        None => view! { <span class=class></span> }.into_any(),
    };
    (to(previous, "back step", scoring::PREVIOUS_PRODUCT), to(next, "onward step", scoring::NEXT_PRODUCT))
}
