//! Facts of the device that are objects: drafts, states of other devices, chance numbers. They are no records.

use super::app::App;
use crate::codec::{Map, Value, canonical, parse};
use crate::storage::DeviceKey;

/// What is kept under a key; a store that cannot be read is waited for.
pub(super) async fn object(app: App, key: DeviceKey) -> Map<String, Value> {
    fields(app.fact(key).await.ok().flatten())
}

/// The same, asked once; `None`: the store did not answer, and nothing is known of what it holds.
pub(super) async fn read(app: App, key: DeviceKey) -> Option<Map<String, Value>> {
    app.saver.store().device(key).await.ok().map(fields)
}

fn fields(kept: Option<String>) -> Map<String, Value> {
    match parse(kept.unwrap_or_default().as_bytes()) {
        Some(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// Sets one field of an object, or takes it away; answers whether that is on the disk. Where the other fields cannot be read
/// nothing is written: they would be lost.
pub(super) async fn set_field(app: App, key: DeviceKey, field: String, value: Option<Value>) -> bool {
    let Some(mut fields) = read(app, key).await else { return false };
    match value {
        Some(value) => drop(fields.insert(field, value)),
        // What is not there needs no write.
        None if fields.remove(&field).is_none() => return true,
        None => (),
    }
    let text = canonical(&Value::Object(fields));
    app.saver.store().set_device(key, Some(&text)).await.is_ok()
}
