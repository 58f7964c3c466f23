//! Records that cannot be read are never shown as none: a page waits for them, and says so.

use e2e::reckoning::Tick;
use e2e::{Browser, OpenFile, Overview, Sheet, story};
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

/// What goes wrong with the database on the next pages, in `localStorage`: `open` and `read` tell how many requests fail
/// and `name` how; `listed` says that the browser lists no database. `mended` ends it.
const BREAKABLE: &str = "
    let how = {};
    try { how = JSON.parse(localStorage.getItem('broken')) ?? {}; } catch {}
    const failing = () => {
        const request = { error: new DOMException('Internal error.', how.name) };
        setTimeout(() => request.onerror?.({ target: request }));
        return request;
    };
    const breaks = (prototype, method, times, is_it) => {
        const own = prototype[method];
        prototype[method] = function (...all) {
            return !window.mended && is_it.apply(this, all) && times-- > 0 ? failing() : own.apply(this, all);
        };
    };
    breaks(IDBFactory.prototype, 'open', how.open ?? 0, (name) => name === 'so-ocop');
    breaks(IDBIndex.prototype, 'getAll', how.read ?? 0, function (key) { return how.of ? key === how.of || key.length === 36 : true; });
    if (how.listed) IDBFactory.prototype.databases = async () => [];";

async fn breaks(browser: &Browser, how: Value) {
    browser.value(&format!("(localStorage.setItem('broken', {}), true)", json!(how.to_string()))).await;
}

/// A self-check with one answer, on a browser whose database can be broken.
async fn one_answer(browser: &Arc<Browser>) {
    browser.before_pages(BREAKABLE).await;
    let sheet = Sheet::try_out(browser, "qd-26-2026", "ruou-trang").await;
    sheet.tap(0, Tick::Offer(1)).await;
    browser.saved().await;
}

const ALWAYS: usize = 1_000_000;
/// The page that stands in for one that cannot be shown truly.
const SAID: &str = "document.getElementById('chua-doc')";
/// Anything that could be tapped on as if nothing had been entered yet.
const EMPTY: &str = "document.querySelector('.sheet input, .home .cards, .session table, #bang')";

#[test]
fn a_database_that_stumbles_after_a_crash_shows_every_answer() {
    story("", |browser| async move {
        one_answer(&browser).await;
        let mut ways = vec![json!({ "listed": true })];
        for name in ["UnknownError", "AbortError", "InvalidStateError"] {
            ways.extend([1, 4].map(|times| json!({ "open": times, "name": name })));
            ways.extend([1, 4].map(|times| json!({ "read": times, "name": name })));
        }
        for how in ways {
            breaks(&browser, how.clone()).await;
            let sheet = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
            assert_eq!(sheet.ticks().await, [(0, Tick::Offer(1))], "{how}");
            browser.no_faults().await;
        }
    });
}

/// The files by whose locks the browser knows that its databases are in use.
fn locks(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path() {
            path if path.is_dir() => found.extend(locks(&path)),
            path if path.ends_with("LOCK") => found.push(path),
            _ => (),
        }
    }
    found
}

/// Holds files as a process does that was killed in the middle of a write and waits for its disk: with locks of POSIX, which
/// only a process of its own can hold against the browser.
fn hold(files: &[PathBuf]) -> Child {
    const HOLD: &str = "use Fcntl; $| = 1;
        for (@ARGV) { open(my $file, '+<', $_) or die; push @held, $file;
            my $lock = pack('s s x4 q q i x4', F_WRLCK, 0, 0, 0, 0); fcntl($file, F_SETLK, $lock) or die }
        print qq(held\n); <STDIN>;";
    let mut holder = Command::new("perl")
        .args(["-e", HOLD])
        .args(files)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("perl starts");
    let mut said = String::new();
    BufReader::new(holder.stdout.take().expect("its words")).read_line(&mut said).expect("a line");
    assert_eq!(said, "held\n", "{files:?}");
    holder
}

/// What a sheet without any answer after a crash was: what is left of the dead browser still holds the files.
#[test]
fn a_database_that_the_dead_browser_still_holds_is_waited_for() {
    story("", |browser| async move {
        one_answer(&browser).await;
        let holder = Mutex::new(None);
        let keep = |profile: &Path| {
            let files = locks(&profile.join("Default/IndexedDB"));
            assert!(!files.is_empty(), "no locks under {}", profile.display());
            *holder.lock().expect("the holder") = Some(hold(&files));
        };
        browser.die_and_start_again_after(keep).await;
        browser.start("thu/qd-26-2026/ruou-trang").await;
        browser.until("it is said", SAID).await;
        assert_eq!(browser.value(EMPTY).await, Value::Null);
        let mut holder = holder.lock().expect("the holder").take().expect("it runs");
        drop(holder.stdin.take());
        assert!(holder.wait().expect("it ends").success());
        let sheet = Sheet::try_out_here(&browser).await;
        assert_eq!(sheet.ticks().await, [(0, Tick::Offer(1))]);
        browser.no_faults().await;
    });
}

