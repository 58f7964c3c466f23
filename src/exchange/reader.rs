//! Reading the file, a stretch at a time, so that the page stays alive and the user can stop it.

use std::ops::Range;

use super::export::{DIGEST, digest_of};
use super::json::{expect, next_byte, not_json, value_at};
use super::kinds::{LISTS, group_of};
use super::outline::Outline;
use super::{Carried, DecisionPins, Envelope, FORMAT, ImportError, KIND, Limits, WITHHELD, Wholeness};
use crate::codec::{Fault, Field, Place, Value, canonical, canonical_of_many};
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::schema::{CURRENT, JournalEntry, Kind, PackedEntry, PackedRow, Row, migrate};

/// How far reading has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Work done, in bytes.
    pub done: usize,
    /// All the work, in bytes.
    pub total: usize,
}

impl Progress {
    /// Whether reading is finished.
    pub fn is_finished(self) -> bool {
        self.done >= self.total
    }
}

/// Reads a file. Nothing outside it changes while it reads; dropping it stops the reading.
///
/// ```
/// use so_ocop::exchange::{ImportError, Limits, Reader};
/// let mut reader = Reader::new(b"{\"kind\": \"other\"}".to_vec(), Limits::default()).expect("a text");
/// assert_eq!(reader.step(65_536), Err(ImportError::NotOurs { kind: Some("other".to_owned()) }));
/// ```
#[derive(Debug)]
pub struct Reader {
    text: String,
    /// A byte order mark stood before the text: the file is not as it was written.
    has_mark: bool,
    outline: Outline,
    content: Option<ContentReader>,
    envelope: Envelope,
    scratch: String,
}

/// Where reading stands inside `content`.
#[derive(Debug)]
struct ContentReader {
    at: usize,
    end: usize,
    list: Option<(List, usize)>,
    is_first: bool,
    is_closed: bool,
    seen: Vec<String>,
}

/// A list of `content`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    Rows(Kind),
    Journal,
}

const JOURNAL: &str = "journal";

/// The outline costs about an eighth of the reading.
const OUTLINE_SHARE: usize = 8;

