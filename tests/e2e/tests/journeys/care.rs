//! The page of the data: copies in a folder, damaged records, the PIN over the screen.

use e2e::reckoning::Tick;
use e2e::{Browser, OpenFile, Sheet, axe, story};
use serde_json::{Value, json};
use std::fs;
use std::sync::Arc;

/// The page of the data once it has looked at everything.
async fn data(browser: &Arc<Browser>) {
    browser.start("du-lieu").await;
    browser.until("the page", "document.querySelector('#thu-muc button, #khong-co-thu-muc')").await;
}

#[test]
fn a_folder_gets_a_copy_that_opens_again() {
    story("", |browser| async move {
        // The folder of the site itself in the place of the one a person would choose.
        browser.before_pages("window.showDirectoryPicker = () => navigator.storage.getDirectory();").await;
        browser.take_sample().await;
        data(&browser).await;
        assert!(browser.text("#thu-muc").await.contains("Chọn thư mục"));
        browser.click("#chon-thu-muc").await;
        browser.until("a copy", "document.getElementById('thu-muc-lan-cuoi')?.textContent.includes('gần nhất')").await;

        let read = "navigator.storage.getDirectory().then(async (folder) => {
            const names = [];
            for await (const name of folder.keys()) names.push(name);
            const file = await (await folder.getFileHandle(names[0])).getFile();
            return [names, await file.text()];
        })";
        let found = browser.value(read).await;
        let name = found[0][0].as_str().expect("a name");
        assert!(name.starts_with("OCOP_sao-luu_2") && name.ends_with(".json"), "{name}");
        assert_eq!(found[0].as_array().map(Vec::len), Some(1), "one file a day");
        // More work, one more copy, the same file.
        let sheet = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
        sheet.tap(0, Tick::Offer(1)).await;
        browser.saved().await;
        data(&browser).await;
        browser.click("#chep-thu-muc").await;
        let is_newer = format!("({read}).then(([names, text]) => names.length === 1 && text !== {})", found[1]);
        browser.until("the newer copy", &is_newer).await;

        let text = browser.value(read).await[1].as_str().expect("a text").to_owned();
        let file = browser.folder().join(name);
        fs::write(&file, text).expect("the file");
        browser.change_device().await;
        let page = OpenFile::open(&browser).await;
        page.pick(&file).await;
        page.take_in().await;
        let sheet = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
        assert_eq!(sheet.ticks().await, [(0, Tick::Offer(1))]);
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn a_copy_with_a_passphrase_opens_with_it_alone() {
    story("", |browser| async move {
        browser.before_pages("window.showDirectoryPicker = () => navigator.storage.getDirectory();").await;
        let session = browser.take_sample().await;
        data(&browser).await;
        browser.click("#chon-thu-muc").await;
        browser.until("a copy", "document.getElementById('thu-muc-lan-cuoi')?.textContent.includes('gần nhất')").await;
        browser.value("(document.getElementById('ma-hoa-thu-muc').closest('details').open = true)").await;
        e2e::office::fill(&browser, "Mật khẩu của các bản sao", "Mẫu đơn 2026").await;
        browser.click("#ma-hoa-thu-muc").await;
        browser.until("it is encrypted", "document.getElementById('thu-muc-ma-hoa')").await;
        let read = "navigator.storage.getDirectory().then(async (folder) => {
            for await (const name of folder.keys()) {
                if (name.includes('co-mat-khau')) return [name, await (await (await folder.getFileHandle(name)).getFile()).text()];
            }
            return null;
        })";
        browser.until("the encrypted copy", read).await;
        let found = browser.value(read).await;
        let (name, text) = (found[0].as_str().expect("a name"), found[1].as_str().expect("a text"));
        assert!(text.contains("so-ocop/locked") && !text.contains("Công Hường"), "{name}");
        // Neither the passphrase nor anything that opens the copies rests on the device.
        let kept = "new Promise((done) => {
            indexedDB.open('so-ocop-folder').onsuccess = ({ target: { result: db } }) => {
                db.transaction('folder').objectStore('folder').get('now').onsuccess = ({ target: { result: own } }) => {
                    db.close();
                    done([own.lock.key.extractable, own.lock.key.usages, JSON.stringify(own)]);
                };
            };
        })";
        let kept = browser.value(kept).await;
        assert_eq!((&kept[0], &kept[1]), (&json!(false), &json!(["encrypt"])));
        assert!(!kept[2].as_str().expect("a text").contains("Mẫu đơn"));

        let file = browser.folder().join(name);
        fs::write(&file, text).expect("the file");
        browser.change_device().await;
        opens_with(&browser, &file, "Mẫu đơn 2026").await;
        assert_eq!(e2e::Overview::open(&browser, &session).await.results().await.len(), 5);
        browser.nothing_was_wrong().await;
    });
}

