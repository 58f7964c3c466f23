//! The one table in a real browser: the clipboard, keys, undo, many rows, paper.

use e2e::tables::{cells_are, paste_list, press, preview, stand_on, take};
use e2e::{Browser, axe, story};
use serde_json::json;

/// Has a list pasted in as new rows, up to its preview.
async fn bring_in(browser: &Browser, list: &str) {
    paste_list(browser, list).await;
    preview(browser).await;
}

const TWO: &str = "Tên sản phẩm\tChủ thể\r\nChè Điềm He\tHà Thị Diềm\r\nMật ong rừng\tNông Văn Tú\r\n";

#[test]
fn a_list_from_a_spreadsheet_becomes_products_and_producers() {
    story("", |browser| async move {
        browser.start("san-pham").await;
        let list = "TT\tTên sản phẩm\tChủ thể\tĐịa chỉ\tSố thứ tự do xã quản lý\r\n\
            1\tThạch đen Kim Tú\tHTX Kim Tú\txã Văn Quan\t7\r\n\
            2\tKhau nhục\tHTX KIM TÚ\t\tbảy\r\n\
            3\t\tHTX Không Tên\t\t\r\n";
        bring_in(&browser, list).await;
        let preview = browser.text("#bang-xem-truoc").await;
        for said in ["2 dòng mới; 2 ô không đọc được; 1 dòng bỏ ra", "Sẽ ghi thêm 1 chủ thể mới", "không phải là số"]
        {
            assert!(preview.contains(said), "{said}\n{preview}");
        }
        cells_are(&browser, "nothing has changed yet", &json!([])).await;
        take(&browser).await;
        let there = json!([["Khau nhục", "HTX Kim Tú"], ["Thạch đen Kim Tú", "HTX Kim Tú"]]);
        cells_are(&browser, "two products", &json!([["Thạch đen Kim Tú", "HTX Kim Tú"], ["Khau nhục", "HTX KIM TÚ"]]))
            .await;
        browser.saved().await;
        // Two products and one producer are on the device, and come back.
        assert_eq!(browser.stored_records().await, json!(3));
        browser.start("san-pham").await;
        cells_are(&browser, "two products of one producer", &there).await;
        browser.start("chu-the").await;
        cells_are(&browser, "one producer", &json!([["HTX Kim Tú", ""]])).await;
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn keys_do_what_they_do_in_a_spreadsheet() {
    story("", |browser| async move {
        browser.start("san-pham").await;
        bring_in(&browser, TWO).await;
        take(&browser).await;
        stand_on(&browser, 0, 0).await;
        // Typing replaces, Enter goes down, F2 and Esc leave it as it was, an empty name is refused.
        press(&browser, &["G", "a", "o", "Enter", "F2", "x", "Escape"]).await;
        cells_are(&browser, "typed", &json!([["Gao", "Hà Thị Diềm"], ["Mật ong rừng", "Nông Văn Tú"]])).await;
        press(&browser, &["Delete", "Ctrl+Home", "Tab", "Shift+ArrowDown", "Ctrl+d"]).await;
        cells_are(&browser, "filled", &json!([["Gao", "Hà Thị Diềm"], ["Mật ong rừng", "Hà Thị Diềm"]])).await;
        press(&browser, &["Ctrl+z", "Ctrl+z"]).await;
        let first = json!([["Chè Điềm He", "Hà Thị Diềm"], ["Mật ong rừng", "Nông Văn Tú"]]);
        cells_are(&browser, "undone", &first).await;
        press(&browser, &["Ctrl+y"]).await;
        cells_are(&browser, "done again", &json!([["Gao", "Hà Thị Diềm"], ["Mật ong rừng", "Nông Văn Tú"]])).await;
        // What is copied is what is selected.
        let copied = "(() => {
            const board = new DataTransfer();
            const event = new ClipboardEvent('copy', { clipboardData: board, bubbles: true, cancelable: true });
            document.getElementById('bang').dispatchEvent(event);
            return board.getData('text/plain');
        })()";
        press(&browser, &["Ctrl+Home", "Shift+ArrowRight", "Shift+ArrowDown"]).await;
        browser.until("four cells", "document.querySelectorAll('#bang td[aria-selected=true]').length === 4").await;
        assert_eq!(browser.value(copied).await, json!("Gao\tHà Thị Diềm\r\nMật ong rừng\tNông Văn Tú\r\n"));
        // A second click writes, a key leaves; what cannot be taken is said.
        stand_on(&browser, 0, 7).await;
        press(&browser, &["b", "Enter"]).await;
        browser
            .until("why not", "document.querySelector('.listing > .want').textContent.includes('không phải là số')")
            .await;
        // Esc and Tab lead out.
        press(&browser, &["Escape", "Tab"]).await;
        browser.until("out of the table", "document.activeElement.id !== 'bang'").await;
        // Ctrl+Enter opens the row.
        stand_on(&browser, 1, 0).await;
        press(&browser, &["Ctrl+Enter"]).await;
        browser.until("the product's page", "document.querySelector('h1')?.textContent === 'Mật ong rừng'").await;
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn many_rows_are_painted_where_they_are_seen_and_printed_all() {
    story("", |browser| async move {
        browser.start("san-pham").await;
        let mut list = String::from("Tên sản phẩm\tChủ thể\n");
        for at in 1..=400 {
            list.push_str(&format!("Sản phẩm số {at} hết\tHTX Một\n"));
        }
        bring_in(&browser, &list).await;
        take(&browser).await;
        browser.until("the count", "document.querySelector('.grid-count').textContent.startsWith('400 dòng')").await;
        let painted = "document.querySelectorAll('#bang tr[data-row]').length";
        assert!(browser.value(painted).await.as_u64().expect("a number") < 60);
        stand_on(&browser, 0, 0).await;
        press(&browser, &["Ctrl+End"]).await;
        browser.until("the last row", "document.getElementById('bang-399-9')").await;
        assert!(browser.value(painted).await.as_u64().expect("a number") < 60);
        let search = "(() => {
            const field = document.getElementById('bang-tim');
            field.value = 'so 39';
            field.dispatchEvent(new Event('input', { bubbles: true }));
            return true;
        })()";
        browser.value(search).await;
        browser
            .until("the found", "document.querySelector('.grid-count').textContent.startsWith('14 trong 400')")
            .await;
        browser.value("(document.getElementById('bang-tim').value = '', document.getElementById('bang-tim').dispatchEvent(new Event('input')), true)").await;
        let printed = browser.print().await;
        for at in 1..=400 {
            assert!(printed.says(&format!("Sản phẩm số {at} hết")), "row {at} is not on paper");
        }
        assert!(printed.pages > 5, "{} pages", printed.pages);
        assert_eq!(printed.count("Quy cách"), printed.pages, "the titles stand on every page");
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn the_table_and_the_preview_can_be_used_by_everybody() {
    let Some(source) = axe::source() else { return };
    story("", |browser| async move {
        let mut broken = Vec::new();
        browser.start("san-pham").await;
        bring_in(&browser, &[TWO, "\tC\n"].concat()).await;
        for (width, height) in [(1024, 768), (360, 740)] {
            browser.view(width, height).await;
            broken
                .extend(browser.broken_rules(source).await.into_iter().map(|rule| format!("preview {width}: {rule}")));
        }
        take(&browser).await;
        for (width, height) in [(1024, 768), (360, 740)] {
            browser.view(width, height).await;
            broken.extend(browser.broken_rules(source).await.into_iter().map(|rule| format!("table {width}: {rule}")));
        }
        assert_eq!(broken, Vec::<String>::new());
        browser.nothing_was_wrong().await;
    });
}
