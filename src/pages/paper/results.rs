//! The table of results on paper.

use super::tools;
use crate::domain::session::SessionId;
use crate::pages::Path;
use crate::pages::frame::purpose_mark;
use crate::pages::hearing::with_hearing;
use crate::pages::session::{reasons, summary};
use crate::state::{App, Hearing};
use crate::text::{self, paper};
use crate::ui::{Node, classed, el, link, paragraph, scrolling, table, text};

/// The results of a session as they go to paper.
pub fn results(app: App, id: SessionId) -> Node {
    with_hearing(app, id, |hearing| {
        let file = link("quiet", &Path::ResultsPaper(hearing.id).text(), paper::WORD_FILE.get());
        classed("div", "paper-page").child(tools(hearing.id).child(file)).child(sheet(hearing))
    })
}

fn sheet(hearing: &Hearing) -> Node {
    let session = &hearing.session;
    let why = hearing.rows.iter().enumerate().map(|(at, row)| {
        let reasons = reasons(session, at, row);
        let title = text("h2", &session.products[at].name);
        if reasons.is_empty() { None } else { Some(classed("section", "paper-why").child(title).children(reasons)) }
    });
    classed("main", "paper landscape")
        .id("main")
        .child(paragraph("paper-body", &session.council))
        .child(classed("h1", "paper-title").text(paper::RESULTS.get()))
        .child(paragraph("paper-sub", &[&session.name, ", ", &text::date_long(session.date)].concat()))
        .maybe(purpose_mark(session.purpose))
        .child(summary(hearing))
        .child(points(hearing))
        .children(why.flatten())
        .child(
            classed("div", "paper-sign")
                .child(el("div").child(text("b", paper::SECRETARY_SIGN.get())).child(text("i", paper::SIGN.get())))
                .child(el("div").child(text("b", paper::CHAIR_SIGN.get())).child(text("i", paper::SIGN.get()))),
        )
}

/// Products × members in points, so that the mean can be checked by hand.
fn points(hearing: &Hearing) -> Node {
    let mut head = vec![text::results::PRODUCT.get()];
    head.extend(hearing.session.scorers().map(|member| member.name.as_str()));
    let rows = hearing.rows.iter().enumerate().map(|(at, row)| {
        let cells = row.sheets.iter().map(|sheet| {
            let points =
                sheet.as_ref().filter(|(sheet, _)| sheet.is_locked()).map(|(_, tally)| tally.total.to_string());
            classed("td", "number").text(&points.unwrap_or_else(|| "–".to_owned()))
        });
        el("tr").child(text("th", &hearing.session.products[at].name).attr("scope", "row")).children(cells)
    });
    let caption = paper::MEMBERS_POINTS.get();
    scrolling(caption, table("results", caption, &head, rows))
}
