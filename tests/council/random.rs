//! 100,000 random councils over all shipped sets: the engine and the naive implementation must agree.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use so_ocop::domain::council::{Outcome, ProductResult, consolidate};
use so_ocop::domain::criteria::Scheme;
use so_ocop::domain::points::Mean;
use so_ocop::domain::session::CouncilRules;
use so_ocop::domain::worksheet::{Answer, DOSSIER, SheetState, Worksheet};

use crate::naive::{self, Line, Mark, Paper, Rules, Verdict};
use crate::shipped;
use crate::synthetic::{member, sheet};

const COUNCILS: u64 = 100_000;

/// splitmix64.
pub struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// A set as both sides see it, and the marks that can be made on each line with their points.
struct Ready {
    name: String,
    value: Value,
    scheme: Scheme,
    choices: Vec<Vec<(Mark, i64)>>,
    /// Place of the choice that just reaches a star mark, where the line has one.
    marked: Vec<Option<usize>>,
}

fn ready() -> Vec<Ready> {
    let sets = shipped::sets();
    assert_eq!(sets.len(), 78);
    let ready = |file: &shipped::Shipped| {
        let value = file.value();
        let mut choices = Vec::new();
        let mut marked = Vec::new();
        for line in naive::lines(&value) {
            let options = naive::options(line.criterion);
            let of_option = |(case, option, printed): &(Option<usize>, usize, &Value)| {
                (Mark::Chosen { case: *case, option: *option }, printed["points"].as_i64().expect("points"))
            };
            let mut list: Vec<(Mark, i64)> = options.iter().map(of_option).collect();
            marked.push(options.iter().position(|(_, _, printed)| printed.get("min_for_star").is_some()));
            // "None met" stands beside every list of options without a 0, so with cases it may stand beside one only.
            let cases: BTreeSet<Option<usize>> = options.iter().map(|(case, _, _)| *case).collect();
            let zeros = options.iter().filter(|(_, _, printed)| printed["points"] == 0);
            if zeros.map(|(case, _, _)| *case).collect::<BTreeSet<_>>() != cases {
                list.push((Mark::NoneMet, 0));
            }
            choices.push(list);
        }
        let scheme = Scheme::new(&file.set()).expect("a scheme");
        assert_eq!(scheme.leaves.len(), choices.len());
        Ready { name: [file.folder, "/", &file.entry.slug].concat(), value, scheme, choices, marked }
    };
    sets.iter().map(ready).collect()
}

/// A whole sheet whose total is as near to `aim` as a few tries bring it.
fn whole_paper(set: &Ready, lines: &[Line<'_>], aim: i64, chance: &mut Chance) -> Paper {
    let mut picks = Vec::with_capacity(lines.len());
    let mut total = 0;
    for (at, choices) in set.choices.iter().enumerate() {
        let best = (0..choices.len()).max_by_key(|pick| choices[*pick].1).unwrap_or(0);
        let pick = match set.marked[at] {
            Some(marked) if chance.one_in(2) => marked,
            _ if aim > 60 && chance.one_in(2) => best,
            _ => chance.below(choices.len()),
        };
        picks.push(pick);
        total += choices[pick].1;
    }
    for _ in 0..150 {
        if total == aim {
            break;
        }
        let at = chance.below(picks.len());
        let pick = chance.below(set.choices[at].len());
        let changed = total - set.choices[at][picks[at]].1 + set.choices[at][pick].1;
        if (changed - aim).abs() < (total - aim).abs() {
            (picks[at], total) = (pick, changed);
        }
    }
    let marks = picks.iter().enumerate().map(|(at, pick)| set.choices[at][*pick].0).collect();
    Paper { marks, findings: Vec::new(), dossier: false, locked: true }
}

/// A council of 2 to 9 sheets around a threshold; about one in five has something missing, ended or forged.
fn papers(set: &Ready, lines: &[Line<'_>], chance: &mut Chance) -> Vec<Option<Paper>> {
    let count = 2 + chance.below(8) as i64;
    let threshold = [30, 50, 70, 90][chance.below(4)];
    let sum = threshold * count + [-1, 0, 1, 0, -7, 9][chance.below(6)];
    let with_rules = chance.one_in(6);
    let with_missing = chance.one_in(8);
    let mut rest = sum;
    let mut papers = Vec::new();
    for at in 0..count {
        let left = count - at;
        let swing = if left == 1 { 0 } else { [0, 1, -1, 5, -5, 6, -6][chance.below(7)] };
        let aim = (rest / left + swing).clamp(0, 100);
        let mut paper = whole_paper(set, lines, aim, chance);
        rest -= naive::sum(&set.value, lines, &paper).total;
        if with_rules && chance.one_in(2) {
            let rules: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].rule.is_some()).collect();
            if rules.is_empty() || chance.one_in(4) {
                paper.dossier = true;
            } else {
                paper.findings.push(rules[chance.below(rules.len())]);
            }
            for mark in &mut paper.marks {
                if chance.one_in(3) {
                    *mark = Mark::Open;
                }
            }
        }
        if with_missing && chance.one_in(3) {
            match chance.below(3) {
                0 => paper.locked = false,
                1 => paper.marks[chance.below(lines.len())] = Mark::Open,
                _ => {
                    papers.push(None);
                    continue;
                }
            }
        }
        papers.push(Some(paper));
    }
    papers
}

