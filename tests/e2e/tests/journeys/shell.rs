//! What surrounds the program: any path, the security policy, the copy on the device, updates, the last page.

use e2e::reckoning::Tick;
use e2e::{Browser, Sheet, rounds, story, story_on};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Opens pages as a first visitor and compares the folder that the site takes for its own.
async fn check_base(browser: Arc<Browser>, pages: &[&str]) {
    let home = browser.server.url("");
    for page in pages {
        browser.start(page).await;
        assert_eq!(browser.value("document.baseURI").await, json!(home), "{page}");
        browser.no_faults().await;
        // The next page is again the first: without the worker of the one before.
        browser
            .value(
                "navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((r) => r.unregister())))",
            )
            .await;
    }
}

#[test]
fn every_page_finds_the_site_at_the_top_of_a_host() {
    story("", |browser| async move {
        let pages =
            ["", "phien/1/cham/a/b", "phien/1/in", "phien/1/", "in", "thu/qd-26-2026/hoa", "la/gi", "index.html"];
        check_base(browser, &pages).await;
    });
}

#[test]
fn every_page_finds_the_site_under_a_path() {
    story("/so/ocop", |browser| async move {
        check_base(browser, &["", "phien/1/cham/a/b", "phien/1/san-pham/2", "la-gi"]).await;
    });
}

#[test]
fn every_page_finds_the_site_under_a_path_named_like_a_page() {
    story("/du-lieu/so", |browser| async move {
        check_base(browser, &["", "phien/1/in/2", "in", "thu/qd-26-2026/hoa"]).await;
    });
}

#[test]
fn a_host_without_rules_answers_with_the_not_found_page() {
    story("/so", |browser| async move {
        browser.server.set_missing(xtask::server::Missing::NotFoundPage);
        check_base(browser, &["phien/1/cham/a/b", "viec"]).await;
    });
}

#[test]
fn the_second_visit_needs_no_network() {
    story("/so", |browser| async move {
        browser.start("thu/qd-26-2026/hoa").await;
        browser.go_offline().await;
        let asked = browser.server.requests();
        for page in ["", "phien/1/cham/a/b", "thu/qd-26-2026/hoa"] {
            browser.start(page).await;
            browser.no_faults().await;
        }
        assert_eq!(browser.value("fetch('criteria/qd-148-2023/hoa.json').then((r) => r.status)").await, json!(200));
        assert_eq!(browser.server.requests(), asked);
    });
}

/// R9: with work in hand.
#[test]
fn a_new_version_waits_for_consent_and_keeps_the_sheet_in_hand() {
    let site = Copy::of_the_site("update");
    let folder = site.0.clone();
    story_on(&site.0, "", |browser| async move {
        browser.start("").await;
        browser.until("the copy is complete", "soOcopUpdate.status().then((s) => s && s.complete)").await;
        let mut expected = Vec::new();
        for round in 0..rounds(1) {
            let mark = format!("data-new-{round}");
            change(&folder.join("index.html"), "<html lang=\"vi\"", &format!("<html lang=\"vi\" {mark}"));
            change(&folder.join("sw.js"), "const VERSION = '", &format!("const VERSION = 'new{round}-"));
            let is_new = format!("document.documentElement.hasAttribute('{mark}')");

            let sheet = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
            let told = "new Promise((told) => { soOcopUpdate.onwaiting(() => told(true)); setTimeout(told, 1000); })";
            browser.until("the page is told", told).await;
            // The work goes on in the old version as long as the person likes.
            let tick = (round % 20, Tick::Offer(usize::from(round < 20)));
            expected.retain(|(leaf, _)| *leaf != tick.0);
            expected.push(tick);
            expected.sort_by_key(|(leaf, _)| *leaf);
            sheet.tick(tick.0, tick.1).await;
            browser.saved().await;
            assert_eq!(browser.value(&is_new).await, json!(false));

            browser.value("soOcopUpdate.activate()").await;
            browser.until("the new version is open", &is_new).await;
            let version = format!("new{round}-");
            let status =
                format!("soOcopUpdate.status().then((s) => s && s.complete && s.version.startsWith('{version}'))");
            browser.until("its copy is complete", &status).await;
            assert_eq!(Sheet::try_out_here(&browser).await.ticks().await, expected);
            let copies = "caches.keys().then((names) => names.filter((name) => name !== 'so-ocop-restore').length)";
            assert_eq!(browser.value(copies).await, json!(1));
        }
    });
}

