//! Texts of a plan's next years, of two plans side by side, and of the communes' sum.

use super::{Text, date, texts};
use crate::domain::plan::PlanPlace;
use crate::domain::plan::differ::{PlanField, PlanPart, PlanValue};
use crate::domain::plan::renew::{RenewNote, RenewWhat};
use crate::domain::plan::rollup::{ShareFrom, WhyAside};

texts! {
    RENEW_LEAD = "Lập dự thảo cho năm sau từ kế hoạch này. Kế hoạch cũ giữ nguyên.", "A draft for new years from this plan. The old plan stays as it is.";
    RENEW_HOW = "Năm và thời hạn được dời khi câu chữ cho phép chắc chắn; văn bản hết hiệu lực được thay theo luật hiện hành; số, ngày, người ký, kết quả, kinh phí của năm cũ để trống; số đã đạt (hoặc mục tiêu cũ) thành số nền. Mọi chỗ đổi và chỗ cần xem lại đều được liệt kê.",
        "Years and days move where the words leave no doubt; papers follow the law; number, date, signature, results and sums are blank; what was reached becomes the baseline. Everything changed or left to you is listed.";
    FIRST_YEAR = "Năm đầu của kế hoạch mới", "First year of the new plan";
    NEED_YEAR = "Hãy ghi một năm sau năm của kế hoạch này.", "Enter a year after those of this plan.";
    MAKE = "Lập kế hoạch mới từ kế hoạch này", "Make the new plan";
    BASES_MISSING = "Không đọc được danh mục văn bản pháp luật của trang; hãy mở lại khi có mạng.", "The list of legal papers cannot be read; open the page again with a network.";
    MADE = "Đã lập dự thảo", "The draft is made";
    OPEN_NEW = "Mở dự thảo", "Open the draft";
    SEE_DIFFERENCES = "So sánh với kế hoạch cũ", "Compare with the old plan";
    TO_JUDGE = "Cần người xem lại", "To be judged";
    NOTHING_TO_JUDGE = "Không có chỗ nào phải xem lại.", "Nothing is left to judge.";
    CHANGED = "Đã đổi", "Changed";
    WHERE = "Ở", "Where";
    WHAT = "Việc", "What";
    BEFORE = "Trước", "Before";
    AFTER = "Nay", "Now";
    KEPT_IN_NOTE = "Danh sách này cũng được ghi vào ghi chú nội bộ của dự thảo (không in).", "This list also stands in the draft's remarks, which are not printed.";
    COMPARE_TITLE = "So sánh hai kế hoạch", "Two plans side by side";
    OLD = "Kế hoạch cũ", "Old plan";
    NEW = "Kế hoạch mới", "New plan";
    HIDE_YEARS = "Ẩn chỗ chỉ đổi năm", "Hide what only changed years";
    NO_DIFFERENCE = "Không có khác biệt nào.", "No differences.";
    ADDED = "Thêm", "Added";
    REMOVED = "Bỏ", "Removed";
    CHANGES = "Đổi", "Changed";
    FIGURES = "Số liệu", "Figures";
    PRODUCTS = "Sản phẩm", "Products";
    ACTIVITIES = "Hoạt động", "Activities";
    TARGETS = "Mục tiêu", "Targets";
    TOTAL = "Tổng kinh phí", "Total";
    ROLL_TITLE = "Tổng hợp kế hoạch của các xã", "Sum of the communes' plans";
    ROLL_LEAD = "Cộng kế hoạch của các xã, phường, đặc khu có trên máy này (mở tệp của xã để nhận). Mỗi xã một kế hoạch, mỗi sản phẩm một lần.",
        "Sums the communes' plans on this device (open their files to take them in). One plan of each commune, each product once.";
    LOCALITY = "Địa phương", "Locality";
    ALLOCATED = "Chỉ tiêu giao", "Share";
    PLANNED = "Xã đăng ký", "Planned";
    FROM = "Lấy từ", "Taken from";
    SUM = "Cộng", "Sum";
    KINDS = "Sản phẩm theo nhóm", "Products by kind";
    KIND = "Nhóm", "Kind";
    ALL = "Tổng", "All";
    KIND_UNKNOWN = "Chưa ghi nhóm", "Not said";
    MISSING = "Chưa có kế hoạch", "Without a plan";
    NONE_MISSING = "Mọi địa phương đã có kế hoạch.", "Every locality has a plan.";
    ASIDE = "Kế hoạch không cộng", "Plans not summed";
    TWICE = "Sản phẩm có trong kế hoạch của hai xã (tính một lần)", "Products in two communes' plans (counted once)";
    MONEY = "Kinh phí của các xã", "Money";
    NO_SHARES = "Chưa giao chỉ tiêu, xã chưa đăng ký.", "Nothing allocated, nothing planned by a commune.";
    NO_COMMUNES = "Chưa có kế hoạch của xã nào trên máy này.", "No plan of a commune on this device.";
    OFFICE_MISSING = "Chưa ghi tỉnh của đơn vị dùng sổ: chỉ xét các địa phương được giao chỉ tiêu.", "The office's province is not set: only localities with shares are looked at.";
    SET_OFFICE = "Ghi đơn vị dùng sổ", "Set the office";
    UNITS_MISSING = "Chưa đọc được danh mục đơn vị hành chính: chỉ xét các địa phương được giao chỉ tiêu.", "The list of units cannot be read: only localities with shares are looked at.";
}

