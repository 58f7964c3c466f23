//! Following a plan: what is late, notes that do not touch the paper, the calendar file, and the next year's plan.

use e2e::office::{choose, fill, press};
use e2e::plans::plan_of_a_commune;
use e2e::{Browser, axe, story};
use serde_json::json;

/// Makes the device's clock show this day at ten in the morning, from the next page on.
async fn on_day(browser: &Browser, day: &str) {
    let script = format!(
        "{{ const before = Date.now; const ahead = Date.parse('{day}T03:00:00Z') - before();
           Date.now = () => before() + ahead; }}"
    );
    browser.before_pages(&script).await;
}

/// The words of the printed plan.
async fn paper(browser: &Browser, address: &str) -> String {
    browser.start(&format!("{address}/in")).await;
    browser.until("the paper", "document.querySelector('main')?.textContent.includes('KẾ HOẠCH')").await;
    browser.text("main").await
}

async fn progress(browser: &Browser, address: &str) {
    browser.start(&format!("{address}/theo-doi")).await;
    browser.until("the table", "document.querySelector('main.follow .follow-table')").await;
}

/// The row of an activity or target.
fn row(words: &str) -> String {
    format!(
        "[...document.querySelectorAll('.follow-table tr')].find((own) => own.querySelector('th')?.textContent.includes({}))",
        json!(words)
    )
}

/// Opens the note about an entry.
async fn note_about(browser: &Browser, words: &str) {
    browser.value(&format!("({}.querySelector('button').click(), true)", row(words))).await;
    browser.until("the dialog", "document.querySelector('dialog[open]')").await;
}

#[test]
fn a_plan_is_followed_and_its_paper_stays_what_it_was() {
    story("", |browser| async move {
        on_day(&browser, "2026-12-01").await;
        let address = plan_of_a_commune(&browser).await;
        let before = paper(&browser, &address).await;

        on_day(&browser, "2027-03-20").await;
        progress(&browser, &address).await;
        let late = browser.text("ul.overdue").await;
        assert!(late.contains("Tuyên truyền, hướng dẫn về Chương trình OCOP"), "{late}");
        let standing = |words: &str| format!("{}?.textContent ?? ''", row(words));
        browser
            .until("it is late", &format!("{}.includes('Trễ hạn 20 ngày')", standing("Tuyên truyền, hướng dẫn")))
            .await;

        // Nothing said is nothing recorded, and what was typed stays.
        note_about(&browser, "Tuyên truyền, hướng dẫn").await;
        press(&browser, "Ghi vào sổ theo dõi").await;
        browser
            .until(
                "why not",
                "document.querySelector('dialog[open] .banner')?.textContent.includes('Chưa có gì để ghi')",
            )
            .await;
        choose(&browser, "Tình trạng từ ngày này", "Hoàn thành").await;
        fill(&browser, "Ngày hoàn thành", "2027-03-02").await;
        fill(&browser, "Sản phẩm, văn bản đầu ra", "12 tin, bài").await;
        press(&browser, "Ghi vào sổ theo dõi").await;
        browser.until("it is recorded", "!document.querySelector('dialog[open]')").await;
        let done = format!("{}.includes('Xong ngày 02/3/2027, muộn 2 ngày')", standing("Tuyên truyền, hướng dẫn"));
        browser.until("it is done", &done).await;
        browser
            .until(
                "and not late any more",
                "!document.querySelector('ul.overdue')?.textContent.includes('Tuyên truyền')",
            )
            .await;
        browser.saved().await;

        // A number for a target that the register does not hold.
        note_about(&browser, "cán bộ được giao phụ trách").await;
        fill(&browser, "Số đã đạt", "một trăm").await;
        press(&browser, "Ghi vào sổ theo dõi").await;
        browser
            .until(
                "it is told",
                "document.querySelector('dialog[open] .banner')?.textContent.includes('Không đọc được')",
            )
            .await;
        fill(&browser, "Số đã đạt", "100").await;
        press(&browser, "Ghi vào sổ theo dõi").await;
        browser.until("reached", &format!("{}.includes('✓ Đạt')", standing("cán bộ được giao phụ trách"))).await;
        browser.saved().await;

        // All of it is there after a new start; the bars are drawn; the calendar holds what is to come.
        progress(&browser, &address).await;
        browser.until("it is still done", &done).await;
        let bars = browser.value("document.querySelectorAll('.timeline rect.bar').length").await;
        assert!(bars.as_i64().is_some_and(|bars| bars >= 9), "{bars}");
        // No name reaches into the months.
        let over = "[...document.querySelectorAll('.timeline text')].filter((own) => {
            const box = own.getBBox();
            return box.x < 290 && box.x + box.width > 302;
        }).map((own) => own.textContent)";
        assert_eq!(browser.value(over).await, json!([]));
        press(&browser, "Tải lịch (.ics)").await;
        let file = browser.download("OCOP_ke-hoach.ics").await;
        assert!(file.contains("DTSTART;VALUE=DATE:20270429") && !file.contains("Tuyên truyền"), "{file}");
        // The first note can be taken out and brought back.
        note_about(&browser, "Tuyên truyền, hướng dẫn").await;
        browser.value("(document.querySelector('dialog[open]').scrollTo(0, 1e6), true)").await;
        press(&browser, "Bỏ").await;
        browser
            .until("it is late again", &format!("{}.includes('Trễ hạn')", standing("Tuyên truyền, hướng dẫn")))
            .await;
        press(&browser, "Hoàn tác").await;
        browser.until("and done again", &done).await;
        browser.saved().await;

        assert_eq!(paper(&browser, &address).await, before, "the paper is what it was");
        browser.no_faults().await;
    });
}

