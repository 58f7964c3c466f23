//! Amounts in words and as typed: the reference table, and that both ways agree.

use so_ocop::domain::money::{Dong, Even, NoAmount, Quantity};
use so_ocop::domain::vietnamese::Wording;

/// Amounts and how papers say them.
const TABLE: [(i64, &str); 66] = [
    (0, "Không đồng"),
    (1, "Một đồng"),
    (5, "Năm đồng"),
    (10, "Mười đồng"),
    (15, "Mười lăm đồng"),
    (21, "Hai mươi mốt đồng"),
    (24, "Hai mươi tư đồng"),
    (31, "Ba mươi mốt đồng"),
    (44, "Bốn mươi tư đồng"),
    (55, "Năm mươi lăm đồng"),
    (100, "Một trăm đồng"),
    (101, "Một trăm linh một đồng"),
    (104, "Một trăm linh bốn đồng"),
    (105, "Một trăm linh năm đồng"),
    (110, "Một trăm mười đồng"),
    (111, "Một trăm mười một đồng"),
    (114, "Một trăm mười bốn đồng"),
    (115, "Một trăm mười lăm đồng"),
    (121, "Một trăm hai mươi mốt đồng"),
    (124, "Một trăm hai mươi tư đồng"),
    (205, "Hai trăm linh năm đồng"),
    (221, "Hai trăm hai mươi mốt đồng"),
    (1000, "Một nghìn đồng chẵn"),
    (1001, "Một nghìn không trăm linh một đồng"),
    (1005, "Một nghìn không trăm linh năm đồng"),
    (1010, "Một nghìn không trăm mười đồng"),
    (1015, "Một nghìn không trăm mười lăm đồng"),
    (1105, "Một nghìn một trăm linh năm đồng"),
    (2004, "Hai nghìn không trăm linh bốn đồng"),
    (2024, "Hai nghìn không trăm hai mươi tư đồng"),
    (10_010, "Mười nghìn không trăm mười đồng"),
    (14_000, "Mười bốn nghìn đồng chẵn"),
    (15_000, "Mười lăm nghìn đồng chẵn"),
    (21_000, "Hai mươi mốt nghìn đồng chẵn"),
    (100_005, "Một trăm nghìn không trăm linh năm đồng"),
    (500_500, "Năm trăm nghìn năm trăm đồng"),
    (999_999, "Chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng"),
    (1_000_000, "Một triệu đồng chẵn"),
    (1_000_001, "Một triệu không trăm linh một đồng"),
    (1_000_005, "Một triệu không trăm linh năm đồng"),
    (1_000_100, "Một triệu một trăm đồng"),
    (1_005_000, "Một triệu không trăm linh năm nghìn đồng chẵn"),
    (1_010_000, "Một triệu không trăm mười nghìn đồng chẵn"),
    (1_050_000, "Một triệu không trăm năm mươi nghìn đồng chẵn"),
    (1_500_000, "Một triệu năm trăm nghìn đồng chẵn"),
    (10_010_010, "Mười triệu không trăm mười nghìn không trăm mười đồng"),
    (10_500_000, "Mười triệu năm trăm nghìn đồng chẵn"),
    (21_000_000, "Hai mươi mốt triệu đồng chẵn"),
    (24_500_000, "Hai mươi tư triệu năm trăm nghìn đồng chẵn"),
    (35_000_000, "Ba mươi lăm triệu đồng chẵn"),
    (105_000_000, "Một trăm linh năm triệu đồng chẵn"),
    (400_000_000, "Bốn trăm triệu đồng chẵn"),
    (494_900_000, "Bốn trăm chín mươi tư triệu chín trăm nghìn đồng chẵn"),
    (1_000_000_000, "Một tỷ đồng chẵn"),
    (1_000_000_001, "Một tỷ không trăm linh một đồng"),
    (1_000_005_000, "Một tỷ không trăm linh năm nghìn đồng chẵn"),
    (1_005_000_000, "Một tỷ không trăm linh năm triệu đồng chẵn"),
    (2_400_000_000, "Hai tỷ bốn trăm triệu đồng chẵn"),
    (2_500_000_000, "Hai tỷ năm trăm triệu đồng chẵn"),
    (10_600_000_000, "Mười tỷ sáu trăm triệu đồng chẵn"),
    (100_000_000_000, "Một trăm tỷ đồng chẵn"),
    (1_000_000_000_000, "Một nghìn tỷ đồng chẵn"),
    (1_005_000_000_000, "Một nghìn không trăm linh năm tỷ đồng chẵn"),
    (2_500_000_000_000, "Hai nghìn năm trăm tỷ đồng chẵn"),
    (45_000_000_000_000, "Bốn mươi lăm nghìn tỷ đồng chẵn"),
    (423_000_000_000_000, "Bốn trăm hai mươi ba nghìn tỷ đồng chẵn"),
];

