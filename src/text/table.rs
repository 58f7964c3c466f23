//! Texts of the table: what stands in a cell, what a paste would do, what keys do.

use super::{Text, date, grouped, texts};
use crate::table::{Cell, Doubt, Figure, Kind, NoFigure, Plan, Reason, Total, What};

texts! {
    SEARCH = "Tìm (gõ không dấu cũng được)", "Search the table";
    ALL = "Tất cả", "All";
    UNDO = "Hoàn tác", "Undo";
    REDO = "Làm lại", "Redo";
    ADD = "Thêm dòng", "Add a row";
    DUPLICATE = "Nhân đôi dòng", "Duplicate rows";
    DELETE = "Xóa dòng", "Delete rows";
    UP = "Đưa dòng lên", "Move up";
    DOWN = "Đưa dòng xuống", "Move down";
    FILL = "Điền xuống", "Fill down";
    COPY = "Chép", "Copy";
    PASTE = "Dán từ Excel", "Paste from Excel";
    FILTERS = "Lọc theo cột", "Filter by column";
    COLUMNS = "Cột", "Columns";
    PRINT = "In bảng", "Print";
    OPEN = "Mở dòng", "Open the row";
    EDIT = "Sửa ô", "Edit the cell";
    MORE = "Việc khác", "More";
    KEYS = "Phím: mũi tên để đi, Shift để chọn, F2 hoặc gõ để sửa, Esc để bỏ, Ctrl+C chép, Ctrl+V dán, Ctrl+Z hoàn tác, Ctrl+D điền xuống, Ctrl+Enter mở dòng (khi đang sửa: ghi vào mọi dòng đang chọn). Nhấn Esc rồi Tab để ra khỏi bảng.",
        "Keys: arrows, Shift to select, F2 or typing to edit, Esc to leave, Ctrl+C/V/Z/D, Ctrl+Enter opens (while editing: writes into all selected rows). Esc then Tab leaves the table.";
    TOTAL = "Cộng", "Total";
    TOTAL_TOO_LARGE = "quá lớn", "too large";
    NOTHING_FITS = "Không có dòng nào khớp với cách tìm và lọc này.", "No row fits.";
    WIDER = "Rộng hơn", "Wider";
    NARROWER = "Hẹp hơn", "Narrower";
    EARLIER = "Sang trái", "To the left";
    LATER = "Sang phải", "To the right";
    CLOSE = "Đóng", "Close";
    PASTE_HERE = "Sao chép các ô trong Excel, bấm vào khung này rồi dán (Ctrl+V, hoặc giữ tay rồi chọn Dán).",
        "Copy the cells in Excel, tap this box and paste.";
    PREVIEW = "Xem trước khi dán", "Before pasting";
    PREVIEW_SAFE = "Chưa có gì thay đổi. Ô không đọc được sẽ giữ nguyên như cũ.", "Nothing has changed yet.";
    HEADS = "Số dòng tiêu đề bỏ qua", "Rows of titles to skip";
    AS_NEW = "Thêm thành dòng mới", "Add as new rows";
    OVER = "Ghi đè từ ô đang chọn", "Over the selected cell";
    WHERE = "Dán vào đâu", "Where to";
    GOES_TO = "Cột trong sổ", "Column here";
    NOWHERE = "Bỏ qua cột này", "Leave out";
    TAKE = "Dán", "Paste";
    TAKE_READABLE = "Dán những ô đọc được", "Paste what can be read";
    CANCEL = "Không dán", "Do not paste";
    NEW_ROW = "Dòng mới", "New row";
    CHANGED_ROW = "Sửa dòng", "Changes row";
    LEFT_OUT = "Bỏ ra", "Left out";
    LINE = "Dòng", "Line";
    LOOKING = "Đang xem các dòng…", "Looking through the rows…";
    TAKING = "Đang ghi vào sổ", "Taking in";
    TAKING_HELP = "Nhiều dòng nên cần một lúc. Dừng bây giờ thì không có gì thay đổi: các dòng chỉ được ghi cùng một lần ở cuối.",
        "There are many rows. Stopped now, nothing changes: all is written at once at the end.";
    STOP = "Dừng, không ghi", "Stop, write nothing";
    STOPPED = "Đã dừng. Không có gì thay đổi.", "Stopped. Nothing changed.";
    NOTHING_TO_PASTE = "Khung dán chưa có ô nào.", "Nothing to paste.";
    NOTHING_CHANGES = "Nội dung dán giống hệt những gì đang có.", "Nothing would change.";
}

/// What stands in a cell.
pub fn shown(cell: &Cell, kind: &Kind) -> String {
    match (cell, kind) {
        (Cell::Number(number), Kind::Decimal { places }) => {
            let copied = Cell::Number(*number).copied(&Kind::Decimal { places: *places });
            let (whole, rest) = copied.split_once(',').unwrap_or((&copied, ""));
            let sign = if *number < 0 { "-" } else { "" };
            let whole = whole.trim_start_matches('-').parse().map(grouped).unwrap_or_default();
            if rest.is_empty() { [sign, &whole].concat() } else { [sign, &whole, ",", rest].concat() }
        }
        (Cell::Number(number), _) => grouped(*number),
        (Cell::Date(day), _) => date(*day),
        (Cell::Tick, _) => "✓".to_owned(),
        _ => cell.copied(kind),
    }
}

