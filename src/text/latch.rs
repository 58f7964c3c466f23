//! Texts of the PIN that covers the screen.

use super::texts;

texts! {
    TITLE = "Mã PIN che màn hình", "PIN that covers the screen";
    HELP = "Dùng cho máy nhiều người cầm: khi mở Sổ, và sau mười phút không ai chạm vào, màn hình hỏi mã. Mã chỉ che màn hình chứ không mã hóa: dữ liệu vẫn nằm trên máy, người rành máy tính vẫn đọc được và trang cứu hộ vẫn lấy ra được. Máy chứa dữ liệu cần giữ kín thì phải dùng khóa và tài khoản của chính máy.",
        "For a device that several people use: on opening, and after ten minutes without a touch, the screen asks for it. It covers and does not encrypt: who knows computers can still read the data, and the rescue page still gives it out. For what must stay secret, use the device's own lock and accounts.";
    NEW_PIN = "Mã mới (4 đến 8 chữ số)", "New PIN (4 to 8 digits)";
    SET = "Đặt mã", "Set it";
    IS_SET = "Đã đặt mã.", "The PIN is set.";
    NO_PIN = "Mã phải gồm 4 đến 8 chữ số, và trình duyệt phải cho trang lưu thiết lập. Chưa có gì thay đổi.",
        "A PIN has 4 to 8 digits, and the browser must let the page keep settings. Nothing has changed.";
    COVER = "Che màn hình ngay", "Cover the screen now";
    REMOVE = "Bỏ mã", "Remove the PIN";
    IS_REMOVED = "Đã bỏ mã.", "The PIN is removed.";
    COVERED = "Màn hình đang được che", "The screen is covered";
    PIN = "Mã PIN", "PIN";
    OPEN = "Mở", "Open";
    WRONG = "Mã không đúng. Dữ liệu vẫn nguyên.", "Not the PIN. The data is whole.";
    WAIT = "Đã nhập sai nhiều lần. Hãy đợi một phút rồi thử lại.", "Too many wrong ones. Wait a minute and try again.";
    FORGOTTEN = "Quên mã?", "Forgotten?";
    FORGOTTEN_HELP = "Dữ liệu không mất. Mở trang cứu hộ và lưu mọi dữ liệu ra tệp; sau đó xóa dữ liệu của trang này trong trình duyệt rồi mở lại tệp ấy.",
        "Nothing is lost. Open the rescue page and save everything as a file; then clear this page's data in the browser and open that file.";
    RESCUE = "Mở trang cứu hộ", "Open the rescue page";
}
