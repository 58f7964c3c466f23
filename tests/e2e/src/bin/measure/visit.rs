//! One page on a fresh device: opening it twice and tapping, as on a cheap tablet; then writing, at full speed.

use crate::figures::Times;
use e2e::Browser;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

/// The slowdown of the page's main thread.
pub const SLOWDOWN: f64 = 6.0;
/// Taps of one visit whose frame is timed, and those whose write is timed.
pub const TAPS: usize = 70;
pub const WRITES: usize = 24;

const PROBE: &str = include_str!("probe.js");

/// What has been measured of one page.
#[derive(Default)]
pub struct Measured {
    pub first_open: Times,
    /// The same page again at once, as soon as the device itself answers.
    pub second_open: Times,
    /// The same address later, when all is on the device and nothing of it is in the page's memory any more.
    pub later_open: Times,
    pub painted: Times,
    /// From a tap to the sign that it is saved; the floor has no such sign.
    pub saved: Times,
    /// The writing transaction alone.
    pub written: Times,
}

impl Measured {
    pub fn join(&mut self, other: Measured) {
        self.first_open.join(other.first_open);
        self.second_open.join(other.second_open);
        self.later_open.join(other.later_open);
        self.painted.join(other.painted);
        self.saved.join(other.saved);
        self.written.join(other.written);
    }

    /// The medians in short: shows which round was disturbed.
    pub fn words(&self) -> String {
        let all = [&self.first_open, &self.second_open, &self.later_open, &self.painted, &self.written];
        let [first, second, later, painted, written] =
            all.map(|times| times.median().map_or("-".to_owned(), |time| format!("{time:.0}")));
        format!("opens {first}, {second}, {later}; taps {painted}; writes {written}")
    }
}

/// A fixed loop in the page: milliseconds slowed down and at full speed.
pub struct Throttle {
    slow: f64,
    full: f64,
}

pub struct Visit<'a> {
    pub browser: &'a Arc<Browser>,
    pub address: String,
    /// Control values, gone through again and again.
    pub taps: &'a [String],
    /// The app keeps a copy of itself; the floor does not.
    pub is_ours: bool,
}

/// Goes on to a device that never saw any page, with the probe in each page from now on.
pub async fn fresh_device(browser: &Browser) {
    browser.change_device().await;
    browser.before_pages(PROBE).await;
    browser.cdp("Network.enable", json!({})).await;
}

impl Visit<'_> {
    /// The openings only.
    pub async fn open_often(&self, measured: &mut Measured) {
        self.slow().await;
        self.browser.driver().goto(&self.address).await.expect("the page opens");
        measured.first_open.add(self.ready().await);
        if self.is_ours {
            self.browser.until("the copy is at work", "navigator.serviceWorker.controller !== null").await;
        }
        self.browser.driver().refresh().await.expect("the page opens again");
        measured.second_open.add(self.ready().await);
        self.full_speed().await;
        if self.is_ours {
            let complete = "soOcopUpdate.status().then((s) => s && s.complete)";
            self.browser.until("the copy is complete", complete).await;
        }
        self.browser.driver().goto("about:blank").await.expect("an empty page");
        self.slow().await;
        self.browser.driver().goto(&self.address).await.expect("the page opens");
        measured.later_open.add(self.ready().await);
    }

    /// Everything of one round.
    pub async fn measure(&self, measured: &mut Measured) -> Throttle {
        self.open_often(measured).await;
        let mut taps = self.taps.iter().cycle();
        for tap in taps.by_ref().take(TAPS) {
            self.tap(tap).await;
            measured.painted.add(self.number("measure.painted()").await);
        }
        let slow = self.number("measure.loop()").await.expect("a time");
        self.full_speed().await;
        let full = self.number("measure.loop()").await.expect("a time");
        if self.is_ours {
            for tap in taps.take(WRITES) {
                self.tap(tap).await;
                measured.saved.add(self.number("measure.saved()").await);
                measured.written.add(self.number("measure.written()").await);
                // Each write is to stand alone, as a person's taps do.
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        } else {
            let times = self.browser.value(&format!("measure.puts({WRITES})")).await;
            times.as_array().into_iter().flatten().for_each(|time| measured.written.add(time.as_f64()));
        }
        self.browser.no_faults().await;
        self.browser.driver().goto("about:blank").await.expect("an empty page");
        Throttle { slow, full }
    }

    /// Milliseconds until the first tap is possible.
    async fn ready(&self) -> Option<f64> {
        let ready = self.number("measure.ready()").await;
        // What the page does after it is ready belongs to no tap.
        self.browser.value("measure.calm().then(() => null)").await;
        ready
    }

    /// A real press of the pointer; everything before it has been painted.
    async fn tap(&self, tap: &str) {
        let place = self.browser.value(&format!("measure.place('{tap}')")).await;
        self.point("mouseMoved", &place).await;
        self.browser.value("measure.calm().then(() => null)").await;
        self.point("mousePressed", &place).await;
        tokio::time::sleep(Duration::from_millis(40)).await;
        self.point("mouseReleased", &place).await;
    }

    async fn point(&self, kind: &str, place: &Value) {
        let button = if kind == "mouseMoved" { "none" } else { "left" };
        let event = json!({ "type": kind, "x": place[0], "y": place[1], "button": button, "clickCount": 1 });
        self.browser.cdp("Input.dispatchMouseEvent", event).await;
    }

    async fn number(&self, expression: &str) -> Option<f64> {
        self.browser.value(expression).await.as_f64()
    }

    /// A cheap tablet on slow 4G, as Lighthouse has it: 150 ms there and back × 3.75, 1.6 and 0.75 Mbit/s × 0.9.
    async fn slow(&self) {
        self.conditions(SLOWDOWN, 562.5, 1_474_560.0 / 8.0, 691_200.0 / 8.0).await;
    }

    async fn full_speed(&self) {
        self.conditions(1.0, 0.0, -1.0, -1.0).await;
    }

    async fn conditions(&self, slowdown: f64, latency: f64, down: f64, up: f64) {
        let network =
            json!({ "offline": false, "latency": latency, "downloadThroughput": down, "uploadThroughput": up });
        self.browser.cdp("Network.emulateNetworkConditions", network).await;
        self.browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": slowdown })).await;
    }
}

impl Throttle {
    /// The slowdown that really applied.
    pub fn applied(&self) -> f64 {
        self.slow / self.full
    }

    pub fn holds(&self) -> bool {
        (self.applied() / SLOWDOWN - 1.0).abs() < 0.25
    }

    pub fn words(&self) -> String {
        let Throttle { slow, full } = self;
        format!("fixed loop {full:.1} ms, throttled {slow:.1} ms: {:.1}× of {SLOWDOWN}×", self.applied())
    }
}
