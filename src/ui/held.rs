//! A part of a page that follows the records without taking away what somebody is in the middle of.

use leptos::prelude::*;

use super::node::{Node, el};
use crate::platform::{clock, dom};

/// The part with this id, made by `make` and made anew when what `follow` tracks has changed. It stays as it is while a
/// dialog in it is open or a text in it is being written: made anew, it would take that away. What has changed meanwhile is
/// shown as soon as the hand leaves it.
pub fn held(id: &str, follow: impl Fn() + 'static, make: impl Fn() -> Node + 'static) -> Node {
    made(id, Box::new(follow), Box::new(make))
}

fn made(id: &str, follow: Box<dyn Fn()>, make: Box<dyn Fn() -> Node>) -> Node {
    let drawn = RwSignal::new(0u32);
    let is_late = StoredValue::new(false);
    let own = StoredValue::new(id.to_owned());
    let draw = move || {
        let is_due =
            is_late.try_get_value() == Some(true) && own.try_with_value(|id| dom::is_in_hand(id)) == Some(false);
        if is_due {
            is_late.set_value(false);
            let _ = drawn.try_update(|drawn| *drawn = drawn.wrapping_add(1));
        }
    };
    // The first time too: what follows from then on is seen by nobody else.
    Effect::new(move |_| {
        follow();
        is_late.set_value(true);
        draw();
    });
    let part = el("div").id(id).on("focusin", move |_| draw());
    // Where the focus goes is known only after it has left.
    let part = part.on("focusout", move |_| clock::after_paint(draw));
    part.show(move || if drawn.get() == 0 { el("div") } else { untrack(&make) })
}
