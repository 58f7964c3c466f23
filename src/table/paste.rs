//! Pasting: what would become of each cell of a block is said first; nothing changes until it is taken.

use std::ops::Range;

use super::act::{Act, Step, What};
use super::block::Block;
use super::column::Cell;
use super::no_row::no_row;
use super::read::{Doubt, Reason};
use super::sheet::{Row, Sheet};

/// Titles are looked for in this many rows: lists often have a heading above them.
pub(super) const DEEPEST: usize = 6;

/// Where a block is to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// Its first cell over the one in this place of the view and of the shown columns; what is longer than the view
    /// becomes new rows at the end.
    Cell {
        /// Place among the rows that are seen.
        row: usize,
        /// Place among the shown columns.
        column: usize,
    },
    /// Every row becomes a new one at the end.
    End,
}

/// How a block is to be taken: first as it is understood, then as the person says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The block.
    pub block: Block,
    /// Where to.
    pub aim: Aim,
    /// How many rows come before the first one that is taken: titles, and what stands above them.
    pub heads: usize,
    /// For each column of the block, the column it goes to.
    pub mapping: Vec<Option<usize>>,
}

/// The row a row of the block goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The row in this place of the sheet.
    Row(usize),
    /// A new row at the end.
    New,
}

/// What becomes of one cell of the block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Its column goes nowhere, or the block has no cell there.
    Left,
    /// It stands there already.
    Same,
    /// It is taken.
    Set(Cell, Option<Doubt>),
    /// It is not taken; what stands there stays.
    Refused(Reason),
}

/// What becomes of one row of the block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// Its place in the block.
    pub source: usize,
    /// The row it goes to.
    pub target: Target,
    /// Its cells, one for each column of the block.
    pub cells: Vec<Taken>,
    /// Why the whole row is left out: a new row lacks what it must have, or there may be no new rows.
    pub left_out: Option<Reason>,
}

/// What a block would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Row by row; rows of the block without any text that would become new ones are passed over.
    pub rows: Vec<PlanRow>,
    /// Cells that change in rows that are there.
    pub changed: usize,
    /// Rows that come in.
    pub added: usize,
    /// Cells that are not taken.
    pub refused: usize,
    /// Rows that are left out and should be looked at.
    pub left_out: usize,
    /// Rows that never were of the list: sums, titles once more.
    pub passed: usize,
    /// Cells that were read with a doubt.
    pub doubts: usize,
}

impl Draft {
    /// A block as it is understood: titles in its first row say where its columns go; without titles they go in order
    /// from the aim on. Rows under titles become new ones, as a list does that is brought in.
    pub fn new(sheet: &Sheet, shown: &[usize], block: Block, aim: Aim, may_add: bool) -> Draft {
        let width = block.rows.iter().map(Vec::len).max().unwrap_or_default();
        let mut first_rows = block.rows.iter().take(DEEPEST).enumerate();
        match first_rows.find_map(|(at, row)| Some((at, titles(sheet, shown, row, at + 1 < block.rows.len())?))) {
            Some((at, mut mapping)) => {
                mapping.resize(width, None);
                let aim = if may_add { Aim::End } else { aim };
                Draft { block, aim, heads: at + 1, mapping }
            }
            None => {
                let first = if let Aim::Cell { column, .. } = aim { column } else { 0 };
                let mapping = (0..width).map(|at| shown.get(first + at).copied()).collect();
                Draft { block, aim, heads: 0, mapping }
            }
        }
    }

    /// Sends a column of the block to another column of the table; one that another column had goes to nobody else.
    pub fn map(&mut self, from: usize, to: Option<usize>) {
        for (at, own) in self.mapping.iter_mut().enumerate() {
            if at == from {
                *own = to;
            } else if to.is_some() && *own == to {
                *own = None;
            }
        }
    }

    /// What would become of it. `order` is the view's, `may_add` whether rows can be added.
    pub fn plan(&self, sheet: &Sheet, order: &[usize], may_add: bool) -> Plan {
        let mut plan = Plan::default();
        self.plan_lines(sheet, order, may_add, 0..self.lines(), &mut plan);
        plan
    }

