//! Texts of opening, taking in and taking back files, and of the data on this device.

use super::{Text, texts};
use crate::domain::plan::Period;
use crate::exchange::{Counts, ImportError, LockedFault, Warning};
use crate::storage::StoreError;

texts! {
    TITLE = "Mở tệp", "Open a file";
    HELP = "Chọn tệp đã xuất từ Sổ OCOP. Chưa có gì thay đổi cho đến khi bạn xem và đồng ý.",
        "Choose a file exported from this app. Nothing changes until you have seen and agreed.";
    PICK = "Chọn tệp", "Choose a file";
    DROP = "Hoặc thả tệp vào đây", "Or drop a file here";
    READING = "Đang đọc tệp", "Reading the file";
    WRITING = "Đang ghi vào máy", "Writing";
    STOP = "Dừng", "Stop";
    TAKE_IN = "Đưa vào máy này", "Take in";
    NOTHING_NEW = "Tệp này giống hệt dữ liệu trên máy. Không có gì để đưa vào.", "The file equals the data here.";
    DONE = "Đã đưa tệp vào máy. Có thể hoàn tác ở trang Dữ liệu trên máy.", "Taken in. It can be undone on the data page.";
    CHANGED_BOTH = "Khác với bản trên máy. Giữ bản trên máy, trừ khi bạn chọn bản trong tệp:",
        "Differs from what is here. The device's version stays unless you choose the file's:";
    KEEP_DEVICE = "Giữ bản trên máy", "Keep this device's";
    TAKE_FILE = "Lấy bản trong tệp", "Take the file's";
    DELETED_GROUP = "(đã xóa)", "(deleted)";
    PRODUCT = "Sản phẩm, cùng ý tưởng, hồ sơ, giấy chứng nhận và tệp kèm theo", "Product with its ideas, dossiers, certificates and files";
    OFFICE = "Thiết lập của đơn vị", "Settings of the office";
    OWN_SET = "Bộ tiêu chí riêng", "An own criteria set";
    PRODUCER = "Chủ thể", "Producer";
    WARNINGS = "Điều cần chú ý trong tệp", "Odd things in the file";
    NOT_READ = "Không đọc được tệp này từ máy. Dữ liệu trên máy không thay đổi.", "The file could not be read. Nothing changed.";
    NOT_STARTED = "Chưa tải được phần xử lý tệp của ứng dụng. Hãy nối mạng, tải lại trang rồi thử lại.",
        "The part of the app that handles files could not be loaded. Go online, reload, try again.";
    STOPPED = "Việc xử lý tệp đã dừng giữa chừng, có thể vì máy thiếu bộ nhớ. Hãy đóng bớt ứng dụng khác rồi thử lại.",
        "Handling the file stopped, perhaps for lack of memory. Close other apps and try again.";
    UNSURE = "Việc ghi đã dừng giữa chừng. Dữ liệu hoặc đã đổi trọn vẹn, hoặc chưa đổi gì; hãy xem ở trang Dữ liệu trên máy.",
        "Writing stopped. The data has changed completely or not at all; see the data page.";
    EXPORTING = "Đang xuất tệp…", "Exporting…";
    EXPORTED_PART = "Không đọc được dữ liệu đã lưu trên máy, nên tệp vừa xuất chỉ có những gì đang mở ở đây. Hãy giữ tệp này và thử xuất lại sau khi tải lại trang.",
        "The stored data could not be read; the file holds only what is open here. Keep it, and export again after reloading.";
    EXPORTED_RAW = "Chưa xuất được tệp thường, nên đã lưu dữ liệu thô ra tệp so-ocop-du-lieu-tho.json. Hãy giữ tệp này; khi có mạng, tải lại trang rồi xuất lại.",
        "The usual file could not be written, so the raw data was saved. Keep that file; reload when online and export again.";
    NOT_EXPORTED = "Không xuất được tệp. Đừng đóng trang này.", "Nothing could be exported. Do not close this page.";
    SAFE = "Dữ liệu trên máy không thay đổi.", "Nothing on this device has changed.";
    ALL = "Xuất mọi dữ liệu thành tệp", "Export everything";
    EXPORT = "Xuất tệp", "Export";
    ALL_HELP = "Tệp giữ đủ mọi phiên, phiếu, ghi chú và nhật ký để máy khác mở lại y nguyên.",
        "The file holds everything, so that another device opens the same.";
    FOR_WHOM = "Tệp này dành cho ai", "For whom the file is";
    FOR_OFFICE = "Máy khác của đơn vị: đủ mọi dữ liệu", "Another device of the office: everything";
    FOR_PUBLIC = "Công khai: bỏ dữ liệu cá nhân", "The public: without personal data";
    FOR_STUDY = "Ẩn danh: bỏ cả tên chủ thể và sản phẩm", "Study: without names of producers and products";
    PUBLIC_HELP = "Không có trong tệp: tên, chức vụ thành viên hội đồng (thay bằng TV-1, TV-2…); người đại diện, giới tính, dân tộc, khuyết tật; điện thoại, thư điện tử, địa chỉ; ghi chú, ý kiến, lý do; hồ sơ, minh chứng, tệp kèm theo, ý tưởng, kế hoạch, nhật ký; các lần tự chấm thử và thẩm định.",
        "Not in the file: names and posts of council members; representatives, sex, ethnicity, disability; phones, e-mails, addresses; notes, opinions, reasons; dossier papers, evidence, attachments, ideas, plans, the journal; self-checks and advisory checks.";
    STUDY_HELP = "Như tệp công khai, và: tên chủ thể, sản phẩm, phiên thay bằng CT-1, SP-1, PH-1…; không có tên hội đồng, đơn vị, xã, mã số và số văn bản.",
        "As the public file; names of producers, products and sessions become labels; no names of councils, units, communes, no numbers of papers.";
    KEPT = "Trình duyệt đã hứa giữ dữ liệu lâu dài trên máy này.", "The browser promised to keep the data.";
    NOT_KEPT = "Trình duyệt chưa hứa giữ dữ liệu lâu dài: có thể bị xóa khi máy đầy. Hãy xuất tệp thường xuyên.",
        "The browser made no promise to keep the data. Export files often.";
    NOT_ASKED = "Sẽ hỏi trình duyệt giữ dữ liệu lâu dài khi lưu lần đầu.", "Will ask at the first save.";
    IMPORTS = "Các tệp đã đưa vào", "Files taken in";
    NO_IMPORTS = "Chưa đưa tệp nào vào máy này.", "No file has been taken in.";
    IMPORTS_UNREAD = "Chưa đọc được các lần nhập tệp. Dữ liệu vẫn nằm nguyên trên máy; hãy tải lại trang để đọc lại.",
        "The imports cannot be read yet. The data is still on this device; reload this page.";
    UNDO_IMPORT = "Hoàn tác lần đưa vào này", "Undo this import";
    UNDONE = "Đã hoàn tác.", "Undone.";
    OVERTAKEN = "Không hoàn tác được: dữ liệu của lần đưa vào này đã được sửa sau đó. Không có gì thay đổi.",
        "Cannot be undone: the data was changed since. Nothing changed.";
    STORAGE = "Lưu trên máy", "Storage";
    EXPORT_LOCKED = "Xuất tệp có mật khẩu", "Export with a passphrase";
    LOCK = "Đặt mật khẩu cho tệp", "A passphrase for the files";
    LOCK_HELP = "Quên mật khẩu thì không ai mở được tệp. Báo mật khẩu bằng lời, không gửi kèm tệp.",
        "Files are encrypted. Nobody can open them without the passphrase; tell it by word of mouth.";
    LOCK_FIELD = "Mật khẩu của tệp", "Passphrase";
    LOCK_UNABLE = "Chưa mã hóa được, nên chưa lưu tệp nào.", "Nothing was encrypted, so no file was made.";
    HANDED_ON = "Đang chuyển tệp đến trang nhận tệp này…", "Handing the file on to the page that takes it…";
    IS_LOCKED = "Tệp này có mật khẩu.", "This file has a passphrase.";
    UNLOCK = "Mở tệp", "Open the file";
    UNLOCKING = "Đang mở…", "Opening…";
}

