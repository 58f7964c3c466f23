//! Activities as bars over months.

use crate::domain::plan::Plan;
use crate::domain::plan::follow::{BarRow, Chart, MarkKind, Standing};
use crate::text::plan_follow as words;
use crate::ui::{Node, classed, svg, text};

/// Units of the drawing: the names at the left, the months, a row, the head.
const NAMES: i64 = 300;
const WIDTH: i64 = 560;
const ROW: i64 = 38;
const HEAD: i64 = 40;
/// Letters that find room in one line of a name; a name has two lines.
const LETTERS: usize = 37;
/// Rows that stand under one head: two such drawings fill a sheet of paper, and none is cut by its edge.
const ROWS: usize = 12;

/// The chart; its table alternative is the table of activities.
pub fn chart(plan: &Plan, chart: &Chart) -> Node {
    classed("figure", "chart timeline")
        .attr("tabindex", "0")
        .children(chart.rows.chunks(ROWS).map(|rows| drawing(plan, chart, rows)))
        .child(text("figcaption", words::CHART_HELP.get()))
}

fn drawing(plan: &Plan, chart: &Chart, rows: &[BarRow]) -> Node {
    let height = HEAD + ROW * rows.len() as i64 + 6;
    let mut drawing = svg("svg")
        .attr("viewBox", &format!("0 0 {} {height}", NAMES + WIDTH + 4))
        .attr("role", "img")
        .attr("aria-label", words::CHART.get());
    for (at, month) in chart.months.iter().enumerate() {
        let x = across(chart, month.at);
        let class = if month.month == 1 { "axis" } else { "grid" };
        drawing = drawing.child(line(class, x, 18, x, height));
        // Of many months every third one has room for its number.
        let middle = (x + across(chart, month.at + month.days)) / 2;
        if chart.months.len() <= 16 || month.month % 3 == 1 {
            drawing = drawing.child(label("label", middle, 32, &month.month.to_string(), "middle"));
        }
        if at == 0 || month.month == 1 {
            drawing = drawing.child(label("value", x + 3, 14, &month.year.to_string(), "start"));
        }
    }
    for (at, row) in rows.iter().enumerate() {
        drawing = drawing.children(bars(plan, chart, row, HEAD + at as i64 * ROW));
    }
    match chart.today {
        Some(today) => {
            let x = across(chart, today);
            drawing.child(line("today", x, 18, x, height))
        }
        None => drawing,
    }
}

/// A name in at most two lines; words that find no room in the second are left out with a mark.
fn lines(name: &str, letters: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in name.split_whitespace() {
        let last = lines.len() - 1;
        let fits = lines[last].chars().count() + word.chars().count() < letters;
        match (fits, last) {
            (true, _) => {
                let gap = if lines[last].is_empty() { "" } else { " " };
                lines[last].extend([gap, word]);
            }
            (false, 0) => lines.push(word.to_owned()),
            (false, _) => {
                lines[last].push('…');
                break;
            }
        }
    }
    lines
}

fn bars(plan: &Plan, chart: &Chart, row: &BarRow, top: i64) -> Vec<Node> {
    let depth = row.depth.min(3);
    let name = name(plan, &row.key);
    let said = lines(&[words::sign(row.standing), " ", &name].concat(), LETTERS - 2 * depth);
    let class = if row.is_group { "value" } else { "label" };
    let first = top + if said.len() == 1 { 24 } else { 16 };
    let mut marks: Vec<Node> = (said.iter().zip([first, first + 16]))
        .map(|(said, y)| label(class, 4 + 10 * depth as i64, y, said, "start").child(svg("title").text(&name)))
        .collect();
    if let Some(bar) = row.bar {
        let (from, to) = (across(chart, bar.at), across(chart, bar.at + bar.days));
        let (thick, inset) = if row.is_group { (8, 15) } else { (16, 11) };
        let class = ["bar ", look(row.standing), if bar.open_start { " open" } else { "" }].concat();
        let rect = svg("rect")
            .attr("class", &class)
            .attr("x", &from.to_string())
            .attr("y", &(top + inset).to_string())
            .attr("width", &(to - from).max(3).to_string())
            .attr("height", &thick.to_string());
        marks.push(rect);
    }
    for mark in &row.marks {
        let x = across(chart, mark.at + i32::from(mark.kind != MarkKind::Done));
        marks.push(match mark.kind {
            MarkKind::Deadline => line("deadline", x, top + 8, x, top + 30),
            MarkKind::Intake => line("intake", x, top + 8, x, top + 30),
            MarkKind::Expected => line("expected", x, top + 8, x, top + 30),
            MarkKind::Done => {
                svg("path").attr("class", "done-mark").attr("d", &format!("M{x} {}l8 8l-8 8l-8 -8z", top + 11))
            }
        });
    }
    marks
}

/// The words of a row.
pub fn name(plan: &Plan, key: &str) -> String {
    if let Some(activity) = plan.activity(key) {
        return activity.title.clone();
    }
    let round = plan.rounds.iter().find(|round| round.key == key);
    round.map_or_else(String::new, |round| words::round(round.number, round.year))
}

fn look(standing: Standing) -> &'static str {
    match standing {
        Standing::Done { .. } => "is-done",
        Standing::Overdue { .. } => "is-late",
        Standing::Soon { .. } => "is-soon",
        Standing::Running => "is-running",
        Standing::Cancelled => "is-cancelled",
        Standing::Ahead | Standing::Undated => "is-ahead",
    }
}

/// The place of a day.
fn across(chart: &Chart, at: i32) -> i64 {
    NAMES + i64::from(at) * WIDTH / i64::from(chart.days.max(1))
}

fn line(class: &str, x1: i64, y1: i64, x2: i64, y2: i64) -> Node {
    svg("line")
        .attr("class", class)
        .attr("x1", &x1.to_string())
        .attr("y1", &y1.to_string())
        .attr("x2", &x2.to_string())
        .attr("y2", &y2.to_string())
}

fn label(class: &str, x: i64, y: i64, words: &str, anchor: &str) -> Node {
    let place = svg("text").attr("class", class).attr("x", &x.to_string()).attr("y", &y.to_string());
    place.attr("text-anchor", anchor).text(words)
}
