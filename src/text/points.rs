//! Texts of restore points.

use std::collections::BTreeMap;

use super::{Text, texts};
use crate::exchange::{Changes, Heading};
use crate::storage::points::PointReason;

texts! {
    TITLE = "Điểm khôi phục", "Restore points";
    HELP = "Sổ tự giữ lại một bản của toàn bộ dữ liệu sau mỗi mười phút làm việc và trước mỗi lần đưa tệp vào, hoàn tác hay khôi phục: 30 bản mới nhất và mỗi ngày một bản trong 30 ngày, khi máy còn chỗ. Các bản này nằm trên cùng máy nên không thay được tệp giữ ở nơi khác.",
        "The app keeps a copy of everything after ten minutes of work and before every import, undo or restore: the newest 30 and one a day for 30 days while there is room. They lie on the same device and do not replace a file kept elsewhere.";
    MAKE = "Tạo điểm khôi phục ngay", "Make a restore point now";
    MADE = "Đã tạo điểm khôi phục.", "Made.";
    NOTHING_NEW = "Không có gì mới so với điểm gần nhất.", "Nothing is new since the last one.";
    NONE = "Chưa có điểm khôi phục nào.", "No restore point yet.";
    READING = "Đang đọc các điểm khôi phục…", "Reading the restore points…";
    COMPARE = "Xem khác biệt với hiện nay", "See what would change";
    COMPARING = "Đang so sánh…", "Comparing…";
    SAVE = "Lưu điểm này ra tệp", "Save this one as a file";
    DROP = "Xóa điểm này", "Delete this one";
    DROPPED = "Đã xóa điểm khôi phục.", "Deleted.";
    SAME = "Dữ liệu hiện nay giống hệt điểm này.", "The data is the same as in this point.";
    RESTORE = "Khôi phục điểm này", "Restore this one";
    RESTORE_HELP = "Toàn bộ dữ liệu trên máy sẽ trở về đúng lúc ấy. Dữ liệu hiện nay được giữ thành một điểm khôi phục trước, nên có thể quay lại.",
        "All data on this device becomes as it was then. What is here now is kept as a restore point first.";
    RESTORED = "Đã khôi phục. Dữ liệu trước đó nằm ở điểm khôi phục trên cùng.", "Restored. What was here before is the topmost point.";
    RESTORING = "Đang khôi phục…", "Restoring…";
    OTHER = "bản ghi loại khác", "records of another kind";
    NAMELESS = "(không có tên)", "(without a name)";
    CHANGES_OF = "Loại bản ghi", "Kind of record";
    BACK = "Có lại", "Come back";
    CHANGED = "Trở về bản cũ", "Become as they were";
    GONE = "Bị bỏ đi", "Go";
    EXAMINE_TITLE = "Kiểm tra dữ liệu trên máy", "Check the data";
    EXAMINE_HELP = "Đọc thử mọi bản ghi trên một bản sao. Chưa có gì thay đổi.", "Tries to read every record, on a copy. Nothing changes.";
    EXAMINE = "Kiểm tra ngay", "Check now";
    EXAMINING = "Đang kiểm tra…", "Checking…";
    ALL_READ = "Mọi bản ghi đều đọc được. Không có gì phải sửa.", "Every record can be read. Nothing needs repair.";
    REPAIR_HELP = "Nếu gỡ, phần còn lại giữ nguyên từng chữ; dữ liệu hiện nay, kể cả phần hỏng, được giữ thành một điểm khôi phục trước.",
        "If they are taken out, all the rest stays as it is; what is here now, the damaged parts too, is kept as a restore point first.";
    REPAIR = "Gỡ các phần hỏng", "Take the damaged parts out";
    REPAIRED = "Đã gỡ. Bản đầy đủ trước đó nằm ở điểm khôi phục trên cùng.", "Done. All of it as it was is the topmost restore point.";
    WHAT_CHANGES = "Khôi phục sẽ thay đổi", "What restoring changes";
}

/// What a kind is called, by its word.
pub fn kind(word: &str) -> &'static str {
    const KINDS: [(&str, Text); 14] = [
        ("session", Text { vi: "phiên chấm", en: "sessions" }),
        ("worksheet", Text { vi: "phiếu chấm", en: "sheets" }),
        ("producer", Text { vi: "chủ thể", en: "producers" }),
        ("product", Text { vi: "sản phẩm", en: "products" }),
        ("idea", Text { vi: "ý tưởng", en: "ideas" }),
        ("dossier", Text { vi: "hồ sơ", en: "dossiers" }),
        ("certificate", Text { vi: "giấy chứng nhận", en: "certificates" }),
        ("office", Text { vi: "thiết lập đơn vị", en: "office settings" }),
        ("attachment", Text { vi: "tệp kèm theo", en: "attachments" }),
        ("criteria_set", Text { vi: "bộ tiêu chí riêng", en: "own criteria sets" }),
        ("plan", Text { vi: "kế hoạch", en: "plans" }),
        ("plan_note", Text { vi: "ghi chú theo dõi kế hoạch", en: "notes on plans" }),
        ("log_entry", Text { vi: "dòng nhật ký của hội đồng", en: "entries of the council's log" }),
        ("sealed_sheet", Text { vi: "bản phiếu đã khóa", en: "sealed sheets" }),
    ];
    KINDS.iter().find(|(own, _)| *own == word).map_or(OTHER, |(_, text)| *text).get()
}

