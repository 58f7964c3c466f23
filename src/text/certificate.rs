//! Texts of certificates and their withdrawal (26/2026/QĐ-TTg, Articles 4.3 and 8).

use super::{Text, date, texts};
use crate::domain::cycle::{Certificate, RevocationGround, Term};

texts! {
    ENTER = "Ghi giấy chứng nhận đã cấp", "Enter a certificate issued before";
    ENTER_HELP = "Dùng cho giấy chứng nhận có trước khi dùng sổ này. Ngày bắt đầu là ngày của quyết định công nhận; thời hạn 36 tháng được tính sẵn.",
        "For certificates older than this register. It begins on the day of the decision and runs 36 months.";
    STARS = "Hạng sao", "Stars";
    NUMBER = "Số giấy chứng nhận", "Number of the certificate";
    PRINTED_UNTIL = "Ngày hết hạn in trên giấy (nếu khác 36 tháng)", "Printed end, if not 36 months";
    GROUND = "Căn cứ thu hồi (Điều 8)", "Ground of withdrawal (Article 8)";
    CONCLUDED = "Ngày kết luận", "Day of the conclusion";
    REVOCATION_HELP = "Quyết định thu hồi được ban hành trong 15 ngày từ ngày kết luận (Điều 8).",
        "The withdrawal is decided within 15 days of the conclusion (Article 8).";
    NONE = "Chưa có giấy chứng nhận nào.", "No certificate yet.";
}

/// The six grounds of Article 8.
pub fn ground(ground: RevocationGround) -> Text {
    match ground {
        RevocationGround::FalseInformation => Text {
            vi: "a) Cung cấp thông tin không trung thực, giả mạo hồ sơ",
            en: "a) False information or forged dossier",
        },
        RevocationGround::CriteriaNotMet => Text {
            vi: "b) Không còn đáp ứng tiêu chí theo kết quả kiểm tra",
            en: "b) Criteria no longer met",
        },
        RevocationGround::BreachOfLaw => Text {
            vi: "c) Vi phạm pháp luật về chất lượng, an toàn thực phẩm, môi trường, sở hữu trí tuệ, ghi nhãn…",
            en: "c) Breach of law",
        },
        RevocationGround::MisuseOfMark => {
            Text { vi: "d) Sử dụng sai biểu trưng OCOP", en: "d) Misuse of the OCOP mark" }
        }
        RevocationGround::ProductionStopped => Text { vi: "đ) Ngừng sản xuất", en: "đ) Production stopped" },
        RevocationGround::OtherConclusion => Text {
            vi: "e) Kết luận khác của cơ quan nhà nước có thẩm quyền",
            en: "e) Other conclusion of a competent body",
        },
    }
}

/// `4 sao · số 12/GCN · Quyết định 816/QĐ-UBND`.
pub fn heading(certificate: &Certificate) -> String {
    const STARS: Text = Text { vi: "{} sao", en: "{} stars" };
    const NUMBER: Text = Text { vi: "số {}", en: "no. {}" };
    const DECISION: Text = Text { vi: "Quyết định {}", en: "Decision {}" };
    let mut parts = vec![STARS.fill(&[&certificate.stars.to_string()])];
    if !certificate.number.is_empty() {
        parts.push(NUMBER.fill(&[&certificate.number]));
    }
    if !certificate.decision.number.is_empty() {
        parts.push(DECISION.fill(&[&certificate.decision.number]));
    }
    parts.join(" · ")
}

/// From when to when, and the window for re-evaluation.
pub fn term(term: &Term) -> String {
    const TERM: Text = Text {
        vi: "Có hiệu lực từ {} đến {}. Nộp hồ sơ đánh giá lại từ {} đến {} (Điều 7.6).",
        en: "Valid from {} to {}. Re-evaluation: hand in from {} to {} (Article 7.6).",
    };
    TERM.fill(&[&date(term.from), &date(term.until), &date(term.opens), &date(term.closes)])
}
