//! Where records rest: the browser's database, or memory.
//!
//! A [`Store`] writes rows and journal entries in one transaction and answers when the transaction is completed, not
//! before. It keeps rows as text and never interprets a record. The order of writes is [`Queue`]'s; the thin driver
//! that waits for them is `state::saver`.

mod batch;
pub mod care;
mod device;
mod error;
mod held;
mod import;
#[cfg(feature = "browser")]
mod indexed_db;
#[cfg(not(target_arch = "wasm32"))]
mod memory;
pub mod points;
mod queue;
mod store;

pub use batch::Batch;
pub use device::DeviceKey;
pub use error::StoreError;
pub use held::Held;
pub use import::{ImportBatch, ImportHead, Incoming};
#[cfg(feature = "browser")]
pub use indexed_db::IndexedDb;
#[cfg(not(target_arch = "wasm32"))]
pub use memory::MemoryStore;
pub use queue::{Queue, SaveStatus, Writing};
pub use store::{Counts, Durability, LeftRow, Loaded, LoadedJournal, Store, Unreadable, Which};

/// Runs a future that never has to wait, as those of [`MemoryStore`]; for tests.
#[cfg(test)]
pub(crate) fn wait<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match future.as_mut().poll(&mut context) {
        std::task::Poll::Ready(value) => value,
        std::task::Poll::Pending => unreachable!("memory never waits"),
    }
}
