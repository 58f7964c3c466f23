//! What changed in a plan, as small as it can be said: a plan may hold hundreds of entries, and a journal that kept it
//! whole at every pause in typing would soon be larger than all plans.

use crate::codec::{Map, Value};

/// One difference between two states of a plan.
#[derive(Debug, PartialEq)]
pub struct Difference {
    /// Where, as a path in the record's body: `title`, `products.p3.name`, `sections.0.children.2.text`. Entries of a list
    /// that have keys are named by them; other lists are walked by place.
    pub field: String,
    /// What stood there; `Null`: nothing.
    pub old: Value,
    /// What stands there; `Null`: nothing.
    pub new: Value,
}

/// The differences, in the order of the fields.
pub fn differences(old: &Value, new: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    walk(&mut String::new(), old, new, &mut found);
    found
}

fn walk(path: &mut String, old: &Value, new: &Value, found: &mut Vec<Difference>) {
    if old == new {
        return;
    }
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => objects(path, old, new, found),
        (Value::Array(olds), Value::Array(news)) => match (keyed(olds), keyed(news)) {
            (Some(old_map), Some(new_map)) if !(olds.is_empty() && news.is_empty()) => {
                let order = |list: &[Value], other: &Map<String, Value>| -> Vec<Value> {
                    let keys = list.iter().filter_map(|entry| entry.get("key"));
                    keys.filter(|key| key.as_str().is_some_and(|key| other.contains_key(key))).cloned().collect()
                };
                // An entry that only moved is told by the order of those that stayed.
                let (old_order, new_order) = (order(olds, &new_map), order(news, &old_map));
                if old_order != new_order {
                    found.push(Difference { field: path.clone(), old: old_order.into(), new: new_order.into() });
                }
                objects(path, &old_map, &new_map, found);
            }
            _ if olds.len() == news.len() => {
                for (at, (old, new)) in olds.iter().zip(news).enumerate() {
                    below(path, &at.to_string(), old, new, found);
                }
            }
            _ => found.push(Difference { field: path.clone(), old: old.clone(), new: new.clone() }),
        },
        _ => found.push(Difference { field: path.clone(), old: old.clone(), new: new.clone() }),
    }
}

fn objects(path: &mut String, old: &Map<String, Value>, new: &Map<String, Value>, found: &mut Vec<Difference>) {
    let mut keys: Vec<&String> = old.keys().chain(new.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        let value = |map: &Map<String, Value>| map.get(key).cloned().unwrap_or_default();
        match (old.get(key), new.get(key)) {
            (Some(old), Some(new)) => below(path, key, old, new, found),
            _ => below(path, key, &value(old), &value(new), found),
        }
    }
}

fn below(path: &mut String, key: &str, old: &Value, new: &Value, found: &mut Vec<Difference>) {
    let length = path.len();
    if length > 0 {
        path.push('.');
    }
    path.push_str(key);
    walk(path, old, new, found);
    path.truncate(length);
}

/// The entries of a list by their keys; `None`: some have none, or share one.
fn keyed(list: &[Value]) -> Option<Map<String, Value>> {
    let mut map = Map::new();
    for entry in list {
        let key = entry.get("key")?.as_str()?.to_owned();
        if map.insert(key, entry.clone()).is_some() {
            return None;
        }
    }
    Some(map)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::json;

    fn told(old: Value, new: Value) -> Vec<(String, Value, Value)> {
        differences(&old, &new).into_iter().map(|own| (own.field, own.old, own.new)).collect()
    }

    #[test]
    fn only_what_changed_is_told() {
        let old = json!({"title": "A", "products": [{"key": "p1", "name": "Trà"}, {"key": "p2", "name": "Miến"}]});
        let new = json!({"title": "A", "products": [{"key": "p1", "name": "Trà"}, {"key": "p2", "name": "Mật"}]});
        assert_eq!(told(old, new), [("products.p2.name".to_owned(), json!("Miến"), json!("Mật"))]);
    }

    #[test]
    fn entries_come_go_and_move() {
        let old = json!({"t": [{"key": "a"}, {"key": "b"}, {"key": "c"}]});
        let new = json!({"t": [{"key": "c"}, {"key": "a"}, {"key": "d", "x": 1}]});
        assert_eq!(
            told(old, new),
            [
                ("t".to_owned(), json!(["a", "c"]), json!(["c", "a"])),
                ("t.b".to_owned(), json!({"key": "b"}), Value::Null),
                ("t.d".to_owned(), Value::Null, json!({"key": "d", "x": 1})),
            ]
        );
    }

    #[test]
    fn lists_without_keys_go_by_place_or_whole() {
        let (one, two) = (json!({"s": [{"text": "a"}, {"text": "b"}]}), json!({"s": [{"text": "a"}, {"text": "c"}]}));
        assert_eq!(told(one, two), [("s.1.text".to_owned(), json!("b"), json!("c"))]);
        let (one, two) = (json!({"s": [1]}), json!({"s": [1, 2]}));
        assert_eq!(told(one, two), [("s".to_owned(), json!([1]), json!([1, 2]))]);
        assert_eq!(told(json!({}), json!({"s": []})), [("s".to_owned(), Value::Null, json!([]))]);
    }
}
