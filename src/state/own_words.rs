//! Words that an office has put in the place of ours on its papers. They rest on the device.

use crate::platform::preferences::Preference;

/// The words kept under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnWords(pub &'static str);

impl OwnWords {
    /// The words; `None`: none.
    pub fn kept(self) -> Option<String> {
        Preference::Words(self.0).value().filter(|words| !words.is_empty())
    }

    /// Keeps words; empty: none. Answers whether the browser has them.
    pub fn keep(self, words: &str) -> bool {
        if self.kept().unwrap_or_default() != words {
            Preference::Words(self.0).set(words);
        }
        self.kept().unwrap_or_default() == words
    }
}
