//! A plan on paper: blocks and their roles, words that we write where the paper has none, annexes.

use so_ocop::codec::{Field, Place, parse};
use so_ocop::domain::cycle::DossierType;
use so_ocop::domain::money::{Amount, DisplayUnit, Dong, Quantity};
use so_ocop::domain::plan::check::{Rule as Broken, check};
use so_ocop::domain::plan::{
    Allocation, Annex, AnnexContent, Budget, BudgetLine, FundingSource, Numbering, PartialDate, Plan, PlanProduct,
    PlanSection, Recipient, Signature, SourceKind, Tier, TimeKind, TimeSpec,
};
use so_ocop::domain::registry::LegalForm;
use so_ocop::paper::{Blanks, Block, Document, Look, Printing, Rule, filled, plain, plan};
use so_ocop::text;

fn sample(name: &str) -> Plan {
    let file = std::fs::read(format!("public/samples/plans/{name}.json")).expect("the plan is there");
    Plan::read(parse(&file).expect("JSON"), &Place::default()).expect("a plan")
}

fn printed(one: &Plan) -> Document {
    plan(one, Printing { blanks: Blanks::Dots, corrected: false })
}

fn tables(document: &Document) -> Vec<(&Vec<String>, &Vec<Vec<String>>)> {
    let blocks = document.sheets.iter().flat_map(|sheet| &sheet.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table { columns, rows, .. } => Some((columns, rows)),
        _ => None,
    });
    tables.collect()
}

#[test]
fn a_plan_has_head_title_body_and_end() {
    let document = printed(&sample("s1-tam-duong-2022"));
    let [sheet] = document.sheets.as_slice() else { panic!("one sheet") };
    let (Some(Block::Head { left, right }), Some(Block::Title(title))) = (sheet.blocks.first(), sheet.blocks.get(1))
    else {
        panic!("a head and a title");
    };
    // Without a letterhead of its own the plan takes the issuer's name.
    assert_eq!(left[0].text, "UBND HUYỆN TAM ĐƯỜNG");
    assert_eq!((left[0].rule, left[1].look), (Rule::Part, Look::Regular));
    assert_eq!((right[1].rule, right[2].look), (Rule::Whole, Look::Italic));
    assert_eq!((title[0].text.as_str(), title[1].rule), ("KẾ HOẠCH", Rule::Part));
    let Some(Block::End { recipients, authority, name }) = sheet.blocks.last() else { panic!("an end") };
    assert_eq!(recipients[0], "Nơi nhận:");
    assert_eq!((authority.len(), name.as_slice()), (2, ["Sùng Lữ Páo".to_owned()].as_slice()));
    let depths: Vec<(String, usize, Look)> = sheet
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph { number, depth, look, .. } if !number.is_empty() => Some((number.clone(), *depth, *look)),
            _ => None,
        })
        .collect();
    assert!(depths.contains(&("I.".to_owned(), 0, Look::Bold)) && depths.contains(&("7.".to_owned(), 1, Look::Bold)));
    assert!(depths.contains(&("-".to_owned(), 2, Look::Regular)));
}

#[test]
fn a_decision_and_its_plan_are_two_sheets() {
    let document = printed(&sample("s2-bac-kan-2018"));
    let [decision, attached] = document.sheets.as_slice() else { panic!("two sheets") };
    assert!(matches!(decision.blocks.last(), Some(Block::End { .. })));
    assert!(!attached.blocks.iter().any(|block| matches!(block, Block::Head { .. } | Block::End { .. })));
    let Some(Block::Title(title)) = attached.blocks.first() else { panic!("a title") };
    assert_eq!((title[2].look, title[2].rule), (Look::Italic, Rule::Part));
    assert_eq!(tables(&document).len(), 1);
}

