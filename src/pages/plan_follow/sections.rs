//! The parts of the progress page. Rows stand still while notes come in: what changes is the text in them, so that the
//! focus stays where it is.

use leptos::prelude::*;

use super::cell;
use super::facts::Territory;
use super::note::NoteForm;
use super::progress::{View, entry_name};
use crate::domain::cycle::Bucket;
use crate::domain::plan::follow::{Actual, PlanDue};
use crate::domain::plan::{Activity, Plan};
use crate::paper;
use crate::text::{due, plan, plan_follow as words, registry};
use crate::ui::{Node, classed, el, paragraph, scrolling, table, text};

type Shown = Memo<Option<View>>;

fn section(title: &str) -> Node {
    classed("section", "stack").child(text("h2", title))
}

fn bound(label: &str, words: impl Fn() -> String + 'static) -> Node {
    el("td").attr("data-label", label).bind_text(words)
}

fn from<T: Default>(view: Shown, read: impl Fn(&View) -> T) -> T {
    view.with(|view| view.as_ref().map(read)).unwrap_or_default()
}

/// How many activities stand where.
pub fn summary(view: Shown, plan: &Plan) -> Node {
    let section = section(words::SUMMARY.get());
    if plan.activities.is_empty() {
        return section.child(paragraph("empty", words::NO_ACTIVITIES.get()));
    }
    let done = move || from(view, |view| view.count.percent_done().unwrap_or(0)).to_string();
    let bar = el("progress").attr("max", "100").attr("aria-label", words::SUMMARY.get());
    let said = paragraph("lead", "").attr("role", "status");
    section
        .child(bar.bind_attr("value", move || Some(done().into())))
        .child(said.bind_text(move || from(view, |view| words::summary(&view.count))))
}

/// What is late and what is due within 30 days.
pub fn next(view: Shown, plan: &Plan) -> Node {
    let plan = plan.clone();
    let days = Memo::new(move |_| {
        from(view, |view| {
            let near = |due: &&PlanDue| matches!(due.bucket(view.today), Bucket::Overdue | Bucket::Within30);
            view.days.iter().filter(near).cloned().collect::<Vec<PlanDue>>()
        })
    });
    section(words::NEXT.get()).child(el("div").show(move || {
        let all = days.get();
        if all.is_empty() {
            return paragraph("help", words::NOTHING_NEXT.get());
        }
        let line = |one: &PlanDue| {
            let what = words::due(one.kind, &entry_name(&plan, &one.entry));
            let expected = one.expected.map(|day| [", ", &words::expected(day)].concat()).unwrap_or_default();
            let day = [if one.late { "! " } else { "" }, &due::day(one.on)].concat();
            el("li").child(text("b", &day)).child(text("span", &[what, expected].concat()))
        };
        let group = |late: bool, class: &str, title: &str| {
            let own: Vec<Node> = all.iter().filter(|one| one.late == late).map(line).collect();
            (!own.is_empty()).then(|| el("div").child(text("h3", title)).child(classed("ul", class).children(own)))
        };
        el("div").maybe(group(true, "due overdue", due::bucket(Bucket::Overdue).get())).maybe(group(
            false,
            "due",
            due::bucket(Bucket::Within30).get(),
        ))
    }))
}

/// Targets against what was reached.
pub fn targets(view: Shown, plan: &Plan, form: NoteForm) -> Node {
    let section = section(words::TARGETS.get());
    if plan.targets.is_empty() {
        return section.child(paragraph("empty", words::NO_TARGETS.get()));
    }
    let row = |target: &crate::domain::plan::Target| {
        let name = words::target_name(&paper::target_words(target), target.registration);
        let key = target.key.clone();
        let read = move |said: fn(&Actual) -> String| {
            from(view, |view| view.targets.iter().find(|one| one.target == key).map(said).unwrap_or_default())
        };
        let other = read.clone();
        let aimed = target.value.map(plan::quantity).unwrap_or_else(|| words::NOT_RECORDED.get().to_owned());
        let reached =
            |one: &Actual| [words::reached(&one.reached, one.counted), words::unsure(one.unsure.len())].concat();
        el("tr")
            .child(text("th", &name).attr("scope", "row"))
            .child(cell(words::AIMED.get(), &aimed))
            .child(bound(words::REACHED.get(), move || read(reached)))
            .child(bound(words::VERDICT.get(), move || other(|one| words::verdict(one.verdict).get().to_owned())))
            .child(el("td").child(form.button(&target.key, &name, true)))
    };
    let head = [words::TARGET.get(), words::AIMED.get(), words::REACHED.get(), words::VERDICT.get(), words::NOTE.get()];
    let rows: Vec<Node> = plan.targets.iter().map(row).collect();
    let caption = words::TARGETS.get();
    section.child(scrolling(caption, table("card-list follow-table", caption, &head, rows)))
}

