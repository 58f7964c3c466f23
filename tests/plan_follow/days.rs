//! Notes and days: where activities stand, what is due, and the bars.

use so_ocop::codec::{Field, Place};
use so_ocop::domain::cycle::Bucket;
use so_ocop::domain::date::Date;
use so_ocop::domain::plan::follow::{
    Chart, Count, DueAs, Following, MarkKind, NotedState, PlanNote, PlanNoteId, Standing, agenda, count, standing,
};
use so_ocop::domain::plan::{ActivityState, Plan};
use so_ocop::paper::{Blanks, Printing, plain, plan as printed};

use crate::world::{SAMPLES, activity, day, id, note, plan, plan_id, round, sample};

fn of(plan: &Plan, notes: &[(PlanNoteId, PlanNote)], key: &str, today: &str) -> Standing {
    let following = Following::of(plan, notes.iter().map(|(id, note)| (*id, note)));
    standing(plan, &following, plan.activity(key).expect("an activity"), day(today))
}

#[test]
fn an_activity_stands_by_its_time_until_something_is_noted() {
    let one = plan(vec![
        activity("a1", None, "quý II/2027"),
        activity("a2", None, "Trước ngày 20/4/2027"),
        activity("a3", None, "thường xuyên"),
    ]);
    for (key, today, wanted) in [
        ("a1", "2027-03-31", Standing::Ahead),
        ("a1", "2027-04-01", Standing::Running),
        ("a1", "2027-05-30", Standing::Running),
        ("a1", "2027-05-31", Standing::Soon { days: 30 }),
        ("a1", "2027-06-30", Standing::Soon { days: 0 }),
        ("a1", "2027-07-01", Standing::Overdue { days: 1 }),
        // Before the 20th: the 19th is the last day.
        ("a2", "2027-02-01", Standing::Ahead),
        ("a2", "2027-04-19", Standing::Soon { days: 0 }),
        ("a2", "2027-04-20", Standing::Overdue { days: 1 }),
        ("a3", "2027-04-20", Standing::Undated),
    ] {
        assert_eq!(of(&one, &[], key, today), wanted, "{key} on {today}");
    }
    let running = [note(1, "a1", "2027-02-01", Some(NotedState::Running))];
    assert_eq!(of(&one, &running, "a1", "2027-03-01"), Standing::Running);
    assert_eq!(of(&one, &running, "a1", "2027-07-10"), Standing::Overdue { days: 10 });
    let done = [note(1, "a1", "2027-07-02", Some(NotedState::Done))];
    let late = Standing::Done { on: Some(day("2027-07-02")), late: 2 };
    assert_eq!(of(&one, &done, "a1", "2027-09-01"), late);
    // The day it was done can be another one than the day of the note.
    let mut earlier = done.clone();
    earlier[0].1.done_on = Some(day("2027-06-30"));
    assert_eq!(of(&one, &earlier, "a1", "2027-09-01"), Standing::Done { on: Some(day("2027-06-30")), late: 0 });
    let cancelled = [note(1, "a1", "2027-07-02", Some(NotedState::Cancelled))];
    assert_eq!(of(&one, &cancelled, "a1", "2027-09-01"), Standing::Cancelled);
}

#[test]
fn the_last_note_says_where_it_stands_and_none_is_lost() {
    let one = plan(vec![activity("a1", None, "quý II/2027")]);
    let mut notes = vec![
        note(3, "a1", "2027-06-01", Some(NotedState::Done)),
        note(1, "a1", "2027-04-02", Some(NotedState::Running)),
        note(2, "a1", "2027-05-01", None),
        note(4, "a9", "2027-05-01", None),
    ];
    notes[2].1.expected = Some(day("2027-08-01"));
    notes[2].1.output = " Danh sách 12 ý tưởng ".to_owned();
    let following = Following::of(&one, notes.iter().map(|(id, note)| (*id, note)));
    let followed = following.entry("a1").expect("followed");
    assert_eq!(followed.notes.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [id(1), id(2), id(3)]);
    assert_eq!((followed.state, followed.done_on), (Some(NotedState::Done), Some(day("2027-06-01"))));
    assert_eq!((followed.expected, followed.outputs.as_slice()), (None, &["Danh sách 12 ý tưởng"][..]));
    // What was noted about an entry that is gone is still there.
    assert_eq!(following.orphans.len(), 1);
    // Taken back.
    notes.push(note(5, "a1", "2027-06-02", Some(NotedState::NotStarted)));
    assert_eq!(of(&one, &notes, "a1", "2027-05-01"), Standing::Running);
    // Two devices joined: the order in which notes come in makes no difference.
    notes.reverse();
    let again = Following::of(&one, notes.iter().map(|(id, note)| (*id, note)));
    assert_eq!(again.entry("a1").and_then(|followed| followed.state), Some(NotedState::NotStarted));
}

