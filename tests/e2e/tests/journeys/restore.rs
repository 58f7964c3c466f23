//! Nothing is lost: restore points, a store that was emptied or damaged, the page that needs no program.

use e2e::reckoning::Tick;
use e2e::{Browser, OpenFile, Overview, Sheet, rounds, story};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// No program starts any more, as when its file is broken.
const BROKEN: &str = "
    const broken = () => Promise.reject(new WebAssembly.CompileError('broken'));
    WebAssembly.instantiateStreaming = broken;
    WebAssembly.instantiate = broken;
    WebAssembly.compileStreaming = broken;";

/// The heads of the restore points; looking makes no database.
const POINTS: &str = "new Promise((done) => {
    const asked = indexedDB.open('so-ocop-restore');
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onerror = () => done([]);
    asked.onsuccess = ({ target: { result: db } }) => {
        db.transaction('heads').objectStore('heads').getAll().onsuccess = ({ target }) => {
            db.close();
            done(target.result);
        };
    };
})";

async fn sessions_at_home(browser: &Browser) -> Value {
    browser.start("").await;
    let read = "document.querySelector('#main.home') && !document.querySelector('#main.home').textContent.includes('Đang mở sổ')";
    browser.until("the home page", read).await;
    browser.value("[...document.querySelectorAll('a.card')].map((card) => card.getAttribute('href'))").await
}

async fn rescue_page(browser: &Browser) {
    browser.open("cuu-ho.html").await;
    browser.until("the rescue page", "document.body.dataset.ready === 'true'").await;
}

/// Presses a button by its words.
async fn press(browser: &Browser, words: &str) {
    let button =
        format!("[...document.querySelectorAll('button')].find((own) => own.textContent === {})", json!(words));
    browser.until(words, &button).await;
    browser.value(&format!("({button}.click(), true)")).await;
}

async fn make_point(browser: &Browser) {
    browser.start("du-lieu").await;
    press(browser, "Tạo điểm khôi phục ngay").await;
    browser.until("it is made", "document.querySelector('#diem-bao')?.textContent === 'Đã tạo điểm khôi phục.'").await;
    browser.until("it is listed", "document.querySelector('#khoi-phuc li.card')").await;
}

/// Takes the sample in, makes a point, and answers the session's address.
async fn sample_with_a_point(browser: &Arc<Browser>) -> String {
    let address = browser.take_sample().await;
    make_point(browser).await;
    address
}

async fn delete_session(browser: &Arc<Browser>, address: &str) {
    Overview::open(browser, address).await;
    browser.click("button.danger").await;
    browser.until("the question", "document.querySelector('#xoa-phien[open]')").await;
    browser.click("#xoa-that").await;
    browser.until("the home page", "document.querySelector('#main.home')").await;
    browser.saved().await;
}

async fn restore_newest(browser: &Browser) -> String {
    browser.start("du-lieu").await;
    press(browser, "Xem khác biệt với hiện nay").await;
    browser.until("what would change", "document.querySelector('#khoi-phuc-that')").await;
    let said = browser.text("#khoi-phuc li.card table").await;
    browser.click("#khoi-phuc-that").await;
    browser
        .until("it is restored", "document.querySelector('#diem-bao')?.textContent.startsWith('Đã khôi phục')")
        .await;
    said
}

