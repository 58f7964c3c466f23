//! Texts of the registry: producers and products.

use super::{Text, texts};
use crate::domain::registry::{LegalForm, Sex};

texts! {
    TITLE = "Sản phẩm OCOP", "OCOP products";
    LEAD = "Sổ của đơn vị: ai làm gì, hồ sơ đang ở đâu, giấy chứng nhận còn hạn đến khi nào.",
        "The office's register: who makes what, where each dossier stands, how long each certificate runs.";
    ADD = "Thêm sản phẩm", "Add a product";
    PRODUCTS = "Sản phẩm", "Products";
    PRODUCERS = "Chủ thể", "Producers";
    PRODUCER = "Chủ thể", "Producer";
    ADD_PRODUCER = "Thêm chủ thể", "Add a producer";
    SEARCH = "Tìm theo tên sản phẩm, chủ thể, xã (gõ không dấu cũng được)", "Search by product, producer, commune";
    SEARCH_PRODUCERS = "Tìm chủ thể (gõ không dấu cũng được)", "Search producers";
    FILTER_STATE = "Tình trạng", "State";
    FILTER_COMMUNE = "Xã, phường", "Commune";
    FILTER_SET = "Bộ sản phẩm", "Product set";
    GROUP_NEW = "Mới ghi vào sổ", "Just entered";
    GROUP_IDEA = "Ý tưởng, phương án", "Ideas and plans";
    GROUP_DOSSIER = "Đang có hồ sơ", "With a dossier";
    GROUP_3 = "Đang được công nhận 3 sao", "3 stars";
    GROUP_4 = "Đang được công nhận 4 sao", "4 stars";
    GROUP_5 = "Đang được công nhận 5 sao", "5 stars";
    GROUP_EXPIRED = "Hết hạn", "Expired";
    GROUP_ENDED = "Thu hồi hoặc ngừng", "Withdrawn or stopped";
    ALL = "Tất cả", "All";
    MORE = "Hiện thêm", "Show more";
    NONE_YET = "Chưa có sản phẩm nào. Thêm sản phẩm đầu tiên, hoặc mở tệp do đơn vị khác gửi.",
        "No product yet. Add the first one, or open a file from another office.";
    NO_PRODUCER_YET = "Chưa có chủ thể nào.", "No producer yet.";
    NOTHING_FOUND = "Không có sản phẩm nào khớp với cách lọc này.", "No product fits this filter.";
    NO_PRODUCER_FOUND = "Không có chủ thể nào khớp.", "No producer fits.";
    NAME = "Tên sản phẩm", "Name of the product";
    PRODUCER_NAME = "Tên chủ thể", "Name of the producer";
    CREATE = "Ghi vào sổ", "Enter";
    NEED_NAME = "Hãy nhập tên sản phẩm.", "Enter the product's name.";
    NEED_PRODUCER = "Hãy nhập tên chủ thể.", "Enter the producer's name.";
    KNOWN_PRODUCER = "Chủ thể đã có trong sổ", "A producer on record";
    OTHER_PRODUCER = "Đây là chủ thể khác, trùng tên", "Another producer of the same name";
    NEW_PRODUCER = "Chủ thể mới", "A new producer";
    LEGAL_FORM = "Hình thức tổ chức", "Form of organisation";
    REPRESENTATIVE = "Người đại diện pháp lý", "Legal representative";
    REPRESENTATIVE_NAME = "Họ và tên", "Full name";
    POSITION = "Chức vụ", "Position";
    SEX = "Giới tính", "Sex";
    NOT_SAID = "Chưa ghi", "Not said";
    ETHNICITY = "Dân tộc", "Ethnicity";
    DISABILITY = "Là người khuyết tật", "A person with a disability";
    YES = "Có", "Yes";
    NO = "Không", "No";
    RESIDENCE = "Nơi cư trú", "Residence";
    EXTRA_POINT = "Giới tính, dân tộc và tình trạng khuyết tật chỉ dùng cho điểm ưu tiên ở tiêu chí 3.2.",
        "Sex, ethnicity and disability only serve the extra point of criterion 3.2.";
    REGISTRATION = "Đăng ký kinh doanh", "Business registration";
    REGISTRATION_NO = "Số đăng ký", "Number";
    REGISTRATION_DATE = "Ngày cấp", "Date of issue";
    ISSUER = "Nơi cấp", "Issued by";
    CONTACT = "Liên hệ", "Contact";
    ADDRESS = "Địa chỉ (ghi như trong giấy tờ)", "Address as printed";
    PHONE = "Điện thoại", "Telephone";
    EMAIL = "Thư điện tử", "E-mail";
    UNIT = "Xã, phường, đặc khu hiện nay", "Commune of today";
    UNIT_SEARCH = "Gõ tên xã, phường (tên cũ cũng tìm được)", "Type a commune's name, old or new";
    UNIT_CHANGE = "Chọn lại", "Choose again";
    UNIT_NONE = "Không tìm thấy đơn vị nào có tên như vậy.", "No unit of that name.";
    UNIT_FAULT = "Chưa tải được danh mục đơn vị hành chính. Vẫn ghi được địa chỉ như trong giấy tờ.",
        "The list of units could not be loaded. The printed address can still be kept.";
    UNIT_PROVISIONAL = "Mã đơn vị theo Quyết định 19/2025/QĐ-TTg, cần đối chiếu trước khi in chính thức.",
        "Codes after Decision 19/2025; compare before official use.";
    HISTORY = "Lịch sử hình thành, phát triển", "History";
    ORGANISATION = "Tổ chức bộ máy", "Organisation";
    NOTE = "Ghi chú của đơn vị", "Remarks of the office";
    SPECIFICATION = "Quy cách", "Specification";
    VARIANTS = "Các loại, cỡ, mùi vị (mỗi dòng một loại)", "Variants, one a line";
    SET = "Bộ sản phẩm (bộ tiêu chí)", "Product set";
    SET_CHANGE = "Chọn bộ khác", "Choose another set";
    PLACE = "Nơi sản xuất (ghi như trong giấy tờ)", "Place of production as printed";
    SERIAL = "Số thứ tự do xã quản lý", "Serial number kept by the commune";
    OLD_CODE = "Mã số cũ (nếu có)", "Old code";
    CODE = "Mã số sản phẩm", "Product code";
    CODE_MISSING = "Mã số sản phẩm có khi đã chọn xã và ghi số thứ tự.", "The code needs commune and serial number.";
    EXPORT = "Xuất thành tệp để gửi", "Export to hand on";
    PHOTO = "Ảnh sản phẩm", "Photo";
    PHOTO_ADD = "Chọn ảnh", "Choose a photo";
    PHOTO_REMOVE = "Bỏ ảnh", "Remove the photo";
    GENERAL = "Thông tin chung", "General";
    LIFE = "Quá trình", "History of the product";
    IDEAS = "Ý tưởng", "Ideas";
    DOSSIERS = "Hồ sơ", "Dossiers";
    CERTIFICATES = "Giấy chứng nhận", "Certificates";
    NO_DOSSIER = "Chưa có hồ sơ nào.", "No dossier yet.";
    NEW_IDEA = "Đăng ký ý tưởng", "Register an idea";
    NEW_DOSSIER = "Lập hồ sơ mới", "Begin a dossier";
    ENTER_CERTIFICATE = "Ghi giấy chứng nhận đã cấp", "Enter a certificate issued before";
    DOSSIER_TYPE = "Loại hồ sơ", "Type of dossier";
    DELETE = "Xóa khỏi sổ", "Delete";
    DELETE_SURE = "Xóa sản phẩm này? Chỉ xóa được khi chưa có ý tưởng, hồ sơ, giấy chứng nhận nào.",
        "Delete this product? Possible only while nothing rests on it.";
    DELETE_PRODUCER_SURE = "Xóa chủ thể này? Chỉ xóa được khi không còn sản phẩm nào.",
        "Delete this producer? Possible only without products.";
    SET_NOT_LOADED = "Chưa tải được bộ sản phẩm này nên chưa đổi được. Hãy thử lại khi có mạng.",
        "This set could not be loaded, so nothing was changed. Try again with a network.";
    PAIRS = "{} cặp sản phẩm có thể bị ghi trùng", "{} pairs of products that may be the same";
    TWINS = "Có thể bị ghi trùng", "Perhaps entered twice";
    TWINS_HELP = "Hai bản ghi có tên gần giống nhau. Nếu là một, hãy gộp: hồ sơ và giấy chứng nhận sẽ đứng chung, và luôn tách lại được.",
        "Two records have nearly the same name. If they are one, join them: it can always be undone.";
    JOIN = "Gộp vào bản này", "Join into this one";
    PART = "Tách lại", "Take apart again";
    JOINED = "Đã gộp vào đây", "Joined into this one";
    OPEN = "Mở", "Open";
    NOT_DONE = "Chưa làm được: bản ghi không còn trong sổ. Hãy mở lại trang này.", "Not done: the record is not there any more.";
    PERSONAL = "Thông tin cá nhân: chỉ nằm trên máy này và trong tệp bạn xuất.", "Personal data: stays on this device and in the files you export.";
    TOO_LARGE = "Tệp lớn hơn 3 MB nên không kèm được. Hãy giảm cỡ ảnh, hoặc ghi nơi cất bản giấy.",
        "The file is larger than 3 MB. Make it smaller, or note where the paper lies.";
}

