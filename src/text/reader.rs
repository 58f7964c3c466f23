//! Texts of the reader of criteria sets.

use super::{Text, texts};
use crate::domain::compare::{HitKind, Matched};
use crate::domain::criteria::FindingKind;

texts! {
    TITLE = "Bộ tiêu chí", "Criteria sets";
    LEAD = "Đọc, tìm và đối chiếu bộ tiêu chí của các quyết định. Quyết định áp dụng theo ngày đánh giá.",
        "Read, search and compare the criteria sets. The decision follows the day of evaluation.";
    SEARCH = "Tìm trong tất cả các bộ (không cần gõ dấu)", "Search in all sets (marks may be left out)";
    SEARCH_HELP = "Tìm trong tên tiêu chí, phương án và ghi chú.", "Searches titles, options and notes.";
    NOTHING_FOUND = "Không tìm thấy. Thử ít chữ hơn.", "Nothing found. Try fewer words.";
    GAPS = "Một số bộ chưa đọc được: kết quả tìm có thể thiếu. Hãy thử lại khi có mạng.",
        "Some sets could not be read: the result may be incomplete.";
    IN_FORCE = "đang có hiệu lực", "in force";
    SETS = "Các bộ sản phẩm", "The sets";
    INCOMPLETE = "dữ liệu chưa đủ", "incomplete data";
    SET = "Bộ sản phẩm", "Set";
    CRITERION = "Tiêu chí", "Criterion";
    OPTION = "Phương án", "Option";
    NOTE = "Ghi chú", "Note";
    SECTOR = "Ngành", "Sector";
    GROUP = "Nhóm", "Group";
    MINISTRY = "Bộ quản lý", "Managing ministry";
    SOURCE = "Nguồn dữ liệu", "Source of the data";
    PRINT = "In", "Print";
    COMPARE_WITH = "Đối chiếu với bộ của quyết định khác", "Compare with another decision's set";
    TRY_IT = "Tự chấm thử với bộ này", "Try this set";
    DOUBTS = "Điểm cần đối chiếu với bản ký (ghi khi số hóa)", "To be compared with the signed copy";
    CORRECTIONS = "Chỗ đã sửa so với bản nguồn", "Corrected against the source";
    ISSUE = "Cần đối chiếu: ", "To be checked: ";
    CASE_NONE = "Không đạt phương án nào: 0 điểm", "None of the options: 0 points";
    COMPARE = "Đối chiếu hai bộ tiêu chí", "Two sets side by side";
    COMPARE_LEAD = "Tiêu chí chỉ được ghép khi cùng tên hoặc tên rất gần nhau; phần không ghép được liệt kê riêng, không đoán.",
        "Criteria are matched only by the same or clearly similar titles; the rest is listed, never guessed.";
    ONLY_DIFFERENT = "Chỉ hiện tiêu chí có thay đổi", "Only what differs";
    ONLY_OLD = "Chỉ có ở {}", "Only in {}";
    SIMILAR = "tên gần giống: hãy đọc kỹ", "a similar title: please check";
    OPTIONS = "Các phương án", "The options";
    NO_COUNTERPART = "–", "–";
    SAME = "Không thay đổi", "Unchanged";
    SWAP = "Xem bộ", "See the set";
    BACK = "Tất cả các bộ", "All sets";
    OWN_SETS = "Bộ tiêu chí riêng", "Own criteria sets";
    OWN_LEAD = "Bộ tiêu chí do địa phương ban hành hoặc bản chép có sửa, để đọc và tự chấm thử. Mỗi lần nhập là một bản riêng, không sửa bản cũ.",
        "Sets issued locally, or changed copies, to read and to try. Each one brought in is a version of its own.";
    NO_OWN_SETS = "Chưa có bộ nào. Nhập một tệp JSON cùng dạng với các bộ có sẵn.", "None yet. Bring in a JSON file.";
    BRING_IN = "Nhập một bộ", "Bring in a set";
    BRING_IN_HELP = "Tệp được kiểm tra như các bộ có sẵn: số thứ tự, điểm từng mục, tổng các phần, dấu sao.",
        "The file is checked like the shipped sets: numbers, points, sums, star marks.";
    BASIS = "Căn cứ ban hành (số, ngày, cơ quan)", "Legal basis (number, date, who issued it)";
    FILE = "Tệp của bộ tiêu chí (.json)", "The file of the set (.json)";
    TOO_LARGE = "Tệp quá lớn so với một bộ tiêu chí.", "Too large a file for a criteria set.";
    OWN_SOUND = "Không thấy lỗi", "Nothing was found";
    OWN_DOUBTS = "Dùng được, còn điểm phải nêu rõ trước khi dùng", "Usable, with doubts to be announced";
    OWN_FAULTY = "Có lỗi: chưa dùng được", "Faulty: not usable";
    OWN_KEPT = "Đã đưa bộ này vào danh sách.", "The set is in the list.";
    NO_BASIS = "Chưa ghi căn cứ ban hành: chỉ nên dùng để thử.", "No legal basis: for trying only.";
    KEEP = "Giữ bộ này", "Keep the set";
}