/// Activities and rounds: when, who, where they stand, the last note.
pub fn activities(view: Shown, plan: &Plan, form: NoteForm) -> Node {
    if plan.activities.is_empty() && plan.rounds.is_empty() {
        return el("div");
    }
    let note = move |key: &str| {
        let key = key.to_owned();
        bound(words::LAST_NOTE.get(), move || from(view, |view| view.notes.get(&key).cloned().unwrap_or_default()))
    };
    let activity = |(one, depth): (&Activity, usize)| {
        let key = one.key.clone();
        let standing = move || {
            from(view, |view| {
                let own = view.standings.get(&key).copied();
                own.map(|own| [words::sign(own), " ", &words::standing(own)].concat()).unwrap_or_default()
            })
        };
        let name = text("th", &one.title).attr("scope", "row").attr("data-depth", &depth.to_string());
        el("tr")
            .child(name)
            .child(cell(words::TIME.get(), &one.time.as_ref().map(paper::time).unwrap_or_default()))
            .child(cell(words::UNITS.get(), &paper::activity_units(plan, one)))
            .child(bound(words::STANDING.get(), standing))
            .child(note(&one.key))
            .child(el("td").child(form.button(&one.key, &one.title, false)))
    };
    let round = |one: &crate::domain::plan::PlanRound| {
        let name = words::round(one.number, one.year);
        let days = [&one.intake, &one.meeting, &one.deadline].into_iter().flatten().map(paper::time);
        el("tr")
            .child(text("th", &name).attr("scope", "row"))
            .child(cell(words::TIME.get(), &days.collect::<Vec<_>>().join(" → ")))
            .child(cell(words::UNITS.get(), ""))
            .child(cell(words::STANDING.get(), ""))
            .child(note(&one.key))
            .child(el("td").child(form.button(&one.key, &name, false)))
    };
    let rows: Vec<Node> = crate::domain::plan::follow::tree(plan).into_iter().map(activity).collect();
    let rows = rows.into_iter().chain(plan.rounds.iter().map(round)).collect::<Vec<Node>>();
    let head = [
        words::ACTIVITY.get(),
        words::TIME.get(),
        words::UNITS.get(),
        words::STANDING.get(),
        words::LAST_NOTE.get(),
        words::NOTE.get(),
    ];
    let caption = words::ACTIVITIES.get();
    section(caption).child(scrolling(caption, table("card-list follow-table", caption, &head, rows)))
}

/// The products of the list and how far they came.
pub fn products(view: Shown, plan: &Plan) -> Node {
    if plan.products.is_empty() {
        return el("div");
    }
    let row = |(at, one): (usize, &crate::domain::plan::PlanProduct)| {
        let aim = one.target_star.map(plan::stars).unwrap_or_else(|| words::NOT_RECORDED.get().to_owned());
        let stage =
            move || from(view, |view| view.stages.get(at).map(|own| words::stage(own.stage)).unwrap_or_default());
        el("tr")
            .child(text("th", &one.name).attr("scope", "row"))
            .child(cell(registry::PRODUCER.get(), &one.producer))
            .child(cell(words::AIM.get(), &aim))
            .child(bound(words::STAGE.get(), stage))
    };
    let head = [words::PRODUCT.get(), registry::PRODUCER.get(), words::AIM.get(), words::STAGE.get()];
    let rows: Vec<Node> = plan.products.iter().enumerate().map(row).collect();
    let caption = words::PRODUCTS.get();
    section(caption).child(scrolling(caption, table("card-list follow-table", caption, &head, rows)))
}

/// How many products of the register came how far.
pub fn register(view: Shown) -> Node {
    let funnel = Memo::new(move |_| from(view, |view| Some((view.funnel, view.territory.clone()))));
    section(words::FUNNEL.get()).child(el("div").show(move || {
        let Some((funnel, territory)) = funnel.get() else { return el("div") };
        let help = match territory {
            Territory::All => paragraph("help", words::FUNNEL_ALL.get()),
            Territory::Commune(_) => paragraph("help", words::FUNNEL_COMMUNE.get()),
            Territory::Unknown => paragraph("warning", words::FUNNEL_UNKNOWN.get()),
        };
        let line = |(label, number): (&'static str, usize)| {
            el("div").child(text("dt", label)).child(classed("dd", "number").text(&number.to_string()))
        };
        let lines: Vec<Node> = words::funnel(&funnel).into_iter().map(line).collect();
        el("div").child(help).child(classed("dl", "figures").children(lines))
    }))
}

/// Notes about entries that are gone.
pub fn orphans(view: Shown) -> Node {
    let lines = Memo::new(move |_| from(view, |view| view.orphans.clone()));
    el("div").show(move || {
        let all = lines.get();
        if all.is_empty() {
            return el("div");
        }
        let list = classed("ul", "notes").children(all.iter().map(|line| text("li", line)).collect::<Vec<Node>>());
        section(words::ORPHANS.get()).child(list)
    })
}
