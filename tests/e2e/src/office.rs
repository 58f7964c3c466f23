//! The pages of the office: products, producers, dossiers, in the words of the people who use them.

use crate::Browser;
use serde_json::json;
use std::sync::Arc;
use thirtyfour::prelude::*;

/// The pages of a dossier, in the words of the people who use them.
pub struct Dossier {
    browser: Arc<Browser>,
    /// Its address under the site.
    pub address: String,
}

/// The visible control with this label, in the open dialog if there is one.
pub fn control(label: &str) -> String {
    format!(
        "[...(document.querySelector('dialog[open]') ?? document).querySelectorAll('label.field')]
            .find((own) => own.offsetParent && own.firstChild.textContent.startsWith({}))
            ?.querySelector('input, textarea, select')",
        json!(label)
    )
}

pub async fn fill(browser: &Browser, label: &str, value: &str) {
    browser.until(label, &control(label)).await;
    let set = format!(
        "((field) => (field.value = {}, ['input', 'change'].forEach((name) =>
            field.dispatchEvent(new Event(name, {{ bubbles: true }}))), true))({})",
        json!(value),
        control(label)
    );
    assert_eq!(browser.value(&set).await, json!(true), "{label}");
}

/// Takes the choice with these words.
pub async fn choose(browser: &Browser, label: &str, words: &str) {
    let found = format!("[...{}.options].find((own) => own.textContent === {}).value", control(label), json!(words));
    let value = browser.value(&found).await;
    fill(browser, label, value.as_str().expect(label)).await;
}

/// Presses the button with these words, once it is there.
pub async fn press(browser: &Browser, words: &str) {
    let button = format!("//button[normalize-space()='{words}']");
    let found = format!("document.evaluate({}, document, null, 9, null).singleNodeValue !== null", json!(button));
    browser.until(words, &found).await;
    browser.driver().find(By::XPath(&button)).await.expect(words).click().await.expect(words);
}

/// Enters a product with its producer; answers the address of its page, which is shown.
pub async fn new_product(browser: &Arc<Browser>, name: &str, producer: &str) -> String {
    browser.start("san-pham/moi").await;
    browser.until("the form", "document.getElementById('ghi-san-pham')").await;
    fill(browser, "Tên sản phẩm", name).await;
    fill(browser, "Tên chủ thể", producer).await;
    browser.click("#ghi-san-pham").await;
    browser.until("the product", "document.getElementById('lap-ho-so')").await;
    browser.saved().await;
    browser.address().await
}

/// Finds a criteria set by typing and takes it.
pub async fn take_set(browser: &Browser, typed: &str, code: &str) {
    fill(browser, "Tìm bộ sản phẩm", typed).await;
    let set =
        format!("[...document.querySelectorAll('button.set')].find((own) => own.textContent.startsWith('{code}. '))");
    browser.until("the set", &set).await;
    browser.value(&format!("({set}.click(), true)")).await;
    browser.until("the set is taken", "document.querySelector('.chosen')").await;
}

/// Records the step whose dialog is open.
pub async fn record(browser: &Browser, fields: &[(&str, &str)]) {
    browser.until("the dialog", "document.querySelector('dialog[open]')").await;
    for (label, value) in fields {
        fill(browser, label, value).await;
    }
    let record = "[...document.querySelectorAll('dialog[open] button')].at(-1)";
    browser.value(&format!("({record}.click(), true)")).await;
    browser.until("it is recorded", "!document.querySelector('dialog[open]')").await;
}

impl Dossier {
    /// The dossier that is shown, or about to be.
    pub async fn here(browser: &Arc<Browser>) -> Dossier {
        browser.until("the dossier", "document.querySelector('main.dossier')").await;
        Dossier { browser: Arc::clone(browser), address: browser.address().await }
    }

