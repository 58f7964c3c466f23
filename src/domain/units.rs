//! Administrative units: provinces and communes of the two-tier system since 1 July 2025, with the communes they were
//! made of.
//!
//! Source: `public/units/units-2025.json`, names and codes as in Quyết định 19/2025/QĐ-TTg. Codes of 114 communes differ
//! between the public packages it was joined from: a code is provisional until compared with the decision.

use super::date::Date;
use super::vietnamese::fold;
use crate::codec::{Fault, Field, Place, Value};

/// All units of one period, with an index for searching.
#[derive(Clone, Debug, PartialEq)]
pub struct Units {
    /// First day on which these units are valid.
    pub valid_from: Date,
    /// The provinces.
    pub provinces: Vec<Province>,
    /// The communes, wards and special zones.
    pub communes: Vec<Commune>,
    former_districts: Vec<(String, usize)>,
    former_provinces: Vec<String>,
    index: Vec<Entry>,
}

/// A province (tỉnh, thành phố).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Province {
    /// Two digits.
    pub code: String,
    /// Name.
    pub name: String,
}

/// A commune, ward or special zone (xã, phường, đặc khu).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commune {
    /// Five digits.
    pub code: String,
    /// Name with its kind: `Xã Điềm He`.
    pub name: String,
    /// Place among the provinces.
    pub province: usize,
    /// What it was made of.
    pub from: Vec<Former>,
}

/// A unit of before 1 July 2025 that went into a commune.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    district: usize,
    /// How much of it.
    pub share: Share,
}

/// How much of a former unit went into a commune.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// All of it.
    Whole,
    /// A part of it.
    Part,
    /// A part of it, the largest one.
    MainPart,
}

/// A place that a search found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found<'a> {
    /// The commune of today.
    pub commune: &'a Commune,
    /// The former unit whose name was found, where it was not the commune's own.
    pub former: Option<&'a Former>,
}

/// One name to be searched.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    /// Folded: the name without its kind, then all the names it stands under.
    name: String,
    whole: String,
    commune: usize,
    former: Option<usize>,
}

impl Units {
    /// Reads the file.
    pub fn read(value: Value) -> Result<Units, Fault> {
        let place = Place::default();
        let Value::Object(mut map) = value else { return Err(Fault::new(&place, "an object")) };
        let mut list = |key: &str| -> Result<Vec<Value>, Fault> {
            let value = map.remove(key).ok_or_else(|| Fault::new(&place.key(key), "a list"))?;
            Vec::<Value>::read(value, &place.key(key))
        };
        let provinces = each(list("provinces")?, &place.key("provinces"), |row| {
            Some(Province { code: row.text(0)?, name: row.text(1)? })
        })?;
        let former_provinces = each(list("former_provinces")?, &place.key("former_provinces"), |row| row.own())?;
        let former_districts = each(list("former_districts")?, &place.key("former_districts"), |row| {
            Some((row.text(0)?, row.number(1, former_provinces.len())?))
        })?;
        let communes = each(list("communes")?, &place.key("communes"), |row| {
            let from = row.list(3)?.iter().map(|value| former(&Cells(value), former_districts.len()));
            let from = from.collect::<Option<Vec<Former>>>()?;
            Some(Commune { code: row.text(0)?, name: row.text(1)?, province: row.number(2, provinces.len())?, from })
        })?;
        let from = map.remove("valid_from").unwrap_or_default();
        let valid_from = Date::read(from, &place.key("valid_from"))?;
        let mut units =
            Units { valid_from, provinces, communes, former_districts, former_provinces, index: Vec::new() };
        units.index = units.entries();
        Ok(units)
    }

