//! What a change in the table of evidence means for the dossier: every act is one write, and undoing brings files back too.

use std::cell::RefCell;
use std::collections::BTreeMap;

use leptos::prelude::*;

use super::Written;
use super::evidence_table::{CRITERIA, FILE, ISSUED, ISSUER, KIND, NOTE, NUMBER, SEE, TITLE, UNTIL};
use super::piece::{ending, warning};
use crate::domain::cycle::{Dossier, Evidence, EvidenceId, EvidenceType};
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::registry::{Attachment, AttachmentId};
use crate::ledger::registry::Registry;
use crate::ledger::{Act as Circumstances, Change};
use crate::pages::registry::Editor;
use crate::table::{Act, Cell, Row, Sheet, Step};
use crate::text::dossier;

/// A piece that went, with its file and the criteria beside which the report names it.
type Gone = (Evidence, Option<(AttachmentId, Attachment)>);

/// The pieces behind the rows, which stand in the same order.
pub struct Rows {
    editor: Editor<Dossier>,
    ids: RefCell<BTreeMap<u64, EvidenceId>>,
    gone: RefCell<BTreeMap<u64, Gone>>,
}

impl Rows {
    /// The pieces in the order of the rows of a new sheet.
    pub fn new(editor: Editor<Dossier>, ids: Vec<EvidenceId>) -> Rows {
        Rows { editor, ids: RefCell::new((0..).zip(ids).collect()), gone: RefCell::default() }
    }

    /// The piece of a row.
    pub fn id(&self, key: u64) -> Option<EvidenceId> {
        self.ids.borrow().get(&key).copied()
    }

    /// Does what an act of the table means, all of it or nothing.
    pub fn commit(&self, act: &Act) -> Result<(), String> {
        let editor = self.editor;
        // What is typed elsewhere on the page is recorded first.
        editor.records.app.typing.now();
        editor.records.act(|registry, circumstances| {
            let fault = || dossier::EVIDENCE_NOT_DONE.get().to_owned();
            let mut own = registry.get::<Dossier>(editor.id).cloned().ok_or_else(fault)?;
            if !own.may_edit(Written::Evidence) {
                return Err(dossier::closed(Written::Evidence).get().to_owned());
            }
            let mut change = Change::default();
            for step in &act.steps {
                self.step(&mut own, step, registry, circumstances, &mut change);
            }
            also(&mut change, registry.save(editor.id, own, None, circumstances));
            Ok(change)
        })
    }

    fn step(
        &self,
        own: &mut Dossier,
        step: &Step,
        registry: &mut Registry,
        circumstances: &mut Circumstances<'_>,
        change: &mut Change,
    ) {
        match step {
            Step::Set { row, column, new, .. } => {
                if let Some(id) = own.evidence.get(*row).map(|piece| piece.id) {
                    set(own, id, *column, new);
                }
            }
            Step::Insert(rows) => {
                for (at, row) in rows {
                    let file = self.insert(own, *at, row, circumstances);
                    if let Some((id, file)) = file {
                        also(change, registry.save(id, file, None, circumstances));
                    }
                }
            }
            Step::Remove(rows) => {
                for (at, row) in rows.iter().rev() {
                    let Some(piece) = own.evidence.get(*at).cloned() else { continue };
                    own.drop_evidence(piece.id);
                    let file: Option<AttachmentId> = piece.attachment.as_deref().and_then(Id::parse);
                    let whole = file.and_then(|id| Some((id, registry.get::<Attachment>(id)?.clone())));
                    if let Some((id, _)) = &whole {
                        also(change, registry.delete_attachment(*id, circumstances));
                    }
                    self.gone.borrow_mut().insert(row.key, (piece, whole));
                }
            }
            Step::Move { from, to, count }
                if from + count <= own.evidence.len() && to + count <= own.evidence.len() =>
            {
                if from < to {
                    own.evidence[*from..to + count].rotate_left(*count);
                } else {
                    own.evidence[*to..from + count].rotate_right(*count);
                }
            }
            Step::Move { .. } => (),
        }
    }

