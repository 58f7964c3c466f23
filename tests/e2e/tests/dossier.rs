//! A dossier from a product on record to its certificate.

use e2e::{Browser, axe, story};
use serde_json::json;
use std::sync::Arc;
use thirtyfour::prelude::*;

/// The pages of a dossier, in the words of the people who use them.
struct Dossier {
    browser: Arc<Browser>,
    address: String,
}

/// The visible control with this label, in the open dialog if there is one.
fn control(label: &str) -> String {
    format!(
        "[...(document.querySelector('dialog[open]') ?? document).querySelectorAll('label.field')]
            .find((own) => own.offsetParent && own.firstChild.textContent.startsWith({}))
            ?.querySelector('input, textarea, select')",
        json!(label)
    )
}

async fn fill(browser: &Browser, label: &str, value: &str) {
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
async fn choose(browser: &Browser, label: &str, words: &str) {
    let found = format!("[...{}.options].find((own) => own.textContent === {}).value", control(label), json!(words));
    let value = browser.value(&found).await;
    fill(browser, label, value.as_str().expect(label)).await;
}

async fn press(browser: &Browser, words: &str) {
    let button = format!("//button[normalize-space()='{words}']");
    browser.driver().find(By::XPath(&button)).await.expect(words).click().await.expect(words);
}

impl Dossier {
    /// Enters a product with its producer and begins a dossier for it.
    async fn of_a_new_product(browser: &Arc<Browser>) -> Dossier {
        browser.start("san-pham/moi").await;
        browser.until("the form", "document.getElementById('ghi-san-pham')").await;
        fill(browser, "Tên sản phẩm", "Chè xanh Điềm He").await;
        fill(browser, "Tên chủ thể", "HTX chè Điềm He").await;
        browser.click("#ghi-san-pham").await;
        browser.until("the product", "document.getElementById('lap-ho-so')").await;
        let product = browser.address().await;
        browser.click("a.card").await;
        browser.until("the producer", &control("Số đăng ký")).await;
        fill(browser, "Số đăng ký", "4900123456").await;
        fill(browser, "Họ và tên", "Nông Thị Hoa").await;
        browser.saved().await;
        browser.start(&product).await;
        fill(browser, "Tìm bộ sản phẩm", "che tuoi").await;
        let set = "[...document.querySelectorAll('button.set')].find((own) => own.textContent.startsWith('11. '))";
        browser.until("the set", set).await;
        browser.value(&format!("({set}.click(), true)")).await;
        browser.until("the set is taken", "document.querySelector('.chosen')").await;
        browser.click("#lap-ho-so").await;
        fill(browser, "Ngày thực hiện", "2026-09-20").await;
        press(browser, "Ghi nhận").await;
        browser.until("the dossier", "document.querySelector('main.dossier')").await;
        Dossier { browser: Arc::clone(browser), address: browser.address().await }
    }

    /// Opens a part by its chip; the saving sign has to be quiet first.
    async fn part(&self, word: &str) {
        self.browser.click(&format!("nav.chips a[href$='/{word}']")).await;
        self.browser
            .until(word, &format!("document.querySelector('nav.chips a[href$=\"/{word}\"][aria-current]')"))
            .await;
    }

    /// Where it stands, on a page loaded anew.
    async fn reload(&self) {
        self.browser.saved().await;
        self.browser.start(&self.address).await;
        self.browser.until("where it stands", "document.getElementById('viec-tiep-theo')").await;
    }

    /// Records a step on a day, with what its dialog asks for.
    async fn step(&self, event: &str, on: &str, fields: &[(&str, &str)]) {
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

    async fn state(&self) -> String {
        self.browser.text(".facts dd").await
    }

    async fn forms(&self) {
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

    async fn commune_report(&self) {
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

#[test]
fn a_dossier_goes_from_a_product_on_record_to_its_certificate() {
    story("", |browser| async move {
        let dossier = Dossier::of_a_new_product(&browser).await;
        assert_eq!(dossier.state().await, "Đang lập hồ sơ");
        let why = browser.text("#viec-tiep-theo").await;
        assert!(why.contains("Hồ sơ còn thiếu"), "{why}");

        dossier.forms().await;
        dossier.reload().await;
        dossier.step("hand_in", "2026-10-05", &[("Phiếu số", "01-2026/PĐK-20-06001-2026")]).await;
        assert_eq!(dossier.state().await, "Xã đã tiếp nhận");
        // The 15 working days after 5 October 2026.
        assert!(browser.text(".facts").await.contains("26/10/2026"));

        dossier.commune_report().await;
        dossier.reload().await;
        let letter = [("Số, ký hiệu", "46/TTr-UBND"), ("Ngày văn bản", "2026-10-12")];
        dossier.step("propose", "2026-10-12", &letter).await;
        assert_eq!(dossier.state().await, "Xã đã đề nghị");
        dossier.step("receive", "2026-10-15", &[("Phiếu số", "07-2026/PĐK-20-06001-2026")]).await;
        assert!(browser.text(".facts").await.contains("đợt 2 năm 2026"));

        dossier.part("tu-van").await;
        fill(&browser, "Nội dung báo cáo", "Hồ sơ đầy đủ.").await;
        choose(&browser, "Điều kiện bắt buộc", "Đáp ứng").await;
        dossier.reload().await;
        dossier.step("advise", "2026-11-01", &[]).await;
        let result = [
            ("Điểm trung bình", "78,5"),
            ("Hạng sao", "4"),
            ("Số, ký hiệu", "09/BB-HĐ"),
            ("Ngày văn bản", "2026-11-15"),
        ];
        dossier.step("score", "2026-11-15", &result).await;
        let decision = [("Số giấy", "112/OCOP"), ("Số, ký hiệu", "2001/QĐ-UBND"), ("Ngày văn bản", "2026-11-20")];
        dossier.step("recognise", "2026-11-20", &decision).await;
        dossier.reload().await;
        assert_eq!(dossier.state().await, "Được công nhận");
        let certificate = browser.text("#giay-chung-nhan").await;
        assert_eq!(certificate, "112/OCOP, 4 sao, hiệu lực từ 20/11/2026 đến 20/11/2029");
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn the_forms_print_whole_and_every_part_is_open_to_everybody() {
    story("", |browser| async move {
        let dossier = Dossier::of_a_new_product(&browser).await;
        dossier.forms().await;
        browser.saved().await;
        for (form, table) in [("mau-01", "table"), ("mau-02", ".paper-criteria"), ("mau-03", "")] {
            browser.start(&format!("{}/in/{form}", dossier.address)).await;
            browser.until(form, "document.querySelector('main.paper')").await;
            browser
                .until("all of it", &format!("'{table}' === '' || document.querySelector('main.paper {table} td')"))
                .await;
            let printed = browser.print().await;
            assert!(printed.says("HTX chè Điềm He") && printed.says("Chè xanh Điềm He"), "{form}");
            if form == "mau-02" {
                for table in [".paper-criteria", ".paper-evidence"] {
                    let rows = browser.rows(&format!("{table} tbody tr")).await;
                    assert!(rows.len() >= 15, "{table}: {}", rows.len());
                    printed.holds_each_once(&rows, &browser.text(&format!("{table} thead")).await);
                }
            }
        }
        let Some(source) = axe::source() else { return };
        let mut broken = Vec::new();
        for part in ["", "/dang-ky", "/bao-cao", "/thuyet-minh", "/minh-chung", "/xa-bao-cao", "/tu-van", "/diem"] {
            browser.start(&[&dossier.address, part].concat()).await;
            browser.until(part, "document.querySelector('main.dossier h2')").await;
            for (width, height) in [(1024, 768), (360, 740)] {
                browser.view(width, height).await;
                let rules = browser.broken_rules(source).await;
                broken.extend(rules.into_iter().map(|rule| format!("{part} at {width}×{height}: {rule}")));
            }
        }
        assert_eq!(broken, Vec::<String>::new());
        browser.nothing_was_wrong().await;
    });
}
