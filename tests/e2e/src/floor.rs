//! The floor: one scoring sheet as finished HTML with a few lines of script. No page can do the same work for less, so
//! the app's speed is quoted as a ratio to it, measured on the same machine in the same minutes.
//!
//! It is made from the shipped criteria when it is wanted, and uses the app's ids and control values
//! (`leaf:offer`), so that the same taps go to both.

use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use xtask::project;

const DECISION: &str = "qd-26-2026";
const SET: &str = "che-tuoi-che-che-bien";

const STYLE: &str = "body{font:16px/1.4 system-ui,sans-serif;margin:0}main{padding:0 1rem 5rem}\
    fieldset{margin:0 0 1rem;border:1px solid #bbb;border-radius:6px}legend{font-weight:600}\
    label{display:flex;gap:.5rem;align-items:flex-start;min-height:44px;padding:.5rem 0;box-sizing:border-box}\
    footer{position:fixed;inset:auto 0 0;display:flex;gap:2rem;padding:.75rem;background:#fff;border-top:1px solid #bbb}";

/// The sheet that both pages show.
pub struct Floor {
    set: Value,
    /// `[star, from]`, the highest first; the lowest holds for any total.
    bands: Vec<Value>,
}

/// A line of the sheet, as far as taps need it.
struct Line<'a> {
    criterion: &'a Value,
    /// It can be closed by the answer to another line.
    gated: bool,
}

impl Floor {
    pub fn read() -> Floor {
        let folder = project::root().join("public/criteria").join(DECISION);
        let read = |name: &str| -> Value {
            serde_json::from_str(&fs::read_to_string(folder.join(name)).expect("criteria")).expect("JSON")
        };
        let index = read("index.json");
        let bands = list(&index["star_bands"]).iter().map(|band| json!([band["stars"], band["from"]])).collect();
        Floor { set: read(&format!("{SET}.json")), bands }
    }

    /// The address of the same sheet in the app.
    pub fn address_of_ours() -> String {
        format!("thu/{DECISION}/{SET}")
    }

    /// Puts the page into a folder as `index.html`.
    pub fn write(&self, folder: &Path) {
        fs::create_dir_all(folder).expect("a folder");
        fs::write(folder.join("index.html"), self.html()).expect("the page");
    }

    /// Control values in the order of tapping: down the sheet with the highest points, then with the lowest, so that
    /// every tap changes the total however often the list is gone through.
    pub fn taps(&self) -> Vec<String> {
        let mut taps = Vec::new();
        let lines: Vec<Line> = sections(&self.set).flat_map(|(_, section)| lines(section)).collect();
        for highest in [true, false] {
            for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.gated) {
                let points: Vec<i64> = list(&line.criterion["options"]).iter().map(points).collect();
                let wanted = if highest { points.iter().max() } else { points.iter().min() };
                let offer = points.iter().position(|points| Some(points) == wanted).expect("options");
                taps.push(format!("{at}:{offer}"));
            }
        }
        taps
    }

    fn html(&self) -> String {
        let name = escaped(&self.set["name"]);
        let bands = json!(self.bands);
        let mut html = format!(
            "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><link rel=\"icon\" href=\"data:,\">\
             <title>{name}</title><style>{STYLE}</style><body data-bands='{bands}'><main><h1>{name}</h1>"
        );
        let (mut shown, mut at) = ("", 0);
        for (part, section) in sections(&self.set) {
            let code = part["code"].as_str().expect("code");
            if code != shown {
                add(&mut html, format_args!("<h2>{code}. {}</h2>", escaped(&part["title"])));
                shown = code;
            }
            add(&mut html, format_args!("<h3>{}. {}</h3>", escaped(&section["number"]), escaped(&section["title"])));
            for line in lines(section) {
                field(&mut html, code, at, line.criterion);
                at += 1;
            }
        }
        html += "</main><footer>";
        for part in list(&self.set["parts"]) {
            let code = escaped(&part["code"]);
            add(&mut html, format_args!("<span>{code} <output id=\"part{code}\">0</output></span>"));
        }
        html += "<b>Tổng <output id=\"total\">0</output></b><span>★ <output id=\"star\">1</output></span></footer>";
        html + "<script>" + include_str!("floor.js") + "</script></body></html>"
    }
}

fn field(html: &mut String, part: &str, at: usize, criterion: &Value) {
    let options = list(&criterion["options"]);
    let needs = options.iter().filter(|option| !option["min_for_star"].is_null());
    let needs: Vec<Value> = needs.map(|option| json!([option["min_for_star"], option["points"]])).collect();
    let needs = json!(needs);
    let (number, title) = (escaped(&criterion["number"]), escaped(&criterion["title"]));
    let max = &criterion["max_points"];
    add(
        html,
        format_args!("<fieldset data-part=\"{part}\" data-needs='{needs}'><legend>{number} {title} ({max})</legend>"),
    );
    if !criterion["note"].is_null() {
        add(html, format_args!("<p>{}</p>", escaped(&criterion["note"])));
    }
    for (offer, option) in options.iter().enumerate() {
        let (text, points) = (escaped(&option["text"]), points(option));
        add(
            html,
            format_args!(
                "<label><input type=\"radio\" name=\"c{at}\" value=\"{at}:{offer}\" data-points=\"{points}\">\
                 <b>{points}</b><span>{text}</span></label>"
            ),
        );
    }
    *html += "</fieldset>";
}

/// All sections with their parts.
fn sections(set: &Value) -> impl Iterator<Item = (&Value, &Value)> {
    list(&set["parts"]).iter().flat_map(|part| list(&part["sections"]).iter().map(move |section| (part, section)))
}

/// The lines of a section that get points: criteria, or the criteria within them.
fn lines(section: &Value) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for criterion in list(&section["criteria"]) {
        let gated = !criterion["applies_if"].is_null();
        match list(&criterion["sub_criteria"]) {
            [] => lines.push(Line { criterion, gated }),
            within => lines.extend(within.iter().map(|criterion| Line { criterion, gated })),
        }
    }
    lines
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn points(option: &Value) -> i64 {
    option["points"].as_i64().expect("points")
}

fn escaped(text: &Value) -> String {
    text.as_str().expect("a text").replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Writing to memory cannot fail.
fn add(html: &mut String, more: std::fmt::Arguments) {
    html.write_fmt(more).expect("memory");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_floor_is_the_whole_sheet() {
        let floor = Floor::read();
        let html = floor.html();
        assert_eq!(html.matches("<fieldset").count(), 32);
        assert_eq!(html.matches("type=\"radio\"").count(), 106);
        assert!(["total", "partA", "partB", "partC", "star"].iter().all(|id| html.contains(&format!("id=\"{id}\""))));
    }

    #[test]
    fn every_tap_is_on_a_control_and_differs_from_the_one_before_on_its_line() {
        let floor = Floor::read();
        let (html, taps) = (floor.html(), floor.taps());
        assert!(taps.iter().all(|tap| html.contains(&format!("value=\"{tap}\""))));
        let (highest, lowest) = taps.split_at(taps.len() / 2);
        assert!(highest.iter().zip(lowest).all(|(high, low)| high != low));
    }
}
