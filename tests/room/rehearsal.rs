//! The rehearsal of a whole session: nine members and a secretary, twenty-five products with up to 35 criteria, tablets that
//! know nothing of each other. One scores on paper, one is recused, one tablet dies, some score again. What the secretary
//! ends up with is compared with a reference that never saw a ledger, a book or a file.

use std::collections::BTreeMap;

use so_ocop::domain::council::{ProductResult, consolidate};
use so_ocop::domain::merge::{Fingerprint, SealedSheet, SheetBook, SlotKey, Standing};
use so_ocop::domain::session::Role;
use so_ocop::domain::worksheet::{Answer, Worksheet};
use so_ocop::exchange::codes::*;
use so_ocop::ledger::SheetKey;
use so_ocop::ledger::room::{RoomDeed, Way, resume};
use so_ocop::paper::council::{CouncilPaper, Office, Rated, facts};
use so_ocop::paper::plain;
use so_ocop::text;
use so_ocop::verify::verify;

use crate::log::file;
use crate::naive::{self, Mark, Paper};
use crate::shipped;
use crate::signatures::signed;
use crate::world::World;

const SEED: u64 = 2026;
const PRODUCTS: usize = 25;
const PAPER: usize = 8;
const RECUSED: (usize, usize) = (3, 7);
const DEAD: usize = 5;
const AGAIN: [usize; 3] = [2, 11, 19];

/// What must stand at the end, by product and member: the sheet of the last round.
type Wanted = BTreeMap<(usize, usize), SealedSheet>;

/// The text of a code, through a picture where `is_shown`, back to the message.
fn through_codes(message: &Message, is_shown: bool) -> Message {
    let mut collector = Collector::default();
    let mut texts = texts(message).expect("fits codes");
    texts.reverse();
    for text in texts {
        let text = if is_shown { crate::codes::shown(&text) } else { text };
        if let Seen::Whole(whole) = collector.see(&text).expect("ours") {
            return whole;
        }
    }
    panic!("all frames were seen");
}

fn sheet_through_codes(world: &World, sheet: &SealedSheet, is_shown: bool) -> SealedSheet {
    let session = world.session();
    let pin = &session.product(sheet.product).expect("there").set;
    let of = |pin: &_| world.schemes.iter().find(|(own, _)| own == pin).map(|(_, scheme)| scheme);
    let bytes = pack_sheet(sheet, pin, of(pin).expect("a set")).expect("packs");
    let whole = through_codes(&Message { kind: MessageKind::Sheet, bytes }, is_shown);
    unpack_sheet(&whole.bytes, world.id, &session, &of).expect("unpacks")
}

/// A member's tablet, which opened the secretary's pack.
fn tablet(pack: &SessionPack, at: usize) -> World {
    let mut world = World::nine(SEED, PRODUCTS);
    assert_eq!((pack.session, &pack.body.members), (world.id, &world.session().members));
    world.chance.0 = 500 + at as u64;
    world.now.0 += 60_000 * at as i64;
    world
}

/// The mark that the reference counts for an answer.
fn mark(answer: Option<&Answer>) -> Mark {
    match answer {
        None => Mark::Open,
        Some(Answer::NoneMet) => Mark::NoneMet,
        Some(Answer::Option { case, option, .. }) => Mark::Chosen { case: *case, option: *option },
    }
}

