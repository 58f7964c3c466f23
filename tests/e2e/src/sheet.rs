//! The scoring sheet.

use crate::Browser;
use crate::reckoning::{Criteria, Tick, Ticks};
use serde_json::json;
use std::sync::Arc;
use thirtyfour::prelude::*;

/// The sheet grows piece by piece.
const WHOLE: &str = "document.querySelector('.sheet-body:not([aria-busy]) .criterion')";

/// A member's sheet for a product.
pub struct Sheet(Arc<Browser>);

impl Sheet {
    /// The sheet that is shown, or about to be.
    pub async fn here(browser: &Arc<Browser>, member: &str, product: &str) -> Sheet {
        let shown = format!(
            "(document.querySelector('.sheet h1')?.textContent ?? '').startsWith({}) && \
             document.querySelector('.sheet-who').textContent === {} && {WHOLE}",
            json!(product),
            json!(member)
        );
        browser.until("the sheet", &shown).await;
        Sheet(Arc::clone(browser))
    }

    /// The sheet of a self-check with a set of a decision.
    pub async fn try_out(browser: &Arc<Browser>, decision: &str, slug: &str) -> Sheet {
        browser.start(&format!("thu/{decision}/{slug}")).await;
        Sheet::try_out_here(browser).await
    }

    /// The sheet of a self-check that is shown, or about to be.
    pub async fn try_out_here(browser: &Arc<Browser>) -> Sheet {
        browser.until("the sheet", WHOLE).await;
        Sheet(Arc::clone(browser))
    }

    /// Ticks one option with the pointer.
    pub async fn tap(&self, leaf: usize, tick: Tick) {
        self.0.click(&format!("label.option:has({})", control(leaf, tick))).await;
    }

    /// Ticks one option from within the page.
    pub async fn tick(&self, leaf: usize, tick: Tick) {
        self.0.value(&format!("(document.querySelector('{}').click(), true)", control(leaf, tick))).await;
    }

    /// Ticks many options from within the page, faster than any hand.
    pub async fn tick_all(&self, ticks: &[Tick]) {
        let controls: Vec<String> = controls(ticks).into_iter().map(|(leaf, tick)| control(leaf, tick)).collect();
        let click = "controls.forEach((control) => document.querySelector(control).click())";
        self.0.value(&format!("((controls) => {{ {click} }})({})", json!(controls))).await;
    }

    /// Ticks with the pointer, line by line.
    pub async fn tap_all(&self, ticks: &[Tick]) {
        for (leaf, tick) in controls(ticks) {
            self.tap(leaf, tick).await;
        }
    }

    /// Fills the sheet in with the keyboard alone: a digit for the points, Enter for the next open line.
    pub async fn type_all(&self, criteria: &Criteria, ticks: &[Tick]) {
        let driver = self.0.driver();
        self.0.value("(document.querySelector('button.next').focus(), true)").await;
        driver.action_chain().send_keys(Key::Enter).perform().await.expect("Enter");
        for (leaf, tick) in controls(ticks) {
            let here = format!("document.activeElement.closest('.criterion')?.id === 'tc-{leaf}'");
            self.0.until("the line has the focus", &here).await;
            let keys = format!("{}{}", criteria.points(leaf, tick), char::from(Key::Enter));
            driver.action_chain().send_keys(keys).perform().await.expect("keys");
        }
    }

    /// What is ticked, line by line; lines that want no tick are `Closed`, open ones are missing.
    pub async fn ticks(&self) -> Vec<(usize, Tick)> {
        let read =
            "[...document.querySelectorAll('.criterion:not(.closed) .option input:checked')].map((c) => c.value)";
        let values: Vec<String> = serde_json::from_value(self.0.value(read).await).expect("values");
        let tick = |value: String| {
            let (leaf, offer) = value.split_once(':').expect("leaf and offer");
            let tick = offer.parse().map_or(Tick::None, Tick::Offer);
            (leaf.parse().expect("leaf"), tick)
        };
        values.into_iter().map(tick).collect()
    }

