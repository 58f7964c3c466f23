//! A spare device goes on where a dead one stopped.

use std::collections::BTreeSet;

use super::intake::Sets;
use super::settle::put;
use crate::domain::session::{MemberId, ProductId, SessionId};
use crate::domain::worksheet::Worksheet;
use crate::ledger::{Act, Change, Ledger, SheetKey};

/// What became of the sheets of a checkpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resumed {
    /// Sheets that are on this device now as they were kept.
    pub taken: Vec<ProductId>,
    /// Sheets that this device had begun itself: they stay.
    pub kept: Vec<ProductId>,
    /// Sheets that are none for this session, or not the member's.
    pub refused: usize,
}

/// Puts a member's sheets, as they were when the checkpoint was made, onto this device. What was begun here stays. Locked
/// sheets stay locked; when the dead device's later ones turn up, they stand beside these until a person chooses.
pub fn resume(
    ledger: &mut Ledger,
    id: SessionId,
    member: MemberId,
    sheets: Vec<Worksheet>,
    sets: Sets<'_>,
    act: &mut Act<'_>,
) -> (Resumed, Change) {
    let (mut resumed, mut change) = (Resumed::default(), Change::default());
    let Some(session) = ledger.session(id).cloned() else {
        resumed.refused = sheets.len();
        return (resumed, change);
    };
    let scores = session.member(member).is_some_and(|member| member.role.scores());
    let mut seen = BTreeSet::new();
    for sheet in sheets {
        let scheme = session.product(sheet.product).and_then(|product| sets(&product.set));
        let fits = scheme.is_some_and(|scheme| {
            let rounds = std::iter::once(&sheet).chain(&sheet.earlier);
            rounds.clone().all(|own| own.misfits(scheme).is_empty() && own.product == sheet.product)
                && rounds.clone().all(|own| !own.is_locked() || own.unanswered(scheme).is_empty())
        });
        if !scores || !fits || (sheet.session, sheet.member) != (id, member) || !seen.insert(sheet.product) {
            resumed.refused += 1;
            continue;
        }
        let key = SheetKey { session: id, member, product: sheet.product };
        match ledger.sheet(key) {
            Some(own) if own == &sheet => (),
            Some(own) if own.is_locked() || own.has_content() => resumed.kept.push(sheet.product),
            _ => {
                resumed.taken.push(sheet.product);
                put(ledger, key, Some(sheet), act, &mut change);
            }
        }
    }
    (resumed, change)
}
