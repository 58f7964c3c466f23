//! The markup of a word processor's part, element by element.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::exchange::sheets::NotOpened;

/// How deep elements may stand in one another.
const DEEPEST: usize = 300;

/// What the markup says next.
pub enum Said<'a> {
    /// An element begins.
    Open(&'a Tag<'a>),
    /// The element that began last ends. Its name; empty where it is of another vocabulary.
    Close(&'a str),
    /// A text.
    Text(&'a str),
}

/// An element as it begins.
pub struct Tag<'a> {
    /// Its name without prefix.
    pub name: &'a str,
    /// Whether it is of the vocabulary of the root.
    pub is_own: bool,
    start: &'a BytesStart<'a>,
}

impl Tag<'_> {
    /// An attribute by its name without prefix.
    pub fn get(&self, name: &str) -> Option<String> {
        // What stands twice is found the first time; looking for it would cost the square of their number.
        let mut all = self.start.attributes();
        all.with_checks(false);
        let own = all.flatten().find(|own| own.key.local_name().as_ref() == name)?;
        own.normalized_value(XmlVersion::default()).ok().map(Cow::into_owned)
    }

    /// `w:val`.
    pub fn val(&self) -> Option<String> {
        self.get("val")
    }

    /// A property that is true unless it says otherwise.
    pub fn is_on(&self) -> bool {
        !matches!(self.val().as_deref(), Some("0" | "false" | "off"))
    }
}

/// Tells everything in a part. Names are of the root's vocabulary, whatever its prefix. No entity is ever expanded but the
/// five that every document has.
pub fn walk(part: &[u8], hear: &mut dyn FnMut(Said<'_>) -> Result<(), NotOpened>) -> Result<(), NotOpened> {
    let mut reader = Reader::from_reader(part);
    // The names of the open elements, for what ends; the root says what is its own vocabulary.
    let mut open: Vec<String> = Vec::new();
    let mut own: Option<Option<String>> = None;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| NotOpened::Broken)? {
            Event::Start(start) => {
                let name = told(&start, &mut own, hear)?;
                open.push(name);
                if open.len() > DEEPEST {
                    return Err(NotOpened::Broken);
                }
            }
            Event::Empty(start) => {
                let name = told(&start, &mut own, hear)?;
                hear(Said::Close(&name))?;
            }
            Event::End(_) => hear(Said::Close(&open.pop().ok_or(NotOpened::Broken)?))?,
            Event::Text(text) => hear(Said::Text(&text.xml10_content()))?,
            Event::CData(text) => hear(Said::Text(&text.xml10_content()))?,
            Event::GeneralRef(reference) => {
                let named = match &*reference {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => reference.resolve_char_ref().map_err(|_| NotOpened::Broken)?,
                };
                let mut letter = [0; 4];
                named.map_or(Ok(()), |named| hear(Said::Text(named.encode_utf8(&mut letter))))?;
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    if own.is_some() && open.is_empty() { Ok(()) } else { Err(NotOpened::Broken) }
}

fn told(
    start: &BytesStart<'_>,
    own: &mut Option<Option<String>>,
    hear: &mut dyn FnMut(Said<'_>) -> Result<(), NotOpened>,
) -> Result<String, NotOpened> {
    let name = start.name();
    let prefix = name.prefix().map(|prefix| prefix.as_ref().to_owned());
    let is_own = *own.get_or_insert_with(|| prefix.clone()) == prefix;
    let local = name.local_name();
    hear(Said::Open(&Tag { name: local.as_ref(), is_own, start }))?;
    Ok(if is_own { local.as_ref().to_owned() } else { String::new() })
}
