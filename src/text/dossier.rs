//! Texts of a dossier's pages.

use super::{Text, cycle, date, grouped, hundredths, mean, people, texts};
use crate::domain::cycle::{DossierPart, ResultGround, Round, ScoringWay};
use crate::domain::date::Date;
use crate::domain::points::{Mean, Points};

pub use super::form_names::{change_topic, evidence_type, paper};

texts! {
    TO_PRODUCT = "Về trang sản phẩm", "To the product";
    PARTS = "Các phần của hồ sơ", "Parts of the dossier";
    OVERVIEW = "Tình trạng", "State";
    FORM_01 = "Mẫu 01", "Form 01";
    FORM_02 = "Mẫu 02", "Form 02";
    CRITERIA = "Tiêu chí", "Criteria";
    EVIDENCE = "Minh chứng", "Evidence";
    FORM_03 = "Mẫu 03", "Form 03";
    ADVISORY = "Tổ tư vấn", "Advisory team";
    SCORES = "Điểm ba bên", "Scores";
    FORM_01_TITLE = "Mẫu 01. Phiếu đăng ký đánh giá, phân hạng sản phẩm", "Form 01: registration";
    FORM_02_TITLE = "Mẫu 02. Báo cáo tự đánh giá về sản phẩm", "Form 02: self-assessment report";
    FORM_03_TITLE = "Mẫu 03. Báo cáo của Ủy ban nhân dân cấp xã", "Form 03: report of the commune";
    PRODUCT = "Sản phẩm", "Product";
    PRODUCER = "Chủ thể", "Producer";
    KIND = "Loại hồ sơ", "Type";
    SET = "Bộ sản phẩm", "Product set";
    STATE = "Tình trạng", "State";
    ROUND = "Đợt đánh giá", "Round";
    RECEIPT_COMMUNE = "Phiếu số (cấp xã)", "Receipt (commune)";
    RECEIPT_PROVINCE = "Phiếu số (cấp tỉnh)", "Receipt (province)";
    COMMUNE_DUE = "Hạn của xã (15 ngày làm việc)", "Commune's 15 working days";
    COUNCIL_DUE = "Hạn đánh giá của đợt", "Deadline of the round";
    REVIEW_DUE = "Hạn đánh giá lại (45 ngày)", "45 days of the re-evaluation";
    RESULT = "Kết quả", "Result";
    SET_NONE = "Chưa chọn bộ sản phẩm. Hồ sơ chấm theo bộ đã chọn ở đây.", "No set chosen yet.";
    SET_CHANGE = "Chọn bộ khác", "Choose another set";
    SET_KEPT = "Bộ đã ghim khi nộp hồ sơ, không đổi được nữa.", "Pinned since it was handed in.";
    SET_SCORED = "Đã có phiếu chấm theo bộ này nên không đổi được nữa.", "Pinned since a sheet was begun.";
    NOTHING_NEXT = "Hồ sơ này đã kết thúc.", "This dossier has ended.";
    OTHER_DAY = "Ghi theo một ngày khác", "Record for another day";
    OTHER_DAY_HELP = "Điều kiện xét theo ngày thực hiện. Nếu việc đã làm vào ngày khác, vẫn ghi được với ngày đó.",
        "Conditions follow the day. What was done on another day can be recorded with that day.";
    GATE = "Thành phần hồ sơ", "What the dossier needs";
    GATE_ALL = "Đủ thành phần để nộp.", "Complete.";
    GATE_LACKS = "Còn thiếu", "Missing";
    GATE_WAIVED = "Cho phép thiếu", "Let pass";
    WAIVE = "Cho phép thiếu…", "Let pass…";
    WAIVE_TITLE = "Cho phép nộp hồ sơ khi còn thiếu", "Let it pass although missing";
    WAIVE_HELP = "Người cho phép chịu trách nhiệm; tên và lý do nằm trong hồ sơ.", "Name and reason stay in the dossier.";
    WAIVE_OFFICER = "Người cho phép (họ tên, chức vụ)", "Officer";
    WAIVE_NEED = "Hãy ghi người cho phép và lý do.", "Give officer and reason.";
    UNWAIVE = "Bỏ cho phép", "Take back";
    HISTORY = "Các bước đã qua", "Steps so far";
    SUPPLEMENTS = "Yêu cầu bổ sung", "Requests to complete";
    NOT_ANSWERED = "chưa nhận", "still open";
    CERTIFICATE = "Giấy chứng nhận", "Certificate";
    CERTIFICATE_NUMBER = "Số giấy chứng nhận", "Number of the certificate";
    RECEIPT = "Phiếu số (……-……/PĐK-mã tỉnh-mã xã-năm)", "Receipt number";
    ITEMS = "Nội dung cần bổ sung (mỗi dòng một mục)", "What is missing, one a line";
    ROUND_NONE = "Không theo đợt (đánh giá lại)", "No round (re-evaluation)";
    LETTER_HELP = "Văn bản kèm theo là văn bản đề nghị của UBND xã; nếu đã ghi ở Mẫu 03 thì không cần ghi lại.",
        "The document is the letter of proposal; not needed again when it is in Form 03.";
    ADVISE_HELP = "Nội dung báo cáo ghi ở phần Tổ tư vấn.", "The report itself is written in the part of the advisory team.";
    DECISION_HELP = "Văn bản kèm theo là quyết định; giấy chứng nhận có hiệu lực 36 tháng từ ngày quyết định.",
        "The document is the decision; the certificate is valid for 36 months from its date.";
    SOURCE = "Lấy kết quả từ", "Result from";
    FROM_PAPER = "Biên bản giấy (nhập tay)", "Paper";
    MEAN_LABEL = "Điểm trung bình (ví dụ 72,5; để trống nếu không ghi)", "Mean (e.g. 72,5; may be empty)";
    STARS_LABEL = "Hạng sao", "Stars";
    STARS_NONE = "Chọn hạng", "Choose";
    ELIMINATED = "Bị loại", "Eliminated";
    GROUND_LABEL = "Căn cứ xếp hạng", "Ground";
    GROUND_NONE = "Không ghi", "Not said";
    WAY_LABEL = "Cách đánh giá", "Way";
    RESULT_WORDS = "Ghi thêm về kết quả", "About the result";
    MINUTES_HELP = "Văn bản kèm theo là biên bản họp hoặc thông báo kết quả.", "The document is the minutes or the notice.";
    REFRESH = "Lấy lại từ sổ", "Take from the register again";
    REFRESH_HELP = "Ghi đè phần thông tin chung bằng thông tin hiện nay của chủ thể và sản phẩm; phần khác giữ nguyên.",
        "Overwrites the general part with what the register says today; the rest stays.";
    BEGIN_FORM = "Lập mẫu này", "Begin this form";
    BEGIN_HELP = "Mẫu được điền sẵn từ thông tin chủ thể và sản phẩm trong sổ. Mỗi ô tự lưu.",
        "It is filled in from the register. Every field saves itself.";
    PRINT_FORM = "Xem và in", "View and print";
    UNIT_NAME = "Tên đơn vị", "Name of the unit";
    REPRESENTATIVE = "Người đại diện pháp lý", "Legal representative";
    POSITION = "Chức vụ", "Position";
    ADDRESS = "Địa chỉ", "Address";
    PHONE = "Điện thoại", "Telephone";
    EMAIL = "Thư điện tử", "E-mail";
    PRODUCT_NAME = "Tên sản phẩm", "Product";
    ATTACHED = "Tài liệu kèm theo", "Attached";
    SAMPLES = "Số lượng mẫu sản phẩm", "Number of samples";
    SAMPLES_HELP = "Ít nhất 05 mẫu; không áp dụng với dịch vụ du lịch.", "At least 5; none for tourism services.";
    ELECTRONIC = "Báo cáo tự đánh giá có kèm bản điện tử", "Electronic copy of the report";
    SIGNATURE = "Địa điểm, ngày và chữ ký", "Place, date, signature";
    PLACE = "Địa điểm", "Place";
    SIGNED = "Ngày ký (cam kết)", "Day of signature";
    SIGNED_HELP = "Ghi ngày ký khi bản giấy đã được ký, đóng dấu.", "Enter it once the paper is signed.";
    PART_1 = "I. Thông tin chung", "I. General";
    PART_2 = "II. Kết quả triển khai phương án kinh doanh", "II. Results";
    PART_4 = "IV. Kế hoạch thời gian tới", "IV. Plan";
    PAPERS = "Giấy tờ hiện có", "Papers at hand";
    OTHER_PAPERS = "Giấy tờ khác", "Other papers";
    RESULTS_TEXT = "Kết quả thực hiện (thuyết minh)", "Results in words";
    YEARS = "Kết quả theo năm", "Results by year";
    PLAN_TEXT = "Kế hoạch (thuyết minh)", "Plan in words";
    PLANNED = "Kế hoạch theo năm", "Plan by year";
    ADD_YEAR = "Thêm năm", "Add a year";
    REMOVE_YEAR = "Bỏ năm này", "Remove this year";
    YEAR = "Năm", "Year";
    OUTPUT = "Sản lượng (kèm đơn vị)", "Output with unit";
    REVENUE = "Doanh thu (đồng)", "Revenue (đồng)";
    PROFIT = "Lợi nhuận (đồng; lỗ ghi dấu trừ)", "Profit (đồng; loss with a minus)";
    WORKERS = "Số lao động", "Workers";
    LOCAL_WORKERS = "Trong đó lao động địa phương", "Of them local";
    MARKETS = "Thị trường, kênh bán", "Markets";
    CHANGES = "Thay đổi từ khi được công nhận", "Changes since recognition";
    CHANGES_HELP = "Hồ sơ nâng hạng và đánh giá lại phải nêu các thay đổi kèm minh chứng. Nội dung nào không đổi thì để trống.",
        "An upgrade or re-evaluation tells what changed, with evidence.";
    CRITERIA_TITLE = "III. Tự đánh giá: mô tả và minh chứng theo từng tiêu chí", "III. Criteria: description and evidence";
    CRITERIA_HELP = "Theo thứ tự của bộ tiêu chí. Điểm tự chấm ghi ở phần Điểm ba bên.", "In the order of the set.";
    DESCRIPTION = "Mô tả", "Description";
    PROOFS = "Minh chứng", "Evidence";
    NO_PROOF = "Chưa gắn minh chứng", "No evidence linked";
    ADVICE = "Gợi ý minh chứng thường gặp", "Evidence that is common";
    ADVICE_COUNCIL = "Hội đồng xem trực tiếp mẫu sản phẩm.", "The council looks at the samples.";
    NEED_SET = "Hãy chọn bộ sản phẩm ở phần Tình trạng trước.", "Choose the product set first.";
    EVIDENCE_HELP = "Danh mục theo Mẫu 02. Không bắt buộc kèm tệp: có thể ghi nơi cất bản giấy.",
        "The list of Form 02. A file is not needed: note where the paper lies.";
    ADD_PIECE = "Thêm", "Add";
    AS_LIST = "Theo danh mục Mẫu 02", "By the list of form 02";
    AS_TABLE = "Dạng bảng (dán từ Excel)", "As a table (paste from Excel)";
    TABLE_HELP = "Dán danh sách hoặc mở bảng tính; tiêu chí ghi bằng số, cách nhau dấu phẩy. Bấm Mở để đính kèm tệp cho dòng đang chọn.",
        "Paste a list or open a spreadsheet; criteria by number. Open a row to attach its file.";
    TABLE_KIND = "Danh mục Mẫu 02", "Row of form 02";
    TABLE_UNTIL = "Có giá trị đến", "Valid until";
    TABLE_SEE = "Cần xem", "To look at";
    NO_EVIDENCE = "Chưa có minh chứng nào. Dán từ Excel, mở bảng tính hoặc thêm dòng.", "No evidence yet. Paste, open a spreadsheet or add a row.";
    EVIDENCE_NOT_DONE = "Chưa ghi được: hồ sơ vừa thay đổi. Hãy tải lại trang.", "Not recorded: the dossier has changed.";
    NO_PIECE = "Chưa có", "None";
    PIECE_TITLE = "Tên tài liệu", "Title";
    PIECE_NUMBER = "Số, ký hiệu", "Number";
    PIECE_ISSUER = "Cơ quan, tổ chức cấp", "Issuer";
    PIECE_ISSUED = "Ngày cấp", "Date of issue";
    PIECE_UNTIL = "Có giá trị đến (để trống: không thời hạn)", "Valid until (empty: no limit)";
    PIECE_NOTE = "Ghi chú, nơi cất bản giấy", "Remark; where the paper lies";
    PIECE_REMOVE = "Bỏ minh chứng này", "Remove";
    PIECE_REMOVE_SURE = "Bỏ minh chứng này và tệp kèm theo?", "Remove this piece and its file?";
    PIECE_CRITERIA = "Chứng minh cho tiêu chí", "Proves criteria";
    FILE = "Tệp đính kèm", "File";
    FILE_HELP = "Tệp tối đa 3 MB, chỉ nằm trên máy này và trong tệp bạn xuất.", "At most 3 MB; stays on this device.";
    FILE_OPEN = "Tải tệp về", "Download";
    FILE_REMOVE = "Gỡ tệp", "Remove the file";
    FILE_UNREADABLE = "Chưa đọc được tệp này. Hãy thử chọn lại.", "The file could not be read.";
    CHECKS = "Chấm điểm", "Scoring";
    SELF_CHECK = "Tự chấm", "Score oneself";
    ADVISORY_CHECK = "Thẩm định, chấm của xã hoặc Tổ tư vấn", "Score as commune or advisory team";
    SELF_CHECK_WHEN = "Chủ thể tự chấm khi hồ sơ đang lập hoặc đang bổ sung.", "While drawn up or completed.";
    ADVISORY_CHECK_WHEN = "Xã chấm khi đã tiếp nhận hồ sơ; Tổ tư vấn chấm khi tỉnh đã tiếp nhận.",
        "The commune scores once it received the dossier, the team once the province did.";
    COLUMN_SELF = "Tự chấm", "Own";
    COLUMN_ADVISORY = "Xã, tổ tư vấn", "Commune, team";
    COLUMN_COUNCIL = "Hội đồng", "Council";
    COLUMN_MAX = "Tối đa", "Most";
    COLUMN_CRITERION = "Tiêu chí", "Criterion";
    COLUMN_GAP = "Khác nhau ở đâu", "Where they differ";
    COMPARED = "Điểm của ba bên theo từng tiêu chí", "Scores side by side";
    ONLY_GAPS = "Chỉ hiện tiêu chí có chênh lệch", "Only criteria that differ";
    NO_SCORES = "Chưa bên nào chấm. Bảng so sánh hiện ra khi có điểm đầu tiên.", "No scores yet.";
    NO_POINTS = "Chưa chấm", "Not scored yet";
    NOT_LOCKED = "phiếu chưa khóa", "not locked";
    OTHER_SET = "Phiên của hội đồng chấm theo bộ khác với bộ của hồ sơ: không so sánh từng tiêu chí được.",
        "The council's session used another set: criteria cannot be compared.";
    COUNCIL_SESSION = "Phiên của hội đồng", "Session of the council";
    COUNCIL_OPEN = "Mở phiên đánh giá", "Open the session";
    COUNCIL_NEW = "Tạo phiên từ hồ sơ này", "Make a session of this dossier";
    COUNCIL_LINK = "Gắn với phiên này", "Link this session";
    COUNCIL_JOIN = "Đưa sản phẩm vào phiên này", "Put the product into this session";
    COUNCIL_UNLINK = "Gỡ liên kết", "Unlink";
    COUNCIL_NONE = "Chưa gắn với phiên nào. Gắn với phiên chính thức đã có, hoặc tạo phiên mới.",
        "Not linked yet. Link an official session, or make one.";
    TOTAL = "Tổng điểm", "Total";
    ASSESSED_TEXT = "Nội dung đánh giá", "What was found";
    ASSESSED_FIGURES = "Số liệu (tỷ lệ nguyên liệu, số lao động địa phương …)", "Figures";
    ASSESSED_MET = "Kết luận", "Conclusion";
    MET = "Đáp ứng", "Met";
    NOT_MET = "Chưa đáp ứng", "Not met";
    NOT_SAID = "Chưa kết luận", "Not decided";
    REPORT_NUMBER = "Số, ký hiệu báo cáo", "Number of the report";
    REPORT_DATE = "Ngày báo cáo", "Date of the report";
    MEETING = "Ngày họp (nếu có tổ chức họp)", "Day of the meeting, if any";
    PROPOSAL = "Kiến nghị, đề xuất với tỉnh", "Proposal to the province";
    LETTER = "Văn bản đề nghị", "Letter of proposal";
    SIGNER = "Người ký", "Signed by";
    COMMUNE_HELP = "UBND xã đánh giá bốn nội dung trong 15 ngày làm việc (Điều 7.2).", "Four contents in 15 working days.";
    ADVISORY_TITLE = "Báo cáo đánh giá của Tổ tư vấn", "Report of the advisory team";
    ADVISORY_TEXT = "Nội dung báo cáo", "What was found";
    ADVISORY_DOCUMENT = "Văn bản báo cáo", "The paper";
    CONDITIONS = "Điều kiện bắt buộc", "Mandatory conditions";
    PROPOSED_STARS = "Hạng sao đề xuất", "Stars proposed";
    VISIT = "Kiểm tra thực tế", "Visit on site";
    VISIT_ADD = "Ghi kiểm tra thực tế", "Record a visit";
    VISIT_REMOVE = "Bỏ phần kiểm tra thực tế", "Remove the visit";
    VISIT_ON = "Ngày kiểm tra", "Day of the visit";
    VISIT_REASON = "Lý do, căn cứ kiểm tra", "Why";
    VISIT_FINDINGS = "Ghi nhận tại cơ sở", "What was seen";
    VISIT_HELP = "Khi đánh giá lại, chỉ kiểm tra thực tế nếu quy mô thay đổi nhiều hoặc minh chứng chưa rõ (Điều 7.6).",
        "At a re-evaluation only when the scale changed much or evidence is unclear (Article 7.6).";
    ASKED = "Yêu cầu bổ sung của Tổ tư vấn", "What the team asked for";
    ASKED_ADD = "Thêm yêu cầu bổ sung", "Add a request";
    ASKED_REMOVE = "Bỏ yêu cầu này", "Remove this request";
    ASKED_ON = "Ngày yêu cầu", "Asked on";
    ANSWERED_ON = "Ngày nhận bổ sung", "Answered on";
}

