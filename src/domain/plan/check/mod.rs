//! Checks of a plan (V01 to V28). They find and say where; they never keep a draft from being saved.

mod activities;
mod fix;
mod law;
mod mend;
mod money;
mod people;
mod products;
mod rounds;
mod targets;

use super::Plan;
use crate::code;
use crate::domain::date::Date;

pub use fix::Fix;
pub use law::announced;

/// Something that a check found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// How grave it is.
    pub severity: Severity,
    /// Where.
    pub spot: Spot,
    /// What the sentence about it names: names, numbers, days as ISO text.
    pub facts: Vec<String>,
    /// What would put it right with what the plan itself or the law says; absent: only a person, or another record, knows.
    pub fix: Option<Fix>,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look.
    Warning,
    /// Must be put right before the plan is issued.
    Error,
}

/// Where something stands, by the keys of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The first lines: title, issuer, level, period.
    Title,
    /// Number and date.
    NumberAndDate,
    /// A document.
    Document(String),
    /// A target.
    Target(String),
    /// An activity.
    Activity(String),
    /// A product.
    Product(String),
    /// A round.
    Round(String),
    /// All rounds.
    Rounds,
    /// The total.
    Total,
    /// A source of money.
    Source(String),
    /// A line of the estimate.
    BudgetLine(String),
    /// The annexes.
    Annexes,
    /// A unit.
    Unit(String),
    /// The recipients.
    Recipients,
    /// The signature.
    Signature,
}

code! {
    /// The rules.
    pub enum Rule {
        /// Title, issuer and period are there.
        V01 = "V01",
        /// Number and date are whole.
        V02 = "V02",
        /// The plan is dated in its first year or the year before.
        V03 = "V03",
        /// There are no districts since 01/7/2025.
        V04 = "V04",
        /// A legal basis has number, date, issuer and excerpt.
        V05 = "V05",
        /// A legal basis is in force.
        V06 = "V06",
        /// A legal basis is not younger than the plan.
        V07 = "V07",
        /// The estimate adds up.
        V08 = "V08",
        /// A line is quantity times price.
        V09 = "V09",
        /// The words say the amount.
        V10 = "V10",
        /// What is announced as attached is attached.
        V11 = "V11",
        /// As many products are listed as are aimed at.
        V12 = "V12",
        /// Shares add up to the target.
        V13 = "V13",
        /// No two numbers for one target.
        V14 = "V14",
        /// Somebody carries an activity out.
        V15 = "V15",
        /// An activity lies in the years of the plan.
        V16 = "V16",
        /// Steps follow one another.
        V17 = "V17",
        /// A round takes in, meets and ends in this order; rounds follow one another.
        V18 = "V18",
        /// A province has the two rounds of the year (26/2026/QĐ-TTg, Article 5).
        V19 = "V19",
        /// A product has producer, commune, group and kind of registration.
        V20 = "V20",
        /// An upgrade or re-evaluation has a certificate that it can follow.
        V21 = "V21",
        /// No product twice.
        V22 = "V22",
        /// Units with work have duties, and the other way round.
        V23 = "V23",
        /// No unit spelled in two ways.
        V24 = "V24",
        /// The recipients end with the archive and hold who has duties.
        V25 = "V25",
        /// A replaced plan is known and older.
        V26 = "V26",
        /// A committee signs as a body (Nghị định 30/2020/NĐ-CP, Article 13).
        V27 = "V27",
        /// Stars are 1 to 5, and 3 at least are recognised (26/2026/QĐ-TTg, Article 4.1).
        V28 = "V28",
    }
}

/// Everything that the rules find, in the order of the rules.
pub fn check(plan: &Plan) -> Vec<Finding> {
    let mut found = Vec::new();
    law::check(plan, &mut found);
    money::check(plan, &mut found);
    law::annexes(plan, &mut found);
    targets::check(plan, &mut found);
    activities::check(plan, &mut found);
    rounds::check(plan, &mut found);
    products::check(plan, &mut found);
    people::check(plan, &mut found);
    found.sort_by_key(|finding| finding.rule);
    found
}

impl Finding {
    fn new(rule: Rule, severity: Severity, spot: Spot) -> Finding {
        Finding { rule, severity, spot, facts: Vec::new(), fix: None }
    }

    fn warning(rule: Rule, spot: Spot) -> Finding {
        Finding::new(rule, Severity::Warning, spot)
    }

    fn error(rule: Rule, spot: Spot) -> Finding {
        Finding::new(rule, Severity::Error, spot)
    }

    fn fact(mut self, fact: impl Into<String>) -> Finding {
        self.facts.push(fact.into());
        self
    }

    fn fix(mut self, fix: Fix) -> Finding {
        self.fix = Some(fix);
        self
    }
}

/// The first and the last day that the date of the plan can be: blanks leave room.
fn day_range(plan: &Plan) -> Option<(Date, Date)> {
    let date = plan.date.as_ref().or(plan.wrapper.as_ref().and_then(|wrapper| wrapper.date.as_ref()));
    let date = date?;
    let year = date.year?;
    let from = Date::new(year, date.month.unwrap_or(1), date.day.unwrap_or(1))?;
    let to = match (date.month, date.day) {
        (_, Some(day)) => Date::new(year, date.month.unwrap_or(12), day)?,
        (month, None) => Date::new(year, month.unwrap_or(12), 1)?.plus_months(1).plus_days(-1),
    };
    Some((from, to))
}
