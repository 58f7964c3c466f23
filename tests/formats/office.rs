//! The council's results book, reckoned by LibreOffice: every sum, mean, mark and star must be the engine's.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use so_ocop::book::{Carried, CarriedCell, ProductOf, results_book};
use so_ocop::domain::council::{ProductResult, consolidate_agreed};
use so_ocop::domain::criteria::Scheme;
use so_ocop::domain::date::Date;
use so_ocop::domain::moment::Moment;
use so_ocop::domain::session::{Level, MemberId, MinimaOn, Session};
use so_ocop::domain::worksheet::{Answer, SheetState, Worksheet};
use so_ocop::exchange::sheets::Form;
use so_ocop::exchange::{Limits, Reader, Schemes};
use so_ocop::formats::write;
use so_ocop::ledger::Ledger;
use so_ocop::schema::migrate;

use crate::sample::Chance;
use crate::shipped;

/// A council with its products, sheets and results.
struct Council {
    session: Session,
    schemes: Vec<Scheme>,
    sheets: Vec<Vec<(MemberId, Option<Worksheet>)>>,
    results: Vec<ProductResult>,
}

impl Council {
    fn new(session: Session, schemes: Vec<Scheme>, sheets: Vec<Vec<(MemberId, Option<Worksheet>)>>) -> Council {
        let one = |at: usize| {
            let own: Vec<_> = sheets[at].iter().map(|(id, sheet)| (*id, sheet.as_ref())).collect();
            let agreed = &session.products[at].agreed;
            consolidate_agreed(&schemes[at], &own, agreed, &session.rules, session.recognises())
        };
        let results = (0..schemes.len()).map(one).collect();
        Council { session, schemes, sheets, results }
    }

    /// The book as it travels, with every kept value spoilt: what is read afterwards was reckoned anew.
    fn spoilt_book(&self) -> Carried {
        let sheets: Vec<Vec<_>> =
            self.sheets.iter().map(|own| own.iter().map(|(id, sheet)| (*id, sheet.as_ref())).collect()).collect();
        let products: Vec<ProductOf<'_>> = (0..self.schemes.len())
            .map(|at| ProductOf {
                product: &self.session.products[at],
                scheme: &self.schemes[at],
                sheets: &sheets[at],
                result: &self.results[at],
            })
            .collect();
        let made = results_book(&self.session, &products);
        assert_eq!(made.differs, []);
        let mut carried = Carried::of_text(&made.book.to_text()).expect("a book");
        for (cell, _) in carried.pages.iter_mut().flat_map(|page| &mut page.rows).flatten() {
            match cell {
                CarriedCell::Reckoned(_, value) => *value = "-999".to_owned(),
                CarriedCell::Said(_, value) => *value = "hỏng".to_owned(),
                _ => (),
            }
        }
        carried
    }
}

/// The councils of a shipped sample.
fn of_sample(name: &str) -> Vec<Council> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/samples").join(name);
    let envelope = Reader::new(fs::read(path).expect(name), Limits::default()).expect(name).read().expect(name);
    let mut ledger = Ledger::default();
    let rows = envelope.rows.iter().map(|row| migrate(row.row().expect("a row")).expect("a row")).collect();
    assert_eq!(ledger.absorb(rows), []);
    let mut schemes = Schemes::default();
    for set in shipped::sets() {
        let scheme = std::rc::Rc::new(Scheme::new(&set.set()).expect("a scheme"));
        schemes.insert(set.folder, &set.entry.slug, &so_ocop::domain::criteria::content_hash(&set.bytes), scheme);
    }
    let council = |(id, session): (_, &Session)| {
        let sheets = session.products.iter().map(|product| {
            let own = ledger.product_sheets(id, session, product.id);
            own.into_iter().map(|(member, sheet)| (member, sheet.cloned())).collect()
        });
        let own = session.products.iter().map(|product| schemes.get(&product.set).expect("a set").clone());
        Council::new(session.clone(), own.collect(), sheets.collect())
    };
    ledger.sessions().into_iter().map(council).collect()
}

