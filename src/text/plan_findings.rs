//! What the checks of a plan say.

use super::{Text, date, grouped};
use crate::domain::date::Date;
use crate::domain::money::Quantity;
use crate::domain::plan::Plan;
use crate::domain::plan::check::{Finding, Fix, Rule};

/// The sentence about a finding.
pub fn finding(finding: &Finding) -> String {
    let facts: Vec<String> = finding.facts.iter().map(|fact| said(finding.rule, fact)).collect();
    let parts: Vec<&str> = facts.iter().map(String::as_str).collect();
    match finding.rule {
        // A name first, then what is missing.
        Rule::V20 => {
            let (name, missing) = parts.split_first().unwrap_or((&"", &[]));
            sentence(finding).fill(&[name, &missing.join(", ")])
        }
        Rule::V05 => sentence(finding).fill(&[&parts.join(", ")]),
        _ => sentence(finding).fill(&parts),
    }
}

fn sentence(finding: &Finding) -> Text {
    let facts = finding.facts.len();
    match finding.rule {
        Rule::V01 => Text { vi: "Kế hoạch chưa có {}.", en: "The plan has no {}." },
        Rule::V02 => Text { vi: "Còn để trống {}.", en: "The {} is blank." },
        Rule::V03 => Text {
            vi: "Kế hoạch ghi năm ban hành {}, không phải năm thực hiện hay năm liền trước.",
            en: "Dated {}: neither the plan's first year nor the year before.",
        },
        Rule::V04 => Text {
            vi: "Từ ngày 01/7/2025 không còn cấp huyện; kế hoạch phải do cấp tỉnh hoặc cấp xã ban hành.",
            en: "There are no districts since 01/7/2025.",
        },
        Rule::V05 => Text { vi: "Căn cứ còn thiếu: {}.", en: "This basis lacks: {}." },
        Rule::V06 => Text {
            vi: "Quyết định số {} chỉ có hiệu lực từ {} đến {}; không còn hoặc chưa là căn cứ tại ngày ban hành kế hoạch.",
            en: "Decision {} is in force from {} to {}, not on the day of the plan.",
        },
        Rule::V07 => Text {
            vi: "Văn bản căn cứ ban hành ngày {}, sau ngày của kế hoạch ({}).",
            en: "This basis is of {}, after the plan ({}).",
        },
        Rule::V08 if facts == 0 => {
            Text { vi: "Dự toán không khớp tổng số.", en: "The estimate does not add up." }
        }
        Rule::V08 if facts == 1 => {
            Text { vi: "Dự toán không khớp tổng số: {}.", en: "The estimate does not add up: {}." }
        }
        Rule::V08 => {
            Text { vi: "Dự toán không khớp: {} so với {}.", en: "The estimate does not add up: {} against {}." }
        }
        Rule::V09 if facts < 2 => Text {
            vi: "“{}”: thành tiền khác số lượng nhân đơn giá.",
            en: "\"{}\": the amount is not quantity times price.",
        },
        Rule::V09 => Text {
            vi: "“{}”: thành tiền khác số lượng nhân đơn giá ({} đồng).",
            en: "\"{}\": the amount is not quantity times price ({} dong).",
        },
        Rule::V10 => Text {
            vi: "Số tiền bằng chữ “{}” không đúng với số tiền.",
            en: "The words \"{}\" do not say the amount.",
        },
        Rule::V11 if facts == 0 => Text {
            vi: "Kế hoạch theo nguồn vốn cần có phụ lục dự toán chi tiết.",
            en: "A plan tied to a fund has an estimate attached.",
        },
        Rule::V11 => {
            Text { vi: "Có nêu “{}” kèm theo nhưng chưa có.", en: "\"{}\" is announced, but not attached." }
        }
        Rule::V12 => Text {
            vi: "Mục tiêu {} sản phẩm nhưng danh mục có {}.",
            en: "{} products are aimed at, {} are listed.",
        },
        Rule::V13 => Text {
            vi: "Tổng chỉ tiêu giao cho các đơn vị là {}, khác mục tiêu chung.",
            en: "The shares add up to {}, not to the target.",
        },
        Rule::V14 => Text {
            vi: "Cùng một chỉ tiêu có hai con số khác nhau: {} và {}.",
            en: "Two numbers for one target: {} and {}.",
        },
        Rule::V15 => Text { vi: "“{}” chưa có đơn vị thực hiện.", en: "Nobody carries out \"{}\"." },
        Rule::V16 => Text {
            vi: "Thời gian “{}” nằm ngoài năm của kế hoạch.", en: "\"{}\" lies outside the plan."
        },
        Rule::V17 => Text {
            vi: "Bước trước “{}” đến {} mới xong, nhưng bước này phải xong {}.",
            en: "\"{}\" ends {}, but this later step is due {}.",
        },
        Rule::V18 => Text {
            vi: "Đợt {}: ngày nhận hồ sơ, ngày họp và hạn hoàn thành không theo thứ tự, hoặc hạn không sau đợt trước.",
            en: "Round {}: intake, meeting and deadline are out of order, or it does not end after the round before.",
        },
        Rule::V19 => Text {
            vi: "Năm {}: cấp tỉnh tổ chức ít nhất 02 đợt, đợt 1 trước 30/6 (hồ sơ trước 30/4), đợt 2 trước 30/12 (hồ sơ trước 30/10).",
            en: "{}: a province has at least two rounds, before 30/6 (dossiers before 30/4) and 30/12 (before 30/10).",
        },
        Rule::V20 => Text { vi: "“{}” còn thiếu: {}.", en: "\"{}\" lacks: {}." },
        Rule::V21 => Text {
            vi: "“{}” chưa đủ điều kiện nâng hạng hoặc đánh giá lại: {}.",
            en: "\"{}\" cannot be raised or evaluated again: {}.",
        },
        Rule::V22 => Text { vi: "“{}” có hai lần trong danh mục.", en: "\"{}\" is listed twice." },
        Rule::V23 => Text { vi: "{}: {}.", en: "{}: {}." },
        Rule::V24 => Text {
            vi: "Một đơn vị được viết hai cách: “{}” và “{}”.",
            en: "One unit, spelled in two ways: \"{}\" and \"{}\".",
        },
        Rule::V25 if facts == 0 => Text {
            vi: "Nơi nhận phải kết thúc bằng đúng một dòng “Lưu: VT, …”.",
            en: "The recipients end with one line for the archive.",
        },
        Rule::V25 => Text {
            vi: "{} được giao nhiệm vụ nhưng không có trong nơi nhận.",
            en: "{} has duties, but does not get the plan.",
        },
        Rule::V26 => Text {
            vi: "Kế hoạch bị thay thế phải có số, ngày và ban hành trước kế hoạch này.",
            en: "A replaced plan has number and date and is older.",
        },
        Rule::V27 => Text {
            vi: "Ủy ban nhân dân làm việc tập thể: trên chữ ký cần dòng “TM. ỦY BAN NHÂN DÂN” (Điều 13 Nghị định 30/2020/NĐ-CP).",
            en: "A committee signs as a body: TM. (Decree 30/2020, Article 13).",
        },
        Rule::V28 => Text {
            vi: "{} sao không phải hạng được công nhận; chỉ công nhận từ 3 đến 5 sao.",
            en: "{} stars are not recognised; 3 to 5 are.",
        },
    }
}