/// A kind of change, or what is left to a person.
pub fn what(what: RenewWhat) -> Text {
    use RenewWhat as W;
    match what {
        W::Years => Text { vi: "Đổi năm trong câu", en: "Years moved" },
        W::YearToJudge => Text {
            vi: "Năm hoặc ngày trong câu: giữ nguyên, hãy xem lại",
            en: "A year or day was left: judge",
        },
        W::Time => Text { vi: "Dời thời gian", en: "Time moved" },
        W::TimeToJudge => {
            Text { vi: "Đã dời ngày, câu chữ cần sửa", en: "Days moved, words to be put right" }
        }
        W::TimeOutside => Text {
            vi: "Thời gian ngoài các năm của kế hoạch cũ: giữ nguyên",
            en: "Outside the old years: left",
        },
        W::BasisReplaced => Text { vi: "Thay văn bản đã hết hiệu lực", en: "Paper replaced" },
        W::BasisMerged => {
            Text { vi: "Bỏ văn bản đã được gộp vào văn bản đang có", en: "Paper taken out: merged" }
        }
        W::BasisEnded => {
            Text { vi: "Văn bản hết hiệu lực; xem các văn bản", en: "No longer in force; see" }
        }
        W::BasisToJudge => Text {
            vi: "Văn bản của năm cũ hoặc của cơ quan không còn",
            en: "Paper of the old year or of an office that is gone",
        },
        W::ProposalCleared => {
            Text { vi: "Để trống số, ngày tờ trình", en: "Proposal's number and date cleared" }
        }
        W::ReplacedToJudge => Text {
            vi: "Câu thay thế kế hoạch khác: còn đúng không?",
            en: "It says it replaces a plan: still so?",
        },
        W::TargetFromResult => Text {
            vi: "Mục tiêu để trống; số nền là số đã đạt",
            en: "Target blank; baseline is what was reached",
        },
        W::TargetFromAim => Text {
            vi: "Mục tiêu để trống; số nền là mục tiêu cũ (chưa rõ kết quả)",
            en: "Target blank; baseline is the old aim",
        },
        W::TargetBlank => Text { vi: "Mục tiêu chưa có số", en: "Target without a number" },
        W::SharesToJudge => Text {
            vi: "Phân bổ chỉ tiêu còn là của năm cũ; số địa phương",
            en: "Shares are of the old year; localities",
        },
        W::ProductDone => Text {
            vi: "Sản phẩm đã được công nhận, không đưa sang; số sao",
            en: "Product recognised, left out; stars",
        },
        W::ProductStays => Text {
            vi: "Sản phẩm chưa đạt hạng phấn đấu, đưa sang; số sao hiện có",
            en: "Product goes on; stars now",
        },
        W::MoneyCleared => Text { vi: "Để trống kinh phí của năm cũ (đồng)", en: "Sums cleared (dong)" },
        W::Corrected => Text { vi: "Sửa lỗi của bản gốc", en: "Slip put right" },
        W::SlipToJudge => Text { vi: "Lỗi của bản gốc chưa sửa", en: "Slip still there" },
        W::DistrictToJudge => Text {
            vi: "Không còn cấp huyện: hãy đổi cơ quan ban hành",
            en: "No districts any more: another issuer",
        },
    }
}

