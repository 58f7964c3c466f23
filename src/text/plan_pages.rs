//! Texts of the pages about plans: the list, the parts of one, writing it.

use super::{Text, date, texts};
use crate::domain::plan::edit::Entry;
use crate::domain::plan::{Numbering, PartialDate, Plan, PlanKind, PlanStatus, Tier, TimeKind, TimeSpec};

pub use super::plan_parts::*;

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
    TOOLS = "Sửa mục đang chọn", "Change the section";
    INSERT = "Chèn…", "Insert…";
    INSERT_TITLE = "Chèn vào văn bản", "Insert into the text";
    INSERT_HELP = "Chỗ chèn luôn in đúng nội dung của phần tương ứng; sửa ở đó thì văn bản đổi theo.",
        "The place always prints what stands in the part; changed there, the text follows.";
    EVERY_KIND = "Tất cả", "All";
    NOTHING_TO_INSERT = "Chưa có gì để chèn. Hãy ghi mục tiêu, hoạt động, căn cứ… ở các phần của kế hoạch trước.",
        "Nothing to insert yet: enter targets, activities, bases in the parts first.";
    NOT_PLACED = "chưa nêu trong văn bản", "not in the text yet";
    PLACE_ALL = "Đưa vào văn bản", "Put into the text";
    IN_TEXT = "Trong văn bản", "In the text";
    YES = "có", "yes";
    TO_SEE = "Cần xem", "To be looked at";
    EMPTY_CHIP = "(để trống)", "(blank)";
    ADD_AFTER = "+ Mục sau", "+ Section after";
    ADD_BELOW = "+ Mục con", "+ Section below";
    AS_HEADING = "Đề mục", "Heading";
    ADD_TABLE = "Bảng", "Table";
    ADD_ROW = "Thêm dòng", "Add a row";
    TAKE_ROW = "Bỏ dòng cuối", "Remove the last row";
    TABLE = "Bảng", "Table";
    REMOVE = "Xóa mục", "Delete the section";
    REMOVE_HELP = "Xóa mục này và các mục con; có thể hoàn tác", "Delete this section and those below; can be undone";
    MOVE_UP = "Đưa mục lên (Alt + ↑)", "Up";
    MOVE_DOWN = "Đưa mục xuống (Alt + ↓)", "Down";
    MOVE_OUT = "Đưa mục ra ngoài một cấp (Alt + ←)", "Out";
    MOVE_IN = "Đưa mục vào trong một cấp (Alt + →)", "In";
    NUMBERING = "Cách đánh số", "Numbering";
    DRAG = "Bấm để chọn mục, kéo để đưa mục đến chỗ khác", "Press to choose, drag to move";
    STAYS = "Mục ở nguyên chỗ cũ.", "The section stays where it was.";
    PARAGRAPH = "đoạn", "paragraph";
    KEYS = "Phím: Enter thêm đoạn, Backspace ở đầu đoạn nối với đoạn trên, Alt cùng mũi tên để đưa mục lên, xuống, vào trong, ra ngoài, Ctrl+Z hoàn tác, Ctrl+Y làm lại. Kéo số hoặc dấu đầu mục để đưa mục đến chỗ khác, kéo sang trái để ra ngoài một cấp, Esc để thôi.",
        "Keys: Enter adds a paragraph, Backspace at its beginning joins it, Alt and an arrow moves it, Ctrl+Z takes a step back, Ctrl+Y does it again. Drag a section by its number, to the left for a level further out, Esc to leave it.";
    NEW_HEADING = "MỤC ĐÍCH, YÊU CẦU", "PURPOSE";
    FIRST_OPENING = "Thêm phần căn cứ, mở đầu", "Add an opening";
    FIRST_SECTION = "Thêm mục đầu tiên", "Add the first section";
    FIRST_CLOSING = "Thêm đoạn kết", "Add a closing";
    FIRST_IN_ANNEX = "Thêm lời cho phụ lục", "Add a text to the annex";
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

