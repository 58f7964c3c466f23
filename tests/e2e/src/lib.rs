//! A browser of its own for each test, on a server of its own with the built site.
//!
//! A test is one call of [`story`]. The harness knows nothing of the app: it opens pages, runs scripts, waits for
//! what is expected with a deadline (never for a fixed time), and goes offline. `cargo xtask test` builds the site
//! and runs these tests; by hand: `cargo xtask build`, then `cargo test -p e2e -- --test-threads=2`.

use serde_json::{Value, json};
use std::fs;
use std::future::Future;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;
use xtask::server::Server;

/// How long anything that is expected may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Collects what a page should never do, before any script of the page runs.
const WATCH: &str = "
    window.faults = [];
    addEventListener('securitypolicyviolation', (e) => faults.push('refused ' + e.violatedDirective + ' ' + e.blockedURI));
    addEventListener('error', (e) => e.target === window && faults.push(e.message));
    addEventListener('unhandledrejection', (e) => faults.push(String(e.reason)));";

pub struct Browser {
    pub driver: WebDriver,
    pub server: Server,
    /// The files the page has given to the user.
    pub downloads: PathBuf,
}

/// Runs a test on the built site, served under `prefix` (`""` or `"/a/b"`). Everything it starts ends with it.
#[track_caller]
pub fn story<F>(prefix: &str, tell: impl FnOnce(Arc<Browser>) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let site = xtask::site::built().unwrap_or_else(|message| panic!("{message}"));
    story_on(&site, prefix, tell);
}

/// The same on another folder, for tests that change the site.
pub fn story_on<F>(site: &Path, prefix: &str, tell: impl FnOnce(Arc<Browser>) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let folder = Folder::new();
    let driver = Chromedriver::start(&folder.0);
    let server = Server::start(site, 0, prefix).unwrap_or_else(|message| panic!("{message}"));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("runtime");
    runtime.block_on(async {
        let browser = Arc::new(Browser::open_in(&folder.0, &driver, server).await);
        // In a task of its own a failed test still comes back here, and the browser is closed.
        let told = tokio::spawn(tell(Arc::clone(&browser))).await;
        let closed = browser.driver.clone().quit().await;
        if let Err(failure) = told {
            std::panic::resume_unwind(failure.into_panic());
        }
        closed.expect("the browser closes");
    });
}

impl Browser {
    async fn open_in(folder: &Path, driver: &Chromedriver, server: Server) -> Browser {
        let mut capabilities = DesiredCapabilities::chrome();
        let profile = format!("--user-data-dir={}", folder.join("profile").display());
        let switches = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--window-size=1024,768",
            &profile,
        ];
        for switch in switches {
            capabilities.add_arg(switch).expect("switch");
        }
        let driver = WebDriver::new(driver.address(), capabilities).await.expect("chromium starts");
        let browser = Browser { driver, server, downloads: folder.join("downloads") };
        browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await;
        let keep = json!({ "behavior": "allow", "downloadPath": browser.downloads });
        browser.cdp("Browser.setDownloadBehavior", keep).await;
        browser
    }

    /// Opens a page, given relative to the site.
    pub async fn open(&self, page: &str) {
        self.driver.goto(self.server.url(page)).await.expect("the page opens");
    }

    /// Opens a page and waits until the program runs.
    pub async fn start(&self, page: &str) {
        self.open(page).await;
        self.until("the program has started", "window.wasmBindings !== undefined").await;
    }

    /// The value of a JavaScript expression; a promise is waited for.
    pub async fn value(&self, expression: &str) -> Value {
        let script = format!("return ({expression});");
        let answer = self.driver.execute(script, Vec::new()).await;
        answer.unwrap_or_else(|error| panic!("{expression}: {error}")).json().clone()
    }

    /// Waits until an expression is true. What fails while a page is being replaced is asked again.
    pub async fn until(&self, what: &str, expression: &str) {
        let asked = Instant::now();
        let script = format!("return Boolean(await ({expression}));");
        let script = format!("return (async () => {{ {script} }})();");
        let mut last = String::new();
        while asked.elapsed() < PATIENCE {
            match self.driver.execute(script.clone(), Vec::new()).await {
                Ok(answer) if answer.json() == &Value::Bool(true) => return,
                Ok(_) => {}
                Err(error) => last = error.to_string(),
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let page = self.driver.source().await.unwrap_or_default();
        panic!("waited in vain: {what}: {expression} {last}\n{page}");
    }

    /// Fails if the page did what no page of ours may do: an error, or something its security policy refused.
    pub async fn no_faults(&self) {
        assert_eq!(self.value("window.faults").await, json!([]), "{:?}", self.driver.current_url().await);
    }

    pub async fn click(&self, selector: &str) {
        self.driver.find(By::Css(selector)).await.expect(selector).click().await.expect(selector);
    }

    /// The text of a file that the page gives to the user.
    pub async fn download(&self, name: &str) -> String {
        let asked = Instant::now();
        let file = self.downloads.join(name);
        while asked.elapsed() < PATIENCE {
            // Chromium gives a download its name only when it is whole.
            if let Ok(text) = fs::read_to_string(&file) {
                return text;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("no file {name} came");
    }

    /// Waits until this device has a whole copy of the site, then takes the network away.
    pub async fn go_offline(&self) {
        self.until("the copy is complete", "soOcopUpdate.status().then((s) => s && s.complete)").await;
        self.set_offline(true).await;
    }

    /// Cuts the server's connections too: the browser's own switch does not reach the service worker.
    pub async fn set_offline(&self, offline: bool) {
        self.server.set_offline(offline);
        let conditions = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.cdp("Network.emulateNetworkConditions", conditions).await;
    }

    /// A command of the DevTools protocol.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Value {
        self.driver.cdp().send_raw(method, parameters).await.unwrap_or_else(|error| panic!("{method}: {error}"))
    }
}

/// A folder for one test, removed after it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("so-ocop-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(path.join("downloads")).expect("a folder for the test");
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Chromedriver {
    process: Child,
    port: u16,
}

impl Chromedriver {
    fn start(folder: &Path) -> Chromedriver {
        // The port is free now; chromedriver takes it in a moment.
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
        let port = free.expect("a free port").port();
        let process = Command::new("chromedriver")
            .args([format!("--port={port}"), format!("--log-path={}", folder.join("chromedriver.log").display())])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts (package chromium-driver)");
        let driver = Chromedriver { process, port };
        let asked = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(asked.elapsed() < PATIENCE, "chromedriver does not answer");
            std::thread::yield_now();
        }
        driver
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
