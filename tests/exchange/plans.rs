//! Plans in files: out and in again, changed on two devices, read by the auditor's program.

use std::collections::BTreeMap;

use so_ocop::codec::{Field, Place, Value, parse};
use so_ocop::domain::moment::Moment;
use so_ocop::domain::money::{Dong, Quantity};
use so_ocop::domain::plan::*;
use so_ocop::exchange::{Choice, Content, Heading, Verdict, export};
use so_ocop::ledger::plans::PlanBook;
use so_ocop::ledger::{Act, Change};
use so_ocop::schema::{Action, PackedEntry, PackedRow, Row};
use so_ocop::verify::verify;

use crate::device::{Device, Dice, with_sets};

const SAMPLES: [&str; 5] =
    ["s0-van-quan-2024", "s1-tam-duong-2022", "s2-bac-kan-2018", "s3-thua-thien-hue-2019-2020", "s4-lao-cai-2021"];

fn sample(name: &str) -> Plan {
    let path = [env!("CARGO_MANIFEST_DIR"), "/public/samples/plans/", name, ".json"].concat();
    let bytes = std::fs::read(path).expect("a sample");
    Plan::read(parse(&bytes).expect("json"), &Place::default()).expect("a plan")
}

/// An office that writes plans.
struct Office {
    book: PlanBook,
    dice: Dice,
    now: i64,
    written: Change,
}

impl Office {
    fn new(seed: u64) -> Office {
        Office { book: PlanBook::default(), dice: Dice(seed), now: 1_790_000_000_000, written: Change::default() }
    }

