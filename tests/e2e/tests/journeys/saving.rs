//! What is not on the disk is never called saved, and is never lost from the screen.

use e2e::reckoning::Tick;
use e2e::{Browser, Sheet, as_read, story};
use serde_json::{Value, json};
use std::fs;
use std::sync::Arc;
use thirtyfour::By;

/// Lets the page break its own database: `throw` as a full disk does, `abort` as a failing one does.
const BREAKABLE: &str = "
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...all) {
        if (window.broken === 'throw') throw new DOMException('full', 'QuotaExceededError');
        const request = put.apply(this, all);
        if (window.broken === 'abort') this.transaction.abort();
        return request;
    };";

/// Breaks the database, ticks, and answers how many milliseconds passed until the sign said that it is not saved.
/// From then on every word of the sign is kept.
async fn tick_on_a_broken_database(browser: &Browser, how: &str, control: &str) -> f64 {
    let script = format!(
        "new Promise((told) => {{
            const sign = document.getElementById('luu'), begun = performance.now();
            window.signs = [];
            window.broken = '{how}';
            const look = () => {{
                signs.push(sign.textContent);
                if (sign.classList.contains('failed')) told(performance.now() - begun);
            }};
            new MutationObserver(look).observe(sign, {{ attributes: true, childList: true, characterData: true, subtree: true }});
            document.querySelector('{control}').click();
            setTimeout(told, 5000, 5000);
        }})"
    );
    browser.value(&script).await.as_f64().expect("milliseconds")
}

async fn check_failing_writes(browser: &Arc<Browser>, how: &str, words: &str) {
    browser.before_pages(BREAKABLE).await;
    let sheet = Sheet::try_out(browser, "qd-26-2026", "ruou-trang").await;
    sheet.tap(0, Tick::Offer(1)).await;
    browser.saved().await;

    let waited = tick_on_a_broken_database(browser, how, "input[value=\"1:2\"]").await;
    assert!(waited < 1000.0, "the sign changed after {waited} ms");
    assert_eq!(browser.text("#luu").await, "Chưa lưu được");
    let both = vec![(0, Tick::Offer(1)), (1, Tick::Offer(2))];
    assert_eq!(sheet.ticks().await, both, "what was ticked stays on the screen");
    let help = browser.text(".save-corner [role=alert]").await;
    assert!(help.contains(words), "{help}");

    let file = export_now(browser).await;
    let sheets = file["content"]["worksheets"].as_array().expect("sheets");
    assert_eq!(sheets.len(), 1);
    assert_eq!(sheets[0]["body"]["answers"]["1.2"], json!({ "option": 3, "points": 3 }));
    assert_eq!(sheets[0]["body"]["answers"]["1.1"], json!({ "option": 2, "points": 2 }));

    // It still fails, by hand and by itself; nothing is called saved all the while.
    let failed = browser.value("(window.broken = 'throw', signs.length)").await;
    press(browser, "Thử lưu lại").await;
    assert_eq!(browser.text("#luu").await, "Chưa lưu được");
    let said = browser.value("signs.filter((words) => words.startsWith('Đã lưu'))").await;
    assert_eq!(said, json!([]), "after {failed} signs");

    browser.value("(delete window.broken, true)").await;
    press(browser, "Thử lưu lại").await;
    browser.saved().await;
    assert_eq!(browser.value("document.querySelector('.save-corner [role=alert]').hidden").await, json!(true));
    let sheet = Sheet::try_out(browser, "qd-26-2026", "ruou-trang").await;
    assert_eq!(sheet.ticks().await, both, "it is on the disk");
}

#[test]
fn a_full_disk_is_said_within_a_second_and_nothing_is_lost() {
    story("", |browser| async move { check_failing_writes(&browser, "throw", "Máy đã hết chỗ trống").await });
}

#[test]
fn an_aborted_write_is_said_within_a_second_and_nothing_is_lost() {
    story("", |browser| async move {
        check_failing_writes(&browser, "abort", "Thay đổi vẫn còn trên màn hình").await
    });
}

/// Lets one write of the page fail: the one after `spared` others.
const FAIL_ONCE: &str = "
    const put = IDBObjectStore.prototype.put;
    window.writes = 0;
    IDBObjectStore.prototype.put = function (...all) {
        const is_it = this.transaction.db.name === 'so-ocop' && window.spared !== undefined && window.writes++ === spared;
        if (is_it && window.how === 'throw') throw new DOMException('full', 'QuotaExceededError');
        const request = put.apply(this, all);
        if (is_it) this.transaction.abort();
        return request;
    };";

