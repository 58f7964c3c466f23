//! Texts of the home page.

use super::texts;

texts! {
    TAGLINE = "Sổ chấm điểm và hồ sơ OCOP chạy ngay trên máy này, không cần mạng, không cần tài khoản.",
        "Scoring and records for OCOP, right on this device, without network or account.";
    CREATE = "Tạo phiên đánh giá", "Create an evaluation session";
    SAMPLE = "Xem thử với dữ liệu mẫu", "Try with sample data";
    SAMPLE_HELP = "Năm sản phẩm Văn Quan 2024, năm thành viên tập sự. Chỉ để thực hành, xóa lúc nào cũng được.",
        "Five products of Văn Quan 2024, five practice members. For practice only; delete at any time.";
    SESSIONS = "Các phiên đánh giá", "Evaluation sessions";
    SELF_CHECKS = "Tự chấm thử", "Self-checks";
    TRY = "Tự chấm thử một sản phẩm", "Check a product yourself";
    TRY_HELP = "Chọn bộ sản phẩm, chấm như hội đồng sẽ chấm, xem còn vướng ở đâu.",
        "Choose the product set, score as the council will, see what is missing.";
}
