//! Texts of the parts of a plan.

use super::{Text, date, texts};
use crate::domain::money::{Amount, Dong};
use crate::domain::plan::law::{Force, LegalBasis};
use crate::domain::plan::{Authority, Period, Plan, PlanRound};

texts! {
    FRONT = "Đầu đề", "Front";
    DOCUMENTS = "Căn cứ, văn bản", "Papers";
    TARGETS = "Mục tiêu", "Targets";
    ACTIVITIES = "Hoạt động", "Activities";
    PRODUCTS = "Sản phẩm", "Products";
    ROUNDS = "Đợt đánh giá", "Rounds";
    BUDGET = "Kinh phí", "Money";
    DUTIES = "Phân công", "Duties";
    CLOSING = "Nơi nhận, chữ ký", "Recipients, signature";
    ANNEXES = "Phụ lục", "Annexes";
    UNITS = "Đơn vị", "Units";
    CHECKS = "Kiểm tra", "Checks";
    LEVEL = "Cấp ban hành", "Level";
    KIND = "Loại văn bản", "Kind";
    STATUS = "Tình trạng", "State";
    YEAR = "Năm", "Year";
    FROM_YEAR = "Từ năm", "From year";
    TO_YEAR = "Đến năm", "To year";
    PLAN_TITLE = "Trích yếu (tên kế hoạch)", "Title";
    PROGRAMME = "Tên chương trình", "Programme";
    USUAL_PROGRAMME = "Chương trình mỗi xã một sản phẩm", "One Commune One Product programme";
    ISSUER = "Cơ quan ban hành", "Issuing body";
    ISSUER_NAME = "Tên cơ quan ban hành", "Name of the issuing body";
    PICK_PLACE = "Chọn từ danh mục xã, phường", "Choose from the list of communes";
    LETTERHEAD = "Dòng đầu văn bản (mỗi dòng một hàng)", "Letterhead, one line a row";
    LETTERHEAD_HELP = "Để trống thì in tên cơ quan ban hành.", "Blank: the name of the issuing body.";
    NUMBER = "Số (để trống khi chưa có)", "Number";
    SYMBOL = "Ký hiệu", "Symbol";
    PLAN_SYMBOL = "KH-UBND", "KH-UBND";
    DECISION_SYMBOL = "QĐ-UBND", "QĐ-UBND";
    PLACE = "Địa danh", "Place";
    DATE = "Ngày ban hành", "Date";
    DATE_HELP = "Ghi 04/02/2027, hoặc “ngày … tháng 02 năm 2027” khi còn để trống ngày.",
        "Type 04/02/2027, or leave the day open.";
    DECISION = "Quyết định ban hành", "Decision";
    DECISION_TITLE = "Trích yếu quyết định", "Title of the decision";
    AUTHORITY = "Thẩm quyền ban hành (chữ in hoa trên các căn cứ)", "Authority";
    ADD_ARTICLE = "Thêm điều", "Add an article";
    TAKE_ARTICLE = "Bỏ điều cuối", "Remove the last article";
    ATTACHED_LINE = "Dòng dưới tên kế hoạch (để trống thì sổ tự viết)", "Line below the title (blank: written by itself)";
    DECISION_GONE = "Kế hoạch không còn kèm theo quyết định: căn cứ, nơi nhận, chữ ký, địa danh và ngày đã chuyển về kế hoạch. Bấm Hoàn tác để lấy lại quyết định.",
        "The plan is not attached to a decision any more: bases, recipients, signature, place and date are the plan's again. Undo brings the decision back.";
    NEED_NUMBER = "Hãy ghi bằng chữ số; số trước đó vẫn giữ nguyên.", "Enter digits; the number before stays.";
    OFFICE_NOTE = "Ghi chú nội bộ", "Remarks";
    OFFICE_NOTE_HELP = "Không in ra.", "Never printed.";
    DOCUMENTS_HELP = "Mỗi dòng một văn bản: căn cứ, tờ trình, văn bản giao vốn, kế hoạch bị thay thế. Cột “Hiệu lực” cho biết thời gian hiệu lực của các quyết định OCOP.",
        "One paper a line: bases, proposals, funding, replaced plans.";
    NO_DOCUMENTS = "Chưa có văn bản nào. Thêm dòng, hoặc dán từ Excel.", "No paper yet.";
    TARGETS_HELP = "Mỗi dòng một chỉ tiêu. Văn bản nêu chỉ tiêu sẽ đổi theo khi số đổi.", "One target a line.";
    NO_TARGETS = "Chưa có mục tiêu nào. Thêm dòng để ghi mục tiêu đầu tiên.", "No target yet.";
    ACTIVITIES_HELP = "Ghi thời gian bằng lời như trong văn bản: “quý II/2027”, “trước ngày 30/4/2027”, “hằng tháng”. Cột bên cạnh cho biết sổ hiểu là ngày nào.",
        "Type times in words; the column beside says what they are read as.";
    NO_ACTIVITIES = "Chưa có hoạt động nào. Thêm dòng, hoặc dán từ Excel.", "No activity yet.";
    PRODUCTS_HELP = "Dán danh mục từ Excel, ghi trực tiếp, hoặc lấy từ sổ sản phẩm.", "Paste from Excel, type, or take from the registry.";
    NO_PRODUCTS = "Chưa có sản phẩm nào trong kế hoạch.", "No product yet.";
    TAKE_FROM_REGISTRY = "Lấy từ sổ sản phẩm", "Take from the registry";
    TAKE_CHOSEN = "Đưa vào kế hoạch", "Put into the plan";
    LINK_BY_NAME = "Nối với sổ theo tên", "Link by name";
    ENTER_ALL = "Ghi sản phẩm mới vào sổ", "Enter new ones into the registry";
    NOTHING_TO_TAKE = "Không có sản phẩm nào trong sổ khớp, hoặc đều đã ở trong kế hoạch.", "Nothing to take.";
    LINKED = "đã nối", "linked";
    NOT_LINKED = "chưa nối", "not linked";
    ROUNDS_HELP = "Hạn của các đợt theo Quyết định 26/2026/QĐ-TTg, Điều 5: đợt 1 nhận hồ sơ trước 30/4, xong trước 30/6; đợt 2 trước 30/10 và 30/12.",
        "Rounds per 26/2026/QĐ-TTg, Article 5.";
    NO_ROUNDS = "Chưa có đợt đánh giá nào.", "No round yet.";
    ADD_ROUND = "Thêm đợt", "Add a round";
    REMOVE_ROUND = "Xóa đợt", "Delete the round";
    STATUTORY_ROUNDS = "Thêm hai đợt theo Quyết định", "Add the two rounds of the decision";
    ROUND_NUMBER = "Đợt số", "Round";
    INTAKE = "Hạn nhận hồ sơ", "Intake until";
    FIELD_CHECK = "Kiểm tra thực tế", "Field check";
    MEETING = "Họp hội đồng", "Meeting";
    DEADLINE = "Hoàn thành", "Done by";
    SESSION = "Phiên của hội đồng", "Session of the council";
    NO_SESSION = "Chưa có phiên", "No session";
    SESSION_ELSEWHERE = "Phiên không có trên máy này", "A session that is not on this device";
    NO_BUDGET = "Kế hoạch này chưa nói đến kinh phí.", "The plan speaks of no money yet.";
    BEGIN_BUDGET = "Lập phần kinh phí", "Begin the budget";
    TOTAL = "Tổng kinh phí", "Total";
    QUALIFIER = "Mức chính xác", "How exact";
    DISPLAY_UNIT = "Đơn vị tiền trong bảng", "Unit of amounts";
    IN_WORDS = "Bằng chữ (để trống thì sổ tự viết)", "In words (blank: written for you)";
    TAKE_SUM = "Lấy tổng các dòng", "Take the sum of the lines";
    SOURCES = "Nguồn vốn", "Sources";
    NO_SOURCES = "Chưa có nguồn vốn nào.", "No source yet.";
    ADD_SOURCE = "Thêm nguồn vốn", "Add a source";
    REMOVE_SOURCE = "Xóa nguồn", "Delete the source";
    SOURCE = "Nguồn", "Source";
    SOURCE_NAME = "Tên nguồn", "Name of source";
    SOURCE_KIND = "Loại nguồn", "Kind of source";
    SOURCE_AMOUNT = "Số tiền của nguồn", "Amount of source";
    SOURCE_DOCUMENT = "Văn bản giao vốn của nguồn", "Paper of source";
    NO_DOCUMENT = "Không có", "None";
    LINES = "Dự toán", "Estimate";
    LINES_HELP = "Dòng cấp 1 có dòng cấp 2 bên dưới là đề mục: số tiền là tổng các dòng dưới. Thành tiền tự tính theo số lượng và đơn giá.",
        "A line with others below it carries their sum; amounts are computed.";
    NO_LINES = "Chưa có dòng dự toán nào. Thêm dòng, hoặc dán từ Excel.", "No line yet.";
    DUTIES_HELP = "Mỗi khối một đơn vị hoặc một nhóm đơn vị. Các đơn vị cách nhau bằng dấu chấm phẩy.", "One block a unit or group of units.";
    NO_DUTIES = "Chưa phân công cho đơn vị nào.", "No duties yet.";
    ADD_DUTY = "Thêm đơn vị", "Add a block";
    DUTY = "Phân công", "Duties";
    DUTY_UNITS = "Đơn vị của khối", "Units of block";
    UNITS_PRINTED = "Tên in riêng của khối", "Printed name of block";
    IS_REQUEST = "Là đề nghị (in “Đề nghị …”)", "Asked, not ordered";
    DUTIES_OF = "Nhiệm vụ của khối (mỗi dòng một nhiệm vụ)", "Duties of block, one a line";
    EARLIER = "Lên trước", "Earlier";
    LATER = "Xuống sau", "Later";
    RECIPIENTS = "Nơi nhận (mỗi dòng một nơi)", "Recipients, one a line";
    RECIPIENTS_HELP = "Dòng cuối là nơi lưu, ví dụ “Lưu: VT, KT”.", "The last line is the archive.";
    ADD_ARCHIVE = "Thêm dòng Lưu: VT", "Add the archive";
    ARCHIVE = "Lưu: VT.", "Archive.";
    SIGNATURE = "Chữ ký", "Signature";
    AUTHORITIES = "Quyền hạn ký", "By what right";
    SIGNATURE_LINES = "Các dòng trên chữ ký", "Lines above the name";
    SIGNER = "Họ và tên người ký", "Name";
    SECOND_POSITION = "Chức vụ thứ hai (dưới tên)", "Second position";
    ANNEXES_HELP = "Bảng của phụ lục lấy từ chính các phần của kế hoạch, luôn khớp. Lời văn của phụ lục sửa ở phần Văn bản.",
        "Tables come from the parts of the plan; their text is written in the text.";
    NO_ANNEXES = "Chưa có phụ lục nào.", "No annex yet.";
    ANNEX = "Phụ lục", "Annex";
    ANNEX_NUMBER = "Số của phụ lục", "Number of annex";
    ANNEX_CONTENT = "Nội dung phụ lục", "Content of annex";
    ANNEX_TITLE = "Tên phụ lục", "Title of annex";
    ANNEX_GUIDE = "Dòng dưới tên phụ lục (để trống thì sổ tự viết)", "Line below the title of annex";
    ANNEX_TABLE = "Bảng của phụ lục", "Table of annex";
    ANNEX_TABLE_HELP = "Dòng đầu là tên cột; các ô cách nhau bằng dấu Tab, như khi chép từ Excel.", "First line: names of columns; cells parted by tabs.";
    LANDSCAPE = "In khổ ngang", "Landscape";
    UNITS_HELP = "Mọi đơn vị kế hoạch nêu tên, kèm tên viết tắt và tên khác. Tên gần giống nhau được báo ở cột “Cần xem”.",
        "All units that the plan names, with their other names.";
    NO_UNITS = "Chưa có đơn vị nào.", "No unit yet.";
}