/// The name of a form of organisation (26/2026/QĐ-TTg, Article 2.3).
pub fn legal_form(form: LegalForm) -> Text {
    match form {
        LegalForm::Cooperative => Text { vi: "Hợp tác xã", en: "Cooperative" },
        LegalForm::CooperativeGroup => Text { vi: "Tổ hợp tác", en: "Cooperative group" },
        LegalForm::Company => Text { vi: "Doanh nghiệp nhỏ và vừa", en: "Small or medium company" },
        LegalForm::Farm => Text { vi: "Trang trại", en: "Farm" },
        LegalForm::Household => Text {
            vi: "Hộ sản xuất, hộ gia đình có đăng ký kinh doanh",
            en: "Household with business registration",
        },
        LegalForm::Association => Text {
            vi: "Hội, hiệp hội, trung tâm điều hành (chỉ nhóm du lịch)",
            en: "Association or operating centre (tourism only)",
        },
        LegalForm::Other => Text { vi: "Chưa ghi hoặc hình thức khác", en: "Not said, or another form" },
    }
}

/// The name of a sex.
pub fn sex(sex: Sex) -> Text {
    match sex {
        Sex::Female => Text { vi: "Nữ", en: "Female" },
        Sex::Male => Text { vi: "Nam", en: "Male" },
    }
}

