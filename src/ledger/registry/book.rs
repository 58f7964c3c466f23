//! The records of the registry in memory.

use std::collections::BTreeMap;

use crate::codec::{Fault, Field, Place, Value};
use crate::domain::criteria::{OwnSet, OwnSetKind};
use crate::domain::cycle::{Certificate, CertificateKind, Dossier, DossierKind, Idea, IdeaKind, Office, OfficeKind};
use crate::domain::id::Id;
use crate::domain::registry::{
    Attachment, AttachmentKind, Producer, ProducerId, ProducerKind, Product, RegisteredId, RegisteredKind,
};
use crate::ledger::Kept;
use crate::ledger::book::with_body;
use crate::schema::{Kind, Row};

/// A kind of record that the registry holds.
pub trait Recorded: Field + Clone + PartialEq + 'static {
    /// Marks its ids.
    type Marker: 'static;
    /// Its kind in the store.
    const KIND: Kind;
    /// The id of the head of its group; `None`: it is a head itself.
    fn group(&self) -> Option<String>;
    /// Where the registry holds it.
    fn shelf(registry: &Registry) -> &Shelf<Self>;
    /// The same, to change it.
    fn shelf_mut(registry: &mut Registry) -> &mut Shelf<Self>;
}

/// All records of one kind, by id.
pub type Shelf<T> = BTreeMap<Id<<T as Recorded>::Marker>, Kept<T>>;

/// The records of the registry that are loaded.
///
/// Invariants: of two rows for one id the one changed last counts, in whatever order they come in; no id is in
/// `deleted` and on a shelf.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Registry {
    producers: Shelf<Producer>,
    products: Shelf<Product>,
    ideas: Shelf<Idea>,
    dossiers: Shelf<Dossier>,
    certificates: Shelf<Certificate>,
    offices: Shelf<Office>,
    attachments: Shelf<Attachment>,
    own_sets: Shelf<OwnSet>,
    /// The marks of deleted records by id.
    pub(super) deleted: BTreeMap<String, Row>,
}

macro_rules! recorded {
    ($($record:ty, $marker:ty, $kind:expr, $shelf:ident, |$value:ident| $group:expr;)*) => {
        $(impl Recorded for $record {
            type Marker = $marker;
            const KIND: Kind = $kind;
            fn group(&self) -> Option<String> {
                let $value = self;
                $group
            }
            fn shelf(registry: &Registry) -> &Shelf<Self> {
                &registry.$shelf
            }
            fn shelf_mut(registry: &mut Registry) -> &mut Shelf<Self> {
                &mut registry.$shelf
            }
        })*

        impl Registry {
            /// The kinds that the registry holds.
            pub const KINDS: &'static [Kind] = &[$($kind),*];

            /// Every record that is loaded, with the marks of the deleted ones, as rows.
            pub fn rows(&self) -> Vec<Row> {
                let mut rows: Vec<Row> = self.deleted.values().cloned().collect();
                $(rows.extend(self.$shelf.values().map(|kept| with_body(&kept.row, &kept.value)));)*
                rows
            }

            fn absorb_row(&mut self, row: Row) -> Result<(), Fault> {
                match row.kind {
                    $(kind if kind == $kind => self.put::<$record>(row),)*
                    _ => Ok(()),
                }
            }
        }
    };
}

recorded! {
    Producer, ProducerKind, Kind::Producer, producers, |_producer| None;
    Product, RegisteredKind, Kind::Product, products, |_product| None;
    Idea, IdeaKind, Kind::Idea, ideas, |idea| Some(idea.product.to_string());
    Dossier, DossierKind, Kind::Dossier, dossiers, |dossier| Some(dossier.product.to_string());
    Certificate, CertificateKind, Kind::Certificate, certificates, |certificate| Some(certificate.product.to_string());
    Office, OfficeKind, Kind::Office, offices, |_office| None;
    Attachment, AttachmentKind, Kind::Attachment, attachments, |attachment| Some(attachment.product.to_string());
    OwnSet, OwnSetKind, Kind::CriteriaSet, own_sets, |_set| None;
}

