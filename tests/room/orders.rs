//! What can come to a secretary in a bad session, in any order and on any number of devices.

use std::collections::BTreeSet;
use std::ops::Range;

use so_ocop::domain::merge::{Choice, Fingerprint, SealedSheet, SheetBook, Standing};
use so_ocop::domain::moment::Moment;
use so_ocop::domain::session::Role;
use so_ocop::domain::worksheet::Reopening;

use crate::world::{Chance, World};

/// What can come to a secretary: a sheet or a choice.
#[derive(Clone)]
pub enum Piece {
    Sheet(Box<SealedSheet>),
    Choice(Choice),
}

/// A sheet that replaces `old`: reopened, changed, locked again.
pub fn next_version(old: &SealedSheet, words: &str) -> SealedSheet {
    let mut next = old.clone();
    next.locked_at = Moment(old.locked_at.0 + 60_000);
    next.opinion = words.to_owned();
    next.reopenings.push(Reopening {
        at: Moment(old.locked_at.0 + 30_000),
        reason: "xem lại".to_owned(),
        digest: Some(old.digest()),
        unknown: Default::default(),
    });
    next
}

/// Everything that comes in a bad session: later versions, two devices of one member, choices, forged copies.
pub fn pieces(world: &mut World) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for member in 0..4 {
        for product in 0..2 {
            let first = world.sealed(member, product);
            let mut all = vec![first.clone()];
            if world.chance.one_in(2) {
                let second = next_version(&first, "lần hai");
                if world.chance.one_in(2) {
                    all.push(next_version(&second, "lần ba"));
                }
                all.push(second);
            }
            if world.chance.one_in(3) {
                // The member filled in a second device.
                let other = world.sealed(member, product);
                let over: BTreeSet<_> = all.iter().map(SealedSheet::digest).collect();
                let choice = |chosen, over, minute| Choice {
                    at: Moment(minute * 60_000),
                    who: "office".to_owned(),
                    chosen,
                    over,
                    reason: "Máy thứ nhất hỏng".to_owned(),
                };
                if world.chance.one_in(2) {
                    pieces.push(Piece::Choice(choice(other.digest(), over.clone(), 1)));
                }
                if world.chance.one_in(3) {
                    let back = BTreeSet::from([other.digest()]);
                    pieces.push(Piece::Choice(choice(first.digest(), back, 1 + world.chance.below(2) as i64)));
                }
                all.push(other);
            }
            if world.chance.one_in(4) {
                // The same sheet, with and without a signature.
                let mut signed = first.clone();
                (signed.key, signed.signature) = (Some("khóa".into()), Some(format!("{}", world.chance.below(3))));
                all.push(signed);
            }
            pieces.extend(all.into_iter().map(|sheet| Piece::Sheet(Box::new(sheet))));
        }
    }
    pieces
}

pub fn put(book: &mut SheetBook, piece: &Piece) {
    match piece {
        Piece::Sheet(sheet) => drop(book.add(SealedSheet::clone(sheet))),
        Piece::Choice(choice) => book.choose(choice.clone()),
    }
}

/// Tries `each` orders of chance for each council: all end in the same bytes. Answers in how many slots one version stands,
/// a chosen one, several.
pub fn same_bytes_in_any_order(seeds: Range<u64>, each: usize) -> [usize; 3] {
    let mut seen = [0; 3];
    for seed in seeds {
        let mut world = World::new(seed, &[Role::Chair, Role::Member, Role::Member, Role::Member], 2);
        let session = world.session();
        let pieces = pieces(&mut world);
        let mut whole = SheetBook::default();
        pieces.iter().for_each(|piece| put(&mut whole, piece));
        let (text, print) = (whole.text(), Fingerprint::of(world.id, &session, &whole).to_string());
        for standing in whole.slots().into_values() {
            match standing {
                Standing::One(_) => seen[0] += 1,
                Standing::Chosen(..) => seen[1] += 1,
                Standing::Several(_) => seen[2] += 1,
                Standing::Nothing => panic!("a slot is there because a sheet is"),
            }
        }
        let mut chance = Chance(seed + 1000);
        for _ in 0..each {
            // Several devices, each with some pieces in some order, some twice; joined in some order, some twice.
            let mut books = vec![SheetBook::default(); 1 + chance.below(4)];
            let mut order: Vec<&Piece> = pieces.iter().collect();
            chance.shuffle(&mut order);
            for piece in order {
                for _ in 0..1 + chance.below(2) {
                    let at = chance.below(books.len());
                    put(&mut books[at], piece);
                }
            }
            while books.len() > 1 {
                let from = chance.below(books.len());
                let other = if chance.one_in(3) { books[from].clone() } else { books.swap_remove(from) };
                let into = chance.below(books.len());
                books[into].join(&other);
            }
            assert!(books[0].text() == text, "seed {seed}");
            assert_eq!(Fingerprint::of(world.id, &session, &books[0]).to_string(), print);
        }
    }
    seen
}
