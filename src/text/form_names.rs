//! Names that the forms of 26/2026/QĐ-TTg, Annex III, print: rows of evidence, papers at hand, what changed.

use super::Text;
use crate::domain::cycle::{ChangeTopic, EvidenceType, Paper};

/// A row of the list of evidence of Mẫu 02.
pub fn evidence_type(kind: EvidenceType) -> Text {
    match kind {
        EvidenceType::BusinessRegistration => Text { vi: "Giấy đăng ký kinh doanh", en: "Business registration" },
        EvidenceType::ProductionConditions => Text {
            vi: "Giấy chứng nhận cơ sở đủ điều kiện sản xuất",
            en: "Conditions of production",
        },
        EvidenceType::MaterialOrigin => Text {
            vi: "Nguồn gốc nguyên liệu, vùng nguyên liệu, liên kết chuỗi",
            en: "Origin of materials, linked production",
        },
        EvidenceType::Environment => Text {
            vi: "Bảo vệ môi trường, công nghệ bền vững",
            en: "Environment, sustainable technology",
        },
        EvidenceType::LocalLabour => Text { vi: "Sử dụng lao động địa phương", en: "Local labour" },
        EvidenceType::Growth => Text { vi: "Tăng trưởng sản xuất kinh doanh", en: "Growth" },
        EvidenceType::IntellectualProperty => Text { vi: "Sở hữu trí tuệ", en: "Intellectual property" },
        EvidenceType::Market => {
            Text { vi: "Phát triển thị trường, xúc tiến thương mại", en: "Market development" }
        }
        EvidenceType::Promotion => Text { vi: "Quảng bá sản phẩm", en: "Promotion" },
        EvidenceType::Story => Text { vi: "Câu chuyện sản phẩm", en: "Story" },
        EvidenceType::QualityDeclaration => {
            Text { vi: "Công bố chất lượng sản phẩm", en: "Quality declaration" }
        }
        EvidenceType::TestReport => {
            Text { vi: "Phiếu kiểm nghiệm chất lượng, an toàn thực phẩm", en: "Test reports" }
        }
        EvidenceType::Traceability => {
            Text { vi: "Mã số mã vạch, tem truy xuất nguồn gốc", en: "Bar code, traceability" }
        }
        EvidenceType::QualitySystem => {
            Text { vi: "Hệ thống quản lý chất lượng tiên tiến", en: "Quality management system" }
        }
        EvidenceType::Award => Text { vi: "Giải thưởng, bình chọn", en: "Awards" },
        EvidenceType::Other => Text { vi: "Tài liệu khác", en: "Other papers" },
    }
}

/// A check-box of Mẫu 02, part I.
pub fn paper(paper: Paper) -> Text {
    match paper {
        Paper::BusinessLicence => Text { vi: "Giấy đăng ký kinh doanh", en: "Business licence" },
        Paper::QualityDeclaration => Text { vi: "Công bố chất lượng sản phẩm", en: "Quality declaration" },
        Paper::FoodSafety => Text { vi: "Giấy chứng nhận an toàn thực phẩm", en: "Food safety certificate" },
        Paper::ProductionConditions => Text {
            vi: "Giấy chứng nhận đủ điều kiện sản xuất (bắt buộc)",
            en: "Conditions of production (compulsory)",
        },
        Paper::Trademark => Text { vi: "Nhãn hiệu", en: "Trademark" },
        Paper::SharedMark => Text {
            vi: "Quyền sử dụng chỉ dẫn địa lý, nhãn hiệu tập thể, nhãn hiệu chứng nhận",
            en: "Right to use a shared mark",
        },
        Paper::Patent => Text { vi: "Sáng chế, giải pháp hữu ích", en: "Patent" },
        Paper::IndustrialDesign => Text { vi: "Kiểu dáng công nghiệp", en: "Industrial design" },
        Paper::Copyright => Text { vi: "Quyền tác giả", en: "Copyright" },
    }
}

/// What changed since recognition.
pub fn change_topic(topic: ChangeTopic) -> Text {
    match topic {
        ChangeTopic::Materials => Text { vi: "Nguyên liệu", en: "Materials" },
        ChangeTopic::Technology => Text { vi: "Công nghệ", en: "Technology" },
        ChangeTopic::Packaging => Text { vi: "Bao bì", en: "Packaging" },
        ChangeTopic::Label => Text { vi: "Nhãn", en: "Label" },
        ChangeTopic::Declaration => Text { vi: "Công bố chất lượng", en: "Declaration" },
        ChangeTopic::PeriodicTests => Text { vi: "Kết quả kiểm nghiệm định kỳ", en: "Periodic tests" },
        ChangeTopic::Market => Text { vi: "Thị trường", en: "Market" },
        ChangeTopic::Output => Text { vi: "Sản lượng", en: "Output" },
        ChangeTopic::Revenue => Text { vi: "Doanh thu", en: "Revenue" },
        ChangeTopic::RenewedPapers => {
            Text { vi: "Giấy tờ có thời hạn được cấp lại", en: "Renewed papers" }
        }
        ChangeTopic::Other => Text { vi: "Nội dung khác", en: "Other" },
    }
}
