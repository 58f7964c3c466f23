//! Laws that hold for every table: what is copied is what is pasted, and undoing takes back exactly.

use so_ocop::table::{Act, Aim, Block, Cell, Draft, Sheet, Step, View, copied};

use super::sample::{Chance, columns, grid};

#[test]
fn what_is_copied_is_what_is_pasted() {
    let mut chance = Chance(1);
    for round in 0..1000 {
        let rows = chance.rows(6);
        let source = Sheet::new(columns(), rows);
        let (first, width) = (chance.below(8), 1 + chance.below(9));
        // The last column is fixed: it is copied, and pasted only onto itself.
        let shown: Vec<usize> = (first..(first + width).min(9)).collect();
        let places: Vec<usize> = (0..6).filter(|_| chance.below(3) > 0).collect();
        let block = copied(&source, &places, &shown);
        let clip = if round % 2 == 0 { Block::of_text(&block.text()) } else { Block::of_clipboard("", &block.html()) };
        if block.is_empty() {
            continue;
        }
        let mut target = Sheet::new(columns(), chance.rows(places.len()));
        let order = View::new(&target).order().to_vec();
        let all: Vec<usize> = (0..10).collect();
        let mut draft = Draft::new(&target, &all, clip, Aim::Cell { row: 0, column: first }, false);
        draft.heads = 0;
        let plan = draft.plan(&target, &order, false);
        assert_eq!((plan.refused, plan.doubts, plan.left_out), (0, plan.doubts, 0), "{round} {:?}", draft.block);
        if let Some(act) = plan.act(&draft, &mut target) {
            assert!(target.perform(act));
        }
        assert_eq!(copied(&target, &order, &shown), block, "{round}");
    }
}

#[test]
fn undoing_takes_back_and_redoing_does_again() {
    let mut chance = Chance(2);
    for _ in 0..300 {
        let mut sheet = Sheet::new(columns(), chance.rows(8));
        let mut history = vec![(grid(&sheet), keys(&sheet))];
        for _ in 0..12 {
            if let Some(act) = some_act(&mut sheet, &mut chance) {
                assert!(sheet.perform(act));
                history.push((grid(&sheet), keys(&sheet)));
            }
        }
        for was in history.iter().rev().skip(1) {
            assert!(sheet.undo());
            assert_eq!((grid(&sheet), keys(&sheet)), *was);
        }
        assert!(!sheet.undo());
        for will in history.iter().skip(1) {
            assert!(sheet.redo());
            assert_eq!((grid(&sheet), keys(&sheet)), *will);
        }
        assert!(!sheet.redo());
    }
}

/// What a list knows better than the person who typed: a time in its own words, a role that nobody said.
#[test]
fn what_a_list_puts_in_order_can_be_taken_back_and_done_again() {
    let text = |text: &str| Cell::text(text);
    let mut sheet = crate::sample::sheet();
    let before = grid(&sheet);
    let act = sheet.type_in(0, 8, "quy 2").expect("a text").expect("an act");
    assert!(sheet.perform(act));
    sheet.tell(0, 8, text("quý II"));
    let act = sheet.type_in(1, 8, "nam nay").expect("a text").expect("an act");
    assert!(sheet.perform(act));
    sheet.tell(1, 8, text("năm 2026"));
    assert!(sheet.undo() && sheet.undo());
    assert_eq!(grid(&sheet), before);
    assert!(sheet.redo());
    assert_eq!(*sheet.cell(0, 8), text("quy 2"));
    sheet.tell(0, 8, text("quý II"));
    assert!(sheet.redo() && sheet.undo() && sheet.undo());
    assert_eq!(grid(&sheet), before);
    assert!(!sheet.undo());
}

