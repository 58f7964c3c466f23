//! A producer's own check of a product.

use e2e::reckoning::{Criteria, Tick};
use e2e::{Browser, Sheet, story};
use serde_json::json;

const DECISION: &str = "qd-26-2026";
const SLUG: &str = "che-bien-tu-rau-cu-qua-hat";
const NAME: &str = "Chế biến từ rau, củ, quả, hạt";

async fn own_checks(browser: &Browser) -> serde_json::Value {
    browser.until("the home page", "document.querySelector('#main.home .actions')").await;
    browser
        .until("the sessions are read", "!document.querySelector('#main.home').textContent.includes('Đang mở sổ')")
        .await;
    browser.value("[...document.querySelectorAll('a.card')].map((card) => card.firstChild.textContent)").await
}

#[test]
fn nothing_is_kept_before_the_first_answer() {
    story("", |browser| async move {
        let sheet = Sheet::try_out(&browser, DECISION, SLUG).await;
        assert_eq!(browser.text("#luu").await, "Chưa có thay đổi");
        assert_eq!(browser.stored_records().await, json!(0));
        sheet.leave().await;
        assert_eq!(own_checks(&browser).await, json!([]));

        let sheet = Sheet::try_out(&browser, DECISION, SLUG).await;
        sheet.tap(0, Tick::Offer(1)).await;
        browser.saved().await;
        assert_eq!(browser.stored_records().await, json!(2), "the session and the sheet");
        sheet.leave().await;
        assert_eq!(own_checks(&browser).await, json!([NAME]));
        browser.start("").await;
        assert_eq!(own_checks(&browser).await, json!([NAME]));

        // The second visit is to the same sheet.
        let sheet = Sheet::try_out(&browser, DECISION, SLUG).await;
        assert_eq!(sheet.ticks().await, [(0, Tick::Offer(1))]);
        sheet.tap(1, Tick::Offer(2)).await;
        browser.saved().await;
        assert_eq!(browser.stored_records().await, json!(2));
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn a_check_that_waited_for_its_first_answer_is_kept_whole() {
    story("", |browser| async move {
        // Looked at, left for another one, and answered only then: all without loading the program anew.
        let first = Sheet::try_out(&browser, DECISION, SLUG).await;
        first.leave().await;
        let choose = async |set: &str| {
            browser.until("the home page", "document.querySelector(\"a[href='thu']\")").await;
            browser.click("a[href='thu']").await;
            let found = format!(
                "[...document.querySelectorAll('button.set')].find((set) => set.textContent.startsWith('{set}. '))"
            );
            browser.until("the sets", &found).await;
            browser.value(&format!("({found}.click(), true)")).await;
            browser.until("the sheet", "document.querySelector('.sheet .criterion')").await;
        };
        choose("14").await;
        browser.click(".sheet-bar a.back").await;
        choose("07").await;
        browser.click("input[value=\"0:1\"]").await;
        browser.saved().await;
        browser.start("").await;
        assert_eq!(own_checks(&browser).await, json!([NAME]), "the one with an answer, and no other");
        let sheet = Sheet::try_out(&browser, DECISION, SLUG).await;
        assert_eq!(sheet.ticks().await, [(0, Tick::Offer(1))]);
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn steps_are_taken_back_and_done_again() {
    story("", |browser| async move {
        let sheet = Sheet::try_out(&browser, DECISION, SLUG).await;
        sheet.tap(0, Tick::Offer(1)).await;
        sheet.tap(0, Tick::Offer(2)).await;
        sheet.tap(1, Tick::Offer(2)).await;
        assert_eq!(sheet.total().await, 5);
        sheet.press("Hoàn tác").await;
        sheet.press("Hoàn tác").await;
        assert_eq!(sheet.ticks().await, [(0, Tick::Offer(1))]);
        assert_eq!(sheet.total().await, 2);
        sheet.press("Làm lại").await;
        assert_eq!(sheet.ticks().await, [(0, Tick::Offer(2))]);
        browser.saved().await;
        let sheet = Sheet::try_out(&browser, DECISION, SLUG).await;
        assert_eq!(sheet.ticks().await, [(0, Tick::Offer(2))], "what was taken back stays away");
        assert_eq!(sheet.total().await, 3);
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn a_check_needs_no_network() {
    story("/so", |browser| async move {
        browser.start("").await;
        browser.go_offline().await;
        // A set that was never looked at before.
        let sheet = Sheet::try_out(&browser, DECISION, SLUG).await;
        sheet.tap(0, Tick::Offer(1)).await;
        browser.saved().await;
        let sheet = Sheet::try_out(&browser, DECISION, SLUG).await;
        assert_eq!(sheet.ticks().await, [(0, Tick::Offer(1))]);
        browser.no_faults().await;
    });
}

#[test]
fn a_whole_sheet_is_scored_on_a_phone() {
    story("", |browser| async move {
        browser.view(360, 740).await;
        let criteria = Criteria::read(SLUG);
        let sheet = Sheet::try_out(&browser, DECISION, SLUG).await;
        // What is tapped must not lie under a bar: a real pointer would hit the bar.
        for at in 0..criteria.leaves.len() {
            browser.click("button.next").await;
            let in_hand = format!("document.activeElement.closest('.criterion')?.id === 'tc-{at}'");
            browser.until("the next line is in hand", &in_hand).await;
            sheet.tap(at, Tick::Offer(1)).await;
        }
        sheet.read_back().await;
        sheet.lock().await;
        let wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
        assert_eq!(browser.value(wide).await, json!(false), "the page is wider than the phone");
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn the_story_counts_only_where_there_is_one() {
    story("", |browser| async move {
        let criteria = Criteria::read(SLUG);
        let at = |number: &str| criteria.leaves.iter().position(|leaf| leaf.number == number).expect("criterion");
        let (story, quality) = (at("5.1"), at("5.2"));
        let is_closed = format!("document.getElementById('tc-{quality}').disabled");
        let sheet = Sheet::try_out(&browser, DECISION, SLUG).await;
        assert_eq!(browser.value(&is_closed).await, json!(false));

        sheet.tap(story, Tick::Offer(2)).await;
        sheet.tap(quality, Tick::Offer(2)).await;
        assert_eq!(sheet.total().await, 4);
        sheet.tap(story, Tick::Offer(0)).await;
        // The points change in the frame of the tap, what follows from it right after.
        browser.until("the line is closed", &is_closed).await;
        assert_eq!(sheet.total().await, 0);
        let words = browser.text(&format!("#tc-{quality} .gate")).await;
        assert!(words.contains("Có câu chuyện sản phẩm") && words.contains("0 điểm"), "{words}");
        let done = browser.text("button.next .number").await;
        assert!(done.starts_with("2/"), "a closed line wants no answer: {done}");
        browser.saved().await;
        let sheet = Sheet::try_out(&browser, DECISION, SLUG).await;
        assert_eq!(browser.value(&is_closed).await, json!(true));
        sheet.tap(story, Tick::Offer(1)).await;
        browser.until("the line is open", &format!("!{is_closed}")).await;
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn a_rule_that_stops_the_evaluation_lets_an_open_sheet_be_locked() {
    story("", |browser| async move {
        let sheet = Sheet::try_out(&browser, DECISION, SLUG).await;
        sheet.tap(0, Tick::Offer(1)).await;
        sheet.read_back().await;
        let cannot_lock = "document.getElementById('khoa-that').disabled";
        assert_eq!(browser.value(cannot_lock).await, json!(true), "lines are open");
        browser.click("#doc-lai button.quiet").await;

        sheet.find_rule("Có tạp chất không chấp nhận được", "Có côn trùng trong 2 trên 5 mẫu").await;
        browser.saved().await;
        assert_eq!(browser.value("document.querySelector('.stopped').hidden").await, json!(false));
        let sheet = Sheet::try_out(&browser, DECISION, SLUG).await;
        assert!(browser.text(".rule.holds").await.contains("Có côn trùng trong 2 trên 5 mẫu"));
        sheet.read_back().await;
        assert_eq!(browser.value(cannot_lock).await, json!(false));
        sheet.lock().await;
        browser.nothing_was_wrong().await;
    });
}
