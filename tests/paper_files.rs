//! A paper as a page and as a word processor's file: every word once, nothing that is not ours, the same bytes each time.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use so_ocop::codec::{Field, Place, parse};
use so_ocop::domain::plan::Plan;
use so_ocop::paper::{
    Blanks, Block, Content, Document, Element, Line, Look, Printing, Sheet, Signer, docx, html, markup, plain, plan,
};

const SAMPLES: [&str; 5] =
    ["s0-van-quan-2024", "s1-tam-duong-2022", "s2-bac-kan-2018", "s3-thua-thien-hue-2019-2020", "s4-lao-cai-2021"];

fn sample(name: &str) -> Document {
    let file = std::fs::read(format!("public/samples/plans/{name}.json")).expect("the plan is there");
    let plan_of = Plan::read(parse(&file).expect("JSON"), &Place::default()).expect("a plan");
    plan(&plan_of, Printing { blanks: Blanks::Dots, corrected: false })
}

/// A document with every block, and with words that would break markup.
fn hostile() -> Document {
    let odd = "<script>alert(\"1\" & '2')</script>\u{b}\u{fffe}]]>";
    let line = |look| Line::new(odd, look);
    let row = || vec![odd.to_owned(), "1.200".to_owned(), "một\nhai\tba".to_owned()];
    let blocks = vec![
        Block::Head { left: vec![line(Look::Bold)], right: vec![line(Look::Italic)] },
        Block::Title(vec![line(Look::Regular)]),
        Block::Paragraph {
            number: "I.".to_owned(),
            heading: odd.to_owned(),
            look: Look::Bold,
            text: odd.to_owned(),
            text_look: Look::Italic,
            depth: 7,
        },
        Block::Table { columns: row(), rows: vec![row(), vec![odd.to_owned()], Vec::new()], strong: vec![0, 9] },
        Block::Signers(vec![Signer { authority: vec![odd.to_owned()], name: vec![odd.to_owned()] }, Signer::default()]),
        Block::End { recipients: vec![odd.to_owned()], authority: Vec::new(), name: vec![odd.to_owned()] },
    ];
    let empty = Sheet { landscape: true, blocks: Vec::new() };
    Document { sheets: vec![Sheet { landscape: false, blocks }, empty] }
}

fn words_of(element: &Element, words: &mut String) {
    for content in &element.content {
        match content {
            Content::Words(own) => words.push_str(own),
            Content::Element(element) => words_of(element, words),
        }
    }
}

fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The parts of a file, by name, in their order.
fn parts(file: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("an archive");
    let read = |at: usize| {
        let mut part = archive.by_index(at).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("a text");
        (part.name().expect("a name").into_owned(), text)
    };
    (0..11).map(read).collect()
}

/// The words of a part, each element's attributes checked on the way.
fn words_of_part(name: &str, part: &str) -> String {
    let mut reader = Reader::from_str(part);
    let mut words = String::new();
    let mut depth = 0;
    loop {
        match reader.read_event().unwrap_or_else(|fault| panic!("{name}: {fault}")) {
            Event::Eof => break,
            Event::Start(start) => {
                depth += 1;
                assert!(start.attributes().all(|attribute| attribute.is_ok()), "{name}");
            }
            Event::End(_) => depth -= 1,
            Event::Empty(start) => assert!(start.attributes().all(|attribute| attribute.is_ok()), "{name}"),
            Event::Text(text) => words.push_str(&text.into_inner()),
            Event::GeneralRef(sign) => words.push_str(match &*sign.into_inner() {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                other => panic!("{name}: &{other};"),
            }),
            _ => (),
        }
    }
    assert_eq!(depth, 0, "{name}");
    words
}

#[test]
fn every_word_of_the_real_plans_stands_on_the_page_and_in_the_file_once_and_in_order() {
    for name in SAMPLES {
        let document = sample(name);
        let wanted = bare(&plain(&document));
        let mut page = String::new();
        markup(&document).iter().for_each(|sheet| words_of(sheet, &mut page));
        assert_eq!(bare(&page), wanted, "{name}: the page");
        let file = docx(&document, name).expect("a file");
        let parts = parts(&file);
        let (_, body) = parts.iter().find(|(part, _)| part == "word/document.xml").expect("the text");
        assert_eq!(bare(&words_of_part(name, body)), wanted, "{name}: the file");
    }
}

#[test]
fn the_parts_of_a_file_are_xml_and_point_to_each_other() {
    for document in [sample("s2-bac-kan-2018"), hostile(), Document::default()] {
        let file = docx(&document, "Kế hoạch <1> & “2”").expect("a file");
        let parts = parts(&file);
        for (name, part) in &parts {
            words_of_part(name, part);
        }
        let part = |name: &str| &parts.iter().find(|(own, _)| own == name).expect(name).1;
        for (holder, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
            for target in part(holder).split("Target=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                part(&[folder, target].concat());
            }
        }
        for name in part("[Content_Types].xml").split("PartName=\"/").skip(1).filter_map(|rest| rest.split('"').next())
        {
            part(name);
        }
        let styles = part("word/styles.xml");
        for style in part("word/document.xml").split("<w:pStyle w:val=\"").skip(1) {
            let style = style.split('"').next().expect("a style");
            assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
        }
        let sections = part("word/document.xml").matches("<w:sectPr>").count();
        assert_eq!(sections, document.sheets.len().max(1), "a section for each sheet");
    }
}