#[test]
fn a_whole_session_comes_to_what_the_reference_says() {
    let mut secretary = World::nine(SEED, PRODUCTS);
    secretary.perform(RoomDeed::Open(None)).expect("opens");
    let pack = SessionPack::of(secretary.id, &secretary.session(), Vec::new(), secretary.now);
    let by_code = SessionPack::of_bytes(&through_codes(&pack.message(), true).bytes).expect("a pack");
    assert_eq!(by_code, SessionPack::of_text(&pack.text()).expect("a pack"));
    let recusal = (secretary.member(RECUSED.0), secretary.product(RECUSED.1));
    secretary.perform(RoomDeed::Recuse(recusal.0, recusal.1, "Là cổ đông của chủ thể".into())).expect("recuses");

    // Everybody scores; what is handed in is signed, except on paper.
    let mut wanted = Wanted::new();
    let mut arrivals: Vec<(SealedSheet, Way)> = Vec::new();
    let mut checkpoint = None;
    for member in 0..9 {
        let mut own = tablet(&by_code, member);
        let mut spare: Option<World> = None;
        for product in 0..PRODUCTS {
            if (member, product) == RECUSED {
                continue;
            }
            if member == DEAD && product == 10 {
                // The secretary keeps the state of this tablet; then the tablet dies, and a spare one goes on.
                checkpoint = Some(kept(&own, member));
                let mut other = tablet(&by_code, 40);
                resumed(&mut other, checkpoint.as_ref().expect("kept"));
                spare = Some(other);
            }
            let device = spare.as_mut().unwrap_or(&mut own);
            let sheet = score(device, member, product);
            let sheet = if member == PAPER { sheet } else { signed(sheet, 20 + member as u8) };
            wanted.insert((product, member), sheet.clone());
            let way = if member == PAPER {
                Way::Typed
            } else if (member + product) % 2 == 0 {
                Way::Code
            } else {
                Way::File
            };
            arrivals.push((sheet, way));
        }
        if let Some(spare) = spare {
            // What was handed in from the dead tablet is on the spare one too.
            for product in 0..10 {
                let key = own.key(member, product);
                assert_eq!(spare.ledger.sheet(key), own.ledger.sheet(key));
            }
            // The dead tablet is charged again, and hands in a sheet that was scored twice.
            let rival = signed(score(&mut own, member, 10), 20 + member as u8);
            arrivals.push((rival, Way::File));
        }
    }
    assert!(checkpoint.is_some_and(|kept| kept.sheets.len() == 10));
    assert_eq!(wanted.len(), 224);

    // At random, a third of it twice; every fourth code through a picture.
    secretary.chance.clone().shuffle(&mut arrivals);
    let twice: Vec<_> = arrivals.iter().step_by(3).cloned().collect();
    arrivals.extend(twice);
    let (mut files, mut typed) = (Vec::new(), Vec::new());
    for (at, (sheet, way)) in arrivals.into_iter().enumerate() {
        match way {
            Way::Code => {
                let seen = sheet_through_codes(&secretary, &sheet, at % 4 == 0);
                assert_eq!(seen, sheet);
                secretary.take_in(vec![seen], Way::Code);
            }
            Way::Typed => typed.push(sheet),
            _ => {
                files.push(sheet);
                if files.len() == 15 {
                    let text = SheetFile::text_of(std::mem::take(&mut files));
                    secretary.take_in(SheetFile::of_text(&text).expect("reads").sheets, Way::File);
                }
            }
        }
    }
    secretary.take_in(files, Way::File);
    typed.sort_by_key(SealedSheet::digest);
    typed.dedup_by_key(|sheet| sheet.digest());
    for sheet in &typed {
        crate::paper::type_in(&mut secretary, sheet, "Nông Thị Hoa").expect("typed");
    }
    // Nobody has checked yet: the member's sheets are missing everywhere.
    let missing = |world: &World| (0..PRODUCTS).filter(|at| !result(world, *at).missing.is_empty()).count();
    assert_eq!(missing(&secretary), PRODUCTS);
    for sheet in &typed {
        crate::paper::check(&mut secretary, sheet, &crate::paper::again(sheet), "Lý Văn Nam").expect("checked");
    }
    // One slot has two sheets: the spare tablet's counts.
    let slot = SlotKey::of(&wanted[&(10, DEAD)]);
    assert!(matches!(secretary.room.book(secretary.id).standing(slot), Standing::Several(all) if all.len() == 2));
    assert_eq!(missing(&secretary), 1);
    let chosen = wanted[&(10, DEAD)].digest();
    secretary
        .perform(RoomDeed::Choose(slot, chosen, "Máy cũ hỏng, chấm tiếp trên máy dự phòng".into()))
        .expect("chosen");

    // Three products are discussed and scored again, by some or by all.
    for product in AGAIN {
        let asked: Vec<usize> = if product == AGAIN[0] { vec![0, 6] } else { (0..8).collect() };
        let of = secretary.product(product);
        let names = asked.iter().map(|at| secretary.member(*at)).collect();
        secretary.perform(RoomDeed::Round(of, names, "Chênh lệch quá 10 điểm".into())).expect("a round");
        let mut sheets = Vec::new();
        for member in asked {
            let mut again = secretary.sealed(member, product);
            again.round = 2;
            let again = signed(again, 20 + member as u8);
            wanted.insert((product, member), again.clone());
            sheets.push(again);
        }
        secretary.take_in(sheets, Way::File);
    }
    secretary.perform(RoomDeed::Close).expect("closes");

    let rows: Vec<ProductResult> = (0..PRODUCTS).map(|at| result(&secretary, at)).collect();
    compare(&secretary, &wanted, &rows);
    let print = fingerprint(&secretary, &wanted);
    minutes(&secretary, &rows, &print);
    let text = file(&secretary);
    assert_eq!(verify(text.into_bytes()).expect("reads").faults, Vec::<String>::new());
}

/// A member scores a product on a device.
fn score(device: &mut World, member: usize, product: usize) -> SealedSheet {
    device.now.0 += 90_000;
    let (key, scheme, now) = (device.key(member, product), device.scheme(product), device.now);
    let sheet = crate::world::random_sheet(key, &scheme, now, &mut device.chance);
    let (id, schemes) = (device.id, device.schemes.clone());
    let sets = |pin: &_| schemes.iter().find(|(own, _)| own == pin).map(|(_, scheme)| scheme);
    let own = sheet.clone();
    device.act("member", |ledger, _, act| resume(ledger, id, own.member, vec![own.clone()], &sets, act));
    SealedSheet::of(&sheet).expect("locked")
}

fn kept(device: &World, member: usize) -> Checkpoint {
    let sheets = (0..PRODUCTS).filter_map(|at| device.ledger.sheet(device.key(member, at)).cloned()).collect();
    Checkpoint {
        kind: Checkpoint::KIND.to_owned(),
        session: device.id,
        member: device.member(member),
        device: device.device,
        made: device.now,
        sheets,
        unknown: Default::default(),
    }
}