#[test]
fn what_the_plan_itself_says_comes_before_all_notes() {
    let mut one = plan(vec![activity("a1", None, "quý II/2027")]);
    one.activities[0].state = Some(ActivityState::Done);
    one.activities[0].done_on = Some(day("2027-04-05"));
    assert_eq!(of(&one, &[], "a1", "2027-09-01"), Standing::Done { on: Some(day("2027-04-05")), late: 0 });
    let back = [note(1, "a1", "2027-05-01", Some(NotedState::Running))];
    assert_eq!(of(&one, &back, "a1", "2027-07-01"), Standing::Overdue { days: 1 });
}

#[test]
fn activities_below_inherit_times_and_ends() {
    let one = plan(vec![
        activity("a1", None, "quý I/2027"),
        activity("a2", Some("a1"), ""),
        activity("a3", Some("a1"), "Tháng 5/2027"),
        activity("a4", Some("a2"), "theo đúng chu trình OCOP"),
    ]);
    assert_eq!(of(&one, &[], "a4", "2027-04-01"), Standing::Overdue { days: 1 });
    // A whole is as late as its latest part, and done when nothing is left to do.
    assert_eq!(of(&one, &[], "a1", "2027-04-02"), Standing::Overdue { days: 2 });
    let mut notes = vec![note(1, "a4", "2027-03-30", Some(NotedState::Done))];
    assert_eq!(of(&one, &notes, "a1", "2027-04-02"), Standing::Running);
    notes.push(note(2, "a3", "2027-05-30", Some(NotedState::Cancelled)));
    assert_eq!(of(&one, &notes, "a1", "2027-08-02"), Standing::Done { on: Some(day("2027-03-30")), late: 0 });
    // Giving the whole up gives up what was not noted by itself.
    let up = vec![
        note(1, "a1", "2027-02-01", Some(NotedState::Cancelled)),
        note(2, "a3", "2027-02-02", Some(NotedState::Running)),
    ];
    assert_eq!(of(&one, &up, "a4", "2027-08-02"), Standing::Cancelled);
    assert_eq!(of(&one, &up, "a3", "2027-05-10"), Standing::Soon { days: 21 });
    let all = Following::of(&one, up.iter().map(|(id, note)| (*id, note)));
    let counted = count(&one, &all, day("2027-05-10"));
    assert_eq!(counted, Count { all: 2, cancelled: 1, soon: 1, ..Count::default() });
    assert_eq!(counted.percent_done(), Some(0));
    assert_eq!(Count::default().percent_done(), None);
}

#[test]
fn what_is_due_on_one_day_keeps_the_order_of_the_plan() {
    let keys = ["b2", "a10", "a9", "b1"];
    let one = plan(keys.map(|key| activity(key, None, "quý I/2027")).into());
    let following = Following::of(&one, []);
    let days = agenda(&one, &following, day("2027-04-10"));
    assert_eq!(days.iter().map(|due| due.entry.as_str()).collect::<Vec<_>>(), keys);
}

#[test]
fn a_circle_of_activities_ends() {
    let one = plan(vec![activity("a1", Some("a2"), "quý I/2027"), activity("a2", Some("a1"), "")]);
    let following = Following::of(&one, []);
    let chart = Chart::of(&one, &following, day("2027-02-01"));
    assert_eq!(chart.rows.len(), 2);
    assert_eq!(count(&one, &following, day("2027-02-01")).all, 0);
}

#[test]
fn what_is_due_is_what_is_left_to_do() {
    let mut one = plan(vec![
        activity("a1", None, "quý I/2027"),
        activity("a2", None, "Từ ngày 01/6/2027 đến ngày 20/6/2027"),
        activity("a3", None, "ngày 26/6/2027"),
        activity("a4", None, "Hàng năm"),
    ]);
    one.rounds =
        vec![round("r1", 1, "Trước ngày 30/4/2027", "Từ ngày 10/6/2027 đến ngày 12/6/2027", "Trước ngày 30/6/2027")];
    let mut notes: Vec<(PlanNoteId, PlanNote)> = Vec::new();
    let list = |notes: &[(PlanNoteId, PlanNote)], today: &str| {
        let following = Following::of(&one, notes.iter().map(|(id, note)| (*id, note)));
        let days = agenda(&one, &following, day(today));
        days.iter().map(|due| (due.on.to_string(), due.kind, due.entry.clone(), due.late)).collect::<Vec<_>>()
    };
    let line = |on: &str, kind: DueAs, entry: &str, late: bool| (on.to_owned(), kind, entry.to_owned(), late);
    assert_eq!(
        list(&notes, "2027-04-10"),
        [
            line("2027-03-31", DueAs::Ends, "a1", true),
            line("2027-04-29", DueAs::Intake, "r1", false),
            line("2027-06-01", DueAs::Starts, "a2", false),
            line("2027-06-10", DueAs::Meeting, "r1", false),
            line("2027-06-20", DueAs::Ends, "a2", false),
            line("2027-06-26", DueAs::Ends, "a3", false),
            line("2027-06-29", DueAs::RoundEnds, "r1", false),
        ]
    );
    notes.push(note(1, "a1", "2027-04-01", Some(NotedState::Done)));
    notes.push(note(2, "a2", "2027-04-01", Some(NotedState::Running)));
    notes.push(note(3, "r1", "2027-06-12", Some(NotedState::Done)));
    assert_eq!(
        list(&notes, "2027-06-25"),
        [line("2027-06-20", DueAs::Ends, "a2", true), line("2027-06-26", DueAs::Ends, "a3", false)]
    );
    let following = Following::of(&one, []);
    let due = &agenda(&one, &following, day("2027-04-10"))[1];
    assert_eq!(due.bucket(day("2027-04-10")), Bucket::Within30);
    assert_eq!(due.uid(plan_id()), format!("plan-intake-r1-{}@so-ocop", plan_id()));
}

