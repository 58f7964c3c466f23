//! What is proved by doing it often: the counts are short here, and as long as one likes with `cargo xtask proof`.

use e2e::reckoning::{Criteria, Tick};
use e2e::tables::{paste_products, preview, take};
use e2e::{Browser, Sheet, rounds, story};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;

const DECISION: &str = "qd-26-2026";
const SLUG: &str = "che-bien-tu-rau-cu-qua-hat";

/// Repeatable dice.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n.max(1)
    }
}

/// Taps one line after the other and keeps, outside of the browser, how many were shown saved when it died: the page
/// puts the count into its title whenever the sign is green.
const COUNT_SAVED: &str = "
    window.tapped = 0;
    const count = () => {
        const sign = document.getElementById('luu');
        if (sign && sign.classList.contains('saved')) document.title = 'saved ' + window.tapped;
    };
    setInterval(count, 4);";

async fn taps_shown_saved(browser: &Browser) -> usize {
    let title = browser.value("document.title").await;
    let Value::String(title) = title else { return 0 };
    title.strip_prefix("saved ").and_then(|count| count.parse().ok()).unwrap_or(0)
}

/// R1: the browser is killed at any moment while someone scores; every tap that was shown saved is there, and none
/// that was never made.
#[test]
fn r1_every_tap_that_was_shown_saved_is_there_after_the_browser_was_killed() {
    let criteria = Criteria::read(SLUG);
    // A line that another one closes holds nothing to look for.
    let lines = criteria.leaves.iter().position(|leaf| leaf.only_with.is_some()).expect("a line that can be closed");
    story("", move |browser| async move {
        browser.before_pages(COUNT_SAVED).await;
        let mut dice = Dice(2026);
        for round in 0..rounds(20) {
            let sheet = Sheet::try_out(&browser, DECISION, SLUG).await;
            let before = sheet.ticks().await;
            // The second half of the options is only reached in odd rounds, so that every round changes every line.
            let offer = round % 2;
            let taps = 1 + dice.below(lines);
            let tap = format!(
                "(async () => {{
                    for (let line = 0; line < {taps}; line++) {{
                        document.querySelector(`input[value=\"${{line}}:{offer}\"]`).click();
                        window.tapped = line + 1;
                        await new Promise((next) => setTimeout(next, {}));
                    }}
                }})()",
                dice.below(30)
            );
            browser.value(&format!("({tap}, true)")).await;
            let until = dice.below(taps + 1);
            browser.until("so many taps are made", &format!("window.tapped >= {until}")).await;
            let saved = taps_shown_saved(&browser).await;
            browser.die_and_start_again().await;
            let after = Sheet::try_out(&browser, DECISION, SLUG).await.ticks().await;
            if let Some(line) = (0..saved).find(|line| !after.contains(&(*line, Tick::Offer(offer)))) {
                // Whether it is gone, or was shown late: a sheet that seems empty for a while is no better.
                let is_checked = format!("document.querySelector('input[value=\"{line}:{offer}\"]:checked')");
                let is_late = browser.comes(&is_checked, Duration::from_secs(20)).await;
                let stored = browser.stored_records().await;
                let databases = browser.value("indexedDB.databases().then(JSON.stringify)").await;
                let kept = browser.value("JSON.stringify({ ...localStorage })").await;
                let sight = browser.sight().await;
                panic!(
                    "round {round}: line {line} of {saved} saved; late: {is_late}; {stored} records; {databases}; {kept}; \
                     before {before:?}; after {after:?}; {sight}"
                );
            }
            for tick in &after {
                let is_of_now = tick.0 < taps && tick.1 == Tick::Offer(offer);
                assert!(is_of_now || before.contains(tick), "round {round}: {tick:?} was never made");
            }
        }
    });
}

/// R4: two tabs by turns in any order, one of them closed or loaded anew now and then. Whatever a tab does, it has seen
/// what the other did before.
#[test]
fn r4_two_tabs_in_any_order_lose_no_tap() {
    story("", |browser| async move {
        // A check is made with its first answer.
        Sheet::try_out(&browser, DECISION, SLUG).await.tick(0, Tick::Offer(0)).await;
        browser.saved().await;
        let driver = browser.driver();
        let first = driver.window().await.expect("tab");
        let second = driver.new_tab().await.expect("tab");
        driver.switch_to_window(second.clone()).await.expect("tab");
        Sheet::try_out(&browser, DECISION, SLUG).await;
        let mut tabs = [first, second];
        let (mut dice, mut expected) = (Dice(4), BTreeMap::from([(0, 0)]));
        for round in 0..rounds(20) {
            for _ in 0..1 + dice.below(4) {
                let at = dice.below(2);
                driver.switch_to_window(tabs[at].clone()).await.expect("tab");
                match dice.below(6) {
                    0 => drop(Sheet::try_out(&browser, DECISION, SLUG).await),
                    1 => {
                        // The other one goes, whether it held the turn or not, and a new one takes its place.
                        driver.switch_to_window(tabs[1 - at].clone()).await.expect("tab");
                        driver.close_window().await.expect("the tab closes");
                        driver.switch_to_window(tabs[at].clone()).await.expect("tab");
                        tabs[1 - at] = driver.new_tab().await.expect("tab");
                        driver.switch_to_window(tabs[1 - at].clone()).await.expect("tab");
                        drop(Sheet::try_out(&browser, DECISION, SLUG).await);
                        driver.switch_to_window(tabs[at].clone()).await.expect("tab");
                    }
                    _ => {}
                }
                let sheet = Sheet::try_out_here(&browser).await;
                let seen: Vec<String> = expected.iter().map(|(line, offer)| format!("{line}:{offer}")).collect();
                let here = "[...document.querySelectorAll('.option input:checked')].map((c) => c.value)";
                let shown = format!("JSON.stringify({here}) === {}", json!(json!(seen).to_string()));
                browser.until(&format!("round {round}: what the other tab did"), &shown).await;
                let (line, offer) = (dice.below(12), dice.below(2));
                sheet.tick(line, Tick::Offer(offer)).await;
                // What was so already is no change.
                if expected.insert(line, offer) != Some(offer) {
                    browser.saved().await;
                }
            }
        }
        for tab in tabs {
            driver.switch_to_window(tab).await.expect("tab");
            let ticks = Sheet::try_out(&browser, DECISION, SLUG).await.ticks().await;
            let expected: Vec<(usize, Tick)> =
                expected.iter().map(|(line, offer)| (*line, Tick::Offer(*offer))).collect();
            assert_eq!(ticks, expected);
        }
    });
}