/// A plan with an entry of every kind and no printed words.
fn made() -> Plan {
    let mut plan = Plan::draft(Tier::Province, 2027);
    plan.title = "Thực hiện Chương trình".to_owned();
    plan.date = PartialDate::parse("04/02/2027").map(|date| PartialDate { printed: String::new(), ..date });
    plan.targets = sample("s4-lao-cai-2021").targets;
    plan.targets.iter_mut().for_each(|target| target.printed.clear());
    let share =
        |unit: &str, value| Allocation { unit: unit.to_owned(), value: Quantity(value), unknown: Default::default() };
    plan.targets[0].allocations = vec![share("u1", 18_000), share("u2", 12_000)];
    let mut product = PlanProduct::named("p1", "Thạch đen Kim Tú", "Hà Văn Độ");
    (product.form_printed, product.target_star) = ("hộ kinh doanh".to_owned(), Some(4));
    product.registration = Some(DossierType::Upgrade);
    plan.products = vec![product];
    plan.activities = sample("s2-bac-kan-2018").activities;
    plan.units = sample("s2-bac-kan-2018").units;
    plan.documents = sample("s0-van-quan-2024").documents;
    plan.documents.iter_mut().for_each(|document| document.printed.clear());
    for activity in &mut plan.activities {
        activity.units_printed.clear();
        activity.time.iter_mut().for_each(|time| time.printed.clear());
    }
    plan.budget = Some(Budget {
        total: Some(Amount::exact(Dong(494_900_000))),
        unit: DisplayUnit::Million,
        sources: Vec::new(),
        lines: vec![BudgetLine {
            key: "l1".to_owned(),
            parent: None,
            content: "Tập huấn".to_owned(),
            unit: "lớp".to_owned(),
            quantity: Some(Quantity(2500)),
            price: Some(Dong(197_960_000)),
            amount: Some(Dong(494_900_000)),
            is_lump: false,
            split: Default::default(),
            product: None,
            activity: None,
            unit_responsible: None,
            note: String::new(),
            unknown: Default::default(),
        }],
        unknown: Default::default(),
    });
    let annex = |number: &str, content, is_landscape| Annex {
        key: number.to_owned(),
        number: number.to_owned(),
        title: "DANH MỤC".to_owned(),
        guide: String::new(),
        content,
        table: None,
        sections: vec![PlanSection::new(Numbering::Roman, "NHÓM", "")],
        is_landscape,
        unknown: Default::default(),
    };
    plan.annexes = vec![
        annex("Phụ lục I", AnnexContent::Products, false),
        annex("Phụ lục II", AnnexContent::Budget, true),
        annex("Phụ lục III", AnnexContent::Tasks, true),
        annex("Phụ lục IV", AnnexContent::Allocations, false),
    ];
    plan.recipients = ["UBND tỉnh", "Lưu: VT, NN"]
        .map(|text| Recipient { text: text.to_owned(), units: Vec::new(), unknown: Default::default() })
        .into();
    plan.signature =
        Some(Signature { lines: Vec::new(), name: None, second_position: String::new(), unknown: Default::default() });
    plan
}

