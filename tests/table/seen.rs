//! What a person does to rows, and which rows are seen.

use so_ocop::table::{Cell, Filter, Kind, Reason, Sheet, SortBy, Total, View, What};

use super::sample::{Chance, columns, grid, sheet};

fn named(names: &[&str]) -> Sheet {
    let row = |name: &&str| vec![Cell::text(name), Cell::text(name)];
    Sheet::new(columns(), names.iter().map(row))
}

fn seen(sheet: &Sheet, view: &View) -> Vec<String> {
    view.order().iter().map(|row| sheet.cell(*row, 0).as_text().to_owned()).collect()
}

#[test]
fn rows_are_ordered_by_words_and_people_by_given_name() {
    let sheet = named(&["Hứa Phong Lan", "", "Nông Văn Tú", "Hà Văn Độ", "Hà Thị Diềm", "Điềm He", "Diêm He"]);
    let mut view = View::new(&sheet);
    view.sort_by(1, false);
    view.refresh(&sheet);
    assert_eq!(
        seen(&sheet, &view),
        ["Hà Thị Diềm", "Hà Văn Độ", "Diêm He", "Điềm He", "Hứa Phong Lan", "Nông Văn Tú", ""]
    );
    view.sort_by(1, false);
    view.refresh(&sheet);
    assert_eq!(seen(&sheet, &view).last().map(String::as_str), Some(""), "empty cells come last either way");
    view.sort_by(0, false);
    view.refresh(&sheet);
    assert_eq!(
        seen(&sheet, &view),
        ["Diêm He", "Điềm He", "Hà Thị Diềm", "Hà Văn Độ", "Hứa Phong Lan", "Nông Văn Tú", ""]
    );
    view.sort_by(0, false);
    view.sort_by(0, false);
    assert_eq!(view.sort, [], "the third time takes the order away");
}

#[test]
fn several_columns_order_one_after_the_other() {
    let mut chance = Chance(5);
    let sheet = Sheet::new(columns(), chance.rows(200));
    let mut view = View::new(&sheet);
    view.sort_by(6, false);
    view.sort_by(2, true);
    view.sort_by(2, true);
    assert_eq!(view.sort, [SortBy { column: 6, descending: false }, SortBy { column: 2, descending: true }]);
    view.refresh(&sheet);
    let place = |cell: &Cell| if let Cell::Choice(at) = cell { *at } else { usize::MAX };
    for pair in view.order().windows(2) {
        let forms = [pair[0], pair[1]].map(|row| place(sheet.cell(row, 6)));
        assert!(forms[0] <= forms[1]);
        if let (true, Cell::Number(one), Cell::Number(other)) =
            (forms[0] == forms[1], sheet.cell(pair[0], 2), sheet.cell(pair[1], 2))
        {
            assert!(one >= other);
        }
    }
    assert_eq!(view.order().len(), 200);
}

#[test]
fn search_needs_no_marks_and_filters_know_numbers() {
    let sheet = sheet();
    let mut view = View::new(&sheet);
    let mut found = |query: &str, column: usize, filter: &str| -> Vec<usize> {
        view.search(query);
        view.filter(column, Filter::typed(filter, &columns()[column].kind));
        view.refresh(&sheet);
        let order = view.order().to_vec();
        view.filter(column, None);
        order
    };
    assert_eq!(found("che diem", 0, ""), [0]);
    assert_eq!(found("Điềm", 0, ""), [0]);
    assert_eq!(found("tu rung", 0, ""), [1]);
    assert_eq!(found("04/02/2021", 0, ""), [0]);
    assert_eq!(found("không có", 0, ""), [0usize; 0]);
    assert_eq!(found("", 4, ">= 1 triệu"), [0]);
    assert_eq!(found("", 4, "<1.200.000"), [1]);
    assert_eq!(found("", 2, "3..12"), [0, 1]);
    assert_eq!(found("", 5, ">01/01/2021"), [0]);
    assert_eq!(found("", 6, "hop tac"), [0]);
    assert_eq!(found("", 3, "=0,25"), [1]);
    assert_eq!(Filter::typed("  ", &Kind::Text), None);
    assert_eq!(View::values(&sheet, 6), ["Hộ kinh doanh", "Hợp tác xã"]);
}

