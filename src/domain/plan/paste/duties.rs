//! Who has which duties.

use super::{key, names, speaks_of};
use crate::domain::plan::{Assignment, Numbering, OrgUnit, Plan, PlanKind, PlanSection, Recipient};
use crate::domain::vietnamese::fold;

/// Finds the blocks of the section about carrying out.
pub fn find(plan: &mut Plan) {
    let mut sections = std::mem::take(&mut plan.sections);
    for section in &mut sections {
        if speaks_of(&section.heading, &["to chuc thuc hien", "trach nhiem"]) {
            for child in &mut section.children {
                block(plan, child, None);
            }
        } else if plan.kind == PlanKind::Digest && section.heading.is_empty() {
            asked(plan, section);
        }
    }
    plan.sections = sections;
    recipients(plan);
}

/// The communes that a line of the recipients names: `UBND các xã: Điềm He; An Sơn;`.
fn recipients(plan: &mut Plan) {
    let mut lines = std::mem::take(&mut plan.recipients);
    short_names(plan, &mut lines);
    for line in lines
        .iter_mut()
        .filter(|line| line.text.starts_with("UBND các") || line.text.starts_with("Ủy ban nhân dân các"))
    {
        let Some((_, listed)) = line.text.split_once(": ") else { continue };
        let listed: Vec<String> = listed.trim_end_matches([';', '.']).split("; ").map(str::to_owned).collect();
        line.units = listed.iter().map(|name| names::unit(plan, name)).collect();
    }
    plan.recipients = lines;
}

/// The units that the recipients name by their first letters: `Các phòng: NN và PTNT, TC-KH;`, `Lưu: VT, NN.`.
fn short_names(plan: &mut Plan, lines: &mut [Recipient]) {
    for line in lines {
        let Some((before, listed)) = line.text.split_once(": ") else { continue };
        let is_archive = before.trim() == "Lưu";
        if !is_archive && !fold(before).starts_with("cac ") {
            continue;
        }
        for short in listed.trim_end_matches([';', '.']).split([',', ';']).map(str::trim) {
            let is_meant =
                |unit: &&mut OrgUnit| unit.is_shortened_to(short) || (is_archive && unit.begins_with_initials(short));
            let mut meant = plan.units.iter_mut().filter(is_meant);
            // Two that it could be are none.
            if let (Some(unit), None) = (meant.next(), meant.next()) {
                if !unit.is_called(short) {
                    unit.aliases.push(short.to_owned());
                }
                line.units.push(unit.key.clone());
            }
        }
    }
}

/// `UBND tỉnh yêu cầu Ủy ban nhân dân các huyện … thực hiện một số nội dung sau:`.
fn asked(plan: &mut Plan, section: &mut PlanSection) {
    let Some((before, rest)) = section.text.split_once("yêu cầu ") else { return };
    let Some(end) = rest.find(" thực hiện") else { return };
    let (printed, after) = (rest[..end].to_owned(), rest[end..].to_owned());
    let before = before.to_owned();
    let units = vec![names::unit(plan, &printed)];
    let key = key("d", plan.assignments.len());
    section.text = [&before, "yêu cầu {", &key, "}", &after].concat();
    let duties = duties(section, &key);
    push(plan, key, None, units, printed, duties);
}

fn push(plan: &mut Plan, key: String, parent: Option<&str>, units: Vec<String>, printed: String, duties: Vec<String>) {
    let is_request = printed.starts_with("Đề nghị");
    plan.assignments.push(Assignment {
        key,
        parent: parent.map(str::to_owned),
        units,
        units_printed: printed,
        is_request,
        duties,
        unknown: Default::default(),
    });
}

fn block(plan: &mut Plan, section: &mut PlanSection, parent: Option<&str>) {
    if section.heading.is_empty() || section.heading.contains('{') {
        return;
    }
    let key = key("d", plan.assignments.len());
    let printed = section.heading.strip_prefix("Đối với ").unwrap_or(&section.heading).trim_end_matches(':').to_owned();
    let mut units = units(plan, &printed);
    section.heading = section.heading.replacen(&printed, &["{", &key, "}"].concat(), 1);
    if section.children.iter().any(|child| child.numbering == Numbering::Nested) {
        push(plan, key.clone(), parent, units, printed, Vec::new());
        for child in &mut section.children {
            block(plan, child, Some(&key));
        }
        return;
    }
    let mut own = duties(section, &key);
    if own.is_empty() && !section.text.is_empty() {
        // The units may run on into the duty: `…, Hội Đông y tăng cường các hoạt động …`.
        let text = section.text.clone();
        let verbs = [" tăng cường", " chủ trì", " phối hợp", " có trách nhiệm", " chủ động", " tuyên truyền"];
        let at = verbs.iter().filter_map(|verb| text.find(verb)).min().filter(|_| names::begins(&text));
        if let Some(at) = at {
            units = names::listed(&text[..at]).into_iter().map(|name| names::unit(plan, name)).collect();
        }
        own.push(text[at.map_or(0, |at| at + 1)..].trim_end_matches('.').to_owned());
    }
    push(plan, key, parent, units, printed, own);
}

/// The units of a heading.
fn units(plan: &mut Plan, printed: &str) -> Vec<String> {
    let bare = printed.strip_prefix("Đề nghị ").unwrap_or(printed);
    let listed: Vec<String> = match bare.split_once(": ") {
        // `UBND các xã: Diêm He; An Sơn`.
        Some((_, names)) => names.split("; ").map(str::to_owned).collect(),
        None => {
            let names = names::listed(bare);
            names.iter().flat_map(|name| and_groups(name)).collect()
        }
    };
    listed.iter().map(|name| names::unit(plan, name)).collect()
}

/// `Ủy ban Mặt trận Tổ quốc Việt Nam và các đoàn thể huyện` are two.
fn and_groups(name: &str) -> Vec<String> {
    match name.split_once(" và các ") {
        Some((one, group)) => vec![one.to_owned(), ["các ", group].concat()],
        None => vec![name.to_owned()],
    }
}

/// The duties below a heading, when they are one list; their place is left in it.
fn duties(section: &mut PlanSection, key: &str) -> Vec<String> {
    let Some(numbering) = section.children.first().map(|child| child.numbering) else { return Vec::new() };
    let is_list = section.children.iter().all(|child| {
        child.numbering == numbering && child.children.is_empty() && child.heading.is_empty() && child.number.is_none()
    });
    if !is_list {
        return Vec::new();
    }
    let duties = section.children.iter().map(|child| child.text.clone()).collect();
    section.children = vec![PlanSection::new(numbering, "", &["{", key, ".duties}"].concat())];
    duties
}
