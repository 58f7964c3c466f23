//! Texts of the council in the room: procedure, packs, handing in and taking in sheets.

pub use super::room_faults::{deed, intake_fault, pack_fault, refusal, seen_fault, sheet_fault};
use super::{Text, texts};

texts! {
    COUNCIL_TITLE = "Hội đồng và trình tự phiên", "The council and its procedure";
    COUNCIL_LEAD = "Điểm danh, khai mạc, ghi xung đột lợi ích và mở vòng chấm. Mỗi việc đều vào nhật ký của phiên.",
        "Attendance, opening, recusals and rounds. Everything goes into the session's log.";
    FOUNDING = "Quyết định thành lập hội đồng", "The decision that set the council up";
    FOUNDING_NUMBER = "Số, ký hiệu quyết định, ví dụ: 512/QĐ-UBND", "Number and symbol";
    FOUNDING_DATE = "Ngày ban hành", "Date";
    TERM = "Nhiệm kỳ", "Term";
    FORM = "Hình thức làm việc", "Form of work";
    MEETING = "Họp hội đồng", "Meeting";
    WRITTEN = "Lấy ý kiến bằng văn bản (đánh giá lại, Điều 7.6)", "Written opinions (re-evaluation, Article 7.6)";
    ADVISERS = "Tổ tư vấn: mỗi dòng một người, họ tên rồi dấu phẩy, chức vụ", "Advisory team: one a line, name, comma, post";
    SAVE_FOUNDING = "Lưu thông tin hội đồng", "Save the council's facts";
    ATTENDANCE = "Điểm danh", "Attendance";
    PRESENT = "Có mặt", "Present";
    OPENING = "Khai mạc và bế mạc", "Opening and closing";
    OPEN = "Khai mạc phiên", "Open the session";
    OPEN_ANYWAY = "Khai mạc theo quyết định của chủ tịch", "Open by the chair's decision";
    OPEN_REASON = "Lý do (ghi vào biên bản)", "Reason (for the minutes)";
    CLOSE = "Bế mạc phiên", "Close the session";
    NOT_OPENED = "Phiên chưa khai mạc.", "The session is not open.";
    RECUSALS = "Không tham gia chấm vì xung đột lợi ích", "Recusals";
    RECUSALS_HELP = "Phiếu của thành viên này không tính vào trung bình của sản phẩm; biên bản ghi rõ số phiếu được tính.",
        "The member's sheet is not in the product's mean; the minutes say how many sheets count.";
    NO_RECUSALS = "Chưa có ai khai xung đột lợi ích.", "Nobody declared a conflict.";
    RECUSE = "Ghi không tham gia chấm", "Recuse";
    TAKE_BACK = "Rút lại", "Take back";
    TAKEN_BACK = "đã rút lại", "taken back";
    ROUNDS = "Vòng chấm", "Rounds of scoring";
    ROUNDS_HELP = "Sau thảo luận, mở vòng mới cho một sản phẩm. Phiếu của vòng trước giữ nguyên bên cạnh.",
        "After a discussion a new round is opened for a product. Earlier sheets stay beside it.";
    NEXT_ROUND = "Mở vòng chấm mới", "Open a new round";
    EVERYBODY = "Mọi thành viên chấm lại", "Everybody scores again";
    MEMBER = "Thành viên", "Member";
    PRODUCT = "Sản phẩm", "Product";
    REASON = "Lý do", "Reason";
    LOG = "Nhật ký phiên", "The session's log";
    LOG_HELP = "Mỗi dòng mang dấu của dòng trước: sửa một dòng cũ là thấy ngay. Mã dưới đây cố định toàn bộ nhật ký.",
        "Each line carries the mark of the one before it. The code below fixes all of it.";
    LOG_EMPTY = "Chưa có việc nào được ghi.", "Nothing is written yet.";
    TIME = "Giờ", "Time";
    DEED = "Việc", "Deed";
    ABOUT = "Về", "About";
    HAND_OUT = "Phát gói phiên cho thành viên", "Hand out the session pack";
    HAND_OUT_LEAD = "Trên máy của thành viên: mở trang chủ, chọn Nhận gói phiên, rồi mở tệp này hoặc quét mã. Máy đó thành sổ phiếu của thành viên. Gói không chứa phiếu hay điểm của ai.",
        "Each device opens the pack once and becomes a member's sheet book. It holds nobody's sheets.";
    PACK_CODE = "Mã của gói", "The pack's code";
    PACK_FILE = "Lưu gói thành tệp", "Save the pack as a file";
    SHOW_CODES = "Hiện mã QR", "Show the QR code";
    HIDE_CODES = "Ẩn mã QR", "Hide the QR code";
    TOO_LONG = "Nội dung quá dài cho mã QR. Hãy gửi bằng tệp.", "Too long for QR codes; send it as a file.";
    ROLL_CALL = "Điểm danh thiết bị", "Roll-call of devices";
    ROLL_CALL_HELP = "Mỗi thành viên mở trang nộp phiếu và hiện mã điểm danh; quét từng máy trước khi bắt đầu.",
        "Each member shows the roll-call code; scan them before starting.";
    ROLL_CALL_SHOW = "Hiện mã điểm danh của máy này", "Show this device's roll-call code";
    READY = "sẵn sàng", "ready";
    OTHER_PACK = "mở gói khác: phát lại gói", "another pack";
    OTHER_VERSION = "khác phiên bản ứng dụng", "another version";
    NOT_OFFLINE = "chưa tải đủ để chạy khi mất mạng", "not ready offline";
    NOT_KEPT = "trình duyệt chưa hứa giữ dữ liệu", "data not promised to be kept";
    CLOCK_OFF = "đồng hồ lệch quá 5 phút", "clock off by more than 5 minutes";
    NOT_SEEN = "chưa quét", "not scanned";
    STATE = "Tình trạng", "State";
    TAKE_PACK = "Nhận gói phiên", "Take the session pack";
    TAKE_PACK_LEAD = "Mở tệp gói hoặc quét mã QR trên máy thư ký. Máy này sẽ thành sổ phiếu của bạn cho phiên đó.",
        "Open the pack's file or scan the secretary's code.";
    WHO = "Bạn là ai?", "Who are you?";
    WHO_HELP = "Chọn tên mình. Máy này chỉ giữ phiếu của bạn trong phiên này.", "Choose your name.";
    IS_OURS = "Phiên này được tạo trên máy này: không nhận gói đè lên. Hãy mở gói trên máy của thành viên.",
        "This session was made here; open the pack on a member's device.";
    MY_BOOK = "Sổ phiếu của tôi", "My sheet book";
    HAND_IN = "Nộp phiếu cho thư ký", "Hand in the sheets";
    HAND_IN_LEAD = "Mỗi phiếu đã khóa có một mã QR. Đưa mã cho máy thư ký quét, hoặc lưu mọi phiếu đã khóa thành một tệp.",
        "Each locked sheet has a QR code. Show it to the secretary's device, or save all locked sheets as a file.";
    HAND_IN_FILE = "Lưu các phiếu đã khóa thành tệp", "Save the locked sheets as a file";
    NONE_LOCKED = "Chưa có phiếu nào khóa.", "No sheet is locked.";
    NOT_LOCKED = "chưa khóa", "not locked";
    LOCKED = "đã khóa", "locked";
    SCORE = "Chấm", "Score";
    BEGIN_ROUND = "Chấm lại vòng mới", "Begin a new round";
    BEGIN_ROUND_ASK = "Chỉ chấm lại khi chủ tọa đã mở vòng mới cho sản phẩm này. Phiếu của vòng trước được giữ nguyên.",
        "Only when the chair has opened a new round. The earlier sheet stays.";
    RECUSED = "không chấm", "recused";
    INTAKE = "Nhận phiếu", "Take sheets in";
    INTAKE_LEAD = "Quét mã QR trên máy thành viên, chọn ảnh chụp mã, hoặc mở tệp phiếu. Thứ tự và số lần quét không quan trọng.",
        "Scan codes, choose pictures of codes, or open files. Order and repetition do not matter.";
    PICK_FILE = "Mở tệp phiếu hoặc ảnh chụp mã QR", "Open a file of sheets or a picture of a code";
    PICK_CALL = "Mở ảnh chụp mã điểm danh", "Open a picture of a roll-call code";
    PICK_PACK = "Mở tệp gói hoặc ảnh chụp mã QR", "Open the pack's file or a picture of a code";
    LOOKING = "Đang tìm mã trong ảnh…", "Looking for a code in the picture…";
    CAMERA_ON = "Quét bằng máy ảnh", "Scan with the camera";
    CAMERA_OFF = "Tắt máy ảnh", "Turn the camera off";
    CAMERA_REFUSED = "Trình duyệt không cho dùng máy ảnh. Chụp ảnh mã QR rồi chọn ảnh, hoặc dùng tệp.",
        "The camera is not allowed. Use a picture or a file.";
    CAMERA_NONE = "Máy này không có máy ảnh dùng được. Chọn ảnh chụp mã, hoặc dùng tệp.", "No usable camera here.";
    NO_CODE = "Không thấy mã QR nào trong ảnh. Chụp gần hơn, đủ sáng, cả mã nằm trong ảnh.", "No code in the picture.";
    FINGERPRINT = "Mã đối chiếu", "Fingerprint";
    FINGERPRINT_HELP = "Đọc to tám ký tự này: hai máy có cùng mã là có cùng các phiếu và cùng kết quả.",
        "Read these eight characters aloud: the same code means the same sheets and results.";
    TAKEN = "Các phiếu đã nhận", "Sheets taken in";
    TAKE_IN = "Nhận các phiếu này", "Take these in";
    UNDO = "Hoàn tác lần nhận vừa rồi", "Undo the last intake";
    UNDONE = "Đã hoàn tác lần nhận vừa rồi.", "Undone.";
    NOTHING_NEW = "Mọi phiếu trong tệp đều đã có; không có gì thay đổi.", "Everything is here already.";
    SEVERAL = "Một phiếu có nhiều bản: cần chọn", "Several versions of one sheet";
    SEVERAL_HELP = "Chưa bản nào được tính cho đến khi có người chọn, kèm lý do. Các bản kia vẫn được giữ.",
        "None counts until a person chooses, with a reason. The others are kept.";
    CHOOSE = "Tính bản này", "Count this one";
    DRAFT_HERE = "Trên máy này đang có phiếu chấm dở của cùng thành viên: khóa hoặc xóa trống phiếu đó rồi nhận lại.",
        "A draft of the same sheet is being filled in here.";
    CHAIR = "Bảng chủ tọa", "The chair's board";
    CHAIR_LEAD = "Ba câu hỏi cho từng sản phẩm: đủ phiếu chưa, khác nhau ở đâu, hạng sao chắc đến đâu.",
        "Three questions for each product: complete, apart, firm.";
    COMPLETE = "Đủ phiếu chưa?", "Is it complete?";
    APART = "Khác nhau ở đâu?", "Where do we disagree?";
    FIRM = "Hạng sao chắc đến đâu?", "How firm is the star?";
    ALL_IN = "Đã đủ phiếu.", "All sheets are in.";
    WITHIN = "Mọi cặp thành viên đều trong mức chênh lệch cho phép.", "Every pair is within the limit.";
    TALK = "Thống nhất các tiêu chí này là đưa mọi cặp về trong mức cho phép (ít tiêu chí nhất):",
        "Agreeing on these brings every pair within the limit (the fewest there are):";
    TALK_GREEDY = "Thống nhất các tiêu chí này là đưa mọi cặp về trong mức cho phép:",
        "Agreeing on these brings every pair within the limit:";
    NOT_OPEN_YET = "Điểm chỉ hiện khi mọi thành viên đã khóa phiếu, hoặc chủ tọa mở xem có lý do.",
        "Points are shown when all have locked, or the chair reveals them with a reason.";
    REVEAL = "Mở xem khi chưa đủ phiếu", "Reveal before all are in";
    FIRM_ALONE = "Không bước chấm nào của riêng một thành viên làm đổi hạng sao.", "No single step changes the star.";
    FIRM_WITHOUT = "Bỏ phiếu của bất kỳ một thành viên nào cũng không đổi hạng.", "Leaving any member out changes nothing.";
    AGREEMENT = "Mức độ thống nhất của hội đồng", "How well the council agrees";
    BEARINGS = "Từng thành viên so với các thành viên khác", "Each member against the others";
    SEVERITY = "Chấm cao hoặc thấp hơn", "Milder or stricter";
    DRIFT = "Thay đổi trong phiên", "Drift";
    COUNCIL_LINK = "Hội đồng, điểm danh, nhật ký", "Council, attendance, log";
}

