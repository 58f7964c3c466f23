//! What spreadsheets put on the clipboard, from `tests/fixtures/paste/`: `.tsv` or `.html` as the clipboard has it, beside
//! it `.json` with where it is pasted, what is refused or doubted (row and column of the block), and the whole sheet after.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use so_ocop::table::{Aim, Block, Cell, Doubt, Draft, Kind, Reason, Sheet, Taken, Target, View, read};

use super::sample::{columns, grid, sheet};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/paste");
    let files = fs::read_dir(folder).expect("the cases").flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    files.sort();
    files
}

fn block(case: &Path) -> Block {
    let clip = |ending: &str| fs::read_to_string(case.with_extension(ending)).unwrap_or_default();
    Block::of_clipboard(&clip("tsv"), &clip("html"))
}

#[test]
fn every_case_gives_its_grid() {
    let cases = cases();
    assert!(cases.len() >= 60, "{} cases", cases.len());
    for case in cases {
        let name = case.file_stem().expect("a name").to_string_lossy().into_owned();
        let expected: Value = serde_json::from_slice(&fs::read(&case).expect(&name)).expect(&name);
        let mut sheet = sheet();
        let before = grid(&sheet);
        let view = View::new(&sheet);
        let place = |at: usize| expected["at"][at].as_u64().map(|at| at as usize);
        let aim = match (place(0), place(1)) {
            (Some(row), Some(column)) => Aim::Cell { row, column },
            _ => Aim::Cell { row: 0, column: 0 },
        };
        let shown: Vec<usize> = (0..columns().len()).collect();
        let draft = Draft::new(&sheet, &shown, block(&case), aim, true);
        assert_eq!(json!(draft.heads), expected["heads"], "{name}");
        let plan = draft.plan(&sheet, view.order(), true);
        assert_eq!(grid(&sheet), before, "{name}: planning changes nothing");
        let (mut refused, mut doubts) = (Vec::new(), Vec::new());
        for row in &plan.rows {
            for (at, taken) in row.cells.iter().enumerate() {
                let line = row.source - draft.heads;
                match taken {
                    Taken::Refused(reason) => refused.push(json!([line, at, format!("{reason:?}")])),
                    Taken::Set(_, Some(doubt)) => doubts.push(json!([line, at, format!("{doubt:?}")])),
                    _ => (),
                }
            }
        }
        let shift = |list: &Value| -> Vec<Value> { list.as_array().expect(&name).clone() };
        assert_eq!(refused, shift(&expected["refused"]), "{name}: refused");
        assert_eq!(doubts, shift(&expected["doubts"]), "{name}: doubts");
        assert_eq!(json!(plan.left_out), expected["left_out"], "{name}: left out");
        let act = plan.act(&draft, &mut sheet);
        assert_eq!(act.is_some(), plan.does_something(), "{name}");
        if let Some(act) = act {
            assert!(sheet.perform(act), "{name}");
        }
        assert_eq!(json!(grid(&sheet)), expected["grid"], "{name}");
        sheet.undo();
        assert_eq!(grid(&sheet), before, "{name}: undone");
    }
}

#[test]
fn a_short_view_gets_new_rows_only_at_the_end() {
    let mut sheet = sheet();
    let mut view = View::new(&sheet);
    view.search("mat ong");
    view.refresh(&sheet);
    assert_eq!(view.order(), [1]);
    let draft = Draft::new(&sheet, &[0, 1], Block::of_text("Một\r\nHai\r\n"), Aim::Cell { row: 0, column: 0 }, true);
    let plan = draft.plan(&sheet, view.order(), true);
    assert_eq!(plan.rows.iter().map(|row| row.target).collect::<Vec<_>>(), [Target::Row(1), Target::New]);
    let act = plan.act(&draft, &mut sheet).expect("an act");
    sheet.perform(act);
    let names: Vec<String> = grid(&sheet).into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(names, ["Chè Điềm He", "Một", "Hai"]);
}

