//! Texts of results typed from paper.

use super::{Text, texts};
use crate::domain::council::TypedStars;
use crate::domain::points::Mean;

texts! {
    TITLE = "Kết quả nhập tay từ giấy", "Results typed from paper";
    LEAD = "Dùng cho sản phẩm đã chấm trên giấy: nhập điểm trung bình của từng phần như ghi trong biên bản. Điểm giữ nguyên như nhập, không quy đổi; kết quả luôn ghi rõ là nhập tay.",
        "For products rated on paper. The points stand as typed and are marked as such.";
    MARK = "nhập tay", "typed";
    TOTAL = "Tổng điểm ghi trên giấy", "Total on the paper";
    STARS = "Số sao ghi trên giấy", "Stars on the paper";
    NO_STARS = "Giấy không ghi số sao", "None on the paper";
    PAPER = "Biên bản hoặc quyết định (số, ngày)", "Minutes or decision (number, date)";
    TAKE_AWAY = "Bỏ kết quả nhập tay", "Take the typed result away";
    SAVE = "Lưu kết quả nhập tay", "Save the typed results";
    HAS_SHEETS = "Sản phẩm này có phiếu đã khóa trong máy: kết quả tính từ phiếu, số nhập tay chỉ ghi kèm để đối chiếu.",
        "There are locked sheets here: the result is theirs, what is typed stands beside it.";
    NOT_POINTS = "Nhập số điểm, ví dụ 33,5", "Points, for example 33,5";
    NOT_SUM = "Tổng không bằng các phần cộng lại: hãy xem lại giấy", "The parts do not add up to the total";
    NEED_PAPER = "Ghi số, ngày của biên bản hoặc quyết định", "Name the paper";
    BY_PRODUCT = "Từng sản phẩm", "Product by product";
    BY_TABLE = "Dạng bảng (dán từ Excel)", "As a table (paste from Excel)";
    TABLE_HELP = "Dán bảng điểm hoặc mở bảng tính: mỗi dòng tìm đúng sản phẩm theo tên, dù thứ tự khác. Cột “Cần xem” báo ngay chỗ chưa khớp.",
        "Paste the points or open a spreadsheet: rows find their products by name. The last column says what does not fit.";
    TO_SEE = "Cần xem", "To look at";
    NOT_SAVED = "Chưa lưu: còn chỗ cần sửa, đã đánh dấu ở trên.", "Not saved: see the marks above.";
    BETWEEN = "tổng nằm giữa hai khung điểm in trong quyết định: cần ghi số sao theo giấy",
        "the total lies between two printed bands: type the stars of the paper";
}

/// `Phần A (tối đa 40 điểm)`.
pub fn part(code: &str, max: i32) -> String {
    const PART: Text = Text { vi: "Phần {} (tối đa {} điểm)", en: "Part {} (at most {} points)" };
    PART.fill(&[code, &max.to_string()])
}

/// What stands in place of a conclusion.
pub fn conclusion(paper: &str) -> String {
    const BY: Text = Text { vi: "Nhập tay theo {}", en: "Typed from {}" };
    BY.fill(&[paper])
}

/// Where the stars come from.
pub fn stars(stars: TypedStars) -> String {
    const RECORDED: Text = Text { vi: "{} sao (ghi trên giấy)", en: "{} stars (on the paper)" };
    const BY_POINTS: Text = Text {
        vi: "theo điểm đạt {} sao; chưa xét được mức tối thiểu",
        en: "{} stars by points; minimum marks not tested",
    };
    match stars {
        TypedStars::Recorded(stars) => RECORDED.fill(&[&stars.to_string()]),
        TypedStars::ByPoints(stars) => BY_POINTS.fill(&[&stars.to_string()]),
        TypedStars::BetweenBands => BETWEEN.get().to_owned(),
    }
}

/// The whole in one line: `A 33,5; B 20; C 22 – tổng 75,5; 4 sao (ghi trên giấy); Biên bản 05`.
pub fn line<'a>(parts: impl Iterator<Item = (&'a String, &'a Mean)>, total: Mean, stars: &str, paper: &str) -> String {
    const LINE: Text = Text { vi: "{} – tổng {}; {}; {}", en: "{} – total {}; {}; {}" };
    let parts: Vec<String> = parts.map(|(code, points)| [code, " ", &super::mean_exact(*points)].concat()).collect();
    LINE.fill(&[&parts.join("; "), &super::mean_exact(total), stars, paper])
}
