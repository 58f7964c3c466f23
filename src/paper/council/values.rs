//! What stands in the fields of a council's papers.

use super::facts::{Advice, Attendee, Facts, ProductFacts};
use crate::domain::council::Outcome;
use crate::domain::points::Mean;
use crate::domain::session::{Level, Role};
use crate::paper::template::{Value, Values};
use crate::text::council_papers::{self as words, field};
use crate::text::{self, Text, people, results};

/// The fields that every paper of a session may use.
pub fn of_session(facts: &Facts) -> Values {
    let meeting = &facts.meeting;
    let named =
        |one: Option<&Attendee>| one.map_or(Value::Blank, |one| Value::or_blank(&words::person(&one.name, &one.post)));
    let all = |people: &[(String, String)]| {
        let names: Vec<String> = people.iter().map(|(name, post)| words::person(name, post)).collect();
        if names.is_empty() { Value::Words(words::NONE_WORD.get().to_owned()) } else { Value::Words(names.join("; ")) }
    };
    let scorers = || meeting.people.iter().filter(|one| one.role.scores());
    let counted = |number: usize| Value::Words(words::counted(number));
    let at = |moment: Option<crate::domain::moment::Moment>| {
        moment.map_or(Value::Blank, |moment| Value::Words(words::moment(moment)))
    };
    let is_ministry = facts.level == Level::Central;
    let decision = |kind: Text, paper| Value::Words(words::reference(kind, paper));
    let override_reason = match meeting.override_reason.trim() {
        "" => Value::Nothing,
        reason => Value::Words(words::override_reason(reason)),
    };
    let recognised = facts.with(Outcome::Recognise).count();
    let mut values = vec![
        (field::OPENED, at(meeting.opened)),
        (field::CLOSED, at(meeting.closed)),
        (field::VENUE, Value::or_blank(&meeting.venue)),
        (field::CHAIR, named(facts.presiding())),
        (field::SECRETARY, named(facts.secretary())),
        (field::PRESENT, counted(scorers().filter(|one| one.is_present).count())),
        (field::SCORERS, counted(scorers().count())),
        (field::NEEDED, counted(meeting.needed)),
        (field::OVERRIDE, override_reason),
        (field::ATTENDANCE, attendance(facts)),
        (field::ADVISERS, all(&meeting.advisers)),
        (field::GUESTS, all(&meeting.guests)),
        (field::COUNCIL, Value::or_blank(&facts.council)),
        (field::SESSION, Value::or_blank(&facts.session)),
        (field::COUNCIL_DECISION, decision(words::A_DECISION, facts.council_decision.as_ref())),
        (field::RULES, decision(words::RULES_OF_OPERATION, facts.rules.as_ref())),
        (field::CRITERIA, Value::Words(words::RULES_OF_26.get().to_owned())),
        (field::FINGERPRINT, Value::or_blank(&facts.fingerprint)),
        (field::ADVISORY_BODY, Value::or_blank(&facts.advisory_body)),
        (field::NOTIFIER, Value::or_blank(&facts.advisory_body)),
        (field::SUBMISSION, decision(words::SUBMISSION, facts.submission.as_ref())),
        (field::RECOGNITION, decision(words::A_DECISION, facts.decision.as_ref())),
        (field::APPROVAL, decision(words::A_DECISION, facts.decision.as_ref())),
        (field::AUTHORITY, Value::Words(words::authority(&facts.committee, is_ministry))),
        (
            field::AUTHORITY_BASIS,
            if is_ministry { Value::Nothing } else { Value::Words(words::PROVINCE_BASIS.get().to_owned()) },
        ),
        (field::ISSUER, Value::or_blank(&facts.committee)),
        (field::EXECUTORS, Value::Words(words::executors(&facts.committee, &facts.advisory_body, is_ministry))),
        (field::COUNT, counted(facts.products.len())),
        (field::RECOGNISED, counted(recognised)),
        (field::PROPOSED, counted(facts.with(Outcome::ProposeHigher).count())),
        (field::BY_STAR, Value::or_blank(&by_star(facts))),
    ];
    values.extend(of_products(facts));
    values
}

