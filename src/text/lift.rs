//! Texts of "lên hạng sao".

use super::{Text, people, texts};
use crate::domain::lift::Obstacle;

texts! {
    TITLE = "Lên hạng sao", "To the next star";
    NEXT = "Hạng tiếp theo", "Next star";
    LEAD = "Ít nhất phải nâng những tiêu chí nào để phiếu này lên hạng. Chỉ là bài tính trên phiếu này, không phải kết quả đánh giá.",
        "The least that has to be raised on this sheet for the next star. An exercise on this sheet, not a result.";
    TARGET = "Hạng muốn đạt", "Star to reach";
    REACHED = "Phiếu này đã đạt hạng đó.", "This sheet has that star already.";
    IMPOSSIBLE = "Không thể đạt hạng này bằng cách nâng các phương án. Vì:", "No change of answers reaches that star:";
    FIXED = "Tiêu chí giữ nguyên", "Criteria that stay";
    FIX = "Tiêu chí này không thể thay đổi", "This criterion cannot change";
    UNFIX = "Cho phép thay đổi", "May change";
    NOW = "Hiện nay", "Now";
    THEN = "Nâng lên", "Raise to";
    NOT_SCORED = "chưa chấm (tính 0 điểm)", "not scored (counts 0)";
    NONE_MET = "không đạt phương án nào", "none of the options";
    LIFTS_RULE = "thoát trường hợp loại hoặc dừng đánh giá", "lifts an eliminate or stop rule";
    EVIDENCE = "Minh chứng thường cần", "Evidence usually needed";
    EVIDENCE_HELP = "Minh chứng nêu ở đây là gợi ý từ hướng dẫn của một địa phương, không phải nội dung của quyết định và có thể khác theo từng tỉnh.",
        "The evidence named here is advice of one local system, not part of the decision.";
    BACK = "Về phiếu", "Back to the sheet";
    SMALLEST = "Phương án", "Plans";
    COUNCIL_NOTE = "Với kết quả của hội đồng, hãy tính trên phiếu của một thành viên hoặc phiếu tự chấm: điểm trung bình không cho biết ai cần nâng mức nào.",
        "For a council's result, use one member's sheet or the self-check: a mean does not say whose answer has to rise.";
}

/// Where the sheet stands.
pub fn standing(points: i32, stars: u8) -> String {
    const STANDING: Text = Text { vi: "Phiếu này: {} điểm, xét {}.", en: "This sheet: {} points, {}." };
    STANDING.fill(&[&points.to_string(), &people::stars(stars)])
}

/// The price of the cheapest plans, and how many there are.
pub fn price(criteria: usize, steps: u32, count: u64) -> String {
    const ONE: Text = Text {
        vi: "Ít nhất {} tiêu chí, {} bậc. Có một phương án.",
        en: "{} criteria, {} steps. One plan.",
    };
    const MANY: Text = Text {
        vi: "Ít nhất {} tiêu chí, {} bậc. Có {} phương án ngang nhau.",
        en: "{} criteria, {} steps. {} plans at this price.",
    };
    let text = if count == 1 { ONE } else { MANY };
    text.fill(&[&criteria.to_string(), &steps.to_string(), &count.to_string()])
}

/// Not all plans are listed.
pub fn first_of(shown: usize) -> String {
    const FIRST: Text = Text { vi: "Chỉ liệt kê {} phương án đầu.", en: "Only the first {} are listed." };
    FIRST.fill(&[&shown.to_string()])
}

/// The heading of a plan.
pub fn plan(number: usize, total: i32) -> String {
    const PLAN: Text = Text { vi: "Phương án {}: đạt {} điểm", en: "Plan {}: {} points" };
    PLAN.fill(&[&number.to_string(), &total.to_string()])
}

/// What a raise adds.
pub fn gain(points: i32, steps: u32) -> String {
    const GAIN: Text = Text { vi: "+{} điểm, {} bậc", en: "+{} points, {} steps" };
    GAIN.fill(&[&points.to_string(), &steps.to_string()])
}

/// A mark that a raise meets.
pub fn meets(star: u8) -> String {
    const MEETS: Text = Text { vi: "đạt mức tối thiểu {}", en: "meets the minimum for {}" };
    MEETS.fill(&[&people::stars(star)])
}

/// A criterion counts again.
pub fn counts_again(number: &str, title: &str, points: i32) -> String {
    const AGAIN: Text = Text { vi: "{} {}: được tính lại, +{} điểm", en: "{} {}: counts again, +{} points" };
    AGAIN.fill(&[number, title, &points.to_string()])
}

/// An option with its points.
pub fn option(text: &str, points: i32) -> String {
    const OPTION: Text = Text { vi: "{} ({} điểm)", en: "{} ({} points)" };
    OPTION.fill(&[text, &points.to_string()])
}

/// Why a star cannot be reached; `name` gives number and title of a leaf.
pub fn obstacle(obstacle: Obstacle, name: &dyn Fn(usize) -> String) -> String {
    const DOSSIER: Text =
        Text { vi: "Đã ghi nhận hồ sơ thuộc trường hợp bị loại.", en: "The dossier was found out." };
    const FOUND: Text = Text {
        vi: "{}: đã ghi nhận trường hợp loại hoặc dừng đánh giá.",
        en: "{}: an eliminate or stop rule was found to hold.",
    };
    const MARK: Text =
        Text { vi: "{}: cần từ {} điểm, cao nhất chỉ được {}.", en: "{}: needs {} points, {} at most." };
    const MARK_FIXED: Text = Text {
        vi: "{}: cần từ {} điểm, nhưng đang giữ nguyên nên chỉ được {}.",
        en: "{}: needs {} points, kept fixed at {}.",
    };
    const ZERO: Text = Text {
        vi: "{}: 0 điểm ở đây làm dừng hoặc loại, mà không nâng được.",
        en: "{}: 0 points here end the evaluation, and it cannot be raised.",
    };
    const TOTAL: Text =
        Text { vi: "Tổng cao nhất chỉ {} điểm, cần {}.", en: "{} points at most, {} are wanted." };
    const TOTAL_FIXED: Text = Text {
        vi: "Tổng cao nhất chỉ {} điểm, cần {}; nếu không giữ nguyên tiêu chí nào thì được đến {}.",
        en: "{} points at most, {} are wanted; {} if nothing stayed fixed.",
    };
    let number = |points: i32| points.to_string();
    match obstacle {
        Obstacle::RuleFound(None) => DOSSIER.get().to_owned(),
        Obstacle::RuleFound(Some(at)) => FOUND.fill(&[&name(at)]),
        Obstacle::Mark { leaf, need, best, is_fixed } => {
            let text = if is_fixed { MARK_FIXED } else { MARK };
            text.fill(&[&name(leaf), &number(need), &number(best)])
        }
        Obstacle::Zero { leaf } => ZERO.fill(&[&name(leaf)]),
        Obstacle::Total { wanted, best, unfixed: None } => TOTAL.fill(&[&number(best), &number(wanted)]),
        Obstacle::Total { wanted, best, unfixed: Some(most) } => {
            TOTAL_FIXED.fill(&[&number(best), &number(wanted), &number(most)])
        }
    }
}
