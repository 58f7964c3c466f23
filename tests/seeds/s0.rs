//! S0: huyện Văn Quan, 2024.

use so_ocop::domain::money::{Dong, Even, Qualifier, Quantity};
use so_ocop::domain::plan::check::{Fix, Rule, check};
use so_ocop::domain::plan::{AnnexContent, Authority, Comparator, DocUse, PlanKind, Tier, TimeKind, UnitKind};
use so_ocop::domain::registry::LegalForm;
use so_ocop::domain::vietnamese::Wording;
use so_ocop::paper::{Block, Printing, plan};

use crate::rows::{Row, Rows};
use crate::seed::Seed;

pub fn rows(seed: &'static Seed) -> Vec<Row> {
    let mut rows = Rows::of(0, seed);
    let s = rows.seed;
    let p = &s.again;
    rows.row("document kind", &["KẾ HOẠCH"], &[("a plan of its own, tied to a fund", p.kind == PlanKind::Fund)]);
    let title = "Thực hiện Chương trình mỗi xã một sản phẩm từ nguồn vốn thuộc Chương trình mục tiêu quốc gia trên địa bàn huyện Văn Quan năm 2024";
    rows.row("title", &[title], &[("title", p.title == title)]);
    rows.row(
        "issuer, level, year",
        &["UBND huyện Văn Quan"],
        &[
            ("issuer", s.unit(p.issuer.as_deref().unwrap_or_default()).name == "UBND huyện Văn Quan"),
            ("level", p.level == Tier::District),
            ("2024", (p.period.from, p.period.to) == (2024, 2024)),
        ],
    );
    rows.row(
        "header absent",
        &[],
        &[
            ("no number, place or date", p.number.is_none() && p.place.is_none() && p.date.is_none()),
            (
                "absent in the file",
                ["\"number\":null", "\"place\"", "\"date\":null"].iter().all(|key| !s.json.contains(key)),
            ),
            ("blanks in a draft", s.draft.contains("Số: …") && s.draft.contains("…, ngày … tháng … năm …")),
            ("nation in a draft", s.draft.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        ],
    );
    let basis = s.document("b1");
    rows.row(
        "legal basis",
        &["Căn cứ Quyết định số 832/QĐ-UBND ngày 14/03/2024 của UBND huyện Văn Quan về việc giao danh mục chi tiết kế hoạch vốn thực hiện các Chương trình mục tiêu quốc gia trên địa bàn huyện Văn Quan năm 2024."],
        &[
            ("number", basis.number.as_deref() == Some("832/QĐ-UBND") && basis.kind == "Quyết định"),
            ("date", basis.date.as_ref().and_then(|date| date.date()).is_some_and(|date| date.to_string() == "2024-03-14")),
            ("issuer", basis.issuer == "UBND huyện Văn Quan"),
            ("excerpt", basis.excerpt == "về việc giao danh mục chi tiết kế hoạch vốn thực hiện các Chương trình mục tiêu quốc gia trên địa bàn huyện Văn Quan năm 2024"),
            ("one basis", p.used_as(DocUse::Basis).count() == 1),
        ],
    );
    let tree = [
        "I. MỤC ĐÍCH YÊU CẦU",
        "1. Mục đích",
        "2. Yêu cầu",
        "II. NỘI DUNG VÀ ĐỊA ĐIỂM THỰC HIỆN",
        "1. Nội dung",
        "2. Các sản phẩm và thời gian thực hiện",
        "a) Các sản phẩm gồm",
        "b) Thời gian thực hiện",
        "3. Nguồn vốn thực hiện",
        "4. Kinh phí",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Đối với cấp huyện",
        "1.1. Phòng Nông nghiệp và Phát triển nông thôn",
        "1.2. Phòng Tài chính - Kế hoạch",
        "1.3. Phòng Kinh tế và Hạ tầng",
        "1.4. Phòng Tài nguyên và Môi trường",
        "2. Đối với UBND các xã: Diêm He; An Sơn; Bình Phúc; Hữu Lễ",
        "3. Đối với các chủ thể tham gia",
    ];
    rows.row("heading tree", &tree, &[("the tree", s.headings() == tree)]);
    rows.row(
        "purpose",
        &[
            "phát triển các tổ chức sản xuất, kinh doanh các sản phẩm có lợi thế của địa phương",
            "“Kinh tế và hình thức tổ chức sản xuất”",
        ],
        &[],
    );
    let t = s.target("t1");
    rows.row(
        "target",
        &["05 sản phẩm đạt hạng 3 sao trở lên"],
        &[
            ("5 products", t.value == Some(Quantity::whole(5)) && t.comparator == Some(Comparator::Equal)),
            ("3 stars", t.star_min == Some(3)),
            ("as printed", t.printed == "05 sản phẩm đạt hạng 3 sao trở lên"),
        ],
    );
    let again = s.target("t2");
    rows.row(
        "requirements",
        &["an toàn thực phẩm", "truy xuất nguồn gốc rõ ràng và thân thiện với môi trường", "đạt 3 sao trở lên."],
        &[("aim without a number", again.star_min == Some(3) && again.value.is_none())],
    );
    for (at, name, producer) in [
        (1, "Khau nhục Công Hường", "Lương Thu Hường"),
        (2, "Thạch đen Kim Tú", "Hà Văn Độ"),
        (3, "Khẩu sli Hà Diềm", "Hà Thị Diềm"),
        (4, "Rượu men lá Hữu Lễ", "Nông Thị Ngoan"),
        (5, "Tinh chất hoa hồi Văn Quan", "Nông Văn Tú"),
    ] {
        let product = s.product(at);
        let named = format!("hộ kinh doanh {producer}");
        rows.row(
            "product",
            &[name, &named],
            &[
                ("name", product.name == name),
                ("producer", product.producer == producer && product.form_printed == "hộ kinh doanh"),
                ("in the text", s.print.contains(&product.printed)),
            ],
        );
    }
    let mut with_annex = p.clone();
    Fix::AddAnnex { number: "Biểu 01".to_owned(), content: AnnexContent::Products }.apply(&mut with_annex);
    let table = plan(&with_annex, PRINTING);
    let has_table = table
        .sheets
        .iter()
        .flat_map(|sheet| &sheet.blocks)
        .any(|block| matches!(block, Block::Table { rows, .. } if rows.len() == 5));
    rows.row(
        "list shape",
        &["Các sản phẩm gồm: Khau nhục Công Hường chủ thể hộ kinh doanh Lương Thu Hường; Thạch đen Kim Tú, chủ thể"],
        &[
            ("5 products", p.products.len() == 5),
            ("households", p.products.iter().all(|one| one.legal_form == Some(LegalForm::Household))),
            (
                "nothing invented",
                p.products.iter().all(|one| {
                    one.commune.is_none()
                        && one.group.is_empty()
                        && one.set.is_none()
                        && one.registration.is_none()
                        && one.current_star.is_none()
                }),
            ),
            ("prints as a table", has_table),
        ],
    );
    rows.row("count check", &[], &[("5 = 5", rows.is_quiet(Rule::V12))]);
    let time = s.activity("a1").time.as_ref();
    rows.row(
        "time",
        &["b) Thời gian thực hiện: năm 2024."],
        &[(
            "the whole year",
            time.is_some_and(|time| {
                time.kind == TimeKind::Year
                    && time
                        .from
                        .zip(time.to)
                        .is_some_and(|(from, to)| format!("{from} {to}") == "2024-01-01 2024-12-31")
            }),
        )],
    );
    let budget = p.budget.as_ref();
    rows.row(
        "funding source",
        &["3. Nguồn vốn thực hiện: tại Quyết định số 832/QĐ-UBND ngày 14/03/2024"],
        &[
            ("the same decision", basis.uses.contains(&DocUse::Funding)),
            (
                "of the source",
                budget
                    .is_some_and(|budget| budget.sources.first().and_then(|one| one.document.as_deref()) == Some("b1")),
            ),
        ],
    );
    let total = budget.and_then(|budget| budget.total.as_ref());
    rows.row(
        "total",
        &["Khái toán kinh phí thực hiện là: 400.000.000 đồng"],
        &[
            ("400 million", total.is_some_and(|total| total.dong == Dong(400_000_000))),
            ("an estimate", total.and_then(|total| total.qualifier) == Some(Qualifier::Estimate)),
            (
                "in words",
                total.is_some_and(|total| {
                    total.words.is_empty()
                        && total.dong.in_words(Wording::USUAL, Even::Round) == "Bốn trăm triệu đồng chẵn"
                }),
            ),
            ("words on paper", so_ocop::paper::filled(p, "{total.words}") == "Bốn trăm triệu đồng chẵn"),
        ],
    );
    let mut attached = p.clone();
    let announced = check(p).into_iter().find(|found| found.rule == Rule::V11);
    announced.iter().filter_map(|found| found.fix.as_ref()).for_each(|fix| fix.apply(&mut attached));
    rows.row(
        "annex",
        &["(có biểu chi tiết dự toán kinh phí kèm theo)"],
        &[
            (
                "announced and missing",
                announced.as_ref().is_some_and(|found| found.facts == ["biểu chi tiết dự toán kinh phí"]),
            ),
            (
                "can be attached",
                attached.annexes.len() == 1 && check(&attached).iter().all(|found| found.rule != Rule::V11),
            ),
        ],
    );
    rows.row(
        "duties 1.1",
        &[
            "- Xác định nội dung hỗ trợ",
            "- Hướng dẫn, kiểm tra đôn đốc",
            "- Tham mưu tổ chức Hội nghị đánh giá, phân hạng sản phẩm OCOP.",
        ],
        &[("3 duties", s.duty("d1").duties.len() == 3 && s.duty("d1").units == ["nn"])],
    );
    rows.row(
        "duties 1.2",
        &["Chủ trì, phối hợp với Phòng Nông nghiệp và PTNT", "đẩy nhanh tiến độ giải ngân"],
        &[
            ("1 duty", s.duty("d2").duties.len() == 1 && s.duty("d2").units == ["tc"]),
            (
                "lead",
                so_ocop::domain::plan::duty_role(s.duty("d2").duties.first().map_or("", |duty| duty.as_str()))
                    == Some(so_ocop::domain::plan::DoerRole::Lead),
            ),
        ],
    );
    rows.row(
        "duties 1.3",
        &["đăng ký mã số, mã vạch", "để minh chứng cho sản phẩm."],
        &[("2 duties", s.duty("d3").duties.len() == 2 && s.duty("d3").units == ["kt"])],
    );
    rows.row(
        "duties 1.4",
        &["1.4. Phòng Tài nguyên và Môi trường"],
        &[
            (
                "the same duty twice",
                s.duty("d3").duties.get(1..) == Some(&*s.duty("d4").duties) && s.duty("d4").units == ["tn"],
            ),
            (
                "printed twice",
                s.print.matches(s.duty("d4").duties.first().map_or("-", |duty| duty.as_str())).count() == 2,
            ),
        ],
    );
    let communes = &s.duty("d5").units;
    rows.row(
        "communes",
        &["2. Đối với UBND các xã: Diêm He; An Sơn; Bình Phúc; Hữu Lễ", "(cơ quan thường trực chương trình)"],
        &[
            (
                "4 communes",
                communes.iter().map(|key| s.unit(key).name.as_str()).eq(["Diêm He", "An Sơn", "Bình Phúc", "Hữu Lễ"]),
            ),
            ("1 duty", s.duty("d5").duties.len() == 1),
        ],
    );
    rows.row(
        "two spellings",
        &["Diêm He", "Điềm He"],
        &[
            ("flagged", rows.finds(Rule::V24, "Diêm He")),
            ("put right", rows.is_put_right("Diêm He", "UBND các xã: Điềm He; An Sơn")),
        ],
    );
    rows.row(
        "block 3",
        &["3. Đối với các chủ thể tham gia", "Hội đồng cấp huyện."],
        &[("2 duties", s.duty("d6").duties.len() == 2), ("producers", s.unit("ct").kind == UnitKind::Producers)],
    );
    rows.row("thị trấn", &["UBND xã, thị trấn nơi chủ thể"], &[]);
    rows.row("closing", &["Trên đây là Kế hoạch thực hiện Chương trình mỗi xã một sản phẩm từ nguồn thực hiện các Chương trình mục tiêu quốc gia", "Yêu cầu các cơ quan, đơn vị liên quan phối hợp triển khai thực hiện."], &[
        ("two paragraphs", p.closing.len() == 2),
    ]);
    let replaced = s.document("b2");
    rows.row(
        "replacement",
        &["Kế hoạch này thay thế Kế hoạch số 163/KH-UBND ngày 14/5/2024 của UBND huyện Văn Quan./."],
        &[
            ("number", replaced.number.as_deref() == Some("163/KH-UBND") && replaced.issuer == "UBND huyện Văn Quan"),
            ("use", replaced.uses == [DocUse::Replaced]),
            ("known and not younger", rows.is_quiet(Rule::V26)),
        ],
    );
    let lines = [
        "CT, các PCT UBND huyện;",
        "CVP, các PCVP HĐND và UBND huyện;",
        "Các phòng: NN và PTNT, TC-KH, KT và HT, TN và MT;",
        "UBND các xã: Điềm He; An Sơn; Bình Phúc; Hữu Lễ;",
        "Lưu: VT, NN.",
    ];
    let printed = lines.map(|line| format!("- {line}"));
    rows.row(
        "recipients",
        &printed.each_ref().map(String::as_str),
        &[
            ("5 lines", p.recipients.iter().map(|one| one.text.as_str()).eq(lines)),
            ("archive last", p.recipients.last().is_some_and(|one| one.is_archive())),
        ],
    );
    let signature = p.signature.as_ref();
    rows.row(
        "signature",
        &["KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nHứa Phong Lan"],
        &[
            ("lines", signature.is_some_and(|one| one.lines == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"])),
            ("name", signature.and_then(|one| one.name.as_deref()) == Some("Hứa Phong Lan")),
            (
                "no TM.",
                signature.and_then(|one| one.authority()) == Some(Authority::ForChair)
                    && rows.finds(Rule::V27, "Signature"),
            ),
            ("no stars of markup", !s.print.contains('*')),
        ],
    );
    let dates = [basis, replaced].map(|one| one.date.clone());
    rows.row(
        "dates",
        &["14/03/2024", "14/5/2024"],
        &[
            (
                "raw",
                dates.each_ref().map(|date| date.as_ref().map_or("", |date| &*date.printed))
                    == ["14/03/2024", "14/5/2024"],
            ),
            ("both are days", dates.iter().all(|date| date.as_ref().is_some_and(|date| date.date().is_some()))),
        ],
    );
    let office = s.unit("nn");
    let names = [
        "Phòng Nông nghiệp và Phát triển nông thôn",
        "Phòng Nông nghiệp và PTNT",
        "Phòng Nông nghiệp và PTNT huyện",
        "NN và PTNT",
        "NN",
    ];
    rows.row("unit aliases", &names[..4], &[("all its names", names.iter().all(|name| office.is_called(name)))]);
    rows.rows
}

const PRINTING: Printing = Printing { blanks: so_ocop::paper::Blanks::Nothing, corrected: false };
