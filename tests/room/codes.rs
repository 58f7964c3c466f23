//! Sheets and packs as QR codes: into a picture and out of it.

use so_ocop::domain::criteria::{Scheme, SetPin};
use so_ocop::domain::merge::SealedSheet;
use so_ocop::domain::worksheet::{DOSSIER, Reopening};
use so_ocop::exchange::codes::*;

use crate::world::{Chance, World, sets};

fn find<'a>(schemes: &'a [(SetPin, Scheme)]) -> impl Fn(&SetPin) -> Option<&'a Scheme> {
    move |pin| schemes.iter().find(|(own, _)| own == pin).map(|(_, scheme)| scheme)
}

/// A world where each of the 26 sets is on the agenda.
fn world(seed: u64) -> World {
    World::nine(seed, 26)
}

/// A random sheet: notes, findings, opinion, reopenings and signature come and go.
fn random(world: &mut World, product: usize) -> SealedSheet {
    let mut sheet = world.sealed(world.chance.clone().below(9), product);
    let scheme = world.scheme(product);
    let chance = &mut world.chance;
    let words =
        ["Chưa rõ vùng nguyên liệu", "đạt", "Bao bì đẹp nhưng thiếu hạn sử dụng; xem lại hồ sơ minh chứng số 7"];
    for _ in 0..[0, 0, 1, 2][chance.below(4)] {
        let leaf = &scheme.leaves[chance.below(scheme.leaves.len())];
        sheet.notes.insert(leaf.number.clone(), words[chance.below(3)].to_owned());
    }
    if chance.one_in(6) {
        sheet.findings.insert(DOSSIER.to_owned(), "giấy tờ giả".to_owned());
    }
    if chance.one_in(3) {
        sheet.opinion = words[chance.below(3)].to_owned();
    }
    sheet.round = 1 + chance.below(3) as u16;
    if chance.one_in(5) {
        let digest = chance.one_in(2).then(|| sheet.digest());
        let (at, reason) = (sheet.locked_at, "cộng sót".to_owned());
        sheet.reopenings.push(Reopening { at, reason, digest, unknown: Default::default() });
    }
    if chance.one_in(2) {
        let bytes: Vec<u8> = (0..129).map(|_| chance.next() as u8).collect();
        sheet.key = Some(so_ocop::codec::to_base64(&bytes[..65]));
        sheet.signature = Some(so_ocop::codec::to_base64(&bytes[65..]));
    }
    sheet
}

fn message(world: &World, sheet: &SealedSheet) -> Message {
    let session = world.session();
    let pin = &session.product(sheet.product).expect("there").set;
    let scheme = find(&world.schemes)(pin).expect("a set");
    Message { kind: MessageKind::Sheet, bytes: pack_sheet(sheet, pin, scheme).expect("packs") }
}

fn unpacked(world: &World, bytes: &[u8]) -> Result<SealedSheet, SheetCodeFault> {
    unpack_sheet(bytes, world.id, &world.session(), &find(&world.schemes))
}

/// A picture of a code: `size` points a square, dark and light, and how a camera bends it.
struct Picture {
    side: usize,
    grey: Vec<u8>,
}

fn picture(squares: &Squares, size: usize, dark: u8, light: u8) -> Picture {
    let side = (squares.side + 2 * Squares::QUIET) * size;
    let mut grey = vec![light; side * side];
    for (at, point) in grey.iter_mut().enumerate() {
        let (row, column) = (at / side / size, at % side / size);
        if row >= Squares::QUIET
            && column >= Squares::QUIET
            && squares.is_dark(row - Squares::QUIET, column - Squares::QUIET)
        {
            *point = dark;
        }
    }
    Picture { side, grey }
}

/// What is seen in a picture of this text's code.
pub fn shown(text: &str) -> String {
    picture(&draw(text).expect("drawn"), 3, 0, 255).seen().pop().expect("a code")
}

impl Picture {
    fn seen(&self) -> Vec<String> {
        see(self.side, self.side, &self.grey, &Look::ALL)
    }

