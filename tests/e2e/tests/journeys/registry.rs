//! The office's day: from an idea to a certificate, what is due on which day, products handed on and joined.

use e2e::office::{Dossier, choose, control, fill, new_product, press, record, take_set};
use e2e::reckoning::{Criteria, Tick, Ticks};
use e2e::{Browser, Form, NewMember, OpenFile, Overview, axe, story};
use serde_json::json;

const MEMBERS: [NewMember; 2] = [
    NewMember { name: "Hoàng Thị Mai", post: "Phó Chủ tịch UBND tỉnh", role: "Chủ tịch hội đồng" },
    NewMember { name: "Lý Văn Sơn", post: "Sở Nông nghiệp và Môi trường", role: "Ủy viên" },
];

/// Makes the device's clock show this day at ten in the morning, from the next page on.
async fn on_day(browser: &Browser, day: &str) {
    let script = format!(
        "{{ const before = Date.now; const ahead = Date.parse('{day}T03:00:00Z') - before();
           Date.now = () => before() + ahead; }}"
    );
    browser.before_pages(&script).await;
}

/// Least marks of 4 stars, and nearly all points elsewhere.
fn ticks_for_four_stars(criteria: &Criteria) -> Ticks {
    let mut ticks: Ticks = Vec::new();
    for leaf in &criteria.leaves {
        let marked = leaf.offers.iter().rposition(|offer| offer.star.is_some_and(|star| star <= 4));
        let most = leaf.offers.last().map_or(0, |offer| offer.points);
        let near = (0..leaf.offers.len()).min_by_key(|at| (leaf.offers[*at].points * 100 - most * 95).abs());
        let is_closed = leaf.only_with.as_ref().is_some_and(|(gate, _)| criteria.points(*gate, ticks[*gate]) == 0);
        ticks.push(if is_closed { Tick::Closed } else { Tick::Offer(marked.or(near).unwrap_or(0)) });
    }
    ticks
}

async fn stands(browser: &Browser) -> String {
    browser.text("p.state").await
}

