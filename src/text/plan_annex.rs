//! Texts of a plan's annexes, and of the lines that tie a plan and its annexes to the paper they belong to.

use super::plan::{DOTS, date_long_partial, number_line};
use super::{Text, date, texts};
use crate::domain::date::Date;
use crate::domain::money::DisplayUnit;
use crate::domain::plan::{DecisionWrapper, PartialDate, Plan, PlanRound, Target};
use crate::domain::vietnamese::fold;

texts! {
    ORDINAL = "STT", "No.";
    PRODUCT = "Tên sản phẩm", "Product";
    PRODUCER = "Chủ thể", "Producer";
    LEGAL_FORM = "Loại hình chủ thể", "Legal form";
    ADDRESS = "Địa chỉ", "Address";
    GROUP = "Nhóm sản phẩm", "Group";
    REGISTERED_AS = "Hình thức đăng ký", "Registered as";
    STARS_NOW = "Hạng sao hiện có", "Stars now";
    RECOGNISED = "Quyết định công nhận", "Recognised by";
    STARS = "Hạng sao phấn đấu", "Stars aimed at";
    ROUND = "Đợt dự kiến", "Round";
    SUPPORT = "Nội dung hỗ trợ", "Support";
    NOTE = "Ghi chú", "Remark";
    SPENT_BY = "Đơn vị thực hiện", "Spent by";
    COUNTED = "Chỉ tiêu", "Target";
}

/// Six columns, the first of which numbers the rows.
const fn numbered(named: [(&'static str, &'static str); 5]) -> [Text; 6] {
    let mut columns = [ORDINAL; 6];
    let mut at = 0;
    while at < named.len() {
        columns[at + 1] = Text { vi: named[at].0, en: named[at].1 };
        at += 1;
    }
    columns
}

/// Columns of the table of activities.
pub const TASK_COLUMNS: [Text; 6] = numbered([
    ("Nhiệm vụ", "Activity"),
    ("Đơn vị chủ trì", "Lead"),
    ("Đơn vị phối hợp", "With"),
    ("Thời gian", "Time"),
    ("Sản phẩm, kết quả", "Result"),
]);

/// First columns of the estimate; those of sources and the remark stand behind them.
pub const BUDGET_COLUMNS: [Text; 6] = numbered([
    ("Nội dung", "Item"),
    ("Đơn vị tính", "Unit"),
    ("Số lượng", "Quantity"),
    ("Đơn giá", "Price"),
    ("Thành tiền", "Amount"),
]);

/// First columns of the table of shares.
pub const ALLOCATION_COLUMNS: [Text; 2] = [ORDINAL, Text { vi: "Đơn vị", en: "Unit" }];

/// `Trong đó: Ngân sách tỉnh`.
pub fn of_which(source: &str) -> String {
    const OF_WHICH: Text = Text { vi: "Trong đó: {}", en: "Of which: {}" };
    OF_WHICH.fill(&[source])
}

/// `Kinh phí (nghìn đồng)`.
pub fn cost(unit: DisplayUnit) -> String {
    const COST: Text = Text { vi: "Kinh phí ({})", en: "Cost ({})" };
    COST.fill(&[super::plan::display_unit(unit).get()])
}

/// A product that is a set: `Bộ sản phẩm hạt điều (gồm: điều rang muối; điều mật ong)`.
pub fn set_of(name: &str, items: &[String]) -> String {
    const SET: Text = Text { vi: "{} (gồm: {})", en: "{} ({})" };
    if items.is_empty() { name.to_owned() } else { SET.fill(&[name, &items.join("; ")]) }
}

/// `Đợt 1/2027`.
pub fn round(round: &PlanRound) -> String {
    const IN_YEAR: Text = Text { vi: "Đợt {}/{}", en: "Round {}/{}" };
    IN_YEAR.fill(&[&round.number.to_string(), &round.year.to_string()])
}

/// The decision that recognised a product, with the last day of its certificate.
pub fn recognised(decision: &str, until: Option<Date>) -> String {
    const UNTIL: Text = Text { vi: "đến {}", en: "until {}" };
    let until = until.map(|day| UNTIL.fill(&[&date(day)]));
    [Some(decision.to_owned()).filter(|own| !own.is_empty()), until]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("; ")
}

/// Where a product is made: the address, with the commune behind it where the address does not name it.
pub fn place(address: &str, commune: &str) -> String {
    if address.is_empty() {
        return commune.to_owned();
    }
    if commune.is_empty() || fold(address).contains(&fold(commune)) {
        return address.to_owned();
    }
    [address, ", ", &within(commune)].concat()
}

/// What the numbers of a column of shares count: `sản phẩm đạt từ 3 sao trở lên (lần đầu)`.
pub fn counted(target: &Target) -> String {
    const KIND: Text = Text { vi: "{} ({})", en: "{} ({})" };
    let stars = target.star_min.map(super::plan::at_stars).unwrap_or_default();
    let counted = [target.unit.as_str(), &stars].concat();
    let counted = if counted.trim().is_empty() { COUNTED.get().to_owned() } else { counted };
    match target.registration {
        Some(kind) => KIND.fill(&[&counted, &super::plan::registration(kind).get().to_lowercase()]),
        None => counted,
    }
}

