//! The registry: who makes what, and where. Producers and products outlive dossiers, councils and certificates.

mod producer;
mod product;

use super::id::Id;

pub use producer::{BusinessRegistration, LegalForm, Producer, Representative, Sex};
pub use product::Product;

/// Marks ids of producers.
pub enum ProducerKind {}
/// Marks ids of products of the registry.
pub enum RegisteredKind {}
/// The identity of a producer.
pub type ProducerId = Id<ProducerKind>;
/// The identity of a product of the registry. (A product before a council has an identity of its own,
/// [`super::session::ProductId`]: what was judged stays as it was on the day.)
pub type RegisteredId = Id<RegisteredKind>;
