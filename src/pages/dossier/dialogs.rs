//! The dialog of each step, with the fields that are its own.

use leptos::prelude::*;

use super::overview::Seen;
use super::result_fields::ResultFields;
use crate::domain::calendar::{next_round, proposals_before, round};
use crate::domain::cycle::{Dossier, DossierAct, DossierEvent, DossierState, DossierType, Round};
use crate::domain::session::Level;
use crate::pages::registry::{Editor, StepForm};
use crate::text::{Text, cycle, dossier};
use crate::ui::{Choice, Node, area, el, paragraph, select, text_box};

/// The dialog that records `event`.
pub fn dialog_of(editor: Editor<Dossier>, seen: &Seen, event: DossierEvent, form: StepForm) -> Node {
    let typed = RwSignal::new(begin_with(seen, event));
    let now = move || typed.get_untracked().trim().to_owned();
    let help = |text: Text| paragraph("help", text.get());
    let plain = move |fields: Node, act: DossierAct| ask(editor, form, event, fields, move || act.clone());
    match event {
        DossierEvent::Create => el("div"),
        DossierEvent::HandIn => {
            let fields = text_box(dossier::RECEIPT.get(), typed);
            ask(editor, form, event, fields, move || DossierAct::HandIn { receipt: now() })
        }
        DossierEvent::AskSupplement => {
            let lines =
                move || typed.get_untracked().lines().map(str::trim).map(str::to_owned).collect::<Vec<String>>();
            ask(editor, form, event, area(dossier::ITEMS.get(), typed), move || {
                let items = lines().into_iter().filter(|line| !line.is_empty()).collect();
                DossierAct::AskSupplement { items }
            })
        }
        DossierEvent::Complete => plain(el("div"), DossierAct::Complete),
        DossierEvent::Propose => plain(help(dossier::LETTER_HELP), DossierAct::Propose),
        DossierEvent::Return => plain(el("div"), DossierAct::Return),
        DossierEvent::Receive => receive(editor, seen, form, typed),
        DossierEvent::Advise => plain(help(dossier::ADVISE_HELP), DossierAct::Advise),
        DossierEvent::NotRecognise => plain(el("div"), DossierAct::NotRecognise),
        DossierEvent::Recognise => {
            let fields =
                el("div").child(help(dossier::DECISION_HELP)).child(text_box(dossier::CERTIFICATE_NUMBER.get(), typed));
            ask(editor, form, event, fields, move || DossierAct::Recognise { number: now() })
        }
        DossierEvent::SendCentral => plain(el("div"), DossierAct::SendCentral),
        DossierEvent::EvaluateAgain => plain(el("div"), DossierAct::EvaluateAgain),
        DossierEvent::ScoreDistrict
        | DossierEvent::Score
        | DossierEvent::RecogniseCentral
        | DossierEvent::ReturnCentral => score(editor, seen, event, form, typed),
    }
}

/// The dialog of one step; `act` says what is done, with what is in its fields then.
fn ask(
    editor: Editor<Dossier>,
    form: StepForm,
    event: DossierEvent,
    fields: Node,
    act: impl Fn() -> DossierAct + 'static,
) -> Node {
    form.dialog(cycle::dossier_event(event).get(), fields, move |deed| {
        editor.records.do_dossier(editor.id, act(), deed, None)
    })
}

/// What stands in the field at first.
fn begin_with(seen: &Seen, event: DossierEvent) -> String {
    let (office, own) = (&seen.office, &seen.dossier);
    match event {
        DossierEvent::HandIn | DossierEvent::Receive if !office.province.is_empty() => {
            let year = own.steps.last().map_or(0, |step| step.on.year());
            dossier::receipt_pattern(&office.province, &office.commune, year)
        }
        DossierEvent::AskSupplement => {
            let lacking = seen.lacking.iter().map(|item| cycle::gate_item(*item).get());
            lacking.collect::<Vec<&str>>().join("\n")
        }
        _ => String::new(),
    }
}

fn receive(editor: Editor<Dossier>, seen: &Seen, form: StepForm, receipt: RwSignal<String>) -> Node {
    let rounds = rounds(seen);
    let again = seen.dossier.kind == DossierType::ReEvaluation;
    let label = |round: &Round| dossier::round_before(round, proposals_before(round, &seen.office));
    let choice = |(at, round): (usize, &Round)| Choice { value: at.to_string(), label: label(round) };
    let none = again.then(|| Choice { value: String::new(), label: dossier::ROUND_NONE.get().to_owned() });
    let choices: Vec<Choice> = none.into_iter().chain(rounds.iter().enumerate().map(choice)).collect();
    let chosen = RwSignal::new(if again { String::new() } else { "0".to_owned() });
    let fields =
        el("div").child(text_box(dossier::RECEIPT.get(), receipt)).child(select(dossier::ROUND.get(), choices, chosen));
    ask(editor, form, DossierEvent::Receive, fields, move || {
        let round = chosen.get_untracked().parse::<usize>().ok().and_then(|at| rounds.get(at).cloned());
        DossierAct::Receive { receipt: receipt.get_untracked().trim().to_owned(), round }
    })
}

/// The provincial rounds that the dossier can still enter, the next one first.
fn rounds(seen: &Seen) -> Vec<Round> {
    let proposed = seen.dossier.reached(DossierState::Proposed).map(|step| step.on);
    let Some(from) = proposed.or_else(|| seen.dossier.steps.last().map(|step| step.on)) else { return Vec::new() };
    let own = seen.office.rounds.iter().map(|own| own.round.clone());
    let years = [from.year(), from.year() + 1];
    let statutory = years.into_iter().flat_map(|year| [1, 2].map(|number| round(Level::Province, year, number)));
    let mut rounds: Vec<Round> = Vec::new();
    for round in next_round(Level::Province, from).into_iter().chain(own).chain(statutory) {
        let is_open = proposals_before(&round, &seen.office).is_some_and(|before| from < before);
        if is_open && !rounds.contains(&round) {
            rounds.push(round);
        }
    }
    let day = |round: &Round| proposals_before(round, &seen.office);
    crate::domain::order::sorted(rounds, &|one, other| day(one).cmp(&day(other)))
}

/// A council's result, and at a recognition by the Ministry its certificate.
fn score(editor: Editor<Dossier>, seen: &Seen, event: DossierEvent, form: StepForm, number: RwSignal<String>) -> Node {
    let level = match event {
        DossierEvent::ScoreDistrict => Level::District,
        DossierEvent::Score => Level::Province,
        _ => Level::Central,
    };
    let result = ResultFields::new(seen, level);
    let council = seen.council.clone();
    let fields = result.node();
    let fields = if event == DossierEvent::RecogniseCentral {
        fields.child(text_box(dossier::CERTIFICATE_NUMBER.get(), number))
    } else {
        fields
    };
    form.dialog(cycle::dossier_event(event).get(), fields, move |deed| {
        let result = Box::new(result.taken(deed)?);
        let act = match event {
            DossierEvent::ScoreDistrict => DossierAct::ScoreDistrict(result),
            DossierEvent::Score => DossierAct::Score(result),
            DossierEvent::ReturnCentral => DossierAct::ReturnCentral(result),
            _ => DossierAct::RecogniseCentral { number: number.get_untracked().trim().to_owned(), result },
        };
        editor.records.do_dossier(editor.id, act, deed, council.as_ref())
    })
}
