//! Texts of results.

use super::{Text, people, texts};
use crate::domain::council::Outcome;
use crate::domain::points::Mean;
use crate::domain::session::Level;

texts! {
    PRODUCT = "Sản phẩm", "Product";
    SHEETS = "Phiếu", "Sheets";
    MEAN = "Trung bình", "Mean";
    RANK = "Hạng", "Rank";
    CONCLUSION = "Kết luận", "Conclusion";
    REASON = "Vì sao", "Why";
    EXACT = "Giá trị chính xác", "Exact value";
    MISSING = "Chưa đủ phiếu đã khóa", "Locked sheets are missing";
    BY_MEMBER = "Từng thành viên so với trung bình", "Each member against the mean";
    MEMBER = "Thành viên", "Member";
    POINTS = "Điểm", "Points";
    DIFFERENCE = "So với trung bình", "Against the mean";
    APART = "còn chênh lệch cần thảo luận", "a gap is still to be discussed";
    GAPS = "Chênh lệch vượt mức của hội đồng: cần thảo luận, chấm lại", "Beyond the council's limit: discuss and score again";
    CHART = "Điểm của từng thành viên và trung bình, với các ngưỡng 30, 50, 70, 90",
        "Each member's points and the mean, with the thresholds 30, 50, 70, 90";
    NOTHING_YET = "Chưa có phiếu nào khóa. Kết quả chỉ tính từ các phiếu đã khóa.",
        "No sheet is locked yet. Only locked sheets count.";
    RULE_FOUND_BY = "Ghi nhận trường hợp loại hoặc dừng đánh giá", "An eliminate or stop rule was found by";
    STT = "STT", "No.";
    RESULTS_CAPTION = "Kết quả theo sản phẩm", "Results by product";
    PRODUCER = "Chủ thể", "Producer";
    AGREED = "Mức hội đồng thống nhất (để xét mức tối thiểu)", "Levels the council agreed on";
    AGREE = "Ghi mức hội đồng thống nhất", "Enter the level agreed on";
    AGREE_HELP = "Chỉ dùng để xét mức tối thiểu (dấu sao); điểm của từng phiếu và tổng điểm không đổi.",
        "For the minimum marks alone; points and totals stay.";
    BY_MEAN = "Theo điểm trung bình", "By the mean";
    COMMUNE = "Địa chỉ", "Address";
}

/// What follows, in words.
pub fn conclusion(outcome: Outcome, stars: u8, level: Level) -> String {
    const RECOGNISE: Text =
        Text { vi: "Đủ điều kiện đề nghị công nhận {}", en: "Meets the conditions for {}" };
    const NOT: Text = Text { vi: "{}: không cấp giấy chứng nhận", en: "{}: no certificate" };
    const TO_CENTRE: Text =
        Text { vi: "Đề nghị trung ương đánh giá 5 sao", en: "Proposed to the centre for 5 stars" };
    const TO_PROVINCE: Text = Text { vi: "Chuyển hội đồng cấp tỉnh", en: "Sent to the provincial council" };
    const TO_DISTRICT: Text = Text {
        vi: "Chuyển lại huyện: hạng 3 sao do cấp huyện công nhận (Quyết định 148/QĐ-TTg)",
        en: "Back to the district, which recognises 3 stars (148/QĐ-TTg)",
    };
    const BACK: Text = Text {
        vi: "Chuyển lại tỉnh: Chủ tịch UBND tỉnh công nhận 3–4 sao theo kết quả này hoặc tổ chức đánh giá",
        en: "Back to the province, which may recognise 3–4 stars on this result or evaluate again",
    };
    const ELIMINATED: Text = Text { vi: "Bị loại hoặc dừng đánh giá", en: "Eliminated or stopped" };
    const DISPUTED: Text = Text {
        vi: "Hội đồng cần kết luận: chỉ một số phiếu ghi nhận bị loại hoặc dừng",
        en: "The council has to conclude: only some sheets say eliminated or stopped",
    };
    match outcome {
        Outcome::Incomplete => MISSING.get().to_owned(),
        Outcome::RuleDisputed => DISPUTED.get().to_owned(),
        Outcome::Eliminated => ELIMINATED.get().to_owned(),
        Outcome::NotRecognised => NOT.fill(&[&people::stars(stars)]),
        Outcome::Recognise => RECOGNISE.fill(&[&people::stars(stars)]),
        Outcome::ProposeHigher if level == Level::District => TO_PROVINCE.get().to_owned(),
        Outcome::ProposeHigher => TO_CENTRE.get().to_owned(),
        Outcome::ReturnLower if level == Level::Province => TO_DISTRICT.get().to_owned(),
        Outcome::ReturnLower => BACK.get().to_owned(),
    }
}

