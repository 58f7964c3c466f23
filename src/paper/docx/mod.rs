//! A paper as a word processor's file (Office Open XML, ECMA-376, `.docx`).
//!
//! The same document gives the same bytes, wherever and whenever: dates in the archive are fixed, nothing is counted or
//! drawn by lot. Every role has a style of its own, so that an office changes one style and not fifty paragraphs;
//! numbers and bullets are text, as they stand in the paper. Widths are absolute and named twice (grid and cells):
//! LibreOffice and Google Docs break tables that leave them to the program.

mod blocks;
mod parts;
mod styles;
mod xml;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Document;

/// The media type of the file.
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The file of a document called `title`. `None`: it is larger than an archive can be.
pub fn docx(document: &Document, title: &str) -> Option<Vec<u8>> {
    let body = blocks::body(document);
    let parts = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::RELATIONS.to_owned()),
        ("docProps/core.xml", parts::core(title)),
        ("docProps/app.xml", parts::app()),
        ("word/document.xml", body),
        ("word/styles.xml", styles::styles()),
        ("word/settings.xml", parts::SETTINGS.to_owned()),
        ("word/fontTable.xml", parts::FONTS.to_owned()),
        ("word/header1.xml", parts::HEADER.to_owned()),
        ("word/header2.xml", parts::FIRST_HEADER.to_owned()),
        ("word/_rels/document.xml.rels", parts::DOCUMENT_RELATIONS.to_owned()),
    ];
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, options).ok()?;
        archive.write_all(text.as_bytes()).ok()?;
    }
    archive.finish().ok().map(Cursor::into_inner)
}
