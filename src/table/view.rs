//! Which rows are seen, in which order. Nothing here changes a row.

use std::collections::BTreeSet;

use super::column::{Cell, Column, Key, Kind};
use super::read::read;
use super::sheet::{Row, Sheet};
use crate::domain::order::sorted;
use crate::domain::vietnamese::{fold, sort_key};

/// A column to order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SortBy {
    /// Its place.
    pub column: usize,
    /// Largest first.
    pub descending: bool,
}

/// What the cells of one column have to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Every one of these folded words stands in the cell.
    Words(Vec<String>),
    /// The cell reads exactly like this.
    Is(String),
    /// A number or day from the first to the second.
    Within(i64, i64),
}

impl Filter {
    /// What a person types over a column: words, or for numbers and days also `>= 5`, `< 5`, `5..9`.
    pub fn typed(text: &str, kind: &Kind) -> Option<Filter> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let bound = |text: &str| match read(text, kind) {
            Ok((Cell::Number(number), _)) => Some(number),
            Ok((Cell::Date(date), _)) => Some(i64::from(date.days())),
            _ => None,
        };
        let between = text.split_once("..").and_then(|(low, high)| Some((bound(low)?, bound(high)?)));
        let signed = [(">=", 0, true), ("<=", 0, false), (">", 1, true), ("<", 1, false), ("=", 0, true)];
        let open = signed.iter().find_map(|(sign, by, is_least)| {
            let at = bound(text.strip_prefix(sign)?)?;
            Some(match (*sign, *is_least) {
                ("=", _) => (at, at),
                (_, true) => (at.saturating_add(*by), i64::MAX),
                _ => (i64::MIN, at.saturating_sub(*by)),
            })
        });
        match between.or(open) {
            Some((low, high)) => Some(Filter::Within(low, high)),
            None => Some(Filter::Words(fold(text).split(' ').map(str::to_owned).collect())),
        }
    }

    fn fits(&self, cell: &Cell, kind: &Kind) -> bool {
        match self {
            Filter::Words(words) => {
                let own = cell.words(kind);
                words.iter().all(|word| own.contains(word.as_str()))
            }
            Filter::Is(text) => cell.copied(kind) == *text,
            Filter::Within(low, high) => match cell {
                Cell::Number(number) => (low..=high).contains(&number),
                Cell::Date(date) => (low..=high).contains(&&i64::from(date.days())),
                _ => false,
            },
        }
    }
}

/// A sum of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// The sum of the numbers that are seen.
    Sum(i64),
    /// Too large to be kept.
    TooLarge,
}

/// The rows that are seen. After a change of rows, of the search, of a filter or of the order, [`View::refresh`] makes it
/// anew; a cell that changes does not move its row.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// What is ordered by, the first above all.
    pub sort: Vec<SortBy>,
    filters: Vec<(usize, Filter)>,
    query: Vec<String>,
    /// Rows that are seen although they may not fit: those just added.
    held: BTreeSet<u64>,
    order: Vec<usize>,
}

impl View {
    /// All rows as they stand.
    pub fn new(sheet: &Sheet) -> View {
        let mut view = View::default();
        view.refresh(sheet);
        view
    }

    /// The places of the rows that are seen, in order.
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// Whether anything hides rows.
    pub fn is_filtered(&self) -> bool {
        !self.query.is_empty() || !self.filters.is_empty()
    }

    /// Searches all columns for folded words.
    pub fn search(&mut self, query: &str) {
        self.held.clear();
        self.query = fold(query).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    }

    /// Sets or takes away the filter of a column.
    pub fn filter(&mut self, column: usize, filter: Option<Filter>) {
        self.held.clear();
        self.filters.retain(|(own, _)| *own != column);
        self.filters.extend(filter.map(|filter| (column, filter)));
    }

    /// Orders by a column: rising, falling, not at all. With `also`, after those ordered by already.
    pub fn sort_by(&mut self, column: usize, also: bool) {
        self.held.clear();
        let own = self.sort.iter().position(|by| by.column == column);
        let next = match own.map(|at| self.sort[at].descending) {
            None => Some(SortBy { column, descending: false }),
            Some(false) => Some(SortBy { column, descending: true }),
            Some(true) => None,
        };
        match (also, own, next) {
            (true, Some(at), Some(next)) => self.sort[at] = next,
            (true, Some(at), None) => drop(self.sort.remove(at)),
            (true, None, next) => self.sort.extend(next),
            (false, _, next) => self.sort = next.into_iter().collect(),
        }
    }

    /// Keeps a row in sight until search, filter or order change.
    pub fn hold(&mut self, key: u64) {
        self.held.insert(key);
    }

    /// Makes the order anew.
    pub fn refresh(&mut self, sheet: &Sheet) {
        let mut order = Vec::with_capacity(sheet.rows().len());
        for (at, row) in sheet.rows().iter().enumerate() {
            if self.sees(sheet.columns(), row) {
                order.push(at);
            }
        }
        if !self.sort.is_empty() {
            order = self.sorted(sheet, order);
        }
        self.order = order;
    }

    fn sees(&self, columns: &[Column], row: &Row) -> bool {
        let fits = |(column, filter): &(usize, Filter)| {
            let kind = columns.get(*column).map_or(&Kind::Text, |column| &column.kind);
            filter.fits(row.cell(*column), kind)
        };
        (self.query.iter().all(|word| row.words.contains(word.as_str())) && self.filters.iter().all(fits))
            || self.held.contains(&row.key)
    }

    fn sorted(&self, sheet: &Sheet, order: Vec<usize>) -> Vec<usize> {
        let keys = |row: usize| -> Vec<Key> {
            self.sort.iter().map(|by| sheet.cell(row, by.column).order(sheet.kind(by.column))).collect()
        };
        let keyed: Vec<(Vec<Key>, usize)> = order.into_iter().map(|row| (keys(row), row)).collect();
        let sorted = sorted(keyed, &|(one, _), (other, _)| {
            let mut levels = self.sort.iter().zip(one.iter().zip(other));
            let first = levels
                .find_map(|(by, (one, other))| Some(one.compare(other, by.descending)).filter(|order| order.is_ne()));
            first.unwrap_or(std::cmp::Ordering::Equal)
        });
        sorted.into_iter().map(|(_, row)| row).collect()
    }

    /// The sum of a column over the rows that are seen.
    pub fn total(&self, sheet: &Sheet, column: usize) -> Total {
        let mut sum = 0i64;
        for row in &self.order {
            if let Cell::Number(number) = sheet.cell(*row, column) {
                match sum.checked_add(*number) {
                    Some(next) => sum = next,
                    None => return Total::TooLarge,
                }
            }
        }
        Total::Sum(sum)
    }

    /// The different texts of a column over all rows, in order.
    pub fn values(sheet: &Sheet, column: usize) -> Vec<String> {
        let kind = sheet.kind(column);
        let all: BTreeSet<String> = sheet.rows().iter().map(|row| row.cell(column).copied(kind)).collect();
        let all: Vec<(Vec<u8>, String)> =
            all.into_iter().filter(|text| !text.is_empty()).map(|text| (sort_key(&text), text)).collect();
        sorted(all, &|one, other| one.0.cmp(&other.0)).into_iter().map(|(_, text)| text).collect()
    }
}
