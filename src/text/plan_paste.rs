//! Texts of the page that takes a pasted plan apart.

use super::{Text, texts};

texts! {
    LEAD = "Dán toàn văn một kế hoạch (từ Word, PDF hoặc cổng thông tin). Sổ tách thành các phần để bạn xem, sửa và xác nhận; không câu nào bị bỏ mất.",
        "Paste the whole text of a plan. It is taken apart for you to put right and confirm; nothing is lost.";
    HERE = "Dán văn bản vào đây", "Paste here";
    READ = "Đọc văn bản", "Read the text";
    FOUND = "Xem và xác nhận từng phần", "Look at each part and confirm it";
    FOUND_HELP = "Mỗi phần dưới đây là những gì Sổ đọc được. Sửa ngay tại chỗ nếu chưa đúng rồi xác nhận. Xóa một dòng thì lời văn của dòng ấy vẫn còn trong văn bản. Việc đang làm dở được giữ trên máy này.",
        "Each part shows what was read. Put it right where it is wrong, then confirm it. A row that is deleted leaves its words in the text. What is begun is kept on this device.";
    STEPS = "Các phần của văn bản", "The parts of the text";
    THE_TEXT = "Các đề mục và lời văn", "Headings and text";
    NONE_HERE = "Không đọc được gì cho phần này. Nếu văn bản có, hãy ghi thêm tại đây.",
        "Nothing was read for this part. Enter it here if the text has it.";
    CONFIRM = "Phần này đúng, sang phần sau", "This part is right, on to the next";
    CONFIRM_ALL = "Xác nhận mọi phần còn lại", "Confirm all parts that are left";
    IS_CONFIRMED = "đã xác nhận", "confirmed";
    CREATE = "Thành kế hoạch", "Make it a plan";
    DROP = "Bỏ, dán văn bản khác", "Drop it and paste another text";
    SURE = "Bỏ kết quả đang xem? Văn bản đã dán và các sửa đổi tại đây sẽ không còn.",
        "Drop what was read? The pasted text and the changes made here will be gone.";
    LEFT_OUT = "Phần văn bản không thuộc kế hoạch", "Text that is not the plan's";
    LEFT_OUT_HELP = "Các dòng này (thực đơn, số trang, quốc hiệu…) không xếp vào phần nào. Chúng được giữ trong ghi chú nội bộ của kế hoạch, không in ra. Nếu có dòng thuộc kế hoạch, hãy chép vào đúng phần.",
        "These lines have no place in the plan. They are kept in its own remarks, never printed. If one of them is the plan's, copy it to its part.";
    NOT_KEPT = "Chưa giữ được trên máy này. Hãy hoàn thành trước khi đóng trang.",
        "It could not be kept on this device. Finish before closing the page.";
}

/// How far the person is.
pub fn confirmed(seen: usize, all: usize) -> String {
    const SEEN: Text = Text { vi: "Đã xác nhận {}/{} phần.", en: "{} of {} parts are confirmed." };
    SEEN.fill(&[&seen.to_string(), &all.to_string()])
}

/// A part with how much was found in it.
pub fn with_count(name: &str, count: usize) -> String {
    const WITH: Text = Text { vi: "{} ({})", en: "{} ({})" };
    if count == 0 { name.to_owned() } else { WITH.fill(&[name, &count.to_string()]) }
}
