//! Texts of the page that takes a pasted plan apart.

use super::{Text, texts};
use crate::exchange::sheets::{Kin, NotOpened};

texts! {
    LEAD = "Mở tệp Word của một kế hoạch, hoặc dán toàn văn kế hoạch (từ Word, PDF hoặc cổng thông tin). Sổ tách thành các phần để bạn xem, sửa và xác nhận; không câu nào bị bỏ mất.",
        "Open the Word file of a plan, or paste its whole text. It is taken apart for you to put right and confirm; nothing is lost.";
    FILE = "Tệp Word (.docx) của kế hoạch", "Word file (.docx) of the plan";
    FILE_HELP = "Chọn tệp hoặc kéo tệp thả vào trang này. Tệp chỉ được đọc trên máy này, không gửi đi đâu.",
        "Choose a file or drop it on this page. It is read on this device and goes nowhere.";
    READING = "Đang đọc tệp…", "Reading the file…";
    STOP = "Dừng", "Stop";
    OR_PASTE = "Hoặc dán văn bản vào đây", "Or paste the text here";
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

/// Why a file is not read as the text of a plan, and what to do instead.
pub fn not_read(why: NotOpened) -> String {
    const EMPTY: Text = Text {
        vi: "Tệp không có chữ nào. Nếu là bản quét (ảnh chụp), hãy tìm bản gõ trên máy rồi mở tệp đó.",
        en: "There are no words in the file. A scan cannot be read.",
    };
    const TOO_LARGE: Text = Text {
        vi: "Tệp lớn hơn {} MB. Hãy mở bằng Word, chép phần lời văn rồi dán vào ô dưới đây.",
        en: "The file is larger than {} MB. Copy its text and paste it below.",
    };
    const EXPANDS: Text = Text {
        vi: "Tệp này phình ra quá lớn khi mở, có thể bị hỏng hoặc cố ý làm treo máy, nên không được đọc. Nếu là tệp của bạn, hãy mở bằng Word, chép phần lời văn rồi dán vào ô dưới đây.",
        en: "The file would expand too far, and was not read.",
    };
    const LOCKED: Text = Text {
        vi: "Tệp có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu rồi lưu lại; hoặc chép lời văn và dán vào ô dưới đây.",
        en: "The file has a password. Take it away in Word, or paste the text below.",
    };
    const BROKEN: Text = Text {
        vi: "Tệp bị hỏng hoặc bị cắt ngang. Hãy xin lại tệp, hoặc mở bằng Word, chép lời văn rồi dán vào ô dưới đây.",
        en: "The file is damaged or cut off.",
    };
    const DOC: Text = Text {
        vi: "Đây là tệp Word đời cũ (.doc), Sổ không đọc được. Hãy mở bằng Word rồi chọn Lưu thành… kiểu .docx và mở lại tại đây; hoặc bấm Ctrl+A, Ctrl+C trong Word rồi dán vào ô dưới đây.",
        en: "A .doc of old Word. Open it in Word and save it as .docx, or copy all of it and paste it below.",
    };
    const PDF: Text = Text {
        vi: "Đây là tệp PDF. Hãy mở tệp, chọn hết lời văn (Ctrl+A), chép (Ctrl+C) rồi dán vào ô dưới đây. Nếu không chọn được chữ thì tệp là bản quét: hãy xin bản Word.",
        en: "A PDF. Open it, copy all of its text and paste it below.",
    };
    const SHEET: Text = Text {
        vi: "Đây là bảng tính, không phải văn bản kế hoạch. Danh sách sản phẩm, chỉ tiêu… được mở ở từng phần của kế hoạch.",
        en: "A spreadsheet. Lists are opened in the parts of a plan.",
    };
    const PICTURE: Text = Text {
        vi: "Đây là ảnh. Sổ không đọc chữ trong ảnh: hãy xin bản Word của kế hoạch.",
        en: "A picture. Ask for the Word file.",
    };
    const OURS: Text = Text {
        vi: "Đây là tệp dữ liệu của Sổ. Hãy mở tại trang “Mở tệp”.",
        en: "A file of this program. Open it on the page for that.",
    };
    const OTHER: Text = Text {
        vi: "Sổ không đọc được loại tệp này. Hãy mở bằng chương trình đã tạo ra nó, chép lời văn rồi dán vào ô dưới đây.",
        en: "This kind of file is not read. Copy its text and paste it below.",
    };
    match why {
        NotOpened::Empty => EMPTY.get().to_owned(),
        NotOpened::TooLarge(bytes) => TOO_LARGE.fill(&[&(bytes / 1_000_000).to_string()]),
        NotOpened::Expands | NotOpened::TooManyRows(_) | NotOpened::TooManyCells(_) => EXPANDS.get().to_owned(),
        NotOpened::Locked => LOCKED.get().to_owned(),
        NotOpened::Broken => BROKEN.get().to_owned(),
        NotOpened::NoText | NotOpened::NoSheet => OTHER.get().to_owned(),
        NotOpened::Other(kin) => match kin {
            Kin::Doc => DOC.get(),
            Kin::Pdf => PDF.get(),
            Kin::Xlsx | Kin::Xls | Kin::Xlsb | Kin::Ods => SHEET.get(),
            Kin::Picture => PICTURE.get(),
            Kin::Ours => OURS.get(),
            Kin::Document | Kin::Archive => OTHER.get(),
        }
        .to_owned(),
    }
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
