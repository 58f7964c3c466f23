//! The layout of the database, and the steps to it.

use js_sys::Object;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest};

/// The version of the layout. The version of the records is another one: `schema::CURRENT`.
pub const VERSION: u32 = 1;

/// Rows: `{id, kind, scope, rev, updated, deleted, row}`, key `id`.
pub const RECORDS: &str = "records";
/// Packs of journal entries: `{scope, entries, import?}`, numbered.
pub const JOURNAL: &str = "journal";
/// What undoing imports needs: heads and packs of rows, key `key`.
pub const IMPORTS: &str = "imports";
/// Facts of the device: `{key, value}`, key `key`.
pub const DEVICE: &str = "device";

/// Index of rows and journal packs on the session.
pub const BY_SCOPE: &str = "scope";
/// Index of rows on the kind.
pub const BY_KIND: &str = "kind";
/// Index of journal packs on the import that brought them.
pub const BY_IMPORT: &str = "import";
/// Index of imports on `at`, which only heads have.
pub const BY_HEAD: &str = "at";

/// Brings a database to [`VERSION`]. A step that fails aborts the opening.
pub fn upgrade(request: &IdbOpenDbRequest) {
    let Some(database) = request.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok()) else { return };
    if version_1(&database).is_err()
        && let Some(transaction) = request.transaction()
    {
        // Fails only when the transaction is over already.
        let _ = transaction.abort();
    }
}

fn version_1(database: &IdbDatabase) -> Result<(), JsValue> {
    let records = keyed(database, RECORDS, "id")?;
    records.create_index_with_str(BY_SCOPE, "scope")?;
    records.create_index_with_str(BY_KIND, "kind")?;
    let numbered: IdbObjectStoreParameters = Object::new().unchecked_into();
    numbered.set_auto_increment(true);
    let journal = database.create_object_store_with_optional_parameters(JOURNAL, &numbered)?;
    journal.create_index_with_str(BY_SCOPE, "scope")?;
    journal.create_index_with_str(BY_IMPORT, "import")?;
    keyed(database, IMPORTS, "key")?.create_index_with_str(BY_HEAD, "at")?;
    keyed(database, DEVICE, "key")?;
    Ok(())
}

fn keyed(database: &IdbDatabase, name: &str, key: &str) -> Result<IdbObjectStore, JsValue> {
    let parameters: IdbObjectStoreParameters = Object::new().unchecked_into();
    parameters.set_key_path(&key.into());
    database.create_object_store_with_optional_parameters(name, &parameters)
}
