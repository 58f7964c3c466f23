//! Names of columns and of the words of closed lists in the tables of a plan.

use super::{Text, texts};
use crate::domain::money::Qualifier;
use crate::domain::plan::{AnnexContent, Comparator, DocUse, Metric, ScopeKind, SourceKind, UnitKind};

texts! {
    ACTIVITY = "Nhiệm vụ, hoạt động", "Activity";
    LEVEL = "Cấp", "Level";
    TIME = "Thời gian", "Time";
    READING = "Hiểu là", "Read as";
    LEAD = "Chủ trì, thực hiện", "Lead";
    WITH = "Phối hợp", "With";
    PARTICIPANTS = "Thành phần", "Participants";
    CONTENT = "Nội dung", "Content";
    RESULT = "Kết quả, sản phẩm", "Result";
    STEP = "Bước chu trình", "Step";
    METRIC = "Chỉ tiêu", "Metric";
    COMPARATOR = "Mức", "Comparator";
    VALUE = "Số lượng", "Value";
    VALUE_MAX = "Đến", "To";
    UNIT_OF = "Đơn vị tính", "Unit";
    STAR_MIN = "Từ hạng", "At least";
    REGISTRATION = "Hình thức đăng ký", "Registered as";
    SCOPE = "Phạm vi", "Scope";
    SCOPE_UNIT = "Riêng cho đơn vị", "For the unit";
    DUE = "Thời hạn", "Until";
    BASELINE = "Hiện có", "Before";
    RESULTING = "Nâng tổng số lên", "Resulting total";
    PRINTED = "Lời văn riêng", "Own words";
    WORDS = "In ra là", "Printed as";
    DOC_KIND = "Loại văn bản", "Kind";
    DOC_NUMBER = "Số, ký hiệu", "Number";
    DOC_DATE = "Ngày", "Date";
    DOC_ISSUER = "Cơ quan ban hành", "Issuer";
    DOC_EXCERPT = "Trích yếu", "Excerpt";
    DOC_FORCE = "Hiệu lực", "In force";
    PRODUCT = "Tên sản phẩm", "Product";
    PRODUCER = "Chủ thể", "Producer";
    LEGAL_FORM = "Loại hình chủ thể", "Legal form";
    COMMUNE = "Xã, phường", "Commune";
    ADDRESS = "Địa chỉ", "Address";
    GROUP = "Nhóm sản phẩm", "Group";
    CURRENT_STAR = "Hạng sao hiện có", "Stars now";
    TARGET_STAR = "Hạng sao phấn đấu", "Stars aimed at";
    CERTIFICATE = "Quyết định công nhận", "Recognised by";
    CERTIFICATE_UNTIL = "Công nhận đến", "Recognised until";
    ROUND = "Đợt", "Round";
    SUPPORT = "Nội dung hỗ trợ", "Support";
    COST = "Kinh phí", "Cost";
    VARIANTS = "Gồm các sản phẩm", "Consists of";
    NOTE = "Ghi chú", "Remark";
    REGISTERED = "Trong sổ sản phẩm", "In the registry";
    UNIT_NAME = "Tên đơn vị", "Name";
    UNIT_ALIASES = "Tên khác, viết tắt (cách nhau bằng ;)", "Other names";
    UNIT_LEVEL = "Cấp hành chính", "Level";
    UNIT_KIND = "Loại", "Kind";
    UNIT_GROUP = "Là nhóm", "A group";
    UNIT_PARENT = "Thuộc", "Part of";
    LINE_CONTENT = "Nội dung chi", "Item";
    LINE_UNIT = "Đơn vị tính", "Unit";
    QUANTITY = "Số lượng", "Quantity";
    PRICE = "Đơn giá", "Price";
    AMOUNT = "Thành tiền", "Amount";
    LUMP = "Khoán", "Lump sum";
    RESPONSIBLE = "Đơn vị thực hiện", "Spent by";
}

/// What stars are called where they are chosen.
pub const STAR_NAMES: [&str; 5] = ["1 sao", "2 sao", "3 sao", "4 sao", "5 sao"];

