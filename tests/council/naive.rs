//! Consolidation once more, written from the rules alone: plain loops over the JSON of a set, whole numbers only.
//!
//! It shares nothing with the engine: no scheme, no tally, no mean. A mean of n sheets is compared with a threshold
//! by comparing the sum with n times the threshold.

use serde_json::Value;

/// What a member wrote for one criterion.
#[derive(Clone, Copy, Debug)]
pub enum Mark {
    /// Nothing yet.
    Open,
    /// An option of the list, or of a case's list.
    Chosen { case: Option<usize>, option: usize },
    /// None of the options is met.
    NoneMet,
}

/// A member's sheet.
#[derive(Clone, Debug)]
pub struct Paper {
    /// One mark for each scored criterion, in printed order.
    pub marks: Vec<Mark>,
    /// The member says that the rule printed at this criterion (by place) holds.
    pub findings: Vec<usize>,
    /// The member says that the rule above the table holds.
    pub dossier: bool,
    /// The member has closed the sheet.
    pub locked: bool,
}

/// A scored criterion, with where it stands.
pub struct Line<'a> {
    pub criterion: &'a Value,
    pub part: usize,
    /// Place of the first scored criterion of its section.
    pub first_of_section: usize,
    /// Its own rule, or its parent's where it is the first below it.
    pub rule: Option<&'a Value>,
}

/// The scored criteria of a set in printed order.
pub fn lines(set: &Value) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for (part, printed) in set["parts"].as_array().expect("parts").iter().enumerate() {
        for section in printed["sections"].as_array().expect("sections") {
            let first_of_section = lines.len();
            for criterion in section["criteria"].as_array().expect("criteria") {
                match criterion["sub_criteria"].as_array() {
                    None => {
                        let rule = criterion.get("disqualifies_if");
                        lines.push(Line { criterion, part, first_of_section, rule });
                    }
                    Some(subs) => {
                        for (at, sub) in subs.iter().enumerate() {
                            let mut rule = sub.get("disqualifies_if");
                            if rule.is_none() && at == 0 {
                                rule = criterion.get("disqualifies_if");
                            }
                            lines.push(Line { criterion: sub, part, first_of_section, rule });
                        }
                    }
                }
            }
        }
    }
    lines
}

/// The options of a criterion with their case.
pub fn options(criterion: &Value) -> Vec<(Option<usize>, usize, &Value)> {
    let mut options = Vec::new();
    for (at, option) in criterion["options"].as_array().into_iter().flatten().enumerate() {
        options.push((None, at, option));
    }
    for (case, printed) in criterion["cases"].as_array().into_iter().flatten().enumerate() {
        for (at, option) in printed["options"].as_array().expect("options").iter().enumerate() {
            options.push((Some(case), at, option));
        }
    }
    options
}

/// Points of a mark; `None`: not scored.
pub fn points(criterion: &Value, mark: Mark) -> Option<i64> {
    match mark {
        Mark::Open => None,
        Mark::NoneMet => Some(0),
        Mark::Chosen { case: None, option } => criterion["options"][option]["points"].as_i64(),
        Mark::Chosen { case: Some(case), option } => criterion["cases"][case]["options"][option]["points"].as_i64(),
    }
}

/// The points a criterion must reach for `star`, if it is marked.
fn need(criterion: &Value, star: i64) -> Option<i64> {
    let mut need = None;
    for (_, _, option) in options(criterion) {
        if option["min_for_star"] == star {
            let points = option["points"].as_i64().expect("points");
            need = Some(need.map_or(points, |need: i64| need.min(points)));
        }
    }
    if criterion["min_for_star"] == star { criterion["max_points"].as_i64() } else { need }
}

/// One sheet, added up.
pub struct Sum {
    pub lines: Vec<Option<i64>>,
    pub parts: Vec<i64>,
    pub total: i64,
    pub ended: bool,
}

