//! Texts of fields that few plans need: shares of localities, slips of a source, where a text was found.

use super::{Text, texts};

texts! {
    PART_OF = "Nằm trong chỉ tiêu số", "Part of target no.";
    SUPPORT = "Hỗ trợ", "In support";
    ADVISE = "Tham mưu", "Advises";
    GUIDE = "Hướng dẫn", "Guides";
    ASKED = "Đề nghị", "Asked";
    UNITS_PRINTED = "Đơn vị thực hiện, như in", "Units as printed";
    OUTPUT = "Văn bản ban hành", "Resulting paper";
    PAID_FOR_ACTIVITY = "Cho hoạt động", "For the activity";
    PAID_FOR_PRODUCT = "Cho sản phẩm", "For the product";
    PRINTED_IN_TEXT = "Lời văn trong bài", "In running text";
    VALID_FROM = "Có từ ngày", "From";
    VALID_TO = "Đến hết ngày", "Until";
    SUCCESSORS = "Nay là", "Became";
    FORM_PRINTED = "Loại hình, như in", "Form as printed";
    SOURCE_PRINTED = "Nguồn vốn, như in", "Source as printed";
    SHARES = "Phân bổ chỉ tiêu cho địa phương", "Shares of localities";
    SHARES_HELP = "Chọn một chỉ tiêu, rồi ghi mỗi dòng một địa phương và số được giao, ví dụ “Xã Hữu Lễ: 3”. Dán được hai cột từ Excel.",
        "Choose a target and enter a locality and its number in each line. Two columns of a spreadsheet can be pasted.";
    SHARES_OF = "Chỉ tiêu", "Target";
    SHARES_LINES = "Địa phương và số được giao", "Localities and their numbers";
    SHARE_EVENLY = "Chia đều", "Share evenly";
    SHARES_NONE = "Chưa phân bổ.", "Nothing is shared out yet.";
    NO_TARGETS_YET = "Lập chỉ tiêu trước, rồi phân bổ tại đây.", "Set targets first, then share them out here.";
    SLIPS = "Lỗi của bản gốc", "Slips of the source";
    SLIPS_HELP = "Bản gốc in sai thì giữ nguyên lời in, ghi lời đúng bên cạnh. Bấm “Sửa vào văn bản” để thay trong cả kế hoạch.",
        "The words stay as printed, with the right ones beside them, until they are put right in the whole plan.";
    SLIP_PRINTED = "In là", "Printed";
    SLIP_CORRECT = "Đúng là", "Correct";
    SLIP_NOTE = "Ghi chú", "Remark";
    SLIP_PUT = "Sửa vào văn bản", "Put right in the text";
    SLIP_ADD = "Thêm một chỗ in sai", "Add a slip";
    SLIP_STAYS = "Chưa sửa được: không thấy nguyên lời này ở một chỗ trong văn bản, hoặc chưa ghi lời đúng.",
        "Not put right: these words do not stand in one place of the text, or the right ones are missing.";
    SOURCE = "Nguồn của văn bản", "Where the text was found";
    SOURCE_HELP = "Với văn bản dán từ cổng thông tin: tên trang, ngày đăng và những gì trang ghi về văn bản. Không in ra.",
        "Of a text from a portal: its title there, the day, and what the portal says about it. Never printed.";
    SOURCE_TITLE = "Tên trên trang", "Title there";
    SOURCE_DAY = "Ngày đăng", "Day";
    SOURCE_FACTS = "Trang ghi về văn bản, mỗi dòng một mục", "What the page says, a line each";
    SOURCE_BROKEN = "Dấu của văn bản bị cắt", "Mark of a text that breaks off";
    STYLE = "Kiểu chữ của đề mục", "Style of the heading";
    STYLE_USUAL = "Kiểu chữ theo cấp mục", "As its level has it";
    STYLE_UPPER = "CHỮ HOA ĐẬM", "CAPITALS, BOLD";
    STYLE_BOLD = "Chữ đậm", "Bold";
    STYLE_REGULAR = "Chữ thường", "Regular";
    STYLE_ITALIC = "Chữ nghiêng", "Italic";
    FROM_FILE = "Lập từ tệp kế hoạch", "From the file of a plan";
    FROM_FILE_HELP = "Tệp .json do Sổ OCOP xuất ra mở thành kế hoạch mới, không thay kế hoạch nào trên máy. Văn bản Word, PDF: chép toàn văn rồi dán ở trang “Dán văn bản có sẵn”.",
        "A .json file of this app opens as a new plan and replaces none. Of a Word or PDF file copy the whole text and paste it.";
    NO_PLAN_IN_FILE = "Tệp này không có kế hoạch nào đọc được.", "No plan could be read in this file.";
    NEWER_FILE = "Tệp do phiên bản mới hơn của Sổ OCOP ghi. Hãy cập nhật rồi mở lại.", "The file is of a newer version of the app. Update it first.";
    PLAN_DAY = "Ngày của kế hoạch (để trống: hôm nay)", "Day of the plan (empty: today)";
    PLAN_DAY_HELP = "Chỉ ghi khi nhập lại một kế hoạch cũ, ví dụ 04/02/2024: mẫu sẽ viện dẫn các văn bản còn hiệu lực ngày ấy.",
        "Only for a plan of the past: the papers in force on that day are cited.";
    NEED_DAY = "Hãy ghi ngày dạng ngày/tháng/năm, ví dụ 04/02/2024.", "Enter a day like 04/02/2024.";
    NO_DISTRICTS = "Từ ngày 01/7/2025 không còn cấp huyện. Kế hoạch của huyện phải có ngày trước đó.",
        "Districts ended on 30/6/2025. The plan of a district needs an earlier day.";
    DISTRICT = "Tên huyện (ví dụ: Huyện Văn Quan)", "District";
    PROVINCE = "Tỉnh (ví dụ: Lạng Sơn)", "Province";
    BY_GROUP = "Theo nhóm sản phẩm", "By group";
    BY_REGISTRATION = "Theo hình thức đăng ký", "By registration";
    BY_STAR = "Theo hạng sao phấn đấu", "By stars aimed at";
    NOT_SAID = "chưa ghi", "not said";
    STYLE_AND_NUMBER = "Kiểu chữ, số in", "Style and number";
    OWN_NUMBER = "Số in riêng", "Own number";
    ADD_COLUMN = "Thêm cột", "Add a column";
    TAKE_COLUMN = "Bớt cột cuối", "Take the last column away";
}

