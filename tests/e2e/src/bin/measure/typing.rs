//! Typing in a big plan: from a key to the frame that shows it.

use crate::figures::{Row, Times};
use crate::visit::SLOWDOWN;
use e2e::{Browser, OpenFile};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thirtyfour::prelude::*;
use xtask::server::Server;

/// Letters that are timed at each place.
pub const KEYS: usize = 70;
const LETTERS: &str = "tap huan cho chu the ve truy xuat nguon goc va bao bi nhan mac ";
/// The texts of the plan as a page of nothing else.
const FLOOR: &str = "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\">\
    <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><style>body{font:16px/1.5 serif;\
    max-width:52rem;margin:auto}</style><body>";

/// From a key to its frame, at each place; on the floor in as many plain texts, and in one field.
#[derive(Default)]
pub struct Typing {
    text: Times,
    products: Times,
    budget: Times,
    floor_texts: Times,
    floor_field: Times,
}

impl Typing {
    /// Once, on a device that knows nothing.
    pub async fn measure(&mut self, browser: &Arc<Browser>, file: &Path) {
        let page = OpenFile::open(browser).await;
        let said = page.pick(file).await;
        browser.until(&said, "document.getElementById('dua-vao')").await;
        page.take_in().await;
        browser.start("ke-hoach").await;
        browser.until("the plan", "document.querySelector('a.card[href^=\"ke-hoach/0\"]')").await;
        let address =
            browser.value("document.querySelector('a.card[href^=\"ke-hoach/0\"]').getAttribute('href')").await;
        let address = address.as_str().expect("an address").to_owned();
        browser.start(&address).await;
        browser.until("its text", "document.querySelector('.plan-paper .prose')").await;
        let texts = browser.value("[...document.querySelectorAll('.prose')].map((own) => own.textContent)").await;
        let middle = "((all) => all[all.length >> 1])([...document.querySelectorAll('.prose')])";
        type_in(browser, middle, &mut self.text).await;
        for (part, times) in [("san-pham", &mut self.products), ("kinh-phi", &mut self.budget)] {
            browser.start(&format!("{address}/{part}")).await;
            browser.until("its list", "document.getElementById('bang-1-0')").await;
            type_in(browser, "document.getElementById('bang-1-0')", times).await;
        }
        let folder = write_floor(browser.folder(), &texts);
        let server = Server::start(&folder, 0, "").expect("a server for the floor");
        for (page, times) in [("", &mut self.floor_texts), ("field.html", &mut self.floor_field)] {
            browser.driver().goto(server.url(page)).await.expect("the page opens");
            type_in(browser, "document.getElementById('giua')", times).await;
        }
    }

    /// The medians in short.
    pub fn words(&self) -> String {
        let all = [&self.text, &self.products, &self.budget, &self.floor_texts, &self.floor_field];
        let words = all.map(|times| times.median().map_or("-".to_owned(), |time| format!("{time:.0}")));
        let [text, products, budget, texts, field] = words;
        format!("text {text}, product {products}, budget {budget}; floor: texts {texts}, field {field}")
    }

    /// The lines of the report.
    pub fn rows(&self) -> [Row<'_>; 3] {
        let both = |what, floor, ours| Row { what, floor: Some(floor), ours };
        [
            both("key until its frame: text of a big plan", &self.floor_texts, &self.text),
            both("the same in a cell of its 300 products", &self.floor_field, &self.products),
            both("the same in a cell of its 400 budget lines", &self.floor_field, &self.budget),
        ]
    }

    pub fn join(&mut self, other: Typing) {
        self.text.join(other.text);
        self.products.join(other.products);
        self.budget.join(other.budget);
        self.floor_texts.join(other.floor_texts);
        self.floor_field.join(other.floor_field);
    }
}

/// Presses where `place` is and types there on a slow machine. The first letters open what has to be opened, and do not
/// count.
async fn type_in(browser: &Browser, place: &str, times: &mut Times) {
    let at = browser.value(&format!("measure.middle({place})")).await;
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({ "type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1 });
        browser.cdp("Input.dispatchMouseEvent", event).await;
    }
    browser.value("measure.calm().then(() => null)").await;
    let mut letters = LETTERS.chars().cycle();
    for letter in letters.by_ref().take(4) {
        press(browser, letter).await;
    }
    browser.value("measure.typed().then(() => null)").await;
    slow(browser, SLOWDOWN).await;
    let before = browser.value("measure.text()").await;
    for letter in letters.take(KEYS) {
        press(browser, letter).await;
        let took = browser.value("measure.typed()").await;
        times.add(took.as_f64());
    }
    slow(browser, 1.0).await;
    assert_ne!(browser.value("measure.text()").await, before, "what was typed is there");
    // What was typed is to be on the disk before the page goes.
    if browser.value("document.activeElement.matches('.grid-editor')").await == json!(true) {
        let editor = browser.driver().active_element().await.expect("the editor of the cell");
        editor.send_keys(Key::Enter + "").await.expect("enter");
    }
    if browser.value("document.getElementById('luu') !== null").await == json!(true) {
        browser.saved().await;
    }
}

async fn press(browser: &Browser, letter: char) {
    let text = letter.to_string();
    let code = letter.to_ascii_uppercase() as u32;
    let down = json!({ "type": "keyDown", "text": text, "key": text, "windowsVirtualKeyCode": code });
    browser.cdp("Input.dispatchKeyEvent", down).await;
    let up = json!({ "type": "keyUp", "key": text, "windowsVirtualKeyCode": code });
    browser.cdp("Input.dispatchKeyEvent", up).await;
}

async fn slow(browser: &Browser, rate: f64) {
    browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await;
}

/// Two pages: the same texts with nothing around them, and one field.
fn write_floor(folder: &Path, texts: &Value) -> PathBuf {
    let folder = folder.join("floor-of-plans");
    fs::create_dir_all(&folder).expect("a folder");
    let texts: Vec<&str> = texts.as_array().expect("texts").iter().filter_map(Value::as_str).collect();
    let line = |(at, text): (usize, &&str)| {
        let id = if at == texts.len() / 2 { " id=\"giua\"" } else { "" };
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        format!("<div contenteditable=\"true\" spellcheck=\"false\"{id}>{text}</div>")
    };
    let lines: String = texts.iter().enumerate().map(line).collect();
    fs::write(folder.join("index.html"), [FLOOR, &lines].concat()).expect("the texts");
    let field = [FLOOR, "<textarea id=\"giua\" spellcheck=\"false\"></textarea>"].concat();
    fs::write(folder.join("field.html"), field).expect("the field");
    folder
}
