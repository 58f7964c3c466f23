//! How far a plan has come.
//!
//! The paper is what was signed; what became of it is written beside it and never into it. A note ([`PlanNote`]) is a
//! record of its own about one entry, and is never written over: where an entry stands is what its notes say, read in
//! the order of their days. So the plan prints the same before and after, and notes made on two devices are all kept
//! when the devices are joined.

mod actual;
mod bars;
mod due;
mod stages;

use std::collections::BTreeMap;

use super::{Activity, ActivityState, Plan, PlanId, TimeSpec};
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::money::Quantity;
use crate::{code, record};

pub use actual::{Actual, Each, Ground, ProductFacts, Reached, Verdict, actual};
pub use bars::{Bar, BarMark, BarRow, Chart, MarkKind, Month, tree};
pub use due::{DueAs, PlanDue, agenda};
pub use stages::{Funnel, ProductStage, Stage, funnel, stages};

/// Marks ids of notes.
pub enum PlanNoteKind {}
/// The identity of a note.
pub type PlanNoteId = Id<PlanNoteKind>;

record! {
    /// What someone noted about an entry of a plan. What a note leaves out, it does not change.
    pub struct PlanNote {
        /// The plan.
        pub plan: PlanId,
        /// Key of the activity, target or round.
        pub entry: String,
        /// The entry's words on that day: the note is still understood when the entry is gone.
        pub entry_title as "title": String,
        /// Of which day.
        pub on: Date,
        /// Where the entry stands from that day on.
        pub state: Option<NotedState>,
        /// The day it was done ([`NotedState::Done`]); absent: the day of the note.
        pub done_on: Option<Date>,
        /// The day by which it will be done now; the plan's own time stays what it is.
        pub expected: Option<Date>,
        /// What came out of it: a paper, a number of products, a link.
        pub output: String,
        /// Of a target: the number reached by that day.
        pub reached: Option<Quantity>,
        /// In words.
        pub note: String,
        /// Who noted it.
        pub by: String,
    }
}

code! {
    /// Where an entry stands by what was noted. Late is computed from the plan's time.
    pub enum NotedState {
        /// Chưa thực hiện: also takes back what was noted before.
        NotStarted = "not_started",
        /// Đang thực hiện.
        Running = "running",
        /// Hoàn thành.
        Done = "done",
        /// Không thực hiện.
        Cancelled = "cancelled",
    }
}

impl PlanNote {
    /// A note about which nothing is said yet.
    pub fn blank(plan: PlanId, entry: &str, title: &str, on: Date) -> PlanNote {
        PlanNote {
            plan,
            entry: entry.to_owned(),
            entry_title: title.to_owned(),
            on,
            state: None,
            done_on: None,
            expected: None,
            output: String::new(),
            reached: None,
            note: String::new(),
            by: String::new(),
            unknown: Default::default(),
        }
    }

    /// Whether it says anything.
    pub fn says_something(&self) -> bool {
        self.state.is_some()
            || self.expected.is_some()
            || self.reached.is_some()
            || !self.output.trim().is_empty()
            || !self.note.trim().is_empty()
    }
}

/// What the notes about one entry come to.
#[derive(Clone, Debug, Default)]
pub struct Followed<'a> {
    /// Where it stands; `None`: nothing was said.
    pub state: Option<NotedState>,
    /// The day it was done, while it is.
    pub done_on: Option<Date>,
    /// By when it is expected, while it is open.
    pub expected: Option<Date>,
    /// What came out, one for each note that says it.
    pub outputs: Vec<&'a str>,
    /// The number reached, and of which day.
    pub reached: Option<(Quantity, Date)>,
    /// The notes, oldest first.
    pub notes: Vec<(PlanNoteId, &'a PlanNote)>,
}

/// The notes of a plan, by the keys of its entries.
#[derive(Clone, Debug, Default)]
pub struct Following<'a> {
    entries: BTreeMap<&'a str, Followed<'a>>,
    /// Notes about entries that the plan does not hold any more, oldest first.
    pub orphans: Vec<(PlanNoteId, &'a PlanNote)>,
}

