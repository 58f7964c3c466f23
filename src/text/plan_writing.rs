//! Texts of the page on which the text of a plan is written.

use super::plan_pages::short;
use super::{Text, texts};
use crate::domain::plan::Numbering;
use crate::domain::plan::edit::Entry;

texts! {
    TOOLS = "Sửa mục đang chọn", "Change the section";
    INSERT = "Chèn…", "Insert…";
    INSERT_TITLE = "Chèn vào văn bản", "Insert into the text";
    INSERT_HELP = "Chỗ chèn luôn in đúng nội dung của phần tương ứng; sửa ở đó thì văn bản đổi theo.",
        "The place always prints what stands in the part; changed there, the text follows.";
    EVERY_KIND = "Tất cả", "All";
    NOTHING_TO_INSERT = "Chưa có gì để chèn. Hãy ghi mục tiêu, hoạt động, căn cứ… ở các phần của kế hoạch trước.",
        "Nothing to insert yet: enter targets, activities, bases in the parts first.";
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
