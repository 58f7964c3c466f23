//! Formulas as trees: printed for spreadsheets, and reckoned here (see [`super::Reckoning`]).

/// A cell of a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Place of the page.
    pub page: usize,
    /// Its row.
    pub row: usize,
    /// Its column.
    pub column: usize,
}

/// The cells from `from` to `to`, both with, on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Top left.
    pub from: Spot,
    /// Bottom right; its page is that of `from`.
    pub to: Spot,
}

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// Equal.
    Is,
    /// At least.
    AtLeast,
    /// Above.
    Above,
    /// Below.
    Below,
}

/// What follows from other cells. Only what every spreadsheet reckons alike: whole numbers are compared, never rounded
/// means.
#[derive(Clone, Debug, PartialEq)]
pub enum Formula {
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
    /// A cell; an empty one counts 0.
    Cell(Spot),
    /// Whether a cell is empty.
    IsEmpty(Spot),
    /// The sum of the numbers in an area.
    Sum(Area),
    /// How many numbers stand in an area.
    Count(Area),
    /// The largest number of an area; 0 without any.
    Max(Area),
    /// The smallest number of an area; 0 without any.
    Min(Area),
    /// How many numbers of an area are above a cell's.
    CountAbove(Area, Spot),
    /// Sum.
    Plus(Box<Formula>, Box<Formula>),
    /// Difference.
    Minus(Box<Formula>, Box<Formula>),
    /// Product.
    Times(Box<Formula>, Box<Formula>),
    /// Quotient.
    Over(Box<Formula>, Box<Formula>),
    /// Without its sign.
    Abs(Box<Formula>),
    /// The largest whole number not above it.
    Floor(Box<Formula>),
    /// A comparison of two numbers.
    Compare(Compare, Box<Formula>, Box<Formula>),
    /// All of them hold.
    And(Vec<Formula>),
    /// One of them holds.
    Or(Vec<Formula>),
    /// If the first holds the second, otherwise the third.
    If(Box<Formula>, Box<Formula>, Box<Formula>),
}

impl From<i64> for Formula {
    fn from(number: i64) -> Formula {
        Formula::Number(number)
    }
}

impl From<Spot> for Formula {
    fn from(spot: Spot) -> Formula {
        Formula::Cell(spot)
    }
}

impl From<&str> for Formula {
    fn from(text: &str) -> Formula {
        Formula::Text(text.to_owned())
    }
}

impl Formula {
    /// `self + other`.
    pub fn plus(self, other: impl Into<Formula>) -> Formula {
        Formula::Plus(Box::new(self), Box::new(other.into()))
    }

    /// `self - other`.
    pub fn minus(self, other: impl Into<Formula>) -> Formula {
        Formula::Minus(Box::new(self), Box::new(other.into()))
    }

    /// `self * other`.
    pub fn times(self, other: impl Into<Formula>) -> Formula {
        Formula::Times(Box::new(self), Box::new(other.into()))
    }

    /// `self / other`.
    pub fn over(self, other: impl Into<Formula>) -> Formula {
        Formula::Over(Box::new(self), Box::new(other.into()))
    }

    /// `self` compared with `other`.
    pub fn compared(self, how: Compare, other: impl Into<Formula>) -> Formula {
        Formula::Compare(how, Box::new(self), Box::new(other.into()))
    }

    /// `then` if `condition` holds, `otherwise` if not.
    pub fn when(condition: Formula, then: impl Into<Formula>, otherwise: impl Into<Formula>) -> Formula {
        Formula::If(Box::new(condition), Box::new(then.into()), Box::new(otherwise.into()))
    }

    /// How spreadsheets read it, without the sign of equality, on the page `here`; `titles` are the names of the pages.
    pub fn printed(&self, here: usize, titles: &[String]) -> String {
        let mut text = String::new();
        Printer { here, titles, text: &mut text }.put(self);
        text
    }
}

struct Printer<'a> {
    here: usize,
    titles: &'a [String],
    text: &'a mut String,
}

