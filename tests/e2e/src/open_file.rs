//! The page that takes a file.

use crate::Browser;
use std::path::Path;
use std::sync::Arc;
use thirtyfour::prelude::*;

/// The page that takes a file.
pub struct OpenFile(Arc<Browser>);

impl OpenFile {
    pub async fn open(browser: &Arc<Browser>) -> OpenFile {
        browser.start("mo-tep").await;
        browser.until("the field for a file", "document.getElementById('tep')").await;
        OpenFile(Arc::clone(browser))
    }

    /// Picks a file; answers what the preview says, or why the file is refused.
    pub async fn pick(&self, file: &Path) -> String {
        let field = self.0.driver().find(By::Id("tep")).await.expect("field");
        field.send_keys(file.to_string_lossy()).await.expect("a file");
        self.0.until("it is read", "document.querySelector('#dua-vao, #giong-het, #tu-choi')").await;
        self.0.text(".reading").await
    }

    /// Takes in what was previewed.
    pub async fn take_in(&self) {
        self.0.click("#dua-vao").await;
        self.0.until("it is taken in", "document.getElementById('da-nhap')").await;
    }
}
