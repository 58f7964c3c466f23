//! Files that are not what they should be: refused in time, with the reason, or read without what they try.

use so_ocop::exchange::sheets::{Kin, NotOpened, Remark, Seems};
use so_ocop::formats::open;

use crate::archive::{packed, parts, text};

fn refused(bytes: Vec<u8>) -> NotOpened {
    let opened = open(bytes, &mut |_, _| ());
    match opened {
        Err(why) => why,
        Ok(mut opened) => opened.block(0, &mut |_, _| ()).expect_err("it was read"),
    }
}

fn rows(bytes: Vec<u8>) -> (Vec<Vec<String>>, Vec<Remark>) {
    let mut opened = open(bytes, &mut |_, _| ()).expect("opened");
    let remarks = opened.found().remarks.clone();
    (opened.block(0, &mut |_, _| ()).expect("a block").rows, remarks)
}

fn row(number: usize, cells: &str) -> String {
    format!(r#"<row r="{number}">{cells}</row>"#)
}

fn small() -> Vec<(String, Vec<u8>)> {
    parts(&[row(1, &[text("A1", "Tên"), text("B1", "Giá")].concat()), row(2, &text("A2", "Chè"))].concat())
}

#[test]
fn a_plain_workbook_is_read() {
    let (rows, remarks) = rows(packed(&small()));
    assert_eq!(rows, [vec!["Tên", "Giá"], vec!["Chè"]]);
    assert_eq!(remarks, []);
}

#[test]
fn what_expands_to_gigabytes_is_refused_before_it_is_expanded() {
    let mut bomb = small();
    bomb.push(("xl/sharedStrings.xml".into(), vec![b' '; 300_000_000]));
    let bytes = packed(&bomb);
    assert!(bytes.len() < 1_000_000, "{}", bytes.len());
    assert_eq!(refused(bytes), NotOpened::Expands);
    // Many parts that are harmless one by one.
    let mut parts = small();
    parts.extend((0..40).map(|at| (format!("xl/worksheets/more{at}.xml"), vec![b' '; 6_000_000])));
    assert_eq!(refused(packed(&parts)), NotOpened::Expands);
    let mut parts = small();
    parts.extend((0..6000).map(|at| (format!("xl/media/{at}.bin"), Vec::new())));
    assert_eq!(refused(packed(&parts)), NotOpened::Expands);
}

/// The sizes in an archive are what whoever made it says.
#[test]
fn a_bomb_that_lies_about_its_size_is_refused_too() {
    let mut bomb = small();
    let size = 300_000_000u32;
    bomb.push(("xl/sharedStrings.xml".into(), vec![b' '; size as usize]));
    let mut bytes = packed(&bomb);
    let (told, lie) = (size.to_le_bytes(), 1000u32.to_le_bytes());
    let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..*at + 4] == told).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&lie);
    }
    assert!(matches!(refused(bytes), NotOpened::Expands | NotOpened::Broken));
}

