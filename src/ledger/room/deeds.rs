//! The acts of chair and secretary on a session's procedure.

use std::collections::BTreeSet;

use super::book::{Room, choice_words};
use crate::codec::{Field, Value, json};
use crate::domain::council::quorum;
use crate::domain::cycle::DocumentRef;
use crate::domain::date::Date;
use crate::domain::merge::{Choice, Digest, SealedSheet, SlotKey, Standing};
use crate::domain::procedure::{
    Adviser, DeviceId, LogDeed, Procedure, Recusal, Reveal, ScoringRound, Sitting, SittingForm, TakenBack,
};
use crate::domain::session::{MemberId, ProductId, Session, SessionId};
use crate::ledger::{Act, Change, Ledger, SheetKey};

/// One act on a session's procedure.
#[derive(Clone, Debug, PartialEq)]
pub enum RoomDeed {
    /// Enters the council's decision, its date, the term and the advisory team.
    Council {
        /// Number and symbol.
        decision: String,
        /// Its date.
        decided_on: Option<Date>,
        /// The term.
        term: String,
        /// The rules of operation.
        bylaws: Option<DocumentRef>,
        /// A meeting or written opinions.
        form: SittingForm,
        /// The advisory team.
        advisers: Vec<Adviser>,
    },
    /// Marks a member present or absent, also while the council sits: people come late and leave early.
    Attend(MemberId, bool),
    /// Opens a sitting. A reason is asked below the quorum, and when the session was closed before.
    Open(Option<String>),
    /// Closes the sitting.
    Close,
    /// Recuses a member from a product, with the reason.
    Recuse(MemberId, ProductId, String),
    /// Takes a recusal back, with the reason.
    TakeBackRecusal(MemberId, ProductId, String),
    /// Opens the next round of scoring of a product for these members (none named: everybody), with the reason.
    Round(ProductId, Vec<MemberId>, String),
    /// Lays the sheets of a product (none named: of all) open before all are locked, with the reason.
    Reveal(Option<ProductId>, String),
    /// Of several versions of a sheet chooses the one that counts, with the reason.
    Choose(SlotKey, Digest, String),
    /// Pairs a member with a device: the key (P-256, 65 bytes, base64) is the device's for this session.
    Pair(MemberId, DeviceId, String),
    /// Writes down that a pack with this fingerprint was handed out.
    Pack(String),
    /// Decides whether members commit to their sheets before any is shown. Only before the first sheet came.
    Sealing(bool),
    /// Takes in a member's commitment; `None`: the member's paper sheet was put into a closed envelope.
    Commit(SlotKey, Option<Digest>),
    /// Writes down that the state of a member's device, with this fingerprint, was taken into keeping.
    Keep(MemberId, String),
}

/// Why an act was not done. Nothing changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoomRefusal {
    /// There is no such session, member, product or version.
    NotThere,
    /// A reason is asked for.
    ReasonMissing,
    /// Fewer members than the quorum are present, or the chair is not: the chair may open all the same, with a reason.
    NoQuorum,
    /// The session was closed: opening it again asks for a reason.
    WasClosed,
    /// It is that way already.
    Already,
    /// No sitting is open.
    NotOpen,
    /// The person does not score in this council.
    DoesNotScore,
    /// Sheets have come: how they come cannot be changed any more.
    HasSheets,
    /// Sheets of the product are laid open: nobody commits any more.
    TooLate,
}