/// Choosing a section by its number.
pub fn choose_section(number: &str) -> String {
    const CHOOSE: Text = Text { vi: "Chọn mục {}", en: "Choose section {}" };
    CHOOSE.fill(&[number])
}

/// What is dragged, with how many sections below it.
pub fn dragged(section: &str, below: usize) -> String {
    const ALONG: Text = Text { vi: "{} và {} mục con", en: "{} and {} below it" };
    if below == 0 { section.to_owned() } else { ALONG.fill(&[section, &below.to_string()]) }
}

/// Where a section went, for screen readers: what it is called, and the one above it.
pub fn moved(section: &str, above: Option<&str>) -> String {
    const MOVED: Text = Text { vi: "Đã chuyển: {}; nay đứng sau: {}", en: "Moved: {}; now after: {}" };
    const FIRST: Text = Text { vi: "Đã chuyển: {}; nay đứng đầu", en: "Moved: {}; now the first" };
    above.map_or_else(|| FIRST.fill(&[section]), |above| MOVED.fill(&[section, above]))
}

/// The heading of a section, for screen readers.
pub fn heading_of(number: &str) -> String {
    const HEADING: Text = Text { vi: "Đề mục {}", en: "Heading {}" };
    HEADING.fill(&[number])
}

/// The text of a section, for screen readers.
pub fn text_of(number: &str) -> String {
    const TEXT: Text = Text { vi: "Nội dung mục {}", en: "Text of {}" };
    TEXT.fill(&[number])
}

/// A cell of a table, for screen readers.
pub fn cell_of(row: Option<usize>, column: usize) -> String {
    const CELL: Text = Text { vi: "Dòng {}, cột {}", en: "Row {}, column {}" };
    const HEAD: Text = Text { vi: "Tên cột {}", en: "Name of column {}" };
    let column = (column + 1).to_string();
    match row {
        Some(row) => CELL.fill(&[&(row + 1).to_string(), &column]),
        None => HEAD.fill(&[&column]),
    }
}

/// The chip of all duties of a block.
pub fn duties_chip(duties: &[String]) -> String {
    const CHIP: Text = Text { vi: "{} nhiệm vụ: {}", en: "{} duties: {}" };
    match duties.first() {
        None => EMPTY_CHIP.get().to_owned(),
        Some(first) => CHIP.fill(&[&duties.len().to_string(), &short(first)]),
    }
}

/// The chip of an entry that is not there any more.
pub fn gone_chip(written: &str) -> String {
    const GONE: Text = Text { vi: "{} – không còn", en: "{} – gone" };
    GONE.fill(&[written])
}

/// How sections are numbered.
pub fn numbering(numbering: Numbering) -> Text {
    match numbering {
        Numbering::Roman => Text { vi: "I. II. III.", en: "I. II. III." },
        Numbering::Arabic => Text { vi: "1. 2. 3.", en: "1. 2. 3." },
        Numbering::Nested => Text { vi: "1.1. 1.2.", en: "1.1. 1.2." },
        Numbering::Letter => Text { vi: "a) b) c)", en: "a) b) c)" },
        Numbering::Dash => Text { vi: "- gạch đầu dòng", en: "- dash" },
        Numbering::Plus => Text { vi: "+ cộng đầu dòng", en: "+ plus" },
        Numbering::Star => Text { vi: "* sao đầu dòng", en: "* star" },
        Numbering::Plain => Text { vi: "Đoạn không số", en: "No number" },
    }
}

