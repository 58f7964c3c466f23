//! Text that is meant to harm shows as text, on every screen and on paper, and nothing is asked of another host.

use e2e::{Browser, OpenFile, story};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

fn fixture() -> PathBuf {
    xtask::project::root().join("tests/fixtures/hostile/script-in-every-text.json")
}

/// What would be there if a text had become a part of the page.
const HARM: &str = "[window.pwned ?? null, document.querySelectorAll('img[src=\"x\"], body script:not([src])').length,
    document.getElementById('panic') === null]";

async fn check(browser: &Browser, address: &str) {
    browser.start(address).await;
    browser.until(address, "document.querySelector('main h1, main table, .sheet h1, main p')").await;
    // What a page loads late is there when nothing has been added for some frames.
    let quiet = "new Promise((done) => {
        let frames = 0;
        const watch = new MutationObserver(() => frames = 0);
        watch.observe(document.body, { childList: true, subtree: true });
        const look = () => ++frames > 10 ? (watch.disconnect(), done(true)) : requestAnimationFrame(look);
        look();
    })";
    browser.until("the page is quiet", quiet).await;
    assert_eq!(browser.value(HARM).await, json!([null, 0, true]), "{address}");
    browser.no_faults().await;
}

#[test]
fn a_script_in_every_text_stays_a_text() {
    story("", |browser| async move {
        let text = fs::read_to_string(fixture()).expect("the fixture");
        let file: Value = serde_json::from_str(&text).expect("JSON");
        let id = |list: &str| file["content"][list][0]["id"].as_str().expect("an id").to_owned();
        let script = file["content"]["producers"][0]["body"]["name"].as_str().expect("a name").to_owned();
        let page = OpenFile::open(&browser).await;
        let said = page.pick(&fixture()).await;
        assert!(said.contains(&script), "the preview shows it as it is");
        assert_eq!(browser.value(HARM).await, json!([null, 0, true]));
        page.take_in().await;
        browser.no_faults().await;

        let (session, product, dossier) = (id("sessions"), id("products"), id("dossiers"));
        let body = &file["content"]["sessions"][0]["body"];
        let member = body["members"][0]["id"].as_str().expect("a member");
        let rated = body["products"][0]["id"].as_str().expect("a product");
        let mut addresses = vec![
            String::new(),
            "du-lieu".to_owned(),
            format!("phien/{session}"),
            format!("phien/{session}/sua"),
            format!("phien/{session}/in/ket-qua"),
            format!("phien/{session}/cham/{member}/{rated}"),
            format!("phien/{session}/in/phieu/{member}/{rated}"),
            format!("phien/{session}/in/phieu-trong/{rated}"),
            "san-pham".to_owned(),
            format!("san-pham/{product}"),
            "chu-the".to_owned(),
            format!("chu-the/{}", id("producers")),
            format!("ho-so/{dossier}"),
            "viec".to_owned(),
            "don-vi".to_owned(),
            "ke-hoach".to_owned(),
            "tieu-chi/rieng".to_owned(),
        ];
        for part in [
            "dang-ky",
            "bao-cao",
            "minh-chung",
            "cham-diem",
            "xa-bao-cao",
            "tham-dinh",
            "in/dang-ky",
            "in/bao-cao",
            "in/minh-chung",
        ] {
            addresses.push(format!("ho-so/{dossier}/{part}"));
        }
        for address in addresses {
            check(&browser, &address).await;
        }
        let own = browser.server.url("");
        let foreign: Vec<String> =
            browser.requests().into_iter().map(|request| request.url).filter(|url| is_foreign(url, &own)).collect();
        assert_eq!(foreign, Vec::<String>::new());
    });
}

fn is_foreign(url: &str, own: &str) -> bool {
    !["data:", "blob:"].iter().any(|kind| url.starts_with(kind)) && !url.starts_with(own)
}
