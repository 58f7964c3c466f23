//! The hall where a council sits: a ledger, a store that keeps what the acts say must be written, and a clock.

use std::collections::BTreeMap;

use so_ocop::domain::council::{ProductResult, consolidate};
use so_ocop::domain::criteria::{Scheme, SetPin, content_hash};
use so_ocop::domain::date::Date;
use so_ocop::domain::moment::Moment;
use so_ocop::domain::session::{
    CouncilRules, Level, Member, MemberId, ProductId, Purpose, Role, Session, SessionId, SessionProduct,
};
use so_ocop::domain::worksheet::{Answer, Worksheet};
use so_ocop::ledger::{Act, Change, Ledger, Refusal, SheetEdit, SheetKey};
use so_ocop::schema::{JournalEntry, Row};

use crate::shipped;

/// A council in session. Members and products are called by their place in the list, from 0.
pub struct Hall {
    pub id: SessionId,
    pub ledger: Ledger,
    /// The rows as they rest in the store.
    pub store: BTreeMap<String, Row>,
    /// Every row ever written.
    pub written: Vec<Row>,
    pub journal: Vec<JournalEntry>,
    pub session: Session,
    pub schemes: Vec<Scheme>,
    pub now: Moment,
    counter: u64,
}

impl Hall {
    /// A provincial council on 21 November 2026, with nobody and nothing yet.
    pub fn new() -> Hall {
        let now = Moment::parse("2026-11-21T01:00:00.000Z").expect("a moment");
        let session = Session {
            name: "Đợt 2 năm 2026".to_owned(),
            council: "Hội đồng OCOP tỉnh Lạng Sơn".to_owned(),
            purpose: Purpose::Official,
            level: Level::Province,
            date: Date::new(2026, 11, 21).expect("a day"),
            decision: "qd-26-2026".to_owned(),
            members: Vec::new(),
            products: Vec::new(),
            rules: CouncilRules::default(),
            dossier: None,
            procedure: None,
            unknown: Default::default(),
        };
        let mut hall = Hall {
            id: SessionId::new(0, [0; 10]),
            ledger: Ledger::default(),
            store: BTreeMap::new(),
            written: Vec::new(),
            journal: Vec::new(),
            session,
            schemes: Vec::new(),
            now,
            counter: 0,
        };
        hall.id = SessionId::new(now.0, hall.random());
        hall
    }

    /// Seats a chair and members, `count` people who score.
    pub fn council_of(mut self, count: usize) -> Hall {
        for at in 0..count {
            self.seat(if at == 0 { Role::Chair } else { Role::Member });
        }
        self
    }

    /// Seats one person with this role, last in the list.
    pub fn with(mut self, role: Role) -> Hall {
        self.seat(role);
        self
    }

    fn seat(&mut self, role: Role) {
        let id = MemberId::new(self.now.0, self.random());
        let name = ["Ủy viên ", &(self.session.members.len() + 1).to_string()].concat();
        self.session.members.push(Member {
            id,
            name,
            post: "Sở Công Thương".to_owned(),
            role,
            absent: None,
            unknown: Default::default(),
        });
    }

    /// Puts a product on the agenda, with the set of 26/2026/QĐ-TTg that has this code; then opens the session.
    pub fn product(mut self, name: &str, code: &str) -> Hall {
        let sets = shipped::sets();
        let file = sets.iter().find(|file| file.folder == "qd-26-2026" && file.entry.code == code).expect("a set");
        let set = SetPin {
            decision: file.folder.to_owned(),
            slug: file.entry.slug.clone(),
            code: code.to_owned(),
            name: file.entry.name.clone(),
            hash: content_hash(&file.bytes),
            unknown: Default::default(),
        };
        let id = ProductId::new(self.now.0, self.random());
        self.session.products.push(SessionProduct {
            id,
            name: name.to_owned(),
            producer: "HTX Văn Quan".to_owned(),
            commune: "Văn Quan".to_owned(),
            code: "20-06172-01-2026".to_owned(),
            phone: String::new(),
            set,
            agreed: Default::default(),
            typed: None,
            unknown: Default::default(),
        });
        self.schemes.push(Scheme::new(&file.set()).expect("a scheme"));
        self.save_session();
        self
    }

    /// Saves the session as it stands in `session`.
    pub fn save_session(&mut self) -> Change {
        let (id, session) = (self.id, self.session.clone());
        let change = self.act("office", |ledger, act| ledger.save_session(id, session, act));
        self.write(&change);
        change
    }