/// Scores for ten seconds as fast as a person could, up and down the sheet; answers the median of the milliseconds from a
/// tap to the frame after it.
const SCORE: &str = "new Promise((done) => {
    const lines = [...document.querySelectorAll('.criterion')].filter((line) => line.querySelector('input'));
    const times = [], end = performance.now() + 10000;
    let at = 0;
    const tap = () => {
        const options = lines[at % lines.length].querySelectorAll('input');
        const option = options[Math.floor(at / lines.length) % options.length], begun = performance.now();
        at++;
        option.click();
        requestAnimationFrame(() => requestAnimationFrame(() => {
            times.push(performance.now() - begun);
            if (performance.now() < end) return setTimeout(tap, 60);
            times.sort((a, b) => a - b);
            done(times[times.length >> 1]);
        }));
    };
    tap();
})";

/// What the page holds after the browser has cleared up, in bytes.
async fn held(browser: &Browser) -> f64 {
    // A collection may come while the browser itself still has nodes in hand that the page let go: the least of several.
    let mut least = f64::INFINITY;
    for _ in 0..4 {
        browser.cdp("HeapProfiler.collectGarbage", json!({})).await;
        let usage = browser.cdp("Runtime.getHeapUsage", json!({})).await;
        let kinds = ["usedSize", "embedderHeapUsedSize", "backingStorageSize"];
        least = least.min(kinds.iter().filter_map(|kind| usage[kind].as_f64()).sum());
    }
    least
}

/// Soak: in units of ten seconds; an hour is 360. Memory stays within 1.3 times what it was after the first unit, and a
/// tap is no slower than twice what it was (a frame more is the screen's doing, not ours).
#[test]
fn soak_an_hour_of_scoring_holds_no_more_and_is_no_slower() {
    story("", |browser| async move {
        Sheet::try_out(&browser, DECISION, SLUG).await;
        let mut seen = Vec::new();
        for _ in 0..rounds(2).max(2) {
            let median = browser.value(SCORE).await.as_f64().expect("milliseconds");
            browser.saved().await;
            seen.push((held(&browser).await, median));
        }
        let ((first, early), (last, late)) = (seen[0], seen[seen.len() - 1]);
        println!("held {first} -> {last} bytes, a tap {early:.1} -> {late:.1} ms");
        assert!(last <= 1.3 * first, "{first} bytes became {last}: {seen:?}");
        assert!(late <= 2.0 * early + 17.0, "{early} ms became {late}: {seen:?}");
        browser.no_faults().await;
    });
}

/// Scrolls through a table for ten seconds, a stretch in each frame, and answers how many rows it has painted at most.
const SCROLL: &str = "new Promise((done) => {
    const scroller = document.querySelector('.grid-scroll'), end = performance.now() + 10000;
    let step = 700, most = 0;
    const frame = () => {
        const before = scroller.scrollTop;
        scroller.scrollTop += step;
        if (scroller.scrollTop === before) step = -step;
        most = Math.max(most, document.querySelectorAll('#bang tr[data-row]').length);
        if (performance.now() < end) requestAnimationFrame(frame); else done(most);
    };
    requestAnimationFrame(frame);
})";

/// Soak: the same for the table with the products of a province, which is scrolled without a pause.
#[test]
fn soak_an_hour_of_scrolling_holds_no_more() {
    story("", |browser| async move {
        browser.start("san-pham").await;
        paste_products(&browser, "Dầu lạc", 20_000).await;
        preview(&browser).await;
        take(&browser).await;
        browser.until("all rows", "document.querySelector('#bang').getAttribute('aria-rowcount') === '20001'").await;
        browser.quiet().await;
        let mut seen = Vec::new();
        for _ in 0..rounds(2).max(2) {
            let most = browser.value(SCROLL).await.as_u64().expect("rows");
            assert!((5..100).contains(&most), "{most} rows are painted");
            seen.push(held(&browser).await);
        }
        let (first, last) = (seen[0], seen[seen.len() - 1]);
        println!("held {first} -> {last} bytes");
        assert!(last <= 1.3 * first, "{first} bytes became {last}: {seen:?}");
        browser.no_faults().await;
    });
}