/// Why a point was made, by the word in its head.
pub fn reason(word: &str) -> &'static str {
    let text = match PointReason::of_word(word) {
        Some(PointReason::Work) => Text { vi: "Tự giữ trong lúc làm việc", en: "While working" },
        Some(PointReason::Import) => Text { vi: "Trước khi đưa tệp vào", en: "Before an import" },
        Some(PointReason::Undo) => {
            Text { vi: "Trước khi hoàn tác một lần đưa tệp vào", en: "Before an undo" }
        }
        Some(PointReason::Restore) => Text { vi: "Trước khi khôi phục", en: "Before a restore" },
        Some(PointReason::Update) => Text { vi: "Trước khi dùng bản mới", en: "Before an update" },
        Some(PointReason::Repair) => Text { vi: "Trước khi gỡ bản ghi hỏng", en: "Before a repair" },
        Some(PointReason::Delete) => {
            Text { vi: "Trước khi xóa một phiên khỏi máy", en: "Before a session was taken off" }
        }
        Some(PointReason::Hand) => Text { vi: "Do người dùng tạo", en: "By hand" },
        None => Text { vi: "Điểm khôi phục", en: "Restore point" },
    };
    text.get()
}

/// What is in a point: `2 phiên chấm, 10 phiếu chấm`; and its size.
pub fn content(rows: &BTreeMap<String, u32>, bytes: i64) -> String {
    const SIZE: Text = Text { vi: "{} · {} kB", en: "{} · {} kB" };
    let rows: Vec<String> = rows.iter().map(|(word, count)| [&count.to_string(), " ", kind(word)].concat()).collect();
    SIZE.fill(&[&rows.join(", "), &super::grouped((bytes + 999) / 1000)])
}

/// A group with what changes in it.
pub fn group(heading: Option<&Heading>, changes: Changes) -> String {
    const GROUP: Text = Text {
        vi: "{}: {} có lại, {} trở về bản cũ, {} bị bỏ đi",
        en: "{}: {} come back, {} become as they were, {} go",
    };
    let name = match heading {
        Some(Heading::Session { name, .. } | Heading::Product { name } | Heading::Producer { name }) => name.as_str(),
        Some(Heading::CriteriaSet { name }) => name.as_str(),
        Some(Heading::Office { unit }) => unit.as_str(),
        Some(Heading::Plan { title, .. }) => title.as_str(),
        None => NAMELESS.get(),
    };
    let name = if name.is_empty() { NAMELESS.get() } else { name };
    let [back, changed, gone] = [changes.back, changes.changed, changes.gone].map(|count| count.to_string());
    GROUP.fill(&[name, &back, &changed, &gone])
}

/// Groups that are not named.
pub fn more(groups: usize) -> String {
    const MORE: Text = Text { vi: "và {} nhóm khác", en: "and {} more" };
    MORE.fill(&[&groups.to_string()])
}

/// Records of the point that this program cannot read.
pub fn unread(count: usize) -> String {
    const UNREAD: Text = Text {
        vi: "Có {} phần trong điểm này mà ứng dụng không đọc được; chúng được khôi phục nguyên như cũ.",
        en: "{} parts of this point cannot be read; they are put back as they are.",
    };
    UNREAD.fill(&[&count.to_string()])
}

/// What a repair would drop.
pub fn damaged(dropped: usize, newer: usize) -> String {
    const DAMAGED: Text = Text {
        vi: "Có {} phần không đọc được vì đã hỏng; gỡ ra thì chỉ mất các phần này:",
        en: "{} parts are damaged and cannot be read; only these would go:",
    };
    [DAMAGED.fill(&[&dropped.to_string()]), self::newer(newer)].concat()
}

/// What a newer program wrote; empty where it wrote nothing.
pub fn newer(count: usize) -> String {
    const NEWER: Text = Text {
        vi: " {} bản ghi do phiên bản mới hơn của ứng dụng viết; chúng không hỏng và được giữ nguyên.",
        en: " {} records were written by a newer version; they are whole and stay.",
    };
    if count == 0 { String::new() } else { NEWER.fill(&[&count.to_string()]) }
}
