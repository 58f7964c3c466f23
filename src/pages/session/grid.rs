//! Products × members: how far each sheet is.

use crate::domain::session::Member;
use crate::pages::Path;
use crate::state::{Hearing, HearingRow};
use crate::text::{results, scoring, session, shell};
use crate::ui::{Node, classed, el, link, scrolling, table, text};

/// The grid; each cell leads to its sheet.
pub fn grid(hearing: &Hearing) -> Node {
    let scorers: Vec<&Member> = hearing.session.scorers().collect();
    let mut head = vec![results::PRODUCT.get()];
    head.extend(scorers.iter().map(|member| member.name.as_str()));
    head.push(shell::PRINT.get());
    let rows = hearing.rows.iter().enumerate().map(|(at, row)| product(hearing, &scorers, at, row));
    scrolling(session::PROGRESS.get(), table("grid", session::PROGRESS.get(), &head, rows))
}

fn product(hearing: &Hearing, scorers: &[&Member], at: usize, row: &HearingRow) -> Node {
    let product = &hearing.session.products[at];
    let cells = scorers.iter().zip(&row.sheets).map(|(member, sheet)| {
        let all = row.set.scheme.leaves.len();
        let (class, shown, said) = match sheet {
            None => ("none", "–".to_owned(), session::NOT_BEGUN.get().to_owned()),
            Some((sheet, tally)) if sheet.is_locked() => {
                ("locked", tally.total.to_string(), session::locked_with(tally.total))
            }
            Some((_, tally)) => {
                let shown = [&tally.answered.to_string(), "/", &all.to_string()].concat();
                ("begun", shown, scoring::progress(tally.answered, all))
            }
        };
        let path = Path::Sheet(hearing.id, member.id, product.id).text();
        let label = session::cell(&member.name, &product.name, &said);
        classed("td", class).child(link("cell", &path, &shown).attr("aria-label", &label))
    });
    let blank = link("quiet", &Path::PrintBlank(hearing.id, product.id).text(), session::BLANK.get());
    el("tr").child(text("th", &product.name).attr("scope", "row")).children(cells).child(el("td").child(blank))
}
