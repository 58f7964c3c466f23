//! Texts of the pages about plans: the list, the parts of one, writing it.

use super::{Text, texts};
use crate::domain::plan::{Plan, PlanKind, PlanStatus, Tier};

texts! {
    TITLE = "Kế hoạch OCOP", "OCOP plans";
    LEAD = "Soạn, kiểm tra, in và theo dõi kế hoạch của đơn vị. Mọi thay đổi được lưu ngay trên máy này.",
        "Write, check, print and follow the plans of the office. Every change is saved on this device.";
    NEW = "Lập kế hoạch mới", "New plan";
    PASTE = "Dán văn bản có sẵn", "Paste an existing text";
    NONE_YET = "Chưa có kế hoạch nào trên máy này. Hãy lập kế hoạch mới, dán văn bản của một kế hoạch có sẵn, hoặc xem một kế hoạch mẫu bên dưới.",
        "No plan on this device yet. Begin a new one, paste the text of an existing one, or look at a sample below.";
    SAMPLES_TITLE = "Kế hoạch mẫu", "Sample plans";
    SAMPLES_HELP = "Năm kế hoạch thật đã ban hành trước đây, giữ đúng lời văn, kể cả chỗ để trống và lỗi sao chép. Chỉ để xem và chép; luật viện dẫn trong đó có thể đã hết hiệu lực.",
        "Five real plans from past years, word for word, blanks and slips included. To look at and copy; the law they cite may have ended.";
    SAMPLE = "Mẫu – không phải kế hoạch của đơn vị", "Sample – not a plan of this office";
    UNTITLED = "Kế hoạch chưa có tên", "Untitled plan";
}

/// The sample plans: their names on the site, and what they are called.
pub const SAMPLES: [(&str, Text); 5] = [
    ("s0-van-quan-2024", Text { vi: "Huyện Văn Quan, Lạng Sơn, năm 2024", en: "Văn Quan district, Lạng Sơn, 2024" }),
    ("s1-tam-duong-2022", Text { vi: "Huyện Tam Đường, Lai Châu, năm 2022", en: "Tam Đường district, Lai Châu, 2022" }),
    ("s2-bac-kan-2018", Text { vi: "Tỉnh Bắc Kạn, năm 2018", en: "Bắc Kạn province, 2018" }),
    (
        "s3-thua-thien-hue-2019-2020",
        Text {
            vi: "Tỉnh Thừa Thiên Huế, giai đoạn 2019–2020", en: "Thừa Thiên Huế province, 2019–2020"
        },
    ),
    ("s4-lao-cai-2021", Text { vi: "Tỉnh Lào Cai, năm 2021", en: "Lào Cai province, 2021" }),
];

/// The title of a plan, or that it has none.
pub fn title_of(plan: &Plan) -> String {
    if plan.title.trim().is_empty() { UNTITLED.get().to_owned() } else { plan.title.clone() }
}

/// The line below a plan's title in a list: where it stands, years, level, kind.
pub fn about(plan: &Plan) -> String {
    let years = years(plan.period.from, plan.period.to);
    [status(plan.status).get(), years.as_str(), tier(plan.level).get(), kind(plan.kind).get()].join(" · ")
}

/// The years of a plan.
pub fn years(from: i32, to: i32) -> String {
    const YEAR: Text = Text { vi: "năm {}", en: "{}" };
    const YEARS: Text = Text { vi: "giai đoạn {}–{}", en: "{}–{}" };
    if from == to { YEAR.fill(&[&from.to_string()]) } else { YEARS.fill(&[&from.to_string(), &to.to_string()]) }
}

/// Where a plan stands.
pub fn status(status: PlanStatus) -> Text {
    match status {
        PlanStatus::Draft => Text { vi: "Dự thảo", en: "Draft" },
        PlanStatus::Submitted => Text { vi: "Trình ký", en: "Submitted" },
        PlanStatus::Issued => Text { vi: "Đã ban hành", en: "Issued" },
        PlanStatus::Replaced => Text { vi: "Bị thay thế", en: "Replaced" },
        PlanStatus::Expired => Text { vi: "Hết hiệu lực", en: "Expired" },
        PlanStatus::Incomplete => Text { vi: "Thiếu nội dung", en: "Incomplete" },
    }
}

/// A level of administration.
pub fn tier(tier: Tier) -> Text {
    match tier {
        Tier::Central => Text { vi: "Trung ương", en: "Central" },
        Tier::Province => Text { vi: "Cấp tỉnh", en: "Province" },
        Tier::District => Text { vi: "Cấp huyện (trước 01/7/2025)", en: "District (before 1/7/2025)" },
        Tier::Commune => Text { vi: "Cấp xã", en: "Commune" },
    }
}

/// A kind of plan.
pub fn kind(kind: PlanKind) -> Text {
    match kind {
        PlanKind::Standalone => Text { vi: "Kế hoạch riêng", en: "Plan of its own" },
        PlanKind::Attached => Text { vi: "Kèm theo quyết định", en: "Attached to a decision" },
        PlanKind::Period => Text { vi: "Kế hoạch giai đoạn", en: "Plan for a period" },
        PlanKind::Evaluation => Text { vi: "Kế hoạch đánh giá, phân hạng", en: "Evaluation plan" },
        PlanKind::Scheme => Text { vi: "Đề án", en: "Scheme" },
        PlanKind::Fund => Text { vi: "Kế hoạch theo nguồn vốn", en: "Plan tied to a fund" },
        PlanKind::Digest => Text { vi: "Bản tin về kế hoạch", en: "Digest of a plan" },
    }
}
