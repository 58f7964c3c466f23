//! Texts of ideas and business plans (steps 2 to 4 of the yearly cycle).

use super::{Text, date, grouped, texts};
use crate::domain::cycle::{IdeaType, Support};

texts! {
    KIND = "Loại ý tưởng", "Kind of idea";
    DESCRIPTION = "Nội dung ý tưởng", "Description";
    PLAN = "Phương án, dự án sản xuất kinh doanh", "Business plan";
    ORGANISATION = "Giới thiệu bộ máy tổ chức", "Organisation";
    SUPPORTS = "Hỗ trợ đã nhận", "Support received";
    ACTIVITY = "Nội dung hỗ trợ", "What was done";
    AMOUNT = "Số tiền (đồng)", "Amount in đồng";
}

/// What the idea is about.
pub fn kind(kind: IdeaType) -> Text {
    match kind {
        IdeaType::New => Text { vi: "Sản phẩm mới", en: "New product" },
        IdeaType::Existing => Text { vi: "Sản phẩm đã có", en: "Existing product" },
    }
}

/// One support in a line.
pub fn support(support: &Support) -> String {
    const WITH_MONEY: Text = Text { vi: "{}: {} ({} đồng)", en: "{}: {} ({} đồng)" };
    const WITHOUT: Text = Text { vi: "{}: {}", en: "{}: {}" };
    let on = date(support.on);
    match support.amount {
        Some(amount) => WITH_MONEY.fill(&[&on, &support.activity, &grouped(amount)]),
        None => WITHOUT.fill(&[&on, &support.activity]),
    }
}