#[test]
fn words_are_written_where_the_paper_has_none() {
    let plan = made();
    for (text, wanted) in [
        ("{t1}", "ít nhất 30 sản phẩm"),
        ("{t3}", "ít nhất 07 tổ chức kinh tế"),
        ("{t4}", "100% cán bộ cấp tỉnh, huyện"),
        ("{p1}", "Thạch đen Kim Tú, chủ thể hộ kinh doanh Hà Văn Độ"),
        ("{total}", "494.900.000 đồng"),
        ("{total.words}", "Bốn trăm chín mươi tư triệu chín trăm nghìn đồng chẵn"),
        ("{a21.time}", "Tháng 01 đến tháng 3/2018"),
        ("{a22.time}", "Từ ngày 01/02/2018 đến ngày 15/4/2018"),
        ("{a23.time}", "Nửa cuối tháng 3/2018"),
        ("{a24.time}", "Trước ngày 31/3/2018"),
        ("{a33.time}", "Quý I - quý II/2018"),
        ("{a51.time}", "Quý II/2018"),
        ("{a1.time}", "Ngày 26/01/2017"),
        ("{a53.units}", "Văn phòng Điều phối Xây dựng nông thôn mới và Giảm nghèo tỉnh; Đơn vị tư vấn"),
        ("{b2}", "Kế hoạch số 163/KH-UBND ngày 14/5/2024 của UBND huyện Văn Quan"),
        ("{nobody} {a1.nothing} {p1.time}", "{nobody} {a1.nothing} {p1.time}"),
    ] {
        assert_eq!(filled(&plan, text), wanted, "{text}");
    }
    // Words of an entry may name another one; a circle ends.
    let mut circle = plan;
    (circle.activities[0].title, circle.activities[1].title) = ("theo {b2}".to_owned(), "{a2}".to_owned());
    assert!(filled(&circle, "{a1}").starts_with("theo Kế hoạch số 163/KH-UBND"));
    assert_eq!(filled(&circle, "{a2}"), "{a2}");
}

#[test]
fn what_is_written_is_read_back_as_the_same_time() {
    for activity in made().activities {
        let Some(time) = activity.time else { continue };
        let written = text::plan::time(time.kind, time.from, time.to);
        let again = TimeSpec::parse(&written, None);
        assert_eq!((again.from, again.to), (time.from, time.to), "{written}");
    }
    assert_eq!(text::plan::time(TimeKind::Recurring, None, None), "");
}

#[test]
fn annexes_are_sheets_of_their_own() {
    let document = printed(&made());
    assert_eq!(
        document.sheets.iter().map(|sheet| sheet.landscape).collect::<Vec<_>>(),
        [false, false, true, true, false]
    );
    let text = plain(&document);
    assert!(text.contains("(Kèm theo Kế hoạch số … ngày 04 tháng 02 năm 2027 của …)"));
    assert!(text.contains("Đơn vị tính: triệu đồng"));
    assert!(text.contains("Bằng chữ: Bốn trăm chín mươi tư triệu chín trăm nghìn đồng chẵn"));
    assert!(text.contains("- UBND tỉnh;\n- Lưu: VT, NN.\n…\n"), "a signature that is not known is a blank");
    let tables = tables(&document);
    let row = |table: usize, row: usize| tables[table].1[row].join("|");
    assert_eq!(row(0, 0), "1|Thạch đen Kim Tú|hộ kinh doanh Hà Văn Độ|||Nâng hạng|4 sao|");
    assert_eq!(
        (row(1, 0), row(1, 1)),
        ("1|Tập huấn|lớp|2,5|197,96|494,9|".to_owned(), "|Tổng cộng||||494,9|".to_owned())
    );
    assert_eq!(tables[2].1.len(), 28);
    assert_eq!((row(3, 0), row(3, 1)), ("1|u1|18".to_owned(), "2|u2|12".to_owned()));
    assert_eq!(row(3, 2), "|Tổng cộng|30");
    for (columns, rows) in &tables {
        assert!(rows.iter().all(|row| row.len() == columns.len()), "{columns:?}");
    }
    // Activities below others are numbered below them, and those above stand out.
    let numbers: Vec<&str> = tables[2].1.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(numbers[..4], ["I", "II", "1", "2"], "{numbers:?}");
    assert!(numbers.contains(&"4.3"), "{numbers:?}");
}

