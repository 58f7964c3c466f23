//! Times of plans: every pattern of the real papers, as typed and as meant.

use so_ocop::domain::plan::{TimeKind, TimeSpec};

/// Typed, kind, first day, last day (`-`: none).
const TIMES: [(&str, TimeKind, &str, &str); 42] = [
    ("năm 2024", TimeKind::Year, "2024-01-01", "2024-12-31"),
    ("Năm 2018 - 2020", TimeKind::Range, "2018-01-01", "2020-12-31"),
    ("giai đoạn 2019-2020", TimeKind::Range, "2019-01-01", "2020-12-31"),
    ("Trong quý I/2018", TimeKind::Quarter, "2018-01-01", "2018-03-31"),
    ("Trong quý II/2018.", TimeKind::Quarter, "2018-04-01", "2018-06-30"),
    ("Trong quý III/2018", TimeKind::Quarter, "2018-07-01", "2018-09-30"),
    ("Quý 4 năm 2018", TimeKind::Quarter, "2018-10-01", "2018-12-31"),
    ("quý IV", TimeKind::Quarter, "2027-10-01", "2027-12-31"),
    ("Từ quý I - quý IV/2018", TimeKind::QuarterRange, "2018-01-01", "2018-12-31"),
    ("Từ quý I - quý II/2018.", TimeKind::QuarterRange, "2018-01-01", "2018-06-30"),
    ("Trong quý III - IV/2018", TimeKind::QuarterRange, "2018-07-01", "2018-12-31"),
    ("Quý III- quý IV/2018", TimeKind::QuarterRange, "2018-07-01", "2018-12-31"),
    ("Quý III – quý IV/2018", TimeKind::QuarterRange, "2018-07-01", "2018-12-31"),
    ("quý III và quý IV năm 2026", TimeKind::QuarterRange, "2026-07-01", "2026-12-31"),
    ("quý IV/2026 đến quý I/2027", TimeKind::QuarterRange, "2026-10-01", "2027-03-31"),
    ("Tháng 01 đến tháng 3/2018", TimeKind::MonthRange, "2018-01-01", "2018-03-31"),
    ("tháng 1 - 3/2018", TimeKind::MonthRange, "2018-01-01", "2018-03-31"),
    ("từ tháng 3 đến hết tháng 5 năm 2027", TimeKind::MonthRange, "2027-03-01", "2027-05-31"),
    ("tháng 02/2024", TimeKind::Month, "2024-02-01", "2024-02-29"),
    ("tháng 3 năm 2018", TimeKind::Month, "2018-03-01", "2018-03-31"),
    ("tháng 9", TimeKind::Month, "2027-09-01", "2027-09-30"),
    ("Nửa cuối tháng 3/2018", TimeKind::HalfMonth, "2018-03-16", "2018-03-31"),
    ("nửa đầu tháng 3/2018", TimeKind::HalfMonth, "2018-03-01", "2018-03-15"),
    ("Tháng 02 - ngày 15/4/2018", TimeKind::Range, "2018-02-01", "2018-04-15"),
    ("từ ngày 01/3/2027 đến ngày 15/4/2027", TimeKind::Range, "2027-03-01", "2027-04-15"),
    ("ngày 5 - 7/3/2027", TimeKind::Range, "2027-03-05", "2027-03-07"),
    ("Trước ngày 20/4/2022.", TimeKind::Before, "-", "2022-04-19"),
    ("Trước ngày 31/3/2018", TimeKind::Before, "-", "2018-03-30"),
    ("trước 30/4", TimeKind::Before, "-", "2027-04-29"),
    ("Trước tháng 6/2027", TimeKind::Before, "-", "2027-05-31"),
    ("hoàn thành trước ngày 01 tháng 01 năm 2027", TimeKind::Before, "-", "2026-12-31"),
    ("chậm nhất ngày 20/4/2022", TimeKind::By, "-", "2022-04-20"),
    ("đến hết tháng 6/2027", TimeKind::By, "-", "2027-06-30"),
    ("ngày 26 tháng 01 năm 2017", TimeKind::Day, "2017-01-26", "2017-01-26"),
    ("15/4/2018", TimeKind::Day, "2018-04-15", "2018-04-15"),
    ("hằng tuần, tháng", TimeKind::Recurring, "-", "-"),
    ("Hàng năm", TimeKind::Recurring, "-", "-"),
    ("Định kỳ", TimeKind::Recurring, "-", "-"),
    ("thường xuyên", TimeKind::Recurring, "-", "-"),
    ("theo đúng chu trình OCOP", TimeKind::Text, "-", "-"),
    ("kịp thời cho kỳ đánh giá", TimeKind::Text, "-", "-"),
    ("", TimeKind::Text, "-", "-"),
];

#[test]
fn times_are_read_and_kept_as_typed() {
    for (typed, kind, from, to) in TIMES {
        let time = TimeSpec::parse(typed, Some(2027));
        let day = |date: Option<so_ocop::domain::date::Date>| date.map_or("-".to_owned(), |date| date.to_string());
        assert_eq!((time.kind, day(time.from).as_str(), day(time.to).as_str()), (kind, from, to), "{typed}");
        assert_eq!(time.printed, typed);
    }
}

#[test]
fn what_cannot_be_is_kept_as_words() {
    for typed in [
        "ngày 31/02/2027",
        "quý V/2018",
        "tháng 13/2018",
        "quý IV - quý I/2018",
        "tháng 3/2018 theo hướng dẫn",
        "trước khi đánh giá",
        "nửa năm 2018",
        "ngày",
        "năm 18",
    ] {
        let time = TimeSpec::parse(typed, Some(2027));
        assert_eq!((time.kind, time.from, time.to, time.printed.as_str()), (TimeKind::Text, None, None, typed));
    }
    // Without the year of the plan a time without a year has no days.
    assert_eq!(TimeSpec::parse("quý IV", None).kind, TimeKind::Text);
}

#[test]
fn a_number_of_words_in_any_order_does_no_harm() {
    let words = [
        "quý", "tháng", "ngày", "năm", "trước", "đến", "III", "15/4", "2027", "3/2027", "nửa", "cuối", "từ", "-",
        "giai", "đoạn",
    ];
    let mut state = 2_463_534_242u32;
    for _ in 0..50_000 {
        let typed: Vec<&str> = (0..6)
            .map(|_| {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                words[state as usize % words.len()]
            })
            .collect();
        let time = TimeSpec::parse(&typed.join(" "), Some(2027));
        assert!(time.from.is_none_or(|from| time.to.is_some_and(|to| from <= to)), "{typed:?}");
    }
}
