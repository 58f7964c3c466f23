//! A set of sealed sheets with the choices between them.

use std::collections::{BTreeMap, BTreeSet};

use super::commitment::{Commitment, Opening};
use super::sealed::{Digest, SealedSheet};
use crate::codec::{Field, Value, canonical, json};
use crate::domain::moment::Moment;
use crate::domain::session::{MemberId, ProductId, SessionId};

/// Which sheet: the session, what is scored, who scores, in which round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SlotKey {
    /// The session.
    pub session: SessionId,
    /// What is scored.
    pub product: ProductId,
    /// Who scores.
    pub member: MemberId,
    /// The round, from 1.
    pub round: u16,
}

impl SlotKey {
    /// The slot of this sheet.
    pub fn of(sheet: &SealedSheet) -> SlotKey {
        SlotKey { session: sheet.session, product: sheet.product, member: sheet.member, round: sheet.round }
    }
}

/// A person chose one of several versions of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// When.
    pub at: Moment,
    /// Who.
    pub who: String,
    /// The version that counts.
    pub chosen: Digest,
    /// The versions it was chosen over.
    pub over: BTreeSet<Digest>,
    /// Why; never empty.
    pub reason: String,
}

/// What stands in a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// No sheet was received.
    Nothing,
    /// One sheet stands.
    One(Digest),
    /// A person chose the first of these.
    Chosen(Digest, Vec<Digest>),
    /// Several versions stand side by side; none counts until a person chooses.
    Several(Vec<Digest>),
}

impl Standing {
    /// The version that counts.
    pub fn counts(&self) -> Option<Digest> {
        match self {
            Standing::One(digest) | Standing::Chosen(digest, _) => Some(*digest),
            Standing::Nothing | Standing::Several(_) => None,
        }
    }
}

/// Sealed sheets by digest, choices between them, what a second person checked, and what members committed to.
///
/// Joining is set union: commutative, associative and idempotent. Of two copies of one sheet that differ in key and
/// signature alone the greater one (key, then signature, absent first) is kept, which is the same whatever the order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetBook {
    sheets: BTreeMap<Digest, SealedSheet>,
    choices: BTreeSet<Choice>,
    /// Sheets that were typed from paper.
    typed: BTreeSet<Digest>,
    /// Sheets that came as data, or that a second person compared with the paper.
    vouched: BTreeSet<Digest>,
    /// What was committed to in each slot; absent: a paper sheet in a closed envelope.
    commitments: BTreeMap<SlotKey, BTreeSet<Option<Digest>>>,
}

impl SheetBook {
    /// Takes a sheet in; answers its digest.
    pub fn add(&mut self, sheet: SealedSheet) -> Digest {
        let digest = sheet.digest();
        self.put(digest, sheet);
        digest
    }

    /// Puts a sheet whose digest is at hand.
    fn put(&mut self, digest: Digest, sheet: SealedSheet) {
        match self.sheets.get(&digest) {
            Some(kept) if kept.seal() >= sheet.seal() => (),
            _ => drop(self.sheets.insert(digest, sheet)),
        }
    }

    /// Takes a choice in.
    pub fn choose(&mut self, choice: Choice) {
        self.choices.insert(choice);
    }

    /// Takes everything of `other` in.
    pub fn join(&mut self, other: &SheetBook) {
        for (digest, sheet) in &other.sheets {
            self.put(*digest, sheet.clone());
        }
        self.choices.extend(other.choices.iter().cloned());
        self.typed.extend(&other.typed);
        self.vouched.extend(&other.vouched);
        for (slot, own) in &other.commitments {
            self.commitments.entry(*slot).or_default().extend(own);
        }
    }

    /// A sheet was typed from paper: it counts once somebody else vouches for it.
    pub fn note_typed(&mut self, digest: Digest) {
        self.typed.insert(digest);
    }

    /// A sheet came as data, or a second person compared it with the paper.
    pub fn vouch(&mut self, digest: Digest) {
        self.vouched.insert(digest);
    }

    /// Whether a sheet was typed from paper and nobody else has vouched for it: it does not count.
    pub fn awaits_check(&self, digest: Digest) -> bool {
        self.typed.contains(&digest) && !self.vouched.contains(&digest)
    }

    /// A member committed to a sheet before it was shown; `None`: a paper sheet was put into a closed envelope.
    pub fn commit(&mut self, slot: SlotKey, to: Option<Digest>) {
        self.commitments.entry(slot).or_default().insert(to);
    }

    /// Whether something was committed to in this slot.
    pub fn has_committed(&self, slot: SlotKey) -> bool {
        self.commitments.contains_key(&slot)
    }

    /// What was committed to in this slot; `None`: a closed envelope.
    pub fn commitments(&self, slot: SlotKey) -> impl Iterator<Item = Option<Digest>> {
        self.commitments.get(&slot).into_iter().flatten().copied()
    }

