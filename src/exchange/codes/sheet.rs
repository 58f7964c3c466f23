//! A sealed sheet in few bytes: whoever reads it has the session and its criteria sets at hand.

use crate::codec::{BitReader, BitWriter, of_base64, to_base64};
use crate::domain::criteria::{Leaf, Scheme, SetPin};
use crate::domain::id::Id;
use crate::domain::merge::{Digest, NONCE, SealedSheet};
use crate::domain::moment::Moment;
use crate::domain::session::{Session, SessionId};
use crate::domain::worksheet::{Answer, DOSSIER, Reopening};

/// Why the bytes of a sheet code are no sheet here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetCodeFault {
    /// The session is not on this device.
    OtherSession,
    /// The session has no such member or product.
    NotInSession,
    /// It was scored with another content of the criteria set, or the set is not at hand.
    OtherSet,
    /// The bytes are not a sheet.
    Damaged,
}

/// Bytes of a member's or product's id in a code; within one session they tell all apart.
const TAIL: usize = 8;
/// Bytes of the set's hash in a code.
const SET: usize = 4;
const KEY: usize = 65;
const SIGNATURE: usize = 64;
/// The place of the rule above the table among the criteria of findings.
const ABOVE: u64 = 0;

const SIGNED: u32 = 1;
const REOPENED: u32 = 2;
const TEXTS: u32 = 4;
const OPENS: u32 = 8;

/// The bytes of `sheet`; `None`: it has something that its set does not offer, or fields that no code holds, and has to go as
/// a file.
pub fn pack_sheet(sheet: &SealedSheet, pin: &SetPin, scheme: &Scheme) -> Option<Vec<u8>> {
    let known = |number: &String| scheme.leaf_at(number).is_some();
    let is_plain = sheet.unknown.0.is_empty() && sheet.reopenings.iter().all(|one| one.unknown.0.is_empty());
    if !is_plain || !sheet.answers.keys().chain(sheet.notes.keys()).all(known) {
        return None;
    }
    let has_texts = !(sheet.notes.is_empty() && sheet.findings.is_empty() && sheet.opinion.is_empty());
    let flag = |is: bool, flag: u32| if is { flag } else { 0 };
    let mut out = BitWriter::default();
    let signed = sheet.signature.is_some();
    let nonce = sheet.nonce.as_deref().map(of_base64);
    let flags =
        [(signed, SIGNED), (!sheet.reopenings.is_empty(), REOPENED), (has_texts, TEXTS), (nonce.is_some(), OPENS)];
    out.bits(flags.into_iter().map(|(is, of)| flag(is, of)).sum(), 8);
    out.raw(&sheet.session.bytes());
    out.raw(&sheet.member.bytes()[16 - TAIL..]);
    out.raw(&sheet.product.bytes()[16 - TAIL..]);
    out.raw(&hash_bytes(pin)?);
    out.count(sheet.round.into());
    moment(&mut out, sheet.locked_at);
    for leaf in &scheme.leaves {
        let place = match sheet.answers.get(&leaf.number) {
            None => 0,
            Some(Answer::NoneMet) if leaf.offers_none_met() => leaf.offers.len() + 1,
            Some(answer) => 1 + leaf.offers.iter().position(|offer| Answer::of(offer) == *answer)?,
        };
        out.bits(place as u32, width(leaf));
    }
    if has_texts {
        texts(&mut out, sheet.notes.iter(), scheme)?;
        texts(&mut out, sheet.findings.iter(), scheme)?;
        out.text(&sheet.opinion);
    }
    if !sheet.reopenings.is_empty() {
        out.count(sheet.reopenings.len() as u64);
        for reopening in &sheet.reopenings {
            moment(&mut out, reopening.at);
            out.text(&reopening.reason);
            out.raw(&[u8::from(reopening.digest.is_some())]);
            out.raw(reopening.digest.as_ref().map_or(&[], |digest| &digest.0[..]));
        }
    }
    if let Some(signature) = &sheet.signature {
        let (key, signature) = (of_base64(sheet.key.as_deref()?)?, of_base64(signature)?);
        if (key.len(), signature.len()) != (KEY, SIGNATURE) {
            return None;
        }
        out.raw(&key);
        out.raw(&signature);
    }
    if let Some(nonce) = nonce {
        out.raw(&nonce.filter(|nonce| nonce.len() == NONCE)?);
    }
    Some(out.finish())
}

/// The session that a sheet's bytes belong to.
pub fn session_of_sheet(bytes: &[u8]) -> Option<SessionId> {
    let mut read = BitReader::new(bytes);
    read.bits(8)?;
    read.array().map(Id::of_bytes)
}

