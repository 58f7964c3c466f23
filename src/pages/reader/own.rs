//! The office's own criteria sets: bringing one in, with the checks of the shipped ones; the list.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::criteria::{OWN_FOLDER, OwnReport, OwnSet, OwnSetId};
use crate::pages::Path;
use crate::pages::locked::Locked;
use crate::state::{Opening, Picked, Records, own_drafts};
use crate::text::{own_set, reader, shell};
use crate::ui::{Node, actions, button, classed, el, link, page, paragraph, text, text_box};

/// Findings named at most; a file that is no criteria set at all has hundreds.
const LIMIT: usize = 20;
/// The largest file that is read, in bytes; a shipped set has about 20,000.
const LARGEST: usize = 1_000_000;

/// What became of the file.
#[derive(Clone)]
enum Taken {
    Refused(String),
    Read(Box<OwnSet>),
    Kept,
}

/// The page.
pub fn own_sets(records: Records) -> Node {
    let basis = RwSignal::new(String::new());
    let taken: RwSignal<Option<Taken>> = RwSignal::new(None);
    let locked = Locked::new(records.app);
    let take = move |bytes: Vec<u8>| {
        let read = match bytes.len() > LARGEST {
            true => Err(reader::TOO_LARGE.get().to_owned()),
            false => OwnSet::of_file(&bytes, "").map_err(|fault| reader::not_a_set(&fault.to_string())),
        };
        let read = read.map_or_else(Taken::Refused, |own| Taken::Read(Box::new(own)));
        let _ = taken.try_set(Some(read));
    };
    let field = el("input").attr("type", "file").attr("accept", ".json,application/json").id("tep-bo").on(
        "change",
        move |event| {
            if let Some(file) = Picked::of_field(&event) {
                spawn_local(async move {
                    let parcel = file.parcel();
                    let bytes = parcel.bytes().await.unwrap_or_default();
                    if let Some(bytes) = locked.let_through(&parcel, bytes) {
                        take(bytes);
                    }
                });
            }
        },
    );
    page("page reader", reader::OWN_SETS.get())
        .child(paragraph("lead", reader::OWN_LEAD.get()))
        .child(actions([link("back", &Path::Criteria.text(), reader::BACK.get())]))
        .child(el("div").show(move || list(records)))
        .child(drafts(records))
        .child(text("h2", reader::BRING_IN.get()))
        .child(paragraph("help", reader::BRING_IN_HELP.get()))
        .child(text_box(reader::BASIS.get(), basis))
        .child(classed("label", "field").child(text("span", reader::FILE.get())).child(field))
        .child(locked.node(take))
        .child(el("div").attr("aria-live", "polite").show(move || sign(records, basis, taken)))
}

fn list(records: Records) -> Node {
    if records.opening.get() != Opening::Ready {
        return paragraph("help", shell::LOADING.get());
    }
    records.registry.with(|registry| {
        let mut sets = registry.all::<OwnSet>().peekable();
        if sets.peek().is_none() {
            return paragraph("empty", reader::NO_OWN_SETS.get());
        }
        classed("ul", "cards").children(sets.map(|(id, own)| {
            let path = Path::CriteriaSet(OWN_FOLDER.to_owned(), id.to_string(), None).text();
            let doubt = standing(&own.check(None));
            el("li").child(
                link("card", &path, &own.set.name)
                    .child(text("small", &reader::version(own.version, &own.basis)))
                    .child(text("small", &doubt))
                    .maybe(own.note.as_ref().map(|note| text("small", note))),
            )
        }))
    })
}

/// Copies that are being changed, with the way back to them.
fn drafts(records: Records) -> Node {
    let found: RwSignal<Vec<(String, OwnSet)>> = RwSignal::new(Vec::new());
    spawn_local(async move { drop(found.try_set(own_drafts(records.app).await)) });
    el("div").show(move || {
        let cards: Vec<Node> = found
            .get()
            .iter()
            .filter_map(|(key, own)| {
                let (decision, slug) = key.split_once('/')?;
                let path = Path::EditSet(decision.to_owned(), slug.to_owned());
                Some(el("li").child(link("card", &path.text(), &own.set.name)))
            })
            .collect();
        if cards.is_empty() {
            return el("div");
        }
        el("div").child(text("h2", own_set::DRAFTS.get())).child(classed("ul", "cards").children(cards))
    })
}

pub(super) fn standing(report: &OwnReport) -> String {
    if !report.is_usable() {
        reader::OWN_FAULTY.get().to_owned()
    } else if report.has_doubts() {
        reader::OWN_DOUBTS.get().to_owned()
    } else {
        reader::OWN_SOUND.get().to_owned()
    }
}

fn sign(records: Records, basis: RwSignal<String>, taken: RwSignal<Option<Taken>>) -> Node {
    match taken.get() {
        None => el("div"),
        Some(Taken::Refused(why)) => paragraph("warning", &why),
        Some(Taken::Kept) => paragraph("", reader::OWN_KEPT.get()),
        Some(Taken::Read(own)) => {
            let own = OwnSet { basis: basis.get().trim().to_owned(), ..*own };
            let report = own.check(None);
            let findings = findings(&report);
            let counts = reader::findings(report.findings.len());
            let is_usable = report.is_usable();
            let no_basis = report.basis_missing.then(|| paragraph("warning", reader::NO_BASIS.get()));
            let title = text("h3", &own.set.name);
            let keep = button("main", reader::KEEP.get(), move || {
                let id: OwnSetId = records.app.new_id();
                records.save(id, own.clone());
                taken.set(Some(Taken::Kept));
            });
            el("div")
                .child(title)
                .child(paragraph(if is_usable { "" } else { "warning" }, &standing(&report)))
                .child(paragraph("help", &counts))
                .child(findings)
                .maybe(no_basis)
                .maybe(is_usable.then(|| actions([keep.id("giu-bo")])))
        }
    }
}

/// The first findings of a check, each with its place.
pub(super) fn findings(report: &OwnReport) -> Node {
    el("ul").children(report.findings.iter().take(LIMIT).map(|finding| {
        let place = finding.criterion.clone().unwrap_or_else(|| finding.place.to_string());
        text("li", &reader::finding(&place, finding.kind))
    }))
}
