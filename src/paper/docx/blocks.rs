//! The text of the file, block by block.

use super::{parts, xml};
use crate::paper::measures::{LEFT, LONG, RIGHT, SHORT, TOP, words_across};
use crate::paper::metrics::{self, Align, CELL_SIDE};
use crate::paper::{Block, Document, Line, Look, Rule, Sheet, Signer, keeping};

/// The left column of a head: 67 mm, beside which the name of the nation has its line.
const HEAD_LEFT: u32 = 3_799;

/// What a paragraph has beside its style.
#[derive(Clone, Copy, Default)]
struct Extra<'a> {
    /// Stays with the next one.
    keep: bool,
    /// Distances before and after, in twips, where they are not those of the style.
    spacing: Option<(u32, u32)>,
    /// The end of a section.
    section: &'a str,
}

/// The main part of the file.
pub fn body(document: &Document) -> String {
    let mut part = String::from(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>"#,
    );
    let last = document.sheets.len().saturating_sub(1);
    for (at, sheet) in document.sheets.iter().enumerate() {
        let section = section(sheet.landscape);
        let kept = keeping::kept(&sheet.blocks);
        for (place, (block, keep)) in sheet.blocks.iter().zip(kept).enumerate() {
            self::block(block, place == 0, keep, sheet.landscape, &mut part);
        }
        if at < last {
            // The section ends in a paragraph of its own, a point high.
            paragraph("KhoangCach", &[], Extra { section: &section, ..Extra::default() }, &mut part);
        } else {
            part.push_str(&section);
        }
    }
    if document.sheets.is_empty() {
        part.push_str(&section(Sheet::default().landscape));
    }
    part.push_str("</w:body></w:document>");
    part
}

/// The page of a sheet: its numbers begin at 1, and the first is not shown.
fn section(landscape: bool) -> String {
    let (across, down, orient) = if landscape { (LONG, SHORT, " w:orient=\"landscape\"") } else { (SHORT, LONG, "") };
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"{}\"/><w:headerReference w:type=\"first\" r:id=\"{}\"/>\
         <w:type w:val=\"nextPage\"/><w:pgSz w:w=\"{across}\" w:h=\"{down}\"{orient}/><w:pgMar w:top=\"{TOP}\" \
         w:right=\"{RIGHT}\" w:bottom=\"{TOP}\" w:left=\"{LEFT}\" w:header=\"386\" w:footer=\"386\" w:gutter=\"0\"/>\
         <w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>",
        parts::HEADER_ID,
        parts::FIRST_HEADER_ID
    )
}

/// A block; `is_first` is at the upper margin.
fn block(block: &Block, is_first: bool, keep: bool, landscape: bool, part: &mut String) {
    let across = words_across(landscape);
    let kept = Extra { keep, ..Extra::default() };
    match block {
        Block::Head { left, right } => {
            let width = if landscape { across / 2 } else { HEAD_LEFT };
            let widths = [width, across - width];
            let cells = [
                lines(left, widths[0], |at, line| issuer_style(left, at, line)),
                lines(right, widths[1], |at, _| ["QuocHieu", "TieuNgu", "DiaDanh"][at.min(2)]),
            ];
            columns(&widths, &cells, part);
            gap(6, true, part);
        }
        Block::Mark(mark) => paragraph("MauSo", &[(mark, None)], Extra { keep: true, ..kept }, part),
        Block::Title(title) => {
            let last = title.len().saturating_sub(1);
            for (at, line) in title.iter().enumerate() {
                let before = if at == 0 && !is_first { 240 } else { 0 };
                let after = if at == last && line.rule == Rule::None { 240 } else { 0 };
                let style = match line.look {
                    Look::Bold => "TieuDe",
                    Look::Italic => "KemTheo",
                    Look::Regular => "KinhGui",
                };
                let extra = Extra { keep: true, spacing: Some((before, after)), section: "" };
                paragraph(style, &[(&line.text, None)], extra, part);
                rule(line, across, 14, if at == last { 240 } else { 0 }, part);
            }
        }
        Block::Paragraph { number, heading, look, text, text_look, depth } => {
            let before =
                [number.as_str(), heading].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            if text.is_empty() && !heading.is_empty() {
                let style = ["Heading1", "Heading2", "Heading3"][(*depth).min(2)];
                paragraph(style, &[(&before, Some(*look))], Extra { keep: true, ..kept }, part);
            } else if before.is_empty() && *text_look == Look::Italic {
                paragraph("CanCu", &[(text, None)], kept, part);
            } else {
                let gap = if before.is_empty() || text.is_empty() { "" } else { " " };
                let runs = [([&before, gap].concat(), *look), (text.clone(), *text_look)];
                let runs: Vec<(&str, Option<Look>)> = runs
                    .iter()
                    .filter(|(words, _)| !words.is_empty())
                    .map(|(words, look)| (words.as_str(), Some(*look).filter(|look| *look != Look::Regular)))
                    .collect();
                paragraph("Normal", &runs, kept, part);
            }
        }
        Block::Table { columns, rows, strong } => {
            table(columns, rows, strong, across, part);
            gap(12, false, part);
        }
        Block::End { recipients, authority, name } => {
            let mut left = String::new();
            for (at, line) in recipients.iter().enumerate() {
                let style = if at == 0 { "NoiNhan" } else { "NoiNhanDong" };
                let before = if at == 0 { 120 } else { 0 };
                paragraph(style, &[(line, None)], Extra { spacing: Some((before, 0)), ..Extra::default() }, &mut left);
            }
            let width = across / 2;
            columns(&[width, across - width], &[left, signer(authority, name)], part);
            gap(1, false, part);
        }
        Block::Signers(signers) => {
            let count = u32::try_from(signers.len()).unwrap_or(1).max(1);
            let widths = vec![across / count; signers.len()];
            let cells: Vec<String> = signers.iter().map(|Signer { authority, name }| signer(authority, name)).collect();
            columns(&widths, &cells, part);
            gap(1, false, part);
        }
    }
}

