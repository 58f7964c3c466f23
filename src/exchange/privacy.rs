//! Files with less in them: for the public, and without names.
//!
//! What goes into such a file is listed field by field; what is not on the list stays out: personal data, free text,
//! the journal, attachments, fields and kinds of a newer program. A test compares the list with every declared field,
//! so that a further field is decided about before it can get into a file.

use std::collections::BTreeMap;

use super::{Carried, Content};
use crate::code;
use crate::codec::{Map, Value, canonical, parse};
use crate::domain::session::Purpose;
use crate::domain::vietnamese::fold;
use crate::schema::{Kind, PackedRow};

code! {
    /// For whom a file is.
    pub enum Audience {
        /// For another device of the same office: everything.
        Full = "full",
        /// For anyone: no personal data, no free text.
        Public = "public",
        /// For study and practice: neither names of producers and products nor what leads to them.
        Anonymous = "anonymous",
    }
}

/// The field of the envelope that says for whom a file is, where it does not hold everything.
pub const WITHHELD: &str = "withheld";

/// What goes along of a body, by kind; other kinds stay out.
///
/// `key` the value; `key*` the value with all that is in it; `key{…}` these fields of it, or of each of its elements;
/// `-key` only as empty text, since a reader wants it; `~key` the same for [`Audience::Anonymous`], the value else;
/// `key@what` a label in place of a name: of a member always, else for [`Audience::Anonymous`]; `!key` stays out.
pub const KEPT: [(Kind, &str); 8] = [
    (
        Kind::Session,
        "~council date !dossier ~decision level name@session
         procedure{!advisers !bylaws decided_on ~decision form recognition{date ~issuer ~number} recusals{at member product -reason taken_back{at -reason}}
                   !reveals rounds{at members* number product -reason} sealing sittings{at closed needed present* !reason}
                   ~term}
         purpose
         rules{gap_limit minima_cumulative minima_on quorum_chair quorum_percent}
         members{absent id name@member -post role}
         products{agreed* ~code ~commune id name@product -phone producer@producer set{code decision hash name slug}
                  typed{-paper parts* stars}}",
    ),
    (
        Kind::Worksheet,
        "answers*
         earlier{answers* !earlier -findings locked_at member !notes -opinion product reopenings{at !digest -reason}
                 round session state}
         -findings locked_at member !notes -opinion product reopenings{at !digest -reason} round session state",
    ),
    (
        Kind::Producer,
        "-address ~commune -email -history legal_form merged_into name@producer -note -organisation -phone
         registration{!date -issuer -number}
         representative{!disability -ethnicity -name -position -residence !sex}",
    ),
    (
        Kind::Product,
        "-address ~commune merged_into name@product -note ~old_code !photo producer serial
         set{code decision hash name slug} -specification !variants",
    ),
    (
        Kind::Dossier,
        "!advisory !advisory_check -commune_receipt !commune_report council{product session} !evidence kind -note
         product -province_receipt !registration !report
         results{document{date -issuer ~number} ground level mean on -reason scored{product session} stars way}
         round{level number year} !self_check set{code decision hash name slug}
         steps{-actor document{date -issuer ~number} event from -note on !reason recorded to}
         !supplements !waivers",
    ),
    (
        Kind::Certificate,
        "decision{date ~issuer ~number} dossier level -note ~number points printed_until product
         revocations{concluded conclusion{date ~issuer ~number} decision{date ~issuer ~number} !dismissed ground}
         stars steps{-actor document{date -issuer ~number} event from -note on !reason recorded to} valid_from",
    ),
    (
        Kind::Office,
        "~commune holidays{name on} level national_day_neighbour !officers !paper_words ~province
         rounds{-basis proposals_before results_before round{level number year}} supplement_count ~unit
         workdays{name on}",
    ),
    (Kind::CriteriaSet, "based_on{code decision hash name slug} -basis !note replaces set* version"),
];

