//! A browser of its own for each test, on a server of its own with the built site.
//!
//! A test is one call of [`story`]. [`Browser`] knows nothing of the app: it opens pages, runs scripts, waits for what
//! is expected with a deadline (never for a fixed time), goes offline, and dies. The pages of the app, in the words of
//! the people who use them, are [`Form`], [`Overview`], [`Sheet`] and [`OpenFile`]. `cargo xtask test` builds the site
//! and runs these tests; by hand: `cargo xtask build`, then `cargo test -p e2e -- --test-threads=2`.

pub mod axe;
mod engine;
pub mod floor;
mod form;
pub mod office;
mod open_file;
mod overview;
pub mod paper;
pub mod pdf;
pub mod plans;
pub mod pointer;
pub mod program;
pub mod reckoning;
pub mod room;
mod sheet;
mod signs;
pub mod tables;
pub mod verifier;

pub use form::{Form, NewMember, NewProduct};
pub use open_file::OpenFile;
pub use overview::{Overview, ResultRow};
pub use sheet::{Sheet, as_read};

pub use engine::Engine;
use engine::{Driver, Folder};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;
use xtask::server::Server;

/// How long anything that is expected may take.
const PATIENCE: Duration = Duration::from_secs(40);

/// How often something is tried: as often as `cargo xtask proof` says, else `short` times.
pub fn rounds(short: usize) -> usize {
    std::env::var(xtask::proof::ROUNDS).ok().and_then(|text| text.parse().ok()).unwrap_or(short)
}

/// Collects what a page should never do, before any script of the page runs.
const WATCH: &str = "
    window.faults = [];
    addEventListener('securitypolicyviolation', (e) => faults.push('refused ' + e.violatedDirective + ' ' + e.blockedURI));
    addEventListener('error', (e) => e.target === window && faults.push(e.message));
    addEventListener('unhandledrejection', (e) => faults.push(String(e.reason)));";

/// The browser of a test, on one device after the other: each device has its own data and its own downloads.
pub struct Browser {
    pub server: Server,
    engine: Driver,
    seat: Mutex<Seat>,
    folder: Folder,
}

/// Where the test sits now.
struct Seat {
    driver: WebDriver,
    /// Counts the devices from 1.
    device: u32,
    /// Scripts that run before those of any page, on every start.
    early: Vec<String>,
}

/// What chromium tells of one request.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Request {
    pub url: String,
    /// The origin of the page or worker that asked.
    pub asker: String,
}

/// Runs a test on the built site, served under `prefix` (`""` or `"/a/b"`). Everything it starts ends with it.
#[track_caller]
pub fn story<F>(prefix: &str, tell: impl FnOnce(Arc<Browser>) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let site = xtask::site::built().unwrap_or_else(|message| panic!("{message}"));
    story_with(Engine::Chromium, &site, prefix, tell);
}

/// The same in another engine, without what only Chromium tells: requests, papers, throttling.
#[track_caller]
pub fn story_in<F>(engine: Engine, prefix: &str, tell: impl FnOnce(Arc<Browser>) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let site = xtask::site::built().unwrap_or_else(|message| panic!("{message}"));
    story_with(engine, &site, prefix, tell);
}

/// The same on another folder, for tests that change the site.
pub fn story_on<F>(site: &Path, prefix: &str, tell: impl FnOnce(Arc<Browser>) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    story_with(Engine::Chromium, site, prefix, tell);
}

fn story_with<F>(engine: Engine, site: &Path, prefix: &str, tell: impl FnOnce(Arc<Browser>) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let folder = Folder::new();
    let engine = Driver::start(engine, &folder.0);
    let server = Server::start(site, 0, prefix).unwrap_or_else(|message| panic!("{message}"));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("runtime");
    runtime.block_on(async {
        let driver = engine.open(&folder.0, 1).await;
        let seat = Mutex::new(Seat { driver, device: 1, early: vec![WATCH.to_owned()] });
        let browser = Arc::new(Browser { server, engine, seat, folder });
        browser.settle().await;
        // In a task of its own a failed test still comes back here, and the browser is closed.
        let told = tokio::spawn(tell(Arc::clone(&browser))).await;
        let closed = browser.driver().quit().await;
        if let Err(failure) = told {
            std::panic::resume_unwind(failure.into_panic());
        }
        closed.expect("the browser closes");
    });
}

impl Browser {
    /// The session with the browser as it runs now.
    pub fn driver(&self) -> WebDriver {
        self.seat().driver.clone()
    }

