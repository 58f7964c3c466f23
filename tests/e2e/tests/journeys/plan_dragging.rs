//! Sections of a plan are dragged by their numbers.

use e2e::pointer::{Mouse, carry, part_of};
use e2e::story;
use serde_json::json;
use thirtyfour::prelude::*;

/// A section goes where it is let go, with what stands below it; a tap, Esc and a pointer that the browser takes for itself
/// move nothing.
#[test]
fn sections_are_dragged_with_a_finger_and_with_a_mouse() {
    story("", |browser| async move {
        browser.start("ke-hoach/mau/s1-tam-duong-2022").await;
        browser.until("the sample", "document.getElementById('chep-mau')").await;
        browser.click("#chep-mau").await;
        browser.until("the text", "document.getElementById('van-t-0-0-0')").await;
        browser.view(820, 1180).await;
        browser.saved().await;
        let marks =
            "JSON.stringify([...document.querySelectorAll('.plan-paper .prose-row')].map((row) => row.dataset.mark))";
        // Every row is named by where it stands; what has a heading by that.
        let mark = "(document.querySelectorAll('.plan-paper .prose-row').forEach((row) => {
            row.dataset.mark = row.querySelector('.prose').id;
        }), true)";
        browser.value(mark).await;
        let first = browser.value(marks).await;
        let row = |mark: &str| format!("[data-mark='{mark}']");
        let grip = |mark: &str| format!("[data-mark='{mark}'] .prose-number");
        let show = async |mark: &str| {
            let show = format!(
                "(document.querySelector(\"{}\").scrollIntoView({{ block: 'center', behavior: 'instant' }}), true)",
                row(mark)
            );
            browser.value(&show).await;
        };
        let order = async || -> Vec<String> {
            let order = browser.value(marks).await;
            serde_json::from_str(order.as_str().expect("a list")).expect("a list")
        };
        let grips = "[...document.querySelectorAll('.prose-number')].every((own) => own.offsetWidth >= 44
            && own.offsetHeight >= 44 && getComputedStyle(own).touchAction === 'none')";
        assert_eq!(browser.value(grips).await, json!(true));
        let mouse = Mouse(&browser);

        // A tap chooses and moves nothing.
        show("van-t-0-0-0").await;
        let at = part_of(&browser, &grip("van-t-0-0-0"), 0.5).await;
        mouse.press(at).await;
        mouse.let_go(at).await;
        let chosen = format!("document.querySelector(\"{}\").dataset.current", row("van-t-0-0-0"));
        browser.until("it is chosen", &chosen).await;
        assert_eq!(browser.value(marks).await, first);

        // With a finger and with a pen: behind the next one.
        for kind in ["touch", "pen"] {
            show("van-t-0-0-0").await;
            let from = part_of(&browser, &grip("van-t-0-0-0"), 0.5).await;
            carry(&browser, kind, from, part_of(&browser, &row("van-t-0-0-1"), 0.8).await).await;
            browser.until("it went", &format!("{marks} !== {first}")).await;
            let now = order().await;
            let at = |mark: &str| now.iter().position(|own| own == mark).expect("there");
            assert_eq!(at("van-t-0-0-0"), at("van-t-0-0-1") + 1);
            browser.until("the caret went along", "document.activeElement.id === 'van-t-0-0-1'").await;
            browser.until("it is said", "document.querySelector('.heard').textContent.includes('Đã chuyển')").await;
            browser.click("#hoan-tac").await;
            browser.until("as at first", &format!("{marks} === {first}")).await;
        }

        // With a mouse: a heading before another one, and what stands below it goes along. Where it would go is shown.
        show("van-t-0-1-de").await;
        let count = "document.querySelectorAll('[data-dragged]').length";
        mouse.press(part_of(&browser, &grip("van-t-0-1-de"), 0.5).await).await;
        show("van-t-0-0-de").await;
        let to = part_of(&browser, &row("van-t-0-0-de"), 0.2).await;
        mouse.drag(to).await;
        browser.until("the place is shown", "!document.querySelector('.drop-line').hidden").await;
        let along = browser.value(count).await.as_u64().expect("a number") as usize;
        assert!(along > 1, "what stands below goes along");
        mouse.let_go(to).await;
        browser.until("it went", &format!("{marks} !== {first}")).await;
        let now = order().await;
        let at = now.iter().position(|own| own == "van-t-0-1-de").expect("there");
        assert_eq!(now[at + along], "van-t-0-0-de");
        assert!(now[at..at + along].iter().all(|own| own.starts_with("van-t-0-1")), "{now:?}");
        browser.click("#hoan-tac").await;
        browser.until("as at first", &format!("{marks} === {first}")).await;

        // Where no section is, below the last one: at the end. What goes to another run of the text is a new row there.
        let texts =
            "JSON.stringify([...document.querySelectorAll('.plan-paper .prose')].map((own) => own.textContent))";
        let as_first = browser.value(texts).await;
        let carried = browser.value("document.getElementById('van-t-0-0-0').textContent").await;
        show("van-t-0-0-0").await;
        mouse.press(part_of(&browser, &grip("van-t-0-0-0"), 0.5).await).await;
        let end = "(document.querySelector('.plan-paper').scrollIntoView({ block: 'end', behavior: 'instant' }), true)";
        browser.value(end).await;
        let to = part_of(&browser, ".plan-paper", 0.98).await;
        mouse.drag(to).await;
        browser.until("the place is shown", "!document.querySelector('.drop-line').hidden").await;
        mouse.let_go(to).await;
        let last = "[...document.querySelectorAll('.plan-paper .prose-row .prose')].at(-1).textContent";
        browser.until("it is the last", &format!("{last} === {carried}")).await;
        browser.click("#hoan-tac").await;
        browser.until("as at first", &format!("{texts} === {as_first}")).await;
        browser.value(mark).await;
        assert_eq!(browser.value(marks).await, first);

        // Near the edge the page scrolls by itself. Esc takes the drag back.
        show("van-t-0-0-0").await;
        let from = browser.value("scrollY").await;
        let (x, y) = part_of(&browser, &grip("van-t-0-0-0"), 0.5).await;
        mouse.press((x, y)).await;
        let bottom = browser.value("innerHeight").await.as_i64().expect("a number") - 4;
        mouse.drag((x, bottom)).await;
        browser.until("the page scrolls", &format!("scrollY > {from} + 200")).await;
        browser.driver().active_element().await.expect("the focus").send_keys(Key::Escape + "").await.expect("Esc");
        browser.until("it is taken back", "!document.querySelector('[data-dragging], [data-dragged]')").await;
        assert_eq!(browser.value("document.querySelector('.drop-line').hidden").await, json!(true));
        mouse.let_go((x, bottom)).await;
        assert_eq!(browser.value(marks).await, first);

        // A pointer that the browser takes for itself.
        show("van-t-0-0-0").await;
        browser.value("(addEventListener('pointerdown', (event) => { window.pressed = event; }), true)").await;
        mouse.press(part_of(&browser, &grip("van-t-0-0-0"), 0.5).await).await;
        let to = part_of(&browser, &row("van-t-0-0-1"), 0.8).await;
        mouse.drag(to).await;
        browser.until("it is dragged", "document.querySelector('[data-dragging]')").await;
        let cancel = "(pressed.target.dispatchEvent(new PointerEvent('pointercancel',
            { bubbles: true, pointerId: pressed.pointerId })), true)";
        browser.value(cancel).await;
        browser.until("it is taken back", "!document.querySelector('[data-dragging], [data-dragged]')").await;
        mouse.let_go(to).await;
        assert_eq!(browser.value(marks).await, first);

        // With keys on the number: the focus stays on it.
        let number = browser.driver().find(By::Css(grip("van-t-0-0-0"))).await.expect("a number");
        number.focus().await.expect("the focus");
        number.send_keys(Key::Alt + Key::Down).await.expect("pressed");
        browser.until("it went", &format!("{marks} !== {first}")).await;
        let focused = format!("document.activeElement === document.querySelector(\"{}\")", grip("van-t-0-0-0"));
        browser.until("the focus", &focused).await;
        number.send_keys(Key::Alt + Key::Up).await.expect("pressed");
        browser.until("as at first", &format!("{marks} === {first}")).await;
        browser.saved().await;
        browser.no_faults().await;
    });
}