    /// Whether a sheet is one that was committed to in its slot.
    pub fn opening(&self, sheet: &SealedSheet, is_paper: bool) -> Opening {
        let Some(made) = self.commitments.get(&SlotKey::of(sheet)) else { return Opening::Missing };
        let is_one = match Commitment::of(sheet) {
            _ if is_paper => made.contains(&None),
            Some(own) => made.contains(&Some(own.commitment)),
            None => false,
        };
        if is_one { Opening::Fits } else { Opening::Other }
    }

    /// Takes a sheet out again, where it came in by mistake.
    pub fn remove(&mut self, digest: Digest) {
        self.sheets.remove(&digest);
    }

    /// The sheet with this digest.
    pub fn get(&self, digest: Digest) -> Option<&SealedSheet> {
        self.sheets.get(&digest)
    }

    /// All sheets with their digests, in the order of the digests.
    pub fn sheets(&self) -> impl Iterator<Item = (Digest, &SealedSheet)> {
        self.sheets.iter().map(|(digest, sheet)| (*digest, sheet))
    }

    /// All choices, in the order of time.
    pub fn choices(&self) -> impl Iterator<Item = &Choice> {
        self.choices.iter()
    }

    /// Every slot with what stands in it.
    pub fn slots(&self) -> BTreeMap<SlotKey, Standing> {
        let mut versions: BTreeMap<SlotKey, Vec<Digest>> = BTreeMap::new();
        for (digest, sheet) in &self.sheets {
            versions.entry(SlotKey::of(sheet)).or_default().push(*digest);
        }
        let of_slot = |(slot, versions): (SlotKey, Vec<Digest>)| Some((slot, self.of_versions(&versions)?));
        versions.into_iter().filter_map(of_slot).collect()
    }

    /// The rounds of one member's sheet for one product, with what stands in each.
    pub fn rounds(&self, session: SessionId, product: ProductId, member: MemberId) -> Vec<(u16, Standing)> {
        let of = |sheet: &SealedSheet| (sheet.session, sheet.product, sheet.member) == (session, product, member);
        let mut versions: BTreeMap<u16, Vec<Digest>> = BTreeMap::new();
        for (digest, sheet) in self.sheets.iter().filter(|(_, sheet)| of(sheet)) {
            versions.entry(sheet.round).or_default().push(*digest);
        }
        let of_round = |(round, versions): (u16, Vec<Digest>)| Some((round, self.of_versions(&versions)?));
        versions.into_iter().filter_map(of_round).collect()
    }

    /// What stands in a slot.
    pub fn standing(&self, slot: SlotKey) -> Standing {
        let of_slot = self.sheets.iter().filter(|(_, sheet)| SlotKey::of(sheet) == slot);
        let versions: Vec<Digest> = of_slot.map(|(digest, _)| *digest).collect();
        self.of_versions(&versions).unwrap_or(Standing::Nothing)
    }

    /// Versions that no other version of the slot replaces; `None`: none of them counts yet. A circle of replacements cannot be made without breaking
    /// SHA-256; should nothing be left all the same, all stand.
    fn of_versions(&self, versions: &[Digest]) -> Option<Standing> {
        let versions: Vec<Digest> = versions.iter().copied().filter(|digest| !self.awaits_check(*digest)).collect();
        let replaced: BTreeSet<Digest> =
            versions.iter().filter_map(|digest| self.sheets.get(digest)).flat_map(SealedSheet::replaces).collect();
        let mut heads: Vec<Digest> = versions.iter().copied().filter(|digest| !replaced.contains(digest)).collect();
        if heads.is_empty() {
            heads = versions;
        }
        match heads[..] {
            [] => return None,
            [only] => return Some(Standing::One(only)),
            _ => (),
        }
        // A choice holds as long as it knew every version that stands; the latest one counts.
        let covers = |choice: &&Choice| {
            heads.contains(&choice.chosen)
                && heads.iter().all(|head| *head == choice.chosen || choice.over.contains(head))
        };
        Some(match self.choices.iter().rev().find(covers) {
            Some(choice) => {
                let others = heads.into_iter().filter(|head| *head != choice.chosen).collect();
                Standing::Chosen(choice.chosen, others)
            }
            None => Standing::Several(heads),
        })
    }

    /// The canonical text of the whole book: the same bytes on every device that has seen the same sheets and choices.
    pub fn text(&self) -> String {
        let sheets: Vec<Value> = self.sheets.values().filter_map(Field::write).collect();
        let choices = self.choices.iter().map(|choice| {
            let over: Vec<String> = choice.over.iter().map(Digest::to_string).collect();
            json!({
                "at": choice.at.to_string(), "who": choice.who, "chosen": choice.chosen.to_string(), "over": over,
                "reason": choice.reason,
            })
        });
        let unchecked = self.sheets.keys().filter(|digest| self.awaits_check(**digest)).map(Digest::to_string);
        let unchecked: Vec<String> = unchecked.collect();
        canonical(&json!({"choices": choices.collect::<Vec<Value>>(), "sheets": sheets, "unchecked": unchecked}))
    }
}
