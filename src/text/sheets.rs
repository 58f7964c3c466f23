//! Texts of spreadsheets going out and coming in, of files handed to somebody, of files that arrive.

use super::{Text, texts};
use crate::exchange::sheets::{Form, Kin, NotOpened, Remark};

texts! {
    OPEN = "Mở bảng tính", "Open a spreadsheet";
    OPEN_HELP = "Tệp Excel (.xlsx) hoặc CSV. Chưa có gì thay đổi cho đến khi bạn xem trước và đồng ý. Cũng có thể thả tệp vào trang này.",
        "An Excel (.xlsx) or CSV file. Nothing changes before you have seen it. Files can be dropped on the page too.";
    CHOOSE = "Chọn tệp", "Choose a file";
    CHOOSE_SHEET = "Tệp có nhiều trang tính. Chọn trang cần lấy:", "Choose a sheet:";
    HIDDEN = " (đang ẩn)", " (hidden)";
    READING = "Đang đọc bảng tính…", "Reading…";
    STOP = "Dừng", "Stop";
    CLOSE = "Đóng", "Close";
    OTHER = "Chọn tệp khác", "Another file";
    EXPORT = "Xuất bảng này", "Export this table";
    EXPORT_HELP = "Đúng những dòng và cột đang thấy, theo thứ tự đang thấy.", "The rows and columns in sight.";
    SHARE = "Chia sẻ", "Share";
    SHARE_LIST = "Chia sẻ bảng này", "Share this table";
    RESULTS = "Bảng tính kết quả (Excel)", "Results as a workbook";
    SHARE_SESSION = "Chia sẻ phiên này", "Share this session";
    SHARE_ALL = "Chia sẻ mọi dữ liệu", "Share everything";
    READY = "Tệp đã sẵn sàng", "The file is ready";
    SEND = "Gửi qua Zalo, email…", "Send with another app";
    SAVE = "Lưu tệp về máy", "Save the file";
    MESSAGE = "Lời nhắn gửi kèm", "Message to go with it";
    COPY = "Chép lời nhắn", "Copy the message";
    NO_SHARING = "Máy này không gửi thẳng loại tệp này được. Hãy lưu tệp về máy, rồi đính kèm vào Zalo hoặc email cùng lời nhắn dưới đây.",
        "This device cannot send this kind of file. Save it, then attach it.";
    NOT_SHARED = "Chưa gửi được. Hãy lưu tệp về máy rồi đính kèm.", "Not sent. Save the file and attach it.";
    NOT_WRITTEN = "Không ghi được bảng tính. Dữ liệu trên máy không thay đổi. Nếu máy chưa từng tải phần này, hãy nối mạng rồi thử lại.",
        "The spreadsheet was not written. If this part was never loaded, go online and try again.";
    NOT_VERIFIED = "Tệp kết quả vừa ghi CHƯA đối chiếu được với ứng dụng. Chỉ dùng bảng kết quả in từ ứng dụng, và báo cho người phụ trách.",
        "The workbook was NOT verified. Use the results printed by the app.";
    STOPPED_SHORT = "Đang ghi tệp", "Writing the file";
    IS_SHEET = "Đây là một bảng tính. Bảng tính được mở ở danh sách cần lấy:", "This is a spreadsheet: open it in a list:";
    TO_PRODUCTS = "Mở danh sách sản phẩm", "Products";
    TO_PRODUCERS = "Mở danh sách chủ thể", "Producers";
    FROM_FILE = "Lấy từ bảng tính.", "From a spreadsheet.";
}

/// What a form is called on a button.
pub const fn form(form: Form) -> Text {
    match form {
        Form::Xlsx => Text { vi: "Excel (.xlsx)", en: "Excel (.xlsx)" },
        Form::Csv => Text { vi: "CSV", en: "CSV" },
        Form::Ndjson => Text { vi: "NDJSON (cho máy đọc)", en: "NDJSON (for programs)" },
    }
}

/// What is to be known about a file that was read.
pub fn remark(remark: Remark) -> &'static str {
    const MACROS: Text = Text {
        vi: "Tệp có macro. Ứng dụng không chạy macro; chỉ lấy các ô.",
        en: "The file has macros; they were not run.",
    };
    const LINKS: Text = Text {
        vi: "Tệp có ô lấy số từ tệp khác. Ứng dụng không mở tệp khác; lấy giá trị lưu lần cuối.",
        en: "Some cells come from other files; the values last kept were taken.",
    };
    const LETTERS: Text = Text {
        vi: "Chữ trong tệp được đọc theo bảng mã Windows-1258. Hãy xem kỹ dấu tiếng Việt trong bản xem trước.",
        en: "Letters were read as Windows-1258; look at the marks.",
    };
    match remark {
        Remark::Macros => MACROS.get(),
        Remark::Links => LINKS.get(),
        Remark::OldLetters => LETTERS.get(),
    }
}