/// What a target counts.
pub fn metric(metric: Metric) -> Text {
    match metric {
        Metric::ProductsAtStar => Text { vi: "Sản phẩm đạt sao", en: "Products at stars" },
        Metric::ProductsTakingPart => Text { vi: "Sản phẩm tham gia đánh giá", en: "Products taking part" },
        Metric::SuccessRate => Text { vi: "Tỷ lệ đạt", en: "Success rate" },
        Metric::ProductsChosen => Text { vi: "Sản phẩm lựa chọn, phát triển", en: "Products chosen" },
        Metric::Producers => Text { vi: "Chủ thể", en: "Producers" },
        Metric::NewProducers => Text { vi: "Chủ thể mới", en: "New producers" },
        Metric::PeopleTrained => Text { vi: "Người được tập huấn", en: "People trained" },
        Metric::Courses => Text { vi: "Lớp tập huấn", en: "Courses" },
        Metric::Staff => Text { vi: "Cán bộ phụ trách", en: "Staff" },
        Metric::Villages => Text { vi: "Làng nghề, điểm du lịch", en: "Villages" },
        Metric::SalesPoints => Text { vi: "Điểm bán hàng", en: "Sales points" },
        Metric::Growth => Text { vi: "Tăng doanh thu, lợi nhuận", en: "Growth" },
        Metric::Media => Text { vi: "Tin, bài", en: "Media" },
        Metric::Other => Text { vi: "Chỉ tiêu khác", en: "Other" },
    }
}

/// How a number is meant.
pub fn comparator(comparator: Comparator) -> Text {
    match comparator {
        Comparator::Equal => Text { vi: "đúng", en: "exactly" },
        Comparator::AtLeast => Text { vi: "ít nhất", en: "at least" },
        Comparator::MoreThan => Text { vi: "trên", en: "more than" },
        Comparator::About => Text { vi: "khoảng", en: "about" },
        Comparator::Range => Text { vi: "từ … đến …", en: "from … to …" },
        Comparator::AtLeastRange => Text { vi: "ít nhất … – …", en: "at least … – …" },
        Comparator::Percent => Text { vi: "phần trăm", en: "percent" },
        Comparator::AtLeastPercent => Text { vi: "ít nhất, phần trăm", en: "at least, percent" },
    }
}

/// For whom a number holds.
pub fn scope(scope: ScopeKind) -> Text {
    match scope {
        ScopeKind::Plan => Text { vi: "Cả kế hoạch", en: "The whole plan" },
        ScopeKind::EachDistrict => Text { vi: "Mỗi huyện", en: "Each district" },
        ScopeKind::EachCommune => Text { vi: "Mỗi xã", en: "Each commune" },
        ScopeKind::Unit => Text { vi: "Một đơn vị", en: "One unit" },
    }
}

/// What a paper is named for.
pub fn doc_use(usage: DocUse) -> Text {
    match usage {
        DocUse::Basis => Text { vi: "Căn cứ", en: "Basis" },
        DocUse::Proposal => Text { vi: "Tờ trình", en: "Proposal" },
        DocUse::Funding => Text { vi: "Nguồn vốn", en: "Funding" },
        DocUse::Replaced => Text { vi: "Bị thay thế", en: "Replaced" },
        DocUse::Subject => Text { vi: "Được nói đến", en: "Subject" },
        DocUse::Named => Text { vi: "Nêu tên", en: "Named" },
    }
}

/// A kind of unit.
pub fn unit_kind(kind: UnitKind) -> Text {
    match kind {
        UnitKind::Committee => Text { vi: "Ủy ban nhân dân", en: "People's Committee" },
        UnitKind::Office => Text { vi: "Sở, phòng, trung tâm", en: "Office" },
        UnitKind::MassOrganisation => Text { vi: "Mặt trận, đoàn thể, hội", en: "Mass organisation" },
        UnitKind::Board => Text { vi: "Ban, hội đồng", en: "Board" },
        UnitKind::Producers => Text { vi: "Chủ thể OCOP", en: "Producers" },
        UnitKind::Consultant => Text { vi: "Đơn vị tư vấn", en: "Consultant" },
        UnitKind::Locality => Text { vi: "Địa phương", en: "Locality" },
        UnitKind::Other => Text { vi: "Khác", en: "Other" },
    }
}

