//! Texts of what is due, of the calendar of a year, and of the office's settings.

use super::{Text, date, texts};
use crate::domain::calendar::{Entry, EntryKind};
use crate::domain::cycle::{Bucket, DueKind, Neighbour, OfficeLevel, SupplementCount};

texts! {
    TITLE = "Việc cần làm và hạn", "What is due";
    TO_DO = "Việc cần làm", "To do";
    RUNS_OUT = "Sắp hết hạn", "Running out";
    NOTHING_TO_DO = "Không có việc nào đến hạn.", "Nothing is due.";
    NOTHING_RUNS_OUT = "Không có gì sắp hết hạn trong 180 ngày tới.", "Nothing runs out within 180 days.";
    COMMUNE = "Lọc theo xã, phường", "Filter by commune";
    ALL = "Tất cả", "All";
    MORE = "Hiện tất cả {} mục", "Show all {}";
    PRINT = "In", "Print";
    ICS = "Tải lịch (.ics)", "Calendar file (.ics)";
    ICS_HELP = "Tệp lịch mở được bằng lịch của điện thoại, Google Calendar, Outlook.", "Opens in phone calendars, Google Calendar, Outlook.";
    ICS_NAME = "Việc và hạn OCOP", "OCOP due dates";
    YEAR = "Lịch theo quy định của năm", "Statutory calendar of the year";
    YEAR_HELP = "Theo Điều 5 Quyết định 26/2026/QĐ-TTg. Ngày trong cột “trước ngày” là ngày đã muộn. Hai cột cuối tính lùi 15 ngày làm việc của xã (Điều 7.2), trừ ngày nghỉ đã ghi ở trang Đơn vị.",
        "Article 5 of 26/2026/QĐ-TTg. Each is a “before”. The last columns count back the commune's 15 working days.";
    YEAR_BEFORE = "Trước ngày", "Before";
    YEAR_WHAT = "Việc", "What";
    YEAR_COMMUNE = "Xã đề nghị muộn nhất", "Commune at the latest";
    YEAR_PRODUCER = "Chủ thể nộp muộn nhất", "Producer at the latest";
    YEAR_FIELD = "Năm", "Year";
    SETTINGS = "Đơn vị", "Office";
    SETTINGS_LEAD = "Những gì pháp luật để đơn vị quyết định, và ngày nghỉ để tính ngày làm việc. Ghi đến đâu lưu đến đó.",
        "What the law leaves to the office, and the holidays. Everything is kept as it is typed.";
    UNIT = "Tên đơn vị", "Name of the unit";
    LEVEL = "Cấp", "Level";
    PROVINCE_CODE = "Mã tỉnh", "Code of the province";
    COMMUNE_CODE = "Mã xã", "Code of the commune";
    OFFICERS = "Người phụ trách", "Officers";
    OFFICER_NAME = "Họ và tên", "Full name";
    OFFICER_POST = "Chức vụ", "Post";
    ADD_OFFICER = "Thêm người", "Add a person";
    HOLIDAYS = "Ngày nghỉ ngoài các ngày lễ cố định", "Days off besides fixed holidays";
    HOLIDAYS_HELP = "01/01, 30/4, 01/5, 02/9 đã tính sẵn. Tết Nguyên đán, Giỗ Tổ Hùng Vương theo âm lịch và ngày nghỉ bù: ghi theo thông báo mỗi năm.",
        "1/1, 30/4, 1/5 and 2/9 are known. Enter Tết, Giỗ Tổ Hùng Vương and substitute days as announced.";
    WORKDAYS = "Ngày thứ Bảy, Chủ nhật đi làm bù", "Weekend days worked instead";
    DAY = "Ngày", "Day";
    DAY_NAME = "Tên ngày nghỉ", "Name";
    ADD_DAY = "Thêm ngày", "Add a day";
    REMOVE = "Bỏ", "Remove";
    NEIGHBOUR = "Ngày nghỉ thứ hai dịp Quốc khánh, khi chưa ghi theo thông báo", "Second day of the National Day, unless entered";
    SUPPLEMENT = "Khi hồ sơ được yêu cầu bổ sung, 15 ngày làm việc của xã", "When a dossier is completed, the 15 working days";
    SUPPLEMENT_HELP = "Quyết định 26/2026/QĐ-TTg không nói rõ; chọn theo cách đơn vị đang áp dụng.", "The decision does not say; choose what your office does.";
    LAW_OPEN = "Điều quyết định chưa nói rõ", "What the decision leaves open";
}

