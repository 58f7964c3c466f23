//! The published JSON Schema is the one of the code.

use so_ocop::exchange::json_schema;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/schema/so-ocop-export-1.json");

#[test]
fn the_published_schema_is_current() {
    let text = serde_json::to_string_pretty(&json_schema()).expect("json") + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(PATH, &text).expect("writes");
    }
    let published = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        published == text,
        "{PATH} is not current; write it with\n  UPDATE_SCHEMA=1 cargo test --no-default-features --features verify --test exchange schema"
    );
}
