//! What comes next: the possible steps as buttons, the impossible ones with why.

use super::dialogs::dialog_of;
use super::overview::Seen;
use super::section;
use crate::domain::cycle::{Dossier, DossierEvent, Refusal, dossier_target};
use crate::pages::registry::{Editor, StepForm};
use crate::text::{cycle, dossier};
use crate::ui::{Node, button, classed, el, paragraph, text};

/// The steps that follow from where it stands.
pub fn next(editor: Editor<Dossier>, seen: &Seen) -> Node {
    let from = seen.dossier.state();
    let follows = |event: DossierEvent| event != DossierEvent::Create && dossier_target(from, event).is_some();
    let steps = seen.allowed.iter().filter(|(event, outcome)| follows(*event) && is_of_its_time(seen, outcome));
    let rows: Vec<Node> = steps.map(|(event, outcome)| row(editor, seen, *event, outcome)).collect();
    let section = section(cycle::NEXT.get()).id("viec-tiep-theo");
    if rows.is_empty() {
        return section.child(paragraph("help", dossier::NOTHING_NEXT.get()));
    }
    section.child(classed("ul", "next-steps").children(rows))
}

/// Steps of another time or of other products say nothing to this dossier.
fn is_of_its_time(seen: &Seen, outcome: &Result<(), Refusal>) -> bool {
    match outcome {
        Err(Refusal::NotFromHere) => false,
        Err(Refusal::NotInThisPeriod) => !seen.dossier.is_current(),
        _ => true,
    }
}

/// Whether another day may change the answer: what was done then can be recorded now.
fn hangs_on_the_day(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::DecisionNotInForce | Refusal::NotInThisPeriod | Refusal::WindowNotOpen { .. } | Refusal::NoCertificate
    )
}

fn row(editor: Editor<Dossier>, seen: &Seen, event: DossierEvent, outcome: &Result<(), Refusal>) -> Node {
    let name = cycle::dossier_event(event).get();
    let id = dialog_id(event);
    let opening = |class: &str, label: &str| {
        let form = StepForm::new(editor.records, id);
        let form = if asks_for_paper(event) { form.with_paper() } else { form };
        let open = button(class, label, move || form.open());
        let open = open.attr("data-event", event.word());
        el("div").child(open).child(dialog_of(editor, seen, event, form))
    };
    match outcome {
        Ok(()) => el("li").child(opening(if is_onward(event) { "main" } else { "quiet" }, name)),
        Err(refusal) => {
            let why = paragraph("help", &cycle::refusal(refusal));
            let row = el("li").child(text("b", name)).child(why);
            let other = hangs_on_the_day(refusal).then(|| {
                opening("quiet", dossier::OTHER_DAY.get()).child(paragraph("help", dossier::OTHER_DAY_HELP.get()))
            });
            row.maybe(other)
        }
    }
}

/// The steps that bring the dossier further.
fn is_onward(event: DossierEvent) -> bool {
    !matches!(
        event,
        DossierEvent::AskSupplement | DossierEvent::Return | DossierEvent::NotRecognise | DossierEvent::ReturnCentral
    )
}

/// The steps that rest on a paper, or need a reason.
fn asks_for_paper(event: DossierEvent) -> bool {
    !matches!(
        event,
        DossierEvent::HandIn
            | DossierEvent::AskSupplement
            | DossierEvent::Complete
            | DossierEvent::Receive
            | DossierEvent::Advise
            | DossierEvent::EvaluateAgain
    )
}

/// The id of an event's dialog.
fn dialog_id(event: DossierEvent) -> &'static str {
    match event {
        DossierEvent::Create => "b-lap",
        DossierEvent::HandIn => "b-nop",
        DossierEvent::AskSupplement => "b-yeu-cau",
        DossierEvent::Complete => "b-bo-sung",
        DossierEvent::Propose => "b-de-nghi",
        DossierEvent::Return => "b-tra-lai",
        DossierEvent::ScoreDistrict => "b-huyen",
        DossierEvent::Receive => "b-tinh-nhan",
        DossierEvent::Advise => "b-tu-van",
        DossierEvent::Score => "b-ket-qua",
        DossierEvent::NotRecognise => "b-khong",
        DossierEvent::Recognise => "b-cong-nhan",
        DossierEvent::SendCentral => "b-gui-tw",
        DossierEvent::RecogniseCentral => "b-tw-cong-nhan",
        DossierEvent::ReturnCentral => "b-tw-tra",
        DossierEvent::EvaluateAgain => "b-danh-gia-lai",
    }
}