fn worksheet(set: &Ready, lines: &[Line<'_>], at: usize, paper: &Paper) -> Worksheet {
    let mut worksheet = sheet(&set.scheme, at, &[]);
    for (line, mark) in lines.iter().zip(&paper.marks) {
        let points = naive::points(line.criterion, *mark).unwrap_or(0) as i32;
        let answer = match *mark {
            Mark::Open => continue,
            Mark::NoneMet => Answer::NoneMet,
            Mark::Chosen { case, option } => Answer::Option { case, option, points },
        };
        worksheet.answers.insert(line.criterion["number"].as_str().expect("a number").to_owned(), answer);
    }
    for finding in &paper.findings {
        let number = lines[*finding].criterion["number"].as_str().expect("a number");
        worksheet.findings.insert(number.to_owned(), "lý do".to_owned());
    }
    if paper.dossier {
        worksheet.findings.insert(DOSSIER.to_owned(), "lý do".to_owned());
    }
    if !paper.locked {
        worksheet.state = SheetState::Draft;
    }
    worksheet
}

/// The engine's result in the words of the naive one. Means are compared as fractions: sum × denominator.
fn same(result: &ProductResult, verdict: &Verdict) -> Result<(), &'static str> {
    let is_mean = |mean: &Mean, sum: i64| {
        let (top, bottom) = mean.fraction();
        top * verdict.count == sum * bottom
    };
    let place = |id| (0..9).find(|at| member(*at) == id).expect("a member");
    let all = |means: &[Mean], sums: &[i64]| {
        means.len() == sums.len() && means.iter().zip(sums).all(|(mean, sum)| is_mean(mean, *sum))
    };
    let mut gaps: Vec<_> =
        result.gaps.iter().map(|gap| (place(gap.high), place(gap.low), i64::from(gap.points))).collect();
    if !gaps.is_sorted_by_key(|(_, _, points)| -points) {
        return Err("order of gaps");
    }
    gaps.sort();
    let failed: Vec<_> =
        result.failed_minima.iter().map(|failed| (failed.star, failed.leaf, i64::from(failed.need))).collect();
    let outcome = match result.outcome {
        Outcome::Incomplete => "incomplete",
        Outcome::RuleDisputed => "disputed",
        Outcome::Eliminated => "eliminated",
        Outcome::NotRecognised => "not recognised",
        Outcome::Recognise => "recognised",
        Outcome::ProposeHigher => "proposed",
        Outcome::ReturnLower => "returned",
    };
    let missing: Vec<_> = result.missing.iter().map(|missing| (place(missing.member), missing.unanswered)).collect();
    let checks = [
        (result.sheets as i64 == verdict.count, "sheets"),
        (result.total.is_none() == (verdict.count == 0), "total there"),
        (result.total.is_none_or(|total| is_mean(&total, verdict.total)), "total"),
        (all(&result.parts, &verdict.parts), "parts"),
        (all(&result.leaves, &verdict.lines), "leaves"),
        (result.failed_minima.iter().all(|failed| is_mean(&failed.mean, verdict.lines[failed.leaf])), "failed means"),
        (result.band == verdict.band, "band"),
        (result.stars == verdict.stars, "stars"),
        (failed == verdict.failed, "failed minima"),
        (gaps == verdict.gaps, "gaps"),
        (i64::from(result.max_gap) == verdict.max_gap, "max gap"),
        (missing == verdict.missing, "missing"),
        (result.excluded_by.iter().map(|id| place(*id)).eq(verdict.ended.iter().copied()), "excluded by"),
        (outcome == verdict.outcome, "outcome"),
    ];
    checks.iter().find(|(is_same, _)| !is_same).map_or(Ok(()), |(_, what)| Err(*what))
}

