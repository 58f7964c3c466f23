//! The pages of the council in the room, in the words of the people who use them.

use crate::reckoning::{Criteria, Tick, Ticks};
use crate::{Browser, Sheet};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thirtyfour::prelude::*;

/// A session on the device that is in hand.
pub struct Room {
    pub browser: Arc<Browser>,
    /// `phien/<id>`.
    pub address: String,
}

impl Room {
    /// Opens one of the session's pages by its last word.
    pub async fn page(&self, word: &str) {
        self.browser.start(&format!("{}/{word}", self.address)).await;
        self.browser.until(word, "document.querySelector('main.room h1')").await;
    }

    /// Gives a file, or a picture of a code, to the page.
    pub async fn give(&self, file: &Path) {
        give(&self.browser, file).await;
    }

    /// Sets the field with this label in the section that holds `beside`.
    pub async fn set(&self, beside: &str, label: &str, value: &str) {
        let set = format!(
            "((label, value) => {{
                const field = [...document.querySelector('{beside}').closest('section').querySelectorAll('label.field')]
                    .find((own) => own.firstChild.textContent.startsWith(label)).querySelector('input, select, textarea');
                field.value = [...(field.options ?? [])].find((own) => own.textContent === value)?.value ?? value;
                ['input', 'change'].forEach((name) => field.dispatchEvent(new Event(name, {{ bubbles: true }})));
                return true;
            }})({}, {})",
            json!(label),
            json!(value)
        );
        assert_eq!(self.browser.value(&set).await, json!(true), "{label}");
    }

    /// Takes sheets in: pictures of codes at once, files after the preview.
    pub async fn take_in(&self, file: &Path) {
        // A fresh page has said nothing yet.
        self.page("nhan-phieu").await;
        self.give(file).await;
        let has_said = "!document.getElementById('da-nhan').hidden || document.getElementById('nhan-phieu')";
        self.browser.until("it is read", has_said).await;
        if self.browser.value("document.getElementById('nhan-phieu') !== null").await == json!(true) {
            self.browser.click("#nhan-phieu").await;
            self.browser.until("it is taken in", "!document.getElementById('nhan-phieu')").await;
        }
        self.browser.quiet().await;
    }

    /// The eight characters.
    pub async fn fingerprint(&self) -> String {
        self.page("nhan-phieu").await;
        self.browser.until("the code", "document.getElementById('ma-doi-chieu').textContent.length === 9").await;
        self.browser.text("#ma-doi-chieu").await
    }

    /// Fills the fields of a paper sheet.
    pub async fn fill_paper(&self, criteria: &Criteria, ticks: &Ticks) {
        let values: Vec<String> = ticks
            .iter()
            .map(|tick| match tick {
                Tick::Offer(at) => at.to_string(),
                Tick::None => "none".to_owned(),
                Tick::Closed => String::new(),
            })
            .collect();
        assert_eq!(values.len(), criteria.leaves.len());
        let fill = format!(
            "((values) => [...document.querySelectorAll('#o-giay select')].map((own, at) => {{
                own.value = values[at];
                own.dispatchEvent(new Event('change', {{ bubbles: true }}));
            }}).length)({})",
            json!(values)
        );
        assert_eq!(self.browser.value(&fill).await, json!(values.len()));
    }

    /// Writes the page with what it says after a paper sheet was saved.
    pub async fn save_paper(&self, says: &str) {
        self.browser.click("#ghi-giay").await;
        let said = format!("document.getElementById('giay-noi').textContent.includes({})", json!(says));
        self.browser.until(says, &said).await;
    }
}

/// A member's sheet book on the device that is in hand.
pub struct Book {
    pub browser: Arc<Browser>,
    pub name: String,
    /// The address of the page that hands in.
    pub address: String,
}

impl Book {
    /// Opens the pack on a device that never saw the site; from then on there is no network.
    pub async fn open(browser: &Arc<Browser>, device: u32, pack: &Path, name: &str) -> Book {
        browser.server.set_offline(false);
        browser.go_to_device(device).await;
        browser.start("nhan-goi").await;
        browser.until("the field", "document.getElementById('tep-ma')").await;
        browser.whole_copy().await;
        browser.go_offline().await;
        give(browser, pack).await;
        let path = format!("//button[contains(@class, 'card')][starts-with(normalize-space(), '{name}')]");
        browser.until("the members", "document.querySelector('button.card')").await;
        browser.driver().find(By::XPath(path)).await.expect(name).click().await.expect(name);
        browser.until("the book", "document.getElementById('may-cua')").await;
        browser.quiet().await;
        Book { browser: Arc::clone(browser), name: name.to_owned(), address: browser.address().await }
    }

