//! What is not on the screen rests: a stretch of the text that is far away is neither laid out nor painted with every key.

use std::rc::Rc;

use leptos::prelude::*;

use super::Writing;
use crate::platform::clock;
use crate::ui::Node;

impl Writing {
    /// Has the text rest on this element where it is not seen.
    pub fn begin_to_rest(&self, whole: Node) -> Node {
        *self.shared.whole.borrow_mut() = Some(whole.handle());
        self.rest();
        let own = self.clone();
        let resized = window_event_listener_untyped("resize", move |_| own.rest());
        on_cleanup(move || resized.remove());
        whole
    }

    /// Shows all of the text, so that the browser knows how high every stretch of it is, and then lets it rest. Without
    /// that the page would jump when one comes to a stretch.
    pub fn rest(&self) {
        let Some(whole) = self.shared.whole.borrow().clone() else { return };
        whole.set_attr("data-resting", None);
        let turn = Rc::clone(&self.shared);
        turn.resting.set(turn.resting.get().wrapping_add(1));
        let now = turn.resting.get();
        clock::after_paint(move || {
            let (whole, turn) = (whole.clone(), Rc::clone(&turn));
            clock::after_paint(move || {
                if turn.resting.get() == now {
                    whole.set_attr("data-resting", Some("true"));
                }
            });
        });
    }
}
