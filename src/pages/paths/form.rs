//! The forms of a dossier that have a page of their own on paper.

/// A form of 26/2026/QĐ-TTg, Annex III.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Mẫu 01: phiếu đăng ký.
    Registration,
    /// Mẫu 02: báo cáo tự đánh giá.
    SelfReport,
    /// Mẫu 03: báo cáo của UBND cấp xã.
    CommuneReport,
}

impl Form {
    const ALL: [(Form, &str); 3] =
        [(Form::Registration, "mau-01"), (Form::SelfReport, "mau-02"), (Form::CommuneReport, "mau-03")];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        Form::ALL.iter().find(|(form, _)| *form == self).map_or("", |(_, word)| word)
    }

    /// The form of a word of addresses.
    pub fn of_word(word: &str) -> Option<Form> {
        Form::ALL.iter().find(|(_, own)| *own == word).map(|(form, _)| *form)
    }
}
