//! The numbers that a word processor sets before paragraphs by itself (ECMA-376, part 1, 17.9), and the styles that ask
//! for them.

use std::collections::BTreeMap;

use super::xml::{Said, walk};
use crate::domain::vietnamese::roman;
use crate::exchange::sheets::NotOpened;

/// Levels of a list.
const LEVELS: usize = 9;
/// Styles that rest on one another.
const BASES: usize = 12;

/// What a style says about its paragraphs.
#[derive(Default)]
struct Style {
    base: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    is_upper: Option<bool>,
}

/// The styles of a document by their ids.
#[derive(Default)]
pub struct Styles(BTreeMap<String, Style>);

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(part: &[u8]) -> Result<Styles, NotOpened> {
        let mut styles = BTreeMap::new();
        let mut now: Option<(String, Style)> = None;
        walk(part, &mut |said| {
            match said {
                Said::Open(tag) if tag.is_own => match (tag.name, &mut now) {
                    ("style", _) => now = tag.get("styleId").map(|id| (id, Style::default())),
                    ("basedOn", Some((_, style))) => style.base = tag.val(),
                    ("numId", Some((_, style))) => style.list = tag.val(),
                    ("ilvl", Some((_, style))) => style.level = tag.val().and_then(|level| level.parse().ok()),
                    ("caps", Some((_, style))) => style.is_upper = Some(tag.is_on()),
                    _ => {}
                },
                Said::Close("style") => styles.extend(now.take()),
                _ => {}
            }
            Ok(())
        })?;
        Ok(Styles(styles))
    }

    fn find<R>(&self, id: &str, read: impl Fn(&Style) -> Option<R>) -> Option<R> {
        let mut id = id;
        for _ in 0..BASES {
            let style = self.0.get(id)?;
            if let Some(found) = read(style) {
                return Some(found);
            }
            id = style.base.as_deref()?;
        }
        None
    }

    /// Whether the style has small letters seen as capitals.
    pub fn is_upper(&self, id: &str) -> Option<bool> {
        self.find(id, |style| style.is_upper)
    }

    /// The list that a style puts its paragraphs in, and the level where the style says it.
    fn list(&self, id: &str) -> Option<(String, Option<usize>)> {
        let list = self.find(id, |style| style.list.clone())?;
        Some((list, self.find(id, |style| style.level)))
    }
}

/// A level of a list.
#[derive(Clone)]
struct Level {
    start: u32,
    format: String,
    text: String,
    /// The style whose paragraphs stand on it.
    style: Option<String>,
    /// All its numbers are plain ones.
    is_legal: bool,
    /// It goes on counting whatever stands above it.
    goes_on: bool,
}

impl Default for Level {
    fn default() -> Level {
        let (format, text) = ("decimal".to_owned(), String::new());
        Level { start: 1, format, text, style: None, is_legal: false, goes_on: false }
    }
}

type Levels = BTreeMap<usize, Level>;

/// A list: the definition it follows, where it begins anew, and levels of its own.
#[derive(Default)]
struct List {
    follows: String,
    starts: BTreeMap<usize, u32>,
    levels: Levels,
}

/// The lists of a document, and how far each has counted.
#[derive(Default)]
pub struct Numbers {
    definitions: BTreeMap<String, Levels>,
    /// Definitions that follow a style's list.
    links: BTreeMap<String, String>,
    lists: BTreeMap<String, List>,
    counted: BTreeMap<String, [Option<u32>; LEVELS]>,
    begun: Vec<String>,
}

/// Where a level stands that is being read.
#[derive(Default)]
struct Reading {
    definition: Option<String>,
    list: Option<String>,
    level: Option<usize>,
}

impl Numbers {
    /// Reads `numbering.xml`.
    pub fn read(part: &[u8]) -> Result<Numbers, NotOpened> {
        let mut numbers = Numbers::default();
        let mut at = Reading::default();
        walk(part, &mut |said| {
            match said {
                Said::Open(tag) if tag.is_own => {
                    let number = |name: &str| tag.get(name).and_then(|value| value.parse::<u32>().ok());
                    match tag.name {
                        "abstractNum" => at = Reading { definition: tag.get("abstractNumId"), ..Reading::default() },
                        "num" => at = Reading { list: tag.get("numId"), ..Reading::default() },
                        "abstractNumId" => {
                            if let Some(list) = &at.list {
                                numbers.lists.entry(list.clone()).or_default().follows = tag.val().unwrap_or_default();
                            }
                        }
                        "numStyleLink" => {
                            numbers.links.extend(at.definition.clone().zip(tag.val()));
                        }
                        "lvl" | "lvlOverride" => {
                            at.level = number("ilvl").map(|level| level as usize).filter(|level| *level < LEVELS);
                            if tag.name == "lvl"
                                && let Some(level) = numbers.level(&at, true)
                            {
                                *level = Level::default();
                            }
                        }
                        "startOverride" => {
                            let place = at.list.clone().zip(at.level).zip(number("val"));
                            if let Some(((list, level), start)) = place {
                                numbers.lists.entry(list).or_default().starts.insert(level, start);
                            }
                        }
                        name => {
                            let Some(level) = numbers.level(&at, false) else { return Ok(()) };
                            match name {
                                "start" => level.start = number("val").unwrap_or(1),
                                "numFmt" => level.format = tag.val().unwrap_or_default(),
                                "lvlText" => level.text = tag.val().unwrap_or_default(),
                                "pStyle" => level.style = tag.val(),
                                "isLgl" => level.is_legal = tag.is_on(),
                                "lvlRestart" => level.goes_on = number("val") == Some(0),
                                _ => {}
                            }
                        }
                    }
                }
                Said::Close("lvl") => at.level = at.level.filter(|_| at.list.is_some()),
                Said::Close("lvlOverride") => at.level = None,
                _ => {}
            }
            Ok(())
        })?;
        Ok(numbers)
    }