/// The fields about all products together.
fn of_products(facts: &Facts) -> Values {
    let of =
        |list: &dyn Fn(&ProductFacts) -> Vec<String>| -> Vec<String> { facts.products.iter().flat_map(list).collect() };
    let recusals = of(&|product| {
        let said =
            |(member, reason): &(String, String)| words::recused(member, &product.name, reason, product.sheets());
        product.recused.iter().map(said).collect()
    });
    let rounds = of(&|product| {
        let said = product.rounds.iter().enumerate().filter_map(|(at, round)| {
            let mean = text::mean(round.mean?);
            Some(words::round(&product.name, at + 1, round.totals.len(), &mean, round.widest_gap()))
        });
        said.collect()
    });
    let gaps = of(&|product| product.gaps.iter().map(|gap| words::of_product(&product.name, gap)).collect());
    let decisions =
        of(&|product| product.decisions.iter().map(|(what, why)| words::decided(&product.name, what, why)).collect());
    let why = of(&|product| {
        if product.stars == 0 || product.stars >= product.band {
            return Vec::new();
        }
        let missed = product.missed.join("; ");
        vec![words::of_product(&product.name, &[&results::by_points(product.band), "; ", &missed].concat())]
    });
    let advice = || facts.products.iter().filter_map(|product| Some((product, product.advice.as_ref()?)));
    let remarks = advice().filter(|(_, advice)| !advice.remark.trim().is_empty());
    let remarks: Vec<String> =
        remarks.map(|(product, advice)| words::of_product(&product.name, &advice.remark)).collect();
    let missing = advice().filter(|(_, advice)| !advice.missing.is_empty());
    let missing: Vec<String> =
        missing.map(|(product, advice)| words::of_product(&product.name, &advice.missing.join("; "))).collect();
    let none = words::NONE.get();
    vec![
        (field::RECUSALS, Value::items(recusals, none)),
        (field::ROUNDS, Value::items(rounds, none)),
        (field::GAPS, Value::items(gaps, words::NO_GAP.get())),
        (field::DECISIONS, Value::items(decisions, "")),
        (field::WHY_RANK, Value::items(why, "")),
        (field::RESULTS, results(facts)),
        (field::TOTALS, Value::Words(totals(facts))),
        (field::SIGNATURES, signatures(facts)),
        (field::SUMMARY, summary(facts)),
        (field::MEMBERS_POINTS, members_points(facts)),
        (field::ADVICE, advised(facts)),
        (field::ADVICE_SAID, Value::items(remarks, none)),
        (field::ADVICE_MISSING, Value::items(missing, none)),
        (field::PROPOSALS, listed(facts, Outcome::ProposeHigher)),
    ]
}

/// The fields about one product.
pub fn of_product(facts: &Facts, product: &ProductFacts) -> Values {
    let parts = product.parts.iter().enumerate();
    let parts: Vec<String> = parts.map(|(at, mean)| [&words::part(at), ": ", &text::mean(*mean)].concat()).collect();
    let conclusion = results::conclusion(product.outcome, product.stars, facts.level);
    let next = match product.outcome {
        Outcome::Recognise => words::NEXT_RECOGNISED,
        Outcome::ProposeHigher | Outcome::ReturnLower => words::NEXT_HIGHER,
        _ => words::NEXT_NOT,
    };
    vec![
        (field::PRODUCT, Value::or_blank(&product.name)),
        (field::PRODUCER, Value::or_blank(&product.producer)),
        (field::PLACE, Value::or_blank(&product.commune)),
        (field::ADDRESS, Value::or_blank(&product.address)),
        (field::SET, Value::or_blank(&product.set)),
        (field::CODE, Value::or_blank(&product.code)),
        (field::MEAN, product.mean().map_or(Value::Blank, |mean| Value::Words(text::mean(mean)))),
        (
            field::SHEETS,
            Value::or_blank(&if product.sheets() > 0 { words::counted(product.sheets()) } else { String::new() }),
        ),
        (field::PARTS, Value::or_blank(&parts.join("; "))),
        (field::CONCLUSION, Value::Words(conclusion)),
        (field::WHY, Value::Items(why_not_higher(product))),
        (field::NOTES, Value::items(product.notes.clone(), words::NO_NOTES.get())),
        (field::NEXT, Value::Words(next.get().to_owned())),
        (field::STARS, Value::Words(people::stars(product.stars).to_uppercase())),
    ]
}

