//! What an archive holds, before anything in it is expanded into memory.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::exchange::sheets::{Kin, NotOpened, Remark};

/// Largest file in bytes.
pub const MOST_BYTES: u64 = 60_000_000;
/// What all parts of a workbook or a document may expand to, in bytes: some three times a sheet of [`super::csv::MOST_CELLS`] cells.
const MOST_EXPANDED: u64 = 220_000_000;
/// Most parts of an archive.
const MOST_PARTS: usize = 5_000;

/// What an archive is to be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A workbook of Excel 2007 or later.
    Workbook,
    /// A document of Word 2007 or later.
    Document,
}

/// Looks through an archive: whether it is what is wanted and can be read, and what is to be said about it. Every part that
/// will be read is expanded once into nothing, because what an archive says about its sizes need not be true.
pub fn check(bytes: &[u8], wanted: Wanted, progress: &mut dyn FnMut(usize, usize)) -> Result<Vec<Remark>, NotOpened> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(of_zip)?;
    if archive.len() > MOST_PARTS {
        return Err(NotOpened::Expands);
    }
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.into_owned()).collect();
    kin(&names, wanted, &mut archive)?;
    let (mut left, all) = (MOST_EXPANDED, archive.len());
    for at in 0..all {
        let mut part = archive.by_index(at).map_err(of_zip)?;
        if !part.name().is_ok_and(|name| is_read(&name)) {
            continue;
        }
        if part.size() > left {
            return Err(NotOpened::Expands);
        }
        let mut counted = (&mut part).take(left + 1);
        let expanded = std::io::copy(&mut counted, &mut std::io::sink()).map_err(|_| NotOpened::Broken)?;
        left = left.checked_sub(expanded).ok_or(NotOpened::Expands)?;
        progress(at + 1, all);
    }
    let has = |what: &str| names.iter().any(|name| name.contains(what));
    let macros = has("vbaProject").then_some(Remark::Macros);
    let links = has("externalLinks/").then_some(Remark::Links);
    Ok(macros.into_iter().chain(links).collect())
}

fn is_read(name: &str) -> bool {
    name.ends_with(".xml") || name.ends_with(".rels")
}

/// Refuses what is not wanted.
fn kin(names: &[String], wanted: Wanted, archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), NotOpened> {
    let has = |name: &str| names.iter().any(|own| own == name);
    let is_workbook = has("xl/workbook.xml");
    // Some programs give the document another number.
    let is_document = names.iter().any(|name| name.starts_with("word/document") && name.ends_with(".xml"));
    if match wanted {
        Wanted::Workbook => is_workbook,
        Wanted::Document => is_document,
    } {
        return Ok(());
    }
    let mut kind = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        let _ = part.take(200).read_to_string(&mut kind);
    }
    Err(NotOpened::Other(match kind.as_str() {
        _ if has("xl/workbook.bin") => Kin::Xlsb,
        _ if is_workbook => Kin::Xlsx,
        _ if is_document => Kin::Document,
        "application/vnd.oasis.opendocument.spreadsheet" => Kin::Ods,
        other if other.starts_with("application/vnd.oasis.opendocument") => Kin::Document,
        _ => Kin::Archive,
    }))
}

fn of_zip(error: ZipError) -> NotOpened {
    match error {
        ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword => NotOpened::Locked,
        _ => NotOpened::Broken,
    }
}