impl Printer<'_> {
    fn put(&mut self, formula: &Formula) {
        match formula {
            Formula::Number(number) => self.text.push_str(&number.to_string()),
            Formula::Text(text) => self.quoted(text),
            Formula::Cell(spot) => self.spot(*spot),
            Formula::IsEmpty(spot) => {
                self.spot(*spot);
                self.text.push_str("=\"\"");
            }
            Formula::Sum(area) => self.of_area("SUM(", *area),
            Formula::Count(area) => self.of_area("COUNT(", *area),
            Formula::Max(area) => self.of_area("MAX(", *area),
            Formula::Min(area) => self.of_area("MIN(", *area),
            Formula::CountAbove(area, limit) => {
                self.text.push_str("COUNTIF(");
                self.area(*area);
                self.text.push_str(",\">\"&");
                self.spot(*limit);
                self.text.push(')');
            }
            Formula::Plus(one, other) => self.between(one, "+", other),
            Formula::Minus(one, other) => self.between(one, "-", other),
            Formula::Times(one, other) => self.between(one, "*", other),
            Formula::Over(one, other) => self.between(one, "/", other),
            Formula::Abs(of) => self.call("ABS(", [&**of]),
            Formula::Floor(of) => self.call("INT(", [&**of]),
            Formula::Compare(how, one, other) => {
                let sign = match how {
                    Compare::Is => "=",
                    Compare::AtLeast => ">=",
                    Compare::Above => ">",
                    Compare::Below => "<",
                };
                self.between(one, sign, other);
            }
            Formula::And(all) => self.call("AND(", all),
            Formula::Or(any) => self.call("OR(", any),
            Formula::If(condition, then, otherwise) => self.call("IF(", [&**condition, &**then, &**otherwise]),
        }
    }

    fn call<'a>(&mut self, name: &str, of: impl IntoIterator<Item = &'a Formula>) {
        self.text.push_str(name);
        for (at, formula) in of.into_iter().enumerate() {
            if at > 0 {
                self.text.push(',');
            }
            self.put(formula);
        }
        self.text.push(')');
    }

    fn of_area(&mut self, name: &str, area: Area) {
        self.text.push_str(name);
        self.area(area);
        self.text.push(')');
    }

    fn between(&mut self, one: &Formula, sign: &str, other: &Formula) {
        // Brackets around everything that has a sign of its own: no order of signs has to be known.
        for (at, formula) in [one, other].into_iter().enumerate() {
            let has_sign = matches!(
                formula,
                Formula::Plus(..)
                    | Formula::Minus(..)
                    | Formula::Times(..)
                    | Formula::Over(..)
                    | Formula::Compare(..)
                    | Formula::IsEmpty(_)
            );
            if at > 0 {
                self.text.push_str(sign);
            }
            if has_sign {
                self.text.push('(');
            }
            self.put(formula);
            if has_sign {
                self.text.push(')');
            }
        }
    }

    fn quoted(&mut self, text: &str) {
        self.text.push('"');
        self.text.push_str(&text.replace('"', "\"\""));
        self.text.push('"');
    }

    fn page(&mut self, page: usize) {
        if page != self.here {
            let title = self.titles.get(page).map_or("", String::as_str);
            self.text.push('\'');
            self.text.push_str(&title.replace('\'', "''"));
            self.text.push_str("'!");
        }
    }

    fn spot(&mut self, spot: Spot) {
        self.page(spot.page);
        self.name(spot);
    }

    fn area(&mut self, area: Area) {
        self.page(area.from.page);
        self.name(area.from);
        self.text.push(':');
        self.name(area.to);
    }

    fn name(&mut self, spot: Spot) {
        self.text.push_str(&column_name(spot.column));
        self.text.push_str(&(spot.row + 1).to_string());
    }
}

/// `A`, …, `Z`, `AA`, ….
fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    letters.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_printed_as_spreadsheets_read_them() {
        let at = |page, row, column| Spot { page, row, column };
        let area = Area { from: at(0, 1, 3), to: at(0, 1, 6) };
        let titles = ["Tổng hợp".to_owned(), "SP 'A'".to_owned()];
        for (formula, text) in [
            (Formula::Sum(area).over(Formula::Count(area)), "SUM(D2:G2)/COUNT(D2:G2)"),
            (Formula::Cell(at(1, 0, 26)).minus(Formula::from(3).plus(2)), "'SP ''A'''!AA1-(3+2)"),
            (Formula::CountAbove(area, at(0, 4, 1)), "COUNTIF(D2:G2,\">\"&B5)"),
            (
                Formula::when(
                    Formula::And(vec![
                        Formula::from(at(0, 0, 0)).compared(Compare::AtLeast, Formula::from(90).times(at(0, 1, 1))),
                        Formula::IsEmpty(at(0, 2, 2)),
                    ]),
                    "nói \"có\"",
                    Formula::Floor(Box::new(7.into())),
                ),
                "IF(AND(A1>=(90*B2),C3=\"\"),\"nói \"\"có\"\"\",INT(7))",
            ),
        ] {
            assert_eq!(formula.printed(0, &titles), text);
        }
        assert_eq!([0, 25, 26, 701, 702].map(column_name), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
