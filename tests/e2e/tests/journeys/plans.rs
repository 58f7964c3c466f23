//! The plans: a new officer's first one, the text written in place, a text pasted, steps taken back.

use e2e::office::{control, fill};
use e2e::plans::{from_template, part, type_into};
use e2e::tables::paste;
use e2e::{axe, story};
use serde_json::json;
use thirtyfour::prelude::*;

/// Twelve products as a spreadsheet copies them.
fn products() -> String {
    let mut rows = vec!["STT\tTên sản phẩm\tChủ thể\tXã, phường\tHình thức đăng ký\tHạng sao phấn đấu".to_owned()];
    for at in 1..=12 {
        let kind = if at % 4 == 0 { "Nâng hạng" } else { "Lần đầu" };
        rows.push(format!("{at}\tSản phẩm {at}\tHTX số {at}\tXã Điềm He\t{kind}\t3 sao"));
    }
    rows.join("\n") + "\n"
}

#[test]
fn a_new_officer_makes_a_plan_from_the_template_pastes_products_sets_deadlines_and_prints() {
    story("", |browser| async move {
        browser.start("ke-hoach").await;
        browser.until("the list", "document.querySelector('a.main[href=\"ke-hoach/moi\"]')").await;
        browser.click("a.main[href='ke-hoach/moi']").await;
        let address = from_template(&browser).await;
        let head = browser.text(".plan-head").await;
        assert!(head.contains("ĐIỀM HE"), "{head}");

        part(&browser, "san-pham").await;
        browser.until("the table", "document.querySelector('#bang')").await;
        browser.click("#bang-dan-tu-excel").await;
        browser.until("the box", "document.querySelector('#bang-khung-dan[open]')").await;
        paste(&browser, "#bang-dan", &products(), "").await;
        browser.until("the preview", "document.querySelector('#bang-xem-truoc[open] #bang-nhan')").await;
        browser.click("#bang-nhan").await;
        let rows = "document.querySelectorAll('#bang tr[data-row]').length";
        browser.until("twelve rows", &format!("{rows} === 12")).await;

        part(&browser, "dot").await;
        fill(&browser, "Hạn nhận hồ sơ – Đợt 1 năm 2027", "trước ngày 25/4/2027").await;
        fill(&browser, "Hạn nhận hồ sơ – Đợt 2 năm 2027", "chậm nhất ngày 20/10/2027").await;
        let reading = "[...document.querySelectorAll('.reading')].map((own) => own.textContent)";
        browser
            .until(
                "the first is read",
                &format!("{reading}.some((own) => own.includes('24/4/2027') || own.includes('24/04/2027'))"),
            )
            .await;
        browser.until("the second is read", &format!("{reading}.some((own) => own.includes('20/10/2027'))")).await;
        browser.saved().await;

        // All of it is there after a new start, and goes to paper.
        browser.start(&format!("{address}/dot")).await;
        browser.until("the round", &control("Hạn nhận hồ sơ – Đợt 1 năm 2027")).await;
        let kept = browser.value(&format!("{}.value", control("Hạn nhận hồ sơ – Đợt 1 năm 2027"))).await;
        assert_eq!(kept, json!("trước ngày 25/4/2027"));
        browser.start(&format!("{address}/in")).await;
        browser.until("the paper", "document.querySelector('main.docs')?.textContent.includes('KẾ HOẠCH')").await;
        browser.no_faults().await;
    });
}

