//! The table with the products of a province: opening, searching, ordering, pasting, writing a spreadsheet.

use crate::figures::{Row, Times};
use crate::visit::SLOWDOWN;
use e2e::Browser;
use e2e::tables::{paste_products, preview, take};
use serde_json::json;
use std::time::Instant;

const ROWS: usize = 20_000;
const PASTED: usize = 5_000;
/// What is typed into the search, letter by letter.
const SEARCHED: &str = "to hop tac 12";
/// Columns are ordered so often, each time the other way round.
const ORDERED: usize = 6;

/// Wall time at full speed; keys and orders slowed down as well.
#[derive(Default)]
pub struct Lists {
    taken_in: Times,
    open: Times,
    keys: [Times; 2],
    orders: [Times; 2],
    preview: Times,
    pasted: Times,
    written: Times,
}

impl Lists {
    /// Once, on a device without data.
    pub async fn measure(&mut self, browser: &Browser) {
        browser.start("san-pham").await;
        paste_products(browser, "Dầu lạc", ROWS).await;
        preview(browser).await;
        self.taken_in.add(taken_in(browser, ROWS).await);
        self.open.add(opened(browser).await);
        for (slowdown, at) in [(1.0, 0), (SLOWDOWN, 1)] {
            browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": slowdown })).await;
            for count in 1..=SEARCHED.chars().count() {
                let typed: String = SEARCHED.chars().take(count).collect();
                let act = format!(
                    "() => {{ const field = document.getElementById('bang-tim'); field.value = {}; \
                     field.dispatchEvent(new Event('input', {{ bubbles: true }})); }}",
                    json!(typed)
                );
                self.keys[at].add(framed(browser, &act).await);
            }
            let empty = "() => { const field = document.getElementById('bang-tim'); field.value = ''; \
                 field.dispatchEvent(new Event('input', { bubbles: true })); }";
            framed(browser, empty).await;
            for _ in 0..ORDERED {
                let act = "() => document.querySelector('#bang th button').click()";
                self.orders[at].add(framed(browser, act).await);
            }
        }
        browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await;
        let asked = Instant::now();
        browser.value("(document.querySelector('.sheets details').open = true)").await;
        browser.downloaded_as("xlsx", browser.click("#xuat-xlsx")).await;
        self.written.add(Some(asked.elapsed().as_secs_f64() * 1000.0));
        paste_products(browser, "Mật ong", PASTED).await;
        let asked = Instant::now();
        preview(browser).await;
        self.preview.add(Some(asked.elapsed().as_secs_f64() * 1000.0));
        self.pasted.add(taken_in(browser, ROWS + PASTED).await);
    }

    /// The lines of the report.
    pub fn rows(&self) -> [Row<'_>; 9] {
        let alone = |what, ours| Row { what, floor: None, ours };
        [
            alone("1×: 20,000 rows from consent to the disk", &self.taken_in),
            alone("1×: table of 20,000 rows, from its address", &self.open),
            alone("1×: key in its search until the frame", &self.keys[0]),
            alone("the same slowed down", &self.keys[1]),
            alone("1×: ordered by a column until the frame", &self.orders[0]),
            alone("the same slowed down", &self.orders[1]),
            alone("1×: 5,000 pasted rows until their preview", &self.preview),
            alone("1×: 5,000 rows from consent to the disk", &self.pasted),
            alone("1×: 20,000 rows as XLSX until the file", &self.written),
        ]
    }
}

/// Takes the list of the preview in, until it is on the disk.
async fn taken_in(browser: &Browser, count: usize) -> Option<f64> {
    let asked = Instant::now();
    take(browser).await;
    let all = format!("document.querySelector('#bang').getAttribute('aria-rowcount') === '{}'", count + 1);
    browser.until("all rows", &all).await;
    browser.saved().await;
    Some(asked.elapsed().as_secs_f64() * 1000.0)
}

/// From the start of the navigation until the rows are painted.
async fn opened(browser: &Browser) -> Option<f64> {
    browser.driver().goto(browser.server.url("san-pham")).await.expect("the page opens");
    browser.value("measure.shown('#bang tr[data-row]')").await.as_f64()
}

/// Milliseconds from an act to the frame with what it changes.
async fn framed(browser: &Browser, act: &str) -> Option<f64> {
    browser.value("measure.calm().then(() => null)").await;
    browser.value(&format!("measure.framed({act})")).await.as_f64()
}
