//! Writing a workbook.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

use super::{day_text, serial};
use crate::book::{Carried, CarriedCell, CarriedPage, Look};
use crate::domain::date::Date;
use crate::exchange::sheets::NotWritten;

/// Cells between two words about how far it is.
const STRETCH: usize = 20_000;

/// The looks of cells.
struct Looks {
    plain: Format,
    title: Format,
    head: Format,
    strong: Format,
    note: Format,
    grouped: Format,
    hundredths: Format,
    date: Format,
}

impl Looks {
    fn new() -> Looks {
        let base = || Format::new().set_align(FormatAlign::Top);
        let framed = || base().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00BF_BFBF));
        Looks {
            plain: framed().set_text_wrap(),
            title: base().set_bold().set_font_size(14),
            head: framed().set_bold().set_text_wrap().set_background_color(Color::RGB(0x00E2_EFDA)),
            strong: framed().set_bold().set_text_wrap(),
            note: base().set_italic(),
            grouped: framed().set_num_format("#,##0"),
            hundredths: framed().set_num_format("0.00"),
            date: framed().set_num_format("dd/mm/yyyy"),
        }
    }

    fn of(&self, look: Look) -> &Format {
        match look {
            Look::Plain => &self.plain,
            Look::Title => &self.title,
            Look::Head => &self.head,
            Look::Strong => &self.strong,
            Look::Note => &self.note,
            Look::Grouped => &self.grouped,
            Look::Hundredths => &self.hundredths,
        }
    }
}

/// Writes the book. The same book on the same day gives the same bytes.
pub fn write(book: &Carried, day: Option<Date>, progress: &mut dyn FnMut(usize, usize)) -> Result<Vec<u8>, NotWritten> {
    try_write(book, day, progress).map_err(|_| NotWritten::TooMuch)
}

fn try_write(book: &Carried, day: Option<Date>, progress: &mut dyn FnMut(usize, usize)) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let day = day.and_then(|day| ExcelDateTime::from_ymd(day.year() as u16, day.month(), day.day()).ok());
    if let Some(day) = day {
        workbook.set_properties(&DocProperties::new().set_author("Sổ OCOP").set_creation_datetime(&day));
    }
    let (looks, total) = (Looks::new(), book.cells());
    let mut done = 0;
    for page in &book.pages {
        let sheet = workbook.add_worksheet();
        set_up(sheet, page)?;
        for (row, cells) in page.rows.iter().enumerate() {
            for (column, (cell, look)) in cells.iter().enumerate() {
                write_cell(sheet, (row as u32, column as u16), cell, *look, &looks)?;
                done += 1;
                if done % STRETCH == 0 {
                    progress(done, total);
                }
            }
        }
    }
    // Packing takes about as long as filling.
    progress(total, total + total / 2);
    workbook.save_to_buffer()
}

fn set_up(sheet: &mut Worksheet, page: &CarriedPage) -> Result<(), XlsxError> {
    const A4: u8 = 9;
    sheet.set_name(&page.title)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.6, 0.5, 0.6, 0.6, 0.3, 0.3).set_header("&L&A").set_footer("&C&P/&N");
    for (column, width) in page.widths.iter().enumerate() {
        sheet.set_column_width(column as u16, f64::from(*width))?;
    }
    let heads = page.heads as u32;
    if heads > 0 {
        sheet.set_repeat_rows(heads - 1, heads - 1)?;
        // A list is its titles and rows: it can be filtered. A report has more above its titles.
        let last = (page.rows.len() as u32).saturating_sub(1);
        if heads == 1 && !page.keys.is_empty() && last > 0 {
            sheet.autofilter(0, 0, last, (page.keys.len() as u16).saturating_sub(1))?;
        }
    }
    sheet.set_freeze_panes(heads, page.pinned as u16)?;
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &CarriedCell,
    look: Look,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let format = looks.of(look);
    match cell {
        CarriedCell::Empty if look == Look::Plain => (),
        CarriedCell::Empty => drop(sheet.write_blank(row, column, format)?),
        // Text is never read as a formula, whatever it begins with.
        CarriedCell::Text(text) => drop(sheet.write_string_with_format(row, column, text, format)?),
        CarriedCell::Number(text) => match text.parse::<f64>() {
            Ok(number) => drop(sheet.write_number_with_format(row, column, number, format)?),
            Err(_) => drop(sheet.write_string_with_format(row, column, text, format)?),
        },
        CarriedCell::Date(date) => match serial(*date) {
            Some(serial) => drop(sheet.write_number_with_format(row, column, f64::from(serial), &looks.date)?),
            None => drop(sheet.write_string_with_format(row, column, day_text(*date), format)?),
        },
        CarriedCell::Reckoned(formula, value) | CarriedCell::Said(formula, value) => {
            let formula = Formula::new(formula).set_result(value);
            sheet.write_formula_with_format(row, column, formula, format)?;
        }
    }
    Ok(())
}