/// Takes an encrypted file in: a wrong passphrase opens nothing.
async fn opens_with(browser: &Arc<Browser>, file: &std::path::Path, passphrase: &str) {
    browser.start("mo-tep").await;
    browser.until("the field", "document.getElementById('tep')").await;
    browser
        .driver()
        .find(thirtyfour::By::Id("tep"))
        .await
        .expect("field")
        .send_keys(file.to_string_lossy())
        .await
        .expect("a file");
    for given in ["mẫu đơn 2026", passphrase] {
        browser.until("it asks", "document.getElementById('mo-khoa-tep')?.offsetParent").await;
        e2e::office::fill(browser, "Mật khẩu của tệp", given).await;
        browser.click("#mo-khoa-tep").await;
        let answered = "document.getElementById('mat-khau-noi')?.textContent.startsWith('Mật khẩu không đúng')
            || document.getElementById('dua-vao')";
        browser.until("it answers", answered).await;
    }
    browser.until("its preview", "document.getElementById('dua-vao')").await;
    browser.click("#dua-vao").await;
    browser.until("it is taken in", "document.getElementById('da-nhap')").await;
}

#[test]
fn what_the_rescue_page_saves_may_have_a_passphrase() {
    story("", |browser| async move {
        let session = browser.take_sample().await;
        browser.open("cuu-ho.html").await;
        browser.until("the rescue page", "document.body.dataset.ready === 'true'").await;
        browser.value("(document.getElementById('mat-khau').value = ' Mẫu đơn 2026 '.normalize('NFD'), true)").await;
        let file = browser.downloaded_by(browser.click("#luu-tep")).await;
        assert!(file.to_string_lossy().ends_with(".co-mat-khau.json"), "{file:?}");
        let text = fs::read_to_string(&file).expect("the file");
        assert!(text.contains("so-ocop/locked") && !text.contains("so-ocop-raw") && !text.contains("Công Hường"));
        browser.change_device().await;
        opens_with(&browser, &file, "Mẫu đơn 2026").await;
        assert_eq!(e2e::Overview::open(&browser, &session).await.results().await.len(), 5);
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn a_folder_that_cannot_be_written_is_said_and_harms_nothing() {
    story("", |browser| async move {
        browser.before_pages("delete window.showDirectoryPicker;").await;
        browser.take_sample().await;
        data(&browser).await;
        assert!(browser.text("#khong-co-thu-muc").await.contains("Hãy xuất tệp"));
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn damaged_records_are_named_and_taken_out_and_nothing_else_is() {
    story("", |browser| async move {
        let session = browser.take_sample().await;
        data(&browser).await;
        browser.click("#kiem-tra-ngay").await;
        browser.until("nothing is damaged", "document.getElementById('khong-hong')").await;

        let before = browser.stored_records().await.as_u64().expect("a count");
        let damage = "new Promise((done) => {
            indexedDB.open('so-ocop').onsuccess = ({ target: { result: db } }) => {
                const writing = db.transaction('records', 'readwrite'), rows = writing.objectStore('records');
                rows.getAll().onsuccess = ({ target: { result: all } }) => {
                    const sheet = all.find((row) => row.kind === 'worksheet');
                    rows.put({ ...sheet, row: sheet.row.slice(0, 40) });
                    window.damaged = sheet.id;
                };
                writing.oncomplete = () => (db.close(), done(window.damaged));
            };
        })";
        let damaged = browser.value(damage).await;
        let damaged = damaged.as_str().expect("an id").to_owned();
        browser.click("#kiem-tra-ngay").await;
        browser.until("it is named", "document.getElementById('co-hong')").await;
        assert!(browser.text("#kiem-tra").await.contains(&damaged));
        browser.click("#go-hong").await;
        let told = "document.getElementById('kiem-tra-bao').textContent.startsWith('Đã gỡ')";
        browser.until("it is taken out", told).await;
        assert_eq!(browser.stored_records().await.as_u64(), Some(before - 1));
        browser.click("#kiem-tra-ngay").await;
        browser.until("nothing is damaged", "document.getElementById('khong-hong')").await;
        // All of it as it was is a restore point.
        browser.start("du-lieu").await;
        browser.until("the points", "document.querySelector('#khoi-phuc .card')").await;
        assert!(browser.text("#khoi-phuc").await.contains("Trước khi gỡ bản ghi hỏng"));
        browser.start(&session).await;
        browser.until("the session", "document.querySelector('table.grid')").await;
        browser.no_faults().await;
    });
}

#[test]
fn a_pin_covers_the_screen_until_it_is_given() {
    story("", |browser| async move {
        let session = browser.take_sample().await;
        data(&browser).await;
        let write = async |id: &str, pin: &str| {
            let set = format!(
                "((field) => (field.value = {}, field.dispatchEvent(new Event('input', {{ bubbles: true }})), true))(document.getElementById('{id}'))",
                json!(pin)
            );
            assert_eq!(browser.value(&set).await, json!(true));
        };
        write("pin-moi", "12").await;
        browser.click("#dat-pin").await;
        browser.until("it is refused", "document.getElementById('pin-bao').textContent.includes('4 đến 8')").await;
        write("pin-moi", "2026").await;
        browser.click("#dat-pin").await;
        browser.until("it is set", "document.getElementById('pin-bao').textContent === 'Đã đặt mã.'").await;
        // The tab stays open over programs, and covers itself when asked to.
        browser.start(&session).await;
        browser.until("the session", "document.querySelector('table.grid')").await;
        data(&browser).await;
        browser.click("#che-man-hinh").await;
        let is_covered = "document.getElementById('ma-pin') && !document.querySelector('#khoi-phuc')";
        browser.until("it is covered", is_covered).await;
        if let Some(axe) = axe::source() {
            assert_eq!(browser.broken_rules(axe).await, Vec::<String>::new());
        }
        browser.start(&session).await;
        browser.until("it is covered", is_covered).await;
        write("ma-pin", "2027").await;
        browser.click("#mo-pin").await;
        browser.until("it is said", "document.querySelector('.want')?.textContent.includes('không đúng')").await;
        write("ma-pin", "2026").await;
        browser.click("#mo-pin").await;
        browser.until("the session", "document.querySelector('table.grid')").await;

        // A new start asks again; taking the PIN away ends it.
        let tab = browser.driver().new_tab().await.expect("a tab");
        browser.driver().switch_to_window(tab).await.expect("the tab");
        browser.start("du-lieu").await;
        browser.until("it is covered", is_covered).await;
        write("ma-pin", "2026").await;
        browser.click("#mo-pin").await;
        browser.until("the page", "document.getElementById('bo-pin')").await;
        browser.click("#bo-pin").await;
        browser.until("it is said", "document.getElementById('pin-bao').textContent === 'Đã bỏ mã.'").await;
        browser.start("").await;
        browser.until("the home page", "document.querySelector('a.main')").await;
        assert_eq!(browser.value("localStorage.getItem('so-ocop.pin')").await, Value::String("\"\"".to_owned()));
    });
}
