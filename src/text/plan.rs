//! Texts of plans on paper.

use super::{Text, date, date_long, grouped, texts};
use crate::domain::cycle::DossierType;
use crate::domain::date::Date;
use crate::domain::money::{DisplayUnit, Dong, Even, Quantity};
use crate::domain::plan::{Comparator, DocNumber, PartialDate, TimeKind};
use crate::domain::vietnamese::{self, Wording, roman};

/// What stands in a blank of a draft.
pub const DOTS: &str = "…";

texts! {
    NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIETNAM";
    MOTTO = "Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness";
    PLAN = "KẾ HOẠCH", "PLAN";
    DECISION = "QUYẾT ĐỊNH", "DECISION";
    DECIDES = "QUYẾT ĐỊNH:", "DECIDES:";
    RECIPIENTS = "Nơi nhận:", "Recipients:";
    TOTAL = "Tổng cộng", "Total";
}

/// Whether a line of an issuer goes on with the name above it, as `TỈNH LÀO CAI` under `ỦY BAN NHÂN DÂN`.
pub fn is_rest_of_name(line: &str) -> bool {
    const LOCALITIES: [&str; 10] =
        ["TỈNH ", "THÀNH PHỐ ", "TP. ", "HUYỆN ", "THỊ XÃ ", "QUẬN ", "XÃ ", "PHƯỜNG ", "THỊ TRẤN ", "ĐẶC KHU "];
    let line = line.to_uppercase();
    LOCALITIES.iter().any(|locality| line.starts_with(locality))
}

/// `Số: 48/KH-UBND`; a blank number or a missing line with `dots`.
pub fn number_line(number: Option<&DocNumber>, dots: &str) -> String {
    const LINE: Text = Text { vi: "Số: {}", en: "No. {}" };
    let Some(number) = number else { return LINE.fill(&[dots]) };
    // Party papers have a hyphen between number and symbol: 19-NQ/TU.
    let mark = if number.symbol.contains('/') { "-" } else { "/" };
    let own = number.number.as_deref().unwrap_or(dots);
    // Below ten with a nought before it (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 3).
    let nought = if matches!(own.as_bytes(), [b'1'..=b'9']) { "0" } else { "" };
    LINE.fill(&[&[nought, own, mark, &number.symbol].concat()])
}

/// `Lào Cai, ngày 04 tháng 02 năm 2021`; blanks with `dots`.
pub fn place_and_date(place: Option<&str>, date: Option<&PartialDate>, dots: &str) -> String {
    let blank = PartialDate { day: None, month: None, year: None, printed: String::new(), unknown: Default::default() };
    [place.unwrap_or(dots), ", ", &date_long_partial(date.unwrap_or(&blank), dots)].concat()
}

