//! What the table on the screen knows, and what can be done with it.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use super::TableOf;
use super::body::Body;
use super::going::Going;
use crate::platform::preferences::Preference;
use crate::table::{Act, Draft, Filter, Plan, Reason, Sheet, View};
use crate::text::table;
use crate::ui::Node;

/// Narrowest and widest column in ems.
const WIDTHS: std::ops::RangeInclusive<u16> = 4..=40;

/// A place in the view: row and shown column, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    pub row: usize,
    pub column: usize,
}

/// The state of one table.
pub struct Model {
    pub of: TableOf,
    pub view: View,
    /// The shown columns with their widths in ems, in order.
    pub layout: Vec<(usize, u16)>,
    /// Where the selection began, and where it stands.
    pub anchor: Spot,
    pub head: Spot,
    /// What is being pasted.
    pub draft: Option<Draft>,
    /// What it would do, once that is known.
    pub plan: Option<Rc<Plan>>,
    /// What is to be said about where it comes from.
    pub remarks: Vec<String>,
    /// What was refused last.
    pub note: String,
    /// Whether the filters over the columns are open.
    pub has_filters: bool,
    /// After Esc the next Tab leaves the table.
    pub is_leaving: bool,
}

impl Model {
    pub fn new(of: TableOf) -> Model {
        let view = View::new(&of.sheet);
        let layout = kept_layout(of.name, &of.sheet);
        let first = Spot { row: of.at.unwrap_or_default(), column: 0 };
        let (anchor, head) = (first, first);
        let (note, draft, plan) = (String::new(), None, None);
        let remarks = Vec::new();
        Model { of, view, layout, anchor, head, draft, plan, remarks, note, has_filters: false, is_leaving: false }
    }

    pub fn sheet(&self) -> &Sheet {
        &self.of.sheet
    }

    /// The column of the sheet that a shown column is.
    pub fn column(&self, shown: usize) -> usize {
        self.layout.get(shown).map_or(usize::MAX, |(column, _)| *column)
    }

    /// The row of the sheet that a row of the view is.
    pub fn row(&self, seen: usize) -> usize {
        self.view.order().get(seen).copied().unwrap_or(usize::MAX)
    }

    /// First and last row and shown column of the selection.
    pub fn selection(&self) -> (Spot, Spot) {
        let (a, b) = (self.anchor, self.head);
        let first = Spot { row: a.row.min(b.row), column: a.column.min(b.column) };
        (first, Spot { row: a.row.max(b.row), column: a.column.max(b.column) })
    }

    /// The selected rows of the sheet.
    pub fn rows(&self) -> Vec<usize> {
        let (first, last) = self.selection();
        self.view.order().iter().skip(first.row).take(last.row + 1 - first.row).copied().collect()
    }

    /// The selected columns of the sheet.
    pub fn columns(&self) -> Vec<usize> {
        let (first, last) = self.selection();
        (first.column..=last.column).map(|shown| self.column(shown)).filter(|column| *column != usize::MAX).collect()
    }

    /// What a paste would do, with what the list knows about it.
    pub fn plan(&self, draft: &Draft) -> Plan {
        let mut plan = draft.plan(self.sheet(), self.view.order(), self.of.may_add);
        self.screen(draft, &mut plan);
        plan
    }

    /// Has the list leave rows of a plan out.
    pub fn screen(&self, draft: &Draft, plan: &mut Plan) {
        if let Some(screen) = &self.of.pasting.screen {
            screen(self.sheet(), draft, plan);
        }
    }

    /// Has the list make a block fit it better.
    pub fn prepare(&self, draft: &mut Draft) {
        if let Some(prepare) = &self.of.pasting.prepare {
            prepare(self.sheet(), draft);
        }
    }

    /// Moves the selection; `extends` leaves where it began.
    pub fn go(&mut self, row: isize, column: isize, extends: bool) {
        let last_row = self.view.order().len().saturating_sub(1);
        let last_column = self.layout.len().saturating_sub(1);
        self.head.row = self.head.row.saturating_add_signed(row).min(last_row);
        self.head.column = self.head.column.saturating_add_signed(column).min(last_column);
        if !extends {
            self.anchor = self.head;
        }
    }

