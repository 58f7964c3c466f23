//! Facts of the device that are objects: drafts, states of other devices, chance numbers. They are no records.

use super::app::App;
use crate::codec::{Map, Value, canonical, parse};
use crate::storage::DeviceKey;

/// What is kept under a key; empty where nothing is kept or it cannot be read.
pub(super) async fn object(app: App, key: DeviceKey) -> Map<String, Value> {
    let text = app.saver.store().device(key).await.ok().flatten().unwrap_or_default();
    match parse(text.as_bytes()) {
        Some(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// Keeps an object; answers whether it is on the disk.
pub(super) async fn keep_object(app: App, key: DeviceKey, fields: Map<String, Value>) -> bool {
    let text = canonical(&Value::Object(fields));
    app.saver.store().set_device(key, Some(&text)).await.is_ok()
}

/// Sets one field of an object, or takes it away; answers whether that is on the disk.
pub(super) async fn set_field(app: App, key: DeviceKey, field: String, value: Option<Value>) -> bool {
    let mut fields = object(app, key).await;
    match value {
        Some(value) => drop(fields.insert(field, value)),
        // What is not there needs no write.
        None if fields.remove(&field).is_none() => return true,
        None => (),
    }
    keep_object(app, key, fields).await
}
