//! 1,000 random tables to a file and back, equal.

use so_ocop::book::{Carried, list};
use so_ocop::domain::date::Date;
use so_ocop::exchange::sheets::Form;
use so_ocop::formats::{open, write};
use so_ocop::table::{Aim, Block, Cell, Column, Draft, Kind, Sheet};

use crate::sample::{self, Chance, grid};

const TABLES: usize = 1000;

/// The columns of the sample, all of them open.
fn columns() -> Vec<Column> {
    sample::columns().into_iter().map(|column| Column { fixed: false, ..column }).collect()
}

fn written(sheet: &Sheet, form: Form, totals: bool) -> Vec<u8> {
    let rows: Vec<usize> = (0..sheet.rows().len()).collect();
    let all: Vec<usize> = (0..sheet.columns().len()).collect();
    let book = list("Sản phẩm", sheet, &rows, &all, totals);
    let carried = Carried::of_text(&book.to_text()).expect("a book");
    write(&carried, form, Date::new(2026, 11, 22), &mut |_, _| ()).expect("written")
}

fn read(bytes: Vec<u8>) -> Block {
    let mut opened = open(bytes, &mut |_, _| ()).expect("opened");
    assert_eq!(opened.found().sheets.len(), 1);
    assert_eq!(opened.found().remarks, []);
    opened.block(0, &mut |_, _| ()).expect("a block")
}

/// Takes a block into an empty table as a person would, without touching anything.
fn taken(block: Block) -> Sheet {
    let mut sheet = Sheet::new(columns(), []);
    let shown: Vec<usize> = (0..sheet.columns().len()).collect();
    let draft = Draft::new(&sheet, &shown, block, Aim::End, true);
    let plan = draft.plan(&sheet, &[], true);
    assert_eq!((plan.refused, plan.left_out), (0, 0), "{:?}", draft.block);
    let act = plan.act(&draft, &mut sheet).expect("rows");
    assert!(sheet.perform(act));
    sheet
}

fn back_equal(form: Form) {
    let mut chance = Chance(2026);
    for round in 0..TABLES {
        let count = 1 + chance.below(6);
        let sheet = Sheet::new(columns(), chance.rows(count));
        let back = taken(read(written(&sheet, form, false)));
        assert_eq!(grid(&back), grid(&sheet), "{round}");
    }
}

#[test]
fn tables_come_back_from_workbooks() {
    back_equal(Form::Xlsx);
}

#[test]
fn tables_come_back_from_csv() {
    back_equal(Form::Csv);
}

#[test]
fn what_spreadsheets_cannot_hold_comes_back_too() {
    let columns = columns();
    let mut odd: Vec<Vec<Cell>> =
        ["_x0041_", "=HYPERLINK(\"http://x\")", "'=1", "+84 912", "@a", "1e5", "TRUE", "00123"]
            .iter()
            .map(|text| vec![Cell::text(text)])
            .collect();
    odd.push(vec![
        Cell::text("lớn"),
        Cell::Empty,
        Cell::Number(i64::MAX),
        Cell::Number(-9_007_199_254_740_993),
        Cell::Number(999_999_999_999_999),
        Date::new(1900, 1, 31).map_or(Cell::Empty, Cell::Date),
    ]);
    odd.push(vec![Cell::text("x".repeat(20_000).as_str()), Cell::text("Hà Văn Độ")]);
    let sheet = Sheet::new(columns, odd);
    for form in [Form::Xlsx, Form::Csv] {
        assert_eq!(grid(&taken(read(written(&sheet, form, false)))), grid(&sheet), "{form:?}");
    }
}

#[test]
fn the_same_book_gives_the_same_bytes() {
    let sheet = Sheet::new(columns(), Chance(7).rows(5));
    assert_eq!(written(&sheet, Form::Xlsx, true), written(&sheet, Form::Xlsx, true));
}

#[test]
fn sums_stand_below_a_list_and_are_no_rows_of_it() {
    let sheet = Sheet::new(columns(), Chance(8).rows(4));
    let block = read(written(&sheet, Form::Xlsx, true));
    let sum = |column: usize| -> i64 {
        let numbers = sheet.rows().iter().map(|row| if let Cell::Number(own) = row.cell(column) { *own } else { 0 });
        numbers.sum()
    };
    let last = block.rows.last().expect("sums");
    assert_eq!([&last[0], &last[2], &last[4]], ["Cộng", &sum(2).to_string(), &sum(4).to_string()]);
    let lines = String::from_utf8(written(&sheet, Form::Ndjson, true)).expect("UTF-8");
    assert_eq!(lines.lines().count(), 4);
    for (line, row) in lines.lines().zip(sheet.rows()) {
        let object: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(object["name"], row.cell(0).as_text());
        if let Cell::Number(own) = row.cell(4) {
            assert_eq!(object["money"].to_string(), own.to_string());
        }
        if let Cell::Date(day) = row.cell(5) {
            assert_eq!(object["day"], day.to_string());
        }
    }
}

#[test]
fn a_csv_opens_in_excel_as_vietnamese() {
    let sheet = Sheet::new(columns(), [vec![Cell::text("Chè; \"ngon\""), Cell::Empty, Cell::Empty, Cell::Number(150)]]);
    let text = String::from_utf8(written(&sheet, Form::Csv, false)).expect("UTF-8");
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert!(lines[0].starts_with("\u{feff}Tên sản phẩm;Người đại diện;"), "{text}");
    assert!(lines[1].starts_with("\"Chè; \"\"ngon\"\"\";;;1,5;"), "{text}");
    assert_eq!(sheet.columns()[3].kind, Kind::Decimal { places: 2 });
}