/// A total below its column.
pub fn total(total: Total, kind: &Kind) -> String {
    match total {
        Total::Sum(sum) => shown(&Cell::Number(sum), kind),
        Total::TooLarge => TOTAL_TOO_LARGE.get().to_owned(),
    }
}

/// Why a cell is not taken.
pub fn reason(reason: Reason) -> &'static str {
    let text = match reason {
        Reason::NotNumber => Text { vi: "không phải là số", en: "not a number" },
        Reason::NotWhole => Text { vi: "phải là số nguyên", en: "must be whole" },
        Reason::TooFine => Text { vi: "nhiều chữ số thập phân quá", en: "too many decimals" },
        Reason::TooLarge => Text { vi: "số quá lớn", en: "too large" },
        Reason::NotDate => Text { vi: "không phải là ngày (ghi như 22/5/2026)", en: "not a day" },
        Reason::NoSuchDay => Text { vi: "không có ngày này (thứ tự là ngày/tháng/năm)", en: "no such day" },
        Reason::NotAChoice => Text { vi: "không có trong danh sách lựa chọn", en: "none of the choices" },
        Reason::NoSuchRow => Text { vi: "không có dòng nào tên như vậy", en: "no row of this name" },
        Reason::NotTick => Text { vi: "ghi x hoặc để trống", en: "x or nothing" },
        Reason::Fixed => Text { vi: "cột này không sửa ở đây", en: "not changed here" },
        Reason::Required => Text { vi: "ô này không được để trống", en: "must not be empty" },
        Reason::TooLong => Text { vi: "chữ quá dài", en: "too long" },
        Reason::Full => Text { vi: "bảng này không thêm dòng được", en: "no rows can be added" },
        Reason::Sums => Text { vi: "dòng cộng, không phải một mục của danh sách", en: "a row of sums" },
        Reason::Titles => {
            Text { vi: "dòng tiêu đề hoặc dòng đánh số cột", en: "titles, or numbers of columns" }
        }
        Reason::Undecided => Text {
            vi: "gần giống một mục đã có: hãy chọn ở phần hỏi bên trên",
            en: "nearly one on record: choose above",
        },
        Reason::There => Text { vi: "đã có trong sổ", en: "on record already" },
    };
    text.get()
}

/// Why what was typed is not taken, with what it was.
pub fn refused(column: &str, typed: &str, why: Reason) -> String {
    const REFUSED: Text = Text {
        vi: "{}: “{}” chưa ghi được vì {}. Ô giữ nguyên như trước.",
        en: "{}: “{}” was not taken: {}. The cell stays as it was.",
    };
    REFUSED.fill(&[column, typed, reason(why)])
}

/// Why what was typed is no figure of a field, and what the record keeps instead.
pub fn no_figure(why: NoFigure, kept: &str) -> String {
    const UNREAD: Text = Text { vi: "Chưa ghi được: {}.", en: "Not taken: {}." };
    const BELOW: Text =
        Text { vi: "Chưa ghi được: không nhận số nhỏ hơn {}.", en: "Not taken: less than {}." };
    const ABOVE: Text =
        Text { vi: "Chưa ghi được: không nhận số lớn hơn {}.", en: "Not taken: more than {}." };
    const KEPT: Text = Text { vi: "{} Trong sổ vẫn là {}.", en: "{} On record: {}." };
    const NONE: Text = Text { vi: "{} Trong sổ vẫn để trống.", en: "{} On record: nothing." };
    let why = match why {
        NoFigure::Unread(why) => UNREAD.fill(&[reason(why)]),
        NoFigure::Below(least) => BELOW.fill(&[&grouped(least)]),
        NoFigure::Above(most) => ABOVE.fill(&[&grouped(most)]),
    };
    if kept.is_empty() { NONE.fill(&[&why]) } else { KEPT.fill(&[&why, kept]) }
}

/// What was understood, where more was typed than digits.
pub fn understood(figure: Figure, number: i64) -> String {
    const DONG: Text = Text { vi: "Hiểu là {} đồng.", en: "Read as {} đồng." };
    const COUNT: Text = Text { vi: "Hiểu là {}.", en: "Read as {}." };
    let words = if matches!(figure, Figure::Money { .. }) { DONG } else { COUNT };
    words.fill(&[&grouped(number)])
}

