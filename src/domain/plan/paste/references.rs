//! Papers that a text names.

use super::{each, key};
use crate::domain::plan::{DocNumber, DocRef, DocUse, PartialDate, Plan, PlanKind, PlanSection};
use crate::domain::vietnamese::fold;

const KINDS: [&str; 9] =
    ["Quyết định", "Nghị quyết", "Nghi quyết", "Nghị định", "Kế hoạch", "Thông tư", "Tờ trình", "Chỉ thị", "Công văn"];

/// Where the issuer of a paper ends and its excerpt begins.
const EXCERPTS: [&str; 9] =
    [" về ", " ban hành", " phê duyệt", " sửa đổi", " quy định", " hướng dẫn", " quy chế", " để ", " giao "];

/// Finds the bases, the proposal, what is replaced, what gives money, and what else is named.
pub fn find(plan: &mut Plan) {
    let mut documents: Vec<DocRef> = Vec::new();
    let mut wrapper = plan.wrapper.take();
    for part in wrapper.iter_mut().map(|wrapper| &mut wrapper.opening).chain([&mut plan.opening]) {
        each(part, &mut |section| bases(section, &mut documents));
    }
    plan.wrapper = wrapper;
    let mut money = false;
    for part in [&mut plan.opening, &mut plan.sections, &mut plan.closing] {
        each(part, &mut |section| {
            if !section.heading.is_empty() {
                money = super::speaks_of(&section.heading, &["nguon von", "kinh phi"]);
            }
            named(&mut section.text, if money { DocUse::Funding } else { DocUse::Named }, &mut documents);
        });
    }
    // A digest rests on the paper it tells about.
    if plan.kind == PlanKind::Digest
        && let Some(first) = documents.first_mut()
    {
        first.uses = vec![DocUse::Subject];
        let says = plan.opening.iter().any(|section| section.text.contains("UBND tỉnh ban hành"));
        if first.issuer.is_empty() && says {
            first.issuer = "UBND tỉnh".to_owned();
        }
    }
    // A basis that also gives the money makes it the plan of that money.
    let is_fund = |one: &DocRef| one.uses.contains(&DocUse::Basis) && one.uses.contains(&DocUse::Funding);
    if plan.kind == PlanKind::Standalone && documents.iter().any(is_fund) {
        plan.kind = PlanKind::Fund;
    }
    plan.documents = documents;
}

/// The bases of a paragraph, one or several: `Căn cứ …; Căn cứ …, UBND huyện xây dựng …`.
fn bases(section: &mut PlanSection, documents: &mut Vec<DocRef>) {
    let text = section.text.clone();
    let mut from = 0;
    while let Some(at) = text[from..].find("Căn cứ ").map(|at| at + from + "Căn cứ ".len()) {
        let next = text[at..].find("Căn cứ ").map_or(text.len(), |next| at + next);
        let whole = text[at..next].trim_end();
        // The sentence may go on with who issues the plan.
        let end =
            [", UBND", ", Ủy ban", ", Uỷ ban"].iter().filter_map(|word| whole.find(word)).min().unwrap_or(whole.len());
        let printed = whole[..end].trim_end_matches([';', '.', ',']);
        if let Some(mut document) = read(printed).or_else(|| law(printed)) {
            document.key = key("b", documents.len());
            document.uses = vec![DocUse::Basis];
            let rest = document.excerpt_of(printed);
            document.excerpt = rest;
            document.printed = printed.to_owned();
            super::put(&mut section.text, printed, &document.key);
            documents.push(document);
        }
        from = next;
    }
    if text.starts_with("Xét đề nghị")
        && let Some((start, mut document)) = first(&text)
    {
        document.key = key("b", documents.len());
        document.uses = vec![DocUse::Proposal];
        let before = text[..start].trim_end().trim_end_matches(" tại");
        document.issuer = before.strip_prefix("Xét đề nghị của ").unwrap_or_default().to_owned();
        super::put(&mut section.text, &document.printed, &document.key);
        documents.push(document);
    }
}

