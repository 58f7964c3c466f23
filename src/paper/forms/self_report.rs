//! Mẫu 02: báo cáo tự đánh giá về sản phẩm.

use super::{body, fields, nation_head, owner_signs, said, tick};
use crate::domain::cycle::{Paper, SelfReport, YearResult};
use crate::domain::registry::LegalForm;
use crate::paper::template::lines;
use crate::paper::{Block, Document, Line, Look, Sheet};
use crate::text::{self, Text, dossier, forms, grouped, registry};

/// What the report is filled in from.
#[derive(Clone, Debug, PartialEq)]
pub struct SelfReportPaper {
    /// The form of the dossier.
    pub form: SelfReport,
    /// Name, address, telephone and e-mail of the owner, as in Mẫu 01.
    pub owner: [String; 4],
    /// The product.
    pub product: String,
    /// Whether the product was recognised before: what has changed since is told.
    pub is_further: bool,
    /// Part III: criterion, most points, own points, description with evidence; bold rows are titles and sums.
    pub criteria: Vec<CriterionLine>,
    /// The list of evidence: number, paper, what it is, until when, which criteria.
    pub evidence: Vec<[String; 5]>,
}

/// A row of part III.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CriterionLine {
    /// Criterion, most points, own points, description.
    pub cells: [String; 4],
    /// A part, a section or the total.
    pub is_title: bool,
}

/// The report.
pub fn self_report(of: &SelfReportPaper) -> Document {
    let form = &of.form;
    let mut blocks = vec![Block::Mark(forms::FORM_02.get().to_owned()), nation_head(&form.place, form.signed)];
    blocks.push(Block::Title(vec![Line::new(forms::SELF_REPORT.get(), Look::Bold)]));
    blocks.extend(lines([forms::PART_1.get()]));
    blocks.extend(general(of));
    blocks.push(said(&[forms::PAPERS.get(), ":"].concat()));
    blocks.extend(Paper::ALL.iter().map(|paper| tick(dossier::paper(*paper).get(), form.papers.contains(paper))));
    blocks.push(fields(&[(forms::OTHER_PAPERS, &form.other_papers)]));
    for (label, words) in [(forms::HISTORY, &form.history), (forms::ORGANISATION, &form.organisation)] {
        blocks.push(said(&[label.get(), ":"].concat()));
        blocks.extend(body(words));
    }
    if of.is_further {
        blocks.push(said(&[forms::CHANGES.get(), ":"].concat()));
        let told = form.changes.iter().filter(|change| !change.text.trim().is_empty());
        blocks.extend(
            told.map(|change| {
                said(&["- ", dossier::change_topic(change.topic).get(), ": ", change.text.trim()].concat())
            }),
        );
    }
    blocks.extend(lines([forms::PART_2.get()]));
    blocks.extend(body(&form.results));
    blocks.extend(years(forms::YEARS, &form.years));
    blocks.extend(lines([forms::PART_3.get()]));
    blocks.push(criteria(of));
    blocks.extend(lines([forms::EVIDENCE.get()]));
    let columns = [forms::COL_STT, forms::COL_PAPER, forms::COL_ABOUT, forms::COL_UNTIL, forms::COL_PROVES];
    blocks.push(table(&columns, of.evidence.iter().map(|row| row.to_vec()).collect(), Vec::new()));
    blocks.extend(lines([forms::PART_4.get()]));
    blocks.extend(body(&form.plan));
    blocks.extend(years(forms::PLANNED, &form.planned));
    blocks.push(owner_signs(&form.representative.name));
    Document { sheets: vec![Sheet { landscape: false, blocks }] }
}

fn table(columns: &[Text], rows: Vec<Vec<String>>, strong: Vec<usize>) -> Block {
    Block::Table { columns: columns.iter().map(|title| title.get().to_owned()).collect(), rows, strong }
}

fn general(of: &SelfReportPaper) -> Vec<Block> {
    let (form, [name, address, phone, email]) = (&of.form, &of.owner);
    let who = &form.representative;
    let sex = who.sex.map_or("", |sex| registry::sex(sex).get());
    // What is not said yet is left to be written by hand.
    let said = Some(form.legal_form).filter(|form| *form != LegalForm::Other);
    let legal_form = said.map_or("", |form| registry::legal_form(form).get());
    let since = form.registration.date.map(text::date).unwrap_or_default();
    vec![
        fields(&[(forms::OWNER, name)]),
        fields(&[(forms::LEGAL_FORM, legal_form)]),
        fields(&[(forms::PLAIN_ADDRESS, address)]),
        fields(&[(forms::PLAIN_PHONE, phone), (forms::EMAIL, email)]),
        fields(&[(forms::PLAIN_REPRESENTATIVE, &who.name), (forms::SEX, sex)]),
        fields(&[(forms::ETHNICITY, &who.ethnicity), (forms::RESIDENCE, &who.residence)]),
        fields(&[
            (forms::REGISTERED, &form.registration.number),
            (forms::REGISTERED_ON, &since),
            (forms::REGISTERED_BY, &form.registration.issuer),
        ]),
        fields(&[(forms::PLAIN_PRODUCT, &of.product), (forms::SPECIFICATION, &form.specification)]),
    ]
}

fn years(title: Text, years: &[YearResult]) -> Vec<Block> {
    if years.is_empty() {
        return Vec::new();
    }
    let money = |amount: Option<i64>| amount.map(grouped).unwrap_or_default();
    let count = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    let rows = years.iter().map(|year| {
        let local = count(year.local_workers);
        let local = if local.is_empty() { local } else { [" (", &local, ")"].concat() };
        vec![
            year.year.to_string(),
            year.output.clone(),
            money(year.revenue),
            money(year.profit),
            [count(year.workers), local].concat(),
            year.markets.clone(),
        ]
    });
    let columns = [
        forms::COL_YEAR,
        forms::COL_OUTPUT,
        forms::COL_REVENUE,
        forms::COL_PROFIT,
        forms::COL_WORKERS,
        forms::COL_MARKETS,
    ];
    vec![said(&[title.get(), ":"].concat()), table(&columns, rows.collect(), Vec::new())]
}

fn criteria(of: &SelfReportPaper) -> Block {
    let columns = [forms::COL_CRITERION, forms::COL_MAX, forms::COL_SCORE, forms::COL_DESCRIPTION];
    let rows = of.criteria.iter().map(|line| line.cells.to_vec()).collect();
    let titles = of.criteria.iter().enumerate().filter(|(_, line)| line.is_title);
    table(&columns, rows, titles.map(|(at, _)| at).collect())
}