#[test]
fn bars_lie_in_whole_months_and_keep_their_edges() {
    let mut one = plan(vec![
        activity("a1", None, ""),
        activity("a2", Some("a1"), "Tháng 02 - ngày 15/4/2027"),
        activity("a3", Some("a1"), "Trước ngày 01/3/2027"),
        activity("a4", None, "ngày 26 tháng 01 năm 2017"),
        activity("a5", None, "ngày 10/12/2026"),
    ]);
    one.rounds = vec![round("r1", 1, "Trước ngày 30/4/2027", "", "Trước ngày 30/6/2027")];
    let mut notes = [note(1, "a2", "2027-05-02", Some(NotedState::Done))];
    notes[0].1.done_on = Some(day("2027-05-01"));
    let following = Following::of(&one, notes.iter().map(|(id, note)| (*id, note)));
    let chart = Chart::of(&one, &following, day("2027-01-01"));
    assert_eq!((chart.first, chart.days, chart.today), (day("2026-12-01"), 31 + 365, Some(31)));
    assert_eq!((chart.months.len(), chart.months[2].at, chart.months[2].days), (13, 62, 28));
    let rows: Vec<(&str, usize, bool)> =
        chart.rows.iter().map(|row| (row.key.as_str(), row.depth, row.is_group)).collect();
    assert_eq!(
        rows,
        [("a1", 0, true), ("a2", 1, false), ("a3", 1, false), ("a4", 0, false), ("a5", 0, false), ("r1", 0, false)]
    );
    let bar = |at: usize| chart.rows[at].bar.map(|bar| (bar.at, bar.days, bar.open_start, bar.open_end));
    assert_eq!(bar(0), Some((62, 74, false, false)), "1/2 to 15/4");
    assert_eq!(bar(1), Some((62, 74, false, false)));
    assert_eq!(bar(2), Some((31, 59, true, false)), "from the first day of the plan to 28/2");
    assert_eq!(bar(3), None, "long ago");
    assert_eq!(bar(4), Some((9, 1, false, false)));
    assert_eq!(bar(5), None, "days only");
    let marks = |at: usize| chart.rows[at].marks.iter().map(|mark| (mark.at, mark.kind)).collect::<Vec<_>>();
    assert_eq!(marks(0), []);
    assert_eq!(marks(1), [(135, MarkKind::Deadline), (151, MarkKind::Done)]);
    assert_eq!(marks(5), [(149, MarkKind::Intake), (210, MarkKind::Deadline)]);
}

#[test]
fn every_bar_of_the_real_plans_lies_in_its_chart() {
    for name in SAMPLES {
        let plan = sample(name);
        let before = plain(&printed(&plan, Printing { blanks: Blanks::Dots, corrected: false }));
        let following = Following::of(&plan, []);
        for today in ["2018-03-01", "2022-04-01", "2026-11-22"] {
            let chart = Chart::of(&plan, &following, day(today));
            assert_eq!(chart.months.iter().map(|month| month.days).sum::<i32>(), chart.days, "{name}");
            for row in &chart.rows {
                let bar = row.bar.map_or(0..0, |bar| bar.at..bar.at + bar.days);
                assert!(bar.start >= 0 && bar.end <= chart.days, "{name} {}", row.key);
                assert!(row.marks.iter().all(|mark| (0..chart.days).contains(&mark.at)), "{name} {}", row.key);
            }
            let days = agenda(&plan, &following, day(today));
            assert!(days.windows(2).all(|two| two[0].on <= two[1].on), "{name}");
        }
        assert_eq!(plain(&printed(&plan, Printing { blanks: Blanks::Dots, corrected: false })), before);
    }
}

#[test]
fn a_note_goes_through_a_file() {
    let (_, mut note) = note(1, "a1", "2027-05-01", Some(NotedState::Done));
    assert!(note.says_something());
    note.output = "12/KH-UBND".to_owned();
    let again = PlanNote::read(note.write().expect("an object"), &Place::default()).expect("a note");
    assert_eq!(again, note);
    assert!(!PlanNote::blank(plan_id(), "a1", "Việc", Date::FIRST).says_something());
}
