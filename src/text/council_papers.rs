//! Words that a council's papers are put together from. Their templates are in `council_templates`.

pub use super::council_bodies::{authority, committee_of, executors, issuer_lines, parent_line};
use super::{Text, date_long, points, texts, two_digits};
use crate::domain::cycle::DocumentRef;
use crate::domain::moment::Moment;
use crate::domain::vietnamese::count;

texts! {
    MINUTES = "BIÊN BẢN", "MINUTES";
    SUMMARY = "BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP", "SUMMARY OF RESULTS";
    REPORT = "BÁO CÁO", "REPORT";
    NOTICE = "THÔNG BÁO", "NOTICE";
    DECISION = "QUYẾT ĐỊNH", "DECISION";
    CERTIFICATE = "GIẤY CHỨNG NHẬN SẢN PHẨM OCOP", "CERTIFICATE";
    DRAFT = "DỰ THẢO", "DRAFT";
    NOT_COMPARED = "Kết quả chưa được đối chiếu bằng bảng tính", "The result is not compared with the spreadsheet yet";
    LETTER_ABOUT = "V/v đề nghị đánh giá, phân hạng sản phẩm OCOP 5 sao", "5-star proposal";
    ANNEX = "Phụ lục", "Annex";
    RECOGNISED_LIST = "DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN VÀ CẤP GIẤY CHỨNG NHẬN", "PRODUCTS RECOGNISED";
    NONE = "Không có.", "None.";
    NONE_WORD = "không có", "none";
    NO_GAP = "Không có cặp phiếu nào chênh lệch quá mức quy định.", "No pair of sheets is too far apart.";
    PRESENT = "Có mặt", "Present";
    ABSENT = "Vắng", "Absent";
    SENT = "Đã gửi phiếu", "Sent";
    NOT_SENT = "Chưa gửi phiếu", "Not sent";
    SECRETARY = "THƯ KÝ", "SECRETARY";
    CHAIR = "CHỦ TỊCH HỘI ĐỒNG", "CHAIR OF THE COUNCIL";
    TEAM_LEAD = "TỔ TRƯỞNG TỔ TƯ VẤN", "HEAD OF THE ADVISORY TEAM";
    MINISTER = "BỘ TRƯỞNG", "MINISTER";
    MINISTRY_NAME = "Bộ Nông nghiệp và Môi trường", "Ministry of Agriculture and Environment";
    ADVISORY_TEAM = "Tổ tư vấn", "Advisory team";
    HEAD_OF_BODY = "THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF THE BODY";
    CHAIRMAN = "CHỦ TỊCH", "CHAIR";
    FOR_COMMITTEE = "TM. ỦY BAN NHÂN DÂN", "FOR THE PEOPLE'S COMMITTEE";
    KEPT_FILE = "- Lưu: VT, Hồ sơ Hội đồng.", "- archive.";
    KEPT = "- Lưu: VT.", "- archive.";
    AS_ABOVE = "- Như trên;", "- as above;";
    AS_ARTICLE_3 = "- Như Điều 3;", "- as in Article 3;";
    MEMBERS = "- Thành viên Hội đồng;", "- the members;";
    MINISTRY = "- Bộ Nông nghiệp và Môi trường;", "- the Ministry;";
    PROVINCE_BASIS = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "The law on local government of 16 June 2025;";
    RULES_OF_26 = "Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ ban hành Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm mỗi xã một sản phẩm",
        "26/2026/QĐ-TTg of 22 May 2026";
    NEXT_RECOGNISED = "Kết quả được trình cấp có thẩm quyền quyết định công nhận và cấp Giấy chứng nhận theo quy định.", "The result goes to who decides.";
    NEXT_HIGHER = "Hồ sơ được trình cấp có thẩm quyền phê duyệt kết quả và gửi Bộ Nông nghiệp và Môi trường đánh giá, phân hạng 5 sao.", "The dossier goes to the ministry.";
    NEXT_NOT = "Sản phẩm chưa được công nhận. Chủ thể hoàn thiện sản phẩm theo các nội dung nêu trên và có thể đăng ký ở đợt đánh giá sau.",
        "Not recognised; the producer may register again.";
    LAID_OPEN = "Mở xem các phiếu trước khi khóa đủ", "Sheets laid open early";
    AGREED = "mức Hội đồng thống nhất để xét mức tối thiểu", "the level agreed on";
    PROPOSED_STARS = "Hạng đề nghị", "Proposed";
    FOR_HIGHER_LEVEL = "Sản phẩm đủ mức điểm để đề nghị cấp trên đánh giá; hạng cao hơn do cấp trên quyết định.", "For the next level to decide.";
    HIGHEST = "Sản phẩm đã đạt hạng cao nhất mà cấp này công nhận.", "The highest rank at this level.";
    NO_NOTES = "Hội đồng không có góp ý thêm.", "No further remarks.";
}

