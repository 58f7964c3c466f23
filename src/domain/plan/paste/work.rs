//! Activities with their times and units, and rounds.

use super::tree::LABELS;
use super::{key, names, speaks_of};
use crate::domain::plan::{Activity, Doer, DoerRole, Numbering, PartialDate, Plan, PlanRound, PlanSection, TimeSpec};
use crate::domain::vietnamese::fold;

/// Finds the activities of the sections about what is done.
pub fn find(plan: &mut Plan) {
    let mut sections = std::mem::take(&mut plan.sections);
    for section in &mut sections {
        let is_content = speaks_of(&section.heading, &["noi dung", "nhiem vu", "giai phap", "hoat dong"]);
        if is_content && !speaks_of(&section.heading, &["to chuc thuc hien", "trach nhiem"]) {
            for child in &mut section.children {
                activity(plan, child, None);
            }
            times_of_the_whole(plan, &mut section.children);
        }
    }
    plan.sections = sections;
}

/// Headings that are about the plan, not about an act.
const NO_ACT: [&str; 4] = ["kinh phi", "nguon von", "cac san pham", "thoi gian"];

fn activity(plan: &mut Plan, section: &mut PlanSection, parent: Option<&str>) {
    let is_numbered = matches!(section.numbering, Numbering::Arabic | Numbering::Nested);
    if !is_numbered
        || section.heading.is_empty()
        || NO_ACT.iter().any(|start| fold(&section.heading).starts_with(start))
    {
        return;
    }
    let key = key("a", plan.activities.len());
    let mut one = Activity::titled(&key, "");
    one.parent = parent.map(str::to_owned);
    if fold(&section.heading) == "noi dung" {
        // What is done stands in the text.
        one.title = section.text.split(' ').take(9).collect::<Vec<_>>().join(" ");
        (one.content, section.text) = (section.text.clone(), place(&key, "content"));
    } else {
        titled(&mut one, &mut section.heading);
    }
    details(plan, &mut one, section);
    plan.activities.push(one);
    let is_list = section.text.is_empty()
        && section.children.iter().all(|child| child.numbering == Numbering::Dash && child.heading.is_empty());
    for child in &mut section.children {
        let has_time = child.children.iter().any(|line| line.heading.starts_with("Thời gian"));
        if child.numbering == Numbering::Nested {
            activity(plan, child, Some(&key));
        } else if child.numbering == Numbering::Dash
            && child.heading.is_empty()
            && (has_time || is_list)
            && !round(plan, child)
        {
            let own = super::key("a", plan.activities.len());
            let mut one = Activity::titled(&own, "");
            one.parent = Some(key.clone());
            titled(&mut one, &mut child.text);
            details(plan, &mut one, child);
            plan.activities.push(one);
        }
    }
}

fn place(key: &str, part: &str) -> String {
    ["{", key, ".", part, "}"].concat()
}

/// Takes the title out of a heading or text, without its last mark.
fn titled(one: &mut Activity, text: &mut String) {
    let title = text.trim_end_matches([':', '.']).to_owned();
    let mark = text[title.len()..].to_owned();
    *text = ["{", &one.key, "}", &mark].concat();
    one.title = title;
}

/// The lines of an activity: time, units, content.
fn details(plan: &mut Plan, one: &mut Activity, section: &mut PlanSection) {
    for line in section.children.iter_mut().filter(|line| LABELS.contains(&line.heading.as_str())) {
        let text = line.text.trim_end_matches('.').to_owned();
        let mark = line.text[text.len()..].to_owned();
        match line.heading.as_str() {
            "Thời gian" | "Thời gian thực hiện" if one.time.is_none() => {
                one.time = Some(TimeSpec::parse(&text, Some(plan.period.from)));
                line.text = place(&one.key, "time") + &mark;
            }
            "Đơn vị thực hiện" if one.units_printed.is_empty() => {
                // What follows the first sentence is not about who.
                let end = text.find(". ").unwrap_or(text.len());
                one.units_printed = text[..end].to_owned();
                line.text = [&place(&one.key, "units"), &text[end..], &mark].concat();
                one.doers = doers(plan, &one.units_printed);
            }
            "Nội dung" if one.content.is_empty() && line.children.is_empty() => {
                one.content = text;
                line.text = place(&one.key, "content") + &mark;
            }
            _ => (),
        }
    }
    if one.time.is_none()
        && let Some(printed) = long_date(&section.text)
    {
        one.time = Some(TimeSpec::parse(&printed, None));
        section.text = section.text.replacen(&printed, &place(&one.key, "time"), 1);
    }
}