/// A long act is told by the list before the table does it: the list's word stays, and the act can be taken back.
#[test]
fn an_act_that_was_told_before_it_is_done_keeps_what_was_told() {
    let mut sheet = crate::sample::sheet();
    let before = grid(&sheet);
    let act = sheet.set_all(&[0, 1], 8, "quy 2").expect("a text").expect("an act");
    sheet.tell(0, 8, Cell::text("quý II"));
    assert!(sheet.perform(act));
    assert_eq!([sheet.cell(0, 8), sheet.cell(1, 8)], [&Cell::text("quý II"), &Cell::text("quy 2")]);
    assert!(sheet.undo());
    assert_eq!(grid(&sheet), before);
}

#[test]
fn telling_between_acts_never_loses_one() {
    let mut chance = Chance(5);
    for _ in 0..300 {
        let mut sheet = Sheet::new(columns(), chance.rows(6));
        let before = (grid(&sheet), keys(&sheet));
        let (mut done, mut told) = (0, Vec::new());
        for _ in 0..12 {
            if let Some(act) = some_act(&mut sheet, &mut chance) {
                for step in &act.steps {
                    if let Step::Set { row, column: 8, .. } = step {
                        told.push(*row);
                    }
                }
                assert!(sheet.perform(act));
                done += 1;
            }
            // Only cells that an act has set are put in order.
            for row in told.drain(..) {
                sheet.tell(row, 8, Cell::text(&chance.text()));
            }
        }
        for _ in 0..done {
            assert!(sheet.undo());
        }
        assert_eq!((grid(&sheet), keys(&sheet)), before);
        for _ in 0..done {
            assert!(sheet.redo());
        }
        assert!(!sheet.redo());
    }
}

#[test]
fn an_act_that_does_not_fit_changes_nothing() {
    let mut chance = Chance(3);
    for _ in 0..300 {
        let mut other = Sheet::new(columns(), chance.rows(9));
        let act = some_act(&mut other, &mut chance);
        let mut sheet = Sheet::new(columns(), chance.rows(3));
        let before = (grid(&sheet), keys(&sheet));
        if act.is_some_and(|act| !sheet.perform(act)) {
            assert_eq!((grid(&sheet), keys(&sheet)), before);
            assert!(!sheet.undo());
        }
    }
}

#[test]
fn keys_are_never_used_twice() {
    let mut chance = Chance(4);
    let mut sheet = Sheet::new(columns(), chance.rows(3));
    for _ in 0..200 {
        if let Some(act) = some_act(&mut sheet, &mut chance) {
            sheet.perform(act);
        }
        let mut keys = keys(&sheet);
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), sheet.rows().len());
    }
}

fn keys(sheet: &Sheet) -> Vec<u64> {
    sheet.rows().iter().map(|row| row.key).collect()
}

fn some_act(sheet: &mut Sheet, chance: &mut Chance) -> Option<Act> {
    let all = sheet.rows().len();
    let rows: Vec<usize> = (0..all).filter(|_| chance.below(3) == 0).collect();
    let some: Vec<usize> = (0..10).filter(|_| chance.below(3) == 0).collect();
    match chance.below(8) {
        0 => sheet.set_all(&rows, 8, &chance.text()).expect("a text"),
        1 => sheet.clear(&rows, &some),
        2 => sheet.fill_down(&rows, &some),
        3 => sheet.add(chance.below(all + 2)),
        4 => sheet.duplicate(&rows),
        5 => sheet.delete(&rows),
        6 => sheet.shift(chance.below(all + 1), 1 + chance.below(3), chance.below(9) as isize - 4),
        _ => {
            let text = ["Gạo\t", &chance.text().replace(['"', '\t', '\n', '\r'], ""), "\nMiến\nBún\n"].concat();
            let aim = Aim::Cell { row: chance.below(all + 1), column: 0 };
            let shown: Vec<usize> = (0..10).collect();
            let draft = Draft::new(sheet, &shown, Block::of_text(&text), aim, true);
            let order: Vec<usize> = (0..all).collect();
            draft.plan(sheet, &order, true).act(&draft, sheet)
        }
    }
}