#[test]
fn an_estimate_shows_its_headings_sources_and_sums() {
    let mut plan = made();
    let budget = plan.budget.as_mut().expect("money");
    let source = |key: &str, name: &str, amount: Option<i64>| FundingSource {
        key: key.to_owned(),
        name: name.to_owned(),
        kind: SourceKind::Other,
        document: None,
        amount: amount.map(Dong),
        printed: String::new(),
        unknown: Default::default(),
    };
    let line = |key: &str, parent: Option<&str>, amount: i64, from: &[(&str, i64)]| BudgetLine {
        parent: parent.map(str::to_owned),
        content: key.to_owned(),
        amount: Some(Dong(amount)),
        split: from.iter().map(|(key, amount)| ((*key).to_owned(), Dong(*amount))).collect(),
        ..BudgetLine::blank(key)
    };
    budget.total = None;
    budget.sources = vec![source("s1", "NS tỉnh", Some(40_000_000)), source("s2", "NS xã", None)];
    budget.lines = vec![
        line("a", None, 45_000_000, &[]),
        line("b", Some("a"), 30_000_000, &[("s1", 20_000_000), ("s2", 10_000_000)]),
        line("c", Some("a"), 15_000_000, &[("s1", 15_000_000)]),
        line("d", None, 5_000_000, &[("s1", 5_000_000)]),
    ];
    plan.annexes = vec![plan.annexes[1].clone()];
    let document = printed(&plan);
    let tables = tables(&document);
    assert_eq!(tables[0].0.join("|"), "STT|Nội dung|Đơn vị tính|Số lượng|Đơn giá|Thành tiền|NS tỉnh|NS xã|Ghi chú");
    let rows: Vec<String> = tables[0].1.iter().map(|row| row.join("|")).collect();
    assert_eq!(
        rows,
        ["I|a||||45|35|10|", "1|b||||30|20|10|", "2|c||||15|15||", "II|d||||5|5||", "|Tổng cộng||||50|40|10|"]
    );
    assert!(plain(&document).contains("Bằng chữ: Năm mươi triệu đồng chẵn"));
    // Without shares in the lines, what the sources give stands below the total.
    let budget = plan.budget.as_mut().expect("money");
    budget.lines.iter_mut().for_each(|line| line.split.clear());
    let document = printed(&plan);
    let rows: Vec<String> = self::tables(&document)[0].1.iter().map(|row| row.join("|")).collect();
    assert_eq!(rows[4..], ["|Tổng cộng||||50|", "|Trong đó: NS tỉnh||||40|"]);
    // A new estimate has an empty total to be written in.
    plan.budget.as_mut().expect("money").lines.iter_mut().for_each(|line| line.amount = None);
    let document = printed(&plan);
    assert_eq!(self::tables(&document)[0].1[4].join("|"), "|Tổng cộng|||||");
    assert!(!plain(&document).contains("Bằng chữ"));
}

#[test]
fn a_list_of_products_shows_all_that_is_known_of_them() {
    let mut plan = made();
    let product = &mut plan.products[0];
    product.current_star = Some(3);
    product.certificate_printed = "12/QĐ-UBND ngày 05/3/2024".to_owned();
    product.certificate_until = PartialDate::parse("05/3/2027").and_then(|date| date.date());
    (product.support, product.cost) = ("Bao bì, tem".to_owned(), Some(Dong(35_000_000)));
    product.variants = vec!["Thạch đen khô".to_owned(), "Thạch đen sợi".to_owned()];
    plan.products.push(PlanProduct::named("p2", "Cao khô", "HTX Hữu Lễ"));
    plan.products[1].legal_form = Some(LegalForm::Cooperative);
    plan.annexes = vec![plan.annexes[0].clone()];
    let document = printed(&plan);
    let (columns, rows) = tables(&document)[0];
    assert_eq!(
        columns.join("|"),
        "STT|Tên sản phẩm|Chủ thể|Loại hình chủ thể|Địa chỉ|Nhóm sản phẩm|Hình thức đăng ký|Hạng sao hiện có|\
         Quyết định công nhận|Hạng sao phấn đấu|Nội dung hỗ trợ|Kinh phí (triệu đồng)|Ghi chú"
    );
    assert_eq!(
        rows[0].join("|"),
        "1|Thạch đen Kim Tú (gồm: Thạch đen khô; Thạch đen sợi)|hộ kinh doanh Hà Văn Độ||||Nâng hạng|3 sao|\
         12/QĐ-UBND ngày 05/3/2024; đến 05/3/2027|4 sao|Bao bì, tem|35|"
    );
    assert_eq!(rows[1][3], "Hợp tác xã");
    assert_eq!(rows[2].join("|"), "|Tổng cộng||||||||||35|");
}

