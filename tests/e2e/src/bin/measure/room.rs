//! The council in the room on a cheap tablet: all sheets of a session taken in at once, and one picture of a code. The
//! slowdown holds for the page; what its worker does runs at full speed. The sheets are unsigned: checking signatures is
//! the browser's, and `cargo xtask proof room --long` measures a file with them.

use crate::figures::{Row, Times};
use crate::import::arrival;
use crate::machine::Load;
use crate::visit::{SLOWDOWN, fresh_device};
use e2e::Browser;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use thirtyfour::By;
use xtask::project;

/// Members and products of the session; every member has scored every product.
const MEMBERS: usize = 9;
const PRODUCTS: usize = 25;

/// From the file's name to what taking it in would do, from the consent to the end, from a picture to the word that its code
/// was seen.
#[derive(Default)]
pub struct Room {
    pub preview: Times,
    pub merged: Times,
    pub scanned: Times,
}

/// The session, and all its sheets in one file.
struct Files {
    session: PathBuf,
    sheets: PathBuf,
    address: String,
}

impl Room {
    /// So many times, each on a fresh device; answers whether the machine was quiet.
    pub async fn measure_often(&mut self, browser: &Browser, rounds: usize) -> bool {
        let files = write(browser.folder());
        let mut is_quiet = true;
        for round in 1..=rounds {
            fresh_device(browser).await;
            let load = Load::before().await;
            println!("round {round} room   {}", load.words());
            is_quiet &= load.is_quiet();
            self.measure(browser, &files).await;
        }
        is_quiet
    }

    /// The lines of the table at the end.
    pub fn rows(&self) -> [Row<'_>; 3] {
        let row = |what, ours| Row { what, floor: None, ours };
        [
            row("file of 225 sheets until its preview", &self.preview),
            row("consent until they are taken in", &self.merged),
            row("picture of a code until it is read", &self.scanned),
        ]
    }

    /// Once, on a device that saw none of it.
    async fn measure(&mut self, browser: &Browser, files: &Files) {
        browser.start("mo-tep").await;
        browser.until("the field for a file", "document.getElementById('tep')").await;
        give(browser, "tep", &files.session).await;
        browser.until("its preview", "document.getElementById('dua-vao')").await;
        browser.click("#dua-vao").await;
        browser.until("it is taken in", "document.getElementById('da-nhap')").await;

        browser.start(&format!("{}/nhan-phieu", files.address)).await;
        browser.until("the field for sheets", "document.getElementById('tep-ma')").await;
        browser.value("measure.calm().then(() => null)").await;
        slow(browser, SLOWDOWN).await;
        browser.value("measure.await('change', '#nhan-phieu, #khong-nhan')").await;
        give(browser, "tep-ma", &files.sheets).await;
        self.preview.add(arrival(browser, "nhan-phieu").await);
        browser.value("measure.calm().then(() => null)").await;
        browser.value("measure.await('click', '#hoan-tac')").await;
        browser.click("#nhan-phieu").await;
        self.merged.add(arrival(browser, "hoan-tac").await);
        slow(browser, 1.0).await;
        browser.until("all are there", "document.body.textContent.includes('225/225')").await;
        browser.quiet().await;

        browser.start(&format!("{}/phat-goi", files.address)).await;
        browser.until("the pack", "document.getElementById('hien-ma')").await;
        browser.click("#hien-ma").await;
        browser.until("its code", "document.querySelector('svg.qr')").await;
        let picture = browser.picture("svg.qr").await;
        browser.quiet().await;
        browser.start("nhan-goi").await;
        browser.until("the field for a picture", "document.getElementById('tep-ma')").await;
        browser.value("measure.calm().then(() => null)").await;
        slow(browser, SLOWDOWN).await;
        browser.value("measure.await('change', '#goi-noi')").await;
        give(browser, "tep-ma", &picture).await;
        self.scanned.add(arrival(browser, "goi-noi").await);
        slow(browser, 1.0).await;
        let said = browser.value("document.getElementById('goi-noi').textContent").await;
        assert!(said.as_str().is_some_and(|said| said.contains("1/")), "the code was seen: {said}");
        browser.no_faults().await;
    }
}

async fn give(browser: &Browser, field: &str, file: &Path) {
    let field = browser.driver().find(By::Id(field)).await.expect("field");
    field.send_keys(file.to_string_lossy()).await.expect("a file");
}

async fn slow(browser: &Browser, rate: f64) {
    browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await;
}

/// The session of the sample with more members and products, none of whose sheets are there; and its sheets, as the members
/// hand them in.
fn write(folder: &Path) -> Files {
    let sample = fs::read_to_string(project::root().join("public/samples/van-quan-2024.json")).expect("sample");
    let mut file: Value = serde_json::from_str(&sample).expect("JSON");
    let scored = file["content"]["worksheets"].as_array().cloned().expect("sheets");
    let (journal, sheets, results) = ("/content/journal", "/content/worksheets", "/results");
    for list in [journal, sheets, results] {
        *file.pointer_mut(list).expect("a list") = json!([]);
    }
    let body = &mut file["content"]["sessions"][0]["body"];
    let (members, first_members) = more(&body["members"], MEMBERS);
    let (products, first_products) = more(&body["products"], PRODUCTS);
    (body["members"], body["products"]) = (members.clone(), products.clone());
    let id = file["content"]["sessions"][0]["id"].as_str().expect("an id").to_owned();

    let ids =
        |list: &Value| -> Vec<Value> { list.as_array().expect("a list").iter().map(|one| one["id"].clone()).collect() };
    let (members, products) = (ids(&members), ids(&products));
    let mut sealed = Vec::new();
    for (at, member) in members.iter().enumerate() {
        for (of, product) in products.iter().enumerate() {
            let like = (&first_members[at % first_members.len()], &first_products[of % first_products.len()]);
            let own = scored.iter().map(|row| &row["body"]).find(|own| (&own["member"], &own["product"]) == like);
            let mut own = own.expect("the sample is complete").clone();
            (own["member"], own["product"], own["round"]) = (member.clone(), product.clone(), json!(1));
            own.as_object_mut().expect("an object").remove("state");
            sealed.push(own);
        }
    }
    assert_eq!(sealed.len(), MEMBERS * PRODUCTS);
    let write = |name: &str, value: Value| {
        let path = folder.join(name);
        fs::write(&path, value.to_string()).expect("a file");
        path
    };
    Files {
        session: write("room-session.json", file),
        sheets: write("room-sheets.json", json!({ "kind": "so-ocop/sheets", "sheets": sealed })),
        address: format!("phien/{id}"),
    }
}

/// These things again and again until there are `count`, each with an id of its own; and the ids that were there.
fn more(list: &Value, count: usize) -> (Value, Vec<Value>) {
    let first = list.as_array().expect("a list");
    let one = |at: usize| {
        let mut own = first[at % first.len()].clone();
        if at >= first.len() {
            let id = own["id"].as_str().expect("an id");
            own["id"] = json!(format!("{}{at:04x}", &id[..id.len() - 4]));
            own["name"] = json!(format!("{} ({at})", own["name"].as_str().expect("a name")));
        }
        own
    };
    (Value::Array((0..count).map(one).collect()), first.iter().map(|own| own["id"].clone()).collect())
}
