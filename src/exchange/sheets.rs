//! What is said about spreadsheets: in which form they are written, why one is not read. The formats themselves are known
//! only in workers (`formats`).

/// In which form a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A workbook: Excel, WPS, LibreOffice.
    Xlsx,
    /// Text with semicolons.
    Csv,
    /// A JSON object a line, for programs.
    Ndjson,
}

impl Form {
    /// All forms, the one for people first.
    pub const ALL: [Form; 3] = [Form::Xlsx, Form::Csv, Form::Ndjson];

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Form::Xlsx => "xlsx",
            Form::Csv => "csv",
            Form::Ndjson => "ndjson",
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Form::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Form::Csv => "text/csv",
            Form::Ndjson => "application/x-ndjson",
        }
    }
}

/// Why a book was not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotWritten {
    /// What came is no book: the two programs are of different versions.
    NoBook,
    /// More rows, columns or letters than the form holds.
    TooMuch,
}

/// Why a spreadsheet is not read. Nothing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOpened {
    /// There is nothing in it.
    Empty,
    /// Larger than this many bytes.
    TooLarge(u64),
    /// It would expand to far more than it is: a damaged file, or one made to fill the memory.
    Expands,
    /// More rows than this.
    TooManyRows(usize),
    /// More cells than this.
    TooManyCells(usize),
    /// Protected with a password.
    Locked,
    /// A format that is not read, by its usual ending.
    Other(Kin),
    /// Cut off or damaged.
    Broken,
    /// Letters that no known encoding explains.
    NoText,
    /// It has no such sheet.
    NoSheet,
}

/// Kinds of files that people take for lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kin {
    /// A workbook, where something else is wanted.
    Xlsx,
    /// The workbook of Excel 97 to 2003.
    Xls,
    /// Excel's binary workbook.
    Xlsb,
    /// LibreOffice's own.
    Ods,
    /// Word and its like.
    Document,
    /// The document of Word 97 to 2003.
    Doc,
    /// PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A file exported by this app: it is opened on the page for that.
    Ours,
    /// Some archive.
    Archive,
}

/// What a person should know about a file that was read all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It has macros: they were left alone.
    Macros,
    /// It refers to other files: they were not asked, the values last kept count.
    Links,
    /// Its letters were read as Windows-1258: the marks should be looked at.
    OldLetters,
}

/// A sheet of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetName {
    /// What it is called; empty for a text, which has but one.
    pub name: String,
    /// Hidden by whoever made the file.
    pub is_hidden: bool,
}

/// What was found in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Its sheets, in order.
    pub sheets: Vec<SheetName>,
    /// What is to be said about it.
    pub remarks: Vec<Remark>,
}

/// What a file seems to be, by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seems {
    /// JSON: perhaps ours.
    Json,
    /// A workbook, or another file that is an archive.
    Archive,
    /// Text: perhaps with separators.
    Text,
    /// Something else.
    Other,
}

impl Seems {
    /// Looks at the first bytes of a file; its name says nothing.
    pub fn of(head: &[u8]) -> Seems {
        let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
        let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
        match (head, first) {
            ([b'P', b'K', ..], _) => Seems::Archive,
            ([0xff, 0xfe, ..] | [0xfe, 0xff, ..], _) => Seems::Text,
            (_, Some(b'{')) => Seems::Json,
            (_, None) => Seems::Other,
            _ if head.starts_with(b"%PDF") || head.starts_with(b"\xd0\xcf\x11\xe0") => Seems::Other,
            _ if head.starts_with(b"\x89PNG") || head.starts_with(b"\xff\xd8\xff") => Seems::Other,
            _ if head.contains(&0) => Seems::Other,
            _ => Seems::Text,
        }
    }
}
