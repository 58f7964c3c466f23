//! The ideas of a product: registering one, and what happens to it.

use leptos::prelude::*;

use super::figures::figure_box;
use super::{Editor, StepForm, StepLine, steps};
use crate::domain::cycle::{Deed, Idea, IdeaAct, IdeaEvent, IdeaId, IdeaType, Refusal, Support};
use crate::domain::registry::RegisteredId;
use crate::state::Records;
use crate::table::Figure;
use crate::text::table::no_figure;
use crate::text::{cycle, idea, registry};
use crate::ui::{Choice, Node, actions, button, classed, el, empty, held, paragraph, select, text, text_box};

/// What a support may have cost.
const SUPPORT: Figure = Figure::Money { or_loss: false };

/// The section.
pub fn ideas(records: Records, product: RegisteredId) -> Node {
    let ids = Memo::new(move |_| {
        records.registry.with(|register| register.life(product).ideas.iter().map(|(id, _)| *id).collect::<Vec<_>>())
    });
    classed("section", "stack")
        .child(text("h2", registry::IDEAS.get()))
        .child(held(
            "cac-y-tuong",
            move || ids.track(),
            move || el("div").children(ids.get().into_iter().map(|id| one(records, id))),
        ))
        .child(register(records, product))
}

fn register(records: Records, product: RegisteredId) -> Node {
    let form = StepForm::new(records, "y-tuong-moi");
    let kind = RwSignal::new(IdeaType::New.word().to_owned());
    let description = RwSignal::new(String::new());
    let kinds = IdeaType::ALL
        .iter()
        .map(|kind| Choice { value: kind.word().to_owned(), label: idea::kind(*kind).get().to_owned() });
    let fields = el("div")
        .child(select(idea::KIND.get(), kinds.collect(), kind))
        .child(crate::ui::area(idea::DESCRIPTION.get(), description));
    let record = move |deed: &Deed| {
        let kind = IdeaType::of_word(&kind.get_untracked()).unwrap_or(IdeaType::New);
        let mut idea = Idea::blank(product, kind, deed.on.year());
        idea.description = description.get_untracked();
        records.act(|register, act| register.register_idea(idea, deed, act).map(|(_, change)| change))
    };
    let open = button("quiet", registry::NEW_IDEA.get(), move || form.open());
    el("div").child(actions([open])).child(form.dialog(registry::NEW_IDEA.get(), fields, record))
}

fn one(records: Records, id: IdeaId) -> Node {
    let editor = Editor::<Idea>::new(records, id);
    let heading = move || {
        records.registry.with(|register| {
            let idea = register.get::<Idea>(id)?;
            let state = idea.state().map_or("", |state| cycle::idea_state(state).get());
            Some([idea::kind(idea.kind).get(), " ", &idea.year.to_string(), " – ", state].concat())
        })
    };
    classed("article", "card-plain")
        .child(text("h3", "").bind_text(move || heading().unwrap_or_default()))
        .child(editor.area(idea::DESCRIPTION.get(), |it| it.description.clone(), |it, text| it.description = text))
        .child(editor.area(idea::PLAN.get(), |it| it.plan.clone(), |it, text| it.plan = text))
        .child(editor.area(idea::ORGANISATION.get(), |it| it.organisation.clone(), |it, text| it.organisation = text))
        .child(el("div").show(move || happened(records, id)))
        .child(next(records, id))
}

fn happened(records: Records, id: IdeaId) -> Node {
    records.registry.with(|register| {
        let Some(idea) = register.get::<Idea>(id) else { return empty() };
        let lines = idea.steps.iter().map(|step| StepLine {
            on: step.on,
            event: cycle::idea_event(step.event).get(),
            actor: step.actor.clone(),
            reason: step.reason.clone(),
            document: step.document.clone(),
            note: step.note.clone(),
        });
        let supports = idea.supports.iter().map(|support| text("li", &idea::support(support)));
        let supports = (!idea.supports.is_empty()).then(|| {
            el("div").child(text("b", idea::SUPPORTS.get())).child(el("ul").children(supports.collect::<Vec<_>>()))
        });
        el("div").child(steps(lines)).maybe(supports)
    })
}

/// What can happen now, each with its dialog; what could if something were there, with what that is.
fn next(records: Records, id: IdeaId) -> Node {
    let allowed = Memo::new(move |_| {
        records.registry.with(|register| {
            let idea = register.get::<Idea>(id)?;
            Some(idea.allowed(register.idea_facts(idea)))
        })
    });
    let part = ["buoc-", &id.to_string()].concat();
    held(&part, move || allowed.track(), move || offers(records, id, allowed.get().unwrap_or_default()))
}

fn offers(records: Records, id: IdeaId, allowed: Vec<(IdeaEvent, Result<(), Refusal>)>) -> Node {
    let (mut buttons, mut dialogs, mut whys) = (Vec::new(), Vec::new(), Vec::new());
    for (event, verdict) in allowed {
        match verdict {
            Err(Refusal::NotFromHere) => (),
            Err(why) => {
                whys.push(paragraph("help", &[cycle::idea_event(event).get(), ": ", &cycle::refusal(&why)].concat()))
            }
            Ok(()) => {
                let (open, dialog) = step(records, id, event);
                buttons.push(open);
                dialogs.push(dialog);
            }
        }
    }
    el("div").child(actions(buttons)).children(whys).children(dialogs)
}

fn step(records: Records, id: IdeaId, event: IdeaEvent) -> (Node, Node) {
    let form = StepForm::new(records, event.word());
    let (activity, amount) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let fields = if event == IdeaEvent::Support {
        el("div").child(text_box(idea::ACTIVITY.get(), activity)).child(figure_box(idea::AMOUNT.get(), SUPPORT, amount))
    } else {
        empty()
    };
    let record = move |deed: &Deed| {
        let amount = SUPPORT.read(&amount.get_untracked());
        let what = match event {
            IdeaEvent::Support => IdeaAct::Support(Support {
                on: deed.on,
                activity: activity.get_untracked(),
                amount: amount.map_err(|why| no_figure(why, ""))?,
                plan_line: None,
                note: String::new(),
                unknown: Default::default(),
            }),
            IdeaEvent::Register => IdeaAct::Register,
            IdeaEvent::Accept => IdeaAct::Accept,
            IdeaEvent::Return => IdeaAct::Return,
            IdeaEvent::Revise => IdeaAct::Revise,
            IdeaEvent::SubmitPlan => IdeaAct::SubmitPlan,
            IdeaEvent::AcceptPlan => IdeaAct::AcceptPlan,
            IdeaEvent::ReturnPlan => IdeaAct::ReturnPlan,
            IdeaEvent::Ready => IdeaAct::Ready,
            IdeaEvent::Resume => IdeaAct::Resume,
            IdeaEvent::Stop => IdeaAct::Stop,
        };
        records.app.typing.now();
        records.act(|register, act| register.do_idea(id, what, deed, act)).map_err(|why| cycle::refusal(&why))
    };
    let title = cycle::idea_event(event).get();
    let class = if event == IdeaEvent::Stop { "danger" } else { "quiet" };
    (button(class, title, move || form.open()), form.dialog_in_words(title, fields, record))
}
