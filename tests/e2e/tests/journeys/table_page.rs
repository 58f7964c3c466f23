//! The one table with nothing around it, in a browser: what spreadsheets put on the clipboard (`tests/fixtures/paste`), and every
//! act of a person with a spreadsheet's habits.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use e2e::tables::{press, stand_on};
use e2e::{Browser, program, story_on};
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

/// The page, built once.
fn site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| {
        let build = ["build", "--release", "--example", "table_page", "--features", "app"];
        program::site("table_page", &build, &["style/shell.css", "style/main.css"])
    })
}

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
    let cases = cases();
    assert!(cases.len() >= 60, "{} cases", cases.len());
    story_on(site(), "", |browser| async move {
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

/// Presses a button of the table.
async fn act(browser: &Browser, label: &str) {
    let press = format!(
        "(() => {{
            document.querySelector('details.grid-more').open = true;
            const all = [...document.querySelectorAll('.grid-bar button')];
            all.find((button) => button.textContent.startsWith({})).click();
            return true;
        }})()",
        json!(label)
    );
    browser.value(&press).await;
}

/// The cells of a column, from above.
async fn column(browser: &Browser, at: usize) -> Value {
    let cells = format!(
        "[...document.querySelectorAll('#bang tr[data-row] td:nth-child({})')].map((cell) => cell.textContent)",
        at + 1
    );
    browser.value(&cells).await
}

/// After an act the column is `after`; taken back it is as before, and done again as after.
async fn is_undone(browser: &Browser, what: &str, at: usize, before: &Value, after: &Value) {
    assert_eq!(&column(browser, at).await, after, "{what}");
    act(browser, "Hoàn tác").await;
    assert_eq!(&column(browser, at).await, before, "{what}: taken back");
    act(browser, "Làm lại").await;
    assert_eq!(&column(browser, at).await, after, "{what}: done again");
}

#[test]
fn every_act_on_rows_is_taken_back_and_done_again() {
    story_on(site(), "", |browser| async move {
        browser.open("").await;
        browser.until("the table", "document.getElementById('bang-1-9')").await;
        let [tea, honey, rice] = ["Chè Điềm He", "Mật ong rừng", "Gạo nếp"];
        // A new row is opened to be written in.
        act(&browser, "Thêm dòng").await;
        browser.until("its editor", "document.activeElement.classList.contains('grid-editor')").await;
        press(&browser, &["G", "Enter"]).await;
        assert_eq!(column(&browser, 0).await, json!([tea, honey, "G"]));
        act(&browser, "Hoàn tác").await;
        act(&browser, "Hoàn tác").await;
        assert_eq!(column(&browser, 0).await, json!([tea, honey]), "the row is gone again");
        act(&browser, "Làm lại").await;
        act(&browser, "Làm lại").await;
        let name = format!("hands.paste(2, 0, {}, '')", json!(rice));
        browser.value(HANDS).await;
        browser.value(&name).await;
        let three = json!([tea, honey, rice]);
        is_undone(&browser, "a name", 0, &json!([tea, honey, "G"]), &three).await;

        stand_on(&browser, 0, 0).await;
        act(&browser, "Đưa dòng xuống").await;
        is_undone(&browser, "moved down", 0, &three, &json!([honey, tea, rice])).await;
        stand_on(&browser, 1, 0).await;
        act(&browser, "Đưa dòng lên").await;
        is_undone(&browser, "moved up", 0, &json!([honey, tea, rice]), &three).await;
        stand_on(&browser, 0, 0).await;
        press(&browser, &["Shift+ArrowDown"]).await;
        act(&browser, "Nhân đôi dòng").await;
        is_undone(&browser, "doubled", 0, &three, &json!([tea, tea, honey, honey, rice])).await;
        act(&browser, "Hoàn tác").await;
        stand_on(&browser, 0, 0).await;
        press(&browser, &["Shift+ArrowDown"]).await;
        act(&browser, "Xóa dòng").await;
        is_undone(&browser, "deleted", 0, &three, &json!([rice])).await;
        act(&browser, "Hoàn tác").await;

        // One value into many rows: from the clipboard, by filling down, by writing.
        let people = json!(["Hà Thị Diềm", "Nông Văn Tú", ""]);
        stand_on(&browser, 0, 1).await;
        press(&browser, &["Shift+ArrowDown", "Shift+ArrowDown"]).await;
        browser.value("hands.clip('paste', 'Lý A Páo') ?? true").await;
        let same = json!(["Lý A Páo", "Lý A Páo", "Lý A Páo"]);
        is_undone(&browser, "one value", 1, &people, &same).await;
        act(&browser, "Hoàn tác").await;
        act(&browser, "Điền xuống").await;
        let filled = json!(["Hà Thị Diềm", "Hà Thị Diềm", "Hà Thị Diềm"]);
        is_undone(&browser, "filled down", 1, &people, &filled).await;
        act(&browser, "Hoàn tác").await;
        press(&browser, &["F2", "Ctrl+a", "L", "Ctrl+Enter"]).await;
        is_undone(&browser, "written into all", 1, &people, &json!(["L", "L", "L"])).await;
        act(&browser, "Hoàn tác").await;
        press(&browser, &["Delete"]).await;
        is_undone(&browser, "emptied", 1, &people, &json!(["", "", ""])).await;
        act(&browser, "Hoàn tác").await;
        browser.no_faults().await;
    });
}

