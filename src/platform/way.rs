//! The way between pages: the address, the browser's history, links, and the way out to another program.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::site::base_path;

/// The address of the page that is shown, under the site and without a leading slash.
pub fn here() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    below(&path).unwrap_or_default()
}

/// Goes to an address under the site without leaving the program; the caller shows its page.
pub fn push(path: &str) {
    let Some(window) = web_sys::window() else { return };
    if let Ok(history) = window.history() {
        let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address(path)));
    }
    window.scroll_to_with_x_and_y(0.0, 0.0);
}

/// Goes to an address under the site by loading it anew: the program ends.
pub fn open(path: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().assign(&address(path));
    }
}

/// Loads the page that is shown anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Calls `act` when the person goes back or forth within the program.
pub fn on_moved(act: impl Fn() + 'static) {
    let act: Closure<dyn Fn()> = Closure::new(act);
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("popstate", act.into_js_value().unchecked_ref());
    }
}

/// The address under the site that a click goes to; `None` when the browser shall do what it does: no link, one that
/// leads out of the site or into another tab, a click that asks for more than going there, or one that is dealt with.
pub fn followed(event: &web_sys::Event) -> Option<String> {
    // Asked first: most clicks are taps on a sheet.
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    let link: web_sys::HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let click: &web_sys::MouseEvent = event.dyn_ref()?;
    let asks_more = click.meta_key() || click.alt_key() || click.ctrl_key() || click.shift_key();
    if event.default_prevented() || click.button() != 0 || asks_more {
        return None;
    }
    let is_plain = link.target().is_empty() && !link.has_attribute("download");
    let is_own = Some(link.origin()) == web_sys::window()?.location().origin().ok();
    if is_plain && is_own { below(&link.pathname()) } else { None }
}

/// Asks the person; the browser's own question, which waits for the answer.
pub fn confirm(question: &str) -> bool {
    web_sys::window().is_some_and(|window| window.confirm_with_message(question).unwrap_or(false))
}

/// The path under the site of a whole path.
fn below(path: &str) -> Option<String> {
    Some(path.strip_prefix(base_path().as_str())?.strip_prefix('/')?.to_owned())
}

/// The whole path of one under the site; `.` is the site itself.
fn address(path: &str) -> String {
    [base_path().as_str(), "/", path.trim_start_matches('.')].concat()
}
