//! Dossiers: their transitions, the sheets that belong to them, their files.

use std::sync::Arc;

use leptos::prelude::*;

use super::app::Opening;
use super::records::Records;
use super::sets::LoadedSet;
use crate::codec::{of_base64, to_base64};
use crate::domain::council::Column;
use crate::domain::criteria::content_hash;
use crate::domain::cycle::{CouncilFacts, Deed, Dossier, DossierAct, DossierId, Refusal, SessionLink};
use crate::domain::registry::{Attachment, AttachmentId, FILE_LIMIT, Product, RegisteredId};
use crate::domain::session::{MemberId, ProductId, Purpose, Session, SessionId, SessionProduct};
use crate::domain::vietnamese::fold;
use crate::domain::worksheet::Worksheet;
use crate::ledger::SheetKey;
use crate::platform::files::{self, Parcel, Picked};
use crate::platform::photo;

/// The scores of one side.
#[derive(Clone)]
pub struct Side {
    /// Where they stand.
    pub link: SessionLink,
    /// The member of a check with one member; a council has many.
    pub member: Option<MemberId>,
    /// The points; `None`: none yet.
    pub column: Option<Column>,
    /// The only sheet of a check: what was chosen, and why.
    pub sheet: Option<Worksheet>,
    /// What the sheets come to, for the council's transition.
    pub facts: CouncilFacts,
    /// The session was rated with another set than the dossier's.
    pub other_set: bool,
}

/// The three sides of a dossier's scores, with its set.
#[derive(Clone)]
pub struct Sides {
    /// The dossier's set; `None`: none is chosen, or it cannot be read.
    pub set: Option<Arc<LoadedSet>>,
    /// The producer, the commune or advisory team, the council.
    pub sides: [Option<Side>; 3],
}

/// Why a file was not attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It is larger than [`FILE_LIMIT`].
    TooLarge,
    /// It could not be read.
    Unreadable,
}

impl Records {
    /// Does something with a dossier, or says why not.
    pub fn do_dossier(
        self,
        id: DossierId,
        what: DossierAct,
        deed: &Deed,
        council: Option<&CouncilFacts>,
    ) -> Result<(), Refusal> {
        self.app.typing.now();
        self.act(|register, act| register.do_dossier(id, what, deed, council, act))
    }

    /// The three sides of a dossier's scores. The sessions have to be open.
    pub async fn sides(self, dossier: &Dossier) -> Sides {
        let set = match &dossier.set {
            Some(pin) => self.app.set(pin).await.ok(),
            None => None,
        };
        let mut sides = [None, None, None];
        for (at, link) in [&dossier.self_check, &dossier.advisory_check, &dossier.council].into_iter().enumerate() {
            if let Some(link) = link {
                sides[at] = self.side(link, set.as_deref(), at < 2).await;
            }
        }
        Sides { set, sides }
    }

    async fn side(self, link: &SessionLink, set: Option<&LoadedSet>, is_check: bool) -> Option<Side> {
        let hearing = self.app.hearing(link.session).await.ok()??;
        let at = hearing.session.products.iter().position(|product| product.id == link.product)?;
        let row = &hearing.rows[at];
        let sheets: Vec<&Worksheet> = row.sheets.iter().flatten().map(|(sheet, _)| sheet).collect();
        let mut scorers = hearing.session.scorers();
        let only = scorers.next().map(|member| member.id).filter(|_| scorers.next().is_none());
        Some(Side {
            link: link.clone(),
            member: only.filter(|_| is_check),
            column: Column::of(&row.set.scheme, &sheets, is_check),
            sheet: sheets.first().filter(|_| is_check && sheets.len() == 1).map(|sheet| (*sheet).clone()),
            facts: CouncilFacts::of(link.session, &hearing.session, link.product, &row.result),
            other_set: set.is_none_or(|set| !set.pin.is_same_set(&row.set.pin)),
        })
    }

