//! S2: tỉnh Bắc Kạn, 2018: a decision and the plan attached to it.

use so_ocop::domain::money::Quantity;
use so_ocop::domain::plan::check::Rule;
use so_ocop::domain::plan::{Authority, Comparator, DocNumber, DocUse, PlanKind, Table, TimeKind, UnitKind};

use crate::rows::{Row, Rows};
use crate::seed::Seed;

const OFFICE: &str = "Văn phòng Điều phối Xây dựng nông thôn mới và Giảm nghèo tỉnh";

pub fn rows(seed: &'static Seed) -> Vec<Row> {
    let mut rows = Rows::of(2, seed);
    papers(&mut rows);
    activities(&mut rows);
    duties(&mut rows);
    rows.rows
}

fn papers(rows: &mut Rows) {
    let s = rows.seed;
    let p = &s.again;
    let wrapper = p.wrapper.as_ref().expect("a decision");
    let noise = ["Bộ lọc tìm kiếm", "Tải văn bản", "Loading", "[0]", "[1]", "[4]", "[6]", "Lược đồ"];
    rows.row(
        "portal noise",
        &[],
        &[("dropped", noise.iter().all(|noise| !s.json.contains(noise) && !s.print.contains(noise)))],
    );
    rows.row(
        "header",
        &["ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
        &[("letterhead", p.letterhead == ["ỦY BAN NHÂN DÂN", "TỈNH BẮC KẠN"])],
    );
    rows.row("number", &["Số: 331/QĐ-UBND"], &[("number", wrapper.number == DocNumber::parse("331/QĐ-UBND"))]);
    rows.row(
        "place and date",
        &["Bắc Kạn, ngày 02 tháng 3 năm 2018"],
        &[
            ("place", wrapper.place.as_deref() == Some("Bắc Kạn")),
            ("day", p.day().is_some_and(|day| day.to_string() == "2018-03-02")),
        ],
    );
    let title =
        "VỀ VIỆC BAN HÀNH KẾ HOẠCH THỰC HIỆN ĐỀ ÁN “MỖI XÃ, PHƯỜNG MỘT SẢN PHẨM” TỈNH BẮC KẠN (OCOP-BK) NĂM 2018";
    rows.row("decision title", &["QUYẾT ĐỊNH\nVỀ VIỆC", title], &[("title", wrapper.title == title)]);
    let bases = [
        ("b1", "Luật", None, "2015-06-19", "", "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"),
        (
            "b2",
            "Quyết định",
            Some("2277/QĐ-BNN-VPĐP"),
            "2017-06-05",
            "Bộ Nông nghiệp và Phát triển nông thôn",
            "05 tháng 6 năm 2017",
        ),
        (
            "b3",
            "Nghị quyết",
            Some("19-NQ/TU"),
            "2017-12-04",
            "Ban Chấp hành Đảng bộ tỉnh lần thứ X (Khóa XI)",
            "Đảng bộ tỉnh lần thứ X (Khóa XI)",
        ),
        (
            "b4",
            "Nghị quyết",
            Some("24/2017/NQ-HĐND"),
            "2017-12-06",
            "Hội đồng nhân dân tỉnh Bắc Kạn",
            "06 tháng 12 năm 2017",
        ),
        (
            "b5",
            "Quyết định",
            Some("1625/QĐ-UBND"),
            "2017-10-13",
            "Ủy ban nhân dân tỉnh Bắc Kạn",
            "(OCOP-BK) giai đoạn 2017 - 2020.\n",
        ),
        ("b6", "Quyết định", Some("33/QĐ-UBND"), "2018-01-08", "Ủy ban nhân dân tỉnh Bắc Kạn", "08 tháng 01 năm 2018"),
    ];
    for (key, kind, number, date, issuer, words) in bases {
        let basis = s.document(key);
        let slips = key != "b4"
            || (rows.is_put_right("Nghi quyết", "Nghị quyết số: 24/2017/NQ-HĐND")
                && rows.is_put_right("an và ninh", "đảm bảo quốc phòng và an ninh"));
        rows.row(
            "basis",
            &[words, number.unwrap_or_default()],
            &[
                (
                    "kind and number",
                    basis.kind == kind && basis.number.as_deref() == number && basis.uses == [DocUse::Basis],
                ),
                ("date", basis.date.as_ref().and_then(|one| one.date()).is_some_and(|one| one.to_string() == date)),
                ("issuer", basis.issuer == issuer),
                ("excerpt", !basis.excerpt.is_empty()),
                ("slips", slips),
            ],
        );
    }
    let proposal = s.document("b7");
    rows.row(
        "proposal",
        &[&format!("Xét đề nghị của {OFFICE} tại Tờ trình số: 65/TTr-VPĐP ngày 23/02/2018,")],
        &[(
            "tờ trình",
            proposal.uses == [DocUse::Proposal]
                && proposal.number.as_deref() == Some("65/TTr-VPĐP")
                && proposal.issuer == OFFICE,
        )],
    );
    rows.row(
        "articles",
        &[
            "Điều 1. Phê duyệt kèm theo Quyết định này",
            "Điều 2. Giao Văn phòng Điều phối",
            "Điều 3. Các ông, bà:",
            "chịu trách nhiệm thi hành Quyết định này./.",
        ],
        &[("three", wrapper.articles.iter().map(|one| one.number).eq([1, 2, 3]))],
    );
    let signature = wrapper.signature.as_ref();
    rows.row(
        "signature of the wrapper",
        &["TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nĐỗ Thị Minh Hoa"],
        &[
            (
                "for chair and body",
                signature.and_then(|one| one.authority()) == Some(Authority::ForChairAndBody)
                    && rows.is_quiet(Rule::V27),
            ),
            ("name", signature.and_then(|one| one.name.as_deref()) == Some("Đỗ Thị Minh Hoa")),
        ],
    );
    let guide = "(Ban hành kèm theo Quyết định số: 331/QĐ-UBND ngày 02/3/2018 của Ủy ban nhân dân tỉnh Bắc Kạn)";
    rows.row(
        "attached plan",
        &["KẾ HOẠCH\nTHỰC HIỆN ĐỀ ÁN “MỖI XÃ, PHƯỜNG MỘT SẢN PHẨM” TỈNH BẮC KẠN (OCOP-BK) NĂM 2018\n", guide],
        &[
            ("kind", p.kind == PlanKind::Attached),
            ("title and guide", p.title.starts_with("THỰC HIỆN ĐỀ ÁN") && wrapper.attached_as == guide),
        ],
    );
    let headings = s.headings();
    let has = |heading: &str| headings.iter().any(|one| one.starts_with(heading));
    rows.row(
        "heading tree",
        &[
            "I. MỤC ĐÍCH, YÊU CẦU",
            "II. NỘI DUNG",
            "III. KINH PHÍ THỰC HIỆN",
            "IV. TỔ CHỨC THỰC HIỆN, TRÁCH NHIỆM CÁC CẤP, CÁC NGÀNH",
        ],
        &[
            ("8 items", p.sections[1].children.iter().filter(|one| one.heading.starts_with('{')).count() == 8),
            ("deepest", has("5.4.1. ") && has("5.4.2. ") && has("5.4.3. ") && !has("5.4.4. ") && has("5.5.2. ")),
            ("10 blocks", p.sections[3].children.len() == 10),
        ],
    );
    let bullets = |at: usize| p.sections[0].children[at].children.len();
    rows.row(
        "purposes and requirements",
        &["- Khởi động, tuyên truyền", "- Xây dựng hệ thống giới thiệu và bán sản phẩm OCOP của tỉnh, huyện."],
        &[("4 and 2", (bullets(0), bullets(1)) == (4, 2))],
    );
}

/// A row of an activity: its printed lines, its time and its doers.
fn activity(rows: &mut Rows, item: &'static str, key: &str, lines: &[&str], days: &str, doers: &str) {
    let s = rows.seed;
    let one = s.activity(key);
    let day = |date: Option<so_ocop::domain::date::Date>| date.map_or("-".to_owned(), |date| date.to_string());
    let time = one.time.as_ref();
    let own = time.map_or(String::new(), |time| format!("{} {}", day(time.from), day(time.to)));
    let printed = time.map_or("", |time| &time.printed);
    rows.row(
        item,
        &[lines, &[printed, &one.title, &one.content]].concat(),
        &[
            ("time", own == days),
            (
                "time as typed",
                time.is_none_or(|time| so_ocop::domain::plan::TimeSpec::parse(&time.printed, None).to == time.to),
            ),
            ("units", s.doers(key) == doers),
        ],
    );
}

fn activities(rows: &mut Rows) {
    let s = rows.seed;
    let p = &s.again;
    let under = |key: &str| {
        p.sections[1].children.iter().find(|one| one.heading == format!("{{{key}}}")).map(|one| one.children.as_slice())
    };
    activity(
        rows,
        "II.1",
        "a1",
        &["1. Tổ chức Hội nghị cấp tỉnh", "vào ngày 26 tháng 01 năm 2017, gồm các nội dung:"],
        "2017-01-26 2017-01-26",
        "",
    );
    let last = rows.rows.last_mut().expect("a row");
    if under("a1").is_none_or(|one| one.len() != 3) {
        last.missing.push("3 bullets".to_owned());
    }
    if !(rows.finds(Rule::V15, "a1") && rows.finds(Rule::V16, "a1")) {
        rows.rows.last_mut().expect("a row").missing.push("V15 and V16".to_owned());
    }
    activity(
        rows,
        "II.2.1",
        "a21",
        &[
            "* Thời gian: Tháng 01 đến tháng 3/2018.",
            "* Đơn vị thực hiện: Ủy ban nhân dân các huyện, thành phố, Văn phòng Điều phối",
            "- Thu thập",
            "- Tổ chức khảo sát đánh giá",
            "+ Thành phần: Cán bộ",
            "+ Nội dung: Khảo sát hiện trạng",
        ],
        "2018-01-01 2018-03-31",
        "hu lead, vp lead, tv lead",
    );
    activity(
        rows,
        "II.2.2",
        "a22",
        &["- Thời gian: Tháng 02 - ngày 15/4/2018."],
        "2018-02-01 2018-04-15",
        "vp lead, sn lead, tv lead",
    );
    activity(
        rows,
        "II.2.3",
        "a23",
        &["- Thời gian: Nửa cuối tháng 3/2018.", "tham mưu cho Ủy ban nhân dân tỉnh tổ chức thực hiện."],
        "2018-03-16 2018-03-31",
        "bk lead, vp advise",
    );
    activity(rows, "II.2.4", "a24", &["- Thời gian: Trước ngày 31/3/2018."], "- 2018-03-30", "vp lead");
    rows.row("date conflict", &[], &[("V17", rows.finds(Rule::V17, "a24"))]);
    activity(
        rows,
        "II.3.1",
        "a31",
        &["- Cấp tỉnh: ", "- Cấp huyện: ", "- Cấp xã: ", "966/QĐ-UBND ngày 30/6/2016), ban hành"],
        "2018-01-01 2018-03-31",
        "vp lead, hu lead, xa lead",
    );
    activity(
        rows,
        "II.3.2",
        "a32",
        &["(i) Hình thành", "; (ii) Nghiên cứu", "; (iii) Phương pháp luận"],
        "2018-04-01 2018-06-30",
        "vp lead, bh lead, tv lead",
    );
    activity(
        rows,
        "II.3.3",
        "a33",
        &["3.3. Xây dựng chu trình OCOP", "theo 06 bước"],
        "2018-01-01 2018-06-30",
        "vp lead, tv lead",
    );
    activity(
        rows,
        "II.4",
        "a4",
        &[
            "Sở Thông tin và Truyền thông, Đài Phát thanh và Truyền hình tỉnh, Báo Bắc Kạn, Cổng Thông tin điện tử tỉnh, các Sở, Ngành liên quan",
            "hằng tuần, tháng",
            "ít nhất 01 bài",
        ],
        "2018-01-01 2018-12-31",
        "vp lead, tt lead, dai lead, bao lead, cong lead, snn lead, sct lead, svh lead, pvh lead, sn lead",
    );
    let media = s.target("t1");
    if media.value != Some(Quantity::whole(1))
        || media.comparator != Some(Comparator::AtLeast)
        || media.due.as_ref().is_none_or(|due| due.kind != TimeKind::Recurring)
    {
        rows.rows.last_mut().expect("a row").missing.push("target".to_owned());
    }
    activity(rows, "II.5.1", "a51", &["5.1. Tổ chức đăng ký sản phẩm"], "2018-04-01 2018-06-30", "bh lead, tv lead");
    activity(
        rows,
        "II.5.2",
        "a52",
        &["5.2. Tổ chức lựa chọn ý tưởng sản phẩm"],
        "2018-04-01 2018-06-30",
        "bh lead, vp lead, tv lead",
    );
    activity(
        rows,
        "II.5.3",
        "a53",
        &["(Phương án kinh doanh)", "Makerting"],
        "2018-04-01 2018-06-30",
        "vp lead, tv lead",
    );
    if !rows.is_put_right("Makerting", "Marketing cơ bản") {
        rows.rows.last_mut().expect("a row").missing.push("Marketing".to_owned());
    }
    activity(
        rows,
        "II.5.4.1",
        "a541",
        &["5.4.1. Tập huấn phát triển kinh tế cộng đồng"],
        "2018-07-01 2018-09-30",
        "vp lead, tv lead",
    );
    activity(
        rows,
        "II.5.4.2",
        "a542",
        &[
            "5.4.2. Hỗ trợ cộng đồng phát triển sản phẩm mới và/hoặc nâng cấp sản phẩm cũ",
            "- Thời gian: Trong quý III - IV/2018.",
        ],
        "2018-07-01 2018-12-31",
        "vp lead, bh lead, tv lead",
    );
    activity(
        rows,
        "II.5.4.3",
        "a543",
        &["5.4.3. Tập huấn, tư vấn phát triển sản phẩm"],
        "2018-07-01 2018-12-31",
        "vp lead, bh lead, tv lead",
    );
    let caption = "CÁC HOẠT ĐỘNG HỖ TRỢ TRIỂN KHAI KẾ HOẠCH SẢN XUẤT KINH DOANH CỦA ĐỀ ÁN";
    let table = p.all_sections().into_iter().find(|one| one.heading == caption).and_then(|one| one.table.as_ref());
    let none = Table { columns: Vec::new(), rows: Vec::new(), unknown: Default::default() };
    let table = table.unwrap_or(&none);
    rows.row(
        "table",
        &[caption, "STT\nCác hoạt động triển khai\nCác hoạt động hỗ trợ\nKết quả\n"],
        &[
            ("4 columns", table.columns == ["STT", "Các hoạt động triển khai", "Các hoạt động hỗ trợ", "Kết quả"]),
            ("7 rows of 4 cells", table.rows.len() == 7 && table.rows.iter().all(|row| row.cells.len() == 4)),
        ],
    );
    let names = [
        "Hình thành hoặc tái cơ cấu các tổ chức kinh tế",
        "Huy động nguồn lực",
        "Xây dựng cơ bản mua sắm và lắp đặt trang thiết bị",
        "Sản xuất sản phẩm",
        "Hoàn thiện quy trình công nghệ",
        "Xúc tiến thương mại",
        "Đào tạo, nâng cao chất lượng nguồn nhân lực",
    ];
    rows.row("table rows", &names, &[("in order", table.rows.iter().map(|row| row.cells[1].as_str()).eq(names))]);
    let lines: Vec<usize> = table.rows.iter().map(|row| row.cells[2].lines().count()).collect();
    let parent = p.sections[1].children.iter().flat_map(|one| &one.children).find(|one| one.heading == "{a54}");
    rows.row(
        "table cells",
        &["Tập huấn và tư vấn tại chỗ", "- Quảng bá trên các phương tiện truyền thông\n- Tham gia các hội chợ"],
        &[
            (
                "rows 1 and 2",
                table.rows.iter().take(2).filter(|row| row.cells[2] == "Tập huấn và tư vấn tại chỗ").count() == 2,
            ),
            ("bullets", lines == [1, 1, 2, 2, 1, 2, 1]),
            ("results", table.rows.iter().all(|row| !row.cells[3].is_empty())),
            (
                "inside 5.4",
                parent.is_some_and(|one| one.children.iter().any(|child| child.heading == caption))
                    && p.annexes.is_empty(),
            ),
        ],
    );
    activity(
        rows,
        "II.5.5.1",
        "a551",
        &["5.5.1. Tổ chức đánh giá sản phẩm cấp huyện:", "tham gia vào cuộc thi kỳ tiếp theo)"],
        "2018-10-01 2018-12-31",
        "bh lead, vp support, tv support",
    );
    activity(
        rows,
        "II.5.5.2",
        "a552",
        &["từ 3 sao trở lên", "thành lập Hội đồng đánh giá", "kỳ thi cấp quốc gia"],
        "2018-10-01 2018-12-31",
        "bt lead, tv support",
    );
    activity(
        rows,
        "II.6 a",
        "a61",
        &["+ Thời gian: Trong quý II/2018.", "Sở Công thương hỗ trợ."],
        "2018-04-01 2018-06-30",
        "tv lead, vp support, sct support",
    );
    activity(
        rows,
        "II.6 b",
        "a62",
        &["+ Thời gian: Quý III- quý IV/2018."],
        "2018-07-01 2018-12-31",
        "tv lead, vp support, sct support",
    );
    activity(
        rows,
        "II.6 c",
        "a63",
        &["+ Thời gian: Quý III - quý IV/2018\n"],
        "2018-07-01 2018-12-31",
        "sct lead, vp lead, bh lead",
    );
    activity(
        rows,
        "II.7",
        "a7",
        &["7. Học tập kinh nghiệm triển khai chương trình OCOP"],
        "2018-07-01 2018-09-30",
        "bk lead, vp advise",
    );
    activity(
        rows,
        "II.8",
        "a8",
        &["8. Đánh giá và tổng kết bài học kinh nghiệm", "tổ chức Hội nghị."],
        "2018-10-01 2018-12-31",
        "bk lead, vp advise",
    );
    let timed = p.leaves().filter(|one| one.time.is_some()).count();
    rows.row(
        "count",
        &[],
        &[
            ("22 leaves", p.leaves().count() == 22),
            (
                "all timed, one in the past",
                timed == 22
                    && p.leaves()
                        .filter(|one| one.time.as_ref().is_some_and(|time| time.kind == TimeKind::Day))
                        .count()
                        == 1,
            ),
        ],
    );
    let budget = p.budget.as_ref().expect("money");
    rows.row(
        "funding",
        &[
            &format!(
                "- Từ nguồn kinh phí đã giao cho {OFFICE} tại Quyết định số: 2088/QĐ-UBND ngày 08 tháng 12 năm 2017"
            ),
            "Dự án CSSP",
            "Chương trình mục tiêu quốc gia Giảm nghèo bền vững...",
        ],
        &[
            (
                "3 sources",
                budget.sources.len() == 3
                    && budget.sources.first().and_then(|one| one.document.as_deref()) == Some("b8"),
            ),
            ("no amounts", budget.total.is_none() && budget.sources.iter().all(|one| one.amount.is_none())),
            ("absent, not zero", !s.json.contains("\"total\"") && !s.json.contains("\"amount\"")),
        ],
    );
}

fn duties(rows: &mut Rows) {
    let s = rows.seed;
    let p = &s.again;
    let blocks = [
        ("duties IV.1", "d1", "1. Văn phòng Điều phối Xây dựng nông thôn mới và Giảm nghèo tỉnh", 6),
        ("duties IV.2", "d2", "2. Sở Công thương", 3),
        ("duties IV.3", "d3", "3. Sở Nông nghiệp và Phát triển nông thôn", 3),
        ("duties IV.4", "d4", "4. Sở Khoa học và Công nghệ", 4),
        ("duties IV.5", "d5", "5. Sở Y tế", 3),
        ("duties IV.6", "d6", "6. Sở Văn hóa, Thể thao và Du lịch", 3),
        ("duties IV.7", "d7", "7. Sở Lao động, Thương binh và Xã hội", 3),
        ("duties IV.8", "d8", "8. Các Sở, Ban, Ngành liên quan", 1),
    ];
    for (item, key, heading, count) in blocks {
        let extra = match key {
            "d3" => {
                let named = |key: &str, number: &str| {
                    s.document(key).number.as_deref() == Some(number) && s.print.contains(&s.document(key).printed)
                };
                named("b10", "1892/QĐ-UBND")
                    && named("b11", "08/2017/NQ-HĐND")
                    && rows.is_put_right("các các chính sách", "triển khai các chính sách")
            }
            "d6" => s.print.contains("(Hồ Ba Bể...)"),
            "d7" => rows.is_put_right("nguồn nhận lực", "nguồn nhân lực trong tỉnh"),
            "d8" => rows.is_put_right("truyền thồng", "sản phẩm truyền thống"),
            _ => true,
        };
        rows.row(
            item,
            &[heading],
            &[
                ("duties", s.duty(key).duties.len() == count && s.duty(key).units.len() == 1),
                ("a line of its own", rows.is_line(heading)),
                (
                    "all printed",
                    s.duty(key).duties.iter().all(|duty| s.print.contains(&so_ocop::paper::filled(p, duty))),
                ),
                ("particulars", extra),
            ],
        );
    }
    let names = [
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
        "Hội Nông dân tỉnh",
        "Tỉnh đoàn",
        "Hội Liên hiệp Phụ nữ tỉnh",
        "Liên Minh Hợp tác xã tỉnh",
        "Liên hiệp các Hội khoa học tỉnh",
        "Hội Đông y",
    ];
    let block = s.duty("d9");
    rows.row(
        "duties IV.9",
        &["9. Các tổ chức đoàn thể: Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, Hội Nông dân tỉnh, Tỉnh đoàn,"],
        &[
            ("7 named", block.units.iter().map(|key| s.unit(key).name.as_str()).eq(names)),
            ("mass organisations", block.units.iter().all(|key| s.unit(key).kind == UnitKind::MassOrganisation)),
            ("one duty", block.duties.len() == 1 && s.print.contains(&block.duties[0])),
        ],
    );
    rows.row(
        "duties IV.10",
        &["10. Ủy ban nhân dân các huyện, thành phố"],
        &[("9 duties", s.duty("d10").duties.len() == 9)],
    );
    rows.row("closing", &["Trên đây là Kế hoạch Xây dựng và tổ chức thực hiện Đề án “Mỗi xã, phường một sản phẩm” tỉnh Bắc Kạn năm 2018./."], &[
        ("one sentence", p.closing.len() == 1),
        ("no end of its own", p.recipients.is_empty() && p.signature.is_none()),
        ("no recipients known", rows.finds(Rule::V25, "Recipients")),
    ]);
    rows.row(
        "other slips",
        &[],
        &[
            ("đnh hướng", rows.is_put_right("đnh hướng", "định hướng phát triển")),
            ("(OCOP- BK)", rows.is_put_right("(OCOP- BK)", "(OCOP-BK) từ tỉnh đến huyện")),
        ],
    );
    let facts = p.source.as_ref().map(|one| one.facts.as_slice()).unwrap_or_default();
    let published = facts.iter().find(|fact| fact.label == "Ngày ban hành").map(|fact| fact.value.as_str());
    let day = published.and_then(so_ocop::domain::plan::PartialDate::parse).and_then(|date| date.date());
    rows.row(
        "portal metadata",
        &["ngày 02/3/2018"],
        &[("the same day", published == Some("02/03/2018") && day == p.day())],
    );
    let quarter = |key: &str| {
        s.activity(key)
            .time
            .as_ref()
            .and_then(|time| time.from.zip(time.to))
            .map(|(from, to)| format!("{from} {to}"))
            .unwrap_or_default()
    };
    rows.row(
        "quarters",
        &[],
        &[(
            "four quarters",
            [quarter("a31"), quarter("a32"), quarter("a541"), quarter("a551")]
                == ["2018-01-01 2018-03-31", "2018-04-01 2018-06-30", "2018-07-01 2018-09-30", "2018-10-01 2018-12-31"],
        )],
    );
    rows.row(
        "text style",
        &["Quyết định số: 2277/QĐ-BNN-VPĐP", "Nghị quyết số: 08/2017/NQ-HĐND", "Quyết định số: 1892/QĐ-UBND"],
        &[],
    );
}
