//! A device for tests: a store in memory, a ledger over it, a clock and dice.

use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::task::{Context, Poll, Waker};

use so_ocop::codec::{Map, Value, canonical};
use so_ocop::domain::criteria::{Leaf, SetPin};
use so_ocop::domain::date::Date;
use so_ocop::domain::moment::Moment;
use so_ocop::domain::session::*;
use so_ocop::domain::worksheet::Answer;
use so_ocop::exchange::*;
use so_ocop::ledger::{Act, Change, Ledger, Refusal, SheetEdit, SheetKey};
use so_ocop::schema::{PackedEntry, PackedRow};
use so_ocop::storage::{DeviceKey, Durability, MemoryStore, Store, Which};
use so_ocop::verify::{EmbeddedSet, embedded_schemes, embedded_sets};

/// Runs a future of a store in memory, which never waits.
pub fn wait<T>(future: impl Future<Output = T>) -> T {
    match std::pin::pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => unreachable!("memory never waits"),
    }
}

thread_local! {
    static SETS: OnceLock<(Vec<EmbeddedSet>, Schemes)> = const { OnceLock::new() };
}

/// The criteria sets, read once.
pub fn with_sets<T>(use_them: impl FnOnce(&[EmbeddedSet], &Schemes) -> T) -> T {
    SETS.with(|cell| {
        let (sets, schemes) = cell.get_or_init(|| {
            let sets = embedded_sets();
            let schemes = embedded_schemes(&sets);
            (sets, schemes)
        });
        use_them(sets, schemes)
    })
}

/// Repeatable dice.
#[derive(Clone)]
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
    fn bytes(&mut self) -> [u8; 10] {
        std::array::from_fn(|_| self.next() as u8)
    }
    /// Any JSON value.
    pub fn json(&mut self, depth: usize) -> Value {
        match self.below(if depth == 0 { 6 } else { 8 }) {
            0 => Value::Null,
            1 => Value::Bool(self.below(2) == 1),
            2 => Value::from(self.next() as i64 >> self.below(60)),
            3 => f64::from_bits(self.next()).into(),
            4 => {
                let numbers = ["1.50", "1e400", "-0.0", "123456789012345678901234567890", "0.1", "5e-324"];
                serde_json::from_str::<Value>(self.pick::<&str>(&numbers)).expect("a number")
            }
            5 => Value::from(*self.pick(&["", "ngôn ngữ", "\u{1f33f} \"\\\u{7}\n", "e\u{301}", "\u{2028}"])),
            6 => (0..self.below(4)).map(|_| self.json(depth - 1)).collect(),
            _ => {
                (0..self.below(4)).map(|at| (["z", "ạ", "1"][at % 3].to_owned() + "_", self.json(depth - 1))).collect()
            }
        }
    }
}

/// A device.
pub struct Device {
    pub store: Store,
    pub ledger: Ledger,
    pub dice: Dice,
    pub now: i64,
}

impl Device {
    pub fn new(seed: u64) -> Device {
        let now = Moment::parse("2026-11-21T01:00:00.000Z").expect("a moment").0;
        Device { store: Store::Memory(MemoryStore::default()), ledger: Ledger::default(), dice: Dice(seed), now }
    }

