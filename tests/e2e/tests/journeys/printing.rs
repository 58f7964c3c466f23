//! On paper nothing is missing and nothing is there twice, wherever a page ends.

use e2e::{Browser, OpenFile, rounds, story};
use serde_json::{Value, json};
use std::fs;
use std::sync::Arc;

const SUMMARY: &str = "main.paper table.results:has([data-mean])";
const POINTS: &str = "main.paper table.results:not(:has([data-mean]))";

/// Opens a paper and waits until it is laid out.
async fn open_paper(browser: &Browser, address: &str) {
    browser.start(address).await;
    browser
        .until("the paper", "document.querySelector('main.paper table') && document.fonts.ready.then(() => true)")
        .await;
}

/// Prints the paper that is shown and looks for each row of the table.
async fn check_table(browser: &Browser, table: &str, rows: usize, pages: usize) {
    let on_screen = browser.rows(&format!("{table} tbody tr")).await;
    assert_eq!(on_screen.len(), rows);
    let printed = browser.print().await;
    assert!(printed.pages >= pages, "{} pages are too few to try page ends", printed.pages);
    printed.holds_each_once(&on_screen, &browser.text(&format!("{table} thead")).await);
}

#[test]
fn a_filled_sheet_holds_every_line_once() {
    story("", |browser| async move {
        let address = browser.take_sample().await;
        let first = "document.querySelector('a.cell').getAttribute('href').split('/').slice(3).join('/')";
        let sheet = browser.value(first).await.as_str().expect("an address").to_owned();
        let blank = sheet.rsplit('/').next().expect("a product").to_owned();
        for paper in [format!("{address}/in/phieu/{sheet}"), format!("{address}/in/phieu-trong/{blank}")] {
            open_paper(&browser, &paper).await;
            let criteria =
                e2e::reckoning::Criteria::read("che-bien-tu-thit-thuy-san-trung-sua-cac-san-pham-tu-mat-ong");
            let options: usize = criteria.leaves.iter().map(|leaf| leaf.offers.len()).sum();
            let shown = browser.value("document.querySelectorAll('.paper-table tr.p-option').length").await;
            assert!(shown.as_u64() >= Some(options as u64), "{shown} of {options} options");
            let rows = browser.rows(".paper-table tbody tr").await.len();
            check_table(&browser, ".paper-table", rows, 3).await;
        }
        browser.nothing_was_wrong().await;
    });
}

/// R14: from no product to sixty, wherever the page ends fall.
#[test]
fn r14_the_results_of_any_number_of_products_hold_every_product_once() {
    story("", |browser| async move {
        let tries = rounds(5).clamp(2, 61);
        for at in 0..tries {
            let count = at * 60 / (tries - 1);
            browser.change_device().await;
            let address = take_in(&browser, count).await;
            let paper = format!("{address}/in/ket-qua");
            if count == 0 {
                browser.start(&paper).await;
                browser.until("the paper", "document.querySelector('main.paper')").await;
                assert_eq!(browser.print().await.pages, 1);
            } else {
                open_paper(&browser, &paper).await;
                check_table(&browser, SUMMARY, count, 1).await;
                check_table(&browser, POINTS, count, 1).await;
            }
            browser.nothing_was_wrong().await;
        }
    });
}

/// Takes in the sample with so many products, those after the fifth under names of their own and without a sheet; the
/// address of its session.
async fn take_in(browser: &Arc<Browser>, count: usize) -> String {
    let sample = fs::read_to_string(xtask::project::root().join("public/samples/van-quan-2024.json")).expect("sample");
    let mut file: Value = serde_json::from_str(&sample).expect("JSON");
    file["results"] = json!([]);
    let address = format!("phien/{}", file["content"]["sessions"][0]["id"].as_str().expect("an id"));
    let products = file["content"]["sessions"][0]["body"]["products"].as_array_mut().expect("products");
    let five = products.clone();
    products.truncate(count);
    for at in five.len()..count {
        let (mut product, round) = (five[at % five.len()].clone(), at / five.len());
        let (id, name) = (product["id"].as_str().expect("id"), product["name"].as_str().expect("name"));
        let other = format!("{}{round:02}", &id[..id.len() - 2]);
        product["name"] = json!(format!("{name}, lô {round} của vùng nguyên liệu thứ {}", round + 1));
        product["id"] = json!(other);
        products.push(product);
    }
    let kept: Vec<Value> = products.iter().map(|product| product["id"].clone()).collect();
    let sheets = file["content"]["worksheets"].as_array_mut().expect("sheets");
    sheets.retain(|sheet| kept.contains(&sheet["body"]["product"]));
    let path = browser.folder().join(format!("products-{count}.json"));
    fs::write(&path, file.to_string()).expect("a file");
    let page = OpenFile::open(browser).await;
    page.pick(&path).await;
    page.take_in().await;
    address
}
