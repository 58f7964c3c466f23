//! Texts of the secretary's desk: paper sheets, sealing, states of devices, the check before leaving.

use super::{Text, texts};
use crate::ledger::room::{Resumed, TypingFault};

texts! {
    PAPER = "Phiếu giấy", "Paper sheets";
    PAPER_LEAD = "Một người nhập phiếu giấy, người thứ hai nhập lại mà không nhìn lần đầu. Hai lần khớp thì phiếu mới được tính.",
        "One person types, another types again without looking. The sheet counts when both agree.";
    PRINT_SLOTS = "In phiếu trống có mã", "Print blank sheets with codes";
    PRINT_SLOTS_HELP = "Mỗi phiếu trống có mã riêng của thành viên và sản phẩm. Quét mã khi nhập là đúng người, đúng sản phẩm.",
        "Each blank sheet has the code of its member and product.";
    PICK_SLOT = "Mở ảnh chụp mã trên phiếu giấy", "Open a picture of the code on the paper";
    TYPE = "Nhập một phiếu giấy", "Type a paper sheet";
    TYPE_AGAIN = "Nhập lại để đối chiếu", "Type again to check";
    TYPIST = "Họ tên người nhập", "Name of the one who types";
    CHECKER = "Họ tên người đối chiếu (không phải người nhập lần đầu)", "Name of the one who checks";
    NOT_GIVEN = "– chưa chọn –", "– not chosen –";
    PAPER_OPINION = "Ý kiến và ghi chú trên phiếu giấy", "Opinion and notes on the paper";
    RULE_REASON = "Ghi nhận trường hợp (để trống nếu không có): ", "Rule found to hold (empty: none): ";
    SAVE_TYPED = "Ghi phiếu, chờ đối chiếu", "Save; it waits for the check";
    SAVE_CHECK = "Đối chiếu", "Check";
    TYPED = "Đã ghi. Phiếu chưa được tính cho đến khi người thứ hai nhập lại và khớp.", "Saved; it does not count yet.";
    CHECKED = "Hai lần nhập khớp nhau: phiếu đã được tính.", "Both agree: the sheet counts.";
    WAITING = "Phiếu chờ người thứ hai đối chiếu", "Waiting for a second person";
    NO_WAITING = "Không có phiếu giấy nào đang chờ.", "None is waiting.";
    REPLACE = "Lần nhập đầu sai: thay bằng bản này", "The first entry is wrong: take this one";
    REPLACED = "Đã thay. Bản mới chờ một người khác đối chiếu.", "Replaced; it waits for another person.";
    DROP = "Bỏ phiếu đã nhập", "Drop what was typed";
    ENVELOPE = "Ghi nhận phiếu giấy đã niêm phong trong phong bì", "The paper sheet lies in a closed envelope";
    ENVELOPE_DONE = "Đã ghi nhận phong bì niêm phong.", "Noted.";
    SAME_AS_HERE = "Phiếu này đã có trên máy và khớp hoàn toàn.", "The same sheet is here already.";
    IS_SHEET = "Đây là mã của phiếu đã chấm trên máy: quét ở trang Nhận phiếu.", "A scored sheet: scan it at the intake.";
    SEALING = "Niêm phong phiếu trước khi mở", "Sealing before sheets are shown";
    SEALING_HELP = "Mỗi thành viên nộp mã niêm phong trước; khi mọi người đã nộp mới mở phiếu. Phiếu bị đổi sau khi niêm phong là thấy ngay.",
        "Members commit first; sheets come when all have committed. A changed sheet is found.";
    SEALING_ON = "Dùng niêm phong cho phiên này", "Use sealing in this session";
    SEAL = "Hiện mã niêm phong", "Show the commitment";
    SEAL_FILE = "Lưu các mã niêm phong thành tệp", "Save the commitments as a file";
    SEAL_LOST = "Chưa lưu được số ngẫu nhiên của niêm phong trên máy này, nên chưa tạo mã.", "Could not be kept; no code made.";
    SEAL_TITLE = "Mã niêm phong", "Commitment";
    COMMITTED = "Niêm phong", "Committed";
    COMMIT_TAKEN = "Đã nhận mã niêm phong.", "Commitment taken.";
    SPARE = "Bản lưu phòng khi máy hỏng", "In case a device dies";
    SPARE_HELP = "Thư ký giữ trạng thái các phiếu của bạn, kể cả phiếu chấm dở, và không mở xem. Máy dự phòng chấm tiếp từ đó.",
        "The secretary keeps the state of your sheets unseen; a spare device goes on from it.";
    SPARE_FILE = "Lưu bản lưu thành tệp", "Save the state as a file";
    SPARE_CODE = "Hiện mã bản lưu", "Show the state as codes";
    SPARE_NOTHING = "Chưa chấm gì: chưa có gì để lưu.", "Nothing is begun.";
    SPARE_TAKE = "Máy này thay máy hỏng: nhận bản lưu", "This device replaces a dead one";
    SPARE_PICK = "Mở tệp bản lưu hoặc ảnh chụp mã", "Open the state's file or a picture of a code";
    SPARE_OTHER = "Bản lưu này của thành viên khác hoặc phiên khác.", "Another member's, or another session's.";
    SPARE_KEPT = "Đã giữ bản lưu. Nội dung không hiện trên máy này.", "Kept, and not shown.";
    SPARE_NOT_KEPT = "Chưa ghi được bản lưu trên máy này. Hãy giữ bằng tệp.", "Could not be written here; keep the file.";
    SPARE_LIST = "Bản lưu của máy thành viên đang giữ trên máy này", "States of members' devices kept here";
    SPARE_NONE = "Chưa giữ bản lưu nào.", "None is kept.";
    SPARE_FORGET = "Xóa các bản lưu của phiên này", "Throw these away";
    SPARE_RULE = "Giữ đến khi bế mạc và có biên bản; sau đó nên xóa, vì bản lưu chứa điểm chấm dở.",
        "Keep them until the minutes are done; then throw them away.";
    MADE_AT = "Lưu lúc", "Made at";
    DRAFT_BACK = "Đã lấy lại phần đang nhập dở của phiếu này.", "What was typed of this sheet is back.";
    DRAFT_DROP = "Bỏ phần nhập dở", "Throw it away";
    DRAFT_UNSAVED = "Chưa giữ được phần đang nhập trên máy này. Đừng đóng trang trước khi lưu phiếu.",
        "What is typed is not kept on this device. Save before closing the page.";
    DEVICE_END = "Kết thúc trên máy này", "Ending on this device";
    DEVICE_END_HELP = "Khi thư ký báo đã nhận đủ phiếu, máy này thôi là sổ phiếu: khóa ký của phiên bị hủy. Các phiếu vẫn còn trên máy.",
        "When the secretary has all sheets this device stops being the sheet book; its key is thrown away, the sheets stay.";
    DEVICE_END_DO = "Thôi là sổ phiếu của phiên này", "Stop being the sheet book";
    DEVICE_ENDED = "Máy này không còn là sổ phiếu của phiên. Khóa ký đã hủy.", "Done; the key is gone.";
    DROP_SESSION = "Xóa phiên này khỏi máy", "Take this session off the device";
    DROP_KEPT = "Máy giữ một điểm khôi phục trước khi xóa. Muốn không còn gì trên máy này, xóa cả các điểm khôi phục ở trang Dữ liệu trên máy. Máy của thư ký và các máy khác không bị xóa gì.",
        "A restore point is kept first; delete those too for nothing to stay. No other device loses anything.";
    DROP_KNOWN = "Tôi biết các phiếu chưa nộp này sẽ mất", "I know that these sheets are lost";
    DROP_DO = "Xóa khỏi máy này", "Take it off";
    DROP_ALL_IN = "Mọi phiếu đã khóa đều đã được đưa ra nộp (hiện mã hoặc lưu tệp).", "All locked sheets were given away.";
    DEVICE_NOT_ENDED = "Chưa hủy được. Hãy thử lại.", "Not done; try again.";
    FLIGHT = "Kiểm tra trước khi đi", "Before leaving";
    FLIGHT_OFFLINE = "Chạy được khi mất mạng", "Runs without a network";
    FLIGHT_KEPT = "Trình duyệt hứa giữ dữ liệu", "The browser keeps the data";
    FLIGHT_SPACE = "Chỗ trống", "Free space";
    FLIGHT_CLOCK = "Đồng hồ máy (so với đồng hồ của bạn)", "The device's clock (compare)";
    FLIGHT_VERSION = "Phiên bản ứng dụng", "Version";
    FLIGHT_KEY = "Ký được phiếu", "Can sign";
    FLIGHT_SETS = "Có đủ bộ tiêu chí của phiên", "All criteria sets are here";
    YES = "✓ được", "✓ yes";
    NO_OFFLINE = "! chưa: mở ứng dụng khi có mạng và chờ tải xong", "! not yet: open it with a network";
    NO_KEPT = "! chưa: cài ứng dụng lên màn hình chính, hoặc xuất tệp thường xuyên", "! not yet: install the app";
    NO_SPACE = "! trình duyệt không cho biết", "! unknown";
    NO_KEY = "! không: phiếu sẽ không có chữ ký", "! no: sheets will not be signed";
    BY_MEMBER = "Ai đã gửi phiếu", "Who has handed in";
    LAST_AT = "Phiếu mới nhất", "Newest sheet";
    WRITTEN_LEAD = "Lấy ý kiến bằng văn bản: gửi gói phiên cho từng thành viên, nhận phiếu trả lời ở đây. Chỉ họp khi ý kiến khác nhau hoặc hồ sơ phức tạp (26/2026/QĐ-TTg, Điều 7.6).",
        "Written opinions: hand out packs, take the answers in here; meet only on disagreement (Article 7.6).";
    WHOLE = "✓ đủ", "✓ all";
    OWN_STRIP = "Tôi đã chấm từng tiêu chí thế nào", "How I scored each criterion";
    OWN_STRIP_HELP = "Điểm của chính bạn cho cùng một tiêu chí, theo thứ tự sản phẩm. Chỉ để tự xem lại trước khi nộp.",
        "Your own points for a criterion, in the order of the products.";
    SPREAD = "Chênh lệch theo từng tiêu chí", "Spread by criterion";
    LOWEST = "Thấp nhất", "Lowest";
    HIGHEST = "Cao nhất", "Highest";
    CRITERION = "Tiêu chí", "Criterion";
    BYLAWS_NUMBER = "Quy chế hoạt động: số, ký hiệu", "Rules of operation: number and symbol";
    BYLAWS_DATE = "Quy chế hoạt động: ngày ban hành", "Rules of operation: date";
    REPLAY = "Xem lại từng bước", "Step by step";
    BACK_STEP = "Bước trước", "Back";
    NEXT_STEP = "Bước sau", "Forward";
}

