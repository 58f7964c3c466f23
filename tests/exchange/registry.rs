//! The registry in files: out and in again, merged group by group, and a whole province.

use std::collections::BTreeMap;

use so_ocop::codec::canonical;
use so_ocop::domain::criteria::SetPin;
use so_ocop::domain::cycle::*;
use so_ocop::domain::date::Date;
use so_ocop::domain::moment::Moment;
use so_ocop::domain::registry::{Attachment, LegalForm, Producer, ProducerId, Product, RegisteredId};
use so_ocop::exchange::{Choice, Content, Heading, Limits, Reader, Verdict, export};
use so_ocop::ledger::registry::Registry;
use so_ocop::ledger::{Act, Change};
use so_ocop::schema::{Kind, PackedEntry, PackedRow, Row};

use crate::device::{Device, Dice, read, wait, with_sets};

const DAY: i64 = 86_400_000;

/// An office with what it wrote.
struct Office {
    registry: Registry,
    dice: Dice,
    now: Moment,
    written: Change,
}

impl Office {
    fn new(seed: u64) -> Office {
        let now = Moment(i64::from(date("2026-11-21").days()) * DAY);
        Office { registry: Registry::default(), dice: Dice(seed), now, written: Change::default() }
    }

    fn act<R>(&mut self, act: impl FnOnce(&mut Registry, &mut Act<'_>) -> R, change: impl FnOnce(&R) -> Change) -> R {
        self.now.0 += 1000;
        let dice = &mut self.dice;
        let mut random = || std::array::from_fn(|_| dice.next() as u8);
        let mut circumstances = Act { now: self.now, who: "office".to_owned(), random: &mut random };
        let done = act(&mut self.registry, &mut circumstances);
        let change = change(&done);
        self.written.rows.extend(change.rows);
        self.written.entries.extend(change.entries);
        done
    }

    fn producer(&mut self, name: &str) -> ProducerId {
        let mut producer = Producer::named(name);
        producer.legal_form = LegalForm::Cooperative;
        producer.registration.number = "140000123".to_owned();
        self.act(
            |registry, act| {
                let id = act.id();
                (id, registry.save(id, producer, None, act))
            },
            |(_, change)| change.clone(),
        )
        .0
    }

    fn product(&mut self, name: &str, producer: ProducerId) -> RegisteredId {
        let mut product = Product::named(name, producer);
        product.set = Some(pin());
        product.address = "Thôn Nà Bản, xã Điềm He, Lạng Sơn".to_owned();
        self.act(
            |registry, act| {
                let id = act.id();
                (id, registry.save(id, product, None, act))
            },
            |(_, change)| change.clone(),
        )
        .0
    }

    /// A dossier with so many pieces of evidence.
    fn dossier(&mut self, product: RegisteredId, evidence: usize) -> DossierId {
        let mut dossier = Dossier::blank(product, DossierType::First);
        dossier.set = Some(pin());
        let deed = self.deed("2026-10-01");
        for at in 0..evidence {
            let kind = EvidenceType::ALL[at % EvidenceType::ALL.len()];
            let id = so_ocop::domain::id::Id::new(self.now.0, std::array::from_fn(|_| self.dice.next() as u8));
            let mut one = Evidence::titled(id, kind, "Phiếu kiểm nghiệm chất lượng, an toàn thực phẩm");
            one.number = format!("{}/KN-2025", self.dice.below(900));
            one.issuer = "Trung tâm Kiểm nghiệm tỉnh".to_owned();
            one.issued = Some(date("2025-06-15"));
            one.valid_until = date("2025-06-15").plus_days(400 + self.dice.below(900) as i32).into();
            one.criteria = vec!["1.1".to_owned(), "6.2".to_owned()];
            dossier.evidence.push(one);
        }
        self.act(
            |registry, act| registry.begin_dossier(dossier, &deed, act).expect("begins"),
            |(_, change)| change.clone(),
        )
        .0
    }

    fn certificate(&mut self, product: RegisteredId, stars: u8, from: Date) {
        let decision = DocumentRef::new("816/QĐ-UBND", from, "UBND tỉnh Lạng Sơn");
        let certificate = Certificate::blank(product, stars, decision, from);
        let deed = Deed { on: from, ..self.deed("2026-10-01") };
        self.act(
            |registry, act| registry.enter_certificate(certificate, &deed, act).expect("entered"),
            |(_, change)| change.clone(),
        );
    }

    fn deed(&self, on: &str) -> Deed {
        Deed::new(date(on), self.now, "UBND xã Điềm He")
    }

    fn file(&self) -> String {
        // The store keeps the newest row of a record.
        let newest: BTreeMap<&str, &Row> = self.written.rows.iter().map(|row| (row.id.as_str(), row)).collect();
        let rows = newest.into_values().map(PackedRow::of).collect();
        let journal = self.written.entries.iter().map(PackedEntry::of).collect();
        with_sets(|_, schemes| export(Content { rows, journal, ..Content::default() }, schemes))
    }
}

fn date(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn pin() -> SetPin {
    with_sets(|sets, _| {
        let set = sets.iter().find(|set| set.pin.decision == "qd-26-2026" && set.pin.code == "11");
        set.expect("the tea set").pin.clone()
    })
}

/// One of everything.
fn small() -> Office {
    let mut office = Office::new(11);
    let producer = office.producer("HTX Chè Điềm He");
    let tea = office.product("Chè xanh Điềm He", producer);
    office.dossier(tea, 3);
    office.certificate(tea, 3, date("2024-04-26"));
    let deed = office.deed("2026-03-01");
    office.act(
        |registry, act| registry.register_idea(Idea::blank(tea, IdeaType::New, 2026), &deed, act).expect("registered"),
        |(_, change)| change.clone(),
    );
    let file = Attachment {
        product: tea,
        name: "anh.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
        size: 3,
        hash: "sha256:0".to_owned(),
        data: "AQL/".to_owned(),
        unknown: Default::default(),
    };
    let save = |registry: &mut Registry, act: &mut Act<'_>| {
        let id = act.id();
        registry.save(id, file, None, act)
    };
    office.act(save, Clone::clone);
    let settings = so_ocop::domain::cycle::Office { unit: "UBND xã Điềm He".to_owned(), ..Default::default() };
    office.act(
        |registry, act| registry.save(so_ocop::domain::cycle::Office::own_id(), settings, None, act),
        Clone::clone,
    );
    office
}

#[test]
fn every_kind_comes_out_of_a_file_as_it_went_in() {
    let office = small();
    let file = office.file();
    let envelope = read(file.as_bytes()).expect("reads");
    let kinds: std::collections::BTreeSet<Kind> = envelope.rows.iter().map(|row| row.kind).collect();
    assert_eq!(kinds.len(), 7, "{kinds:?}");

    let mut device = Device::new(1);
    let (plan, import) = device.import(&file, &BTreeMap::new());
    assert_eq!(plan.warnings, []);
    assert_eq!(device.export(), file);
    let headings: Vec<Option<Heading>> = plan.groups.iter().map(|group| group.heading.clone()).collect();
    let product = Heading::Product { name: "Chè xanh Điềm He".to_owned() };
    let producer = Heading::Producer { name: "HTX Chè Điềm He".to_owned() };
    let settings = Heading::Office { unit: "UBND xã Điềm He".to_owned() };
    assert_eq!(headings, [Some(product), Some(producer), Some(settings)]);

    wait(device.store.undo_import(&import)).expect("undone");
    assert_eq!(device.export(), Device::new(0).export());
}

#[test]
fn the_registry_read_again_is_the_registry() {
    let office = small();
    let rows: Vec<Row> = office.written.rows.clone();
    let mut again = Registry::default();
    assert_eq!(again.absorb(rows.clone()), []);
    assert_eq!(again, office.registry);
    // In any order, and twice.
    let mut backwards = Registry::default();
    backwards.absorb(rows.iter().rev().cloned().collect());
    backwards.absorb(rows);
    assert_eq!(backwards, again);
}

#[test]
fn the_bytes_of_a_file_stay_out_of_the_journal() {
    let office = small();
    let entries = office.written.entries.iter().filter(|entry| entry.kind == Kind::Attachment);
    let texts: Vec<String> = entries.map(|entry| canonical(&entry.new)).collect();
    assert_eq!(texts.len(), 1);
    assert!(texts[0].contains("anh.jpg") && !texts[0].contains("AQL/"), "{}", texts[0]);
}

#[test]
fn a_product_changed_on_both_sides_is_a_choice_and_its_neighbour_is_not() {
    let mut office = small();
    let file = office.file();
    let mut device = Device::new(2);
    device.import(&file, &BTreeMap::new());

    let tea = office.registry.products().next().expect("tea").0;
    let rename = |office: &mut Office, name: &str| {
        let product = Product { name: name.to_owned(), ..office.registry.get::<Product>(tea).expect("tea").clone() };
        office.act(|registry, act| registry.save(tea, product, None, act), Clone::clone);
    };
    // The office and the device rename it apart; the office has a new product besides.
    let mut apart = small();
    rename(&mut apart, "Chè shan Điềm He");
    let before = device.export();
    device.import(&apart.file(), &BTreeMap::new());
    assert_ne!(device.export(), before);
    rename(&mut office, "Chè hữu cơ Điềm He");
    let producer = office.registry.producers().next().expect("one").0;
    office.product("Chè ướp nhài", producer);

    let (plan, _) = device.import(&office.file(), &BTreeMap::new());
    let of = |name: &str| {
        let named = Some(Heading::Product { name: name.to_owned() });
        plan.groups.iter().find(|group| group.heading == named).expect(name)
    };
    let verdicts: Vec<Verdict> = of("Chè hữu cơ Điềm He").rows.iter().map(|row| row.verdict).collect();
    assert!(verdicts.contains(&Verdict::Conflict), "{verdicts:?}");
    assert!(of("Chè ướp nhài").rows.iter().all(|row| row.verdict == Verdict::New));
    assert!(device.export().contains("Chè shan Điềm He"), "the device's name stays");
    assert!(device.export().contains("Chè ướp nhài"));

    let choices: BTreeMap<String, Choice> = [(tea.to_string(), Choice::File)].into();
    device.import(&office.file(), &choices);
    let registry_rows = wait(device.store.load(so_ocop::storage::Which::Kind(Kind::Product))).expect("loads").rows;
    let names: Vec<String> = registry_rows.iter().map(|row| canonical(&row.body)).collect();
    assert!(names.iter().any(|text| text.contains("Chè hữu cơ Điềm He")), "{names:?}");
}

#[test]
fn a_province_is_read_without_a_fault() {
    let (products, evidence) = match std::env::var_os("WRITE_PROVINCE") {
        Some(_) => (2000, 10),
        None => (60, 10),
    };
    let mut office = Office::new(5);
    let mut producer = office.producer("HTX số 0");
    for at in 0..products {
        if at % 2 == 0 {
            producer = office.producer(&format!("Hợp tác xã nông sản số {at}"));
        }
        let product = office.product(&format!("Sản phẩm OCOP thứ {at}"), producer);
        office.dossier(product, evidence);
        if at % 3 != 0 {
            office.certificate(product, 3 + (at % 2) as u8, date("2024-01-10").plus_days(at % 900));
        }
    }
    let file = office.file();
    if let Some(path) = std::env::var_os("WRITE_PROVINCE") {
        std::fs::write(path, &file).expect("written");
    }
    let envelope = Reader::new(file.into_bytes(), Limits::default()).expect("a text").read().expect("reads");
    assert_eq!(envelope.rows.iter().filter(|row| row.kind == Kind::Dossier).count(), products as usize);
}
