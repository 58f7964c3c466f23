//! Files: refused whole, taken in on purpose, taken back.

use e2e::{Browser, OpenFile, Overview, Sheet, story};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

fn sample() -> PathBuf {
    xtask::project::root().join("public/samples/van-quan-2024.json")
}

async fn sessions_at_home(browser: &Browser) -> Value {
    browser.start("").await;
    let read = "document.querySelector('#main.home') && !document.querySelector('#main.home').textContent.includes('Đang mở sổ')";
    browser.until("the home page", read).await;
    browser.value("[...document.querySelectorAll('a.card')].map((card) => card.getAttribute('href'))").await
}

#[test]
fn a_file_that_was_cut_off_changes_nothing() {
    story("", |browser| async move {
        let whole = fs::read(sample()).expect("sample");
        let cut = browser.folder().join("cut.json");
        fs::write(&cut, &whole[..whole.len() / 2]).expect("a file");
        let page = OpenFile::open(&browser).await;
        let said = page.pick(&cut).await;
        assert!(said.contains("bị cắt ngang") && said.contains("Dữ liệu trên máy không thay đổi"), "{said}");
        assert_eq!(browser.stored_records().await, json!(0));
        // The page goes on: the whole file is read at the next try.
        let said = page.pick(&sample()).await;
        assert!(said.contains("26 bản ghi mới"), "{said}");
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn what_was_taken_in_is_taken_back_whole() {
    story("", |browser| async move {
        let page = OpenFile::open(&browser).await;
        page.pick(&sample()).await;
        page.take_in().await;
        let sessions = sessions_at_home(&browser).await;
        assert_eq!(sessions.as_array().map(Vec::len), Some(1));
        let address = sessions[0].as_str().expect("an address").to_owned();
        assert_eq!(Overview::open(&browser, &address).await.results().await.len(), 5);

        browser.start("du-lieu").await;
        browser.until("the import", "document.querySelector('li.card button')").await;
        browser.click("li.card button").await;
        browser.until("it is taken back", "document.body.textContent.includes('Đã hoàn tác.')").await;
        assert_eq!(browser.stored_records().await, json!(0));
        assert_eq!(sessions_at_home(&browser).await, json!([]));
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn work_done_here_stays_unless_the_person_chooses_the_file() {
    story("", |browser| async move {
        let address = browser.take_sample().await;
        let (member, product) = ("Thành viên tập sự 1", "Khau nhục Công Hường");
        let reopened = async |browser: &Arc<Browser>| {
            let sheet = Overview::open(browser, &address).await.sheet(member, product).await;
            let open = browser.value("document.getElementById('khoa').textContent === 'Đọc lại và khóa phiếu'").await;
            (sheet, open == json!(true))
        };
        let (sheet, _) = reopened(&browser).await;
        sheet.reopen("Xem lại mục 3.1").await;

        // The file has the sheet as it was before: what is here stays.
        let page = OpenFile::open(&browser).await;
        let said = page.pick(&sample()).await;
        assert!(!said.contains("Khóa"), "{said}");
        if said.contains("Giữ bản trên máy") {
            page.take_in().await;
        }
        assert!(reopened(&browser).await.1, "the work done here is gone");
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn a_session_is_deleted_with_its_sheets_only_after_asking() {
    story("", |browser| async move {
        let address = browser.take_sample().await;
        browser.click("button.danger").await;
        browser.until("the question", "document.querySelector('#xoa-phien[open]')").await;
        browser.click("#xoa-phien button.quiet").await;
        assert_eq!(sessions_at_home(&browser).await, json!([address]));
        Overview::open(&browser, &address).await;
        browser.click("button.danger").await;
        browser.click("#xoa-that").await;
        browser.until("the home page", "document.querySelector('#main.home')").await;
        browser.saved().await;
        assert_eq!(sessions_at_home(&browser).await, json!([]));
        browser.start(&address).await;
        browser.until("it is gone", "document.body.textContent.includes('Không có trang này')").await;
        let _ = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
        browser.nothing_was_wrong().await;
    });
}
