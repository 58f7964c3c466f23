//! Templates that a new plan starts from. A template is a file of the site with the words, duties and steps of one kind
//! of plan at one level; what depends on unit, year and day is filled in here, and what only the office knows stays a
//! blank.
//!
//! Words in double brackets are filled in: `[[unit]]` (`xã Điềm He`), `[[UNIT]]`, `[[kind]]` (`xã`), `[[province]]`,
//! `[[PROVINCE]]`, `[[tier]]` (`tỉnh`), `[[place]]`, `[[office]]` (the commune's standing agency), `[[when]]` (`năm 2027`,
//! `giai đoạn 2026 - 2030`), `[[WHEN]]`, `[[year]]`, `[[from]]`, `[[to]]`, `[[hand_in_1]]`, `[[hand_in_2]]` (the last days
//! for producers). A paragraph with `[[bases]]` stands once for each paper in force, a column `[[each_year]]` once for
//! each year, and a round of the year 0 once for each year, in which `[[y]]` is that year.

use super::law::LegalBases;
use super::{DocUse, Period, Plan, PlanKind, PlanRound, PlanSection, PlanStatus, Tier, TimeSpec};
use crate::codec::{Fault, Field, Place, Value};
use crate::domain::calendar::{latest, round};
use crate::domain::cycle::Office;
use crate::domain::date::Date;
use crate::domain::regime::is_two_tier;
use crate::domain::session::Level;
use crate::domain::vietnamese::fold;
use crate::record;

record! {
    /// A template.
    pub struct PlanTemplate {
        /// Its name among the files.
        pub id: String,
        /// Level of the body that issues the plan.
        pub level: Tier,
        /// Kind of plan.
        pub kind: PlanKind,
        /// The first day on which what it says of the procedure holds.
        pub valid_from: Date,
        /// The last such day; absent: it still holds.
        pub valid_to: Option<Date>,
        /// The plan, with words to be filled in.
        pub plan: Value,
    }
}

/// The templates there are: name, level, kind. The file is `samples/templates/<name>.json`.
pub const TEMPLATES: [(&str, Tier, PlanKind); 10] = [
    ("commune-year", Tier::Commune, PlanKind::Standalone),
    ("commune-decision", Tier::Commune, PlanKind::Attached),
    ("commune-period", Tier::Commune, PlanKind::Period),
    ("commune-evaluation", Tier::Commune, PlanKind::Evaluation),
    ("commune-fund", Tier::Commune, PlanKind::Fund),
    ("province-year", Tier::Province, PlanKind::Standalone),
    ("province-decision", Tier::Province, PlanKind::Attached),
    ("province-period", Tier::Province, PlanKind::Period),
    ("province-evaluation", Tier::Province, PlanKind::Evaluation),
    ("province-fund", Tier::Province, PlanKind::Fund),
];

/// The kinds of plan that are written here. (A scheme is only referred to.)
pub const KINDS: [PlanKind; 6] = [
    PlanKind::Standalone,
    PlanKind::Attached,
    PlanKind::Period,
    PlanKind::Evaluation,
    PlanKind::Fund,
    PlanKind::Digest,
];

/// The template of a digest of a plan, whichever level issued it and whenever.
const DIGEST: &str = "digest";

/// The template for a level and kind of plan, if there is one. (Districts, which ended on 30/6/2025, have none but that of
/// a digest.)
pub fn template_of(level: Tier, kind: PlanKind) -> Option<&'static str> {
    if kind == PlanKind::Digest {
        return Some(DIGEST);
    }
    TEMPLATES.iter().find(|(_, own, of)| (*own, *of) == (level, kind)).map(|(name, ..)| *name)
}

/// The template for plans of days before the procedure in force: headings, and the papers in force then; it says nothing
/// of a procedure.
const EARLIER: &str = "earlier";

/// The first day of the procedure in force (26/2026/QĐ-TTg).
const PROCEDURE: Option<Date> = Date::new(2026, 5, 22);

/// The template for a plan of a day, if there is one. Districts have one until 30/6/2025.
pub fn template_on(level: Tier, kind: PlanKind, day: Date) -> Option<&'static str> {
    if kind == PlanKind::Digest || PROCEDURE.is_none_or(|first| day >= first) {
        return template_of(level, kind);
    }
    let is_there = match level {
        Tier::District => !is_two_tier(day),
        Tier::Province | Tier::Commune => true,
        Tier::Central => false,
    };
    let is_plain = matches!(kind, PlanKind::Standalone | PlanKind::Period | PlanKind::Evaluation | PlanKind::Fund);
    (is_there && is_plain).then_some(EARLIER)
}

/// What a template is filled in with.
#[derive(Clone, Debug)]
pub struct TemplateFacts<'a> {
    /// The unit that issues the plan, as the list of units writes it: `Xã Điềm He`, `Phường 1`; of a province its name.
    pub unit: &'a str,
    /// Its province, as the list of units writes it: `Lạng Sơn`, `Thành phố Huế`.
    pub province: &'a str,
    /// The years.
    pub period: Period,
    /// The day on which the plan is begun: the papers in force then are cited.
    pub today: Date,
    /// Days off, to reckon with working days.
    pub office: &'a Office,
    /// The papers that plans rest on.
    pub bases: &'a LegalBases,
}