/// What becomes of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// It goes along.
    Keep,
    /// It goes along with all that is in it.
    Whole,
    /// Only as empty text.
    Blank,
    /// It goes along to the public, else only as empty text.
    PublicOnly,
    /// A label in its place.
    Label(&'static str),
    /// These fields of it.
    Inside(Vec<(&'static str, Rule)>),
    /// It stays out.
    Out,
}

/// The rules for a kind; `None`: it stays out.
pub fn rules(kind: Kind) -> Option<Vec<(&'static str, Rule)>> {
    let (_, words) = KEPT.iter().find(|(of, _)| *of == kind)?;
    Some(inside(&mut words.trim_end()))
}

fn inside(rest: &mut &'static str) -> Vec<(&'static str, Rule)> {
    let mut rules = Vec::new();
    loop {
        *rest = rest.trim_start();
        if rest.is_empty() {
            return rules;
        }
        if let Some(after) = rest.strip_prefix('}') {
            *rest = after;
            return rules;
        }
        let end = rest.find(|c: char| c.is_whitespace() || c == '{' || c == '}').unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        *rest = after;
        if let Some(after) = rest.strip_prefix('{') {
            *rest = after;
            rules.push((word, Rule::Inside(inside(rest))));
            continue;
        }
        rules.push(match (word.split_at_checked(1), word.split_once('@')) {
            (Some(("-", key)), _) => (key, Rule::Blank),
            (Some(("~", key)), _) => (key, Rule::PublicOnly),
            (Some(("!", key)), _) => (key, Rule::Out),
            (_, Some((key, label))) => (key, Rule::Label(label)),
            _ => word.strip_suffix('*').map_or((word, Rule::Keep), |key| (key, Rule::Whole)),
        });
    }
}

/// The content of a file for `audience`.
///
/// Labels (`CT-1`, `SP-2`, `PH-1`, `TV-3`) follow the order of ids and of lists, so that the same content gives the same file, and
/// the same name the same label throughout it.
pub fn withhold(content: Content, audience: Audience) -> Content {
    if audience == Audience::Full {
        return content;
    }
    let mut rows: Vec<(PackedRow, Value)> = content.rows.into_iter().filter_map(opened).collect();
    rows.sort_by(|(a, _), (b, _)| (order(a.kind), &a.id).cmp(&(order(b.kind), &b.id)));
    // Checks that nobody outside was to see, with their sheets.
    let is_private = |body: &Value| {
        let purpose = body.get("purpose").and_then(Value::as_str).and_then(Purpose::of_word);
        !matches!(purpose, Some(Purpose::Official | Purpose::Practice))
    };
    let private: Vec<String> = rows
        .iter()
        .filter(|(row, value)| row.kind == Kind::Session && value.get("body").is_none_or(is_private))
        .map(|(row, _)| row.id.clone())
        .collect();
    rows.retain(|(row, _)| !private.contains(&row.scope));
    let mut names = Names { audience, known: BTreeMap::new(), counts: BTreeMap::new() };
    let rows = rows.into_iter().filter_map(|(row, value)| names.shortened(row.kind, value)).collect();
    let mut carried = Carried::default();
    carried.envelope.0.insert(WITHHELD.to_owned(), audience.word().into());
    Content { rows, journal: Vec::new(), carried }
}

/// Producers and products are named first, so that their labels do not hang on sessions.
fn order(kind: Kind) -> (u8, Kind) {
    (u8::from(!matches!(kind, Kind::Producer | Kind::Product)), kind)
}

fn opened(row: PackedRow) -> Option<(PackedRow, Value)> {
    let value = if row.deleted { None } else { parse(row.text.as_bytes()) };
    value.map(|value| (row, value))
}

/// The labels given so far.
struct Names {
    audience: Audience,
    known: BTreeMap<(&'static str, String), usize>,
    counts: BTreeMap<&'static str, usize>,
}

impl Names {
    fn shortened(&mut self, kind: Kind, mut row: Value) -> Option<PackedRow> {
        let rules = rules(kind)?;
        let body = self.object(row.get_mut("body")?.take(), &rules, 0);
        let mut outer = Map::new();
        for key in ["created", "id", "kind", "rev", "schema", "scope", "updated"] {
            outer.insert(key.to_owned(), row.get_mut(key)?.take());
        }
        outer.insert("body".to_owned(), body);
        PackedRow::of_text(canonical(&Value::Object(outer))).ok()
    }

    /// `place` counts the elements of the list that the object stands in, from 1.
    fn object(&mut self, value: Value, rules: &[(&'static str, Rule)], place: usize) -> Value {
        let Value::Object(mut fields) = value else { return value };
        let mut kept = Map::new();
        for (key, rule) in rules {
            let Some(value) = fields.remove(*key) else { continue };
            if let Some(value) = self.field(value, rule, place) {
                kept.insert((*key).to_owned(), value);
            }
        }
        Value::Object(kept)
    }

    fn field(&mut self, value: Value, rule: &Rule, place: usize) -> Option<Value> {
        let is_anonymous = self.audience == Audience::Anonymous;
        Some(match rule {
            Rule::Out => return None,
            Rule::Blank => blank(value),
            Rule::PublicOnly if is_anonymous => blank(value),
            Rule::Label("member") => ["TV-", &place.to_string()].concat().into(),
            Rule::Label(what) if is_anonymous => self.label(what, value.as_str().unwrap_or_default()).into(),
            // A value that is declared as one has nothing in it that could hide a field.
            Rule::Keep | Rule::PublicOnly | Rule::Label(_) if value.is_array() || value.is_object() => return None,
            Rule::Keep | Rule::PublicOnly | Rule::Label(_) | Rule::Whole => value,
            Rule::Inside(rules) => match value {
                Value::Array(items) => {
                    items.into_iter().enumerate().map(|(at, item)| self.object(item, rules, at + 1)).collect()
                }
                other => self.object(other, rules, place),
            },
        })
    }

    fn label(&mut self, what: &'static str, name: &str) -> String {
        let count = self.counts.entry(what).or_default();
        let number = *self.known.entry((what, fold(name))).or_insert_with(|| {
            *count += 1;
            *count
        });
        let letters = match what {
            "producer" => "CT-",
            "product" => "SP-",
            _ => "PH-",
        };
        [letters, &number.to_string()].concat()
    }
}

/// The value without its texts.
fn blank(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields.into_iter().map(|(key, value)| (key, blank(value))).collect(),
        Value::Array(items) => items.into_iter().map(blank).collect(),
        _ => "".into(),
    }
}
