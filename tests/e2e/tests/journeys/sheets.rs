//! Spreadsheets in a real browser: opened, dropped, written, shared.

use e2e::tables::{cells_are, preview};
use e2e::{Browser, Overview, axe, story};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use thirtyfour::prelude::*;

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../fixtures/sheets").join(name).canonicalize().expect(name)
}

/// Chooses a file in the dialog for spreadsheets.
async fn choose(browser: &Arc<Browser>, file: &str) {
    browser.until("the table", "document.querySelector('#mo-bang-tinh-nut')").await;
    browser.click("#mo-bang-tinh-nut").await;
    browser.until("the dialog", "document.querySelector('#mo-bang-tinh[open]')").await;
    let field = browser.driver().find(By::Id("tep-bang-tinh")).await.expect("field");
    field.send_keys(fixture(file).to_string_lossy()).await.expect("a file");
}

/// Sends the columns of the block where they belong, by a person's choice.
async fn map(browser: &Browser, column: usize, title: &str) {
    let choose = format!(
        "(() => {{
            const select = document.querySelectorAll('#bang-xem-truoc th select')[{column}];
            const option = [...select.options].find((own) => own.text === {});
            select.value = option.value;
            select.dispatchEvent(new Event('change', {{ bubbles: true }}));
            return true;
        }})()",
        json!(title)
    );
    assert_eq!(browser.value(&choose).await, json!(true));
}

/// Drops a file with this content anywhere on the page.
async fn drop_file(browser: &Browser, name: &str, content: &[u8]) {
    let drop = format!(
        "(() => {{
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array({})], {}));
            const event = (kind) => new DragEvent(kind, {{ dataTransfer: data, bubbles: true, cancelable: true }});
            const place = document.querySelector('#main');
            const taken = !place.dispatchEvent(event('dragover'));
            return taken && !place.dispatchEvent(event('drop'));
        }})()",
        json!(content),
        json!(name)
    );
    assert_eq!(browser.value(&drop).await, json!(true), "{name}: the browser would open it in place of the page");
}

