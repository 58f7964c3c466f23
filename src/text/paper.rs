//! Texts on paper: the scoring sheet of Annex II (Phụ lục II) and the table of results.

use super::{Text, texts};
use crate::domain::date::Date;

texts! {
    SHEET = "PHIẾU ĐÁNH GIÁ", "SCORING SHEET";
    PRODUCT_NAME = "Tên sản phẩm", "Product";
    PRODUCT_CODE = "Mã số sản phẩm", "Product code";
    PRODUCER = "Tên chủ thể", "Producer";
    PHONE = "Điện thoại", "Telephone";
    ADDRESS = "Địa chỉ", "Address";
    CRITERION = "Tiêu chí", "Criterion";
    POINTS = "Điểm", "Points";
    SCORED = "Điểm đánh giá", "Points given";
    SCORER = "Người đánh giá", "Evaluator";
    SIGN = "(Ký, ghi rõ họ tên)", "(Signature and full name)";
    TOTAL = "TỔNG ĐIỂM", "TOTAL";
    RESULTS = "BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM", "SUMMARY OF RESULTS";
    CHAIR_SIGN = "CHỦ TỊCH HỘI ĐỒNG", "CHAIR OF THE COUNCIL";
    SECRETARY_SIGN = "THƯ KÝ", "SECRETARY";
    DRAFT = "Phiếu chưa khóa", "The sheet is not locked";
    STARS_NOTE = "Dấu sao là yêu cầu tối thiểu phải đạt theo các cấp độ sao (*** – 3 sao; **** – 4 sao; ***** – 5 sao).",
        "A star mark is the least a product must reach for that rank.";
    MEMBERS_POINTS = "Điểm của từng thành viên", "Points of each member";
}

// The tools above a paper.
texts! {
    WORD_FILE = "Bản Word của bảng này", "As a Word file";
    SAVE_DOCX = "Tải tệp Word", "Word file";
    MAKING = "Đang tạo tệp Word…", "Writing the file…";
    MADE = "Đã tạo tệp Word. Tìm trong thư mục tải về của máy.", "Written; look in the folder for downloads.";
    WITH_DOTS = "Chỗ trống in bằng dấu chấm", "Blanks as dots";
    CORRECTED = "In chữ đã sửa lỗi", "With slips put right";
}

// What a word processor shows: the program that wrote a file, and the names of its styles.
texts! {
    WRITER = "Sổ OCOP", "Sổ OCOP";
    STYLE_NATION = "Quốc hiệu", "Nation";
    STYLE_MOTTO = "Tiêu ngữ", "Motto";
    STYLE_PLACE = "Địa danh và thời gian", "Place and date";
    STYLE_PARENT = "Cơ quan chủ quản", "Parent body";
    STYLE_ISSUER = "Cơ quan ban hành", "Issuing body";
    STYLE_NUMBER = "Số, ký hiệu", "Number and symbol";
    STYLE_RULE = "Đường kẻ", "Rule";
    STYLE_TITLE = "Tên loại và trích yếu", "Kind and title";
    STYLE_GUIDE = "Dòng kèm theo", "Guide line";
    STYLE_TO = "Kính gửi", "Addressee";
    STYLE_MARK = "Mẫu số", "Number of a form";
    STYLE_BASIS = "Căn cứ ban hành", "Legal basis";
    STYLE_CELL = "Ô bảng", "Cell";
    STYLE_CELL_MIDDLE = "Ô bảng giữa", "Centred cell";
    STYLE_CELL_NUMBER = "Ô bảng số", "Number cell";
    STYLE_CELL_TITLE = "Ô bảng tiêu đề", "Column title";
    STYLE_RECIPIENTS = "Nơi nhận", "Recipients";
    STYLE_RECIPIENT = "Nơi nhận từng dòng", "Recipient";
    STYLE_AUTHORITY = "Quyền hạn, chức vụ", "Authority and position";
    STYLE_NAME = "Họ và tên người ký", "Name";
    STYLE_SECOND_NAME = "Họ và tên dòng sau", "Name, further line";
    STYLE_GAP = "Khoảng cách", "Gap";
}

/// `Bộ sản phẩm: Chè tươi, chè chế biến`.
pub fn set_of(name: &str) -> String {
    const SET: Text = Text { vi: "Bộ sản phẩm: {}", en: "Product set: {}" };
    SET.fill(&[name])
}

/// `(Theo Quyết định số 26/2026/QĐ-TTg)`.
pub fn by_decision(decision: &str) -> String {
    const BY: Text = Text { vi: "(Theo Quyết định số {})", en: "(Decision {})" };
    BY.fill(&[decision])
}

/// The date line over a signature; blank parts as dots.
pub fn date_line(date: Option<Date>) -> String {
    const BLANK: Text = Text { vi: "……, ngày … tháng … năm ……", en: "……, date …" };
    match date {
        Some(date) => ["……, ", &super::date_long(date)].concat(),
        None => BLANK.get().to_owned(),
    }
}
