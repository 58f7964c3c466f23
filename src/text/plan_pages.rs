//! Texts of the pages about plans: the list, a new one, what is known of one, its findings.

use super::{Text, texts};
use crate::domain::plan::{Plan, PlanKind, PlanStatus, Tier};

pub use super::plan_dates::*;
pub use super::plan_parts::*;
pub use super::plan_writing::*;

texts! {
    TITLE = "Kế hoạch OCOP", "OCOP plans";
    LEAD = "Soạn, kiểm tra, in và theo dõi kế hoạch của đơn vị. Mọi thay đổi được lưu ngay trên máy này.",
        "Write, check, print and follow the plans of the office. Every change is saved on this device.";
    NEW = "Lập kế hoạch mới", "New plan";
    PASTE = "Dán văn bản có sẵn", "Paste an existing text";
    NONE_YET = "Chưa có kế hoạch nào trên máy này. Hãy lập kế hoạch mới, dán văn bản của một kế hoạch có sẵn, hoặc xem một kế hoạch mẫu bên dưới.",
        "No plan on this device yet. Begin a new one, paste the text of an existing one, or look at a sample below.";
    SAMPLES_TITLE = "Kế hoạch mẫu", "Sample plans";
    SAMPLES_HELP = "Năm kế hoạch thật đã ban hành trước đây, giữ đúng lời văn, kể cả chỗ để trống và lỗi sao chép. Chỉ để xem và chép; luật viện dẫn trong đó có thể đã hết hiệu lực.",
        "Five real plans from past years, word for word, blanks and slips included. To look at and copy; the law they cite may have ended.";
    SAMPLE = "Mẫu – không phải kế hoạch của đơn vị", "Sample – not a plan of this office";
    UNTITLED = "Kế hoạch chưa có tên", "Untitled plan";
    TO_LIST = "Danh sách kế hoạch", "All plans";
    COPY = "Chép thành kế hoạch khác", "Copy";
    COPY_SAMPLE = "Chép thành kế hoạch của đơn vị", "Copy as a plan of this office";
    EXPORT = "Xuất kế hoạch thành tệp", "Export as a file";
    DELETE = "Xóa kế hoạch", "Delete the plan";
    MORE = "Việc khác", "More";
    PARTS = "Các phần của kế hoạch", "Parts of the plan";
    TEXT = "Văn bản", "Text";
    SEARCH = "Tìm (gõ không dấu cũng được)", "Search";
    CLOSE = "Đóng", "Close";
    ERROR = "Phải sửa trước khi ban hành:", "To be put right before issue:";
    WARNING = "Nên xem lại:", "Worth a look:";
    NOTHING_FOUND = "Không có điểm nào cần xem.", "Nothing was found.";
    NOTHING_FOUND_HERE = "Phần này không có điểm nào cần xem.", "Nothing was found here.";
    ALL_FINDINGS = "Xem mọi điểm", "All findings";
    CHECKS_HELP = "Dự thảo luôn lưu được, dù còn điểm cần xem. Bấm vào tên phần để đến đúng chỗ; nút bên cạnh sửa giúp khi có thể.",
        "A draft can always be saved. Go to the place, or have it put right where that is possible.";
    NOT_PLACED = "chưa nêu trong văn bản", "not in the text yet";
    PLACE_ALL = "Đưa vào văn bản", "Put into the text";
    IN_TEXT = "Trong văn bản", "In the text";
    YES = "có", "yes";
    TO_SEE = "Cần xem", "To be looked at";
    SAMPLE_FAULT = "Chưa đọc được kế hoạch mẫu. Hãy nối mạng rồi thử lại.", "The sample could not be read.";
    ONLY_A_PERSON = "(cần người xem)", "(a person must say)";
    NEW_LEAD = "Chọn cấp, năm và đơn vị; mọi thứ đều sửa được sau.", "Choose level, year and unit; everything can be changed later.";
    NEED_YEARS = "Hãy ghi năm bằng bốn chữ số; năm cuối không trước năm đầu.", "Enter years of four digits.";
    ISSUER_HELP = "Gõ tên xã, phường (cả tên cũ). Kế hoạch cấp tỉnh: chọn một xã bất kỳ của tỉnh.",
        "Type the commune (also its old name). For a province choose any of its communes.";
    START = "Bắt đầu từ", "Begin with";
    START_WITH = "Nội dung ban đầu", "First content";
    START_TEMPLATE = "Mẫu của cấp và loại này, với căn cứ đang có hiệu lực", "The template of this level and kind, with the papers in force";
    COPY_KEEPS = "Bản chép giữ cấp và loại văn bản của kế hoạch gốc; đổi được ở phần Đầu đề.", "A copy keeps level and kind; both can be changed later.";
    NEED_PLACE = "Hãy chọn xã, phường để điền vào mẫu, hoặc bắt đầu từ trang trắng.", "Choose the unit, or begin with a blank page.";
    NO_TEMPLATE = "Không có mẫu cho cấp, loại và năm này. Hãy bắt đầu từ trang trắng.", "There is no template for this. Begin with a blank page.";
    PRINT = "In, tệp Word", "Print, Word file";
    START_BLANK = "Trang trắng", "A blank page";
    START_HELP = "Có sẵn văn bản? Dùng “Dán văn bản có sẵn”.", "Have a text? Paste it.";
    CREATE = "Lập kế hoạch", "Create the plan";
}

