//! A council with its ledger, its room and a clock.

use so_ocop::domain::criteria::{Scheme, SetPin, content_hash};
use so_ocop::domain::date::Date;
use so_ocop::domain::id::Id;
use so_ocop::domain::merge::SealedSheet;
use so_ocop::domain::moment::Moment;
use so_ocop::domain::procedure::DeviceId;
use so_ocop::domain::session::*;
use so_ocop::domain::worksheet::{Answer, SheetState, Worksheet};
use so_ocop::ledger::room::{Intake, Room, RoomDeed, RoomRefusal, Way};
use so_ocop::ledger::{Act, Change, Ledger, Refusal, SheetEdit, SheetKey};
use so_ocop::schema::{JournalEntry, Row};
#[cfg(not(target_arch = "wasm32"))]
use so_ocop::storage::{Batch, Durability, MemoryStore, Store};
#[cfg(not(target_arch = "wasm32"))]
use std::task::{Context, Poll, Waker};

use crate::shipped;

/// splitmix64.
#[derive(Clone)]
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
    pub fn ten(&mut self) -> [u8; 10] {
        let mut bytes = [0; 10];
        bytes[..8].copy_from_slice(&self.next().to_be_bytes());
        bytes[8..].copy_from_slice(&self.next().to_be_bytes()[..2]);
        bytes
    }
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

/// The sets of 26/2026/QĐ-TTg with their pins.
pub fn sets() -> Vec<(SetPin, Scheme)> {
    let sets = shipped::sets();
    let of_now = sets.iter().filter(|file| file.folder == "qd-26-2026");
    let ready = |file: &shipped::Shipped| {
        let pin = SetPin {
            decision: file.folder.to_owned(),
            slug: file.entry.slug.clone(),
            code: file.entry.code.clone(),
            name: file.entry.name.clone(),
            hash: content_hash(&file.bytes),
            unknown: Default::default(),
        };
        (pin, Scheme::new(&file.set()).expect("a scheme"))
    };
    of_now.map(ready).collect()
}

/// A council in session on one device.
pub struct World {
    pub id: SessionId,
    pub ledger: Ledger,
    pub room: Room,
    pub schemes: Vec<(SetPin, Scheme)>,
    pub now: Moment,
    pub chance: Chance,
    pub device: DeviceId,
    pub rows: Vec<Row>,
    pub journal: Vec<JournalEntry>,
    /// There is none in a browser.
    #[cfg(not(target_arch = "wasm32"))]
    store: Store,
}

impl World {
    /// A council with these roles, and as many products of different sets.
    pub fn new(seed: u64, roles: &[Role], products: usize) -> World {
        let schemes = sets();
        let mut chance = Chance(seed);
        let now = Moment::parse("2026-11-21T01:00:00.000Z").expect("a moment");
        let member = |(at, role): (usize, &Role)| Member {
            id: Id::new(now.0 + at as i64, chance.ten()),
            name: format!("Ủy viên {}", at + 1),
            post: "Sở Công Thương".to_owned(),
            role: *role,
            absent: None,
            unknown: Default::default(),
        };
        let members: Vec<Member> = roles.iter().enumerate().map(member).collect();
        let product = |at: usize| SessionProduct {
            id: Id::new(now.0 + 100 + at as i64, chance.ten()),
            name: format!("Sản phẩm {}", at + 1),
            producer: "HTX Văn Quan".to_owned(),
            commune: "Văn Quan".to_owned(),
            code: format!("20-06172-{:02}-2026", at + 1),
            phone: String::new(),
            set: schemes[(at * 7 + seed as usize) % schemes.len()].0.clone(),
            agreed: Default::default(),
            typed: None,
            unknown: Default::default(),
        };
        let session = Session {
            name: "Đợt 2 năm 2026".to_owned(),
            council: "Hội đồng OCOP tỉnh Lạng Sơn".to_owned(),
            purpose: Purpose::Official,
            level: Level::Province,
            date: Date::new(2026, 11, 21).expect("a day"),
            decision: "qd-26-2026".to_owned(),
            products: (0..products).map(product).collect(),
            members,
            rules: CouncilRules::default(),
            dossier: None,
            procedure: None,
            unknown: Default::default(),
        };
        let (id, device) = (Id::new(now.0, chance.ten()), Id::new(now.0, chance.ten()));
        let mut world = World {
            id,
            ledger: Ledger::default(),
            room: Room::default(),
            schemes,
            now,
            chance,
            device,
            rows: Vec::new(),
            journal: Vec::new(),
            #[cfg(not(target_arch = "wasm32"))]
            store: Store::Memory(MemoryStore::default()),
        };
        let change = world.act("office", |ledger, _, act| ledger.save_session(id, session, act));
        world.write(&change);
        world
    }

