//! Chromium with its driver: starting, killing, and the folder of a test.

use crate::PATIENCE;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};

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

pub struct Chromedriver {
    process: Child,
    port: u16,
}

impl Chromedriver {
    pub fn start(folder: &Path) -> Chromedriver {
        // Chromedriver takes a free port itself and says which: a port chosen here could be taken by a test beside.
        let mut process = Command::new("chromedriver")
            .args(["--port=0".to_owned(), format!("--log-path={}", folder.join("chromedriver.log").display())])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts (package chromium-driver)");
        let mut said = BufReader::new(process.stdout.take().expect("its words")).lines();
        let port = loop {
            let line = said.next().expect("chromedriver says its port").expect("a line");
            let words = line.split_once("started successfully on port ");
            if let Some(port) = words.and_then(|(_, port)| port.trim_end_matches('.').trim().parse().ok()) {
                break port;
            }
        };
        // What it says later must go somewhere, or it would wait.
        std::thread::spawn(move || said.for_each(drop));
        Chromedriver { process, port }
    }

    /// Opens the browser on the data of a device.
    pub async fn open(&self, folder: &Path, device: u32) -> WebDriver {
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
        let address = format!("http://127.0.0.1:{}", self.port);
        WebDriver::new(address, capabilities).await.expect("chromium starts")
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
            killed.expect("kill");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
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
