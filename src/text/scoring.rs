//! Texts of the scoring sheet.

use super::{Text, texts};
use crate::domain::criteria::Effect;
use crate::ledger::Refusal;

texts! {
    NONE_MET = "Không đạt phương án nào", "None of the options is met";
    NOTE = "Ghi chú", "Note";
    NOTE_PLACEHOLDER = "Lý do, chỗ cần hỏi thêm…", "Reason, open questions…";
    TOTAL = "Tổng", "Total";
    BY_POINTS = "theo điểm", "by points";
    HELD_BY = "Còn vướng mức tối thiểu", "Held down by minimum marks";
    NEXT_OPEN = "Mục tiếp theo", "Next item";
    ALL_ANSWERED = "Đã chấm đủ các mục", "All items are scored";
    READ_AND_LOCK = "Đọc lại và khóa phiếu", "Read back and lock";
    LOCK = "Khóa phiếu", "Lock the sheet";
    LOCKED = "Phiếu đã khóa", "The sheet is locked";
    REOPEN = "Mở lại phiếu", "Reopen the sheet";
    REOPEN_REASON = "Lý do mở lại (được lưu cùng phiếu)", "Reason for reopening (kept with the sheet)";
    READ_BACK = "Đọc lại phiếu", "Read back the sheet";
    READ_BACK_HELP = "Đọc lại từng mục. Sau khi khóa, phiếu mới được tính vào kết quả; mở lại phải ghi lý do.",
        "Read every item again. Only a locked sheet counts; reopening asks for a reason.";
    KEEP_SCORING = "Chấm tiếp", "Keep scoring";
    OPINION = "Ý kiến của người đánh giá", "Opinion of the evaluator";
    PREVIOUS_PRODUCT = "Sản phẩm trước", "Previous product";
    NEXT_PRODUCT = "Sản phẩm sau", "Next product";
    SECTIONS = "Các phần", "Sections";
    FOUND = "Có trường hợp này", "This holds";
    FOUND_REASON = "Căn cứ của người chấm", "The member's grounds";
    FOUND_CONFIRM = "Ghi nhận", "Record it";
    FOUND_TAKE_BACK = "Bỏ ghi nhận", "Take it back";
    NOT_SCORED = "chưa chấm", "not scored";
    RULE_HOLDS = "Đã ghi nhận trường hợp loại hoặc dừng đánh giá", "An eliminate or stop rule has been recorded";
    PRINT_SHEET = "In phiếu", "Print the sheet";
    STAR_HELP = "Dấu sao là yêu cầu tối thiểu phải đạt theo các cấp độ sao (★★★ – 3 sao; ★★★★ – 4 sao; ★★★★★ – 5 sao)",
        "A star mark is the least a product must reach for that number of stars";
    SET_DOUBTS = "Bộ tiêu chí này còn điểm cần đối chiếu với bản ký", "This set has cells to compare with the signed copy";
    SET_INCOMPLETE = "Dữ liệu của bộ này chưa đủ (điểm các phần cộng lại chưa bằng 100): chưa dùng để chấm chính thức",
        "The data of this set is incomplete: not for official scoring";
}

/// `0–3 điểm`.
pub fn range(max: i32) -> String {
    const RANGE: Text = Text { vi: "tối đa {} điểm", en: "at most {} points" };
    RANGE.fill(&[&max.to_string()])
}

/// `12/32 mục`.
pub fn progress(done: usize, all: usize) -> String {
    const PROGRESS: Text = Text { vi: "{}/{} mục", en: "{} of {} items" };
    PROGRESS.fill(&[&done.to_string(), &all.to_string()])
}

/// What stands before the decision's words of a rule.
pub fn rule(effect: Effect) -> Text {
    match effect {
        Effect::Eliminate => Text { vi: "Bị loại nếu: ", en: "Out if: " },
        Effect::Stop => {
            Text { vi: "Không đánh giá các bước tiếp theo nếu: ", en: "No further evaluation if: " }
        }
    }
}

/// Before the rule above the table.
pub const DOSSIER_RULE: Text = Text { vi: "Hồ sơ bị loại khi: ", en: "The dossier is out when: " };

/// A criterion that does not count now, with the decision's condition.
pub fn gate_closed(condition: &str) -> String {
    const CLOSED: Text =
        Text { vi: "Chỉ áp dụng khi: {}. Mục này tính 0 điểm.", en: "Only when: {}. Counts 0 points." };
    CLOSED.fill(&[condition])
}

/// `4.1 cần từ 3 điểm (★★★★)`.
pub fn needs(number: &str, need: i32, star: u8) -> String {
    const NEEDS: Text = Text { vi: "{} cần từ {} điểm ({})", en: "{} needs {} points ({})" };
    NEEDS.fill(&[number, &need.to_string(), super::people::star_mark(star)])
}

/// How many items are still open.
pub fn still_open(count: usize) -> String {
    const OPEN: Text = Text { vi: "Còn {} mục chưa chấm", en: "{} items are not scored" };
    OPEN.fill(&[&count.to_string()])
}

/// Locked at a time.
pub fn locked_at(moment: crate::domain::moment::Moment) -> String {
    const AT: Text = Text { vi: "Phiếu đã khóa lúc {}", en: "Locked at {}" };
    AT.fill(&[&super::date_and_time(moment)])
}

/// A doubt of the data, by the criterion or part it names.
pub fn doubt(number: &str) -> String {
    const AT: Text = Text {
        vi: "Mục {}: cần đối chiếu với bản ký của quyết định. ",
        en: "Item {}: compare with the signed decision. ",
    };
    const WHOLE: Text = Text {
        vi: "Cần đối chiếu với bản ký của quyết định. ",
        en: "Compare with the signed decision. ",
    };
    let is_number = number.len() <= 6 && number.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '.');
    if is_number && !number.is_empty() { AT.fill(&[number]) } else { WHOLE.get().to_owned() }
}

/// Why an act on the sheet was not done.
pub fn refused(refusal: &Refusal) -> String {
    const LOCKED_NOW: Text = Text {
        vi: "Phiếu đã khóa nên không sửa được. Mở lại phiếu nếu cần sửa.",
        en: "The sheet is locked. Reopen it to change it.",
    };
    const NOT_LOCKED: Text = Text { vi: "Phiếu chưa khóa.", en: "The sheet is not locked." };
    const NOT_THERE: Text = Text {
        vi: "Phiên, thành viên hoặc sản phẩm này không còn trên máy.",
        en: "The session, member or product is no longer here.",
    };
    const NOT_OFFERED: Text = Text {
        vi: "Bộ tiêu chí không có phương án này; chưa ghi gì.",
        en: "The criteria set does not offer this; nothing was recorded.",
    };
    const REASON: Text = Text { vi: "Cần ghi lý do.", en: "A reason is needed." };
    const NO_SCORER: Text = Text {
        vi: "Người này không chấm điểm trong hội đồng.",
        en: "This person does not score in the council.",
    };
    match refusal {
        Refusal::Locked => LOCKED_NOW.get().to_owned(),
        Refusal::NotLocked => NOT_LOCKED.get().to_owned(),
        Refusal::NotThere => NOT_THERE.get().to_owned(),
        Refusal::NotOffered => NOT_OFFERED.get().to_owned(),
        Refusal::ReasonMissing => REASON.get().to_owned(),
        Refusal::DoesNotScore => NO_SCORER.get().to_owned(),
        Refusal::Unanswered(count) => still_open(*count),
    }
}
