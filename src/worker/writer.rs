//! The one who writes spreadsheets.

use super::sheets::{Answer, Order};
use crate::book::Carried;
use crate::exchange::sheets::{Form, NotWritten};
use crate::formats;
use crate::platform::clock;
use crate::platform::files::Parcel;
use crate::platform::line::{Counter, Letter};

/// Answers letters, one after the other.
pub async fn serve(counter: Counter) {
    let say = |answer: &Answer, parcel: Option<Parcel>| counter.say(&Letter { text: answer.to_text(), parcel });
    say(&Answer::Here, None);
    while let Some(letter) = counter.hear().await {
        let Some(Order::Write { form }) = Order::of_text(&letter.text) else { continue };
        let mut progress = |done: usize, total: usize| say(&Answer::Running { done, total }, None);
        match written(letter.parcel, form, &mut progress).await {
            Ok(bytes) => match Parcel::new(form.media_type(), &bytes) {
                Some(parcel) => say(&Answer::Written, Some(parcel)),
                None => say(&Answer::NotWritten(NotWritten::TooMuch), None),
            },
            Err(why) => say(&Answer::NotWritten(why), None),
        }
    }
}

async fn written(
    parcel: Option<Parcel>,
    form: Form,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Vec<u8>, NotWritten> {
    let bytes = parcel.ok_or(NotWritten::NoBook)?.bytes().await.ok_or(NotWritten::NoBook)?;
    let text = String::from_utf8(bytes).map_err(|_| NotWritten::NoBook)?;
    let book = Carried::of_text(&text).ok_or(NotWritten::NoBook)?;
    drop(text);
    formats::write(&book, form, clock::today(), progress)
}
