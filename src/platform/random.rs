//! Chance, for ids.

use wasm_bindgen::JsCast;

/// Ten random bytes from the browser's generator; from `Math.random` where it has none.
pub fn ten_bytes() -> [u8; 10] {
    let mut bytes = [0; 10];
    let filled = super::global("crypto")
        .map(JsCast::unchecked_into::<web_sys::Crypto>)
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        for byte in &mut bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    bytes
}