/// The pattern of a receipt number, with the codes of the units: `……-……/PĐK-20-06001-2026`.
pub fn receipt_pattern(province: &str, commune: &str, year: i32) -> String {
    const PATTERN: Text = Text { vi: "……-……/PĐK-{}-{}-{}", en: "……-……/PĐK-{}-{}-{}" };
    PATTERN.fill(&[province, if commune.is_empty() { "……" } else { commune }, &year.to_string()])
}

/// When a part of a dossier can be written in.
pub fn closed(part: DossierPart) -> Text {
    match part {
        DossierPart::Basics | DossierPart::Forms => Text {
            vi: "Chỉ để xem: Mẫu 01 và Mẫu 02 sửa được khi hồ sơ đang lập hoặc đang bổ sung.",
            en: "To be read only: the forms can change while the dossier is drawn up or completed.",
        },
        DossierPart::Evidence => Text {
            vi: "Chỉ để xem: minh chứng sửa được khi hồ sơ đang lập, đang bổ sung, hoặc đang ở tỉnh chờ hội đồng.",
            en: "To be read only: evidence can change while drawn up, completed, or at the province before the council.",
        },
        DossierPart::CommuneReport => Text {
            vi: "Chỉ để xem: Mẫu 03 được ghi khi xã đã tiếp nhận hồ sơ và chưa đề nghị.",
            en: "To be read only: Form 03 is written between receipt and proposal.",
        },
        DossierPart::Advisory => Text {
            vi: "Chỉ để xem: báo cáo này được ghi khi tỉnh đã tiếp nhận hồ sơ và Tổ tư vấn chưa báo cáo.",
            en: "To be read only: the report is written between the province's receipt and the team's report.",
        },
    }
}