/// A fact in words: names of parts, days, amounts; anything else as it is.
fn said(rule: Rule, fact: &str) -> String {
    if let Some(day) = Date::parse(fact) {
        const NO_END: Text = Text { vi: "nay", en: "now" };
        return if day == Date::LAST { NO_END.get().to_owned() } else { date(day) };
    }
    if matches!(rule, Rule::V08 | Rule::V09)
        && let Ok(amount) = fact.parse::<i64>()
    {
        return grouped(amount);
    }
    if matches!(rule, Rule::V12 | Rule::V13 | Rule::V14)
        && let Some(number) = Quantity::parse(fact)
    {
        return super::plan::quantity(number);
    }
    let named = PARTS.iter().find(|(part, _)| {
        matches!(rule, Rule::V01 | Rule::V02 | Rule::V05 | Rule::V20 | Rule::V21 | Rule::V23) && *part == fact
    });
    named.map_or(fact, |(_, text)| text.get()).to_owned()
}

const PARTS: [(&str, Text); 15] = [
    ("title", Text { vi: "trích yếu", en: "title" }),
    ("issuer", Text { vi: "cơ quan ban hành", en: "issuer" }),
    ("period", Text { vi: "năm thực hiện", en: "period" }),
    ("number", Text { vi: "số", en: "number" }),
    ("date", Text { vi: "ngày, tháng, năm", en: "date" }),
    ("excerpt", Text { vi: "trích yếu nội dung", en: "excerpt" }),
    ("producer", Text { vi: "chủ thể", en: "producer" }),
    ("commune", Text { vi: "xã", en: "commune" }),
    ("group", Text { vi: "nhóm sản phẩm", en: "group" }),
    ("registration", Text { vi: "hình thức đăng ký", en: "kind of registration" }),
    ("certificate", Text { vi: "chưa có giấy chứng nhận", en: "no certificate" }),
    (
        "stars",
        Text {
            vi: "hạng sao phấn đấu không cao hơn hạng hiện có", en: "the stars aimed at are not higher"
        },
    ),
    (
        "expiry",
        Text {
            vi: "giấy chứng nhận không hết hạn trong kỳ kế hoạch",
            en: "the certificate does not expire in the plan",
        },
    ),
    (
        "no duties",
        Text {
            vi: "có việc trong kế hoạch nhưng không có trong tổ chức thực hiện", en: "has work, but no duties"
        },
    ),
    (
        "no activity",
        Text {
            vi: "có trong tổ chức thực hiện nhưng không có việc trong kế hoạch", en: "has duties, but no work"
        },
    ),
];