/// The first `ngày 26 tháng 01 năm 2017` of a text.
fn long_date(text: &str) -> Option<String> {
    text.match_indices("ngày ").find_map(|(at, _)| {
        let words: Vec<&str> = text[at..].split(' ').take(6).collect();
        let printed = words.join(" ");
        let printed = printed.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        PartialDate::parse(printed)?.date().map(|_| printed.to_owned())
    })
}

/// A time that is stated once for everything belongs to the first activity.
fn times_of_the_whole(plan: &mut Plan, sections: &mut [PlanSection]) {
    super::each(sections, &mut |section| {
        let is_free = section.numbering == Numbering::Letter && section.heading.starts_with("Thời gian");
        if let Some(one) = plan.activities.first_mut().filter(|one| is_free && one.time.is_none()) {
            let text = section.text.trim_end_matches('.').to_owned();
            let mark = section.text[text.len()..].to_owned();
            one.time = Some(TimeSpec::parse(&text, Some(plan.period.from)));
            section.text = place(&one.key, "time") + &mark;
        }
    });
}

/// `Đánh giá đợt 1: Trước ngày 20/4/2022.` is a round.
fn round(plan: &mut Plan, section: &mut PlanSection) -> bool {
    let Some((before, time)) = section.text.split_once(": ") else { return false };
    let Some((_, number)) = before.rsplit_once("đợt ") else { return false };
    let Ok(number) = number.trim().parse::<u8>() else { return false };
    let printed = time.trim_end_matches(['.', ';']);
    let deadline = TimeSpec::parse(printed, Some(plan.period.from));
    if !deadline.is_dated() {
        return false;
    }
    let key = key("r", plan.rounds.len());
    section.text = [before, ": {", &key, "}", &time[printed.len()..]].concat();
    plan.rounds.push(PlanRound {
        key,
        number,
        level: plan.level,
        year: plan.period.from,
        intake: None,
        field_check: None,
        meeting: None,
        deadline: Some(deadline),
        session: None,
        unknown: Default::default(),
    });
    true
}

/// Who does it, and as what.
fn doers(plan: &mut Plan, printed: &str) -> Vec<Doer> {
    let mut found: Vec<(String, DoerRole)> = Vec::new();
    for segment in printed.split(';') {
        let segment = without_brackets(segment);
        if let Some((by, rest)) = segment.split_once(" tham mưu cho ") {
            // Who is advised does it.
            let end = [" tổ chức", " ban hành", " thực hiện"].iter().filter_map(|word| rest.find(word)).min();
            found.push((rest[..end.unwrap_or(rest.len())].to_owned(), DoerRole::Lead));
            found.push((by.trim().to_owned(), DoerRole::Advise));
            continue;
        }
        let role = if segment.trim_end().ends_with("hỗ trợ") { DoerRole::Support } else { DoerRole::Lead };
        let bare = segment.trim().trim_end_matches(" hỗ trợ").trim_end_matches(" thực hiện");
        found.extend(names::listed(bare).into_iter().map(|name| {
            // What the unit does there may run on: `Ban Điều hành Đề án cấp tỉnh thành lập Hội đồng đánh giá`.
            let verbs = [" thành lập ", " tổ chức ", " chủ trì", " ban hành "];
            match verbs.iter().filter_map(|verb| name.find(verb)).min() {
                Some(end) => (name[..end].to_owned(), DoerRole::Lead),
                None => (name.to_owned(), role),
            }
        }));
    }
    let doer =
        |(name, role): (String, DoerRole)| Doer { unit: names::unit(plan, &name), role, unknown: Default::default() };
    found.into_iter().map(doer).collect()
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0;
    let outside = text.chars().filter(|letter| {
        match letter {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                return false;
            }
            _ => (),
        }
        depth == 0
    });
    outside.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::Tier;

    #[test]
    fn units_keep_their_commas() {
        let mut plan = Plan::draft(Tier::Province, 2018);
        let found = doers(
            &mut plan,
            "Sở Văn hóa, Thể thao và Du lịch, Ban Điều hành Đề án các huyện, thành phố; đơn vị tư vấn hỗ trợ",
        );
        let named: Vec<(&str, DoerRole)> =
            found.iter().map(|doer| (plan.unit(&doer.unit).map_or("", |unit| &*unit.name), doer.role)).collect();
        assert_eq!(
            named,
            [
                ("Sở Văn hóa, Thể thao và Du lịch", DoerRole::Lead),
                ("Ban Điều hành Đề án các huyện, thành phố", DoerRole::Lead),
                ("Đơn vị tư vấn", DoerRole::Support),
            ]
        );
    }
}
