//! The styles of the file: one for each role of Nghị định 30/2020/NĐ-CP, Phụ lục I.

use super::xml;
use crate::paper::measures::{GAP, INDENT, LINE, SEAL};
use crate::text::Text;
use crate::text::paper as words;

/// How a paragraph of a style stands. Sizes are in half points, distances in twips.
#[derive(Clone, Copy)]
struct Style {
    id: &'static str,
    /// As word processors show it; their own names for their own styles.
    name: Name,
    size: u32,
    bold: bool,
    italic: bool,
    /// `both`, `center`, `left`, `right`.
    align: &'static str,
    first: u32,
    before: u32,
    after: u32,
    line: u32,
    /// The line is exactly so high, not at least.
    exact: bool,
    keep: bool,
    /// The level in the outline, from 0.
    outline: Option<u8>,
}

#[derive(Clone, Copy)]
enum Name {
    /// A style that word processors know.
    Known(&'static str),
    Own(Text),
}

const TEXT: Style = Style {
    id: "Normal",
    name: Name::Known("Normal"),
    size: 28,
    bold: false,
    italic: false,
    align: "both",
    first: INDENT,
    before: 0,
    after: GAP,
    line: LINE,
    exact: false,
    keep: false,
    outline: None,
};

const CENTRED: Style = Style { align: "center", first: 0, after: 0, ..TEXT };
const HEAD: Style = Style { size: 26, ..CENTRED };
const HEADING: Style = Style { bold: true, keep: true, ..TEXT };
const CELL: Style = Style { size: 24, align: "left", line: 300, ..CENTRED };

const STYLES: [Style; 27] = [
    TEXT,
    Style { id: "Heading1", name: Name::Known("heading 1"), outline: Some(0), ..HEADING },
    Style { id: "Heading2", name: Name::Known("heading 2"), outline: Some(1), ..HEADING },
    Style { id: "Heading3", name: Name::Known("heading 3"), outline: Some(2), ..HEADING },
    Style { id: "Header", name: Name::Known("header"), ..HEAD },
    Style { id: "QuocHieu", name: Name::Own(words::STYLE_NATION), bold: true, ..HEAD },
    Style { id: "TieuNgu", name: Name::Own(words::STYLE_MOTTO), size: 28, bold: true, ..HEAD },
    Style { id: "DiaDanh", name: Name::Own(words::STYLE_PLACE), italic: true, ..HEAD },
    Style { id: "CoQuanChuQuan", name: Name::Own(words::STYLE_PARENT), ..HEAD },
    Style { id: "CoQuan", name: Name::Own(words::STYLE_ISSUER), bold: true, ..HEAD },
    Style { id: "SoKyHieu", name: Name::Own(words::STYLE_NUMBER), ..HEAD },
    Style { id: "DuongKe", name: Name::Own(words::STYLE_RULE), size: 2, line: 120, exact: true, ..CENTRED },
    Style { id: "TieuDe", name: Name::Own(words::STYLE_TITLE), bold: true, keep: true, ..CENTRED },
    Style { id: "KemTheo", name: Name::Own(words::STYLE_GUIDE), italic: true, keep: true, ..CENTRED },
    Style { id: "KinhGui", name: Name::Own(words::STYLE_TO), keep: true, ..CENTRED },
    Style { id: "MauSo", name: Name::Own(words::STYLE_MARK), bold: true, align: "right", first: 0, keep: true, ..TEXT },
    Style { id: "CanCu", name: Name::Own(words::STYLE_BASIS), italic: true, ..TEXT },
    Style { id: "Bang", name: Name::Own(words::STYLE_CELL), ..CELL },
    Style { id: "BangGiua", name: Name::Own(words::STYLE_CELL_MIDDLE), align: "center", ..CELL },
    Style { id: "BangSo", name: Name::Own(words::STYLE_CELL_NUMBER), align: "right", ..CELL },
    Style { id: "BangTieuDe", name: Name::Own(words::STYLE_CELL_TITLE), align: "center", bold: true, ..CELL },
    Style {
        id: "NoiNhan",
        name: Name::Own(words::STYLE_RECIPIENTS),
        size: 24,
        bold: true,
        italic: true,
        align: "left",
        line: 280,
        ..CENTRED
    },
    Style { id: "NoiNhanDong", name: Name::Own(words::STYLE_RECIPIENT), size: 22, align: "left", line: 280, ..CENTRED },
    Style { id: "ChucVu", name: Name::Own(words::STYLE_AUTHORITY), bold: true, ..CENTRED },
    Style { id: "HoTen", name: Name::Own(words::STYLE_NAME), bold: true, before: SEAL, ..CENTRED },
    Style { id: "HoTenSau", name: Name::Own(words::STYLE_SECOND_NAME), bold: true, ..CENTRED },
    Style { id: "KhoangCach", name: Name::Own(words::STYLE_GAP), size: 2, line: 20, exact: true, ..CENTRED },
];

/// The part with the styles.
pub fn styles() -> String {
    let mut part = String::from(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"#,
    );
    for style in &STYLES {
        one(style, &mut part);
    }
    part.push_str(
        r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>"#,
    );
    part
}

fn one(style: &Style, part: &mut String) {
    let is_text = style.id == TEXT.id;
    let known = matches!(style.name, Name::Known(_));
    let mut name = String::new();
    match style.name {
        Name::Known(known) => name.push_str(known),
        Name::Own(own) => xml::plain(own.get(), &mut name),
    }
    part.push_str("<w:style w:type=\"paragraph\"");
    part.push_str(if is_text { " w:default=\"1\"" } else { "" });
    part.push_str(if known { "" } else { " w:customStyle=\"1\"" });
    part.push_str(&format!(" w:styleId=\"{}\"><w:name w:val=\"{name}\"/>", style.id));
    part.push_str(if is_text { "" } else { "<w:basedOn w:val=\"Normal\"/>" });
    part.push_str("<w:qFormat/><w:pPr>");
    part.push_str(if style.keep { "<w:keepNext/>" } else { "" });
    part.push_str("<w:widowControl/>");
    let rule = if style.exact { "exact" } else { "atLeast" };
    part.push_str(&format!(
        "<w:spacing w:before=\"{}\" w:after=\"{}\" w:line=\"{}\" w:lineRule=\"{rule}\"/>",
        style.before, style.after, style.line
    ));
    part.push_str(&format!("<w:ind w:firstLine=\"{}\"/><w:jc w:val=\"{}\"/>", style.first, style.align));
    part.push_str(&style.outline.map(|level| format!("<w:outlineLvl w:val=\"{level}\"/>")).unwrap_or_default());
    part.push_str("</w:pPr><w:rPr>");
    part.push_str(if style.bold { "<w:b/><w:bCs/>" } else { "" });
    part.push_str(if style.italic { "<w:i/><w:iCs/>" } else { "" });
    part.push_str(&format!("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/></w:rPr></w:style>", style.size));
}
