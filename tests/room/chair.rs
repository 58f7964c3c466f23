//! The chair's figures, against published examples and against trying everything.

use so_ocop::domain::chair::*;
use so_ocop::domain::council::consolidate;
use so_ocop::domain::id::Id;
use so_ocop::domain::moment::Moment;
use so_ocop::domain::points::Mean;
use so_ocop::domain::session::{CouncilRules, MemberId, Role};
use so_ocop::domain::worksheet::{Answer, Worksheet};

use crate::world::{Chance, World, random_sheet};

#[test]
fn icc_is_the_one_of_shrout_and_fleiss() {
    // Shrout & Fleiss (1979), Table 2: six targets, four judges; ICC(2,1) = .29 in Table 4.
    let rows = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
    let rows: Vec<Vec<i64>> = rows.iter().map(|row| row.to_vec()).collect();
    let found = icc(&rows).expect("a number");
    assert_eq!(found.thousandths(), 290);
    assert!(found.is_at_least(289) && !found.is_at_least(291));
    // Ratings that agree in full, and ratings that are all the same.
    let same: Vec<Vec<i64>> = (1..6).map(|value| vec![value; 3]).collect();
    assert_eq!(icc(&same).map(Ratio::thousandths), Some(1000));
    assert_eq!(icc(&[vec![5, 5], vec![5, 5]]), None);
    assert_eq!(icc(&[vec![1, 2]]), None);
    assert_eq!(icc(&[]), None);
}

#[test]
fn alpha_is_the_one_of_krippendorff() {
    // Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability": four observers, twelve units, some missing;
    // interval alpha = 0.849.
    let observers =
        ["1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."];
    let read = |line: &str| line.split(' ').map(|value| value.parse::<i64>().ok()).collect::<Vec<_>>();
    let observers: Vec<_> = observers.iter().map(|line| read(line)).collect();
    let units: Vec<Vec<i64>> =
        (0..12).map(|unit| observers.iter().filter_map(|observer| observer[unit]).collect()).collect();
    assert_eq!(alpha(&units).expect("a number").thousandths(), 849);
    assert_eq!(alpha(&[vec![3, 3], vec![4, 4]]).map(Ratio::thousandths), Some(1000));
    assert_eq!(alpha(&[vec![3], vec![4]]), None);
    assert_eq!(alpha(&[vec![3, 3], vec![3]]), None);
}

#[test]
fn the_widest_spread_comes_first() {
    let found = spreads(&[vec![1, 5, 0], vec![1, 2, 3], vec![2, 4, 3]]);
    assert_eq!(found.iter().map(|spread| (spread.at, spread.width())).collect::<Vec<_>>(), [(1, 3), (2, 3), (0, 1)]);
}

/// The fewest criteria, by trying all lists.
fn fewest(rows: &[Vec<i32>], limit: i32) -> usize {
    let leaves = rows[0].len();
    let is_enough = |mask: u32| {
        let total =
            |row: &Vec<i32>| (0..leaves).filter(|leaf| mask >> leaf & 1 == 0).map(|leaf| row[leaf]).sum::<i32>();
        let totals: Vec<i32> = rows.iter().map(total).collect();
        totals.iter().all(|one| totals.iter().all(|other| (one - other).abs() <= limit))
    };
    (0..1u32 << leaves).filter(|mask| is_enough(*mask)).map(u32::count_ones).min().expect("all of them") as usize
}

#[test]
fn no_shorter_list_would_do() {
    let mut chance = Chance(40);
    let mut sizes = [0; 12];
    for _ in 0..1500 {
        let (members, leaves) = (2 + chance.below(5), 3 + chance.below(8));
        let rows: Vec<Vec<i32>> = (0..members).map(|_| (0..leaves).map(|_| chance.below(6) as i32).collect()).collect();
        let limit = chance.below(8) as i32;
        let talk = talks(&rows, limit);
        assert!(talk.is_fewest);
        assert_eq!(talk.leaves.len(), fewest(&rows, limit), "{rows:?} {limit}");
        let left =
            |row: &Vec<i32>| (0..leaves).filter(|leaf| !talk.leaves.contains(leaf)).map(|leaf| row[leaf]).sum::<i32>();
        let totals: Vec<i32> = rows.iter().map(left).collect();
        assert!(totals.iter().all(|one| totals.iter().all(|other| (one - other).abs() <= limit)));
        sizes[talk.leaves.len()] += 1;
    }
    assert!(sizes[..5].iter().all(|count| *count > 20), "{sizes:?}");
}