    /// Enters a product with its producer and begins a dossier for it.
    pub async fn of_a_new_product(browser: &Arc<Browser>) -> Dossier {
        let product = new_product(browser, "Chè xanh Điềm He", "HTX chè Điềm He").await;
        browser.start(&product).await;
        browser.until("the product", "document.querySelector('main a.card')").await;
        browser.click("a.card").await;
        browser.until("the producer", &control("Số đăng ký")).await;
        fill(browser, "Số đăng ký", "4900123456").await;
        fill(browser, "Họ và tên", "Nông Thị Hoa").await;
        browser.saved().await;
        browser.start(&product).await;
        take_set(browser, "che tuoi", "11").await;
        browser.click("#lap-ho-so").await;
        fill(browser, "Ngày thực hiện", "2026-09-20").await;
        press(browser, "Ghi nhận").await;
        browser.until("the dossier", "document.querySelector('main.dossier')").await;
        Dossier { browser: Arc::clone(browser), address: browser.address().await }
    }

    /// Its address, relative to the site.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Opens a part by its chip; the saving sign has to be quiet first.
    pub async fn part(&self, word: &str) {
        self.browser.click(&format!("nav.chips a[href$='/{word}']")).await;
        self.browser
            .until(word, &format!("document.querySelector('nav.chips a[href$=\"/{word}\"][aria-current]')"))
            .await;
    }

    /// Where it stands, on a page loaded anew.
    pub async fn reload(&self) {
        self.browser.saved().await;
        self.browser.start(&self.address).await;
        self.browser.until("where it stands", "document.getElementById('viec-tiep-theo')").await;
    }

    /// Records a step on a day, with what its dialog asks for.
    pub async fn step(&self, event: &str, on: &str, fields: &[(&str, &str)]) {
        let browser = &self.browser;
        let button = format!("[data-event={event}]");
        browser.until(event, &format!("document.querySelector('{button}')")).await;
        browser.click(&button).await;
        browser.until("the dialog", "document.querySelector('dialog[open]')").await;
        fill(browser, "Ngày thực hiện", on).await;
        for (label, value) in fields {
            fill(browser, label, value).await;
        }
        let record = "[...document.querySelectorAll('dialog[open] button')].at(-1)";
        browser.value(&format!("({record}.click(), true)")).await;
        browser.until("it is recorded", "!document.querySelector('dialog[open]')").await;
    }

    pub async fn state(&self) -> String {
        self.browser.text(".facts dd").await
    }

    pub async fn forms(&self) {
        let browser = &self.browser;
        self.part("dang-ky").await;
        browser.click("#lap-mau").await;
        fill(browser, "Số lượng mẫu sản phẩm", "5").await;
        fill(browser, "Ngày ký", "2026-10-01").await;
        self.part("bao-cao").await;
        browser.click("#lap-mau").await;
        fill(browser, "Kết quả thực hiện", "Sản lượng tăng đều.").await;
        fill(browser, "Kế hoạch (thuyết minh)", "Thêm 5 ha vùng nguyên liệu.").await;
        fill(browser, "Ngày ký", "2026-10-01").await;
        self.part("minh-chung").await;
        let add = "document.querySelector('button[aria-label^=\"Thêm: Giấy chứng nhận cơ sở\"]')";
        browser.until("the list of evidence", add).await;
        browser.value(&format!("({add}.click(), true)")).await;
        fill(browser, "Số, ký hiệu", "12/2024/ATTP").await;
        fill(browser, "Có giá trị đến", "2027-05-10").await;
        browser.until("a warning", "document.querySelector('.piece summary .warning')").await;
    }

    pub async fn commune_report(&self) {
        let browser = &self.browser;
        self.part("xa-bao-cao").await;
        browser.until("four contents", "document.querySelectorAll('fieldset.frame textarea').length === 4").await;
        let assess = "[...document.querySelectorAll('.frames fieldset.frame')].map((own) => {
            const [text, met] = [own.querySelector('textarea'), own.querySelector('select')];
            text.value = 'Đúng như hồ sơ.';
            text.dispatchEvent(new Event('input', { bubbles: true }));
            met.selectedIndex = 1;
            met.dispatchEvent(new Event('change', { bubbles: true }));
        }).length";
        assert_eq!(browser.value(assess).await, json!(4));
    }
}