    /// The sheet of a check of this dossier: the one that is there, or a new one, made once. `name` is who scores.
    pub fn check_sheet(self, id: DossierId, purpose: Purpose, name: &str) -> Option<SheetKey> {
        let is_own = purpose == Purpose::SelfCheck;
        let dossier = self.registry.with_untracked(|register| register.get::<Dossier>(id).cloned())?;
        let link = if is_own { &dossier.self_check } else { &dossier.advisory_check };
        let there = link.as_ref().and_then(|link| {
            let member = self.app.ledger.with_untracked(|ledger| {
                let member = ledger.session(link.session)?.scorers().next()?.id;
                Some(member)
            })?;
            Some(SheetKey { session: link.session, member, product: link.product })
        });
        if there.is_some() {
            return there;
        }
        let key = SheetKey { session: self.app.new_id(), member: self.app.new_id(), product: self.app.new_id() };
        let product = self.session_product(&dossier, key.product)?;
        let session = Session::of_dossier(id, purpose, self.today?, product, key.member, name);
        self.app.save_session(key.session, session);
        self.change::<Dossier>(id, |dossier| {
            let link = Some(SessionLink { session: key.session, product: key.product, unknown: Default::default() });
            if is_own {
                dossier.self_check = link;
            } else {
                dossier.advisory_check = link;
            }
        });
        Some(key)
    }

    /// A new session of the council with this dossier's product, linked to it.
    pub fn council_session(self, id: DossierId) -> Option<SessionId> {
        let dossier = self.registry.with_untracked(|register| register.get::<Dossier>(id).cloned())?;
        let session: SessionId = self.app.new_id();
        let product = self.session_product(&dossier, self.app.new_id())?;
        let link = SessionLink { session, product: product.id, unknown: Default::default() };
        let made = Session::of_dossier(id, Purpose::Official, self.today?, product, self.app.new_id(), "");
        self.app.save_session(session, made);
        self.change::<Dossier>(id, |dossier| dossier.council = Some(link));
        Some(session)
    }

    /// Puts the product before a council that is there, and links it.
    pub fn join_session(self, id: DossierId, session: SessionId) {
        let found = self.registry.with_untracked(|register| register.get::<Dossier>(id).cloned());
        let there = self.app.ledger.with_untracked(|ledger| ledger.session(session).cloned());
        let product = found.and_then(|dossier| self.session_product(&dossier, self.app.new_id()));
        if let (Some(mut council), Some(product)) = (there, product) {
            let link = SessionLink { session, product: product.id, unknown: Default::default() };
            council.products.push(product);
            self.app.save_session(session, council);
            self.change::<Dossier>(id, |dossier| dossier.council = Some(link));
        }
    }

    /// The official sessions that this dossier's product can be linked to, newest first: with the product where it is
    /// on the agenda by name and set, without where it could be put there.
    pub fn council_choices(self, dossier: &Dossier) -> Vec<(SessionId, Session, Option<ProductId>)> {
        let name = self.registry.with_untracked(|register| register.product_of(dossier).map(|(_, it)| fold(&it.name)));
        let (Some(name), Some(set)) = (name, &dossier.set) else { return Vec::new() };
        self.app.ledger.with_untracked(|ledger| {
            let fits = |(id, session): (SessionId, &Session)| {
                let is_its = session.purpose == Purpose::Official && session.decision == set.decision;
                let mut products = session.products.iter();
                let own = products.find(|product| fold(&product.name) == name && product.set.is_same_set(set));
                is_its.then(|| (id, session.clone(), own.map(|product| product.id)))
            };
            ledger.sessions().into_iter().filter_map(fits).collect()
        })
    }