#[test]
fn a_plan_attached_to_a_decision_names_it_by_its_number_and_day() {
    let mut plan = sample("s2-bac-kan-2018");
    plan.annexes = vec![made().annexes[0].clone()];
    let says = |plan: &Plan, words: &str| plain(&printed(plan)).contains(words);
    let of = "của Ủy ban nhân dân tỉnh Bắc Kạn)";
    let annex = "(Kèm theo Kế hoạch ban hành kèm theo Quyết định số 331/QĐ-UBND ngày 02 tháng 3 năm 2018 ";
    assert!(says(&plan, annex), "{}", plain(&printed(&plan)).lines().last().unwrap_or_default());
    // What the real paper prints stays; dots are filled; nothing is written out.
    assert!(says(&plan, &["(Ban hành kèm theo Quyết định số: 331/QĐ-UBND ngày 02/3/2018 ", of].concat()));
    for written in [
        "(Ban hành kèm theo Quyết định số …/QĐ-UBND ngày … tháng … năm … của Ủy ban nhân dân tỉnh Bắc Kạn)",
        "(Ban hành kèm theo Quyết định số … ngày … tháng … năm … của Ủy ban nhân dân tỉnh Bắc Kạn)",
        "(Ban hành kèm theo Quyết định số: …/QĐ-UBND ngày … tháng … năm … của Ủy ban nhân dân tỉnh Bắc Kạn)",
        "",
    ] {
        let wrapper = plan.wrapper.as_mut().expect("a decision");
        wrapper.attached_as = written.to_owned();
        let line = " 331/QĐ-UBND ngày 02 tháng 3 năm 2018 của Ủy ban nhân dân tỉnh Bắc Kạn)\n";
        let line = ["(Ban hành kèm theo Quyết định số", if written.contains("số:") { ":" } else { "" }, line].concat();
        assert!(says(&plan, &line), "{written}");
        let wrapper = plan.wrapper.as_mut().expect("a decision");
        let number = wrapper.number.as_mut().and_then(|number| number.number.take());
        assert!(says(&plan, "…/QĐ-UBND ngày 02 tháng 3") || written.contains("số … ngày"), "{written}");
        plan.wrapper.as_mut().and_then(|wrapper| wrapper.number.as_mut()).expect("a number").number = number;
    }
    // A copy does not name the decision of the paper that it was copied from.
    let copy = text::plan_pages::copy_of(&sample("s2-bac-kan-2018"));
    assert!(says(&copy, "(Ban hành kèm theo Quyết định số …/QĐ-UBND ngày … tháng … năm 2018 của "));
}

#[test]
fn a_number_below_ten_has_a_nought() {
    let mut plan = sample("s4-lao-cai-2021");
    let number = |plan: &mut Plan, own: &str| plan.number.as_mut().expect("a number").number = Some(own.to_owned());
    for (typed, said) in [("5", "Số: 05/KH-UBND"), ("05", "Số: 05/KH-UBND"), ("48", "Số: 48/KH-UBND")] {
        number(&mut plan, typed);
        assert!(plain(&printed(&plan)).contains(said), "{typed}");
    }
}

#[test]
fn a_target_says_the_number_that_it_leads_to() {
    let mut plan = made();
    plan.targets[0].resulting_total = Some(Quantity(200_000));
    assert_eq!(filled(&plan, "{t1}"), "ít nhất 30 sản phẩm, nâng tổng số lên 200 sản phẩm");
}