impl<'a> Following<'a> {
    /// Reads the notes of `plan` in the order of their days; of one day, in the order in which they were made. What the
    /// plan itself says of an activity counts as said before all notes.
    pub fn of(plan: &'a Plan, notes: impl IntoIterator<Item = (PlanNoteId, &'a PlanNote)>) -> Following<'a> {
        let mut notes: Vec<(PlanNoteId, &'a PlanNote)> = notes.into_iter().collect();
        notes.sort_by_key(|(id, note)| (note.on, *id));
        let mut following = Following::default();
        for activity in &plan.activities {
            let first = Followed {
                state: activity.state.map(|state| match state {
                    ActivityState::Running => NotedState::Running,
                    ActivityState::Done => NotedState::Done,
                    ActivityState::Cancelled => NotedState::Cancelled,
                }),
                done_on: activity.done_on.filter(|_| activity.state == Some(ActivityState::Done)),
                ..Followed::default()
            };
            following.entries.insert(&activity.key, first);
        }
        let keys = plan.targets.iter().map(|target| &target.key).chain(plan.rounds.iter().map(|round| &round.key));
        following.entries.extend(keys.map(|key| (key.as_str(), Followed::default())));
        for (id, note) in notes {
            match following.entries.get_mut(note.entry.as_str()) {
                Some(followed) => followed.take(id, note),
                None => following.orphans.push((id, note)),
            }
        }
        following
    }

    /// What was noted about an entry; `None`: the plan has no such activity, target or round.
    pub fn entry(&self, key: &str) -> Option<&Followed<'a>> {
        self.entries.get(key)
    }

    /// What was noted about an entry, whether done or in part.
    fn noted(&self, key: &str) -> Option<NotedState> {
        self.entry(key).and_then(|followed| followed.state)
    }
}

impl<'a> Followed<'a> {
    fn take(&mut self, id: PlanNoteId, note: &'a PlanNote) {
        if let Some(state) = note.state {
            self.state = Some(state);
            self.done_on = (state == NotedState::Done).then(|| note.done_on.unwrap_or(note.on));
            if matches!(state, NotedState::Done | NotedState::Cancelled) {
                self.expected = None;
            }
        }
        self.expected = note.expected.or(self.expected);
        if !note.output.trim().is_empty() {
            self.outputs.push(note.output.trim());
        }
        self.reached = note.reached.map(|reached| (reached, note.on)).or(self.reached);
        self.notes.push((id, note));
    }
}

/// Where an activity stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Done.
    Done {
        /// On which day, if it was said.
        on: Option<Date>,
        /// Days after its last day, above 0 if it was late.
        late: i32,
    },
    /// Not carried out.
    Cancelled,
    /// Its last day is over and it is not done.
    Overdue {
        /// Days since its last day, at least 1.
        days: i32,
    },
    /// Its last day is at most 30 days away.
    Soon {
        /// Days until its last day, 0 on that day.
        days: i32,
    },
    /// It was begun, or its first day has come.
    Running,
    /// Its first day has not come, or it has only a last day, further away.
    Ahead,
    /// Its time is not a matter of days, and nothing was said.
    Undated,
}

/// How many days before its last day an activity is near.
pub const SOON: i32 = 30;

/// The time that counts for an activity: its own, or that of the nearest activity above it that has days.
pub fn time_of<'a>(plan: &'a Plan, activity: &'a Activity) -> Option<&'a TimeSpec> {
    upwards(plan, activity).find_map(|one| one.time.as_ref().filter(|time| time.is_dated()))
}

/// An activity, the one it is a part of, and so on. A circle, which only a damaged file can hold, ends after the number
/// of activities.
fn upwards<'a>(plan: &'a Plan, activity: &'a Activity) -> impl Iterator<Item = &'a Activity> {
    let above = |one: &&'a Activity| one.parent.as_deref().and_then(|key| plan.activity(key));
    std::iter::successors(Some(activity), above).take(plan.activities.len())
}

/// Where an activity stands on `today`.
///
/// One without others below it: by its notes and its time. What was noted as done or not carried out above it holds for
/// it too, until something is noted about itself. One with others below it: by them together.
pub fn standing(plan: &Plan, following: &Following<'_>, activity: &Activity, today: Date) -> Standing {
    let below: Vec<&Activity> = leaves_below(plan, activity);
    if below.is_empty() {
        return leaf_standing(plan, following, activity, today);
    }
    let all: Vec<Standing> = below.iter().map(|leaf| leaf_standing(plan, following, leaf, today)).collect();
    together(&all)
}

/// The activities at the end of the branches below `activity`; empty: it has none below it.
fn leaves_below<'a>(plan: &'a Plan, activity: &Activity) -> Vec<&'a Activity> {
    plan.leaves().filter(|leaf| upwards(plan, leaf).skip(1).any(|above| above.key == activity.key)).collect()
}

