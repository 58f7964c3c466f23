//! Mẫu 03: báo cáo của Ủy ban nhân dân cấp xã.

use super::{body, fields, said};
use crate::domain::cycle::{AssessedContent, CommuneReport, DossierType};
use crate::domain::date::Date;
use crate::paper::template::lines;
use crate::paper::{Block, Document, Line, Look, Rule, Sheet};
use crate::text::{self, cycle, dossier, forms};

/// What the report is filled in from.
#[derive(Clone, Debug, PartialEq)]
pub struct CommuneReportPaper {
    /// The report of the dossier.
    pub report: CommuneReport,
    /// The commune's committee; empty: a blank.
    pub unit: String,
    /// The place of the signature; empty: a blank.
    pub place: String,
    /// The product.
    pub product: String,
    /// Its producer.
    pub producer: String,
    /// The producer's address.
    pub address: String,
    /// The name of the criteria set; empty: not chosen.
    pub set: String,
    /// The type of the dossier.
    pub kind: DossierType,
    /// The number of the commune's receipt.
    pub receipt: String,
    /// The day on which the dossier came in.
    pub received: Option<Date>,
}

/// The report.
pub fn commune_report(of: &CommuneReportPaper) -> Document {
    let report = &of.report;
    let day = |day: Option<Date>| day.map(text::date).unwrap_or_default();
    let mut blocks = vec![Block::Mark(forms::FORM_03.get().to_owned()), head(of)];
    blocks.push(Block::Title(vec![
        Line::new(forms::COMMUNE_REPORT.get(), Look::Bold),
        Line::new(forms::COMMUNE_REPORT_SUB.get(), Look::Bold).ruled(Rule::Part),
    ]));
    blocks.extend(lines([forms::TO_PROVINCE.get(), forms::DOSSIER_DATA.get()]));
    blocks.extend([
        fields(&[(forms::PLAIN_PRODUCT, &of.product)]),
        fields(&[(forms::OWNER, &of.producer)]),
        fields(&[(forms::PLAIN_ADDRESS, &of.address)]),
        fields(&[(forms::SUBGROUP, &of.set)]),
        fields(&[(dossier::KIND, cycle::dossier_type(of.kind).get())]),
        fields(&[(forms::RECEIPT_NO, &of.receipt), (forms::RECEIVED_ON, &day(of.received))]),
    ]);
    blocks.extend(report.meeting.map(|on| fields(&[(forms::MEETING, &text::date(on))])));
    blocks.extend(lines([forms::ASSESSMENT.get()]));
    for (at, content) in AssessedContent::ALL.iter().enumerate() {
        let title = [&(at + 1).to_string(), ". ", cycle::assessed(*content).get()].concat();
        blocks.extend(lines([title.as_str()]));
        let found = report.assessments.iter().find(|own| own.content == *content);
        blocks.extend(body(found.map_or("", |own| &own.text)));
        let figures = found.map(|own| own.figures.as_str()).filter(|figures| !figures.trim().is_empty());
        blocks.extend(figures.map(|figures| fields(&[(forms::FIGURES, figures)])));
        let met = match found.and_then(|own| own.met) {
            Some(true) => dossier::MET.get(),
            Some(false) => dossier::NOT_MET.get(),
            None => "",
        };
        blocks.push(fields(&[(forms::CONCLUSION, met)]));
    }
    blocks.extend(lines([forms::PROPOSAL.get()]));
    blocks.extend(body(&report.proposal));
    blocks.extend(letter(report));
    blocks.push(end(report));
    Document { sheets: vec![Sheet { landscape: false, blocks }] }
}

/// Name and number of the office at the left, quốc hiệu and tiêu ngữ with place and day at the right.
fn head(of: &CommuneReportPaper) -> Block {
    let unit = of.unit.trim().to_uppercase();
    let names = if unit.is_empty() { forms::COMMITTEE_BLANK.get().to_owned() } else { unit };
    let names = names.lines().flat_map(text::council_papers::issuer_lines).collect();
    let mut left = crate::paper::plan::issuer(names);
    left.push(Line::new(forms::numbered(&of.report.number), Look::Regular));
    Block::Head {
        left,
        right: vec![
            Line::new(forms::NATION.get(), Look::Bold),
            Line::new(forms::MOTTO.get(), Look::Bold).ruled(Rule::Whole),
            Line::new(forms::place_and_day(&of.place, of.report.date), Look::Italic),
        ],
    }
}

fn letter(report: &CommuneReport) -> Option<Block> {
    let letter = report.letter.as_ref().filter(|letter| !letter.number.is_empty())?;
    let day = letter.date.map(text::date).unwrap_or_default();
    let about = [letter.number.as_str(), &day, &letter.issuer];
    let about = about.into_iter().filter(|it| !it.is_empty()).collect::<Vec<&str>>().join(", ");
    Some(said(&[forms::LETTER.get(), ": ", &about].concat()))
}

fn end(report: &CommuneReport) -> Block {
    let mut recipients = vec![forms::RECIPIENTS.get().to_owned()];
    recipients.extend(forms::FILED.get().lines().map(str::to_owned));
    let name = report.signer.trim();
    Block::End {
        recipients,
        authority: [forms::COMMITTEE_SIGN, forms::CHAIRMAN].map(|line| line.get().to_owned()).into(),
        name: (!name.is_empty()).then(|| name.to_owned()).into_iter().collect(),
    }
}