/// How many pasted lines of the estimate stand at each level, read from their numbers.
pub fn levels_read(counts: &[usize]) -> String {
    const READ: Text =
        Text { vi: "Cấp của dòng đọc từ số thứ tự: {}.", en: "Levels read from the numbers: {}." };
    const LEVEL: Text = Text { vi: "cấp {}: {} dòng", en: "level {}: {}" };
    let counts = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    let said = counts.map(|(at, count)| LEVEL.fill(&[&(at + 1).to_string(), &count.to_string()]));
    READ.fill(&[&said.collect::<Vec<String>>().join("; ")])
}

/// The lines of a right to sign (Nghị định 30/2020/NĐ-CP, Annex I).
pub fn authority_lines(authority: Authority) -> &'static [&'static str] {
    match authority {
        Authority::ForBody => &["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
        Authority::ForChairAndBody => &["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        Authority::Chair => &["CHỦ TỊCH"],
        Authority::ForChair => &["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        Authority::Acting => &["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"],
        Authority::ByOrder => &["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
        Authority::Delegated => &["TUQ. CHỦ TỊCH"],
    }
}

/// The committee of a place.
pub fn committee_of(place: &str) -> String {
    const OF: Text = Text { vi: "Ủy ban nhân dân {}", en: "People's Committee of {}" };
    OF.fill(&[&lower_kind(place)])
}

/// The letterhead of a committee: its line and its place.
pub fn letterhead(place: &str) -> Vec<String> {
    const COMMITTEE: Text = Text { vi: "ỦY BAN NHÂN DÂN", en: "PEOPLE'S COMMITTEE" };
    vec![COMMITTEE.get().to_owned(), place.to_uppercase()]
}

const KINDS: [&str; 9] =
    ["Xã ", "Phường ", "Đặc khu ", "Tỉnh ", "Thành phố ", "Thị trấn ", "Huyện ", "Thị xã ", "Quận "];

/// A province as papers name it: the list of units leaves `Tỉnh` out.
pub fn province(name: &str) -> String {
    const PROVINCE: Text = Text { vi: "Tỉnh {}", en: "Tỉnh {}" };
    if KINDS.iter().any(|kind| name.starts_with(kind)) { name.to_owned() } else { PROVINCE.fill(&[name]) }
}

/// A place with the word for its kind in small letters.
fn lower_kind(place: &str) -> String {
    match KINDS.iter().find_map(|kind| place.strip_prefix(kind).map(|rest| (*kind, rest))) {
        Some((kind, rest)) => [&kind.to_lowercase(), rest].concat(),
        None => place.to_owned(),
    }
}

/// A place without the word for its kind, as a date line has it.
pub fn bare_place(place: &str) -> String {
    KINDS.iter().find_map(|kind| place.strip_prefix(kind)).unwrap_or(place).to_owned()
}

/// The usual title of a plan.
pub fn usual_title(period: &Period) -> String {
    const TITLE: Text = Text {
        vi: "Triển khai thực hiện Chương trình mỗi xã một sản phẩm {}",
        en: "Carrying out the One Commune One Product programme {}",
    };
    TITLE.fill(&[&super::plan_pages::years(period.from, period.to)])
}

/// The title of a decision that issues a plan.
pub fn decision_title(title: &str) -> String {
    const TITLE: Text = Text { vi: "Về việc ban hành Kế hoạch {}", en: "Issuing the plan {}" };
    TITLE.fill(&[&within(title)])
}

/// A title within a sentence: it begins small, unless it is all capitals or begins with an abbreviation.
fn within(title: &str) -> String {
    let mut letters = title.chars();
    let first = letters.next();
    match (first, letters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => title.to_owned(),
    }
}

/// The three usual articles of such a decision.
pub fn decision_articles(title: &str) -> [String; 3] {
    const FIRST: Text =
        Text { vi: "Ban hành kèm theo Quyết định này Kế hoạch {}.", en: "The plan {} is issued." };
    const SECOND: Text = Text {
        vi: "Quyết định này có hiệu lực kể từ ngày ký.",
        en: "In force from the day of signing.",
    };
    const THIRD: Text = Text {
        vi: "Chánh Văn phòng Ủy ban nhân dân, Thủ trưởng các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./.",
        en: "The offices concerned carry it out.",
    };
    [FIRST.fill(&[&within(title)]), SECOND.get().to_owned(), THIRD.get().to_owned()]
}

/// What a round is called.
pub fn round_name(round: &PlanRound) -> String {
    const ROUND: Text = Text { vi: "Đợt {} năm {}", en: "Round {} of {}" };
    ROUND.fill(&[&round.number.to_string(), &round.year.to_string()])
}

/// The number of a new annex.
pub fn annex_number(number: usize) -> String {
    const NUMBER: Text = Text { vi: "Phụ lục {}", en: "Annex {}" };
    let roman = u16::try_from(number).ok().and_then(crate::domain::vietnamese::roman);
    NUMBER.fill(&[&roman.unwrap_or_else(|| number.to_string())])
}

/// Adding an annex of a kind.
pub fn add_annex(content: &str) -> String {
    const ADD: Text = Text { vi: "+ {}", en: "+ {}" };
    ADD.fill(&[content])
}

/// Why a unit cannot go.
pub fn unit_in_use(name: &str) -> String {
    const USED: Text = Text {
        vi: "“{}” đang được nêu trong hoạt động, phân công, nơi nhận hoặc chỉ tiêu. Hãy bỏ ở đó trước.",
        en: "\"{}\" is still named in the plan.",
    };
    USED.fill(&[name])
}

/// How many units a line names.
pub fn units_reading(plan: &Plan, units: &[String]) -> String {
    const COUNT: Text = Text { vi: "{} đơn vị: {}", en: "{} units: {}" };
    COUNT.fill(&[&units.len().to_string(), &plan.unit_names(units.iter().map(String::as_str))])
}

/// What stands beside the total: it in words, and the sum of the lines where it is another one.
pub fn total_reading(total: Option<&Amount>, sum: Option<Dong>) -> String {
    const LINES: Text = Text { vi: "Tổng các dòng: {}", en: "Sum of the lines: {}" };
    let own = total.map(|total| super::plan::dong_in_words(total.dong)).unwrap_or_default();
    match sum {
        Some(sum) if total.is_none_or(|total| total.dong != sum) => {
            let lines = LINES.fill(&[&super::plan::dong(sum)]);
            if own.is_empty() { lines } else { [own.as_str(), " · ", &lines].concat() }
        }
        _ => own,
    }
}

/// How many entries the text does not name.
pub fn not_placed(count: usize) -> String {
    const COUNT: Text = Text {
        vi: "{} dòng chưa được nêu trong văn bản, nên sẽ không in ra ở đó.",
        en: "{} are not named in the text.",
    };
    COUNT.fill(&[&count.to_string()])
}

/// How many products were linked.
pub fn linked(count: usize) -> String {
    const LINKED: Text = Text { vi: "Đã nối {} sản phẩm với sổ.", en: "{} products were linked." };
    LINKED.fill(&[&count.to_string()])
}

/// How many products were entered.
pub fn entered(count: usize) -> String {
    const ENTERED: Text = Text { vi: "Đã ghi {} sản phẩm vào sổ.", en: "{} products were entered." };
    ENTERED.fill(&[&count.to_string()])
}

/// How many slips of the source are known.
pub fn slips(count: usize) -> String {
    const SLIPS: Text =
        Text { vi: "{} chỗ sai trong bản gốc, với chữ đúng bên cạnh", en: "{} slips of the source" };
    SLIPS.fill(&[&count.to_string()])
}

/// How a paper stands on the day of the plan.
pub fn force(force: &Force<'_>) -> String {
    const REPLACED: Text = Text { vi: "hết hiệu lực; thay bằng {}", en: "not in force; replaced by {}" };
    const ENDED: Text = Text { vi: "hết hiệu lực", en: "not in force any more" };
    const SEE: Text = Text { vi: "hết hiệu lực; nay xem {}", en: "not in force any more; see {}" };
    const NOT_YET: Text = Text { vi: "có hiệu lực từ {}", en: "in force from {}" };
    let names =
        |bases: &[&LegalBasis]| bases.iter().map(|basis| basis.number.as_str()).collect::<Vec<&str>>().join(", ");
    match force {
        Force::InForce => Text { vi: "còn hiệu lực", en: "in force" }.get().to_owned(),
        Force::Replaced(bases) => REPLACED.fill(&[&names(bases)]),
        Force::Ended(bases) if bases.is_empty() => ENDED.get().to_owned(),
        Force::Ended(bases) => SEE.fill(&[&names(bases)]),
        Force::NotYet(day) => NOT_YET.fill(&[&date(*day)]),
        Force::Unknown => Text { vi: "sổ chưa có văn bản này", en: "not in our list" }.get().to_owned(),
    }
}