fn leaf_standing(plan: &Plan, following: &Following<'_>, activity: &Activity, today: Date) -> Standing {
    let ended = |state: &NotedState| matches!(state, NotedState::Done | NotedState::Cancelled);
    let said = following.noted(&activity.key).map(|state| (activity, state));
    let said = said.or_else(|| {
        let above = upwards(plan, activity).skip(1);
        above.filter_map(|one| Some((one, following.noted(&one.key).filter(ended)?))).next()
    });
    let time = time_of(plan, activity);
    let last = time.and_then(|time| time.to);
    let days = |to: Date| to.days() - today.days();
    match said {
        Some((from, NotedState::Done)) => {
            let on = following.entry(&from.key).and_then(|followed| followed.done_on);
            let late = on.zip(last).map_or(0, |(on, last)| (on.days() - last.days()).max(0));
            Standing::Done { on, late }
        }
        Some((_, NotedState::Cancelled)) => Standing::Cancelled,
        Some((_, NotedState::Running)) => match last.map(days) {
            Some(left) if left < 0 => Standing::Overdue { days: -left },
            Some(left) if left <= SOON => Standing::Soon { days: left },
            _ => Standing::Running,
        },
        _ => match (time.and_then(|time| time.from), last.map(days)) {
            (_, Some(left)) if left < 0 => Standing::Overdue { days: -left },
            (Some(from), Some(_)) if from > today => Standing::Ahead,
            (_, Some(left)) if left <= SOON => Standing::Soon { days: left },
            (Some(_), Some(_)) => Standing::Running,
            (None, Some(_)) => Standing::Ahead,
            (_, None) => Standing::Undated,
        },
    }
}

/// What stands for several: the most pressing one, and done only when nothing is left to do.
fn together(all: &[Standing]) -> Standing {
    let open = all.iter().filter(|one| !matches!(one, Standing::Done { .. } | Standing::Cancelled));
    let mut pressing: Vec<&Standing> = open.collect();
    pressing.sort_by_key(|one| match one {
        Standing::Overdue { days } => (0, -*days),
        Standing::Soon { days } => (1, *days),
        Standing::Running => (2, 0),
        Standing::Ahead => (3, 0),
        _ => (4, 0),
    });
    let done =
        || all.iter().filter_map(|one| if let Standing::Done { on, late } = one { Some((*on, *late)) } else { None });
    match pressing.first() {
        // Something is done and nothing presses: it has begun.
        Some(Standing::Ahead | Standing::Undated) if done().next().is_some() => Standing::Running,
        Some(one) => **one,
        None if done().next().is_none() => Standing::Cancelled,
        None => Standing::Done {
            on: done().map(|(on, _)| on).collect::<Option<Vec<Date>>>().and_then(|days| days.into_iter().max()),
            late: done().map(|(_, late)| late).max().unwrap_or(0),
        },
    }
}

/// How many activities stand where, of those without others below them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All of them.
    pub all: usize,
    /// Done, in time or late.
    pub done: usize,
    /// Of these, after their last day.
    pub done_late: usize,
    /// Not carried out.
    pub cancelled: usize,
    /// Overdue.
    pub overdue: usize,
    /// Due within 30 days.
    pub soon: usize,
    /// Running, with time left.
    pub running: usize,
    /// Ahead.
    pub ahead: usize,
    /// Without days, and nothing said.
    pub undated: usize,
}

/// Counts the activities of a plan by where they stand.
pub fn count(plan: &Plan, following: &Following<'_>, today: Date) -> Count {
    let mut count = Count::default();
    for leaf in plan.leaves() {
        count.all += 1;
        match leaf_standing(plan, following, leaf, today) {
            Standing::Done { late, .. } => {
                count.done += 1;
                count.done_late += usize::from(late > 0);
            }
            Standing::Cancelled => count.cancelled += 1,
            Standing::Overdue { .. } => count.overdue += 1,
            Standing::Soon { .. } => count.soon += 1,
            Standing::Running => count.running += 1,
            Standing::Ahead => count.ahead += 1,
            Standing::Undated => count.undated += 1,
        }
    }
    count
}

impl Count {
    /// Hundredths of the activities to be carried out that are done, cut off; `None`: there are none.
    pub fn percent_done(&self) -> Option<usize> {
        (self.done * 100).checked_div(self.all - self.cancelled)
    }
}
