//! Lines to sections: by the signs at their beginnings.

use crate::domain::plan::{Numbering, PlanSection};
use crate::domain::vietnamese::of_roman;

/// Headings of the lines of an activity.
pub const LABELS: [&str; 5] = ["Thời gian thực hiện", "Thời gian", "Nội dung", "Đơn vị thực hiện", "Thành phần"];

/// The sign at the beginning of a line, how it numbers, and what follows.
pub fn sign(line: &str) -> (Numbering, &str, &str) {
    let plain = (Numbering::Plain, "", line);
    let Some((sign, rest)) = line.split_once(' ') else { return plain };
    match sign {
        "-" | "–" => return (Numbering::Dash, sign, rest),
        "+" => return (Numbering::Plus, sign, rest),
        "*" => return (Numbering::Star, sign, rest),
        _ => (),
    }
    if let Some(letter) = sign.strip_suffix(')') {
        let is_letter = letter.chars().count() == 1 && letter.chars().all(|letter| letter.is_lowercase());
        return if is_letter { (Numbering::Letter, sign, rest) } else { plain };
    }
    let Some(number) = sign.strip_suffix('.') else { return plain };
    let is_digits = |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if of_roman(number).is_some_and(|number| number < 40) {
        (Numbering::Roman, sign, rest)
    } else if is_digits(number) {
        (Numbering::Arabic, sign, rest)
    } else if number.split('.').all(is_digits) {
        (Numbering::Nested, sign, rest)
    } else {
        plain
    }
}

/// Sections from lines. A number that is not the one of its place is kept as printed.
pub fn sections(lines: &[String]) -> Vec<PlanSection> {
    let mut flat: Vec<(usize, PlanSection)> = Vec::new();
    let mut star_lists = false;
    let mut rest = lines;
    while let Some((line, after)) = rest.split_first() {
        if let Some((table, used)) = super::tables::at(rest) {
            // The line in capitals above a table is its caption.
            let caption = match flat.last_mut() {
                Some((_, above)) if above.numbering == Numbering::Plain && super::frame::is_upper(&above.text) => {
                    std::mem::take(&mut above.text)
                }
                _ => String::new(),
            };
            let mut depth = 7;
            if !caption.is_empty() {
                flat.pop();
                // Capitals speak for the whole group: the table stands beside the last of its points.
                let point = flat.iter().rev().find(|(_, above)| above.numbering == Numbering::Nested);
                depth = point.map_or(depth, |(own, _)| *own);
            }
            let mut section = PlanSection::new(Numbering::Plain, &caption, "");
            section.table = Some(table);
            flat.push((depth, section));
            rest = &rest[used..];
            continue;
        }
        rest = after;
        let (numbering, sign, rest) = sign(line);
        let (heading, text) = parted(numbering, rest);
        let mut section = PlanSection::new(numbering, heading, text);
        section.number = Some(sign.to_owned());
        let depth = match numbering {
            Numbering::Roman => 1,
            Numbering::Arabic => 2,
            Numbering::Nested => 1 + sign.matches('.').count(),
            Numbering::Letter => 6,
            Numbering::Plain => 7,
            Numbering::Star => 7,
            // Dashes stand below a star only where it announces them.
            Numbering::Dash => 7 + usize::from(star_lists),
            Numbering::Plus => 9,
        };
        match numbering {
            Numbering::Star => star_lists = rest.ends_with(':'),
            Numbering::Dash | Numbering::Plus => (),
            _ => star_lists = false,
        }
        flat.push((depth, section));
    }
    let mut rest = flat.into_iter().peekable();
    let mut sections = below(&mut rest, 0);
    forget_own_numbers(&mut sections, "");
    sections
}

/// The sections deeper than `depth` that come next.
fn below(rest: &mut std::iter::Peekable<std::vec::IntoIter<(usize, PlanSection)>>, depth: usize) -> Vec<PlanSection> {
    let mut sections = Vec::new();
    while let Some((own, mut section)) = rest.next_if(|(own, _)| *own > depth) {
        // A paragraph has nothing below it.
        section.children = if section.numbering == Numbering::Plain { Vec::new() } else { below(rest, own) };
        sections.push(section);
    }
    sections
}

fn forget_own_numbers(sections: &mut [PlanSection], parent: &str) {
    let mut counts = [0usize; Numbering::ALL.len()];
    for section in sections {
        let count = &mut counts[section.numbering as usize];
        *count += 1;
        let own = crate::domain::plan::number(section.numbering, *count, parent);
        if section.number.as_deref() == Some(&own) {
            section.number = None;
        }
        let shown = section.number.clone().unwrap_or(own);
        forget_own_numbers(&mut section.children, &shown);
    }
}

/// Heading and text of a line without its sign.
fn parted(numbering: Numbering, rest: &str) -> (&str, &str) {
    let at_colon = rest.split_once(": ");
    match numbering {
        Numbering::Roman => (rest, ""),
        Numbering::Arabic | Numbering::Nested | Numbering::Letter => match at_colon {
            // `Đối với UBND các xã: …` names the units: it is one heading.
            _ if rest.starts_with("Đối với") => (rest, ""),
            Some((heading, text)) if heading.chars().count() <= 90 && !heading.contains(['.', ';']) => (heading, text),
            _ if rest.ends_with('.') => ("", rest),
            _ => (rest, ""),
        },
        Numbering::Dash | Numbering::Plus | Numbering::Star => match at_colon {
            Some((heading, text)) if LABELS.contains(&heading) => (heading, text),
            _ => ("", rest),
        },
        Numbering::Plain => ("", rest),
    }
}
