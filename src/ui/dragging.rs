//! Taking hold of something by its grip and letting it go elsewhere: with a mouse, a finger or a pen.
//!
//! A press on the grip is no drag until the pointer has gone some way, so a mere tap moves nothing. The page scrolls by
//! itself while the pointer is near an edge. Esc, or the browser taking the pointer for itself, takes the drag back.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::leptos_dom::helpers::{request_animation_frame, window_event_listener_untyped};
use leptos::prelude::{document, on_cleanup, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

use super::handle::Handle;
use super::node::{Event, Node};

/// What a drag does.
#[derive(Clone)]
pub struct Dragging {
    /// What things are taken hold of by. It needs `touch-action: none`, or the browser scrolls instead.
    pub grip: &'static str,
    /// What they can be let go on.
    pub onto: &'static str,
    /// What covers the upper edge of the window.
    pub above: Handle,
    /// Something is taken hold of by this grip; answers whether it can be.
    pub begin: Rc<dyn Fn(&Handle) -> bool>,
    /// Hears where the pointer is, after every move and while the page scrolls.
    pub over: Rc<dyn Fn(&Over)>,
    /// It is let go, or with `false` taken back.
    pub end: Rc<dyn Fn(bool)>,
}

/// Where the pointer is.
pub struct Over {
    /// In the window.
    pub x: f64,
    /// In the window.
    pub y: f64,
    /// How far to the left of where it began.
    pub left: f64,
    /// On what.
    pub onto: Option<Handle>,
}

/// A pointer that pressed a grip.
struct Held {
    pointer: i32,
    grip: Element,
    from: (f64, f64),
    at: (f64, f64),
    is_begun: bool,
    is_scrolling: bool,
}

type State = Rc<RefCell<Option<Held>>>;

/// So far a press may wander and is still none, in pixels.
const SLACK: f64 = 8.0;
/// So near an edge the page scrolls, in pixels, and so far in each frame at the edge itself.
const EDGE: f64 = 64.0;
const FASTEST: f64 = 18.0;

/// Has what stands in an element dragged. While it is, the element has the attribute `data-dragging`.
pub fn draggable(node: Node, of: Dragging) -> Node {
    let state: State = Rc::default();
    let whole = node.handle();
    let key = {
        let (state, of, whole) = (Rc::clone(&state), of.clone(), whole.clone());
        window_event_listener_untyped("keydown", move |event| {
            let is_escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape");
            if is_escape && state.borrow().is_some() {
                event.prevent_default();
                finish(&state, &of, &whole, false);
            }
        })
    };
    on_cleanup(move || key.remove());
    let (pressed, press_of) = (Rc::clone(&state), of.grip);
    let (moved, move_of, move_in) = (Rc::clone(&state), of.clone(), whole.clone());
    let (freed, free_of, free_in) = (Rc::clone(&state), of.clone(), whole.clone());
    let (lost, lost_of, lost_in) = (Rc::clone(&state), of.clone(), whole.clone());
    let (taken, taken_of, taken_in) = (Rc::clone(&state), of, whole);
    let menu = state;
    node.on("pointerdown", move |event| press(&pressed, press_of, &event))
        .on("pointermove", move |event| {
            if let Some(event) = own(&moved, &event) {
                follow(&moved, &move_of, &move_in, &event);
            }
        })
        .on("pointerup", move |event| {
            if let Some(event) = own(&freed, &event) {
                follow(&freed, &free_of, &free_in, &event);
                finish(&freed, &free_of, &free_in, true);
            }
        })
        .on("pointercancel", move |event| {
            if own(&lost, &event).is_some() {
                finish(&lost, &lost_of, &lost_in, false);
            }
        })
        .on("lostpointercapture", move |event| {
            if own(&taken, &event).is_some() {
                finish(&taken, &taken_of, &taken_in, false);
            }
        })
        // A long press is the beginning of a drag and asks for no menu.
        .on("contextmenu", move |event| {
            if menu.borrow().is_some() {
                event.prevent_default();
            }
        })
}

/// The event, if it is of the pointer that holds the grip.
fn own(state: &State, event: &Event) -> Option<PointerEvent> {
    let event = event.dyn_ref::<PointerEvent>()?;
    let is_own = state.borrow().as_ref().is_some_and(|held| held.pointer == event.pointer_id());
    is_own.then(|| event.clone())
}

fn press(state: &State, grip: &str, event: &Event) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
    if !pointer.is_primary() || pointer.button() != 0 || state.borrow().is_some() {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(grip) = target.and_then(|target| target.closest(grip).ok().flatten()) else { return };
    let at = (f64::from(pointer.client_x()), f64::from(pointer.client_y()));
    let _ = grip.set_pointer_capture(pointer.pointer_id());
    let pointer = pointer.pointer_id();
    *state.borrow_mut() = Some(Held { pointer, grip, from: at, at, is_begun: false, is_scrolling: false });
}

fn follow(state: &State, of: &Dragging, whole: &Handle, event: &PointerEvent) {
    let at = (f64::from(event.client_x()), f64::from(event.client_y()));
    let begins = {
        let mut state = state.borrow_mut();
        let Some(held) = state.as_mut() else { return };
        held.at = at;
        let far = (at.0 - held.from.0).hypot(at.1 - held.from.1);
        if !held.is_begun && far < SLACK {
            return;
        }
        let begins = !held.is_begun;
        held.is_begun = true;
        begins.then(|| Handle::of(&held.grip))
    };
    if let Some(grip) = begins {
        if !(of.begin)(&grip) {
            *state.borrow_mut() = None;
            return;
        }
        whole.set_attr("data-dragging", Some("true"));
    }
    tell(state, of, whole);
    scroll(state, of, whole);
}

/// Says where the pointer is.
fn tell(state: &State, of: &Dragging, whole: &Handle) {
    let Some((from, (x, y))) = state.borrow().as_ref().map(|held| (held.from, held.at)) else { return };
    // What is dragged goes up and down: how far to the side the pointer is does not matter for what it is on.
    let [left, _, right, _] = whole.place();
    let under = document().element_from_point(((left + right) / 2.0) as f32, y as f32);
    let onto = under.and_then(|under| under.closest(of.onto).ok().flatten());
    let onto = onto.filter(|onto| whole.element().contains(Some(onto))).map(|onto| Handle::of(&onto));
    (of.over)(&Over { x, y, left: from.0 - x, onto });
}

/// Scrolls the page as long as the pointer stays near an edge.
fn scroll(state: &State, of: &Dragging, whole: &Handle) {
    let speed = speed(state, of);
    {
        let mut state = state.borrow_mut();
        let Some(held) = state.as_mut() else { return };
        if speed == 0.0 || held.is_scrolling {
            return;
        }
        held.is_scrolling = true;
    }
    window().scroll_by_with_x_and_y(0.0, speed);
    let (state, of, whole) = (Rc::clone(state), of.clone(), whole.clone());
    request_animation_frame(move || {
        if let Some(held) = state.borrow_mut().as_mut() {
            held.is_scrolling = false;
        }
        tell(&state, &of, &whole);
        scroll(&state, &of, &whole);
    });
}

/// How far the page is to be scrolled in this frame, in pixels; upwards below zero.
fn speed(state: &State, of: &Dragging) -> f64 {
    let state = state.borrow();
    let Some(held) = state.as_ref().filter(|held| held.is_begun) else { return 0.0 };
    let bottom = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let [_, _, _, top] = of.above.place();
    let into = |distance: f64| ((EDGE - distance) / EDGE).clamp(0.0, 1.0) * FASTEST;
    into(bottom - held.at.1) - into(held.at.1 - top.max(0.0))
}

fn finish(state: &State, of: &Dragging, whole: &Handle, is_let_go: bool) {
    let Some(held) = state.borrow_mut().take() else { return };
    let _ = held.grip.release_pointer_capture(held.pointer);
    if held.is_begun {
        whole.set_attr("data-dragging", None);
        (of.end)(is_let_go);
    }
}
