//! A pointer that is pressed, moved and let go: a mouse, a finger, a pen.

use serde_json::{Value, json};
use thirtyfour::common::command::{Actions, Command};

use crate::Browser;

/// One pointer of a kind: `mouse`, `touch` or `pen`. It stays where it is, pressed or not, between its acts.
pub struct Pointer<'a> {
    browser: &'a Browser,
    kind: &'static str,
}

impl<'a> Pointer<'a> {
    pub fn new(browser: &'a Browser, kind: &'static str) -> Pointer<'a> {
        Pointer { browser, kind }
    }

    /// Presses in the middle of what `selector` finds.
    pub async fn press(&self, selector: &str) {
        let (x, y) = self.part(selector, 0.5).await;
        self.act(vec![go(x, y, 0), json!({ "type": "pointerDown", "button": 0 })]).await;
    }

    /// Moves there in some steps.
    pub async fn move_to(&self, (x, y): (i64, i64)) {
        self.act(vec![go(x, y, 250)]).await;
    }

    /// Lets go.
    pub async fn let_go(&self) {
        self.act(vec![json!({ "type": "pointerUp", "button": 0 })]).await;
    }

    /// The place in the window a part of the way down what `selector` finds: 0 at its upper edge, 1 at its lower one.
    pub async fn part(&self, selector: &str, down: f64) -> (i64, i64) {
        let place = format!(
            "(({{ left, top, width, height }}) => [left + width / 2, top + height * {down}].map(Math.round))\
             (document.querySelector({}).getBoundingClientRect())",
            json!(selector)
        );
        let place = self.browser.value(&place).await;
        let number = |at: usize| place[at].as_i64().expect("a place");
        (number(0), number(1))
    }

    async fn act(&self, actions: Vec<Value>) {
        let source = json!([{
            "type": "pointer", "id": self.kind, "parameters": { "pointerType": self.kind }, "actions": actions,
        }]);
        self.browser.driver().cmd(Command::PerformActions(Actions::from(source))).await.expect("the pointer");
    }
}

fn go(x: i64, y: i64, duration: u64) -> Value {
    json!({ "type": "pointerMove", "origin": "viewport", "x": x, "y": y, "duration": duration })
}
