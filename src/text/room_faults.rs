//! What the council in the room did, and why something of it was not done.

use super::Text;
use crate::domain::procedure::LogDeed;
use crate::exchange::codes::{PackFault, SeenFault, SheetCodeFault};
use crate::ledger::room::{IntakeFault, RoomRefusal};

/// What was done, for the log.
pub fn deed(deed: LogDeed) -> &'static str {
    let text: Text = match deed {
        LogDeed::Council => Text { vi: "Ghi thông tin hội đồng", en: "Council's facts" },
        LogDeed::Attendance => Text { vi: "Điểm danh", en: "Attendance" },
        LogDeed::Open => Text { vi: "Khai mạc", en: "Opened" },
        LogDeed::Close => Text { vi: "Bế mạc", en: "Closed" },
        LogDeed::Recuse => Text { vi: "Không tham gia chấm", en: "Recused" },
        LogDeed::TakeBackRecusal => Text { vi: "Rút lại việc không tham gia chấm", en: "Recusal taken back" },
        LogDeed::Round => Text { vi: "Mở vòng chấm", en: "Round" },
        LogDeed::Reveal => Text { vi: "Mở xem phiếu", en: "Reveal" },
        LogDeed::Pack => Text { vi: "Phát gói phiên", en: "Pack" },
        LogDeed::Pair => Text { vi: "Điểm danh thiết bị", en: "Paired" },
        LogDeed::Receive => Text { vi: "Nhận phiếu", en: "Received" },
        LogDeed::Refuse => Text { vi: "Không nhận phiếu", en: "Refused" },
        LogDeed::Check => Text { vi: "Đối chiếu phiếu giấy", en: "Paper sheet checked" },
        LogDeed::Sealing => Text { vi: "Quy định niêm phong phiếu", en: "Sealing" },
        LogDeed::Commit => Text { vi: "Nhận mã niêm phong", en: "Commitment" },
        LogDeed::Keep => Text { vi: "Giữ bản lưu của máy thành viên", en: "Checkpoint kept" },
        LogDeed::Choose => Text { vi: "Chọn bản được tính", en: "Chosen" },
        LogDeed::Undo => Text { vi: "Hoàn tác nhận phiếu", en: "Undone" },
    };
    text.get()
}

/// Why an act was not done.
pub fn refusal(refusal: &RoomRefusal) -> &'static str {
    let text: Text = match refusal {
        RoomRefusal::NotThere => {
            Text { vi: "Không còn thành viên hoặc sản phẩm này trong phiên.", en: "Not there." }
        }
        RoomRefusal::ReasonMissing => Text { vi: "Cần ghi lý do.", en: "A reason is needed." },
        RoomRefusal::NoQuorum => Text {
            vi: "Chưa đủ thành viên có mặt theo quy chế. Chủ tịch vẫn có thể khai mạc, với lý do ghi vào biên bản.",
            en: "No quorum; the chair may open with a reason.",
        },
        RoomRefusal::WasClosed => {
            Text { vi: "Phiên đã bế mạc: mở lại cần lý do.", en: "Opening again needs a reason." }
        }
        RoomRefusal::Already => {
            Text { vi: "Không có gì thay đổi: đã ghi như vậy rồi.", en: "It is that way already." }
        }
        RoomRefusal::NotOpen => Text { vi: "Phiên chưa khai mạc.", en: "The session is not open." },
        RoomRefusal::DoesNotScore => {
            Text { vi: "Người này không chấm điểm trong hội đồng.", en: "The person does not score." }
        }
        RoomRefusal::HasSheets => Text {
            vi: "Đã nhận phiếu: không đổi cách nộp phiếu được nữa.",
            en: "Sheets have come; this cannot be changed any more.",
        },
        RoomRefusal::TooLate => Text {
            vi: "Phiếu của thành viên khác cho sản phẩm này đã được mở: không nhận mã niêm phong mới.",
            en: "Other members' sheets of this product are open already.",
        },
    };
    text.get()
}

