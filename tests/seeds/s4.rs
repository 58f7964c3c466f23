//! S4: tỉnh Lào Cai, 2021, broken off.

use so_ocop::domain::money::Quantity;
use so_ocop::domain::plan::check::Rule;
use so_ocop::domain::plan::{Comparator, DocUse, PlanStatus};

use crate::rows::{Row, Rows};
use crate::seed::Seed;

pub fn rows(seed: &'static Seed) -> Vec<Row> {
    let mut rows = Rows::of(4, seed);
    let s = rows.seed;
    let p = &s.again;
    let source = s.source();
    let facts: Vec<String> = source.facts.iter().map(|fact| format!("{} {}", fact.label, fact.value)).collect();
    rows.row(
        "metadata",
        &[],
        &[(
            "7 facts",
            facts
                == [
                    "Số hiệu 48/KH-UBND",
                    "Ngày ban hành 04/02/2021",
                    "Ngày có hiệu lực 04/02/2021",
                    "Loại văn bản Kế hoạch",
                    "Cơ quan ban hành Tỉnh Lào Cai",
                    "Người ký Hoàng Quốc Khánh",
                    "Lĩnh vực Thương mại",
                ],
        )],
    );
    rows.row(
        "header",
        &["ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 48/KH-UBND", "Lào Cai, ngày 04 tháng 02 năm 2021"],
        &[
            ("day", p.day().is_some_and(|day| day.to_string() == "2021-02-04")),
            ("number", p.number.as_ref().is_some_and(|one| one.number.as_deref() == Some("48"))),
        ],
    );
    let title = "THỰC HIỆN ĐỀ ÁN “MỖI XÃ MỘT SẢN PHẨM” TỈNH LÀO CAI NĂM 2021";
    rows.row("title", &["KẾ HOẠCH", title], &[("title", p.title == title)]);
    let bases = [
        ("b1", "2997/QĐ-UBND", "2018-09-28", "(gọi tắt là Chương trình OCOP Lào Cai)"),
        ("b2", "240/KH-UBND", "2020-09-09", "giai đoạn 2021-2025"),
        ("b3", "21/2020/NQ-HĐND", "2020-12-04", "hoạt động xúc tiến thương mại của tỉnh Lào Cai"),
        ("b4", "26/2020/NQ-HĐND", "2020-12-04", "khuyến khích phát triển sản xuất nông nghiệp"),
        ("b5", "1804/QĐ-TTg", "2020-11-13", "kinh tế tập thể, hợp tác xã giai đoạn 2021 - 2025"),
    ];
    for (key, number, date, words) in bases {
        let basis = s.document(key);
        let slips = match key {
            "b1" => rows.is_put_right("phê duyệt Đán", "phê duyệt Đề án “Mỗi xã một sản phẩm” tỉnh Lào Cai"),
            "b5" => rows.is_put_right("chính phphê duyệt", "Thủ tướng Chính phủ phê duyệt"),
            _ => true,
        };
        rows.row(
            "basis",
            &[number, words],
            &[
                ("number", basis.number.as_deref() == Some(number) && basis.uses == [DocUse::Basis]),
                ("date", basis.date.as_ref().and_then(|one| one.date()).is_some_and(|one| one.to_string() == date)),
                ("slips", slips),
            ],
        );
    }
    rows.row(
        "opening formula",
        &["Ủy ban Nhân dân tỉnh Lào Cai xây dựng Kế hoạch"],
        &[
            ("cụ thể như sau", rows.is_put_right("cụ th như sau:", "cụ thể như sau:")),
            ("small n", rows.is_put_right("Ủy ban Nhân dân", "Ủy ban nhân dân tỉnh Lào Cai xây dựng")),
        ],
    );
    let plain = |at: usize| p.sections[at].children.iter().filter(|one| one.heading.is_empty()).count();
    rows.row(
        "section I",
        &["I. MỤC ĐÍCH, YÊU CẦU"],
        &[("2 paragraphs", plain(0) == 2 && p.sections[0].children.len() == 2)],
    );
    rows.row("section II", &["II. MỤC TIÊU"], &[("5 targets", plain(1) == 5 && p.sections[1].children.len() == 5)]);
    let number = |key: &str, value: i32, comparator: Comparator| {
        s.target(key).value == Some(Quantity::whole(value)) && s.target(key).comparator == Some(comparator)
    };
    rows.row(
        "target 1",
        &["ít nhất 30 sản phẩm tiềm năng, thế mạnh", "điểm du lịch cộng đồng"],
        &[("30", number("t1", 30, Comparator::AtLeast))],
    );
    rows.row(
        "target 2a",
        &["Củng cố ít nhất 12 tổ chức kinh tế", "(Công ty Cổ phần, Công ty TNHH,"],
        &[("12", number("t2", 12, Comparator::AtLeast))],
    );
    rows.row(
        "target 2b",
        &["trong đó, phát triển thêm ít nhất 07 tổ chức kinh tế tham gia Chương trình OCOP"],
        &[
            ("7", number("t3", 7, Comparator::AtLeast)),
            (
                "part of 12",
                s.target("t3").part_of.as_deref() == Some("t2") && s.target("t3").value <= s.target("t2").value,
            ),
        ],
    );
    rows.row("target 3a", &["100% cán bộ cấp tỉnh, huyện"], &[("100%", number("t4", 100, Comparator::Percent))]);
    rows.row(
        "target 3b",
        &["100% lãnh đạo doanh nghiệp, Hợp tác xã, T hp tác, chủ hộ sản xut"],
        &[
            ("100%", number("t5", 100, Comparator::Percent)),
            ("put right", s.right.contains("100% lãnh đạo doanh nghiệp, Hợp tác xã, Tổ hợp tác, chủ hộ sản xuất")),
        ],
    );
    for (key, item, text) in [
        ("t6", "target 4", "4. Vận hành hiệu quả hệ thống cơ sở dữ liệu"),
        ("t7", "target 5", "5. Đưa các sản phẩm được chứng nhận OCOP đến tay người tiêu dùng trong nước và quốc tế."),
    ] {
        rows.row(item, &[text], &[("no number", s.target(key).value.is_none() && s.target(key).comparator.is_none())]);
    }
    let under = |parent: &str| {
        p.activities
            .iter()
            .filter(|one| one.parent.as_deref() == Some(parent))
            .map(|one| one.title.as_str())
            .collect::<Vec<_>>()
    };
    let seven = under("a1");
    let order = [
        "Tuyên truyền",
        "Tchức đánh giá",
        "Giám sát",
        "Tchức kiểm định",
        "Tổ chức đánh giá",
        "Trao Giy",
        "Kim tra các cơ sở",
    ];
    rows.row(
        "section III.1",
        &["1. Triển khai Chu trình OCOP thường niên, thực hiện các nội dung", "sản phm OCOP năm 2020."],
        &[(
            "7 in this order",
            seven.len() == 7 && seven.iter().zip(order).all(|(title, start)| title.starts_with(start)),
        )],
    );
    rows.row(
        "section III.2",
        &["2. Đào tạo, tập huấn phát triển nguồn nhân lực", "- Đào tạo cho các chủ thể tham gia Chương trình OCOP."],
        &[("first bullet", under("a2") == ["Đào tạo cho các chủ thể tham gia Chương trình OCOP"])],
    );
    rows.row(
        "truncation",
        &[],
        &[
            ("incomplete", p.status == PlanStatus::Incomplete && source.broken_off == "[...]"),
            (
                "nothing invented",
                p.budget.is_none() && p.closing.is_empty() && p.recipients.is_empty() && p.assignments.is_empty(),
            ),
            (
                "signer known, authority not",
                p.signature
                    .as_ref()
                    .is_some_and(|one| one.name.as_deref() == Some("Hoàng Quốc Khánh") && one.authority().is_none()),
            ),
        ],
    );
    let slips = [
        ("Trin khai", "Triển khai đồng bộ"),
        ("các ngun lực", "các nguồn lực"),
        ("đthực hiện", "để thực hiện"),
        ("quan đim", "quan điểm"),
        ("chui giá trị", "chuỗi giá trị"),
        ("tchức", "tổ chức kinh tế"),
        ("sản xut", "sản xuất"),
        ("t hp tác", "tổ hợp tác"),
        ("hội đng", "hội đồng"),
        ("tgiúp việc", "tổ giúp việc"),
        ("kết ni", "kết nối"),
        ("Giy chứng nhận", "Giấy chứng nhận"),
        ("Kim tra", "Kiểm tra"),
        ("cp huyện", "cấp huyện"),
        ("Mi xã", "Mỗi xã"),
        ("Đ án", "Đề án"),
    ];
    let facts: Vec<(&str, bool)> = slips.iter().map(|(slip, right)| (*slip, rows.is_put_right(slip, right))).collect();
    rows.row("dropped letters", &[], &facts);
    rows.row(
        "no time, no unit",
        &[],
        &[
            ("V15", p.leaves().all(|one| rows.finds(Rule::V15, &one.key) && one.time.is_none())),
            ("8 leaves", p.leaves().count() == 8),
        ],
    );
    rows.row(
        "year",
        &["NĂM 2021"],
        &[("2021 only", (p.period.from, p.period.to) == (2021, 2021) && rows.is_quiet(Rule::V03))],
    );
    rows.rows
}
