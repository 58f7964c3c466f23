//! The sample file: a practice session with the five products of the Văn Quan plan of 2024.

use so_ocop::domain::criteria::{Leaf, Scheme, SetPin};
use so_ocop::domain::date::Date;
use so_ocop::domain::points::Points;
use so_ocop::domain::session::*;
use so_ocop::domain::worksheet::Answer;
use so_ocop::ledger::{SheetEdit, SheetKey};

use crate::device::{Device, read, with_sets};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/samples/van-quan-2024.json");

/// A product of the plan (Kế hoạch thực hiện Chương trình mỗi xã một sản phẩm, UBND huyện Văn Quan, 2024), the code of
/// its set, and what the practice council gives.
struct Practice {
    name: &'static str,
    producer: &'static str,
    set: &'static str,
    /// The stars that follow.
    stars: u8,
    /// The total of each member's sheet.
    totals: [Points; 5],
    /// A minimum mark for this star is missed on purpose.
    misses: Option<u8>,
}

const PRODUCTS: [Practice; 5] = [
    Practice {
        name: "Khau nhục Công Hường",
        producer: "Hộ kinh doanh Lương Thu Hường",
        set: "08",
        stars: 4,
        totals: [78, 80, 77, 81, 80],
        misses: None,
    },
    Practice {
        name: "Thạch đen Kim Tú",
        producer: "Hộ kinh doanh Hà Văn Độ",
        set: "07",
        stars: 3,
        totals: [61, 63, 60, 64, 61],
        misses: None,
    },
    Practice {
        name: "Khẩu sli Hà Diềm",
        producer: "Hộ kinh doanh Hà Thị Diềm",
        set: "06",
        stars: 3,
        // The first and the last member are more than 10 points apart.
        totals: [67, 62, 60, 61, 55],
        misses: None,
    },
    Practice {
        name: "Rượu men lá Hữu Lễ",
        producer: "Hộ kinh doanh Nông Thị Ngoan",
        set: "14",
        stars: 2,
        totals: [44, 46, 43, 45, 46],
        misses: None,
    },
    Practice {
        name: "Tinh chất hoa hồi Văn Quan",
        producer: "Hộ kinh doanh Nông Văn Tú",
        set: "20",
        stars: 3,
        totals: [72, 73, 71, 74, 72],
        misses: Some(4),
    },
];

const ROLES: [Role; 5] = [Role::Chair, Role::ViceChair, Role::Member, Role::Member, Role::Member];

fn pin(code: &str) -> SetPin {
    with_sets(|sets, _| {
        let set = sets.iter().find(|set| set.pin.decision == "qd-26-2026" && set.pin.code == code);
        set.expect("a set").pin.clone()
    })
}

fn session(device: &mut Device) -> Session {
    let member = |(at, role): (usize, &Role)| Member {
        id: device.new_id(),
        name: format!("Thành viên tập sự {}", at + 1),
        post: String::new(),
        role: *role,
        absent: None,
        unknown: Default::default(),
    };
    let members = ROLES.iter().enumerate().map(member).collect();
    let product = |practice: &Practice| SessionProduct {
        id: device.new_id(),
        name: practice.name.to_owned(),
        producer: practice.producer.to_owned(),
        commune: String::new(),
        code: String::new(),
        phone: String::new(),
        set: pin(practice.set),
        agreed: Default::default(),
        typed: None,
        unknown: Default::default(),
    };
    Session {
        name: "Thực hành: năm sản phẩm Văn Quan 2024".to_owned(),
        council: "Hội đồng thực hành".to_owned(),
        purpose: Purpose::Practice,
        level: Level::Province,
        date: Date::new(2026, 11, 21).expect("a day"),
        decision: "qd-26-2026".to_owned(),
        products: PRODUCTS.iter().map(product).collect(),
        members,
        rules: CouncilRules::default(),
        dossier: None,
        procedure: None,
        unknown: Default::default(),
    }
}

