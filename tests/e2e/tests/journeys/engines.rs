//! The main journeys of every part in the three engines: Chromium, Firefox and WebKit. What an engine lacks is said in
//! words; nothing else differs.

use e2e::office::{Dossier, new_product};
use e2e::reckoning::{Criteria, Reckoning, Tick, Ticks};
use e2e::{Browser, Engine, Form, NewMember, NewProduct, OpenFile, Overview, as_read, story_in};
use std::sync::Arc;
use std::time::Duration;

const MEMBERS: [NewMember; 4] = [
    NewMember { name: "Hoàng Thị Mai", post: "Phó Chủ tịch UBND tỉnh", role: "Chủ tịch hội đồng" },
    NewMember { name: "Lý Văn Sơn", post: "Sở Công Thương", role: "Ủy viên" },
    NewMember { name: "Vi Văn Đạt", post: "Sở Y tế", role: "Ủy viên" },
    NewMember { name: "Bế Văn Thành", post: "Văn phòng điều phối", role: "Thư ký (không chấm)" },
];
const SCORERS: usize = 3;
const PRODUCT: &str = "Thạch đen Kim Tú";
const SLUG: &str = "che-bien-tu-rau-cu-qua-hat";

/// What a member ticks: near the middle of each line's options, one line in seven apart.
fn ticks(criteria: &Criteria, member: usize) -> Ticks {
    let mut ticks = Ticks::new();
    for (at, leaf) in criteria.leaves.iter().enumerate() {
        let middle = leaf.offers.len() / 2;
        let apart = usize::from((at + 3 * member).is_multiple_of(7));
        let tick = match &leaf.only_with {
            Some((gate, _)) if criteria.points(*gate, ticks[*gate]) == 0 => Tick::Closed,
            _ => Tick::Offer(middle.saturating_sub(apart)),
        };
        ticks.push(tick);
    }
    ticks
}

/// A council's day without a network: a session is made, scored, locked, read, exported and taken in again.
async fn a_council_without_a_network(browser: Arc<Browser>) {
    let criteria = Criteria::read(SLUG);
    let sheets: Vec<Ticks> = (0..SCORERS).map(|member| ticks(&criteria, member)).collect();
    browser.start("").await;
    browser.go_offline().await;

    let form = Form::open(&browser).await;
    form.basics("Phiên 1 – đợt 2 năm 2026", "Hội đồng tỉnh Lạng Sơn", "2026-11-20").await;
    form.members(&MEMBERS).await;
    let product = NewProduct { name: PRODUCT, producer: "Hộ Hà Văn Độ", search: "rau cu qua hat", set: "07" };
    form.products(&[product]).await;
    let address = form.create().await;

    for (member, ticks) in MEMBERS.iter().zip(&sheets) {
        let sheet = Overview::open(&browser, &address).await.sheet(member.name, PRODUCT).await;
        sheet.tick_all(ticks).await;
        browser.saved().await;
        // What was shown as saved is there after a new start, without a network.
        browser.start(&browser.address().await).await;
        let sheet = e2e::Sheet::here(&browser, member.name, PRODUCT).await;
        assert_eq!(sheet.ticks().await, as_read(ticks), "{}", member.name);
        assert_eq!(sheet.total().await, criteria.total(ticks), "{}", member.name);
        sheet.read_back().await;
        sheet.lock().await;
    }
    let overview = Overview::open(&browser, &address).await;
    let reckoning = Reckoning::of(&criteria, &sheets);
    let results = overview.results().await;
    assert_eq!(results.len(), 1);
    assert_eq!(results[0].mean, reckoning.shown(reckoning.total));
    assert_eq!(results[0].conclusion, reckoning.conclusion());
    browser.no_faults().await;

    if browser.keeps_downloads() {
        let file = overview.export().await;
        let page = OpenFile::open(&browser).await;
        let said = page.pick(&file).await;
        assert!(said.contains("Tệp này giống hệt"), "the same file again: {said}");
        browser.no_faults().await;
    }
}

/// The registry, a plan, and a page of every other part.
async fn every_part(browser: Arc<Browser>) {
    let product = new_product(&browser, "Mật ong rừng", "Nông Văn Tú").await;
    browser.saved().await;
    browser.start(&product).await;
    browser.until("the product", "document.querySelector('h1')?.textContent === 'Mật ong rừng'").await;
    browser.no_faults().await;

    browser.start("ke-hoach/mau/s1-tam-duong-2022").await;
    browser.until("the sample", "document.getElementById('chep-mau')").await;
    browser.click("#chep-mau").await;
    browser.until("the text", "document.getElementById('van-t-0-0-0')").await;
    browser.saved().await;
    let plan = browser.address().await;
    browser.start(&format!("{plan}/in")).await;
    browser.until("the paper", "document.querySelector('main.docs')?.textContent.includes('KẾ HOẠCH')").await;
    browser.no_faults().await;

    let session = browser.take_sample().await;
    Overview::here(&browser).await.results().await;
    for page in ["in/ket-qua", "hoi-dong", "phat-goi", "nhan-phieu", "chu-toa", "van-ban"] {
        look(&browser, &format!("{session}/{page}")).await;
    }
    for page in
        ["du-lieu", "mo-tep", "san-pham", "chu-the", "viec", "don-vi", "ke-hoach", "tieu-chi", "tieu-chi/rieng", "thu"]
    {
        look(&browser, page).await;
    }
    let dossier = Dossier::of_a_new_product(&browser).await;
    dossier.part("minh-chung").await;
    browser.saved().await;
    browser.no_faults().await;
}

async fn look(browser: &Browser, page: &str) {
    let is_there = "document.querySelector('main h1, main table') && !document.querySelector('#panic')";
    browser.start(page).await;
    // On a busy machine WebKit's database sometimes never answers a page that followed another one at once; a person
    // loads it anew, and so do we, once.
    if browser.engine() == Engine::WebKit && !browser.comes(is_there, Duration::from_secs(8)).await {
        browser.start(page).await;
    }
    browser.until(page, is_there).await;
    browser.no_faults().await;
}

#[test]
fn a_council_without_a_network_in_chromium() {
    story_in(Engine::Chromium, "/so", a_council_without_a_network);
}

#[test]
fn a_council_without_a_network_in_firefox() {
    story_in(Engine::Firefox, "/so", a_council_without_a_network);
}

#[test]
fn a_council_without_a_network_in_webkit() {
    story_in(Engine::WebKit, "/so", a_council_without_a_network);
}

#[test]
fn every_part_in_chromium() {
    story_in(Engine::Chromium, "/so", every_part);
}

#[test]
fn every_part_in_firefox() {
    story_in(Engine::Firefox, "/so", every_part);
}

#[test]
fn every_part_in_webkit() {
    story_in(Engine::WebKit, "/so", every_part);
}