    /// Turned by so many degrees, in a larger picture.
    fn turned(&self, degrees: f64, light: u8) -> Picture {
        let side = self.side * 3 / 2;
        let (sin, cos) = degrees.to_radians().sin_cos();
        let middle = |side: usize| side as f64 / 2.0;
        let mut grey = vec![light; side * side];
        for (at, point) in grey.iter_mut().enumerate() {
            let (x, y) = ((at % side) as f64 - middle(side), (at / side) as f64 - middle(side));
            let (from_x, from_y) = (x * cos + y * sin + middle(self.side), y * cos - x * sin + middle(self.side));
            if from_x >= 0.0 && from_y >= 0.0 && (from_x as usize) < self.side && (from_y as usize) < self.side {
                *point = self.grey[from_y as usize * self.side + from_x as usize];
            }
        }
        Picture { side, grey }
    }

    /// Every point is the mean of its neighbours.
    fn blurred(&self) -> Picture {
        let side = self.side as i64;
        let at = |x: i64, y: i64| u32::from(self.grey[(y.clamp(0, side - 1) * side + x.clamp(0, side - 1)) as usize]);
        let blur = |at_: i64| {
            let (x, y) = (at_ % side, at_ / side);
            let around = (-1..=1).flat_map(|dy| (-1..=1).map(move |dx| (dx, dy)));
            (around.map(|(dx, dy)| at(x + dx, y + dy)).sum::<u32>() / 9) as u8
        };
        Picture { side: self.side, grey: (0..side * side).map(blur).collect() }
    }

    /// Grain of the sensor.
    fn noisy(&self, strength: i32, chance: &mut Chance) -> Picture {
        let noise = |point: &u8| {
            let swing = chance.below(2 * strength as usize + 1) as i32 - strength;
            (i32::from(*point) + swing).clamp(0, 255) as u8
        };
        Picture { side: self.side, grey: self.grey.iter().map(noise).collect() }
    }
}

#[test]
fn ten_thousand_sheets_come_back_from_their_codes() {
    // Two halves, for two cores; the second one below.
    half(30);
}

#[test]
fn ten_thousand_sheets_come_back_from_their_codes_second_half() {
    half(31);
}