// The page of the papers.
texts! {
    OPTIONS = "Chọn và điền văn bản", "Choosing and filling in the paper";
    CHOOSE = "Văn bản", "Paper";
    CHOOSE_PRODUCT = "Sản phẩm", "Product";
    CHOOSE_MINUTES = "Biên bản Hội đồng", "Minutes";
    CHOOSE_SUMMARY = "Bảng tổng hợp kết quả", "Summary";
    CHOOSE_ADVISORY = "Báo cáo thẩm định của Tổ tư vấn", "Advisory report";
    CHOOSE_NOTICE = "Thông báo kết quả cho chủ thể", "Notice";
    CHOOSE_RECOGNITION = "Dự thảo Quyết định công nhận", "Draft decision";
    CHOOSE_CERTIFICATE = "Nội dung Giấy chứng nhận", "Certificate";
    CHOOSE_LETTER = "Công văn gửi Bộ (từ 90 điểm)", "Letter to the ministry";
    NO_SUBJECT = "Phiên này không có sản phẩm nào cần văn bản này: chưa cần in.", "No product of this session needs this paper.";
    SAY = "Cơ quan, địa danh, nơi họp, số quyết định", "Bodies and places";
    SAY_COMMITTEE = "Cơ quan thành lập Hội đồng", "Who set the council up";
    SAY_BODY = "Cơ quan tham mưu", "Advisory body";
    SAY_PLACE = "Địa danh trên văn bản", "Place in the head";
    SAY_VENUE = "Địa điểm họp", "Venue";
    SAY_NUMBER = "Quyết định công nhận (hoặc phê duyệt kết quả): số, ký hiệu", "The decision that recognises: number";
    SAY_DATE = "Quyết định công nhận: ngày ban hành", "The decision that recognises: date";
    CHANGE = "Sửa lời văn của mẫu", "Change the words";
    CHANGE_HELP = "Mỗi dòng là một đoạn, đánh số như trên văn bản (I., 1., a), -, Điều 1.). Chữ trong ngoặc nhọn được thay bằng số liệu của phiên. Lời văn đã sửa là thiết lập của đơn vị: dùng cho các phiên sau, và đi theo tệp xuất mọi dữ liệu.",
        "A paragraph a line; names in braces are filled in. Kept as a setting of the office.";
    TEMPLATE = "Lời văn của mẫu", "The words";
    ORIGINAL = "Trở lại mẫu ban đầu", "Back to the first words";
    FIELDS = "Các ô có thể dùng:", "Fields:";
}

/// A field that a paper does not have.
pub fn unknown_field(line: usize, name: &str) -> String {
    const UNKNOWN: Text = Text {
        vi: "Dòng {}: không có ô “{}”; chữ này được in nguyên như đã viết.",
        en: "Line {}: there is no field “{}”.",
    };
    UNKNOWN.fill(&[&line.to_string(), name])
}

