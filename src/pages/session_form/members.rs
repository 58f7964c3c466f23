//! The members of the council.

use leptos::prelude::*;

use super::basics::choice;
use super::draft::{Draft, MemberDraft};
use super::want::Want;
use super::wanted;
use crate::domain::session::Role;
use crate::text::{people, session};
use crate::ui::{Node, actions, button, check, classed, el, select, text, text_box};

/// The list of members.
pub fn members(draft: &Draft) -> Node {
    let rows = draft.members;
    let add = button("quiet", session::ADD_MEMBER.get(), move || {
        rows.update(|rows| rows.push(MemberDraft::blank(Role::Member)));
    });
    classed("section", "stack")
        .child(text("h2", session::MEMBERS.get()))
        .child(el("div").show(move || {
            let list = rows.get().into_iter().enumerate().map(|(at, row)| member(rows, at, row));
            classed("ol", "rows").children(list)
        }))
        .child(wanted(draft, Want::Member))
        .child(actions([add]))
}

fn member(rows: RwSignal<Vec<MemberDraft>>, at: usize, row: MemberDraft) -> Node {
    let roles = Role::ALL.iter().map(|role| choice(role.word(), people::role(*role).get())).collect();
    let remove = button("quiet", session::REMOVE.get(), move || {
        rows.update(|rows| {
            rows.remove(at);
        });
    });
    let remove = if row.has_sheets { text("small", session::REMOVE_KEPT.get()) } else { remove };
    el("li").child(
        el("fieldset")
            .child(text("legend", &session::nth_member(at + 1)))
            .child(text_box(session::MEMBER_NAME.get(), row.name))
            .child(text_box(session::MEMBER_POST.get(), row.post))
            .child(select(session::MEMBER_ROLE.get(), roles, row.role))
            .child(check(session::MEMBER_ABSENT.get(), row.absent))
            .child(remove),
    )
}
