//! Texts of results.

use super::texts;

texts! {
    PLACEHOLDER = "", "";
}