    /// Goes back to this book's page.
    pub async fn show(&self) {
        self.browser.start(&self.address).await;
        self.browser.until("the book", "document.querySelector('#may-cua ~ *')").await;
        self.browser.until("the list", "document.querySelector('ul.cards a[href*=\"/cham/\"]')").await;
    }

    /// Scores the product with this name and locks the sheet.
    pub async fn score(&self, product: &str, ticks: &Ticks) {
        self.show().await;
        let path = format!("//ul[contains(@class, 'cards')]/li[b[contains(., '{product}')]]//a");
        let link = self.browser.driver().find(By::XPath(path)).await.expect(product);
        let address = link.attr("href").await.expect("an address").expect("an address");
        self.browser.start(&address).await;
        self.tick_and_lock(product, ticks).await;
    }

    /// Scores it again in a further round.
    pub async fn score_again(&self, product: &str, ticks: &Ticks) {
        self.show().await;
        for element in ["summary", "button"] {
            let path = format!(
                "//ul[contains(@class, 'cards')]/li[b[contains(., '{product}')]]//{element}[contains(., 'vòng')]"
            );
            self.browser.driver().find(By::XPath(path)).await.expect(product).click().await.expect(product);
        }
        self.tick_and_lock(product, ticks).await;
    }

    async fn tick_and_lock(&self, product: &str, ticks: &Ticks) {
        let sheet = Sheet::here(&self.browser, &self.name, product).await;
        sheet.tick_all(ticks).await;
        sheet.read_back().await;
        sheet.lock().await;
    }

    /// A picture of the code of a locked sheet.
    pub async fn code(&self, product: &str) -> PathBuf {
        self.show().await;
        let button = format!("button[aria-label=\"Hiện mã QR: {product}\"]");
        self.browser.click(&button).await;
        let shown = format!(
            "document.querySelector('#ma-phieu h2')?.textContent === {} && document.querySelector('#ma-phieu svg.qr')",
            json!(product)
        );
        self.browser.until("the code", &shown).await;
        self.browser.picture("#ma-phieu svg.qr").await
    }

    /// All locked sheets as a file.
    pub async fn file(&self) -> PathBuf {
        self.show().await;
        self.browser.downloaded_by(self.browser.click("#tep-phieu")).await
    }

    /// The state of the device as a file.
    pub async fn checkpoint(&self) -> PathBuf {
        self.show().await;
        self.browser.downloaded_by(self.browser.click("#tep-ban-luu")).await
    }

    /// Goes on from the state of another device.
    pub async fn resume(&self, file: &Path) -> String {
        self.show().await;
        self.browser.click("#nhan-ban-luu").await;
        self.browser.until("the field", "document.getElementById('tep-ma')").await;
        give(&self.browser, file).await;
        self.browser.until("it is taken", "document.getElementById('ban-luu-noi').textContent.length > 20").await;
        self.browser.quiet().await;
        self.browser.text("#ban-luu-noi").await
    }
}

async fn give(browser: &Browser, file: &Path) {
    let field = browser.driver().find(By::Id("tep-ma")).await.expect("the field");
    // The same file again is a new choice.
    browser.value("(document.getElementById('tep-ma').value = '')").await;
    field.send_keys(file.to_string_lossy()).await.expect("a file");
}

impl Browser {
    /// Waits until nothing waits for the disk; a page on which nothing was done is quiet at once.
    pub async fn quiet(&self) {
        self.until("nothing waits for the disk", "document.querySelector('#luu:not(.saving):not(.failed)')").await;
    }

    /// Gives the whole copy of the site more time than anything else: a busy machine packs it for the first device.
    pub async fn whole_copy(&self) {
        let asked = "(async () => {
            for (let at = 0; at < 100; at++) {
                const now = await soOcopUpdate.status();
                if (now && now.complete) return true;
                await new Promise((next) => setTimeout(next, 250));
            }
            return false;
        })()";
        // A script may only take half a minute.
        for _ in 0..12 {
            if self.value(asked).await == json!(true) {
                return;
            }
        }
        panic!("the whole copy did not come");
    }

    /// A picture of what stands at `selector`, as a camera would see it.
    pub async fn picture(&self, selector: &str) -> PathBuf {
        let file = self.folder().join(format!("picture-{}.png", self.count_picture()));
        let element = self.driver().find(By::Css(selector)).await.expect(selector);
        element.scroll_into_view().await.expect(selector);
        element.screenshot(&file).await.expect("a picture");
        file
    }

    fn count_picture(&self) -> u32 {
        static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed)
    }
}
