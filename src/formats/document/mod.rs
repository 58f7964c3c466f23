//! A word processor's document (Office Open XML, ECMA-376, `.docx`) as the text that a reader sees: paragraphs as lines, with
//! the numbers and bullets that the word processor sets by itself, tables as rows of cells parted by tabs. What stands at the
//! head and foot of every page is no part of it. A text without markup is taken as it is.

mod body;
mod numbers;
mod xml;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::encoding::decoded;
use super::guard::{self, Wanted};
use super::opened::other;
use crate::exchange::sheets::{Kin, NotOpened, Seems};
use numbers::{Numbers, Styles};
use xml::{Said, walk};

/// The text of a file, whatever its name. `progress` hears how much of how much is looked through.
pub fn document(bytes: &[u8], progress: &mut dyn FnMut(usize, usize)) -> Result<String, NotOpened> {
    if bytes.is_empty() {
        return Err(NotOpened::Empty);
    }
    if bytes.len() as u64 > guard::MOST_BYTES {
        return Err(NotOpened::TooLarge(guard::MOST_BYTES));
    }
    let text = match Seems::of(bytes) {
        Seems::Archive => {
            guard::check(bytes, Wanted::Document, progress)?;
            read(bytes)?
        }
        // Rich text begins with a brace too.
        Seems::Json if bytes.starts_with(b"{\\rtf") => return Err(NotOpened::Other(Kin::Document)),
        Seems::Json => return Err(NotOpened::Other(Kin::Ours)),
        Seems::Other => other(bytes).map_or_else(|| plain(bytes), Err)?,
        Seems::Text => plain(bytes)?,
    };
    if text.trim().is_empty() { Err(NotOpened::Empty) } else { Ok(text) }
}

fn plain(bytes: &[u8]) -> Result<String, NotOpened> {
    if bytes.len() > body::MOST_LETTERS {
        return Err(NotOpened::TooLarge(body::MOST_LETTERS as u64));
    }
    let (text, _) = decoded(bytes)?;
    // The markup of a page or of an old word processor is not what a reader sees.
    let start = text.trim_start().get(..5).unwrap_or_default().to_lowercase();
    if ["<!doc", "<html", "<?xml"].iter().any(|sign| start.starts_with(sign)) {
        return Err(NotOpened::Other(Kin::Document));
    }
    Ok(text)
}

fn read(bytes: &[u8]) -> Result<String, NotOpened> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NotOpened::Broken)?;
    let mut part = |name: &str| -> Option<Vec<u8>> {
        let mut found = Vec::new();
        archive.by_name(name).ok()?.read_to_end(&mut found).ok()?;
        Some(found)
    };
    // The first file says which part is the document, and that one where its styles are.
    let roots = part("_rels/.rels").map(|rels| related(&rels, "")).transpose()?.unwrap_or_default();
    let main = roots.get("officeDocument").cloned().unwrap_or_else(|| "word/document.xml".to_owned());
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
    let rels = part(&[folder, "/_rels/", name, ".rels"].concat());
    let others = rels.map(|rels| related(&rels, folder)).transpose()?.unwrap_or_default();
    let mut other = |kind: &str| others.get(kind).and_then(|name| part(name));
    let styles = other("styles").map(|part| Styles::read(&part)).transpose()?.unwrap_or_default();
    let numbers = other("numbering").map(|part| Numbers::read(&part)).transpose()?.unwrap_or_default();
    let notes = other("footnotes").map(|part| body::notes(&part, &styles)).transpose()?.unwrap_or_default();
    let main = part(&main).ok_or(NotOpened::Broken)?;
    Ok(body::lines(&main, &styles, numbers, &notes)?.join("\n"))
}

/// The parts that a part names, by what they are to it. Of two the first counts.
fn related(part: &[u8], folder: &str) -> Result<BTreeMap<String, String>, NotOpened> {
    let mut found = BTreeMap::new();
    walk(part, &mut |said| {
        if let Said::Open(tag) = said
            && tag.name == "Relationship"
            && let Some((kind, target)) = tag.get("Type").zip(tag.get("Target"))
        {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let target = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None if folder.is_empty() => target,
                None => [folder, "/", &target].concat(),
            };
            found.entry(kind).or_insert(target);
        }
        Ok(())
    })?;
    Ok(found)
}
