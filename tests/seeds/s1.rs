//! S1: huyện Tam Đường, 2022.

use so_ocop::domain::money::Quantity;
use so_ocop::domain::plan::check::{Fix, Rule, check};
use so_ocop::domain::plan::{Authority, DocUse, TimeKind, UnitKind};
use so_ocop::domain::vietnamese::matches;

use crate::rows::{Row, Rows};
use crate::seed::Seed;

pub fn rows(seed: &'static Seed) -> Vec<Row> {
    let mut rows = Rows::of(1, seed);
    let s = rows.seed;
    let p = &s.again;
    rows.row(
        "number",
        &["Số: /KH-UBND"],
        &[
            (
                "symbol without number",
                p.number.as_ref().is_some_and(|one| one.number.is_none() && one.symbol == "KH-UBND"),
            ),
            ("dots in a draft", s.draft.contains("Số: …/KH-UBND")),
        ],
    );
    rows.row(
        "place and date",
        &["Tam Đường, ngày tháng 02 năm 2022"],
        &[
            ("place", p.place.as_deref() == Some("Tam Đường")),
            (
                "day blank",
                p.date.as_ref().is_some_and(|date| (date.day, date.month, date.year) == (None, Some(2), Some(2022))),
            ),
            ("dots in a draft", s.draft.contains("Tam Đường, ngày … tháng 02 năm 2022")),
        ],
    );
    let title = "Triển khai Chương trình mỗi xã một sản phẩm trên địa bàn huyện Tam Đường năm 2022";
    rows.row("kind and title", &["KẾ HOẠCH", title], &[("title", p.title == title)]);
    let bases: Vec<_> = p.used_as(DocUse::Basis).collect();
    rows.row(
        "legal bases",
        &[
            "Căn cứ Quyết định số 1048/QĐ-TTg ngày 21/8/2019 của Thủ tướng Chính phủ",
            "; Căn cứ Quyết định số 781/QĐ-TTg ngày 08/6/2020 của Thủ tướng Chính phủ sửa đổi, bổ sung",
        ],
        &[
            ("two", bases.iter().map(|one| one.number.as_deref()).eq([Some("1048/QĐ-TTg"), Some("781/QĐ-TTg")])),
            ("Prime Minister", bases.iter().all(|one| one.issuer == "Thủ tướng Chính phủ")),
            ("in one sentence", p.opening.len() == 1),
            ("in force", rows.is_quiet(Rule::V06)),
        ],
    );
    let headings = s.headings();
    let under = |roman: &str| {
        let from = headings.iter().position(|one| one.starts_with(roman)).map_or(0, |at| at + 1);
        headings[from..].iter().take_while(|one| one.starts_with(|first: char| first.is_ascii_digit())).count()
    };
    rows.row(
        "heading tree",
        &["I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG", "III. TỔ CHỨC THỰC HIỆN"],
        &[
            ("2, 7 and 8 headings", [under("I. "), under("II. "), under("III. ")] == [2, 7, 8] && headings.len() == 20),
            ("no kinh phí", p.budget.is_none() && !headings.iter().any(|one| one.to_lowercase().contains("kinh phí"))),
            ("no mục tiêu", !headings.iter().any(|one| one.to_lowercase().contains("mục tiêu"))),
        ],
    );
    rows.row(
        "target A",
        &["05 sản phẩm tham gia đánh giá sản phẩm OCOP cấp huyện và cấp tỉnh"],
        &[("5", s.target("t1").value == Some(Quantity::whole(5)) && s.target("t1").star_min.is_none())],
    );
    rows.row(
        "target B",
        &["05 sản phẩm mới đạt từ 3 sao trở lên"],
        &[
            ("5 with 3 stars", s.target("t2").value == Some(Quantity::whole(5)) && s.target("t2").star_min == Some(3)),
            ("new products", s.target("t2").unit == "sản phẩm mới"),
            ("two targets, no conflict", rows.is_quiet(Rule::V14)),
        ],
    );
    rows.row(
        "slips",
        &[],
        &[
            ("Phân đầu", rows.is_put_right("Phân đầu", "Phấn đấu năm 2022")),
            ("có thể mạnh", rows.is_put_right("có thể mạnh", "có thế mạnh")),
            ("đề cán bộ", rows.is_put_right("đề cán bộ", "để cán bộ, người dân")),
        ],
    );
    let children = |at: usize| &p.sections[1].children[at - 1].children;
    rows.row(
        "content 1",
        &["1. Công tác tuyên truyền, tập huấn nâng cao năng lực và nhận thức về Chương trình OCOP"],
        &[("2 paragraphs", children(1).len() == 2)],
    );
    rows.row(
        "content 2",
        &[
            "2. Hỗ trợ phát triển sản phẩm OCOP",
            "Đối với sản phẩm đã được đánh giá, phân hạng: Tiếp tục hướng dẫn hoàn thiện sản phẩm.",
            "Đối với hỗ trợ phát triển sản phẩm mới: Rà soát, lựa chọn",
        ],
        &[("2 classes and the annex", children(2).len() == 3)],
    );
    let found: Vec<_> = check(p).into_iter().filter(|found| found.rule == Rule::V11).collect();
    let mut attached = p.clone();
    found.iter().filter_map(|found| found.fix.as_ref()).for_each(|fix| fix.apply(&mut attached));
    rows.row(
        "annex",
        &["(Chi tiết có biểu 01 kèm theo)"],
        &[
            ("announced and missing", found.len() == 1 && found[0].facts == ["biểu 01"]),
            (
                "can be attached",
                attached.annexes.len() == 1
                    && attached.annexes[0].number == "biểu 01"
                    && check(&attached).iter().all(|found| found.rule != Rule::V11),
            ),
            ("fix says so", matches!(found.first().and_then(|found| found.fix.as_ref()), Some(Fix::AddAnnex { .. }))),
        ],
    );
    rows.row("content 3", &["3. Xây dựng hệ thống quản lý, điều hành và nâng cao năng lực quản lý, kinh nghiệm thực hiện Chương trình OCOP", "Hội đồng và Tổ giúp việc Hội đồng"], &[("activity", s.activity("a3").title.starts_with("Xây dựng hệ thống"))]);
    rows.row(
        "content 4",
        &["4. Xúc tiến thương mại sản phẩm OCOP", "sản phẩm OCOP đạt từ 3 sao trở lên"],
        &[("activity", s.activity("a4").title == "Xúc tiến thương mại sản phẩm OCOP")],
    );
    rows.row(
        "content 5",
        &["5. Tổ chức đánh giá, xếp hạng sản phẩm cấp huyện"],
        &[("activity", s.activity("a5").title == "Tổ chức đánh giá, xếp hạng sản phẩm cấp huyện")],
    );
    for (key, number, line, last) in [
        ("r1", 1, "- Đánh giá đợt 1: Trước ngày 20/4/2022.", "2022-04-19"),
        ("r2", 2, "- Đánh giá đợt 2: Trước ngày 20/6/2022.", "2022-06-19"),
    ] {
        let round = s.round(key);
        let deadline = round.deadline.as_ref();
        rows.row(
            "round",
            &[line],
            &[
                ("number and year", (round.number, round.year) == (number, 2022)),
                ("before a day", deadline.is_some_and(|time| time.kind == TimeKind::Before && time.from.is_none())),
                ("last day", deadline.and_then(|time| time.to).is_some_and(|to| to.to_string() == last)),
            ],
        );
    }
    rows.row("hand-over", &["- Gửi hồ sơ đánh giá phân hạng sản phẩm các sản phẩm đạt kết quả cao (từ 3 sao trở lên) lên Hội đồng cấp tỉnh."], &[("no date", s.activity("a51").time.is_none() && s.activity("a51").parent.as_deref() == Some("a5"))]);
    rows.row(
        "content 6",
        &["6. Quản lý chất lượng sản phẩm OCOP", "đề xuất thu hồi giấy chứng nhận"],
        &[("activity", s.activity("a6").title == "Quản lý chất lượng sản phẩm OCOP")],
    );
    rows.row(
        "content 7",
        &["7. Đào tạo, tập huấn, nâng cao chất lượng nguồn nhân lực"],
        &[("activity", s.activity("a7").title.starts_with("Đào tạo, tập huấn"))],
    );
    let block =
        |key: &str, units: &[&str], count: usize| s.duty(key).units == units && s.duty(key).duties.len() == count;
    rows.row(
        "unit 1",
        &["1. Phòng Nông nghiệp và Phát triển nông thôn", "hội chợ OCOP trong và ngoài huyện"],
        &[("duty", block("d1", &["nn"], 1))],
    );
    rows.row(
        "unit 2",
        &["2. Phòng Kinh tế - Hạ tầng", "nhóm sản phẩm đồ uống, nhóm sản phẩm vải, may mặc"],
        &[("duty", block("d2", &["kt"], 1)), ("every year", s.doers("a8").contains("kt cooperate"))],
    );
    rows.row(
        "unit 3",
        &["3. Phòng Tài chính – Kế hoạch"],
        &[
            ("duty", block("d3", &["tc"], 1)),
            ("en dash", s.unit("tc").name.contains('–') && s.unit("tc").is_called("Phòng Tài chính - Kế hoạch")),
        ],
    );
    rows.row(
        "unit 4",
        &["4. Trung tâm Y tế huyện", "tự công bố sản phẩm", "nhóm sản phẩm thảo dược"],
        &[("duty", block("d4", &["yt"], 1)), ("every year", s.doers("a8").contains("yt cooperate"))],
    );
    rows.row(
        "unit 5",
        &["5. Phòng Văn hóa - Thông tin; Trung tâm Văn hóa, thể thao và Truyền thông"],
        &[("two units, one duty", block("d5", &["vh", "tv"], 1))],
    );
    rows.row("unit 6", &["6. Phòng Tài nguyên và Môi trường"], &[("duty", block("d6", &["tn"], 1))]);
    rows.row(
        "unit 7",
        &["7. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam và các đoàn thể huyện"],
        &[
            ("a request", s.duty("d7").is_request && block("d7", &["mt", "dt"], 1)),
            ("mass organisations", s.unit("mt").kind == UnitKind::MassOrganisation),
        ],
    );
    rows.row(
        "unit 8",
        &["8. UBND các xã, thị trấn", "Tiếp nhận hồ sơ đăng ký ý tưởng sản phẩm"],
        &[("2 duties", block("d8", &["xa"], 2))],
    );
    rows.row("closing", &["Trên đây là Kế hoạch triển khai thực hiện Chương trình “Mỗi xã một sản phẩm” năm 2022 của UBND huyện Tam Đường./."], &[("one paragraph", p.closing.len() == 1)]);
    let lines = [
        "TT Huyện uỷ, TT HĐND huyện;",
        "Chủ tịch, Phó Chủ tịch UBND huyện;",
        "Các cơ quan, ban ngành huyện;",
        "UBND các xã, thị trấn.",
        "Lưu: VT.",
    ];
    let printed = lines.map(|line| format!("- {line}"));
    rows.row(
        "recipients",
        &printed.each_ref().map(String::as_str),
        &[("5 lines", p.recipients.iter().map(|one| one.text.as_str()).eq(lines))],
    );
    rows.row(
        "signature",
        &["TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nSùng Lữ Páo"],
        &[(
            "for the body",
            p.signature.as_ref().and_then(|one| one.authority()) == Some(Authority::ForBody)
                && rows.is_quiet(Rule::V27),
        )],
    );
    rows.row(
        "spelling variants",
        &["uỷ", "Ủy"],
        &[("found both ways", matches(&p.recipients[0].text, "huyen uy") && matches(&s.unit("mt").name, "uy ban"))],
    );
    rows.row(
        "recurring time",
        &["Hàng năm phối hợp với cơ quan thường trực", "trọng tâm hàng năm"],
        &[(
            "no date",
            s.activity("a8")
                .time
                .as_ref()
                .is_some_and(|time| time.kind == TimeKind::Recurring && time.from.is_none() && time.to.is_none()),
        )],
    );
    rows.row("order of rounds", &[], &[("no warning", rows.is_quiet(Rule::V18) && rows.is_quiet(Rule::V16))]);
    rows.rows
}
