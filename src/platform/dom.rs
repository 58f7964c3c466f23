//! Focus, scrolling, the title, print.

use wasm_bindgen::JsCast;

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// Frames that an element under way is waited for.
const PATIENCE: usize = 60;

/// Scrolls the element with this id to the top of the view, below what stays there, and puts the focus on the first control
/// in it. A page may still be growing: an element that is not there yet is waited for.
pub fn go_to(id: &str) {
    if is_there(id) {
        return go(id);
    }
    let id = id.to_owned();
    leptos::task::spawn_local(async move {
        for _ in 0..PATIENCE {
            super::clock::painted().await;
            if is_there(&id) {
                return go(&id);
            }
        }
    });
}

fn is_there(id: &str) -> bool {
    document().is_some_and(|document| document.get_element_by_id(id).is_some())
}

fn go(id: &str) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Start);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    let control = element.query_selector("input, textarea, button, a").ok().flatten().unwrap_or(element);
    if let Ok(control) = control.dyn_into::<web_sys::HtmlElement>() {
        let _ = control.focus();
    }
}

/// Scrolls as little as shows the element with this id whole; the focus stays.
pub fn bring_into_view(id: &str) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Puts the focus on the element with this id.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The id of the closest ancestor-or-self of the focused element that matches `selector`.
pub fn focused_within(selector: &str) -> Option<String> {
    let element = document()?.active_element()?.closest(selector).ok().flatten()?;
    Some(element.id())
}

/// Whether the person is writing in a text field now.
pub fn is_writing() -> bool {
    let tag = document().and_then(|document| document.active_element()).map(|element| element.tag_name());
    let kind =
        document().and_then(|document| document.active_element()).and_then(|element| element.get_attribute("type"));
    match tag.as_deref() {
        Some("TEXTAREA" | "SELECT") => true,
        Some("INPUT") => kind.as_deref() != Some("radio") && kind.as_deref() != Some("checkbox"),
        _ => false,
    }
}

/// Whether somebody is in the middle of something within the element with this id: a dialog in it is open, or a text in it
/// has the focus (which it keeps while another tab is looked at).
pub fn is_in_hand(id: &str) -> bool {
    let Some(document) = document() else { return false };
    let has_dialog = document.query_selector(&["#", id, " dialog[open]"].concat()).is_ok_and(|found| found.is_some());
    let text = ["#", id, " :is(textarea, input:not([type=checkbox], [type=radio]))"].concat();
    has_dialog || document.active_element().is_some_and(|element| element.matches(&text).unwrap_or(false))
}

/// Opens or closes the `<dialog>` with this id.
pub fn show_dialog(id: &str, open: bool) {
    let dialog = document().and_then(|document| document.get_element_by_id(id));
    let Some(dialog) = dialog.and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok()) else { return };
    if !open {
        dialog.close();
    } else if !dialog.open() {
        let _ = dialog.show_modal();
    }
}

/// Puts the look on the page: `light`, `outdoor` or `dark`.
pub fn set_theme(theme: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-theme", theme);
    }
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Selects all of the text in the field with this id.
pub fn select(id: &str) {
    let area = document().and_then(|document| document.get_element_by_id(id));
    if let Some(area) = area.and_then(|area| area.dyn_into::<web_sys::HtmlTextAreaElement>().ok()) {
        let _ = area.focus();
        area.select();
    }
}

/// Has the browser copy as if the person had pressed the keys for it.
pub fn copy() {
    let Some(document) = document() else { return };
    let copy = js_sys::Reflect::get(&document, &"execCommand".into()).ok();
    if let Some(copy) = copy.and_then(|copy| copy.dyn_into::<js_sys::Function>().ok()) {
        let _ = copy.call1(&document, &"copy".into());
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Calls `act` whenever the page may be about to go: hidden, closed, frozen.
pub fn on_leaving(act: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    for (target, name) in [
        (window.document().map(JsCast::unchecked_into::<web_sys::EventTarget>), "visibilitychange"),
        (Some(window.unchecked_into()), "pagehide"),
    ] {
        let act = act.clone();
        let closure: wasm_bindgen::prelude::Closure<dyn Fn()> = wasm_bindgen::prelude::Closure::new(act);
        if let Some(target) = target {
            let _ = target.add_event_listener_with_callback(name, closure.into_js_value().unchecked_ref());
        }
    }
}

/// Gives way to the page of last resort (`public/panic.js`), which needs no program.
pub fn show_panic(message: &str) {
    let Some(window) = web_sys::window() else { return };
    let show = js_sys::Reflect::get(&window, &"soOcopPanic".into()).ok();
    if let Some(show) = show.and_then(|show| show.dyn_into::<js_sys::Function>().ok()) {
        let _ = show.call1(&window, &message.into());
    }
}

/// Removes the shell that stood in the page before the program.
pub fn remove_shell() {
    if let Some(shell) = document().and_then(|document| document.get_element_by_id("shell")) {
        shell.remove();
    }
}

/// The element the app is mounted in.
pub fn mount_point() -> Option<web_sys::HtmlElement> {
    document()?.get_element_by_id("app")?.dyn_into().ok()
}
