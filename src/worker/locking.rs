//! Files with a passphrase: the outer form of `exchange::LockedFile`, encrypted and opened by the browser.

use crate::domain::vietnamese::composed;
use crate::exchange::{IV, LockedFault, LockedFile, SALT};
use crate::platform::locks::{Failed, Lock, encrypted, opened};
use crate::platform::random;

/// The text of a file that only this passphrase opens; `None`: the browser cannot encrypt. Blanks around the passphrase are
/// none of it.
pub async fn locked(name: &str, text: &str, passphrase: &str) -> Option<String> {
    let chance = [random::ten_bytes(), random::ten_bytes(), random::ten_bytes()].concat();
    let (salt, iv) =
        (<[u8; SALT]>::try_from(&chance[..SALT]).ok()?, <[u8; IV]>::try_from(&chance[SALT..SALT + IV]).ok()?);
    let file = LockedFile::new(name, &salt, &iv);
    let lock = file.lock().ok()?;
    let how = Lock { salt: &lock.salt, iv: &lock.iv, rounds: lock.rounds, bound: &lock.bound };
    let content = encrypted(&composed(passphrase.trim()), how, text.as_bytes()).await?;
    Some(file.text(&content))
}

/// The file inside, whole or not at all.
pub async fn unlocked(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, LockedFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| LockedFault::Damaged)?;
    let file = LockedFile::of_text(text)?;
    if passphrase.trim().is_empty() {
        return Err(LockedFault::Wrong);
    }
    let (lock, content) = (file.lock()?, file.content()?);
    let how = Lock { salt: &lock.salt, iv: &lock.iv, rounds: lock.rounds, bound: &lock.bound };
    opened(&composed(passphrase.trim()), how, &content).await.map_err(|failed| match failed {
        Failed::Unable => LockedFault::Unable,
        Failed::Wrong => LockedFault::Wrong,
    })
}
