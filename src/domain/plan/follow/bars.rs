//! Activities as bars over months: whole numbers of days, which a drawing takes as its lengths.

use super::{Following, Standing, standing, time_of};
use crate::domain::date::Date;
use crate::domain::plan::{Activity, Plan, TimeSpec};

/// How many months before the first and after the last year of the plan are shown at most.
const ASIDE: i32 = 12;

/// A plan's activities and rounds over time. All lengths are days, counted from [`Chart::first`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The first day, always the first of a month.
    pub first: Date,
    /// How many days are shown, whole months.
    pub days: i32,
    /// The months.
    pub months: Vec<Month>,
    /// Where `today` stands; `None`: it is not shown.
    pub today: Option<i32>,
    /// The rows, in the order of the plan: activities as a tree, then rounds.
    pub rows: Vec<BarRow>,
}

/// A month of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// Year.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// First day.
    pub at: i32,
    /// Number of days.
    pub days: i32,
}

/// A row of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarRow {
    /// Key of the activity or round.
    pub key: String,
    /// How deep it stands in the tree, from 0.
    pub depth: usize,
    /// It has others below it: its bar spans them.
    pub is_group: bool,
    /// Where it stands; of a round always [`Standing::Undated`].
    pub standing: Standing,
    /// The bar; `None`: no days, or none that are shown.
    pub bar: Option<Bar>,
    /// Single days.
    pub marks: Vec<BarMark>,
}

/// A bar: the days from `at` on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// First day shown.
    pub at: i32,
    /// Number of days shown, at least 1.
    pub days: i32,
    /// It has no first day of its own (`trước ngày …`), or that day is before what is shown.
    pub open_start: bool,
    /// It goes on after what is shown.
    pub open_end: bool,
}

/// A single day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BarMark {
    /// The day.
    pub at: i32,
    /// What it is.
    pub kind: MarkKind,
}

/// What a single day of a chart is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// The last day.
    Deadline,
    /// The day it was done.
    Done,
    /// The day by which it is expected now.
    Expected,
    /// The last day on which dossiers are taken.
    Intake,
}

impl Chart {
    /// The chart of a plan: the years of the plan, and up to a year before and after where something lies there.
    pub fn of(plan: &Plan, following: &Following<'_>, today: Date) -> Chart {
        let (first, last) = window(plan, following);
        let days = last.days() - first.days() + 1;
        let within = |date: Date| Some(date.days() - first.days()).filter(|at| (0..days).contains(at));
        let mut chart = Chart { first, days, months: months(first, last), today: within(today), rows: Vec::new() };
        let open_from = Date::new(plan.period.from, 1, 1).unwrap_or(first);
        for (activity, depth) in tree(plan) {
            let is_group = plan.activities.iter().any(|other| other.parent.as_deref() == Some(&activity.key));
            let span = if is_group { spanned(plan, activity) } else { span(time_of(plan, activity)) };
            let followed = following.entry(&activity.key);
            let days_of = [
                (span.and_then(|(_, to)| to).filter(|_| !is_group), MarkKind::Deadline),
                (followed.and_then(|followed| followed.expected), MarkKind::Expected),
                (followed.and_then(|followed| followed.done_on), MarkKind::Done),
            ];
            chart.rows.push(BarRow {
                key: activity.key.clone(),
                depth,
                is_group,
                standing: standing(plan, following, activity, today),
                bar: span.and_then(|span| chart.bar(span, open_from)),
                marks: days_of.into_iter().filter_map(|(day, kind)| mark(day.and_then(within), kind)).collect(),
            });
        }
        for round in &plan.rounds {
            let day = |time: &Option<TimeSpec>| time.as_ref().and_then(|time| time.to).and_then(within);
            let met = round.meeting.as_ref().or(round.field_check.as_ref());
            let span = met.map(|time| (time.from, time.to)).filter(|(_, to)| to.is_some());
            chart.rows.push(BarRow {
                key: round.key.clone(),
                depth: 0,
                is_group: false,
                standing: Standing::Undated,
                bar: span.and_then(|span| chart.bar(span, open_from)),
                marks: [(day(&round.intake), MarkKind::Intake), (day(&round.deadline), MarkKind::Deadline)]
                    .into_iter()
                    .filter_map(|(at, kind)| mark(at, kind))
                    .collect(),
            });
        }
        chart
    }