/// A kind of source of money.
pub fn source_kind(kind: SourceKind) -> Text {
    match kind {
        SourceKind::NewRural => Text { vi: "CTMTQG xây dựng nông thôn mới", en: "New rural areas" },
        SourceKind::PovertyReduction => Text { vi: "CTMTQG giảm nghèo bền vững", en: "Poverty reduction" },
        SourceKind::EthnicMinorities => {
            Text { vi: "CTMTQG vùng dân tộc thiểu số và miền núi", en: "Ethnic minorities" }
        }
        SourceKind::TargetProgrammes => {
            Text { vi: "Các chương trình mục tiêu quốc gia", en: "Target programmes" }
        }
        SourceKind::ProvinceBudget => Text { vi: "Ngân sách tỉnh", en: "Province" },
        SourceKind::DistrictBudget => Text { vi: "Ngân sách huyện (trước 01/7/2025)", en: "District" },
        SourceKind::CommuneBudget => Text { vi: "Ngân sách xã", en: "Commune" },
        SourceKind::StandingAgency => Text { vi: "Đã giao cho cơ quan thường trực", en: "Standing agency" },
        SourceKind::DonorProject => Text { vi: "Dự án tài trợ", en: "Donor" },
        SourceKind::Science => Text { vi: "Sự nghiệp khoa học và công nghệ", en: "Science" },
        SourceKind::Extension => Text { vi: "Khuyến công, khuyến nông", en: "Extension" },
        SourceKind::Producer => Text { vi: "Vốn đối ứng của chủ thể", en: "Producers" },
        SourceKind::Credit => Text { vi: "Vốn tín dụng", en: "Credit" },
        SourceKind::Other => Text { vi: "Xã hội hóa, lồng ghép, nguồn khác", en: "Other" },
    }
}

/// How exact an amount is.
pub fn qualifier(qualifier: Qualifier) -> Text {
    match qualifier {
        Qualifier::Exact => Text { vi: "đúng số này", en: "exactly" },
        Qualifier::Estimate => Text { vi: "khái toán", en: "estimate" },
        Qualifier::Expected => Text { vi: "dự kiến", en: "expected" },
        Qualifier::MoreThan => Text { vi: "hơn", en: "more than" },
        Qualifier::Nearly => Text { vi: "gần", en: "nearly" },
        Qualifier::About => Text { vi: "khoảng", en: "about" },
    }
}

/// What an annex holds.
pub fn annex_content(content: AnnexContent) -> Text {
    match content {
        AnnexContent::Products => Text { vi: "Danh mục sản phẩm", en: "Products" },
        AnnexContent::Budget => Text { vi: "Dự toán kinh phí", en: "Budget" },
        AnnexContent::Tasks => Text { vi: "Bảng nhiệm vụ", en: "Activities" },
        AnnexContent::Allocations => Text { vi: "Giao chỉ tiêu", en: "Shares" },
        AnnexContent::Table => Text { vi: "Bảng riêng", en: "A table of its own" },
        AnnexContent::Text => Text { vi: "Văn bản", en: "Text" },
    }
}

/// The title that a new annex gets.
pub fn annex_title(content: AnnexContent) -> Text {
    match content {
        AnnexContent::Products => Text { vi: "DANH MỤC SẢN PHẨM THAM GIA", en: "PRODUCTS TAKING PART" },
        AnnexContent::Budget => Text { vi: "DỰ TOÁN KINH PHÍ", en: "ESTIMATE" },
        AnnexContent::Tasks => Text { vi: "PHÂN CÔNG NHIỆM VỤ", en: "TASKS" },
        AnnexContent::Allocations => Text { vi: "GIAO CHỈ TIÊU CHO CÁC ĐỊA PHƯƠNG", en: "SHARES" },
        AnnexContent::Table | AnnexContent::Text => Text { vi: "", en: "" },
    }
}
