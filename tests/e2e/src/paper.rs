//! What a page comes to on paper.

use crate::Browser;
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A printed page's text.
pub struct Printed {
    /// The text of all pages, made plain.
    text: String,
    pub pages: usize,
}

impl Browser {
    /// Prints the page that is shown, on the paper that it asks for.
    pub async fn print(&self) -> Printed {
        let file = self.print_to_file("printed").await;
        let text = Command::new("pdftotext").arg("-raw").arg(&file).arg("-").output();
        let text = text.expect("pdftotext (package poppler-utils)");
        assert!(text.status.success(), "{}", String::from_utf8_lossy(&text.stderr));
        let text = String::from_utf8(text.stdout).expect("a text");
        Printed { pages: text.matches('\u{c}').count(), text: plain(&text) }
    }

    /// Prints the page that is shown into a file of the test's folder.
    pub async fn print_to_file(&self, name: &str) -> PathBuf {
        let asked = json!({ "preferCSSPageSize": true, "transferMode": "ReturnAsBase64" });
        let pdf = self.cdp("Page.printToPDF", asked).await;
        let bytes = BASE64_STANDARD.decode(pdf["data"].as_str().expect("a PDF")).expect("base64");
        let file = self.folder().join(format!("{name}.pdf"));
        fs::write(&file, bytes).expect("a file");
        file
    }

    /// The rows of a table as they stand in the page, cell after cell.
    pub async fn rows(&self, selector: &str) -> Vec<String> {
        let rows = format!("[...document.querySelectorAll({})].map((row) => row.textContent)", json!(selector));
        let rows: Value = self.value(&rows).await;
        rows.as_array().expect("rows").iter().map(|row| plain(row.as_str().unwrap_or_default())).collect()
    }
}

impl Printed {
    /// Fails unless every row is there, once, in order, with nothing between two rows but what is repeated on a new
    /// page: `head`, and the number of the page.
    pub fn holds_each_once(&self, rows: &[String], head: &str) {
        let head = plain(head);
        let start = rows.first().and_then(|first| self.text.find(first.as_str()));
        let mut rest = &self.text
            [start.unwrap_or_else(|| panic!("the first row is not printed: {:?}\n{}", rows.first(), self.text))..];
        for row in rows {
            if let Some(after) = rest.strip_prefix(row.as_str()) {
                rest = after;
                continue;
            }
            // A new page, with its number.
            let numbered = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
            let after = numbered.strip_prefix(head.as_str()).and_then(|rest| rest.strip_prefix(row.as_str()));
            let begin: String = rest.chars().take(200).collect();
            rest = after.unwrap_or_else(|| panic!("wanted: {row}\nprinted: {begin}\nhead: {head}"));
        }
    }

    /// How often words stand on the pages.
    pub fn count(&self, words: &str) -> usize {
        self.text.matches(&plain(words)).count()
    }

    pub fn says(&self, words: &str) -> bool {
        self.text.contains(&plain(words))
    }
}

/// A text without blanks and in small letters: where lines are broken, and what is set in capitals, says nothing.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}