#[test]
fn where_rows_cannot_be_added_nothing_is() {
    let mut sheet = sheet();
    let order = [0, 1];
    let draft = Draft::new(&sheet, &[0], Block::of_text("A\nB\nC\n"), Aim::Cell { row: 1, column: 0 }, false);
    let plan = draft.plan(&sheet, &order, false);
    assert_eq!((plan.changed, plan.added, plan.left_out), (1, 0, 2));
    let act = plan.act(&draft, &mut sheet).expect("an act");
    assert!(!act.changes_rows());
}

#[test]
fn the_mapping_of_a_person_counts_and_no_column_is_filled_twice() {
    let sheet = sheet();
    let text = "Tên sản phẩm\tNgười\tGhi chú\nGạo\tLan\t\n";
    let mut draft = Draft::new(&sheet, &[0, 1, 8], Block::of_text(text), Aim::End, true);
    assert_eq!(draft.mapping, [Some(0), None, Some(8)]);
    draft.map(1, Some(1));
    assert_eq!(draft.plan(&sheet, &[0, 1], true).rows[0].cells.len(), 3);
    draft.map(0, Some(1));
    assert_eq!(draft.mapping, [Some(1), None, Some(8)]);
    assert_eq!(draft.plan(&sheet, &[0, 1], true).left_out, 1);
}

#[test]
fn hostile_html_ends() {
    for html in [
        "<table",
        "<table><tr><td colspan=999999999999>a",
        "<table><tr><td rowspan=99999 colspan=\"1000\">a</td></tr></table>",
        "<table><!-- <tr><td>a</td></tr>",
        "<table><tr><td title=\"a>b",
        "<table><table><table>",
        "<style></style><table><tr><td><script>x</td></tr></table>",
        "&#x110000; &#99999999999; <table><td>&#xZ;&;&",
    ] {
        let block = Block::of_clipboard("văn bản", html);
        assert!(block.rows.len() <= 2 && block.rows.iter().all(|row| row.len() <= 1000), "{html}");
    }
    let deep = "<table>".repeat(20_000);
    assert_eq!(Block::of_clipboard("a", &deep).rows, [["a"]]);
    let many = ["<table>", &"<tr><td>1</td></tr>".repeat(1000), "</table>"].concat();
    assert_eq!(Block::of_clipboard("", &many).rows.len(), 1000);
}

#[test]
fn sums_and_titles_once_more_never_become_records() {
    let mut sheet = sheet();
    let text = "DANH SÁCH\nTT\tTên sản phẩm\tSố hộ\tHình thức\n(1)\t(2)\t(3)\t(4)\n1\tGạo\t3\tHTX\n\
        TT\tTên sản phẩm\tSố hộ\tHình thức\n2\tMiến\t4\thợp tác xã Kim Tú\nTổng cộng\t\t7\t\n\tCộng\t7\t\n";
    let draft = Draft::new(&sheet, &[0, 2, 6], Block::of_text(text), Aim::End, true);
    assert_eq!(draft.heads, 2);
    let plan = draft.plan(&sheet, &[0, 1], true);
    let why: Vec<Option<Reason>> = plan.rows.iter().map(|row| row.left_out).collect();
    let (titles, sums) = (Some(Reason::Titles), Some(Reason::Sums));
    assert_eq!(why, [titles, None, titles, None, sums, sums]);
    assert_eq!((plan.added, plan.passed, plan.left_out, plan.refused, plan.doubts), (2, 4, 0, 1, 1));
    let act = plan.act(&draft, &mut sheet).expect("an act");
    assert!(sheet.perform(act));
    let names: Vec<String> = grid(&sheet).into_iter().map(|row| [&row[0], "/", &row[6]].concat()).collect();
    assert_eq!(names[2..], ["Gạo/", "Miến/Hợp tác xã"]);
    // What this app writes below a list does not come back as a row of it.
    let own = "Tên sản phẩm\tSố hộ\nGạo\t3\nCộng\t3\n";
    let draft = Draft::new(&sheet, &[0, 2], Block::of_text(own), Aim::End, true);
    assert_eq!(draft.plan(&sheet, &[0, 1], true).added, 1);
}

