//! Nothing of a paper is lost: every line of the source stands in the printed plan, but for what is not the paper's.

use crate::seed::seed;

/// Lines that are the portal's, not the paper's, and marks of markup.
fn is_foreign(at: usize, line: &str) -> bool {
    let portal: &[&str] = match at {
        2 => &[
            "Bộ lọc tìm kiếm",
            "Tải văn bản",
            "Lưu trữ Góp ý",
            "• Thuộc tính",
            "• Nội dung",
            "• Tiếng anh",
            "• Lược đồ",
            "Nội dung văn bản đang được cập nhật",
            "Văn bản ",
            "Quyết định 331/QĐ-UBND về",
            "Số hiệu:",
            "Loại văn bản:",
            "Nơi ban hành:",
            "Người ký:",
            "Ngày ban hành:",
            "Ngày hiệu lực:",
            "Tình trạng:",
            "Hãy đăng nhập",
            "Loading…",
        ],
        3 => &[
            "Tìm kiếm",
            "/UploadFiles/",
            "Tập tin đính kèm:",
            "anhduong-huongthuy.thuathienhue.gov.vn",
            "Các tin khác",
            "Xem tin theo ngày",
            "Thống kê truy cập",
            "Tổng lượt truy câp",
            "Truy cập hiện tại",
        ],
        4 => &[
            "Kế hoạch 48/KH-UBND",
            "Số hiệu",
            "Ngày ban hành",
            "Ngày có hiệu lực",
            "Loại văn bản",
            "Cơ quan ban hành",
            "Người ký",
            "Lĩnh vực",
            "[...]",
        ],
        _ => &[],
    };
    line.chars().all(|letter| letter == '-') || portal.iter().any(|start| line.starts_with(start))
}

#[test]
fn every_line_of_the_papers_is_printed() {
    let mut missing = Vec::new();
    for at in 0..5 {
        let seed = seed(at);
        let printed: Vec<&str> = seed.print.lines().collect();
        for line in seed.source.lines() {
            // The stars are markup of the source.
            let bare = line.replace("**", "").replace("(*", "(").replace("*)", ")");
            let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
            if !bare.is_empty() && !is_foreign(at, &bare) && !printed.contains(&bare.as_str()) {
                missing.push(format!("S{at}: {bare}"));
            }
        }
    }
    assert!(missing.is_empty(), "\n{}\n", missing.join("\n"));
}

#[test]
fn nothing_of_the_portals_is_printed() {
    for at in 0..5 {
        let seed = seed(at);
        for noise in ["Bộ lọc tìm kiếm", "Loading", "[0]", "14.912.599", "5.811", "/UploadFiles/", "Tải văn bản"]
        {
            assert!(!seed.print.contains(noise) && !seed.json.contains(noise), "S{at}: {noise}");
        }
    }
}

#[test]
fn plans_are_the_same_after_a_journey_through_a_file() {
    for at in 0..5 {
        let seed = seed(at);
        assert!(seed.again == seed.plan, "S{at}");
        // What the file says that we do not know would hide a mistyped key.
        assert!(!format!("{:?}", seed.plan).contains("Unknown({\""), "S{at}: a key that no record has");
    }
}

#[test]
fn every_finding_of_the_real_plans_is_a_sentence() {
    let mut said = Vec::new();
    for at in 0..5 {
        let found = so_ocop::domain::plan::check::check(&seed(at).plan);
        said.extend(found.iter().map(so_ocop::text::plan_findings::finding));
    }
    assert!(said.iter().all(|one| !one.contains("{}") && one.ends_with('.') && !one.contains(": .")), "{said:#?}");
    for wanted in [
        "Có nêu “biểu 01” kèm theo nhưng chưa có.",
        "Một đơn vị được viết hai cách: “Diêm He” và “Điềm He”.",
        "Thời gian “ngày 26 tháng 01 năm 2017” nằm ngoài năm của kế hoạch.",
        "Bước trước “Xây dựng dự thảo và hoàn thiện trình phê duyệt Đề án” đến 15/4/2018 mới xong, nhưng bước này phải xong 30/3/2018.",
        "“Khau nhục Công Hường” còn thiếu: xã, nhóm sản phẩm, hình thức đăng ký.",
    ] {
        assert!(said.iter().any(|one| one == wanted), "{wanted}: {said:#?}");
    }
}
