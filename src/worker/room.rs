//! Passphrases, pictures of codes, and sessions taken off a device.

use super::clerk::{Clerk, JSON, bytes_of};
use super::locking::unlocked;
use super::points::take_before;
use super::room_protocol::{RoomRequest, list_of};
use super::{Refused, Reply};
use crate::exchange::codes::{Look, see};
use crate::platform::files::Parcel;
use crate::storage::points::PointReason;

impl Clerk {
    /// Does what is asked; what is not understood is asked by a page of another version.
    pub(super) async fn about_room(&self, text: &str, parcel: Option<Parcel>) -> Result<(), Refused> {
        match RoomRequest::of_text(text).ok_or(Refused::NotStarted)? {
            RoomRequest::Lock { name, passphrase } => {
                let bytes = bytes_of(parcel).await?;
                let text = std::str::from_utf8(&bytes).map_err(|_| Refused::NotRead)?;
                self.give(name, text, false, &passphrase).await?;
            }
            RoomRequest::Unlock { passphrase } => {
                let inside = unlocked(&bytes_of(parcel).await?, &passphrase).await.map_err(Refused::Locked)?;
                self.say(&Reply::Done, Parcel::new(JSON, &inside));
            }
            RoomRequest::See { width, height, way } => {
                let grey = bytes_of(parcel).await?;
                let ways = way.and_then(|way| Some(vec![*Look::ALL.get(way % Look::ALL.len())?]));
                let texts = see(width, height, &grey, ways.as_deref().unwrap_or(&Look::ALL));
                self.say(&Reply::Done, Parcel::new(JSON, &list_of(&texts)));
            }
            RoomRequest::DropScope { scope } => {
                take_before(PointReason::Delete).await;
                self.store.drop_scope(&scope).await.map_err(Refused::Store)?;
                self.say(&Reply::Done, None);
            }
        }
        Ok(())
    }
}
