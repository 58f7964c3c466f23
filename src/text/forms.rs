//! Texts of the printed forms: Mẫu 01, 02 and 03 of 26/2026/QĐ-TTg, Annex III.

use super::{Text, date_long, texts};
use crate::domain::date::Date;

texts! {
    NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM";
    MOTTO = "Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness";
    FORM_01 = "Mẫu số 01", "Form 01";
    FORM_02 = "Mẫu số 02", "Form 02";
    FORM_03 = "Mẫu số 03", "Form 03";
    REGISTRATION = "PHIẾU ĐĂNG KÝ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM", "REGISTRATION FOR EVALUATION";
    SELF_REPORT = "BÁO CÁO TỰ ĐÁNH GIÁ VỀ SẢN PHẨM", "SELF-ASSESSMENT REPORT";
    COMMUNE_REPORT = "BÁO CÁO", "REPORT";
    COMMUNE_REPORT_SUB = "Kết quả đánh giá hồ sơ sản phẩm OCOP của Ủy ban nhân dân cấp xã", "of the People's Committee of the commune";
    OF_PROGRAMME = "Chương trình mỗi xã một sản phẩm (OCOP)", "One Commune One Product programme";
    PROVINCE = "Tỉnh, thành phố", "Province";
    YEAR = "Năm", "Year";
    A_OWNER = "A. PHẦN CỦA CHỦ THỂ", "A. OWNER";
    B_OFFICE = "B. PHẦN CỦA CƠ QUAN TIẾP NHẬN", "B. OFFICE";
    UNIT_NAME = "1. Tên đơn vị (chủ thể)", "1. Unit";
    REPRESENTATIVE = "2. Người đại diện pháp lý", "2. Representative";
    POSITION = "Chức vụ", "Position";
    ADDRESS = "3. Địa chỉ", "3. Address";
    PHONE = "4. Điện thoại", "4. Telephone";
    EMAIL = "Thư điện tử", "E-mail";
    PRODUCT = "5. Tên sản phẩm", "5. Product";
    CLASS = "6. Phân loại (Phụ lục I)", "6. Class";
    SECTOR = "Ngành", "Sector";
    GROUP = "Nhóm", "Group";
    SUBGROUP = "Phân nhóm", "Sub-group";
    KIND = "7. Đăng ký đánh giá", "7. Type";
    ATTACHED = "8. Tài liệu kèm theo", "8. Attached";
    ATTACHED_REPORT = "Báo cáo tự đánh giá về sản phẩm (Mẫu số 02): bản chính", "Form 02, original";
    ATTACHED_COPY = "Báo cáo tự đánh giá về sản phẩm: bản điện tử", "Form 02, electronic";
    ATTACHED_SAMPLES = "Số lượng mẫu sản phẩm", "Samples";
    UNDERTAKING = "Chúng tôi cam kết các thông tin, tài liệu trong hồ sơ là trung thực, chính xác và chịu trách nhiệm trước pháp luật về nội dung đã đăng ký.",
        "We undertake that everything in the dossier is true and answer for it.";
    OWNER_SIGN = "ĐẠI DIỆN CHỦ THỂ", "FOR THE OWNER";
    SIGN_SEAL = "(Ký, ghi rõ họ tên, đóng dấu nếu có)", "(Signature, name, seal)";
    RECEIVED_COMMUNE = "Tiếp nhận của UBND cấp xã", "Received by the commune";
    RECEIVED_PROVINCE = "Tiếp nhận của cơ quan cấp tỉnh", "Received by the province";
    RECEIPT_NO = "Phiếu số", "Receipt";
    RECEIPT_BLANK = "……-……/PĐK-……-……-……", "……-……/PĐK-……-……-……";
    RECEIPT_ON = "Ngày tiếp nhận", "Received on";
    RECEIVER = "Người tiếp nhận", "Received by";
    SIGN = "(Ký, ghi rõ họ tên)", "(Signature and full name)";
    PART_1 = "I. THÔNG TIN CHUNG", "I. GENERAL";
    PART_2 = "II. KẾT QUẢ TRIỂN KHAI PHƯƠNG ÁN KINH DOANH", "II. RESULTS";
    PART_3 = "III. KẾT QUẢ TỰ ĐÁNH GIÁ THEO BỘ TIÊU CHÍ", "III. SELF-SCORES";
    PART_4 = "IV. KẾ HOẠCH THỜI GIAN TỚI", "IV. PLAN";
    OWNER = "Chủ thể", "Owner";
    LEGAL_FORM = "Hình thức tổ chức", "Form of organisation";
    PLAIN_ADDRESS = "Địa chỉ", "Address";
    PLAIN_PHONE = "Điện thoại", "Telephone";
    PLAIN_REPRESENTATIVE = "Người đại diện pháp lý", "Representative";
    SEX = "Giới tính", "Sex";
    ETHNICITY = "Dân tộc", "Ethnicity";
    RESIDENCE = "Nơi cư trú", "Residence";
    REGISTERED = "Đăng ký kinh doanh số", "Business registration";
    REGISTERED_ON = "ngày", "of";
    REGISTERED_BY = "nơi cấp", "issued by";
    PLAIN_PRODUCT = "Sản phẩm", "Product";
    SPECIFICATION = "Quy cách", "Specification";
    PAPERS = "Giấy tờ hiện có", "Papers at hand";
    OTHER_PAPERS = "Giấy tờ khác", "Other papers";
    HISTORY = "Lịch sử hình thành, phát triển", "History";
    ORGANISATION = "Tổ chức bộ máy", "Organisation";
    CHANGES = "Nội dung thay đổi từ khi được công nhận", "Changes since recognition";
    YEARS = "Kết quả sản xuất kinh doanh theo năm", "Results by year";
    PLANNED = "Kế hoạch sản xuất kinh doanh theo năm", "Plan by year";
    COL_YEAR = "Năm", "Year";
    COL_OUTPUT = "Sản lượng", "Output";
    COL_REVENUE = "Doanh thu (đồng)", "Revenue";
    COL_PROFIT = "Lợi nhuận (đồng)", "Profit";
    COL_WORKERS = "Lao động (địa phương)", "Workers (local)";
    COL_MARKETS = "Thị trường", "Markets";
    COL_CRITERION = "Tiêu chí", "Criterion";
    COL_MAX = "Điểm tối đa", "Most";
    COL_SCORE = "Điểm tự chấm", "Own points";
    COL_DESCRIPTION = "Mô tả, minh chứng", "Description, evidence";
    TOTAL = "TỔNG ĐIỂM", "TOTAL";
    EVIDENCE = "DANH MỤC TÀI LIỆU MINH CHỨNG", "LIST OF EVIDENCE";
    COL_STT = "STT", "No.";
    COL_PAPER = "Tài liệu", "Paper";
    COL_ABOUT = "Số, ngày, nơi cấp", "Number, date, issuer";
    COL_UNTIL = "Có giá trị đến", "Valid until";
    COL_PROVES = "Tiêu chí", "Criteria";
    PROOF = "Minh chứng", "Evidence";
    COMMITTEE_BLANK = "ỦY BAN NHÂN DÂN\nXÃ, PHƯỜNG ……………", "PEOPLE'S COMMITTEE";
    NUMBER = "Số: ", "No. ";
    TO_PROVINCE = "Kính gửi: Ủy ban nhân dân tỉnh, thành phố; cơ quan tham mưu OCOP cấp tỉnh", "To the province";
    DOSSIER_DATA = "I. THÔNG TIN HỒ SƠ", "I. DOSSIER";
    ASSESSMENT = "II. KẾT QUẢ ĐÁNH GIÁ", "II. ASSESSMENT";
    PROPOSAL = "III. KIẾN NGHỊ, ĐỀ XUẤT", "III. PROPOSAL";
    RECEIVED_ON = "Ngày tiếp nhận hồ sơ", "Received on";
    MEETING = "Ngày họp đánh giá", "Meeting";
    CONCLUSION = "Kết luận", "Conclusion";
    FIGURES = "Số liệu", "Figures";
    LETTER = "Văn bản đề nghị", "Letter of proposal";
    COMMITTEE_SIGN = "TM. ỦY BAN NHÂN DÂN", "FOR THE COMMITTEE";
    CHAIRMAN = "CHỦ TỊCH", "CHAIRMAN";
    RECIPIENTS = "Nơi nhận:", "To:";
    FILED = "- Như trên;\n- Chủ thể;\n- Lưu: VT, hồ sơ.", "- as above; - owner; - file.";
}

/// Place and day of a signature; blank parts as dots.
pub fn place_and_day(place: &str, day: Option<Date>) -> String {
    const BLANK: Text = Text { vi: "{}, ngày … tháng … năm ……", en: "{}, date …" };
    let place = if place.trim().is_empty() { "……………" } else { place };
    match day {
        Some(day) => [place, ", ", &date_long(day)].concat(),
        None => BLANK.fill(&[place]),
    }
}

/// The number of a report of the commune: `Số: 12/BC-UBND`.
pub fn numbered(number: &str) -> String {
    let number = if number.trim().is_empty() { "……/BC-UBND" } else { number };
    [NUMBER.get(), number].concat()
}
