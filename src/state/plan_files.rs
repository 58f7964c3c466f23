//! Files of the site that plans begin with: templates, samples, and the papers that plans rest on.

use crate::codec::{Field, Place, parse};
use crate::domain::date::Date;
use crate::domain::plan::law::LegalBases;
use crate::domain::plan::template::{PlanTemplate, template_on};
use crate::domain::plan::{Plan, PlanKind, Tier};
use crate::platform::site;

/// The papers that plans rest on; `None`: they cannot be had.
pub async fn legal_bases() -> Option<LegalBases> {
    read("samples/templates/bases.json").await
}

/// The template for plans of a level, kind and day; `None`: there is none, or it cannot be had.
pub async fn plan_template(level: Tier, kind: PlanKind, day: Date) -> Option<PlanTemplate> {
    let name = template_on(level, kind, day)?;
    let template: Option<PlanTemplate> = read(&["samples/templates/", name, ".json"].concat()).await;
    template.map(|template| template.meant_for(level, kind))
}

/// A sample plan, by its name in `public/samples/plans`.
pub async fn sample_plan(name: &str) -> Option<Plan> {
    read(&["samples/plans/", name, ".json"].concat()).await
}

async fn read<T: Field>(path: &str) -> Option<T> {
    T::read(parse(&site::file(path).await?)?, &Place::default()).ok()
}