/// What a device loses with a session.
pub fn loss(locked: usize, begun: usize) -> String {
    const LOSS: Text = Text {
        vi: "Máy này sẽ mất: {} phiếu đã khóa, {} phiếu đang chấm dở, nhật ký của phiên và khóa ký.",
        en: "This device loses: {} locked sheets, {} begun ones, the log and the key.",
    };
    LOSS.fill(&[&locked.to_string(), &begun.to_string()])
}

/// The products whose sheets were never handed in.
pub fn not_handed_in(names: &str) -> String {
    const NOT_IN: Text = Text { vi: "Chưa lần nào đưa ra nộp: {}.", en: "Never given away: {}." };
    NOT_IN.fill(&[names])
}

/// Why a paper sheet was not taken, or not found right.
pub fn typing_fault(fault: &TypingFault) -> String {
    const DIFFERS: Text =
        Text { vi: "Hai lần nhập khác nhau ở: {}. Xem lại phiếu giấy.", en: "The entries differ at: {}." };
    let text: Text = match fault {
        TypingFault::Differs(numbers) => return DIFFERS.fill(&[&numbers.join(", ")]),
        TypingFault::Sheet(fault) => return super::room::intake_fault(fault),
        TypingFault::NotThere => {
            Text { vi: "Phiếu này không còn chờ đối chiếu.", en: "It does not wait any more." }
        }
        TypingFault::NoName => Text { vi: "Cần ghi họ tên.", en: "A name is needed." },
        TypingFault::SamePerson => Text {
            vi: "Người đối chiếu phải là người khác với người nhập lần đầu.",
            en: "Another person has to check.",
        },
    };
    text.get().to_owned()
}