#[test]
fn the_next_year_comes_from_this_plan_and_the_two_are_compared() {
    story("", |browser| async move {
        on_day(&browser, "2027-11-20").await;
        let address = plan_of_a_commune(&browser).await;
        browser.start(&format!("{address}/nam-moi")).await;
        browser.until("the form", "document.getElementById('lap-nam-moi')").await;
        fill(&browser, "Năm đầu của kế hoạch mới", "2026").await;
        browser.click("#lap-nam-moi").await;
        browser.until("the year is refused", "document.querySelector('p.want')?.offsetParent").await;
        fill(&browser, "Năm đầu của kế hoạch mới", "2028").await;
        browser.click("#lap-nam-moi").await;
        browser.until("the list", "document.querySelector('main.follow details[open] .follow-table')").await;
        let judged = browser.text("main.follow details[open]").await;
        assert!(judged.contains("chậm nhất ngày 08/4/2027"), "{judged}");
        browser.saved().await;

        // Only years changed: the list is empty until they are shown.
        browser.click("main.follow a[href*='so-sanh']").await;
        browser.until("the comparison", "document.querySelector('main.follow .differences')").await;
        let seen = "[...document.querySelectorAll('.differences > li')].filter((own) => own.offsetParent).length";
        let few = browser.value(seen).await.as_i64().expect("a number");
        browser.click("main.follow label.check input").await;
        browser.until("the years too", &format!("{seen} > {few}")).await;
        let new = browser.address().await;
        let new = new.rsplit('/').next().expect("an id").to_owned();
        let text = paper(&browser, &format!("ke-hoach/{new}")).await;
        assert!(text.contains("năm 2028") && !text.contains("năm 2027"), "{text}");
        browser.no_faults().await;
    });
}

#[test]
fn axe_core_finds_nothing_on_the_pages_that_follow_a_plan() {
    story("", |browser| async move {
        let Some(source) = axe::source() else { return };
        on_day(&browser, "2027-04-10").await;
        let address = plan_of_a_commune(&browser).await;
        for (width, height) in [(1024, 768), (360, 740)] {
            browser.view(width, height).await;
            for page in ["theo-doi", "nam-moi", "tong-hop"] {
                browser.start(&format!("{address}/{page}")).await;
                browser.until(page, "document.querySelector('main.follow h1')").await;
                assert_eq!(browser.broken_rules(source).await, Vec::<String>::new(), "{page} at {width}");
            }
            let narrow = browser.value("document.documentElement.scrollWidth <= innerWidth + 1").await;
            assert_eq!(narrow, json!(true), "the page is not wider than the screen at {width}");
            progress(&browser, &address).await;
            note_about(&browser, "Tuyên truyền, hướng dẫn").await;
            assert_eq!(browser.broken_rules(source).await, Vec::<String>::new(), "the dialog at {width}");
        }
    });
}