#[test]
fn grids_and_cells_name_the_same_widths_and_fill_the_line() {
    let file = docx(&sample("s2-bac-kan-2018"), "").expect("a file");
    let parts = parts(&file);
    let (_, body) = &parts[4];
    let widths = |text: &str, mark: &str| -> Vec<u32> {
        let found = text.split(mark).skip(1).filter_map(|rest| rest.split('"').next()?.parse().ok());
        found.collect()
    };
    for table in body.split("<w:tbl>").skip(1) {
        let table = table.split("</w:tbl>").next().expect("a table");
        let grid = widths(table, "<w:gridCol w:w=\"");
        assert_eq!(grid.iter().sum::<u32>(), 9345, "the line of a page");
        for row in table.split("<w:tr>").skip(1) {
            assert_eq!(widths(row, "<w:tcW w:w=\""), grid);
        }
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for document in [sample("s0-van-quan-2024"), hostile()] {
        assert_eq!(docx(&document, "a"), docx(&document, "a"));
    }
    let (one, other) = (sample("s0-van-quan-2024"), sample("s1-tam-duong-2022"));
    assert_ne!(docx(&one, "a"), docx(&other, "a"));
}

#[test]
fn words_are_never_markup() {
    let page = html(&hostile(), "<b>", "p{}</style>");
    assert!(!page.contains("<script") && !page.contains("<b>&") && !page.contains("}</style></style>"));
    assert_eq!(page.matches("&lt;script&gt;").count(), page.matches("&lt;/script&gt;").count());
    assert!(!page.contains(" style=") && !page.contains("javascript"));
    // A sign that a file cannot hold is seen to be missing.
    let file = docx(&hostile(), "").expect("a file");
    assert!(parts(&file)[4].1.contains('\u{fffd}'));
}

#[test]
fn columns_share_the_line_and_give_the_longest_word_its_room() {
    let table = |columns: &[&str], rows: &[&[&str]]| {
        let own = |row: &[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
        let block =
            Block::Table { columns: own(columns), rows: rows.iter().map(|row| own(row)).collect(), strong: vec![] };
        let document = Document { sheets: vec![Sheet { landscape: false, blocks: vec![block] }] };
        let page = html(&document, "", "");
        let widths: Vec<f64> =
            page.split("<col width=\"").skip(1).filter_map(|rest| rest.split('%').next()?.parse().ok()).collect();
        (widths, page)
    };
    let long = "Hoàn thiện hồ sơ sản phẩm, bao bì, nhãn mác và truy xuất nguồn gốc theo quy định hiện hành";
    let (widths, page) = table(
        &["STT", "Nội dung", "Số lượng", "Thành tiền"],
        &[&["1", long, "05", "400.000.000"], &["2", "Tập huấn", "12", "94.900.000"]],
    );
    assert!((widths.iter().sum::<f64>() - 100.0).abs() < 0.01, "{widths:?}");
    assert!(widths[1] > 50.0 && widths[0] < 12.0 && widths[3] > 12.0, "{widths:?}");
    assert_eq!((page.matches("doc-middle").count(), page.matches("doc-number").count()), (4, 2));
    // More words than a line can hold: nobody gets nothing.
    let many: Vec<&str> = vec!["Nghiêng-ngả-nghiêng-ngả"; 14];
    let (widths, _) = table(&many, &[]);
    assert!(widths.iter().all(|width| *width > 6.0), "{widths:?}");
    assert_eq!(table(&[], &[]).0, Vec::<f64>::new());
}

#[test]
fn a_signature_brings_two_lines_of_text_along() {
    let paragraph = |text: &str| Block::Paragraph {
        number: String::new(),
        heading: String::new(),
        look: Look::Regular,
        text: text.to_owned(),
        text_look: Look::Regular,
        depth: 0,
    };
    let end = Block::End { recipients: vec![], authority: vec!["CHỦ TỊCH".to_owned()], name: vec![] };
    let kept = |blocks: Vec<Block>| {
        let document = Document { sheets: vec![Sheet { landscape: false, blocks }] };
        html(&document, "", "").matches("data-keep").count()
    };
    let long = "Kế hoạch này thay thế kế hoạch đã ban hành. ".repeat(4);
    assert_eq!(kept(vec![paragraph("Một."), paragraph(&long), end.clone()]), 1);
    assert_eq!(kept(vec![paragraph(&long), paragraph("Một."), end.clone()]), 2);
    assert_eq!(kept(vec![paragraph("Một."), paragraph("Hai."), paragraph("Ba."), end]), 2);
}