    /// The selected cell as it is copied.
    pub fn content(&self) -> String {
        let (row, column) = (self.row(self.head.row), self.column(self.head.column));
        let kind = self.sheet().columns().get(column).map(|column| &column.kind);
        kind.map(|kind| self.sheet().cell(row, column).copied(kind)).unwrap_or_default()
    }

    pub fn spot_line(&self) -> String {
        let column = self.column(self.head.column);
        match self.sheet().columns().get(column) {
            Some(own) if self.row(self.head.row) != usize::MAX => {
                let shown = table::shown(self.sheet().cell(self.row(self.head.row), column), &own.kind);
                table::spot(self.head.row, &own.title, &shown)
            }
            _ => String::new(),
        }
    }

    pub fn why_empty(&self) -> String {
        if !self.view.order().is_empty() {
            String::new()
        } else if self.sheet().rows().is_empty() {
            self.of.empty.clone()
        } else {
            table::NOTHING_FITS.get().to_owned()
        }
    }

    pub fn count_line(&self) -> String {
        let (first, last) = self.selection();
        table::counts(self.view.order().len(), self.sheet().rows().len(), last.row + 1 - first.row)
    }

    fn refresh(&mut self) {
        let sheet = &self.of.sheet;
        self.view.refresh(sheet);
        self.go(0, 0, true);
        self.anchor.row = self.anchor.row.min(self.head.row.max(self.view.order().len().saturating_sub(1)));
    }

    fn keep_layout(&self) {
        let columns = self.sheet().columns();
        let said = self
            .layout
            .iter()
            .filter_map(|(column, width)| Some([columns.get(*column)?.key, ":", &width.to_string()].concat()));
        Preference::Columns(self.of.name).set(&said.collect::<Vec<String>>().join(","));
    }
}

/// The columns as they were left, with those that are new at the end.
fn kept_layout(name: &'static str, sheet: &Sheet) -> Vec<(usize, u16)> {
    let kept = Preference::Columns(name).value().unwrap_or_default();
    let mut layout: Vec<(usize, u16)> = Vec::new();
    for said in kept.split(',') {
        let Some((key, width)) = said.split_once(':') else { continue };
        let column = sheet.columns().iter().position(|column| column.key == key);
        if let (Some(column), Ok(width)) = (column, width.parse::<u16>())
            && layout.iter().all(|(own, _)| *own != column)
        {
            layout.push((column, width.clamp(*WIDTHS.start(), *WIDTHS.end())));
        }
    }
    for (at, column) in sheet.columns().iter().enumerate() {
        if layout.iter().all(|(own, _)| *own != at) {
            layout.push((at, column.width));
        }
    }
    layout
}

/// A table on the screen. Copies share it.
#[derive(Clone)]
pub struct Grid {
    pub model: Rc<RefCell<Model>>,
    pub body: Rc<RefCell<Option<Body>>>,
    /// The open editor.
    pub editor: Rc<RefCell<Option<Node>>>,
    /// Rises with every change.
    tick: RwSignal<u32>,
    /// How far long work is.
    pub progress: RwSignal<Option<(usize, usize)>>,
    /// The long work under way.
    pub going: Rc<RefCell<Option<Going>>>,
}

impl Grid {
    pub fn new(model: Model) -> Grid {
        Grid {
            model: Rc::new(RefCell::new(model)),
            body: Rc::default(),
            editor: Rc::default(),
            tick: RwSignal::new(0),
            progress: RwSignal::new(None),
            going: Rc::default(),
        }
    }

    /// What `read` reads now.
    pub fn of<R>(&self, read: impl FnOnce(&Model) -> R) -> R {
        read(&self.model.borrow())
    }

    /// The same, and whoever asks is asked anew after every change.
    pub fn follow<R>(&self, read: impl FnOnce(&Model) -> R) -> R {
        // A page may go while its table is being told something.
        let _ = self.tick.try_get();
        self.of(read)
    }

