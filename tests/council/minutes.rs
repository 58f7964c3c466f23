//! The facts that minutes are made of: they say of each round what its sheets came to, and of the last what the result is.

use so_ocop::domain::council::{Outcome, consolidate};
use so_ocop::domain::criteria::SetPin;
use so_ocop::domain::date::Date;
use so_ocop::domain::moment::Moment;
use so_ocop::domain::points::Mean;
use so_ocop::domain::procedure::{Procedure, Recusal, ScoringRound, Sitting, SittingForm};
use so_ocop::domain::session::{Member, ProductId, Purpose, Role, Session, TypedResult};
use so_ocop::domain::worksheet::Worksheet;
use so_ocop::paper::council::{CouncilPaper, Office, Rated, facts};
use so_ocop::paper::plain;

use crate::random::Chance;
use crate::synthetic::{member, ruler, sheet};

fn product() -> ProductId {
    ProductId::new(0, [0; 10])
}

/// A session with `count` members and a secretary.
fn session(count: usize) -> Session {
    let pin = SetPin {
        decision: "qd-26-2026".to_owned(),
        slug: "thu".to_owned(),
        code: "01".to_owned(),
        name: "Chè".to_owned(),
        hash: "sha256:0".to_owned(),
        unknown: Default::default(),
    };
    let mut session = Session::self_check(Date::new(2026, 11, 21).expect("a day"), pin, member(0), product());
    let one = session.members[0].clone();
    let made = |(at, role): (usize, Role)| Member {
        id: member(at),
        name: format!("Thành viên {at}"),
        role,
        absent: None,
        ..one.clone()
    };
    session.purpose = Purpose::Official;
    session.members = (0..count).map(|at| (at, if at == 0 { Role::Chair } else { Role::Member })).map(made).collect();
    session.members.push(made((90, Role::Secretary)));
    session.members.push(made((91, Role::Invited)));
    session.products[0].name = "Chè Shan".to_owned();
    session
}

fn round(number: u16, members: Vec<usize>) -> ScoringRound {
    ScoringRound {
        product: product(),
        number,
        members: members.into_iter().map(member).collect(),
        reason: "chênh lệch quá mức".to_owned(),
        at: Moment(0),
        unknown: Default::default(),
    }
}

#[test]
fn the_last_round_is_the_result() {
    let scheme = ruler();
    for seed in 0..2_000 {
        let mut dice = Chance(seed);
        let count = 2 + dice.below(7);
        let mut session = session(count);
        let mut procedure = Procedure::new();
        let mut sheets: Vec<Worksheet> = (0..count).map(|at| sheet(&scheme, at, &[dice.below(101) as i32])).collect();
        for number in 2..2 + dice.below(3) as u16 {
            let asked: Vec<usize> = if dice.one_in(2) { Vec::new() } else { vec![dice.below(count)] };
            for (at, own) in sheets.iter_mut().enumerate() {
                if asked.is_empty() || asked.contains(&at) {
                    let mut next = sheet(&scheme, at, &[dice.below(101) as i32]);
                    next.round = Some(number);
                    next.earlier = std::mem::take(&mut own.earlier);
                    next.earlier.push(own.clone());
                    *own = next;
                }
            }
            procedure.rounds.push(round(number, asked));
        }
        if count > 2 && dice.one_in(3) {
            procedure.recusals.push(Recusal {
                member: member(1),
                product: product(),
                reason: "người nhà".to_owned(),
                at: Moment(0),
                taken_back: None,
                unknown: Default::default(),
            });
        }
        session.procedure = Some(procedure);
        let counted: Vec<_> = session
            .scorers_of(product())
            .map(|member| (member.id, sheets.iter().find(|sheet| sheet.member == member.id)))
            .collect();
        let result = consolidate(&scheme, &counted, &session.rules, session.recognises());
        let rated = Rated { scheme: &scheme, sheets: sheets.iter().map(Some).collect(), result: &result };
        let facts = facts(&session, &[rated], &Office::default());
        let of = &facts.products[0];
        assert_eq!(of.rounds.len(), usize::from(session.round(product())), "seed {seed}");
        assert_eq!((of.mean(), of.sheets()), (result.total, result.sheets), "seed {seed}");
        let totals: Vec<i32> = of.last_round().expect("a round").totals.iter().map(|(_, points)| *points).collect();
        assert_eq!(totals, result.totals.iter().map(|(_, points)| *points).collect::<Vec<_>>(), "seed {seed}");
        assert_eq!(of.last_round().map(|round| round.widest_gap()), Some(result.max_gap), "seed {seed}");
        assert_eq!((of.stars, of.outcome), (result.stars, result.outcome), "seed {seed}");
        assert_eq!(of.recused.len(), count - counted.len(), "seed {seed}");
    }
}