/// The sample plans: their names on the site, and what they are called.
pub const SAMPLES: [(&str, Text); 5] = [
    ("s0-van-quan-2024", Text { vi: "Huyện Văn Quan, Lạng Sơn, năm 2024", en: "Văn Quan district, Lạng Sơn, 2024" }),
    ("s1-tam-duong-2022", Text { vi: "Huyện Tam Đường, Lai Châu, năm 2022", en: "Tam Đường district, Lai Châu, 2022" }),
    ("s2-bac-kan-2018", Text { vi: "Tỉnh Bắc Kạn, năm 2018", en: "Bắc Kạn province, 2018" }),
    (
        "s3-thua-thien-hue-2019-2020",
        Text {
            vi: "Tỉnh Thừa Thiên Huế, giai đoạn 2019–2020", en: "Thừa Thiên Huế province, 2019–2020"
        },
    ),
    ("s4-lao-cai-2021", Text { vi: "Tỉnh Lào Cai, năm 2021", en: "Lào Cai province, 2021" }),
];

/// The title of a plan, or that it has none.
pub fn title_of(plan: &Plan) -> String {
    if plan.title.trim().is_empty() { UNTITLED.get().to_owned() } else { plan.title.clone() }
}

/// The line below a plan's title in a list: where it stands, years, level, kind.
pub fn about(plan: &Plan) -> String {
    let years = years(plan.period.from, plan.period.to);
    [status(plan.status).get(), years.as_str(), tier(plan.level).get(), kind(plan.kind).get()].join(" · ")
}

/// The years of a plan.
pub fn years(from: i32, to: i32) -> String {
    const YEAR: Text = Text { vi: "năm {}", en: "{}" };
    const YEARS: Text = Text { vi: "giai đoạn {}–{}", en: "{}–{}" };
    if from == to { YEAR.fill(&[&from.to_string()]) } else { YEARS.fill(&[&from.to_string(), &to.to_string()]) }
}

/// Where a plan stands.
pub fn status(status: PlanStatus) -> Text {
    match status {
        PlanStatus::Draft => Text { vi: "Dự thảo", en: "Draft" },
        PlanStatus::Submitted => Text { vi: "Trình ký", en: "Submitted" },
        PlanStatus::Issued => Text { vi: "Đã ban hành", en: "Issued" },
        PlanStatus::Replaced => Text { vi: "Bị thay thế", en: "Replaced" },
        PlanStatus::Expired => Text { vi: "Hết hiệu lực", en: "Expired" },
        PlanStatus::Incomplete => Text { vi: "Thiếu nội dung", en: "Incomplete" },
    }
}

/// A level of administration.
pub fn tier(tier: Tier) -> Text {
    match tier {
        Tier::Central => Text { vi: "Trung ương", en: "Central" },
        Tier::Province => Text { vi: "Cấp tỉnh", en: "Province" },
        Tier::District => Text { vi: "Cấp huyện (trước 01/7/2025)", en: "District (before 1/7/2025)" },
        Tier::Commune => Text { vi: "Cấp xã", en: "Commune" },
    }
}

