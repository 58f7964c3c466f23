//! A council's papers: what happened is in them, what is not known is a blank, and an office's own text is obeyed.

use so_ocop::domain::council::Outcome;
use so_ocop::domain::cycle::DocumentRef;
use so_ocop::domain::date::Date;
use so_ocop::domain::moment::Moment;
use so_ocop::domain::points::Mean;
use so_ocop::domain::session::{Level, Role};
use so_ocop::paper::council::{
    Advice, Attendee, CouncilPaper, Facts, Meeting, ProductFacts, RoundFacts, why_not_higher,
};
use so_ocop::paper::template::{Value, Values, filled, unknown_fields};
use so_ocop::paper::{Block, Document, Look, docx, plain};

fn day(year: i32, month: u8, day: u8) -> Date {
    Date::new(year, month, day).expect("a day")
}

fn paper(number: &str, issued: Date) -> DocumentRef {
    DocumentRef::new(number, issued, "UBND tỉnh Lạng Sơn")
}

fn member(name: &str, role: Role, is_present: bool) -> Attendee {
    let reason = if is_present { "" } else { "đi công tác" };
    Attendee { name: name.to_owned(), post: "Sở Y tế".to_owned(), role, is_present, reason: reason.to_owned() }
}

fn round(totals: &[(&str, i32)]) -> RoundFacts {
    let sum: i32 = totals.iter().map(|(_, points)| points).sum();
    RoundFacts {
        totals: totals.iter().map(|(name, points)| ((*name).to_owned(), *points)).collect(),
        mean: (!totals.is_empty()).then(|| Mean::new(sum.into(), totals.len())),
    }
}

fn product(name: &str, rounds: Vec<RoundFacts>, band: u8, stars: u8, outcome: Outcome) -> ProductFacts {
    ProductFacts {
        name: name.to_owned(),
        producer: "HTX Kim Tú".to_owned(),
        address: "xã Văn Quan".to_owned(),
        commune: "Ủy ban nhân dân xã Văn Quan".to_owned(),
        set: "Chè".to_owned(),
        code: "20-1-1-2026".to_owned(),
        rounds,
        parts: vec![Mean::new(61, 2), Mean::whole(18), Mean::new(64, 3)],
        band,
        stars,
        outcome,
        recused: Vec::new(),
        gaps: Vec::new(),
        decisions: Vec::new(),
        missed: Vec::new(),
        notes: Vec::new(),
        advice: None,
    }
}

