//! The fields of one criterion in a changed copy. They are made when the criterion is opened.

use leptos::prelude::*;

use crate::domain::criteria::{Choose, Criterion, Opt, OwnSet};
use crate::domain::points::Points;
use crate::state::OwnDraft;
use crate::text::people::star_mark;
use crate::text::{own_set, reader};
use crate::ui::{Node, actions, button, classed, el, paragraph, text, value_of};

/// Puts what was typed into the copy.
type Write = Box<dyn Fn(&mut OwnSet, String)>;
/// Adds or removes options.
type ListChange = Box<dyn FnOnce(&mut Vec<Opt>)>;

/// Where a criterion stands in a set; every index from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    pub part: usize,
    pub section: usize,
    pub criterion: usize,
    /// A sub-criterion of it.
    pub sub: Option<usize>,
}

impl Spot {
    fn of(self, own: &OwnSet) -> Option<&Criterion> {
        let criterion = own.set.parts.get(self.part)?.sections.get(self.section)?.criteria.get(self.criterion)?;
        self.sub.map_or(Some(criterion), |sub| criterion.sub_criteria.get(sub))
    }

    fn read<R: Default>(self, own: &OwnSet, read: impl FnOnce(&Criterion) -> R) -> R {
        self.of(own).map(read).unwrap_or_default()
    }

    fn change(self, own: &mut OwnSet, change: impl FnOnce(&mut Criterion)) {
        let section = own.set.parts.get_mut(self.part).and_then(|part| part.sections.get_mut(self.section));
        let criterion = section.and_then(|section| section.criteria.get_mut(self.criterion));
        let found = match self.sub {
            None => criterion,
            Some(sub) => criterion.and_then(|criterion| criterion.sub_criteria.get_mut(sub)),
        };
        if let Some(criterion) = found {
            change(criterion);
        }
    }
}

/// A line of text of the copy.
pub fn typed(
    draft: OwnDraft,
    label: &str,
    get: impl Fn(&OwnSet) -> String + 'static,
    set: impl Fn(&mut OwnSet, String) + 'static,
) -> Node {
    field(draft, label, el("input").attr("type", "text"), Box::new(get), Box::new(set))
}

/// A whole number of the copy. What is none is not taken, and the number comes back when the field is left.
pub fn number(
    draft: OwnDraft,
    label: &str,
    get: impl Fn(&OwnSet) -> Points + 'static,
    set: impl Fn(&mut OwnSet, Points) + 'static,
) -> Node {
    let control = el("input").attr("type", "text").attr("inputmode", "numeric");
    let read = move |own: &OwnSet| get(own).to_string();
    let write = move |own: &mut OwnSet, typed: String| {
        if let Ok(points) = typed.trim().parse() {
            set(own, points);
        }
    };
    field(draft, label, control, Box::new(read), Box::new(write))
}

// Of one kind for all fields: each field costs its own code and no copy of what follows.
fn field(draft: OwnDraft, label: &str, control: Node, get: Box<dyn Fn(&OwnSet) -> String>, set: Write) -> Node {
    let shown = RwSignal::new(draft.own.with_untracked(&get));
    let control = control
        .bind_value(move || shown.get())
        .on("input", move |event| draft.change(|own| set(own, value_of(&event))))
        .on("change", move |event| {
            let now = draft.own.with_untracked(&get);
            if now != value_of(&event) {
                shown.set(now);
            }
        });
    classed("label", "field").child(text("span", label)).child(control)
}

/// A criterion: its number and title, and its fields once it is opened.
pub fn criterion(draft: OwnDraft, spot: Spot) -> Node {
    let is_open = RwSignal::new(false);
    let title = move || {
        draft.own.with(|own| {
            spot.read(own, |one| [&one.number, " ", &one.title, " – ", &reader::at_most(one.max_points)].concat())
        })
    };
    let summary = el("summary").bind_text(title);
    classed("details", "why")
        .on("toggle", move |_| is_open.set(true))
        .child(summary)
        .child(el("div").show(move || if is_open.get() { fields(draft, spot) } else { el("div") }))
}

