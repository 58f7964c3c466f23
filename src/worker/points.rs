//! Restore points: made, thinned out, compared, put back.

use super::clerk::Clerk;
use super::{PointReply, PointRequest, Refused, Reply};
use crate::codec::{Field, Place, Value, parse};
use crate::exchange::{Limits, Repair, difference, read_raw, repair};
use crate::platform::{clock, raw};
use crate::storage::points::{PointHead, PointReason, budget, outlived};
use crate::storage::{StoreError, Which};

/// The points, newest first; a head that cannot be read is left out.
async fn heads() -> Vec<PointHead> {
    let listed = raw::point_heads().await.and_then(|text| parse(text.as_bytes()));
    let Some(Value::Array(heads)) = listed else { return Vec::new() };
    heads.into_iter().filter_map(|head| PointHead::read(head, &Place::default()).ok()).collect()
}

/// Makes a point and thins the others out. Answers whether one was made.
pub(super) async fn take(reason: &str) -> Result<bool, StoreError> {
    let taken = raw::take_point(reason, clock::now()).await;
    let taken = taken.map_err(|error| StoreError::Broken(format!("{error:?}")))?;
    if taken && let Some(today) = clock::today() {
        let gone = outlived(&heads().await, today, budget(raw::free_bytes().await));
        if !gone.is_empty() {
            // A point too many is no harm; the next one tries again.
            let _ = raw::drop_points(&gone).await;
        }
    }
    Ok(taken)
}

/// Before something that replaces records. A device where no point can be made (no room, an old browser) can still do
/// it: an import can be taken back by itself.
pub(super) async fn take_before(reason: PointReason) {
    let _ = take(reason.word()).await;
}

impl Clerk {
    /// Does what is asked about restore points; what is not understood is asked by a page of another version.
    pub(super) async fn about_points(&self, text: &str) -> Result<(), Refused> {
        match PointRequest::of_text(text).ok_or(Refused::NotStarted)? {
            PointRequest::Make { reason } => self.make_point(&reason).await,
            PointRequest::List => {
                self.tell(&PointReply::Heads(heads().await));
                Ok(())
            }
            PointRequest::Compare { id } => self.compare_point(&id).await,
            PointRequest::Give { id, passphrase } => self.give_point(&id, &passphrase).await,
            PointRequest::PutBack { id } => self.put_point_back(&id).await,
            PointRequest::Examine => self.examine().await,
            PointRequest::Repair => self.repair().await,
            PointRequest::Drop { id } => self.drop_point(id).await,
        }
    }

    fn tell(&self, reply: &PointReply) {
        self.say(&Reply::OfPoints { text: reply.to_text() }, None);
    }

    async fn make_point(&self, reason: &str) -> Result<(), Refused> {
        let is_made = take(reason).await.map_err(Refused::Store)?;
        self.tell(&PointReply::Made { is_made });
        Ok(())
    }

    async fn compare_point(&self, id: &str) -> Result<(), Refused> {
        let text = raw::point_text(id).await.ok_or(Refused::NotRead)?;
        let then = read_raw(text.into_bytes(), Limits::default()).map_err(Refused::File)?;
        let here = self.store.packed(Which::All).await.map_err(Refused::Store)?;
        self.tell(&PointReply::Differs(difference(&here, &then.envelope.rows, then.unread.len())));
        Ok(())
    }

    async fn give_point(&self, id: &str, passphrase: &str) -> Result<(), Refused> {
        let text = raw::point_text(id).await.ok_or(Refused::NotRead)?;
        let head = heads().await.into_iter().find(|head| head.id == id).ok_or(Refused::NotRead)?;
        let stamp: String = head.at.to_string().chars().take(16).filter(char::is_ascii_alphanumeric).collect();
        let name = ["so-ocop-diem-", &stamp, ".json"].concat();
        self.give(name, &text, false, passphrase).await
    }

    async fn put_point_back(&self, id: &str) -> Result<(), Refused> {
        let text = raw::point_text(id).await.ok_or(Refused::NotRead)?;
        // What is here now must be kept first, or restoring could not be undone.
        take(PointReason::Restore.word()).await.map_err(Refused::Store)?;
        raw::put_back(&text).await.map_err(|error| Refused::Store(StoreError::Broken(format!("{error:?}"))))?;
        self.say(&Reply::Done, None);
        Ok(())
    }

    async fn repaired(&self) -> Result<Repair, Refused> {
        let Some(text) = raw::store_text().await else { return Ok(Repair::default()) };
        repair(text.into_bytes(), Limits::default()).map_err(Refused::File)
    }

    async fn examine(&self) -> Result<(), Refused> {
        let Repair { dropped, newer, .. } = self.repaired().await?;
        self.tell(&PointReply::Damaged { dropped, newer });
        Ok(())
    }

    async fn repair(&self) -> Result<(), Refused> {
        take(PointReason::Repair.word()).await.map_err(Refused::Store)?;
        let Repair { text, dropped, .. } = self.repaired().await?;
        if !dropped.is_empty() {
            raw::put_back(&text).await.map_err(|error| Refused::Store(StoreError::Broken(format!("{error:?}"))))?;
        }
        self.say(&Reply::Done, None);
        Ok(())
    }

    async fn drop_point(&self, id: String) -> Result<(), Refused> {
        let dropped = raw::drop_points(&[id]).await;
        dropped.map_err(|error| Refused::Store(StoreError::Broken(format!("{error:?}"))))?;
        self.say(&Reply::Done, None);
        Ok(())
    }
}