/// Every code is drawn; as many of them as asked for are looked at as pictures, two thousand of all unless told.
fn half(seed: u64) {
    let pictures: usize = std::env::var("SO_OCOP_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(2000);
    let between = 10_000 / pictures.clamp(1, 10_000);
    let mut world = world(seed);
    let (mut largest_plain, mut largest) = (0, 0);
    for round in 0..5000 {
        let sheet = random(&mut world, round % 26);
        let message = message(&world, &sheet);
        let texts = texts(&message).expect("fits");
        let mut collector = Collector::default();
        let mut whole = None;
        for text in &texts {
            let squares = draw(text).expect("drawn");
            if round % between == 0 {
                let seen = picture(&squares, 2, 0, 255).seen();
                assert_eq!(seen, std::slice::from_ref(text), "round {round}");
            }
            if let Seen::Whole(message) = collector.see(text).expect("ours") {
                whole = Some(message);
            }
            let version = (squares.side - 17) / 4;
            assert!(version <= 15);
            largest = largest.max(version);
            if sheet.notes.is_empty()
                && sheet.findings.is_empty()
                && sheet.opinion.is_empty()
                && sheet.reopenings.is_empty()
            {
                assert_eq!(texts.len(), 1);
                largest_plain = largest_plain.max(version);
            }
        }
        let back = unpacked(&world, &whole.expect("whole").bytes).expect("unpacks");
        assert_eq!((back.digest(), &back), (sheet.digest(), &sheet));
    }
    assert!((6..=12).contains(&largest_plain), "a signed sheet without words: version {largest_plain}");
    assert!(largest > largest_plain);
}

#[test]
fn turned_swapped_blurred_and_dim_codes_are_seen() {
    let mut world = world(32);
    let mut tries = [0; 11];
    for round in 0..40 {
        let sheet = random(&mut world, round % 26);
        let first = texts(&message(&world, &sheet)).expect("fits").swap_remove(0);
        let squares = draw(&first).expect("drawn");
        let mut chance = world.chance.clone();
        for (at, tries) in tries.iter_mut().enumerate() {
            // A camera in a hand shows another picture the next moment: a little nearer, a little turned.
            let seen = (0..6).find_map(|moment| {
                *tries += 1;
                let size = [5, 6, 4][moment % 3];
                let sway = moment as f64 * 1.5;
                let plain = picture(&squares, size, 20, 235);
                let picture = match at {
                    0 => plain.turned(90.0 + sway, 235),
                    1 => plain.turned(180.0 + sway, 235),
                    2 => plain.turned(chance.below(360) as f64, 235),
                    3 => plain.turned(-7.0 - sway, 235),
                    4 => picture(&squares, size, 235, 20),
                    5 => picture(&squares, size, 255, 0).turned(15.0 + sway, 0),
                    6 => plain.turned(sway, 235).blurred(),
                    7 => plain.turned(11.0 + sway, 235).blurred(),
                    8 => plain.turned(sway, 235).noisy(40, &mut chance),
                    9 => picture(&squares, size, 25, 70).turned(sway, 70).noisy(8, &mut chance),
                    _ => picture(&squares, size, 180, 245).turned(sway, 245),
                };
                let seen = picture.seen();
                (!seen.is_empty()).then_some(seen)
            });
            // A wrong reading never happens.
            assert_eq!(seen, Some(vec![first.clone()]), "round {round}, picture {at}, {tries:?}");
        }
    }
    assert!(tries.iter().all(|tries| *tries <= 40 * 3 / 2), "pictures needed for 40 codes: {tries:?}");
}

#[test]
fn what_is_foreign_damaged_or_newer_is_named_as_such() {
    let mut world = world(33);
    let sheet = random(&mut world, 3);
    let text = texts(&message(&world, &sheet)).expect("fits").swap_remove(0);
    let see = |text: &str| Collector::default().see(text);
    assert_eq!(see("https://example.org"), Err(SeenFault::Foreign));
    assert_eq!(see("OCOPX"), Err(SeenFault::Damaged));
    assert_eq!(see(&text.replace("OCOP1", "OCOP2")), Err(SeenFault::Newer));
    let letters: Vec<char> = text.chars().collect();
    for at in 5..letters.len() {
        let mut changed = letters.clone();
        changed[at] = if changed[at] == 'A' { 'B' } else { 'A' };
        let fault = see(&changed.into_iter().collect::<String>()).expect_err("changed");
        assert_eq!(fault, SeenFault::Damaged, "letter {at}");
    }
    for end in 6..letters.len() {
        assert_eq!(see(&text[..end]), Err(SeenFault::Damaged));
    }
}

#[test]
fn hostile_bytes_are_refused_and_never_panic() {
    let mut world = world(34);
    let sheet = random(&mut world, 5);
    let good = message(&world, &sheet).bytes;
    for end in 0..good.len() {
        assert!(unpacked(&world, &good[..end]).is_err(), "{end}");
    }
    for at in 0..good.len() * 8 {
        let mut changed = good.clone();
        changed[at / 8] ^= 1 << (at % 8);
        // What still reads is another sheet, never the same one.
        if let Ok(read) = unpacked(&world, &changed) {
            assert_ne!(read, sheet, "bit {at}");
        }
    }
    for _ in 0..2000 {
        let length = world.chance.below(200);
        let bytes: Vec<u8> = (0..length).map(|_| world.chance.next() as u8).collect();
        assert!(unpacked(&world, &bytes).is_err());
        assert!(SessionPack::of_bytes(&bytes).is_err());
        assert!(RollCall::of_bytes(&bytes).is_none());
    }
    // Another session, another council, another content of the set.
    let other = World::nine(35, 26);
    assert_eq!(unpacked(&other, &good), Err(SheetCodeFault::OtherSession));
    let mut session = world.session();
    session.members.clear();
    let read = |session| unpack_sheet(&good, world.id, session, &find(&world.schemes));
    assert_eq!(read(&session), Err(SheetCodeFault::NotInSession));
    let mut session = world.session();
    session.products.iter_mut().for_each(|product| product.set.hash = format!("sha256:{}", "0".repeat(64)));
    assert_eq!(read(&session), Err(SheetCodeFault::OtherSet));
}

#[test]
fn long_notes_travel_as_frames_in_any_order() {
    let mut world = world(36);
    let mut sheet = random(&mut world, 7);
    let scheme = world.scheme(7);
    for leaf in &scheme.leaves {
        sheet
            .notes
            .insert(leaf.number.clone(), format!("{}: cần bổ sung minh chứng, làm rõ nguồn nguyên liệu", leaf.title));
    }
    let texts = texts(&message(&world, &sheet)).expect("fits");
    assert!(texts.len() > 3, "{}", texts.len());
    assert!(texts.iter().all(|text| draw(text).is_some_and(|squares| squares.side <= 17 + 4 * 12)));
    for _ in 0..50 {
        let mut order: Vec<&String> = texts.iter().chain(&texts).collect();
        world.chance.shuffle(&mut order);
        let mut collector = Collector::default();
        let mut last = 0;
        let whole = order.into_iter().find_map(|text| match collector.see(text).expect("ours") {
            Seen::Whole(message) => Some(message),
            Seen::Part { have, of } => {
                assert!(have >= last && of == texts.len());
                last = have;
                None
            }
        });
        assert_eq!(unpacked(&world, &whole.expect("whole").bytes), Ok(sheet.clone()));
    }
}

#[test]
fn frames_of_two_messages_do_not_mix() {
    let mut world = world(37);
    let mut long = |product| {
        let mut sheet = random(&mut world, product);
        sheet.opinion = "Đề nghị bổ sung hồ sơ. ".repeat(60);
        (texts(&message(&world, &sheet)).expect("fits"), sheet)
    };
    let ((one, first), (other, second)) = (long(1), long(2));
    let mut collector = Collector::default();
    let mut found = Vec::new();
    for text in (0..one.len().max(other.len())).flat_map(|at| [one.get(at), other.get(at)]).flatten() {
        if let Ok(Seen::Whole(message)) = collector.see(text) {
            found.push(unpacked(&world, &message.bytes).expect("unpacks"));
        }
    }
    found.sort_by_key(|sheet| sheet.product);
    assert_eq!(found, [first, second]);
}

#[test]
fn a_pack_by_file_and_by_codes_is_the_same() {
    let world = world(38);
    let pack = SessionPack::of(world.id, &world.session(), Vec::new(), world.now);
    assert_eq!(SessionPack::of_text(&pack.text()), Ok(pack.clone()));
    let texts = texts(&pack.message()).expect("fits");
    let mut collector = Collector::default();
    let whole = texts.iter().rev().find_map(|text| match collector.see(text) {
        Ok(Seen::Whole(message)) => Some(message),
        _ => None,
    });
    let back = SessionPack::of_bytes(&whole.expect("whole").bytes).expect("a pack");
    assert_eq!((back.fingerprint(), &back), (pack.fingerprint(), &pack));
    assert!(texts.len() <= 24, "26 products, 10 members: {} codes", texts.len());
    let later = SessionPack { made: so_ocop::domain::moment::Moment(0), ..pack.clone() };
    assert_eq!(later.fingerprint(), pack.fingerprint());
    let mut under_way = pack.clone();
    under_way.body.members[0].absent = Some(true);
    under_way.body.procedure = Some(Default::default());
    assert_eq!(under_way.fingerprint(), pack.fingerprint(), "what goes on in the session makes no other pack");
    let mut other = pack.clone();
    other.body.name.push('.');
    assert_ne!(other.fingerprint(), pack.fingerprint());
    assert_eq!(SessionPack::of_text("{\"kind\":\"so-ocop/export\"}"), Err(PackFault::NotAPack));
    assert!(matches!(SessionPack::of_text("{\"kind\":\"so-ocop/pack\"}"), Err(PackFault::Fault(_))));
    assert_eq!(sets().len(), 26);
}

#[test]
fn a_roll_call_stands_in_one_small_code() {
    let world = World::nine(39, 1);
    for key in [None, Some(so_ocop::codec::to_base64(&[7; 65]))] {
        let call = RollCall {
            session: world.id,
            member: world.member(2),
            device: world.device,
            pack: "40KM-7T2E".to_owned(),
            version: "0.1.0".to_owned(),
            is_offline_ready: true,
            is_kept: false,
            space: key.is_some().then_some(900),
            clock: world.now,
            key,
            unknown: Default::default(),
        };
        let texts = texts(&call.message()).expect("fits");
        assert_eq!(texts.len(), 1);
        assert!(draw(&texts[0]).is_some_and(|squares| squares.side <= 17 + 4 * 9));
        assert_eq!(RollCall::of_bytes(&call.message().bytes), Some(call));
    }
}
