//! What a file may be, so that reading it can neither fill the memory nor hang.

/// The largest file in bytes: a national file is about 50 MB, and a weak tablet (2 GB) cannot hold much more than
/// twice that beside the browser. Ask the file's size before reading it into memory.
pub const MAX_BYTES: u64 = 120_000_000;

/// How deep lists and objects may stand in one another: what the JSON parser takes without growing the stack. Files
/// of ours are 9 deep.
pub const MAX_DEPTH: usize = 127;

/// The limits of a [`super::Reader`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest file in bytes.
    pub bytes: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { bytes: MAX_BYTES }
    }
}

impl Limits {
    /// Whether a file of this many bytes may be read at all.
    pub fn check(&self, bytes: u64) -> Result<(), super::ImportError> {
        if bytes > self.bytes { Err(super::ImportError::TooLarge { bytes, limit: self.bytes }) } else { Ok(()) }
    }
}
