//! Leaving for a page of another program: this one ends, so everything must be on the disk first.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use crate::platform::way;
use crate::text::shell;

impl App {
    /// Goes to an address under the site that this program does not hold, once everything done here is on the disk.
    /// When it cannot be written, the person is asked and the page stays unless the answer is yes; so too when the
    /// person asks again while it is still being written.
    pub fn leave(self, path: &str) {
        self.keep_begun(path);
        let path = path.to_owned();
        if self.leaving.get_value() {
            leave_unsaved(&path);
            return;
        }
        self.leaving.set_value(true);
        spawn_local(async move {
            let settled = self.quiet().await;
            self.leaving.set_value(false);
            if settled.is_ok() && self.refused.get_untracked() == 0 {
                way::open(&path);
            } else {
                leave_unsaved(&path);
            }
        });
    }
}

fn leave_unsaved(path: &str) {
    if way::confirm(shell::LEAVE_UNSAVED.get()) {
        way::open(path);
    }
}
