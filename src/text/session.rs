//! Texts of creating a session and of its overview.

use super::texts;

texts! {
    PLACEHOLDER = "", "";
}