/// Why a template gives no plan.
#[derive(Clone, Debug, PartialEq)]
pub enum NoTemplate {
    /// It holds from a later day on.
    NotYet(Date),
    /// It held until this day.
    Ended(Date),
    /// The plan's years ended before it held.
    EarlierYears(Date),
    /// The last year is before the first, or a year cannot be.
    NoPeriod,
    /// The file is damaged.
    Broken(Fault),
}

impl PlanTemplate {
    /// The same for another level and kind, where it is one for all of them.
    pub fn meant_for(mut self, level: Tier, kind: PlanKind) -> PlanTemplate {
        if self.id == EARLIER || self.id == DIGEST {
            (self.level, self.kind) = (level, kind);
        }
        self
    }

    /// A draft from this template.
    pub fn fill(&self, facts: &TemplateFacts<'_>) -> Result<Plan, NoTemplate> {
        let period = &facts.period;
        let last = Date::new(period.to, 12, 31).ok_or(NoTemplate::NoPeriod)?;
        Date::new(period.from, 1, 1).filter(|first| *first <= last).ok_or(NoTemplate::NoPeriod)?;
        if facts.today < self.valid_from {
            return Err(NoTemplate::NotYet(self.valid_from));
        }
        if last < self.valid_from {
            return Err(NoTemplate::EarlierYears(self.valid_from));
        }
        if let Some(ended) = self.valid_to.filter(|last| facts.today > *last) {
            return Err(NoTemplate::Ended(ended));
        }
        let words = Words::of(self.level, facts);
        let mut value = self.plan.clone();
        words.fill(&mut value);
        let mut plan = Plan::read(value, &Place::default().key("plan")).map_err(NoTemplate::Broken)?;
        (plan.kind, plan.level, plan.status) = (self.kind, self.level, PlanStatus::Draft);
        plan.period = Period { from: period.from, to: period.to, unknown: Default::default() };
        if self.kind != PlanKind::Digest {
            cite(&mut plan, facts);
        }
        let year = (period.from == period.to).then_some(period.from);
        for activity in &mut plan.activities {
            activity.time = activity.time.as_ref().map(|time| TimeSpec::parse(&time.printed, year));
        }
        plan.rounds = plan.rounds.iter().flat_map(|round| each_year(round, period)).collect();
        for section in &mut plan.sections {
            tables(section, period);
        }
        Ok(plan)
    }
}

/// Names the papers in force, each in a paragraph of its own.
fn cite(plan: &mut Plan, facts: &TemplateFacts<'_>) {
    const MARK: &str = "[[bases]]";
    let cited: Vec<_> = facts.bases.cited_on(facts.today).enumerate().collect();
    let key = |at: usize| format!("b{}", at + 1);
    for opening in
        [Some(&mut plan.opening), plan.wrapper.as_mut().map(|wrapper| &mut wrapper.opening)].into_iter().flatten()
    {
        let spread = |section: PlanSection| -> Vec<PlanSection> {
            if !section.text.contains(MARK) {
                return vec![section];
            }
            let named = |at: usize| section.text.replace(MARK, &["{", &key(at), "}"].concat());
            cited.iter().map(|(at, _)| PlanSection { text: named(*at), ..section.clone() }).collect()
        };
        *opening = std::mem::take(opening).into_iter().flat_map(spread).collect();
    }
    let named = cited.iter().map(|(at, basis)| basis.named(&key(*at), vec![DocUse::Basis]));
    plan.documents.splice(0..0, named.collect::<Vec<_>>());
}

fn each_year(of: &PlanRound, period: &Period) -> Vec<PlanRound> {
    if of.year != 0 {
        return vec![of.clone()];
    }
    let time = |time: &Option<TimeSpec>, year: i32| {
        time.as_ref().map(|time| TimeSpec::parse(&time.printed.replace("[[y]]", &year.to_string()), Some(year)))
    };
    let in_year = |year: i32| PlanRound {
        // The first year has the key that the text names.
        key: if year == period.from { of.key.clone() } else { format!("{}y{year}", of.key) },
        year,
        intake: time(&of.intake, year),
        field_check: time(&of.field_check, year),
        meeting: time(&of.meeting, year),
        deadline: time(&of.deadline, year),
        ..of.clone()
    };
    (period.from..=period.to).map(in_year).collect()
}

/// Spreads the column of the years.
fn tables(section: &mut PlanSection, period: &Period) {
    const MARK: &str = "[[each_year]]";
    for child in &mut section.children {
        tables(child, period);
    }
    let Some(table) = &mut section.table else { return };
    let Some(at) = table.columns.iter().position(|column| column == MARK) else { return };
    let years: Vec<String> = (period.from..=period.to).map(|year| year.to_string()).collect();
    for row in &mut table.rows {
        let cell = row.cells.get(at).cloned().unwrap_or_default();
        let end = (at + 1).min(row.cells.len());
        row.cells.splice(at.min(end)..end, vec![cell; years.len()]);
    }
    table.columns.splice(at..=at, years);
}