/// The banner of a member's device.
pub fn belongs(member: &str, session: &str) -> String {
    const BELONGS: Text = Text { vi: "Máy của {} · {}", en: "Device of {} · {}" };
    BELONGS.fill(&[member, session])
}

/// The session is open since this time.
pub fn open_since(time: &str, present: usize) -> String {
    const OPEN: Text = Text {
        vi: "Đang họp từ {}; {} thành viên chấm điểm có mặt khi khai mạc.",
        en: "Open since {}; {} present.",
    };
    OPEN.fill(&[time, &present.to_string()])
}

/// Frames that were seen.
pub fn part(have: usize, of: usize) -> String {
    const PART: Text = Text {
        vi: "Đã thấy {}/{} phần của mã. Giữ máy ảnh cho đến khi đủ.",
        en: "{} of {} parts seen.",
    };
    PART.fill(&[&have.to_string(), &of.to_string()])
}

/// Which frame of a loop is shown.
pub fn frame(at: usize, of: usize) -> String {
    const FRAME: Text = Text { vi: "Phần {}/{}, tự chuyển", en: "Part {} of {}" };
    FRAME.fill(&[&at.to_string(), &of.to_string()])
}

/// A round's number.
pub fn round(number: u16) -> String {
    const ROUND: Text = Text { vi: "vòng {}", en: "round {}" };
    ROUND.fill(&[&number.to_string()])
}

