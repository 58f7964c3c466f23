//! The file for the public and the one without names: what is withheld is not in them, and they still open.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use so_ocop::exchange::{Audience, Content, KEPT, Rule, Warning, export, rules, withhold};
use so_ocop::schema::{Kind, PackedRow};

use crate::device::{Device, Dice, read, with_sets, with_unknown_fields};
use crate::filled::Filler;

#[test]
fn every_declared_field_is_decided_about() {
    let no_text = |_: &str, _: &mut Dice| String::new();
    let filler = Filler::new(1, true, &no_text);
    let mut wrong = Vec::new();
    for (kind, _) in KEPT {
        let body = filler.record_of(&filler.declared(kind));
        compare(&filler, &body, &rules(kind).expect("rules"), kind.word(), &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn compare(filler: &Filler<'_>, record: &Value, rules: &[(&'static str, Rule)], at: &str, wrong: &mut Vec<String>) {
    let fields = record["properties"].as_object().unwrap_or_else(|| panic!("{at} is no record"));
    let required: BTreeSet<&str> =
        record["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (key, _) in rules {
        if !fields.contains_key(*key) {
            wrong.push(format!("{at}.{key}: not declared"));
        }
    }
    for (key, field) in fields {
        let Some((_, rule)) = rules.iter().find(|(of, _)| of == key) else {
            wrong.push(format!("{at}.{key}: not decided about"));
            continue;
        };
        let inner = &filler.record_of(field);
        match rule {
            Rule::Out if required.contains(key.as_str()) => wrong.push(format!("{at}.{key}: required, so `-`")),
            Rule::Inside(rules) => compare(filler, inner, rules, &format!("{at}.{key}"), wrong),
            Rule::Keep if inner.get("properties").is_some() || inner.get("additionalProperties").is_some() => {
                wrong.push(format!("{at}.{key}: has fields"));
            }
            // A free text may hold anything; what goes to the public is of these few fields.
            Rule::Keep | Rule::PublicOnly
                if inner["type"] == "string" && inner.get("enum").is_none() && inner.get("format").is_none() =>
            {
                let public = [
                    "code", "commune", "council", "decision", "hash", "issuer", "mean", "name", "number", "old_code",
                    "points", "province", "slug", "term", "unit",
                ];
                if !public.contains(&key.as_str()) {
                    wrong.push(format!("{at}.{key}: a free text"));
                }
            }
            _ => (),
        }
    }
}

/// A file for `audience` with a row of every kind, each text in it naming its place.
fn file_of_everything(audience: Audience) -> String {
    let place = |at: &str, _: &mut Dice| format!("«{at}»");
    let mut filler = Filler::new(1, true, &place);
    let rows = Kind::ALL.iter().map(|kind| {
        let mut row = filler.row(*kind);
        row["later"] = json!("«row.later»");
        row["body"]["later"] = json!("«later»");
        if *kind == Kind::Session {
            row["body"]["purpose"] = "official".into();
        }
        PackedRow::of_text(row.to_string()).expect("a row")
    });
    let rows = rows.collect();
    let content = withhold(Content { rows, ..Content::default() }, audience);
    assert!(content.journal.is_empty());
    content.rows.iter().map(|row| row.text.clone()).collect::<Vec<_>>().join("\n")
}

fn texts_in(file: &str) -> BTreeSet<String> {
    file.split('«').skip(1).filter_map(|rest| rest.split('»').next()).map(str::to_owned).collect()
}

/// Criteria sets and the calendar: an office's own set is published as a decision.
fn is_no_text_of_a_person(place: &str) -> bool {
    let set = ["hash", "name", "slug", "code", "decision"].map(|key| format!(".set.{key}"));
    place.starts_with("criteria_set.set.")
        || place.starts_with("criteria_set.based_on.")
        || place.starts_with("office.holidays.")
        || place.starts_with("office.workdays.")
        || set.iter().any(|end| place.ends_with(end))
}

#[test]
fn the_public_file_holds_these_texts_and_no_other() {
    let found = texts_in(&file_of_everything(Audience::Public));
    let found: Vec<&str> = found.iter().filter(|place| !is_no_text_of_a_person(place)).map(String::as_str).collect();
    assert_eq!(
        found,
        [
            "certificate.decision.issuer",
            "certificate.decision.number",
            "certificate.number",
            "certificate.revocations.conclusion.issuer",
            "certificate.revocations.conclusion.number",
            "certificate.revocations.decision.issuer",
            "certificate.revocations.decision.number",
            "certificate.steps.document.number",
            "dossier.results.document.number",
            "dossier.steps.document.number",
            "office.commune",
            "office.province",
            "office.unit",
            "producer.commune",
            "producer.name",
            "product.commune",
            "product.name",
            "product.old_code",
            "session.council",
            "session.decision",
            "session.name",
            "session.procedure.decision",
            "session.procedure.recognition.issuer",
            "session.procedure.recognition.number",
            "session.procedure.term",
            "session.products.code",
            "session.products.commune",
            "session.products.name",
            "session.products.producer",
        ]
    );
}

#[test]
fn the_file_without_names_holds_no_text_but_criteria_and_the_calendar() {
    let found = texts_in(&file_of_everything(Audience::Anonymous));
    let other: Vec<&String> = found.iter().filter(|place| !is_no_text_of_a_person(place)).collect();
    assert!(other.is_empty(), "{other:?}");
}

#[test]
fn such_a_file_opens_says_what_it_is_and_replaces_nothing_by_itself() {
    for seed in 0..60 {
        let mut from = Device::random(seed);
        let content = with_unknown_fields(from.content(), &mut from.dice);
        for audience in [Audience::Public, Audience::Anonymous] {
            let file = with_sets(|_, schemes| export(withhold(content.clone(), audience), schemes));
            let again = with_sets(|_, schemes| export(withhold(content.clone(), audience), schemes));
            assert_eq!(file, again, "the same content gives the same file");
            for private in ["ghi chú", "ý kiến", "lý do", "xem lại", "Thành viên", "x_later"] {
                assert!(!file.contains(private), "seed {seed}: {private}");
            }
            let names_are_there = file.contains("Hợp tác xã");
            assert!(audience == Audience::Public || !names_are_there);

            let envelope = read(file.as_bytes()).expect("reads");
            let full = with_sets(|_, schemes| export(content.clone(), schemes));
            let full = read(full.as_bytes()).expect("reads").results;
            let bare = |result: &Value| {
                ["session", "product", "sheets", "total", "parts", "band", "stars", "outcome", "failed_minima"]
                    .map(|key| result.get(key).cloned().unwrap_or_default())
            };
            let full: Vec<_> = full.iter().map(bare).collect();
            for result in &envelope.results {
                assert!(full.contains(&bare(result)), "seed {seed}: another result than with everything: {result}");
            }
            let mut to = Device::new(seed + 500);
            let plan = to.plan(&envelope);
            assert!(plan.warnings.contains(&Warning::Withheld), "seed {seed}");
            assert!(plan.carried.is_none(), "the mark stays with the file");
            to.import(&file, &BTreeMap::new());
            // On the device that it came from it changes nothing unless someone chooses so.
            let plan = from.plan(&envelope);
            let before = from.export();
            from.import(&file, &BTreeMap::new());
            let changed: usize = plan.groups.iter().map(|group| group.counts().changed + group.counts().new).sum();
            assert_eq!(changed, 0, "seed {seed}");
            let [before, after] =
                [before, from.export()].map(|text| serde_json::from_str::<Value>(&text).expect("json"));
            assert_eq!(before["content"]["worksheets"], after["content"]["worksheets"]);
        }
    }
}

#[test]
fn a_full_file_is_what_it_was() {
    let content = Device::random(4).content();
    assert_eq!(withhold(content.clone(), Audience::Full), content);
}