#[test]
fn a_million_rows_are_refused() {
    let far = parts(&row(1_000_000, &text("A1000000", "xa")));
    assert_eq!(refused(packed(&far)), NotOpened::TooManyRows(100_000));
    let long: String = (1..=100_001).map(|at| row(at, &format!(r#"<c r="A{at}"><v>{at}</v></c>"#))).collect();
    assert_eq!(refused(packed(&parts(&long))), NotOpened::TooManyRows(100_000));
    // Rows that only have a look are no rows.
    let styled = parts(&[row(1, &text("A1", "Chè")), row(1_048_576, r#"<c r="A1048576" s="0"/>"#)].concat());
    assert_eq!(rows(packed(&styled)).0, [["Chè"]]);
    // A cell at the far right of many rows.
    let wide: String = (1..=80).map(|at| row(at, &text(&format!("XFD{at}"), "x"))).collect();
    assert_eq!(refused(packed(&parts(&wide))), NotOpened::TooManyCells(1_000_000));
    let csv: String = (0..100_001).map(|at| format!("{at};a\n")).collect();
    assert_eq!(refused(csv.into_bytes()), NotOpened::TooManyRows(100_000));
}

#[test]
fn macros_and_links_are_left_alone_and_told() {
    let mut with = small();
    with.push(("xl/vbaProject.bin".into(), b"macro".to_vec()));
    with.push(("xl/externalLinks/externalLink1.xml".into(), b"<externalLink/>".to_vec()));
    let (rows, remarks) = rows(packed(&with));
    assert_eq!(rows.len(), 2);
    assert_eq!(remarks, [Remark::Macros, Remark::Links]);
}

#[test]
fn a_formula_counts_with_its_value_and_is_never_run() {
    let sheet = row(
        1,
        r#"<c r="A1"><f>[1]Sheet1!A1+1</f><v>41</v></c><c r="B1" t="str"><f>HYPERLINK("http://x.example","bấm")</f><v>bấm</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="b"><v>1</v></c>"#,
    );
    assert_eq!(rows(packed(&parts(&sheet))).0, [["41", "bấm", "#DIV/0!", "TRUE"]]);
}

#[test]
fn an_entity_is_not_expanded() {
    let mut laughing = small();
    let entities = r#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"#;
    laughing[4].1 = entities.as_bytes().to_vec();
    let opened = open(packed(&laughing), &mut |_, _| ()).map(|mut opened| opened.block(0, &mut |_, _| ()));
    let text = opened.ok().and_then(Result::ok).map(|block| block.rows.concat().concat()).unwrap_or_default();
    assert!(!text.contains("haha"), "{text}");
}

#[test]
fn what_is_cut_off_or_damaged_is_refused_wherever_it_is() {
    let whole = packed(&small());
    // The first letter alone is a text.
    for end in (0..whole.len()).filter(|end| *end != 1) {
        let why = open(whole[..end].to_vec(), &mut |_, _| ()).err();
        assert!(why.is_some(), "{end}");
    }
    let mut tried = 0;
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x41;
        // Whatever comes of it: an answer, and no more than one sheet's worth of it.
        if let Ok(mut opened) = open(damaged, &mut |_, _| ()) {
            let _ = opened.block(0, &mut |_, _| ());
        }
        tried += 1;
    }
    assert_eq!(tried, whole.len());
}

#[test]
fn other_files_are_called_by_their_names() {
    let archive = |name: &str, text: &str| packed(&[(name.to_owned(), text.as_bytes().to_vec())]);
    let locked: Vec<u8> = [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(),
        "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect(),
    ]
    .concat();
    for (bytes, why) in [
        (Vec::new(), NotOpened::Empty),
        (b"   \r\n".to_vec(), NotOpened::Empty),
        (b"\xef\xbb\xbf".to_vec(), NotOpened::Empty),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), NotOpened::Other(Kin::Xls)),
        (locked, NotOpened::Locked),
        (b"%PDF-1.7".to_vec(), NotOpened::Other(Kin::Pdf)),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), NotOpened::Other(Kin::Picture)),
        (br#"{"app":"so-ocop"}"#.to_vec(), NotOpened::Other(Kin::Ours)),
        (archive("word/document.xml", "<w/>"), NotOpened::Other(Kin::Document)),
        (archive("xl/workbook.bin", ""), NotOpened::Other(Kin::Xlsb)),
        (archive("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), NotOpened::Other(Kin::Ods)),
        (archive("anh.jpg", ""), NotOpened::Other(Kin::Archive)),
        (b"MZ\x90\0\x03\0\0\0".to_vec(), NotOpened::NoText),
        (vec![b'a'; 60_000_001], NotOpened::TooLarge(60_000_000)),
    ] {
        let size = bytes.len();
        assert_eq!(refused(bytes), why, "{size} bytes");
    }
}

#[test]
fn a_file_is_known_by_its_content() {
    for (bytes, seems) in [
        (&b"\xef\xbb\xbf {\"app\":"[..], Seems::Json),
        (b"PK\x03\x04", Seems::Archive),
        ("Tên;Giá".as_bytes(), Seems::Text),
        (b"\xff\xfeT\0", Seems::Text),
        (b"%PDF-", Seems::Other),
        (b"", Seems::Other),
    ] {
        assert_eq!(Seems::of(bytes), seems);
    }
}

#[test]
fn days_of_either_calendar_of_excel_are_days() {
    let sheet =
        row(1, r#"<c r="A1" s="1"><v>46346</v></c><c r="B1" s="1"><v>46346.5</v></c><c r="C1"><v>46346</v></c>"#);
    let styles = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    let mut dated = parts(&sheet);
    dated.push(("xl/styles.xml".into(), styles.as_bytes().to_vec()));
    let rels = String::from_utf8(dated[3].1.clone()).expect("text");
    let link = r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
    dated[3].1 = rels.replace("</Relationships>", link).into_bytes();
    assert_eq!(rows(packed(&dated)).0, [["20/11/2026", "20/11/2026 12:00", "46346"]]);
    // Old workbooks from a Mac count from 1904.
    let book = String::from_utf8(dated[2].1.clone()).expect("text");
    dated[2].1 = book.replace("<sheets>", r#"<workbookPr date1904="1"/><sheets>"#).into_bytes();
    assert_eq!(rows(packed(&dated)).0[0][0], "21/11/2030");
}

/// Ours come whole whatever their names; a name is never asked.
#[test]
fn separators_and_encodings_are_found() {
    let list = [vec!["Tên", "Chủ thể"], vec!["Chè, xanh", "HTX Điềm He"], vec!["Mật ong", "hộ Hà Văn Độ"]];
    for separator in [";", "\t", ",", "|"] {
        let text: String = list
            .iter()
            .map(|row| {
                let cells: Vec<String> = row.iter().map(|cell| format!("\"{cell}\"")).collect();
                cells.join(separator) + "\r\n"
            })
            .collect();
        assert_eq!(rows(text.clone().into_bytes()).0, list, "{separator}");
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(rows([&b"\xff\xfe"[..], &wide].concat()).0, list, "{separator}");
        assert_eq!(rows(wide).0, list, "{separator}");
    }
    // `Tên;Xã` / `Chè;Điềm He` in Windows-1258.
    let (rows, remarks) = rows(b"T\xean;Xa\xde\nCh\xe8;\xd0i\xea\xccm He\n".to_vec());
    assert_eq!(rows, [["Tên", "Xã"], ["Chè", "Điềm He"]]);
    assert_eq!(remarks, [Remark::OldLetters]);
}
