//! Own criteria sets from a copy to a result, totals typed from paper, levels that the council agreed on.

use std::sync::Arc;

use e2e::office::{choose, control, fill};
use e2e::reckoning::Tick;
use e2e::{Browser, OpenFile, Overview, Sheet, story, verifier};
use serde_json::json;

/// A session with one member and one product; the set is found by typing. Answers its address.
async fn new_session(browser: &Arc<Browser>, typed: &str, set: &str) -> String {
    browser.start("phien/moi").await;
    for (label, value) in [
        ("Tên phiên", "Phiên thử bộ riêng"),
        ("Họ và tên", "Hoàng Thị Mai"),
        ("Tên sản phẩm", "Hoa đào Mẫu Sơn"),
        ("Tìm bộ sản phẩm", typed),
    ] {
        fill(browser, label, value).await;
    }
    let button =
        format!("[...document.querySelectorAll('button.set')].find((own) => own.textContent.startsWith('{set}'))");
    browser.until("the set", &button).await;
    browser.value(&format!("({button}.click(), true)")).await;
    browser.until("the set is taken", "document.querySelector('.chosen')").await;
    browser.click("#luu-phien").await;
    browser.until("the overview", "document.querySelector('table.grid')").await;
    browser.address().await
}

#[test]
fn a_copied_set_is_changed_kept_rated_with_and_goes_with_its_session() {
    story("", |browser| async move {
        browser.start("tieu-chi/qd-26-2026/hoa").await;
        let copy = "a[href='tieu-chi/rieng/sua/qd-26-2026/hoa']";
        browser.until("the way to copy", &format!("document.querySelector(\"{copy}\")")).await;
        browser.click(copy).await;
        fill(&browser, "Tên bộ sản phẩm", "Hoa của tỉnh").await;
        fill(&browser, "Căn cứ ban hành", "Quyết định 12/QĐ-UBND").await;
        let maximum = browser.value(&format!("{}.value", control("Điểm tối đa"))).await;
        fill(&browser, "Điểm tối đa", "41").await;
        let told = "document.getElementById('kiem-tra').textContent";
        browser.until("a fault is told", &format!("{told}.includes('Có lỗi')")).await;
        assert_eq!(browser.value("document.getElementById('giu-ban').disabled").await, json!(true));
        browser.until("the draft is saved", "document.getElementById('nhap').textContent.includes('đã lưu')").await;

        // The draft is there after a new start, and is mended.
        browser.start("tieu-chi/rieng").await;
        browser.until("the draft", "document.querySelector(\"a.card[href^='tieu-chi/rieng/sua/']\")").await;
        browser.click("a.card[href^='tieu-chi/rieng/sua/']").await;
        browser.until("the fields", "document.getElementById('giu-ban')").await;
        assert_eq!(browser.value(&format!("{}.value", control("Điểm tối đa"))).await, json!("41"));
        fill(&browser, "Điểm tối đa", maximum.as_str().expect("points")).await;
        browser.click("details.why > summary").await;
        fill(&browser, "Lời của phương án", "Lời của tỉnh").await;
        browser.until("it can be kept", "!document.getElementById('giu-ban').disabled").await;
        browser.click("#giu-ban").await;
        browser.until("the version", "document.querySelector('h1')?.textContent === 'Hoa của tỉnh'").await;
        browser.until("its words", "document.querySelector('main').textContent.includes('Lời của tỉnh')").await;
        browser.saved().await;

        let address = new_session(&browser, "hoa cua tinh", "Hoa của tỉnh").await;
        browser.click("a.cell").await;
        let sheet = Sheet::here(&browser, "Hoàng Thị Mai", "Hoa đào Mẫu Sơn").await;
        let leaves = browser.value("document.querySelectorAll('fieldset.criterion').length").await;
        for leaf in 0..leaves.as_u64().expect("a count") as usize {
            sheet.tick(leaf, Tick::Offer(0)).await;
        }
        sheet.read_back().await;
        sheet.lock().await;
        browser.saved().await;
        let overview = Overview::open(&browser, &address).await;
        let rated = overview.results().await;
        assert_eq!(rated[0].sheets, "1/1");
        let file = overview.export().await;
        let (is_right, lines) = verifier::verify(&file);
        assert!(is_right && lines.len() == 1 && lines[0]["decision"] == "rieng", "{lines:?}");

        // Another device has the set from the file.
        browser.change_device().await;
        let page = OpenFile::open(&browser).await;
        page.pick(&file).await;
        page.take_in().await;
        assert_eq!(Overview::open(&browser, &address).await.results().await, rated);
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn totals_from_paper_are_marked_as_typed_everywhere() {
    story("", |browser| async move {
        let address = new_session(&browser, "hoa", "").await;
        browser.start(&format!("{address}/nhap-tay")).await;
        for (label, value) in [("Phần A", "33,5"), ("Phần B", "20"), ("Phần C", "22"), ("Tổng điểm", "80")] {
            fill(&browser, label, value).await;
        }
        choose(&browser, "Số sao", "4 sao").await;
        fill(&browser, "Biên bản", "Biên bản 05/BB").await;
        browser.click("#luu-nhap-tay").await;
        browser.until("the sum is asked for", "document.querySelector('.want:not([hidden])')").await;
        fill(&browser, "Tổng điểm", "75,5").await;
        browser.click("#luu-nhap-tay").await;
        let overview = Overview::here(&browser).await;
        let row = overview.results().await.remove(0);
        assert_eq!((row.sheets.as_str(), row.mean.as_str(), row.rank.as_str()), ("nhập tay", "75,50", "4 sao"));
        assert!(row.conclusion.contains("Biên bản 05/BB"), "{row:?}");
        let (is_right, lines) = verifier::verify(&overview.export().await);
        assert!(is_right && lines[0]["typed"]["total"] == "75.5" && lines[0]["sheets"] == 0, "{lines:?}");
        browser.start(&format!("{address}/in/ket-qua")).await;
        browser.until("the paper", "document.querySelector('main.paper')?.textContent.includes('nhập tay')").await;
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn an_agreed_level_stands_where_a_minimum_was_missed() {
    story("", |browser| async move {
        let address = browser.take_sample().await;
        browser.start(&format!("{address}/sua")).await;
        browser.until("the form", "document.getElementById('luu-phien')").await;
        let rule =
            "[...document.querySelectorAll('label.check')].find((own) => own.textContent.includes('thống nhất'))";
        browser.value(&format!("({rule}.querySelector('input').click(), true)")).await;
        browser.click("#luu-phien").await;
        browser.until("a level is asked for", "document.querySelector('.agreed select')").await;
        let before = Overview::here(&browser).await.results().await;
        // The highest level everywhere, one after the other: the page is made anew each time.
        let count = browser.value("document.querySelectorAll('.agreed select').length").await;
        for at in 0..count.as_u64().expect("a count") {
            let field = format!("document.querySelectorAll('.agreed select')[{at}]");
            let set = format!(
                "((field) => (field.focus(), field.value = field.options[field.options.length - 1].value, \
                 field.dispatchEvent(new Event('change', {{bubbles: true}})), true))({field})"
            );
            browser.value(&set).await;
            let agreed = "[...document.querySelectorAll('.agreed select')].filter((own) => own.value !== '0').length";
            browser.until("it is kept", &format!("{agreed} === {}", at + 1)).await;
        }
        browser.saved().await;
        let after = Overview::open(&browser, &address).await.results().await;
        let means = |rows: &[e2e::ResultRow]| rows.iter().map(|row| row.mean.clone()).collect::<Vec<_>>();
        assert_eq!(means(&after), means(&before), "points stay");
        assert!(after.iter().zip(&before).any(|(after, before)| after.rank != before.rank), "{after:?}");
        let told = browser.text("main").await;
        assert!(told.contains("Mức hội đồng thống nhất"), "{told}");
        browser.nothing_was_wrong().await;
    });
}