/// Symbol of minutes.
pub const SYMBOL_MINUTES: &str = "BB-HĐ";
/// Symbol of the advisory team's report.
pub const SYMBOL_REPORT: &str = "BC-TTV";
/// Symbol of a notice; who issues it is for the office to add.
pub const SYMBOL_NOTICE: &str = "TB-……";
/// Symbol of a decision of a provincial chair.
pub const SYMBOL_DECISION: &str = "QĐ-UBND";
/// Symbol of a decision of the minister.
pub const SYMBOL_MINISTRY_DECISION: &str = "QĐ-BNNMT";
/// Symbol of a letter; the unit that drafted it is for the office to add.
pub const SYMBOL_LETTER: &str = "UBND-……";

/// Names of the fields of templates, as an office writes them in braces.
pub mod field {
    macro_rules! fields {
        ($($name:ident = $words:literal;)*) => {
            $(#[doc = $words] pub const $name: &str = $words;)*
        };
    }
    fields! {
        OPENED = "bắt đầu";
        CLOSED = "kết thúc";
        VENUE = "địa điểm";
        CHAIR = "chủ trì";
        SECRETARY = "thư ký";
        PRESENT = "số có mặt";
        SCORERS = "số thành viên";
        NEEDED = "số cần có mặt";
        OVERRIDE = "lý do mở phiên";
        ATTENDANCE = "bảng điểm danh";
        ADVISERS = "tổ tư vấn";
        GUESTS = "khách mời";
        COUNCIL = "hội đồng";
        SESSION = "phiên";
        COUNCIL_DECISION = "quyết định thành lập";
        RULES = "quy chế";
        CRITERIA = "bộ tiêu chí";
        RECUSALS = "không chấm điểm";
        ROUNDS = "lượt chấm";
        GAPS = "chênh lệch";
        DECISIONS = "kết luận từng việc";
        RESULTS = "bảng kết quả";
        WHY_RANK = "giải trình hạng";
        TOTALS = "tổng hợp";
        FINGERPRINT = "mã đối chiếu";
        SIGNATURES = "bảng ký tên";
        SUMMARY = "bảng tổng hợp";
        MEMBERS_POINTS = "bảng điểm thành viên";
        COUNT = "số sản phẩm";
        ADVICE = "bảng thẩm định";
        ADVICE_SAID = "nhận xét thẩm định";
        ADVICE_MISSING = "cần bổ sung";
        PRODUCER = "chủ thể";
        PLACE = "địa phương";
        NOTIFIER = "cơ quan thông báo";
        PRODUCT = "tên sản phẩm";
        CODE = "mã sản phẩm";
        ADDRESS = "địa chỉ";
        SET = "bộ sản phẩm";
        MEAN = "điểm trung bình";
        SHEETS = "số phiếu";
        PARTS = "điểm từng phần";
        CONCLUSION = "kết luận";
        WHY = "vì sao";
        NOTES = "góp ý";
        NEXT = "việc tiếp theo";
        AUTHORITY = "thẩm quyền";
        AUTHORITY_BASIS = "căn cứ thẩm quyền";
        ADVISORY_BODY = "cơ quan tham mưu";
        SUBMISSION = "tờ trình";
        RECOGNISED = "số được công nhận";
        BY_STAR = "số theo hạng";
        EXECUTORS = "nơi thi hành";
        STARS = "hạng sao";
        RECOGNITION = "quyết định công nhận";
        EXPIRY = "hết hạn";
        ISSUER = "cơ quan ban hành";
        PROPOSED = "số đề nghị";
        APPROVAL = "quyết định phê duyệt";
        PROPOSALS = "bảng đề nghị";
    }
}

const STT: Text = Text { vi: "STT", en: "No." };
const NAME: Text = Text { vi: "Họ và tên", en: "Name" };
const POST: Text = Text { vi: "Chức vụ, đơn vị", en: "Post" };
const ROLE: Text = Text { vi: "Vai trò", en: "Role" };
const PRODUCT: Text = Text { vi: "Sản phẩm", en: "Product" };
const PRODUCER: Text = Text { vi: "Chủ thể", en: "Producer" };
const ADDRESS: Text = Text { vi: "Địa chỉ", en: "Address" };
const SHEETS: Text = Text { vi: "Số phiếu", en: "Sheets" };
const MEAN: Text = Text { vi: "Điểm trung bình", en: "Mean" };
const RANK: Text = Text { vi: "Hạng sao", en: "Stars" };
const CONCLUSION: Text = Text { vi: "Kết luận", en: "Conclusion" };
const REMARK: Text = Text { vi: "Ghi chú", en: "Remark" };
const SET: Text = Text { vi: "Bộ sản phẩm", en: "Set" };
const GAP: Text = Text { vi: "Chênh lệch lớn nhất", en: "Widest gap" };

/// Columns of the attendance.
pub const ATTENDANCE_COLUMNS: [Text; 5] = [STT, NAME, POST, ROLE, Text { vi: "Tham dự", en: "Attendance" }];
/// Columns of the results in minutes.
pub const RESULT_COLUMNS: [Text; 7] = [STT, PRODUCT, PRODUCER, SHEETS, MEAN, RANK, CONCLUSION];
/// Columns of the summary; those of the parts stand before the mean.
pub const SUMMARY_COLUMNS: [Text; 9] = [STT, PRODUCT, PRODUCER, ADDRESS, SET, SHEETS, MEAN, GAP, RANK];
/// Columns of a list of recognised products.
pub const RECOGNISED_COLUMNS: [Text; 6] = [STT, PRODUCT, PRODUCER, ADDRESS, MEAN, RANK];
/// Columns of the advisory team's table.
pub const ADVICE_COLUMNS: [Text; 6] =
    [STT, PRODUCT, PRODUCER, SET, Text { vi: "Điểm thẩm định", en: "Points" }, REMARK];
/// Columns of the members' signatures.
pub const SIGNATURE_COLUMNS: [Text; 4] = [STT, NAME, ROLE, Text { vi: "Ký tên", en: "Signature" }];
/// The first columns of the members' points.
pub const POINTS_COLUMNS: [Text; 2] = [STT, PRODUCT];

/// `8 giờ 00, ngày 21 tháng 11 năm 2026`.
pub fn moment(moment: Moment) -> String {
    const AT: Text = Text { vi: "{} giờ {}, {}", en: "{}:{} on {}" };
    let (date, milliseconds) = moment.in_vietnam();
    let minutes = u64::try_from(milliseconds / 60_000).unwrap_or(0);
    AT.fill(&[&(minutes / 60).to_string(), &two_digits(minutes % 60), &date.map(date_long).unwrap_or_default()])
}

/// `họp Hội đồng …, đợt 2 năm 2026`: what minutes are about.
pub fn minutes_about(council: &str, session: &str, is_written: bool) -> String {
    const MEETING: Text = Text { vi: "Họp {}, {}", en: "Meeting of {}, {}" };
    const WRITTEN: Text = Text { vi: "Lấy ý kiến bằng văn bản {}, {}", en: "Written opinions of {}, {}" };
    (if is_written { WRITTEN } else { MEETING }).fill(&[council, session])
}

/// What the advisory report is about.
pub fn advisory_about(session: &str) -> String {
    const ABOUT: Text =
        Text { vi: "Kết quả thẩm định hồ sơ sản phẩm OCOP {}", en: "Review of dossiers, {}" };
    ABOUT.fill(&[session])
}

/// What the notice is about.
pub fn notice_about(session: &str) -> String {
    const ABOUT: Text = Text { vi: "Kết quả đánh giá, phân hạng sản phẩm OCOP {}", en: "Results, {}" };
    ABOUT.fill(&[session])
}

/// What the decision is about.
pub fn decision_about(session: &str) -> String {
    const ABOUT: Text = Text {
        vi: "Về việc công nhận kết quả đánh giá, phân hạng và cấp Giấy chứng nhận sản phẩm OCOP {}",
        en: "Recognition of OCOP products, {}",
    };
    ABOUT.fill(&[session])
}

/// `Ông/Bà Nông Văn Tú, Phó Chủ tịch UBND tỉnh`.
pub fn person(name: &str, post: &str) -> String {
    if post.is_empty() { name.to_owned() } else { [name, ", ", post].concat() }
}

/// `Vắng: đi công tác`.
pub fn absent(reason: &str) -> String {
    if reason.is_empty() { ABSENT.get().to_owned() } else { [ABSENT.get(), ": ", reason].concat() }
}

/// Why the session was opened below its quorum.
pub fn override_reason(reason: &str) -> String {
    const OPENED: Text = Text {
        vi: "Phiên được mở khi chưa đủ số thành viên theo quyết định của Chủ tịch Hội đồng. Lý do: {}.",
        en: "Opened below the quorum by the chair: {}.",
    };
    OPENED.fill(&[reason.trim_end_matches('.')])
}

/// `Bà Hà Thị Diềm không chấm “Thạch đen”: người nhà của chủ thể. Điểm trung bình tính trên 6 phiếu.`
pub fn recused(member: &str, product: &str, reason: &str, sheets: usize) -> String {
    const RECUSED: Text = Text {
        vi: "{} không chấm sản phẩm “{}”: {}. Điểm trung bình của sản phẩm tính trên {} phiếu.",
        en: "{} does not score “{}”: {}. The mean is of {} sheets.",
    };
    RECUSED.fill(&[member, product, reason.trim_end_matches('.'), &sheets.to_string()])
}

/// `Thạch đen, lượt 1: 7 phiếu, trung bình 68,20, chênh lệch lớn nhất 14 điểm.`
pub fn round(product: &str, number: usize, sheets: usize, mean: &str, gap: i32) -> String {
    const ROUND: Text = Text {
        vi: "{}, lượt {}: {} phiếu, trung bình {} điểm, chênh lệch lớn nhất {} điểm.",
        en: "{}, round {}: {} sheets, mean {}, widest gap {}.",
    };
    ROUND.fill(&[product, &number.to_string(), &sheets.to_string(), mean, &points(gap)])
}

/// `Thạch đen: có hợp đồng liên kết. Lý do: …`
pub fn decided(product: &str, what: &str, reason: &str) -> String {
    const DECIDED: Text = Text { vi: "{}: {}. Lý do: {}.", en: "{}: {}. Reason: {}." };
    const NO_REASON: Text = Text { vi: "{}: {}.", en: "{}: {}." };
    let (what, reason) = (what.trim_end_matches('.'), reason.trim_end_matches('.'));
    if reason.is_empty() { NO_REASON.fill(&[product, what]) } else { DECIDED.fill(&[product, what, reason]) }
}

/// `Thạch đen: theo điểm đạt 4 sao; …`
pub fn of_product(product: &str, words: &str) -> String {
    [product, ": ", words.trim_end_matches('.'), "."].concat()
}

/// `Phần A`.
pub fn part(at: usize) -> String {
    const PART: Text = Text { vi: "Phần {}", en: "Part {}" };
    let letter = char::from(b'A' + u8::try_from(at.min(25)).unwrap_or(0));
    PART.fill(&[&letter.to_string()])
}

/// `02 sản phẩm đạt 4 sao`.
pub fn with_stars(number: usize, stars: u8) -> String {
    const WITH: Text = Text { vi: "{} sản phẩm đạt {}", en: "{} with {}" };
    WITH.fill(&[&counted(number), &super::people::stars(stars)])
}

/// `05`, as counts stand in papers.
pub fn counted(number: usize) -> String {
    count(u32::try_from(number).unwrap_or(u32::MAX))
}

/// The closing sentence of minutes.
pub fn totals(all: usize, parts: &str) -> String {
    const ALL: Text =
        Text { vi: "Hội đồng đã đánh giá {} sản phẩm: {}.", en: "{} products were evaluated: {}." };
    ALL.fill(&[&counted(all), parts])
}

/// Products without a result, in that sentence.
pub fn without_result(number: usize) -> String {
    const WITHOUT: Text = Text {
        vi: "{} sản phẩm chưa có kết quả hoặc bị loại, dừng đánh giá",
        en: "{} without a result",
    };
    WITHOUT.fill(&[&counted(number)])
}

/// By how much the mean falls short of the next star: `Điểm trung bình còn thiếu 1,80 điểm để đạt mức 4 sao (70 điểm).`
pub fn below_band(missing: &str, stars: u8, threshold: i32) -> String {
    const BELOW: Text = Text {
        vi: "Điểm trung bình còn thiếu {} điểm để đạt mức điểm của hạng {} (từ {} điểm).",
        en: "The mean is {} points short of {} (from {}).",
    };
    BELOW.fill(&[missing, &super::people::stars(stars), &threshold.to_string()])
}

/// A paper that is referred to: `Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh`; blanks as dots.
pub fn reference(kind: Text, paper: Option<&DocumentRef>) -> String {
    const REFERENCE: Text = Text { vi: "{} số {} ngày {} của {}", en: "{} No. {} of {} by {}" };
    let dots = super::template::DOTS;
    let part = |part: Option<&str>| part.map(str::trim).filter(|part| !part.is_empty()).unwrap_or(dots).to_owned();
    let date = paper.and_then(|paper| paper.date).map(super::date);
    REFERENCE.fill(&[
        kind.get(),
        &part(paper.map(|paper| paper.number.as_str())),
        &part(date.as_deref()),
        &part(paper.map(|paper| paper.issuer.as_str())),
    ])
}

/// The kinds of papers that are referred to.
pub const A_DECISION: Text = Text { vi: "Quyết định", en: "Decision" };
/// The council's rules.
pub const RULES_OF_OPERATION: Text =
    Text { vi: "Quy chế hoạt động ban hành kèm theo Quyết định", en: "Rules with decision" };
/// A letter with a draft.
pub const SUBMISSION: Text = Text { vi: "Tờ trình", en: "Submission" };

/// `Chấm lại lượt 2`.
pub fn scored_again(round: u16) -> String {
    const AGAIN: Text = Text { vi: "Chấm lại lượt {}", en: "Round {}" };
    AGAIN.fill(&[&round.to_string()])
}

/// Products that go to another level, in the closing sentence of minutes.
pub fn to_other_level(number: usize) -> String {
    const TO: Text =
        Text { vi: "{} sản phẩm chuyển cấp khác đánh giá, công nhận", en: "{} to another level" };
    TO.fill(&[&counted(number)])
}

/// The guide line of the annex of a decision; a day that is not known is a blank.
pub fn annex_guide(number: &str, date: Option<&str>) -> String {
    const GUIDE: Text = Text { vi: "(Kèm theo Quyết định số {} {})", en: "(With decision {} {})" };
    const BLANK: Text = Text { vi: "ngày …… tháng …… năm ……", en: "of ……" };
    GUIDE.fill(&[number, date.unwrap_or(BLANK.get())])
}

/// `Số: ……/BB-HĐ`: the number of a paper that is not numbered yet.
pub fn number_line(symbol: &str) -> String {
    const LINE: Text = Text { vi: "Số: ……/{}", en: "No. ……/{}" };
    LINE.fill(&[symbol])
}

/// `Hội đồng …, đợt 2 năm 2026`.
pub fn of_session(council: &str, session: &str) -> String {
    [council, ", ", session].concat()
}
