//! What spreadsheets put on the clipboard, given to the one table in a browser: the cases of `tests/fixtures/paste`.

use std::fs;
use std::path::{Path, PathBuf};

use e2e::{program, story_on};
use serde_json::{Value, json};

/// In the page: pasting at a cell and taking what its preview offers; all cells as a copy of them says; taking the last act
/// back. What the table remembers of earlier cases is forgotten.
const HANDS: &str = "window.hands = {
    table: () => document.getElementById('bang'),
    press(key) {
        this.table().focus();
        this.table().dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }));
    },
    clip(kind, plain, html) {
        const board = new DataTransfer();
        if (plain) board.setData('text/plain', plain);
        if (html) board.setData('text/html', html);
        this.table().dispatchEvent(new ClipboardEvent(kind, { clipboardData: board, bubbles: true, cancelable: true }));
        return board.getData('text/plain');
    },
    copied() {
        this.press('a');
        return this.clip('copy');
    },
    async paste(row, column, plain, html) {
        localStorage.clear();
        document.activeElement.blur();
        const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 0, buttons: 1 });
        document.getElementById(`bang-${row}-${column}`).dispatchEvent(down);
        this.clip('paste', plain, html);
        const told = [], preview = document.getElementById('bang-xem-truoc');
        const frame = () => new Promise((next) => requestAnimationFrame(next));
        await frame();
        if (preview.open) {
            let take;
            while (!(take = preview.querySelector('#bang-nhan'))) await frame();
            told.push(preview.textContent);
            if (take.disabled) preview.close(); else take.click();
            // The page hears a moment later that the dialog was closed.
            do await frame(); while (preview.open);
        }
        told.push(document.querySelector('.listing > .want').textContent);
        return { told: told.join(''), copied: this.copied() };
    },
    undone() {
        this.press('z');
        return this.copied();
    },
}, true";

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/paste");
    let files = fs::read_dir(folder).expect("the cases").flatten().map(|entry| entry.path());
    let mut cases: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    cases.sort();
    cases
}

/// A grid as spreadsheets have it on the clipboard.
fn as_copied(grid: &Value) -> String {
    let cell = |cell: &Value| {
        let text = cell.as_str().expect("a cell");
        if text.contains(['\t', '\n', '\r', '"']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.to_owned()
        }
    };
    let row = |row: &Value| row.as_array().expect("a row").iter().map(cell).collect::<Vec<String>>().join("\t");
    grid.as_array().expect("a grid").iter().map(|own| row(own) + "\r\n").collect()
}

#[test]
fn every_case_gives_its_grid_and_is_undone() {
    let build = ["build", "--release", "--example", "table_page", "--features", "app"];
    let site = program::site("table_page", &build, &["style/shell.css", "style/main.css"]);
    let cases = cases();
    assert!(cases.len() >= 60, "{} cases", cases.len());
    story_on(&site, "", |browser| async move {
        browser.open("").await;
        browser.until("the table", "document.getElementById('bang-1-9')").await;
        browser.value(HANDS).await;
        let before = browser.value("hands.copied()").await;
        for case in cases {
            let name = case.file_stem().expect("a name").to_string_lossy().into_owned();
            let expected: Value = serde_json::from_slice(&fs::read(&case).expect(&name)).expect(&name);
            let clip = |ending: &str| json!(fs::read_to_string(case.with_extension(ending)).unwrap_or_default());
            let at = |place: usize| expected["at"][place].as_u64().unwrap_or_default();
            let paste = format!("hands.paste({}, {}, {}, {})", at(0), at(1), clip("tsv"), clip("html"));
            let after = browser.value(&paste).await;
            assert_eq!(after["copied"], json!(as_copied(&expected["grid"])), "{name}: {after}");
            let is_refused = expected["refused"] != json!([]);
            assert!(!is_refused || after["told"] != json!(""), "{name}: a refused cell is not told");
            if after["copied"] != before {
                assert_eq!(browser.value("hands.undone()").await, before, "{name}: undone");
            }
        }
        browser.no_faults().await;
    });
}
