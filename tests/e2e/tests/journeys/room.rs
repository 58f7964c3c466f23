//! The rehearsal: a council's session on many devices without a network. By default three members with tablets (one of
//! which dies), one on paper, the secretary, and two products; with `cargo xtask proof room --long` nine tablets and 25
//! products, whose sheets arrive in an order of chance.

use e2e::reckoning::{Criteria, Reckoning, Tick, Ticks};
use e2e::room::{Book, Room};
use e2e::{Browser, Form, NewMember, NewProduct, OpenFile, Overview, rounds, story, verifier};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thirtyfour::prelude::*;

const NAMES: [&str; 9] = [
    "Hoàng Thị Mai",
    "Lý Văn Sơn",
    "Triệu Thị Lan",
    "Vi Văn Đạt",
    "Nông Thị Huệ",
    "Bế Thị Hồng",
    "Lương Văn Tuấn",
    "Hứa Thị Thu",
    "Đinh Văn Phúc",
];
const PAPER: &str = "Mã Văn Hải";
/// Two sets in turn.
const SETS: [(&str, &str, &str); 2] =
    [("ruou-trang", "ruou trang", "14"), ("che-bien-tu-rau-cu-qua-hat", "rau cu qua hat", "07")];
/// Products of a whole session, and of the short rehearsal.
const MANY: usize = 25;
const FEW: usize = 2;
/// Of a whole session: who scores what once more. Each is asked after all sheets have come.
const AGAIN: [(usize, usize); 3] = [(0, 2), (5, 4), (12, 7)];
/// Scored by two devices of one member: the sheet that does not count.
const RIVAL: usize = 40;

/// The names of the products.
fn names_of(count: usize) -> Vec<&'static str> {
    let first = ["Rượu men lá Hữu Lễ", "Thạch đen Kim Tú"].map(str::to_owned);
    let more = (FEW + 1..=count).map(|number| format!("Sản phẩm số {number:02}"));
    first.into_iter().chain(more).map(|name| &*name.leak()).collect()
}

/// Puts things into an order of chance, the same each time.
fn shuffle<T>(things: &mut [T]) {
    let mut state: u64 = 2026;
    for at in (1..things.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        things.swap(at, (state >> 33) as usize % (at + 1));
    }
}

/// What a member ticks: options with points, so that no rule ends the evaluation and no gate closes.
fn ticks(criteria: &Criteria, member: usize, shift: usize) -> Ticks {
    let tick = |(at, leaf): (usize, &e2e::reckoning::Leaf)| {
        let with_points = (0..leaf.offers.len()).filter(|offer| leaf.offers[*offer].points > 0);
        let with_points: Vec<usize> = with_points.collect();
        Tick::Offer(with_points[(at + member + shift * (at % 3)) % with_points.len()])
    };
    criteria.leaves.iter().enumerate().map(tick).collect()
}