    /// Puts a piece in: the one that went with this row, or a new one. Answers the file that comes back with it.
    fn insert(
        &self,
        own: &mut Dossier,
        at: usize,
        row: &Row,
        circumstances: &mut Circumstances<'_>,
    ) -> Option<(AttachmentId, Attachment)> {
        let gone = self.gone.borrow_mut().remove(&row.key);
        let at = at.min(own.evidence.len());
        if let Some((mut piece, file)) = gone {
            let (id, criteria) = (piece.id, std::mem::take(&mut piece.criteria));
            own.evidence.insert(at, piece);
            own.prove_only(id, &criteria.join(","));
            return file;
        }
        let id = self.id(row.key).unwrap_or_else(|| circumstances.id());
        self.ids.borrow_mut().insert(row.key, id);
        own.evidence.insert(at, Evidence::titled(id, EvidenceType::Other, ""));
        for column in (TITLE..=NOTE).filter(|column| ![SEE, FILE].contains(column)) {
            if *row.cell(column) != Cell::Empty {
                set(own, id, column, row.cell(column));
            }
        }
        None
    }
}

fn also(change: &mut Change, more: Change) {
    change.rows.extend(more.rows);
    change.entries.extend(more.entries);
}

fn set(own: &mut Dossier, id: EvidenceId, column: usize, cell: &Cell) {
    let text = cell.as_text().to_owned();
    if column == CRITERIA {
        return own.prove_only(id, &text);
    }
    let Some(piece) = own.evidence.iter_mut().find(|piece| piece.id == id) else { return };
    let day = if let Cell::Date(day) = cell { Some(*day) } else { None };
    match column {
        TITLE => piece.title = text,
        KIND => {
            let kind = if let Cell::Choice(at) = cell { EvidenceType::ALL.get(*at).copied() } else { None };
            piece.kind = kind.unwrap_or(EvidenceType::Other);
        }
        NUMBER => piece.number = text,
        ISSUER => piece.issuer = text,
        ISSUED => piece.issued = day,
        UNTIL => piece.valid_until = day,
        NOTE => piece.note = text,
        _ => (),
    }
}

/// What stands in the columns of a piece; its file and what is to be said about it are told.
pub fn cells(piece: &Evidence) -> Vec<Cell> {
    let day = |day: Option<Date>| day.map_or(Cell::Empty, Cell::Date);
    let kind = EvidenceType::ALL.iter().position(|kind| *kind == piece.kind).map_or(Cell::Empty, Cell::Choice);
    vec![
        Cell::text(&piece.title),
        kind,
        day(piece.valid_until),
        Cell::Empty,
        Cell::text(&piece.number),
        Cell::text(&piece.issuer),
        day(piece.issued),
        Cell::text(&piece.criteria.join(", ")),
        Cell::Empty,
        Cell::text(&piece.note),
    ]
}

/// Puts what the records say into the rows: a kind that nobody said, the numbers of criteria in order, files, warnings.
pub fn told(editor: Editor<Dossier>, behind: &Rows, names: RwSignal<Vec<(String, String)>>, sheet: &mut Sheet) {
    let known = names.get();
    editor.records.registry.with(|register| {
        let Some(own) = register.get::<Dossier>(editor.id) else { return };
        let (council, months) = (ending(editor, register, own, false), ending(editor, register, own, true));
        for at in 0..sheet.rows().len() {
            let piece = sheet.rows().get(at).and_then(|row| own.piece(behind.id(row.key)?));
            let Some(piece) = piece else { continue };
            let mut cells = cells(piece);
            let file: Option<AttachmentId> = piece.attachment.as_deref().and_then(Id::parse);
            let file = file.and_then(|id| register.get::<Attachment>(id));
            cells[FILE] =
                file.map_or(Cell::Empty, |file| Cell::text(&dossier::file_line(&file.name, u64::from(file.size))));
            let is_known = |number: &str| known.is_empty() || known.iter().any(|(own, _)| own == number);
            let unknown: Vec<&str> =
                piece.criteria.iter().map(String::as_str).filter(|number| !is_known(number)).collect();
            let said = (!unknown.is_empty()).then(|| dossier::unknown_criteria(&unknown));
            let said: Vec<String> = said.into_iter().chain(warning(piece.id, &council, &months)).collect();
            cells[SEE] = Cell::text(&said.join("; "));
            sheet.tell_row(at, cells.into_iter().enumerate());
        }
    });
}
