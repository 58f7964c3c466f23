//! Fields of one figure.

use so_ocop::table::{Figure, NoFigure, Reason};

const MONEY: Figure = Figure::Money { or_loss: false };
const RESULT: Figure = Figure::Money { or_loss: true };

#[test]
fn money_is_read_with_its_unit_and_never_by_its_digits_alone() {
    assert_eq!(MONEY.read("1,5 triệu"), Ok(Some(1_500_000)));
    assert_eq!(MONEY.read("1,2 tỷ đồng"), Ok(Some(1_200_000_000)));
    assert_eq!(MONEY.read("400.000.000"), Ok(Some(400_000_000)));
    assert_eq!(MONEY.read("1,5"), Err(NoFigure::Unread(Reason::NotWhole)));
    assert_eq!(MONEY.read("abc"), Err(NoFigure::Unread(Reason::NotNumber)));
    assert_eq!(MONEY.read("12 con"), Err(NoFigure::Unread(Reason::NotNumber)));
}

#[test]
fn a_loss_fits_only_where_one_can_be_made() {
    assert_eq!(RESULT.read("-20 triệu"), Ok(Some(-20_000_000)));
    assert_eq!(MONEY.read("-20 triệu"), Err(NoFigure::Below(0)));
}

#[test]
fn a_count_is_whole_and_within_its_bounds() {
    let year = Figure::Count { least: 1990, most: 2200 };
    assert_eq!(year.read("2026"), Ok(Some(2026)));
    assert_eq!(year.read("206"), Err(NoFigure::Below(1990)));
    assert_eq!(year.read("20266"), Err(NoFigure::Above(2200)));
    assert_eq!(Figure::COUNT.read("1.200"), Ok(Some(1200)));
    assert_eq!(Figure::COUNT.read("-1"), Err(NoFigure::Below(0)));
    assert_eq!(Figure::COUNT.read("4294967296"), Err(NoFigure::Above(4_294_967_295)));
    assert_eq!(Figure::COUNT.read("3 triệu"), Err(NoFigure::Unread(Reason::NotNumber)));
}

#[test]
fn nothing_typed_is_no_figure() {
    for figure in [MONEY, RESULT, Figure::COUNT] {
        assert_eq!(figure.read(""), Ok(None));
        assert_eq!(figure.read("  "), Ok(None));
    }
}