    fn act(&mut self, act: impl FnOnce(&mut PlanBook, &mut Act<'_>) -> Change) -> Change {
        self.now += 1000;
        let dice = &mut self.dice;
        let mut random = || std::array::from_fn(|_| dice.next() as u8);
        let mut circumstances = Act { now: Moment(self.now), who: "office".to_owned(), random: &mut random };
        let change = act(&mut self.book, &mut circumstances);
        self.written.rows.extend(change.rows.clone());
        self.written.entries.extend(change.entries.clone());
        change
    }

    fn keep(&mut self, plan: Plan) -> PlanId {
        let mut id = None;
        self.act(|book, act| {
            let new: PlanId = act.id();
            id = Some(new);
            book.save(new, plan, act)
        });
        id.expect("made")
    }

    fn file(&self) -> String {
        let newest: BTreeMap<&str, &Row> = self.written.rows.iter().map(|row| (row.id.as_str(), row)).collect();
        let rows = newest.into_values().map(PackedRow::of).collect();
        let journal = self.written.entries.iter().map(PackedEntry::of).collect();
        with_sets(|_, schemes| export(Content { rows, journal, ..Content::default() }, schemes))
    }
}

/// Some change of a plan.
fn changed(plan: &mut Plan, dice: &mut Dice) {
    let words = ["", "ngôn ngữ", "Trà \"xanh\"\n{t1}", "e\u{301}", "{a1.time}", "\u{2028}"];
    let word = (*dice.pick(&words)).to_owned();
    let key = format!("n{}", dice.next());
    match dice.below(12) {
        0 => plan.title = word,
        1 => plan.products.push(PlanProduct::named(&key, &word, "HTX")),
        2 => drop((!plan.products.is_empty()).then(|| plan.products.remove(dice.below(plan.products.len())))),
        3 => plan.products.reverse(),
        4 => plan
            .activities
            .push(Activity { time: Some(TimeSpec::parse(&word, Some(2027))), ..Activity::titled(&key, &word) }),
        5 => plan.sections.push(PlanSection::new(*dice.pick(Numbering::ALL), &word, "a")),
        6 => plan.sections.iter_mut().for_each(|section| section.text.push_str(&word)),
        7 => plan.number = Some(DocNumber { number: None, symbol: "KH-UBND".to_owned(), unknown: Default::default() }),
        8 => plan.date = PartialDate::parse("ngày … tháng 02 năm 2027"),
        9 => plan.status = *dice.pick(PlanStatus::ALL),
        10 => {
            plan.targets.iter_mut().for_each(|target| target.value = Some(Quantity(dice.below(9_000) as i64)));
            drop(plan.unknown.0.insert(key, dice.json(2)));
        }
        _ => {
            for source in plan.budget.iter_mut().flat_map(|budget| &mut budget.sources) {
                source.amount = Some(Dong(dice.below(1 << 40) as i64));
            }
        }
    }
}

#[test]
fn the_samples_go_out_and_in_unchanged() {
    let mut office = Office::new(1);
    let ids: Vec<(PlanId, Plan)> = SAMPLES.iter().map(|name| (office.keep(sample(name)), sample(name))).collect();
    let file = office.file();
    let value: Value = serde_json::from_str(&file).expect("json");
    assert_eq!(value["format"], 3);
    assert_eq!(value["content"]["plans"].as_array().map(Vec::len), Some(5));

    let mut device = Device::new(2);
    let (plan, _) = device.import(&file, &BTreeMap::new());
    assert_eq!((plan.counts().new, plan.warnings.len()), (5, 0));
    let headings: Vec<i32> = plan
        .groups
        .iter()
        .filter_map(
            |group| if let Some(Heading::Plan { period, .. }) = &group.heading { Some(period.from) } else { None },
        )
        .collect();
    assert_eq!(headings, [2024, 2022, 2021, 2019, 2018]);
    assert_eq!(device.export(), file);

    let mut book = PlanBook::default();
    let rows = device.content().rows.iter().map(|row| row.row().expect("a row")).collect();
    assert_eq!(book.absorb(rows), []);
    for (id, plan) in &ids {
        assert_eq!(book.get(*id), Some(plan));
    }
    let report = verify(file.into_bytes()).expect("reads");
    assert_eq!((report.faults, report.lines.len()), (Vec::<String>::new(), 0));
}

#[test]
fn any_plan_goes_out_and_in_unchanged_and_its_journal_tells_every_change() {
    for seed in 0..60 {
        let mut office = Office::new(seed);
        let mut dice = Dice(seed + 1000);
        let mut plan = sample(SAMPLES[dice.below(5)]);
        let id = office.keep(plan.clone());
        for _ in 0..dice.below(12) {
            let before = plan.clone();
            changed(&mut plan, &mut dice);
            let next = plan.clone();
            let change = office.act(|book, act| book.save(id, next, act));
            assert_eq!(change.is_empty(), before == plan, "seed {seed}");
            assert!(change.entries.iter().all(|entry| entry.action == Action::Change && entry.old != entry.new));
            assert_eq!(office.book.get(id), Some(&plan));
        }
        let file = office.file();
        let mut device = Device::new(seed + 7);
        device.import(&file, &BTreeMap::new());
        assert_eq!(device.export(), file, "seed {seed}");
    }
}

#[test]
fn a_deleted_plan_stays_deleted_and_comes_back_under_its_id() {
    let mut office = Office::new(3);
    let id = office.keep(sample("s0-van-quan-2024"));
    let first = office.file();
    office.act(|book, act| book.delete(id, act));
    assert_eq!(office.book.get(id), None);
    let mut device = Device::new(4);
    device.import(&first, &BTreeMap::new());
    let (plan, _) = device.import(&office.file(), &BTreeMap::new());
    assert_eq!(plan.counts().deleted, 1);
    // The older file does not bring it back.
    let (plan, _) = device.import(&first, &BTreeMap::new());
    assert_eq!(plan.groups[0].rows[0].verdict, Verdict::Older);

    office.act(|book, act| book.save(id, sample("s0-van-quan-2024"), act));
    let (plan, _) = device.import(&office.file(), &BTreeMap::new());
    assert_eq!(plan.groups[0].rows[0].verdict, Verdict::Newer);
}

#[test]
fn two_offices_that_change_the_same_plan_have_to_choose() {
    let mut office = Office::new(5);
    let id = office.keep(sample("s1-tam-duong-2022"));
    let mut device = Device::new(6);
    device.import(&office.file(), &BTreeMap::new());
    let mut other = Office::new(8);
    other.book.absorb(office.written.rows.clone());
    other.written = office.written.clone();
    other.now += 5000;
    other.act(|book, act| book.save(id, Plan { note: "khác".to_owned(), ..sample("s1-tam-duong-2022") }, act));
    office.act(|book, act| book.save(id, Plan { note: "đây".to_owned(), ..sample("s1-tam-duong-2022") }, act));
    device.import(&office.file(), &BTreeMap::new());
    let (plan, _) = device.import(&other.file(), &BTreeMap::from([(id.to_string(), Choice::File)]));
    assert_eq!(plan.groups[0].rows[0].verdict, Verdict::Conflict);
    let mut book = PlanBook::default();
    book.absorb(device.content().rows.iter().map(|row| row.row().expect("a row")).collect());
    assert_eq!(book.get(id).map(|plan| plan.note.as_str()), Some("khác"));
}

#[test]
fn notes_of_two_devices_are_all_kept() {
    use so_ocop::domain::date::Date;
    use so_ocop::domain::plan::follow::{Following, NotedState, PlanNote, PlanNoteId};
    let mut office = Office::new(11);
    let plan = sample("s1-tam-duong-2022");
    let id = office.keep(plan.clone());
    let entry = plan.activities[0].key.clone();
    let noted = |office: &mut Office, on: &str, state: NotedState| -> PlanNoteId {
        let note =
            PlanNote { state: Some(state), ..PlanNote::blank(id, &entry, "Việc", Date::parse(on).expect("a day")) };
        let mut made = None;
        let change = office.act(|book, act| {
            let new: PlanNoteId = act.id();
            made = Some(new);
            book.save_note(new, note.clone(), act)
        });
        assert_eq!((change.rows.len(), change.entries.len(), change.entries[0].action), (1, 1, Action::Create));
        assert_eq!(change.rows[0].scope, id.to_string());
        made.expect("made")
    };
    let mut other = Office::new(12);
    other.book.absorb(office.written.rows.clone());
    other.written = office.written.clone();
    let first = noted(&mut office, "2022-02-01", NotedState::Running);
    noted(&mut other, "2022-05-01", NotedState::Done);
    let mut device = Device::new(13);
    device.import(&office.file(), &BTreeMap::new());
    let (found, _) = device.import(&other.file(), &BTreeMap::new());
    assert_eq!(found.counts().new, 1);
    let mut book = PlanBook::default();
    assert_eq!(book.absorb(device.content().rows.iter().map(|row| row.row().expect("a row")).collect()), []);
    // The plan is what it was, and both notes are there.
    assert_eq!(book.get(id), Some(&plan));
    assert_eq!(book.notes_of(id).count(), 2);
    let following = Following::of(&plan, book.notes_of(id));
    assert_eq!(following.entry(&entry).and_then(|followed| followed.state), Some(NotedState::Done));
    let file = device.export();
    let mut again = Device::new(14);
    again.import(&file, &BTreeMap::new());
    assert_eq!(again.export(), file);
    // A note that is taken out stays out; one that is put right is one change.
    let mut note = office.book.note(first).expect("noted").clone();
    note.note = "đã họp".to_owned();
    assert_eq!(office.act(|book, act| book.save_note(first, note.clone(), act)).entries[0].action, Action::Change);
    assert!(office.act(|book, act| book.save_note(first, note.clone(), act)).is_empty());
    office.act(|book, act| book.delete_note(first, act));
    assert_eq!(office.book.notes_of(id).count(), 0);
    // A plan with notes is not taken away by a file: its office chooses.
    other.act(|book, act| book.delete(id, act));
    let (found, _) = device.import(&other.file(), &BTreeMap::new());
    assert_eq!((found.counts().deleted, found.counts().conflicts), (0, 1));
    let file = device.export();
    let mut last = Device::new(15);
    last.import(&file, &BTreeMap::new());
    assert_eq!(last.export(), file);
}

#[test]
fn a_plan_out_of_a_file_begins_a_new_one() {
    use so_ocop::exchange::{NoPlan, plan_in_file};
    let sample = std::fs::read("public/samples/plans/s0-van-quan-2024.json").expect("the plan is there");
    let plan = plan_in_file(&sample).expect("a plan by itself");
    assert_eq!(plan.products.len(), 5);
    let body = String::from_utf8(sample).expect("text");
    let file = |format: u32, rows: &str| format!(r#"{{"format":{format},"content":{{"plans":[{rows}]}}}}"#);
    let row = format!(r#"{{"id":"x","body":{body}}}"#);
    assert_eq!(plan_in_file(file(so_ocop::exchange::FORMAT, &row).as_bytes()).as_ref(), Ok(&plan));
    assert_eq!(plan_in_file(file(so_ocop::exchange::FORMAT + 1, &row).as_bytes()), Err(NoPlan::Newer));
    for bad in ["", "{}", "[]", "không phải tệp", &file(1, ""), &file(1, r#"{"id":"x"}"#), r#"{"title":5}"#] {
        assert_eq!(plan_in_file(bad.as_bytes()), Err(NoPlan::Missing), "{bad}");
    }
}