    /// The product as it goes before a council.
    fn session_product(self, dossier: &Dossier, id: ProductId) -> Option<SessionProduct> {
        let set = dossier.set.clone()?;
        let year = self.today?.year();
        let code = self.product_code(dossier, year).unwrap_or_default();
        self.registry.with_untracked(|register| {
            let (_, product) = register.product_of(dossier)?;
            let producer = register.producer(product.producer).map(|(_, producer)| producer);
            let address = producer.map(|producer| producer.address.clone()).unwrap_or_default();
            Some(SessionProduct {
                id,
                name: product.name.clone(),
                producer: producer.map(|producer| producer.name.clone()).unwrap_or_default(),
                commune: if product.address.is_empty() { address } else { product.address.clone() },
                code,
                phone: producer.map(|producer| producer.phone.clone()).unwrap_or_default(),
                set,
                agreed: Default::default(),
                typed: None,
                unknown: Default::default(),
            })
        })
    }

    /// The product code for an evaluation in `year`, as far as the units are loaded.
    pub fn product_code(self, dossier: &Dossier, year: i32) -> Option<String> {
        let units = self.places.units()?.ok()?;
        self.registry.with_untracked(|register| {
            let (_, product) = register.product_of(dossier)?;
            let unit = units.commune(product.commune.as_deref()?)?;
            product.code(&units.province_of(unit)?.code, year)
        })
    }

    /// Whether the sessions are read.
    pub fn sessions_are_open(self) -> bool {
        self.app.opening.get() == Opening::Ready
    }

    /// Keeps a file that the person picked with the dossier's product.
    pub async fn attach(self, dossier: DossierId, picked: Picked) -> Result<AttachmentId, FileFault> {
        let parcel = picked.parcel();
        if parcel.size() > FILE_LIMIT {
            return Err(FileFault::TooLarge);
        }
        let product = self.registry.with_untracked(|register| register.get::<Dossier>(dossier).map(|it| it.product));
        let bytes = parcel.bytes().await.ok_or(FileFault::Unreadable)?;
        Ok(self.keep(product.ok_or(FileFault::Unreadable)?, picked.name(), picked.media_type(), &bytes))
    }

    fn keep(self, product: RegisteredId, name: String, media_type: String, bytes: &[u8]) -> AttachmentId {
        let id: AttachmentId = self.app.new_id();
        let (size, hash, data) = (bytes.len() as u32, content_hash(bytes), to_base64(bytes));
        self.save(id, Attachment { product, name, media_type, size, hash, data, unknown: Default::default() });
        id
    }

    /// Keeps a picture as the photo of a product, made small; the one before goes.
    pub async fn keep_photo(self, product: RegisteredId, picked: Picked) -> Result<(), FileFault> {
        let small = photo::shrink(&picked.parcel()).await.ok_or(FileFault::Unreadable)?;
        if small.size() > FILE_LIMIT {
            return Err(FileFault::TooLarge);
        }
        let bytes = small.bytes().await.ok_or(FileFault::Unreadable)?;
        self.remove_photo(product);
        let id = self.keep(product, picked.name(), "image/jpeg".to_owned(), &bytes);
        self.change::<Product>(product, |product| product.photo = Some(id));
        Ok(())
    }

    /// Takes the photo of a product away.
    pub fn remove_photo(self, product: RegisteredId) {
        let photo = self.registry.with_untracked(|register| register.get::<Product>(product)?.photo);
        if let Some(photo) = photo {
            self.change::<Product>(product, |product| product.photo = None);
            self.remove_file(photo);
        }
    }

    /// Gives an attached file to the person; answers whether the browser took it.
    pub fn offer_file(self, id: AttachmentId) -> bool {
        let file = self.registry.with_untracked(|register| register.get::<Attachment>(id).cloned());
        let offered = file.and_then(|file| {
            let parcel = Parcel::new(&file.media_type, &of_base64(&file.data)?)?;
            Some(files::offer(&file.name, &parcel))
        });
        offered.unwrap_or(false)
    }

    /// Takes an attached file away.
    pub fn remove_file(self, id: AttachmentId) {
        let _: Result<(), ()> = self.act(|register, act| Ok(register.delete_attachment(id, act)));
    }
}