/// `ngày … tháng 02 năm 2022`; what is no date as it was typed.
pub fn date_long_partial(date: &PartialDate, dots: &str) -> String {
    if let Some(whole) = date.date() {
        return date_long(whole);
    }
    if let Some(typed) = date.unread() {
        return typed.to_owned();
    }
    const LONG: Text = Text { vi: "ngày {} tháng {} năm {}", en: "{}/{}/{}" };
    let padded = |number: Option<u8>, below: u8| match number {
        Some(number) if number < below => format!("0{number}"),
        Some(number) => number.to_string(),
        None => dots.to_owned(),
    };
    let year = date.year.map_or(dots.to_owned(), |year| year.to_string());
    let text = LONG.fill(&[&padded(date.day, 10), &padded(date.month, 3), &year]);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `Điều 1.`
pub fn article(number: u16) -> String {
    const ARTICLE: Text = Text { vi: "Điều {}.", en: "Article {}." };
    ARTICLE.fill(&[&number.to_string()])
}

/// `Ngày cập nhật 16/01/2019`.
pub fn updated(day: Date) -> String {
    const UPDATED: Text = Text { vi: "Ngày cập nhật {}", en: "Updated {}" };
    UPDATED.fill(&[&date(day)])
}

/// `Quyết định số 832/QĐ-UBND ngày 14/3/2024 của UBND huyện Văn Quan về việc …`.
pub fn reference(kind: &str, number: Option<&str>, date: Option<&str>, issuer: &str, excerpt: &str) -> String {
    const NUMBER: Text = Text { vi: " số {}", en: " No. {}" };
    const DATE: Text = Text { vi: " ngày {}", en: " of {}" };
    const OF: Text = Text { vi: " của {}", en: " of {}" };
    let mut said = kind.to_owned();
    if let Some(number) = number {
        said.push_str(&NUMBER.fill(&[number]));
    }
    if let Some(date) = date {
        let bare = date.strip_prefix("ngày ").unwrap_or(date);
        said.push_str(&DATE.fill(&[bare]));
    }
    if !issuer.is_empty() {
        said.push_str(&OF.fill(&[issuer]));
    }
    if !excerpt.is_empty() {
        said.push(' ');
        said.push_str(excerpt);
    }
    said
}

/// A time written from its days. A kind whose days are missing has no words.
pub fn time(kind: TimeKind, from: Option<Date>, to: Option<Date>) -> String {
    const BEFORE: Text = Text { vi: "Trước ngày {}", en: "Before {}" };
    const BY: Text = Text { vi: "Chậm nhất ngày {}", en: "By {}" };
    const YEAR: Text = Text { vi: "Năm {}", en: "{}" };
    const QUARTER: Text = Text { vi: "Quý {}/{}", en: "Quarter {}/{}" };
    const QUARTERS: Text = Text { vi: "Quý {} - quý {}/{}", en: "Quarters {} to {}/{}" };
    const MONTH: Text = Text { vi: "Tháng {}/{}", en: "{}/{}" };
    const MONTHS: Text = Text { vi: "Tháng {} đến tháng {}/{}", en: "Months {} to {}/{}" };
    const HALF: [Text; 2] = [
        Text { vi: "Nửa đầu tháng {}/{}", en: "First half of {}/{}" },
        Text { vi: "Nửa cuối tháng {}/{}", en: "Second half of {}/{}" },
    ];
    const DAY: Text = Text { vi: "Ngày {}", en: "{}" };
    const RANGE: Text = Text { vi: "Từ ngày {} đến ngày {}", en: "{} to {}" };
    let Some(to) = to else { return String::new() };
    let from = from.unwrap_or(to);
    let month = |day: Date| if day.month() < 3 { format!("0{}", day.month()) } else { day.month().to_string() };
    let quarter = |day: Date| roman(u16::from(day.month()).div_ceil(3)).unwrap_or_default();
    let year = to.year().to_string();
    let is_one_year = from.year() == to.year();
    match kind {
        TimeKind::Before => BEFORE.fill(&[&date(to.plus_days(1))]),
        TimeKind::By => BY.fill(&[&date(to)]),
        TimeKind::Year => YEAR.fill(&[&year]),
        TimeKind::Quarter => QUARTER.fill(&[&quarter(to), &year]),
        TimeKind::QuarterRange if is_one_year => QUARTERS.fill(&[&quarter(from), &quarter(to), &year]),
        TimeKind::Month => MONTH.fill(&[&month(to), &year]),
        TimeKind::MonthRange if is_one_year => MONTHS.fill(&[&month(from), &month(to), &year]),
        TimeKind::HalfMonth => HALF[usize::from(from.day() > 15)].fill(&[&month(to), &year]),
        TimeKind::Day => DAY.fill(&[&date(to)]),
        _ => RANGE.fill(&[&date(from), &date(to)]),
    }
}

/// `Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam`.
pub fn requested(units: &str) -> String {
    const ASK: Text = Text { vi: "Đề nghị {}", en: "Asked: {}" };
    ASK.fill(&[units])
}

/// A number of a target; `is_count`: with the leading zero of administrative prose.
pub fn count(value: Quantity, is_count: bool) -> String {
    match u32::try_from(value.0 / 1000) {
        Ok(whole) if is_count && value.0 % 1000 == 0 => vietnamese::count(whole),
        _ => quantity(value),
    }
}

/// A quantity with a decimal comma: `1.200`, `2,5`.
pub fn quantity(value: Quantity) -> String {
    let text = value.to_string();
    let decimals = text.split_once('.').map(|(_, decimals)| decimals);
    let whole = grouped(value.0 / 1000);
    // -0,5 has no sign in its whole part.
    let sign = if value.0 < 0 && value.0 > -1000 { "-" } else { "" };
    match decimals {
        Some(decimals) => [sign, &whole, ",", decimals].concat(),
        None => whole,
    }
}

/// `từ 1 đến 2`.
pub fn from_to(from: &str, to: &str) -> String {
    const RANGE: Text = Text { vi: "từ {} đến {}", en: "{} to {}" };
    RANGE.fill(&[from, to])
}

/// ` đạt từ 3 sao trở lên`, behind what is counted.
pub fn at_stars(stars: u8) -> String {
    const STARS: Text = Text { vi: " đạt từ {} sao trở lên", en: " with {} stars or more" };
    STARS.fill(&[&stars.to_string()])
}

/// `ít nhất 05 sản phẩm đạt từ 3 sao trở lên`; `total`: the number that it leads to, `, nâng tổng số lên 200 sản phẩm`.
pub fn target(comparator: Comparator, number: &str, unit: &str, stars: Option<u8>, total: Option<&str>) -> String {
    const AT_LEAST: Text = Text { vi: "ít nhất {}", en: "at least {}" };
    const MORE: Text = Text { vi: "trên {}", en: "more than {}" };
    const ABOUT: Text = Text { vi: "khoảng {}", en: "about {}" };
    const TOTAL: Text = Text { vi: ", nâng tổng số lên {} {}", en: ", {} {} in all" };
    let number = match comparator {
        Comparator::AtLeast | Comparator::AtLeastRange | Comparator::AtLeastPercent => AT_LEAST.fill(&[number]),
        Comparator::MoreThan => MORE.fill(&[number]),
        Comparator::About => ABOUT.fill(&[number]),
        Comparator::Equal | Comparator::Range | Comparator::Percent => number.to_owned(),
    };
    let stars = stars.map(at_stars).unwrap_or_default();
    let said = [&number, " ", unit, &stars].concat().trim_end().to_owned();
    match total {
        Some(total) => said + TOTAL.fill(&[total, unit]).trim_end(),
        None => said,
    }
}

/// `Thạch đen Kim Tú, chủ thể hộ kinh doanh Hà Văn Độ`.
pub fn product(name: &str, producer: &str) -> String {
    const PRODUCT: Text = Text { vi: "{}, chủ thể {}", en: "{} by {}" };
    if producer.is_empty() { name.to_owned() } else { PRODUCT.fill(&[name, producer]) }
}

/// `400.000.000 đồng`.
pub fn dong(amount: Dong) -> String {
    const DONG: Text = Text { vi: "{} đồng", en: "{} dong" };
    DONG.fill(&[&grouped(amount.0)])
}

/// `Bốn trăm triệu đồng chẵn`.
pub fn dong_in_words(amount: Dong) -> String {
    amount.in_words(Wording::USUAL, Even::Round)
}

/// `Bằng chữ: Bốn trăm triệu đồng chẵn`.
pub fn said_in_words(said: &str) -> String {
    const SAID: Text = Text { vi: "Bằng chữ: {}", en: "In words: {}" };
    SAID.fill(&[said])
}

/// An amount in the unit of a table: `494,9` for 494.900.000 in millions.
pub fn in_unit(amount: Dong, unit: DisplayUnit) -> String {
    let (whole, rest) = (amount.0 / unit.dong(), (amount.0 % unit.dong()).unsigned_abs());
    let digits = unit.dong().ilog10() as usize;
    let decimals = format!("{rest:0digits$}");
    let decimals = decimals.trim_end_matches('0');
    let sign = if amount.0 < 0 && whole == 0 { "-" } else { "" };
    if decimals.is_empty() { grouped(whole) } else { [sign, &grouped(whole), ",", decimals].concat() }
}

/// `Đơn vị tính: triệu đồng`.
pub fn unit_of_amounts(unit: DisplayUnit) -> String {
    const LINE: Text = Text { vi: "Đơn vị tính: {}", en: "Unit: {}" };
    LINE.fill(&[display_unit(unit).get()])
}

/// The name of a unit of amounts.
pub fn display_unit(unit: DisplayUnit) -> Text {
    match unit {
        DisplayUnit::Dong => Text { vi: "đồng", en: "dong" },
        DisplayUnit::Thousand => Text { vi: "nghìn đồng", en: "thousand dong" },
        DisplayUnit::Million => Text { vi: "triệu đồng", en: "million dong" },
        DisplayUnit::Billion => Text { vi: "tỷ đồng", en: "billion dong" },
    }
}

/// How a product is registered (Mẫu số 01).
pub fn registration(kind: DossierType) -> Text {
    match kind {
        DossierType::First => Text { vi: "Lần đầu", en: "First time" },
        DossierType::Upgrade => Text { vi: "Nâng hạng", en: "Upgrade" },
        DossierType::ReEvaluation => Text { vi: "Đánh giá lại", en: "Re-evaluation" },
    }
}

/// `3 sao`.
pub fn stars(stars: u8) -> String {
    const STARS: Text = Text { vi: "{} sao", en: "{} stars" };
    STARS.fill(&[&stars.to_string()])
}