    /// Changes what is shown, and paints it.
    pub fn change(&self, change: impl FnOnce(&mut Model)) {
        change(&mut self.model.borrow_mut());
        self.paint();
        let _ = self.tick.try_update(|tick| *tick = tick.wrapping_add(1));
    }

    /// Lets go of the elements that hold the table themselves.
    pub fn release(&self) {
        self.body.borrow_mut().take();
    }

    /// Changes search, filters or order.
    pub fn change_view(&self, change: impl FnOnce(&mut View)) {
        self.change(|model| {
            change(&mut model.view);
            model.refresh();
        });
    }

    /// Sets the filter of a column to what was typed or chosen.
    pub fn filter(&self, column: usize, typed: &str, exact: bool) {
        let kind = self.of(|model| model.sheet().columns().get(column).map(|own| own.kind.clone()));
        let filter = match kind {
            Some(_) if exact => (!typed.is_empty()).then(|| Filter::Is(typed.to_owned())),
            Some(kind) => Filter::typed(typed, &kind),
            None => None,
        };
        self.change_view(|view| view.filter(column, filter));
    }

    /// Changes the shown columns and keeps them.
    pub fn change_layout(&self, change: impl FnOnce(&mut Vec<(usize, u16)>)) {
        self.change(|model| {
            change(&mut model.layout);
            for (_, width) in &mut model.layout {
                *width = (*width).clamp(*WIDTHS.start(), *WIDTHS.end());
            }
            model.keep_layout();
        });
        self.rebuild();
    }

    /// Moves the selection and brings it into sight.
    pub fn go(&self, row: isize, column: isize, extends: bool) {
        self.change(|model| {
            model.go(row, column, extends);
            model.is_leaving = false;
        });
        self.reveal();
    }

    /// Has an act done: first by the page, then in the table.
    pub fn act(&self, make: impl FnOnce(&mut Sheet) -> Option<Act>) -> bool {
        let act = make(&mut self.model.borrow_mut().of.sheet);
        let Some(act) = act else { return false };
        self.done(act, Sheet::perform)
    }

    /// The same for what a person typed, which may be refused.
    pub fn try_act(
        &self,
        typed: &str,
        column: usize,
        make: impl FnOnce(&Sheet) -> Result<Option<Act>, Reason>,
    ) -> bool {
        let made = self.of(|model| make(model.sheet()));
        match made {
            Ok(None) => true,
            Ok(Some(act)) => self.act(|_| Some(act)),
            Err(why) => {
                self.change(|model| {
                    let title = model.sheet().columns().get(column).map_or("", |own| own.title.as_str());
                    model.note = table::refused(title, typed, why);
                });
                false
            }
        }
    }

    pub fn undo(&self) {
        if let Some(act) = self.of(|model| model.sheet().next_undo()) {
            self.done(act, |sheet, _| sheet.undo());
        }
    }

    pub fn redo(&self) {
        if let Some(act) = self.of(|model| model.sheet().next_redo()) {
            self.done(act, |sheet, _| sheet.redo());
        }
    }

    fn done(&self, act: Act, perform: impl FnOnce(&mut Sheet, Act) -> bool + 'static) -> bool {
        if self.is_long(&act) {
            self.begin_long(act, perform);
            return true;
        }
        let commit = self.of(|model| model.of.commit.clone());
        match self.of(|model| commit(model.sheet(), &act)) {
            Ok(()) => {
                self.performed(act, perform);
                true
            }
            Err(why) => {
                self.change(|model| model.note = why);
                false
            }
        }
    }

    /// Shows an act that is done.
    pub fn performed(&self, act: Act, perform: impl FnOnce(&mut Sheet, Act) -> bool) {
        self.change(|model| {
            model.note.clear();
            let moves = act.changes_rows();
            for step in &act.steps {
                if let crate::table::Step::Insert(rows) = step {
                    rows.iter().for_each(|(_, row)| model.view.hold(row.key));
                }
            }
            perform(&mut model.of.sheet, act);
            if moves {
                model.refresh();
            }
        });
    }
}
