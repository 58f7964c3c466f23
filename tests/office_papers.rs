//! The papers of an office: the withdrawal of a certificate, and the commune's report.

use so_ocop::domain::cycle::{
    AssessedContent, CommuneReport, DocumentRef, DossierType, Registration, RevocationGround, SelfReport, YearResult,
};
use so_ocop::domain::date::Date;
use so_ocop::domain::id::Id;
use so_ocop::domain::registry::{Producer, Product};
use so_ocop::paper::{
    Block, CommuneReportPaper, CriterionLine, Document, Look, RegistrationPaper, SelfReportPaper, Withdrawal,
    commune_report, docx, file_name, plain, registration, self_report, withdrawal,
};

fn day(year: i32, month: u8, day: u8) -> Date {
    Date::new(year, month, day).expect("a day")
}

fn holds(document: &Document, wanted: &[&str]) {
    let text = plain(document);
    for words in wanted {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert!(docx(document, "").is_some());
}

fn taken_back() -> Withdrawal {
    Withdrawal {
        is_ministry: false,
        product: "Thạch đen {Kim Tú}".to_owned(),
        producer: "Hộ kinh doanh Hà Văn Độ".to_owned(),
        producer_address: "xã Văn Quan".to_owned(),
        address: String::new(),
        stars: 4,
        recognition: DocumentRef::new("816/QĐ-UBND", day(2024, 4, 26), "UBND tỉnh"),
        ground: RevocationGround::ALL[0],
        conclusion: DocumentRef::new("12/KL-TTr", day(2026, 11, 10), "Thanh tra tỉnh"),
        concluded: day(2026, 11, 10),
        is_decided: false,
    }
}

#[test]
fn a_withdrawal_is_a_decision_and_a_notice() {
    let document = withdrawal(&taken_back());
    assert_eq!(document.sheets.len(), 2);
    holds(
        &document,
        &[
            "DỰ THẢO",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN",
            "Căn cứ 12/KL-TTr ngày 10/11/2026 của Thanh tra tỉnh;",
            "Điều 1. Thu hồi Giấy chứng nhận sản phẩm OCOP 4 sao của sản phẩm “Thạch đen {Kim Tú}”",
            "địa chỉ: ……, được công nhận tại Quyết định số 816/QĐ-UBND ngày 26/4/2024",
            "chịu trách nhiệm thi hành Quyết định này./.",
            "Kính gửi: Hộ kinh doanh Hà Văn Độ, xã Văn Quan",
            "chậm nhất 25/11/2026",
        ],
    );
    let articles = document.sheets[0].blocks.iter().filter_map(|block| match block {
        Block::Paragraph { number, look: Look::Bold, text, .. } if !text.is_empty() => Some(number.as_str()),
        _ => None,
    });
    assert_eq!(articles.collect::<Vec<_>>(), ["Điều 1.", "Điều 2.", "Điều 3."]);
}

#[test]
fn a_decided_withdrawal_is_no_draft_and_a_minister_signs_for_five_stars() {
    let of = Withdrawal { is_decided: true, is_ministry: true, stars: 5, ..taken_back() };
    let document = withdrawal(&of);
    holds(&document, &["BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "OCOP 5 sao"]);
    assert!(!plain(&document).contains("DỰ THẢO"));
}

fn report() -> CommuneReportPaper {
    CommuneReportPaper {
        report: CommuneReport::default(),
        unit: String::new(),
        place: String::new(),
        product: "Chè xanh Điềm He".to_owned(),
        producer: "HTX chè Điềm He".to_owned(),
        address: "thôn Bản Làn".to_owned(),
        set: String::new(),
        kind: DossierType::Upgrade,
        receipt: String::new(),
        received: None,
    }
}

#[test]
fn an_empty_report_can_be_written_by_hand() {
    let document = commune_report(&report());
    holds(
        &document,
        &[
            "Mẫu số 03",
            "XÃ, PHƯỜNG ……………",
            "Số: ……/BC-UBND",
            "Sản phẩm: Chè xanh Điềm He",
            "Loại hồ sơ: Nâng hạng",
            "Phiếu số: ……; Ngày tiếp nhận hồ sơ: ……",
            "III. KIẾN NGHỊ, ĐỀ XUẤT",
        ],
    );
    let lines = plain(&document)
        .lines()
        .filter(|line| line.chars().count() > 20 && line.chars().all(|sign| sign == '…'))
        .count();
    assert_eq!(lines, 15, "three lines for each of the four contents and the proposal");
    assert_eq!(plain(&document).matches("Kết luận: ……").count(), 4);
}

#[test]
fn a_report_says_what_the_commune_found() {
    let mut of = report();
    of.unit = "Ủy ban nhân dân xã Điềm He".to_owned();
    (of.report.number, of.report.date) = ("31/BC-UBND".to_owned(), Some(day(2026, 10, 20)));
    (of.report.signer, of.report.proposal) = ("Nông Thị Ngoan".to_owned(), "Đề nghị đánh giá.\nGửi 5 mẫu.".to_owned());
    of.report.meeting = Some(day(2026, 10, 18));
    of.report.letter = Some(DocumentRef::new("32/UBND-KT", day(2026, 10, 20), "UBND xã"));
    let labour = of.report.assessment(AssessedContent::Labour).expect("a content");
    (labour.text, labour.met, labour.figures) = ("12 lao động tại xã.".to_owned(), Some(true), "12/15".to_owned());
    let document = commune_report(&of);
    holds(
        &document,
        &[
            "ỦY BAN NHÂN DÂN\nXÃ ĐIỀM HE\nSố: 31/BC-UBND",
            "ngày 20 tháng 10 năm 2026",
            "Ngày họp đánh giá: 18/10/2026",
            "12 lao động tại xã.\n",
            "Số liệu: 12/15",
            "Kết luận: Đáp ứng",
            "Gửi 5 mẫu.",
            "Văn bản đề nghị: 32/UBND-KT, 20/10/2026, UBND xã",
            "CHỦ TỊCH\nNông Thị Ngoan",
        ],
    );
}

#[test]
fn files_have_plain_names() {
    for (title, name) in [
        ("Kế hoạch số 05/KH-UBND", "OCOP_ke-hoach-so-05-kh-ubnd.docx"),
        ("  ", "OCOP.docx"),
        ("../../<b>", "OCOP_b.docx"),
        ("Thông báo “Chè” – đợt 2", "OCOP_thong-bao-che-dot-2.docx"),
    ] {
        assert_eq!(file_name(title), name);
    }
    assert!(file_name(&"rất dài ".repeat(40)).len() < 80);
}

fn owner() -> (Producer, Product) {
    let producer = Producer { address: "xã Điềm He".to_owned(), ..Producer::named("HTX chè Điềm He") };
    (producer, Product::named("Chè xanh {Điềm He}", Id::new(1, [1; 10])))
}

#[test]
fn the_registration_says_what_is_known_and_leaves_lines_for_the_rest() {
    let (producer, product) = owner();
    let of = RegistrationPaper {
        form: Registration { samples: Some(6), ..Registration::of(&producer, &product) },
        province: "Lạng Sơn".to_owned(),
        year: String::new(),
        class: ["Đồ uống".to_owned(), "Chè".to_owned(), String::new()],
        kind: DossierType::First,
        has_report: true,
        receipts: [("01-02/PĐK".to_owned(), Some(day(2026, 5, 4))), (String::new(), None)],
    };
    let document = registration(&of);
    holds(
        &document,
        &[
            "Mẫu số 01",
            "PHIẾU ĐĂNG KÝ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM",
            "Tỉnh, thành phố: Lạng Sơn; Năm: ……",
            "1. Tên đơn vị (chủ thể): HTX chè Điềm He",
            "5. Tên sản phẩm: Chè xanh {Điềm He}",
            "Phân nhóm: ……",
            "☒ Báo cáo tự đánh giá về sản phẩm (Mẫu số 02): bản chính",
            "☐ Báo cáo tự đánh giá về sản phẩm: bản điện tử",
            "Số lượng mẫu sản phẩm: 6",
            "ĐẠI DIỆN CHỦ THỂ",
            "Phiếu số: 01-02/PĐK",
            "Ngày tiếp nhận: 04/5/2026",
            "Ngày tiếp nhận: ……",
        ],
    );
    let ticked = plain(&document).lines().filter(|line| line.starts_with('☒')).count();
    assert_eq!(ticked, 2, "one type and the report");
}

#[test]
fn the_self_assessment_has_all_its_parts() {
    let (producer, product) = owner();
    let mut form = SelfReport::of(&producer, &product);
    form.results = "Năm 2025 bán 2 tấn.\nGiá ổn định.".to_owned();
    form.years = vec![YearResult { year: 2025, revenue: Some(1_200_000_000), ..YearResult::blank(2025) }];
    let line = |cells: [&str; 4], is_title| CriterionLine { cells: cells.map(str::to_owned), is_title };
    let of = SelfReportPaper {
        form,
        owner: ["HTX chè Điềm He", "xã Điềm He", "", "che@diemhe.vn"].map(str::to_owned),
        product: "Chè xanh".to_owned(),
        is_further: false,
        criteria: vec![
            line(["A. Sản phẩm và sức mạnh cộng đồng", "40", "31", ""], true),
            line(["1.1. Nguồn nguyên liệu", "5", "3", "Vùng chè 12 ha\nMinh chứng: Hợp đồng"], false),
        ],
        evidence: vec![["1", "Giấy đăng ký", "12, 04/05/2020", "", "1.1"].map(str::to_owned)],
    };
    let document = self_report(&of);
    holds(
        &document,
        &[
            "Mẫu số 02",
            "I. THÔNG TIN CHUNG",
            "Điện thoại: ……; Thư điện tử: che@diemhe.vn",
            "Năm 2025 bán 2 tấn.",
            "1.200.000.000",
            "A. Sản phẩm và sức mạnh cộng đồng",
            "Minh chứng: Hợp đồng",
            "DANH MỤC TÀI LIỆU MINH CHỨNG",
            "IV. KẾ HOẠCH THỜI GIAN TỚI",
        ],
    );
    assert!(!plain(&document).contains("Nội dung thay đổi"), "only for products recognised before");
    let strong = document.sheets[0].blocks.iter().find_map(|block| match block {
        Block::Table { strong, rows, .. } if rows.len() == 2 => Some(strong.clone()),
        _ => None,
    });
    assert_eq!(strong, Some(vec![0]));
}
