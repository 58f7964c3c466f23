//! Texts of the frame: names, navigation, the saving sign, faults.

use super::{Text, texts};
use crate::domain::moment::Moment;
use crate::storage::StoreError;

texts! {
    APP = "Sổ OCOP", "OCOP Ledger";
    HOME = "Trang đầu", "Home";
    PLANS = "Kế hoạch", "Plans";
    PRODUCTS = "Sản phẩm", "Products";
    CRITERIA = "Bộ tiêu chí", "Criteria";
    DUE = "Việc và hạn", "Due";
    OPEN_FILE = "Mở tệp", "Open a file";
    DATA = "Dữ liệu trên máy", "Data on this device";
    SKIP = "Đến nội dung chính", "Skip to content";
    SAVING = "Đang lưu…", "Saving…";
    NOT_SAVED = "Chưa lưu được", "Not saved";
    NOTHING_TO_SAVE = "Chưa có thay đổi", "No changes yet";
    RETRY = "Thử lưu lại", "Try saving again";
    EXPORT_NOW = "Xuất tệp ngay", "Export a file now";
    NOT_SAVED_HELP = "Thay đổi vẫn còn trên màn hình này. Đừng đóng trang; hãy xuất tệp hoặc thử lưu lại.",
        "Your changes are still on this screen. Do not close the page; export a file or try again.";
    LEAVE_UNSAVED = "Có thay đổi chưa lưu được trên máy này. Rời trang bây giờ sẽ mất các thay đổi đó. Vẫn rời trang?",
        "Some changes are not saved on this device. Leaving now loses them. Leave anyway?";
    LOADING = "Đang mở sổ…", "Opening the ledger…";
    BACK = "Quay lại", "Back";
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
    PRACTICE_MARK = "Thực hành – không phải kết quả chính thức", "Practice – not an official result";
    SELF_CHECK_MARK = "Tự chấm thử – không phải kết quả chính thức", "Self-check – not an official result";
    ADVISORY_MARK = "Thẩm định – không phải kết quả của hội đồng", "Advisory check – not a council's result";
    OFFLINE_READY = "Sẵn sàng ngoại tuyến", "Ready offline";
    ELSEWHERE = "Sổ cũng đang mở ở thẻ khác. Làm ở thẻ nào cũng được, thẻ kia tự cập nhật.",
        "Open in another tab too. Work in either; the other one follows.";
    UPDATE_READY = "Có bản mới. Bản đang dùng vẫn chạy bình thường.", "A new version is ready. This one keeps working.";
    UPDATE_NOW = "Dùng bản mới", "Use the new version";
    UNDO = "Hoàn tác", "Undo";
    REDO = "Làm lại", "Redo";
    DELETE = "Xóa", "Delete";
    EDIT = "Sửa", "Edit";
    WAYS = "Lối đi", "Ways";
    LOOK = "Giao diện", "Look";
    LIGHT = "Sáng", "Light";
    OUTDOOR = "Ngoài trời (đen trên trắng, nét đậm)", "Outdoor (black on white, thick lines)";
    DARK = "Tối", "Dark";
    NO_ROOM = "Máy đã hết chỗ trống nên chưa lưu được. Thay đổi vẫn còn trên màn hình này; hãy xuất tệp, xóa bớt dữ liệu khác rồi thử lại.",
        "The device is full. Your changes are still on this screen; export a file, free some space, try again.";
    OTHER_TAB = "Sổ đang mở ở một thẻ khác và đã thay đổi ở đó. Thay đổi ở đây vẫn còn trên màn hình; hãy xuất tệp rồi tải lại trang này.",
        "The ledger is open in another tab and changed there. Export a file, then reload this page.";
    NEWER_APP = "Dữ liệu trên máy do một bản mới hơn của ứng dụng ghi. Hãy tải lại trang để dùng bản mới; dữ liệu không bị động đến.",
        "The data was written by a newer version of the app. Reload to use it; nothing was touched.";
    UNREADABLE = "Chưa đọc được dữ liệu trên máy. Dữ liệu vẫn nằm nguyên trên máy. Ứng dụng đang đọc lại; nếu lâu không được, hãy đóng các thẻ khác rồi tải lại trang này.",
        "The data on this device cannot be read yet. It is still there. The app keeps trying; if it takes long, close the other tabs and reload.";
    RELOAD = "Tải lại trang", "Reload";
    GO_WITHOUT = "Làm tiếp khi chưa có dữ liệu cũ (không lưu vào máy)", "Go on without it (nothing is saved here)";
    UNREAD = "Có bản ghi trên máy chưa đọc được; chúng được giữ nguyên. Hãy xuất tệp và báo người hỗ trợ.",
        "Some stored records could not be read; they are left as they are.";
}

/// Why changes are not saved, what is safe, what to do.
pub fn why_not_saved(fault: Option<&StoreError>) -> String {
    let text = match fault {
        Some(StoreError::Missing) => STORE_BLOCKED,
        Some(StoreError::Quota) => NO_ROOM,
        Some(StoreError::Blocked | StoreError::Superseded | StoreError::Overtaken(_)) => OTHER_TAB,
        Some(StoreError::TooNew) => NEWER_APP,
        _ => NOT_SAVED_HELP,
    };
    text.get().to_owned()
}

/// Why records cannot be read, what is safe, what to do.
pub fn why_not_read(fault: &StoreError) -> &'static str {
    if *fault == StoreError::TooNew { NEWER_APP.get() } else { UNREADABLE.get() }
}

/// The saving sign when all is saved.
pub fn saved_at(moment: Moment) -> String {
    const AT: Text = Text { vi: "Đã lưu {}", en: "Saved {}" };
    AT.fill(&[&super::time(moment)])
}