#[test]
fn a_spreadsheet_becomes_products_and_the_next_one_is_understood() {
    story("", |browser| async move {
        browser.start("san-pham").await;
        choose(&browser, "san-pham.xlsx").await;
        let said = preview(&browser).await;
        assert!(said.contains("Lấy từ bảng tính."), "{said}");
        cells_are(&browser, "nothing has changed yet", &json!([])).await;
        // Titles that the program does not know: the person says once what they are.
        let heads = "(() => {
            const select = [...document.querySelectorAll('#bang-xem-truoc .columns select')].pop();
            select.value = '2';
            select.dispatchEvent(new Event('change', { bubbles: true }));
            return true;
        })()";
        assert_eq!(browser.value(heads).await, json!(true));
        map(&browser, 0, "Bỏ qua cột này").await;
        map(&browser, 1, "Tên sản phẩm").await;
        map(&browser, 2, "Tên chủ thể").await;
        map(&browser, 3, "Nơi sản xuất (ghi như trong giấy tờ)").await;
        map(&browser, 4, "Ghi chú của đơn vị").await;
        let said = preview(&browser).await;
        assert!(said.contains("2 dòng mới") && said.contains("1 dòng bỏ ra"), "{said}");
        assert!(said.contains("20/11/2026"), "{said}");
        browser.click("#bang-nhan").await;
        let both = json!([["Chè Điềm He", "Hà Thị Diềm"], ["Mật ong rừng", "Nông Văn Tú"]]);
        cells_are(&browser, "two products", &both).await;
        browser.saved().await;
        assert_eq!(browser.stored_records().await, json!(4));
        choose(&browser, "san-pham.xlsx").await;
        let said = preview(&browser).await;
        assert!(said.contains("2 dòng mới") && said.contains("1 dòng bỏ ra"), "{said}");
        assert!(said.contains("đã có"), "the same products again are told: {said}");
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn files_that_cannot_be_lists_are_refused_in_words() {
    story("", |browser| async move {
        browser.start("san-pham").await;
        browser.until("the table", "document.querySelector('#mo-bang-tinh-nut')").await;
        for (name, content, said) in [
            ("ke-toan.xls", &b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], "bảng tính kiểu cũ"),
            ("bom.xlsx", b"PK\x03\x04 not really", "Tệp bị hỏng"),
            ("ke-hoach.pdf", b"%PDF-1.7 ...", "PDF"),
        ] {
            drop_file(&browser, name, content).await;
            browser.until("why", "document.querySelector('#mo-bang-tinh[open] #bang-tinh-tu-choi')").await;
            let why = browser.text("#bang-tinh-tu-choi").await;
            assert!(why.contains(said), "{why}");
            browser.click("#dong-bang-tinh").await;
        }
        if let Some(source) = axe::source() {
            browser.click("#mo-bang-tinh-nut").await;
            assert_eq!(browser.broken_rules(source).await, Vec::<String>::new());
            browser.click("#dong-bang-tinh").await;
        }
        assert_eq!(browser.stored_records().await, json!(0));
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn a_file_is_taken_to_its_page_wherever_it_is_dropped() {
    story("", |browser| async move {
        // A list of another encoding on the page of products.
        browser.start("san-pham").await;
        browser.until("the table", "document.querySelector('#mo-bang-tinh-nut')").await;
        drop_file(&browser, "khong-ten", &fs::read(fixture("windows-1258.csv")).expect("a file")).await;
        let said = preview(&browser).await;
        assert!(said.contains("Windows-1258") && said.contains("HTX Điềm He"), "{said}");
        browser.click("#bang-nhan").await;
        cells_are(&browser, "one product", &json!([["Chè xanh", "HTX Điềm He"]])).await;
        browser.saved().await;
        // A spreadsheet on the page of another program, and one of ours under another name on this one.
        browser.start("").await;
        browser.until("the home page", "document.querySelector('#main.home')").await;
        drop_file(&browser, "a.bin", "Tên sản phẩm;Chủ thể\nMiến dong;HTX Chợ Mới\n".as_bytes()).await;
        let said = preview(&browser).await;
        assert!(said.contains("Miến dong"), "{said}");
        browser.start("san-pham").await;
        browser.until("the table", "document.querySelector('#mo-bang-tinh-nut')").await;
        let sample = xtask::project::root().join("public/samples/van-quan-2024.json");
        drop_file(&browser, "anh.jpg", &fs::read(sample).expect("the sample")).await;
        browser.until("it is read", "document.querySelector('#dua-vao')").await;
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn a_list_leaves_as_it_is_seen() {
    story("", |browser| async move {
        browser.start("san-pham").await;
        choose(&browser, "windows-1258.csv").await;
        preview(&browser).await;
        browser.click("#bang-nhan").await;
        cells_are(&browser, "one product", &json!([["Chè xanh", "HTX Điềm He"]])).await;
        browser.saved().await;
        browser.value("(document.querySelector('.sheets details').open = true)").await;
        let csv = browser.downloaded_as("csv", browser.click("#xuat-csv")).await;
        let name = csv.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(name.starts_with("OCOP_SanPham_") && name.ends_with(".csv"), "{name}");
        let text = fs::read_to_string(&csv).expect("text");
        assert!(
            text.starts_with("\u{feff}Tên sản phẩm;Tên chủ thể;") && text.contains("\r\nChè xanh;HTX Điềm He;"),
            "{text}"
        );
        let lines = browser.downloaded_as("ndjson", browser.click("#xuat-ndjson")).await;
        let line: Value = serde_json::from_str(&fs::read_to_string(lines).expect("text")).expect("an object");
        assert_eq!((&line["name"], &line["producer"]), (&json!("Chè xanh"), &json!("HTX Điềm He")));
        let book = browser.downloaded_as("xlsx", browser.click("#xuat-xlsx")).await;
        assert!(fs::read(book).expect("a workbook").starts_with(b"PK"));
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn results_leave_as_a_verified_workbook() {
    story("", |browser| async move {
        let address = browser.take_sample().await;
        Overview::open(&browser, &address).await;
        let book = browser.downloaded_as("xlsx", browser.click("#xuat-ket-qua")).await;
        let name = book.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(name.starts_with("OCOP_") && name.contains("_KetQua_") && name.ends_with(".xlsx"), "{name}");
        assert!(fs::read(book).expect("a workbook").starts_with(b"PK"));
        let sign = browser.value("document.getElementById('xuat-tep').textContent").await;
        assert_eq!(sign, json!(""), "it is verified");
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn a_file_is_given_to_somebody_with_what_the_device_has() {
    story("", |browser| async move {
        let address = browser.take_sample().await;
        Overview::open(&browser, &address).await;
        // Without a share sheet: saved, with a message to copy.
        browser.click("#chia-se-phien").await;
        browser.until("the file", "document.querySelector('#chia-se[open] #luu-tep')").await;
        let said = browser.text("#chia-se").await;
        assert!(said.contains("OCOP_") && said.contains(".json") && said.contains("không gửi thẳng"), "{said}");
        let message = browser.value("document.getElementById('loi-nhan').value").await;
        let message = message.as_str().expect("a message").to_owned();
        assert!(message.contains("Mở tệp") && message.contains("http"), "{message}");
        let file = browser.downloaded_by(browser.click("#luu-tep")).await;
        let text = fs::read_to_string(file).expect("text");
        assert!(text.contains("\"so-ocop/export\""));
        // With one that takes texts but not JSON, as Chromium's does.
        let stub = "(() => {
            navigator.canShare = (data) => data.files.every((file) => file.type.startsWith('text/plain'));
            navigator.share = async (data) => { window.given = [data.files[0].name, await data.files[0].text(), data.text]; };
            document.getElementById('chia-se').close();
            return true;
        })()";
        assert_eq!(browser.value(stub).await, json!(true));
        browser.click("#chia-se-phien").await;
        browser.until("the share sheet", "document.querySelector('#chia-se[open] #gui-tep')").await;
        browser.click("#gui-tep").await;
        browser.until("it is given", "window.given").await;
        let given = browser.value("window.given").await;
        assert!(given[0].as_str().is_some_and(|name| name.ends_with(".json.txt")), "{}", given[0]);
        assert_eq!(given[1], json!(text));
        browser.nothing_was_wrong().await;
    });
}