/// The parent body above the issuer is upright, what has no rule and stands above the number too.
fn issuer_style(lines: &[Line], at: usize, line: &Line) -> &'static str {
    let is_above_issuer = lines[at..].iter().any(|line| line.look == Look::Bold);
    match line.look {
        Look::Bold => "CoQuan",
        _ if is_above_issuer => "CoQuanChuQuan",
        _ => "SoKyHieu",
    }
}

fn lines(lines: &[Line], across: u32, style: impl Fn(usize, &Line) -> &'static str) -> String {
    let mut cell = String::new();
    for (at, line) in lines.iter().enumerate() {
        paragraph(style(at, line), &[(&line.text, None)], Extra::default(), &mut cell);
        rule(line, across, if line.rule == Rule::Whole { 14 } else { 13 }, 0, &mut cell);
    }
    cell
}

/// The rule below a line, drawn as the border of a low paragraph.
fn rule(line: &Line, across: u32, size: u32, after: u32, part: &mut String) {
    let words = metrics::width(&line.text, size, line.look == Look::Bold).min(across);
    let length = match line.rule {
        Rule::None => return,
        Rule::Whole => words,
        Rule::Part => words * 2 / 5,
    };
    let side = (across - length) / 2;
    part.push_str("<w:p><w:pPr><w:pStyle w:val=\"DuongKe\"/><w:keepNext/><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" ");
    part.push_str("w:space=\"0\" w:color=\"000000\"/></w:pBdr>");
    part.push_str(&format!(
        "<w:spacing w:before=\"40\" w:after=\"{after}\" w:line=\"64\" w:lineRule=\"exact\"/>\
         <w:ind w:left=\"{side}\" w:right=\"{side}\"/></w:pPr></w:p>"
    ));
}

fn signer(authority: &[String], name: &[String]) -> String {
    let mut cell = String::new();
    for (at, line) in authority.iter().enumerate() {
        let spacing = Some((if at == 0 { 120 } else { 0 }, 0));
        paragraph("ChucVu", &[(line, None)], Extra { spacing, ..Extra::default() }, &mut cell);
    }
    let blank = [String::new()];
    // Without a name the room for it stays.
    let name = if name.is_empty() && !authority.is_empty() { &blank } else { name };
    for (at, line) in name.iter().enumerate() {
        paragraph(if at == 0 { "HoTen" } else { "HoTenSau" }, &[(line, None)], Extra::default(), &mut cell);
    }
    cell
}

/// Columns side by side without lines, on one page.
fn columns(widths: &[u32], cells: &[String], part: &mut String) {
    open_table(widths, &["|", &margins(0, 0)].concat(), part);
    part.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    for (width, cell) in widths.iter().zip(cells) {
        part.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
        part.push_str(cell);
        if cell.is_empty() {
            paragraph("KhoangCach", &[], Extra::default(), part);
        }
        part.push_str("</w:tc>");
    }
    part.push_str("</w:tr></w:tbl>");
}

fn open_table(widths: &[u32], look: &str, part: &mut String) {
    let total: u32 = widths.iter().sum();
    part.push_str(&format!("<w:tbl><w:tblPr><w:tblW w:w=\"{total}\" w:type=\"dxa\"/>"));
    part.push_str("<w:tblInd w:w=\"0\" w:type=\"dxa\"/>");
    // The order of the schema: borders, layout, margins.
    let (borders, margins) = look.split_once('|').unwrap_or_default();
    part.push_str(borders);
    part.push_str("<w:tblLayout w:type=\"fixed\"/>");
    part.push_str(margins);
    part.push_str("</w:tblPr><w:tblGrid>");
    for width in widths {
        part.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    part.push_str("</w:tblGrid>");
}

/// The margins of cells: named even where there are none, or LibreOffice gives its own.
fn margins(above: u32, beside: u32) -> String {
    let mut margins = String::from("<w:tblCellMar>");
    for (side, width) in [("top", above), ("left", beside), ("bottom", above), ("right", beside)] {
        margins.push_str(&format!("<w:{side} w:w=\"{width}\" w:type=\"dxa\"/>"));
    }
    margins + "</w:tblCellMar>"
}

fn table(titles: &[String], rows: &[Vec<String>], strong: &[usize], across: u32, part: &mut String) {
    let set = metrics::columns(titles, rows, across);
    let widths: Vec<u32> = set.iter().map(|column| column.width).collect();
    let mut look = String::from("<w:tblBorders>");
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        look.push_str(&format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"));
    }
    look.push_str("</w:tblBorders>|");
    look.push_str(&margins(30, CELL_SIDE));
    open_table(&widths, &look, part);
    part.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (title, width) in titles.iter().zip(&widths) {
        part.push_str(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>"
        ));
        paragraph("BangTieuDe", &[(title, None)], Extra { keep: true, ..Extra::default() }, part);
        part.push_str("</w:tc>");
    }
    part.push_str("</w:tr>");
    for (at, row) in rows.iter().enumerate() {
        let look = strong.contains(&at).then_some(Look::Bold);
        part.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (at, column) in set.iter().enumerate() {
            part.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/></w:tcPr>", column.width));
            let style = match column.align {
                Align::Start => "Bang",
                Align::Middle => "BangGiua",
                Align::End => "BangSo",
            };
            let cell = row.get(at).map_or("", |cell| cell);
            paragraph(style, &[(cell, look)], Extra::default(), part);
            part.push_str("</w:tc>");
        }
        part.push_str("</w:tr>");
    }
    part.push_str("</w:tbl>");
}

/// Room below a table, in points: a table has none of its own. All of it but a point is distance, which a title below
/// does not add to its own: word processors take the larger of two distances, as pages do.
fn gap(points: u32, keep: bool, part: &mut String) {
    part.push_str("<w:p><w:pPr><w:pStyle w:val=\"KhoangCach\"/>");
    part.push_str(if keep { "<w:keepNext/>" } else { "" });
    part.push_str(&format!(
        "<w:spacing w:after=\"{}\" w:line=\"20\" w:lineRule=\"exact\"/></w:pPr></w:p>",
        (points - 1) * 20
    ));
}

fn paragraph(style: &str, runs: &[(&str, Option<Look>)], extra: Extra, part: &mut String) {
    part.push_str("<w:p><w:pPr>");
    part.push_str(&format!("<w:pStyle w:val=\"{style}\"/>"));
    part.push_str(if extra.keep { "<w:keepNext/>" } else { "" });
    if let Some((before, after)) = extra.spacing {
        part.push_str(&format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>"));
    }
    part.push_str(extra.section);
    part.push_str("</w:pPr>");
    for (words, look) in runs.iter().filter(|(words, _)| !words.is_empty()) {
        part.push_str("<w:r>");
        part.push_str(match look {
            None => "",
            Some(Look::Regular) => "<w:rPr><w:b w:val=\"0\"/><w:bCs w:val=\"0\"/></w:rPr>",
            Some(Look::Bold) => "<w:rPr><w:b/><w:bCs/></w:rPr>",
            Some(Look::Italic) => "<w:rPr><w:b w:val=\"0\"/><w:bCs w:val=\"0\"/><w:i/><w:iCs/></w:rPr>",
        });
        xml::words(words, part);
        part.push_str("</w:r>");
    }
    part.push_str("</w:p>");
}
