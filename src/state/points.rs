//! Restore points. The second program makes, compares and puts them back; here is what the page waits for.

use leptos::prelude::{GetUntracked, Set};

use super::app::App;
use super::errand::Errand;
use super::files::Exporting;
use crate::exchange::Difference;
use crate::platform::files;
use crate::storage::points::{PointHead, PointReason};
use crate::worker::{PointReply, PointRequest, Refused, Reply, Request};

impl App {
    /// The restore points, newest first.
    pub async fn points(self) -> Result<Vec<PointHead>, Refused> {
        match self.ask_about_points(PointRequest::List).await? {
            PointReply::Heads(heads) => Ok(heads),
            _ => Err(Refused::Stopped),
        }
    }

    /// Keeps what is there now as a restore point; `false`: nothing is new since the last one.
    pub async fn make_point(self) -> Result<bool, Refused> {
        self.quiet().await.map_err(Refused::Store)?;
        match self.ask_about_points(PointRequest::Make { reason: PointReason::Hand.word().to_owned() }).await? {
            PointReply::Made { is_made } => Ok(is_made),
            _ => Err(Refused::Stopped),
        }
    }

    /// What putting a point back would change.
    pub async fn compare_point(self, id: String) -> Result<Difference, Refused> {
        self.quiet().await.map_err(Refused::Store)?;
        match self.ask_about_points(PointRequest::Compare { id }).await? {
            PointReply::Differs(difference) => Ok(difference),
            _ => Err(Refused::Stopped),
        }
    }

    /// Puts a point back; what is there now is kept as one first.
    pub async fn put_point_back(self, id: String) -> Result<(), Refused> {
        let errand = Errand::start();
        errand.begin().await?;
        self.change(&errand, about(&PointRequest::PutBack { id })).await
    }

    /// What cannot be read of what is on the device, and how many records of a newer program there are.
    pub async fn examine(self) -> Result<(Vec<String>, usize), Refused> {
        self.quiet().await.map_err(Refused::Store)?;
        match self.ask_about_points(PointRequest::Examine).await? {
            PointReply::Damaged { dropped, newer } => Ok((dropped, newer)),
            _ => Err(Refused::Stopped),
        }
    }

    /// Takes out what cannot be read; everything is kept as a point first.
    pub async fn repair(self) -> Result<(), Refused> {
        let errand = Errand::start();
        errand.begin().await?;
        self.change(&errand, about(&PointRequest::Repair)).await
    }

    /// Deletes a point.
    pub async fn drop_point(self, id: String) -> Result<(), Refused> {
        self.ask_once(&PointRequest::Drop { id }).await.map(|_| ())
    }

    /// Offers a point as a file.
    pub async fn give_point(self, id: String) -> Result<(), Refused> {
        let errand = Errand::start();
        errand.begin().await?;
        let passphrase = self.outbox.passphrase.get_untracked();
        errand.ask(&about(&PointRequest::Give { id, passphrase }), None);
        let offered = match errand.hear().await? {
            (Reply::Exported { name, .. }, Some(file)) => files::offer(&name, &file),
            _ => false,
        };
        self.exporting.set(Some(if offered { Exporting::Done } else { Exporting::Failed }));
        Ok(())
    }

    async fn ask_about_points(self, request: PointRequest) -> Result<PointReply, Refused> {
        match self.ask_once(&request).await? {
            Reply::OfPoints { text } => PointReply::of_text(&text).ok_or(Refused::NotStarted),
            _ => Err(Refused::Stopped),
        }
    }

    async fn ask_once(self, request: &PointRequest) -> Result<Reply, Refused> {
        let errand = Errand::start();
        errand.begin().await?;
        errand.ask(&about(request), None);
        errand.hear().await.map(|(reply, _)| reply)
    }
}

/// The letter with a request about points.
pub(super) fn about(request: &PointRequest) -> Request {
    Request::OfPoints { text: request.to_text() }
}