#[test]
fn the_text_is_written_in_place_and_steps_are_taken_back() {
    story("", |browser| async move {
        e2e::plans::copy_sample(&browser, "s1-tam-duong-2022").await;
        browser.until("the text", "document.getElementById('van-t-0-0-0')").await;
        let first = "document.getElementById('van-t-0-0-0').textContent";
        let before = browser.value(first).await;
        let field = browser.driver().find(By::Id("van-t-0-0-0")).await.expect("a paragraph");
        field.click().await.expect("the caret");
        field.send_keys(Key::End + " Câu mới.").await.expect("typed");
        browser.until("it is typed", &format!("{first}.includes('Câu mới.')")).await;
        browser.until("a step to take back", "!document.getElementById('hoan-tac').disabled").await;

        // Enter makes a paragraph of its own, Backspace joins it again.
        let count = "document.querySelectorAll('.prose-row').length";
        let rows = browser.value(count).await.as_i64().expect("a number");
        field.send_keys(Key::End + "").await.expect("the end");
        field.send_keys(Key::Enter + "").await.expect("enter");
        browser.until("one more", &format!("{count} === {}", rows + 1)).await;
        browser.until("the caret is there", "document.activeElement.id === 'van-t-0-0-1'").await;
        let new = browser.driver().find(By::Id("van-t-0-0-1")).await.expect("the new one");
        new.send_keys(Key::Backspace + "").await.expect("backspace");
        browser.until("as many as before", &format!("{count} === {rows}")).await;

        // An entry is inserted from its list, and nobody types a brace.
        browser.until("the paragraph", "document.getElementById('van-t-0-0-0')").await;
        browser.driver().find(By::Id("van-t-0-0-0")).await.expect("it").click().await.expect("the caret");
        browser.until("it can be inserted", "!document.getElementById('chen').disabled").await;
        browser.click("#chen").await;
        browser.until("the offers", "document.querySelector('#chen-vao[open] .sets button')").await;
        browser.value("(document.querySelector('#chen-vao .sets button').click(), true)").await;
        browser.until("a chip", "document.querySelector('#van-t-0-0-0 .prose-chip')").await;
        browser.saved().await;

        for _ in 0..6 {
            let more = browser.value("!document.getElementById('hoan-tac').disabled").await;
            if more == json!(true) {
                browser.click("#hoan-tac").await;
            }
        }
        browser.until("as at first", &format!("{first} === {before}")).await;
        browser.saved().await;
        browser.no_faults().await;
    });
}

/// A step of editing makes, moves or takes away the rows that it touches: every other row is the element that it was, the
/// caret is where the person goes on writing, and taking steps back is no different.
#[test]
fn a_step_of_editing_leaves_the_other_rows_as_they_are() {
    story("", |browser| async move {
        e2e::plans::copy_sample(&browser, "s1-tam-duong-2022").await;
        browser.until("the text", "document.getElementById('van-t-0-0-0')").await;
        browser.saved().await;
        // Every row carries the number it had; a row without one was made after that.
        let marks = "[...document.querySelectorAll('.plan-paper .prose-row')].map((row) => row.dataset.mark ?? 'new')";
        let rows = browser
            .value(
                "(() => { const rows = [...document.querySelectorAll('.plan-paper .prose-row')];
                    rows.forEach((row, at) => { row.dataset.mark = at; }); return rows.length; })()",
            )
            .await
            .as_u64()
            .expect("a number");
        let as_first = json!((0..rows).map(|at| at.to_string()).collect::<Vec<String>>());
        let at = browser
            .value("Number(document.getElementById('van-t-0-0-0').closest('.prose-row').dataset.mark)")
            .await
            .as_u64()
            .expect("a number") as usize;
        let with = |change: fn(&mut Vec<String>, usize)| {
            let mut marks: Vec<String> = (0..rows).map(|at| at.to_string()).collect();
            change(&mut marks, at);
            json!(marks)
        };
        let is = |expected: &serde_json::Value| format!("JSON.stringify({marks}) === JSON.stringify({expected})");
        let caret = |id: &str| format!("document.activeElement.id === '{id}'");
        let press = async |keys: TypingData| {
            let field = browser.driver().active_element().await.expect("the field with the caret");
            field.send_keys(keys).await.expect("pressed");
        };
        let text = "document.getElementById('van-t-0-0-0').textContent";
        let before = browser.value(text).await;
        browser.driver().find(By::Id("van-t-0-0-0")).await.expect("a paragraph").click().await.expect("the caret");

        // Enter in the middle: the row keeps its first half, one row is new.
        press(Key::Home + "").await;
        for _ in 0..4 {
            press(Key::Right + "").await;
        }
        press(Key::Enter + "").await;
        browser.until("one new row", &is(&with(|marks, at| marks.insert(at + 1, "new".to_owned())))).await;
        browser.until("the caret in it", &caret("van-t-0-0-1")).await;
        press("Mới: ".into()).await;
        browser.until("typed there", "document.getElementById('van-t-0-0-1').textContent.startsWith('Mới: ')").await;
        // Steps back: what was typed, then the row.
        press(Key::Control + "z").await;
        browser.until("nothing typed", "!document.getElementById('van-t-0-0-1').textContent.startsWith('Mới')").await;
        press(Key::Control + "z").await;
        browser.until("as at first", &is(&as_first)).await;
        browser.until("the caret where it was", &caret("van-t-0-0-0")).await;
        assert_eq!(browser.value(text).await, before);
        // And forth: one row is made, all others stay.
        press(Key::Control + "y").await;
        browser.until("again", &is(&with(|marks, at| marks.insert(at + 1, "new".to_owned())))).await;
        press(Key::Control + "z").await;
        browser.until("and back", &is(&as_first)).await;

        // Down: two rows change places, nothing is made, the numbers follow.
        press(Key::Alt + Key::Down).await;
        browser.until("moved down", &is(&with(|marks, at| marks.swap(at, at + 1)))).await;
        browser.until("the caret went along", &caret("van-t-0-0-1")).await;
        press(Key::Alt + Key::Up).await;
        browser.until("moved up", &is(&as_first)).await;
        browser.until("the caret came along", &caret("van-t-0-0-0")).await;

        // Out and in: the row is the same one at another depth.
        let depth = "document.activeElement.closest('.prose-row').dataset.depth";
        let deep = browser.value(depth).await;
        press(Key::Alt + Key::Left).await;
        browser.until("out", &format!("{depth} !== {deep}")).await;
        let all = format!("{marks}.filter((mark) => mark === 'new').length === 0 && {marks}.length === {rows}");
        browser.until("none is new", &all).await;
        press(Key::Control + "z").await;
        browser.until("in again", &is(&as_first)).await;

        // A row goes with Backspace at its beginning once it is empty, and comes back with the button.
        press(Key::End + "").await;
        press(Key::Enter + "").await;
        press(Key::Backspace + "").await;
        browser.until("gone again", &is(&as_first)).await;
        browser.until("the caret at the end", &caret("van-t-0-0-0")).await;
        browser.saved().await;
        browser.no_faults().await;
    });
}