#[test]
fn a_real_council_is_searched_to_the_end() {
    let mut world = World::nine(41, 26);
    for product in 0..26 {
        let rows: Vec<Vec<i32>> = (0..9)
            .map(|member| {
                let sheet = world.sealed(member, product);
                world.scheme(product).leaves.iter().map(|leaf| sheet.answers[&leaf.number].points()).collect()
            })
            .collect();
        // Sheets by chance lie further apart than those of any council.
        let talk = talks(&rows, 10);
        let left = |row: &Vec<i32>| {
            row.iter()
                .enumerate()
                .filter(|(leaf, _)| !talk.leaves.contains(leaf))
                .map(|(_, points)| points)
                .sum::<i32>()
        };
        let totals: Vec<i32> = rows.iter().map(left).collect();
        assert!(totals.iter().max().expect("nine") - totals.iter().min().expect("nine") <= 10);
        assert!(talk.is_fewest, "product {product}");
    }
}

#[test]
fn a_star_is_as_firm_as_trying_says() {
    let mut world = World::new(42, &[Role::Chair, Role::Member, Role::Member], 4);
    let rules = CouncilRules::default();
    let mut seen = [0; 3];
    for round in 0..40 {
        let (product, scheme) = (round % 4, world.scheme(round % 4));
        let sheets: Vec<Worksheet> = (0..3)
            .map(|member| {
                let key = world.key(member, product);
                let mut sheet = random_sheet(key, &scheme, world.now, &mut world.chance);
                // Good sheets, so that stars and marks are near.
                for leaf in &scheme.leaves {
                    if !world.chance.one_in(3) {
                        let best = leaf.offers.iter().max_by_key(|offer| offer.points).expect("an offer");
                        sheet.answers.insert(leaf.number.clone(), Answer::of(best));
                    }
                }
                sheet
            })
            .collect();
        let given: Vec<_> = sheets.iter().map(|sheet| (sheet.member, Some(sheet))).collect();
        let firm = firmness(&scheme, &given, &Default::default(), &rules, 3..=4);
        let stars = |sheets: &[(MemberId, Option<&Worksheet>)]| consolidate(&scheme, sheets, &rules, 3..=4).stars;
        assert_eq!(firm.stars, stars(&given));
        for (at, sheet) in sheets.iter().enumerate() {
            let mut others = given.clone();
            others.remove(at);
            let without = firm.without.iter().find(|(member, _)| *member == sheet.member).map(|(_, stars)| *stars);
            let found = stars(&others);
            assert_eq!(without, (found != firm.stars).then_some(found));
            seen[0] += usize::from(without.is_some());
        }
        for step in &firm.steps {
            let at = sheets.iter().position(|sheet| sheet.member == step.member).expect("there");
            let leaf = &scheme.leaves[step.leaf];
            let now = sheets[at].answers[&leaf.number].points();
            let mut levels: Vec<i32> = leaf.offers.iter().map(|offer| offer.points).collect();
            levels.extend(leaf.offers_none_met().then_some(0));
            levels.sort_unstable();
            let next = if step.is_up {
                levels.iter().find(|points| **points > now)
            } else {
                levels.iter().rev().find(|points| **points < now)
            };
            let next = *next.expect("a step");
            let answer = leaf.offers.iter().find(|offer| offer.points == next).map_or(Answer::NoneMet, Answer::of);
            let mut changed = sheets[at].clone();
            changed.answers.insert(leaf.number.clone(), answer);
            let mut others = given.clone();
            others[at].1 = Some(&changed);
            assert_eq!(stars(&others), step.stars);
            assert_ne!(step.stars, firm.stars);
            seen[1] += 1;
        }
        let total = firm.total.expect("a mean");
        if let (Some(above), Some(below)) = (firm.above, firm.below) {
            assert_eq!(above.distance.plus(below.distance), Mean::whole(below.at - above.at));
            assert!(below.distance > Mean::whole(0) && total < Mean::whole(below.at));
            seen[2] += 1;
        }
        let size = |distance: Mean| if distance < Mean::whole(0) { Mean::whole(0).minus(distance) } else { distance };
        assert!(firm.marks.is_sorted_by(|one, other| size(one.distance) <= size(other.distance)));
    }
    assert!(seen.iter().all(|count| *count > 5), "{seen:?}");
}

#[test]
fn severity_and_drift_are_against_the_others() {
    let member = |at: i64| Id::new(at, [0; 10]);
    let (strict, mild, other): (MemberId, MemberId, MemberId) = (member(1), member(2), member(3));
    // The strict one gives 10 less than the two others at first, and 4 less in the end.
    let product = |less: i32, minute: i64| {
        vec![(strict, 60 - less, Moment(minute)), (mild, 60, Moment(minute)), (other, 60, Moment(minute))]
    };
    let products = [product(4, 40), product(10, 10), product(10, 20), product(4, 30)];
    let found = bearings(&[strict, mild, other, member(9)], &products);
    assert_eq!(found.len(), 3, "a member without sheets has no bearing");
    assert_eq!((found[0].products, found[0].severity, found[0].drift), (4, Mean::whole(-7), Some(Mean::whole(6))));
    assert_eq!(found[1].severity, Mean::new(7, 2));
    assert_eq!(bearings(&[strict], &products[..3])[0].drift, None);
    assert_eq!(bearings(&[strict], &[vec![(strict, 50, Moment(1))]]), []);
}
