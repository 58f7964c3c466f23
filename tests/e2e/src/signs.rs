//! What every page of the app shows, and what lies on the device.

use crate::{Browser, Overview};
use serde_json::{Value, json};
use std::sync::Arc;

impl Browser {
    /// Waits until the sign says that everything is saved.
    pub async fn saved(&self) {
        self.until("everything is saved", "document.querySelector('#luu.saved')").await;
        assert!(self.text("#luu").await.starts_with("Đã lưu "));
    }

    /// The address of the page that is shown, relative to the site.
    pub async fn address(&self) -> String {
        let url = self.driver().current_url().await.expect("address").to_string();
        url.strip_prefix(&self.server.url("")).unwrap_or(&url).to_owned()
    }

    /// The text of an element.
    pub async fn text(&self, selector: &str) -> String {
        let text = self.value(&format!("document.querySelector({}).textContent", json!(selector))).await;
        match text {
            Value::String(text) => text,
            other => panic!("{selector}: {other}"),
        }
    }

    /// The number of records on this device; 0 where there is no database yet. Looking never makes one.
    pub async fn stored_records(&self) -> Value {
        let count = "new Promise((done) => {
            const asked = indexedDB.open('so-ocop');
            asked.onupgradeneeded = () => asked.transaction.abort();
            asked.onerror = () => done(0);
            asked.onsuccess = ({ target: { result: db } }) => {
                db.transaction('records').objectStore('records').count().onsuccess = ({ target }) => {
                    db.close();
                    done(target.result);
                };
            };
        })";
        self.value(count).await
    }

    /// Takes in the sample of the home page and stays on the overview of its session; answers its address.
    pub async fn take_sample(self: &Arc<Self>) -> String {
        self.start("").await;
        self.until("the home page", "document.getElementById('mau')").await;
        self.click("#mau").await;
        Overview::here(self).await;
        self.address().await
    }

    /// Fails if any page since the last call did what no page of ours may do.
    pub async fn nothing_was_wrong(&self) {
        self.no_faults().await;
        assert_eq!(self.console_errors().await, Vec::<String>::new());
    }
}