/// The words that stand in brackets.
struct Words(Vec<(&'static str, String)>);

impl Words {
    fn of(level: Tier, facts: &TemplateFacts<'_>) -> Words {
        let province = province_in_text(facts.province);
        let (unit, place) = if level == Tier::Province {
            (province.clone(), bare(facts.province))
        } else {
            (unit_in_text(facts.unit), bare(facts.unit))
        };
        let (from, to) = (facts.period.from, facts.period.to);
        let when = if from == to { format!("năm {from}") } else { format!("giai đoạn {from} - {to}") };
        let hand_in = |number: u8| {
            let last = latest(&round(Level::Province, from, number), facts.office);
            last.map_or_else(|| "…".to_owned(), |last| in_text(last.producer))
        };
        Words(vec![
            ("[[UNIT]]", unit.to_uppercase()),
            ("[[kind]]", kind_of(&unit).to_owned()),
            ("[[office]]", standing_office(facts.unit).to_owned()),
            ("[[unit]]", unit),
            ("[[PROVINCE]]", province.to_uppercase()),
            ("[[tier]]", if fold(&province).starts_with("thanh pho") { "thành phố" } else { "tỉnh" }.to_owned()),
            ("[[province]]", province),
            ("[[place]]", place),
            ("[[WHEN]]", when.to_uppercase()),
            ("[[when]]", when),
            ("[[year]]", from.to_string()),
            ("[[from]]", from.to_string()),
            ("[[to]]", to.to_string()),
            ("[[hand_in_1]]", hand_in(1)),
            ("[[hand_in_2]]", hand_in(2)),
        ])
    }

    fn fill(&self, value: &mut Value) {
        match value {
            Value::String(text) if text.contains("[[") => {
                for (mark, words) in &self.0 {
                    *text = text.replace(mark, words);
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.fill(item)),
            Value::Object(map) => map.iter_mut().for_each(|(_, item)| self.fill(item)),
            _ => (),
        }
    }
}

/// A day as papers write it: `07/4/2027`.
fn in_text(day: Date) -> String {
    let month = if day.month() < 3 { format!("0{}", day.month()) } else { day.month().to_string() };
    format!("{:02}/{month}/{}", day.day(), day.year())
}

/// `Xã Điềm He` within a sentence: `xã Điềm He`. A name that is a number keeps its capital: `Phường 1` (Nghị định
/// 30/2020/NĐ-CP, Annex II).
fn unit_in_text(name: &str) -> String {
    let kinds = ["Xã ", "Phường ", "Đặc khu ", "Huyện ", "Thị xã ", "Thành phố "];
    let mut kinds = kinds.iter().filter_map(|kind| Some((*kind, name.strip_prefix(kind)?)));
    match kinds.next() {
        Some((kind, rest)) if !rest.starts_with(|letter: char| letter.is_ascii_digit()) => kind.to_lowercase() + rest,
        _ => name.to_owned(),
    }
}

/// `Lạng Sơn`: `tỉnh Lạng Sơn`; `Thành phố Huế`: `thành phố Huế`. A city named after a person keeps its capital.
fn province_in_text(name: &str) -> String {
    match name.strip_prefix("Thành phố ") {
        Some("Hồ Chí Minh") => name.to_owned(),
        Some(rest) => ["thành phố ", rest].concat(),
        None => ["tỉnh ", name.strip_prefix("Tỉnh ").unwrap_or(name)].concat(),
    }
}

/// The name without its kind, as a place: `Điềm He`. Names of numbers and persons are written whole.
fn bare(name: &str) -> String {
    let kinds = ["Xã ", "Phường ", "Đặc khu ", "Huyện ", "Thị xã ", "Thành phố ", "Tỉnh "];
    let rest = kinds.iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name);
    let is_whole = rest == "Hồ Chí Minh" || rest.starts_with(|letter: char| letter.is_ascii_digit());
    if is_whole { name.to_owned() } else { rest.to_owned() }
}

fn kind_of(unit: &str) -> &'static str {
    match unit.to_lowercase() {
        name if name.starts_with("phường") => "phường",
        name if name.starts_with("đặc khu") => "đặc khu",
        name if name.starts_with("huyện") => "huyện",
        name if name.starts_with("thị xã") => "thị xã",
        name if name.starts_with("thành phố") => "thành phố",
        _ => "xã",
    }
}

/// The office of a commune that looks after the programme (Nghị định 150/2025/NĐ-CP): of a ward, and of the special zone
/// Phú Quốc, the one for economy, infrastructure and cities.
fn standing_office(unit: &str) -> &'static str {
    let folded = fold(unit);
    let is_urban = folded.starts_with("phuong") || folded == "dac khu phu quoc";
    if is_urban { "Phòng Kinh tế, Hạ tầng và Đô thị" } else { "Phòng Kinh tế" }
}