/// The secretary makes the session, opens it, records that the first member does not score the second product, and hands
/// out the pack; answers the room, the pack, and the session as a file.
async fn prepare(
    browser: &Arc<Browser>,
    names: &[&'static str],
    products: &[&'static str],
) -> (Room, PathBuf, PathBuf) {
    let form = Form::open(browser).await;
    form.basics("Phiên diễn tập", "Hội đồng OCOP tỉnh Lạng Sơn", "2026-11-20").await;
    let member = |(at, name): (usize, &&'static str)| NewMember {
        name,
        post: "Sở Công Thương",
        role: if at == 0 { "Chủ tịch hội đồng" } else { "Ủy viên" },
    };
    let mut members: Vec<NewMember<'_>> = names.iter().enumerate().map(member).collect();
    members.push(NewMember { name: PAPER, post: "Sở Y tế", role: "Ủy viên" });
    members.push(NewMember { name: "Bế Văn Thành", post: "Văn phòng", role: "Thư ký (không chấm)" });
    form.members(&members).await;
    let product = |(at, name): (usize, &&'static str)| {
        let (_, search, set) = SETS[at % SETS.len()];
        NewProduct { name, producer: "Hộ kinh doanh Nông Thị Ngoan", search, set }
    };
    let all: Vec<NewProduct<'_>> = products.iter().enumerate().map(product).collect();
    form.products(&all).await;
    let room = Room { browser: Arc::clone(browser), address: form.create().await };
    room.page("hoi-dong").await;
    browser.click("#khai-mac").await;
    browser.until("it is open", "document.getElementById('dang-hop')").await;
    room.set("#khong-cham", "Thành viên", names[0]).await;
    room.set("#khong-cham", "Sản phẩm", products[1]).await;
    room.set("#khong-cham", "Lý do", "Là cổ đông của chủ thể").await;
    browser.click("#khong-cham").await;
    browser.until("it is noted", "document.body.textContent.includes('cổ đông của chủ thể')").await;
    browser.quiet().await;
    room.page("phat-goi").await;
    browser.until("the pack", "document.getElementById('tep-goi')").await;
    let pack = browser.downloaded_by(browser.click("#tep-goi")).await;
    browser.quiet().await;
    let exported = Overview::open(browser, &room.address).await.export().await;
    // Later on the same day the file has the same name.
    let session = browser.folder().join("as-prepared.json");
    fs::rename(&exported, &session).expect("the file is taken away");
    browser.whole_copy().await;
    browser.go_offline().await;
    (room, pack, session)
}

/// Every sheet of these files in one file.
fn in_one(files: &[PathBuf], into: &Path) -> usize {
    let read =
        |file: &PathBuf| -> Value { serde_json::from_str(&fs::read_to_string(file).expect("a file")).expect("JSON") };
    let mut all = read(&files[0]);
    let sheets: Vec<Value> =
        files.iter().flat_map(|file| read(file)["sheets"].as_array().cloned().expect("sheets")).collect();
    let count = sheets.len();
    all["sheets"] = Value::Array(sheets);
    fs::write(into, all.to_string()).expect("a file");
    count
}

/// How long a slow device takes from the consent until all these sheets are taken in, and before that from the file to what
/// taking them in would do; in milliseconds. On a device that has the session and no sheet.
async fn takes_in(browser: &Arc<Browser>, room: &Room, session: &Path, sheets: &Path, slower: u32) -> (f64, f64) {
    browser.server.set_offline(false);
    browser.go_to_device(70 + slower).await;
    let page = OpenFile::open(browser).await;
    page.pick(session).await;
    page.take_in().await;
    room.page("nhan-phieu").await;
    browser.quiet().await;
    browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": slower })).await;
    let asked = "(addEventListener('change', () => { window.given = performance.now(); }, { once: true, capture: true }), true)";
    browser.value(asked).await;
    room.give(sheets).await;
    browser.until("it is read", "document.getElementById('nhan-phieu')").await;
    let shown = browser.value("performance.now() - window.given").await;
    let take = "(async () => {
        const begun = performance.now();
        document.getElementById('nhan-phieu').click();
        while (document.getElementById('nhan-phieu')) await new Promise((next) => requestAnimationFrame(next));
        return performance.now() - begun;
    })()";
    let taken = browser.value(take).await;
    browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await;
    browser.quiet().await;
    (shown.as_f64().expect("a time"), taken.as_f64().expect("a time"))
}

/// The paper member's sheets: typed by one, checked by another.
async fn type_paper(room: &Room, criteria: &[Criteria], products: &[&str], member: usize) {
    for (product, name) in products.iter().enumerate() {
        let criteria = &criteria[product % SETS.len()];
        let ticks = ticks(criteria, member, product);
        room.page("phieu-giay").await;
        room.set("#ghi-giay", "Thành viên", PAPER).await;
        room.set("#ghi-giay", "Sản phẩm", name).await;
        room.set("#ghi-giay", "Họ tên người nhập", "Bế Văn Thành").await;
        room.fill_paper(criteria, &ticks).await;
        room.save_paper("chưa được tính").await;
        room.browser.until("it waits", "document.querySelector('#cho-doi-chieu button')").await;
        room.browser.click("#cho-doi-chieu button").await;
        room.browser.until("again", "document.getElementById('nhap-phieu').textContent.startsWith('Nhập lại')").await;
        if product < FEW {
            let mut wrong = ticks.clone();
            wrong[3] = if wrong[3] == Tick::Offer(0) { Tick::Offer(1) } else { Tick::Offer(0) };
            room.fill_paper(criteria, &ticks).await;
            room.set("#ghi-giay", "Họ tên người đối chiếu", "bế văn  thành").await;
            room.save_paper("phải là người khác").await;
            room.set("#ghi-giay", "Họ tên người đối chiếu", "Hoàng Thị Mai").await;
            room.fill_paper(criteria, &wrong).await;
            room.save_paper(&criteria.leaves[3].number).await;
        }
        room.set("#ghi-giay", "Họ tên người đối chiếu", "Hoàng Thị Mai").await;
        room.fill_paper(criteria, &ticks).await;
        room.save_paper("phiếu đã được tính").await;
        room.browser.quiet().await;
    }
}