/// What an intake came to; only what there is.
pub fn taken(taken: usize, known: usize, stale: usize, refused: usize, several: usize) -> String {
    const TAKEN: Text = Text { vi: "{} phiếu mới", en: "{} new" };
    const KNOWN: Text = Text { vi: "{} phiếu đã có", en: "{} known" };
    const STALE: Text = Text { vi: "{} bản cũ, đã có bản thay thế", en: "{} stale" };
    const REFUSED: Text = Text { vi: "{} phiếu không nhận được", en: "{} refused" };
    const SEVERAL: Text = Text { vi: "{} phiếu có nhiều bản cần chọn", en: "{} to choose" };
    let counts = [(TAKEN, taken), (KNOWN, known), (STALE, stale), (REFUSED, refused), (SEVERAL, several)];
    let there = counts.iter().filter(|(_, count)| *count > 0).map(|(words, count)| words.fill(&[&count.to_string()]));
    let there: Vec<String> = there.collect();
    if there.is_empty() { NOTHING_NEW.get().to_owned() } else { [&there.join(", "), "."].concat() }
}

/// Sheets whose signatures do not hold.
pub fn forged(count: usize) -> String {
    const FORGED: Text = Text {
        vi: "{} phiếu trong tệp có chữ ký không khớp: đã bị sửa sau khi ký, không nhận.",
        en: "{} sheets were changed after they were signed; not taken.",
    };
    FORGED.fill(&[&count.to_string()])
}