/// What a text that was found is.
pub fn kind(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Set => SET.get(),
        HitKind::Title => CRITERION.get(),
        HitKind::Option => OPTION.get(),
        HitKind::Note => NOTE.get(),
    }
}

/// `Quyết định 26/2026/QĐ-TTg`.
pub fn decision(number: &str) -> String {
    const DECISION: Text = Text { vi: "Quyết định {}", en: "Decision {}" };
    DECISION.fill(&[number])
}

/// How far the sets are read.
pub fn reading(read: usize, all: usize) -> String {
    const READING: Text = Text { vi: "Đang đọc các bộ: {}/{}", en: "Reading the sets: {} of {}" };
    READING.fill(&[&read.to_string(), &all.to_string()])
}

/// How much was found.
pub fn found(shown: usize, count: usize) -> String {
    const ALL: Text = Text { vi: "Tìm thấy {} đoạn.", en: "{} texts found." };
    const SOME: Text =
        Text { vi: "Tìm thấy {} đoạn; hiện {} đoạn đầu.", en: "{} texts found; the first {} are shown." };
    if shown == count { ALL.fill(&[&count.to_string()]) } else { SOME.fill(&[&count.to_string(), &shown.to_string()]) }
}

/// In how many sets a text stands.
pub fn places(count: usize) -> String {
    const PLACES: Text = Text { vi: "ở {} chỗ", en: "in {} places" };
    PLACES.fill(&[&count.to_string()])
}

/// `tối đa 3 điểm`.
pub fn at_most(points: i32) -> String {
    super::scoring::range(points)
}

/// A corrected cell.
pub fn correction(source: &str, used: &str) -> String {
    const CORRECTION: Text = Text {
        vi: "Nguồn ghi “{}”, ở đây dùng “{}”.",
        en: "The source has “{}”, used here: “{}”.",
    };
    CORRECTION.fill(&[source, used])
}

/// What stands only in one of two sets.
pub fn only_in(decision_number: &str) -> String {
    ONLY_OLD.fill(&[&decision(decision_number)])
}

/// What makes two criteria correspond, where a person should know it.
pub fn matched(by: Matched) -> Option<&'static str> {
    (by == Matched::SimilarTitle).then(|| SIMILAR.get())
}

/// How many criteria correspond.
pub fn summary(pairs: usize, only_old: usize, only_new: usize) -> String {
    const SUMMARY: Text = Text {
        vi: "{} tiêu chí tương ứng; {} chỉ có ở bộ trước; {} chỉ có ở bộ sau.",
        en: "{} correspond; {} only in the first; {} only in the second.",
    };
    SUMMARY.fill(&[&pairs.to_string(), &only_old.to_string(), &only_new.to_string()])
}

/// What changed between two criteria that correspond.
pub fn moved(from: &str, to: &str) -> String {
    const MOVED: Text = Text { vi: "Số {} → {}", en: "Number {} → {}" };
    MOVED.fill(&[from, to])
}

/// The maximum changed.
pub fn maximum(from: i32, to: i32) -> String {
    const MAXIMUM: Text = Text { vi: "Tối đa {} → {} điểm", en: "At most {} → {} points" };
    MAXIMUM.fill(&[&from.to_string(), &to.to_string()])
}

