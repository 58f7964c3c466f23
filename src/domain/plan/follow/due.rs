//! The days of a plan: what begins, ends and is due, for boards and calendars.

use super::{Following, NotedState, Standing, standing, time_of};
use crate::domain::cycle::Bucket;
use crate::domain::date::Date;
use crate::domain::plan::{Plan, PlanId, TimeSpec};

/// A day of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanDue {
    /// The day; of what is due, the last day in time.
    pub on: Date,
    /// As what.
    pub kind: DueAs,
    /// Key of the activity, round or target.
    pub entry: String,
    /// The day is over.
    pub late: bool,
    /// By when it is expected now, if someone noted that.
    pub expected: Option<Date>,
}

/// What a day of a plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueAs {
    /// The first day of an activity.
    Starts,
    /// The last day of an activity.
    Ends,
    /// The last day on which a round takes dossiers.
    Intake,
    /// The first day of a council's meeting.
    Meeting,
    /// The last day of a round.
    RoundEnds,
    /// The last day of a target.
    Target,
}

impl DueAs {
    fn word(self) -> &'static str {
        match self {
            DueAs::Starts => "starts",
            DueAs::Ends => "ends",
            DueAs::Intake => "intake",
            DueAs::Meeting => "meeting",
            DueAs::RoundEnds => "round-ends",
            DueAs::Target => "target",
        }
    }
}

impl PlanDue {
    /// How near it is on `today`.
    pub fn bucket(&self, today: Date) -> Bucket {
        match self.on.days() - today.days() {
            _ if self.late => Bucket::Overdue,
            ..=30 => Bucket::Within30,
            31..=90 => Bucket::Within90,
            91..=180 => Bucket::Within180,
            _ => Bucket::Later,
        }
    }

    /// An identity that stays when the day moves, so that a calendar replaces its entry.
    pub fn uid(&self, plan: PlanId) -> String {
        ["plan-", self.kind.word(), "-", &self.entry, "-", &plan.to_string(), "@so-ocop"].concat()
    }
}

/// The days of `plan` that someone still has to act on, earliest first. What is late stays until it is done; beginnings
/// and meetings stay until their day is over.
pub fn agenda(plan: &Plan, following: &Following<'_>, today: Date) -> Vec<PlanDue> {
    let mut days = Vec::new();
    let is_open = |key: &str| {
        let noted = following.entry(key).and_then(|followed| followed.state);
        !matches!(noted, Some(NotedState::Done | NotedState::Cancelled))
    };
    let mut add = |on: Option<Date>, kind: DueAs, entry: &str| {
        let Some(on) = on else { return };
        let late = on < today;
        if late && matches!(kind, DueAs::Starts | DueAs::Meeting) {
            return;
        }
        let expected = following.entry(entry).and_then(|followed| followed.expected);
        days.push(PlanDue { on, kind, entry: entry.to_owned(), late, expected });
    };
    for activity in plan.leaves() {
        let state = standing(plan, following, activity, today);
        let Some(time) = time_of(plan, activity) else { continue };
        if matches!(state, Standing::Done { .. } | Standing::Cancelled) {
            continue;
        }
        // A single day is one entry, and what was begun has begun.
        if time.from != time.to && state == Standing::Ahead {
            add(time.from, DueAs::Starts, &activity.key);
        }
        add(time.to, DueAs::Ends, &activity.key);
    }
    let last = |time: &Option<TimeSpec>| time.as_ref().and_then(|time| time.to);
    for round in plan.rounds.iter().filter(|round| is_open(&round.key)) {
        let met = round.meeting.as_ref().and_then(|time| time.from.or(time.to));
        add(last(&round.intake).filter(|on| *on >= today), DueAs::Intake, &round.key);
        add(met, DueAs::Meeting, &round.key);
        add(last(&round.deadline), DueAs::RoundEnds, &round.key);
    }
    for target in plan.targets.iter().filter(|target| is_open(&target.key)) {
        add(last(&target.due), DueAs::Target, &target.key);
    }
    // Of one day they stay in the order of the plan.
    days.sort_by_key(|due| (due.on, due.kind));
    days
}
