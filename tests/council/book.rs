//! The book of results: its formulas must come to what the engine comes to, and a wrong one must be found.

use std::collections::BTreeMap;

use so_ocop::book::{Content, Differs, ProductOf, results_book};
use so_ocop::domain::council::{FailedMinimum, ProductSheets, consolidate_agreed};
use so_ocop::domain::criteria::{Scheme, SetPin};
use so_ocop::domain::date::Date;
use so_ocop::domain::id::Id;
use so_ocop::domain::points::Mean;
use so_ocop::domain::session::{CouncilRules, Level, Member, MinimaOn, Purpose, Role, Session, SessionProduct};
use so_ocop::domain::worksheet::Answer;

use crate::synthetic::{member, ruler, scheme, sheet};

/// A session with nine members and one product.
fn session(rules: &CouncilRules, level: Level) -> Session {
    let date = Date::new(2026, 11, 20).expect("a day");
    let text = String::new;
    let pin = SetPin {
        decision: "qd-26-2026".into(),
        slug: text(),
        code: text(),
        name: text(),
        hash: text(),
        unknown: Default::default(),
    };
    let mut session = Session::self_check(date, pin, member(0), Id::new(0, [0; 10]));
    let name = |at: usize| Member {
        id: member(at),
        name: format!("Thành viên {at}"),
        post: String::new(),
        role: Role::Member,
        absent: None,
        unknown: Default::default(),
    };
    session.members = (0..9).map(name).collect();
    (session.rules, session.level, session.purpose) = (rules.clone(), level, Purpose::Official);
    session
}

/// Where the book of one product differs from the engine.
pub fn differs(scheme: &Scheme, sheets: &ProductSheets<'_>, rules: &CouncilRules, round: u64) -> Vec<Differs> {
    let level = if round % 200 < 100 { Level::Province } else { Level::Central };
    let mut rules = rules.clone();
    let mut agreed = BTreeMap::new();
    if round % 2 == 1 {
        // Levels that the council agreed on for every third criterion.
        rules.minima_on = Some(MinimaOn::Consensus);
        for (at, leaf) in scheme.leaves.iter().enumerate().filter(|(at, _)| at % 3 == (round / 2 % 3) as usize) {
            let offer = &leaf.offers[(round as usize / 6 + at) % leaf.offers.len()];
            let answer = Answer::Option { case: offer.case, option: offer.option, points: offer.points };
            agreed.insert(leaf.number.clone(), answer);
        }
    }
    let mut session = session(&rules, level);
    session.products[0].agreed = agreed;
    let product = &session.products[0];
    let result = consolidate_agreed(scheme, sheets, &product.agreed, &rules, session.recognises());
    results_book(&session, &[ProductOf { product, scheme, sheets, result: &result }]).differs
}

fn product(of: &Session) -> &SessionProduct {
    &of.products[0]
}

#[test]
fn a_mean_just_below_a_threshold_stays_below_it() {
    let scheme = ruler();
    let points = [[70], [70], [69]];
    let sheets: Vec<_> = points.iter().enumerate().map(|(at, points)| sheet(&scheme, at, points)).collect();
    let sheets: Vec<_> = sheets.iter().map(|sheet| (sheet.member, Some(sheet))).collect();
    let session = session(&CouncilRules::default(), Level::Province);
    let result = consolidate_agreed(&scheme, &sheets, &BTreeMap::new(), &session.rules, session.recognises());
    let own = ProductOf { product: product(&session), scheme: &scheme, sheets: &sheets, result: &result };
    let made = results_book(&session, &[own]);
    assert_eq!(made.differs, []);
    assert_eq!((result.band, result.stars), (3, 3));
    let text = made.book.to_text();
    assert!(text.contains("69.66") && !text.contains("69.67") && text.contains("Đã đối chiếu"), "{text}");
}

#[test]
fn a_book_that_differs_says_so() {
    let scheme = scheme(&[&[(0, None), (40, Some(3)), (90, Some(4))]]);
    let sheets: Vec<_> = [[40], [90]].iter().enumerate().map(|(at, points)| sheet(&scheme, at, points)).collect();
    let sheets: Vec<_> = sheets.iter().map(|sheet| (sheet.member, Some(sheet))).collect();
    let session = session(&CouncilRules::default(), Level::Province);
    let right = consolidate_agreed(&scheme, &sheets, &BTreeMap::new(), &session.rules, session.recognises());
    let of = |result| {
        let own = ProductOf { product: product(&session), scheme: &scheme, sheets: &sheets, result };
        results_book(&session, &[own])
    };
    assert_eq!(of(&right).differs, []);
    let mut wrong = right.clone();
    wrong.stars = 5;
    let made = of(&wrong);
    assert_eq!(made.differs.iter().map(|own| own.what).collect::<Vec<_>>(), ["stars", "conclusion"]);
    let said = made.book.to_text();
    assert!(said.contains("CHƯA ĐỐI CHIẾU ĐƯỢC") && !said.contains("Đã đối chiếu"));
    let mut wrong = right.clone();
    let mean = Mean::whole(39);
    wrong.failed_minima.push(FailedMinimum { star: 3, leaf: 0, need: 40, mean });
    wrong.max_gap += 1;
    assert_eq!(of(&wrong).differs.iter().map(|own| own.what).collect::<Vec<_>>(), ["largest gap", "minimum mark"]);
}

#[test]
fn nothing_that_follows_is_written_as_a_bare_number() {
    let scheme = scheme(&[&[(0, None), (40, Some(3)), (90, Some(4))], &[(0, None), (10, None)]]);
    let sheets: Vec<_> = [[40, 10], [90, 0]].iter().enumerate().map(|(at, own)| sheet(&scheme, at, own)).collect();
    let sheets: Vec<_> = sheets.iter().map(|sheet| (sheet.member, Some(sheet))).collect();
    let session = session(&CouncilRules::default(), Level::Province);
    let result = consolidate_agreed(&scheme, &sheets, &BTreeMap::new(), &session.rules, session.recognises());
    let own = ProductOf { product: product(&session), scheme: &scheme, sheets: &sheets, result: &result };
    let book = results_book(&session, &[own]).book;
    let summary = book.pages[0].rows.last().expect("a product");
    assert!(summary[3..].iter().all(|slot| matches!(slot.content, Content::Formula(_))));
    let formulas = book.pages[1].rows.iter().flatten().filter(|slot| matches!(slot.content, Content::Formula(_)));
    let texts: Vec<String> = formulas
        .map(|slot| match &slot.content {
            Content::Formula(formula) => formula.printed(1, &["Tổng hợp".into(), book.pages[1].title.clone()]),
            _ => String::new(),
        })
        .collect();
    assert!(texts.iter().all(|text| text.len() < 8000), "longer than spreadsheets take");
    assert!(texts.iter().any(|text| text.contains(">=(90*")), "{texts:?}");
}
