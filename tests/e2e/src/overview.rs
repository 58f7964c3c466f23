//! The overview of a session.

use crate::{Browser, Sheet};
use serde_json::Value;
use std::path::PathBuf;
use std::sync::Arc;

/// The overview of a session.
pub struct Overview(Arc<Browser>);

/// A line of the table of results, as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultRow {
    pub product: String,
    pub producer: String,
    pub sheets: String,
    pub parts: Vec<String>,
    pub mean: String,
    pub rank: String,
    pub conclusion: String,
}

impl Overview {
    /// Opens the session at this address.
    pub async fn open(browser: &Arc<Browser>, address: &str) -> Overview {
        browser.start(address).await;
        Overview::here(browser).await
    }

    /// The overview that is shown, or about to be.
    pub async fn here(browser: &Arc<Browser>) -> Overview {
        browser.until("the overview", "document.querySelector('table.grid')").await;
        Overview(Arc::clone(browser))
    }

    /// What the cell of a member and a product says to who cannot see it.
    pub async fn cell(&self, member: &str, product: &str) -> String {
        let label = format!("document.querySelector(`{}`)?.ariaLabel ?? ''", cell(member, product));
        self.0.value(&label).await.as_str().unwrap_or_default().to_owned()
    }

    /// Opens a member's sheet by its cell.
    pub async fn sheet(self, member: &str, product: &str) -> Sheet {
        self.0.click(&cell(member, product)).await;
        Sheet::here(&self.0, member, product).await
    }

    pub async fn results(&self) -> Vec<ResultRow> {
        self.0.until("the results", "document.querySelector('table.results td[data-mean]')").await;
        let rows = "[...document.querySelectorAll('table.results tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))";
        let rows: Vec<Vec<String>> = serde_json::from_value(self.0.value(rows).await).expect("rows");
        let row = |cells: Vec<String>| match &cells[..] {
            [_, product, producer, sheets, parts @ .., mean, rank, conclusion] => ResultRow {
                product: product.clone(),
                producer: producer.clone(),
                sheets: sheets.clone(),
                parts: parts.to_vec(),
                mean: mean.clone(),
                rank: rank.clone(),
                conclusion: conclusion.clone(),
            },
            _ => panic!("a row of results: {cells:?}"),
        };
        rows.into_iter().map(row).collect()
    }

    /// The exported file.
    pub async fn export(&self) -> PathBuf {
        self.0.downloaded_by(self.0.click("#xuat")).await
    }

    /// The drawing's title and the values in it, to compare with the table.
    pub async fn drawn_means(&self) -> Value {
        self.0.value("[...document.querySelectorAll('.chart .value')].map((value) => value.textContent)").await
    }
}

fn cell(member: &str, product: &str) -> String {
    format!(r#"a.cell[aria-label^="Phiếu của {member} cho {product}:"]"#)
}