    fn seat(&self) -> MutexGuard<'_, Seat> {
        self.seat.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The folder of this test.
    pub fn folder(&self) -> &Path {
        &self.folder.0
    }

    /// The folder with the files that pages have given to the user of this device.
    fn downloads(&self) -> PathBuf {
        self.folder.downloads(self.seat().device)
    }

    /// The engine that this browser has.
    pub fn engine(&self) -> Engine {
        self.engine.kind
    }

    /// Whether an expression becomes true within this time.
    pub async fn comes(&self, expression: &str, patience: Duration) -> bool {
        let (asked, script) = (Instant::now(), format!("return Boolean({expression});"));
        while asked.elapsed() < patience {
            let answer = self.driver().execute(script.clone(), Vec::new()).await;
            if answer.is_ok_and(|answer| answer.json() == &Value::Bool(true)) {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        false
    }

    /// Whether files that a page gives to the user land where a test finds them.
    pub fn keeps_downloads(&self) -> bool {
        self.engine.kind != Engine::WebKit
    }

    /// Tells a browser that has just started what to watch and where to put files.
    async fn settle(&self) {
        if self.engine.kind != Engine::Chromium {
            return;
        }
        let early = self.seat().early.clone();
        for script in early {
            self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
        }
        let keep = json!({ "behavior": "allow", "downloadPath": self.downloads() });
        self.cdp("Browser.setDownloadBehavior", keep).await;
    }

    /// Runs a script before those of every page from now on.
    pub async fn before_pages(&self, script: &str) {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
        self.seat().early.push(script.to_owned());
    }

    /// Ends every process of the browser at once, as an empty battery does, and starts it again on the same data.
    pub async fn die_and_start_again(&self) {
        self.die_and_start_again_after(|_| ()).await;
    }

    /// The same; in between `act` may do something to the folder that the browser keeps its data in.
    pub async fn die_and_start_again_after(&self, act: impl FnOnce(&Path)) {
        let (dead, device) = (self.driver(), self.seat().device);
        self.engine.kill_browsers();
        // The session cannot answer any more; it is only to be forgotten.
        if dead.clone().quit().await.is_err() {
            let _ = dead.leak();
        }
        act(&self.folder.0.join(format!("profile-{device}")));
        let driver = self.engine.open(&self.folder.0, device).await;
        self.seat().driver = driver;
        self.settle().await;
    }

    /// Closes the browser and opens it on a device that never saw the site.
    pub async fn change_device(&self) {
        let (old, next) = (self.driver(), self.seat().device + 1);
        old.quit().await.expect("the browser closes");
        let driver = self.engine.open(&self.folder.0, next).await;
        *self.seat() = Seat { driver, device: next, early: vec![WATCH.to_owned()] };
        self.settle().await;
    }

    /// Closes the browser and opens it on a device of before, with its data; the first one is 1.
    pub async fn go_to_device(&self, device: u32) {
        self.driver().quit().await.expect("the browser closes");
        let driver = self.engine.open(&self.folder.0, device).await;
        {
            let mut seat = self.seat();
            (seat.driver, seat.device) = (driver, device);
        }
        self.settle().await;
    }

    /// What pages and workers of this device have asked for so far. What the browser asks by itself is not theirs.
    pub fn requests(&self) -> BTreeSet<Request> {
        let logs = fs::read_dir(&self.folder.0).expect("folder").flatten().map(|entry| entry.path());
        let logs = logs.filter(|path| path.extension().is_some_and(|ending| ending == "netlog"));
        let mut requests = BTreeSet::new();
        for log in logs {
            // One event in each line; a killed browser leaves its last line unfinished.
            for line in fs::read_to_string(log).expect("log").lines() {
                let Ok(event) = serde_json::from_str::<Value>(line.trim_end_matches(',')) else { continue };
                let word = |key: &str| event["params"][key].as_str().map(str::to_owned);
                if let (Some(url), Some(asker)) = (word("url"), word("initiator"))
                    && asker.contains("://")
                {
                    requests.insert(Request { url, asker });
                }
            }
        }
        requests
    }

    /// What the browser's console holds of errors since it was last asked, on all pages.
    pub async fn console_errors(&self) -> Vec<String> {
        let log = self.driver().browser_log().await.expect("the console");
        log.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect()
    }

    /// Opens a page, given relative to the site.
    pub async fn open(&self, page: &str) {
        self.driver().goto(self.server.url(page)).await.expect("the page opens");
    }

    /// Opens a page and waits until the program runs.
    pub async fn start(&self, page: &str) {
        self.open(page).await;
        self.until("the program has started", "window.soOcopStarted === true").await;
    }

    /// The value of a JavaScript expression; a promise is waited for.
    pub async fn value(&self, expression: &str) -> Value {
        let script = format!("return ({expression});");
        let answer = self.driver().execute(script, Vec::new()).await;
        answer.unwrap_or_else(|error| panic!("{expression}: {error}")).json().clone()
    }

    /// Waits until an expression is true. What fails while a page is being replaced is asked again.
    pub async fn until(&self, what: &str, expression: &str) {
        let asked = Instant::now();
        let script = format!("return Boolean(await ({expression}));");
        let script = format!("return (async () => {{ {script} }})();");
        let mut last = String::new();
        while asked.elapsed() < PATIENCE {
            match self.driver().execute(script.clone(), Vec::new()).await {
                Ok(answer) if answer.json() == &Value::Bool(true) => return,
                Ok(_) => {}
                Err(error) => last = error.to_string(),
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("waited in vain: {what}: {expression} {last}\n{}", self.sight().await);
    }

    /// What stands on the page, for the one who reads why a test failed.
    pub async fn sight(&self) -> String {
        let sight = "[location.href, document.readyState, document.querySelector('#luu')?.outerHTML,
            JSON.stringify(window.faults ?? window.soOcopFaults), document.body?.innerText].join('\\n')";
        match self.driver().execute(format!("return {sight};"), Vec::new()).await {
            Ok(seen) => seen.json().as_str().unwrap_or_default().to_owned(),
            Err(error) => format!("the page does not answer: {error}"),
        }
    }

    /// Fails if the page did what no page of ours may do: an error, or something its security policy refused.
    pub async fn no_faults(&self) {
        if self.engine.kind != Engine::Chromium {
            // Only Chromium runs a script of ours before the page's own; the page itself collects what goes wrong.
            let faults = "[document.getElementById('panic') === null, (window.soOcopFaults ?? []).length]";
            return assert_eq!(self.value(faults).await, json!([true, 0]));
        }
        assert_eq!(self.value("window.faults").await, json!([]), "{:?}", self.driver().current_url().await);
    }

    pub async fn click(&self, selector: &str) {
        self.driver().find(By::Css(selector)).await.expect(selector).click().await.expect(selector);
    }

    /// The text of a file that the page gives to the user.
    pub async fn download(&self, name: &str) -> String {
        let file = self.downloads().join(name);
        self.wait_for(&format!("the file {name}"), || fs::read_to_string(&file).ok().filter(|text| !text.is_empty()))
            .await
    }

    /// The file that `act` makes the page give to the user, and its name as it lies on the device.
    pub async fn downloaded_by(&self, act: impl Future<Output = ()>) -> PathBuf {
        self.downloaded_as("json", act).await
    }

    /// The same of files whose names end in `ending`.
    pub async fn downloaded_as(&self, ending: &str, act: impl Future<Output = ()>) -> PathBuf {
        let folder = self.downloads();
        let files = || -> BTreeSet<PathBuf> {
            let files = fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
            // Chromium keeps the name of a download with an empty file until the whole one takes its place.
            let is_whole = |path: &PathBuf| fs::metadata(path).is_ok_and(|file| file.len() > 0);
            files.filter(|path| path.extension().is_some_and(|own| own == ending) && is_whole(path)).collect()
        };
        let before = files();
        act.await;
        self.wait_for("a file", || files().difference(&before).next().cloned()).await
    }

    /// Waits until `find` finds something.
    pub async fn wait_for<T>(&self, what: &str, find: impl Fn() -> Option<T>) -> T {
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE {
            if let Some(found) = find() {
                return found;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("waited in vain: {what}\n{}", self.sight().await);
    }

    /// Waits until this device has a whole copy of the site, then takes the network away.
    pub async fn go_offline(&self) {
        self.until("the copy is complete", "soOcopUpdate.status().then((s) => s && s.complete)").await;
        self.set_offline(true).await;
    }

    /// Cuts the server's connections too: the browser's own switch does not reach the service worker.
    pub async fn set_offline(&self, offline: bool) {
        self.server.set_offline(offline);
        if self.engine.kind != Engine::Chromium {
            return;
        }
        let conditions = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.cdp("Network.emulateNetworkConditions", conditions).await;
    }

    /// A command of the DevTools protocol.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Value {
        self.driver().cdp().send_raw(method, parameters).await.unwrap_or_else(|error| panic!("{method}: {error}"))
    }
}
