//! All shipped sets.

use so_ocop::domain::council::stars_of_sheet;
use so_ocop::domain::criteria::Scheme;
use so_ocop::domain::lift::{Aim, Lift, lift, stars_now};
use so_ocop::domain::session::{MemberId, ProductId, SessionId};
use so_ocop::domain::tally::Tally;
use so_ocop::domain::worksheet::{Answer, Worksheet};

use crate::{Chance, brute, shipped};

/// A sheet whose answers lean to the top by `lean` in 8.
fn sheet(scheme: &Scheme, lean: usize, chance: &mut Chance) -> Worksheet {
    let id = MemberId::new(0, [0; 10]);
    let mut sheet = Worksheet::new(SessionId::new(0, [0; 10]), id, ProductId::new(0, [0; 10]));
    for leaf in &scheme.leaves {
        let last = leaf.offers.len() - 1;
        let at = if chance.below(8) < lean { last } else { chance.below(leaf.offers.len()) };
        if !chance.one_in(25) {
            sheet.answers.insert(leaf.number.clone(), Answer::of(&leaf.offers[at]));
        }
    }
    sheet
}

#[test]
fn plans_of_shipped_sets_reach_the_star_and_no_pair_does_better() {
    let (mut plans_seen, mut pairs_checked) = (0, 0);
    for (number, file) in shipped::sets().iter().enumerate() {
        let scheme = Scheme::new(&file.set()).expect("a scheme");
        for lean in [0, 2, 4, 6, 7] {
            let chance = &mut Chance((number * 8 + lean) as u64);
            let sheet = sheet(&scheme, lean, chance);
            let (_, stars) = stars_now(&scheme, &sheet, true);
            if stars == 5 {
                continue;
            }
            let aim = Aim { star: stars + 1, cumulative: true, fixed: Vec::new(), limit: 20 };
            let name = [file.folder, "/", &file.entry.slug].concat();
            let found = lift(&scheme, &sheet, &aim);
            let Lift::Plans(plans) = found else { panic!("{name}: {found:?}") };
            assert_eq!(plans.plans.len() as u64, plans.count.min(20), "{name}");
            for plan in &plans.plans {
                let mut after = brute::filled(&scheme, &sheet);
                for raise in &plan.raises {
                    after.answers.insert(scheme.leaves[raise.leaf].number.clone(), raise.to);
                }
                let tally = Tally::of(&scheme, &after);
                assert!(stars_of_sheet(&scheme, &tally, true).1 > stars && tally.rules.is_empty(), "{name}");
                assert_eq!((tally.total, plan.raises.len()), (plan.total, plans.criteria), "{name}");
                plans_seen += 1;
            }
            if plans.criteria > 1 {
                // Trying each criterion alone: none of them is enough.
                for at in 0..scheme.leaves.len() {
                    let fixed = (0..scheme.leaves.len()).filter(|other| *other != at).collect();
                    assert_eq!(brute::cheapest(&scheme, &sheet, &Aim { fixed, ..aim.clone() }), None, "{name}");
                }
            }
            if plans.criteria > 2 && lean == 4 {
                for at in 0..scheme.leaves.len() {
                    for second in 0..at {
                        let fixed = (0..scheme.leaves.len()).filter(|other| *other != at && *other != second);
                        let pair = Aim { fixed: fixed.collect(), ..aim.clone() };
                        assert_eq!(brute::cheapest(&scheme, &sheet, &pair), None, "{name}");
                        pairs_checked += 1;
                    }
                }
            }
        }
    }
    assert!(plans_seen > 800 && pairs_checked > 5000, "{plans_seen} {pairs_checked}");
}

#[test]
fn from_an_empty_sheet_the_way_to_every_star_is_found_or_refused_with_reasons() {
    for file in shipped::sets() {
        let scheme = Scheme::new(&file.set()).expect("a scheme");
        let empty = sheet(&scheme, 0, &mut Chance(0));
        let empty = Worksheet { answers: Default::default(), ..empty };
        for star in 2..=5 {
            for cumulative in [true, false] {
                let aim = Aim { star, cumulative, fixed: Vec::new(), limit: 3 };
                match lift(&scheme, &empty, &aim) {
                    Lift::Plans(plans) => assert!(plans.plans.iter().all(|plan| plan.total >= 30)),
                    other => panic!("{} {star}: {other:?}", file.entry.slug),
                }
            }
        }
    }
}