impl Room {
    /// Does `deed` on session `id`, writes it into the log of `device`, and answers what must be written together.
    pub fn perform(
        &mut self,
        ledger: &mut Ledger,
        id: SessionId,
        deed: RoomDeed,
        device: DeviceId,
        act: &mut Act<'_>,
    ) -> Result<Change, RoomRefusal> {
        let mut session = ledger.session(id).ok_or(RoomRefusal::NotThere)?.clone();
        if let RoomDeed::Choose(slot, chosen, reason) = deed {
            return self.choose(ledger, slot, chosen, reason, device, act);
        }
        if let RoomDeed::Pair(member, _, key) = &deed
            && self.keys(id, *member).contains(key)
        {
            return Err(RoomRefusal::Already);
        }
        match &deed {
            RoomDeed::Sealing(_) if self.book(id).sheets().next().is_some() => return Err(RoomRefusal::HasSheets),
            RoomDeed::Commit(slot, to) => self.may_commit(*slot, *to)?,
            _ => (),
        }
        let done = apply(&mut session, deed, act)?;
        let mut change = ledger.save_session(id, session, act);
        let mut entry = Room::entry(id, device, done.deed, act);
        (entry.subject, entry.old, entry.new, entry.reason) = (done.subject, done.old, done.new, done.reason);
        // The log tells what was done; the journal need not hold the whole session twice beside it.
        for journal in &mut change.entries {
            (journal.field, journal.reason) = (Some(done.deed.word().to_owned()), entry.reason.clone());
            (journal.old, journal.new) = (entry.old.clone(), entry.new.clone());
        }
        self.append(entry, act, &mut change);
        Ok(change)
    }

    /// Once sheets of the product and round are here, a new commitment would be made with knowledge of them.
    fn may_commit(&self, slot: SlotKey, to: Option<Digest>) -> Result<(), RoomRefusal> {
        let book = self.book(slot.session);
        if book.commitments(slot).any(|own| own == to) {
            return Err(RoomRefusal::Already);
        }
        let is_open = |(_, own): (Digest, &SealedSheet)| SlotKey { member: slot.member, ..SlotKey::of(own) } == slot;
        if book.sheets().any(is_open) { Err(RoomRefusal::TooLate) } else { Ok(()) }
    }

    fn choose(
        &mut self,
        ledger: &mut Ledger,
        slot: SlotKey,
        chosen: Digest,
        reason: String,
        device: DeviceId,
        act: &mut Act<'_>,
    ) -> Result<Change, RoomRefusal> {
        let heads = match self.book(slot.session).standing(slot) {
            Standing::Several(heads) => heads,
            Standing::Chosen(one, others) => std::iter::once(one).chain(others).collect(),
            Standing::One(_) | Standing::Nothing => return Err(RoomRefusal::NotThere),
        };
        if !heads.contains(&chosen) {
            return Err(RoomRefusal::NotThere);
        }
        let reason = given(&reason)?;
        let over: BTreeSet<Digest> = heads.into_iter().filter(|head| *head != chosen).collect();
        let choice = Choice { at: act.now, who: act.who.clone(), chosen, over, reason: reason.clone() };
        let mut change = Change::default();
        let mut entry = Room::entry(slot.session, device, LogDeed::Choose, act);
        entry.subject =
            json!({"member": slot.member.to_string(), "product": slot.product.to_string(), "round": slot.round});
        (entry.old, entry.new) = choice_words(&choice);
        entry.reason = Some(reason);
        self.append(entry, act, &mut change);
        let key = SheetKey { session: slot.session, member: slot.member, product: slot.product };
        self.settle(ledger, [key], act, &mut change);
        Ok(change)
    }
}

/// What is written down of an act.
struct Done {
    deed: LogDeed,
    subject: Value,
    old: Value,
    new: Value,
    reason: Option<String>,
}