/// A session with a re-score, a recusal, a missed minimum mark, an elimination and a product of 91 points.
fn facts() -> Facts {
    let (chair, doctor, trader) = ("Nguyễn Văn An", "Hà Thị Diềm", "Nông Văn Tú");
    let mut tea = product(
        "Chè Shan",
        vec![round(&[(chair, 60), (doctor, 74), (trader, 70)]), round(&[(chair, 68), (doctor, 71), (trader, 70)])],
        3,
        3,
        Outcome::Recognise,
    );
    tea.gaps = vec!["Hà Thị Diềm và Nguyễn Văn An: chênh 14 điểm".to_owned()];
    tea.decisions = vec![("Thống nhất chấm lại sau thảo luận".to_owned(), "chênh lệch quá 10 điểm".to_owned())];
    tea.notes = vec!["Cần thêm hợp đồng liên kết.".to_owned()];
    tea.advice = Some(Advice {
        points: Some(Mean::whole(67)),
        remark: "Hồ sơ đầy đủ".to_owned(),
        missing: vec!["phiếu kiểm nghiệm năm 2026".to_owned()],
    });
    let mut jelly = product("Thạch đen", vec![round(&[(chair, 72), (trader, 75)])], 4, 3, Outcome::Recognise);
    jelly.recused = vec![(doctor.to_owned(), "người nhà của chủ thể".to_owned())];
    jelly.missed = vec!["1.5 Câu chuyện sản phẩm: 4 sao cần từ 5 điểm, trung bình 4,00, còn thiếu 1,00".to_owned()];
    let wine =
        product("Rượu men lá", vec![round(&[(chair, 91), (doctor, 92), (trader, 90)])], 5, 5, Outcome::ProposeHigher);
    let oil = product("Tinh dầu hồi", vec![round(&[])], 0, 0, Outcome::Eliminated);
    let people = vec![
        member(chair, Role::Chair, true),
        member(doctor, Role::Member, true),
        member(trader, Role::Member, true),
        member("Hứa Phong Lan", Role::Member, false),
        member("Lương Thu Hường", Role::Secretary, true),
    ];
    Facts {
        committee: "Ủy ban nhân dân tỉnh Lạng Sơn".to_owned(),
        council: "Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Lạng Sơn".to_owned(),
        level: Level::Province,
        session: "đợt 2 năm 2026".to_owned(),
        council_decision: Some(paper("1200/QĐ-UBND", day(2026, 9, 1))),
        rules: None,
        advisory_body: "Sở Nông nghiệp và Môi trường".to_owned(),
        submission: None,
        decision: None,
        place: "Lạng Sơn".to_owned(),
        day: Some(day(2026, 11, 21)),
        meeting: Meeting {
            is_written: false,
            opened: Moment::parse("2026-11-21T01:00:00.000Z"),
            closed: Moment::parse("2026-11-21T04:05:00.000Z"),
            venue: "Hội trường Sở Nông nghiệp và Môi trường".to_owned(),
            people,
            needed: 3,
            override_reason: String::new(),
            advisers: vec![("Hà Văn Độ".to_owned(), "Chi cục Phát triển nông thôn".to_owned())],
            guests: Vec::new(),
        },
        products: vec![tea, jelly, wine, oil],
        fingerprint: "KM7T-2HXA".to_owned(),
        is_compared: true,
    }
}

fn made(paper: CouncilPaper, facts: &Facts) -> Document {
    paper.document(facts, paper.template(facts))
}

fn says(paper: CouncilPaper, facts: &Facts) -> String {
    plain(&made(paper, facts))
}

const ALL: [CouncilPaper; 7] = [
    CouncilPaper::Minutes,
    CouncilPaper::Summary,
    CouncilPaper::Advisory,
    CouncilPaper::Notice(0),
    CouncilPaper::Recognition,
    CouncilPaper::Certificate(0),
    CouncilPaper::Letter,
];

