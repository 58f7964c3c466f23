//! Files of the site that plans begin with: templates, samples, and the papers that plans rest on.

use crate::codec::{Field, Place, Value, parse};
use crate::domain::plan::law::LegalBases;
use crate::domain::plan::template::{PlanTemplate, template_of};
use crate::domain::plan::{Plan, PlanKind, Tier};
use crate::exchange::FORMAT;
use crate::platform::site;

/// The papers that plans rest on; `None`: they cannot be had.
pub async fn legal_bases() -> Option<LegalBases> {
    read("samples/templates/bases.json").await
}

/// The template for plans of a level and kind; `None`: there is none, or it cannot be had.
pub async fn plan_template(level: Tier, kind: PlanKind) -> Option<PlanTemplate> {
    read(&["samples/templates/", template_of(level, kind)?, ".json"].concat()).await
}

/// A sample plan, by its name in `public/samples/plans`.
pub async fn sample_plan(name: &str) -> Option<Plan> {
    read(&["samples/plans/", name, ".json"].concat()).await
}

/// Why a file gives no plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPlan {
    /// There is none in it.
    None,
    /// It was written by a newer version.
    Newer,
}

/// The first plan in a file that this app wrote, or a plan by itself.
pub fn plan_in_file(bytes: &[u8]) -> Result<Plan, NoPlan> {
    let value = parse(bytes).ok_or(NoPlan::None)?;
    if value.get("format").and_then(Value::as_u64).is_some_and(|format| format > u64::from(FORMAT)) {
        return Err(NoPlan::Newer);
    }
    let row = value.get("content").and_then(|content| content.get("plans")?.get(0)?.get("body")).cloned();
    Plan::read(row.unwrap_or(value), &Place::default()).map_err(|_| NoPlan::None)
}

async fn read<T: Field>(path: &str) -> Option<T> {
    T::read(parse(&site::file(path).await?)?, &Place::default()).ok()
}
