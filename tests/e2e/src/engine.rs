//! Browsers with their drivers: starting, killing, and the folder of a test.

use crate::PATIENCE;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::prelude::*;
use thirtyfour::{
    Capabilities, ChromeCapabilities, ChromiumLikeCapabilities, FirefoxCapabilities, LoggingPrefsLogLevel,
};

/// A folder for one test, removed after it.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Folder {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("so-ocop-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a folder for the test");
        Folder(path)
    }

    pub fn downloads(&self, device: u32) -> PathBuf {
        self.0.join(format!("downloads-{device}"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A browser's engine. Chromium is the main one; the others drive what every engine has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    /// Closest to Safari. Its automated browser keeps nothing between two starts.
    WebKit,
}

/// The program that drives an engine, and what it stands on.
pub struct Driver {
    pub kind: Engine,
    process: Child,
    /// WebKit draws on a screen; this one nobody sees.
    screen: Option<Child>,
    port: u16,
}

impl Driver {
    pub fn start(engine: Engine, folder: &Path) -> Driver {
        let mut screen = None;
        let mut command = match engine {
            // Both take a free port themselves and say which: a port chosen here could be taken by a test beside.
            Engine::Chromium => {
                let mut command = Command::new("chromedriver");
                command.args(["--port=0".to_owned(), format!("--log-path={}", folder.join("driver.log").display())]);
                command
            }
            Engine::Firefox => {
                let mut command =
                    Command::new(xtask::tools::geckodriver().unwrap_or_else(|message| panic!("{message}")));
                command.args(["--port", "0"]);
                command
            }
            Engine::WebKit => {
                let mut shown = Command::new("Xvfb")
                    .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1366x1024x24"])
                    .stdout(Stdio::piped())
                    .stderr(Stdio::null())
                    .spawn()
                    .expect("Xvfb starts (package xvfb)");
                let number = first_line_with(&mut shown, |line| line.trim().parse::<u16>().ok());
                screen = Some(shown);
                let mut command = Command::new("WebKitWebDriver");
                command.arg(format!("--port={}", free_port())).env("DISPLAY", format!(":{number}"));
                command
            }
        };
        let chosen = command.get_args().find_map(|argument| argument.to_str()?.strip_prefix("--port=")?.parse().ok());
        let piped = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut process = piped.unwrap_or_else(|error| panic!("the driver of {engine:?}: {error}"));
        let port = match (engine, chosen) {
            (Engine::WebKit, Some(port)) => port,
            _ => first_line_with(&mut process, said_port),
        };
        Driver { kind: engine, process, screen, port }
    }

    /// Opens the browser on the data of a device.
    pub async fn open(&self, folder: &Path, device: u32) -> WebDriver {
        let address = format!("http://127.0.0.1:{}", self.port);
        let asked = Instant::now();
        loop {
            let opened = match self.kind {
                Engine::Chromium => WebDriver::new(&address, chromium(folder, device)).await,
                Engine::Firefox => WebDriver::new(&address, firefox(folder, device)).await,
                Engine::WebKit => WebDriver::new(&address, webkit()).await,
            };
            match opened {
                Ok(driver) => return driver,
                // A driver that does not say when it listens is asked until it does.
                Err(_) if self.kind == Engine::WebKit && asked.elapsed() < PATIENCE => {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
                Err(error) => panic!("{:?} does not start: {error}", self.kind),
            }
        }
    }

    /// Ends every process of the browser with a signal that none can refuse.
    pub fn kill_browsers(&self) {
        let asked = Instant::now();
        loop {
            let running = descendants(self.process.id());
            if running.is_empty() {
                return;
            }
            assert!(asked.elapsed() < PATIENCE, "the browser does not die: {running:?}");
            let killed = Command::new("kill").arg("-KILL").args(&running).stderr(Stdio::null()).status();
            // Starting `kill` is all the pause that the dying need.
            killed.expect("kill");
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for process in [Some(&mut self.process), self.screen.as_mut()].into_iter().flatten() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// The processes below one, as far as they live.
fn descendants(ancestor: u32) -> Vec<String> {
    let mut parents = BTreeMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Ok(stat) = fs::read_to_string(entry.path().join("stat")) else { continue };
        // `pid (name) state parent …`; a name may hold anything.
        let Some((pid, rest)) =
            stat.split_once(' ').zip(stat.rsplit_once(')')).map(|((pid, _), (_, rest))| (pid, rest))
        else {
            continue;
        };
        let mut fields = rest.split_whitespace();
        if let (Some(state), Some(parent)) = (fields.next(), fields.next())
            && state != "Z"
        {
            parents.insert(pid.to_owned(), parent.to_owned());
        }
    }
    let ancestor = ancestor.to_string();
    let is_below = |pid: &String| {
        let mut above = parents.get(pid);
        while let Some(parent) = above {
            if *parent == ancestor {
                return true;
            }
            above = parents.get(parent);
        }
        false
    };
    parents.keys().filter(|pid| is_below(pid)).cloned().collect()
}

fn chromium(folder: &Path, device: u32) -> ChromeCapabilities {
    static STARTS: AtomicU32 = AtomicU32::new(0);
    let start = STARTS.fetch_add(1, Ordering::Relaxed);
    let mut capabilities = DesiredCapabilities::chrome();
    let profile = format!("--user-data-dir={}", folder.join(format!("profile-{device}")).display());
    let log = format!("--log-net-log={}", folder.join(format!("{device}-{start}.netlog")).display());
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
        &log,
    ];
    for switch in switches {
        capabilities.add_arg(switch).expect("switch");
    }
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::Severe).expect("capability");
    capabilities
}

fn firefox(folder: &Path, device: u32) -> FirefoxCapabilities {
    let profile = folder.join(format!("profile-{device}"));
    let downloads = folder.join(format!("downloads-{device}"));
    for folder in [&profile, &downloads] {
        fs::create_dir_all(folder).expect("a folder");
    }
    let mut capabilities = DesiredCapabilities::firefox();
    for argument in ["-headless", "-profile", &profile.display().to_string()] {
        capabilities.add_arg(argument).expect("argument");
    }
    let mut preferences = FirefoxPreferences::new();
    let mut set = |name: &str, value: Value| preferences.set(name, value).expect("preference");
    set("browser.download.folderList", json!(2));
    set("browser.download.dir", json!(downloads));
    set("browser.download.alwaysOpenPanel", json!(false));
    set("browser.helperApps.neverAsk.saveToDisk", json!("application/json"));
    capabilities.set_preferences(preferences).expect("capability");
    capabilities
}

fn webkit() -> Capabilities {
    const BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
    let mut capabilities = Capabilities::new();
    let options = json!({ "binary": BROWSER, "args": ["--automation"] });
    capabilities.set("webkitgtk:browserOptions", options).expect("capability");
    capabilities
}

/// What the first line says that says anything. What comes later must go somewhere, or the program would wait.
fn first_line_with<T>(process: &mut Child, read: impl Fn(&str) -> Option<T>) -> T {
    let mut said = BufReader::new(process.stdout.take().expect("its words")).lines();
    loop {
        let line = said.next().expect("the program says where it is").expect("a line");
        if let Some(found) = read(&line) {
            std::thread::spawn(move || said.for_each(drop));
            return found;
        }
    }
}

fn said_port(line: &str) -> Option<u16> {
    let (_, port) =
        line.split_once("started successfully on port ").or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    port.trim_end_matches('.').trim().parse().ok()
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its address").port()
}
