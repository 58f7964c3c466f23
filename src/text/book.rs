//! Texts of workbooks: the council's results.

use super::{Text, texts};

texts! {
    SUMMARY = "Tổng hợp", "Summary";
    TITLE = "Kết quả đánh giá, phân hạng sản phẩm OCOP", "Results of the evaluation";
    VERIFIED = "Đã đối chiếu: mọi công thức trong tệp này cho đúng kết quả mà Sổ OCOP tính từ các phiếu đã khóa.",
        "Verified: every formula in this file gives the result that the app computes from the locked sheets.";
    NOT_VERIFIED = "CHƯA ĐỐI CHIẾU ĐƯỢC: có công thức trong tệp này cho kết quả khác với Sổ OCOP. Chỉ dùng kết quả in từ ứng dụng.",
        "NOT VERIFIED: a formula in this file differs from the app. Use the app's own results.";
    HOW = "Điểm trung bình cắt còn hai số lẻ, không làm tròn lên; hạng được xét trên tổng điểm nguyên, không trên số đã cắt.",
        "Means are cut to two digits, never rounded up; stars are decided on whole sums.";
    TYPED = "Nhập tay từ giấy, không tính lại được ở đây", "Typed from paper; not recomputed here";
    STT = "STT", "No.";
    PRODUCT = "Sản phẩm", "Product";
    PRODUCER = "Chủ thể", "Producer";
    PART = "Phần {}", "Part {}";
    SHEETS = "Số phiếu đã khóa", "Locked sheets";
    MISSING = "Số phiếu còn thiếu hoặc chưa khóa", "Sheets missing or open";
    GAP_LIMIT = "Mức chênh lệch tối đa giữa hai phiếu", "Largest gap allowed";
    CUMULATIVE = "Mức tối thiểu của hạng trên gồm cả hạng dưới (1: có, 0: không)", "Marks are cumulative";
    BY_LEVEL = "Xét mức tối thiểu theo mức hội đồng thống nhất (1: có, 0: theo trung bình)", "Marks are tested on agreed levels";
    LOWEST = "Hạng thấp nhất hội đồng này công nhận", "Fewest stars recognised";
    HIGHEST = "Hạng cao nhất hội đồng này công nhận", "Most stars recognised";
    NUMBER = "Mục", "Item";
    CRITERION = "Tiêu chí", "Criterion";
    MAX = "Tối đa", "Maximum";
    SUM = "Tổng các phiếu", "Sum";
    MEAN = "Trung bình", "Mean";
    AGREED = "Mức thống nhất", "Agreed level";
    NEED = "Cần cho {} sao", "Needed for {} stars";
    MISSED = "Thiếu mức {} sao", "{} stars missed";
    TOTAL = "Tổng điểm", "Total";
    ENDED = "Phiếu ghi nhận bị loại hoặc dừng (1: có)", "Sheet says eliminated or stopped";
    GAPS = "Chênh lệch giữa từng cặp phiếu", "Gaps between pairs";
    RESULT = "Kết quả", "Result";
    BAND = "Hạng theo điểm", "Band";
    STARS = "Hạng sau khi xét mức tối thiểu", "Stars after minimum marks";
    MAX_GAP = "Chênh lệch lớn nhất", "Largest gap";
    GAPS_BEYOND = "Số cặp phiếu chênh quá mức", "Pairs beyond the limit";
    ENDED_COUNT = "Số phiếu ghi nhận bị loại hoặc dừng", "Sheets that say eliminated or stopped";
    CONCLUSION = "Kết luận", "Conclusion";
}

/// `SP 1 Thạch đen`: the name of a product's page.
pub fn page_of(at: usize, product: &str) -> String {
    ["SP ", &(at + 1).to_string(), " ", product].concat()
}

/// A text with one number in it.
pub fn with(text: Text, value: &str) -> String {
    text.fill(&[value])
}
