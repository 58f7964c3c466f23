//! What tests of the plans share.

use std::sync::Arc;

use serde_json::json;

use crate::Browser;
use crate::office::fill;

/// Makes a plan for 2027 of the commune Điềm He from the template; its address.
pub async fn plan_of_a_commune(browser: &Arc<Browser>) -> String {
    browser.start("ke-hoach/moi").await;
    from_template(browser).await
}

/// The same, from the page of a new plan on.
pub async fn from_template(browser: &Arc<Browser>) -> String {
    fill(browser, "Từ năm", "2027").await;
    fill(browser, "Đến năm", "2027").await;
    browser.until("the search for a unit", "document.querySelector('.place input')").await;
    type_into(browser, ".place input", "diem he").await;
    let found =
        "[...document.querySelectorAll('.place button.set')].find((own) => own.textContent.includes('Điềm He'))";
    browser.until("the commune", found).await;
    browser.value(&format!("({found}.click(), true)")).await;
    browser.until("the commune is taken", "document.querySelector('.place .chosen')").await;
    browser.click("#lap-ke-hoach").await;
    browser.until("the text", "document.querySelector('.plan-paper .prose')").await;
    browser.saved().await;
    browser.address().await
}

/// Opens a part of the plan on the page by its chip.
pub async fn part(browser: &Browser, word: &str) {
    let chip = format!("nav.plan-parts a[href$=\"/{word}\"]");
    browser.value(&format!("(document.querySelector('{chip}').click(), true)")).await;
    browser.until(word, &format!("document.querySelector('{chip}[aria-current]')")).await;
}

/// Puts text in the field that `selector` finds, as typing does.
pub async fn type_into(browser: &Browser, selector: &str, text: &str) {
    let script = format!(
        "((field) => (field.value = {}, field.dispatchEvent(new Event('input', {{ bubbles: true }})), true))\
         (document.querySelector({}))",
        json!(text),
        json!(selector)
    );
    browser.value(&script).await;
}

/// Opens a sample plan and makes a plan of one's own of it.
pub async fn copy_sample(browser: &Browser, name: &str) {
    browser.start(&["ke-hoach/mau/", name].concat()).await;
    browser.until("the sample", "document.getElementById('chep-mau')").await;
    browser.click("#chep-mau").await;
}