/// What stands between a product and the next star: the minimum marks that it misses, which hold back a star that its points
/// reach, then what its points lack for the one above.
pub fn why_not_higher(product: &ProductFacts) -> Vec<String> {
    let missed = product.missed.iter().map(|missed| [missed.trim_end_matches('.'), "."].concat());
    let mut why: Vec<String> = missed.collect();
    let next = product.band + 1;
    let threshold = [(2, 30), (3, 50), (4, 70), (5, 90)].into_iter().find(|(star, _)| *star == next);
    if let Some(((star, threshold), mean)) = threshold.zip(product.mean()).filter(|_| product.band > 0) {
        let short = Mean::whole(threshold).minus(mean);
        // Cut off, the rest would look smaller than it is.
        let up = i64::from(!short.is_exact_in_hundredths());
        why.push(words::below_band(&text::hundredths(short.hundredths() + up), star, threshold));
    }
    if why.is_empty() {
        let is_higher = product.outcome == Outcome::ProposeHigher;
        why.push((if is_higher { words::FOR_HIGHER_LEVEL } else { words::HIGHEST }).get().to_owned());
    }
    why
}

fn by_star(facts: &Facts) -> String {
    let parts = (1..=5).rev().filter_map(|stars| {
        let count = facts.with(Outcome::Recognise).filter(|product| product.stars == stars).count();
        (count > 0).then(|| words::with_stars(count, stars))
    });
    parts.collect::<Vec<_>>().join("; ")
}

/// `03 sản phẩm đạt 4 sao; …`, all products once.
fn totals(facts: &Facts) -> String {
    let count = |is_it: &dyn Fn(&ProductFacts) -> bool| facts.products.iter().filter(|one| is_it(one)).count();
    let with_stars = |stars: u8| {
        let count = count(&|one| ranked(one) == Some(stars));
        (count > 0).then(|| words::with_stars(count, stars))
    };
    let mut parts: Vec<String> = (1..=5).rev().filter_map(with_stars).collect();
    let elsewhere = count(&|one| matches!(one.outcome, Outcome::ProposeHigher | Outcome::ReturnLower));
    if elsewhere > 0 {
        parts.push(words::to_other_level(elsewhere));
    }
    let without = count(&|one| ranked(one).is_none()) - elsewhere;
    if without > 0 {
        parts.push(words::without_result(without));
    }
    words::totals(facts.products.len(), &parts.join("; "))
}

fn titles(columns: &[Text]) -> Vec<String> {
    columns.iter().map(|column| column.get().to_owned()).collect()
}

fn numbered(rows: impl Iterator<Item = Vec<String>>) -> Vec<Vec<String>> {
    rows.enumerate().map(|(at, row)| std::iter::once((at + 1).to_string()).chain(row).collect()).collect()
}