#[track_caller]
fn holds(text: &str, wanted: &[&str]) {
    for words in wanted {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn minutes_say_what_happened() {
    let text = says(CouncilPaper::Minutes, &facts());
    holds(
        &text,
        &[
            "UBND TỈNH LẠNG SƠN\nHỘI ĐỒNG ĐÁNH GIÁ",
            "Số: ……/BB-HĐ",
            "BIÊN BẢN",
            "1. Thời gian bắt đầu: 8 giờ 00, ngày 21 tháng 11 năm 2026.",
            "1. Chủ trì: Nguyễn Văn An, Sở Y tế.",
            "có mặt 03/04, cần có mặt ít nhất 03 theo quy chế hoạt động",
            "Vắng: đi công tác",
            "4. Tổ tư vấn: Hà Văn Độ, Chi cục Phát triển nông thôn.",
            "5. Khách mời: không có.",
            "Quyết định số 1200/QĐ-UBND ngày 01/9/2026 của UBND tỉnh Lạng Sơn",
            "Quy chế hoạt động ban hành kèm theo Quyết định số …… ngày …… của ……",
            "- Hà Thị Diềm không chấm sản phẩm “Thạch đen”: người nhà của chủ thể. Điểm trung bình của sản phẩm tính trên 2 phiếu.",
            "- Chè Shan, lượt 1: 3 phiếu, trung bình 68,00 điểm, chênh lệch lớn nhất 14 điểm.",
            "- Chè Shan, lượt 2: 3 phiếu, trung bình 69,66 điểm, chênh lệch lớn nhất 3 điểm.",
            "- Chè Shan: Hà Thị Diềm và Nguyễn Văn An: chênh 14 điểm.",
            "- Chè Shan: Thống nhất chấm lại sau thảo luận. Lý do: chênh lệch quá 10 điểm.",
            "- Thạch đen: theo điểm đạt 4 sao; 1.5 Câu chuyện sản phẩm: 4 sao cần từ 5 điểm",
            "Hội đồng đã đánh giá 04 sản phẩm: 02 sản phẩm đạt 3 sao; 01 sản phẩm chuyển cấp khác đánh giá, công nhận; 01 sản phẩm chưa có kết quả hoặc bị loại, dừng đánh giá.",
            "Mã đối chiếu kết quả: KM7T-2HXA.",
            "Cuộc họp kết thúc vào 11 giờ 05, ngày 21 tháng 11 năm 2026.",
            "./.",
            "THƯ KÝ",
            "Lương Thu Hường",
        ],
    );
    assert!(!text.contains("Phiên được mở khi chưa đủ"), "{text}");
    assert!(!text.contains("DỰ THẢO") && !text.contains("đạt 5 sao"), "90 points are not 5 stars yet: {text}");
}

#[test]
fn minutes_below_the_quorum_and_without_comparison_say_so() {
    let mut facts = facts();
    facts.meeting.override_reason = "bão, đường bị chia cắt.".to_owned();
    facts.is_compared = false;
    facts.meeting.people[0].is_present = false;
    facts.meeting.people[1].role = Role::ViceChair;
    let text = says(CouncilPaper::Minutes, &facts);
    holds(
        &text,
        &[
            "theo quyết định của Chủ tịch Hội đồng. Lý do: bão, đường bị chia cắt.\n",
            "DỰ THẢO",
            "Kết quả chưa được đối chiếu bằng bảng tính",
            "1. Chủ trì: Hà Thị Diềm",
        ],
    );
}

#[test]
fn written_opinions_have_minutes_of_their_own() {
    let mut facts = facts();
    facts.meeting.is_written = true;
    let text = says(CouncilPaper::Minutes, &facts);
    holds(&text, &["Lấy ý kiến bằng văn bản Hội đồng", "khoản 6 Điều 7", "Đã gửi phiếu", "gửi phiếu 03/04"]);
    assert!(!text.contains("Địa điểm") && !text.contains("dự họp"), "{text}");
}

#[test]
fn a_notice_says_why_not_higher_and_names_no_member() {
    let facts = facts();
    let tea = says(CouncilPaper::Notice(0), &facts);
    holds(
        &tea,
        &[
            "Kính gửi: HTX Kim Tú; Ủy ban nhân dân xã Văn Quan",
            "- Điểm trung bình: 69,66 điểm, tính trên 03 phiếu.",
            "- Điểm từng phần: Phần A: 30,50; Phần B: 18,00; Phần C: 21,33.",
            "- Điểm trung bình còn thiếu 0,34 điểm để đạt mức điểm của hạng 4 sao (từ 70 điểm).",
            "- Cần thêm hợp đồng liên kết.",
        ],
    );
    for one in &facts.meeting.people {
        assert!(!tea.contains(&one.name), "{}", one.name);
    }
    let jelly = says(CouncilPaper::Notice(1), &facts);
    holds(&jelly, &["thiếu 16,50 điểm để đạt mức điểm của hạng 5 sao", "1.5 Câu chuyện sản phẩm: 4 sao cần từ 5 điểm"]);
    assert_eq!(
        why_not_higher(&facts.products[2]),
        ["Sản phẩm đủ mức điểm để đề nghị cấp trên đánh giá; hạng cao hơn do cấp trên quyết định."]
    );
    let oil = says(CouncilPaper::Notice(3), &facts);
    holds(&oil, &["- Điểm trung bình: …… điểm", "Bị loại hoặc dừng đánh giá", "có thể đăng ký ở đợt đánh giá sau"]);
}

#[test]
fn the_decision_recognises_exactly_what_the_council_proposes() {
    let facts = facts();
    let document = made(CouncilPaper::Recognition, &facts);
    let text = plain(&document);
    holds(
        &text,
        &[
            "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
            "Căn cứ Luật Tổ chức chính quyền địa phương",
            "cấp Giấy chứng nhận cho 02 sản phẩm OCOP đợt 2 năm 2026: 02 sản phẩm đạt 3 sao.",
            "(Kèm theo Quyết định số …… ngày …… tháng …… năm ……)",
        ],
    );
    let [sheet, annex] = document.sheets.as_slice() else { panic!("a decision and its list") };
    let Some(Block::Table { rows, .. }) = annex.blocks.last() else { panic!("the list") };
    let names: Vec<&str> = rows.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(names, ["Chè Shan", "Thạch đen"]);
    let bases = sheet.blocks.iter().filter(|block| matches!(block, Block::Paragraph { text_look: Look::Italic, .. }));
    assert_eq!(bases.count(), 4, "the bases stand below who decides, in italics");
    let articles = sheet.blocks.iter().filter_map(|block| match block {
        Block::Paragraph { number, look: Look::Bold, .. } if number.starts_with("Điều") => Some(number.as_str()),
        _ => None,
    });
    assert_eq!(articles.collect::<Vec<_>>(), ["Điều 1.", "Điều 2.", "Điều 3."]);
    let mut central = facts;
    central.level = Level::Central;
    let text = says(CouncilPaper::Recognition, &central);
    holds(&text, &["BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "QĐ-BNNMT"]);
    assert!(!text.contains("Luật Tổ chức chính quyền địa phương"));
}

#[test]
fn certificate_letter_report_and_summary_hold_their_figures() {
    let mut facts = facts();
    facts.decision = Some(paper("2100/QĐ-UBND", day(2026, 12, 20)));
    holds(
        &says(CouncilPaper::Certificate(0), &facts),
        &["ĐẠT HẠNG 3 SAO SẢN PHẨM OCOP", "2100/QĐ-UBND ngày 20/12/2026", "đến hết ngày 20 tháng 12 năm 2029"],
    );
    let letter = says(CouncilPaper::Letter, &facts);
    holds(
        &letter,
        &["Kính gửi: Bộ Nông nghiệp và Môi trường", "Có 01 sản phẩm đạt từ 90 điểm", "Rượu men lá", "91,00"],
    );
    assert!(!letter.contains("Chè Shan"));
    let report = says(CouncilPaper::Advisory, &facts);
    holds(&report, &["67,00", "- Chè Shan: Hồ sơ đầy đủ.", "- Chè Shan: phiếu kiểm nghiệm năm 2026.", "TỔ TRƯỞNG"]);
    let document = made(CouncilPaper::Summary, &facts);
    assert!(document.sheets[0].landscape);
    let tables = document.sheets[0].blocks.iter().filter_map(|block| match block {
        Block::Table { columns, rows, .. } => Some((columns, rows)),
        _ => None,
    });
    let tables: Vec<_> = tables.collect();
    assert_eq!(tables[0].0[6..9], ["Phần A", "Phần B", "Phần C"]);
    assert_eq!(tables[1].1[1][2..], ["72", "–", "75", "–"], "who did not score has no points");
    for (columns, rows) in tables {
        assert!(rows.iter().all(|row| row.len() == columns.len()));
    }
}

#[test]
fn a_paper_without_a_product_says_so() {
    let mut facts = facts();
    let papers = [CouncilPaper::Recognition, CouncilPaper::Letter, CouncilPaper::Certificate(0)];
    assert_eq!(papers.map(|paper| paper.has_subject(&facts)), [true, true, true]);
    facts.products.retain(|product| product.outcome == Outcome::Recognise);
    assert_eq!(papers.map(|paper| paper.has_subject(&facts)), [true, false, true]);
    for product in &mut facts.products {
        product.outcome = Outcome::NotRecognised;
    }
    assert_eq!(papers.map(|paper| paper.has_subject(&facts)), [false, false, false]);
    assert!(CouncilPaper::Minutes.has_subject(&facts) && CouncilPaper::Notice(0).has_subject(&facts));
    assert!(!CouncilPaper::Certificate(99).has_subject(&facts));
}

#[test]
fn no_paper_shows_a_field_and_all_fit_into_files() {
    for is_empty in [false, true] {
        let mut facts = facts();
        if is_empty {
            (facts.products, facts.meeting) = (Vec::new(), Meeting::default());
            (facts.council, facts.committee, facts.session) = Default::default();
        }
        for paper in ALL {
            let document = made(paper, &facts);
            let text = plain(&document);
            if !(is_empty && matches!(paper, CouncilPaper::Notice(_) | CouncilPaper::Certificate(_))) {
                assert!(!text.contains('{'), "{paper:?}: {text}");
                assert_eq!(paper.unknown_fields(&facts, paper.template(&facts)), [], "{paper:?}");
            }
            assert!(docx(&document, "").is_some());
        }
    }
}

#[test]
fn an_office_may_write_its_own_text() {
    let facts = facts();
    let own = "Theo biên bản, {CHU TRI} chủ trì; {khach moi}.\n{không có ô này} và {\n- {luot cham}";
    let unknown = CouncilPaper::Minutes.unknown_fields(&facts, own);
    assert_eq!(unknown.iter().map(|one| (one.line, one.name.as_str())).collect::<Vec<_>>(), [(2, "không có ô này")]);
    let text = plain(&CouncilPaper::Minutes.document(&facts, own));
    holds(
        &text,
        &["Nguyễn Văn An, Sở Y tế chủ trì; không có.", "{không có ô này} và {", "- Thạch đen, lượt 1: 2 phiếu"],
    );
}

#[test]
fn lines_are_set_by_how_they_begin() {
    let values: Values = vec![
        ("trống", Value::Nothing),
        ("chưa biết", Value::Blank),
        ("danh sách", Value::Items(vec!["một;".to_owned(), "hai.".to_owned()])),
        ("tên", Value::or_nothing("Chè & “Shan” {x}")),
    ];
    let template = "CHỦ TỊCH ỦY BAN\nCăn cứ Luật;\nQUYẾT ĐỊNH:\nĐiều 1. Giao việc.\nI. MỤC ĐÍCH\n1. Tên: {tên}\n\
                    1. Chưa biết {chưa biết}.\n1.1. Một câu dài.\na) Việc\n- {danh sách}\nBỏ {trống}\nGiữ {trống}{tên}\nCăn cứ sau thì thường.";
    let blocks = filled(template, &values);
    let seen: Vec<String> = blocks
        .iter()
        .map(|block| match block {
            Block::Title(lines) => format!("T {}", lines[0].text),
            Block::Paragraph { number, heading, look, text, text_look, depth } => {
                format!("{look:?} {text_look:?} {depth} [{number}] [{heading}] {text}")
            }
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(
        seen,
        [
            "T CHỦ TỊCH ỦY BAN",
            "Regular Italic 0 [] [] Căn cứ Luật;",
            "T QUYẾT ĐỊNH:",
            "Bold Regular 0 [Điều 1.] [] Giao việc.",
            "Bold Regular 0 [I.] [MỤC ĐÍCH] ",
            "Bold Regular 1 [1.] [Tên:] Chè & “Shan” {x}",
            "Regular Regular 1 [1.] [] Chưa biết …….",
            "Regular Regular 2 [1.1.] [] Một câu dài.",
            "Regular Regular 3 [a)] [] Việc",
            "Regular Regular 4 [-] [] một;",
            "Regular Regular 4 [-] [] hai.",
            "Regular Regular 0 [] [] Giữ Chè & “Shan” {x}",
            "Regular Regular 0 [] [] Căn cứ sau thì thường.",
        ]
    );
    assert_eq!(unknown_fields(template, &values), []);
}