/// Why a sheet was not taken in.
pub fn intake_fault(fault: &IntakeFault) -> String {
    const OPEN: Text = Text { vi: "phiếu còn {} mục chưa chấm", en: "{} criteria open" };
    const MISFITS: Text =
        Text { vi: "có câu trả lời không có trong bộ tiêu chí (mục {})", en: "misfits: {}" };
    const UNCOMMITTED: Text = Text {
        vi: "còn {} thành viên chưa nộp mã niêm phong cho sản phẩm này: chưa được mở phiếu nào",
        en: "{} members have not committed yet",
    };
    let text: Text = match fault {
        IntakeFault::Uncommitted(missing) => return UNCOMMITTED.fill(&[&missing.to_string()]),
        IntakeFault::NotCommitted => Text {
            vi: "không khớp với mã niêm phong đã nộp: phiếu đã bị đổi sau khi niêm phong",
            en: "not the sheet that was committed to",
        },
        IntakeFault::Unanswered(open) => return OPEN.fill(&[&open.to_string()]),
        IntakeFault::Misfits(numbers) => return MISFITS.fill(&[&numbers.join(", ")]),
        IntakeFault::Foreign => Text { vi: "phiếu của phiên khác", en: "another session" },
        IntakeFault::NoSuchMember => Text { vi: "thành viên không có trong phiên", en: "no such member" },
        IntakeFault::NoSuchProduct => Text { vi: "sản phẩm không có trong phiên", en: "no such product" },
        IntakeFault::DoesNotScore => Text { vi: "người này không chấm điểm", en: "does not score" },
        IntakeFault::NoSet => {
            Text { vi: "máy này không có bộ tiêu chí của sản phẩm", en: "the set is not here" }
        }
        IntakeFault::Signature => Text {
            vi: "chữ ký không khớp với thiết bị đã điểm danh",
            en: "not signed by the paired device",
        },
    };
    text.get().to_owned()
}

/// Why a code gives nothing.
pub fn seen_fault(fault: SeenFault) -> &'static str {
    let text: Text = match fault {
        SeenFault::Foreign => Text { vi: "Mã này không phải của Sổ OCOP.", en: "Not a code of this app." },
        SeenFault::Newer => Text {
            vi: "Mã do bản mới hơn của ứng dụng tạo ra. Hãy cập nhật máy này.",
            en: "A newer app made it.",
        },
        SeenFault::Damaged => Text {
            vi: "Mã của Sổ OCOP nhưng bị hỏng. Hiện lại mã và quét lần nữa.",
            en: "Damaged; scan again.",
        },
    };
    text.get()
}

/// Why a sheet code is no sheet here.
pub fn sheet_fault(fault: &SheetCodeFault) -> &'static str {
    let text: Text = match fault {
        SheetCodeFault::OtherSession => {
            Text { vi: "Phiếu này thuộc phiên khác.", en: "Another session's sheet." }
        }
        SheetCodeFault::NotInSession => {
            Text { vi: "Thành viên hoặc sản phẩm không có trong phiên này.", en: "Not in this session." }
        }
        SheetCodeFault::OtherSet => Text {
            vi: "Phiếu chấm theo nội dung khác của bộ tiêu chí. Kiểm tra phiên bản ứng dụng trên máy thành viên.",
            en: "Scored with another content of the set.",
        },
        SheetCodeFault::Damaged => Text {
            vi: "Nội dung mã không phải một phiếu. Hiện lại mã và quét lần nữa.",
            en: "Not a sheet.",
        },
    };
    text.get()
}

/// Why something is no pack.
pub fn pack_fault(fault: &PackFault) -> String {
    const FAULT: Text = Text { vi: "Nội dung gói không đúng ở {}.", en: "Something is wrong at {}." };
    const NONE: Text = Text {
        vi: "Đây không phải gói phiên của Sổ OCOP, hoặc gói bị hỏng.",
        en: "Not a pack, or damaged.",
    };
    match fault {
        PackFault::NotAPack => NONE.get().to_owned(),
        PackFault::Fault(place) => FAULT.fill(&[&place.to_string()]),
    }
}
