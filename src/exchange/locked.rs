//! The outer form of a file that was encrypted with a passphrase.
//!
//! What stands inside is a whole file of ours, byte by byte. Version 1: the key is PBKDF2-HMAC-SHA-256 of the passphrase
//! (composed letters, UTF-8) with `salt` and `rounds`, 256 bits; the content is encrypted with AES-256-GCM with `iv`, its tag
//! of 128 bits at the end; what is bound to it is the canonical text of all fields but `data`. So a wrong passphrase, a
//! changed field and a changed byte all give nothing at all.

use crate::codec::{Field, Place, Value, canonical, of_base64, parse, to_base64};
use crate::record;

/// Rounds that this program asks for when it writes (OWASP, 2023, for PBKDF2 with SHA-256).
pub const ROUNDS: u32 = 600_000;
/// The fewest and the most rounds that are accepted: less is no protection, more would only keep the device busy.
const ACCEPTED: std::ops::RangeInclusive<u32> = 600_000..=10_000_000;
/// Bytes of the salt.
pub const SALT: usize = 16;
/// Bytes of the initialisation vector.
pub const IV: usize = 12;
/// Bytes of the tag: no content is shorter.
const TAG: usize = 16;

record! {
    /// An encrypted file.
    pub struct LockedFile {
        /// What it is: always [`LockedFile::KIND`].
        pub kind: String,
        /// The version of this form: 1.
        pub format: u32,
        /// How the key follows from the passphrase: `PBKDF2-HMAC-SHA-256`.
        pub kdf: String,
        /// Rounds of it.
        pub rounds: u32,
        /// The salt, base64.
        pub salt: String,
        /// How the content is encrypted: `AES-256-GCM`.
        pub cipher: String,
        /// The initialisation vector, base64.
        pub iv: String,
        /// The name of the file inside, for whoever keeps it.
        pub name: String,
        /// The encrypted content with its tag, base64.
        pub data: String,
    }
}

/// Why an encrypted file cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockedFault {
    /// It has a passphrase, and none was given yet.
    Asks,
    /// It is no encrypted file of ours.
    NotLocked,
    /// A newer program wrote it, or it asks for something that this one does not do.
    Newer,
    /// Something in it is not as it should be.
    Damaged,
    /// The passphrase is wrong, or the file was changed; nothing was read.
    Wrong,
    /// This browser cannot do it (a page that is not served securely).
    Unable,
}

/// What opens a file, beside the passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// The salt.
    pub salt: Vec<u8>,
    /// The initialisation vector.
    pub iv: Vec<u8>,
    /// Rounds.
    pub rounds: u32,
    /// What is bound to the content.
    pub bound: Vec<u8>,
}

impl LockedFile {
    /// The value of `kind`.
    pub const KIND: &'static str = "so-ocop/locked";
    const KDF: &'static str = "PBKDF2-HMAC-SHA-256";
    const CIPHER: &'static str = "AES-256-GCM";

    /// What the name of an encrypted file is: it says so.
    pub fn name_of(inside: &str) -> String {
        [inside.strip_suffix(".json").unwrap_or(inside), ".co-mat-khau.json"].concat()
    }

    /// A file still without its content.
    pub fn new(name: &str, salt: &[u8; SALT], iv: &[u8; IV]) -> LockedFile {
        LockedFile {
            kind: LockedFile::KIND.to_owned(),
            format: 1,
            kdf: LockedFile::KDF.to_owned(),
            rounds: ROUNDS,
            salt: to_base64(salt),
            cipher: LockedFile::CIPHER.to_owned(),
            iv: to_base64(iv),
            name: name.to_owned(),
            data: String::new(),
            unknown: Default::default(),
        }
    }

    /// Whether a file says that it is one; it may be damaged all the same.
    pub fn is_one(text: &str) -> bool {
        let value = parse(text.trim_start_matches('\u{feff}').as_bytes());
        value.is_some_and(|value| value.get("kind").and_then(Value::as_str) == Some(LockedFile::KIND))
    }