fn fields(draft: OwnDraft, spot: Spot) -> Node {
    let (choose, cases) = draft.own.with_untracked(|own| {
        let labels = |one: &Criterion| one.cases.iter().map(|case| case.label.clone()).collect::<Vec<String>>();
        (spot.of(own).map(|one| one.choose), spot.read(own, labels))
    });
    let lists: Vec<Node> = match choose {
        Some(Choose::OneOption) => vec![options(draft, spot, None)],
        Some(Choose::OneCase) => {
            let lists = cases.iter().enumerate();
            lists.flat_map(|(case, label)| [paragraph("case", label), options(draft, spot, Some(case))]).collect()
        }
        Some(Choose::EachSubCriterion) | None => Vec::new(),
    };
    let remark = |one: &Criterion| one.note.clone().unwrap_or_default();
    classed("div", "stack")
        .child(typed(
            draft,
            own_set::TITLE_OF.get(),
            move |own| spot.read(own, |one| one.title.clone()),
            move |own, text| spot.change(own, |one| one.title = text),
        ))
        .child(number(
            draft,
            own_set::POINTS.get(),
            move |own| spot.read(own, |one| one.max_points),
            move |own, points| spot.change(own, |one| one.max_points = points),
        ))
        .child(typed(
            draft,
            own_set::REMARK.get(),
            move |own| spot.read(own, remark),
            move |own, text| spot.change(own, |one| one.note = Some(text).filter(|text| !text.trim().is_empty())),
        ))
        .child(star(
            draft,
            own_set::TITLE_STAR.get(),
            move |own| spot.read(own, |one| one.min_for_star),
            move |own, star| spot.change(own, |one| one.min_for_star = star),
        ))
        .children(lists)
}

/// The options of a criterion or of one of its cases.
fn options(draft: OwnDraft, spot: Spot, case: Option<usize>) -> Node {
    let count = move || draft.own.with_untracked(|own| spot.read(own, |one| one.options_of(case).len()));
    let rows = RwSignal::new(count());
    let change_list = move |change: ListChange| {
        draft.change(|own| {
            spot.change(own, |one| {
                if let Some(options) = one.options_of_mut(case) {
                    change(options);
                }
            });
        });
        rows.set(count());
    };
    let add = button("quiet", own_set::ADD.get(), move || {
        change_list(Box::new(|options| {
            let points = options.last().map_or(0, |last| last.points);
            let blank =
                Opt { points, text: String::new(), min_for_star: None, implied: None, unknown: Default::default() };
            options.push(blank);
        }));
    });
    let fields = move || {
        let fields = (0..rows.get()).map(|at| {
            let remove = button("quiet", own_set::REMOVE.get(), move || {
                change_list(Box::new(move |options| {
                    if at < options.len() {
                        options.remove(at);
                    }
                }));
            });
            el("li").child(option(draft, spot, case, at).child(remove))
        });
        classed("ol", "rows").children(fields)
    };
    el("div").child(el("div").show(fields)).child(actions([add]))
}

fn option(draft: OwnDraft, spot: Spot, case: Option<usize>, at: usize) -> Node {
    fn read<R: Default>(own: &OwnSet, spot: Spot, case: Option<usize>, at: usize, read: fn(&Opt) -> R) -> R {
        spot.of(own).and_then(|one| one.options_of(case).get(at)).map(read).unwrap_or_default()
    }
    let change = move |own: &mut OwnSet, change: &dyn Fn(&mut Opt)| {
        spot.change(own, |one| {
            if let Some(option) = one.options_of_mut(case).and_then(|options| options.get_mut(at)) {
                change(option);
            }
        });
    };
    el("fieldset")
        .child(text("legend", &own_set::nth_option(at + 1)))
        .child(el("div").child(field(
            draft,
            own_set::OPTION.get(),
            el("textarea").attr("rows", "3"),
            Box::new(move |own| read(own, spot, case, at, |option| option.text.clone())),
            Box::new(move |own, text| change(own, &|option| option.text.clone_from(&text))),
        )))
        .child(number(
            draft,
            own_set::OPTION_POINTS.get(),
            move |own| read(own, spot, case, at, |option| option.points),
            move |own, points| change(own, &|option| option.points = points),
        ))
        .child(star(
            draft,
            own_set::STAR.get(),
            move |own| read(own, spot, case, at, |option| option.min_for_star),
            move |own, star| change(own, &|option| option.min_for_star = star),
        ))
}

/// A star mark: none, 3, 4 or 5.
fn star(
    draft: OwnDraft,
    label: &str,
    get: impl Fn(&OwnSet) -> Option<u8>,
    set: impl Fn(&mut OwnSet, Option<u8>) + 'static,
) -> Node {
    let now = draft.own.with_untracked(get);
    let choices =
        [(None, own_set::NO_STAR.get())].into_iter().chain([3, 4, 5].map(|star| (Some(star), star_mark(star))));
    let options = choices.map(|(star, label)| {
        let value = star.map(|star: u8| star.to_string()).unwrap_or_default();
        let option = el("option").attr("value", &value).text(label);
        if star == now { option.attr("selected", "") } else { option }
    });
    let control = el("select")
        .children(options.collect::<Vec<Node>>())
        .on("change", move |event| draft.change(|own| set(own, value_of(&event).parse().ok())));
    classed("label", "field").child(text("span", label)).child(control)
}
