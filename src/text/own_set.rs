//! Texts of changing a copy of a criteria set.

use super::{Text, texts};

texts! {
    COPY = "Sao chép bộ này để sửa", "Copy this set to change it";
    NEXT = "Sửa thành bản mới", "Change into a new version";
    DRAFTS = "Bản sao đang sửa", "Copies being changed";
    LEAD = "Các ô tự lưu thành bản nháp trên máy này. Khi lưu, bộ thành một bản riêng không đổi được nữa; phiên đã dùng bản cũ không thay đổi.",
        "The fields save themselves as a draft. Kept, it is a version that never changes.";
    NAME = "Tên bộ sản phẩm", "Name of the set";
    NOTE = "Khác gì so với bản trước", "What is different from the version before";
    TITLE_OF = "Tên", "Title";
    POINTS = "Điểm tối đa", "Most points";
    REMARK = "Ghi chú của tiêu chí", "Remark";
    TITLE_STAR = "Dấu sao ở tên tiêu chí", "Star mark of the title";
    OPTION = "Lời của phương án", "Text of the option";
    OPTION_POINTS = "Điểm", "Points";
    STAR = "Dấu sao", "Star mark";
    NO_STAR = "Không có", "None";
    ADD = "Thêm phương án", "Add an option";
    REMOVE = "Bỏ phương án", "Remove the option";
    CHECKS = "Kiểm tra", "Checks";
    DISCARD = "Bỏ bản nháp", "Discard the draft";
    DISCARD_ASK = "Bỏ mọi chỗ đã sửa trong bản nháp này?", "Discard everything changed in this draft?";
    UNCHANGED = "Bản nháp: chưa có thay đổi mới.", "Draft: nothing new.";
    KEEPING = "Bản nháp: đang lưu…", "Draft: being saved…";
    KEPT = "Bản nháp: đã lưu trên máy này.", "Draft: saved on this device.";
    UNSAVED = "Chưa lưu được bản nháp: đừng đóng trang; hãy lưu thành bản riêng hoặc thử sửa lại.",
        "The draft could not be saved: do not close the page.";
    FAULTY = "Còn lỗi nêu ở trên: sửa xong mới lưu được.", "Faults are left: mend them first.";
}

/// `Sửa: Hoa`.
pub fn title(name: &str) -> String {
    const TITLE: Text = Text { vi: "Sửa bộ tiêu chí: {}", en: "Change the set: {}" };
    TITLE.fill(&[name])
}

/// `Lưu thành bản 2`.
pub fn save(version: u32) -> String {
    const SAVE: Text = Text { vi: "Lưu thành bản {}", en: "Keep as version {}" };
    SAVE.fill(&[&version.to_string()])
}

/// `Các phần cộng lại: 98 điểm (phải bằng 100)`.
pub fn sum(points: i64) -> String {
    const RIGHT: Text = Text { vi: "Các phần cộng lại: 100 điểm.", en: "The parts add up to 100." };
    const WRONG: Text = Text {
        vi: "Các phần cộng lại: {} điểm (phải bằng 100).",
        en: "The parts add up to {}, not 100.",
    };
    if points == 100 { RIGHT.get().to_owned() } else { WRONG.fill(&[&points.to_string()]) }
}

/// `Phương án 2`.
pub fn nth_option(number: usize) -> String {
    const NTH: Text = Text { vi: "Phương án {}", en: "Option {}" };
    NTH.fill(&[&number.to_string()])
}