/// How a doubtful cell was read.
pub fn doubt(doubt: Doubt, read: &str) -> String {
    const READ: Text = Text { vi: "đọc là {}", en: "read as {}" };
    const TIME: Text = Text { vi: "đọc là {}, bỏ giờ", en: "read as {}, without the time" };
    const SERIAL: Text =
        Text { vi: "số ngày của Excel, đọc là {}", en: "Excel's number of a day, read as {}" };
    match doubt {
        Doubt::TimeDropped => TIME,
        Doubt::Serial => SERIAL,
        _ => READ,
    }
    .fill(&[read])
}

/// What a paste would do, in one sentence.
pub fn summary(plan: &Plan) -> String {
    const PARTS: [Text; 6] = [
        Text { vi: "{} ô thay đổi", en: "{} cells change" },
        Text { vi: "{} dòng mới", en: "{} new rows" },
        Text { vi: "{} ô không đọc được", en: "{} cells cannot be read" },
        Text { vi: "{} dòng bỏ ra", en: "{} rows left out" },
        Text {
            vi: "{} dòng cộng hoặc tiêu đề được bỏ qua", en: "{} rows of sums or titles passed over"
        },
        Text { vi: "{} ô nên xem lại cách đọc", en: "{} cells to be looked at" },
    ];
    let counts = [plan.changed, plan.added, plan.refused, plan.left_out, plan.passed, plan.doubts];
    let said = PARTS.iter().zip(counts).filter(|(_, count)| *count > 0);
    let said: Vec<String> = said.map(|(text, count)| text.fill(&[&grouped(count as i64)])).collect();
    if said.is_empty() { NOTHING_CHANGES.get().to_owned() } else { [&said.join("; "), "."].concat() }
}

/// What an act is called.
pub fn what(what: What) -> &'static str {
    let text = match what {
        What::Edit => Text { vi: "sửa ô", en: "editing" },
        What::Paste => Text { vi: "dán", en: "pasting" },
        What::Fill => Text { vi: "điền xuống", en: "filling" },
        What::Clear => Text { vi: "xóa ô", en: "clearing" },
        What::Add => Text { vi: "thêm dòng", en: "adding" },
        What::Duplicate => Text { vi: "nhân đôi", en: "duplicating" },
        What::Move => Text { vi: "chuyển dòng", en: "moving" },
        What::Delete => Text { vi: "xóa dòng", en: "deleting" },
    };
    text.get()
}

/// A button with what it concerns.
pub fn with_what(button: Text, concerned: Option<What>) -> String {
    match concerned {
        Some(own) => [button.get(), " ", what(own)].concat(),
        None => button.get().to_owned(),
    }
}

/// How many rows are shown of how many, and how many are selected.
pub fn counts(shown: usize, all: usize, selected: usize) -> String {
    const ALL: Text = Text { vi: "{} dòng", en: "{} rows" };
    const SOME: Text = Text { vi: "{} trong {} dòng", en: "{} of {} rows" };
    const CHOSEN: Text = Text { vi: " · đang chọn {} dòng", en: " · {} selected" };
    let (some, every) = (grouped(shown as i64), grouped(all as i64));
    let counted = if shown == all { ALL.fill(&[&every]) } else { SOME.fill(&[&some, &every]) };
    if selected > 1 { counted + &CHOSEN.fill(&[&grouped(selected as i64)]) } else { counted }
}

/// Where the selection stands and all of what is in its cell.
pub fn spot(row: usize, column: &str, content: &str) -> String {
    const SPOT: Text = Text { vi: "Dòng {}, {}: {}", en: "Row {}, {}: {}" };
    SPOT.fill(&[&grouped(row as i64 + 1), column, content])
}

/// The label of the filter over a column.
pub fn filter_of(column: &str) -> String {
    const FILTER: Text = Text { vi: "Lọc: {}", en: "Filter: {}" };
    FILTER.fill(&[column])
}

/// The name of a column of the block that is pasted.
pub fn source_column(at: usize) -> String {
    const COLUMN: Text = Text { vi: "Cột {} dán vào", en: "Column {} goes to" };
    COLUMN.fill(&[&(at + 1).to_string()])
}

/// How many further rows a preview leaves unsaid.
pub fn further(count: usize) -> String {
    const FURTHER: Text = Text { vi: "… và {} dòng nữa", en: "… and {} more rows" };
    FURTHER.fill(&[&grouped(count as i64)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_read_as_papers_write_them() {
        let decimal = Kind::Decimal { places: 2 };
        for (cell, kind, text) in [
            (Cell::Number(1_200_000), &Kind::Money, "1.200.000"),
            (Cell::Number(123_450), &decimal, "1.234,5"),
            (Cell::Number(-5), &decimal, "-0,05"),
            (Cell::Number(-123_400), &decimal, "-1.234"),
            (Cell::Tick, &Kind::Tick, "✓"),
            (Cell::Empty, &Kind::Text, ""),
        ] {
            assert_eq!(shown(&cell, kind), text);
        }
        assert_eq!(counts(3, 1200, 1), "3 trong 1.200 dòng");
        assert_eq!(counts(7, 7, 2), "7 dòng · đang chọn 2 dòng");
    }
}
