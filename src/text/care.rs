//! Texts about the safety of the data: room, files, a store that lost its records.

use super::{Text, texts};
use crate::domain::moment::Moment;
use crate::storage::care::Room;

texts! {
    FILE_IS_DUE = "Đã làm khá nhiều việc mà chưa lưu ra tệp nào. Nên xuất tệp và giữ ở nơi khác (USB, máy khác), phòng khi máy hỏng hay mất.",
        "Much work is in no file yet. Export one and keep it elsewhere, in case the device breaks or is lost.";
    EXPORT = "Xuất tệp ngay", "Export now";
    LATER = "Để sau", "Later";
    OPEN_POINTS = "Xem các điểm khôi phục", "See the restore points";
    OPEN_FILE = "Mở tệp đã xuất", "Open an exported file";
    RESCUE = "Mở trang cứu hộ", "Open the rescue page";
    EMPTY_ON_PURPOSE = "Đúng vậy, dữ liệu đã được xóa có chủ ý", "Right, the data was deleted on purpose";
    NO_FILE_YET = "Chưa lần nào lưu toàn bộ dữ liệu ra tệp.", "Everything has never been exported yet.";
}

/// The store is empty and was not.
pub fn lost(rows: usize) -> String {
    const LOST: Text = Text {
        vi: "Lần trước máy này có {} bản ghi, nay kho dữ liệu trống. Có thể trình duyệt đã dọn dữ liệu. Hãy thử khôi phục trước khi làm việc tiếp.",
        en: "This device had {} records and now the store is empty. The browser may have cleared it. Try to restore before going on.",
    };
    LOST.fill(&[&rows.to_string()])
}

/// How much room there is.
pub fn room(room: Room) -> String {
    const ROOM: Text = Text {
        vi: "Sổ OCOP đang dùng {} MB; trình duyệt còn cho dùng thêm khoảng {} MB.",
        en: "{} MB in use; the browser gives about {} MB more.",
    };
    ROOM.fill(&[&megabytes(room.used), &megabytes(room.free())])
}

/// Little room is left.
pub fn low_room(room: Room) -> String {
    const LOW: Text = Text {
        vi: "Máy sắp hết chỗ: chỉ còn khoảng {} MB cho Sổ OCOP. Hãy xuất tệp và xóa bớt dữ liệu khác trên máy.",
        en: "Little room is left: about {} MB. Export a file and free some space.",
    };
    LOW.fill(&[&megabytes(room.free())])
}

fn megabytes(bytes: u64) -> String {
    super::grouped((bytes / 1_000_000).try_into().unwrap_or(i64::MAX))
}

/// When everything last went into a file, and the writes since.
pub fn last_file(at: Moment, writes: i64) -> String {
    const LAST: Text = Text {
        vi: "Lần gần nhất lưu toàn bộ ra tệp: {}. Từ đó đã có {} lần lưu trên máy.",
        en: "Everything was last exported at {}; {} writes since.",
    };
    LAST.fill(&[&super::date_and_time(at), &super::grouped(writes)])
}
