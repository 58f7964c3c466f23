//! Names of units in running text.

use crate::domain::plan::{OrgUnit, Plan, Tier, UnitKind};
use crate::domain::vietnamese::fold;

/// How names of units begin, folded. Commas inside a name (`Sở Văn hóa, Thể thao và Du lịch`) do not part it.
const STARTS: [&str; 36] = [
    "uy ban",
    "ubnd",
    "van phong",
    "so ",
    "phong",
    "ban ",
    "dai ",
    "bao ",
    "cong thong tin",
    "trung tam",
    "hoi ",
    "hoi dong",
    "lien ",
    "lien minh",
    "lien hiep",
    "tinh doan",
    "huyen doan",
    "doan thanh nien",
    "don vi",
    "cac so",
    "cac phong",
    "cac ban",
    "cac don vi",
    "cac doan the",
    "cac to chuc",
    "cac chu the",
    "cac xa",
    "mat tran",
    "chi cuc",
    "bo ",
    "so,",
    "cac co quan",
    "vien ",
    "truong ",
    "ngan hang",
    "cong an",
];

/// The names in a list, as printed, each with where it ends.
pub fn listed(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut from = 0;
    for (at, mark) in text.char_indices().filter(|(_, letter)| matches!(letter, ',' | ';')) {
        let after = text[at + mark.len_utf8()..].trim_start();
        if mark == ';' || begins(after) {
            names.push(text[from..at].trim());
            from = at + mark.len_utf8();
        }
    }
    names.push(text[from..].trim());
    names.retain(|name| !name.is_empty());
    names
}

/// Whether a unit's name begins here.
pub fn begins(text: &str) -> bool {
    let folded = fold(text);
    STARTS.iter().any(|start| folded.starts_with(start))
}

/// The key of the unit with this name; a new unit if there is none.
pub fn unit(plan: &mut Plan, name: &str) -> String {
    let name = name.trim().trim_end_matches(['.', ';', ',']);
    // The same letters with other marks may be another unit, or a slip: a person decides (V24).
    let is_called =
        |unit: &&OrgUnit| std::iter::once(&unit.name).chain(&unit.aliases).any(|own| marked(own) == marked(name));
    if let Some(unit) = plan.units.iter().find(is_called) {
        return unit.key.clone();
    }
    // The long and the short form of one name are one unit under two names.
    if let Some(unit) = plan.units.iter_mut().find(|unit| unit.is_shortened_to(name)) {
        unit.aliases.push(name.to_owned());
        return unit.key.clone();
    }
    let folded = fold(name);
    let key = plan.free_key("u");
    let mut letters = name.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    plan.units.push(OrgUnit {
        key: key.clone(),
        name: capital,
        aliases: Vec::new(),
        level: level(&folded, plan.level),
        kind: kind(&folded),
        is_group: folded.starts_with("cac ") || folded.contains(" cac "),
        parent: None,
        valid_from: None,
        valid_to: None,
        successors: Vec::new(),
        unknown: Default::default(),
    });
    key
}

/// Takes up the shortened names by which running text speaks of units: `phối hợp với Phòng Nông nghiệp và PTNT huyện`.
pub fn aliases(plan: &mut Plan) {
    let mut texts: Vec<String> = plan.all_sections().into_iter().map(|section| section.text.clone()).collect();
    texts.extend(plan.assignments.iter().flat_map(|block| block.duties.iter().cloned()));
    for text in &texts {
        for start in ["Phòng ", "Sở ", "Trung tâm "] {
            for (at, _) in text.match_indices(start) {
                let rest = &text[at..];
                let rest = &rest[..rest.find([',', ';', '.', ':', '(', '{']).unwrap_or(rest.len())];
                let ends = rest.match_indices(' ').map(|(at, _)| at).chain([rest.len()]).skip(1).take(MOST_WORDS);
                for short in ends.map(|end| rest[..end].trim_end()) {
                    if let Some(unit) = plan.units.iter_mut().find(|unit| unit.is_shortened_to(short))
                        && !unit.is_called(short)
                    {
                        unit.aliases.push(short.to_owned());
                    }
                }
            }
        }
    }
}

/// Words of a shortened name at most.
const MOST_WORDS: usize = 9;

/// What names are compared by while a text is read: case, dashes and `và` make no difference, marks do.
fn marked(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "và");
    words.collect::<Vec<_>>().join(" ")
}

