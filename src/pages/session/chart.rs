//! A dot strip for each product: the members' totals and the mean, against the thresholds.

use crate::state::{Hearing, HearingRow};
use crate::text::{self, results};
use crate::ui::{Node, classed, svg, text};

/// Width of 100 points, and the left margin, in units of the drawing.
const WIDTH: i64 = 600;
const LEFT: i64 = 10;
const ROW: i64 = 56;

/// The chart of all products with locked sheets; the same figures stand in the tables.
pub fn chart(hearing: &Hearing) -> Node {
    let rows: Vec<(usize, &HearingRow)> =
        hearing.rows.iter().enumerate().filter(|(_, row)| row.result.total.is_some()).collect();
    if rows.is_empty() {
        return crate::ui::empty();
    }
    let height = ROW * rows.len() as i64 + 24;
    let mut drawing = svg("svg")
        .attr("viewBox", &["0 0 ", &(WIDTH + 2 * LEFT).to_string(), " ", &height.to_string()].concat())
        .attr("role", "img")
        .attr("aria-label", results::CHART.get());
    for threshold in [30, 50, 70, 90] {
        let x = across(threshold * 100);
        drawing = drawing
            .child(line("threshold", x, 0, x, height - 20))
            .child(label("label", x, height - 6, &threshold.to_string()).attr("text-anchor", "middle"));
    }
    for (at, (product, row)) in rows.iter().enumerate() {
        let top = at as i64 * ROW;
        drawing = drawing
            .child(label("label", LEFT, top + 14, &hearing.session.products[*product].name))
            .children(strip(row, top + 34));
    }
    classed("figure", "chart").attr("tabindex", "0").child(drawing).child(text("figcaption", results::CHART.get()))
}

fn strip(row: &HearingRow, middle: i64) -> Vec<Node> {
    let mut marks = vec![line("axis", LEFT, middle, LEFT + WIDTH, middle)];
    marks.extend(row.result.totals.iter().map(|(_, points)| {
        svg("circle")
            .attr("class", "dot")
            .attr("cx", &across(i64::from(*points) * 100).to_string())
            .attr("cy", &middle.to_string())
            .attr("r", "6")
    }));
    if let Some(mean) = row.result.total {
        let x = across(mean.hundredths());
        marks.push(line("mean", x, middle - 12, x, middle + 12));
        let anchor = if mean.hundredths() > 8500 { "end" } else { "start" };
        marks.push(label("value", x, middle - 15, &text::mean(mean)).attr("text-anchor", anchor));
    }
    marks
}

/// The place of a number of hundredths of points.
fn across(hundredths: i64) -> i64 {
    LEFT + hundredths * WIDTH / 10_000
}

fn line(class: &str, x1: i64, y1: i64, x2: i64, y2: i64) -> Node {
    svg("line")
        .attr("class", class)
        .attr("x1", &x1.to_string())
        .attr("y1", &y1.to_string())
        .attr("x2", &x2.to_string())
        .attr("y2", &y2.to_string())
}

fn label(class: &str, x: i64, y: i64, words: &str) -> Node {
    svg("text").attr("class", class).attr("x", &x.to_string()).attr("y", &y.to_string()).text(words)
}