/// How a council came to its result.
pub fn way(way: ScoringWay) -> Text {
    match way {
        ScoringWay::Meeting => Text { vi: "Họp hội đồng", en: "Meeting" },
        ScoringWay::Written => Text { vi: "Lấy ý kiến bằng văn bản", en: "Written opinion" },
    }
}

/// What decided over the stars.
pub fn ground(ground: ResultGround) -> Text {
    match ground {
        ResultGround::Band => Text { vi: "Theo tổng điểm trung bình", en: "Band of the mean" },
        ResultGround::Minimum => {
            Text { vi: "Không đạt mức điểm tối thiểu (dấu sao)", en: "Minimum mark missed" }
        }
        ResultGround::Eliminated => Text { vi: "Bị loại theo quy định của bộ tiêu chí", en: "Eliminated" },
    }
}

/// A result in a line: `72,50 điểm, 4 sao`.
pub fn result_line(points: Option<Mean>, stars: u8) -> String {
    const POINTS: Text = Text { vi: "{} điểm, ", en: "{} points, " };
    let points = points.map(|points| POINTS.fill(&[&mean(points)])).unwrap_or_default();
    let stars = if stars == 0 { ELIMINATED.get().to_owned() } else { people::stars(stars) };
    [points, stars].concat()
}

/// A result of a session, to be chosen.
pub fn from_session(day: Date, points: Option<Mean>, stars: u8) -> String {
    const FROM: Text = Text { vi: "Phiên ngày {}: {}", en: "Session of {}: {}" };
    FROM.fill(&[&date(day), &result_line(points, stars)])
}