/// R3: whichever write fails, what was ticked is on the disk once the sign says so.
#[test]
fn r3_any_write_may_fail_once() {
    story("", |browser| async move {
        browser.before_pages(FAIL_ONCE).await;
        // How many writes three ticks are, from the first on an empty device.
        let (mut spared, mut all) = (0, usize::MAX);
        while spared <= all {
            for how in ["throw", "abort"] {
                browser.open("manifest.webmanifest").await;
                let wipe = "new Promise((done) => {
                    const wiping = indexedDB.deleteDatabase('so-ocop');
                    wiping.onsuccess = wiping.onerror = () => (localStorage.clear(), done(true));
                })";
                assert_eq!(browser.value(wipe).await, json!(true));
                let sheet = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
                browser.value(&format!("(window.how = '{how}', window.spared = {spared}, true)")).await;
                let ticks = [Tick::Offer(1); 3];
                for (leaf, tick) in ticks.into_iter().enumerate() {
                    sheet.tick(leaf, tick).await;
                    let told = "document.querySelector('#luu.saved, #luu.failed')";
                    browser.until("the sign has changed", told).await;
                }
                // It tries again by itself.
                browser.saved().await;
                all = browser.value("window.writes").await.as_u64().expect("a count") as usize;
                let kept = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await.ticks().await;
                assert_eq!(kept, as_read(&ticks.to_vec()), "{how} of write {spared} of {all}");
                browser.no_faults().await;
            }
            spared += 1;
        }
        assert!(all >= 6, "{all} writes");
    });
}