    fn bar(&self, (from, to): Span, open_from: Date) -> Option<Bar> {
        let to = to?;
        // What has only a last day may be done from the first day of the plan on.
        let start = from.unwrap_or(open_from.min(to));
        let (at, end) = (start.days() - self.first.days(), to.days() - self.first.days());
        if end < 0 || at >= self.days {
            return None;
        }
        let (shown, last) = (at.max(0), end.min(self.days - 1));
        let (open_start, open_end) = (from.is_none() || at < 0, end >= self.days);
        Some(Bar { at: shown, days: last - shown + 1, open_start, open_end })
    }
}

type Span = (Option<Date>, Option<Date>);

fn mark(at: Option<i32>, kind: MarkKind) -> Option<BarMark> {
    at.map(|at| BarMark { at, kind })
}

fn span(time: Option<&TimeSpec>) -> Option<Span> {
    time.map(|time| (time.from, time.to))
}

/// From the first day of what is below to the last one.
fn spanned(plan: &Plan, activity: &Activity) -> Option<Span> {
    let below = super::leaves_below(plan, activity);
    let times: Vec<&TimeSpec> = below.iter().filter_map(|leaf| time_of(plan, leaf)).collect();
    let last = times.iter().filter_map(|time| time.to).max()?;
    let first = times.iter().filter_map(|time| time.from).min();
    Some((first, Some(last)))
}

/// The activities, each after the one it is a part of, with their depths. What names a part above it that is not there
/// stands at the top.
pub fn tree(plan: &Plan) -> Vec<(&Activity, usize)> {
    fn below<'a>(plan: &'a Plan, parent: Option<&str>, depth: usize, rows: &mut Vec<(&'a Activity, usize)>) {
        for activity in &plan.activities {
            let own = activity.parent.as_deref().filter(|key| plan.activity(key).is_some());
            let is_new = || rows.iter().all(|(other, _)| other.key != activity.key);
            if own == parent && is_new() {
                rows.push((activity, depth));
                below(plan, Some(&activity.key), depth + 1, rows);
            }
        }
    }
    let mut rows = Vec::new();
    below(plan, None, 0, &mut rows);
    // A circle hangs on nothing.
    let lost: Vec<&Activity> =
        plan.activities.iter().filter(|one| rows.iter().all(|(other, _)| other.key != one.key)).collect();
    rows.extend(lost.into_iter().map(|activity| (activity, 0)));
    rows
}

fn window(plan: &Plan, following: &Following<'_>) -> (Date, Date) {
    let (from, to) = (plan.period.from.clamp(1901, 2198), plan.period.to.clamp(1901, 2198));
    let edge = |year: i32, month: u8, day: u8, other: Date| Date::new(year, month, day).unwrap_or(other);
    let (mut first, mut last) = (edge(from, 1, 1, Date::FIRST), edge(to.max(from), 12, 31, Date::LAST));
    let (earliest, latest) = (edge(from - ASIDE / 12, 1, 1, first), edge(to.max(from) + ASIDE / 12, 12, 31, last));
    let times = plan.activities.iter().filter_map(|one| one.time.as_ref());
    let rounds = plan.rounds.iter().flat_map(|round| [&round.intake, &round.meeting, &round.deadline]).flatten();
    let said = times.chain(rounds).flat_map(|time| [time.from, time.to]).flatten();
    let noted = plan.activities.iter().filter_map(|one| following.entry(&one.key));
    let noted = noted.flat_map(|followed| [followed.done_on, followed.expected]).flatten();
    for day in said.chain(noted).filter(|day| (earliest..=latest).contains(day)) {
        first = first.min(edge(day.year(), day.month(), 1, day));
        last = last.max(edge(day.year(), day.month(), 1, day).plus_months(1).plus_days(-1));
    }
    (first, last)
}

fn months(first: Date, last: Date) -> Vec<Month> {
    let mut months = Vec::new();
    let mut day = first;
    while day <= last {
        let next = day.plus_months(1);
        let (at, days) = (day.days() - first.days(), next.days() - day.days());
        months.push(Month { year: day.year(), month: day.month(), at, days });
        if next <= day {
            break;
        }
        day = next;
    }
    months
}
