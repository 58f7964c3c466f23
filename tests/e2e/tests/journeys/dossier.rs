//! A dossier from a product on record to its certificate.

use e2e::office::{Dossier, choose, fill};
use e2e::{axe, pdf, story};

/// What another tab writes does not take away a dialog that somebody is filling in.
#[test]
fn a_step_that_is_being_recorded_stays_while_another_tab_writes() {
    story("", |browser| async move {
        let dossier = Dossier::of_a_new_product(&browser).await;
        dossier.forms().await;
        dossier.reload().await;
        browser.until("the step", "document.querySelector('[data-event=hand_in]')").await;
        browser.click("[data-event=hand_in]").await;
        browser.until("its dialog", "document.querySelector('dialog[open]')").await;
        fill(&browser, "Phiếu số", "01-2026/PĐK").await;
        let driver = browser.driver();
        let first = driver.window().await.expect("tab");
        let second = driver.new_tab().await.expect("tab");
        driver.switch_to_window(second).await.expect("tab");
        let own = browser.server.url(dossier.address());
        driver.goto(own).await.expect("the dossier");
        browser.until("the dossier", "document.querySelector('nav.chips a[href$=\"/dang-ky\"]')").await;
        browser.click("nav.chips a[href$='/dang-ky']").await;
        fill(&browser, "Số lượng mẫu sản phẩm", "6").await;
        browser.saved().await;
        driver.switch_to_window(first).await.expect("tab");
        let typed = format!("{}?.value", e2e::office::control("Phiếu số"));
        browser
            .until("what was typed", &format!("document.querySelector('dialog[open]') && {typed} === '01-2026/PĐK'"))
            .await;
        browser
            .value("new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(() => next(true))))")
            .await;
        assert_eq!(browser.value(&typed).await, serde_json::json!("01-2026/PĐK"));
        browser.value("(document.querySelector('dialog[open]').close(), true)").await;
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn a_dossier_goes_from_a_product_on_record_to_its_certificate() {
    story("", |browser| async move {
        let dossier = Dossier::of_a_new_product(&browser).await;
        assert_eq!(dossier.state().await, "Đang lập hồ sơ");
        let why = browser.text("#viec-tiep-theo").await;
        assert!(why.contains("Hồ sơ còn thiếu"), "{why}");

        dossier.forms().await;
        dossier.reload().await;
        dossier.step("hand_in", "2026-10-05", &[("Phiếu số", "01-2026/PĐK-20-06001-2026")]).await;
        assert_eq!(dossier.state().await, "Xã đã tiếp nhận");
        // The 15 working days after 5 October 2026.
        assert!(browser.text(".facts").await.contains("26/10/2026"));

        dossier.commune_report().await;
        dossier.reload().await;
        let letter = [("Số, ký hiệu", "46/TTr-UBND"), ("Ngày văn bản", "2026-10-12")];
        dossier.step("propose", "2026-10-12", &letter).await;
        assert_eq!(dossier.state().await, "Xã đã đề nghị");
        dossier.step("receive", "2026-10-15", &[("Phiếu số", "07-2026/PĐK-20-06001-2026")]).await;
        assert!(browser.text(".facts").await.contains("đợt 2 năm 2026"));

        dossier.part("tu-van").await;
        fill(&browser, "Nội dung báo cáo", "Hồ sơ đầy đủ.").await;
        choose(&browser, "Điều kiện bắt buộc", "Đáp ứng").await;
        dossier.reload().await;
        dossier.step("advise", "2026-11-01", &[]).await;
        let result = [
            ("Điểm trung bình", "78,5"),
            ("Hạng sao", "4"),
            ("Số, ký hiệu", "09/BB-HĐ"),
            ("Ngày văn bản", "2026-11-15"),
        ];
        dossier.step("score", "2026-11-15", &result).await;
        let decision = [("Số giấy", "112/OCOP"), ("Số, ký hiệu", "2001/QĐ-UBND"), ("Ngày văn bản", "2026-11-20")];
        dossier.step("recognise", "2026-11-20", &decision).await;
        dossier.reload().await;
        assert_eq!(dossier.state().await, "Được công nhận");
        let certificate = browser.text("#giay-chung-nhan").await;
        assert_eq!(certificate, "112/OCOP, 4 sao, hiệu lực từ 20/11/2026 đến 20/11/2029");
        browser.nothing_was_wrong().await;
    });
}

#[test]
fn the_forms_print_whole_and_every_part_is_open_to_everybody() {
    story("", |browser| async move {
        let dossier = Dossier::of_a_new_product(&browser).await;
        dossier.forms().await;
        browser.saved().await;
        for (form, table) in [("mau-01", "table td"), ("mau-02", "table:nth-of-type(2) td"), ("mau-03", "")] {
            browser.start(&format!("{}/in/{form}", dossier.address)).await;
            browser.until(form, "document.querySelector('main.docs')").await;
            browser
                .until("all of it", &format!("'{table}' === '' || document.querySelector('main.docs {table}')"))
                .await;
            let office = browser.office_words(form).await;
            assert_eq!(office, pdf::words(&pdf::pages(&browser.print_to_file(form).await)), "{form} as a Word file");
            let printed = browser.print().await;
            assert!(printed.says("HTX chè Điềm He") && printed.says("Chè xanh Điềm He"), "{form}");
            if form == "mau-02" {
                for place in [1, 2] {
                    let table = format!("main.docs table:nth-of-type({place})");
                    let rows = browser.rows(&format!("{table} tbody tr")).await;
                    assert!(rows.len() >= 15, "{table}: {}", rows.len());
                    printed.holds_each_once(&rows, &browser.text(&format!("{table} thead")).await);
                }
            }
        }
        let Some(source) = axe::source() else { return };
        let mut broken = Vec::new();
        for part in ["", "/dang-ky", "/bao-cao", "/thuyet-minh", "/minh-chung", "/xa-bao-cao", "/tu-van", "/diem"] {
            browser.start(&[&dossier.address, part].concat()).await;
            browser.until(part, "document.querySelector('main.dossier h2')").await;
            for (width, height) in [(1024, 768), (360, 740)] {
                browser.view(width, height).await;
                let rules = browser.broken_rules(source).await;
                broken.extend(rules.into_iter().map(|rule| format!("{part} at {width}×{height}: {rule}")));
            }
        }
        assert_eq!(broken, Vec::<String>::new());
        browser.nothing_was_wrong().await;
    });
}
