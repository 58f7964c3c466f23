//! What a handler or an effect does to an element that stands on the page.

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};

use super::node::set_property;

/// A control that a handler or effect touches.
#[derive(Clone)]
pub struct Handle(web_sys::Element);

impl Handle {
    /// A handle of an element.
    pub(super) fn of(element: &web_sys::Element) -> Handle {
        Handle(element.clone())
    }

    /// Sets a style; one that comes out of the program is no style of the markup.
    pub(super) fn set_style(&self, name: &str, value: &str) {
        let style = js_sys::Reflect::get(&self.0, &JsValue::from_str("style")).unwrap_or_default();
        if let Some(style) = style.dyn_ref::<web_sys::CssStyleDeclaration>()
            && style.get_property_value(name).ok().as_deref() != Some(value)
        {
            let _ = style.set_property(name, value);
        }
    }

    /// Whether it is the element of another handle.
    pub fn is(&self, other: &Handle) -> bool {
        self.0 == other.0
    }

    /// Where it stands in the window: left, top, right, bottom.
    pub fn place(&self) -> [f64; 4] {
        let place = self.0.get_bounding_client_rect();
        [place.left(), place.top(), place.right(), place.bottom()]
    }

    /// Puts something that floats over the page to a place in the window, as wide as is said.
    pub fn float(&self, left: f64, top: f64, width: Option<f64>) {
        let pixels = |value: f64| [&value.round().to_string(), "px"].concat();
        self.set_style("left", &pixels(left));
        self.set_style("top", &pixels(top));
        if let Some(width) = width {
            self.set_style("width", &pixels(width));
        }
    }

    /// Puts the focus on it.
    pub fn focus(&self) {
        if let Some(element) = self.0.dyn_ref::<web_sys::HtmlElement>() {
            let _ = element.focus();
        }
    }

    /// Sets an attribute; `None` takes it away.
    pub fn set_attr(&self, name: &str, value: Option<&str>) {
        let _ = match value {
            Some(value) => self.0.set_attribute(name, value),
            None => self.0.remove_attribute(name),
        };
    }

    /// Puts a text in the place of all it holds.
    pub fn set_text(&self, text: &str) {
        self.0.set_text_content(Some(text));
    }

    /// Whether the focus is in it.
    pub fn has_focus(&self) -> bool {
        let focused = document().active_element();
        focused.is_some_and(|focused| self.0.contains(Some(&focused)))
    }

    /// Scrolls it into view, if it is not there.
    pub fn show(&self) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
        self.0.scroll_into_view_with_scroll_into_view_options(&options);
    }

    /// Scrolls it sideways, and nothing around it, so that the first element in it that `selector` finds is in the middle.
    pub fn center(&self, selector: &str) {
        let Some(child) = self.0.query_selector(selector).ok().flatten() else { return };
        let (row, own) = (self.0.get_bounding_client_rect(), child.get_bounding_client_rect());
        let beside = (own.left() + own.right() - row.left() - row.right()) / 2.0;
        self.0.set_scroll_left(self.0.scroll_left() + beside as i32);
    }

    pub(super) fn element(&self) -> &web_sys::Element {
        &self.0
    }

    /// Sets a true-or-false property.
    pub fn set_flag(&self, name: &str, value: bool) {
        set_property(&self.0, name, &JsValue::from_bool(value));
    }
}