/// What a text can name, and which part of it.
pub fn entry_part(entry: Entry, written: &str) -> String {
    let name = match entry {
        Entry::Document => Text { vi: "Văn bản", en: "Paper" },
        Entry::Target => Text { vi: "Mục tiêu", en: "Target" },
        Entry::Activity => Text { vi: "Hoạt động", en: "Activity" },
        Entry::Product => Text { vi: "Sản phẩm", en: "Product" },
        Entry::Round => Text { vi: "Hạn của đợt", en: "Round" },
        Entry::Source => Text { vi: "Nguồn vốn", en: "Source" },
        Entry::Total => Text { vi: "Tổng kinh phí", en: "Total" },
        Entry::Duty => Text { vi: "Đơn vị được phân công", en: "Units" },
    };
    let part = match written.trim_matches(['{', '}']).split_once('.').map(|(_, part)| part) {
        Some("time") => ": thời gian",
        Some("content") => ": nội dung",
        Some("units") => ": đơn vị",
        Some("participants") => ": thành phần",
        Some("result") => ": kết quả",
        Some("intake") => ": nhận hồ sơ",
        Some("meeting") => ": họp hội đồng",
        Some("words") => ": bằng chữ",
        Some("duties") => ": các nhiệm vụ",
        _ => "",
    };
    [name.get(), part].concat()
}

/// A time as typed, or as papers write it.
pub fn time(time: &TimeSpec) -> String {
    if time.printed.is_empty() { super::plan::time(time.kind, time.from, time.to) } else { time.printed.clone() }
}

/// What a typed time is read as.
pub fn reading(time: &TimeSpec) -> String {
    const FROM_TO: Text = Text { vi: "{} – {}", en: "{} – {}" };
    const UNTIL: Text = Text { vi: "đến hết {}", en: "until {}" };
    const FROM: Text = Text { vi: "từ {}", en: "from {}" };
    const RECURRING: Text = Text { vi: "lặp lại, không có ngày", en: "recurring" };
    const WORDS: Text = Text { vi: "chỉ là lời, không có ngày", en: "words only" };
    match (time.from, time.to) {
        (Some(from), Some(to)) if from == to => date(from),
        (Some(from), Some(to)) => FROM_TO.fill(&[&date(from), &date(to)]),
        (None, Some(to)) => UNTIL.fill(&[&date(to)]),
        (Some(from), None) => FROM.fill(&[&date(from)]),
        (None, None) if time.kind == TimeKind::Recurring => RECURRING.get().to_owned(),
        (None, None) => WORDS.get().to_owned(),
    }
}

/// A date of a paper as it is typed: blanks as dots.
pub fn partial_date(own: &PartialDate) -> String {
    match own.date() {
        _ if !own.printed.is_empty() => own.printed.clone(),
        Some(day) => date(day),
        None => super::plan::date_long_partial(own, super::plan::DOTS),
    }
}

/// Reads a typed date of a paper; what is no date stays as it is typed, with all its parts blank. `None`: nothing.
pub fn read_date(typed: &str) -> Option<PartialDate> {
    let typed = typed.trim();
    let blank =
        || PartialDate { day: None, month: None, year: None, printed: typed.to_owned(), unknown: Default::default() };
    (!typed.is_empty()).then(|| {
        let read = PartialDate::parse(typed).unwrap_or_else(blank);
        // A whole date is printed by the rule of the decree.
        if read.date().is_some() { PartialDate { printed: String::new(), ..read } } else { read }
    })
}

/// What a date of a paper is read as.
pub fn date_reading(own: Option<&PartialDate>) -> String {
    const BLANK: Text = Text { vi: "để trống, in thành dấu chấm", en: "blank, printed as dots" };
    const PART: Text = Text { vi: "còn chỗ trống", en: "partly blank" };
    const NO_DATE: Text =
        Text { vi: "chưa đọc được ngày, in như đã gõ", en: "no date, printed as it is typed" };
    match own.filter(|own| own.date().is_some() || own.year.is_some() || own.month.is_some() || !own.printed.is_empty())
    {
        None => BLANK.get().to_owned(),
        Some(own) => match (own.date(), own.year.or(own.month.map(i32::from))) {
            (Some(day), _) => super::date_long(day),
            (None, Some(_)) => PART.get().to_owned(),
            (None, None) => NO_DATE.get().to_owned(),
        },
    }
}
