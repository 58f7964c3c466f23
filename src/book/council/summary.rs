//! The first page: every product in a line.

use super::ProductOf;
use super::product::{Answer, ProductPage, Setting};
use crate::book::{Content, Look, Page, Slot, Spot};
use crate::domain::council::{TypedStars, typed_stars};
use crate::domain::points::Mean;
use crate::domain::session::{Purpose, Session};
use crate::text::{self, book as words, people};

/// The row that says whether the book was verified.
pub const STAMP: usize = 3;

/// The page. `places` says where each product's page has its cells; `None`: its result was typed from paper.
pub fn summary_page(session: &Session, products: &[ProductOf<'_>], places: &[Option<ProductPage>]) -> Page {
    let mut codes: Vec<&str> = Vec::new();
    for part in products.iter().flat_map(|of| &of.scheme.parts) {
        if !codes.contains(&part.code.as_str()) {
            codes.push(&part.code);
        }
    }
    let mut rows = vec![vec![Slot::text(words::TITLE.get(), Look::Title)]];
    let mark = if session.purpose == Purpose::Official { "" } else { people::purpose(session.purpose).get() };
    let about = [session.name.as_str(), session.council.as_str(), &text::date(session.date), mark];
    let about: Vec<&str> = about.into_iter().filter(|part| !part.is_empty()).collect();
    rows.push(vec![Slot::text(about.join(" · "), Look::Note)]);
    rows.push(vec![Slot::text(words::HOW.get(), Look::Note)]);
    rows.push(Vec::new());
    rows.push(Vec::new());
    let head = |text: &str| Slot::text(text, Look::Head);
    let mut titles = vec![head(words::STT.get()), head(words::PRODUCT.get()), head(words::PRODUCER.get())];
    titles.push(head(words::SHEETS.get()));
    titles.extend(codes.iter().map(|code| head(&words::with(words::PART, code))));
    let further = [words::MEAN, words::BAND, words::STARS, words::MAX_GAP, words::GAPS_BEYOND, words::CONCLUSION];
    titles.extend(further.map(|title| head(title.get())));
    let heads = rows.len() + 1;
    rows.push(titles);
    for (at, (of, place)) in products.iter().zip(places).enumerate() {
        let mut row = vec![
            Slot::whole(at as i64 + 1, Look::Plain),
            Slot::text(of.product.name.as_str(), Look::Plain),
            Slot::text(of.product.producer.as_str(), Look::Plain),
        ];
        match place {
            Some(place) => row.extend(computed(of, place, &codes)),
            None => row.extend(typed(session, of, &codes)),
        }
        rows.push(row);
    }
    let mut widths = vec![6, 34, 28, 10];
    widths.extend(std::iter::repeat_n(10, codes.len()));
    widths.extend([12, 11, 14, 12, 14, 52]);
    Page { title: words::SUMMARY.get().to_owned(), keys: Vec::new(), widths, heads, pinned: 2, rows }
}

fn computed(of: &ProductOf<'_>, place: &ProductPage, codes: &[&str]) -> Vec<Slot> {
    let cell = |spot: Spot, look: Look| Slot::formula(spot.into(), look);
    let mut row = vec![cell(place.setting(Setting::Sheets), Look::Plain)];
    row.extend(codes.iter().map(|code| {
        let part = of.scheme.parts.iter().position(|part| part.code == *code).and_then(|at| place.parts.get(at));
        part.map_or(Slot::default(), |row| cell(place.mean(*row), Look::Hundredths))
    }));
    row.push(cell(place.answer(Answer::Mean), Look::Hundredths));
    for answer in [Answer::Band, Answer::Stars, Answer::MaxGap, Answer::Gaps] {
        row.push(cell(place.answer(answer), Look::Plain));
    }
    row.push(cell(place.answer(Answer::Conclusion), Look::Plain));
    row
}

fn typed(session: &Session, of: &ProductOf<'_>, codes: &[&str]) -> Vec<Slot> {
    let Some(typed) = &of.product.typed else { return Vec::new() };
    let mut row = vec![Slot::default()];
    row.extend(codes.iter().map(|code| typed.parts.get(*code).map_or(Slot::default(), |points| number(*points))));
    row.push(number(typed.total()));
    let stars = match typed_stars(&session.decision, typed) {
        TypedStars::Recorded(stars) | TypedStars::ByPoints(stars) => Slot::whole(i64::from(stars), Look::Plain),
        TypedStars::BetweenBands => Slot::default(),
    };
    row.extend([Slot::default(), stars, Slot::default(), Slot::default()]);
    let paper = [words::TYPED.get(), typed.paper.as_str()].into_iter().filter(|own| !own.is_empty());
    row.push(Slot::text(paper.collect::<Vec<&str>>().join(": "), Look::Plain));
    row
}

/// Points as typed: a number where they end after some digits, otherwise the fraction as text.
fn number(points: Mean) -> Slot {
    let text = points.exact_text();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let content = match [whole, rest].concat().parse() {
        Ok(count) => Content::Number { count, places: rest.len() as u8 },
        Err(_) => Content::Text(text),
    };
    Slot { content, look: Look::Plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_points_stand_as_typed() {
        let content = |text: &str| number(Mean::of_exact_text(text).expect("points")).content;
        assert_eq!(content("69.8"), Content::Number { count: 698, places: 1 });
        assert_eq!(content("-0.25"), Content::Number { count: -25, places: 2 });
        assert_eq!(content("209/3"), Content::Text("209/3".into()));
    }
}
