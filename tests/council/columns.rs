//! Scores side by side.

use so_ocop::domain::council::{Column, difference};
use so_ocop::domain::points::Mean;
use so_ocop::domain::session::CouncilRules;
use so_ocop::domain::worksheet::SheetState;

use crate::synthetic::{result, scheme, sheet};

const STEPS: &[(i32, Option<u8>)] = &[(0, None), (1, None), (2, None), (3, None)];

#[test]
fn the_councils_column_is_its_result() {
    let scheme = scheme(&[STEPS, STEPS, STEPS]);
    for case in 0..256u32 {
        // Every council of two, and councils of one to four cut out of them.
        let digit = |at: u32| (case >> (2 * (at % 4)) & 3) as i32;
        let members = 1 + case % 4;
        let points: Vec<Vec<i32>> =
            (0..members).map(|member| (0..3).map(|leaf| digit(member + leaf)).collect()).collect();
        let sheets: Vec<_> = points.iter().enumerate().map(|(at, points)| sheet(&scheme, at, points)).collect();
        let column = Column::of(&scheme, &sheets.iter().collect::<Vec<_>>(), false).expect("locked sheets");
        let result = result(&scheme, &points, &CouncilRules::default());
        assert_eq!(Some(column.total), result.total);
        assert_eq!(column.parts, result.parts);
        assert_eq!(column.leaves.into_iter().flatten().collect::<Vec<Mean>>(), result.leaves);
        assert_eq!((column.sheets, column.settled), (members as usize, true));
    }
}

#[test]
fn a_check_shows_its_draft_and_a_council_does_not() {
    let scheme = scheme(&[STEPS, STEPS]);
    let mut draft = sheet(&scheme, 0, &[2]);
    draft.state = SheetState::Draft;
    let shown = Column::of(&scheme, &[&draft], true).expect("a draft");
    assert_eq!((shown.leaves, shown.settled), (vec![Some(Mean::whole(2)), None], false));
    assert_eq!(Column::of(&scheme, &[&draft], false), None);
    // A sheet that calls itself locked and is not whole never enters.
    let half = sheet(&scheme, 0, &[2]);
    assert_eq!(Column::of(&scheme, &[&half], false), None);
    // Of two, only locked ones.
    let whole = sheet(&scheme, 1, &[3, 1]);
    let mixed = Column::of(&scheme, &[&draft, &whole], true).expect("one locked");
    assert_eq!((mixed.total, mixed.sheets), (Mean::whole(4), 1));
    assert_eq!(Column::of(&scheme, &[], true), None);
}

#[test]
fn a_difference_needs_two_values() {
    let mean = |sum, count| Some(Mean::new(sum, count));
    assert_eq!(difference(&[None, mean(3, 1), None]), None);
    assert_eq!(difference(&[mean(3, 1), mean(6, 2), mean(9, 3)]), None);
    assert_eq!(difference(&[mean(3, 1), None, mean(4, 3)]), mean(5, 3));
}
