//! Taking members' sheets in.

use std::collections::BTreeSet;

use super::book::Room;
use crate::codec::json;
use crate::domain::criteria::{Scheme, SetPin};
use crate::domain::merge::{Digest, Opening, SealedSheet, SlotKey, Standing};
use crate::domain::procedure::{DeviceId, LogDeed};
use crate::domain::session::{Member, Session, SessionId};
use crate::ledger::{Act, Change, Ledger, SheetKey};
use crate::{code, ledger::Refusal};

code! {
    /// How a sheet came.
    pub enum Way {
        /// It was filled in on this device.
        Here = "here",
        /// In a file.
        File = "file",
        /// By QR code.
        Code = "code",
        /// Typed from a paper sheet and checked by a second person, before programs kept who did.
        Paper = "paper",
        /// Typed from a paper sheet: it counts once a second person has checked it.
        Typed = "typed",
    }
}

/// Finds the scheme that a pin names.
pub type Sets<'a> = &'a dyn Fn(&SetPin) -> Option<&'a Scheme>;

/// Why a sheet is not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntakeFault {
    /// It belongs to another session.
    Foreign,
    /// The session has no such member.
    NoSuchMember,
    /// The session has no such product.
    NoSuchProduct,
    /// The member does not score in this council.
    DoesNotScore,
    /// The criteria set is not at hand.
    NoSet,
    /// These criteria have answers that the set does not offer.
    Misfits(Vec<String>),
    /// This many criteria have no answer.
    Unanswered(usize),
    /// Its signature does not hold, or is not the one of the device that was paired with the member.
    Signature,
    /// This many members have not committed to their sheets of the product yet: no sheet is shown before.
    Uncommitted(usize),
    /// It is not the sheet that its member committed to.
    NotCommitted,
}

/// What became of the sheets that came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
    /// Sheets that were not there.
    pub taken: Vec<Digest>,
    /// Sheets that were there already: nothing happened.
    pub known: Vec<Digest>,
    /// Sheets that came after the version that replaces them.
    pub stale: Vec<Digest>,
    /// Sheets that cannot be taken in, and why.
    pub refused: Vec<(SealedSheet, IntakeFault)>,
    /// Slots where several versions stand side by side now.
    pub several: Vec<SlotKey>,
    /// Sheets on this device that are still being filled in, for which another one came: the draft stays until it is locked
    /// or emptied.
    pub drafts: Vec<SheetKey>,
}

impl Intake {
    /// Whether anything changed.
    pub fn has_changed(&self) -> bool {
        !self.taken.is_empty()
    }
}

/// Whether `sheet` can be taken into `session`. Its signature is checked before, where the keys are.
pub fn check_sheet(id: SessionId, session: &Session, sheet: &SealedSheet, sets: Sets<'_>) -> Result<(), IntakeFault> {
    if sheet.session != id {
        return Err(IntakeFault::Foreign);
    }
    let member = session.member(sheet.member).ok_or(IntakeFault::NoSuchMember)?;
    let product = session.product(sheet.product).ok_or(IntakeFault::NoSuchProduct)?;
    if !member.role.scores() {
        return Err(IntakeFault::DoesNotScore);
    }
    let scheme = sets(&product.set).ok_or(IntakeFault::NoSet)?;
    let worksheet = sheet.worksheet(Vec::new());
    let misfits = worksheet.misfits(scheme);
    if !misfits.is_empty() {
        return Err(IntakeFault::Misfits(misfits));
    }
    match worksheet.unanswered(scheme).len() {
        0 => Ok(()),
        open => Err(IntakeFault::Unanswered(open)),
    }
}

impl Room {
    /// Takes sheets into session `id`: checks each, keeps what is new, writes the log, and lets the ledger's sheets follow
    /// what stands. Locked sheets of this device are sealed first, so that they stand beside what comes.
    #[allow(clippy::too_many_arguments)]
    pub fn take_in(
        &mut self,
        ledger: &mut Ledger,
        id: SessionId,
        sheets: Vec<SealedSheet>,
        way: Way,
        sets: Sets<'_>,
        device: DeviceId,
        act: &mut Act<'_>,
    ) -> Result<(Intake, Change), Refusal> {
        let session = ledger.session(id).ok_or(Refusal::NotThere)?.clone();
        let mut change = Change::default();
        let mut intake = Intake::default();
        let keys: BTreeSet<(_, _)> = sheets.iter().map(|sheet| (sheet.member, sheet.product)).collect();
        let mut touched: BTreeSet<SheetKey> = BTreeSet::new();
        for (member, product) in keys {
            let key = SheetKey { session: id, member, product };
            let own = ledger.sheet(key).into_iter().flat_map(|sheet| std::iter::once(sheet).chain(&sheet.earlier));
            let own: Vec<SealedSheet> = own.filter_map(SealedSheet::of).collect();
            for sheet in own {
                self.receive(&sheet, Way::Here, device, act, &mut change);
            }
        }
        for sheet in sheets {
            let checked = check_sheet(id, &session, &sheet, sets).and_then(|()| self.check_key(&sheet, way));
            if let Err(fault) = checked.and_then(|()| self.check_opening(&session, &sheet, way)) {
                self.refuse(id, &sheet, &fault, device, act, &mut change);
                intake.refused.push((sheet, fault));
                continue;
            }
            let digest = sheet.digest();
            if !self.receive(&sheet, way, device, act, &mut change) {
                intake.known.push(digest);
                continue;
            }
            touched.insert(SheetKey { session: id, member: sheet.member, product: sheet.product });
            let standing = self.book(id).standing(SlotKey::of(&sheet));
            let stands = match &standing {
                Standing::One(one) => *one == digest,
                Standing::Chosen(one, others) => *one == digest || others.contains(&digest),
                Standing::Several(all) => all.contains(&digest),
                Standing::Nothing => false,
            };
            let list = if stands { &mut intake.taken } else { &mut intake.stale };
            list.push(digest);
        }
        intake.drafts = self.settle(ledger, touched.iter().copied(), act, &mut change);
        let is_open = |(slot, standing): (SlotKey, Standing)| {
            let key = SheetKey { session: slot.session, member: slot.member, product: slot.product };
            (touched.contains(&key) && matches!(standing, Standing::Several(_))).then_some(slot)
        };
        intake.several = self.book(id).slots().into_iter().filter_map(is_open).collect();
        Ok((intake, change))
    }