    /// Deletes the session.
    pub fn delete_session(&mut self) -> Change {
        let id = self.id;
        let change = self.act("office", |ledger, act| ledger.delete_session(id, act));
        self.write(&change);
        change
    }

    /// The key of a member's sheet for a product.
    pub fn key(&self, member: usize, product: usize) -> SheetKey {
        let (member, product) = (self.session.members[member].id, self.session.products[product].id);
        SheetKey { session: self.id, member, product }
    }

    /// A member's sheet for the first product.
    pub fn sheet(&self, member: usize) -> &Worksheet {
        self.ledger.sheet(self.key(member, 0)).expect("a sheet")
    }

    /// A member's sheet as the ledger has it, without the first product's sheet having to be there.
    pub fn has_sheet(&self, member: usize) -> bool {
        self.ledger.sheet(self.key(member, 0)).is_some()
    }

    /// A member edits the sheet for the first product.
    pub fn edit(&mut self, member: usize, edit: SheetEdit) -> Result<Change, Refusal> {
        let (key, scheme) = (self.key(member, 0), self.schemes[0].clone());
        let who = key.member.to_string();
        let before = self.ledger.clone();
        let change = self.act(&who, |ledger, act| ledger.edit_sheet(key, &scheme, edit, act));
        match &change {
            Ok(change) => self.write(change),
            Err(_) => assert_eq!(self.ledger, before, "a refused act changes nothing"),
        }
        change
    }

    /// The answer of the first printed option with these points; 0 where none is printed: none met.
    pub fn answer(&self, number: &str, points: i32) -> Answer {
        let leaf = &self.schemes[0].leaves[self.schemes[0].leaf_at(number).expect("a criterion")];
        match leaf.offers.iter().find(|offer| offer.points == points) {
            Some(offer) => Answer::Option { case: offer.case, option: offer.option, points },
            None => Answer::NoneMet,
        }
    }

    /// A member taps the option with these points.
    pub fn score(&mut self, member: usize, number: &str, points: i32) -> Change {
        let edit = SheetEdit::Answer(number.to_owned(), Some(self.answer(number, points)));
        self.edit(member, edit).expect("an answer")
    }

    /// A member gives full marks for everything but `except`, which is given as named.
    pub fn score_all(&mut self, member: usize, except: &[(&str, i32)]) {
        let leaves: Vec<(String, i32)> =
            self.schemes[0].leaves.iter().map(|leaf| (leaf.number.clone(), leaf.max)).collect();
        for (number, max) in leaves {
            let points = except.iter().find(|(except, _)| *except == number).map_or(max, |(_, points)| *points);
            self.score(member, &number, points);
        }
    }

    /// A member locks the sheet.
    pub fn lock(&mut self, member: usize) -> Result<Change, Refusal> {
        self.edit(member, SheetEdit::Lock)
    }

    /// The result of the first product.
    pub fn result(&self) -> ProductResult {
        let sheets = self.ledger.product_sheets(self.id, &self.session, self.session.products[0].id);
        consolidate(&self.schemes[0], &sheets, &self.session.rules, self.session.recognises())
    }

    /// The program is closed and opened again: a fresh ledger with what rests in the store.
    pub fn reopened(&self) -> Ledger {
        let mut ledger = Ledger::default();
        assert_eq!(ledger.absorb(self.store.values().cloned().collect()), []);
        ledger
    }

    fn act<T>(&mut self, who: &str, act: impl FnOnce(&mut Ledger, &mut Act<'_>) -> T) -> T {
        self.now.0 += 1000;
        let counter = &mut self.counter;
        let mut random = || {
            *counter += 1;
            random_bytes(*counter)
        };
        act(&mut self.ledger, &mut Act { now: self.now, who: who.to_owned(), random: &mut random })
    }

    fn random(&mut self) -> [u8; 10] {
        self.counter += 1;
        random_bytes(self.counter)
    }

    fn write(&mut self, change: &Change) {
        for row in &change.rows {
            self.store.insert(row.id.clone(), row.clone());
            self.written.push(row.clone());
        }
        self.journal.extend(change.entries.iter().cloned());
    }
}

fn random_bytes(counter: u64) -> [u8; 10] {
    let mut bytes = [0; 10];
    bytes[2..].copy_from_slice(&counter.to_be_bytes());
    bytes
}
