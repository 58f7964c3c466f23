//! The five real plans on paper, measured: as the browser prints them, and as a word processor prints their files.

use std::fs;

use e2e::pdf::{self, Page};
use e2e::plans::plan_of_a_commune;
use e2e::{Browser, story};

/// A plan with its pages: how many each of its sheets has.
const PLANS: [(&str, &[usize]); 5] = [
    ("s0-van-quan-2024", &[3]),
    ("s1-tam-duong-2022", &[5]),
    ("s2-bac-kan-2018", &[2, 12]),
    ("s3-thua-thien-hue-2019-2020", &[2]),
    ("s4-lao-cai-2021", &[2]),
];

#[test]
fn the_real_plans_are_printed_to_the_decrees_measures_and_their_files_say_the_same() {
    story("", |browser| async move {
        for (name, sheets) in PLANS {
            browser.start(&format!("ke-hoach/mau/{name}/in")).await;
            browser.until("the paper", "document.querySelector('.doc') && document.fonts.ready.then(() => true)").await;
            let printed = browser.print_to_file(name).await;
            let pages = pdf::pages(&printed);
            measure(name, &pages);
            numbers(name, &pages, sheets);
            let fonts = pdf::fonts(&printed);
            let is_ours = |font: &String| font.contains("LiberationSerif") || font.contains("TimesNewRoman");
            assert!(!fonts.is_empty() && fonts.iter().all(is_ours), "{name}: {fonts:?}");
            signature(&browser, name, &pages).await;

            let file = browser.downloaded_as("docx", browser.click("#luu-docx")).await;
            let office = browser.folder().join(format!("{name}.docx"));
            fs::copy(&file, &office).expect("a file");
            fs::remove_file(&file).expect("the file is taken away");
            let office = pdf::pages(&pdf::printed_by_office(&office));
            assert_eq!(pdf::words(&office), pdf::words(&pages), "{name}: the words of the file");
            measure(name, &office);
            numbers(name, &office, sheets);
        }
        browser.nothing_was_wrong().await;
    });
}

/// Nghị định 30/2020/NĐ-CP, Phụ lục I: 20 to 25 mm above and below, 30 to 35 left, 15 to 20 right, on every page.
fn measure(name: &str, pages: &[Page]) {
    let near = |value: f64, wanted: f64| (value - wanted).abs() <= 1.0;
    let mut farthest = 0.0_f64;
    for (at, page) in pages.iter().enumerate() {
        let place = format!("{name}, page {}", at + 1);
        assert!(near(page.width, 210.0) && near(page.height, 297.0), "{place}: {} × {}", page.width, page.height);
        let least = |value: fn(&pdf::Word) -> f64| page.body().map(value).fold(f64::INFINITY, f64::min);
        let (left, top) = (least(|word| word.left), least(|word| word.top));
        let (right, bottom) = (-least(|word| -word.right), -least(|word| -word.bottom));
        assert!(near(left, 30.0), "{place}: left {left}");
        assert!(right <= 196.0, "{place}: right {right}");
        assert!((19.0..22.0).contains(&top), "{place}: top {top}");
        assert!(bottom <= 278.0, "{place}: bottom {bottom}");
        farthest = farthest.max(right);
    }
    assert!(near(farthest, 195.0), "{name}: lines end at {farthest}");
}

/// The first page of a sheet has no number, the next ones count from 2.
fn numbers(name: &str, pages: &[Page], sheets: &[usize]) {
    let seen: Vec<Option<u32>> = pages.iter().map(Page::number).collect();
    let count = |pages: &usize| (1..=*pages as u32).map(|number| (number > 1).then_some(number));
    let wanted: Vec<Option<u32>> = sheets.iter().flat_map(count).collect();
    assert_eq!(seen, wanted, "{name}");
}

/// A signature never stands alone: two lines of text are above it, and its name is on the same page.
async fn signature(browser: &Browser, name: &str, pages: &[Page]) {
    let ends = "[...document.querySelectorAll('.doc-signer')].map((one) => [...one.querySelectorAll('p')]\
                .map((line) => line.textContent).join(' '))";
    let ends = browser.value(ends).await;
    for end in ends.as_array().expect("ends").iter().filter_map(|end| end.as_str()).filter(|end| !end.is_empty()) {
        let wanted: Vec<&str> = end.split_whitespace().collect();
        let place = pages.iter().find_map(|page| {
            let right: Vec<&pdf::Word> = page.body().filter(|word| word.left > 100.0).collect();
            let at = right
                .windows(wanted.len())
                .position(|words| words.iter().zip(&wanted).all(|(word, wanted)| word.text == *wanted))?;
            Some((page, right[at].top))
        });
        let (page, top) = place.unwrap_or_else(|| panic!("{name}: {end} is not on one page"));
        assert!(page.lines_above(top) >= 2, "{name}: {end} stands alone");
    }
}

