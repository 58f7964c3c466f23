//! Elements: the one way in which this app makes markup.
//!
//! A [`Node`] is a DOM element under construction with the effects and listeners that keep it alive. It stands on
//! Leptos's signals, effects, owner and mounting, but is one type for every element. Leptos's own `view!` gives every
//! element a type of its own, with a copy of the code to build, move and update it; for this app that made the
//! program half as large again, which a phone on a slow line pays for at the first visit (see ARCHITECTURE.md).

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::tachys::html::attribute::{Attribute, any_attribute::AnyAttribute};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::{Closure, UnwrapThrowExt};
use wasm_bindgen::{JsCast, JsValue};

use super::growth::{self, Piece};
use super::handle::Handle;
use super::lines::{Lines, Shown};

/// An event of the browser.
pub type Event = web_sys::Event;

/// An element with its children and what keeps it alive.
pub struct Node(SendWrapper<Built>);

struct Built {
    element: web_sys::Element,
    keep: Vec<Keep>,
}

/// What must live as long as the element.
enum Keep {
    Effect { _effect: RenderEffect<()> },
    Listener { _closure: Closure<dyn FnMut(Event)> },
    Child { _child: Node },
    Grown { _grown: Rc<RefCell<Vec<Node>>> },
    Lines { _lines: Rc<RefCell<Shown>> },
}

/// An element called `tag`.
pub fn el(tag: &str) -> Node {
    // Only a malformed name can fail, and every name is written out in this program.
    let element = document().create_element(tag).unwrap_throw();
    Node(SendWrapper::new(Built { element, keep: Vec::new() }))
}

/// An element of a drawing.
pub fn svg(tag: &str) -> Node {
    let element = document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag).unwrap_throw();
    Node(SendWrapper::new(Built { element, keep: Vec::new() }))
}

/// An element called `tag` with a class.
pub fn classed(tag: &str, class: &str) -> Node {
    el(tag).attr("class", class)
}

/// An element called `tag` that holds a text.
pub fn text(tag: &str, text: &str) -> Node {
    el(tag).text(text)
}

