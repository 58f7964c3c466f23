//! The registry: who makes what, and where. Producers and products outlive dossiers, councils and certificates.

mod attachment;
mod producer;
mod product;
pub mod twins;

use super::id::Id;

pub use attachment::{Attachment, FILE_LIMIT};
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
/// Marks ids of attached files.
pub enum AttachmentKind {}
/// The identity of an attached file.
pub type AttachmentId = Id<AttachmentKind>;