impl Registry {
    /// Takes rows of the store in; those of other kinds are passed over. Rows that cannot be read are named with their
    /// fault and left alone.
    pub fn absorb(&mut self, rows: Vec<Row>) -> Vec<(String, Fault)> {
        rows.into_iter()
            .filter_map(|row| {
                let id = row.id.clone();
                self.absorb_row(row).err().map(|fault| (id, fault))
            })
            .collect()
    }

    fn put<T: Recorded>(&mut self, mut row: Row) -> Result<(), Fault> {
        let place = Place::default().key(&row.id);
        let id: Id<T::Marker> = Id::parse(&row.id).ok_or_else(|| Fault::new(&place, "an identifier (UUID)"))?;
        let kept = T::shelf(self).get(&id).map(|kept| &kept.row);
        if kept.or(self.deleted.get(&row.id)).is_some_and(|kept| is_older(&row, kept)) {
            return Ok(());
        }
        let body = std::mem::replace(&mut row.body, Value::Null);
        if row.is_tombstone() {
            T::shelf_mut(self).remove(&id);
            self.deleted.insert(row.id.clone(), row);
        } else {
            let value = T::read(body, &place)?;
            self.deleted.remove(&row.id);
            T::shelf_mut(self).insert(id, Kept { value, row });
        }
        Ok(())
    }

    /// All records of one kind, in the order of their ids, which is the order in which they came into being.
    pub fn all<T: Recorded>(&self) -> impl Iterator<Item = (Id<T::Marker>, &T)> {
        T::shelf(self).iter().map(|(id, kept)| (*id, &kept.value))
    }

    /// The record with this id.
    pub fn get<T: Recorded>(&self, id: Id<T::Marker>) -> Option<&T> {
        T::shelf(self).get(&id).map(|kept| &kept.value)
    }

    /// The product that `id` stands for today: itself, or the one it was merged into.
    pub fn product(&self, id: RegisteredId) -> Option<(RegisteredId, &Product)> {
        follow(id, |id| self.get::<Product>(id), |product| product.merged_into)
    }

    /// The producer that `id` stands for today.
    pub fn producer(&self, id: ProducerId) -> Option<(ProducerId, &Producer)> {
        follow(id, |id| self.get::<Producer>(id), |producer| producer.merged_into)
    }

    /// The products that are not merged into others, in the order in which they came into being.
    pub fn products(&self) -> impl Iterator<Item = (RegisteredId, &Product)> {
        self.all::<Product>().filter(|(_, product)| product.merged_into.is_none())
    }

    /// The producers that are not merged into others.
    pub fn producers(&self) -> impl Iterator<Item = (ProducerId, &Producer)> {
        self.all::<Producer>().filter(|(_, producer)| producer.merged_into.is_none())
    }

    /// The ids whose records belong to this product: its own, and those merged into it.
    pub fn aliases(&self, id: RegisteredId) -> Vec<RegisteredId> {
        let belongs = |of: &RegisteredId| self.product(*of).is_some_and(|(today, _)| today == id);
        self.products.keys().copied().filter(belongs).collect()
    }
}

/// Follows merges to their end. A circle, which only a damaged file can hold, ends where it began.
fn follow<'a, K: 'static, T: 'a>(
    mut id: Id<K>,
    get: impl Fn(Id<K>) -> Option<&'a T>,
    next: impl Fn(&T) -> Option<Id<K>>,
) -> Option<(Id<K>, &'a T)> {
    let mut seen = vec![id];
    loop {
        let found = get(id)?;
        match next(found) {
            Some(into) if !seen.contains(&into) && get(into).is_some() => {
                seen.push(into);
                id = into;
            }
            _ => return Some((id, found)),
        }
    }
}

fn is_older(row: &Row, other: &Row) -> bool {
    (row.updated, row.rev, &row.id) < (other.updated, other.rev, &other.id)
}