impl Node {
    /// Appends a text.
    pub fn text(self, text: &str) -> Node {
        let _ = self.0.element.append_with_str_1(text);
        self
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> Node {
        let _ = self.0.element.set_attribute(name, value);
        self
    }

    /// Sets the id.
    pub fn id(self, id: &str) -> Node {
        self.attr("id", id)
    }

    /// Appends a child.
    pub fn child(mut self, child: Node) -> Node {
        let _ = self.0.element.append_child(&child.0.element);
        self.0.keep.push(Keep::Child { _child: child });
        self
    }

    /// Appends children.
    pub fn children(self, children: impl IntoIterator<Item = Node>) -> Node {
        children.into_iter().fold(self, Node::child)
    }

    /// Appends a child if there is one.
    pub fn maybe(self, child: Option<Node>) -> Node {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Keeps the text of this element at what `value` gives.
    pub fn bind_text(self, value: impl Fn() -> String + 'static) -> Node {
        self.keep_text(Box::new(value))
    }

    /// Keeps an attribute at what `value` gives; `None` takes it away.
    pub fn bind_attr(self, name: &'static str, value: impl Fn() -> Option<Cow<'static, str>> + 'static) -> Node {
        self.keep_attr(name, Box::new(value))
    }

    /// Keeps the class at what `value` gives.
    pub fn bind_class(self, value: impl Fn() -> &'static str + 'static) -> Node {
        self.bind_attr("class", move || Some(Cow::Borrowed(value())))
    }

    /// Keeps the element hidden while `value` is true.
    pub fn hidden_while(self, value: impl Fn() -> bool + 'static) -> Node {
        self.keep_flag("hidden", Box::new(value))
    }

    /// Keeps a true-or-false property of the control: `checked`, `disabled`.
    pub fn bind_flag(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Node {
        self.keep_flag(name, Box::new(value))
    }

    /// Keeps the value of a text control.
    pub fn bind_value(self, value: impl Fn() -> String + 'static) -> Node {
        self.keep_value(Box::new(value))
    }

    /// Calls `act` on each event called `name`.
    pub fn on(self, name: &str, act: impl FnMut(Event) + 'static) -> Node {
        self.listen(name, Box::new(act))
    }

    /// Calls `act` on a click.
    pub fn on_click(self, act: impl Fn() + 'static) -> Node {
        self.listen("click", Box::new(move |_| act()))
    }

    /// Keeps the content of this element at what `content` makes; the old content goes first.
    pub fn show(self, content: impl Fn() -> Node + 'static) -> Node {
        self.keep_shown(Box::new(content))
    }

    /// Appends `pieces`, each made once the frame before it is painted: what is seen first is there first, and a tap is
    /// heard in between. What is not made when this element goes is never made.
    pub fn grow(mut self, pieces: impl Iterator<Item = Piece> + 'static) -> Node {
        let grown = Rc::default();
        growth::grow(self.element(), Rc::downgrade(&grown), Box::new(pieces));
        self.0.keep.push(Keep::Grown { _grown: grown });
        self
    }

    /// Appends what `content` makes once the frame before it is painted: for what nobody sees at first, as the inside of
    /// a dialog.
    pub fn soon(self, content: impl FnOnce() -> Vec<Node> + 'static) -> Node {
        self.grow(std::iter::once_with(|| Piece::of(content())))
    }

    /// Has lines in this element come and go one by one, in stretches of this class; nothing else may be its child.
    pub fn lines(mut self, class: &'static str) -> (Node, Lines) {
        let shown = Rc::default();
        let lines = Lines::new(self.element(), class, &shown);
        self.0.keep.push(Keep::Lines { _lines: shown });
        (self, lines)
    }

    // The functions above are thin, so that each closure costs its own code and no copy of what follows.

    fn keep_text(self, value: Box<dyn Fn() -> String>) -> Node {
        // One text for good, whose words change: a new one each time would have to be styled and laid out anew.
        let words = document().create_text_node("");
        let _ = self.0.element.append_child(&words);
        let mut shown = String::new();
        self.effect(Box::new(move || {
            let next = value();
            if next != shown {
                words.set_data(&next);
                shown = next;
            }
        }))
    }

    fn keep_attr(self, name: &'static str, value: Box<dyn Fn() -> Option<Cow<'static, str>>>) -> Node {
        let element = self.0.element.clone();
        let mut shown: Option<Cow<'static, str>> = None;
        self.effect(Box::new(move || {
            let next = value();
            if next != shown {
                let _ = match &next {
                    Some(value) => element.set_attribute(name, value),
                    None => element.remove_attribute(name),
                };
                shown = next;
            }
        }))
    }

    fn keep_flag(self, name: &'static str, value: Box<dyn Fn() -> bool>) -> Node {
        let element = self.0.element.clone();
        let mut shown = None;
        self.effect(Box::new(move || {
            let next = value();
            if shown != Some(next) {
                set_property(&element, name, &JsValue::from_bool(next));
                shown = Some(next);
            }
        }))
    }

    fn keep_value(self, value: Box<dyn Fn() -> String>) -> Node {
        let element = self.0.element.clone();
        self.effect(Box::new(move || set_property(&element, "value", &JsValue::from_str(&value()))))
    }

    fn keep_shown(self, content: Box<dyn Fn() -> Node>) -> Node {
        let element = self.0.element.clone();
        let mut shown: Option<Node> = None;
        self.effect(Box::new(move || {
            let next = content();
            element.replace_children_with_node_1(&next.0.element);
            drop(shown.replace(next));
        }))
    }

    fn listen(mut self, name: &str, act: Box<dyn FnMut(Event)>) -> Node {
        let closure: Closure<dyn FnMut(Event)> = Closure::wrap(act);
        let _ = self.0.element.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        self.0.keep.push(Keep::Listener { _closure: closure });
        self
    }

    /// The element itself, for those who paint by hand.
    pub(super) fn element(&self) -> web_sys::Element {
        self.0.element.clone()
    }

    /// The control for reading and setting properties in handlers.
    pub fn handle(&self) -> Handle {
        Handle::of(&self.0.element)
    }

    /// Runs `act` now and whenever a signal that it reads changes, as long as this element and its page live.
    pub fn effect(mut self, mut act: Box<dyn FnMut()>) -> Node {
        // A page's signals go with its owner. What they had still told comes a moment later, when nobody may read them.
        let page = StoredValue::new(());
        let effect = RenderEffect::new(move |_: Option<()>| {
            if page.try_get_value().is_some() {
                act();
            }
        });
        self.0.keep.push(Keep::Effect { _effect: effect });
        self
    }
}

pub(super) fn set_property(element: &web_sys::Element, name: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), value);
}

/// The value of the control that an event came from.
pub fn value_of(event: &Event) -> String {
    event_target_value(event)
}

/// Whether the check box that an event came from is ticked.
pub fn is_checked(event: &Event) -> bool {
    event_target_checked(event)
}

impl Mountable for Node {
    fn unmount(&mut self) {
        self.0.element.remove();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        let _ = parent.insert_before(&self.0.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.0.element.clone()]
    }
}

impl Render for Node {
    type State = Node;

    fn build(self) -> Node {
        self
    }

    fn rebuild(self, state: &mut Node) {
        let mut next = self;
        state.insert_before_this(&mut next);
        state.unmount();
        *state = next;
    }
}

impl AddAnyAttr for Node {
    type Output<SomeNewAttr: Attribute> = Node;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Node
    where
        Node: RenderHtml,
    {
        self
    }
}

// The app is never rendered on a server; Leptos asks for the trait where it mounts.
impl RenderHtml for Node {
    type AsyncOutput = Node;
    type Owned = Node;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Node {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Node {
        self
    }

    fn into_owned(self) -> Node {
        self
    }
}
