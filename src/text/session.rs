//! Texts of creating a session and of its overview.

use super::{Text, texts};
use crate::domain::council::Quorum;
use crate::domain::regime::{Regime, Suits};

texts! {
    NEW = "Tạo phiên đánh giá", "Create an evaluation session";
    EDIT = "Sửa phiên đánh giá", "Change the session";
    BASICS = "Phiên và hội đồng", "Session and council";
    NAME = "Tên phiên", "Name of the session";
    COUNCIL = "Hội đồng", "Council";
    LEVEL = "Cấp hội đồng", "Level of the council";
    DATE = "Ngày đánh giá", "Day of evaluation";
    PURPOSE = "Mục đích", "Purpose";
    DECISION = "Bộ tiêu chí theo", "Criteria of";
    RULES = "Quy chế của hội đồng", "The council's own rules";
    RULES_HELP = "Quyết định không ghi các mức này; hội đồng tự quy định trong quy chế. Mặc định theo thông lệ các tỉnh.",
        "The decision leaves these to the council. The defaults are provincial practice.";
    GAP_LIMIT = "Chênh lệch tối đa giữa hai thành viên (điểm)", "Largest difference between two members (points)";
    QUORUM = "Tỷ lệ thành viên phải có mặt (%)", "Share of the members who must be present (%)";
    QUORUM_CHAIR = "Phải có chủ tịch hội đồng", "The chair must be present";
    NEED_QUORUM = "Tỷ lệ có mặt là số từ 0 đến 100.", "The share is a number from 0 to 100.";
    CUMULATIVE = "Hạng cao phải đạt cả mức tối thiểu (dấu sao) của các hạng dưới",
        "A higher rank also needs the marks of the lower ranks";
    CONSENSUS = "Xét mức tối thiểu (dấu sao) theo mức hội đồng thống nhất, thay cho điểm trung bình",
        "Minimum marks are tested on the agreed level instead of the mean";
    CONSENSUS_HELP = "Mức thống nhất được ghi ở trang kết quả, tại tiêu chí còn vướng. Điểm và tổng điểm không đổi.",
        "The level is entered with the results. Points and totals do not change.";
    MEMBERS = "Thành viên", "Members";
    MEMBER_NAME = "Họ và tên", "Full name";
    MEMBER_POST = "Chức vụ, đơn vị", "Post, body";
    MEMBER_ROLE = "Vai trò", "Role";
    ADD_MEMBER = "Thêm thành viên", "Add a member";
    PRODUCTS = "Sản phẩm", "Products";
    PRODUCT_NAME = "Tên sản phẩm", "Name of the product";
    PRODUCER = "Chủ thể", "Producer";
    COMMUNE = "Địa chỉ (xã, phường)", "Address (commune)";
    PHONE = "Điện thoại", "Telephone";
    CODE = "Mã số sản phẩm", "Product code";
    ADD_PRODUCT = "Thêm sản phẩm", "Add a product";
    SET = "Bộ sản phẩm", "Product set";
    SET_SEARCH = "Tìm bộ sản phẩm (gõ không dấu cũng được)", "Search the sets (diacritics not needed)";
    SET_NONE_FOUND = "Không có bộ nào khớp. Thử gõ một từ khác, ví dụ: che, ruou, tinh dau.",
        "No set matches. Try another word.";
    SET_CHANGE = "Đổi bộ", "Change the set";
    SET_MISSING = "Chưa chọn bộ sản phẩm", "No set chosen";
    SET_KEPT = "Đã có phiếu chấm: không đổi được bộ", "Sheets exist: the set cannot change";
    REMOVE = "Bỏ", "Remove";
    REMOVE_KEPT = "Đã có phiếu chấm: không bỏ được", "Sheets exist: cannot be removed";
    UP = "Lên", "Up";
    SAVE = "Lưu phiên", "Save the session";
    CREATE = "Tạo phiên", "Create the session";
    NEED_NAME = "Ghi tên phiên, ví dụ: Phiên 1 – đợt 2 năm 2026", "Give the session a name";
    NEED_DATE = "Chọn ngày đánh giá", "Choose the day of evaluation";
    NEED_MEMBER = "Cần ít nhất một thành viên chấm điểm có họ tên", "At least one scoring member with a name";
    NEED_PRODUCT = "Cần ít nhất một sản phẩm", "At least one product";
    NEED_PRODUCT_NAME = "Ghi tên sản phẩm", "Name the product";
    NEED_LIMIT = "Mức chênh lệch là số nguyên từ 0 đến 100", "A whole number from 0 to 100";
    SETS_UNREADABLE = "Chưa đọc được bộ tiêu chí, chưa lưu phiên. Các ô đã điền vẫn còn; hãy thử lại.",
        "The criteria could not be read; nothing saved yet. Your entries are still here; try again.";
    INCOMPLETE = "Chưa lưu được phiên: còn chỗ cần điền, đã đánh dấu ở trên.", "Not saved: some fields above are still wanted.";
    DISTRICT_GONE = "Từ 01/7/2025 không còn cấp huyện: chỉ dùng cho hồ sơ cũ.", "No districts since 1 July 2025.";
    GAP_IN_LAW = "Từ 01 đến 05/7/2025 chưa tìm thấy quy định áp dụng; hãy tự kiểm tra căn cứ.",
        "No rule was found for 1 to 5 July 2025.";
    PROGRESS = "Tiến độ chấm", "Progress";
    PROGRESS_HELP = "Bấm vào một ô để mở phiếu của thành viên đó.", "Tap a cell to open that member's sheet.";
    MEMBER_AWAY = "Vắng mặt", "Absent";
    BY_TABLES = "Nhập bằng bảng (dán từ Excel, mở bảng tính)", "Enter in tables (paste from Excel)";
    BY_FIELDS = "Nhập bằng từng ô", "Enter in fields";
    DRAFT_RESUMED = "Đang điền tiếp bản nháp: các ô bên dưới chưa được lưu vào phiên.", "The fields below are a draft, not saved yet.";
    DRAFT_KEEPING = "Bản nháp: đang giữ…", "Draft: being kept…";
    DRAFT_KEPT = "Bản nháp: đã giữ trên máy này, chưa lưu vào phiên.", "Draft: kept on this device, not saved to the session.";
    DRAFT_UNSAVED = "Chưa giữ được bản nháp trên máy này: đừng đóng trang trước khi lưu phiên.",
        "The draft could not be kept: do not close the page before saving the session.";
    DRAFT_OLDER = "Phiên đã được sửa ở nơi khác sau khi bản nháp này bắt đầu. Lưu sẽ ghi các ô bên dưới đè lên; muốn xem bản mới thì bỏ bản nháp.",
        "The session was changed elsewhere since this draft was begun. Saving writes the fields below over it.";
    DRAFT_DISCARD = "Bỏ bản nháp", "Discard the draft";
    DRAFT_DISCARD_ASK = "Bỏ mọi thứ đã điền ở đây mà chưa lưu?", "Discard everything that was typed here and not saved?";
    MEMBERS_HELP = "Dán danh sách từ quyết định thành lập hội đồng: họ tên, chức vụ, vai trò. Vai trò để trống là ủy viên.",
        "Paste the list of the decision: name, post, role. Without a role: member.";
    NO_MEMBERS = "Chưa có thành viên nào. Dán từ Excel hoặc mở bảng tính.", "No members yet. Paste, or open a spreadsheet.";
    PRODUCTS_HELP = "Dán danh sách sản phẩm. Bộ tiêu chí có thể ghi bằng số hoặc tên của bộ; ô nào chưa rõ thì chọn ngay trong bảng.",
        "Paste the products. Sets are known by number or name.";
    NO_PRODUCTS = "Chưa có sản phẩm nào. Dán từ Excel hoặc mở bảng tính.", "No products yet. Paste, or open a spreadsheet.";
    MEMBER_ABSENT = "Vắng mặt: không chờ và không tính phiếu", "Absent: no sheet is waited for or counted";
    RESULTS = "Kết quả", "Results";
    PAPERS = "Biên bản, thông báo, dự thảo quyết định", "Minutes, notices, drafts";
    PRINT_RESULTS = "In bảng kết quả", "Print the results";
    EXPORT = "Xuất tệp", "Export a file";
    DELETE = "Xóa phiên", "Delete the session";
    DELETE_ASK = "Xóa phiên này cùng mọi phiếu chấm trên máy này? Nên xuất tệp trước.",
        "Delete this session and all its sheets on this device? Export a file first.";
    BLANK = "Phiếu trống", "Blank sheet";
    NOT_BEGUN = "chưa chấm", "not begun";
    LOCKED = "đã khóa", "locked";
}