/// What a plan of these years is called.
pub fn plan(period: &Period) -> String {
    const PLAN: Text = Text { vi: "Kế hoạch OCOP {}", en: "OCOP plan {}" };
    PLAN.fill(&[&super::plan_pages::years(period.from, period.to)])
}

/// What taking in would do, in numbers.
pub fn counts(counts: Counts) -> String {
    const COUNTS: Text = Text {
        vi: "{} bản ghi mới, {} thay bằng bản mới hơn, {} giống nhau, {} xóa theo tệp, {} khác nhau cần chọn",
        en: "{} new, {} replaced by newer ones, {} the same, {} deleted as in the file, {} to choose",
    };
    let choose = counts.older + counts.conflicts;
    COUNTS.fill(
        &[counts.new, counts.changed, counts.same, counts.deleted, choose]
            .map(|n| n.to_string())
            .each_ref()
            .map(String::as_str),
    )
}

/// Why a file is refused, and where.
pub fn refused(error: &ImportError) -> String {
    const TOO_LARGE: Text = Text {
        vi: "Tệp lớn hơn mức ứng dụng nhận ({} MB).",
        en: "The file is larger than the app takes ({} MB).",
    };
    const NOT_TEXT: Text = Text {
        vi: "Đây không phải tệp văn bản của Sổ OCOP.",
        en: "This is not a text file of this app.",
    };
    const BROKEN: Text = Text {
        vi: "Tệp bị hỏng hoặc bị cắt ngang: dòng {}, ký tự {}.",
        en: "The file is broken or cut off: line {}, character {}.",
    };
    const NOT_OURS: Text =
        Text { vi: "Tệp này không phải do Sổ OCOP xuất ra.", en: "This file was not exported by this app." };
    const NEWER: Text = Text {
        vi: "Tệp do bản mới hơn của ứng dụng ghi. Hãy cập nhật ứng dụng rồi mở lại; tệp không bị động đến.",
        en: "A newer version wrote this file. Update, then open it again; the file is untouched.",
    };
    const FAULT: Text = Text { vi: "Nội dung không đúng ở {}.", en: "Something is wrong at {}." };
    const TWICE: Text =
        Text { vi: "Một bản ghi có hai lần trong tệp ({}).", en: "A record is there twice ({})." };
    let place = |line: &usize, column: &usize| BROKEN.fill(&[&line.to_string(), &column.to_string()]);
    match error {
        ImportError::TooLarge { limit, .. } => TOO_LARGE.fill(&[&(limit / 1_000_000).to_string()]),
        ImportError::NotUtf8 { .. } => NOT_TEXT.get().to_owned(),
        ImportError::NotJson { line, column } | ImportError::TooDeep { line, column } => place(line, column),
        ImportError::NotOurs { .. } => NOT_OURS.get().to_owned(),
        ImportError::Newer { .. } | ImportError::RowNewer { .. } => NEWER.get().to_owned(),
        ImportError::Fault(fault) => FAULT.fill(&[&fault.place.to_string()]),
        ImportError::Duplicate { id } => TWICE.fill(&[id]),
    }
}