#[test]
fn the_last_page_gives_all_rows_without_the_program() {
    story("", |browser| async move {
        browser.start("").await;
        // Rows of another shape than the program's own, in a database of the same name: the page knows no shapes.
        let fill = "new Promise((done) => {
            indexedDB.deleteDatabase('so-ocop').onsuccess = () => {
                const request = indexedDB.open('so-ocop', 7);
                request.onupgradeneeded = () => request.result.createObjectStore('rows');
                request.onsuccess = () => {
                    const writing = request.result.transaction('rows', 'readwrite');
                    writing.objectStore('rows').put({ name: 'Chè', bytes: new Uint8Array([1, 2, 255]), file: new Blob(['ô']) }, 1);
                    writing.oncomplete = () => { request.result.close(); done(true); };
                };
            };
        })";
        browser.open("manifest.webmanifest").await;
        assert_eq!(browser.value(fill).await, json!(true));
        let stopped_early = "soOcopPanic('index out of bounds')";
        browser.open("").await;
        browser.until("the handler is there", "window.soOcopPanic !== undefined").await;
        browser.value(stopped_early).await;
        browser.click("#panic button.shell-quiet").await;
        let rows: Value = serde_json::from_str(&browser.download("so-ocop-du-lieu-tho.json").await).expect("JSON");
        let file = json!({ "type": "", "bytes": { "base64": "w7Q=" } });
        let value = json!({ "name": "Chè", "bytes": { "base64": "AQL/" }, "file": file });
        assert_eq!(rows["stores"]["rows"], json!([{ "key": 1, "value": value }]));
    });
}

#[test]
fn a_program_that_does_not_arrive_is_said() {
    let site = Copy::of_the_site("missing");
    let program = fs::read_dir(&site.0).expect("site").flatten().map(|entry| entry.path());
    let program = program.filter(|path| path.extension().is_some_and(|ending| ending == "wasm"));
    program.for_each(|path| fs::remove_file(path).expect("removed"));
    story_on(&site.0, "", |browser| async move {
        browser.open("phien/1").await;
        browser.until("the last page", "document.querySelector('#panic button')").await;
        // Looking for rows must not make an empty database that the program would later take for its own.
        browser.click("#panic button.shell-quiet").await;
        let rows: Value = serde_json::from_str(&browser.download("so-ocop-du-lieu-tho.json").await).expect("JSON");
        assert_eq!(rows["stores"], json!({}));
        assert_eq!(browser.value("indexedDB.databases()").await, json!([]));
    });
}

/// Brings the script of the last page, which a site without it was waiting for.
async fn bring_the_last_page(browser: &Browser) {
    let bring = "new Promise((done) => {
        const waiting = document.querySelector('script[data-late]'), late = document.createElement('script');
        late.src = waiting.dataset.late;
        late.onload = () => done(true);
        document.head.append(late);
    })";
    assert_eq!(browser.value(bring).await, json!(true));
}

#[test]
fn a_last_page_that_comes_late_knows_what_happened() {
    let site = Copy::of_the_site("late");
    let folder = site.0.clone();
    change(&folder.join("index.html"), "<script src=\"./panic-", "<script data-late=\"./panic-");
    story_on(&site.0, "", |browser| async move {
        // After a good start an error is not the end.
        browser.start("").await;
        bring_the_last_page(&browser).await;
        let small = "new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: 'small' })";
        browser.value(&format!("dispatchEvent({small})")).await;
        assert_eq!(browser.value("window.faults").await, json!(["small"]));
        assert_eq!(browser.value("document.getElementById('panic')").await, Value::Null);

        browser.change_device().await;
        let files = fs::read_dir(&folder).expect("site").flatten().map(|entry| entry.path());
        files
            .filter(|path| path.extension().is_some_and(|ending| ending == "wasm"))
            .for_each(|path| fs::remove_file(path).expect("removed"));
        browser.open("").await;
        browser.until("the program has failed", "window.faults.length > 0").await;
        bring_the_last_page(&browser).await;
        browser.until("the last page", "document.querySelector('#panic button')").await;
    });
}

/// A copy of the built site that a test may change.
struct Copy(PathBuf);

impl Copy {
    fn of_the_site(name: &str) -> Copy {
        let folder = std::env::temp_dir().join(format!("so-ocop-site-{}-{name}", std::process::id()));
        copy(&xtask::site::built().expect("a built site"), &folder);
        Copy(folder)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("folder");
    for entry in fs::read_dir(from).expect("folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("file");
        }
    }
}

fn change(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).expect("file");
    assert!(text.contains(from), "{}: no `{from}`", file.display());
    fs::write(file, text.replacen(from, to, 1)).expect("file");
}