/// What has to be done, or what ends, of what.
pub fn due(kind: DueKind, subject: &str) -> String {
    let what = match kind {
        DueKind::WindowOpens => {
            Text { vi: "Bắt đầu nhận hồ sơ đánh giá lại: {}", en: "Re-evaluation opens: {}" }
        }
        DueKind::WindowCloses => Text {
            vi: "Hạn cuối nộp hồ sơ đánh giá lại: {}",
            en: "Last day to hand in for re-evaluation: {}",
        },
        DueKind::CertificateEnds => Text { vi: "Giấy chứng nhận hết hạn: {}", en: "Certificate ends: {}" },
        DueKind::ExtensionEnds => Text {
            vi: "Hết thời gian kéo dài theo Điều 12.3 (cần xác nhận): {}",
            en: "Extension ends (Article 12.3, to be confirmed): {}",
        },
        DueKind::Revocation => {
            Text { vi: "Hạn ra quyết định thu hồi (15 ngày): {}", en: "Decide on withdrawal: {}" }
        }
        DueKind::CommuneReport => {
            Text { vi: "Xã đánh giá và đề nghị (15 ngày làm việc): {}", en: "Commune's report: {}" }
        }
        DueKind::SupplementOpen => {
            Text { vi: "Chờ chủ thể bổ sung hồ sơ: {}", en: "Waiting for completion: {}" }
        }
        DueKind::Proposal => Text { vi: "Xã gửi hồ sơ lên tỉnh, {}", en: "Commune proposes, {}" },
        DueKind::HandIn => {
            Text { vi: "Chủ thể nộp hồ sơ tại xã để kịp {}", en: "Producers hand in for {}" }
        }
        DueKind::Results => Text { vi: "Hoàn thành đánh giá {}", en: "Evaluation finished: {}" },
        DueKind::Review => {
            Text { vi: "Hoàn thành đánh giá lại (45 ngày): {}", en: "Re-evaluation (45 days): {}" }
        }
        DueKind::ProposalCentral => {
            Text { vi: "Tỉnh gửi hồ sơ 5 sao lên Bộ, {}", en: "Province sends to the Ministry, {}" }
        }
        DueKind::EvidenceEnds => Text { vi: "Minh chứng hết hạn: {}", en: "Evidence runs out: {}" },
    };
    what.fill(&[subject])
}

/// A line with so many more papers.
pub fn and_more(what: &str, more: usize) -> String {
    const MORE: Text = Text { vi: "{} và {} giấy tờ khác", en: "{} and {} more" };
    MORE.fill(&[what, &more.to_string()])
}

/// How near.
pub fn bucket(bucket: Bucket) -> Text {
    match bucket {
        Bucket::Overdue => Text { vi: "Đã quá hạn", en: "Overdue" },
        Bucket::Within30 => Text { vi: "Trong 30 ngày", en: "Within 30 days" },
        Bucket::Within90 => Text { vi: "Trong 90 ngày", en: "Within 90 days" },
        Bucket::Within180 => Text { vi: "Trong 180 ngày", en: "Within 180 days" },
        Bucket::Later => Text { vi: "Sau đó", en: "Later" },
    }
}

/// A date of the statutory calendar in words.
pub fn entry(entry: &Entry) -> String {
    let central = entry.round.level == crate::domain::session::Level::Central;
    let what = match (entry.kind, central) {
        (EntryKind::Proposals, false) => Text { vi: "UBND xã đề nghị hồ sơ, {}", en: "Communes propose, {}" },
        (EntryKind::Results, false) => Text { vi: "Tỉnh hoàn thành đánh giá, {}", en: "Province evaluates, {}" },
        (EntryKind::Proposals, true) => {
            Text { vi: "UBND tỉnh gửi hồ sơ lên Bộ, {}", en: "Provinces send, {}" }
        }
        (EntryKind::Results, true) => Text { vi: "Bộ hoàn thành đánh giá, {}", en: "Ministry evaluates, {}" },
    };
    what.fill(&[&super::cycle::round(&entry.round)])
}

/// The day with the day of the week.
pub fn day(day: crate::domain::date::Date) -> String {
    const DAYS: [&str; 7] = ["thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư"];
    // 1 January 1970 was a Thursday.
    let name = DAYS[day.days().rem_euclid(7) as usize];
    [&date(day), " (", name, ")"].concat()
}

/// The level of an office.
pub fn level(level: OfficeLevel) -> Text {
    match level {
        OfficeLevel::Commune => Text { vi: "UBND cấp xã", en: "Commune" },
        OfficeLevel::Province => Text { vi: "Cơ quan cấp tỉnh", en: "Province" },
        OfficeLevel::Ministry => Text { vi: "Bộ Nông nghiệp và Môi trường", en: "Ministry" },
    }
}

/// Which neighbour of 2 September.
pub fn neighbour(neighbour: Neighbour) -> Text {
    match neighbour {
        Neighbour::Before => Text { vi: "Ngày 01/9", en: "1 September" },
        Neighbour::After => Text { vi: "Ngày 03/9", en: "3 September" },
    }
}

/// What the 15 working days do.
pub fn supplement(count: SupplementCount) -> Text {
    match count {
        SupplementCount::Restart => Text { vi: "Tính lại từ đầu khi nhận đủ", en: "Start anew" },
        SupplementCount::Continue => Text { vi: "Tạm dừng rồi tính tiếp", en: "Stand still, then go on" },
    }
}