    /// Reads a file.
    pub fn of_text(text: &str) -> Result<LockedFile, LockedFault> {
        let value: Value = parse(text.trim_start_matches('\u{feff}').as_bytes()).ok_or(LockedFault::NotLocked)?;
        if value.get("kind").and_then(Value::as_str) != Some(LockedFile::KIND) {
            return Err(LockedFault::NotLocked);
        }
        if value.get("format").and_then(Value::as_u64) != Some(1) {
            return Err(LockedFault::Newer);
        }
        let file = LockedFile::read(value, &Place::default()).map_err(|_| LockedFault::Damaged)?;
        let is_known = (file.kdf.as_str(), file.cipher.as_str()) == (LockedFile::KDF, LockedFile::CIPHER);
        if is_known { Ok(file) } else { Err(LockedFault::Newer) }
    }

    /// What encrypts or opens it.
    pub fn lock(&self) -> Result<Lock, LockedFault> {
        let bytes = |text: &str, count: usize| of_base64(text).filter(|bytes| bytes.len() == count);
        let (salt, iv) = (bytes(&self.salt, SALT), bytes(&self.iv, IV));
        let (Some(salt), Some(iv), true) = (salt, iv, ACCEPTED.contains(&self.rounds)) else {
            return Err(LockedFault::Damaged);
        };
        let mut value = self.write().unwrap_or_default();
        if let Some(fields) = value.as_object_mut() {
            fields.remove("data");
        }
        Ok(Lock { salt, iv, rounds: self.rounds, bound: canonical(&value).into_bytes() })
    }

    /// The encrypted content.
    pub fn content(&self) -> Result<Vec<u8>, LockedFault> {
        of_base64(&self.data).filter(|data| data.len() >= TAG).ok_or(LockedFault::Damaged)
    }

    /// The file with its content, as text with a line end.
    pub fn text(mut self, content: &[u8]) -> String {
        self.data = to_base64(content);
        canonical(&self.write().unwrap_or_default()) + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> LockedFile {
        LockedFile::new("goi-phien.json", &[7; SALT], &[9; IV])
    }

    #[test]
    fn what_was_written_is_read() {
        let text = file().text(&[1; 40]);
        let read = LockedFile::of_text(&text).expect("reads");
        assert_eq!(read.lock(), file().lock());
        assert_eq!(read.content(), Ok(vec![1; 40]));
        assert!(LockedFile::is_one(&text) && !LockedFile::is_one("{}"));
    }

    #[test]
    fn its_name_says_that_it_is_locked() {
        assert_eq!(LockedFile::name_of("goi-phien.json"), "goi-phien.co-mat-khau.json");
        assert_eq!(LockedFile::name_of("a.json.json"), "a.json.co-mat-khau.json");
    }

    #[test]
    fn every_field_but_the_content_is_bound() {
        let bound = file().lock().expect("whole").bound;
        let others = [
            LockedFile { name: "khac.json".into(), ..file() },
            LockedFile { rounds: ROUNDS + 1, ..file() },
            LockedFile { salt: to_base64(&[8; SALT]), ..file() },
            LockedFile { iv: to_base64(&[8; IV]), ..file() },
        ];
        for other in others {
            assert_ne!(other.lock().expect("whole").bound, bound);
        }
        assert_eq!(LockedFile { data: "AAAA".into(), ..file() }.lock().expect("whole").bound, bound);
    }

    #[test]
    fn what_is_not_as_it_should_be_is_named() {
        assert_eq!(LockedFile::of_text("x"), Err(LockedFault::NotLocked));
        assert_eq!(LockedFile::of_text("{\"kind\":\"so-ocop/pack\"}"), Err(LockedFault::NotLocked));
        let text = file().text(&[1; 40]);
        assert_eq!(LockedFile::of_text(&text.replace("\"format\":1", "\"format\":2")), Err(LockedFault::Newer));
        assert_eq!(LockedFile::of_text(&text.replace("AES-256-GCM", "AES-512")), Err(LockedFault::Newer));
        assert_eq!(LockedFile::of_text(&text.replace("\"iv\"", "\"i\"")), Err(LockedFault::Damaged));
        assert_eq!(LockedFile { rounds: 1000, ..file() }.lock(), Err(LockedFault::Damaged));
        assert_eq!(LockedFile { data: to_base64(&[1; 15]), ..file() }.content(), Err(LockedFault::Damaged));
    }
}