    /// Writes a note under a line, with the keyboard.
    pub async fn write_note(&self, leaf: usize, text: &str) {
        self.0.click(&format!("#tc-{leaf} .note > summary")).await;
        let area = self.0.driver().find(By::Css(format!("#tc-{leaf} textarea"))).await.expect("textarea");
        area.send_keys(text).await.expect("keys");
    }

    pub async fn note(&self, leaf: usize) -> String {
        let value = self.0.value(&format!("document.querySelector('#tc-{leaf} textarea').value")).await;
        value.as_str().unwrap_or_default().to_owned()
    }

    /// The total that the sheet shows.
    pub async fn total(&self) -> i64 {
        self.0.text("#total").await.parse().expect("points")
    }

    /// Reads the sheet back: line by line the number with its title, what was chosen, the points.
    pub async fn read_back(&self) -> Vec<[String; 3]> {
        self.0.click("#khoa").await;
        self.0.until("the sheet is read back", "document.querySelector('#doc-lai[open] tr')").await;
        let rows = "[...document.querySelectorAll('#doc-lai tr')].map((row) => [...row.cells].map((cell) => cell.textContent))";
        serde_json::from_value(self.0.value(rows).await).expect("rows")
    }

    /// Locks the sheet that was read back.
    pub async fn lock(&self) {
        self.0.click("#khoa-that").await;
        self.0.until("the sheet is locked", "document.getElementById('khoa').textContent === 'Mở lại phiếu'").await;
        self.0.saved().await;
    }

    /// Opens a locked sheet again.
    pub async fn reopen(&self, reason: &str) {
        self.0.click("#khoa").await;
        self.0.until("a reason is asked for", "document.querySelector('#mo-lai[open] textarea')").await;
        assert_eq!(self.0.value("document.getElementById('mo-lai-that').disabled").await, json!(true));
        let area = self.0.driver().find(By::Css("#mo-lai textarea")).await.expect("textarea");
        area.send_keys(reason).await.expect("reason");
        self.0.click("#mo-lai-that").await;
        let open = "document.getElementById('khoa').textContent === 'Đọc lại và khóa phiếu'";
        self.0.until("the sheet is open", open).await;
        self.0.saved().await;
    }

    /// Goes back to the overview, or from a self-check to the home page.
    pub async fn leave(self) {
        self.0.click(".sheet-bar a.back").await;
        self.0.until("the sheet is left", "!document.querySelector('.sheet')").await;
    }

    pub async fn press(&self, button: &str) {
        let path = format!("//footer//button[normalize-space()='{button}']");
        self.0.driver().find(By::XPath(path)).await.expect(button).click().await.expect(button);
    }

    /// Says that the rule with these words holds.
    pub async fn find_rule(&self, condition: &str, reason: &str) {
        let driver = self.0.driver();
        let rule = format!("//div[contains(@class, 'rule')][p[contains(., '{condition}')]]");
        let find = async |path: &str| driver.find(By::XPath(format!("{rule}{path}"))).await.expect("rule");
        find("//summary").await.click().await.expect("summary");
        find("//input").await.send_keys(reason).await.expect("reason");
        find("//button[normalize-space()='Ghi nhận']").await.click().await.expect("button");
    }
}

/// The lines that want a tick.
fn controls(ticks: &[Tick]) -> Vec<(usize, Tick)> {
    ticks.iter().copied().enumerate().filter(|(_, tick)| *tick != Tick::Closed).collect()
}

fn control(leaf: usize, tick: Tick) -> String {
    match tick {
        Tick::Offer(offer) => format!("input[value=\"{leaf}:{offer}\"]"),
        Tick::None | Tick::Closed => format!("input[value=\"{leaf}:none\"]"),
    }
}

/// All ticks of a sheet as [`Sheet::ticks`] reads them.
pub fn as_read(ticks: &Ticks) -> Vec<(usize, Tick)> {
    controls(ticks)
}
