//! Copies in a folder that the person chose. The worker writes them, with each restore point.

use super::app::App;
use crate::platform::folder;
pub use crate::platform::folder::{Folder, Permission};
use crate::worker::Refused;

/// What there is of a folder for copies.
#[derive(Clone, Debug, PartialEq)]
pub enum FolderNow {
    /// This browser lets no page write into a folder.
    Impossible,
    /// None was chosen.
    None,
    /// One was.
    Chosen(Folder),
}

impl FolderNow {
    fn of(found: Option<Folder>) -> FolderNow {
        found.map_or(FolderNow::None, FolderNow::Chosen)
    }
}

impl App {
    /// The folder as it is now.
    pub async fn folder(self) -> FolderNow {
        if folder::is_possible() { FolderNow::of(folder::chosen().await) } else { FolderNow::Impossible }
    }

    /// Has the person choose a folder and writes a first copy into it. `None`: none was chosen.
    pub async fn choose_folder(self) -> Option<Result<FolderNow, Refused>> {
        folder::choose().await?;
        Some(self.copy_to_folder().await)
    }

    /// Asks the person again whether copies may be written, and writes one.
    pub async fn allow_folder(self) -> Result<FolderNow, Refused> {
        match folder::allow().await {
            Some(found) if found.permission == Permission::Granted => self.copy_to_folder().await,
            found => Ok(FolderNow::of(found)),
        }
    }

    /// Writes a copy now. Whether the folder took it stands in the folder's state; refused: it was not even tried.
    pub async fn copy_to_folder(self) -> Result<FolderNow, Refused> {
        self.make_point().await?;
        Ok(self.folder().await)
    }

    /// Has copies encrypted with this passphrase from now on (empty: no more), and writes one. `None`: the browser cannot
    /// encrypt, and nothing changed.
    pub async fn protect_folder(self, passphrase: &str) -> Option<Result<FolderNow, Refused>> {
        folder::protect(passphrase).await?;
        Some(self.copy_to_folder().await)
    }

    /// Writes no more copies; those that are there stay.
    pub async fn forget_folder(self) -> FolderNow {
        folder::forget().await;
        self.folder().await
    }
}