/// Who typed a sheet that waits.
pub fn typed_by(sheet: &str, typist: &str) -> String {
    const BY: Text = Text { vi: "{} (người nhập: {})", en: "{} (typed by {})" };
    BY.fill(&[sheet, typist])
}

/// What became of the sheets of a checkpoint.
pub fn resumed(resumed: &Resumed) -> String {
    const TAKEN: Text = Text { vi: "Đã nhận {} phiếu từ bản lưu", en: "{} sheets taken" };
    const KEPT: Text =
        Text { vi: "{} phiếu đã chấm trên máy này được giữ nguyên", en: "{} begun here stay" };
    const REFUSED: Text = Text { vi: "{} phiếu không thuộc phiên", en: "{} refused" };
    let counts = [(TAKEN, resumed.taken.len()), (KEPT, resumed.kept.len()), (REFUSED, resumed.refused)];
    let there = counts.iter().enumerate().filter(|(at, (_, count))| *at == 0 || *count > 0);
    let there: Vec<String> = there.map(|(_, (words, count))| words.fill(&[&count.to_string()])).collect();
    [&there.join("; "), "."].concat()
}

/// Free megabytes.
pub fn space(megabytes: u32) -> String {
    const SPACE: Text = Text { vi: "{} MB", en: "{} MB" };
    SPACE.fill(&[&megabytes.to_string()])
}

