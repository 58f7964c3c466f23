//! The five real plans: as entered, as printed, and the text they were entered from.

use so_ocop::codec::{Field, Place, canonical, parse};
use so_ocop::domain::plan::{
    Activity, Assignment, DocRef, OrgUnit, Plan, PlanProduct, PlanRound, PlanSection, Source, Target, number,
};
use so_ocop::paper::{Blanks, Printing, filled, plain, plan};

/// Their files, in the order of their codes.
pub const FILES: [&str; 5] =
    ["s0-van-quan-2024", "s1-tam-duong-2022", "s2-bac-kan-2018", "s3-thua-thien-hue-2019-2020", "s4-lao-cai-2021"];

/// A plan in all its forms.
pub struct Seed {
    /// As entered.
    pub plan: Plan,
    /// Its canonical JSON.
    pub json: String,
    /// Read back from that.
    pub again: Plan,
    /// Printed as the source has it, blanks left out.
    pub print: String,
    /// Printed as a draft: blanks as dots.
    pub draft: String,
    /// Printed with the slips put right.
    pub right: String,
    /// The text it was entered from.
    pub source: String,
}

pub fn seed(at: usize) -> Seed {
    let file = std::fs::read(format!("public/samples/plans/{}.json", FILES[at])).expect("the plan is there");
    let source = std::fs::read_to_string(format!("tests/seeds/papers/s{at}.txt")).expect("the paper is there");
    Seed::of(read(&file), source)
}

fn read(json: &[u8]) -> Plan {
    let value = parse(json).expect("JSON");
    Plan::read(value, &Place::default()).unwrap_or_else(|fault| panic!("{fault}"))
}

/// A blank record, for an entry that is not there: its row fails on what it asks for.
fn blank<T: Field>(json: &str) -> &'static T {
    let read = |text: &str| T::read(parse(text.as_bytes()).expect("JSON"), &Place::default());
    Box::leak(Box::new(read(json).unwrap_or_else(|fault| panic!("{fault}"))))
}

impl Seed {
    pub fn of(entered: Plan, source: String) -> Seed {
        let json = canonical(&entered.write().expect("an object"));
        let again = read(json.as_bytes());
        let print = |blanks, corrected| plain(&plan(&entered, Printing { blanks, corrected }));
        Seed {
            print: print(Blanks::Nothing, false),
            draft: print(Blanks::Dots, false),
            right: print(Blanks::Nothing, true),
            json,
            again,
            source,
            plan: entered,
        }
    }
    pub fn document(&self, key: &str) -> &DocRef {
        let none = r#"{"key":"","kind":"","issuer":"","excerpt":"","printed":""}"#;
        self.again.document(key).unwrap_or_else(|| blank(none))
    }
    pub fn activity(&self, key: &str) -> &Activity {
        let none = r#"{"key":"","title":"","content":"","units_printed":"","participants":"","result":""}"#;
        self.again.activity(key).unwrap_or_else(|| blank(none))
    }
    pub fn unit(&self, key: &str) -> &OrgUnit {
        self.again.unit(key).unwrap_or_else(|| blank(r#"{"key":"","name":"","kind":"other","group":false}"#))
    }
    pub fn target(&self, key: &str) -> &Target {
        let none = r#"{"key":"","metric":"other","unit":"","scope":{"kind":"plan"},"printed":""}"#;
        self.again.targets.iter().find(|target| target.key == key).unwrap_or_else(|| blank(none))
    }
    pub fn round(&self, key: &str) -> &PlanRound {
        let none = r#"{"key":"","number":0,"level":"commune","year":0}"#;
        self.again.rounds.iter().find(|round| round.key == key).unwrap_or_else(|| blank(none))
    }
    pub fn duty(&self, key: &str) -> &Assignment {
        let none = r#"{"key":"","units_printed":"","request":false,"duties":["",""]}"#;
        self.again.assignments.iter().find(|one| one.key == key).unwrap_or_else(|| blank(none))
    }
    pub fn product(&self, at: usize) -> &PlanProduct {
        let none = r#"{"key":"","name":"","producer":"","form_printed":"","address":"","group":"","certificate_printed":"","support":"","note":"","printed":"-"}"#;
        self.again.products.get(at - 1).unwrap_or_else(|| blank(none))
    }

    /// Where the text was found; blank where that is not known.
    pub fn source(&self) -> &Source {
        self.again.source.as_ref().unwrap_or_else(|| blank(r#"{"title":"","broken_off":""}"#))
    }

    /// The numbered headings of the body, `II.1. Nội dung`, in order; deeper than letters left out.
    pub fn headings(&self) -> Vec<String> {
        let mut all = Vec::new();
        headings(&self.again, &self.again.sections, "", &mut all);
        all
    }

    /// The numbers in the name of each role an activity has: `vp lead, tv support`.
    pub fn doers(&self, key: &str) -> String {
        let doers = &self.activity(key).doers;
        doers.iter().map(|doer| format!("{} {}", doer.unit, doer.role.word())).collect::<Vec<_>>().join(", ")
    }
}

fn headings(plan: &Plan, sections: &[PlanSection], parent: &str, all: &mut Vec<String>) {
    let mut counts = std::collections::BTreeMap::new();
    for section in sections {
        let count = counts.entry(section.numbering).or_insert(0);
        *count += 1;
        let own = number(section.numbering, *count, parent);
        if own.len() > 1 && !section.heading.is_empty() {
            all.push(format!("{own} {}", filled(plan, &section.heading)));
        }
        headings(plan, &section.children, &own, all);
    }
}

/// The keys that a plan writes.
pub trait WrittenKeys {
    fn write_keys(&self) -> Vec<String>;
}

impl WrittenKeys for Plan {
    fn write_keys(&self) -> Vec<String> {
        let value = self.write().expect("an object");
        value.as_object().expect("an object").keys().cloned().collect()
    }
}
