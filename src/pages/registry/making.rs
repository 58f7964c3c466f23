//! Records that come into being with others, while an act of a table is done.

use std::collections::BTreeMap;

use crate::domain::registry::{Producer, ProducerId, Product, RegisteredId};
use crate::domain::vietnamese::fold;
use crate::ledger::registry::Registry;
use crate::ledger::{Act, Change};

/// What an act has brought about so far.
pub struct Done {
    /// What is to be written.
    pub change: Change,
    /// Producers that came into being.
    pub made: Vec<ProducerId>,
    /// Products that came into being.
    pub made_products: Vec<RegisteredId>,
    /// Producers by name and by folded name, once they were asked for.
    known: Option<[BTreeMap<String, ProducerId>; 2]>,
    /// Products by producer and folded name, once they were asked for.
    products: Option<BTreeMap<(ProducerId, String), RegisteredId>>,
    /// Which products a person said are meant by a producer and a name, both folded.
    decided: BTreeMap<(String, String), RegisteredId>,
}

impl Done {
    /// Nothing yet.
    pub fn new(decided: BTreeMap<(String, String), RegisteredId>) -> Done {
        let (made, made_products) = (Vec::new(), Vec::new());
        Done { change: Change::default(), made, made_products, known: None, products: None, decided }
    }
}

/// An act on the registry while it is done.
pub struct Making<'a, 'b> {
    /// The records.
    pub registry: &'a mut Registry,
    /// Time, chance and person.
    pub act: &'a mut Act<'b>,
    /// What it has brought about.
    pub done: &'a mut Done,
}

impl Making<'_, '_> {
    /// The producer of this name, marks and capitals aside; a new one if there is none.
    pub fn producer_called(&mut self, name: &str) -> ProducerId {
        let folded = fold(name);
        let known = self.done.known.get_or_insert_with(|| {
            let mut known = [BTreeMap::new(), BTreeMap::new()];
            for (id, producer) in self.registry.producers() {
                known[0].entry(producer.name.clone()).or_insert(id);
                known[1].entry(fold(&producer.name)).or_insert(id);
            }
            known
        });
        if let Some(id) = known[0].get(name).or_else(|| known[1].get(&folded)) {
            return *id;
        }
        let id = self.act.id();
        known[0].insert(name.to_owned(), id);
        known[1].insert(folded, id);
        let change = self.registry.save(id, Producer::named(name), None, self.act);
        self.also(change);
        self.done.made.push(id);
        id
    }

    /// The product of this name and producer: the one that a person said, the one of the same names, or a new one with
    /// this address.
    pub fn product_called(&mut self, name: &str, producer: &str, address: &str) -> RegisteredId {
        let folded = fold(name);
        let said = self.done.decided.get(&(fold(producer), folded.clone())).copied();
        if let Some(id) = said.filter(|id| self.registry.get::<Product>(*id).is_some()) {
            return id;
        }
        let owner = self.producer_called(producer);
        let products = self.done.products.get_or_insert_with(|| {
            let owner = |product: &Product| {
                self.registry.producer(product.producer).map_or(product.producer, |(owner, _)| owner)
            };
            let all = self.registry.products();
            all.map(|(id, product)| ((owner(product), fold(&product.name)), id)).collect()
        });
        if let Some(id) = products.get(&(owner, folded.clone())) {
            return *id;
        }
        let id = self.act.id();
        products.insert((owner, folded), id);
        let product = Product { address: address.to_owned(), ..Product::named(name, owner) };
        let change = self.registry.save(id, product, None, self.act);
        self.also(change);
        self.done.made_products.push(id);
        id
    }

    /// Takes what is to be written besides.
    pub fn also(&mut self, change: Change) {
        self.done.change.rows.extend(change.rows);
        self.done.change.entries.extend(change.entries);
    }
}
