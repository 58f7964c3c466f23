//! Every page can be used by everybody, as far as axe-core can tell, on a tablet and on a phone.

use e2e::{Browser, axe, story};
use std::sync::Arc;

/// What is looked at: its name, its address, what is pressed there, and what then is to be seen.
type View = (&'static str, String, Option<&'static str>, &'static str);

/// The pages of scoring.
#[test]
fn axe_core_finds_nothing_on_a_tablet_and_on_a_phone() {
    story("", |browser| async move {
        let (address, sheet) = sample(&browser).await;
        let views = [
            ("home", String::new(), None, "a.card"),
            ("form", "phien/moi".to_owned(), None, "#luu-phien"),
            ("form with wants", "phien/moi".to_owned(), Some("#luu-phien"), ".want:not([hidden])"),
            ("set picker", "thu".to_owned(), None, "button.set"),
            ("locked sheet", sheet.clone(), None, ".sheet .criterion"),
            ("asking for a reason", sheet.clone(), Some("#khoa"), "#mo-lai[open]"),
            ("open sheet", "thu/qd-26-2026/ruou-trang".to_owned(), Some("input[value=\"0:1\"]"), ".criterion.done"),
            ("read-back", "thu/qd-26-2026/ruou-trang".to_owned(), Some("#khoa"), "#doc-lai[open] tr"),
            ("overview", address.clone(), None, "table.results td[data-mean]"),
            ("results on paper", format!("{address}/in/ket-qua"), None, "main.paper table"),
            ("sheet on paper", sheet.replace("/cham/", "/in/phieu/"), None, "main.paper table"),
        ];
        looked_at(&browser, &views).await;
    });
}

/// Files, the rule book, and the pages around a session.
#[test]
fn axe_core_finds_nothing_around_a_session() {
    story("", |browser| async move {
        let (address, sheet) = sample(&browser).await;
        let views = [
            ("opening a file", "mo-tep".to_owned(), None, "#tep"),
            ("data", "du-lieu".to_owned(), None, "#xuat-het"),
            ("criteria", "tieu-chi".to_owned(), None, ".decision[open] a.card"),
            ("own sets", "tieu-chi/rieng".to_owned(), None, "#tep-bo"),
            (
                "changing a set",
                "tieu-chi/rieng/sua/qd-26-2026/hoa".to_owned(),
                Some("details.why > summary"),
                ".rows fieldset",
            ),
            ("typing results", format!("{address}/nhap-tay"), None, "#luu-nhap-tay"),
            ("criteria set", "tieu-chi/qd-148-2023/cay-canh".to_owned(), None, ".printed"),
            ("two sets", "tieu-chi/so-sanh/qd-148-2023/hoa/qd-26-2026/hoa".to_owned(), None, ".matched"),
            ("to the next star", sheet.replace("phien/", "len-hang/").replace("/cham/", "/"), None, ".standing"),
            ("other rules", format!("{address}/doi-luat"), None, "main h1"),
            ("no such page", "khong-co".to_owned(), None, "main h1"),
        ];
        looked_at(&browser, &views).await;
    });
}

/// The addresses of the session of the sample, and of its first sheet.
async fn sample(browser: &Arc<Browser>) -> (String, String) {
    let address = browser.take_sample().await;
    let first = browser.value("document.querySelector('a.cell').getAttribute('href')").await;
    (address, first.as_str().expect("an address").to_owned())
}

async fn looked_at(browser: &Arc<Browser>, views: &[View]) {
    let Some(source) = axe::source() else { return };
    let mut broken = Vec::new();
    for (what, address, press, seen) in views {
        browser.start(address).await;
        if let Some(press) = press {
            browser.until(press, &format!("document.querySelector('{press}')")).await;
            browser.value(&format!("(document.querySelector('{press}').click(), true)")).await;
        }
        browser.until(what, &format!("document.querySelector('{seen}')")).await;
        broken.extend(look(browser, source, what).await);
    }
    assert_eq!(broken, Vec::<String>::new());
    browser.nothing_was_wrong().await;
}

async fn look(browser: &Arc<Browser>, source: &str, what: &str) -> Vec<String> {
    let mut broken = Vec::new();
    for (width, height) in [(1024, 768), (360, 740)] {
        browser.view(width, height).await;
        let rules = browser.broken_rules(source).await;
        broken.extend(rules.into_iter().map(|rule| format!("{what} at {width}×{height}: {rule}")));
    }
    broken
}