#[test]
fn an_idea_becomes_a_certificate_and_runs_out_on_its_day() {
    story("", |browser| async move {
        on_day(&browser, "2026-08-03").await;
        // The commune: an idea, its plan, and a producer who is not registered yet.
        let product = new_product(&browser, "Rượu men lá Hữu Lễ", "Hộ kinh doanh Nông Thị Ngoan").await;
        take_set(&browser, "ruou trang", "14").await;
        press(&browser, "Đăng ký ý tưởng").await;
        record(&browser, &[("Nội dung ý tưởng", "Rượu nấu bằng men lá rừng")]).await;
        browser.until("the idea", "document.querySelector('article.card-plain')").await;
        fill(&browser, "Phương án, dự án", "Nấu 2.000 lít một năm").await;
        press(&browser, "Chấp nhận ý tưởng").await;
        record(&browser, &[]).await;
        press(&browser, "Nộp phương án kinh doanh").await;
        record(&browser, &[]).await;
        press(&browser, "Chấp nhận phương án").await;
        record(&browser, &[]).await;
        let refused = "document.body.textContent.includes('chưa có đăng ký kinh doanh')";
        browser.until("why it is not ready", refused).await;
        browser.saved().await;
        browser.click("main a.card[href^='chu-the']").await;
        browser.until("the producer", &control("Số đăng ký")).await;
        fill(&browser, "Số đăng ký", "14D8001234").await;
        browser.saved().await;
        browser.start(&product).await;
        browser.until("the idea", "document.querySelector('article.card-plain')").await;
        press(&browser, "Sẵn sàng, chuyển sang lập hồ sơ").await;
        record(&browser, &[]).await;
        assert_eq!(stands(&browser).await, "Sẵn sàng lập hồ sơ");

        // Its dossier, as far as the commune's proposal.
        browser.click("#lap-ho-so").await;
        record_and_leave(&browser).await;
        let dossier = Dossier::here(&browser).await;
        on_day(&browser, "2026-11-20").await;
        dossier.reload().await;
        dossier.forms().await;
        dossier.reload().await;
        dossier.step("hand_in", "2026-10-05", &[("Phiếu số", "01-2026/PĐK-20-06001-2026")]).await;
        dossier.commune_report().await;
        dossier.reload().await;
        let letter = [("Số, ký hiệu", "46/TTr-UBND"), ("Ngày văn bản", "2026-10-12")];
        dossier.step("propose", "2026-10-12", &letter).await;

        // The province: receipt, advisory team, council.
        dossier.step("receive", "2026-10-15", &[("Phiếu số", "07-2026/PĐK-20-06001-2026")]).await;
        dossier.part("tu-van").await;
        fill(&browser, "Nội dung báo cáo", "Hồ sơ đầy đủ.").await;
        choose(&browser, "Điều kiện bắt buộc", "Đáp ứng").await;
        dossier.reload().await;
        dossier.step("advise", "2026-11-01", &[]).await;
        council(&browser, &dossier).await;
        browser.start(&dossier.address).await;
        browser.until("where it stands", "document.getElementById('viec-tiep-theo')").await;
        dossier.step("score", "2026-11-20", &[]).await;
        assert_eq!(dossier.state().await, "Hội đồng đã đánh giá");
        let decision = [("Số giấy", "112/OCOP"), ("Số, ký hiệu", "2001/QĐ-UBND"), ("Ngày văn bản", "2026-11-20")];
        dossier.step("recognise", "2026-11-20", &decision).await;
        browser.saved().await;
        browser.start(&product).await;
        browser.until("its state", "document.querySelector('p.state')?.textContent").await;
        assert_eq!(stands(&browser).await, "Đang được công nhận 4 sao");

        // Three years later: 36 months from 20/11/2026, the window 180 to 120 days before.
        for (day, state) in [
            ("2029-05-23", "Đang được công nhận 4 sao"),
            ("2029-05-24", "Đang được công nhận 4 sao · Đến kỳ nộp hồ sơ đánh giá lại"),
            ("2029-07-23", "Đang được công nhận 4 sao · Đến kỳ nộp hồ sơ đánh giá lại"),
            ("2029-07-24", "Đang được công nhận 4 sao · Trễ hạn nộp hồ sơ đánh giá lại"),
            ("2029-11-19", "Đang được công nhận 4 sao · Trễ hạn nộp hồ sơ đánh giá lại"),
            ("2029-11-20", "Hết hạn (đã được 4 sao) · Hết hạn hôm nay"),
            ("2029-11-21", "Hết hạn (đã được 4 sao)"),
        ] {
            on_day(&browser, day).await;
            browser.start(&product).await;
            browser.until("its state", "document.querySelector('p.state')?.textContent").await;
            assert_eq!(stands(&browser).await, state, "{day}");
        }
        on_day(&browser, "2029-08-25").await;
        browser.start("viec").await;
        browser.until("the board", "document.querySelector('ul.due')").await;
        let lines = "[...document.querySelectorAll('ul.due > li')].map((own) => own.textContent)";
        let lines = browser.value(lines).await.to_string();
        assert!(lines.contains("20/11/2029 (thứ Ba)Giấy chứng nhận hết hạn: Rượu men lá Hữu Lễ"), "{lines}");
        let calendar = browser.value("[...document.querySelectorAll('button')].map((own) => own.textContent)").await;
        assert!(calendar.to_string().contains("Tải lịch (.ics)"), "{calendar}");
        press(&browser, "Tải lịch (.ics)").await;
        let file = browser.download("OCOP_viec-va-han.ics").await;
        assert!(file.contains("DTSTART;VALUE=DATE:20291120") && file.ends_with("END:VCALENDAR\r\n"), "{file}");
        browser.nothing_was_wrong().await;
    });
}