/// Why a spreadsheet is not read, and what to do.
pub fn not_opened(why: NotOpened) -> String {
    const EMPTY: Text = Text { vi: "Tệp hoặc trang tính này không có ô nào.", en: "There is nothing in it." };
    const TOO_LARGE: Text = Text {
        vi: "Tệp lớn hơn {} MB. Hãy tách thành nhiều tệp nhỏ.",
        en: "The file is larger than {} MB. Part it.",
    };
    const EXPANDS: Text = Text {
        vi: "Tệp này phình ra quá lớn khi mở, có thể bị hỏng hoặc cố ý làm treo máy. Ứng dụng không mở. Nếu là tệp của bạn, hãy chép riêng các ô cần lấy sang tệp mới.",
        en: "The file would expand too far, and was not opened.",
    };
    const ROWS: Text = Text {
        vi: "Trang tính có hơn {} dòng. Hãy chép riêng phần cần lấy sang tệp mới.",
        en: "The sheet has more than {} rows.",
    };
    const CELLS: Text = Text {
        vi: "Trang tính có hơn {} ô. Hãy chép riêng phần cần lấy sang tệp mới.",
        en: "The sheet has more than {} cells.",
    };
    const LOCKED: Text = Text {
        vi: "Tệp có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại.",
        en: "The file has a password.",
    };
    const BROKEN: Text = Text {
        vi: "Tệp bị hỏng hoặc bị cắt ngang. Hãy xin lại tệp.",
        en: "The file is damaged or cut off.",
    };
    const NO_TEXT: Text = Text {
        vi: "Không nhận ra chữ trong tệp này. Nếu là bảng tính, hãy mở bằng Excel rồi lưu lại thành .xlsx.",
        en: "No known letters. Save it as .xlsx.",
    };
    const NO_SHEET: Text = Text { vi: "Tệp không có trang tính này.", en: "No such sheet." };
    let number = |count: usize| super::grouped(i64::try_from(count).unwrap_or(i64::MAX));
    match why {
        NotOpened::Empty => EMPTY.get().to_owned(),
        NotOpened::TooLarge(bytes) => TOO_LARGE.fill(&[&(bytes / 1_000_000).to_string()]),
        NotOpened::Expands => EXPANDS.get().to_owned(),
        NotOpened::TooManyRows(rows) => ROWS.fill(&[&number(rows)]),
        NotOpened::TooManyCells(cells) => CELLS.fill(&[&number(cells)]),
        NotOpened::Locked => LOCKED.get().to_owned(),
        NotOpened::Other(kin) => other(kin).to_owned(),
        NotOpened::Broken => BROKEN.get().to_owned(),
        NotOpened::NoText => NO_TEXT.get().to_owned(),
        NotOpened::NoSheet => NO_SHEET.get().to_owned(),
    }
}

fn other(kin: Kin) -> &'static str {
    const OLD: Text = Text {
        vi: "Đây là bảng tính kiểu cũ hoặc của phần mềm khác. Hãy mở bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As) loại .xlsx rồi mở lại ở đây.",
        en: "Another kind of spreadsheet: save it as .xlsx.",
    };
    const DOCUMENT: Text = Text {
        vi: "Đây là văn bản, không phải bảng tính. Nếu có bảng trong đó, hãy chép bảng rồi dán vào danh sách.",
        en: "A document: copy its table and paste it.",
    };
    const PDF: Text = Text {
        vi: "Đây là tệp PDF, không phải bảng tính. Hãy xin bản Excel.",
        en: "A PDF; ask for the spreadsheet.",
    };
    const PICTURE: Text = Text { vi: "Đây là ảnh, không phải bảng tính.", en: "A picture." };
    const OURS: Text = Text {
        vi: "Đây không phải bảng tính mà giống tệp do Sổ OCOP xuất ra. Hãy mở ở trang Mở tệp.",
        en: "This looks like a file of this app: open it on the page Open a file.",
    };
    const ARCHIVE: Text = Text {
        vi: "Đây là tệp nén. Hãy giải nén rồi mở bảng tính ở trong.",
        en: "An archive: unpack it first.",
    };
    match kin {
        Kin::Xls | Kin::Xlsx | Kin::Xlsb | Kin::Ods => OLD.get(),
        Kin::Document | Kin::Doc => DOCUMENT.get(),
        Kin::Pdf => PDF.get(),
        Kin::Picture => PICTURE.get(),
        Kin::Ours => OURS.get(),
        Kin::Archive => ARCHIVE.get(),
    }
}

/// What is written to somebody who gets a file; `address` is that of this app.
pub fn message(name: &str, address: &str) -> String {
    const OURS: Text = Text {
        vi: "Gửi anh/chị tệp dữ liệu OCOP “{}”. Để xem: mở {} rồi bấm “Mở tệp” và chọn tệp này (tên tệp có đổi cũng không sao). Không cần tài khoản; dữ liệu ở lại trên máy của anh/chị.",
        en: "Here is the OCOP file “{}”. Open {}, press “Mở tệp” and choose it.",
    };
    const PLAIN: Text = Text { vi: "Gửi anh/chị tệp “{}” từ Sổ OCOP.", en: "Here is the file “{}”." };
    if name.ends_with(".json") { OURS.fill(&[name, address]) } else { PLAIN.fill(&[name]) }
}

/// `1,2 MB`, `34 kB`.
pub fn size(bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1000);
    if kilobytes < 1000 {
        return [&kilobytes.to_string(), " kB"].concat();
    }
    [&(kilobytes / 1000).to_string(), ",", &(kilobytes % 1000 / 100).to_string(), " MB"].concat()
}
