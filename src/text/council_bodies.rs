//! How the bodies that issue a council's papers are named on them.

use super::Text;

/// The chair of a committee, or the minister, as the one who decides: in capitals.
pub fn authority(committee: &str, is_ministry: bool) -> String {
    const CHAIR: Text = Text { vi: "Chủ tịch {}", en: "The chair of {}" };
    const MINISTER: Text = Text { vi: "Bộ trưởng Bộ Nông nghiệp và Môi trường", en: "The Minister" };
    let name = if committee.is_empty() { super::template::DOTS } else { committee };
    (if is_ministry { MINISTER.get().to_owned() } else { CHAIR.fill(&[name]) }).to_uppercase()
}

/// Who carries a decision out.
pub fn executors(committee: &str, advisory_body: &str, is_ministry: bool) -> String {
    const PROVINCE: Text = Text {
        vi: "Chánh Văn phòng {}, Thủ trưởng {}, Chủ tịch Ủy ban nhân dân cấp xã nơi có sản phẩm được công nhận",
        en: "The offices of {} and {}, the communes",
    };
    const MINISTRY: Text = Text {
        vi: "Chánh Văn phòng Bộ, Thủ trưởng {}, Chủ tịch Ủy ban nhân dân các tỉnh có sản phẩm được công nhận",
        en: "The ministry's office, {}, the provinces",
    };
    let blank = |words: &str| if words.is_empty() { super::template::DOTS.to_owned() } else { words.to_owned() };
    let (committee, body) = (blank(committee), blank(advisory_body));
    if is_ministry { MINISTRY.fill(&[&body]) } else { PROVINCE.fill(&[&committee, &body]) }
}

/// The name of a committee in the head of its own papers: `ỦY BAN NHÂN DÂN` and the locality below.
pub fn issuer_lines(name: &str) -> Vec<String> {
    let name = name.to_uppercase();
    match name.strip_prefix(COMMITTEE) {
        Some(locality) if !locality.trim().is_empty() => vec![COMMITTEE.to_owned(), locality.trim().to_owned()],
        _ => vec![name],
    }
}

/// The same above the name of a body below it, shortened as the decree allows: `UBND TỈNH LẠNG SƠN`.
pub fn parent_line(name: &str) -> String {
    name.to_uppercase().replacen(COMMITTEE, "UBND", 1)
}

const COMMITTEE: &str = "ỦY BAN NHÂN DÂN";

/// The committee of a commune, from the commune's name: `Ủy ban nhân dân xã Văn Quan`; empty where it is not known.
pub fn committee_of(commune: &str) -> String {
    const OF: Text = Text { vi: "Ủy ban nhân dân {}", en: "The committee of {}" };
    let commune = commune.trim();
    if commune.is_empty() { String::new() } else { OF.fill(&[commune]) }
}
