//! Documents of word processors: the text that a reader sees, whoever wrote the file, and nothing hostile.

use so_ocop::domain::plan::paste::paste;
use so_ocop::exchange::sheets::{Kin, NotOpened};
use so_ocop::formats::document;
use so_ocop::paper::{Block, Document, Line, Look, Sheet, docx, plain};

use crate::archive::packed;

fn text(bytes: &[u8]) -> String {
    document(bytes, &mut |_, _| ()).expect("it is read")
}

fn refused(bytes: &[u8]) -> NotOpened {
    document(bytes, &mut |_, _| ()).expect_err("it was read")
}

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A document with this body, these lists and these styles, as Word packs it.
fn parts(body: &str, lists: &str, styles: &str) -> Vec<(String, Vec<u8>)> {
    const ROOT: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
    const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>"#;
    let whole = |root: &str, inner: &str| {
        format!(r#"<?xml version="1.0"?><w:{root} xmlns:w="{WORD}" xmlns:mc="m">{inner}</w:{root}>"#).into_bytes()
    };
    let notes = r#"<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t xml:space="preserve"> Theo báo cáo. </w:t></w:r></w:p></w:footnote>"#;
    vec![
        ("_rels/.rels".to_owned(), ROOT.as_bytes().to_vec()),
        ("word/_rels/document.xml.rels".to_owned(), RELS.as_bytes().to_vec()),
        ("word/document.xml".to_owned(), whole("document", &format!("<w:body>{body}</w:body>"))),
        ("word/numbering.xml".to_owned(), whole("numbering", lists)),
        ("word/styles.xml".to_owned(), whole("styles", styles)),
        ("word/header1.xml".to_owned(), whole("hdr", &line("", "ĐẦU TRANG"))),
        ("word/footnotes.xml".to_owned(), whole("footnotes", notes)),
    ]
}

fn whole(body: &str, lists: &str, styles: &str) -> Vec<u8> {
    packed(&parts(body, lists, styles))
}

/// A paragraph.
fn line(properties: &str, words: &str) -> String {
    format!(r#"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>"#)
}

fn listed(list: usize, level: usize, words: &str) -> String {
    line(&format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#), words)
}

fn level(at: usize, format: &str, text: &str, more: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>"#
    )
}

/// Two definitions of lists: I. 1. 1.1. a) -, and one by style; three lists, of which the third begins anew at 5.
fn lists() -> String {
    let levels = [
        level(0, "upperRoman", "%1.", ""),
        level(1, "decimal", "%2.", ""),
        level(2, "decimal", "%2.%3.", ""),
        level(3, "lowerLetter", "%4)", ""),
        level(4, "bullet", "\u{f02d}", ""),
        level(5, "decimal", "%1.%6", "<w:isLgl/>"),
    ];
    let by_style = level(0, "decimalZero", "Điều %1:", r#"<w:pStyle w:val="Dieu"/>"#);
    format!(
        r#"<w:abstractNum w:abstractNumId="7">{}</w:abstractNum><w:abstractNum w:abstractNumId="8">{by_style}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>"#,
        levels.concat()
    )
}

#[test]
fn numbers_are_those_that_a_reader_sees() {
    let styles = r#"<w:style w:styleId="Goc"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:styleId="Dieu"><w:basedOn w:val="Goc"/><w:rPr><w:caps/></w:rPr></w:style>"#;
    let body = [
        listed(1, 0, "Mục đích"),
        listed(1, 1, "Mục tiêu"),
        listed(1, 2, "Chung"),
        listed(1, 2, "Cụ thể"),
        listed(1, 3, "Sản phẩm"),
        listed(1, 3, "Chủ thể"),
        listed(1, 4, "Ba sao"),
        listed(1, 5, "Thẳng"),
        listed(1, 1, "Yêu cầu"),
        listed(1, 2, "Đúng hạn"),
        line("", "Lời xen giữa"),
        listed(1, 0, "Nội dung"),
        listed(1, 1, "Đếm lại từ đầu"),
        // Another list of the same kind goes on, but for the level that it begins anew.
        listed(3, 1, "Bắt đầu ở năm"),
        listed(3, 1, "Sáu"),
        listed(1, 1, "Bảy"),
        line(r#"<w:pStyle w:val="Dieu"/>"#, "phạm vi"),
        line(r#"<w:pStyle w:val="Dieu"/>"#, "hiệu lực"),
        line(r#"<w:pStyle w:val="Dieu"/><w:numPr><w:numId w:val="0"/></w:numPr>"#, "không số"),
        listed(9, 0, "Danh sách không có"),
    ];
    let expected = "I.\tMục đích\n1.\tMục tiêu\n1.1.\tChung\n1.2.\tCụ thể\na)\tSản phẩm\nb)\tChủ thể\n-\tBa sao\n\
        1.1\tThẳng\n2.\tYêu cầu\n2.1.\tĐúng hạn\nLời xen giữa\nII.\tNội dung\n1.\tĐếm lại từ đầu\n5.\tBắt đầu ở năm\n6.\tSáu\n\
        7.\tBảy\nĐiều 01:\tPHẠM VI\nĐiều 02:\tHIỆU LỰC\nKHÔNG SỐ\nDanh sách không có";
    assert_eq!(text(&whole(&body.concat(), &lists(), styles)), expected);
}

#[test]
fn tables_are_rows_and_what_stands_side_by_side_is_read_line_after_line() {
    let cell = |properties: &str, lines: &[&str]| {
        let lines: String = lines.iter().map(|words| line("", words)).collect();
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{lines}</w:tc>")
    };
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let table = |rows: &[String]| format!("<w:tbl>{}</w:tbl>", rows.concat());
    let body = [
        table(&[row(&[cell("", &["UBND XÃ", "Số: 1/KH-UBND"]), cell("", &["CỘNG HÒA", "Độc lập"])])]),
        table(&[
            row(&[cell("", &["STT"]), cell("", &["Tên"]), cell("", &["Chủ thể"])]),
            row(&[cell(r#"<w:gridSpan w:val="2"/>"#, &["Nhóm", "chè"]), cell("", &["2"])]),
            row(&[cell("", &["1"]), cell("", &["Chè"]), cell("", &[""])]),
            row(&[
                cell("", &["2"]),
                cell("", &[]),
                table(&[row(&[cell("", &["trong ô"])])])
                    .replace("<w:tbl>", "<w:tc><w:tbl>")
                    .replace("</w:tbl>", "</w:tbl></w:tc>"),
            ]),
        ]),
    ];
    let expected =
        "UBND XÃ\nSố: 1/KH-UBND\nCỘNG HÒA\nĐộc lập\nSTT\tTên\tChủ thể\nNhóm chè\t\t2\n1\tChè\t\n2\t\ttrong ô";
    assert_eq!(text(&whole(&body.concat(), "", "")), expected);
}

#[test]
fn what_is_old_hidden_or_said_twice_is_not_read() {
    let body = [
        r#"<w:p><w:r><w:t>Một</w:t><w:tab/><w:t>hai</w:t><w:br/><w:t>ba</w:t></w:r></w:p>"#,
        r#"<w:p><w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>dời</w:t></w:r></w:moveFrom></w:p>"#,
        r#"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>quanh hộp</w:t></w:r></w:p>"#,
        r#"<w:p><w:hyperlink><w:r><w:t>chữ</w:t></w:r></w:hyperlink><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:noBreakHyphen/><w:t>A &amp; B &#7849;</w:t></w:r></w:p>"#,
        r#"<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>hoa </w:t></w:r><w:r><w:rPr><w:caps w:val="0"/></w:rPr><w:t>thường</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>"#,
    ];
    let expected = "Một\thai\nba\nthêm\nhộp\nquanh hộp\nchữ-A & B ẩ\nHOA thường [Theo báo cáo.]";
    assert_eq!(text(&whole(&body.concat(), "", "")), expected);
}

#[test]
fn a_paper_written_here_is_read_as_it_stands() {
    let head = Block::Head {
        left: vec![Line::new("ỦY BAN NHÂN DÂN", Look::Regular), Line::new("XÃ ĐIỀM HE", Look::Bold)],
        right: vec![Line::new("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Look::Bold)],
    };
    let paragraph = |number: &str, heading: &str, text: &str| Block::Paragraph {
        number: number.to_owned(),
        heading: heading.to_owned(),
        look: Look::Bold,
        text: text.to_owned(),
        text_look: Look::Regular,
        depth: 0,
    };
    let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
    let blocks = vec![
        head,
        Block::Title(vec![Line::new("KẾ HOẠCH", Look::Bold)]),
        paragraph("I.", "MỤC ĐÍCH", ""),
        paragraph("-", "", "Có <05> sản phẩm & hơn thế."),
        Block::Table {
            columns: row(["STT", "Tên", "Giá"]),
            rows: vec![row(["1", "Chè", "1.200"])],
            strong: Vec::new(),
        },
    ];
    let paper = Document { sheets: vec![Sheet { landscape: false, blocks }] };
    let read = text(&docx(&paper, "Kế hoạch").expect("a file"));
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<String>>();
    assert_eq!(words(&read), words(&plain(&paper)));
    assert!(read.contains("STT\tTên\tGiá\n1\tChè\t1.200"), "{read}");
}

/// The file was written by LibreOffice: a list over four levels that numbers itself and goes on below a table, a head, an end,
/// and a line at the head of every page.
#[test]
fn a_document_of_libreoffice_becomes_a_plan() {
    let file = std::fs::read("tests/fixtures/documents/libreoffice.docx").expect("the file is there");
    let read = text(&file);
    for line in [
        "I.\tMỤC ĐÍCH, YÊU CẦU",
        "1.\tMục đích",
        "-\tPhấn đấu có 05 sản phẩm mới đạt từ 3 sao trở lên.",
        "2.\tYêu cầu",
        "a)\tĐúng quy định.",
        "b)\tĐúng thời gian & tiến độ.",
        "II.\tNỘI DUNG",
        "1.\tSản phẩm",
        "1.2.\tSản phẩm nâng hạng",
        "1\tChè xanh\tHTX Điềm He\t",
        "III.\tTỔ CHỨC THỰC HIỆN",
        "TM. ỦY BAN NHÂN DÂN",
    ] {
        assert!(read.lines().any(|own| own == line), "{line}\n{read}");
    }
    assert!(!read.contains("ĐẦU TRANG"), "{read}");
    let plan = paste(&read).plan;
    assert_eq!(plan.title, "Triển khai Chương trình mỗi xã một sản phẩm năm 2027");
    assert_eq!(plan.sections.len(), 3, "{:#?}", plan.sections);
    let table = plan.all_sections().into_iter().find_map(|section| section.table.as_ref()).expect("the table");
    assert_eq!(table.columns, ["STT", "Tên sản phẩm", "Chủ thể", "Ghi chú"]);
    assert_eq!(table.rows.iter().map(|row| row.cells.len()).collect::<Vec<_>>(), [4, 4]);
    assert_eq!(plan.signature.and_then(|own| own.name), Some("Nguyễn Văn An".to_owned()));
}

#[test]
fn what_is_no_document_is_called_by_its_name() {
    let old = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), name].concat()
    };
    let archive = |name: &str| packed(&[(name.to_owned(), b"<w/>".to_vec())]);
    for (bytes, why) in [
        (Vec::new(), NotOpened::Empty),
        (whole("", "", ""), NotOpened::Empty),
        (old("WordDocument"), NotOpened::Other(Kin::Doc)),
        (old("EncryptedPackage"), NotOpened::Locked),
        (b"%PDF-1.7".to_vec(), NotOpened::Other(Kin::Pdf)),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), NotOpened::Other(Kin::Picture)),
        (b"{\"app\":\"so-ocop\"}".to_vec(), NotOpened::Other(Kin::Ours)),
        (b"{\\rtf1\\ansi K}".to_vec(), NotOpened::Other(Kin::Document)),
        (b"<!DOCTYPE html><p>K</p>".to_vec(), NotOpened::Other(Kin::Document)),
        (archive("xl/workbook.xml"), NotOpened::Other(Kin::Xlsx)),
        (archive("anh.jpg"), NotOpened::Other(Kin::Archive)),
        (vec![b'a'; 60_000_001], NotOpened::TooLarge(60_000_000)),
    ] {
        let size = bytes.len();
        assert_eq!(refused(&bytes), why, "{size} bytes");
    }
    assert_eq!(text("KẾ HOẠCH\nI. Mục đích".as_bytes()), "KẾ HOẠCH\nI. Mục đích");
}

#[test]
fn nothing_hostile_gets_through() {
    let small = || parts(&listed(1, 0, "Mục đích"), &lists(), "");
    // What expands to gigabytes, in a part that would be read and in one that would not.
    let mut bomb = small();
    bomb.push(("word/more.xml".into(), vec![b' '; 300_000_000]));
    assert_eq!(refused(&packed(&bomb)), NotOpened::Expands);
    // More letters than any plan has.
    let long = format!("<w:p>{}</w:p>", "<w:r><w:t>mười chữ cái</w:t></w:r>".repeat(300_000));
    assert_eq!(refused(&whole(&long, "", "")), NotOpened::Expands);
    // Elements in elements in elements.
    let deep = ["<w:sdt>".repeat(400), "</w:sdt>".repeat(400)].concat();
    assert_eq!(refused(&whole(&deep, "", "")), NotOpened::Broken);
    // A cell over more columns than there are.
    let wide = r#"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="4000000000"/></w:tcPr><w:p><w:r><w:t>rộng</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#;
    assert_eq!(text(&whole(wide, "", "")).trim(), "rộng");
    // Numbers as high as they go, and a level that is none.
    let far = r#"<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="4294967295"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="99"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#;
    let body = [listed(1, 0, "a"), listed(1, 0, "b"), listed(1, 77, "c")].concat();
    assert_eq!(text(&whole(&body, far, "")), "4294967295.\ta\n4294967295.\tb\nc");
    // Styles that rest on one another in a circle.
    let circle = r#"<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>"#;
    assert_eq!(text(&whole(&line(r#"<w:pStyle w:val="A"/>"#, "vòng"), "", circle)), "vòng");
    // An entity of its own is nothing.
    let mut laughing = small();
    laughing[2].1 = format!(
        r#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>x&b;y</w:t></w:r></w:p></w:body></w:document>"#
    )
    .into_bytes();
    assert_eq!(text(&packed(&laughing)), "xy");
    // No document in it, although its name is there.
    let mut without = small();
    without[2].0 = "word/documentary.xml".into();
    assert_eq!(refused(&packed(&without)), NotOpened::Broken);
}

#[test]
fn what_is_cut_off_or_damaged_gives_an_answer_wherever_it_is() {
    let bytes = whole(&[listed(1, 0, "Mục đích"), listed(1, 1, "Mục tiêu")].concat(), &lists(), "");
    for end in (0..bytes.len()).filter(|end| *end != 1) {
        assert!(document(&bytes[..end], &mut |_, _| ()).is_err(), "{end}");
    }
    let mut refusals = 0;
    for at in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x41;
        match document(&damaged, &mut |_, _| ()) {
            Ok(read) => assert!(read.len() < 10_000, "{at}"),
            Err(_) => refusals += 1,
        }
    }
    assert!(refusals > bytes.len() / 3, "{refusals} of {}", bytes.len());
    // Damage inside the markup, which the archive's own sums would have told.
    let inner = parts(&[listed(1, 0, "Mục đích"), listed(1, 1, "Mục tiêu")].concat(), &lists(), "");
    let mut seed = 11u32;
    let mut next = move |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below
    };
    let mut answers = 0;
    for _ in 0..2_000 {
        let mut ruined = inner.clone();
        let part = &mut ruined[2 + next(3)].1;
        for _ in 0..=next(3) {
            let at = next(part.len());
            match next(3) {
                0 => part[at] = b"<>/\"&= w:\0\xff"[next(11)],
                1 => drop(part.drain(at..(at + next(40)).min(part.len()))),
                _ => {
                    let copy = part[at..(at + next(60)).min(part.len())].to_vec();
                    part.splice(at..at, copy);
                }
            }
        }
        match document(&packed(&ruined), &mut |_, _| ()) {
            Ok(read) => assert!(read.len() < 10_000),
            Err(why) => assert!(matches!(why, NotOpened::Broken | NotOpened::Empty), "{why:?}"),
        }
        answers += 1;
    }
    assert_eq!(answers, 2_000);
}