/// A round with its last day.
pub fn round_before(round: &Round, before: Option<Date>) -> String {
    const BEFORE: Text = Text { vi: "{}, đề nghị trước {}", en: "{}, proposals before {}" };
    let name = cycle::round(round);
    before.map_or(name.clone(), |before| BEFORE.fill(&[&name, &date(before)]))
}

/// A day that is a deadline, with how far it is.
pub fn deadline(on: Date, today: Option<Date>) -> String {
    const LEFT: Text = Text { vi: "{} (còn {} ngày)", en: "{} ({} days left)" };
    const OVER: Text = Text { vi: "{} (quá {} ngày)", en: "{} ({} days over)" };
    match today.map(|today| on.days() - today.days()) {
        Some(left) if left >= 0 => LEFT.fill(&[&date(on), &left.to_string()]),
        Some(over) => OVER.fill(&[&date(on), &(-over).to_string()]),
        None => date(on),
    }
}

/// Who let something pass, and why.
pub fn waived(officer: &str, reason: &str, on: Date) -> String {
    const WAIVED: Text = Text { vi: "{} cho phép ngày {}: {}", en: "{} on {}: {}" };
    WAIVED.fill(&[officer, &date(on), reason])
}

/// The certificate in a line.
pub fn certificate_line(number: &str, stars: u8, from: Date, until: Date) -> String {
    const LINE: Text = Text { vi: "{}, {}, hiệu lực từ {} đến {}", en: "{}, {}, valid from {} to {}" };
    LINE.fill(&[number, &people::stars(stars), &date(from), &date(until)])
}

