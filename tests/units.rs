//! The shipped administrative units.

use so_ocop::codec::parse;
use so_ocop::domain::units::{Share, Units};

fn units() -> Units {
    let bytes = std::fs::read("public/units/units-2025.json").expect("the file is there");
    Units::read(parse(&bytes).expect("JSON")).expect("units")
}

#[test]
fn the_file_is_whole() {
    let units = units();
    assert_eq!((units.provinces.len(), units.communes.len()), (34, 3321));
    let links: Vec<_> = units.communes.iter().flat_map(|commune| &commune.from).collect();
    assert_eq!(links.len(), 10_597);
    let former: std::collections::BTreeSet<&str> = links.iter().map(|former| former.code.as_str()).collect();
    assert_eq!(former.len(), 10_035);
    let mut without: Vec<&str> =
        units.communes.iter().filter(|commune| commune.from.is_empty()).map(|commune| commune.name.as_str()).collect();
    without.sort_unstable();
    assert_eq!(without.len(), 5, "{without:?}");
    assert!(without.iter().all(|name| name.starts_with("Đặc khu")), "{without:?}");
    let codes: std::collections::BTreeSet<&str> = units.communes.iter().map(|commune| commune.code.as_str()).collect();
    assert_eq!(codes.len(), 3321);
}

#[test]
fn what_the_communes_were_made_of() {
    let units = units();
    let made_of = |name: &str, province: &str| -> Vec<String> {
        let commune = units.communes.iter().find(|commune| {
            commune.name == name && units.province_of(commune).is_some_and(|unit| unit.name == province)
        });
        commune.expect(name).from.iter().map(|former| former.name.clone()).collect()
    };
    let mut diem_he = made_of("Xã Điềm He", "Lạng Sơn");
    diem_he.sort();
    assert_eq!(diem_he, ["Xã Liên Hội", "Xã Trấn Ninh", "Xã Điềm He"]);
    assert!(made_of("Xã Tri Lễ", "Lạng Sơn").contains(&"Xã Hữu Lễ".to_owned()));
    assert!(made_of("Xã Yên Phúc", "Lạng Sơn").contains(&"Xã Bình Phúc".to_owned()));
}

#[test]
fn a_place_is_found_as_people_type_it() {
    let units = units();
    let first = |query: &str| {
        let found = units.find(query, 5);
        let found = found.first().expect(query);
        (found.commune.name.clone(), found.former.map(|former| former.name.clone()))
    };
    assert_eq!(first("diem he"), ("Xã Điềm He".to_owned(), None));
    assert_eq!(first("xa diem he lang son"), ("Xã Điềm He".to_owned(), None));
    assert_eq!(first("huu le van quan"), ("Xã Tri Lễ".to_owned(), Some("Xã Hữu Lễ".to_owned())));
    assert!(units.find("   ", 5).is_empty());
    assert!(units.find("khong co noi nay", 5).is_empty());
    assert_eq!(units.find("tan", 7).len(), 7);
}

#[test]
fn a_divided_unit_leads_to_every_part() {
    let units = units();
    let divided = units
        .communes
        .iter()
        .flat_map(|commune| commune.from.iter().map(move |former| (commune, former)))
        .find(|(_, former)| former.share == Share::Part)
        .expect("some unit was divided");
    let query = [&divided.1.name, " ", units.former_place(divided.1).0].concat();
    let found = units.find(&query, 50);
    let heirs = found.iter().filter(|found| found.former.is_some_and(|former| former.code == divided.1.code));
    assert!(heirs.count() >= 2, "{query}");
}