/// An option of a criterion as it is chosen from.
pub fn offer(points: i32, words: &str) -> String {
    const OFFER: Text = Text { vi: "{} điểm – {}", en: "{} points – {}" };
    OFFER.fill(&[&points.to_string(), words])
}

/// Which step of the log is shown.
pub fn step_of(at: usize, of: usize) -> String {
    const STEP: Text = Text { vi: "Bước {}/{}", en: "Step {} of {}" };
    STEP.fill(&[&at.to_string(), &of.to_string()])
}

/// Where the session stood after a step: open or not, recusals, sheets, versions refused.
pub fn scene(is_open: bool, present: usize, sheets: usize, refused: usize, recusals: usize, rounds: usize) -> String {
    const OPEN: Text = Text { vi: "Phiên đang họp", en: "The council sits" };
    const CLOSED: Text = Text { vi: "Phiên chưa mở hoặc đã đóng", en: "The council does not sit" };
    const SCENE: Text = Text {
        vi: "{}; {} thành viên vắng mặt; {} phiếu đã nhận, {} không nhận; {} trường hợp không chấm; {} vòng chấm lại.",
        en: "{}; {} absent; {} sheets, {} refused; {} recusals; {} further rounds.",
    };
    let open = if is_open { OPEN } else { CLOSED };
    let counts = [present, sheets, refused, recusals, rounds].map(|count| count.to_string());
    let [present, sheets, refused, recusals, rounds] = counts.each_ref().map(String::as_str);
    SCENE.fill(&[open.get(), present, sheets, refused, recusals, rounds])
}