#[test]
fn amounts_are_said_as_in_the_table_and_read_back() {
    for (dong, words) in TABLE {
        assert_eq!(Dong(dong).in_words(Wording::USUAL, Even::Round), words);
        assert_eq!(Dong::of_words(words), Some(Dong(dong)), "{words}");
    }
    assert_eq!(Dong(-21).in_words(Wording::USUAL, Even::Round), "Âm hai mươi mốt đồng");
    assert_eq!(Dong(1000).in_words(Wording::USUAL, Even::Never), "Một nghìn đồng");
    assert_eq!(
        Dong(24).in_words(Wording { linh: false, tu: false, nghin: false }, Even::Always),
        "Hai mươi bốn đồng chẵn"
    );
    assert_eq!(Dong::of_words("(Bốn trăm triệu đồng chẵn./.)"), Some(Dong(400_000_000)));
    assert_eq!(Dong::of_words("Bốn trăm triệu đống"), None);
}

#[test]
fn typed_amounts_are_read() {
    for (text, dong) in [
        ("400000000", 400_000_000),
        ("400.000.000", 400_000_000),
        ("400 000 000 đồng", 400_000_000),
        ("400 triệu", 400_000_000),
        ("0,4 tỷ", 400_000_000),
        ("2,5 tỷ đồng", 2_500_000_000),
        ("2,5 tỉ", 2_500_000_000),
        ("494,9 triệu đồng", 494_900_000),
        ("1.200 nghìn đồng", 1_200_000),
        ("45.000 tỷ đồng", 45_000_000_000_000),
        ("500.000 đ", 500_000),
        ("1,50 triệu", 1_500_000),
        ("0", 0),
    ] {
        assert_eq!(Dong::parse(text), Ok(Dong(dong)), "{text}");
    }
    for (text, why) in [
        ("1.5", NoAmount::Ambiguous),
        ("1.5 tỷ", NoAmount::Ambiguous),
        ("1234.567", NoAmount::Ambiguous),
        ("", NoAmount::NotANumber),
        ("tỷ", NoAmount::NotANumber),
        ("4o0", NoAmount::NotANumber),
        ("3,", NoAmount::NotANumber),
        ("-5", NoAmount::NotANumber),
        ("400-500", NoAmount::NotANumber),
        ("0,5", NoAmount::PartOfADong),
        ("0,0005 nghìn", NoAmount::PartOfADong),
        ("99999999999 tỷ", NoAmount::OutOfRange),
    ] {
        assert_eq!(Dong::parse(text), Err(why), "{text}");
    }
}

#[test]
fn sums_and_products_are_exact() {
    assert_eq!(Quantity(2500).times(Dong(3)), Some(Dong(8)), "7,5 is rounded up");
    assert_eq!(Quantity::whole(4).times(Dong(12_500_000)), Some(Dong(50_000_000)));
    assert_eq!(Quantity(i64::MAX).times(Dong(i64::MAX)), None);
    for (text, thousandths) in [("5", 5000), ("1.5", 1500), ("0.125", 125), ("-2.05", -2050)] {
        assert_eq!(Quantity::parse(text), Some(Quantity(thousandths)), "{text}");
        assert_eq!(Quantity(thousandths).to_string(), text);
    }
    for bad in ["", "1,5", "1.", ".5", "1.2345", "x"] {
        assert_eq!(Quantity::parse(bad), None, "{bad}");
    }
    assert_eq!(Dong::sum([Dong(1), Dong(i64::MAX)]), None);
    assert_eq!(Dong::sum([Dong(400_000_000), Dong(-1)]), Some(Dong(399_999_999)));
}
