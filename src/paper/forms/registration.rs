//! Mẫu 01: phiếu đăng ký đánh giá, phân hạng sản phẩm.

use super::{fields, nation_head, said, tick};
use crate::domain::cycle::{DossierType, Registration};
use crate::domain::date::Date;
use crate::paper::template::lines;
use crate::paper::{Block, Document, Line, Look, Sheet};
use crate::text::{self, cycle, forms};

/// What the form is filled in from.
#[derive(Clone, Debug, PartialEq)]
pub struct RegistrationPaper {
    /// The form of the dossier.
    pub form: Registration,
    /// Name of the province; empty: a blank.
    pub province: String,
    /// The year of the registration; empty: a blank.
    pub year: String,
    /// Sector, group and sub-group of the criteria set; empty: blanks.
    pub class: [String; 3],
    /// The type of the dossier.
    pub kind: DossierType,
    /// Whether the self-assessment is there.
    pub has_report: bool,
    /// Number and day of the receipts of the commune and of the province.
    pub receipts: [(String, Option<Date>); 2],
}

/// The form.
pub fn registration(of: &RegistrationPaper) -> Document {
    let form = &of.form;
    let samples = form.samples.map(|samples| samples.to_string()).unwrap_or_default();
    let mut blocks = vec![Block::Mark(forms::FORM_01.get().to_owned()), nation_head(&form.place, form.signed)];
    blocks.push(Block::Title(vec![
        Line::new(forms::REGISTRATION.get(), Look::Bold),
        Line::new(forms::OF_PROGRAMME.get(), Look::Regular),
    ]));
    blocks.push(fields(&[(forms::PROVINCE, &of.province), (forms::YEAR, &of.year)]));
    blocks.extend(lines([forms::A_OWNER.get()]));
    blocks.extend([
        fields(&[(forms::UNIT_NAME, &form.producer)]),
        fields(&[(forms::REPRESENTATIVE, &form.representative), (forms::POSITION, &form.position)]),
        fields(&[(forms::ADDRESS, &form.address)]),
        fields(&[(forms::PHONE, &form.phone), (forms::EMAIL, &form.email)]),
        fields(&[(forms::PRODUCT, &form.product)]),
        said(&[forms::CLASS.get(), ":"].concat()),
        fields(&[(forms::SECTOR, &of.class[0])]),
        fields(&[(forms::GROUP, &of.class[1])]),
        fields(&[(forms::SUBGROUP, &of.class[2])]),
        said(&[forms::KIND.get(), ":"].concat()),
    ]);
    blocks.extend(DossierType::ALL.iter().map(|kind| tick(cycle::dossier_type(*kind).get(), *kind == of.kind)));
    blocks.extend([
        said(&[forms::ATTACHED.get(), ":"].concat()),
        tick(forms::ATTACHED_REPORT.get(), of.has_report),
        tick(forms::ATTACHED_COPY.get(), form.electronic_copy),
        fields(&[(forms::ATTACHED_SAMPLES, &samples)]),
        said(forms::UNDERTAKING.get()),
        super::owner_signs(&form.representative),
    ]);
    blocks.extend(lines([forms::B_OFFICE.get()]));
    blocks.push(receipts(of));
    Document { sheets: vec![Sheet { landscape: false, blocks }] }
}

/// The part of the offices that receive it: the register knows number and day, the receiver signs by hand.
fn receipts(of: &RegistrationPaper) -> Block {
    let said = |label: text::Text, value: &str| [label.get(), ": ", value].concat();
    let mut rows = vec![Vec::new(), Vec::new(), Vec::new(), vec![String::new(); 2]];
    for (number, on) in &of.receipts {
        rows[0].push(said(forms::RECEIPT_NO, if number.is_empty() { forms::RECEIPT_BLANK.get() } else { number }));
        rows[1].push(said(forms::RECEIPT_ON, &on.map_or(text::template::DOTS.to_owned(), text::date)));
        rows[2].push([forms::RECEIVER.get(), " ", forms::SIGN.get()].concat());
    }
    Block::Table {
        columns: [forms::RECEIVED_COMMUNE, forms::RECEIVED_PROVINCE].map(|title| title.get().to_owned()).into(),
        rows,
        strong: Vec::new(),
    }
}