fn resumed(device: &mut World, kept: &Checkpoint) {
    let kept = Checkpoint::of_bytes(&through_codes(&kept.message(), true).bytes).expect("a checkpoint");
    let (id, schemes) = (device.id, device.schemes.clone());
    let sets = |pin: &_| schemes.iter().find(|(own, _)| own == pin).map(|(_, scheme)| scheme);
    let done = device.act("spare", |ledger, _, act| resume(ledger, id, kept.member, kept.sheets, &sets, act));
    assert_eq!(done.0.taken.len(), 10);
}

fn result(world: &World, product: usize) -> ProductResult {
    let session = world.session();
    let sheets = world.ledger.product_sheets(world.id, &session, world.product(product));
    consolidate(&world.scheme(product), &sheets, &session.rules, session.recognises())
}

/// Every product against plain loops over the printed set.
fn compare(world: &World, wanted: &Wanted, rows: &[ProductResult]) {
    let files = shipped::sets();
    let session = world.session();
    for (at, row) in rows.iter().enumerate() {
        let pin = &session.products[at].set;
        let file = files.iter().find(|own| own.folder == pin.decision && own.entry.slug == pin.slug).expect("a file");
        let set = file.value();
        let lines = naive::lines(&set);
        let papers: Vec<Option<Paper>> = (0..9)
            .filter(|member| (*member, at) != RECUSED)
            .map(|member| {
                let sheet = &wanted[&(at, member)];
                let number = |line: &naive::Line<'_>| line.criterion["number"].as_str().expect("a number").to_owned();
                let marks = lines.iter().map(|line| mark(sheet.answers.get(&number(line)))).collect();
                Some(Paper { marks, findings: Vec::new(), dossier: false, locked: true })
            })
            .collect();
        let rules = naive::Rules { gap_limit: 10, cumulative: true, recognises: (3, 4) };
        let verdict = naive::verdict(&set, &lines, &papers, &rules);
        assert_eq!(row.sheets as i64, verdict.count, "product {at}");
        assert_eq!(row.sheets, if at == RECUSED.1 { 8 } else { 9 });
        let mean = so_ocop::domain::points::Mean::new(verdict.total, row.sheets);
        assert_eq!(row.total, Some(mean), "product {at}");
        assert_eq!((row.band, row.stars), (verdict.band, verdict.stars), "product {at}");
        assert_eq!(row.gaps.len(), verdict.gaps.len(), "product {at}");
        assert!(row.missing.is_empty() && verdict.missing.is_empty(), "product {at}");
    }
}

/// A book that only ever saw what must stand says the same eight characters.
fn fingerprint(world: &World, wanted: &Wanted) -> String {
    let session = world.session();
    let mut book = SheetBook::default();
    for sheet in wanted.values().rev() {
        book.add(sheet.clone());
    }
    // First rounds count beside their second ones.
    let all = world.room.book(world.id);
    for (digest, sheet) in all.sheets().filter(|(_, sheet)| sheet.round == 1) {
        let is_scored_again = AGAIN.iter().any(|at| world.product(*at) == sheet.product);
        if is_scored_again && book.get(digest).is_none() && !all.awaits_check(digest) {
            book.add(sheet.clone());
        }
    }
    let print = Fingerprint::of(world.id, &session, &book).to_string();
    assert_eq!(Fingerprint::of(world.id, &session, all).to_string(), print);
    print
}

/// The minutes say the means, the recusal, the rounds and the code.
fn minutes(world: &World, rows: &[ProductResult], print: &str) {
    let session = world.session();
    let schemes: Vec<_> = (0..PRODUCTS).map(|at| world.scheme(at)).collect();
    let sheets: Vec<Vec<Option<&Worksheet>>> = (0..PRODUCTS)
        .map(|at| {
            let of = |member: &so_ocop::domain::session::Member| {
                let key = SheetKey { session: world.id, member: member.id, product: world.product(at) };
                world.ledger.sheet(key)
            };
            session.scorers().map(of).collect()
        })
        .collect();
    let rated: Vec<Rated<'_>> =
        (0..PRODUCTS).map(|at| Rated { scheme: &schemes[at], sheets: sheets[at].clone(), result: &rows[at] }).collect();
    let office = Office { fingerprint: print.to_owned(), is_compared: true, ..Office::default() };
    let facts = facts(&session, &rated, &office);
    let template = CouncilPaper::Minutes.template(&facts).to_owned();
    let words = plain(&CouncilPaper::Minutes.document(&facts, &template));
    assert!(words.contains(print), "the code");
    assert!(words.contains("Là cổ đông của chủ thể"), "the recusal");
    assert!(words.contains("Chênh lệch quá 10 điểm"), "the rounds");
    for (at, row) in rows.iter().enumerate() {
        let mean = text::mean(row.total.expect("a mean"));
        assert!(words.contains(&session.products[at].name) && words.contains(&mean), "product {at}: {mean}");
    }
    assert_eq!(session.members[9].role, Role::Secretary);
    assert!(words.contains(&session.members[9].name), "the secretary");
}
