//! Working a book's formulas out, exactly.

use std::collections::BTreeMap;

use super::formula::{Area, Compare, Formula, Spot};
use super::ratio::Ratio;
use super::{Book, Content};

/// What a cell comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing stands there.
    Empty,
    /// A number.
    Number(Ratio),
    /// A text.
    Text(String),
    /// Whether something holds.
    Truth(bool),
}

/// Why a formula cannot be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It rests on itself.
    Circle,
    /// Something is to be a number, or true or false, and is not.
    Misfit,
    /// Divided by nothing, or too large to be kept.
    Beyond,
}

/// The formulas of a book, each worked out once.
pub struct Reckoning<'a> {
    book: &'a Book,
    /// `None`: being worked out.
    known: BTreeMap<Spot, Option<Result<Value, Trouble>>>,
}

impl<'a> Reckoning<'a> {
    /// Begins with a book.
    pub fn new(book: &'a Book) -> Reckoning<'a> {
        Reckoning { book, known: BTreeMap::new() }
    }

    /// What the cell at `spot` comes to.
    pub fn value(&mut self, spot: Spot) -> Result<Value, Trouble> {
        let book = self.book;
        match book.content(spot) {
            Content::Empty => Ok(Value::Empty),
            Content::Text(text) => Ok(Value::Text(text.clone())),
            Content::Number { count, places } => {
                let bottom = 10i128.checked_pow(u32::from(*places)).ok_or(Trouble::Beyond)?;
                Ratio::new(i128::from(*count), bottom).map(Value::Number).ok_or(Trouble::Beyond)
            }
            Content::Date(date) => Ok(Value::Number(Ratio::whole(i64::from(date.days())))),
            Content::Formula(formula) => match self.known.get(&spot) {
                Some(Some(known)) => known.clone(),
                Some(None) => Err(Trouble::Circle),
                None => {
                    self.known.insert(spot, None);
                    let value = self.of(formula);
                    self.known.insert(spot, Some(value.clone()));
                    value
                }
            },
        }
    }

    /// The number that the cell at `spot` comes to; an empty cell is no number.
    pub fn number(&mut self, spot: Spot) -> Result<Ratio, Trouble> {
        if let Value::Number(number) = self.value(spot)? { Ok(number) } else { Err(Trouble::Misfit) }
    }

    fn of(&mut self, formula: &Formula) -> Result<Value, Trouble> {
        let number = |ratio: Option<Ratio>| ratio.map(Value::Number).ok_or(Trouble::Beyond);
        match formula {
            Formula::Number(own) => Ok(Value::Number(Ratio::whole(*own))),
            Formula::Text(text) => Ok(Value::Text(text.clone())),
            Formula::Cell(spot) => match self.value(*spot)? {
                // A formula that only names an empty cell shows 0.
                Value::Empty => Ok(Value::Number(Ratio::whole(0))),
                value => Ok(value),
            },
            Formula::IsEmpty(spot) => {
                let value = self.value(*spot)?;
                Ok(Value::Truth(value == Value::Empty || value == Value::Text(String::new())))
            }
            Formula::Sum(area) => {
                let mut sum = Some(Ratio::whole(0));
                for own in self.numbers(*area)? {
                    sum = sum.and_then(|sum| sum.plus(own));
                }
                number(sum)
            }
            Formula::Count(area) => Ok(Value::Number(Ratio::whole(self.numbers(*area)?.len() as i64))),
            Formula::Max(area) => number(Some(self.numbers(*area)?.into_iter().max().unwrap_or(Ratio::whole(0)))),
            Formula::Min(area) => number(Some(self.numbers(*area)?.into_iter().min().unwrap_or(Ratio::whole(0)))),
            Formula::CountAbove(area, limit) => {
                let limit = self.number_of(&Formula::Cell(*limit))?;
                let above = self.numbers(*area)?.into_iter().filter(|own| *own > limit).count();
                Ok(Value::Number(Ratio::whole(above as i64)))
            }
            Formula::Plus(one, other) => number(self.number_of(one)?.plus(self.number_of(other)?)),
            Formula::Minus(one, other) => number(self.number_of(one)?.minus(self.number_of(other)?)),
            Formula::Times(one, other) => number(self.number_of(one)?.times(self.number_of(other)?)),
            Formula::Over(one, other) => number(self.number_of(one)?.over(self.number_of(other)?)),
            Formula::Abs(of) => number(Some(self.number_of(of)?.abs())),
            Formula::Floor(of) => number(Some(self.number_of(of)?.floor())),
            Formula::Compare(how, one, other) => {
                let (one, other) = (self.number_of(one)?, self.number_of(other)?);
                Ok(Value::Truth(match how {
                    Compare::Is => one == other,
                    Compare::AtLeast => one >= other,
                    Compare::Above => one > other,
                    Compare::Below => one < other,
                }))
            }
            // Spreadsheets work all of them out, whatever the first says.
            Formula::And(all) => {
                let all: Result<Vec<bool>, Trouble> = all.iter().map(|own| self.truth_of(own)).collect();
                Ok(Value::Truth(all?.into_iter().all(|own| own)))
            }
            Formula::Or(any) => {
                let any: Result<Vec<bool>, Trouble> = any.iter().map(|own| self.truth_of(own)).collect();
                Ok(Value::Truth(any?.into_iter().any(|own| own)))
            }
            Formula::If(condition, then, otherwise) => {
                if self.truth_of(condition)? {
                    self.of(then)
                } else {
                    self.of(otherwise)
                }
            }
        }
    }

    fn number_of(&mut self, formula: &Formula) -> Result<Ratio, Trouble> {
        if let Value::Number(number) = self.of(formula)? { Ok(number) } else { Err(Trouble::Misfit) }
    }

    fn truth_of(&mut self, formula: &Formula) -> Result<bool, Trouble> {
        if let Value::Truth(truth) = self.of(formula)? { Ok(truth) } else { Err(Trouble::Misfit) }
    }

    /// The numbers of an area; texts and empty cells are passed over, as spreadsheets do.
    fn numbers(&mut self, area: Area) -> Result<Vec<Ratio>, Trouble> {
        let mut numbers = Vec::new();
        for row in area.from.row..=area.to.row {
            for column in area.from.column..=area.to.column {
                if let Value::Number(number) = self.value(Spot { page: area.from.page, row, column })? {
                    numbers.push(number);
                }
            }
        }
        Ok(numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::{Look, Page, Slot};

    fn book(cells: Vec<Content>) -> Book {
        let row = cells.into_iter().map(|content| Slot { content, look: Look::Plain }).collect();
        Book { pages: vec![Page { rows: vec![row], ..Page::default() }] }
    }

    fn at(column: usize) -> Spot {
        Spot { page: 0, row: 0, column }
    }

    #[test]
    fn formulas_come_to_exact_values() {
        let area = Area { from: at(0), to: at(3) };
        let own = book(vec![
            Content::Number { count: 20, places: 0 },
            Content::Text("21".into()),
            Content::Empty,
            Content::Number { count: 255, places: 1 },
            Content::Formula(Formula::Sum(area).over(Formula::Count(area))),
            Content::Formula(Formula::CountAbove(area, at(0))),
            Content::Formula(Formula::when(Formula::IsEmpty(at(2)), "trống", 1)),
            Content::Formula(Formula::Cell(at(7))),
            Content::Formula(Formula::from(1).over(at(2))),
            Content::Formula(Formula::Cell(at(1)).plus(1)),
            Content::Formula(Formula::Cell(at(7)).plus(1)),
        ]);
        let mut reckoning = Reckoning::new(&own);
        assert_eq!(reckoning.number(at(4)), Ok(Ratio::new(91, 4).expect("a fraction")));
        assert_eq!(reckoning.number(at(5)), Ok(Ratio::whole(1)));
        assert_eq!(reckoning.value(at(6)), Ok(Value::Text("trống".into())));
        assert_eq!(reckoning.value(at(7)), Err(Trouble::Circle));
        assert_eq!(reckoning.value(at(8)), Err(Trouble::Beyond));
        assert_eq!(reckoning.value(at(9)), Err(Trouble::Misfit));
        assert_eq!(reckoning.value(at(10)), Err(Trouble::Circle));
    }
}
