//! The form of a session, filled in as a person does: with keys, by the labels.

use crate::Browser;
use serde_json::json;
use std::sync::Arc;
use thirtyfour::prelude::*;

/// The form of a new session.
pub struct Form(Arc<Browser>);

#[derive(Clone, Copy)]
pub struct NewMember<'a> {
    pub name: &'a str,
    pub post: &'a str,
    pub role: &'a str,
}

#[derive(Clone, Copy)]
pub struct NewProduct<'a> {
    pub name: &'a str,
    pub producer: &'a str,
    /// What is typed to find the set, and the set's code.
    pub search: &'a str,
    pub set: &'a str,
}

impl Form {
    /// Goes there from the home page.
    pub async fn open(browser: &Arc<Browser>) -> Form {
        browser.start("").await;
        browser.until("the home page", "document.querySelector('a.main')").await;
        browser.driver().find(By::LinkText("Tạo phiên đánh giá")).await.expect("link").click().await.expect("click");
        browser.until("the form", "document.getElementById('luu-phien')").await;
        Form(Arc::clone(browser))
    }

    /// The form that is shown, or about to be.
    pub async fn here(browser: &Arc<Browser>) -> Form {
        browser.until("the form", "document.getElementById('luu-phien')").await;
        Form(Arc::clone(browser))
    }

    async fn find(&self, path: &str) -> WebElement {
        self.0.driver().find(By::XPath(path)).await.unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Types into the field with this label, in the row with this heading or outside of rows.
    async fn write(&self, row: Option<&str>, label: &str, text: &str) {
        let row = row.map(|row| format!("//fieldset[legend='{row}']")).unwrap_or_default();
        let field = self.find(&format!("{row}//label[span='{label}']/input")).await;
        field.send_keys(text).await.expect(label);
    }

    async fn press(&self, within: &str, button: &str) {
        self.find(&format!("{within}//button[normalize-space()='{button}']")).await.click().await.expect(button);
    }

    pub async fn basics(&self, name: &str, council: &str, date: &str) {
        self.write(None, "Tên phiên", name).await;
        self.write(None, "Hội đồng", council).await;
        // Keys in a date field depend on the language of the browser.
        let field = "document.querySelector('input[type=date]')";
        let set = format!("({field}.value = '{date}', {field}.dispatchEvent(new Event('input', {{ bubbles: true }})))");
        assert_eq!(self.0.value(&set).await, json!(true));
    }

    /// Fills in the members; rows are added as needed.
    pub async fn members(&self, members: &[NewMember<'_>]) {
        let rows = "//section[h2='Thành viên']";
        let there = self.0.driver().find_all(By::XPath(format!("{rows}//fieldset"))).await.expect("rows").len();
        for _ in there..members.len() {
            self.press(rows, "Thêm thành viên").await;
        }
        for (at, member) in members.iter().enumerate() {
            let row = format!("Thành viên {}", at + 1);
            self.write(Some(&row), "Họ và tên", member.name).await;
            self.write(Some(&row), "Chức vụ, đơn vị", member.post).await;
            let option = format!("//fieldset[legend='{row}']//option[.='{}']", member.role);
            self.find(&option).await.click().await.expect("role");
        }
    }

    /// Fills in the products; each set is searched for and taken from what is found.
    pub async fn products(&self, products: &[NewProduct<'_>]) {
        for _ in 1..products.len() {
            self.press("//section[h2='Sản phẩm']", "Thêm sản phẩm").await;
        }
        for (at, product) in products.iter().enumerate() {
            let row = format!("Sản phẩm {}", at + 1);
            self.write(Some(&row), "Tên sản phẩm", product.name).await;
            self.write(Some(&row), "Chủ thể", product.producer).await;
            self.write(Some(&row), "Tìm bộ sản phẩm (gõ không dấu cũng được)", product.search).await;
            let fieldset = format!("//fieldset[legend='{row}']");
            let found = format!("{fieldset}//button[starts-with(., '{}. ')]", product.set);
            self.find(&found).await.click().await.expect("set");
            self.find(&format!("{fieldset}//div[@class='chosen']")).await;
        }
    }

    /// Creates the session; answers its address.
    pub async fn create(self) -> String {
        self.0.click("#luu-phien").await;
        // Another program: it is started once everything is on the disk.
        self.0.until("the overview", "document.querySelector('table.grid')").await;
        self.0.address().await
    }
}