fn table(columns: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> Value {
    Value::Table { columns, rows: numbered(rows), strong: Vec::new() }
}

fn attendance(facts: &Facts) -> Value {
    let (yes, no) =
        if facts.meeting.is_written { (words::SENT, words::NOT_SENT) } else { (words::PRESENT, words::ABSENT) };
    let rows = facts.meeting.people.iter().map(|one| {
        let said = match (one.is_present, one.reason.as_str()) {
            (true, _) => yes.get().to_owned(),
            (false, "") => no.get().to_owned(),
            (false, reason) => words::absent(reason),
        };
        vec![one.name.clone(), one.post.clone(), people::role(one.role).get().to_owned(), said]
    });
    table(titles(&words::ATTENDANCE_COLUMNS), rows)
}

fn signatures(facts: &Facts) -> Value {
    let present = facts.meeting.people.iter().filter(|one| one.is_present && one.role != Role::Invited);
    let rows = present.map(|one| vec![one.name.clone(), people::role(one.role).get().to_owned(), String::new()]);
    table(titles(&words::SIGNATURE_COLUMNS), rows)
}

/// The stars that this council's result gives; who goes to another level has none yet (90 points at a province are not
/// 5 stars).
fn ranked(product: &ProductFacts) -> Option<u8> {
    match product.outcome {
        Outcome::NotRecognised | Outcome::Recognise => Some(product.stars),
        _ => None,
    }
}

fn stars(product: &ProductFacts) -> String {
    ranked(product).map_or_else(|| "–".to_owned(), people::stars)
}

fn mean(product: &ProductFacts) -> String {
    product.mean().map(text::mean).unwrap_or_else(|| "–".to_owned())
}

fn results(facts: &Facts) -> Value {
    let rows = facts.products.iter().map(|product| {
        let conclusion = results::conclusion(product.outcome, product.stars, facts.level);
        vec![
            product.name.clone(),
            product.producer.clone(),
            product.sheets().to_string(),
            mean(product),
            stars(product),
            conclusion,
        ]
    });
    table(titles(&words::RESULT_COLUMNS), rows)
}

fn summary(facts: &Facts) -> Value {
    let parts = facts.products.iter().map(|product| product.parts.len()).max().unwrap_or(0);
    let mut columns = titles(&words::SUMMARY_COLUMNS);
    let before_mean = 6;
    columns.splice(before_mean..before_mean, (0..parts).map(words::part));
    let rows = facts.products.iter().map(|product| {
        let mut row = vec![
            product.name.clone(),
            product.producer.clone(),
            product.address.clone(),
            product.set.clone(),
            product.sheets().to_string(),
        ];
        row.extend((0..parts).map(|at| product.parts.get(at).copied().map(text::mean).unwrap_or_default()));
        let gap = product.last_round().map_or(0, |round| round.widest_gap());
        row.extend([mean(product), gap.to_string(), stars(product)]);
        row
    });
    table(columns, rows)
}

/// Products × members: the totals that the mean is of.
fn members_points(facts: &Facts) -> Value {
    let scorers: Vec<&str> =
        facts.meeting.people.iter().filter(|one| one.role.scores()).map(|one| one.name.as_str()).collect();
    let mut columns = titles(&words::POINTS_COLUMNS);
    columns.extend(scorers.iter().map(|name| (*name).to_owned()));
    let rows = facts.products.iter().map(|product| {
        let totals = product.last_round().map(|round| round.totals.as_slice()).unwrap_or_default();
        let of = |name: &&str| totals.iter().find(|(own, _)| own == name).map(|(_, points)| points.to_string());
        let points = scorers.iter().map(|name| of(name).unwrap_or_else(|| "–".to_owned()));
        std::iter::once(product.name.clone()).chain(points).collect()
    });
    table(columns, rows)
}

fn advised(facts: &Facts) -> Value {
    let rows = facts.products.iter().map(|product| {
        let Advice { points, remark, .. } = product.advice.clone().unwrap_or_default();
        let points = points.map(text::mean).unwrap_or_else(|| "–".to_owned());
        vec![product.name.clone(), product.producer.clone(), product.set.clone(), points, remark]
    });
    table(titles(&words::ADVICE_COLUMNS), rows)
}

/// The products of an outcome with their points and stars, as annexes of decisions list them.
pub fn listed(facts: &Facts, outcome: Outcome) -> Value {
    let rows = facts.with(outcome).map(|product| {
        let stars = if outcome == Outcome::ProposeHigher { people::stars(product.band) } else { stars(product) };
        vec![product.name.clone(), product.producer.clone(), product.address.clone(), mean(product), stars]
    });
    let mut columns = titles(&words::RECOGNISED_COLUMNS);
    if let Some(last) = columns.last_mut().filter(|_| outcome == Outcome::ProposeHigher) {
        *last = words::PROPOSED_STARS.get().to_owned();
    }
    table(columns, rows)
}
