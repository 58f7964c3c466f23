//! The papers of a withdrawal (26/2026/QĐ-TTg, Article 8): the draft decision, and the letter that goes with it.

use super::{Text, date, date_long, texts};
use crate::domain::cycle::DocumentRef;
use crate::domain::date::Date;

texts! {
    DRAFT = "DỰ THẢO", "DRAFT";
    DECISION = "QUYẾT ĐỊNH", "DECISION";
    ABOUT = "Về việc thu hồi Giấy chứng nhận sản phẩm OCOP", "On the withdrawal of an OCOP certificate";
    CHAIR_PROVINCE = "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH (THÀNH PHỐ) ……", "THE CHAIR OF THE PEOPLE'S COMMITTEE OF ……";
    MINISTER = "BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "THE MINISTER OF AGRICULTURE AND ENVIRONMENT";
    COMMITTEE = "ỦY BAN NHÂN DÂN ……", "PEOPLE'S COMMITTEE";
    MINISTRY = "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "MINISTRY OF AGRICULTURE AND ENVIRONMENT";
    SIGN_CHAIR = "CHỦ TỊCH", "CHAIR";
    SIGN_MINISTER = "BỘ TRƯỞNG", "MINISTER";
    BASIS_DECISION = "Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ ban hành Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm mỗi xã một sản phẩm;",
        "Under 26/2026/QĐ-TTg of 22 May 2026;";
    DECIDES = "QUYẾT ĐỊNH:", "DECIDES:";
    NOTICE = "THÔNG BÁO", "NOTICE";
    NUMBER_BLANK = "Số: ……/……", "No. ……";
    TO_OWNER = "Kính gửi:", "To:";
    RECEIVERS = "Nơi nhận:", "Copies to:";
    RECEIVER_OWNER = "- Chủ thể sản phẩm;", "- the producer;";
    RECEIVER_COMMUNE = "- UBND cấp xã nơi sản xuất;", "- the commune;";
    RECEIVER_BODIES = "- Các cơ quan có liên quan;", "- the bodies concerned;";
    RECEIVER_ARCHIVE = "- Lưu: VT.", "- archive.";
    PRINT = "In dự thảo quyết định, thông báo thu hồi", "Print draft decision and notice";
    DRAFT_HELP = "Quyết định 26/2026/QĐ-TTg không kèm mẫu cho việc thu hồi; đây là dự thảo để đơn vị rà soát, điền số và ký.",
        "The decision has no form for this: a draft to be checked, numbered and signed.";
}

/// The ground of the draft: the conclusion it rests on.
pub fn basis_conclusion(conclusion: &DocumentRef) -> String {
    const BASIS: Text = Text { vi: "Căn cứ {} ngày {} của {};", en: "Under {} of {} by {};" };
    let day = conclusion.date.map(date).unwrap_or_else(|| "……".to_owned());
    let issuer = if conclusion.issuer.is_empty() { "……" } else { &conclusion.issuer };
    BASIS.fill(&[&conclusion.number, &day, issuer])
}

/// Article 1: what is withdrawn and why.
pub fn article_1(
    product: &str,
    producer: &str,
    address: &str,
    stars: u8,
    decision: &DocumentRef,
    ground: &str,
) -> String {
    const ARTICLE: Text = Text {
        vi: "Điều 1. Thu hồi Giấy chứng nhận sản phẩm OCOP {} sao của sản phẩm “{}”, chủ thể: {}, địa chỉ: {}, được công nhận tại Quyết định số {} ngày {}. Lý do thu hồi theo Điều 8 Quyết định số 26/2026/QĐ-TTg: {}.",
        en: "Article 1. The {}-star certificate of “{}”, producer {}, {}, recognised by decision {} of {}, is withdrawn. Ground of Article 8: {}.",
    };
    let day = decision.date.map(date).unwrap_or_default();
    let address = if address.is_empty() { "……" } else { address };
    ARTICLE.fill(&[&stars.to_string(), product, producer, address, &decision.number, &day, ground])
}

/// Article 2: what the producer has to do.
pub fn article_2(producer: &str) -> String {
    const ARTICLE: Text = Text {
        vi: "Điều 2. {} dừng sử dụng biểu trưng OCOP và hạng sao trên sản phẩm, bao bì, quảng cáo kể từ ngày Quyết định này có hiệu lực; nộp lại Giấy chứng nhận cho cơ quan tham mưu quản lý Chương trình OCOP.",
        en: "Article 2. {} stops using the OCOP mark and stars and hands the certificate back.",
    };
    ARTICLE.fill(&[producer])
}

/// Article 3: in force.
pub fn article_3() -> &'static str {
    const ARTICLE: Text = Text {
        vi: "Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Chủ thể sản phẩm, Ủy ban nhân dân cấp xã và các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./.",
        en: "Article 3. In force from the day of signature.",
    };
    ARTICLE.get()
}

/// The notice to the producer and the bodies concerned.
pub fn notice(product: &str, stars: u8, ground: &str, concluded: Date, due: Date) -> String {
    const NOTICE: Text = Text {
        vi: "Theo kết luận {}, sản phẩm “{}” (OCOP {} sao) thuộc trường hợp thu hồi Giấy chứng nhận theo Điều 8 Quyết định số 26/2026/QĐ-TTg: {}. Quyết định thu hồi được ban hành chậm nhất {} (15 ngày kể từ ngày có kết luận) và gửi tới chủ thể cùng các cơ quan có liên quan./.",
        en: "By the conclusion of {}, the certificate of “{}” ({} stars) is to be withdrawn: {}. The decision is due by {}.",
    };
    NOTICE.fill(&[&date_long(concluded), product, &stars.to_string(), ground, &date(due)])
}