#[test]
fn the_body_above_the_issuer_is_upright_and_a_name_may_have_two_lines() {
    let looks = |letterhead: &[&str]| -> Vec<Look> {
        let mut plan = sample("s1-tam-duong-2022");
        plan.letterhead = letterhead.iter().map(|line| (*line).to_owned()).collect();
        let document = printed(&plan);
        let Some(Block::Head { left, .. }) = document.sheets[0].blocks.first() else { panic!("a head") };
        assert_eq!(left[letterhead.len() - 1].rule, Rule::Part);
        left[..letterhead.len()].iter().map(|line| line.look).collect()
    };
    assert_eq!(looks(&["ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"]), [Look::Bold, Look::Bold]);
    assert_eq!(looks(&["UBND TỈNH LÀO CAI", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"]), [Look::Regular, Look::Bold]);
    let three = ["UBND TỈNH LÀO CAI", "ỦY BAN NHÂN DÂN", "XÃ BẮC HÀ"];
    assert_eq!(looks(&three), [Look::Regular, Look::Bold, Look::Bold]);
    assert_eq!(looks(&["UBND XÃ BẮC HÀ"]), [Look::Bold]);
}

/// The last words of each sheet's text.
fn last_words(one: &Plan) -> Vec<String> {
    let words = |sheet: &so_ocop::paper::Sheet| {
        let mut texts = sheet.blocks.iter().filter_map(|block| match block {
            Block::Paragraph { text, heading, .. } => Some([heading.as_str(), text].concat()),
            _ => None,
        });
        texts.next_back().unwrap_or_default()
    };
    printed(one).sheets.iter().map(words).collect()
}

#[test]
fn a_paper_ends_with_its_mark_whatever_was_written() {
    for written in [
        "Trên đây là Kế hoạch",
        "Trên đây là Kế hoạch.",
        "Trên đây là Kế hoạch;",
        "Trên đây là Kế hoạch./.",
        "Trên đây là Kế hoạch. ",
    ] {
        let mut one = sample("s1-tam-duong-2022");
        one.closing = vec![PlanSection::paragraph(written)];
        assert_eq!(last_words(&one), ["Trên đây là Kế hoạch./."], "{written}");
        one.closing.clear();
        assert!(last_words(&one)[0].ends_with("lựa chọn./."), "the last sentence of the body");
    }
    // The decision and the plan attached to it; a text that breaks off and a digest have no end.
    let mut one = sample("s2-bac-kan-2018");
    one.wrapper.as_mut().expect("a decision").articles[2].text = "Chánh Văn phòng thi hành Quyết định này.".into();
    assert!(last_words(&one).iter().all(|words| words.ends_with("./.")), "{:?}", last_words(&one));
    for name in ["s3-thua-thien-hue-2019-2020", "s4-lao-cai-2021"] {
        assert!(!last_words(&sample(name))[0].ends_with("./."), "{name}");
    }
}

#[test]
fn a_date_that_cannot_be_read_is_printed_as_it_was_typed() {
    let typed = |words: &str, blanks: Blanks| {
        let mut own = sample("s4-lao-cai-2021");
        own.date = text::plan_pages::read_date(words);
        assert!(check(&own).iter().any(|one| one.rule == Broken::V02), "it is still no date");
        plain(&plan(&own, Printing { blanks, corrected: false }))
    };
    for blanks in [Blanks::Dots, Blanks::Nothing] {
        let paper = typed("ngày rằm tháng Giêng năm Tân Sửu", blanks);
        assert!(paper.contains("Lào Cai, ngày rằm tháng Giêng năm Tân Sửu"), "{paper}");
    }
    // Blanks are blanks, however they were typed.
    assert!(typed("ngày .... tháng .... năm ....", Blanks::Dots).contains("Lào Cai, ngày … tháng … năm …"));
    assert!(typed("ngày .... tháng 02 năm 2021", Blanks::Nothing).contains("Lào Cai, ngày tháng 02 năm 2021"));
}
