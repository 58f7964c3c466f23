//! What is proved by doing it often: the counts are short here, and as long as one likes with `cargo xtask proof`.

use e2e::reckoning::{Criteria, Tick};
use e2e::{Browser, Sheet, rounds, story};
use serde_json::Value;

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
    let lines = criteria.leaves.len().min(24);
    story("", move |browser| async move {
        browser.before_pages(COUNT_SAVED).await;
        let mut dice = Dice(2026);
        for round in 0..rounds(5) {
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
            for line in 0..saved {
                assert!(
                    after.contains(&(line, Tick::Offer(offer))),
                    "round {round}: line {line} of {saved} saved: {after:?}"
                );
            }
            for tick in &after {
                let is_of_now = tick.0 < taps && tick.1 == Tick::Offer(offer);
                assert!(is_of_now || before.contains(tick), "round {round}: {tick:?} was never made");
            }
        }
    });
}