#[test]
fn a_session_on_many_devices_without_a_network_comes_to_what_a_calculator_says() {
    let tablets = rounds(3).clamp(3, NAMES.len());
    let is_whole = tablets == NAMES.len();
    story("", move |browser| async move {
        let names = &NAMES[..tablets];
        let products = names_of(if is_whole { MANY } else { FEW });
        let criteria: Vec<Criteria> = SETS.iter().map(|(slug, ..)| Criteria::read(slug)).collect();
        let of = |product: usize| &criteria[product % SETS.len()];
        let (room, pack, session) = prepare(&browser, names, &products).await;

        // Every member's tablet; the second one dies after its first sheet, and a spare one goes on.
        let mut arrivals = Vec::new();
        let (mut books, mut files) = (Vec::new(), Vec::new());
        for (member, name) in names.iter().enumerate() {
            let mut book = Book::open(&browser, member as u32 + 2, &pack, name).await;
            book.score(products[0], &ticks(of(0), member, 0)).await;
            if member == 1 {
                let kept = book.checkpoint().await;
                arrivals.push(kept.clone());
                browser.no_faults().await;
                book = Book::open(&browser, 30, &pack, name).await;
                let said = book.resume(&kept).await;
                assert!(said.contains("Đã nhận 1 phiếu"), "{said}");
            }
            // The first member is recused from the second product.
            let own: Vec<usize> = (1..products.len()).filter(|product| (member, *product) != (0, 1)).collect();
            for product in &own {
                book.score(products[*product], &ticks(of(*product), member, *product)).await;
            }
            if member % 2 == 0 {
                for product in own.iter().take(2).chain(&[0]) {
                    arrivals.push(book.code(products[*product]).await);
                }
            }
            if member % 2 == 1 || is_whole {
                let file = book.file().await;
                files.push(file.clone());
                arrivals.push(file);
            }
            browser.no_faults().await;
            books.push(book);
        }
        // The dead tablet is charged again, and hands in a sheet that was scored twice.
        browser.go_to_device(3).await;
        browser.server.set_offline(true);
        let old = Book { browser: Arc::clone(&browser), name: names[1].to_owned(), address: books[1].address.clone() };
        old.score(products[1], &ticks(of(1), RIVAL, 1)).await;
        let rival = old.file().await;

        // The secretary takes everything in, in any order, some of it twice.
        let twice: Vec<_> = arrivals[..2].to_vec();
        arrivals.extend(twice);
        arrivals.push(rival);
        shuffle(&mut arrivals);
        if is_whole {
            let whole = browser.folder().join("whole.json");
            let count = in_one(&files, &whole);
            for slower in [1, 6] {
                let (shown, taken) = takes_in(&browser, &room, &session, &whole, slower).await;
                println!(
                    "{count} sheets, {slower}× slower: {shown:.0} ms until the preview, {taken:.0} ms to take them in"
                );
            }
            browser.server.set_offline(true);
        }
        browser.go_to_device(1).await;
        room.page("nhan-phieu").await;
        for file in &arrivals {
            room.take_in(file).await;
        }
        browser.until("what is kept", "document.querySelector('#ban-luu li')").await;
        let spare = of(1).total(&ticks(of(1), 1, 1));
        browser.until("two versions", "document.querySelectorAll('#nhieu-ban button').length === 2").await;
        room.set("#nhieu-ban h2", "Lý do", "Máy cũ hỏng, chấm tiếp trên máy dự phòng").await;
        let choose = format!("#nhieu-ban button[aria-label*=': {spare} điểm']");
        browser.click(&choose).await;
        browser.until("it is chosen", "document.getElementById('nhieu-ban').hidden").await;
        browser.quiet().await;
        type_paper(&room, &criteria, &products, tablets).await;

        // Some members score something again.
        let again = if is_whole { &AGAIN[..] } else { &AGAIN[..1] };
        for (product, member) in again {
            room.page("hoi-dong").await;
            room.set("#vong-moi", "Sản phẩm", products[*product]).await;
            room.set("#vong-moi", "Thành viên", names[*member]).await;
            room.set("#vong-moi", "Lý do", "Chênh lệch quá 10 điểm").await;
            browser.click("#vong-moi").await;
            let noted = format!(
                "[...document.querySelectorAll('li, td, p')].some((own) => own.textContent.includes('vòng 2') \
                 && own.textContent.includes({:?}))",
                products[*product]
            );
            browser.until("a round", &noted).await;
            browser.quiet().await;
            browser.go_to_device(*member as u32 + 2).await;
            books[*member].score_again(products[*product], &ticks(of(*product), 7 + member, 2)).await;
            let again = books[*member].code(products[*product]).await;
            browser.go_to_device(1).await;
            room.page("nhan-phieu").await;
            room.take_in(&again).await;
        }
        room.page("hoi-dong").await;
        browser.click("#be-mac").await;
        browser.until("it is closed", "!document.getElementById('dang-hop')").await;
        browser.quiet().await;

        // The reference: a calculator with the points that were ticked.
        let counted = |product: usize, member: usize| match again.contains(&(product, member)) {
            true => ticks(of(product), 7 + member, 2),
            false => ticks(of(product), member, product),
        };
        let wanted: Vec<Reckoning> = (0..products.len())
            .map(|product| {
                let members = (0..=tablets).filter(|member| (*member, product) != (0, 1));
                let all: Vec<Ticks> = members.map(|member| counted(product, member)).collect();
                Reckoning::of(of(product), &all)
            })
            .collect();
        let print = room.fingerprint().await;
        let overview = Overview::open(&browser, &room.address).await;
        let means: Vec<String> = overview.results().await.into_iter().map(|row| row.mean).collect();
        let wanted: Vec<String> = wanted.iter().map(|own| own.shown(own.total)).collect();
        assert_eq!(means, wanted);
        let file = overview.export().await;
        let (agrees, lines) = verifier::verify(&file);
        assert!(agrees && lines.len() == products.len(), "{lines:?}");

        // The minutes say the same, with the code; and so does a device that only ever saw the file.
        browser.start(&format!("{}/van-ban", room.address)).await;
        let says = |words: &str| format!("document.querySelector('main.docs')?.textContent.includes({words:?})");
        browser.until("the code", &says(&print)).await;
        for words in
            wanted.iter().map(String::as_str).chain(["Là cổ đông của chủ thể", "Chênh lệch quá 10 điểm", PAPER])
        {
            browser.until(words, &says(words)).await;
        }
        browser.no_faults().await;
        let copy = browser.folder().join("session.json");
        fs::copy(&file, &copy).expect("a file");
        browser.server.set_offline(false);
        browser.go_to_device(60).await;
        let page = OpenFile::open(&browser).await;
        page.pick(&copy).await;
        page.take_in().await;
        assert_eq!(room.fingerprint().await, print);
        browser.no_faults().await;
    });
}