#[test]
fn a_pasted_text_becomes_a_plan_once_its_parts_are_confirmed() {
    story("", |browser| async move {
        let text = "ỦY BAN NHÂN DÂN\nXÃ ĐIỀM HE\nSố: 12/KH-UBND\nĐiềm He, ngày 05 tháng 02 năm 2027\nKẾ HOẠCH\n\
            Triển khai Chương trình mỗi xã một sản phẩm năm 2027\n\
            Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22/5/2026 của Thủ tướng Chính phủ;\n\
            I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nPhấn đấu có 05 sản phẩm mới đạt từ 3 sao trở lên.\n\
            II. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế\n- Chủ trì triển khai kế hoạch.\n\
            Nơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n";
        browser.start("ke-hoach/dan").await;
        browser.until("the field", "document.getElementById('van-ban')").await;
        type_into(&browser, "#van-ban", text).await;
        browser.click("#doc-van-ban").await;
        browser.until("the first part", "document.getElementById('phan-dung')").await;
        assert_eq!(browser.value("document.getElementById('thanh-ke-hoach').disabled").await, json!(true));

        // Put right at its place; the next part follows, and what is begun is there after the page was left.
        fill(&browser, "Trích yếu (tên kế hoạch)", "Triển khai Chương trình OCOP năm 2027").await;
        browser.click("#phan-dung").await;
        let second = "document.querySelector('[data-part=\"can-cu\"]').getAttribute('aria-pressed') === 'true'";
        browser.until("the second part", second).await;
        browser.start("ke-hoach").await;
        browser.until("the list", "document.querySelector('a[href=\"ke-hoach/dan\"]')").await;
        browser.start("ke-hoach/dan").await;
        browser.until("the second part again", second).await;
        let confirmed = browser.text("[data-part='dau-de']").await;
        assert!(confirmed.contains('✓'), "{confirmed}");
        browser.value("(document.querySelector('[data-part=\"muc-tieu\"]').click(), true)").await;
        browser.until("the targets", "document.querySelectorAll('#bang tr[data-row]').length === 1").await;
        browser.value("(document.getElementById('xac-nhan-het').click(), true)").await;
        browser.until("it can be made", "!document.getElementById('thanh-ke-hoach').disabled").await;
        browser.value("(document.getElementById('thanh-ke-hoach').click(), true)").await;
        browser.until("the text", "document.querySelector('.plan-paper .prose')").await;
        let paper = browser.text(".plan-text").await;
        for words in [
            "12/KH-UBND",
            "Triển khai Chương trình OCOP năm 2027",
            "05 sản phẩm",
            "Phòng Kinh tế",
            "Chủ trì triển khai kế hoạch",
        ] {
            assert!(paper.contains(words), "{words}: {paper}");
        }
        browser.saved().await;
        browser.no_faults().await;
    });
}

