//! A changed copy of a criteria set: its fields, the checks of the shipped sets as it stands, and keeping it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::edit_fields::{Spot, criterion, number, typed};
use super::own::{findings, standing};
use crate::domain::criteria::{CriteriaSet, Criterion, OWN_FOLDER, OwnReport, OwnSet, OwnSetId};
use crate::pages::{Path, waiting};
use crate::platform::dom;
use crate::state::{OwnDraft, Records, SetFault};
use crate::text::{own_set, reader, shell};
use crate::ui::{Node, actions, button, classed, dialog, el, link, page, paragraph, text};

const DISCARD: &str = "bo-nhap";

/// The page.
pub fn edit_set(records: Records, decision: String, slug: String) -> Node {
    let opened: RwSignal<Option<Result<OwnDraft, SetFault>>> = RwSignal::new(None);
    let (folder, name) = (decision.clone(), slug.clone());
    spawn_local(async move {
        let draft = OwnDraft::open(records.app, &folder, &name).await;
        let _ = opened.try_set(Some(draft));
    });
    el("div").show(move || match opened.get() {
        None => waiting::loading(),
        Some(Err(fault)) => waiting::set_fault(fault),
        Some(Ok(draft)) => whole(records, draft, Path::CriteriaSet(decision.clone(), slug.clone(), None)),
    })
}

fn whole(records: Records, draft: OwnDraft, back: Path) -> Node {
    let (name, version) = draft.own.with_untracked(|own| (own.set.name.clone(), own.version));
    let report = Memo::new(move |_| {
        draft.pauses.track();
        Told(draft.own.with_untracked(|own| own.check(None)))
    });
    let is_usable = Memo::new(move |_| report.with(|report| report.0.is_usable()));
    let keep = button("main", &own_set::save(version), move || {
        let id: OwnSetId = records.app.new_id();
        let mut own = draft.own.get_untracked();
        if !own.check(None).is_usable() {
            return;
        }
        own.basis = own.basis.trim().to_owned();
        own.note = own.note.map(|note| note.trim().to_owned()).filter(|note| !note.is_empty());
        records.save(id, own);
        spawn_local(async move {
            draft.end().await;
            records.app.go(&Path::CriteriaSet(OWN_FOLDER.to_owned(), id.to_string(), None).text());
        });
    });
    let keep = keep.id("giu-ban").bind_flag("disabled", move || !is_usable.get());
    let discard = button("danger", own_set::DISCARD.get(), || dom::show_dialog(DISCARD, true));
    let parts = draft.own.with_untracked(|own| parts(draft, &own.set));
    page("page form reader", &own_set::title(&name))
        .child(paragraph("lead", own_set::LEAD.get()))
        .child(actions([link("back", &back.text(), reader::SET.get()), discard]))
        .child(
            paragraph("banner danger", own_set::UNSAVED.get())
                .attr("role", "alert")
                .hidden_while(move || !draft.is_unsaved.get()),
        )
        .child(paragraph("help", "").id("nhap").attr("role", "status").bind_text(move || {
            let sign = match draft.is_kept.get() {
                None => own_set::UNCHANGED,
                Some(false) => own_set::KEEPING,
                Some(true) => own_set::KEPT,
            };
            sign.get().to_owned()
        }))
        .child(typed(draft, own_set::NAME.get(), |own| own.set.name.clone(), |own, text| own.set.name = text))
        .child(typed(draft, reader::BASIS.get(), |own| own.basis.clone(), |own, text| own.basis = text))
        .child(typed(
            draft,
            own_set::NOTE.get(),
            |own| own.note.clone().unwrap_or_default(),
            |own, text| own.note = Some(text),
        ))
        .children(parts)
        .child(text("h2", own_set::CHECKS.get()))
        .child(
            el("div")
                .id("kiem-tra")
                .attr("aria-live", "polite")
                .show(move || report.with(|told| checks(draft, &told.0))),
        )
        .child(paragraph("want", own_set::FAULTY.get()).hidden_while(move || is_usable.get()))
        .child(actions([keep]))
        .child(discard_dialog(records, draft))
}

