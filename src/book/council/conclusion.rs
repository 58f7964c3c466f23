//! What a product's page concludes, as a formula.

use super::product::{Answer, ProductPage, Setting};
use crate::book::{Compare, Formula};
use crate::domain::council::Outcome;
use crate::domain::session::Session;
use crate::text;

/// What follows, in words; the order of the questions is that of the engine.
pub(super) fn conclusion(session: &Session, place: &ProductPage) -> Formula {
    let cell = |answer: Answer| Formula::Cell(place.answer(answer));
    let setting = |setting: Setting| Formula::Cell(place.setting(setting));
    let stars = |how: Compare, other: Formula| cell(Answer::Stars).compared(how, other);
    let say = |outcome: Outcome, stars: u8| -> Formula {
        text::results::conclusion(outcome, stars, session.level).as_str().into()
    };
    let by_star = |outcome: Outcome, from: [u8; 3]| {
        let one = |star: u8| stars(Compare::Is, i64::from(star).into());
        let rest = Formula::when(one(from[1]), say(outcome, from[1]), say(outcome, from[2]));
        Formula::when(one(from[0]), say(outcome, from[0]), rest)
    };
    let incomplete = Formula::Or(vec![
        setting(Setting::Sheets).compared(Compare::Is, 0),
        setting(Setting::Missing).compared(Compare::Above, 0),
    ]);
    let eliminated = cell(Answer::Ended).compared(Compare::Is, place.setting(Setting::Sheets));
    let disputed = cell(Answer::Ended).compared(Compare::Above, 0);
    let questions = [
        (incomplete, say(Outcome::Incomplete, 0)),
        (eliminated, say(Outcome::Eliminated, 0)),
        (disputed, say(Outcome::RuleDisputed, 0)),
        (stars(Compare::Below, 3.into()), by_star(Outcome::NotRecognised, [0, 1, 2])),
        (stars(Compare::Above, setting(Setting::Highest)), say(Outcome::ProposeHigher, 0)),
        (stars(Compare::Below, setting(Setting::Lowest)), say(Outcome::ReturnLower, 0)),
    ];
    let last = by_star(Outcome::Recognise, [3, 4, 5]);
    questions.into_iter().rev().fold(last, |rest, (question, answer)| Formula::when(question, answer, rest))
}
