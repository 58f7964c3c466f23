//! Files of the site that plans begin with: templates, and the papers that plans rest on.

use crate::codec::{Field, Place, parse};
use crate::domain::plan::law::LegalBases;
use crate::domain::plan::template::PlanTemplate;
use crate::platform::site;

/// The papers that plans rest on; `None`: they cannot be had.
pub async fn legal_bases() -> Option<LegalBases> {
    read("bases").await
}

/// A template, by its name (`domain::plan::template::template_of`); `None`: it cannot be had.
pub async fn plan_template(name: &str) -> Option<PlanTemplate> {
    read(name).await
}

async fn read<T: Field>(name: &str) -> Option<T> {
    let bytes = site::file(&["samples/templates/", name, ".json"].concat()).await?;
    T::read(parse(&bytes)?, &Place::default()).ok()
}