#[test]
fn totals_are_those_of_the_rows_that_are_seen() {
    let mut sheet = sheet();
    let mut view = View::new(&sheet);
    assert_eq!(view.total(&sheet, 4), Total::Sum(1_700_000));
    view.search("ong");
    view.refresh(&sheet);
    assert_eq!(view.total(&sheet, 4), Total::Sum(500_000));
    view.search("");
    view.refresh(&sheet);
    for row in 0..2 {
        let act = sheet.type_in(row, 4, "9000000000000000000").expect("a number").expect("an act");
        sheet.perform(act);
    }
    assert_eq!(view.total(&sheet, 4), Total::TooLarge);
}

#[test]
fn a_row_just_added_is_seen_whatever_the_filter() {
    let mut sheet = sheet();
    let mut view = View::new(&sheet);
    view.search("ong");
    let act = sheet.add(9).expect("an act");
    sheet.perform(act);
    view.hold(sheet.rows()[2].key);
    view.refresh(&sheet);
    assert_eq!(view.order(), [1, 2]);
    view.search("ong");
    view.refresh(&sheet);
    assert_eq!(view.order(), [1]);
}

#[test]
fn typing_is_refused_with_its_reason() {
    let sheet = sheet();
    for (column, text, reason) in [
        (0, " ", Reason::Required),
        (2, "1,5", Reason::NotWhole),
        (5, "31/02/2026", Reason::NoSuchDay),
        (6, "Công ty", Reason::NotAChoice),
        (7, "có lẽ", Reason::NotTick),
        (9, "B", Reason::Fixed),
        (99, "B", Reason::Fixed),
    ] {
        assert_eq!(sheet.type_in(0, column, text), Err(reason), "{text}");
    }
    assert_eq!(sheet.type_in(0, 0, "Chè Điềm He"), Ok(None), "nothing changes");
    assert_eq!(sheet.type_in(9, 0, "Chè"), Ok(None), "there is no such row");
    let long = "a".repeat(20_001);
    assert_eq!(sheet.type_in(0, 8, &long), Err(Reason::TooLong));
}

#[test]
fn rows_are_added_doubled_moved_filled_and_deleted() {
    let mut sheet = named(&["a", "b", "c", "d"]);
    let names = |sheet: &Sheet| grid(sheet).into_iter().map(|row| row[0].clone()).collect::<Vec<_>>().join(" ");
    let act = sheet.shift(1, 2, 1).expect("an act");
    sheet.perform(act);
    assert_eq!(names(&sheet), "a d b c");
    let act = sheet.duplicate(&[3, 0, 3]).expect("an act");
    sheet.perform(act);
    assert_eq!(names(&sheet), "a a d b c c");
    let act = sheet.delete(&[5, 0, 2]).expect("an act");
    sheet.perform(act);
    assert_eq!(names(&sheet), "a b c");
    let act = sheet.fill_down(&[0, 1, 2], &[0, 1, 9]).expect("an act");
    assert_eq!(act.what, What::Fill);
    sheet.perform(act);
    assert_eq!(names(&sheet), "a a a");
    assert_eq!(sheet.clear(&[0, 1], &[0]), None, "what must not be empty stays");
    assert_eq!((sheet.shift(0, 3, 5), sheet.shift(0, 1, -1), sheet.delete(&[7])), (None, None, None));
    let act = sheet.add(1).expect("an act");
    sheet.perform(act);
    assert_eq!(names(&sheet), "a  a a");
    assert_eq!(sheet.next_words(), (Some(What::Add), None));
    while sheet.undo() {}
    assert_eq!(names(&sheet), "a b c d");
    sheet.tell(0, 9, Cell::text("A-9"));
    assert_eq!((sheet.cell(0, 9).as_text(), sheet.next_words().0), ("A-9", None));
}
