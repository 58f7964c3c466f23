//! Why a file cannot be taken in.

use std::fmt;

use super::LockedFile;
use crate::codec::{Fault, Place};

/// Why a file cannot be taken in. Nothing was changed, neither here nor in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// It is larger than any file of ours.
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// It is not a text (UTF-8).
    NotUtf8 {
        /// The first wrong byte, from 0.
        at: usize,
    },
    /// It is not JSON; perhaps it was cut off.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The character in the line, from 1.
        column: usize,
    },
    /// Lists and objects stand in one another deeper than in any file of ours.
    TooDeep {
        /// The line, from 1.
        line: usize,
        /// The character in the line, from 1.
        column: usize,
    },
    /// It is JSON, but not an export of this app.
    NotOurs {
        /// What it calls itself.
        kind: Option<String>,
    },
    /// A newer program wrote it: this one has to be updated first.
    Newer {
        /// Its format.
        format: i64,
        /// The program that wrote it.
        app_version: Option<String>,
    },
    /// A record in it was written by a newer program.
    RowNewer {
        /// Where.
        place: Place,
        /// Its schema version.
        schema: i64,
    },
    /// Something in it is not as it should be.
    Fault(Fault),
    /// Two records or two journal entries have the same identity.
    Duplicate {
        /// The identity.
        id: String,
    },
}

impl From<Fault> for ImportError {
    fn from(fault: Fault) -> ImportError {
        ImportError::Fault(fault)
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportError::TooLarge { bytes, limit } => write!(f, "too large: {bytes} bytes, at most {limit}"),
            ImportError::NotUtf8 { at } => write!(f, "not a text file: byte {at} is not UTF-8"),
            ImportError::NotJson { line, column } => write!(f, "not JSON, or cut off: line {line}, column {column}"),
            ImportError::TooDeep { line, column } => write!(f, "nested too deeply: line {line}, column {column}"),
            ImportError::NotOurs { kind: None } => f.write_str("not an export of this app"),
            ImportError::NotOurs { kind: Some(kind) } if kind == LockedFile::KIND => f.write_str(
                "it is encrypted with a passphrase: open it in the app with the passphrase, and export it again without one",
            ),
            ImportError::NotOurs { kind: Some(kind) } => write!(f, "not an export of this app, but a \"{kind}\""),
            ImportError::Newer { format, .. } => {
                write!(f, "written by a newer program (format {format}): update first")
            }
            ImportError::RowNewer { place, schema } => {
                write!(f, "{place}: written by a newer program (schema {schema}): update first")
            }
            ImportError::Fault(fault) => fault.fmt(f),
            ImportError::Duplicate { id } => write!(f, "{id} is there twice"),
        }
    }
}
