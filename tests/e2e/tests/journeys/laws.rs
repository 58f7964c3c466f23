//! Laws of the engine in a browser: sheets, choices and copies join in any order to the same bytes.

use e2e::{Engine, program, story_on};
use serde_json::json;

#[test]
fn five_hundred_orders_end_in_the_same_bytes_in_a_browser() {
    let site = program::site("browser", &["test", "--no-run", "--test", "browser", "--features", "browser"], &[]);
    story_on(&site, "", |browser| async move {
        assert_eq!(browser.engine(), Engine::Chromium);
        browser.open("").await;
        browser.until("all orders were tried", "window.orders > 0").await;
        assert_eq!(browser.value("window.orders").await, json!(500));
        browser.no_faults().await;
    });
}
