//! The members of the council as a table.

use std::rc::Rc;

use leptos::prelude::*;

use super::draft::{Draft, MemberDraft};
use super::tables::{RowsOf, commit_of};
use crate::domain::session::Role;
use crate::pages::sheet_file::sheets_of;
use crate::state::App;
use crate::table::{self, Cell, Column, Kind, Sheet};
use crate::text::{people, session};
use crate::ui::{Node, Pasting, TableOf, classed, paragraph, table_with, text};

const NAME: usize = 0;
const POST: usize = 1;
const ROLE: usize = 2;
const ABSENT: usize = 3;

/// The table.
pub fn members(app: App, draft: &Draft) -> Node {
    let column = |kind, key, title: crate::text::Text, width| Column { width, ..Column::new(key, title.get(), kind) };
    let roles = Kind::Choice(Role::ALL.iter().map(|role| people::role(*role).get().to_owned()).collect());
    let columns = vec![
        Column {
            required: true,
            also: &["ho ten", "ten", "ho va ten thanh vien", "thanh vien", "thanh vien hoi dong", "ten thanh vien"],
            ..column(Kind::Person, "name", session::MEMBER_NAME, 16)
        },
        Column {
            also: &[
                "chuc vu",
                "don vi",
                "don vi cong tac",
                "chuc vu don vi",
                "chuc vu don vi cong tac",
                "co quan",
                "chuc danh",
            ],
            ..column(Kind::Text, "post", session::MEMBER_POST, 22)
        },
        Column {
            also: &[
                "vai tro trong hoi dong",
                "nhiem vu",
                "chuc danh trong hoi dong",
                "chuc vu trong hoi dong",
                "tham gia hoi dong",
                "nhiem vu trong hoi dong",
            ],
            ..column(roles, "role", session::MEMBER_ROLE, 11)
        },
        Column { also: &["vang", "vang mat"], ..column(Kind::Tick, "absent", session::MEMBER_AWAY, 7) },
    ];
    let rows = draft.members.with_untracked(|rows| rows.iter().map(member_cells).collect::<Vec<_>>());
    let set = |own: MemberDraft, column: usize, cell: &Cell| match column {
        NAME => own.name.set(cell.as_text().to_owned()),
        POST => own.post.set(cell.as_text().to_owned()),
        ROLE => {
            let at = if let Cell::Choice(at) = cell { Role::ALL.get(*at).copied() } else { None };
            own.role.set(at.unwrap_or(Role::Member).word().to_owned());
        }
        ABSENT => own.absent.set(*cell == Cell::Tick),
        _ => (),
    };
    let commit = commit_of(RowsOf {
        rows: draft.members,
        blank: || MemberDraft::blank(Role::Member),
        set: Rc::new(set),
        is_kept: |row| row.has_sheets,
    });
    let told = draft.members;
    let table = TableOf {
        name: "session-members",
        label: session::MEMBERS.get().to_owned(),
        sheet: Sheet::new(columns, rows),
        at: None,
        may_add: true,
        may_add_empty: false,
        may_move: true,
        commit,
        commit_long: None,
        // A role that was not said is that of a member.
        tell: Rc::new(move |sheet| {
            told.with(|rows| {
                for (at, row) in rows.iter().enumerate() {
                    sheet.tell(at, ROLE, role_cell(row));
                }
            });
        }),
        open: None,
        go: Rc::new(|_| ()),
        pasting: Pasting { prepare: Some(Rc::new(|_, draft| say_roles(draft))), ..Pasting::default() },
        empty: session::NO_MEMBERS.get().to_owned(),
    };
    classed("section", "stack")
        .child(text("h2", session::MEMBERS.get()))
        .child(paragraph("help", session::MEMBERS_HELP.get()))
        .child(table_with(table, move |door| sheets_of(app, session::MEMBERS.get(), "ThanhVien", door)))
}

fn role_cell(row: &MemberDraft) -> Cell {
    let word = row.role.get_untracked();
    Role::ALL.iter().position(|role| role.word() == word).map_or(Cell::Empty, Cell::Choice)
}

fn member_cells(row: &MemberDraft) -> Vec<Cell> {
    vec![
        Cell::text(&row.name.get_untracked()),
        Cell::text(&row.post.get_untracked()),
        role_cell(row),
        if row.absent.get_untracked() { Cell::Tick } else { Cell::Empty },
    ]
}

/// Roles as decisions word them become those of this app; what is not clear stays and is refused by the table.
fn say_roles(draft: &mut table::Draft) {
    let Some(at) = draft.mapping.iter().position(|to| *to == Some(ROLE)) else { return };
    for row in draft.block.rows.iter_mut().skip(draft.heads) {
        if let Some(cell) = row.get_mut(at)
            && let Some(role) = Role::of_title(cell)
        {
            *cell = people::role(role).get().to_owned();
        }
    }
}
