//! Names of roles, levels, purposes and stars.

use super::{Text, texts};
use crate::domain::session::{Level, Purpose, Role};

texts! {
    CHAIR = "Chủ tịch hội đồng", "Chair";
    VICE_CHAIR = "Phó chủ tịch hội đồng", "Vice-chair";
    MEMBER = "Ủy viên", "Member";
    SECRETARY = "Thư ký (không chấm)", "Secretary (does not score)";
    INVITED = "Khách mời (không chấm)", "Invited (does not score)";
    PROVINCE = "Cấp tỉnh", "Provincial";
    CENTRAL = "Cấp trung ương", "Central";
    DISTRICT = "Cấp huyện (trước 01/7/2025)", "District (before 1 July 2025)";
    OFFICIAL = "Đánh giá chính thức", "Official evaluation";
    PRACTICE = "Thực hành", "Practice";
    SELF_CHECK = "Tự chấm thử", "Self-check";
    ADVISORY = "Thẩm định của xã, tổ tư vấn", "Check by commune or advisory team";
}

/// The name of a role.
pub fn role(role: Role) -> Text {
    match role {
        Role::Chair => CHAIR,
        Role::ViceChair => VICE_CHAIR,
        Role::Member => MEMBER,
        Role::Secretary => SECRETARY,
        Role::Invited => INVITED,
    }
}

/// The name of a council's level.
pub fn level(level: Level) -> Text {
    match level {
        Level::Province => PROVINCE,
        Level::Central => CENTRAL,
        Level::District => DISTRICT,
    }
}

/// The name of a purpose.
pub fn purpose(purpose: Purpose) -> Text {
    match purpose {
        Purpose::Official => OFFICIAL,
        Purpose::Practice => PRACTICE,
        Purpose::SelfCheck => SELF_CHECK,
        Purpose::Advisory => ADVISORY,
    }
}

/// `4 sao`.
pub fn stars(stars: u8) -> String {
    const STARS: Text = Text { vi: "{} sao", en: "{} stars" };
    STARS.fill(&[&stars.to_string()])
}

/// The mark of an option as printed in the decision: `★★★★`.
pub fn star_mark(stars: u8) -> &'static str {
    match stars {
        3 => "★★★",
        4 => "★★★★",
        5 => "★★★★★",
        _ => "",
    }
}

/// What the mark means.
pub fn star_mark_meaning(stars: u8) -> String {
    const MEANING: Text = Text {
        vi: "Mức tối thiểu phải đạt để được {} sao",
        en: "The least a product must reach for {} stars",
    };
    MEANING.fill(&[&stars.to_string()])
}
