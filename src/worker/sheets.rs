//! What the page and the programs for spreadsheets say to each other.

use super::wire::{Wire, parts, wire};
use crate::codec::{Value, parse};
use crate::exchange::sheets::{Form, Found, Kin, NotOpened, NotWritten, Remark, SheetName};

/// What the page asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Write the book that comes with the letter. Answer: [`Answer::Written`] or [`Answer::NotWritten`].
    Write {
        /// In which form.
        form: Form,
    },
    /// Open the file that comes with the letter. Answer: [`Answer::Found`] or [`Answer::NotOpened`].
    Open,
    /// Read a sheet of the file that is open. Answer: [`Answer::Block`] or [`Answer::NotOpened`].
    Take {
        /// Its place among those found.
        sheet: usize,
    },
    /// Read the text of the document that comes with the letter. Answer: [`Answer::Block`] or [`Answer::NotOpened`].
    Text,
}

/// What is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The program runs. It hears nothing before it has said this.
    Here,
    /// So much of so much.
    Running {
        /// Done.
        done: usize,
        /// In all.
        total: usize,
    },
    /// The file comes with the letter.
    Written,
    /// Not written.
    NotWritten(NotWritten),
    /// What is in the file.
    Found(Found),
    /// The cells of a sheet, or the text of a document, come with the letter.
    Block,
    /// Not read.
    NotOpened(NotOpened),
}

impl Order {
    /// The text of the letter.
    pub fn to_text(&self) -> String {
        self.put().to_string()
    }

    /// Reads [`Order::to_text`].
    pub fn of_text(text: &str) -> Option<Order> {
        Order::get(&parse(text.as_bytes())?)
    }
}

impl Answer {
    /// The text of the letter.
    pub fn to_text(&self) -> String {
        self.put().to_string()
    }

    /// Reads [`Answer::to_text`].
    pub fn of_text(text: &str) -> Option<Answer> {
        Answer::get(&parse(text.as_bytes())?)
    }
}

wire!(choice Order { "write" Write { form form } "open" Open {} "take" Take { sheet sheet } "text" Text {} });
wire!(choice Answer {
    "here" Here {}
    "running" Running { done done, total total }
    "written" Written {}
    "not_written" NotWritten { 0 why }
    "found" Found { 0 found }
    "block" Block {}
    "not_opened" NotOpened { 0 why }
});
wire!(choice Form { "xlsx" Xlsx {} "csv" Csv {} "ndjson" Ndjson {} });
wire!(choice NotWritten { "no_book" NoBook {} "too_much" TooMuch {} });
wire!(structure Found { sheets, remarks });
wire!(structure SheetName { name, is_hidden });
wire!(choice Remark { "macros" Macros {} "links" Links {} "letters" OldLetters {} });
wire!(choice Kin {
    "xlsx" Xlsx {}
    "xls" Xls {}
    "xlsb" Xlsb {}
    "ods" Ods {}
    "document" Document {}
    "doc" Doc {}
    "pdf" Pdf {}
    "picture" Picture {}
    "ours" Ours {}
    "archive" Archive {}
});
wire!(choice NotOpened {
    "empty" Empty {}
    "large" TooLarge { 0 bytes }
    "expands" Expands {}
    "rows" TooManyRows { 0 rows }
    "cells" TooManyCells { 0 cells }
    "locked" Locked {}
    "other" Other { 0 kin }
    "broken" Broken {}
    "text" NoText {}
    "sheet" NoSheet {}
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_arrives_as_it_was_sent() {
        for order in [Order::Write { form: Form::Ndjson }, Order::Open, Order::Take { sheet: 3 }, Order::Text] {
            assert_eq!(Order::of_text(&order.to_text()), Some(order));
        }
        let found = Found {
            sheets: vec![SheetName { name: "Danh sách".into(), is_hidden: true }],
            remarks: vec![Remark::Macros, Remark::Links, Remark::OldLetters],
        };
        for answer in [
            Answer::Here,
            Answer::Running { done: 1, total: 2 },
            Answer::Written,
            Answer::NotWritten(NotWritten::TooMuch),
            Answer::Found(found),
            Answer::Block,
            Answer::NotOpened(NotOpened::Other(Kin::Ods)),
            Answer::NotOpened(NotOpened::TooLarge(60_000_000)),
            Answer::NotOpened(NotOpened::TooManyRows(100_000)),
        ] {
            assert_eq!(Answer::of_text(&answer.to_text()), Some(answer));
        }
        assert_eq!(Answer::of_text("[\"later\"]"), None);
    }
}
