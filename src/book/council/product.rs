//! The page of a product.

use crate::book::{Area, Compare, Content, Formula, Look, Page, Slot, Spot};
use crate::domain::criteria::{Leaf, Scheme};
use crate::domain::session::{MemberId, MinimaOn, Session};
use crate::domain::tally::Tally;
use crate::text::{self, book as words};

use super::ProductOf;
use super::conclusion::conclusion;

/// Columns before those of the members: number, criterion, maximum.
const BEFORE: usize = 3;

/// Where everything stands on a product's page.
#[derive(Clone, Debug)]
pub struct ProductPage {
    /// Its place in the book.
    pub page: usize,
    /// How many sheets count.
    pub members: usize,
    /// The row of each leaf, in the order of the scheme.
    pub leaves: Vec<usize>,
    /// The row of each part.
    pub parts: Vec<usize>,
    /// The row of the totals.
    pub total: usize,
    /// Row of the number of sheets that count, below it the further settings; they stand below the points, so that few rows
    /// have to stay in sight. Values stand in the column `BEFORE`.
    pub settings: usize,
    /// Row of the first result; the order is that of [`Answer`].
    pub answers: usize,
}

/// The settings, in the order of their rows.
#[derive(Clone, Copy)]
pub enum Setting {
    Sheets,
    Missing,
    GapLimit,
    Cumulative,
    ByLevel,
    Lowest,
    Highest,
}

/// The results, in the order of their rows.
#[derive(Clone, Copy)]
pub enum Answer {
    Sum,
    Mean,
    Band,
    Missed3,
    Missed4,
    Missed5,
    Stars,
    MaxGap,
    Gaps,
    Ended,
    Conclusion,
}

impl ProductPage {
    fn at(&self, row: usize, column: usize) -> Spot {
        Spot { page: self.page, row, column }
    }

    /// The points of all members in a row.
    pub fn points(&self, row: usize) -> Area {
        Area { from: self.at(row, BEFORE), to: self.at(row, BEFORE + self.members.max(1) - 1) }
    }

    /// The sum over the members in a row.
    pub fn sum(&self, row: usize) -> Spot {
        self.at(row, BEFORE + self.members)
    }

    /// The mean in a row.
    pub fn mean(&self, row: usize) -> Spot {
        self.at(row, BEFORE + self.members + 1)
    }

    /// The agreed level in a row.
    fn agreed(&self, row: usize) -> Spot {
        self.at(row, BEFORE + self.members + 2)
    }

    /// What is needed for a star, 3 to 5, in a row.
    fn need(&self, row: usize, star: usize) -> Spot {
        self.at(row, BEFORE + self.members + star)
    }

    /// Whether it is missed.
    pub fn missed(&self, row: usize, star: usize) -> Spot {
        self.at(row, BEFORE + self.members + 3 + star)
    }

    /// A setting's value.
    pub fn setting(&self, setting: Setting) -> Spot {
        self.at(self.settings + setting as usize, BEFORE)
    }

    /// A result.
    pub fn answer(&self, answer: Answer) -> Spot {
        self.at(self.answers + answer as usize, BEFORE)
    }
}