    /// The level that is being read; made where it is not there and `is_new`.
    fn level(&mut self, at: &Reading, is_new: bool) -> Option<&mut Level> {
        let levels = match (&at.definition, &at.list) {
            (Some(definition), _) => self.definitions.entry(definition.clone()).or_default(),
            (None, Some(list)) => &mut self.lists.entry(list.clone()).or_default().levels,
            (None, None) => return None,
        };
        if is_new { Some(levels.entry(at.level?).or_default()) } else { levels.get_mut(&at.level?) }
    }

    /// The number of the next paragraph, as it is seen; empty: it has none. `own` is the list and level it names itself, and
    /// `style` its style.
    pub fn next(
        &mut self,
        styles: &Styles,
        style: Option<&str>,
        own: (Option<String>, Option<usize>),
    ) -> Option<String> {
        let of_style = style.and_then(|style| styles.list(style));
        let list = own.0.or_else(|| of_style.as_ref().map(|(list, _)| list.clone()))?;
        let definition = self.definition(styles, &self.lists.get(&list)?.follows);
        let all = self.levels(&list, &definition);
        let by_style = || {
            let style = style?;
            all.iter().find(|(_, level)| level.style.as_deref() == Some(style)).map(|(at, _)| *at)
        };
        let at = own.1.or_else(by_style).or(of_style.and_then(|(_, level)| level)).unwrap_or(0).min(LEVELS - 1);
        let counted = self.counted.entry(definition).or_default();
        if !self.begun.contains(&list) {
            self.begun.push(list.clone());
            let starts = self.lists.get(&list).map(|list| &list.starts).into_iter().flatten();
            for (level, _) in starts {
                counted[*level..].fill(None);
            }
        }
        let start = |level: usize| {
            let own = self.lists.get(&list).and_then(|list| list.starts.get(&level)).copied();
            own.or(all.get(&level).map(|level| level.start)).unwrap_or(1)
        };
        counted[at] = Some(counted[at].map_or_else(|| start(at), |number| number.saturating_add(1)));
        for (below, count) in counted.iter_mut().enumerate().skip(at + 1) {
            if !all.get(&below).is_some_and(|level| level.goes_on) {
                *count = None;
            }
        }
        let level = all.get(&at)?;
        if level.format == "bullet" {
            return Some(bullet(&level.text).to_owned());
        }
        let mut seen = level.text.clone();
        for (other, count) in counted.iter().enumerate().take(at + 1) {
            let place = ["%", &(other + 1).to_string()].concat();
            let format = all.get(&other).map_or("decimal", |level| level.format.as_str());
            let format = if level.is_legal { "decimal" } else { format };
            seen = seen.replace(&place, &written(count.unwrap_or_else(|| start(other)), format));
        }
        Some(seen.trim().to_owned())
    }

    /// The definition whose levels count: the one named, or the one of the list of the style that it follows.
    fn definition(&self, styles: &Styles, named: &str) -> String {
        let linked = self.links.get(named).and_then(|style| styles.list(style));
        let list = linked.and_then(|(list, _)| self.lists.get(&list));
        list.map_or(named, |list| &list.follows).to_owned()
    }

    fn levels(&self, list: &str, definition: &str) -> Levels {
        let mut levels = self.definitions.get(definition).cloned().unwrap_or_default();
        let own = self.lists.get(list).map(|list| list.levels.clone()).unwrap_or_default();
        levels.extend(own);
        levels
    }
}

/// The sign of a point, as a keyboard has it. Word processors draw it with letters of symbol fonts.
fn bullet(text: &str) -> &'static str {
    match text.trim() {
        "-" | "–" | "—" | "−" | "\u{f02d}" | "\u{ad}" => "-",
        "+" | "\u{f02b}" => "+",
        "*" | "\u{f02a}" => "*",
        "" => "",
        _ => "•",
    }
}

/// A number as its format writes it; a format that is not known counts plainly.
fn written(number: u32, format: &str) -> String {
    let plain = number.to_string();
    // z is followed by aa, bb, cc.
    let letters = |first: u8| match number.checked_sub(1) {
        Some(place) if place < 26 * 4 => {
            char::from(first + (place % 26) as u8).to_string().repeat(place as usize / 26 + 1)
        }
        _ => number.to_string(),
    };
    let roman = || u16::try_from(number).ok().and_then(roman).unwrap_or_else(|| number.to_string());
    match format {
        "none" => String::new(),
        "upperRoman" => roman(),
        "lowerRoman" => roman().to_lowercase(),
        "upperLetter" => letters(b'A'),
        "lowerLetter" => letters(b'a'),
        "decimalZero" if number < 10 => ["0", &plain].concat(),
        _ => plain,
    }
}