/// `theo điểm đạt 4 sao`.
pub fn by_points(band: u8) -> String {
    const BY_POINTS: Text = Text { vi: "theo điểm đạt {}", en: "{} by points" };
    BY_POINTS.fill(&[&people::stars(band)])
}

/// A missed minimum mark: which criterion, how much is needed, how much is missing.
pub fn failed(number: &str, title: &str, star: u8, need: i32, mean: Mean, is_agreed: bool) -> String {
    const BY_LEVEL: Text = Text {
        vi: "{} {}: {} cần từ {} điểm, mức thống nhất {}, còn thiếu {}",
        en: "{} {}: {} needs {} points, agreed level {}, short by {}",
    };
    const FAILED: Text = Text {
        vi: "{} {}: {} cần từ {} điểm, trung bình {}, còn thiếu {}",
        en: "{} {}: {} needs {} points, mean {}, short by {}",
    };
    let short = Mean::whole(need).minus(mean);
    let missing = if short.is_exact_in_hundredths() {
        super::mean(short)
    } else {
        // Cut off, the rest would look smaller than it is.
        super::hundredths(short.hundredths() + 1)
    };
    let words = if is_agreed { BY_LEVEL } else { FAILED };
    words.fill(&[number, title, &people::stars(star), &need.to_string(), &super::mean(mean), &missing])
}

/// The level that the council agreed on for a criterion.
pub fn agreed(number: &str, title: &str, level: &str) -> String {
    [number, " ", title, ": ", level].concat()
}

/// An option with its points: `2 điểm – có hợp đồng`.
pub fn level(points: i32, option: &str) -> String {
    const LEVEL: Text = Text { vi: "{} điểm – {}", en: "{} points – {}" };
    LEVEL.fill(&[&points.to_string(), option])
}

/// Two members too far apart.
pub fn gap(high: &str, low: &str, points: i32) -> String {
    const GAP: Text = Text { vi: "{} và {}: chênh {} điểm", en: "{} and {}: {} points apart" };
    GAP.fill(&[high, low, &points.to_string()])
}

/// Whose sheet is missing.
pub fn missing(member: &str, unanswered: usize, begun: bool) -> String {
    const NOT_BEGUN: Text = Text { vi: "{}: chưa chấm", en: "{}: not begun" };
    const OPEN: Text = Text { vi: "{}: còn {} mục", en: "{}: {} items open" };
    const NOT_LOCKED: Text = Text { vi: "{}: đã chấm đủ, chưa khóa phiếu", en: "{}: complete, not locked" };
    match (begun, unanswered) {
        (false, _) => NOT_BEGUN.fill(&[member]),
        (true, 0) => NOT_LOCKED.fill(&[member]),
        (true, open) => OPEN.fill(&[member, &open.to_string()]),
    }
}

/// `5/5 phiếu`.
pub fn sheets(locked: usize, all: usize) -> String {
    [&locked.to_string(), "/", &all.to_string()].concat()
}

/// A difference with its sign: `+1,20`, `-0,80`.
pub fn difference(points: Mean) -> String {
    let hundredths = points.hundredths();
    let text = super::hundredths(hundredths);
    if hundredths > 0 { ["+", &text].concat() } else { text }
}
