//! The rule book: reading, searching and comparing criteria; what lifts a sheet; a sheet under other rules.

use std::sync::Arc;

use e2e::reckoning::Tick;
use e2e::{Browser, Sheet, story};
use serde_json::{Value, json};

async fn strings(browser: &Browser, expression: &str) -> Vec<String> {
    let value: Value = browser.value(expression).await;
    value.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

async fn search(browser: &Browser, words: &str) {
    let typed = format!(
        "((box) => {{ box.value = '{words}'; box.dispatchEvent(new Event('input', {{bubbles: true}})); return true; }})\
         (document.querySelector('main input[type=text]'))"
    );
    browser.value(&typed).await;
}

#[test]
fn a_text_is_found_without_marks_in_every_decision_and_leads_to_its_criterion() {
    story("", |browser| async move {
        browser.start("").await;
        browser.until("the home page", "document.querySelector('a[href=\"tieu-chi\"]')").await;
        browser.click("a[href='tieu-chi']").await;
        browser.until("the sets in force", "document.querySelectorAll('.decision[open] a.card').length === 26").await;
        search(&browser, "nhan song ngu").await;
        browser.until("hits", "document.querySelector('.hits li')").await;
        let found =
            strings(&browser, "[...document.querySelectorAll('.hits li > p')].map((hit) => hit.textContent)").await;
        assert!(found.iter().any(|text| text.contains("song ngữ")), "{found:?}");
        // Another search needs no reading any more; a criterion that only earlier decisions have is found there.
        search(&browser, "ke toan").await;
        browser.until("other hits", "document.querySelector('.hits')?.textContent.includes('148/QĐ-TTg')").await;
        let first = "[...document.querySelectorAll('.hits .places a')].find((a) => a.textContent.startsWith('148'))";
        browser.value(&format!("({first}.click(), true)")).await;
        browser.until("the criterion", "document.activeElement.classList.contains('printed')").await;
        let title = browser.value("document.activeElement.querySelector('h4').textContent").await;
        assert!(title.as_str().is_some_and(|title| title.contains("Kế toán")), "{title}");
        // The address is that of the criterion, and stands for itself.
        let here = browser.value("location.pathname.slice(1)").await;
        browser.start(here.as_str().expect("an address")).await;
        browser.until("the criterion again", "document.activeElement.classList.contains('printed')").await;
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn doubts_and_corrections_stand_at_their_criterion_and_two_sets_beside_each_other() {
    story("", |browser| async move {
        browser.start("tieu-chi/qd-148-2023/cay-canh").await;
        browser.until("the set", "document.querySelector('.printed')").await;
        let doubt = browser.value("document.querySelector('#tc-2\\\\.2 .doubts')?.textContent ?? ''").await;
        assert!(doubt.as_str().is_some_and(|text| text.contains("2.2:")), "{doubt}");
        browser.until("the way to compare", "document.querySelector('a[href^=\"tieu-chi/so-sanh/\"]')").await;
        browser.click("a[href^='tieu-chi/so-sanh/']").await;
        browser.until("the pairs", "document.querySelector('.matched')").await;
        let shown = "document.querySelectorAll('.matched').length";
        let different = browser.value(shown).await.as_u64().expect("a count");
        browser.click("main input[type='checkbox']").await;
        browser.until("all pairs", &format!("{shown} > {different}")).await;
        let gone =
            strings(&browser, "[...document.querySelectorAll('main section li')].map((line) => line.textContent)")
                .await;
        assert!(gone.iter().any(|line| line.contains("Kế toán")), "{gone:?}");
        browser.nothing_was_wrong().await;
    });
}

/// A self-check with the second option everywhere.
async fn check(browser: &Arc<Browser>, decision: &str) -> i64 {
    let sheet = Sheet::try_out(browser, decision, "hoa").await;
    let leaves = browser.value("document.querySelectorAll('fieldset.criterion').length").await;
    for leaf in 0..leaves.as_u64().expect("a count") as usize {
        let offers = format!("document.querySelectorAll('input[value^=\"{leaf}:\"]:not(:disabled)').length");
        match browser.value(&offers).await.as_u64() {
            Some(0) | None => (),
            Some(count) => sheet.tick(leaf, Tick::Offer(1.min(count as usize - 1))).await,
        }
    }
    browser.saved().await;
    sheet.total().await
}

#[test]
fn a_sheet_says_what_lifts_it_and_the_plan_keeps_its_word() {
    story("", |browser| async move {
        let total = check(&browser, "qd-26-2026").await;
        browser.click("a[href^='len-hang/']").await;
        browser.until("the plans", "document.querySelector('.plan .raise')").await;
        let standing = browser.text(".standing").await;
        assert!(standing.contains(&format!("{total} điểm")), "{standing}");
        let plan = browser.text(".plan[open] summary h3").await;
        let promised: i64 = plan.rsplit(' ').nth(1).and_then(|points| points.parse().ok()).expect("a total");
        // Do what the plan says, on the sheet: it comes to what was promised.
        let raises = strings(
            &browser,
            "[...document.querySelectorAll('.plan[open] .raise')].map((raise) => \
             raise.querySelector('b').textContent.split(' ')[0] + '|' + \
             raise.querySelectorAll('p')[1].textContent.split(': ').slice(1).join(': ').replace(/ \\(\\d+ điểm\\)$/, ''))",
        )
        .await;
        assert!(!raises.is_empty());
        // A criterion that cannot change is in no plan any more.
        browser.click(".plan[open] .raise button").await;
        let (number, _) = raises[0].split_once('|').expect("a number");
        browser.until("the fixed one", "document.querySelector('.fixed li')").await;
        let numbers = strings(
            &browser,
            "[...document.querySelectorAll('.raise > b')].map((name) => name.textContent.split(' ')[0])",
        )
        .await;
        assert!(numbers.iter().all(|own| own != number), "{number} in {numbers:?}");

        let sheet = Sheet::try_out(&browser, "qd-26-2026", "hoa").await;
        for raise in &raises {
            let (number, option) = raise.split_once('|').expect("two");
            let tapped = format!(
                "((field) => {{ const row = [...field.querySelectorAll('label.option')].find((row) => \
                 row.querySelector('.option-text').textContent === {option}); row?.querySelector('input').click(); \
                 return !!row; }})([...document.querySelectorAll('fieldset.criterion')].find((field) => \
                 field.querySelector('legend b').textContent === '{number}'))",
                option = json!(option)
            );
            assert_eq!(browser.value(&tapped).await, json!(true), "{raise}");
        }
        browser.saved().await;
        assert_eq!(sheet.total().await, promised);
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn a_sheet_of_an_earlier_decision_is_read_under_the_new_one_as_a_range() {
    story("", |browser| async move {
        let total = check(&browser, "qd-148-2023").await;
        let href = browser.value("document.querySelector('a[href^=\"len-hang/\"]').getAttribute('href')").await;
        let session = href.as_str().and_then(|href| href.split('/').nth(1)).expect("a session").to_owned();
        browser.start(&format!("phien/{session}/doi-luat")).await;
        browser.until("the range", "document.querySelector('.product .standing')").await;
        let range = browser.text(".product .standing").await;
        assert!(range.starts_with(&format!("{total} điểm →")), "{range}");
        let gone =
            strings(&browser, "[...document.querySelectorAll('.reason li')].map((line) => line.textContent)").await;
        assert!(gone.iter().any(|line| line.contains("Kế toán")), "{gone:?}");
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn an_own_set_is_checked_kept_and_read_and_a_faulty_one_is_refused() {
    story("", |browser| async move {
        browser.start("tieu-chi/rieng").await;
        browser.until("the page", "document.querySelector('#tep-bo')").await;
        // A shipped set as a file; then the same with one wrong number.
        let give = async |change: &str| {
            let given = format!(
                "fetch('criteria/qd-26-2026/hoa.json').then((answer) => answer.json()).then((set) => {{ {change}; \
                 const files = new DataTransfer(); files.items.add(new File([JSON.stringify(set)], 'bo.json')); \
                 const field = document.querySelector('#tep-bo'); field.files = files.files; \
                 field.dispatchEvent(new Event('change', {{bubbles: true}})); }})"
            );
            browser.value(&format!("({given}, true)")).await;
        };
        give("set.parts[0].max_points = 41").await;
        browser.until("a refusal", "document.querySelector('main')?.textContent.includes('Có lỗi')").await;
        assert_eq!(browser.value("!document.querySelector('#giu-bo')").await, json!(true));
        give("set.name = 'Hoa của tỉnh'").await;
        browser.until("the way to keep it", "document.querySelector('#giu-bo')").await;
        browser.click("#giu-bo").await;
        browser.saved().await;
        browser.start("tieu-chi/rieng").await;
        browser.until("the list", "document.querySelector('a.card')?.textContent.includes('Hoa của tỉnh')").await;
        browser.click("a.card").await;
        browser.until("the set", "document.querySelector('h1')?.textContent === 'Hoa của tỉnh'").await;
        browser.nothing_was_wrong().await;
    });
}