/// The minimum of a star changed; `None`: no such minimum.
pub fn mark(star: u8, from: Option<i32>, to: Option<i32>) -> String {
    const MARK: Text = Text { vi: "{} sao cần: {} → {}", en: "{} stars need: {} → {}" };
    let of = |points: Option<i32>| points.map_or(NO_COUNTERPART.get().to_owned(), |points| points.to_string());
    MARK.fill(&[&star.to_string(), &of(from), &of(to)])
}

/// A file that is no criteria set; `why` names the place.
pub fn not_a_set(why: &str) -> String {
    const NOT: Text = Text {
        vi: "Tệp này không phải một bộ tiêu chí ({}). Chưa có gì thay đổi.",
        en: "Not a criteria set ({}).",
    };
    NOT.fill(&[why])
}

/// `Bản 1 · Quyết định 12/QĐ-UBND`.
pub fn version(version: u32, basis: &str) -> String {
    const VERSION: Text = Text { vi: "Bản {} · {}", en: "Version {} · {}" };
    let basis = if basis.is_empty() { NO_BASIS.get() } else { basis };
    VERSION.fill(&[&version.to_string(), basis])
}

/// How many findings there are.
pub fn findings(count: usize) -> String {
    const COUNT: Text = Text { vi: "Kiểm tra thấy {} điểm.", en: "{} findings." };
    COUNT.fill(&[&count.to_string()])
}

/// One finding: where, and what.
pub fn finding(place: &str, kind: FindingKind) -> String {
    let number = |value: i64| value.to_string();
    let what = match kind {
        FindingKind::EmptyText => "có chỗ để trống".to_owned(),
        FindingKind::LooseMarks | FindingKind::StrayBlanks | FindingKind::ControlCharacter => {
            "chữ có dấu rời, khoảng trắng thừa hoặc ký tự lạ".to_owned()
        }
        FindingKind::UnbalancedBrackets => "dấu ngoặc không đủ cặp".to_owned(),
        FindingKind::UnknownField => "trường lạ".to_owned(),
        FindingKind::DiffersFromIndex | FindingKind::OtherParts => "khác với danh mục các phần".to_owned(),
        FindingKind::PartMaximum { stated, decision } => {
            const PART: Text =
                Text { vi: "điểm tối đa ghi {}, quyết định là {}", en: "states {}, the decision {}" };
            PART.fill(&[&stated.to_string(), &decision.to_string()])
        }
        FindingKind::PartSums => "điểm các mục cộng lại không bằng điểm của phần".to_owned(),
        FindingKind::Empty => "danh sách trống".to_owned(),
        FindingKind::SectionNumber | FindingKind::NotSequential => "số thứ tự không liên tục".to_owned(),
        FindingKind::Maximum { stated, given } => {
            const MAXIMUM: Text =
                Text { vi: "điểm tối đa ghi {}, bên dưới cho {}", en: "states {}, gives {}" };
            MAXIMUM.fill(&[&stated.to_string(), &number(given)])
        }
        FindingKind::WrongBody | FindingKind::TooFew | FindingKind::TooDeep => {
            "cách chọn phương án không đúng".to_owned()
        }
        FindingKind::PointsOutOfRange | FindingKind::NotAscending => {
            "điểm các phương án không tăng dần từ 0".to_owned()
        }
        FindingKind::SameText => "hai phương án trùng lời".to_owned(),
        FindingKind::StarMarks => "dấu sao không đúng".to_owned(),
        FindingKind::Twice => "trùng số".to_owned(),
        FindingKind::NoSuchCriterion => "nêu một tiêu chí không có".to_owned(),
        FindingKind::NoIssues | FindingKind::NotIncomplete => "ghi là chưa đủ nhưng không khớp".to_owned(),
        FindingKind::CriteriaCount { .. } | FindingKind::FileName | FindingKind::Slug => {
            "tên hoặc số tiêu chí không khớp".to_owned()
        }
    };
    [place, ": ", &what].concat()
}
