//! The plan that is typed in: 300 products, 120 activities, 400 lines of a budget, made of a real one.

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use xtask::project;

const SAMPLE: &str = "public/samples/plans/s2-bac-kan-2018.json";
const PRODUCTS: usize = 300;
const GROUPS: usize = 12;
const IN_A_GROUP: usize = 9;
const LINES: usize = 400;
/// Each of these lines has the ones after it below it.
const LINES_IN_A_GROUP: usize = 20;

/// Puts a file with the plan into a folder.
pub fn write(folder: &Path) -> PathBuf {
    let id = "01a201b4-453a-77fd-9b47-9d487533a91a";
    let at = "2026-11-22T05:22:01.146Z";
    let row = json!({
        "id": id, "scope": id, "kind": "plan", "rev": 1, "schema": 1, "created": at, "updated": at, "body": plan(),
    });
    let file = json!({
        "kind": "so-ocop/export", "format": 3, "app": "so-ocop", "app_version": "0.1.0", "created": at,
        "content": { "journal": [], "plans": [row], "sessions": [], "worksheets": [] },
        "decisions": [], "results": [],
    });
    let path = folder.join("plan.json");
    fs::write(&path, file.to_string()).expect("a file");
    path
}

fn plan() -> Value {
    let sample = fs::read_to_string(project::root().join(SAMPLE)).expect("the sample");
    let mut plan: Value = serde_json::from_str(&sample).expect("JSON");
    plan.as_object_mut().expect("a plan").remove("source");
    plan["status"] = json!("draft");
    plan["targets"] = json!([]);
    let units: Vec<Value> = list(&plan["units"]).iter().map(|unit| unit["key"].clone()).collect();
    let (activities, sections) = work(&units);
    let text = list(&plan["sections"]);
    plan["sections"] = json!([text[0], section("roman", "NỘI DUNG", "", sections), text[2], text[3]]);
    plan["activities"] = json!(activities);
    plan["products"] = json!((0..PRODUCTS).map(product).collect::<Vec<Value>>());
    plan["budget"]["lines"] = json!((0..LINES).map(line).collect::<Vec<Value>>());
    plan
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().expect("a list").clone()
}

fn section(numbering: &str, heading: &str, text: &str, below: Vec<Value>) -> Value {
    json!({ "numbering": numbering, "heading": heading, "text": text, "children": below })
}

/// The activities in groups, and the sections that name them.
fn work(units: &[Value]) -> (Vec<Value>, Vec<Value>) {
    let (mut activities, mut sections) = (Vec::new(), Vec::new());
    let unit = |at: usize| &units[at % units.len()];
    for group in 0..GROUPS {
        let parent = format!("ga{group}");
        activities.push(json!({
            "key": parent, "title": format!("Nhóm nhiệm vụ số {} về phát triển sản phẩm", group + 1), "content": "",
            "participants": "", "result": "", "units_printed": "",
        }));
        let mut below = Vec::new();
        for at in 0..IN_A_GROUP {
            let (key, count) = (format!("xa{group}x{at}"), group * IN_A_GROUP + at + 1);
            activities.push(json!({
                "key": key, "parent": parent,
                "title": format!("Hoạt động số {count}: tập huấn, tư vấn chủ thể hoàn thiện hồ sơ sản phẩm"),
                "content": "Hướng dẫn chủ thể hoàn thiện hồ sơ, bao bì, nhãn mác, truy xuất nguồn gốc; kết nối tiêu thụ.",
                "participants": "Cán bộ xã, chủ thể", "result": "", "units_printed": "",
                "doers": [{ "role": "lead", "unit": unit(count) }, { "role": "cooperate", "unit": unit(count + 3) }],
                "time": { "kind": "quarter", "from": "2018-04-01", "to": "2018-06-30", "printed": "Trong quý II/2018" },
            }));
            let part = |name: &str, what: &str| section("dash", name, &format!("{{{key}.{what}}}"), Vec::new());
            let parts = vec![part("Thời gian", "time"), part("Nội dung", "content"), part("Đơn vị thực hiện", "units")];
            below.push(section("nested", &format!("{{{key}}}"), "", parts));
        }
        sections.push(section("arabic", &format!("{{{parent}}}"), "", below));
    }
    (activities, sections)
}

fn product(at: usize) -> Value {
    json!({
        "key": format!("xp{at}"), "name": format!("Sản phẩm OCOP số {}", at + 1), "registration": "first",
        "producer": format!("HTX nông nghiệp số {}", at / 2 + 1), "legal_form": "cooperative",
        "address": format!("Thôn {}", at % 17 + 1), "group": "Thực phẩm", "support": "Bao bì, tem", "target_star": 3,
        "certificate_printed": "", "form_printed": "", "note": "", "printed": "",
    })
}

fn line(at: usize) -> Value {
    let group = at / LINES_IN_A_GROUP * LINES_IN_A_GROUP;
    if at == group {
        return json!({ "key": format!("xl{at}"), "content": format!("Nhóm chi {}", at / LINES_IN_A_GROUP + 1), "unit": "", "note": "", "lump": false });
    }
    json!({
        "key": format!("xl{at}"), "parent": format!("xl{group}"), "content": format!("Chi hỗ trợ nội dung {at}"),
        "unit": "sản phẩm", "quantity": "2", "price": 1_000_000, "amount": 2_000_000, "note": "", "lump": false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_is_as_big_as_it_is_called() {
        let plan = plan();
        assert_eq!(list(&plan["activities"]).len(), 120);
        assert_eq!(list(&plan["products"]).len(), 300);
        assert_eq!(list(&plan["budget"]["lines"]).len(), 400);
    }
}