    /// How many rows of the block may be taken.
    pub fn lines(&self) -> usize {
        self.block.rows.len().saturating_sub(self.heads)
    }

    /// The same for some of the rows that may be taken, counted from 0: a long block is planned a stretch at a time.
    pub fn plan_lines(&self, sheet: &Sheet, order: &[usize], may_add: bool, lines: Range<usize>, plan: &mut Plan) {
        for at in lines {
            let source = self.heads + at;
            let Some(texts) = self.block.rows.get(source) else { return };
            let target = match self.aim {
                Aim::Cell { row, .. } => order.get(row + at).map_or(Target::New, |row| Target::Row(*row)),
                Aim::End => Target::New,
            };
            let no_row = if target == Target::New { no_row(self, sheet, source) } else { None };
            if let Some(why) = no_row {
                plan.passed += 1;
                let cells = vec![Taken::Left; self.mapping.len()];
                plan.rows.push(PlanRow { source, target, cells, left_out: Some(why) });
                continue;
            }
            let has_text = texts.iter().zip(&self.mapping).any(|(text, to)| to.is_some() && !text.trim().is_empty());
            if target == Target::New && !has_text {
                continue;
            }
            let row = self.row(sheet, source, texts, target, may_add);
            plan.count(&row);
            plan.rows.push(row);
        }
    }

    fn row(&self, sheet: &Sheet, source: usize, texts: &[String], target: Target, may_add: bool) -> PlanRow {
        let take = |text: &String, to: Option<usize>| -> Taken {
            let Some(column) = to else { return Taken::Left };
            if let Target::Row(row) = target {
                let (cell, kind) = (sheet.cell(row, column), sheet.kind(column));
                if Cell::text(text) == Cell::text(&cell.copied(kind)) {
                    return Taken::Same;
                }
            } else if text.trim().is_empty() {
                let is_required = sheet.columns().get(column).is_some_and(|own| own.required);
                return if is_required { Taken::Refused(Reason::Required) } else { Taken::Left };
            }
            match sheet.readable(column, text) {
                Ok((cell, doubt)) => match target {
                    Target::Row(row) if *sheet.cell(row, column) == cell => Taken::Same,
                    _ => Taken::Set(cell, doubt),
                },
                Err(reason) => Taken::Refused(reason),
            }
        };
        let mut cells: Vec<Taken> = texts.iter().zip(&self.mapping).map(|(text, to)| take(text, *to)).collect();
        cells.resize(self.mapping.len(), Taken::Left);
        let left_out = if target == Target::New { self.lacks(sheet, &cells, may_add) } else { None };
        PlanRow { source, target, cells, left_out }
    }

    /// Why no new row can be made of these cells.
    fn lacks(&self, sheet: &Sheet, cells: &[Taken], may_add: bool) -> Option<Reason> {
        if !may_add {
            return Some(Reason::Full);
        }
        let own = |column: usize| {
            let mut own = self.mapping.iter().zip(cells).filter(|(to, _)| **to == Some(column));
            own.next().map(|(_, taken)| taken)
        };
        let required = sheet.columns().iter().enumerate().filter(|(_, column)| column.required);
        for (at, _) in required {
            match own(at) {
                Some(Taken::Set(..)) => (),
                Some(Taken::Refused(why)) => return Some(*why),
                _ => return Some(Reason::Required),
            }
        }
        let is_any = cells.iter().any(|taken| matches!(taken, Taken::Set(..)));
        if is_any { None } else { Some(Reason::Required) }
    }
}

impl Plan {
    fn count(&mut self, row: &PlanRow) {
        if row.left_out.is_some() {
            self.left_out += 1;
        } else if row.target == Target::New {
            self.added += 1;
        }
        for taken in &row.cells {
            match taken {
                Taken::Set(_, doubt) if row.left_out.is_none() => {
                    self.changed += usize::from(row.target != Target::New);
                    self.doubts += usize::from(doubt.is_some());
                }
                Taken::Refused(_) => self.refused += 1,
                _ => (),
            }
        }
    }

