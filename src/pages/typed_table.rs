//! Results typed from paper as a table: pasted from Excel or a spreadsheet, each row to the product of its name.

use std::rc::Rc;

use leptos::prelude::*;

use super::sheet_file::sheets_of;
use super::typed_results::{Draft, Fault};
use crate::state::App;
use crate::table::{Act, Cell, Column, Kind, Sheet, Step, read};
use crate::text::{Text, people, results, typed};
use crate::ui::{Node, Pasting, TableOf, classed, paragraph, table_with};

const NAME: usize = 0;
/// Keys of the columns of the parts; no set has more.
const PARTS: [&str; 4] = ["p1", "p2", "p3", "p4"];
/// Means on paper have two digits after the comma, some four.
const POINTS: Kind = Kind::Decimal { places: 4 };

/// The table over these fields.
pub fn typed_table(app: App, drafts: &[Draft]) -> Node {
    let drafts: Rc<[Draft]> = drafts.into();
    let parts = drafts.iter().map(|draft| draft.parts.len()).max().unwrap_or_default().min(PARTS.len());
    // Rises with every change made in the table.
    let changes = RwSignal::new(0u32);
    let told = Rc::clone(&drafts);
    let commit = {
        let drafts = Rc::clone(&drafts);
        move |sheet: &Sheet, act: &Act| {
            for step in &act.steps {
                if let Step::Set { row, column, new, .. } = step
                    && let (Some(draft), Some(own)) = (drafts.get(*row), sheet.columns().get(*column))
                {
                    set(draft, parts, *column, new, &own.kind);
                }
            }
            changes.update(|changes| *changes = changes.wrapping_add(1));
            Ok(())
        }
    };
    let table = TableOf {
        name: "typed-results",
        label: typed::TITLE.get().to_owned(),
        sheet: Sheet::new(columns(&drafts, parts), drafts.iter().map(|draft| cells(draft, parts)).collect::<Vec<_>>()),
        at: None,
        may_add: false,
        may_add_empty: false,
        may_move: false,
        commit: Rc::new(commit),
        commit_long: None,
        tell: Rc::new(move |sheet| {
            changes.track();
            for (at, draft) in told.iter().enumerate() {
                sheet.tell_row(at, cells(draft, parts).into_iter().enumerate());
            }
        }),
        open: None,
        go: Rc::new(|_| ()),
        pasting: Pasting {
            screen: Some(Rc::new(|sheet, draft, plan| {
                if let Some(by_name) = draft.plan_by_name(sheet, NAME) {
                    *plan = by_name;
                }
            })),
            ..Pasting::default()
        },
        empty: String::new(),
    };
    classed("div", "stack-plain")
        .child(paragraph("help", typed::TABLE_HELP.get()))
        .child(table_with(table, move |door| sheets_of(app, typed::TITLE.get(), "KetQuaNhapTay", door)))
}

fn columns(drafts: &[Draft], parts: usize) -> Vec<Column> {
    let column = |kind, key, title: Text, width| -> Column { Column { width, ..Column::new(key, title.get(), kind) } };
    let stars = Kind::Choice((1..=5).map(people::stars).collect());
    let mut all = vec![Column {
        fixed: true,
        also: &["ten san pham", "san pham", "ten"],
        ..column(Kind::Text, "name", results::PRODUCT, 20)
    }];
    let longest = drafts.iter().max_by_key(|draft| draft.parts.len());
    for (key, (code, max, _)) in PARTS.into_iter().zip(longest.map_or(&[][..], |draft| &draft.parts)).take(parts) {
        const ALSO: [&[&str]; 4] = [
            &["a", "phan a", "diem phan a", "diem a"],
            &["b", "phan b", "diem phan b", "diem b"],
            &["c", "phan c", "diem phan c", "diem c"],
            &["d", "phan d", "diem phan d", "diem d"],
        ];
        let also = code.bytes().next().and_then(|letter| ALSO.get(usize::from(letter.wrapping_sub(b'A'))));
        let title = typed::part(code, *max);
        all.push(Column { also: also.copied().unwrap_or_default(), width: 9, ..Column::new(key, &title, POINTS) });
    }
    all.push(Column {
        also: &["tong", "tong diem", "diem", "tong cong", "diem trung binh"],
        ..column(POINTS, "total", typed::TOTAL, 9)
    });
    all.push(Column { also: &["sao", "so sao", "hang sao", "xep hang"], ..column(stars, "stars", typed::STARS, 8) });
    all.push(Column {
        also: &["bien ban", "quyet dinh", "so quyet dinh", "van ban", "can cu"],
        ..column(Kind::Text, "paper", typed::PAPER, 18)
    });
    all.push(Column { fixed: true, ..column(Kind::Text, "see", typed::TO_SEE, 22) });
    all
}

fn cells(draft: &Draft, parts: usize) -> Vec<Cell> {
    let points = |field: RwSignal<String>| match read(&field.get_untracked(), &POINTS) {
        Ok((cell, _)) => cell,
        Err(_) => Cell::Empty,
    };
    let mut cells = vec![Cell::text(&draft.name)];
    cells.extend((0..parts).map(|at| draft.parts.get(at).map_or(Cell::Empty, |(_, _, field)| points(*field))));
    cells.push(points(draft.total));
    let stars: Option<usize> = draft.stars.get_untracked().parse().ok().filter(|stars| (1..=5).contains(stars));
    cells.push(stars.map_or(Cell::Empty, |stars| Cell::Choice(stars - 1)));
    cells.push(Cell::text(&draft.paper.get_untracked()));
    cells.push(Cell::text(&said(draft)));
    cells
}

/// What is to be said about a row.
fn said(draft: &Draft) -> String {
    let fault = |fault: Fault| match fault {
        Fault::Part(code) => [&code, ": ", typed::NOT_POINTS.get()].concat(),
        Fault::Total => [typed::TOTAL.get(), ": ", typed::NOT_POINTS.get()].concat(),
        Fault::Sum => typed::NOT_SUM.get().to_owned(),
        Fault::Paper => typed::NEED_PAPER.get().to_owned(),
    };
    let mut said: Vec<String> = draft.result().err().unwrap_or_default().into_iter().map(fault).collect();
    // What a decimal cannot say is said in words: a mean that was kept as a fraction.
    for (code, _, field) in &draft.parts {
        let text = field.get_untracked();
        if !text.trim().is_empty() && read(&text, &POINTS).is_err() {
            said.push([code, " = ", text.trim()].concat());
        }
    }
    said.extend(draft.has_sheets.then(|| typed::HAS_SHEETS.get().to_owned()));
    said.join("; ")
}

fn set(draft: &Draft, parts: usize, column: usize, new: &Cell, kind: &Kind) {
    let text = new.copied(kind);
    match column.checked_sub(1) {
        Some(at) if at < parts => {
            if let Some((_, _, field)) = draft.parts.get(at) {
                field.set(text);
            }
        }
        Some(at) if at == parts => draft.total.set(text),
        Some(at) if at == parts + 1 => {
            let stars = if let Cell::Choice(at) = new { (at + 1).to_string() } else { String::new() };
            draft.stars.set(stars);
        }
        Some(at) if at == parts + 2 => draft.paper.set(text),
        _ => (),
    }
}