/// Why this decision is proposed.
pub fn follows_date(regime: Regime) -> String {
    const FOLLOWS: Text = Text {
        vi: "Quyết định {}, có hiệu lực từ {}: áp dụng theo ngày đánh giá.",
        en: "Decision {}, in force from {}: it follows the day of evaluation.",
    };
    FOLLOWS.fill(&[regime.decision, &super::date(regime.from)])
}

/// How well the chosen decision suits the day; empty when it is the one in force.
pub fn suits(suits: Suits) -> &'static str {
    const TRANSITION: Text = Text {
        vi: "Chuyển tiếp theo Điều 12 Quyết định 26/2026/QĐ-TTg: chỉ dùng cho hồ sơ đã nộp trước ngày 22/5/2026.",
        en: "Transition (Article 12): only for dossiers handed in before 22 May 2026.",
    };
    const NOT_AGAIN: Text = Text {
        vi: "Chuyển tiếp theo Điều 12 Quyết định 26/2026/QĐ-TTg: chỉ dùng cho hồ sơ đánh giá lần đầu, nâng hạng đã nộp trước ngày 22/5/2026; hồ sơ đánh giá lại phải xong trước ngày 22/6/2026.",
        en: "Transition (Article 12): only for a first evaluation or an upgrade handed in before 22 May 2026.",
    };
    const NOT_IN_FORCE: Text = Text {
        vi: "Quyết định này không có hiệu lực vào ngày đánh giá: chỉ nên dùng để thực hành hoặc nhập kết quả cũ.",
        en: "This decision is not in force on that day: for practice or old results only.",
    };
    match suits {
        Suits::InForce => "",
        Suits::Transition => TRANSITION.get(),
        Suits::TransitionNotAgain => NOT_AGAIN.get(),
        Suits::NotInForce => NOT_IN_FORCE.get(),
    }
}

