//! Every word a user reads. Vietnamese first, the English beside it; official terms stand as in the decisions.
//!
//! A fixed text is a [`Text`] constant; a sentence with values in it is a function that fills a [`Text`]. Which
//! language shows is decided in one place, [`Text::get`].

pub mod book;
pub mod care;
pub mod certificate;
mod council_bodies;
pub mod council_papers;
pub mod council_templates;
pub mod cycle;
pub mod dossier;
pub mod due;
pub mod files;
pub mod folder;
mod form_names;
mod format;
pub mod forms;
pub mod home;
pub mod idea;
pub mod latch;
pub mod lift;
pub mod other_rules;
pub mod own_set;
pub mod paper;
pub mod people;
pub mod plan;
pub mod plan_annex;
pub mod plan_columns;
pub mod plan_dates;
pub mod plan_fields;
pub mod plan_findings;
pub mod plan_follow;
pub mod plan_pages;
pub mod plan_parts;
pub mod plan_paste;
pub mod plan_writing;
pub mod plan_years;
pub mod points;
pub mod reader;
pub mod recognised;
pub mod registry;
pub mod results;
pub mod room;
pub mod room_desk;
mod room_faults;
pub mod room_steps;
pub mod scoring;
pub mod session;
pub mod sheets;
pub mod shell;
pub mod table;
pub mod template;
pub mod typed;
pub mod withdrawal;

pub use format::{date, date_and_time, date_long, grouped, hundredths, mean, mean_exact, points, time, two_digits};

/// A text in the interface languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Vietnamese.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The text in the language of the interface.
    pub const fn get(self) -> &'static str {
        self.vi
    }

    /// The text with each `{}` replaced by the next of `values`.
    pub fn fill(self, values: &[&str]) -> String {
        let mut parts = self.get().split("{}");
        let mut filled = String::from(parts.next().unwrap_or_default());
        for (at, part) in parts.enumerate() {
            filled.push_str(values.get(at).copied().unwrap_or_default());
            filled.push_str(part);
        }
        filled
    }
}

/// Declares [`Text`] constants: `NAME = "tiếng Việt", "English";`.
macro_rules! texts {
    ($($name:ident = $vi:literal, $en:literal;)*) => {
        $(#[doc = $en] pub const $name: $crate::text::Text = $crate::text::Text { vi: $vi, en: $en };)*
    };
}
pub(crate) use texts;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filling_keeps_the_order() {
        let text = Text { vi: "{}/{} mục", en: "{} of {} items" };
        assert_eq!(text.fill(&["12", "32"]), "12/32 mục");
        assert_eq!(text.fill(&["12"]), "12/ mục");
    }
}