    /// Does something `who` does, a while later.
    pub fn act<T>(&mut self, who: &str, what: impl FnOnce(&mut Ledger, &mut Act<'_>) -> T) -> T {
        self.now += 15_000;
        let Device { ledger, dice, now, .. } = self;
        let mut random = || dice.bytes();
        what(ledger, &mut Act { now: Moment(*now), who: who.to_owned(), random: &mut random })
    }

    pub fn save(&self, change: Change) {
        wait(self.store.write(&change.into(), Durability::Strict)).expect("writes");
    }

    pub fn save_session(&mut self, id: SessionId, session: Session) {
        let change = self.act("office", |ledger, act| ledger.save_session(id, session, act));
        self.save(change);
    }

    pub fn edit(&mut self, key: SheetKey, edit: SheetEdit) -> Result<(), Refusal> {
        let pin = self.ledger.session(key.session).and_then(|s| s.product(key.product)).expect("known").set.clone();
        let change = with_sets(|_, schemes| {
            let scheme = schemes.get(&pin).expect("embedded");
            self.act(&key.member.to_string(), |ledger, act| ledger.edit_sheet(key, scheme, edit, act))
        })?;
        self.save(change);
        Ok(())
    }

    pub fn new_id<K>(&mut self) -> so_ocop::domain::id::Id<K> {
        self.act("office", |_, act| act.id())
    }

    /// A session with `members` scoring members and one product for each pin.
    pub fn new_session(&mut self, purpose: Purpose, members: usize, pins: &[SetPin]) -> SessionId {
        let id = self.new_id();
        let roles = [Role::Chair, Role::ViceChair, Role::Member];
        let members = (0..members)
            .map(|at| Member {
                id: self.new_id(),
                name: format!("Thành viên {}", at + 1),
                post: String::new(),
                role: roles[at.min(2)],
                absent: None,
                unknown: Default::default(),
            })
            .collect();
        let products = pins
            .iter()
            .map(|pin| SessionProduct {
                id: self.new_id(),
                name: format!("Sản phẩm {}", pin.code),
                producer: "Hợp tác xã".to_owned(),
                commune: String::new(),
                code: String::new(),
                phone: String::new(),
                set: pin.clone(),
                agreed: Default::default(),
                typed: None,
                unknown: Default::default(),
            })
            .collect();
        let session = Session {
            name: "Đợt 2".to_owned(),
            council: "Hội đồng".to_owned(),
            purpose,
            level: Level::Province,
            date: Date::new(2026, 11, 21).expect("a day"),
            decision: pins.first().map_or("qd-26-2026".to_owned(), |pin| pin.decision.clone()),
            members,
            products,
            rules: CouncilRules::default(),
            dossier: None,
            procedure: None,
            unknown: Default::default(),
        };
        self.save_session(id, session);
        id
    }

    pub fn keys(&self, id: SessionId) -> Vec<SheetKey> {
        let session = self.ledger.session(id).expect("known");
        let products = session.products.iter();
        products
            .flat_map(|product| {
                session.scorers().map(|member| SheetKey { session: id, member: member.id, product: product.id })
            })
            .collect()
    }

    pub fn random_answer(&mut self, leaf: &Leaf) -> Answer {
        if leaf.offers_none_met() && self.dice.below(6) == 0 {
            return Answer::NoneMet;
        }
        let offer = self.dice.pick(&leaf.offers);
        Answer::Option { case: offer.case, option: offer.option, points: offer.points }
    }

    /// Does any of the acts that a sheet offers.
    pub fn random_edit(&mut self, key: SheetKey) {
        let pin = self.ledger.session(key.session).and_then(|s| s.product(key.product)).expect("known").set.clone();
        let leaves = with_sets(|_, schemes| schemes.get(&pin).expect("embedded").leaves.clone());
        let leaf = self.dice.pick(&leaves).clone();
        match self.dice.below(12) {
            0 => drop(self.edit(key, SheetEdit::Note(leaf.number, "ghi chú".to_owned()))),
            1 => {
                let words = format!("ý kiến {}", self.dice.below(9));
                let _ = self.edit(key, SheetEdit::Opinion(words));
            }
            2 => drop(self.edit(key, SheetEdit::Finding(leaf.number, Some("lý do".to_owned())))),
            3 => drop(self.edit(key, SheetEdit::Answer(leaf.number, None))),
            4 => drop(self.edit(key, SheetEdit::Reopen("xem lại".to_owned()))),
            5 => {
                for leaf in leaves {
                    let answer = self.random_answer(&leaf);
                    let _ = self.edit(key, SheetEdit::Answer(leaf.number, Some(answer)));
                }
                let _ = self.edit(key, SheetEdit::Lock);
            }
            _ => {
                let answer = self.random_answer(&leaf);
                let _ = self.edit(key, SheetEdit::Answer(leaf.number, Some(answer)));
            }
        }
    }

    /// A device where anything has happened.
    pub fn random(seed: u64) -> Device {
        let mut device = Device::new(seed);
        for _ in 0..device.dice.below(4) {
            let pins: Vec<SetPin> =
                with_sets(|sets, _| (0..device.dice.below(4)).map(|_| device.dice.pick(sets).pin.clone()).collect());
            let purpose = *device.dice.pick(Purpose::ALL);
            let members = device.dice.below(4);
            let id = device.new_session(purpose, members, &pins);
            let keys = device.keys(id);
            for _ in 0..if keys.is_empty() { 0 } else { device.dice.below(12) } {
                let key = *device.dice.pick(&keys);
                device.random_edit(key);
            }
            if device.dice.below(6) == 0 {
                let change = device.act("office", |ledger, act| ledger.delete_session(id, act));
                device.save(change);
            }
        }
        device
    }

    /// All there is, for a file.
    pub fn content(&self) -> Content {
        let carried = wait(self.store.device(DeviceKey::Carried)).expect("reads");
        Content {
            rows: wait(self.store.packed(Which::All)).expect("reads"),
            journal: wait(self.store.journal(None)).expect("reads"),
            carried: Carried::of_text(carried.as_deref().unwrap_or_default()),
        }
    }

    pub fn export(&self) -> String {
        with_sets(|_, schemes| export(self.content(), schemes))
    }

    pub fn plan(&self, envelope: &Envelope) -> Plan {
        let existing = wait(existing(&self.store, envelope)).expect("reads");
        with_sets(|_, schemes| plan(envelope, &existing, schemes))
    }

    /// Takes a file in; answers the plan and the import's id.
    pub fn import(&mut self, file: &str, choices: &BTreeMap<String, Choice>) -> (Plan, String) {
        let envelope = read(file.as_bytes()).expect("reads");
        let plan = self.plan(&envelope);
        let batch = self.act("office", |_, act| apply(&plan, choices, "tệp.json", act));
        wait(self.store.import(&batch, &mut |_, _| ())).expect("imports");
        self.reload();
        (plan, batch.id)
    }

    pub fn reload(&mut self) {
        self.ledger = Ledger::default();
        let loaded = wait(self.store.load(Which::All)).expect("loads");
        assert!(loaded.left.is_empty(), "{:?}", loaded.left);
        assert!(self.ledger.absorb(loaded.rows).is_empty());
    }
}

pub fn read(bytes: &[u8]) -> Result<Envelope, ImportError> {
    Reader::new(bytes.to_vec(), Limits::default())?.read()
}

/// The same content with fields strewn in that no version knows.
pub fn with_unknown_fields(content: Content, dice: &mut Dice) -> Content {
    let mut strew = |text: &str| {
        let mut value: Value = serde_json::from_str(text).expect("json");
        if dice.below(2) == 0 {
            add(&mut value, dice);
            for inner in ["body", "body.members.0", "body.products.0.set", "body.rules", "body.reopenings.0"] {
                let pointer = format!("/{}", inner.replace('.', "/"));
                if let (0, Some(inner)) = (dice.below(2), value.pointer_mut(&pointer)) {
                    add(inner, dice);
                }
            }
        }
        value
    };
    let rows =
        content.rows.iter().map(|row| PackedRow::of_text(canonical(&strew(&row.text))).expect("a row")).collect();
    let journal = content.journal.iter().map(|entry| {
        let value = Value::Array(vec![strew(&entry.text)]);
        PackedEntry::split(&canonical(&value)).expect("entries").remove(0)
    });
    let journal = journal.collect();
    let mut carried = Carried::default();
    if dice.below(2) == 0 {
        let mut map = Value::Object(Map::new());
        add(&mut map, dice);
        carried.envelope.0 = map.as_object().cloned().expect("an object");
        add(&mut map, dice);
        carried.content.0 = map.as_object().cloned().expect("an object");
    }
    Content { rows, journal, carried }
}

fn add(value: &mut Value, dice: &mut Dice) {
    if let Some(map) = value.as_object_mut() {
        for _ in 0..=dice.below(2) {
            let key = ["x_later", "chữ", "", "Z\"\\", "zz"][dice.below(5)].to_owned();
            map.insert(key, dice.json(3));
        }
    }
}