impl Reader {
    /// A reader of these bytes.
    pub fn new(bytes: Vec<u8>, limits: Limits) -> Result<Reader, ImportError> {
        limits.check(bytes.len() as u64)?;
        let mut text =
            String::from_utf8(bytes).map_err(|error| ImportError::NotUtf8 { at: error.utf8_error().valid_up_to() })?;
        // Editors of some systems put a byte order mark first.
        let has_mark = text.starts_with('\u{feff}');
        if has_mark {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let (outline, envelope) = (Outline::default(), Envelope::default());
        Ok(Reader { text, has_mark, outline, content: None, envelope, scratch: String::new() })
    }

    /// Reads on, about `bytes` bytes further (at least one record).
    ///
    /// A browser runs a call to its end as it was first compiled, several times slower than it has ready for the next one.
    /// So this is a call of its own, and so are the loops within.
    #[inline(never)]
    pub fn step(&mut self, bytes: usize) -> Result<Progress, ImportError> {
        if self.content.is_none() {
            self.refuse_other_json()?;
            if self.outline.step(&self.text, bytes.saturating_mul(OUTLINE_SHARE))? {
                self.content = Some(self.outer()?);
            }
        } else {
            let until = self.content.as_ref().map_or(0, |content| content.at).saturating_add(bytes.max(1));
            while self.content.as_ref().is_some_and(|content| content.at < until && !content.is_closed) {
                self.inner()?;
            }
        }
        let progress = self.progress();
        if progress.is_finished() {
            self.finish()?;
        }
        Ok(progress)
    }

    /// Reads to the end.
    pub fn read(mut self) -> Result<Envelope, ImportError> {
        while !self.step(usize::MAX / 16)?.is_finished() {}
        Ok(self.envelope)
    }

    /// The envelope, when reading is finished.
    pub fn envelope(self) -> Option<Envelope> {
        self.progress().is_finished().then_some(self.envelope)
    }

    fn progress(&self) -> Progress {
        let total = self.text.len() + self.text.len() / OUTLINE_SHARE + 1;
        let done = match &self.content {
            None => self.outline.at().min(self.text.len()) / OUTLINE_SHARE,
            Some(content) if content.is_closed => total,
            Some(content) => self.text.len() / OUTLINE_SHARE + content.at,
        };
        Progress { done, total }
    }

    /// A list or a text is JSON, but not ours.
    fn refuse_other_json(&self) -> Result<(), ImportError> {
        match next_byte(&self.text, 0) {
            Some((_, b'{')) => Ok(()),
            Some((at, _)) => {
                let (_, after) = value_at::<serde::de::IgnoredAny>(&self.text, at)?;
                Err(match next_byte(&self.text, after) {
                    None => ImportError::NotOurs { kind: None },
                    Some((more, _)) => not_json(&self.text, more),
                })
            }
            None => Err(not_json(&self.text, self.text.len())),
        }
    }

    /// Reads all fields but the content, and finds the content.
    fn outer(&mut self) -> Result<ContentReader, ImportError> {
        let fields = std::mem::take(&mut self.outline.fields);
        let place = Place::default();
        let kind = match self.field(&fields, "kind")? {
            Some(Value::String(kind)) => Some(kind),
            _ => None,
        };
        if kind.as_deref() != Some(KIND) {
            return Err(ImportError::NotOurs { kind });
        }
        let app_version = match self.field(&fields, "app_version")? {
            Some(Value::String(version)) => Some(version),
            _ => None,
        };
        let format = self.field(&fields, "format")?.and_then(|format| format.as_i64());
        let format = format.ok_or_else(|| Fault::new(&place.key("format"), "a whole number"))?;
        if format > i64::from(FORMAT) {
            return Err(ImportError::Newer { format, app_version });
        }
        if format < 1 {
            return Err(Fault::new(&place.key("format"), "1").into());
        }
        let mut content = None;
        let mut created = None;
        let mut unknown = crate::codec::Unknown::default();
        for (at, (key, range)) in fields.iter().enumerate() {
            let place = place.key(key);
            if fields[..at].iter().any(|(earlier, _)| earlier == key) {
                return Err(Fault::new(&place, "this field once").into());
            }
            if key == "content" {
                content = Some(range.clone());
                continue;
            }
            let value: Value = self.value(range)?;
            match key.as_str() {
                "app" | "kind" | "format" => (),
                "app_version" => self.envelope.app_version = String::read(value, &place)?,
                "created" => created = Some(Moment::read(value, &place)?),
                "decisions" => self.envelope.decisions = Vec::<DecisionPins>::read(value, &place)?,
                DIGEST => self.envelope.wholeness = self.wholeness(&value, range),
                WITHHELD => self.envelope.is_shortened = true,
                "results" => self.envelope.results = Vec::<Value>::read(value, &place)?,
                _ => drop(unknown.0.insert(key.clone(), value)),
            }
        }
        self.envelope.created = created.ok_or_else(|| Fault::new(&place.key("created"), "a moment"))?;
        self.envelope.carried = Carried { envelope: unknown, ..Carried::default() };
        let content = content.ok_or_else(|| Fault::new(&place.key("content"), "an object"))?;
        if self.text.as_bytes().get(content.start) != Some(&b'{') {
            return Err(Fault::new(&place.key("content"), "an object").into());
        }
        Ok(ContentReader {
            at: content.start + 1,
            end: content.end,
            list: None,
            is_first: true,
            is_closed: false,
            seen: Vec::new(),
        })
    }

    /// Whether the digest that fills `range` is the one of everything beside it.
    fn wholeness(&self, stated: &Value, range: &Range<usize>) -> Wholeness {
        let key = [",\"", DIGEST, "\":"].concat();
        let before = self.text.get(..range.start).and_then(|before| before.strip_suffix(key.as_str()));
        let computed = before.zip(self.text.get(range.end..)).map(|(before, after)| digest_of(before, after));
        let is_whole = !self.has_mark && computed.is_some() && stated.as_str() == computed.as_deref();
        if is_whole { Wholeness::AsWritten } else { Wholeness::Changed }
    }

    fn field(&self, fields: &[(String, Range<usize>)], key: &str) -> Result<Option<Value>, ImportError> {
        let field = fields.iter().find(|(found, _)| found == key);
        field.map(|(_, range)| self.value(range)).transpose()
    }

    /// The value that fills `range`.
    fn value(&self, range: &Range<usize>) -> Result<Value, ImportError> {
        let (value, after) = value_at(&self.text, range.start)?;
        if after == range.end { Ok(value) } else { Err(not_json(&self.text, after)) }
    }

    /// Reads one element of a list, or goes on to the next field of the content.
    #[inline(never)]
    fn inner(&mut self) -> Result<(), ImportError> {
        let Some(content) = &mut self.content else { return Ok(()) };
        let closing = if content.list.is_some() { b']' } else { b'}' };
        let (mut at, byte) = match next_byte(&self.text, content.at) {
            Some(next) => next,
            None => return Err(not_json(&self.text, self.text.len())),
        };
        if byte == closing {
            content.at = at + 1;
            content.is_first = false;
            if content.list.take().is_none() {
                content.is_closed = true;
                if content.at != content.end {
                    return Err(not_json(&self.text, content.at));
                }
            }
            return Ok(());
        }
        if !content.is_first {
            at = expect(&self.text, at, b',')?;
        }
        content.is_first = false;
        if let Some((list, index)) = content.list {
            let (value, after) = value_at::<Value>(&self.text, at)?;
            content.at = after;
            content.list = Some((list, index + 1));
            let place = || Place::default().key("content").key(list.key()).index(index);
            match list {
                List::Rows(kind) => self.envelope.rows.push(packed_row(value, kind, &place())?),
                List::Journal => {
                    let text = canonical_of_many(&value, &mut self.scratch);
                    let entry = JournalEntry::read(value, &Place::default()).map_err(|fault| fault.within(&place()))?;
                    self.envelope.journal.push(PackedEntry::with_text(&entry, text));
                }
            }
            return Ok(());
        }
        let (key, after) = value_at::<String>(&self.text, at)?;
        let colon = expect(&self.text, after, b':')?;
        let place = Place::default().key("content").key(&key);
        if content.seen.contains(&key) {
            return Err(Fault::new(&place, "this field once").into());
        }
        match List::of_key(&key) {
            Some(list) => {
                content.at = match next_byte(&self.text, colon) {
                    Some((at, b'[')) => at + 1,
                    _ => return Err(Fault::new(&place, "a list").into()),
                };
                content.list = Some((list, 0));
                content.is_first = true;
            }
            None => {
                let (value, after) = value_at::<Value>(&self.text, colon)?;
                content.at = after;
                self.envelope.carried.content.0.insert(key.clone(), value);
            }
        }
        content.seen.push(key);
        Ok(())
    }

    /// Puts everything in order; each identity must be there once.
    fn finish(&mut self) -> Result<(), ImportError> {
        let Envelope { rows, journal, .. } = &mut self.envelope;
        rows.sort_by(|a, b| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
        journal.sort_by_key(|entry| entry.id);
        let mut ids: Vec<&String> = rows.iter().map(|row| &row.id).collect();
        ids.sort_unstable();
        once(&ids)?;
        once(&journal.iter().map(|entry| entry.id).collect::<Vec<_>>())
    }
}

/// Refuses an identity that follows itself.
fn once<T: PartialEq + ToString>(ids: &[T]) -> Result<(), ImportError> {
    let twice = ids.windows(2).find(|pair| pair[0] == pair[1]);
    twice.map_or(Ok(()), |pair| Err(ImportError::Duplicate { id: pair[0].to_string() }))
}

/// Checks one row of list `kind`, body and all, and packs it at the current schema version.
pub(super) fn packed_row(value: Value, kind: Kind, place: &Place) -> Result<PackedRow, ImportError> {
    let schema = value.get("schema").and_then(Value::as_i64).unwrap_or(0);
    if schema > i64::from(CURRENT) {
        return Err(ImportError::RowNewer { place: place.clone(), schema });
    }
    let text = canonical(&value);
    let row = Row::read(value, place)?;
    if row.kind != kind {
        return Err(Fault::new(&place.key("kind"), kind.word()).into());
    }
    if Id::<()>::parse(&row.id).is_none_or(|id| id.to_string() != row.id) {
        return Err(Fault::new(&place.key("id"), "an identifier (UUID in lower case)").into());
    }
    let is_old = row.schema < CURRENT;
    let row =
        migrate(row).map_err(|newer| ImportError::RowNewer { place: place.clone(), schema: newer.version.into() })?;
    let mut packed = if is_old { PackedRow::of(&row) } else { PackedRow::with_text(&row, text) };
    packed.text.shrink_to_fit();
    if row.is_tombstone() {
        return Ok(packed);
    }
    let group = group_of(kind, row.body, &place.key("body"))?.unwrap_or(row.id);
    if group != row.scope {
        return Err(Fault::new(&place.key("scope"), "the id of the session, product or producer it belongs to").into());
    }
    Ok(packed)
}

impl List {
    fn key(self) -> &'static str {
        match self {
            List::Rows(kind) => LISTS.iter().find(|(of, _)| *of == kind).map_or("", |(_, key)| key),
            List::Journal => JOURNAL,
        }
    }

    fn of_key(key: &str) -> Option<List> {
        let rows = || LISTS.iter().find(|(_, of)| *of == key).map(|(kind, _)| List::Rows(*kind));
        if key == JOURNAL { Some(List::Journal) } else { rows() }
    }
}