/// Where a note of a renewal stands; `name` gives the words of an entry.
pub fn place(place: &PlanPlace, name: impl Fn(&str) -> String) -> String {
    match place {
        PlanPlace::Title => Text { vi: "Tên kế hoạch", en: "Title" }.get().to_owned(),
        PlanPlace::Section(words) => words.clone(),
        PlanPlace::Entry(key) => name(key),
        PlanPlace::Recipients => Text { vi: "Nơi nhận", en: "Recipients" }.get().to_owned(),
        PlanPlace::Frame => Text { vi: "Văn bản", en: "Paper" }.get().to_owned(),
        PlanPlace::Budget => Text { vi: "Kinh phí", en: "Money" }.get().to_owned(),
    }
}

/// A note of a renewal as a line of the remarks.
pub fn remark(note: &RenewNote, at: &str) -> String {
    let arrow = if note.after.is_empty() { String::new() } else { [" → ", &note.after].concat() };
    [what(note.what).get(), " · ", at, ": ", &note.before, &arrow].concat()
}

/// A part of a plan.
pub fn part(part: PlanPart) -> Text {
    match part {
        PlanPart::Front => Text { vi: "Tên, năm, cơ quan ban hành", en: "Title, years, issuer" },
        PlanPart::Documents => Text { vi: "Căn cứ và văn bản", en: "Papers" },
        PlanPart::Sections => Text { vi: "Nội dung các mục", en: "Sections" },
        PlanPart::Targets => TARGETS,
        PlanPart::Activities => ACTIVITIES,
        PlanPart::Products => PRODUCTS,
        PlanPart::Rounds => Text { vi: "Đợt đánh giá", en: "Rounds" },
        PlanPart::Budget => Text { vi: "Kinh phí", en: "Money" },
        PlanPart::Duties => Text { vi: "Phân công", en: "Duties" },
        PlanPart::Recipients => Text { vi: "Nơi nhận", en: "Recipients" },
        PlanPart::Annexes => Text { vi: "Phụ lục", en: "Annexes" },
    }
}

/// A field of an entry.
pub fn field(field: PlanField) -> Text {
    match field {
        PlanField::Name => Text { vi: "Tên", en: "Name" },
        PlanField::Text => Text { vi: "Nội dung", en: "Text" },
        PlanField::Time => Text { vi: "Thời gian", en: "Time" },
        PlanField::Units => Text { vi: "Đơn vị", en: "Units" },
        PlanField::Number => Text { vi: "Số mục tiêu", en: "Number" },
        PlanField::NumberMax => Text { vi: "Đến", en: "Up to" },
        PlanField::Baseline => Text { vi: "Số nền", en: "Baseline" },
        PlanField::Stars => Text { vi: "Hạng sao", en: "Stars" },
        PlanField::Registration => Text { vi: "Hình thức đăng ký", en: "Registered as" },
        PlanField::Producer => Text { vi: "Chủ thể", en: "Producer" },
        PlanField::Group => Text { vi: "Nhóm", en: "Group" },
        PlanField::Support => Text { vi: "Nội dung hỗ trợ", en: "Support" },
        PlanField::Intake => Text { vi: "Hạn nhận hồ sơ", en: "Dossiers until" },
        PlanField::Meeting => Text { vi: "Họp Hội đồng", en: "Meeting" },
        PlanField::Deadline => Text { vi: "Hạn", en: "Deadline" },
        PlanField::Quantity => Text { vi: "Số lượng", en: "Quantity" },
        PlanField::Price => Text { vi: "Đơn giá", en: "Price" },
        PlanField::Amount => Text { vi: "Số tiền", en: "Amount" },
    }
}