    /// A member whose device was paired hands in what that device signed. Whether the signature itself holds is checked
    /// where keys can be used, before this.
    fn check_key(&self, sheet: &SealedSheet, way: Way) -> Result<(), IntakeFault> {
        let keys = self.keys(sheet.session, sheet.member);
        let is_signed = || sheet.signature.is_some() && sheet.key.as_ref().is_some_and(|key| keys.contains(key));
        let needs_none = keys.is_empty() || matches!(way, Way::Paper | Way::Typed | Way::Here);
        if needs_none || is_signed() { Ok(()) } else { Err(IntakeFault::Signature) }
    }

    /// Where members commit first, a sheet comes when everybody who scores its product in its round has committed, and is
    /// the one that was committed to.
    pub(super) fn check_opening(&self, session: &Session, sheet: &SealedSheet, way: Way) -> Result<(), IntakeFault> {
        if !session.is_sealing() || way == Way::Here {
            return Ok(());
        }
        let book = self.book(sheet.session);
        let waits = |member: &&Member| !book.has_committed(SlotKey { member: member.id, ..SlotKey::of(sheet) });
        match session.asked_in(sheet.product, sheet.round).filter(waits).count() {
            0 => (),
            missing => return Err(IntakeFault::Uncommitted(missing)),
        }
        match book.opening(sheet, matches!(way, Way::Paper | Way::Typed)) {
            Opening::Fits => Ok(()),
            Opening::Other | Opening::Missing => Err(IntakeFault::NotCommitted),
        }
    }

    /// Takes back what was taken in: the sheets go out of the book, and the ledger's sheets follow what stands without them.
    pub fn take_back(
        &mut self,
        ledger: &mut Ledger,
        id: SessionId,
        digests: &[Digest],
        device: DeviceId,
        act: &mut Act<'_>,
    ) -> Change {
        let mut change = Change::default();
        let mut touched = BTreeSet::new();
        for digest in digests {
            let Some(sheet) = self.book(id).get(*digest) else { continue };
            touched.insert(SheetKey { session: id, member: sheet.member, product: sheet.product });
            let mut entry = Room::entry(id, device, LogDeed::Undo, act);
            (entry.subject, entry.old) = (subject(sheet), digest.to_string().into());
            self.drop_sheet(id, *digest, act, &mut change);
            self.append(entry, act, &mut change);
        }
        self.settle(ledger, touched, act, &mut change);
        change
    }

    /// Keeps a sheet and writes that it came; answers whether it was not there.
    pub(super) fn receive(
        &mut self,
        sheet: &SealedSheet,
        way: Way,
        device: DeviceId,
        act: &mut Act<'_>,
        change: &mut Change,
    ) -> bool {
        let waited = self.book(sheet.session).awaits_check(sheet.digest());
        let is_new = self.keep(sheet, act, change);
        // What somebody typed comes as data now: that is news too.
        if !(is_new || (waited && way != Way::Typed)) {
            return false;
        }
        let mut entry = Room::entry(sheet.session, device, LogDeed::Receive, act);
        entry.subject = subject(sheet);
        entry.new =
            json!({"sheet": sheet.digest().to_string(), "way": way.word(), "signed": sheet.signature.is_some()});
        self.append(entry, act, change);
        true
    }

    fn refuse(
        &mut self,
        id: SessionId,
        sheet: &SealedSheet,
        fault: &IntakeFault,
        device: DeviceId,
        act: &mut Act<'_>,
        change: &mut Change,
    ) {
        let mut entry = Room::entry(id, device, LogDeed::Refuse, act);
        entry.subject = subject(sheet);
        entry.new = json!({"sheet": sheet.digest().to_string(), "fault": fault.word()});
        self.append(entry, act, change);
    }
}

impl IntakeFault {
    /// The word in the log.
    pub fn word(&self) -> &'static str {
        match self {
            IntakeFault::Foreign => "foreign",
            IntakeFault::NoSuchMember => "no_such_member",
            IntakeFault::NoSuchProduct => "no_such_product",
            IntakeFault::DoesNotScore => "does_not_score",
            IntakeFault::NoSet => "no_set",
            IntakeFault::Misfits(_) => "misfits",
            IntakeFault::Unanswered(_) => "unanswered",
            IntakeFault::Signature => "signature",
            IntakeFault::Uncommitted(_) => "uncommitted",
            IntakeFault::NotCommitted => "not_committed",
        }
    }
}

pub(super) fn subject(sheet: &SealedSheet) -> crate::codec::Value {
    json!({"member": sheet.member.to_string(), "product": sheet.product.to_string(), "round": sheet.round})
}