#[test]
fn a_list_of_databases_that_lacks_ours_hides_nothing_for_long() {
    story("", |browser| async move {
        one_answer(&browser).await;
        breaks(&browser, json!({ "listed": true })).await;
        // What is known beside the database is gone too.
        browser.value("(localStorage.removeItem('so-ocop.known-rows'), true)").await;
        browser.start("thu/qd-26-2026/ruou-trang").await;
        browser.until("the answer", "document.querySelector('.sheet input[value=\"0:1\"]:checked')").await;
        browser.no_faults().await;
    });
}

#[test]
fn records_that_cannot_be_read_stand_in_the_way_until_they_are() {
    story("", |browser| async move {
        browser.before_pages(BREAKABLE).await;
        let session = browser.take_sample().await;
        Overview::here(&browser).await.results().await;
        let sheet = "document.querySelector('a[href*=\"/cham/\"]')?.getAttribute('href')";
        let sheet = browser.value(sheet).await.as_str().expect("a sheet").to_owned();
        // The database itself, its sessions, and what belongs to one session.
        for (how, page) in [
            (json!({ "open": ALWAYS, "name": "UnknownError" }), sheet.as_str()),
            (json!({ "read": ALWAYS, "name": "UnknownError" }), sheet.as_str()),
            (json!({ "read": ALWAYS, "name": "UnknownError", "of": "none" }), sheet.as_str()),
            (json!({ "read": ALWAYS, "name": "UnknownError", "of": "none" }), session.as_str()),
            (json!({ "read": ALWAYS, "name": "UnknownError" }), "."),
            (json!({ "read": ALWAYS, "name": "UnknownError", "of": "product" }), "san-pham"),
        ] {
            breaks(&browser, how.clone()).await;
            browser.start(page.trim_start_matches('.')).await;
            browser.until(&format!("{how} is said on {page}"), SAID).await;
            assert!(browser.text("#chua-doc").await.contains("vẫn nằm nguyên trên máy"), "{how}");
            assert_eq!(browser.value(EMPTY).await, Value::Null, "{how} on {page}");
            // It is read by itself as soon as it can be.
            browser.value("(window.mended = true)").await;
            browser.until("the page", &format!("!{SAID} && {EMPTY}")).await;
            browser.no_faults().await;
        }
    });
}

#[test]
fn a_list_of_imports_that_cannot_be_read_is_not_called_empty() {
    story("", |browser| async move {
        browser.before_pages(BREAKABLE).await;
        browser.take_sample().await;
        breaks(&browser, json!({ "open": ALWAYS, "name": "UnknownError" })).await;
        browser.start("du-lieu").await;
        let said = "[...document.querySelectorAll('main .banner.warning')]
            .some((own) => own.textContent.includes('vẫn nằm nguyên trên máy'))";
        browser.until("it is said", said).await;
        assert!(!browser.text("main").await.contains("Chưa đưa tệp nào"), "nothing says that there was none");
        // It is read by itself as soon as it can be.
        browser.value("(window.mended = true)").await;
        browser.until("the import", &format!("!({said}) && document.querySelector('main .cards .card')")).await;
        browser.no_faults().await;
    });
}

#[test]
fn going_on_without_what_cannot_be_read_writes_nothing_over_it() {
    story("", |browser| async move {
        one_answer(&browser).await;
        breaks(&browser, json!({ "read": ALWAYS, "name": "UnknownError" })).await;
        browser.start("thu/qd-26-2026/ruou-trang").await;
        browser.until("it is said", SAID).await;
        browser.click("#lam-tiep").await;
        let sheet = Sheet::try_out_here(&browser).await;
        assert_eq!(sheet.ticks().await, []);
        assert_eq!(browser.text("#luu").await, "Chưa lưu được");
        sheet.tap(1, Tick::Offer(1)).await;
        browser.until("it is not saved", "document.querySelector('#luu.failed')").await;
        assert_eq!(browser.stored_records().await, json!(2), "one session with its sheet");
        breaks(&browser, json!({})).await;
        let sheet = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
        assert_eq!(sheet.ticks().await, [(0, Tick::Offer(1))]);
        browser.no_faults().await;
    });
}

#[test]
fn a_store_that_lost_everything_shows_no_fresh_start() {
    story("", |browser| async move {
        one_answer(&browser).await;
        browser.open("manifest.webmanifest").await;
        let empty = "new Promise((done) => { indexedDB.deleteDatabase('so-ocop').onsuccess = () => done(true); })";
        browser.value(empty).await;
        for page in ["thu/qd-26-2026/ruou-trang", "", "san-pham", "ke-hoach"] {
            browser.start(page).await;
            browser.until(page, SAID).await;
            assert!(browser.text("#chua-doc").await.contains("nay kho dữ liệu trống"), "{page}");
            assert_eq!(browser.value(EMPTY).await, Value::Null, "{page}");
        }
        // The ways back stay open.
        drop(OpenFile::open(&browser).await);
        browser.start("du-lieu").await;
        browser.until("it is said", "document.querySelector('#kho-trong:not([hidden]) button')").await;
        browser.click("#kho-trong button").await;
        browser.start("thu/qd-26-2026/ruou-trang").await;
        let sheet = Sheet::try_out_here(&browser).await;
        assert_eq!(sheet.ticks().await, []);
        sheet.tap(0, Tick::Offer(1)).await;
        browser.saved().await;
        browser.no_faults().await;
    });
}
