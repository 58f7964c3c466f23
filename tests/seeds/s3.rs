//! S3: tỉnh Thừa Thiên Huế, 2019–2020, as a portal told of it.

use so_ocop::domain::money::Quantity;
use so_ocop::domain::plan::{Comparator, DocUse, PlanKind, ScopeKind, TimeKind};

use crate::rows::{Row, Rows};
use crate::seed::Seed;

pub fn rows(seed: &'static Seed) -> Vec<Row> {
    let mut rows = Rows::of(3, seed);
    let s = rows.seed;
    let p = &s.again;
    let title = "Triển khai Chương trình mỗi xã một sản phẩm giai đoạn 2019-2020";
    rows.row("news title", &[title], &[("title", p.title == title)]);
    rows.row(
        "news date",
        &["Ngày cập nhật 16/01/2019"],
        &[(
            "published",
            p.source.as_ref().and_then(|one| one.published).is_some_and(|day| day.to_string() == "2019-01-16"),
        )],
    );
    let subject = s.document("b1");
    rows.row(
        "underlying document",
        &["Quyết định số 100/QĐ-UBND ngày 15/01/2019", "giai đoạn 2019-2020"],
        &[
            (
                "decision",
                subject.uses == [DocUse::Subject]
                    && subject.number.as_deref() == Some("100/QĐ-UBND")
                    && subject.issuer == "UBND tỉnh",
            ),
            ("two years", (p.period.from, p.period.to) == (2019, 2020)),
        ],
    );
    let t1 = s.target("t1");
    rows.row(
        "headline target",
        &["mỗi huyện lựa chọn ít nhất 01-02 sản phẩm lợi thế nhất"],
        &[
            ("1 to 2", t1.value.zip(t1.value_max) == Some((Quantity::whole(1), Quantity::whole(2)))),
            ("at least", t1.comparator == Some(Comparator::AtLeastRange)),
            ("each district", t1.scope.kind == ScopeKind::EachDistrict),
            ("slip", rows.is_put_right("đo là", "đó là mục tiêu")),
        ],
    );
    rows.row("general objective", &["Phát triển các hình thức tổ chức sản xuất, kinh doanh (ưu tiên phát triển hợp tác xã, doanh nghiệp nhỏ và vừa)", "; Góp phần chuyển dịch cơ cấu kinh tế", "“Kinh tế và tổ chức sản xuất”", "; Thông qua việc phát triển sản xuất tại khu vực nông thôn"], &[]);
    let block = s.duty("d1");
    rows.row(
        "addressee",
        &["Ủy ban nhân dân các huyện, thị xã, thành phố Huế"],
        &[("9 duties", block.duties.len() == 9), ("one group", block.units == ["hu"] && s.unit("hu").is_group)],
    );
    let t3 = s.target("t3");
    rows.row(
        "duty 1",
        &["tối thiểu 01 cán bộ, công chức", "Thành lập Ban điều hành"],
        &[("staff", t3.value == Some(Quantity::whole(1)) && t3.comparator == Some(Comparator::AtLeast))],
    );
    for (at, item, text) in [
        (2, "duty 2", "- Phối hợp với Sở Nông nghiệp và Phát triển nông thôn"),
        (3, "duty 3", "gắn với hình thành các hợp tác xã kiểu mới sản xuất liên kết theo chuỗi giá trị"),
        (4, "duty 4", "tập trung chuẩn hóa, phát triển giai đoạn 2019-2020."),
    ] {
        rows.row(item, &[text], &[("in its place", block.duties[at - 1].contains(text.trim_start_matches("- ")))]);
    }
    let t2 = s.target("t2");
    rows.row(
        "duty 5",
        &["(mỗi đơn vị cấp xã lựa chọn từ 1-2 sản phẩm)"],
        &[
            ("1 to 2", t2.value.zip(t2.value_max) == Some((Quantity::whole(1), Quantity::whole(2)))),
            ("no zeros", t2.printed == "từ 1-2 sản phẩm"),
        ],
    );
    for (at, item, text) in [
        (6, "duty 6", "Chu trình OCOP thường niên"),
        (7, "duty 7", "lồng ghép các nguồn kinh phí"),
        (8, "duty 8", "Đẩy mạnh công tác thông tin tuyên truyền"),
    ] {
        rows.row(item, &[text], &[("in its place", block.duties[at - 1].contains(text))]);
    }
    let report = s.activity("a1");
    rows.row("duty 9", &["- Định kỳ báo cáo kết quả thực hiện nhiệm vụ về cơ quan thường trực chương trình (Sở Nông nghiệp và Phát triển nông thôn)", "Bộ Nông nghiệp và Phát triển nông thôn, Ủy ban nhân dân tỉnh"], &[
        ("no date", report.time.as_ref().is_some_and(|time| time.kind == TimeKind::Recurring && time.to.is_none())),
    ]);
    rows.row(
        "absent",
        &[],
        &[
            ("a digest", p.kind == PlanKind::Digest),
            (
                "nothing more",
                p.number.is_none() && p.signature.is_none() && p.recipients.is_empty() && p.budget.is_none(),
            ),
        ],
    );
    rows.row(
        "portal noise",
        &[],
        &[(
            "not in the plan",
            ["14.912.599", "5.811", "UploadFiles", "Tìm kiếm"].iter().all(|noise| !s.json.contains(noise)),
        )],
    );
    rows.row(
        "two scopes",
        &["01-02", "1-2"],
        &[("each commune", t2.scope.kind == ScopeKind::EachCommune && t1.scope != t2.scope)],
    );
    rows.rows
}