    /// Whether it only changes cells that are there, each without doubt: then it need not be shown first.
    pub fn is_plain(&self, draft: &Draft) -> bool {
        let is_mapped = draft.block.rows.iter().all(|row| row.len() <= draft.mapping.iter().flatten().count());
        draft.heads == 0 && is_mapped && self.added + self.refused + self.left_out + self.passed + self.doubts == 0
    }

    /// Whether anything would change.
    pub fn does_something(&self) -> bool {
        self.added + self.changed > 0
    }

    /// Leaves a new row out, at its place in the plan.
    pub fn leave_out(&mut self, at: usize, why: Reason) {
        let Some(row) = self.rows.get_mut(at).filter(|row| row.target == Target::New && row.left_out.is_none()) else {
            return;
        };
        row.left_out = Some(why);
        self.added -= 1;
        self.left_out += 1;
        self.doubts -= row.cells.iter().filter(|taken| matches!(taken, Taken::Set(_, Some(_)))).count();
    }

    /// The act that takes it in: what is refused stays out, everything else stands where the plan says.
    pub fn act(&self, draft: &Draft, sheet: &mut Sheet) -> Option<Act> {
        let mut taking = Taking::default();
        self.take_rows(draft, sheet, 0..self.rows.len(), &mut taking);
        taking.act()
    }

    /// The same for some rows of the plan: a long one is taken a stretch at a time.
    pub fn take_rows(&self, draft: &Draft, sheet: &mut Sheet, rows: Range<usize>, taking: &mut Taking) {
        let rows = self.rows.get(rows.start.min(rows.end)..rows.end.min(self.rows.len())).unwrap_or_default();
        for row in rows.iter().filter(|row| row.left_out.is_none()) {
            let set = row.cells.iter().zip(&draft.mapping).filter_map(|(taken, to)| match (taken, to) {
                (Taken::Set(cell, _), Some(column)) => Some((*column, cell.clone())),
                _ => None,
            });
            match row.target {
                Target::Row(at) => taking.steps.extend(set.filter_map(|(column, cell)| sheet.step(at, column, cell))),
                Target::New => {
                    let mut cells = vec![Cell::Empty; sheet.columns().len()];
                    for (column, cell) in set {
                        if let Some(own) = cells.get_mut(column) {
                            *own = cell;
                        }
                    }
                    let row = sheet.new_row(cells);
                    taking.new.push((sheet.rows().len() + taking.new.len(), row));
                }
            }
        }
    }
}

/// A plan that is being taken in.
#[derive(Clone, Debug, Default)]
pub struct Taking {
    steps: Vec<Step>,
    new: Vec<(usize, Row)>,
}

impl Taking {
    /// The act of all that was taken.
    pub fn act(mut self) -> Option<Act> {
        if !self.new.is_empty() {
            self.steps.push(Step::Insert(self.new));
        }
        Act::of(What::Paste, self.steps)
    }
}

/// The block of these rows and columns, as it is copied.
pub fn copied(sheet: &Sheet, rows: &[usize], columns: &[usize]) -> Block {
    let cell = |row: usize, column: usize| sheet.cell(row, column).copied(sheet.kind(column));
    Block { rows: rows.iter().map(|row| columns.iter().map(|column| cell(*row, *column)).collect()).collect() }
}

/// Where the columns of a block go, if one of its first rows holds titles: at least half of what stands in that row is the
/// title of a column, and two columns at least are named, or all there is.
fn titles(sheet: &Sheet, shown: &[usize], row: &[String], is_followed: bool) -> Option<Vec<Option<usize>>> {
    let mut mapping: Vec<Option<usize>> = Vec::with_capacity(row.len());
    for text in row {
        let named = shown.iter().copied().find(|column| {
            let is_free = !mapping.contains(&Some(*column));
            is_free && sheet.columns().get(*column).is_some_and(|own| own.is_called(text))
        });
        mapping.push(named);
    }
    let said = row.iter().filter(|text| !text.trim().is_empty()).count();
    let named = mapping.iter().flatten().count();
    let is_header = is_followed && named * 2 >= said && (named >= 2 || (named == 1 && said == 1));
    is_header.then_some(mapping)
}