/// Runs the councils of one seed; answers how often each thing happened.
fn run(seed: u64, councils: u64) -> BTreeMap<String, u64> {
    let sets = ready();
    let lines: Vec<Vec<Line<'_>>> = sets.iter().map(|set| naive::lines(&set.value)).collect();
    let mut seen = BTreeMap::new();
    let mut chance = Chance(seed);
    for round in 0..councils {
        let at = (round % sets.len() as u64) as usize;
        let (set, lines) = (&sets[at], &lines[at]);
        let papers = papers(set, lines, &mut chance);
        let rules = Rules {
            gap_limit: [10, 10, 5, 0][chance.below(4)],
            cumulative: !chance.one_in(3),
            recognises: [(3, 4), (3, 4), (5, 5), (3, 3), (0, 0)][chance.below(5)],
        };
        let sheets: Vec<Option<Worksheet>> = papers
            .iter()
            .enumerate()
            .map(|(at, paper)| paper.as_ref().map(|paper| worksheet(set, lines, at, paper)))
            .collect();
        let sheets: Vec<_> = sheets.iter().enumerate().map(|(at, sheet)| (member(at), sheet.as_ref())).collect();
        let council_rules = CouncilRules {
            gap_limit: rules.gap_limit as i32,
            minima_cumulative: rules.cumulative,
            ..CouncilRules::default()
        };
        let result = consolidate(&set.scheme, &sheets, &council_rules, rules.recognises.0..=rules.recognises.1);
        if round % 100 < 2 {
            let differs = crate::book::differs(&set.scheme, &sheets, &council_rules, round);
            assert_eq!(differs, [], "seed {seed} round {round} {}", set.name);
        }
        let verdict = naive::verdict(&set.value, lines, &papers, &rules);
        assert_eq!(same(&result, &verdict), Ok(()), "seed {seed} round {round} {}: {verdict:?} {result:?}", set.name);
        let mut saw = |what: String| *seen.entry(what).or_insert(0) += 1;
        saw(verdict.outcome.to_owned());
        saw(format!("{} stars", verdict.stars));
        let is_on_threshold = [30, 50, 70, 90].iter().any(|from| verdict.total == from * verdict.count);
        let is_just_below = [30, 50, 70, 90].iter().any(|from| verdict.total == from * verdict.count - 1);
        if verdict.count > 0 && is_on_threshold {
            saw("on a threshold".to_owned());
        }
        if is_just_below {
            saw("just below a threshold".to_owned());
        }
        if verdict.band != verdict.stars && verdict.stars > 0 {
            saw("held down by a mark".to_owned());
        }
        if verdict.gaps.is_empty() && verdict.max_gap == rules.gap_limit {
            saw("gap at the limit".to_owned());
        }
    }
    seen
}

/// Runs on two cores: each half has its own seed.
fn half(seed: u64) {
    let seen = run(seed, COUNCILS / 2);
    for (what, at_least) in [
        ("on a threshold", 5000),
        ("just below a threshold", 2000),
        ("held down by a mark", 2000),
        ("gap at the limit", 500),
        ("incomplete", 1000),
        ("disputed", 500),
        ("eliminated", 100),
        ("not recognised", 5000),
        ("recognised", 5000),
        ("proposed", 2000),
        ("1 stars", 1000),
        ("2 stars", 1000),
        ("3 stars", 1000),
        ("4 stars", 1000),
        ("5 stars", 500),
    ] {
        assert!(seen.get(what).is_some_and(|count| *count >= at_least), "{what}: too few in {seen:?}");
    }
}

#[test]
fn councils_agree_with_the_naive_implementation() {
    half(2026);
}

#[test]
fn more_councils_agree_with_the_naive_implementation() {
    half(1048);
}
