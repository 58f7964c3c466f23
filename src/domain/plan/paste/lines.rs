//! The lines of a pasted text: the paper's, the portal's, and what the portal says about the paper.

use crate::domain::date::Date;
use crate::domain::plan::{PartialDate, SourceFact};
use crate::domain::vietnamese::{composed, fold};

/// The lines of a text, sorted by whose they are.
#[derive(Default)]
pub struct Sorted {
    /// The paper's, blanks put right.
    pub lines: Vec<String>,
    /// What the portal says about the paper.
    pub facts: Vec<SourceFact>,
    /// When it appeared there.
    pub published: Option<Date>,
    /// The mark of a text that breaks off.
    pub broken_off: String,
    /// Everything else.
    pub left_out: Vec<String>,
}

/// Beginnings of lines of portals, folded.
const NOISE: [&str; 26] = [
    "bo loc tim kiem",
    "tim kiem",
    "tai van ban",
    "tai ve",
    "luu tru gop y",
    "• ",
    "noi dung van ban dang duoc cap nhat",
    "van ban dang xem",
    "van ban duoc ",
    "van ban bi ",
    "van ban lien quan",
    "van ban huong dan",
    "van ban hop nhat",
    "van ban sua doi",
    "van ban dinh chinh",
    "van ban thay the",
    "hay dang nhap",
    "loading",
    "tap tin dinh kem",
    "cac tin khac",
    "xem tin theo ngay",
    "thong ke truy cap",
    "tong luot truy",
    "truy cap hien tai",
    "cong hoa xa hoi chu nghia viet nam",
    "doc lap tu do hanh phuc",
];

/// The label of who signed.
pub const SIGNER: &str = "Người ký";

/// What portals say about a paper.
const LABELS: [&str; 11] = [
    "Số hiệu",
    "Ngày ban hành",
    "Ngày có hiệu lực",
    "Ngày hiệu lực",
    "Loại văn bản",
    "Cơ quan ban hành",
    "Nơi ban hành",
    SIGNER,
    "Lĩnh vực",
    "Tình trạng",
    "Trạng thái",
];

/// Sorts the lines of a text.
pub fn sorted(text: &str) -> Sorted {
    let mut sorted = Sorted::default();
    for line in composed(text).lines() {
        // Stars around words are marks of markup.
        let bare = line.replace("**", "").replace("(*", "(").replace("*)", ")");
        let line = bare.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            continue;
        }
        if let Some(fact) = fact(&line) {
            sorted.facts.push(fact);
        } else if let Some(day) = published(&line) {
            sorted.published = Some(day);
        } else if matches!(line.as_str(), "[...]" | "[…]" | "...") {
            sorted.broken_off = line;
        } else if is_noise(&line) {
            sorted.left_out.push(line);
        } else {
            sorted.lines.push(line);
        }
    }
    // The name of a paper that a portal repeats beside its facts is not the paper's.
    let numbers: Vec<String> =
        sorted.facts.iter().filter(|fact| fact.label == LABELS[0]).map(|fact| fact.value.clone()).collect();
    let (titles, lines): (Vec<String>, Vec<String>) = sorted.lines.into_iter().partition(|line| {
        numbers.iter().any(|number| {
            ["Kế hoạch ", "Quyết định "]
                .iter()
                .any(|kind| line.strip_prefix(kind).is_some_and(|rest| rest.starts_with(number.as_str())))
        })
    });
    sorted.lines = lines;
    sorted.left_out.extend(titles);
    sorted
}

fn is_noise(line: &str) -> bool {
    let folded = fold(line);
    let is_rule = line.chars().all(|letter| matches!(letter, '-' | '_' | '=' | '*' | '.' | '─'));
    let is_address =
        !line.contains(' ') && line.contains(['.', '/']) && line.is_ascii() && line.len() > 8 && !line.ends_with('.');
    let is_counter = line.ends_with(']')
        && line
            .rsplit_once('[')
            .is_some_and(|(_, number)| number.trim_end_matches(']').bytes().all(|byte| byte.is_ascii_digit()));
    is_rule || is_address || is_counter || NOISE.iter().any(|start| folded.starts_with(start))
}

fn fact(line: &str) -> Option<SourceFact> {
    let label = LABELS.iter().find(|label| line.starts_with(**label))?;
    let value = line[label.len()..].strip_prefix(':').or_else(|| line[label.len()..].strip_prefix(' '))?.trim();
    (!value.is_empty() && value.len() < 80).then(|| SourceFact {
        label: (*label).to_owned(),
        value: value.to_owned(),
        unknown: Default::default(),
    })
}

fn published(line: &str) -> Option<Date> {
    let date = line.strip_prefix("Ngày cập nhật")?.trim_start_matches(':').trim();
    PartialDate::parse(date)?.date()
}