async fn record_and_leave(browser: &Browser) {
    browser.until("the dialog", "document.querySelector('dialog[open]')").await;
    let record = "[...document.querySelectorAll('dialog[open] button')].at(-1)";
    browser.value(&format!("({record}.click(), true)")).await;
}

/// The council of the dossier: its session is made from it, two members score, and both lock.
async fn council(browser: &std::sync::Arc<Browser>, dossier: &Dossier) {
    dossier.part("diem").await;
    press(browser, "Tạo phiên từ hồ sơ này").await;
    let form = Form::here(browser).await;
    form.members(&MEMBERS).await;
    let address = form.create().await;
    let criteria = Criteria::read("ruou-trang");
    let ticks = ticks_for_four_stars(&criteria);
    let total = criteria.total(&ticks);
    assert!((70..90).contains(&total), "{total}");
    for member in MEMBERS {
        let overview = Overview::open(browser, &address).await;
        let sheet = overview.sheet(member.name, "Rượu men lá Hữu Lễ").await;
        sheet.tick_all(&ticks).await;
        sheet.read_back().await;
        sheet.lock().await;
        browser.saved().await;
    }
    let results = Overview::open(browser, &address).await.results().await;
    assert_eq!(results.len(), 1);
}

#[test]
fn a_product_handed_on_as_a_file_arrives_whole() {
    story("", |browser| async move {
        let product = new_product(&browser, "Chè xanh Điềm He", "HTX chè Điềm He").await;
        press(&browser, "Ghi giấy chứng nhận đã cấp").await;
        let decision = [("Số, ký hiệu", "816/QĐ-UBND"), ("Ngày văn bản", "2024-04-26")];
        record(&browser, &decision).await;
        new_product(&browser, "Mật ong rừng", "Hộ Hoàng Văn Sáu").await;
        browser.start(&product).await;
        browser.until("the product", "document.getElementById('xuat-san-pham')").await;
        let file = browser.downloaded_by(async { browser.click("#xuat-san-pham").await }).await;

        browser.change_device().await;
        let page = OpenFile::open(&browser).await;
        let said = page.pick(&file).await;
        assert!(said.contains("Chè xanh Điềm He") && said.contains("HTX chè Điềm He"), "{said}");
        assert!(!said.contains("Mật ong rừng"), "{said}");
        page.take_in().await;
        browser.start(&product).await;
        browser.until("its certificate", "document.body.textContent.includes('816/QĐ-UBND')").await;
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn what_was_entered_twice_is_joined_and_taken_apart() {
    story("", |browser| async move {
        let first = new_product(&browser, "Miến dong Bình Lư", "HTX miến Bình Lư").await;
        press(&browser, "Ghi giấy chứng nhận đã cấp").await;
        record(&browser, &[("Số, ký hiệu", "12/QĐ-UBND"), ("Ngày văn bản", "2025-03-01")]).await;
        let second = new_product(&browser, "Miến dong Bình Lu", "HTX miến Bình Lư").await;
        browser.until("the warning", "document.body.textContent.includes('Có thể bị ghi trùng')").await;
        press(&browser, "Gộp vào bản này").await;
        browser.until("its certificate is here", "document.body.textContent.includes('12/QĐ-UBND')").await;
        browser.saved().await;
        // The other one leads here, and the list has one.
        browser.start(&first).await;
        browser
            .until("the one it was joined into", "document.querySelector('h1')?.textContent === 'Miến dong Bình Lu'")
            .await;
        browser.start(&second).await;
        browser.until("the way back", "document.body.textContent.includes('Đã gộp vào đây')").await;
        press(&browser, "Tách lại").await;
        browser.until("its certificate is gone", "!document.body.textContent.includes('12/QĐ-UBND')").await;
        browser.saved().await;
        browser.start(&first).await;
        browser.until("it is itself again", "document.querySelector('h1')?.textContent === 'Miến dong Bình Lư'").await;
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn the_pages_of_the_office_are_open_to_everybody() {
    story("", |browser| async move {
        let product = new_product(&browser, "Chè xanh Điềm He", "HTX chè Điềm He").await;
        press(&browser, "Ghi giấy chứng nhận đã cấp").await;
        record(&browser, &[("Số, ký hiệu", "816/QĐ-UBND"), ("Ngày văn bản", "2024-04-26")]).await;
        browser.saved().await;
        let Some(source) = axe::source() else { return };
        let mut broken = Vec::new();
        for page in [product.as_str(), "san-pham", "san-pham/moi", "chu-the", "viec", "don-vi"] {
            browser.start(page).await;
            browser.until(page, "document.querySelector('main h1')").await;
            for (width, height) in [(1024, 768), (360, 740)] {
                browser.view(width, height).await;
                let rules = browser.broken_rules(source).await;
                broken.extend(rules.into_iter().map(|rule| format!("{page} at {width}×{height}: {rule}")));
                let wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
                assert_eq!(browser.value(wide).await, json!(false), "{page} at {width}");
            }
        }
        assert_eq!(broken, Vec::<String>::new());
        browser.nothing_was_wrong().await;
    });
}

/// What another tab writes does not take away a dialog, or a text, that somebody is in the middle of.
#[test]
fn what_is_being_written_about_a_product_stays_while_another_tab_adds_to_it() {
    story("", |browser| async move {
        let product = new_product(&browser, "Mật ong bạc hà", "HTX Mèo Vạc").await;
        let enter = async |number: &str| {
            press(&browser, "Ghi giấy chứng nhận đã cấp").await;
            browser.until("the dialog", "document.querySelector('dialog[open]')").await;
            browser.value("(document.querySelector('dialog[open] details').open = true)").await;
            let fields = [("Số, ký hiệu", number), ("Ngày văn bản", "2026-03-02"), ("Cơ quan ban hành", "UBND tỉnh")];
            record(&browser, &fields).await;
            browser.saved().await;
        };
        let register = async |words: &str| {
            press(&browser, "Đăng ký ý tưởng").await;
            record(&browser, &[("Nội dung ý tưởng", words)]).await;
            browser.saved().await;
        };
        enter("12/QĐ-UBND").await;
        register("Đóng chai nhỏ").await;
        let driver = browser.driver();
        let first = driver.window().await.expect("tab");
        let second = driver.new_tab().await.expect("tab");
        let here = async |tab: &thirtyfour::WindowHandle| driver.switch_to_window(tab.clone()).await.expect("tab");
        let cards = async |count: usize| {
            let all = format!("document.querySelectorAll('article.card-plain').length === {count}");
            browser.until("what the other tab added", &all).await;
        };
        let typed = format!("{}?.value", control("Người hoặc cơ quan"));
        for (at, button) in ["Ghi kết luận để thu hồi", "Chấp nhận ý tưởng"].into_iter().enumerate() {
            press(&browser, button).await;
            browser.until("the dialog", "document.querySelector('dialog[open]')").await;
            fill(&browser, "Người hoặc cơ quan", "Đoàn kiểm tra").await;
            here(&second).await;
            browser.start(&product).await;
            enter(&format!("{at}/QĐ")).await;
            register(&format!("Ý tưởng {at}")).await;
            here(&first).await;
            browser
                .value("new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(() => next(true))))")
                .await;
            assert_eq!(browser.value("document.querySelectorAll('dialog[open]').length").await, json!(1), "{button}");
            assert_eq!(browser.value(&typed).await, json!("Đoàn kiểm tra"), "{button}");
            // When it is closed the page shows what came meanwhile.
            browser.value("(document.querySelector('dialog[open]').close(), true)").await;
            cards(4 + 2 * at).await;
        }
        browser.nothing_was_wrong().await;
    });
}