/// How many products are shown of how many.
pub fn shown_of(shown: usize, all: usize) -> String {
    const SHOWN: Text = Text { vi: "Đang hiện {} trong {} mục", en: "{} of {} shown" };
    SHOWN.fill(&[&shown.to_string(), &all.to_string()])
}

/// How many products a producer has.
pub fn product_count(count: usize) -> String {
    const COUNT: Text = Text { vi: "{} sản phẩm", en: "{} products" };
    COUNT.fill(&[&count.to_string()])
}

/// How many producers a paste would enter.
pub fn new_producers(count: usize) -> String {
    const NEW: Text =
        Text { vi: "Sẽ ghi thêm {} chủ thể mới vào sổ.", en: "{} new producers will be entered." };
    NEW.fill(&[&count.to_string()])
}

/// How many pasted products are on record under the same name and producer.
pub fn there_already(count: usize) -> String {
    const AGAIN: Text = Text {
        vi: "{} sản phẩm đã có trong sổ với cùng tên và cùng chủ thể: nếu dán sẽ thành hai bản ghi.",
        en: "{} products are on record with the same name and producer: they would be there twice.",
    };
    AGAIN.fill(&[&count.to_string()])
}

/// Why something cannot be deleted.
pub fn needed(count: usize) -> String {
    const NEEDED: Text = Text {
        vi: "Chưa xóa được: còn {} bản ghi gắn với mục này.",
        en: "Not deleted: {} records rest on it.",
    };
    NEEDED.fill(&[&count.to_string()])
}

/// A place that was found, with the old unit it came from.
pub fn found_place(commune: &str, province: &str, former: Option<(&str, &str)>) -> String {
    const PLACE: Text = Text { vi: "{}, {}", en: "{}, {}" };
    const FORMER: Text = Text { vi: "{}, {} (trước là {}, {})", en: "{}, {} (formerly {}, {})" };
    match former {
        None => PLACE.fill(&[commune, province]),
        Some((name, district)) => FORMER.fill(&[commune, province, name, district]),
    }
}