/// Why a file with a passphrase was not opened. Nothing of it was read.
pub fn locked_fault(fault: LockedFault) -> String {
    let text: Text = match fault {
        LockedFault::Asks => IS_LOCKED,
        LockedFault::Wrong => Text {
            vi: "Mật khẩu không đúng, hoặc tệp đã bị sửa. Chưa đọc gì từ tệp.",
            en: "Wrong passphrase, or the file was changed. Nothing was read.",
        },
        // The words of other refusals where they fit: the program that a weak tablet loads carries them anyway.
        LockedFault::Newer => return refused(&ImportError::Newer { format: 0, app_version: None }),
        LockedFault::NotLocked | LockedFault::Damaged => {
            Text { vi: "Tệp có mật khẩu này bị hỏng.", en: "The encrypted file is damaged." }
        }
        LockedFault::Unable => Text {
            vi: "Trình duyệt này không mở được tệp có mật khẩu.",
            en: "This browser cannot open it.",
        },
    };
    text.get().to_owned()
}

/// Why the store did not take a file in.
pub fn not_stored(error: &StoreError) -> String {
    match error {
        StoreError::Overtaken(_) => OVERTAKEN.get().to_owned(),
        other => super::shell::why_not_saved(Some(other)),
    }
}

/// Something odd.
pub fn warning(warning: &Warning) -> String {
    const RESULT: Text = Text {
        vi: "Kết quả ghi trong tệp không khớp với điểm tính lại từ các phiếu. Ứng dụng luôn tính lại từ phiếu.",
        en: "A result in the file differs from the sheets. The app always recomputes.",
    };
    const SET: Text = Text {
        vi: "Bộ tiêu chí “{}” trong tệp khác với bộ trên máy này; chưa kiểm tra được kết quả của bộ đó.",
        en: "The set “{}” differs from the one here; its results were not checked.",
    };
    const MISFIT: Text = Text {
        vi: "Có phiếu chứa câu trả lời không có trong bộ tiêu chí (mục {}).",
        en: "A sheet has answers that the set does not offer ({}).",
    };
    const ENTRY: Text = Text {
        vi: "Một dòng nhật ký trong tệp khác với dòng trên máy; giữ dòng trên máy.",
        en: "A journal entry differs; the one here stays.",
    };
    const CHANGED: Text = Text {
        vi: "Tệp đã bị sửa sau khi xuất: dấu kiểm tra của tệp không còn khớp. Chỉ nhận nếu biết rõ ai đã sửa và vì sao.",
        en: "The file was changed after it was exported: its check no longer holds. Take it only if you know who changed it and why.",
    };
    const WITHHELD: Text = Text {
        vi: "Đây là tệp công khai hoặc ẩn danh, đã bỏ bớt dữ liệu. Đừng lấy bản trong tệp thay cho bản đầy đủ trên máy.",
        en: "This file was made for the public or without names and lacks data. Do not let it replace what is whole here.",
    };
    const UNREADABLE: Text = Text {
        vi: "Có phần trong tệp không đọc được nên không đưa vào ({}). Phần còn lại vẫn đưa vào được.",
        en: "A part of the file cannot be read and stays out ({}). The rest can be taken in.",
    };
    match warning {
        Warning::Changed => CHANGED.get().to_owned(),
        Warning::ResultDiffers { .. } => RESULT.get().to_owned(),
        Warning::SetNotAtHand(pin) => SET.fill(&[&pin.name]),
        Warning::SheetMisfit { criteria, .. } => MISFIT.fill(&[&criteria.join(", ")]),
        Warning::EntryDiffers(_) => ENTRY.get().to_owned(),
        Warning::Withheld => WITHHELD.get().to_owned(),
        Warning::Unreadable(what) => UNREADABLE.fill(&[what]),
    }
}