#[test]
fn a_word_file_becomes_a_plan_and_what_is_none_is_told() {
    story("", |browser| async move {
        let fixture = |name: &str| xtask::project::root().join("tests/fixtures").join(name);
        let choose = async |path: std::path::PathBuf| {
            let field = browser.driver().find(By::Id("tep-van-ban")).await.expect("the field");
            field.send_keys(path.to_string_lossy()).await.expect("chosen");
        };
        browser.start("ke-hoach/dan").await;
        browser.until("the field", "document.getElementById('tep-van-ban')").await;
        choose(fixture("sheets/san-pham.xlsx")).await;
        browser.until("the reason", "document.getElementById('van-ban-tu-choi')").await;
        assert!(browser.text("#van-ban-tu-choi").await.contains("bảng tính"));
        choose(fixture("documents/libreoffice.docx")).await;
        browser.until("the first part", "document.getElementById('phan-dung')").await;
        let title = format!("{}.value", control("Trích yếu (tên kế hoạch)"));
        let expected = "Triển khai Chương trình mỗi xã một sản phẩm năm 2027";
        browser.until("the title", &format!("{title} === {}", json!(expected))).await;
        browser.value("(document.getElementById('xac-nhan-het').click(), true)").await;
        browser.until("it can be made", "!document.getElementById('thanh-ke-hoach').disabled").await;
        browser.value("(document.getElementById('thanh-ke-hoach').click(), true)").await;
        browser.until("the text", "document.querySelector('.plan-paper .prose')").await;
        let paper = browser.text(".plan-text").await;
        for words in ["12/KH-UBND", "Đúng thời gian & tiến độ", "Nguyễn Văn An", "Mật ong"] {
            assert!(paper.contains(words), "{words}: {paper}");
        }
        browser.saved().await;
        browser.no_faults().await;
    });
}

#[test]
fn axe_core_finds_nothing_on_the_pages_of_a_plan() {
    let Some(source) = axe::source() else { return };
    story("", |browser| async move {
        e2e::plans::copy_sample(&browser, "s1-tam-duong-2022").await;
        browser.until("the text", "document.getElementById('van-t-0-0-0')").await;
        browser.saved().await;
        let address = browser.address().await;
        let mut views = vec![
            ("ke-hoach".to_owned(), "a.card"),
            ("ke-hoach/moi".to_owned(), "#lap-ke-hoach"),
            ("ke-hoach/dan".to_owned(), "#van-ban"),
            ("ke-hoach/mau/s2-bac-kan-2018".to_owned(), "#chep-mau"),
            (address.clone(), ".prose"),
        ];
        for word in ["dau-de", "dot", "kinh-phi", "phan-cong", "noi-nhan", "phu-luc", "kiem-tra"] {
            views.push((format!("{address}/{word}"), ".plan-body > *"));
        }
        for word in ["can-cu", "muc-tieu", "hoat-dong", "san-pham", "don-vi"] {
            views.push((format!("{address}/{word}"), "#bang"));
        }
        let mut broken = Vec::new();
        for (page, seen) in &views {
            browser.start(page).await;
            browser.until(page, &format!("document.querySelector('{seen}')")).await;
            for (width, height) in [(1024, 768), (360, 740)] {
                browser.view(width, height).await;
                let rules = browser.broken_rules(source).await;
                broken.extend(rules.into_iter().map(|rule| format!("{page} at {width}×{height}: {rule}")));
            }
        }
        assert_eq!(broken, Vec::<String>::new());
    });
}
