//! Blocks whose rows find their place by a name: the rows of the list are given, and a pasted list has its own order.

use std::collections::BTreeMap;

use super::paste::{Aim, Draft, Plan, PlanRow, Taken, Target};
use super::read::Reason;
use super::sheet::Sheet;
use crate::domain::vietnamese::fold;

impl Draft {
    /// What would become of the block if each of its rows goes to the row of the same name, marks and capitals aside; the
    /// names stand in `column`, which is not changed. A row whose name no row of the list has, or two have, is left out and
    /// said. `None`: no column of the block holds names.
    pub fn plan_by_name(&self, sheet: &Sheet, column: usize) -> Option<Plan> {
        let at = self.mapping.iter().position(|to| *to == Some(column))?;
        let mut places: BTreeMap<String, Option<usize>> = BTreeMap::new();
        for row in 0..sheet.rows().len() {
            let name = fold(&sheet.cell(row, column).copied(sheet.kind(column)));
            places.entry(name).and_modify(|place| *place = None).or_insert(Some(row));
        }
        let name = |line: usize| {
            let text = self.block.rows.get(self.heads + line).and_then(|row| row.get(at));
            text.map(|text| fold(text).split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
        };
        let found: Vec<Option<usize>> =
            (0..self.lines()).map(|line| places.get(&name(line)).copied().flatten()).collect();
        let aimed = Draft { aim: Aim::Cell { row: 0, column: 0 }, ..self.clone() };
        let order: Vec<usize> = found.iter().map(|row| row.unwrap_or(usize::MAX)).collect();
        let mut plan = Plan::default();
        for (line, row) in found.iter().enumerate() {
            if row.is_some() {
                aimed.plan_lines(sheet, &order, false, line..line + 1, &mut plan);
                plan.forgive(at);
            } else if !name(line).is_empty() {
                let source = self.heads + line;
                let why = super::no_row::no_row(self, sheet, source).unwrap_or(Reason::NoSuchRow);
                let cells = vec![Taken::Left; self.mapping.len()];
                plan.rows.push(PlanRow { source, target: Target::New, cells, left_out: Some(why) });
                if why.is_no_row() {
                    plan.passed += 1;
                } else {
                    plan.left_out += 1;
                }
            }
        }
        Some(plan)
    }
}

impl Plan {
    /// The name by which a row was found need not be written as it stands in the list.
    fn forgive(&mut self, at: usize) {
        let Some(taken) = self.rows.last_mut().and_then(|row| row.cells.get_mut(at)) else { return };
        match taken {
            Taken::Refused(_) => self.refused -= 1,
            Taken::Set(_, doubt) => {
                self.doubts -= usize::from(doubt.is_some());
                self.changed -= 1;
            }
            Taken::Left | Taken::Same => return,
        }
        *taken = Taken::Same;
    }
}
