//! Texts of the rule-change simulator.

use super::{Text, people, texts};

texts! {
    TITLE = "Thử theo quy định mới", "Under the new rules";
    LEAD = "Đọc lại các phiếu theo bộ tiêu chí đang có hiệu lực: chỉ để chuẩn bị, không phải kết quả đánh giá.",
        "The sheets read under the criteria in force: for preparation, never a result.";
    SAME_DECISION = "Phiên này đã dùng quyết định đang có hiệu lực.", "This session used the decision in force already.";
    WHOSE = "Phiếu của", "Sheet of";
    NO_SHEET = "Chưa có phiếu.", "No sheet yet.";
    CHOOSE_SET = "Bộ sản phẩm theo quy định mới", "Set under the new decision";
    CHOOSE = "Chọn bộ…", "Choose a set…";
    NO_SET = "Không có bộ tương ứng rõ ràng: hãy chọn bộ.", "No clear counterpart: please choose a set.";
    MARKS = "Mức tối thiểu chưa chắc đạt", "Minimum marks not surely met";
    DROPPED = "Tiêu chí không còn", "Criteria that are gone";
    LINES = "Từng tiêu chí", "Criterion by criterion";
    CRITERION = "Tiêu chí mới", "New criterion";
    BEFORE = "Điểm cũ", "Before";
    AFTER = "Điểm mới", "After";
    MAXIMUM = "Tối đa", "At most";
    NO_OPTION = "phương án đã đổi: cần xem lại", "the option changed: please look";
    NEW = "tiêu chí mới", "new criterion";
    NOT_SCORED = "chưa chấm", "not scored";
    WAITS = "không áp dụng", "does not apply";
}

/// What a sheet comes to: before, and the range after.
pub fn range(before: i32, least: i32, most: i32) -> String {
    const RANGE: Text = Text { vi: "{} điểm → từ {} đến {} điểm", en: "{} points → {} to {} points" };
    const EXACT: Text = Text { vi: "{} điểm → {} điểm", en: "{} points → {} points" };
    if least == most {
        EXACT.fill(&[&before.to_string(), &least.to_string()])
    } else {
        RANGE.fill(&[&before.to_string(), &least.to_string(), &most.to_string()])
    }
}

/// The range of stars.
pub fn stars(least: u8, most: u8) -> String {
    const RANGE: Text = Text { vi: "từ {} đến {}", en: "{} to {}" };
    if least == most { people::stars(least) } else { RANGE.fill(&[&people::stars(least), &people::stars(most)]) }
}

/// A mark that is missed or open.
pub fn mark(star: u8, name: &str, need: i32, points: Option<i32>, was_missed: bool) -> String {
    const MISSED: Text = Text { vi: "{}: {} cần từ {} điểm, được {}", en: "{}: {} needs {} points, has {}" };
    const OPEN: Text = Text { vi: "{}: {} cần từ {} điểm, chưa rõ", en: "{}: {} needs {} points, open" };
    const BEFORE: Text = Text { vi: " (trước đây cũng chưa đạt)", en: " (missed before, too)" };
    let (star, need) = (people::stars(star), need.to_string());
    let text = match points {
        Some(points) => MISSED.fill(&[&star, name, &need, &points.to_string()]),
        None => OPEN.fill(&[&star, name, &need]),
    };
    if was_missed { [&text, BEFORE.get()].concat() } else { text }
}

/// Points on criteria that are gone.
pub fn dropped(points: i32) -> String {
    const DROPPED: Text = Text { vi: "mất {} điểm", en: "{} points lost" };
    DROPPED.fill(&[&points.to_string()])
}

/// What was chosen under the old criteria.
pub fn was(words: &str) -> String {
    const WAS: Text = Text { vi: " Trước đây chọn: {}", en: " Chosen before: {}" };
    WAS.fill(&[words])
}