/// How names of localities begin, folded.
const LOCALITIES: [&str; 8] = ["xa ", "phuong ", "dac khu ", "thi tran ", "huyen ", "thi xa ", "thanh pho ", "tinh "];

fn kind(folded: &str) -> UnitKind {
    let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    if has(&[
        "mat tran",
        "hoi nong dan",
        "doan the",
        "lien hiep",
        "lien minh",
        "tinh doan",
        "phu nu",
        "hoi dong y",
        "cuu chien binh",
    ]) {
        UnitKind::MassOrganisation
    } else if has(&["uy ban nhan dan", "ubnd"]) {
        UnitKind::Committee
    } else if LOCALITIES.iter().any(|start| folded.starts_with(start)) {
        UnitKind::Locality
    } else if has(&["chu the"]) {
        UnitKind::Producers
    } else if has(&["tu van"]) {
        UnitKind::Consultant
    } else if has(&["ban dieu hanh", "ban chi dao", "hoi dong"]) {
        UnitKind::Board
    } else {
        UnitKind::Office
    }
}

/// The level a name tells of; a division (phòng) is of the plan's own.
fn level(folded: &str, own: Tier) -> Option<Tier> {
    let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    let is = |words: &[&str]| words.iter().any(|word| folded.starts_with(word));
    if has(&["cac xa", " xa ", "thi tran", "cap xa"]) || is(&["xa ", "phuong ", "dac khu "]) {
        Some(Tier::Commune)
    } else if has(&["phong "]) {
        Some(if own == Tier::Commune { Tier::Commune } else { Tier::District })
    } else if has(&["huyen"]) {
        Some(Tier::District)
    } else if has(&["tinh", "so "]) {
        Some(Tier::Province)
    } else {
        None
    }
}

/// Finds who issues the plan: the letterhead, or who `xây dựng`, `ban hành` it in the opening, or whose it is at the end.
pub fn issuer(plan: &mut Plan) {
    let opening: Vec<String> = plan.opening.iter().chain(&plan.closing).map(|section| section.text.clone()).collect();
    let from_text = opening.iter().rev().find_map(|text| {
        let end = ["xây dựng Kế hoạch", "xây dựng kế hoạch", "ban hành Kế hoạch", "ban hành kế hoạch"]
            .iter()
            .find_map(|word| text.find(word))?;
        let start = ["Ủy ban", "Uỷ ban", "UBND"].iter().filter_map(|word| text[..end].rfind(word)).max()?;
        Some(text[start..end].trim().to_owned())
    });
    let at_end = plan.closing.iter().find_map(|section| {
        let start = section.text.rfind("của UBND ")? + "của ".len();
        let rest = &section.text[start..];
        Some(rest[..rest.find(['.', ',', ';'])?].to_owned())
    });
    let letterhead = (plan.letterhead.len() == 2).then(|| {
        let place = plan.letterhead[1].to_lowercase();
        let (kind, own) = place.split_once(' ').unwrap_or(("", &place));
        let own: Vec<String> = own.split(' ').map(capital).collect();
        ["Ủy ban nhân dân ", kind, " ", &own.join(" ")].concat()
    });
    let is_full = |name: &String| name.split(' ').count() > 2;
    let Some(name) = letterhead.or(from_text.filter(is_full)).or(at_end) else {
        guess_level(plan);
        return;
    };
    let folded = fold(&name);
    let key = unit(plan, &name);
    if let (Some(unit), Some(short)) =
        (plan.units.iter_mut().find(|unit| unit.key == key), name.strip_prefix("Ủy ban nhân dân "))
    {
        let kind = short.split(' ').next().unwrap_or_default();
        unit.aliases = vec![["UBND ", short].concat(), ["Ủy ban nhân dân ", kind].concat(), ["UBND ", kind].concat()];
    }
    plan.issuer = Some(key);
    plan.level = match () {
        () if folded.contains("huyen") || folded.contains("thi xa") => Tier::District,
        () if folded.contains("tinh") || folded.contains("thanh pho") => Tier::Province,
        () => Tier::Commune,
    };
}

/// Without an issuer: the body that the text says issued it.
fn guess_level(plan: &mut Plan) {
    let is_provincial = plan.opening.iter().any(|section| section.text.contains("UBND tỉnh"));
    if is_provincial {
        plan.issuer = Some(unit(plan, "UBND tỉnh"));
        plan.level = Tier::Province;
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
