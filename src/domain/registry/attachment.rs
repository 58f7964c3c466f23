//! Attached files: scans, photos.

use crate::record;

/// The largest file that is kept, in bytes. Larger ones stay outside and are described instead.
pub const FILE_LIMIT: u64 = 3_000_000;

record! {
    /// A file that belongs to a product: a photo, or evidence of its dossiers. Everything works without it.
    pub struct Attachment {
        /// The product's id.
        pub product: super::RegisteredId,
        /// The file's name.
        pub name: String,
        /// Media type, `image/jpeg`.
        pub media_type: String,
        /// Size in bytes.
        pub size: u32,
        /// SHA-256 of the bytes, `sha256:<64 hex digits>`.
        pub hash: String,
        /// The bytes, in base64.
        pub data: String,
    }
}

impl Attachment {
    /// The key of [`Attachment::data`].
    pub const DATA: &str = "data";
}
