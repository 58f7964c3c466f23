//! A file of a whole province: picking it, seeing what it would change, taking it in.

use crate::figures::Times;
use e2e::Browser;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use thirtyfour::By;
use xtask::project;

/// The size of the file.
const BYTES: usize = 50_000_000;
/// How long one step may take before it is given up.
const PATIENCE: Duration = Duration::from_secs(600);
/// How every id of the sample begins: the high digits of the time when it was made.
const ID: &str = "\"01a1f";
const ID_TIME: usize = 0x01a1f;

/// From the file's name to the preview, and from the consent to the word that all is on the device.
#[derive(Default)]
pub struct Import {
    pub preview: Times,
    pub taken_in: Times,
}

impl Import {
    /// Once, on the device as it is.
    pub async fn measure(&mut self, browser: &Browser, file: &Path) {
        browser.start("mo-tep").await;
        browser.until("the field for a file", "document.getElementById('tep')").await;
        browser.value("measure.await('change', '#dua-vao, #giong-het, #tu-choi')").await;
        let field = browser.driver().find(By::Id("tep")).await.expect("field");
        field.send_keys(file.to_string_lossy()).await.expect("a file");
        self.preview.add(arrival(browser, "dua-vao").await);
        browser.value("measure.await('click', '#da-nhap, #tu-choi')").await;
        browser.click("#dua-vao").await;
        self.taken_in.add(arrival(browser, "da-nhap").await);
    }
}

/// Milliseconds until what was awaited has come, which has to be this.
pub async fn arrival(browser: &Browser, expected: &str) -> Option<f64> {
    let asked = Instant::now();
    while asked.elapsed() < PATIENCE {
        let arrived = browser.value("measure.arrived()").await;
        if !arrived.is_null() {
            assert_eq!(arrived["what"], json!(expected), "the page said something else");
            return arrived["took"].as_f64();
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    None
}

/// The sample many times over, each time with ids of its own: the same sessions, sheets and changes, made on
/// other days.
pub fn write(folder: &Path) -> PathBuf {
    let sample = fs::read_to_string(project::root().join("public/samples/van-quan-2024.json")).expect("sample");
    let mut file: Value = serde_json::from_str(&sample).expect("JSON");
    let copies = BYTES.div_ceil(sample.len());
    for list in ["/content/journal", "/content/sessions", "/content/worksheets", "/results"] {
        let list = file.pointer_mut(list).expect("a list");
        let text = list.to_string();
        let inner = text.trim_start_matches('[').trim_end_matches(']');
        // Older ids first, as an export sorts them.
        let of_copy = |copy: usize| inner.replace(ID, &format!("\"{:05x}", ID_TIME - (copies - 1 - copy)));
        let all: Vec<String> = (0..copies).map(of_copy).collect();
        *list = serde_json::from_str(&format!("[{}]", all.join(","))).expect("JSON");
    }
    let path = folder.join("province.json");
    fs::write(&path, file.to_string()).expect("a file");
    path
}
