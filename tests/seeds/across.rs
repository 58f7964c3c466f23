//! X: what holds for all plans together.

use so_ocop::domain::plan::check::{Rule, check};
use so_ocop::domain::vietnamese::matches;

use crate::rows::{Row, seeds};
use crate::seed::WrittenKeys;

pub fn rows() -> Vec<Row> {
    let seeds = seeds();
    let all = |holds: fn(&crate::seed::Seed) -> bool| seeds.iter().all(holds);
    let mut rows = Vec::new();
    let mut row = |item: &'static str, facts: &[(&str, bool)]| {
        let missing = facts.iter().filter(|(_, holds)| !holds).map(|(fact, _)| (*fact).to_owned()).collect();
        rows.push(Row { id: format!("X-{:02}", rows.len() + 1), item, missing });
    };
    row("export and import", &[("no difference", all(|s| s.again == s.plan)), ("all five", seeds.len() == 5)]);
    let head = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n";
    row(
        "paper",
        &[
            (
                "laid out as papers",
                [0, 1, 2, 4]
                    .iter()
                    .all(|at| seeds[*at].draft.contains(head) && seeds[*at].draft.contains("\nKẾ HOẠCH\n")),
            ),
            ("the digest is a note", !seeds[3].draft.contains("CỘNG HÒA") && seeds[3].draft.starts_with("Triển khai")),
        ],
    );
    let number = |at: usize| &seeds[at].again.number;
    row(
        "blanks",
        &[
            (
                "no number line and a blank number",
                number(0).is_none() && number(1).as_ref().is_some_and(|one| one.number.is_none()),
            ),
            ("blank in the file", seeds[1].json.contains(r#""number":{"symbol":"KH-UBND"}"#)),
            (
                "blank day in the file",
                seeds[1].json.contains(r#""date":{"month":2,"printed":"ngày tháng 02 năm 2022","year":2022}"#),
            ),
            ("missing date", !seeds[0].again.write_keys().contains(&"date".to_owned())),
            (
                "missing signature",
                seeds[3].again.signature.is_none() && !seeds[3].again.write_keys().contains(&"signature".to_owned()),
            ),
            (
                "missing money",
                seeds[3].again.budget.is_none()
                    && seeds[2].again.budget.as_ref().is_some_and(|one| one.total.is_none()),
            ),
        ],
    );
    row(
        "leading zeros",
        &[
            ("05", seeds[0].print.contains("05 sản phẩm") && seeds[1].print.contains("05 sản phẩm mới")),
            (
                "07, 30, 12",
                ["07 tổ chức", "30 sản phẩm", "12 tổ chức"].iter().all(|text| seeds[4].print.contains(text)),
            ),
            ("01-02, 1-2", seeds[3].print.contains("01-02 sản phẩm") && seeds[3].print.contains("1-2 sản phẩm")),
            ("06 bước", seeds[2].print.contains("06 bước")),
        ],
    );
    let warns = |year: i32| {
        let mut plan = seeds[4].plan.clone();
        if let Some(date) = &mut plan.date {
            date.year = Some(year);
        }
        check(&plan).iter().any(|found| found.rule == Rule::V03)
    };
    row(
        "date of the plan",
        &[
            (
                "in its year",
                [1, 2, 4].iter().all(|at| check(&seeds[*at].plan).iter().all(|found| found.rule != Rule::V03)),
            ),
            ("the year before", !warns(2020)),
            ("outside", warns(2019) && warns(2022)),
        ],
    );
    row(
        "search",
        &[
            (
                "diem he",
                matches(&seeds[0].unit("dh").name, "diem he") && matches(&seeds[0].unit("dh2").name, "Diem He"),
            ),
            (
                "khau nhuc",
                matches(&seeds[0].product(1).name, "khau nhuc") && matches(&seeds[0].product(1).name, "khau nhục"),
            ),
            ("thach den", matches(&seeds[0].product(2).name, "thach den")),
            ("uy ban", matches(&seeds[1].unit("mt").name, "uy ban") && matches("Uỷ ban nhân dân", "ủy ban")),
        ],
    );
    rows
}