fn apply(session: &mut Session, deed: RoomDeed, act: &Act<'_>) -> Result<Done, RoomRefusal> {
    let has_product = |session: &Session, product| session.product(product).is_some();
    let done = |deed, subject, old, new, reason| Ok(Done { deed, subject, old, new, reason });
    let pair =
        |member: MemberId, product: ProductId| json!({"member": member.to_string(), "product": product.to_string()});
    match deed {
        RoomDeed::Council { decision, decided_on, term, bylaws, form, advisers } => {
            let old = session.procedure.take();
            let mut new = old.clone().unwrap_or_default();
            (new.decision, new.decided_on, new.term) = (decision.trim().to_owned(), decided_on, term.trim().to_owned());
            (new.bylaws, new.form, new.advisers) = (bylaws, Some(form), advisers);
            let words = |procedure: &Procedure| {
                json!({
                    "decision": procedure.decision, "decided_on": procedure.decided_on.map(|date| date.to_string()),
                    "term": procedure.term, "form": procedure.form.map(SittingForm::word),
                    "advisers": procedure.advisers.write(), "bylaws": procedure.bylaws.write(),
                })
            };
            let (old_words, new_words) = (old.as_ref().map(words).unwrap_or_default(), words(&new));
            // Where nothing was entered there is nothing to keep: a meeting is what a session is anyway.
            let says_nothing = new == Procedure { form: Some(SittingForm::Meeting), ..Procedure::new() };
            let is_same = old.as_ref() == Some(&new) || (old.is_none() && says_nothing);
            session.procedure = Some(new);
            if is_same {
                Err(RoomRefusal::Already)
            } else {
                done(LogDeed::Council, Value::Null, old_words, new_words, None)
            }
        }
        RoomDeed::Attend(member, is_present) => {
            let found = session.members.iter_mut().find(|own| own.id == member).ok_or(RoomRefusal::NotThere)?;
            let was = found.absent != Some(true);
            if was == is_present {
                return Err(RoomRefusal::Already);
            }
            found.absent = (!is_present).then_some(true);
            let word = |present| Value::from(if present { "present" } else { "absent" });
            done(LogDeed::Attendance, member.to_string().into(), word(was), word(is_present), None)
        }
        RoomDeed::Open(reason) => {
            if session.sitting().is_some() {
                return Err(RoomRefusal::Already);
            }
            let found = quorum(session);
            let reason = reason.map(|reason| reason.trim().to_owned()).filter(|reason| !reason.is_empty());
            let was_closed = session.procedure.as_ref().is_some_and(|procedure| !procedure.sittings.is_empty());
            let needs_presence = session.form() == SittingForm::Meeting;
            if reason.is_none() && needs_presence && !found.is_met() {
                return Err(RoomRefusal::NoQuorum);
            }
            if reason.is_none() && was_closed {
                return Err(RoomRefusal::WasClosed);
            }
            let sitting = Sitting {
                at: act.now,
                present: session.scorers().map(|member| member.id).collect(),
                needed: u16::try_from(found.needed).unwrap_or(u16::MAX),
                reason: reason.clone(),
                closed: None,
                unknown: Default::default(),
            };
            let new = sitting.write().unwrap_or_default();
            procedure(session).sittings.push(sitting);
            done(LogDeed::Open, Value::Null, Value::Null, new, reason)
        }
        RoomDeed::Close => {
            let last = procedure(session).sittings.last_mut().filter(|sitting| sitting.closed.is_none());
            last.ok_or(RoomRefusal::NotOpen)?.closed = Some(act.now);
            done(LogDeed::Close, Value::Null, Value::Null, act.now.to_string().into(), None)
        }
        RoomDeed::Recuse(member, product, reason) => {
            let found = session.member(member).filter(|_| has_product(session, product));
            if !found.ok_or(RoomRefusal::NotThere)?.role.scores() {
                return Err(RoomRefusal::DoesNotScore);
            }
            if session.recusal(member, product).is_some() {
                return Err(RoomRefusal::Already);
            }
            let reason = given(&reason)?;
            let recusal = Recusal {
                member,
                product,
                reason: reason.clone(),
                at: act.now,
                taken_back: None,
                unknown: Default::default(),
            };
            procedure(session).recusals.push(recusal);
            done(LogDeed::Recuse, pair(member, product), Value::Null, true.into(), Some(reason))
        }
        RoomDeed::TakeBackRecusal(member, product, reason) => {
            let reason = given(&reason)?;
            let mut recusals = procedure(session).recusals.iter_mut();
            let stands = |recusal: &&mut Recusal| {
                (recusal.member, recusal.product) == (member, product) && recusal.taken_back.is_none()
            };
            let recusal = recusals.find(stands).ok_or(RoomRefusal::NotThere)?;
            recusal.taken_back = Some(TakenBack { at: act.now, reason: reason.clone(), unknown: Default::default() });
            done(LogDeed::TakeBackRecusal, pair(member, product), true.into(), Value::Null, Some(reason))
        }
        RoomDeed::Round(product, members, reason) => {
            if session.sitting().is_none() {
                return Err(RoomRefusal::NotOpen);
            }
            let scores = |member: &MemberId| session.scorers_of(product).any(|own| own.id == *member);
            if !has_product(session, product) || !members.iter().all(scores) {
                return Err(RoomRefusal::NotThere);
            }
            let reason = given(&reason)?;
            let number = session.round(product).saturating_add(1);
            let names: Vec<String> = members.iter().map(MemberId::to_string).collect();
            let round = ScoringRound {
                product,
                number,
                members,
                reason: reason.clone(),
                at: act.now,
                unknown: Default::default(),
            };
            procedure(session).rounds.push(round);
            let new = json!({"number": number, "members": names});
            done(LogDeed::Round, product.to_string().into(), (number - 1).into(), new, Some(reason))
        }
        RoomDeed::Reveal(product, reason) => {
            if product.is_some_and(|product| !has_product(session, product)) {
                return Err(RoomRefusal::NotThere);
            }
            let reason = given(&reason)?;
            let reveal = Reveal { product, reason: reason.clone(), at: act.now, unknown: Default::default() };
            procedure(session).reveals.push(reveal);
            let subject = product.map(|product| product.to_string().into()).unwrap_or_default();
            done(LogDeed::Reveal, subject, Value::Null, true.into(), Some(reason))
        }
        RoomDeed::Pack(fingerprint) => done(LogDeed::Pack, Value::Null, Value::Null, fingerprint.into(), None),
        RoomDeed::Sealing(is_on) => {
            let old = session.is_sealing();
            if old == is_on {
                return Err(RoomRefusal::Already);
            }
            procedure(session).sealing = is_on.then_some(true);
            done(LogDeed::Sealing, Value::Null, old.into(), is_on.into(), None)
        }
        RoomDeed::Commit(slot, to) => {
            let member = session.member(slot.member).filter(|_| has_product(session, slot.product));
            if !member.ok_or(RoomRefusal::NotThere)?.role.scores() {
                return Err(RoomRefusal::DoesNotScore);
            }
            let subject = json!({
                "member": slot.member.to_string(), "product": slot.product.to_string(), "round": slot.round,
            });
            let new = to.map_or_else(|| json!({"envelope": true}), |to| json!({"commitment": to.to_string()}));
            done(LogDeed::Commit, subject, Value::Null, new, None)
        }
        RoomDeed::Keep(member, fingerprint) => {
            session.member(member).ok_or(RoomRefusal::NotThere)?;
            done(LogDeed::Keep, member.to_string().into(), Value::Null, fingerprint.into(), None)
        }
        RoomDeed::Pair(member, device, key) => {
            session.member(member).ok_or(RoomRefusal::NotThere)?;
            let new = json!({"device": device.to_string(), "key": key});
            done(LogDeed::Pair, member.to_string().into(), Value::Null, new, None)
        }
        RoomDeed::Choose(..) => Err(RoomRefusal::NotThere),
    }
}

fn procedure(session: &mut Session) -> &mut Procedure {
    session.procedure.get_or_insert_with(Procedure::new)
}

/// A reason that says something.
fn given(reason: &str) -> Result<String, RoomRefusal> {
    let reason = reason.trim();
    if reason.is_empty() { Err(RoomRefusal::ReasonMissing) } else { Ok(reason.to_owned()) }
}
