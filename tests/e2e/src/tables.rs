//! The one table of the app, as a person with a spreadsheet uses it.

use crate::Browser;
use serde_json::{Value, json};

/// The first two cells of each row as they stand in the page.
const CELLS: &str = "JSON.stringify([...document.querySelectorAll('#bang tr[data-row]')].map((row) =>
    [...row.querySelectorAll('td')].slice(0, 2).map((cell) => cell.textContent)))";

/// A list of `$count` products of some hundred producers, as a clipboard holds it; the names begin with `$name`.
const MANY: &str = "((count, name) => {
    const rows = ['Tên sản phẩm\\tTên chủ thể\\tNơi sản xuất\\tGhi chú của đơn vị'];
    for (let at = 0; at < count; at++) {
        rows.push(name + ' ' + at + '\\tTổ hợp tác ' + at % 500 + '\\tThôn ' + at % 40 + ', xã Điềm He\\tđợt ' + at % 7);
    }
    return rows.join('\\n');
})";

/// Pastes into an element what a clipboard holds: its text and, unless empty, its table of a web page.
pub async fn paste(browser: &Browser, selector: &str, plain: &str, html: &str) {
    paste_what(browser, selector, &json!(plain).to_string(), html).await;
}

/// Pastes a list into the box that asks for one.
pub async fn paste_list(browser: &Browser, list: &str) {
    open_box(browser).await;
    paste(browser, "#bang-dan", list, "").await;
}

/// Pastes a list of `count` products, whose names begin with `name`, into the box that asks for one.
pub async fn paste_products(browser: &Browser, name: &str, count: usize) {
    open_box(browser).await;
    // Made in the page: the way there is slow.
    paste_what(browser, "#bang-dan", &format!("{MANY}({count}, {})", json!(name)), "").await;
}

async fn open_box(browser: &Browser) {
    browser.until("the table", "document.querySelector('#bang-dan-tu-excel')").await;
    browser.click("#bang-dan-tu-excel").await;
    browser.until("the box", "document.querySelector('#bang-khung-dan[open]')").await;
}

async fn paste_what(browser: &Browser, selector: &str, plain: &str, html: &str) {
    let paste = format!(
        "(() => {{
            const board = new DataTransfer();
            const [plain, html] = [{plain}, {html}];
            if (plain !== '') board.setData('text/plain', plain);
            if (html !== '') board.setData('text/html', html);
            const event = new ClipboardEvent('paste', {{ clipboardData: board, bubbles: true, cancelable: true }});
            document.querySelector({selector}).dispatchEvent(event);
            return true;
        }})()",
        html = json!(html),
        selector = json!(selector),
    );
    assert_eq!(browser.value(&paste).await, json!(true));
}

/// What the preview of a list says, once it is there.
pub async fn preview(browser: &Browser) -> String {
    browser.until("the preview", "document.querySelector('#bang-xem-truoc[open] #bang-nhan')").await;
    browser.text("#bang-xem-truoc").await
}

/// Takes the list of the preview in.
pub async fn take(browser: &Browser) {
    browser.click("#bang-nhan").await;
    browser.until("the preview is gone", "!document.querySelector('#bang-xem-truoc[open]')").await;
}

/// Waits until the first two cells of all rows are these.
pub async fn cells_are(browser: &Browser, what: &str, cells: &Value) {
    browser.until(what, &format!("{CELLS} === {}", json!(cells.to_string()))).await;
}

/// Puts the focus on a cell.
pub async fn stand_on(browser: &Browser, row: usize, column: usize) {
    let down = format!(
        "(document.getElementById('bang-{row}-{column}').dispatchEvent(
            new MouseEvent('mousedown', {{ bubbles: true, cancelable: true, button: 0, buttons: 1 }})), true)"
    );
    let is_there = format!("document.querySelector('#bang-{row}-{column}[data-active]')");
    let active = browser.value(&format!("Boolean({is_there}) && document.activeElement.id === 'bang'")).await;
    if active != json!(true) {
        browser.value(&down).await;
    }
    browser.until("the cell", &is_there).await;
}

/// Presses keys where the focus is: letters, or a named key with `+` between it and what is held.
pub async fn press(browser: &Browser, keys: &[&str]) {
    for key in keys {
        let mut parts: Vec<&str> = key.split('+').collect();
        let name = parts.pop().expect("a key");
        let held = parts.iter().map(|part| match *part {
            "Ctrl" => 2,
            "Shift" => 8,
            _ => 1,
        });
        let modifiers: i64 = held.sum();
        let code = match name {
            "Enter" => 13,
            "Tab" => 9,
            "Escape" => 27,
            "Delete" => 46,
            "ArrowLeft" => 37,
            "ArrowUp" => 38,
            "ArrowRight" => 39,
            "ArrowDown" => 40,
            "End" => 35,
            "Home" => 36,
            "F2" => 113,
            other => i64::from(other.bytes().next().unwrap_or_default().to_ascii_uppercase()),
        };
        let mut down = json!({ "type": "keyDown", "key": name, "modifiers": modifiers, "windowsVirtualKeyCode": code });
        if name.chars().count() == 1 && modifiers & 2 == 0 {
            down["text"] = json!(name);
        }
        browser.cdp("Input.dispatchKeyEvent", down).await;
        let up = json!({ "type": "keyUp", "key": name, "modifiers": modifiers, "windowsVirtualKeyCode": code });
        browser.cdp("Input.dispatchKeyEvent", up).await;
    }
}