/// An attached file: name and size.
pub fn file_line(name: &str, bytes: u64) -> String {
    const LINE: Text = Text { vi: "{}, {} kB", en: "{}, {} kB" };
    LINE.fill(&[name, &grouped(bytes.div_ceil(1000) as i64)])
}

/// How many pieces of evidence a criterion has.
pub fn proofs(count: usize) -> String {
    const COUNT: Text = Text { vi: "{} minh chứng", en: "{} pieces of evidence" };
    if count == 0 { NO_PROOF.get().to_owned() } else { COUNT.fill(&[&count.to_string()]) }
}

/// Numbers of criteria that the dossier's set does not have.
pub fn unknown_criteria(numbers: &[&str]) -> String {
    const UNKNOWN: Text = Text { vi: "Bộ tiêu chí không có mục {}", en: "The set has no criterion {}" };
    UNKNOWN.fill(&[&numbers.join(", ")])
}

/// Evidence that is no longer valid on the day of the council.
pub fn ends_before_council(until: Date) -> String {
    const ENDS: Text = Text {
        vi: "Hết giá trị {}, trước ngày hội đồng đánh giá",
        en: "Ends on {}, before the council",
    };
    ENDS.fill(&[&date(until)])
}

/// Evidence that ends within the certificate's 36 months.
pub fn ends_within(until: Date) -> String {
    const ENDS: Text = Text {
        vi: "Hết giá trị {}, trong 36 tháng của giấy chứng nhận",
        en: "Ends on {}, within the certificate's 36 months",
    };
    ENDS.fill(&[&date(until)])
}

/// Points that may be missing.
pub fn points_or_dash(points: Option<Mean>) -> String {
    points.map_or_else(
        || "–".to_owned(),
        |points| {
            let whole = points.hundredths();
            if points.is_exact_in_hundredths() && whole % 100 == 0 { grouped(whole / 100) } else { mean(points) }
        },
    )
}

/// How far sides are apart.
pub fn apart(by: Mean) -> String {
    const APART: Text = Text { vi: "Chênh {} điểm.", en: "{} points apart." };
    APART.fill(&[&hundredths(by.hundredths())])
}

/// What one side chose.
pub fn chose(side: &str, option: &str) -> String {
    const CHOSE: Text = Text { vi: "{}: “{}”", en: "{}: “{}”" };
    CHOSE.fill(&[side, option])
}

/// A mean below a minimum mark.
pub fn below_minimum(stars: u8, need: Points) -> String {
    const BELOW: Text = Text {
        vi: "Hội đồng: dưới mức {} điểm của hạng {} sao.", en: "Below {} points for {} stars."
    };
    BELOW.fill(&[&need.to_string(), &stars.to_string()])
}