/// The chair writes why a product is laid open before every sheet is in; what another tab writes meanwhile takes neither the
/// words nor the caret away.
#[test]
fn a_reason_stays_while_another_tab_writes() {
    story("", |browser| async move {
        let form = Form::open(&browser).await;
        form.basics("Phiên diễn tập", "Hội đồng OCOP tỉnh Lạng Sơn", "2026-11-20").await;
        let member = |name| NewMember { name, post: "Sở Công Thương", role: "Ủy viên" };
        form.members(&[member(NAMES[0]), member(NAMES[1])]).await;
        let (_, search, set) = SETS[0];
        form.products(&[NewProduct {
            name: "Rượu men lá Hữu Lễ", producer: "Hộ Nông Thị Ngoan", search, set
        }])
        .await;
        let room = Room { browser: Arc::clone(&browser), address: form.create().await };
        browser.quiet().await;
        let driver = browser.driver();
        let first = driver.window().await.expect("tab");
        let second = driver.new_tab().await.expect("tab");
        driver.switch_to_window(second.clone()).await.expect("tab");
        room.page("hoi-dong").await;
        browser.until("who is there", "document.querySelector('[id^=co-mat-]')").await;
        driver.switch_to_window(first.clone()).await.expect("tab");
        room.page("chu-toa").await;
        let heading = |count: &str| {
            format!("document.querySelector('main.room section h2')?.textContent.includes({:?})", format!("0/{count}"))
        };
        browser.until("two sheets are wanted", &heading("2")).await;
        let field = driver.find(By::Css("main.room section input")).await.expect("the reason");
        field.send_keys("Hết giờ").await.expect("keys");
        driver.switch_to_window(second).await.expect("tab");
        browser.click("[id^=co-mat-]").await;
        browser.saved().await;
        driver.switch_to_window(first).await.expect("tab");
        browser.until("one sheet is wanted", &heading("1")).await;
        driver.active_element().await.expect("the reason").send_keys(" họp").await.expect("keys");
        let reason = browser.value("document.querySelector('main.room section input').value").await;
        assert_eq!(reason, json!("Hết giờ họp"));
        browser.no_faults().await;
    });
}