/// A kind of plan.
pub fn kind(kind: PlanKind) -> Text {
    match kind {
        PlanKind::Standalone => Text { vi: "Kế hoạch riêng", en: "Plan of its own" },
        PlanKind::Attached => Text { vi: "Kèm theo quyết định", en: "Attached to a decision" },
        PlanKind::Period => Text { vi: "Kế hoạch giai đoạn", en: "Plan for a period" },
        PlanKind::Evaluation => Text { vi: "Kế hoạch đánh giá, phân hạng", en: "Evaluation plan" },
        PlanKind::Scheme => Text { vi: "Đề án", en: "Scheme" },
        PlanKind::Fund => Text { vi: "Kế hoạch theo nguồn vốn", en: "Plan tied to a fund" },
        PlanKind::Digest => Text { vi: "Bản tin về kế hoạch", en: "Digest of a plan" },
    }
}

/// A long text cut for a line.
pub fn short(text: &str) -> String {
    const MOST: usize = 90;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    [cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole), "…"].concat()
}

/// The copy of a plan as a draft of its own: number and date are blank, what was done is not taken along. The title is printed,
/// so it says nothing of the copying.
pub fn copy_of(plan: &Plan) -> Plan {
    let mut copy = plan.clone();
    (copy.status, copy.source) = (PlanStatus::Draft, None);
    let (number, date) = (&mut copy.number, &mut copy.date);
    let own = copy.wrapper.as_mut().map(|wrapper| (&mut wrapper.number, &mut wrapper.date));
    for (number, date) in own.into_iter().chain([(number, date)]) {
        number.iter_mut().for_each(|number| number.number = None);
        if let Some(date) = date {
            (date.day, date.month) = (None, None);
            date.printed.clear();
        }
    }
    // What names the old paper is written anew from the number and day of the new one.
    copy.wrapper.iter_mut().for_each(|wrapper| wrapper.attached_as.clear());
    copy.annexes.iter_mut().for_each(|annex| annex.guide.clear());
    for activity in &mut copy.activities {
        (activity.state, activity.done_on) = (None, None);
        activity.progress.clear();
    }
    copy.rounds.iter_mut().for_each(|round| round.session = None);
    copy
}

/// Beginning with a plan that is there.
pub fn start_copy(plan: &Plan) -> String {
    const FROM: Text = Text { vi: "Chép từ: {} ({})", en: "Copy of: {} ({})" };
    FROM.fill(&[&short(&title_of(plan)), &years(plan.period.from, plan.period.to)])
}

/// A plan was deleted.
pub fn thrown(title: &str) -> String {
    const THROWN: Text = Text { vi: "Đã xóa “{}”.", en: "Deleted \"{}\"." };
    THROWN.fill(&[&short(title)])
}

/// How many findings there are.
pub fn count_of_findings(errors: usize, warnings: usize) -> String {
    const BOTH: Text =
        Text { vi: "{} điểm phải sửa, {} điểm nên xem", en: "{} to be put right, {} worth a look" };
    if errors + warnings == 0 {
        NOTHING_FOUND.get().to_owned()
    } else {
        BOTH.fill(&[&errors.to_string(), &warnings.to_string()])
    }
}

/// The number beside the name of a part.
pub fn to_look_at(count: usize) -> String {
    const COUNT: Text = Text { vi: " ({})", en: " ({})" };
    COUNT.fill(&[&count.to_string()])
}

/// The way to the part of a finding.
pub fn go_to(part: &str) -> String {
    const TO: Text = Text { vi: "Đến {}", en: "Go to {}" };
    TO.fill(&[part])
}

/// The way to a part from the paper.
pub fn edit_part(part: &str) -> String {
    const EDIT: Text = Text { vi: "Sửa: {}", en: "Change: {}" };
    EDIT.fill(&[part])
}

/// The way to where an entry is changed.
pub fn edit_entry(part: &str) -> String {
    const EDIT: Text = Text { vi: "Sửa ở phần {}", en: "Change in {}" };
    EDIT.fill(&[part])
}
