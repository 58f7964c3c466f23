//! The one who reads spreadsheets, and the text of documents.

use super::sheets::{Answer, Order};
use crate::exchange::sheets::NotOpened;
use crate::formats::{self, Opened};
use crate::platform::files::Parcel;
use crate::platform::line::{Counter, Letter};

/// Answers letters, one after the other.
pub async fn serve(counter: Counter) {
    let say = |answer: &Answer, parcel: Option<Parcel>| counter.say(&Letter { text: answer.to_text(), parcel });
    say(&Answer::Here, None);
    let mut open: Option<Opened> = None;
    while let Some(letter) = counter.hear().await {
        let mut progress = |done: usize, total: usize| say(&Answer::Running { done, total }, None);
        match Order::of_text(&letter.text) {
            Some(Order::Open) => match opened(letter.parcel, &mut progress).await {
                Ok(new) => {
                    say(&Answer::Found(new.found().clone()), None);
                    open = Some(new);
                }
                Err(why) => say(&Answer::NotOpened(why), None),
            },
            Some(Order::Take { sheet }) => {
                let block = open.as_mut().ok_or(NotOpened::NoSheet).and_then(|open| open.block(sheet, &mut progress));
                match block.map(|block| Parcel::new("text/tab-separated-values", block.text().as_bytes())) {
                    Ok(parcel @ Some(_)) => say(&Answer::Block, parcel),
                    Ok(None) => say(&Answer::NotOpened(NotOpened::Broken), None),
                    Err(why) => say(&Answer::NotOpened(why), None),
                }
            }
            Some(Order::Text) => {
                let text = text(letter.parcel, &mut progress).await;
                match text.map(|text| Parcel::new("text/plain", text.as_bytes())) {
                    Ok(parcel @ Some(_)) => say(&Answer::Block, parcel),
                    Ok(None) => say(&Answer::NotOpened(NotOpened::Broken), None),
                    Err(why) => say(&Answer::NotOpened(why), None),
                }
            }
            _ => (),
        }
    }
}

async fn opened(parcel: Option<Parcel>, progress: &mut dyn FnMut(usize, usize)) -> Result<Opened, NotOpened> {
    formats::open(bytes(parcel).await?, progress)
}

async fn text(parcel: Option<Parcel>, progress: &mut dyn FnMut(usize, usize)) -> Result<String, NotOpened> {
    formats::document(&bytes(parcel).await?, progress)
}

async fn bytes(parcel: Option<Parcel>) -> Result<Vec<u8>, NotOpened> {
    let parcel = parcel.ok_or(NotOpened::Broken)?;
    if parcel.size() > formats::MOST_BYTES {
        return Err(NotOpened::TooLarge(formats::MOST_BYTES));
    }
    parcel.bytes().await.ok_or(NotOpened::Broken)
}