#[test]
fn a_choice_is_known_by_its_words() {
    let stars = Kind::Choice(["3 sao", "4 sao", "5 sao"].map(str::to_owned).to_vec());
    for (text, expected) in [
        ("4 sao", Ok((Cell::Choice(1), None))),
        ("4 SAO ", Ok((Cell::Choice(1), None))),
        ("4", Ok((Cell::Choice(1), Some(Doubt::NearChoice)))),
        ("OCOP 5 sao (2021)", Ok((Cell::Choice(2), Some(Doubt::NearChoice)))),
        ("***", Ok((Cell::Choice(0), Some(Doubt::NearChoice)))),
        ("★★★★", Ok((Cell::Choice(1), Some(Doubt::NearChoice)))),
        ("3-4 sao", Err(Reason::NotAChoice)),
        ("chưa đạt 3 sao", Err(Reason::NotAChoice)),
        ("2 sao", Err(Reason::NotAChoice)),
        ("sao", Err(Reason::NotAChoice)),
        ("", Ok((Cell::Empty, None))),
    ] {
        assert_eq!(read(text, &stars), expected, "{text}");
    }
    let sets = Kind::Choice(
        ["07. Chế biến từ rau, củ, quả, hạt", "14. Rượu trắng", "15. Rượu vang"].map(str::to_owned).to_vec(),
    );
    for (text, expected) in [
        ("14. Rượu trắng", Ok((Cell::Choice(1), None))),
        ("ruou trang", Ok((Cell::Choice(1), None))),
        ("14", Ok((Cell::Choice(1), Some(Doubt::NearChoice)))),
        ("rượu", Err(Reason::NotAChoice)),
    ] {
        assert_eq!(read(text, &sets), expected, "{text}");
    }
    let forms = Kind::Choice(["Hợp tác xã", "Tổ hợp tác", "Doanh nghiệp"].map(str::to_owned).to_vec());
    assert_eq!(read("HTX", &forms), Err(Reason::NotAChoice));
    assert_eq!(read("doanh nghiệp tư nhân", &forms), Ok((Cell::Choice(2), Some(Doubt::NearChoice))));
    assert_eq!(read("Tổ hợp tác, hợp tác xã", &forms), Err(Reason::NotAChoice));
}

#[test]
fn rows_that_are_given_are_found_by_their_names() {
    let sheet = sheet();
    let shown: Vec<usize> = (0..10).collect();
    let text = "Tên sản phẩm\tSố hộ\nMAT ONG RUNG\t7\nMiến dong\t9\nTổng cộng\t16\nchè  Điềm He\t8\n\t5\n";
    let draft = Draft::new(&sheet, &shown, Block::of_text(text), Aim::Cell { row: 0, column: 0 }, false);
    let plan = draft.plan_by_name(&sheet, 0).expect("names");
    assert_eq!((plan.changed, plan.added, plan.refused, plan.left_out, plan.passed), (2, 0, 0, 1, 1));
    let out = plan.rows.iter().find(|row| row.left_out == Some(Reason::NoSuchRow)).expect("one");
    assert_eq!(draft.block.rows[out.source][0], "Miến dong");
    let mut done = sheet.clone();
    assert!(done.perform(plan.act(&draft, &mut sheet.clone()).expect("an act")));
    assert_eq!(grid(&done)[0][2], "8");
    assert_eq!(grid(&done)[1][2], "7");
    assert!(done.undo());
    assert_eq!(grid(&done), grid(&sheet));
    // Without names, and with names that two rows have.
    let plain = Draft::new(&sheet, &[2, 3], Block::of_text("1\t2\n"), Aim::Cell { row: 0, column: 0 }, false);
    assert_eq!(plain.plan_by_name(&sheet, 0), None);
    let twice = Sheet::new(columns(), [0, 1].map(|_| vec![Cell::text("Chè")]));
    let draft = Draft::new(&twice, &shown, Block::of_text("Tên\tSố hộ\nChè\t1\n"), Aim::End, false);
    assert_eq!(draft.plan_by_name(&twice, 0).map(|plan| (plan.left_out, plan.changed)), Some((1, 0)));
}
