//! A sheet with a column of each kind, and chance that repeats.

use so_ocop::domain::date::Date;
use so_ocop::table::{Cell, Column, Kind, Sheet, read};

pub fn columns() -> Vec<Column> {
    let choices = ["Hợp tác xã", "Tổ hợp tác", "Hộ kinh doanh"].map(str::to_owned).to_vec();
    vec![
        Column {
            required: true, also: &["sản phẩm", "tên"], ..Column::new("name", "Tên sản phẩm", Kind::Text)
        },
        Column::new("person", "Người đại diện", Kind::Person),
        Column { total: true, ..Column::new("count", "Số hộ", Kind::Whole) },
        Column::new("area", "Diện tích (ha)", Kind::Decimal { places: 2 }),
        Column { total: true, ..Column::new("money", "Doanh thu", Kind::Money) },
        Column::new("day", "Ngày cấp", Kind::Date),
        Column { facet: true, ..Column::new("form", "Hình thức", Kind::Choice(choices)) },
        Column::new("mark", "Có tem", Kind::Tick),
        Column::new("note", "Ghi chú", Kind::Text),
        Column { fixed: true, ..Column::new("code", "Mã", Kind::Text) },
    ]
}

pub const FIRST: [&str; 10] =
    ["Chè Điềm He", "Hà Thị Diềm", "12", "1,5", "1200000", "04/02/2021", "Hợp tác xã", "x", "", "A-01"];
pub const SECOND: [&str; 10] =
    ["Mật ong rừng", "Nông Văn Tú", "3", "0,25", "500000", "", "Hộ kinh doanh", "", "hai dòng\nghi chú", "A-02"];

/// The sheet of the paste cases.
pub fn sheet() -> Sheet {
    let row = |texts: [&str; 10]| -> Vec<Cell> {
        let cells = columns().into_iter().zip(texts);
        cells.map(|(column, text)| read(text, &column.kind).expect(text).0).collect()
    };
    Sheet::new(columns(), [row(FIRST), row(SECOND)])
}

/// What stands in the sheet, as it is copied.
pub fn grid(sheet: &Sheet) -> Vec<Vec<String>> {
    let cell = |row: usize, (at, column): (usize, &Column)| sheet.cell(row, at).copied(&column.kind);
    (0..sheet.rows().len()).map(|row| sheet.columns().iter().enumerate().map(|own| cell(row, own)).collect()).collect()
}

/// Chance that repeats (SplitMix64).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }

    pub fn of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// A text with what makes trouble: quotes, tabs, line ends, marks, formulas.
    pub fn text(&mut self) -> String {
        const PARTS: [&str; 18] = [
            "Chè",
            " ",
            "  ",
            "\"",
            "\n",
            "\t",
            "ệ",
            "e\u{323}\u{302}",
            "=1+1",
            "<b>",
            "&amp;",
            "\r\n",
            "'",
            "-5",
            "007",
            "\"\"",
            "\u{a0}",
            "đ",
        ];
        (0..self.below(7)).map(|_| *self.of(&PARTS)).collect()
    }

    pub fn cell(&mut self, kind: &Kind) -> Cell {
        if self.below(5) == 0 {
            return Cell::Empty;
        }
        match kind {
            Kind::Text | Kind::Person => Cell::text(&self.text()),
            Kind::Whole | Kind::Money | Kind::Decimal { .. } => {
                let digits = self.below(12) as u32;
                Cell::Number(self.below(10usize.pow(digits)) as i64 * if self.below(6) == 0 { -1 } else { 1 })
            }
            Kind::Date => {
                Cell::Date(Date::of_days(Date::FIRST.days() + self.below(109_000) as i32).expect("a day in range"))
            }
            Kind::Choice(labels) => Cell::Choice(self.below(labels.len())),
            Kind::Tick => Cell::Tick,
        }
    }

    pub fn rows(&mut self, count: usize) -> Vec<Vec<Cell>> {
        let columns = columns();
        (0..count)
            .map(|_| {
                let mut row: Vec<Cell> = columns.iter().map(|column| self.cell(&column.kind)).collect();
                if row[0] == Cell::Empty {
                    row[0] = Cell::text("Chè");
                }
                row
            })
            .collect()
    }
}