/// Units one after the other in a sentence. Names have commas of their own, so semicolons part them.
pub fn units<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let said = |(at, name): (usize, &str)| if at == 0 { name.to_owned() } else { within(name) };
    names.into_iter().enumerate().map(said).collect::<Vec<String>>().join("; ")
}

/// A name within a sentence: words that say how many or of what kind begin small (Nghị định 30/2020/NĐ-CP, Phụ lục II),
/// unless the name itself is a number.
fn within(name: &str) -> String {
    const SMALL: [&str; 6] = ["Các ", "Những ", "Xã ", "Phường ", "Đặc khu ", "Thị trấn "];
    let kind = SMALL.iter().find_map(|kind| Some((*kind, name.strip_prefix(kind)?)));
    match kind {
        Some((kind, rest)) if !rest.starts_with(|first: char| first.is_ascii_digit()) => {
            [&kind.to_lowercase(), rest].concat()
        }
        _ => name.to_owned(),
    }
}

/// The number behind `Số: `, with dots where it is blank.
fn bare_number(number: Option<&crate::domain::plan::DocNumber>) -> String {
    let line = number_line(number, DOTS);
    line.split_once(": ").map_or(DOTS, |(_, number)| number).to_owned()
}

fn long_date(date: Option<&PartialDate>) -> String {
    let blank = PartialDate { day: None, month: None, year: None, printed: String::new(), unknown: Default::default() };
    date_long_partial(date.unwrap_or(&blank), DOTS)
}

fn issuer(plan: &Plan) -> &str {
    plan.issuer.as_deref().and_then(|key| plan.unit(key)).map_or(DOTS, |unit| &unit.name)
}

/// `(Kèm theo Kế hoạch số 05/KH-UBND ngày 04 tháng 02 năm 2027 của …)`. A plan that is attached to a decision has no number of
/// its own: its annexes name the decision.
pub fn guide(plan: &Plan) -> String {
    const GUIDE: Text = Text { vi: "(Kèm theo Kế hoạch số {} {} của {})", en: "(With plan No. {} {} of {})" };
    const BY_DECISION: Text = Text {
        vi: "(Kèm theo Kế hoạch ban hành kèm theo Quyết định số {} {} của {})",
        en: "(With the plan attached to decision No. {} {} of {})",
    };
    let (text, number, date) = match &plan.wrapper {
        Some(wrapper) => (BY_DECISION, &wrapper.number, &wrapper.date),
        None => (GUIDE, &plan.number, &plan.date),
    };
    text.fill(&[&bare_number(number.as_ref()), &long_date(date.as_ref()), issuer(plan)])
}

/// The line below the title of a plan that is attached to a decision: as it was written, with its dots filled from the
/// decision's number and date; nothing was written: `(Ban hành kèm theo Quyết định số … ngày … của …)`.
pub fn attached_line(plan: &Plan, wrapper: &DecisionWrapper) -> String {
    const LINE: Text = Text {
        vi: "(Ban hành kèm theo Quyết định số {} {} của {})",
        en: "(Attached to decision No. {} {} of {})",
    };
    const NUMBER: Text = Text { vi: "số {}", en: "No. {}" };
    let (number, date) = (bare_number(wrapper.number.as_ref()), long_date(wrapper.date.as_ref()));
    if wrapper.attached_as.trim().is_empty() {
        return LINE.fill(&[&number, &date, issuer(plan)]);
    }
    let mut line = wrapper.attached_as.replace(&long_date(None), &date);
    if let Some(own) =
        wrapper.number.as_ref().filter(|own| own.number.as_deref().is_some_and(|number| !number.is_empty()))
    {
        let blank = bare_number(Some(&crate::domain::plan::DocNumber { number: None, ..own.clone() }));
        let bare = NUMBER.fill(&[DOTS]);
        if line.contains(&blank) {
            line = line.replacen(&blank, &number, 1);
        } else if line.contains(&bare) {
            line = line.replacen(&bare, &NUMBER.fill(&[&number]), 1);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_within_a_sentence_begin_small() {
        let names = ["Các thôn, tổ dân phố", "Phòng Kinh tế, Hạ tầng và Đô thị", "Các chủ thể OCOP", "Phường 1"];
        let said = units(names);
        assert_eq!(said, "Các thôn, tổ dân phố; Phòng Kinh tế, Hạ tầng và Đô thị; các chủ thể OCOP; Phường 1");
        assert_eq!(place("thôn Nà Lìn", "Xã Điềm He"), "thôn Nà Lìn, xã Điềm He");
        assert_eq!(place("Thôn Nà Lìn, xã Điềm He", "Xã Điềm He"), "Thôn Nà Lìn, xã Điềm He");
        assert_eq!((place("", "Xã Điềm He"), place("Thôn 1", "")), ("Xã Điềm He".to_owned(), "Thôn 1".to_owned()));
    }
}
