//! What the two programs say to each other about passphrases, pictures of codes and sessions taken off a device. Apart from
//! the rest of the protocol, so that a program that asks for none of it does not carry it.

use super::wire::{Wire, parts, wire};
use crate::codec::{Value, parse};

/// What the page asks for; it travels in `Request::OfRoom`.
#[derive(Clone, Debug, PartialEq)]
pub enum RoomRequest {
    /// Encrypt the file that comes with the letter. Answer: `Reply::Exported` or `Refused::Locked`.
    Lock {
        /// Its name.
        name: String,
        /// What encrypts it.
        passphrase: String,
    },
    /// Open the encrypted file that comes with the letter. Answer: `Reply::Done` with the file inside, or `Refused::Locked`.
    Unlock {
        /// What opens it.
        passphrase: String,
    },
    /// Look for codes in the picture that comes with the letter: grey points (0 is black), row by row. Answer: `Reply::Done`
    /// with a list of their texts ([`texts_of`]); empty: none was found, or none could be read.
    See {
        /// Points in a row.
        width: usize,
        /// Rows.
        height: usize,
        /// The number of one way of looking; `None`: all of them until something is found.
        way: Option<usize>,
    },
    /// Take everything of one scope off this device, after it was kept as a restore point. Answer: `Reply::Done` or
    /// `Reply::Refused`.
    DropScope {
        /// The scope.
        scope: String,
    },
}

impl RoomRequest {
    /// The text of the request.
    pub fn to_text(&self) -> String {
        self.put().to_string()
    }

    /// Reads [`RoomRequest::to_text`].
    pub fn of_text(text: &str) -> Option<RoomRequest> {
        RoomRequest::get(&parse(text.as_bytes())?)
    }
}

/// The bytes of a list of texts.
#[cfg(any(test, feature = "worker"))]
pub fn list_of(texts: &[String]) -> Vec<u8> {
    texts.to_vec().put().to_string().into_bytes()
}

/// Reads [`list_of`].
pub fn texts_of(bytes: &[u8]) -> Option<Vec<String>> {
    Wire::get(&parse(bytes)?)
}

wire!(choice RoomRequest {
    "lock" Lock { name name, passphrase passphrase }
    "unlock" Unlock { passphrase passphrase }
    "see" See { width width, height height, way way }
    "drop_scope" DropScope { scope scope }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_arrive_as_they_were_sent() {
        for request in [
            RoomRequest::Lock { name: "a.json".to_owned(), passphrase: "mẫu đơn".to_owned() },
            RoomRequest::Unlock { passphrase: "mẫu đơn".to_owned() },
            RoomRequest::See { width: 960, height: 540, way: None },
            RoomRequest::See { width: 960, height: 540, way: Some(3) },
            RoomRequest::DropScope { scope: "s".to_owned() },
        ] {
            assert_eq!(RoomRequest::of_text(&request.to_text()), Some(request));
        }
    }

    #[test]
    fn texts_arrive_as_they_were_seen() {
        for texts in [Vec::new(), vec!["SO-OCOP".to_owned(), "\"\n".to_owned()]] {
            assert_eq!(texts_of(&list_of(&texts)), Some(texts));
        }
        assert_eq!(texts_of(b"x"), None);
    }
}