    fn entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (at, commune) in self.communes.iter().enumerate() {
            let province = self.provinces.get(commune.province).map_or("", |province| province.name.as_str());
            let entry = |name: &str, around: String, former| {
                let name = fold(name);
                let whole = [&name, " ", &fold(&around)].concat();
                Entry { name: plain(&name).to_owned(), whole, commune: at, former }
            };
            entries.push(entry(&commune.name, province.to_owned(), None));
            for (number, former) in commune.from.iter().enumerate() {
                let (district, province) = self.former_place(former);
                entries.push(entry(&former.name, [district, " ", province].concat(), Some(number)));
            }
        }
        entries
    }

    /// The commune with this code.
    pub fn commune(&self, code: &str) -> Option<&Commune> {
        self.communes.iter().find(|commune| commune.code == code)
    }

    /// The province of a commune.
    pub fn province_of(&self, commune: &Commune) -> Option<&Province> {
        self.provinces.get(commune.province)
    }

    /// The district and the province in which a former unit lay.
    pub fn former_place(&self, former: &Former) -> (&str, &str) {
        let Some((district, province)) = self.former_districts.get(former.district) else { return ("", "") };
        (district, self.former_provinces.get(*province).map_or("", String::as_str))
    }

    /// The communes that the words of `query` fit, without diacritics, today's names before former ones and exact names
    /// before parts; at most `limit`. A former unit that was divided is found in each commune that got a part.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Found<'_>> {
        let folded = fold(query);
        let query = plain(&folded);
        let words: Vec<&str> = folded.split_whitespace().collect();
        if query.is_empty() {
            return Vec::new();
        }
        let rank = |entry: &Entry| {
            let fits = words.iter().all(|word| entry.whole.contains(word));
            let is_former = usize::from(entry.former.is_some());
            match () {
                () if entry.name == query => Some(is_former),
                () if entry.name.starts_with(query) => Some(2 + is_former),
                () if fits => Some(4 + is_former),
                () => None,
            }
        };
        let mut found: Vec<(usize, &Entry)> =
            self.index.iter().filter_map(|entry| rank(entry).map(|rank| (rank, entry))).collect();
        found.sort_by_key(|(rank, _)| *rank);
        let mut seen: Vec<usize> = Vec::new();
        found.retain(|(_, entry)| {
            let is_new = seen.len() < limit && !seen.contains(&entry.commune);
            if is_new {
                seen.push(entry.commune);
            }
            is_new
        });
        let of = |entry: &Entry| {
            let commune = self.communes.get(entry.commune)?;
            Some(Found { commune, former: entry.former.and_then(|at| commune.from.get(at)) })
        };
        found.into_iter().filter_map(|(_, entry)| of(entry)).collect()
    }
}

/// A folded name without the word for its kind.
fn plain(folded: &str) -> &str {
    let name = folded.trim();
    ["xa ", "phuong ", "thi tran ", "dac khu "].iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name)
}

fn former(row: &Cells<'_>, districts: usize) -> Option<Former> {
    let share = match row.number(3, 3)? {
        0 => Share::Whole,
        1 => Share::Part,
        _ => Share::MainPart,
    };
    Some(Former { code: row.text(0)?, name: row.text(1)?, district: row.number(2, districts)?, share })
}

/// A row of the file.
struct Cells<'a>(&'a Value);

impl Cells<'_> {
    fn own(&self) -> Option<String> {
        self.0.as_str().map(str::to_owned)
    }
    fn text(&self, at: usize) -> Option<String> {
        self.0.get(at)?.as_str().map(str::to_owned)
    }
    fn number(&self, at: usize, below: usize) -> Option<usize> {
        self.0.get(at)?.as_i64().and_then(|number| usize::try_from(number).ok()).filter(|number| *number < below)
    }
    fn list(&self, at: usize) -> Option<&Vec<Value>> {
        self.0.get(at)?.as_array()
    }
}

fn each<T>(rows: Vec<Value>, place: &Place, read: impl Fn(&Cells<'_>) -> Option<T>) -> Result<Vec<T>, Fault> {
    let read = |(at, row): (usize, &Value)| read(&Cells(row)).ok_or_else(|| Fault::new(&place.index(at), "a unit"));
    rows.iter().enumerate().map(read).collect()
}
