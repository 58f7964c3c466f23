//! A file that a person opens as a list.

use super::encoding::{Encoding, decoded};
use super::workbook::Book;
use super::{csv, guard};
use crate::exchange::sheets::{Found, Kin, NotOpened, Remark, Seems, SheetName};
use crate::table::Block;

/// An open file.
pub struct Opened {
    found: Found,
    content: Inner,
}

enum Inner {
    Workbook(Box<Book>),
    Text(Block),
}

/// Opens a file, whatever its name. `progress` hears how much of how much is looked through.
pub fn open(bytes: Vec<u8>, progress: &mut dyn FnMut(usize, usize)) -> Result<Opened, NotOpened> {
    if bytes.is_empty() {
        return Err(NotOpened::Empty);
    }
    if bytes.len() as u64 > guard::MOST_BYTES {
        return Err(NotOpened::TooLarge(guard::MOST_BYTES));
    }
    match Seems::of(&bytes) {
        Seems::Archive => {
            let remarks = guard::check(&bytes, guard::Wanted::Workbook, progress)?;
            let book = Book::open(bytes)?;
            let sheets = book.sheets();
            if sheets.is_empty() {
                return Err(NotOpened::NoSheet);
            }
            Ok(Opened { found: Found { sheets, remarks }, content: Inner::Workbook(Box::new(book)) })
        }
        Seems::Json => Err(NotOpened::Other(Kin::Ours)),
        // UTF-16 without its mark has zeros in it, like many a file that is no text.
        Seems::Other => other(&bytes).map_or_else(|| text(&bytes), Err),
        Seems::Text => text(&bytes),
    }
}

fn text(bytes: &[u8]) -> Result<Opened, NotOpened> {
    let (text, encoding) = decoded(bytes)?;
    if text.trim().is_empty() {
        return Err(NotOpened::Empty);
    }
    let block = csv::read(&text)?;
    let remarks = (encoding == Encoding::Windows1258).then_some(Remark::OldLetters).into_iter().collect();
    let sheets = vec![SheetName { name: String::new(), is_hidden: false }];
    Ok(Opened { found: Found { sheets, remarks }, content: Inner::Text(block) })
}

/// What a file is that is neither text nor an archive.
pub(super) fn other(bytes: &[u8]) -> Option<NotOpened> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        // A container of the old kind names its parts in UTF-16; a file with a password is kept in one too.
        let has = |name: &str| {
            let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            bytes.windows(name.len()).any(|part| part == name)
        };
        return Some(match () {
            () if has("EncryptedPackage") => NotOpened::Locked,
            () if has("WordDocument") => NotOpened::Other(Kin::Doc),
            () => NotOpened::Other(Kin::Xls),
        });
    }
    let kin = match bytes {
        [b'%', b'P', b'D', b'F', ..] => Kin::Pdf,
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] => Kin::Picture,
        _ => return None,
    };
    Some(NotOpened::Other(kin))
}

impl Opened {
    /// What was found.
    pub fn found(&self) -> &Found {
        &self.found
    }

    /// The cells of a sheet, by its place among those found.
    pub fn block(&mut self, at: usize, progress: &mut dyn FnMut(usize, usize)) -> Result<Block, NotOpened> {
        let name = &self.found.sheets.get(at).ok_or(NotOpened::NoSheet)?.name;
        let block = match &mut self.content {
            Inner::Workbook(book) => book.block(name, progress)?,
            Inner::Text(block) => std::mem::take(block),
        };
        if block.rows.iter().flatten().all(|cell| cell.trim().is_empty()) {
            return Err(NotOpened::Empty);
        }
        Ok(block)
    }
}
