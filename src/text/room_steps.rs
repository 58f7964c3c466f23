//! Texts of the steps of a session's day.

use super::{Text, texts};

texts! {
    STEPS = "Các bước của phiên", "The steps of the session";
    NEXT = "Việc tiếp theo", "What comes next";
    DONE = "xong: ", "done: ";
    HAND_OUT = "Phát gói phiên", "Pack";
    OPEN = "Điểm danh, khai mạc", "Roll-call, opening";
    PAPERS = "Biên bản, văn bản", "Papers";
    NEXT_HAND_OUT = "Phát gói phiên cho máy của từng thành viên", "Hand the pack out";
    NEXT_OPEN = "Điểm danh thành viên và khai mạc phiên", "Call the roll and open the session";
    NEXT_DISCUSS = "Đã đủ phiếu: xem bảng chủ tọa, thảo luận chênh lệch", "All are in: see the chair's board and discuss";
    TO_CLOSE = "Thảo luận xong: bế mạc phiên", "Discussed: close the session";
    TO_ROUND = "Cần chấm lại: mở vòng chấm mới", "To be scored again: open a round";
    CLOSED = "Phiên đã bế mạc", "The session is closed";
    REOPEN = "Mở lại phiên", "Open it again";
    REOPEN_REASON = "Lý do mở lại (ghi vào biên bản)", "Reason (for the minutes)";
    NOT_ALL_IN = "Chưa xong. ", "Still open. ";
    SEEN_EARLIER = "✓ đã điểm danh trước đó (quét lại để xem tình trạng)", "✓ seen earlier (scan again for its state)";
    NO_BEARINGS = "Chưa có sản phẩm nào đủ phiếu để so sánh.", "No product is complete yet.";
    SIGNATURE_HINT = "Máy này chưa điểm danh (máy dự phòng, máy khác): mở trang Phát gói phiên, quét mã điểm danh của máy đó, rồi nhận lại phiếu.",
        "This device was not paired: scan its roll-call code on the page of the pack, then take the sheets in again.";
    NOT_TAKEN = "Không nhận được", "Not taken";
    CALL_FIRST = "Cho thư ký quét mã điểm danh của máy này trước khi nộp phiếu.", "Have the roll-call code scanned before handing in.";
    SEE_SHEET = "Xem phiếu", "See the sheet";
    CONTINUE = "Chấm tiếp", "Continue";
    BOOK_DONE = "Đã khóa đủ phiếu: đưa mã QR từng phiếu cho thư ký quét, hoặc lưu tệp.",
        "All are locked: show each code to the secretary, or save the file.";
    NO_SESSION = "Tệp này của một phiên không có trên máy này. Hãy mở tệp trên máy của thư ký phiên đó; nếu đây là máy của thư ký, đưa tệp phiên vào máy trước.",
        "The file belongs to a session that is not on this device. Open it on that session's secretary's device.";
    MEMBERS_DEVICE = "Máy này là sổ phiếu của thành viên; tệp phiếu phải mở trên máy của thư ký.",
        "This device is a member's sheet book; sheets are opened on the secretary's device.";
    ROUND_ASKED = "Chủ tọa mở vòng chấm mới cho sản phẩm này?", "Has the chair opened a new round?";
}

/// The step that takes sheets in, with how many there are.
pub fn take_in(have: usize, of: usize) -> String {
    const TAKE_IN: Text = Text { vi: "Nhận phiếu {}/{}", en: "Sheets {}/{}" };
    TAKE_IN.fill(&[&have.to_string(), &of.to_string()])
}

/// Paper sheets that wait.
pub fn paper_waits(count: usize) -> String {
    const WAITS: Text = Text { vi: "Phiếu giấy ({} chờ đối chiếu)", en: "Paper ({} waiting)" };
    WAITS.fill(&[&count.to_string()])
}

/// Sheets with several versions.
pub fn next_choose(count: usize) -> String {
    const CHOOSE: Text =
        Text { vi: "Chọn bản được tính cho {} phiếu có nhiều bản", en: "choose for {} sheets" };
    CHOOSE.fill(&[&count.to_string()])
}

/// Paper sheets for the second person.
pub fn next_check(count: usize) -> String {
    const CHECK: Text =
        Text { vi: "Người thứ hai đối chiếu {} phiếu giấy", en: "{} paper sheets to check" };
    CHECK.fill(&[&count.to_string()])
}

/// Sheets to come.
pub fn next_take_in(count: usize) -> String {
    const TAKE_IN: Text =
        Text { vi: "Nhận phiếu của thành viên, còn {} phiếu", en: "Take sheets in: {} to come" };
    TAKE_IN.fill(&[&count.to_string()])
}

/// Sheets that never came.
pub fn missing(count: usize) -> String {
    const MISSING: Text = Text { vi: "Còn thiếu {} phiếu", en: "{} sheets are missing" };
    MISSING.fill(&[&count.to_string()])
}

/// A member whose sheet of a later round is missing.
pub fn in_round(member: &str, round: u16) -> String {
    const ROUND: Text = Text { vi: "{} (vòng {})", en: "{} (round {})" };
    ROUND.fill(&[member, &round.to_string()])
}

/// Whose sheets a file holds, and how many.
pub fn from(member: &str, count: usize) -> String {
    const FROM: Text = Text { vi: "{}: {} phiếu", en: "{}: {} sheets" };
    FROM.fill(&[member, &count.to_string()])
}

/// How many of the own sheets are locked.
pub fn own_locked(locked: usize, of: usize) -> String {
    const LOCKED: Text = Text { vi: "Đã khóa {}/{} phiếu.", en: "{} of {} sheets locked." };
    LOCKED.fill(&[&locked.to_string(), &of.to_string()])
}

/// A product to choose, with how many of its sheets are in.
pub fn product_with(name: &str, have: usize, of: usize) -> String {
    const PRODUCT: Text = Text { vi: "{} – {}/{} phiếu", en: "{} – {}/{} sheets" };
    PRODUCT.fill(&[name, &have.to_string(), &of.to_string()])
}

/// A minimum mark that is met with nothing to spare.
pub fn just_met(criterion: &str, star: u8, need: i32) -> String {
    const MET: Text = Text {
        vi: "Tiêu chí {}, mức {} sao cần {} điểm: vừa đủ.",
        en: "{}: {} stars need {}: just met.",
    };
    MET.fill(&[criterion, &star.to_string(), &need.to_string()])
}

/// Where versions of a sheet differ.
pub fn differ(numbers: &str) -> String {
    const DIFFER: Text = Text { vi: "Khác nhau ở: {}.", en: "They differ at: {}." };
    DIFFER.fill(&[numbers])
}

/// The session was closed then.
pub fn closed_at(time: &str) -> String {
    const CLOSED_AT: Text = Text { vi: "Phiên đã bế mạc lúc {}.", en: "Closed at {}." };
    CLOSED_AT.fill(&[time])
}
