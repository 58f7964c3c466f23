//! Codes in pictures: what the browser's own detector does not find is looked for in the worker, so that the page stays alive.

use leptos::prelude::*;

use super::errand::{Errand, about_room};
use crate::platform::camera::Look as Picture;
use crate::platform::files::Parcel;
use crate::worker::{Refused, Reply, RoomRequest, texts_of};

/// One who looks at pictures, one after the other; the worker starts with the first and ends with the page. Copied freely.
#[derive(Clone, Copy)]
pub struct Seer(StoredValue<Option<Errand>, LocalStorage>);

impl Seer {
    /// Has looked at nothing yet.
    pub fn new() -> Seer {
        Seer(StoredValue::new_local(None))
    }

    /// The texts of the codes in a picture, looked at in the way of this number, or in all ways. One picture at a time.
    pub async fn texts(self, picture: Picture, way: Option<usize>) -> Result<Vec<String>, Refused> {
        let (width, height, grey) = match picture {
            Picture::Texts(texts) => return Ok(texts),
            Picture::Grey(width, height, grey) => (width, height, grey),
        };
        let errand = match self.0.try_get_value().flatten() {
            Some(errand) => errand,
            None => {
                let errand = Errand::start();
                errand.begin().await?;
                // The page may be gone by now.
                let _ = self.0.try_set_value(Some(errand.clone()));
                errand
            }
        };
        let points = Parcel::new("application/octet-stream", &grey).ok_or(Refused::NotRead)?;
        errand.ask(&about_room(&RoomRequest::See { width, height, way }), Some(points));
        match errand.hear().await {
            Ok((Reply::Done, Some(list))) => {
                list.bytes().await.and_then(|list| texts_of(&list)).ok_or(Refused::NotRead)
            }
            other => {
                let _ = self.0.try_set_value(None);
                Err(other.err().unwrap_or(Refused::Stopped))
            }
        }
    }
}

impl Default for Seer {
    fn default() -> Seer {
        Seer::new()
    }
}