/// Answers that add up to `total`: first the least that the stars need, then one step more here and there.
fn answers(scheme: &Scheme, practice: &Practice, total: Points, device: &mut Device) -> Vec<Points> {
    let band = practice.misses.unwrap_or(practice.stars);
    let is_missed = |leaf: &Leaf| practice.misses.is_some_and(|star| leaf.need(3) < leaf.need(star));
    let held = scheme.leaves.iter().position(is_missed);
    let zero_ends = |leaf: &Leaf| {
        scheme.leaves.iter().any(|other| other.rule.iter().any(|rule| rule.zero_in.contains(&leaf.number)))
    };
    let is_gate = |at: usize| scheme.leaves.iter().any(|other| other.gate == Some(at));
    let least = |(at, leaf): (usize, &Leaf)| {
        let stars = if Some(at) == held { 3 } else { band };
        let need = (3..=stars).filter_map(|star| leaf.need(star)).max().unwrap_or(0);
        let need = need.max(if zero_ends(leaf) || is_gate(at) { 1 } else { 0 });
        levels(leaf).into_iter().find(|points| *points >= need).unwrap_or(leaf.max)
    };
    let mut points: Vec<Points> = scheme.leaves.iter().enumerate().map(least).collect();
    for _ in 0..100_000 {
        let missing = total - points.iter().sum::<Points>();
        if missing == 0 {
            return points;
        }
        let at = device.dice.below(points.len());
        if Some(at) == held {
            continue;
        }
        let next = levels(&scheme.leaves[at]).into_iter().find(|level| *level > points[at]);
        if let Some(next) = next.filter(|next| next - points[at] <= missing) {
            points[at] = next;
        }
    }
    panic!("{}: {total} points cannot be reached from {points:?}", practice.name);
}

/// The points that a leaf can give, least first.
fn levels(leaf: &Leaf) -> Vec<Points> {
    let mut levels: Vec<Points> = leaf.offers.iter().map(|offer| offer.points).collect();
    if leaf.offers_none_met() {
        levels.push(0);
    }
    levels.sort_unstable();
    levels.dedup();
    levels
}

fn answer(leaf: &Leaf, points: Points) -> Answer {
    match leaf.offers.iter().find(|offer| offer.points == points) {
        Some(offer) => Answer::Option { case: offer.case, option: offer.option, points },
        None => Answer::NoneMet,
    }
}

fn sample() -> String {
    let mut device = Device::new(2024);
    let id = device.new_id();
    let session = session(&mut device);
    device.save_session(id, session.clone());
    for (product, practice) in session.products.iter().zip(&PRODUCTS) {
        let scheme = with_sets(|_, schemes| schemes.get(&product.set).expect("a set").clone());
        for (member, total) in session.members.iter().zip(practice.totals) {
            let key = SheetKey { session: id, member: member.id, product: product.id };
            for (leaf, points) in scheme.leaves.iter().zip(answers(&scheme, practice, total, &mut device)) {
                device.edit(key, SheetEdit::Answer(leaf.number.clone(), Some(answer(leaf, points)))).expect("offered");
            }
            device.edit(key, SheetEdit::Lock).expect("whole");
        }
    }
    device.export()
}

#[test]
fn the_sample_is_current_and_shows_what_it_should() {
    let text = sample();
    if std::env::var_os("UPDATE_SAMPLE").is_some() {
        std::fs::write(PATH, &text).expect("writes");
    }
    assert!(
        std::fs::read_to_string(PATH).unwrap_or_default() == text,
        "{PATH} is not current; write it with\n  UPDATE_SAMPLE=1 cargo test --no-default-features --features verify --test exchange sample"
    );
    let envelope = read(text.as_bytes()).expect("reads");
    for (result, practice) in envelope.results.iter().zip(&PRODUCTS) {
        assert_eq!(result["product_name"], practice.name);
        assert_eq!(result["stars"], practice.stars, "{}", practice.name);
        assert_eq!(result["sheets"], 5);
        assert_eq!(result["gaps"].as_array().map(Vec::len), Some(usize::from(practice.set == "06")));
        let is_held = result["band"] != result["stars"];
        assert_eq!(is_held, practice.misses.is_some(), "{}", practice.name);
        if is_held {
            let failed = result["failed_minima"].as_array().expect("a list");
            assert_eq!((failed.len(), &failed[0]["star"]), (1, &4.into()));
        }
    }
}