#[test]
fn minutes_of_a_session_say_who_sat_and_why_it_was_scored_again() {
    let scheme = ruler();
    let mut session = session(3);
    let mut procedure = Procedure::new();
    procedure.form = Some(SittingForm::Meeting);
    (procedure.decision, procedure.decided_on) = ("12/QĐ-UBND".to_owned(), Date::new(2026, 9, 1));
    procedure.sittings.push(Sitting {
        at: Moment::parse("2026-11-21T01:30:00.000Z").expect("a moment"),
        present: vec![member(0), member(2)],
        needed: 3,
        reason: Some("bão".to_owned()),
        closed: None,
        unknown: Default::default(),
    });
    procedure.rounds.push(round(2, Vec::new()));
    session.procedure = Some(procedure);
    let mut sheets = [sheet(&scheme, 0, &[80]), sheet(&scheme, 2, &[84])];
    for (own, points) in sheets.iter_mut().zip([60, 90]) {
        let at = usize::from(own.member == member(2)) * 2;
        own.round = Some(2);
        own.earlier.push(sheet(&scheme, at, &[points]));
        own.notes.insert("1.1".to_owned(), " cần hợp đồng ".to_owned());
    }
    let counted: Vec<_> = sheets.iter().map(|sheet| (sheet.member, Some(sheet))).collect();
    let result = consolidate(&scheme, &counted, &session.rules, session.recognises());
    let sheets = vec![Some(&sheets[0]), None, Some(&sheets[1])];
    let office = Office { committee: "Ủy ban nhân dân tỉnh Lạng Sơn".to_owned(), ..Office::default() };
    let facts = facts(&session, &[Rated { scheme: &scheme, sheets, result: &result }], &office);
    let text = plain(&CouncilPaper::Minutes.document(&facts, CouncilPaper::Minutes.template(&facts)));
    for words in [
        "8 giờ 30, ngày 21 tháng 11 năm 2026",
        "có mặt 02/03, cần có mặt ít nhất 03",
        "Lý do: bão.",
        "Quyết định số 12/QĐ-UBND ngày 01/9/2026 của Ủy ban nhân dân tỉnh Lạng Sơn",
        "5. Khách mời: Thành viên 91",
        "Chè Shan, lượt 1: 2 phiếu, trung bình 75,00 điểm, chênh lệch lớn nhất 30 điểm.",
        "Chè Shan, lượt 2: 2 phiếu, trung bình 82,00 điểm, chênh lệch lớn nhất 4 điểm.",
        "Chè Shan: Chấm lại lượt 2. Lý do: chênh lệch quá mức.",
        "DỰ THẢO",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert_eq!(facts.products[0].notes, ["1.1 Tiêu chí: cần hợp đồng"], "the same remark of two members stands once");
}

#[test]
fn a_result_from_paper_keeps_its_stars() {
    let scheme = ruler();
    let mut session = session(2);
    let typed = |total: i32, stars: Option<u8>| TypedResult {
        parts: [("A".to_owned(), Mean::whole(total))].into(),
        stars,
        paper: "Biên bản số 5".to_owned(),
        unknown: Default::default(),
    };
    for (total, stars, wanted) in [
        (72, Some(3), (3, 4, Outcome::Recognise)),
        (72, None, (4, 4, Outcome::Recognise)),
        (45, None, (2, 2, Outcome::NotRecognised)),
        (93, None, (5, 5, Outcome::ProposeHigher)),
    ] {
        session.products[0].typed = Some(typed(total, stars));
        let result = consolidate(&scheme, &[(member(0), None)], &session.rules, session.recognises());
        let rated = Rated { scheme: &scheme, sheets: vec![None, None], result: &result };
        let facts = facts(&session, &[rated], &Office::default());
        let of = &facts.products[0];
        assert_eq!((of.stars, of.band, of.outcome), wanted);
        assert_eq!(of.mean(), Some(Mean::whole(total)));
        assert_eq!(of.decisions[0].0, "Nhập tay theo Biên bản số 5");
    }
}
