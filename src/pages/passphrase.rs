//! Files with a passphrase: one field for what a page gives away, one question for what comes in.

use leptos::prelude::*;

use crate::exchange::LockedFault;
use crate::state::App;
use crate::text::files;
use crate::ui::{Node, actions, button, classed, el, paragraph, text, text_box};

/// The passphrase for the files that this page gives away. It is forgotten when the page goes.
pub fn passphrase(app: App) -> Node {
    forget_with_page(app);
    field(app)
}

/// Has it forgotten when what calls this goes: a page that is made anew while it is shown does so, and not its parts.
pub fn forget_with_page(app: App) {
    let value = app.outbox.passphrase;
    // Nobody is to hear of it: the page that shows it is gone.
    on_cleanup(move || {
        let _ = value.try_update_untracked(String::clear);
    });
}

/// The field alone, for the parts of such a page.
pub fn field(app: App) -> Node {
    let value = app.outbox.passphrase;
    el("details").child(text("summary", files::LOCK.get())).child(
        classed("div", "stack-plain")
            .child(paragraph("help", files::LOCK_HELP.get()))
            .child(text_box(files::LOCK_FIELD.get(), value)),
    )
}

/// Asks for the passphrase of a file that came, and says why the last one did not open it. `value` outlives a wrong one.
pub fn ask_passphrase(value: RwSignal<String>, why: LockedFault, on_given: impl Fn() + 'static) -> Node {
    classed("section", "stack card")
        .child(paragraph("", &files::locked_fault(why)).id("mat-khau-noi").attr("role", "alert"))
        .child(text_box(files::LOCK_FIELD.get(), value))
        .child(actions([button("main", files::UNLOCK.get(), on_given).id("mo-khoa-tep")]))
}