/// Names of the programme in papers of the state and of provinces.
pub const PROGRAMMES: [Text; 4] = [
    Text { vi: "Chương trình mỗi xã một sản phẩm", en: "Chương trình mỗi xã một sản phẩm" },
    Text {
        vi: "Chương trình Mỗi xã một sản phẩm (OCOP)", en: "Chương trình Mỗi xã một sản phẩm (OCOP)"
    },
    Text { vi: "Đề án “Mỗi xã một sản phẩm”", en: "Đề án “Mỗi xã một sản phẩm”" },
    Text {
        vi: "Đề án “Mỗi xã, phường một sản phẩm”", en: "Đề án “Mỗi xã, phường một sản phẩm”"
    },
];

/// How much of a target is shared out.
pub fn shared(shared: &str, value: &str) -> String {
    const SHARED: Text = Text { vi: "Đã phân bổ {} trên {}.", en: "{} of {} are shared out." };
    const ALONE: Text = Text { vi: "Đã phân bổ {}.", en: "{} are shared out." };
    if value.is_empty() { ALONE.fill(&[shared]) } else { SHARED.fill(&[shared, value]) }
}

/// So many of all, with their share in percent to one decimal, half up: `Thực phẩm 7/12 (58,3%)`.
pub fn part_of_all(name: &str, count: usize, all: usize) -> String {
    let tenths = (count * 2000 + all) / (all * 2).max(1);
    let share =
        if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{},{}", tenths / 10, tenths % 10) };
    format!("{name} {count}/{all} ({share}%)")
}

/// Lines that are no shares.
pub fn not_read(lines: &str) -> String {
    const NOT: Text = Text {
        vi: "Chưa đọc được số ở dòng: {}. Dòng này chưa được lưu.",
        en: "No number in the line: {}. It is not saved yet.",
    };
    NOT.fill(&[lines])
}