#[test]
fn order_filters_totals_and_columns_are_those_of_a_spreadsheet() {
    story_on(site(), "", |browser| async move {
        browser.open("").await;
        browser.until("the table", "document.getElementById('bang-1-9')").await;
        browser.value(HANDS).await;
        // Two more rows of the same person, whose family name says nothing about the order.
        let more = "Tên sản phẩm\tNgười đại diện\tSố hộ\nThạch đen\tNông Văn Tú\t40\nBánh ngải\tVi Thị An\t7\n";
        browser.value(&format!("hands.paste(0, 0, {}, '')", json!(more))).await;
        assert_eq!(column(&browser, 2).await, json!(["12", "3", "40", "7"]));
        let total = "document.querySelector('#bang tfoot tr').cells[2].textContent";
        assert_eq!(browser.value(total).await, json!("62"));

        let by = |at: usize, also: bool| {
            format!(
                "(document.querySelectorAll('#bang th button')[{at}].dispatchEvent(
                    new MouseEvent('click', {{ bubbles: true, shiftKey: {also} }})), true)"
            )
        };
        browser.value(&by(1, false)).await;
        assert_eq!(column(&browser, 1).await, json!(["Vi Thị An", "Hà Thị Diềm", "Nông Văn Tú", "Nông Văn Tú"]));
        // Within the same person by households, the most first.
        browser.value(&by(2, true)).await;
        browser.value(&by(2, true)).await;
        assert_eq!(column(&browser, 2).await, json!(["7", "12", "40", "3"]));
        let sorted =
            "[...document.querySelectorAll('#bang th')].map((own) => own.getAttribute('aria-sort')).slice(0, 3)";
        assert_eq!(browser.value(sorted).await, json!([null, "ascending", "descending"]));

        let search = |selector: &str, words: &str| {
            format!(
                "(() => {{
                    const field = document.querySelector('{selector}');
                    field.value = '{words}';
                    field.dispatchEvent(new Event('input', {{ bubbles: true }}));
                    return true;
                }})()"
            )
        };
        browser.value(&search("#bang-tim", "nong van tu")).await;
        assert_eq!(column(&browser, 2).await, json!(["40", "3"]));
        assert_eq!(browser.value(total).await, json!("43"), "what is seen is added up");
        browser.value(&search("#bang-tim", "")).await;
        act(&browser, "Lọc theo cột").await;
        let filter = "#bang thead td:nth-child(3) input";
        browser.until("the filters", &format!("document.querySelector('{filter}')")).await;
        browser.value(&search(filter, ">5")).await;
        assert_eq!(column(&browser, 2).await, json!(["7", "12", "40"]));
        act(&browser, "Lọc theo cột").await;
        assert_eq!(column(&browser, 2).await, json!(["7", "12", "40", "3"]), "no filter without its field");

        // The titles and the first column stay while the rest goes by.
        let corner = "(() => {
            const scroller = document.querySelector('.grid-scroll');
            scroller.scrollLeft = 300;
            const [frame, first] = [scroller, document.getElementById('bang-0-0')].map((own) => own.getBoundingClientRect());
            const other = document.getElementById('bang-0-1').getBoundingClientRect();
            const head = getComputedStyle(document.querySelector('#bang th')).position;
            return [Math.abs(first.left - frame.left) < 3, other.left < frame.left, head];
        })()";
        assert_eq!(browser.value(corner).await, json!([true, true, "sticky"]));
        // While a cell is written in too.
        browser.value("(document.querySelector('.grid-scroll').scrollLeft = 0, true)").await;
        stand_on(&browser, 0, 1).await;
        press(&browser, &["F2"]).await;
        browser.until("its editor", "document.activeElement.classList.contains('grid-editor')").await;
        browser.until("both stay", &format!("{corner}.join() === 'true,true,sticky'")).await;
        press(&browser, &["Escape"]).await;

        // What is wider than its column ends there, whatever the text.
        let wide = "Chè shan tuyết cổ thụ hái tay một tôm hai lá, sao suốt theo lối xưa của người Mông trên núi cao";
        browser.value(&format!("hands.paste(1, 0, {}, '')", json!(wide))).await;
        let ends = "(() => {
            const over = [...document.querySelectorAll('#bang tr[data-row] td')].filter((cell) => {
                const [frame, text] = [cell, cell.firstElementChild].map((own) => own.getBoundingClientRect().right);
                return text > frame && getComputedStyle(cell).overflow !== 'hidden';
            });
            return [over.length, document.getElementById('bang-1-0').hasAttribute('data-long')];
        })()";
        assert_eq!(browser.value(ends).await, json!([0, true]), "one is too wide, and is cut");

        // Widths and order are kept for the next time.
        act(&browser, "Cột").await;
        let step =
            |label: &str| format!("(document.querySelector('#bang-cot button[aria-label=\"{label}\"]').click(), true)");
        browser.value(&step("Rộng hơn: Số hộ")).await;
        browser.value(&step("Sang trái: Số hộ")).await;
        browser.open("").await;
        browser.until("the table", "document.getElementById('bang-1-9')").await;
        let kept = "[document.querySelectorAll('#bang th')[1].textContent, document.querySelectorAll('#bang col')[1].style.width]";
        assert_eq!(browser.value(kept).await, json!(["Số hộ", "14em"]));
        browser.no_faults().await;
    });
}