/// The page, and where everything stands on it.
pub fn product_page(session: &Session, of: &ProductOf<'_>, page: usize, title: String) -> (Page, ProductPage) {
    let tallies: Vec<(MemberId, Tally)> = of
        .sheets
        .iter()
        .filter_map(|(member, sheet)| Some((*member, (*sheet)?)))
        .map(|(member, sheet)| (member, sheet.is_locked(), Tally::of(of.scheme, sheet)))
        .filter(|(_, is_locked, tally)| *is_locked && tally.is_complete())
        .map(|(member, _, tally)| (member, tally))
        .collect();
    let mut place = ProductPage {
        page,
        members: tallies.len(),
        leaves: Vec::new(),
        parts: Vec::new(),
        total: 0,
        settings: 0,
        answers: 0,
    };
    let mut rows: Vec<Vec<Slot>> = Vec::new();
    heading(session, of, &mut rows);
    rows.push(Vec::new());
    let heads = rows.len() + 1;
    rows.push(titles(session, &tallies));
    // Rows are counted first, so that formulas can name any of them.
    let first = rows.len();
    let mut next = first;
    for part in 0..of.scheme.parts.len() {
        place.parts.push(next);
        next += 1 + of.scheme.leaves.iter().filter(|leaf| leaf.part == part).count();
    }
    let mut taken: Vec<usize> = place.parts.iter().map(|row| row + 1).collect();
    for leaf in &of.scheme.leaves {
        place.leaves.push(taken[leaf.part]);
        taken[leaf.part] += 1;
    }
    place.total = next;
    // Below the totals: who was ended by a rule, the pairs under their title, and an empty row around them.
    place.settings = place.total + 5 + place.members;
    let mut body = vec![Vec::new(); next - first];
    for (part, row) in place.parts.iter().enumerate() {
        body[row - first] = part_row(of.scheme, part, &place);
    }
    for (at, row) in place.leaves.iter().enumerate() {
        let leaf = &of.scheme.leaves[at];
        let points: Vec<Option<i32>> = tallies.iter().map(|(_, tally)| tally.leaves[at]).collect();
        let level = of.product.agreed.get(&leaf.number).filter(|answer| answer.fits(leaf));
        body[row - first] = leaf_row(leaf, *row, &points, level.map(|answer| answer.points()), &place);
    }
    rows.append(&mut body);
    rows.push(total_row(&place));
    let mut ended = vec![Slot::default(), Slot::text(words::ENDED.get(), Look::Plain), Slot::default()];
    ended.extend(tallies.iter().map(|(_, tally)| Slot::whole(i64::from(!tally.rules.is_empty()), Look::Plain)));
    let ended_row = rows.len();
    rows.push(ended);
    rows.push(Vec::new());
    let gaps = gaps(session, &tallies, &place, &mut rows);
    rows.push(Vec::new());
    settings(session, of, &place, &mut rows);
    rows.push(Vec::new());
    rows.push(vec![Slot::default(), Slot::text(words::RESULT.get(), Look::Head)]);
    place.answers = rows.len();
    answers(session, &place, ended_row, gaps, &mut rows);
    let mut widths = vec![9, 46, 8];
    widths.extend(std::iter::repeat_n(13, tallies.len()));
    widths.extend([13, 12, 13, 12, 12, 12, 12, 12, 12]);
    let page = Page { title, keys: Vec::new(), widths, heads, pinned: 2, rows };
    (page, place)
}

fn heading(session: &Session, of: &ProductOf<'_>, rows: &mut Vec<Vec<Slot>>) {
    rows.push(vec![Slot::text(of.product.name.as_str(), Look::Title)]);
    let about = [of.product.producer.as_str(), session.council.as_str(), &text::date(session.date)];
    let about: Vec<&str> = about.into_iter().filter(|part| !part.is_empty()).collect();
    rows.push(vec![Slot::text(about.join(" · "), Look::Note)]);
    rows.push(vec![Slot::text(of.product.set.name.as_str(), Look::Note)]);
}

fn settings(session: &Session, of: &ProductOf<'_>, place: &ProductPage, rows: &mut Vec<Vec<Slot>>) {
    let recognises = session.recognises();
    let by_level = session.rules.minima_on() == MinimaOn::Consensus;
    for (label, value) in [
        (words::SHEETS, place.members as i64),
        (words::MISSING, of.result.missing.len() as i64),
        (words::GAP_LIMIT, i64::from(session.rules.gap_limit)),
        (words::CUMULATIVE, i64::from(session.rules.minima_cumulative)),
        (words::BY_LEVEL, i64::from(by_level)),
        (words::LOWEST, i64::from(*recognises.start())),
        (words::HIGHEST, i64::from(*recognises.end())),
    ] {
        let label = Slot::text(label.get(), Look::Plain);
        rows.push(vec![Slot::default(), label, Slot::default(), Slot::whole(value, Look::Plain)]);
    }
}

fn titles(session: &Session, tallies: &[(MemberId, Tally)]) -> Vec<Slot> {
    let head = |text: &str| Slot::text(text, Look::Head);
    let mut row = vec![head(words::NUMBER.get()), head(words::CRITERION.get()), head(words::MAX.get())];
    row.extend(tallies.iter().map(|(id, _)| head(session.member(*id).map_or("", |member| member.name.as_str()))));
    row.extend([words::SUM, words::MEAN, words::AGREED].map(|title| head(title.get())));
    for title in [words::NEED, words::MISSED] {
        row.extend(["3", "4", "5"].map(|star| head(&words::with(title, star))));
    }
    row
}

/// The mean in hundredths, cut off: whole numbers are divided, so nothing is ever rounded up.
fn cut_mean(sum: Spot, count: Spot) -> Formula {
    let hundredths = Formula::Floor(Box::new(Formula::Cell(sum).times(100).over(count)));
    Formula::when(Formula::Cell(count).compared(Compare::Is, 0), 0, hundredths.over(100))
}