#[test]
fn a_point_brings_back_what_was_deleted_and_restoring_can_be_taken_back() {
    story("", |browser| async move {
        let address = sample_with_a_point(&browser).await;
        // Nothing new makes no further point.
        press(&browser, "Tạo điểm khôi phục ngay").await;
        browser
            .until("nothing is new", "document.querySelector('#diem-bao')?.textContent.startsWith('Không có gì mới')")
            .await;
        delete_session(&browser, &address).await;
        assert_eq!(sessions_at_home(&browser).await, json!([]));

        let said = restore_newest(&browser).await;
        assert!(said.contains("phiên chấm100") && said.contains("phiếu chấm2500"), "{said}");
        assert_eq!(Overview::open(&browser, &address).await.results().await.len(), 5);

        // The newest point is now what was there before: without the session.
        let said = restore_newest(&browser).await;
        assert!(said.contains("phiên chấm001") && said.contains("phiếu chấm0025"), "{said}");
        assert_eq!(sessions_at_home(&browser).await, json!([]));
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn ten_minutes_of_work_make_a_point_by_themselves() {
    story("", |browser| async move {
        let sheet = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
        sheet.tap(0, Tick::Offer(1)).await;
        browser.saved().await;
        assert_eq!(browser.value(&format!("{POINTS}.then((heads) => heads.length)")).await, json!(0));
        browser
            .value("(localStorage.setItem('so-ocop.last-point', JSON.stringify(String(Date.now() - 600001))), true)")
            .await;
        sheet.tap(1, Tick::Offer(1)).await;
        browser.saved().await;
        browser
            .until("a point", &format!("{POINTS}.then((heads) => heads.length === 1 && heads[0].reason === 'work')"))
            .await;
        let kept = format!("{POINTS}.then((heads) => heads[0].rows)");
        assert_eq!(browser.value(&kept).await, json!({ "session": 1, "worksheet": 1 }));
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn a_store_that_was_emptied_is_noticed_and_restored() {
    story("", |browser| async move {
        let address = sample_with_a_point(&browser).await;
        browser.start("").await;
        browser.until("its records are known", "localStorage.getItem('so-ocop.known-rows') === '\"26\"'").await;
        browser.open("manifest.webmanifest").await;
        let empty = "new Promise((done) => { indexedDB.deleteDatabase('so-ocop').onsuccess = () => done(true); })";
        browser.value(empty).await;

        browser.start("").await;
        browser.until("the loss is said", "document.getElementById('chua-doc')").await;
        assert!(browser.text("#chua-doc").await.contains("có 26 bản ghi, nay kho dữ liệu trống"));
        restore_newest(&browser).await;
        assert_eq!(Overview::open(&browser, &address).await.results().await.len(), 5);
        browser.start("").await;
        browser.until("all is well", "document.querySelector('#main.home a.card')").await;
        browser.no_faults().await;
    });
}

#[test]
fn without_a_program_everything_goes_into_a_file_that_opens_elsewhere() {
    story("/so/ocop", |browser| async move {
        let address = browser.take_sample().await;
        browser.before_pages(BROKEN).await;
        browser.open(&address).await;
        browser.until("the last page", "document.querySelector('#panic a.shell-rescue')").await;
        browser.click("#panic a.shell-rescue").await;
        browser.until("the rescue page", "document.body.dataset.ready === 'true'").await;
        let there = browser.text("#dem").await;
        assert!(there.contains("1 phiên chấm") && there.contains("25 phiếu chấm"), "{there}");
        let file = browser.downloaded_by(browser.click("#luu-tep")).await;
        browser.no_faults().await;

        browser.change_device().await;
        let page = OpenFile::open(&browser).await;
        let said = page.pick(&file).await;
        assert!(said.contains("26 bản ghi mới"), "{said}");
        page.take_in().await;
        assert_eq!(Overview::open(&browser, &address).await.results().await.len(), 5);
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn the_rescue_page_restores_without_a_network_or_a_program() {
    story("", |browser| async move {
        let address = sample_with_a_point(&browser).await;
        browser.go_offline().await;
        delete_session(&browser, &address).await;
        rescue_page(&browser).await;
        assert!(browser.text("#dem").await.contains("dấu của bản ghi đã xóa"));
        press(&browser, "Khôi phục điểm này").await;
        press(&browser, "Khôi phục").await;
        browser.until("it is restored", "document.querySelector('#tin').textContent.startsWith('Đã khôi phục')").await;
        assert!(browser.text("#dem").await.contains("25 phiếu chấm"));
        browser.no_faults().await;
        assert_eq!(Overview::open(&browser, &address).await.results().await.len(), 5);
    });
}

/// The files of the browser's databases, wherever this version keeps them.
fn database_files(profile: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![profile.join("Default/IndexedDB"), profile.join("Default/WebStorage")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let is_other = path.to_string_lossy().contains("CacheStorage");
            match path.is_dir() {
                true if !is_other => folders.push(path),
                false => found.push(path),
                true => (),
            }
        }
    }
    found
}

fn damage(profile: &Path, round: usize) {
    let files = database_files(profile);
    assert!(!files.is_empty(), "no database files under {}", profile.display());
    for file in files {
        let bytes = fs::read(&file).unwrap_or_default();
        let done = match round % 3 {
            0 => fs::remove_file(&file),
            1 => fs::write(&file, vec![0xa5; bytes.len()]),
            _ => fs::write(&file, &bytes[..bytes.len() * (round % 7) / 10]),
        };
        done.expect("damaged");
    }
}

#[test]
fn a_store_damaged_on_the_disk_is_put_right_from_a_point() {
    for round in 0..rounds(3) {
        story("", move |browser| async move {
            let address = sample_with_a_point(&browser).await;
            browser.die_and_start_again_after(|profile| damage(profile, round)).await;
            rescue_page(&browser).await;
            if !browser.text("#dem").await.contains("25 phiếu chấm") {
                press(&browser, "Khôi phục điểm này").await;
                press(&browser, "Khôi phục").await;
                let done = "document.querySelector('#tin').textContent.startsWith('Đã khôi phục')";
                browser.until("it is restored", done).await;
            }
            let results = Overview::open(&browser, &address).await.results().await;
            assert_eq!(results.len(), 5, "round {round}");
            let sheet = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
            sheet.tap(0, Tick::Offer(1)).await;
            browser.saved().await;
        });
    }
}

#[test]
fn files_for_others_lack_what_is_withheld() {
    story("", |browser| async move {
        browser.take_sample().await;
        let file_for = async |audience: &str| {
            browser.start("du-lieu").await;
            let choose = format!(
                "((field) => (field.value = '{audience}', field.dispatchEvent(new Event('change', {{ bubbles: true }}))))(document.querySelector('#cho-ai select'))"
            );
            browser.until("the choice", "document.querySelector('#cho-ai select')").await;
            browser.value(&choose).await;
            let path = browser.downloaded_by(browser.click("#xuat-cho")).await;
            fs::read_to_string(path).expect("the file")
        };
        let public = file_for("public").await;
        assert!(public.contains("TV-1") && public.contains("Khau nhục Công Hường") && !public.contains("tập sự"));
        assert!(public.contains("\"journal\":[]") && public.contains("\"withheld\":\"public\""));
        let study = file_for("anonymous").await;
        assert!(study.contains("CT-1") && study.contains("SP-1"));
        for name in ["Khau nhục", "Công Hường", "tập sự", "Hộ kinh doanh", "Văn Quan"] {
            assert!(!study.contains(name), "{name}");
        }
        browser.nothing_was_wrong().await;
    });
}

/// A store of the first layout, as `raw.js` wrote it: one session with its sheets. It is never written again.
fn layout_1() -> String {
    fs::read_to_string(xtask::project::root().join("tests/fixtures/raw-layout-1.json")).expect("the fixture")
}

#[test]
fn a_store_of_the_first_layout_still_opens() {
    story("", |browser| async move {
        browser.open("cuu-ho.html").await;
        browser.until("the rescue page", "document.body.dataset.ready === 'true'").await;
        let restore = format!("soOcopPoints.restore({}).then(() => true)", json!(layout_1()));
        assert_eq!(browser.value(&restore).await, json!(true));
        let address = sessions_at_home(&browser).await[0].as_str().expect("the session").to_owned();
        assert_eq!(Overview::open(&browser, &address).await.results().await.len(), 5);
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn a_store_of_a_newer_program_is_left_alone_and_still_goes_into_a_file() {
    story("", |browser| async move {
        browser.open("manifest.webmanifest").await;
        let newer = "new Promise((done) => {
            const asked = indexedDB.open('so-ocop', 99);
            asked.onupgradeneeded = () => asked.result.createObjectStore('records', { keyPath: 'id' }).put({ id: 'a', kind: 'later', row: '{}' });
            asked.onsuccess = () => { asked.result.close(); done(true); };
        })";
        assert_eq!(browser.value(newer).await, json!(true));
        browser.start("").await;
        let said = "document.getElementById('chua-doc')?.textContent.includes('do một bản mới hơn của ứng dụng ghi')";
        browser.until("it is said", said).await;
        rescue_page(&browser).await;
        assert!(browser.text("#dem").await.contains("1 later"));
        let file = browser.downloaded_by(browser.click("#luu-tep")).await;
        let raw: Value = serde_json::from_slice(&fs::read(file).expect("the file")).expect("JSON");
        assert_eq!(raw["version"], json!(99));
        assert_eq!(raw["stores"]["records"][0]["value"]["id"], json!("a"));
    });
}
