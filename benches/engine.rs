//! How long the engine takes: median and least of many runs, in microseconds.

#![expect(clippy::print_stdout, reason = "the figures are the output")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use so_ocop::codec::{Field, Place};
use so_ocop::domain::council::consolidate;
use so_ocop::domain::criteria::{CriteriaSet, Scheme, check_set, content_hash};
use so_ocop::domain::lift::{Aim, lift};
use so_ocop::domain::moment::Moment;
use so_ocop::domain::session::{CouncilRules, MemberId, ProductId, SessionId};
use so_ocop::domain::tally::Tally;
use so_ocop::domain::worksheet::{Answer, SheetState, Worksheet};
use so_ocop::ledger::{Act, Ledger, SheetEdit, SheetKey};

#[path = "../tests/shipped/mod.rs"]
mod shipped;

const MEMBERS: usize = 9;
const PRODUCTS: usize = 25;

fn main() {
    let sets = shipped::sets();
    // The longest set is the slowest.
    let file = sets.iter().max_by_key(|file| file.entry.criteria).expect("sets");
    let scheme = Scheme::new(&file.set()).expect("a scheme");
    println!("{} {}, {} criteria", file.folder, file.entry.slug, scheme.leaves.len());

    measure("read, hash and scheme of one set", || {
        let value = serde_json::from_slice(black_box(&file.bytes)).expect("json");
        let set = CriteriaSet::read(value, &Place::default()).expect("a set");
        (content_hash(&file.bytes), Scheme::new(&set).expect("a scheme"))
    });
    let (index, set) = (shipped::index(file.folder), file.set());
    measure("check of one set", || check_set(black_box(&index), &file.entry, &set));

    let sheets: Vec<Vec<Worksheet>> =
        (0..PRODUCTS).map(|product| (0..MEMBERS).map(|member| sheet(&scheme, member, product)).collect()).collect();
    measure("tally of one sheet", || Tally::of(black_box(&scheme), &sheets[0][0]));
    let rules = CouncilRules::default();
    measure("consolidate 9 members, 25 products (budget 2000)", || {
        let consolidated = |sheets: &Vec<Worksheet>| {
            let sheets: Vec<_> = sheets.iter().map(|sheet| (sheet.member, Some(sheet))).collect();
            consolidate(black_box(&scheme), &sheets, &rules, 3..=4)
        };
        sheets.iter().map(consolidated).collect::<Vec<_>>()
    });
    measure_tap(&scheme);
    // From nothing to 5 stars most criteria change: the longest search there is.
    let empty = Worksheet { answers: Default::default(), ..sheet(&scheme, 0, 0) };
    let aim = Aim { star: 5, cumulative: true, fixed: Vec::new(), limit: 20 };
    measure("lift of an empty sheet to 5 stars (budget 50000)", || lift(black_box(&scheme), &empty, &aim));
    let aim = Aim { star: 4, ..aim };
    measure("lift of a middling sheet to 4 stars", || lift(black_box(&scheme), &sheets[0][0], &aim));
}

/// A finished sheet, different for each member and product.
fn sheet(scheme: &Scheme, member: usize, product: usize) -> Worksheet {
    let id = MemberId::new(member as i64, [0; 10]);
    let mut sheet = Worksheet::new(SessionId::new(0, [0; 10]), id, ProductId::new(product as i64, [0; 10]));
    for (at, leaf) in scheme.leaves.iter().enumerate() {
        let offer = &leaf.offers[(at + member + product) % leaf.offers.len()];
        let answer = Answer::Option { case: offer.case, option: offer.option, points: offer.points };
        sheet.answers.insert(leaf.number.clone(), answer);
    }
    sheet.state = SheetState::Locked;
    sheet.locked_at = Some(Moment(0));
    sheet
}

/// One tap on an option: the edit with its row and journal entry.
fn measure_tap(scheme: &Scheme) {
    let mut random = || [7; 10];
    let mut act = Act { now: Moment(0), who: "office".to_owned(), random: &mut random };
    let session = serde_json::json!({
        "name": "", "council": "", "purpose": "practice", "level": "province", "date": "2026-11-21",
        "decision": "qd-26-2026", "rules": {"gap_limit": 10, "minima_cumulative": true},
        "members": [{"id": act.id::<()>().to_string(), "name": "", "post": "", "role": "chair"}],
        "products": [{"id": act.id::<()>().to_string(), "name": "", "producer": "", "commune": "", "code": "",
            "phone": "", "set": {"decision": "", "slug": "", "code": "", "name": "", "hash": ""}}],
    });
    let session = Field::read(session, &Place::default()).expect("a session");
    let (id, person) = (act.id(), act.id());
    let key = SheetKey { session: id, member: person, product: act.id() };
    let mut ledger = Ledger::default();
    ledger.save_session(id, session, &mut act);
    for (number, answer) in sheet(scheme, 0, 0).answers {
        ledger.edit_sheet(key, scheme, SheetEdit::Answer(number, Some(answer)), &mut act).expect("an answer");
    }
    let leaf = &scheme.leaves[0];
    let answers: Vec<Answer> = leaf
        .offers
        .iter()
        .map(|offer| Answer::Option { case: offer.case, option: offer.option, points: offer.points })
        .collect();
    let mut at = 0;
    measure("one tap on a full sheet", || {
        at += 1;
        let edit = SheetEdit::Answer(leaf.number.clone(), Some(answers[at % answers.len()]));
        ledger.edit_sheet(key, scheme, edit, &mut act).expect("an answer")
    });
}

/// Runs `work` for about half a second and prints its figures.
fn measure<T>(name: &str, mut work: impl FnMut() -> T) {
    let mut times = Vec::new();
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_millis(500) {
        let start = Instant::now();
        black_box(work());
        times.push(start.elapsed());
    }
    times.sort();
    let micros = |time: Duration| time.as_nanos() as f64 / 1000.0;
    let (median, least) = (micros(times[times.len() / 2]), micros(times[0]));
    println!("{name:50} median {median:9.1} us   least {least:9.1} us   {} runs", times.len());
}