/// A value; empty: nothing.
pub fn value(value: &PlanValue) -> String {
    match value {
        PlanValue::None => String::new(),
        PlanValue::Words(words) => words.clone(),
        PlanValue::Time(time) if !time.printed.is_empty() => time.printed.clone(),
        PlanValue::Time(time) => super::plan::time(time.kind, time.from, time.to),
        PlanValue::Number(number) => super::plan::quantity(*number),
        PlanValue::Dong(dong) => super::plan::dong(*dong),
        PlanValue::Stars(stars) => super::plan::stars(*stars),
        PlanValue::Registration(kind) => super::plan::registration(*kind).get().to_owned(),
    }
}

/// Where a commune's number comes from.
pub fn share_from(from: ShareFrom) -> Text {
    match from {
        ShareFrom::NoPlan => Text { vi: "Chưa có kế hoạch", en: "No plan" },
        ShareFrom::NotSaid => Text { vi: "Kế hoạch không ghi", en: "Not said" },
        ShareFrom::Target => Text { vi: "Mục tiêu của xã", en: "Its target" },
        ShareFrom::List => Text { vi: "Đếm danh mục sản phẩm", en: "Its list, counted" },
        ShareFrom::Contradiction => {
            Text { vi: "Hai mục tiêu khác số: không cộng", en: "Two numbers: not summed" }
        }
    }
}

/// Why a plan is not summed.
pub fn why_aside(why: WhyAside) -> Text {
    match why {
        WhyAside::OtherYears => Text { vi: "khác năm", en: "other years" },
        WhyAside::Replaced => Text { vi: "bị thay thế hoặc hết hiệu lực", en: "replaced" },
        WhyAside::Another => {
            Text { vi: "xã này có kế hoạch khác mới hơn hoặc đã ban hành", en: "another plan counts" }
        }
        WhyAside::UnknownUnit => Text { vi: "không nhận ra xã", en: "unit not recognised" },
    }
}

/// `Đã có kế hoạch 12/65 địa phương`.
pub fn counted(with: usize, all: usize) -> String {
    const COUNTED: Text =
        Text { vi: "Đã có kế hoạch: {}/{} địa phương.", en: "{} of {} localities have a plan." };
    COUNTED.fill(&[&with.to_string(), &all.to_string()])
}

/// `Điềm He (tính) và Hữu Lễ`.
pub fn twice(name: &str, counted: &str, other: &str) -> String {
    const TWICE: Text = Text { vi: "{}: tính cho {}, có cả ở {}", en: "{}: counted for {}, also in {}" };
    TWICE.fill(&[name, counted, other])
}

/// The money of the communes' plans.
pub fn money(total: &str, plans: usize) -> String {
    const MONEY: Text =
        Text { vi: "{}, từ {} kế hoạch có ghi tổng kinh phí", en: "{}, from {} plans with a total" };
    MONEY.fill(&[total, &plans.to_string()])
}

/// The three numbers of registrations: `12 (lần đầu 8, nâng hạng 1, đánh giá lại 3)`.
pub fn registrations(all: usize, kinds: &[usize]) -> String {
    const KINDS: [Text; 4] = [
        Text { vi: "lần đầu {}", en: "first {}" },
        Text { vi: "nâng hạng {}", en: "upgrade {}" },
        Text { vi: "đánh giá lại {}", en: "re-evaluation {}" },
        Text { vi: "chưa ghi {}", en: "not said {}" },
    ];
    let parts = KINDS.iter().zip(kinds).filter(|(_, number)| **number > 0);
    let parts: Vec<String> = parts.map(|(text, number)| text.fill(&[&number.to_string()])).collect();
    if parts.is_empty() { all.to_string() } else { [&all.to_string(), " (", &parts.join(", "), ")"].concat() }
}

/// `Lập từ kế hoạch … ngày …`: the head of the remarks.
pub fn remark_head(title: &str, day: crate::domain::date::Date) -> String {
    const HEAD: Text = Text { vi: "Lập ngày {} từ: {}", en: "Made on {} from: {}" };
    HEAD.fill(&[&date(day), title])
}
