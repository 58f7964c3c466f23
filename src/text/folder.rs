//! Texts of copies in a folder.

use super::{Text, texts};

texts! {
    TITLE = "Sao lưu vào thư mục", "Copies in a folder";
    HELP = "Chọn một thư mục (ổ USB, thư mục đồng bộ của cơ quan): mỗi lần có điểm khôi phục, Sổ chép toàn bộ dữ liệu vào đó, mỗi ngày một tệp, giữ 30 tệp mới nhất. Tệp mở lại được ở trang Mở tệp.",
        "Choose a folder (a USB stick, a folder the office synchronises): with each restore point everything is written there, one file a day, the newest 30 kept. Such a file opens on the page that opens files.";
    LOOKING = "Đang xem…", "Looking…";
    IMPOSSIBLE = "Trình duyệt này không cho trang ghi vào thư mục. Hãy xuất tệp và giữ ở nơi khác; Chrome và Edge trên máy tính làm được việc này.",
        "This browser lets no page write into a folder. Export files and keep them elsewhere; Chrome and Edge on a computer can do it.";
    CHOOSE = "Chọn thư mục", "Choose a folder";
    ANOTHER = "Chọn thư mục khác", "Choose another folder";
    COPY = "Chép ngay", "Copy now";
    ALLOW = "Cho phép ghi tiếp", "Allow writing again";
    FORGET = "Thôi sao lưu vào thư mục", "Stop copying";
    NEVER = "Chưa chép được bản nào.", "No copy was written yet.";
    TO_BE_ASKED = "Trình duyệt cần được cho phép lại sau mỗi lần đóng. Chưa cho phép thì chưa có bản sao mới.",
        "The browser wants to be allowed again after it was closed. Until then there are no new copies.";
    LOCK = "Mã hóa các bản sao bằng mật khẩu", "Encrypt the copies";
    LOCK_HELP = "Ai nhặt được ổ USB hay xem được thư mục cũng không đọc được bản sao. Quên mật khẩu thì không ai mở được, kể cả bạn. Máy không giữ mật khẩu, chỉ giữ khóa ghi.",
        "Whoever finds the drive cannot read the copies; nobody can without the passphrase. The device keeps no passphrase.";
    LOCK_FIELD = "Mật khẩu của các bản sao", "Passphrase of the copies";
    LOCK_DO = "Mã hóa từ bây giờ", "Encrypt from now on";
    LOCKED = "Các bản sao được mã hóa; mở bằng mật khẩu ở trang Mở tệp. Bản sao cũ chưa mã hóa vẫn nằm trong thư mục: tự xóa nếu không muốn giữ.",
        "Copies are encrypted; they open with the passphrase. Older ones that are not stay in the folder until you delete them.";
    UNLOCK = "Thôi mã hóa bản sao", "Stop encrypting";
    NO_PASSPHRASE = "Ghi mật khẩu trước đã.", "Enter a passphrase first.";
    UNABLE = "Trình duyệt này không mã hóa được ở địa chỉ này. Không có gì thay đổi.", "This browser cannot encrypt here. Nothing changed.";
    DENIED = "Trình duyệt không cho ghi vào thư mục này nữa. Hãy cho phép lại hoặc chọn thư mục khác.",
        "The browser does not let us write into this folder any more. Allow it again or choose another one.";
}

/// Which folder.
pub fn is_in(name: &str) -> String {
    const IN: Text = Text { vi: "Thư mục: {}", en: "Folder: {}" };
    IN.fill(&[name])
}

/// When the last copy was written.
pub fn last(at: &str) -> String {
    const LAST: Text = Text { vi: "Bản sao gần nhất: {}.", en: "Last copy: {}." };
    LAST.fill(&[at])
}

/// The last copy could not be written.
pub fn failed(why: &str) -> String {
    const FAILED: Text = Text {
        vi: "Lần chép gần nhất không được ({}). Dữ liệu trên máy vẫn nguyên. Hãy xem ổ đĩa còn cắm, còn chỗ không, rồi chép lại.",
        en: "The last copy could not be written ({}). The data on this device is whole. See whether the drive is there and has room, and copy again.",
    };
    FAILED.fill(&[why])
}