/// Adds up one sheet.
pub fn sum(set: &Value, lines: &[Line<'_>], paper: &Paper) -> Sum {
    let mut sum = Sum { lines: Vec::new(), parts: vec![0; 3], total: 0, ended: false };
    for (at, line) in lines.iter().enumerate() {
        let mut given = points(line.criterion, paper.marks[at]);
        if line.criterion.get("applies_if").is_some() {
            let story = line.first_of_section;
            if points(lines[story].criterion, paper.marks[story]) == Some(0) {
                given = Some(0);
            }
        }
        sum.lines.push(given);
        sum.parts[line.part] += given.unwrap_or(0);
        sum.total += given.unwrap_or(0);
        if let Some(rule) = line.rule {
            sum.ended |= paper.findings.contains(&at);
            for number in rule["zero_in"].as_array().into_iter().flatten() {
                for (other, line) in lines.iter().enumerate() {
                    if line.criterion["number"] == *number {
                        sum.ended |= points(line.criterion, paper.marks[other]) == Some(0);
                    }
                }
            }
        }
    }
    sum.ended |= paper.dossier && set.get("disqualifies_if").is_some();
    sum
}

/// What the council comes to.
#[derive(Debug, Default, PartialEq)]
pub struct Verdict {
    /// Sheets that entered; all sums are over so many.
    pub count: i64,
    pub total: i64,
    pub parts: Vec<i64>,
    pub lines: Vec<i64>,
    pub band: u8,
    pub stars: u8,
    /// Star, place and points needed.
    pub failed: Vec<(u8, usize, i64)>,
    /// Higher member, lower member, points.
    pub gaps: Vec<(usize, usize, i64)>,
    pub max_gap: i64,
    /// Members without a finished sheet, and how many criteria are open on it.
    pub missing: Vec<(usize, usize)>,
    /// Members on whose sheet the evaluation ended.
    pub ended: Vec<usize>,
    pub outcome: &'static str,
}

/// The council's own rules.
pub struct Rules {
    pub gap_limit: i64,
    pub cumulative: bool,
    pub recognises: (u8, u8),
}

/// Consolidates; a member without a sheet has none.
pub fn verdict(set: &Value, lines: &[Line<'_>], papers: &[Option<Paper>], rules: &Rules) -> Verdict {
    let mut verdict = Verdict { parts: vec![0; 3], lines: vec![0; lines.len()], ..Verdict::default() };
    let mut totals = Vec::new();
    for (member, paper) in papers.iter().enumerate() {
        let Some(paper) = paper else {
            verdict.missing.push((member, lines.len()));
            continue;
        };
        let sum = sum(set, lines, paper);
        let open = if sum.ended { 0 } else { sum.lines.iter().filter(|given| given.is_none()).count() };
        if !paper.locked || open > 0 {
            verdict.missing.push((member, open));
            continue;
        }
        verdict.count += 1;
        verdict.total += sum.total;
        for part in 0..3 {
            verdict.parts[part] += sum.parts[part];
        }
        for line in 0..lines.len() {
            verdict.lines[line] += sum.lines[line].unwrap_or(0);
        }
        if sum.ended {
            verdict.ended.push(member);
        }
        totals.push((member, sum.total));
    }
    verdict.outcome = "incomplete";
    let count = verdict.count;
    if count == 0 {
        verdict.parts.clear();
        verdict.lines.clear();
        return verdict;
    }
    for (a, one) in &totals {
        for (b, other) in &totals {
            verdict.max_gap = verdict.max_gap.max(one - other);
            if one - other > rules.gap_limit {
                verdict.gaps.push((*a, *b, one - other));
            }
        }
    }
    verdict.gaps.sort();
    verdict.band = 1;
    for (star, from) in [(2, 30), (3, 50), (4, 70), (5, 90)] {
        if verdict.total >= from * count {
            verdict.band = star;
        }
    }
    // Climbs star by star: with inherited marks the first missed star ends it, else each star stands for itself.
    verdict.stars = verdict.band.min(2);
    let mut held = false;
    for star in 3..=verdict.band {
        let mut met = true;
        for (at, line) in lines.iter().enumerate() {
            let missed = need(line.criterion, i64::from(star)).filter(|need| verdict.lines[at] < need * count);
            if let Some(need) = missed {
                verdict.failed.push((star, at, need));
                met = false;
            }
        }
        held |= !met;
        if met && !(rules.cumulative && held) {
            verdict.stars = star;
        }
    }
    let all_ended = verdict.ended.len() as i64 == count;
    if all_ended {
        verdict.stars = 0;
    }
    verdict.outcome = if !verdict.missing.is_empty() {
        "incomplete"
    } else if all_ended {
        "eliminated"
    } else if !verdict.ended.is_empty() {
        "disputed"
    } else if verdict.stars <= 2 {
        "not recognised"
    } else if verdict.stars > rules.recognises.1 {
        "proposed"
    } else if verdict.stars < rules.recognises.0 {
        "returned"
    } else {
        "recognised"
    };
    verdict
}
