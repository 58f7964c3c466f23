//! Files of the room: with a passphrase, and opened where they do not belong.

use e2e::reckoning::{Criteria, Tick};
use e2e::room::{Book, Room};
use e2e::{Browser, Form, NewMember, NewProduct, story, verifier};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const CHAIR: &str = "Hoàng Thị Mai";
const PRODUCT: &str = "Rượu men lá";

/// A session with one member and one product; the room and its pack, encrypted where there is a passphrase.
async fn session(browser: &Arc<Browser>, passphrase: &str) -> (Room, PathBuf) {
    let form = Form::open(browser).await;
    form.basics("Phiên có tệp", "Hội đồng OCOP tỉnh Lạng Sơn", "2026-11-20").await;
    form.members(&[NewMember { name: CHAIR, post: "Sở Công Thương", role: "Chủ tịch hội đồng" }]).await;
    let (search, set) = ("ruou trang", "14");
    form.products(&[NewProduct { name: PRODUCT, producer: "Hộ Nông Thị Ngoan", search, set }]).await;
    let room = Room { browser: Arc::clone(browser), address: form.create().await };
    room.page("phat-goi").await;
    browser.until("the pack", "document.getElementById('tep-goi')").await;
    if !passphrase.is_empty() {
        browser.value("(document.getElementById('tep-goi').closest('div').parentElement.querySelector('details').open = true)").await;
        e2e::office::fill(browser, "Mật khẩu của tệp", passphrase).await;
    }
    let pack = browser.downloaded_by(browser.click("#tep-goi")).await;
    browser.quiet().await;
    (room, pack)
}

#[test]
fn a_file_of_the_room_is_taken_wherever_it_is_opened() {
    story("", |browser| async move {
        let (room, pack) = session(&browser, "").await;
        let open = async |file: &Path| {
            browser.start("mo-tep").await;
            browser.until("the field", "document.getElementById('tep')").await;
            let field = browser.driver().find(thirtyfour::By::Id("tep")).await.expect("field");
            field.send_keys(file.to_string_lossy()).await.expect("a file");
        };
        // On a device of nobody the pack asks who one is.
        browser.go_to_device(2).await;
        open(&pack).await;
        browser.until("the members", "document.querySelector('button.card')").await;
        browser.click("button.card").await;
        browser.until("the book", "document.getElementById('may-cua')").await;
        browser.quiet().await;
        let book = Book { browser: Arc::clone(&browser), name: CHAIR.to_owned(), address: browser.address().await };
        let criteria = Criteria::read("ruou-trang");
        book.score(PRODUCT, &criteria.leaves.iter().map(|_| Tick::Offer(1)).collect()).await;
        let (sheets, state) = (book.file().await, book.checkpoint().await);
        // A member's device takes nobody's sheets in, and says whose they are.
        open(&sheets).await;
        browser
            .until("it says why not", "document.getElementById('tep-cua-phien')?.textContent.includes('thư ký')")
            .await;
        // The secretary's shows what taking them in would do, and keeps the state.
        browser.go_to_device(1).await;
        open(&sheets).await;
        browser.until("the preview", "document.getElementById('nhan-phieu')").await;
        assert!(browser.address().await.ends_with("nhan-phieu"));
        browser.click("#nhan-phieu").await;
        browser.until("it is taken in", "document.getElementById('hoan-tac')").await;
        browser.quiet().await;
        open(&state).await;
        browser.until("it is kept", "document.querySelector('#ban-luu li')").await;
        browser.quiet().await;
        assert!(browser.address().await.starts_with(&room.address));
        // A spare device goes on from it.
        browser.go_to_device(3).await;
        open(&pack).await;
        browser.until("the members", "document.querySelector('button.card')").await;
        browser.click("button.card").await;
        browser.until("the book", "document.getElementById('may-cua')").await;
        browser.quiet().await;
        open(&state).await;
        let resumed = "document.getElementById('ban-luu-noi')?.textContent.includes('Đã nhận 1 phiếu')";
        browser.until("it goes on", resumed).await;
        browser.no_faults().await;
    });
}

#[test]
fn a_pack_with_a_passphrase_opens_with_it_and_with_nothing_else() {
    story("", |browser| async move {
        let (room, pack) = session(&browser, "Mẫu đơn 2026").await;
        let text = fs::read_to_string(&pack).expect("a file");
        assert!(text.contains("so-ocop/locked") && !text.contains(CHAIR), "{text}");
        let (agrees, lines) = verifier::verify(&pack);
        assert!(!agrees && lines.is_empty(), "the auditor's program reads nothing of it");

        browser.go_to_device(2).await;
        browser.start("nhan-goi").await;
        browser.until("the field", "document.getElementById('tep-ma')").await;
        room.give(&pack).await;
        for (passphrase, says) in [("mẫu đơn 2026", "Mật khẩu không đúng"), ("", "Mật khẩu không đúng")]
        {
            browser.until("it asks", "document.getElementById('mo-khoa-tep')?.offsetParent").await;
            e2e::office::fill(&browser, "Mật khẩu của tệp", passphrase).await;
            browser.click("#mo-khoa-tep").await;
            let said = format!("document.getElementById('mat-khau-noi').textContent.startsWith({says:?})");
            browser.until(says, &said).await;
            assert_eq!(browser.value("document.querySelector('button.card')").await, Value::Null);
        }
        e2e::office::fill(&browser, "Mật khẩu của tệp", " Mẫu đơn 2026").await;
        browser.click("#mo-khoa-tep").await;
        browser.until("the members", "document.querySelector('button.card')").await;
        browser.no_faults().await;
    });
}