/// A day before the first decision.
pub const NO_DECISION: Text = Text {
    vi: "Trước 21/8/2019 chưa có bộ tiêu chí OCOP.",
    en: "There were no OCOP criteria before 21 August 2019.",
};

/// `Thành viên 3`.
pub fn nth_member(number: usize) -> String {
    const NTH: Text = Text { vi: "Thành viên {}", en: "Member {}" };
    NTH.fill(&[&number.to_string()])
}

/// `Sản phẩm 3`.
pub fn nth_product(number: usize) -> String {
    const NTH: Text = Text { vi: "Sản phẩm {}", en: "Product {}" };
    NTH.fill(&[&number.to_string()])
}

/// `5 sản phẩm, 5 thành viên chấm`.
pub fn size(products: usize, scorers: usize) -> String {
    const SIZE: Text = Text { vi: "{} sản phẩm, {} thành viên chấm", en: "{} products, {} scoring members" };
    SIZE.fill(&[&products.to_string(), &scorers.to_string()])
}

/// What a grid cell says to a screen reader: whose sheet for what.
pub fn cell(member: &str, product: &str, state: &str) -> String {
    const CELL: Text = Text { vi: "Phiếu của {} cho {}: {}", en: "Sheet of {} for {}: {}" };
    CELL.fill(&[member, product, state])
}

/// `khóa: 71`.
pub fn locked_with(points: i32) -> String {
    const LOCKED_WITH: Text = Text { vi: "đã khóa, {} điểm", en: "locked, {} points" };
    LOCKED_WITH.fill(&[&points.to_string()])
}

/// Whether enough members are present.
pub fn quorum(quorum: Quorum) -> String {
    const MET: Text = Text {
        vi: "Có mặt {}/{} thành viên chấm, cần từ {}: đủ để họp.",
        en: "{} of {} present, {} needed.",
    };
    const NOT_MET: Text = Text {
        vi: "Có mặt {}/{} thành viên chấm, cần từ {}: chưa đủ để họp theo quy chế của hội đồng.",
        en: "{} of {} present, {} needed: not enough by the council's rules.",
    };
    const NO_CHAIR: Text = Text { vi: " Vắng chủ tịch hội đồng.", en: " The chair is missing." };
    let text = if quorum.is_met() { MET } else { NOT_MET };
    let words = text.fill(&[&quorum.present.to_string(), &quorum.members.to_string(), &quorum.needed.to_string()]);
    if quorum.chair_missing { [&words, NO_CHAIR.get()].concat() } else { words }
}

/// What is wanted in a row of a table.
pub fn in_row(row: usize, want: Text) -> String {
    const ROW: Text = Text { vi: "Sản phẩm ở dòng {}: {}", en: "Product in row {}: {}" };
    ROW.fill(&[&(row + 1).to_string(), want.get()])
}