fn sums(place: &ProductPage, row: usize) -> [Slot; 2] {
    let sum = if place.members == 0 { Formula::Number(0) } else { Formula::Sum(place.points(row)) };
    let count = place.setting(Setting::Sheets);
    [Slot::formula(sum, Look::Strong), Slot::formula(cut_mean(place.sum(row), count), Look::Hundredths)]
}

fn part_row(scheme: &Scheme, part: usize, place: &ProductPage) -> Vec<Slot> {
    let (own, row) = (&scheme.parts[part], place.parts[part]);
    let own_rows = scheme.leaves.iter().filter(|leaf| leaf.part == part).count();
    let mut cells = vec![
        Slot::text(own.code.as_str(), Look::Strong),
        Slot::text(own.title.as_str(), Look::Strong),
        Slot::whole(i64::from(own.max), Look::Strong),
    ];
    for member in 0..place.members {
        let column = BEFORE + member;
        let area = Area { from: place.at(row + 1, column), to: place.at(row + own_rows, column) };
        let sum = if own_rows == 0 { Formula::Number(0) } else { Formula::Sum(area) };
        cells.push(Slot::formula(sum, Look::Strong));
    }
    cells.extend(sums(place, row));
    cells
}

fn leaf_row(leaf: &Leaf, row: usize, points: &[Option<i32>], agreed: Option<i32>, place: &ProductPage) -> Vec<Slot> {
    let mut cells = vec![
        Slot::text(leaf.number.as_str(), Look::Plain),
        Slot::text(leaf.title.as_str(), Look::Plain),
        Slot::whole(i64::from(leaf.max), Look::Plain),
    ];
    let whole = |points: Option<i32>| points.map_or(Slot::default(), |own| Slot::whole(i64::from(own), Look::Plain));
    cells.extend(points.iter().map(|own| whole(*own)));
    cells.extend(sums(place, row));
    cells.push(whole(agreed));
    cells.extend([3, 4, 5].map(|star| whole(leaf.need(star))));
    for star in 3..=5 {
        cells.push(match leaf.need(star as u8) {
            None => Slot::default(),
            Some(_) => {
                let (need, agreed) = (place.need(row, star), place.agreed(row));
                let by_level = Formula::Cell(place.setting(Setting::ByLevel)).compared(Compare::Is, 1);
                let has_level = Formula::IsEmpty(agreed);
                let below = |own: Formula, needed: Formula| Formula::when(own.compared(Compare::Below, needed), 1, 0);
                // The sum of the sheets against the mark times their number: no mean is rounded.
                let count = place.setting(Setting::Sheets);
                let on_mean = below(place.sum(row).into(), Formula::Cell(need).times(count));
                let on_level = below(agreed.into(), need.into());
                let level = Formula::when(has_level, on_mean.clone(), on_level);
                Slot::formula(Formula::when(by_level, level, on_mean), Look::Plain)
            }
        });
    }
    cells
}

fn total_row(place: &ProductPage) -> Vec<Slot> {
    let added = |column: &dyn Fn(usize) -> Spot| {
        place.parts.iter().fold(Formula::Number(0), |sum, row| match sum {
            Formula::Number(0) => column(*row).into(),
            sum => sum.plus(column(*row)),
        })
    };
    let mut cells = vec![
        Slot::default(),
        Slot::text(words::TOTAL.get(), Look::Strong),
        Slot::formula(added(&|row| place.at(row, 2)), Look::Strong),
    ];
    let members = (0..place.members).map(|member| added(&|row| place.at(row, BEFORE + member)));
    cells.extend(members.map(|sum| Slot::formula(sum, Look::Strong)));
    cells.extend(sums(place, place.total));
    cells.push(Slot::default());
    cells.extend(std::iter::repeat_n(Slot::default(), 3));
    let first = place.parts.first().copied().unwrap_or(place.total);
    for star in 3..=5 {
        let area = Area { from: place.missed(first, star), to: place.missed(place.total - 1, star) };
        cells.push(Slot::formula(Formula::Sum(area), Look::Strong));
    }
    cells
}