#[test]
fn a_browser_that_dies_while_writing_keeps_the_first_taps_in_order() {
    story("", |browser| async move {
        let ticks = [Tick::Offer(1); 12];
        let sheet = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
        sheet.tap(0, Tick::Offer(1)).await;
        browser.saved().await;
        sheet.tick_all(&ticks).await;
        browser.die_and_start_again().await;
        let kept = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await.ticks().await;
        assert!(!kept.is_empty());
        assert_eq!(kept, as_read(&ticks[..kept.len()].to_vec()));
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn two_tabs_show_the_same_sheet_and_lose_no_tap() {
    story("", |browser| async move {
        let sheet = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
        sheet.tap(0, Tick::Offer(1)).await;
        browser.saved().await;
        let driver = browser.driver();
        let tabs = [driver.window().await.expect("tab"), driver.new_tab().await.expect("tab")];
        driver.switch_to_window(tabs[1].clone()).await.expect("tab");
        let other = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
        browser.until("it is said", "document.querySelector('#the-khac:not([hidden])')").await;
        let mut expected = vec![(0, Tick::Offer(1))];
        // Back and forth: each tab sees what the other did before it does the next thing.
        for (turn, leaf) in (1..=8).enumerate() {
            let (tab, here) = if turn % 2 == 0 { (1, &other) } else { (0, &sheet) };
            driver.switch_to_window(tabs[tab].clone()).await.expect("tab");
            let shown = format!("document.querySelectorAll('.option input:checked').length === {}", expected.len());
            browser.until("what the other tab did", &shown).await;
            here.tick(leaf, Tick::Offer(0)).await;
            browser.saved().await;
            expected.push((leaf, Tick::Offer(0)));
            assert_eq!(here.ticks().await, expected);
        }
        driver.switch_to_window(tabs[1].clone()).await.expect("tab");
        browser.until("it follows", "document.querySelectorAll('.option input:checked').length === 9").await;
        assert_eq!(other.ticks().await, expected);
        assert_eq!(browser.console_errors().await, Vec::<String>::new());
    });
}

#[test]
fn a_tab_goes_on_when_the_one_that_writes_closes_or_hangs() {
    story("", |browser| async move {
        let sheet = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
        sheet.tap(0, Tick::Offer(1)).await;
        browser.saved().await;
        let driver = browser.driver();
        let first = driver.window().await.expect("tab");
        let second = driver.new_tab().await.expect("tab");
        // It hears nothing any more, as a tab that was put aside.
        browser.value("(BroadcastChannel.prototype.postMessage = () => {}, true)").await;
        driver.switch_to_window(second.clone()).await.expect("tab");
        let other = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
        other.tap(1, Tick::Offer(1)).await;
        browser.saved().await;
        let third = driver.new_tab().await.expect("tab");
        driver.switch_to_window(second).await.expect("tab");
        driver.close_window().await.expect("the tab closes");
        driver.switch_to_window(third).await.expect("tab");
        let last = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
        assert_eq!(last.ticks().await, [(0, Tick::Offer(1)), (1, Tick::Offer(1))]);
        last.tap(2, Tick::Offer(1)).await;
        browser.saved().await;
        driver.switch_to_window(first).await.expect("tab");
        browser.until("it follows", "document.querySelectorAll('.option input:checked').length === 3").await;
    });
}

#[test]
fn a_record_that_was_overtaken_is_not_overwritten() {
    story("", |browser| async move {
        // A browser that cannot keep tabs apart.
        browser.before_pages("Object.defineProperty(navigator, 'locks', { value: undefined });").await;
        let sheet = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
        sheet.tap(0, Tick::Offer(1)).await;
        browser.saved().await;
        let driver = browser.driver();
        let first = driver.window().await.expect("tab");
        let second = driver.new_tab().await.expect("tab");
        driver.switch_to_window(second).await.expect("tab");
        browser.before_pages("Object.defineProperty(navigator, 'locks', { value: undefined });").await;
        let other = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
        other.tap(1, Tick::Offer(1)).await;
        browser.saved().await;

        driver.switch_to_window(first).await.expect("tab");
        sheet.tap(2, Tick::Offer(1)).await;
        browser.until("the sign", "document.querySelector('#luu.failed')").await;
        assert!(browser.text(".save-corner [role=alert]").await.contains("Sổ đang mở ở một thẻ khác"));
        assert_eq!(sheet.ticks().await, [(0, Tick::Offer(1)), (2, Tick::Offer(1))], "the tap stays on the screen");
        let file = export_now(&browser).await;
        let answers = &file["content"]["worksheets"][0]["body"]["answers"];
        assert_eq!(answers["1.3"], json!({ "option": 2, "points": 2 }), "and comes into the file");
        let sheet = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
        assert_eq!(sheet.ticks().await, [(0, Tick::Offer(1)), (1, Tick::Offer(1))], "the other tab's tap is there");
    });
}

/// Presses a button of the help under the sign.
async fn press(browser: &Browser, label: &str) {
    let button = By::XPath(format!("//*[@role='alert']//button[.='{label}']"));
    browser.driver().find(button).await.expect(label).click().await.expect(label);
}

async fn export_now(browser: &Browser) -> Value {
    let file = browser.downloaded_by(press(browser, "Xuất tệp ngay")).await;
    serde_json::from_slice(&fs::read(file).expect("the file")).expect("JSON")
}

#[test]
fn without_storage_scoring_works_and_nothing_is_called_saved() {
    let refuse = "throw new DOMException('refused', 'SecurityError')";
    let no_local = format!("Object.defineProperty(window, 'localStorage', {{ get() {{ {refuse} }} }});");
    let no_database = [
        "Object.defineProperty(window, 'indexedDB', { value: undefined });".to_owned(),
        format!("Object.defineProperty(window, 'indexedDB', {{ get() {{ {refuse} }} }});"),
        format!("IDBFactory.prototype.open = () => {{ {refuse} }};"),
    ];
    story("", |browser| async move {
        for without in no_database {
            browser.change_device().await;
            browser.before_pages(&no_local).await;
            browser.before_pages(&without).await;
            check_without_storage(&browser).await;
        }
    });
}

#[test]
fn a_tap_is_kept_when_the_sheet_is_left_at_once() {
    story("", |browser| async move {
        let sheet = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
        assert_eq!(browser.value("performance.getEntriesByType('resource').filter((entry) => /so-ocop-sheet-.*wasm/.test(entry.name)).length > 0").await, json!(true));
        // In one task, so that nothing of the tap can be on the disk when the link is followed.
        let both = "(document.querySelector('input[value=\"0:1\"]').click(), document.querySelector('.sheet-bar a.back').click(), true)";
        browser.value(both).await;
        browser.until("the home page", "document.querySelector('a.card')").await;
        browser.click("a.card").await;
        let sheet = {
            drop(sheet);
            Sheet::try_out_here(&browser).await
        };
        assert_eq!(sheet.ticks().await, [(0, Tick::Offer(1))]);
        // Back to the program that was left, which must not show what it knew then.
        sheet.tap(1, Tick::Offer(1)).await;
        browser.saved().await;
        browser.driver().back().await.expect("back");
        browser.driver().back().await.expect("back");
        browser.until("the sheet as it is now", "document.querySelectorAll('.sheet input:checked').length === 2").await;
        browser.no_faults().await;
    });
}

#[test]
fn a_sheet_that_cannot_be_kept_is_left_only_after_asking() {
    story("", |browser| async move {
        browser
            .before_pages("IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError') };")
            .await;
        let sheet = Sheet::try_out(&browser, "qd-26-2026", "ruou-trang").await;
        sheet.tap(0, Tick::Offer(1)).await;
        browser.until("the sign", "document.querySelector('#luu.failed')").await;
        let answer =
            |yes: bool| format!("(window.confirm = (words) => {{ window.asked = words; return {yes}; }}, true)");
        browser.value(&answer(false)).await;
        browser.click(".sheet-bar a.back").await;
        browser.until("the question", "window.asked?.includes('chưa lưu được')").await;
        assert_eq!(sheet.ticks().await, [(0, Tick::Offer(1))]);
        browser.value(&answer(true)).await;
        sheet.leave().await;
    });
}

async fn check_without_storage(browser: &Arc<Browser>) {
    browser.start("").await;
    browser.until("the home page", "document.querySelector('a.main')").await;
    // The store is tried while the page is there already.
    let said =
        "document.querySelector('.save-corner').textContent.includes('Trình duyệt không cho trang này lưu dữ liệu')";
    browser.until("why nothing is saved", said).await;
    // By a link within the program: what is only in memory ends with it.
    let follow = "(() => { const link = document.createElement('a'); link.href = 'thu/qd-26-2026/ruou-trang'; \
        document.getElementById('frame').append(link); link.click(); link.remove(); return true; })()";
    browser.value(follow).await;
    let sheet = Sheet::try_out_here(browser).await;
    let watch = "(window.signs = [], new MutationObserver(() => signs.push(document.getElementById('luu').textContent))
        .observe(document.getElementById('luu'), { attributes: true, childList: true, characterData: true, subtree: true }), true)";
    browser.value(watch).await;
    sheet.tap(0, Tick::Offer(2)).await;
    sheet.tap(1, Tick::Offer(2)).await;
    assert_eq!(sheet.total().await, 7);
    assert_eq!(browser.text("#luu").await, "Chưa lưu được");
    let file = export_now(browser).await;
    assert_eq!(file["content"]["worksheets"][0]["body"]["answers"].as_object().map(|answers| answers.len()), Some(2));
    // The page stays as it is when one goes to another and comes back.
    sheet.leave().await;
    browser.until("the home page", "document.querySelector('a.card')").await;
    browser.click("a.card").await;
    browser.until("the sheet", "document.querySelector('.sheet #total')?.textContent === '7'").await;
    assert_eq!(browser.value("signs.filter((words) => words.startsWith('Đã lưu'))").await, json!([]));
    assert_eq!(browser.text("#luu").await, "Chưa lưu được");
    browser.no_faults().await;
}

/// What another tab writes makes a session's overview anew, but takes no passphrase and no open question away: a file that was
/// to be encrypted would leave open.
#[test]
fn a_passphrase_and_a_question_stay_while_another_tab_writes() {
    story("", |browser| async move {
        let session = browser.take_sample().await;
        let driver = browser.driver();
        let first = driver.window().await.expect("tab");
        let second = driver.new_tab().await.expect("tab");
        driver.switch_to_window(second.clone()).await.expect("tab");
        browser.start(&format!("{session}/hoi-dong")).await;
        browser.until("who is there", "document.querySelector('[id^=co-mat-]')").await;
        driver.switch_to_window(first.clone()).await.expect("tab");
        let field = "document.querySelector('main.session details input')";
        browser.until("the overview", field).await;
        let fill = format!(
            "((field) => (field.closest('details').open = true, field.value = 'Mẫu đơn 2026', field.dispatchEvent(new Event('input', {{ bubbles: true }})), true))({field})"
        );
        browser.value(&fill).await;
        browser.click("main.session button.danger").await;
        browser.until("the question", "document.querySelector('#xoa-phien[open]')").await;
        driver.switch_to_window(second).await.expect("tab");
        browser.click("[id^=co-mat-]").await;
        browser.saved().await;
        driver.switch_to_window(first).await.expect("tab");
        let told = "document.querySelector('main.session').textContent.includes('Có mặt 4/5')";
        browser.until("what the other tab wrote", told).await;
        assert_eq!(browser.value(&format!("{field}.value")).await, json!("Mẫu đơn 2026"));
        assert_eq!(browser.value("document.querySelector('#xoa-phien').open").await, json!(true));
        browser.no_faults().await;
    });
}