    /// The usual nine, with a secretary.
    pub fn nine(seed: u64, products: usize) -> World {
        let mut roles = vec![Role::Member; 10];
        (roles[0], roles[1], roles[9]) = (Role::Chair, Role::ViceChair, Role::Secretary);
        World::new(seed, &roles, products)
    }

    pub fn session(&self) -> Session {
        self.ledger.session(self.id).expect("a session").clone()
    }

    pub fn member(&self, at: usize) -> MemberId {
        self.session().members[at].id
    }

    pub fn product(&self, at: usize) -> ProductId {
        self.session().products[at].id
    }

    pub fn key(&self, member: usize, product: usize) -> SheetKey {
        SheetKey { session: self.id, member: self.member(member), product: self.product(product) }
    }

    pub fn scheme(&self, product: usize) -> Scheme {
        let pin = self.session().products[product].set.clone();
        self.schemes.iter().find(|(own, _)| *own == pin).expect("a set").1.clone()
    }

    pub fn act<T>(&mut self, who: &str, act: impl FnOnce(&mut Ledger, &mut Room, &mut Act<'_>) -> T) -> T {
        self.now.0 += 1000;
        let chance = &mut self.chance;
        let mut random = || chance.ten();
        let mut circumstances = Act { now: self.now, who: who.to_owned(), random: &mut random };
        act(&mut self.ledger, &mut self.room, &mut circumstances)
    }

    /// Writes it as the app does: the store refuses what it takes for changed from elsewhere.
    pub fn write(&mut self, change: &Change) {
        #[cfg(not(target_arch = "wasm32"))]
        {
            let batch = Batch::from(change.clone());
            let mut writing = std::pin::pin!(self.store.write(&batch, Durability::Strict));
            let written = writing.as_mut().poll(&mut Context::from_waker(Waker::noop()));
            assert_eq!(written, Poll::Ready(Ok(())));
        }
        self.rows.extend(change.rows.iter().cloned());
        self.journal.extend(change.entries.iter().cloned());
    }

    pub fn perform(&mut self, deed: RoomDeed) -> Result<Change, RoomRefusal> {
        let (id, device) = (self.id, self.device);
        let before = (self.ledger.clone(), self.room.clone());
        let done = self.act("office", |ledger, room, act| room.perform(ledger, id, deed, device, act));
        match &done {
            Ok(change) => self.write(change),
            Err(_) => assert!((&self.ledger, &self.room) == (&before.0, &before.1), "a refused act changes nothing"),
        }
        done
    }

    pub fn edit(&mut self, key: SheetKey, product: usize, edit: SheetEdit) -> Result<Change, Refusal> {
        let scheme = self.scheme(product);
        let change = self.act(&key.member.to_string(), |ledger, _, act| ledger.edit_sheet(key, &scheme, edit, act))?;
        self.write(&change);
        Ok(change)
    }

    pub fn take_in(&mut self, sheets: Vec<SealedSheet>, way: Way) -> Intake {
        let (id, device, schemes) = (self.id, self.device, self.schemes.clone());
        let of = |pin: &SetPin| schemes.iter().find(|(own, _)| own == pin).map(|(_, scheme)| scheme);
        let done = self.act("office", |ledger, room, act| room.take_in(ledger, id, sheets, way, &of, device, act));
        let (intake, change) = done.expect("a session");
        self.write(&change);
        intake
    }

    /// A locked sheet as it comes from a member's device: `points` of each leaf by chance.
    pub fn sealed(&mut self, member: usize, product: usize) -> SealedSheet {
        let scheme = self.scheme(product);
        let key = self.key(member, product);
        self.now.0 += 1000;
        let sheet = random_sheet(key, &scheme, self.now, &mut self.chance);
        SealedSheet::of(&sheet).expect("locked")
    }
}

/// A whole locked sheet.
pub fn random_sheet(key: SheetKey, scheme: &Scheme, now: Moment, chance: &mut Chance) -> Worksheet {
    let mut sheet = Worksheet::new(key.session, key.member, key.product);
    for leaf in &scheme.leaves {
        let at = chance.below(leaf.offers.len() + usize::from(leaf.offers_none_met()));
        let answer = leaf.offers.get(at).map_or(Answer::NoneMet, Answer::of);
        sheet.answers.insert(leaf.number.clone(), answer);
    }
    sheet.state = SheetState::Locked;
    sheet.locked_at = Some(now);
    sheet
}
