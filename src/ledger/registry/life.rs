//! The life of a product in the registry: what belongs to it, and the transitions of its ideas, dossiers and
//! certificates.

use std::collections::BTreeMap;

use super::Registry;
use crate::domain::criteria::SetPin;
use crate::domain::cycle::{
    Certificate, CertificateAct, CertificateId, CouncilFacts, Deed, Dossier, DossierAct, DossierFacts, DossierId, Idea,
    IdeaAct, IdeaFacts, IdeaId, Life, Office, ProductState, Refusal,
};
use crate::domain::date::Date;
use crate::domain::registry::{Producer, Product, RegisteredId};
use crate::ledger::{Act, Change};

/// Everything that belongs to one product, oldest first.
#[derive(Clone, Debug, Default)]
pub struct Lived<'a> {
    /// Its ideas.
    pub ideas: Vec<(IdeaId, &'a Idea)>,
    /// Its dossiers.
    pub dossiers: Vec<(DossierId, &'a Dossier)>,
    /// Its certificates.
    pub certificates: Vec<(CertificateId, &'a Certificate)>,
}

impl<'a> Lived<'a> {
    /// Asks the rules about this life.
    pub fn ask<R>(&self, ask: impl FnOnce(Life<'_>) -> R) -> R {
        let ideas: Vec<&Idea> = self.ideas.iter().map(|(_, it)| *it).collect();
        let dossiers: Vec<&Dossier> = self.dossiers.iter().map(|(_, it)| *it).collect();
        let certificates: Vec<&Certificate> = self.certificates.iter().map(|(_, it)| *it).collect();
        ask(Life { ideas: &ideas, dossiers: &dossiers, certificates: &certificates })
    }

    /// Whether nothing belongs to it.
    pub fn is_empty(&self) -> bool {
        self.ideas.is_empty() && self.dossiers.is_empty() && self.certificates.is_empty()
    }

    /// The derived state on `today`.
    pub fn state(&self, today: Date) -> ProductState {
        self.ask(|life| life.state(today))
    }
}

impl Registry {
    /// What belongs to a product, also by way of those merged into it.
    pub fn life(&self, id: RegisteredId) -> Lived<'_> {
        let aliases = self.aliases(id);
        let is_own = |product: RegisteredId| aliases.contains(&product);
        Lived {
            ideas: self.all::<Idea>().filter(|(_, it)| is_own(it.product)).collect(),
            dossiers: self.all::<Dossier>().filter(|(_, it)| is_own(it.product)).collect(),
            certificates: self.all::<Certificate>().filter(|(_, it)| is_own(it.product)).collect(),
        }
    }

    /// What belongs to each product: for lists of all of them.
    pub fn lives(&self) -> BTreeMap<RegisteredId, Lived<'_>> {
        let mut lives: BTreeMap<RegisteredId, Lived<'_>> =
            self.products().map(|(id, _)| (id, Lived::default())).collect();
        let today = |of: RegisteredId| self.product(of).map_or(of, |(today, _)| today);
        for (id, idea) in self.all::<Idea>() {
            lives.entry(today(idea.product)).or_default().ideas.push((id, idea));
        }
        for (id, dossier) in self.all::<Dossier>() {
            lives.entry(today(dossier.product)).or_default().dossiers.push((id, dossier));
        }
        for (id, certificate) in self.all::<Certificate>() {
            lives.entry(today(certificate.product)).or_default().certificates.push((id, certificate));
        }
        lives
    }

    /// The settings of the office, as kept or as they are without any.
    pub fn office(&self) -> Office {
        self.get::<Office>(Office::own_id()).cloned().unwrap_or_default()
    }

    /// What an idea's transitions depend on.
    pub fn idea_facts(&self, idea: &Idea) -> IdeaFacts {
        let Some((id, product)) = self.product(idea.product) else {
            return IdeaFacts { named: false, registered: false, dossier_failed: false };
        };
        let producer = self.producer(product.producer).map(|(_, producer)| producer);
        self.life(id).ask(|life| IdeaFacts::of(product, producer, life.newest_dossier()))
    }

    /// Asks with what a dossier's transitions depend on.
    pub fn with_dossier_facts<R>(
        &self,
        dossier: &Dossier,
        council: Option<&CouncilFacts>,
        ask: impl FnOnce(&DossierFacts<'_>) -> R,
    ) -> R {
        let office = self.office();
        let found = self.product(dossier.product);
        let producer = found.and_then(|(_, product)| self.producer(product.producer)).map(|(_, producer)| producer);
        let lived = found.map(|(id, _)| self.life(id)).unwrap_or_default();
        let set = dossier.set.as_ref().or(found.and_then(|(_, product)| product.set.as_ref()));
        lived.ask(|life| {
            ask(&DossierFacts {
                office: &office,
                registered: producer.is_some_and(Producer::is_registered),
                needs_samples: !set.is_some_and(is_tourism),
                certificate: life.certificate(),
                review: life.review(),
                council,
            })
        })
    }

    /// Registers an idea.
    pub fn register_idea(
        &mut self,
        mut idea: Idea,
        deed: &Deed,
        act: &mut Act<'_>,
    ) -> Result<(IdeaId, Change), Refusal> {
        let facts = self.idea_facts(&idea);
        idea.apply(IdeaAct::Register, deed, facts)?;
        let id: IdeaId = act.id();
        Ok((id, self.save(id, idea, None, act)))
    }

    /// Does something with an idea.
    pub fn do_idea(&mut self, id: IdeaId, what: IdeaAct, deed: &Deed, act: &mut Act<'_>) -> Result<Change, Refusal> {
        let mut idea = self.get::<Idea>(id).ok_or(Refusal::NotFromHere)?.clone();
        let facts = self.idea_facts(&idea);
        idea.apply(what, deed, facts)?;
        Ok(self.save(id, idea, deed.reason.as_deref(), act))
    }

    /// Begins a dossier.
    pub fn begin_dossier(
        &mut self,
        mut dossier: Dossier,
        deed: &Deed,
        act: &mut Act<'_>,
    ) -> Result<(DossierId, Change), Refusal> {
        let id: DossierId = act.id();
        let begun = dossier.clone();
        self.with_dossier_facts(&begun, None, |facts| dossier.apply(id, DossierAct::Create, deed, facts))?;
        Ok((id, self.save(id, dossier, None, act)))
    }

    /// Does something with a dossier. A recognition writes the new certificate, and closes the old one, with it.
    pub fn do_dossier(
        &mut self,
        id: DossierId,
        what: DossierAct,
        deed: &Deed,
        council: Option<&CouncilFacts>,
        act: &mut Act<'_>,
    ) -> Result<Change, Refusal> {
        let now = self.get::<Dossier>(id).ok_or(Refusal::NotFromHere)?;
        let mut dossier = now.clone();
        let (issued, replaced) = self.with_dossier_facts(now, council, |facts| {
            let is_it = |it: &Certificate| facts.certificate.is_some_and(|of| std::ptr::eq(of, it));
            let replaced = self.all::<Certificate>().find(|(_, it)| is_it(it)).map(|(id, _)| id);
            dossier.apply(id, what, deed, facts).map(|issued| (issued, replaced))
        })?;
        let reason = deed.reason.as_deref();
        let mut change = self.save(id, dossier, reason, act);
        if let Some(issued) = issued {
            let new = act.id();
            let mut changes = vec![self.save(new, issued.certificate, reason, act)];
            if let (Some(old), Some(closed)) = (replaced, issued.closed) {
                changes.push(self.save(old, closed, reason, act));
            }
            for more in changes {
                change.rows.extend(more.rows);
                change.entries.extend(more.entries);
            }
        }
        Ok(change)
    }

    /// Enters a certificate that was issued before, from paper.
    pub fn enter_certificate(
        &mut self,
        mut certificate: Certificate,
        deed: &Deed,
        act: &mut Act<'_>,
    ) -> Result<(CertificateId, Change), Refusal> {
        certificate.apply(CertificateAct::Issue, deed, None)?;
        let id: CertificateId = act.id();
        Ok((id, self.save(id, certificate, None, act)))
    }

    /// Does something with a certificate.
    pub fn do_certificate(
        &mut self,
        id: CertificateId,
        what: CertificateAct,
        deed: &Deed,
        act: &mut Act<'_>,
    ) -> Result<Change, Refusal> {
        let now = self.get::<Certificate>(id).ok_or(Refusal::NotFromHere)?;
        let mut certificate = now.clone();
        let product = self.product(now.product).map_or(now.product, |(today, _)| today);
        self.life(product).ask(|life| certificate.apply(what, deed, life.review()))?;
        Ok(self.save(id, certificate, deed.reason.as_deref(), act))
    }

    /// The product of today that a dossier belongs to.
    pub fn product_of(&self, dossier: &Dossier) -> Option<(RegisteredId, &Product)> {
        self.product(dossier.product)
    }
}

/// The set of the tourism services has number 26 in the three decisions.
fn is_tourism(set: &SetPin) -> bool {
    set.code == "26"
}
