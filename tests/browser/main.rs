//! Laws of the engine as a program of a browser: `tests/e2e/tests/laws.rs` builds it, opens it in a page, and reads what it
//! says. Run natively it does the same. In a page, `orders` counts the orders that ended in the same bytes.

#[allow(dead_code)]
#[path = "../room/orders.rs"]
mod orders;
mod shipped;
#[allow(dead_code)]
#[path = "../room/world.rs"]
mod world;

/// Councils, and orders for each of them.
const COUNCILS: u64 = 20;
const ORDERS: usize = 25;

fn main() {
    let seen = orders::same_bytes_in_any_order(0..COUNCILS, ORDERS);
    assert!(seen.iter().all(|count| *count > 5), "{seen:?}");
    tell(COUNCILS as usize * ORDERS);
}

#[cfg(all(target_arch = "wasm32", feature = "browser"))]
fn tell(orders: usize) {
    let told = js_sys::Reflect::set(&js_sys::global(), &"orders".into(), &(orders as f64).into());
    assert!(told.is_ok());
}

#[cfg(not(all(target_arch = "wasm32", feature = "browser")))]
fn tell(orders: usize) {
    assert_eq!(orders, 500);
}