fn named(text: &mut String, usage: DocUse, documents: &mut Vec<DocRef>) {
    // The same paper in the same words stands there as the same entry.
    for document in documents.iter_mut() {
        if super::put(text, &document.printed, &document.key)
            && !document.uses.contains(&usage)
            && usage == DocUse::Funding
        {
            document.uses.push(usage);
        }
    }
    while let Some((start, mut document)) = first(text) {
        let is_replaced = text[..start].trim_end().ends_with("thay thế");
        document.key = key("b", documents.len());
        document.uses = vec![if is_replaced { DocUse::Replaced } else { usage }];
        if !super::put(text, &document.printed, &document.key) {
            return;
        }
        documents.push(document);
    }
}

/// The first paper of a text and where it stands; up to its issuer.
pub fn first(text: &str) -> Option<(usize, DocRef)> {
    let starts = KINDS.iter().flat_map(|kind| text.match_indices(kind)).map(|(at, _)| at);
    let mut starts: Vec<usize> = starts.collect();
    starts.sort_unstable();
    starts.into_iter().find_map(|start| Some((start, read(&text[start..])?)))
}

/// A paper at the beginning of a text: kind, number, date, issuer. `printed` ends with the issuer.
fn read(text: &str) -> Option<DocRef> {
    let kind = KINDS.iter().find(|kind| text.starts_with(**kind))?;
    let rest = text[kind.len()..].strip_prefix(" số")?;
    let rest = rest.strip_prefix(':').unwrap_or(rest).strip_prefix(' ')?;
    let number = &rest[..rest.find([' ', ',', ')', ';']).unwrap_or(rest.len())];
    let number = number.trim_end_matches(['.', '/']);
    DocNumber::parse(number)?;
    let mut end = text.len() - rest.len() + number.len();
    let after = &text[end..];
    let date = after.strip_prefix(" ngày ").and_then(|rest| {
        let short = &rest[..rest.find(|letter: char| !letter.is_ascii_digit() && letter != '/').unwrap_or(rest.len())];
        match PartialDate::parse(short) {
            Some(date) => Some((date, short.len())),
            None => {
                // `05 tháng 6 năm 2017`: five words.
                let long: Vec<&str> = rest.split(' ').take(5).collect();
                let long = long.join(" ");
                let long = long.trim_end_matches(|letter: char| !letter.is_ascii_digit());
                Some((PartialDate::parse(&["ngày ", long].concat())?, long.len()))
            }
        }
    });
    if let Some((_, length)) = &date {
        end += " ngày ".len() + length;
    }
    let mut issuer = "";
    if let Some(rest) = text[end..].strip_prefix(" của ") {
        let mut stop = rest.len();
        for word in EXCERPTS.iter().chain(&[",", ";", "."]) {
            stop = stop.min(rest.find(word).unwrap_or(stop));
        }
        if let Some(bracket) = rest[..stop].find(')').filter(|at| !rest[..*at].contains('(')) {
            stop = bracket;
        }
        issuer = &rest[..stop];
        end += " của ".len() + stop;
    }
    let kind = if *kind == "Nghi quyết" { "Nghị quyết" } else { kind };
    Some(DocRef {
        key: String::new(),
        uses: Vec::new(),
        kind: kind.to_owned(),
        number: Some(number.to_owned()),
        date: date.map(|(date, _)| date),
        issuer: issuer.to_owned(),
        excerpt: String::new(),
        printed: text[..end].to_owned(),
        unknown: Default::default(),
    })
}

/// A law: its name and its date.
fn law(text: &str) -> Option<DocRef> {
    let name = text.strip_prefix("Luật ").or_else(|| text.strip_prefix("Bộ luật "))?;
    let at = name.find(" ngày ");
    let date = at.and_then(|at| PartialDate::parse(name[at..].trim()));
    Some(DocRef {
        key: String::new(),
        uses: Vec::new(),
        kind: "Luật".to_owned(),
        number: None,
        date,
        issuer: String::new(),
        excerpt: name[..at.unwrap_or(name.len())].to_owned(),
        printed: text.to_owned(),
        unknown: Default::default(),
    })
}

impl DocRef {
    /// What follows the issuer in the printed words.
    fn excerpt_of(&self, printed: &str) -> String {
        if self.is_law() {
            return self.excerpt.clone();
        }
        let rest = printed.strip_prefix(self.printed.as_str()).unwrap_or_default().trim();
        if fold(rest).is_empty() { String::new() } else { rest.to_owned() }
    }
}