/// A sheet was taken in. Its points stay unsaid: the hall may see this screen before all have locked.
pub fn taken_one(member: &str, product: &str) -> String {
    const ONE: Text = Text { vi: "Đã nhận phiếu của {}: {}.", en: "Taken: {}, {}." };
    ONE.fill(&[member, product])
}

/// A version of a sheet.
pub fn version(total: i32, locked: &str) -> String {
    const VERSION: Text = Text { vi: "{} điểm, khóa lúc {}", en: "{} points, locked at {}" };
    VERSION.fill(&[&total.to_string(), locked])
}

/// Sheets that are in.
pub fn sheets_in(have: usize, of: usize) -> String {
    const IN: Text = Text { vi: "{}/{} phiếu", en: "{} of {} sheets" };
    IN.fill(&[&have.to_string(), &of.to_string()])
}

/// Distance to an edge.
pub fn edge(points: &str, edge: i32, is_above: bool) -> String {
    const ABOVE: Text = Text { vi: "Trên ngưỡng {} là {} điểm.", en: "Above {} by {}." };
    const BELOW: Text = Text { vi: "Còn thiếu {} điểm nữa là tới ngưỡng {}.", en: "{} below {}." };
    if is_above { ABOVE.fill(&[&edge.to_string(), points]) } else { BELOW.fill(&[points, &edge.to_string()]) }
}