#[test]
fn a_table_that_goes_on_has_its_titles_on_each_page() {
    story("", |browser| async move {
        browser.start("ke-hoach/mau/s2-bac-kan-2018/in").await;
        browser.until("the paper", "document.querySelector('.doc-table')").await;
        let pages = pdf::pages(&browser.print_to_file("table").await);
        let with = |words: &[&str]| {
            let has = |page: &Page, text: &str| page.body().any(|word| word.text == text);
            let found = pages.iter().enumerate().filter(|(_, page)| words.iter().all(|text| has(page, text)));
            found.map(|(at, _)| at).collect::<Vec<_>>()
        };
        let titled = with(&["STT", "Kết", "triển", "khai"]);
        assert!(titled.len() >= 2 && titled.windows(2).all(|two| two[1] == two[0] + 1), "{titled:?}");
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn annexes_on_landscape_pages_are_printed_whole() {
    story("", |browser| async move {
        let address = plan_of_a_commune(&browser).await;
        browser.start(&format!("{address}/in")).await;
        browser.until("the annexes", "document.querySelectorAll('.doc-wide').length === 2").await;
        let printed = browser.print_to_file("annexes").await;
        let pages = pdf::pages(&printed);
        let wide: Vec<&Page> = pages.iter().filter(|page| page.width > page.height).collect();
        assert_eq!(wide.len(), 2, "{}", pages.len());
        for page in wide {
            let right = -page.body().map(|word| -word.right).fold(f64::INFINITY, f64::min);
            assert!((270.0..=283.0).contains(&right), "the table ends at {right}");
        }
        // The word processor has the same words, so none was cut off.
        assert_eq!(browser.office_words("annexes-office").await, pdf::words(&pages));
        browser.nothing_was_wrong().await;
    });
}

/// Sets a field as a person does who then leaves it.
async fn write(browser: &Browser, selector: &str, words: &str) {
    let set = format!(
        "(() => {{ const field = document.querySelector({selector:?}); field.value = {words:?}; \
         for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, {{ bubbles: true }})); \
         return true; }})()"
    );
    assert_eq!(browser.value(&set).await, true);
}

#[test]
fn a_councils_papers_are_made_of_its_session_in_the_offices_own_words() {
    story("", |browser| async move {
        let address = browser.take_sample().await;
        browser.start(&format!("{address}/van-ban")).await;
        let says = |words: &str| format!("document.querySelector('main.docs')?.textContent.includes({words:?})");
        browser.until("minutes", &says("BIÊN BẢN")).await;
        browser.until("every product", &says("Khau nhục Công Hường")).await;
        browser.until("the formulas agree", &format!("!{}", says("chưa được đối chiếu"))).await;

        write(&browser, ".paper-options select", "thong-bao").await;
        browser.until("the notice", &says("Vì sao chưa đạt hạng cao hơn")).await;
        write(&browser, "#mau-van-ban", "Kính gửi: {chu the}\n1. Lời riêng của tỉnh: {không có}.\n- {vi sao}").await;
        browser.until("own words", &says("Lời riêng của tỉnh: {không có}.")).await;
        browser
            .until("what is unknown", "document.querySelector('.paper-options').textContent.includes('“không có”')")
            .await;
        let office = browser.office_words("notice").await;
        assert_eq!(office, pdf::words(&pdf::pages(&browser.print_to_file("notice-page").await)));

        browser.start(&format!("{address}/in/ket-qua")).await;
        browser.until("the way to its file", "document.querySelector('a[href$=\"van-ban/tong-hop\"]')").await;
        browser.click("a[href$=\"van-ban/tong-hop\"]").await;
        browser.until("the table of results", "document.querySelector('main.docs .doc-table')").await;
        browser.until("every product", &says("Khau nhục Công Hường")).await;
        let office = browser.office_words("results").await;
        assert_eq!(office, pdf::words(&pdf::pages(&browser.print_to_file("results-page").await)));

        browser.start(&format!("{address}/van-ban")).await;
        browser.until("minutes again", &says("BIÊN BẢN")).await;
        write(&browser, ".paper-options select", "thong-bao").await;
        browser.until("own words again", &says("Lời riêng của tỉnh")).await;
        if let Some(source) = e2e::axe::source() {
            assert_eq!(browser.broken_rules(source).await, Vec::<String>::new());
        }
        browser.nothing_was_wrong().await;
    });
}
