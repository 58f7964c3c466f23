//! A criteria set exactly as the decision prints it.

use crate::codec::Value;
use crate::domain::date::Date;
use crate::domain::points::Points;
use crate::{code, record};

record! {
    /// One criteria set with its scoring sheet (bộ tiêu chí kiêm phiếu đánh giá) of one decision's annex.
    ///
    /// The texts and points stand as printed; where a cell had to be corrected, `corrections` says so, and
    /// `open_issues` says what is still in doubt.
    pub struct CriteriaSet {
        /// `<decision folder>/<slug>`.
        pub id: String,
        /// The decision's number and symbol, `26/2026/QĐ-TTg`.
        pub decision: String,
        /// The decision that amended it.
        pub amended_by: Option<String>,
        /// Two digits: the set's place in the decision's product table.
        pub code: String,
        /// Name of the product set (bộ sản phẩm).
        pub name: String,
        /// Sector (ngành).
        pub sector: String,
        /// Group (nhóm).
        pub group: String,
        /// Sub-group (phân nhóm).
        pub subgroup: Option<String>,
        /// Managing ministry, where the decision could be read for it.
        pub managing_ministry: Option<String>,
        /// Whether the data is whole.
        pub status: SetStatus,
        /// When the text came into force.
        pub effective_from: Option<Date>,
        /// The last day of validity.
        pub effective_to: Option<Date>,
        /// Number of samples a dossier brings.
        pub sample_products_required: Option<u32>,
        /// The rule printed above the table: the dossier is out when … (hồ sơ bị loại khi …).
        pub disqualifies_if: Option<Rule>,
        /// Where the data comes from.
        pub provenance: String,
        /// What was transcribed.
        pub source: Option<String>,
        /// Doubts, one sentence each.
        pub open_issues: Vec<String>,
        /// Corrected cells, with what the source had.
        pub corrections: Vec<Value>,
        /// Parts A, B, C.
        pub parts: Vec<Part>,
    }
}

code! {
    /// Whether a set's data is whole.
    pub enum SetStatus {
        /// All sums are right.
        Complete = "complete",
        /// The source does not add up; `open_issues` says where.
        Incomplete = "incomplete",
        /// Named by the decision, no data.
        Missing = "missing",
    }
}

record! {
    /// A part (phần) of the sheet.
    pub struct Part {
        /// `A`, `B` or `C`.
        pub code: String,
        /// Title as printed.
        pub title: String,
        /// Maximum in points.
        pub max_points: Points,
        /// Its sections, numbered through the whole sheet.
        pub sections: Vec<Section>,
    }
}

record! {
    /// A section of a part: `1. Tổ chức sản xuất`.
    pub struct Section {
        /// `1`, `2`, …
        pub number: String,
        /// Title as printed.
        pub title: String,
        /// Maximum in points.
        pub max_points: Points,
        /// The number in the source where it had to be corrected.
        pub source_number: Option<String>,
        /// The decision's remark.
        pub note: Option<String>,
        /// Its criteria.
        pub criteria: Vec<Criterion>,
    }
}

record! {
    /// A criterion (tiêu chí), or a sub-criterion.
    pub struct Criterion {
        /// Unique in the set: `1.1`, `6.1.2`, `7`.
        pub number: String,
        /// Title as printed.
        pub title: String,
        /// Maximum in points.
        pub max_points: Points,
        /// How points are given.
        pub choose: Choose,
        /// The number in the source where it had to be corrected.
        pub source_number: Option<String>,
        /// The decision's remark.
        pub note: Option<String>,
        /// The remark when it is a rule that ends the evaluation.
        pub disqualifies_if: Option<Rule>,
        /// The criterion counts only under this condition; otherwise it gives 0.
        pub applies_if: Option<String>,
        /// A star mark on the title instead of an option.
        pub min_for_star: Option<u8>,
        /// The options of `one_option`.
        pub options: Vec<Opt>,
        /// The alternatives of `one_case`.
        pub cases: Vec<Case>,
        /// The parts of `each_sub_criterion`.
        pub sub_criteria: Vec<Criterion>,
    }
}

code! {
    /// How a criterion gives points.
    pub enum Choose {
        /// One of the options.
        OneOption = "one_option",
        /// The case that fits the applicant, then one of its options; counts once.
        OneCase = "one_case",
        /// Every sub-criterion is scored; they add up.
        EachSubCriterion = "each_sub_criterion",
    }
}

record! {
    /// One of the alternatives (trường hợp) of a criterion.
    pub struct Case {
        /// What it is for, as printed.
        pub label: String,
        /// Its options.
        pub options: Vec<Opt>,
    }
}

record! {
    /// One option (phương án) with its points.
    pub struct Opt {
        /// Points it gives.
        pub points: Points,
        /// Its text as printed.
        pub text: String,
        /// The star mark: a product must reach at least this option for that many stars.
        pub min_for_star: Option<u8>,
        /// The decision does not print this option; it follows from the criterion.
        pub implied: Option<bool>,
    }
}

record! {
    /// A rule that ends the evaluation.
    pub struct Rule {
        /// What it does.
        pub effect: Effect,
        /// When, in the decision's words.
        pub condition: String,
        /// Criteria in which a score of 0 is itself the condition.
        pub zero_in: Vec<String>,
    }
}

code! {
    /// What a rule does.
    pub enum Effect {
        /// The dossier is out (bị loại).
        Eliminate = "eliminate",
        /// The following steps are not evaluated (không đánh giá các bước tiếp theo).
        Stop = "stop",
    }
}

impl Criterion {
    /// The options of a case, or those of a criterion without cases; empty where there are none.
    pub fn options_of(&self, case: Option<usize>) -> &[Opt] {
        match case {
            None => &self.options,
            Some(case) => self.cases.get(case).map_or(&[], |case| &case.options),
        }
    }

    /// The same, to change them; `None`: there is no such case.
    pub fn options_of_mut(&mut self, case: Option<usize>) -> Option<&mut Vec<Opt>> {
        match case {
            None => Some(&mut self.options),
            Some(case) => self.cases.get_mut(case).map(|case| &mut case.options),
        }
    }
}

/// A corrected cell of a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What the source has.
    pub source: String,
    /// What stands in the data.
    pub used: String,
    /// Why, in the words of those who transcribed it; may be empty.
    pub why: String,
}

impl CriteriaSet {
    /// Criteria and their sub-criteria, in printed order.
    pub fn all_criteria(&self) -> impl Iterator<Item = &Criterion> {
        let criteria = self.parts.iter().flat_map(|part| &part.sections).flat_map(|section| &section.criteria);
        criteria.flat_map(|criterion| std::iter::once(criterion).chain(&criterion.sub_criteria))
    }

    /// The criterion that an open issue is about: `6.4` of `6.4: …`, if the set has it.
    pub fn issue_about<'a>(&self, issue: &'a str) -> Option<&'a str> {
        let (number, _) = issue.split_once(':')?;
        self.all_criteria().any(|criterion| criterion.number == number).then_some(number)
    }

    /// What was corrected in the criterion with this number.
    pub fn corrections_of(&self, number: &str) -> Vec<Correction> {
        let of_number = |one: &&Value| one.get("where").and_then(Value::as_str) == Some(number);
        let text = |one: &Value, key: &str| match one.get(key) {
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => String::new(),
        };
        let read =
            |one: &Value| Correction { source: text(one, "source"), used: text(one, "used"), why: text(one, "why") };
        self.corrections.iter().filter(of_number).map(read).collect()
    }
}
