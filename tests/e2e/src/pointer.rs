//! A pointer that is pressed, moved and let go.

use serde_json::{Value, json};
use thirtyfour::common::command::{Actions, Command};

use crate::Browser;

/// A place in the window.
pub type Spot = (i64, i64);

/// The place a part of the way down what `selector` finds: 0 at its upper edge, 1 at its lower one.
pub async fn part_of(browser: &Browser, selector: &str, down: f64) -> Spot {
    let place = format!(
        "(({{ left, top, width, height }}) => [left + width / 2, top + height * {down}].map(Math.round))\
         (document.querySelector({}).getBoundingClientRect())",
        json!(selector)
    );
    let place = browser.value(&place).await;
    let number = |at: usize| place[at].as_i64().expect("a place");
    (number(0), number(1))
}

/// Presses at a place, moves to another one in some steps and lets go there, with a pointer of a kind: `mouse`, `touch` or
/// `pen`. It is one act, since chromedriver forgets between two acts that something is pressed.
pub async fn carry(browser: &Browser, kind: &str, (x, y): Spot, (to_x, to_y): Spot) {
    let go = |x: i64, y: i64, duration: u64| json!({ "type": "pointerMove", "x": x, "y": y, "duration": duration });
    let press = |kind: &str| json!({ "type": kind, "button": 0 });
    let acts = [
        go(x, y, 0),
        press("pointerDown"),
        go(x + 2, y + 12, 50),
        go(to_x, to_y, 250),
        go(to_x, to_y + 1, 50),
        press("pointerUp"),
    ];
    let source = json!([{ "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": acts }]);
    browser.driver().cmd(Command::PerformActions(Actions::from(source))).await.expect("the pointer");
}

/// A mouse that is held as long as a test wants.
pub struct Mouse<'a>(pub &'a Browser);

impl Mouse<'_> {
    pub async fn press(&self, at: Spot) {
        self.event("mouseMoved", at, 0).await;
        self.event("mousePressed", at, 1).await;
    }

    /// Moves there, the button pressed.
    pub async fn drag(&self, (x, y): Spot) {
        self.event("mouseMoved", (x, y - 12), 1).await;
        self.event("mouseMoved", (x, y), 1).await;
    }

    pub async fn let_go(&self, at: Spot) {
        self.event("mouseReleased", at, 0).await;
    }

    async fn event(&self, kind: &str, (x, y): Spot, buttons: u8) {
        let button = if kind == "mouseMoved" && buttons == 0 { "none" } else { "left" };
        let event: Value =
            json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1 });
        self.0.cdp("Input.dispatchMouseEvent", event).await;
    }
}
