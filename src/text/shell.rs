//! Texts of the frame: names, navigation, the saving sign, faults.

use super::{Text, texts};
use crate::domain::moment::Moment;

texts! {
    APP = "Sổ OCOP", "OCOP Ledger";
    HOME = "Trang đầu", "Home";
    OPEN_FILE = "Mở tệp", "Open a file";
    DATA = "Dữ liệu trên máy", "Data on this device";
    SKIP = "Đến nội dung chính", "Skip to content";
    SAVING = "Đang lưu…", "Saving…";
    SAVED = "Đã lưu", "Saved";
    NOT_SAVED = "Chưa lưu được", "Not saved";
    NOTHING_TO_SAVE = "Chưa có thay đổi", "No changes yet";
    RETRY = "Thử lưu lại", "Try saving again";
    EXPORT_NOW = "Xuất tệp ngay", "Export a file now";
    NOT_SAVED_HELP = "Thay đổi vẫn còn trên màn hình này. Đừng đóng trang; hãy xuất tệp hoặc thử lưu lại.",
        "Your changes are still on this screen. Do not close the page; export a file or try again.";
    LOADING = "Đang mở sổ…", "Opening the ledger…";
    BACK = "Quay lại", "Back";
    CLOSE = "Đóng", "Close";
    CANCEL = "Thôi", "Cancel";
    PRINT = "In", "Print";
    NOT_FOUND = "Không có trang này", "No such page";
    NOT_FOUND_HELP = "Đường dẫn có thể đã cũ, hoặc dữ liệu không nằm trên máy này.",
        "The link may be old, or the data is not on this device.";
    STORE_BLOCKED = "Trình duyệt không cho trang này lưu dữ liệu trên máy (có thể đang ở chế độ ẩn danh). Có thể xem và chấm thử, nhưng hãy xuất tệp trước khi đóng.",
        "The browser does not let this page keep data (private mode?). You can look and try, but export a file before closing.";
    SET_FAULT = "Chưa đọc được bộ tiêu chí. Phiếu và điểm đã lưu không bị ảnh hưởng.",
        "The criteria set could not be read. Saved sheets are not affected.";
    SET_CHANGED = "Bộ tiêu chí trên máy khác với bộ đã ghim cho phiên này. Không chấm tiếp để tránh sai kết quả; hãy dùng đúng phiên bản ứng dụng của phiên.",
        "The criteria set on this device differs from the one pinned in the session. Scoring is stopped to avoid a wrong result.";
    TRY_AGAIN = "Thử lại", "Try again";
    PRACTICE_MARK = "Thực hành – không phải kết quả chính thức", "Practice – not an official result";
    SELF_CHECK_MARK = "Tự chấm thử – không phải kết quả chính thức", "Self-check – not an official result";
    OFFLINE_READY = "Sẵn sàng ngoại tuyến", "Ready offline";
    UPDATE_READY = "Có bản mới. Bản đang dùng vẫn chạy bình thường.", "A new version is ready. This one keeps working.";
    UPDATE_NOW = "Dùng bản mới", "Use the new version";
    UNDO = "Hoàn tác", "Undo";
    REDO = "Làm lại", "Redo";
    DELETE = "Xóa", "Delete";
    EDIT = "Sửa", "Edit";
    ADD = "Thêm", "Add";
}

/// The saving sign when all is saved.
pub fn saved_at(moment: Moment) -> String {
    const AT: Text = Text { vi: "Đã lưu {}", en: "Saved {}" };
    AT.fill(&[&super::time(moment)])
}