/// The sheet in these bytes, which belongs to session `id`; `sets` finds schemes.
pub fn unpack_sheet<'a>(
    bytes: &[u8],
    id: SessionId,
    session: &Session,
    sets: &dyn Fn(&SetPin) -> Option<&'a Scheme>,
) -> Result<SealedSheet, SheetCodeFault> {
    let damaged = SheetCodeFault::Damaged;
    if session_of_sheet(bytes).ok_or(damaged.clone())? != id {
        return Err(SheetCodeFault::OtherSession);
    }
    let mut read = BitReader::new(bytes);
    let head = || -> Option<_> {
        let flags = read.bits(8).filter(|flags| flags & !(SIGNED | REOPENED | TEXTS | OPENS) == 0)?;
        read.raw(16)?;
        Some((flags, read.array::<TAIL>()?, read.array::<TAIL>()?, read.array::<SET>()?))
    };
    let (flags, member, product, set) = { head }().ok_or(damaged.clone())?;
    let ends = |bytes: [u8; 16], tail: [u8; TAIL]| bytes.ends_with(&tail);
    let member = session.members.iter().find(|own| ends(own.id.bytes(), member)).map(|own| own.id);
    let product = session.products.iter().find(|own| ends(own.id.bytes(), product));
    let (Some(member), Some(product)) = (member, product) else { return Err(SheetCodeFault::NotInSession) };
    if hash_bytes(&product.set) != Some(set) {
        return Err(SheetCodeFault::OtherSet);
    }
    let scheme = sets(&product.set).ok_or(SheetCodeFault::OtherSet)?;
    let sheet = body(&mut read, flags, scheme).ok_or(damaged.clone())?;
    if !read.is_at_end() {
        return Err(damaged);
    }
    Ok(SealedSheet { session: id, member, product: product.id, ..sheet })
}

/// What follows the head; the ids are put in by the caller.
fn body(read: &mut BitReader<'_>, flags: u32, scheme: &Scheme) -> Option<SealedSheet> {
    let mut sheet = SealedSheet {
        session: Id::least(),
        member: Id::least(),
        product: Id::least(),
        round: u16::try_from(read.count()?).ok()?,
        locked_at: read_moment(read)?,
        answers: Default::default(),
        notes: Default::default(),
        findings: Default::default(),
        opinion: String::new(),
        reopenings: Vec::new(),
        key: None,
        signature: None,
        nonce: None,
        unknown: Default::default(),
    };
    for leaf in &scheme.leaves {
        let place = read.bits(width(leaf))? as usize;
        let answer = match place {
            0 => continue,
            place if place <= leaf.offers.len() => Answer::of(&leaf.offers[place - 1]),
            place if place == leaf.offers.len() + 1 && leaf.offers_none_met() => Answer::NoneMet,
            _ => return None,
        };
        sheet.answers.insert(leaf.number.clone(), answer);
    }
    if flags & TEXTS != 0 {
        sheet.notes = read_texts(read, scheme)?;
        sheet.findings = read_texts(read, scheme)?;
        sheet.opinion = read.text()?;
        if sheet.notes.is_empty() && sheet.findings.is_empty() && sheet.opinion.is_empty() {
            return None;
        }
    }
    if flags & REOPENED != 0 {
        for _ in 0..read.count().filter(|count| *count > 0)? {
            let (at, reason) = (read_moment(read)?, read.text()?);
            let digest = match read.array::<1>()? {
                [0] => None,
                [1] => Some(Digest(read.array()?)),
                _ => return None,
            };
            sheet.reopenings.push(Reopening { at, reason, digest, unknown: Default::default() });
        }
    }
    if flags & SIGNED != 0 {
        sheet.key = Some(to_base64(read.raw(KEY)?));
        sheet.signature = Some(to_base64(read.raw(SIGNATURE)?));
    }
    if flags & OPENS != 0 {
        sheet.nonce = Some(to_base64(read.raw(NONCE)?));
    }
    Some(sheet)
}

/// Bits that tell the options of a leaf apart, "none met" and no answer among them.
fn width(leaf: &Leaf) -> u32 {
    let places = leaf.offers.len() + usize::from(leaf.offers_none_met()) + 1;
    usize::BITS - (places - 1).leading_zeros()
}

/// The first bytes of a set's hash.
fn hash_bytes(pin: &SetPin) -> Option<[u8; SET]> {
    let digest = Digest::parse(pin.hash.strip_prefix("sha256:")?)?;
    digest.0[..SET].try_into().ok()
}

/// Milliseconds since 1970 in six bytes: until the year 10889.
fn moment(out: &mut BitWriter, moment: Moment) {
    out.raw(&moment.0.clamp(0, (1 << 48) - 1).to_be_bytes()[2..]);
}

fn read_moment(read: &mut BitReader<'_>) -> Option<Moment> {
    let mut bytes = [0; 8];
    bytes[2..].copy_from_slice(read.raw(6)?);
    Some(Moment(i64::from_be_bytes(bytes)))
}

fn texts<'a>(
    out: &mut BitWriter,
    texts: impl ExactSizeIterator<Item = (&'a String, &'a String)>,
    scheme: &Scheme,
) -> Option<()> {
    out.count(texts.len() as u64);
    for (number, text) in texts {
        let place = if number == DOSSIER { ABOVE } else { scheme.leaf_at(number)? as u64 + 1 };
        out.count(place);
        out.text(text);
    }
    Some(())
}

fn read_texts(read: &mut BitReader<'_>, scheme: &Scheme) -> Option<std::collections::BTreeMap<String, String>> {
    let mut texts = std::collections::BTreeMap::new();
    for _ in 0..read.count()? {
        let place = read.count()?;
        let number = match place {
            ABOVE => DOSSIER.to_owned(),
            place => scheme.leaves.get(usize::try_from(place).ok()? - 1)?.number.clone(),
        };
        if texts.insert(number, read.text()?).is_some() {
            return None;
        }
    }
    Some(texts)
}