/// A council of two to seven members over eight shipped sets, with answers around the thresholds.
fn by_chance(chance: &mut Chance, round: usize) -> Council {
    let sets = shipped::sets();
    let members: Vec<MemberId> = (0..2 + chance.below(6)).map(|at| MemberId::new(at as i64, [7; 10])).collect();
    let (mut schemes, mut sheets) = (Vec::new(), Vec::new());
    let mut session = of_sample("van-quan-2024.json").remove(0).session;
    let (product, member) = (session.products[0].clone(), session.members[0].clone());
    session.date = Date::new(2026, 11, 20).expect("a day");
    session.decision = "qd-26-2026".into();
    session.level = if round.is_multiple_of(2) { Level::Province } else { Level::Central };
    session.rules.gap_limit = [10, 5, 0][chance.below(3)];
    session.rules.minima_cumulative = chance.below(3) > 0;
    session.rules.minima_on = round.is_multiple_of(3).then_some(MinimaOn::Consensus);
    session.members = members
        .iter()
        .enumerate()
        .map(|(at, id)| {
            let mut member = member.clone();
            (member.id, member.name) = (*id, format!("Thành viên {at}"));
            member
        })
        .collect();
    session.products.clear();
    for at in 0..8 {
        let set = &sets[(round * 8 + at) % sets.len()];
        let scheme = Scheme::new(&set.set()).expect("a scheme");
        let mut product = product.clone();
        product.name = format!("Sản phẩm '{at}': {}", set.entry.slug);
        product.typed = None;
        product.agreed = BTreeMap::new();
        let generous = chance.below(4);
        let own = members.iter().map(|id| (*id, sheet(&scheme, generous, chance)));
        sheets.push(own.map(|(id, sheet)| (id, if chance_of_none(at, id) { None } else { Some(sheet) })).collect());
        for leaf in scheme.leaves.iter().filter(|leaf| leaf.needs.iter().any(Option::is_some)) {
            if chance.below(3) == 0 {
                let offer = chance.of(&leaf.offers);
                let answer = Answer::Option { case: offer.case, option: offer.option, points: offer.points };
                product.agreed.insert(leaf.number.clone(), answer);
            }
        }
        schemes.push(scheme);
        session.products.push(product);
    }
    Council::new(session, schemes, sheets)
}

/// One product in each council misses a sheet.
fn chance_of_none(product: usize, member: MemberId) -> bool {
    product == 5 && member == MemberId::new(1, [7; 10])
}

fn sheet(scheme: &Scheme, generous: usize, chance: &mut Chance) -> Worksheet {
    let product = so_ocop::domain::session::ProductId::new(0, [0; 10]);
    let session = so_ocop::domain::session::SessionId::new(0, [0; 10]);
    let mut sheet = Worksheet::new(session, MemberId::new(0, [7; 10]), product);
    for leaf in &scheme.leaves {
        let best = leaf.offers.iter().max_by_key(|offer| offer.points).expect("an offer");
        let offer = if chance.below(4) < generous { best } else { chance.of(&leaf.offers) };
        let answer = Answer::Option { case: offer.case, option: offer.option, points: offer.points };
        sheet.answers.insert(leaf.number.clone(), answer);
    }
    (sheet.state, sheet.locked_at) = (SheetState::Locked, Some(Moment(0)));
    sheet
}

/// LibreOffice's own CSV of every sheet, by the sheet's name.
fn reckoned(folder: &Path, book: &Carried) -> BTreeMap<String, Vec<Vec<String>>> {
    let bytes = write(book, Form::Xlsx, Date::new(2026, 11, 22), &mut |_, _| ()).expect("written");
    let file = folder.join("ket-qua.xlsx");
    fs::write(&file, bytes).expect("a file");
    let profile = folder.join("profile");
    // The kept values must never be believed.
    let settings = profile.join("user/registrymodifications.xcu");
    fs::create_dir_all(settings.parent().expect("a folder")).expect("a folder");
    fs::write(
        settings,
        r#"<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"#,
    )
    .expect("settings");
    // Without a locale that knows all letters it writes others into the names of files.
    let done = Command::new("soffice")
        .env("LC_ALL", "C.UTF-8")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args([
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
        ])
        .arg("--outdir")
        .arg(folder)
        .arg(&file)
        .output()
        .expect("this test needs LibreOffice (soffice)");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let mut sheets = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(title) = name.strip_prefix("ket-qua-").and_then(|rest| rest.strip_suffix(".csv")) else { continue };
        let text = fs::read_to_string(entry.path()).expect(&name);
        sheets.insert(title.to_owned(), comma_separated(&text));
        fs::remove_file(entry.path()).expect(&name);
    }
    sheets
}