/// A basis gets what it lacks from the list of papers.
pub const COMPLETE: Text = Text { vi: "Điền theo danh mục văn bản", en: "Complete it from the list" };

/// A replaced plan gets what the plan on record says.
pub const FROM_RECORD: Text =
    Text { vi: "Điền theo kế hoạch trong sổ", en: "Take it from the plan on record" };
/// A product gets the certificate that the registry knows.
pub const FROM_REGISTRY: Text =
    Text { vi: "Lấy giấy chứng nhận trong sổ", en: "Take the certificate on record" };

/// Another paper is cited instead of one that is not in force.
pub fn cite_instead(number: &str) -> String {
    const INSTEAD: Text = Text { vi: "Thay bằng {}", en: "Cite {} instead" };
    INSTEAD.fill(&[number])
}

/// What a fix does, for its button.
pub fn fix(plan: &Plan, fix: &Fix) -> String {
    let fact = match fix {
        Fix::SetLead { units, .. } => plan.unit_names(units.iter().map(String::as_str)),
        Fix::MoveToYear { year, .. } => year.to_string(),
        Fix::Register { registration, .. } => super::plan::registration(*registration).get().to_owned(),
        Fix::SetStars { stars, .. } => stars.to_string(),
        _ => String::new(),
    };
    act_of(fix).fill(&[&fact])
}

fn act_of(fix: &Fix) -> Text {
    match fix {
        Fix::SetTotal { .. } => Text { vi: "Lấy tổng các dòng", en: "Take the sum of the lines" },
        Fix::SetAmount { .. } => Text { vi: "Tính lại thành tiền", en: "Compute the amount" },
        Fix::ForgetWords => Text { vi: "Viết lại bằng chữ", en: "Write the words again" },
        Fix::AddAnnex { .. } => Text { vi: "Thêm phụ lục", en: "Add the annex" },
        Fix::SetTarget { .. } => Text { vi: "Lấy tổng các đơn vị", en: "Take the sum of the shares" },
        Fix::AddRounds { .. } => Text { vi: "Thêm đủ hai đợt", en: "Add the two rounds" },
        Fix::SetRound { .. } => Text { vi: "Theo hạn của Quyết định", en: "Take the days of the decision" },
        Fix::RemoveProduct { .. } => Text { vi: "Bỏ dòng trùng", en: "Remove the second one" },
        Fix::SameUnit { .. } => Text { vi: "Cùng một đơn vị", en: "One unit" },
        Fix::AddRecipient { .. } => Text { vi: "Thêm vào nơi nhận", en: "Add to the recipients" },
        Fix::ArchiveLast => Text { vi: "Thêm dòng Lưu: VT ở cuối", en: "End with the archive" },
        Fix::SetSource { .. } => Text { vi: "Lấy tổng theo các dòng", en: "Take the sum of the lines" },
        Fix::CountProducts { .. } => Text { vi: "Lấy số của danh mục", en: "Take the number of the list" },
        Fix::SignForBody => Text { vi: "Thêm dòng TM.", en: "Add the line" },
        Fix::SetShare { .. } => Text { vi: "Nguồn này cấp đủ", en: "The source gives all of it" },
        Fix::SetLead { .. } => Text { vi: "Giao {} chủ trì", en: "Have {} carry it out" },
        Fix::MoveToYear { .. } => Text { vi: "Chuyển sang năm {}", en: "Move to {}" },
        Fix::MoveBefore { .. } => Text { vi: "Đưa bước này lên trước", en: "Put this step first" },
        Fix::Register { .. } => Text { vi: "Đăng ký là: {}", en: "Register as: {}" },
        Fix::AddDuties { .. } => Text { vi: "Thêm vào tổ chức thực hiện", en: "Add its duties" },
        Fix::PutDocument(_) => Text { vi: "Điền số, ngày", en: "Fill in number and date" },
        Fix::SetStars { .. } => Text { vi: "Ghi {} sao", en: "Make it {} stars" },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::check::check;
    use crate::domain::plan::{PartialDate, Tier};

    #[test]
    fn findings_are_sentences() {
        let mut plan = Plan::draft(Tier::District, 2027);
        plan.date = PartialDate::parse("04/01/2027");
        let said: Vec<String> = check(&plan).iter().map(finding).collect();
        for wanted in [
            "Kế hoạch chưa có trích yếu.",
            "Còn để trống số.",
            "Từ ngày 01/7/2025 không còn cấp huyện; kế hoạch phải do cấp tỉnh hoặc cấp xã ban hành.",
            "Nơi nhận phải kết thúc bằng đúng một dòng “Lưu: VT, …”.",
        ] {
            assert!(said.iter().any(|one| one == wanted), "{wanted}: {said:?}");
        }
        assert!(said.iter().all(|one| !one.contains("{}") && one.ends_with('.')));
    }
}