/// A report that a memo can hold.
#[derive(Clone, PartialEq)]
struct Told(OwnReport);

fn checks(draft: OwnDraft, report: &OwnReport) -> Node {
    let sum = draft.own.with_untracked(|own| own.set.parts.iter().map(|part| i64::from(part.max_points)).sum());
    el("div")
        .child(paragraph(if report.is_usable() { "" } else { "warning" }, &standing(report)))
        .child(paragraph("help", &own_set::sum(sum)))
        .maybe(report.basis_missing.then(|| paragraph("warning", reader::NO_BASIS.get())))
        .child(findings(report))
}

fn parts(draft: OwnDraft, set: &CriteriaSet) -> Vec<Node> {
    let part = |(at, part): (usize, &crate::domain::criteria::Part)| {
        let sections = part.sections.iter().enumerate().map(|(in_part, section)| {
            let criteria = section.criteria.iter().enumerate().flat_map(|(in_section, one)| {
                let spot = Spot { part: at, section: in_part, criterion: in_section, sub: None };
                whole_criterion(draft, spot, one)
            });
            classed("section", "stack")
                .child(text("h3", &[&section.number, ". ", &section.title].concat()))
                .child(
                    classed("div", "columns")
                        .child(typed(
                            draft,
                            own_set::TITLE_OF.get(),
                            move |own| section_of(own, at, in_part, |section| section.title.clone()),
                            move |own, text| change_section(own, at, in_part, |section| section.title = text),
                        ))
                        .child(number(
                            draft,
                            own_set::POINTS.get(),
                            move |own| section_of(own, at, in_part, |section| section.max_points),
                            move |own, points| change_section(own, at, in_part, |section| section.max_points = points),
                        )),
                )
                .children(criteria)
        });
        classed("section", "part")
            .child(text("h2", &[&part.code, ". ", &part.title].concat()))
            .child(number(
                draft,
                own_set::POINTS.get(),
                move |own| own.set.parts.get(at).map(|part| part.max_points).unwrap_or_default(),
                move |own, points| own.set.parts.iter_mut().skip(at).take(1).for_each(|part| part.max_points = points),
            ))
            .children(sections)
    };
    set.parts.iter().enumerate().map(part).collect()
}

/// A criterion, then its sub-criteria.
fn whole_criterion(draft: OwnDraft, spot: Spot, one: &Criterion) -> Vec<Node> {
    let subs = (0..one.sub_criteria.len()).map(|sub| criterion(draft, Spot { sub: Some(sub), ..spot }));
    [criterion(draft, spot)].into_iter().chain(subs).collect()
}

type Section = crate::domain::criteria::Section;

fn section_of<R: Default>(own: &OwnSet, part: usize, section: usize, read: impl FnOnce(&Section) -> R) -> R {
    own.set.parts.get(part).and_then(|part| part.sections.get(section)).map(read).unwrap_or_default()
}

fn change_section(own: &mut OwnSet, part: usize, section: usize, change: impl FnOnce(&mut Section)) {
    if let Some(section) = own.set.parts.get_mut(part).and_then(|part| part.sections.get_mut(section)) {
        change(section);
    }
}

fn discard_dialog(records: Records, draft: OwnDraft) -> Node {
    let cancel = button("quiet", shell::CANCEL.get(), || dom::show_dialog(DISCARD, false));
    let discard = button("danger", own_set::DISCARD.get(), move || {
        dom::show_dialog(DISCARD, false);
        spawn_local(async move {
            draft.end().await;
            records.app.go(&Path::OwnSets.text());
        });
    });
    dialog(DISCARD, own_set::DISCARD.get())
        .child(el("p").text(own_set::DISCARD_ASK.get()))
        .child(actions([cancel, discard.id("bo-nhap-that")]))
}