fn comma_separated(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    rows
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("so-ocop-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Compares what LibreOffice reckoned with the engine; answers how many numbers were compared.
fn compare(council: &Council, sheets: &BTreeMap<String, Vec<Vec<String>>>) -> usize {
    let mut compared = 0;
    let mut same = |what: &str, own: &str, engine: String| {
        compared += 1;
        assert_eq!(own, engine, "{what}");
    };
    let summary = &sheets["Tổng hợp"];
    assert!(summary.iter().flatten().any(|cell| cell.starts_with("Đã đối chiếu")));
    assert!(sheets.values().flatten().flatten().all(|cell| cell != "-999" && cell != "hỏng" && !cell.contains("Err:")));
    let first = summary.iter().position(|row| row[0] == "1").expect("the first product");
    for (at, result) in council.results.iter().enumerate() {
        let product = &council.session.products[at];
        let Some(page) = sheets.iter().find(|(title, _)| title.starts_with(&format!("SP {} ", at + 1))) else {
            assert!(result.sheets == 0 && product.typed.is_some(), "{} has no page", product.name);
            continue;
        };
        let answer = |label: &str| {
            // Behind "Kết quả": settings and titles have some of the same words.
            let from = page.1.iter().position(|row| row[1] == "Kết quả").expect("results");
            let row = page.1[from..].iter().find(|row| row[1] == label);
            row.unwrap_or_else(|| panic!("{label}"))[3].clone()
        };
        let name = &product.name;
        let hundredths = |mean: so_ocop::domain::points::Mean| {
            let cut = mean.hundredths();
            let text = format!("{}.{:02}", cut / 100, cut % 100);
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        };
        let line = &summary[first + at];
        if let Some(total) = result.total {
            same(name, &answer("Trung bình"), hundredths(total));
            let parts: Vec<String> = result.parts.iter().map(|part| hundredths(*part)).collect();
            for (column, part) in parts.iter().enumerate() {
                same(name, &line[4 + column], part.clone());
            }
            same(name, &line[4 + parts.len()], hundredths(total));
            same(name, &line[5 + parts.len()], result.band.to_string());
            same(name, &line[6 + parts.len()], result.stars.to_string());
            let members = result.sheets;
            for (leaf, mean) in council.schemes[at].leaves.iter().zip(&result.leaves) {
                let row = page.1.iter().find(|row| row[0] == leaf.number).expect("a criterion");
                same(&leaf.number, &row[3 + members + 1], hundredths(*mean));
            }
        }
        let total: i64 = result.totals.iter().map(|(_, points)| i64::from(*points)).sum();
        same(name, &answer("Tổng các phiếu"), total.to_string());
        same(name, &answer("Hạng theo điểm"), result.band.to_string());
        same(name, &answer("Hạng sau khi xét mức tối thiểu"), result.stars.to_string());
        same(name, &answer("Chênh lệch lớn nhất"), result.max_gap.to_string());
        same(name, &answer("Số cặp phiếu chênh quá mức"), result.gaps.len().to_string());
        let said = so_ocop::text::results::conclusion(result.outcome, result.stars, council.session.level);
        same(name, &answer("Kết luận"), said);
        for star in 3..=result.band.min(5) {
            let missed = result.failed_minima.iter().filter(|own| own.star == star).count();
            same(name, &answer(&format!("Thiếu mức {star} sao")), missed.to_string());
        }
    }
    compared
}

#[test]
fn libreoffice_comes_to_the_engines_results() {
    let folder = folder("office");
    let mut councils = of_sample("van-quan-2024.json");
    let mut chance = Chance(26);
    councils.extend((0..6).map(|round| by_chance(&mut chance, round)));
    let mut compared = 0;
    let mut stars = BTreeMap::new();
    for council in &councils {
        let sheets = reckoned(&folder, &council.spoilt_book());
        compared += compare(council, &sheets);
        for result in &council.results {
            *stars.entry(result.stars).or_insert(0) += 1;
        }
    }
    assert!(compared > 1500, "only {compared} numbers were compared");
    assert!(stars.len() >= 4, "{stars:?}");
    fs::remove_dir_all(folder).expect("removed");
}