/// What leaving a member out would do.
pub fn without(member: &str, stars: &str) -> String {
    const WITHOUT: Text = Text { vi: "Không tính phiếu của {}: {}.", en: "Without {}: {}." };
    WITHOUT.fill(&[member, stars])
}

/// What one step would do.
pub fn step(criterion: &str, member: &str, is_up: bool, stars: &str) -> String {
    const UP: Text =
        Text { vi: "Tiêu chí {}: {} chấm cao hơn một bậc thì {}.", en: "{}: {} one step up: {}." };
    const DOWN: Text =
        Text { vi: "Tiêu chí {}: {} chấm thấp hơn một bậc thì {}.", en: "{}: {} one step down: {}." };
    (if is_up { UP } else { DOWN }).fill(&[criterion, member, stars])
}

/// A minimum mark and how far it is.
pub fn mark(criterion: &str, star: u8, need: i32, distance: &str, is_missed: bool) -> String {
    const MISSED: Text = Text {
        vi: "Tiêu chí {}, mức {} sao cần {} điểm: còn thiếu {}.",
        en: "{}: {} stars need {}: {} missing.",
    };
    const MET: Text =
        Text { vi: "Tiêu chí {}, mức {} sao cần {} điểm: hơn {}.", en: "{}: {} stars need {}: {} above." };
    (if is_missed { MISSED } else { MET }).fill(&[criterion, &star.to_string(), &need.to_string(), distance])
}

/// A statistic with what it means.
pub fn agreement(icc: Option<i64>, alpha: Option<i64>) -> String {
    const NONE: Text =
        Text { vi: "Chưa đủ phiếu để đo mức độ thống nhất.", en: "Not enough sheets to measure." };
    const FOUND: Text = Text {
        vi: "Các thành viên thống nhất {}. ICC(2,1) = {}; alpha của Krippendorff = {} (1 là hoàn toàn thống nhất).",
        en: "Agreement is {}. ICC(2,1) = {}; Krippendorff's alpha = {} (1 is perfect).",
    };
    let shown = |value: i64| {
        let sign = if value < 0 { "−" } else { "" };
        format!("{sign}{},{:03}", value.abs() / 1000, value.abs() % 1000)
    };
    let (Some(icc), Some(alpha)) = (icc, alpha) else { return NONE.get().to_owned() };
    // Koo & Li (2016): below 0.5 poor, to 0.75 moderate, to 0.9 good, above excellent.
    let words: Text = match icc {
        900.. => Text { vi: "rất cao", en: "excellent" },
        750.. => Text { vi: "cao", en: "good" },
        500.. => Text { vi: "vừa phải", en: "moderate" },
        _ => Text { vi: "thấp", en: "poor" },
    };
    FOUND.fill(&[words.get(), &shown(icc), &shown(alpha)])
}
