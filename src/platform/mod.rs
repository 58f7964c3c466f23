//! The browser behind small ports: clock, chance, files, network within the site, print, focus, lasting storage.
//!
//! Everything here may fail; nothing here panics. Knows nothing of the domain but its plain types.

pub mod clock;
pub mod dom;
pub mod files;
pub mod persist;
pub mod random;
pub mod site;
pub mod updates;