/// The differences of all pairs; answers the area they stand in.
fn gaps(
    session: &Session,
    tallies: &[(MemberId, Tally)],
    place: &ProductPage,
    rows: &mut Vec<Vec<Slot>>,
) -> Option<Area> {
    rows.push(vec![Slot::default(), Slot::text(words::GAPS.get(), Look::Head)]);
    let first = rows.len();
    for (at, (id, _)) in tallies.iter().enumerate() {
        let name = session.member(*id).map_or("", |member| member.name.as_str());
        let mut row = vec![Slot::default(), Slot::text(name, Look::Plain), Slot::default()];
        for other in 0..tallies.len() {
            let of = |member: usize| Formula::Cell(place.at(place.total, BEFORE + member));
            let gap = Formula::Abs(Box::new(of(at).minus(of(other))));
            row.push(if other > at { Slot::formula(gap, Look::Plain) } else { Slot::default() });
        }
        rows.push(row);
    }
    let last = rows.len().checked_sub(1).filter(|last| *last >= first && tallies.len() > 1)?;
    Some(Area { from: place.at(first, BEFORE), to: place.at(last, BEFORE + tallies.len() - 1) })
}

fn answers(session: &Session, place: &ProductPage, ended: usize, gaps: Option<Area>, rows: &mut Vec<Vec<Slot>>) {
    let count = place.setting(Setting::Sheets);
    let sum = place.sum(place.total);
    let none = || Formula::Cell(count).compared(Compare::Is, 0);
    let cell = |answer: Answer| Formula::Cell(place.answer(answer));
    let missed = |star: usize| Formula::Cell(place.missed(place.total, star));
    let is_zero = |answer: Answer| cell(answer).compared(Compare::Is, 0);
    // Bands (26/2026/QĐ-TTg, Article 3.3), on sums times the number of sheets.
    let from = |points: i64| Formula::Cell(sum).compared(Compare::AtLeast, Formula::from(points).times(count));
    let band = [(90, 5), (70, 4), (50, 3), (30, 2)]
        .into_iter()
        .rev()
        .fold(Formula::Number(1), |rest, (points, star)| Formula::when(from(points), star, rest));
    let gap = |of: fn(Area) -> Formula| match place.members {
        0 => Formula::Number(0),
        _ => of(place.points(place.total)),
    };
    let cumulative = || Formula::Cell(place.setting(Setting::Cumulative)).compared(Compare::Is, 0);
    let also = |answer: Answer| Formula::Or(vec![cumulative(), is_zero(answer)]);
    let reached = |star: i64| cell(Answer::Band).compared(Compare::AtLeast, star);
    let all_ended = Formula::And(vec![
        cell(Answer::Ended).compared(Compare::Is, count),
        Formula::Cell(count).compared(Compare::Above, 0),
    ]);
    let five = Formula::And(vec![reached(5), is_zero(Answer::Missed5), also(Answer::Missed4), also(Answer::Missed3)]);
    let four = Formula::And(vec![reached(4), is_zero(Answer::Missed4), also(Answer::Missed3)]);
    let three = Formula::And(vec![reached(3), is_zero(Answer::Missed3)]);
    let lower = Formula::when(reached(2), 2, cell(Answer::Band));
    let by_marks = Formula::when(five, 5, Formula::when(four, 4, Formula::when(three, 3, lower)));
    let ended = if place.members == 0 { Formula::Number(0) } else { Formula::Sum(place.points(ended)) };
    let beyond = gaps.map(|area| Formula::CountAbove(area, place.setting(Setting::GapLimit)));
    let conclusion = conclusion(session, place);
    for (label, formula, look) in [
        (words::SUM.get().to_owned(), sum.into(), Look::Strong),
        (words::MEAN.get().to_owned(), place.mean(place.total).into(), Look::Hundredths),
        (words::BAND.get().to_owned(), Formula::when(none(), 0, band), Look::Strong),
        (words::with(words::MISSED, "3"), missed(3), Look::Plain),
        (words::with(words::MISSED, "4"), missed(4), Look::Plain),
        (words::with(words::MISSED, "5"), missed(5), Look::Plain),
        (words::STARS.get().to_owned(), Formula::when(all_ended, 0, by_marks), Look::Strong),
        (words::MAX_GAP.get().to_owned(), gap(Formula::Max).minus(gap(Formula::Min)), Look::Plain),
        (words::GAPS_BEYOND.get().to_owned(), beyond.unwrap_or(Formula::Number(0)), Look::Plain),
        (words::ENDED_COUNT.get().to_owned(), ended, Look::Plain),
        (words::CONCLUSION.get().to_owned(), conclusion, Look::Strong),
    ] {
        let label = Slot::text(label, Look::Plain);
        rows.push(vec![Slot::default(), label, Slot::default(), Slot { content: Content::Formula(formula), look }]);
    }
}
