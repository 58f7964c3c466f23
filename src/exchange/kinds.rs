//! The kinds of records in a file: the list each stands in, the group it belongs to, what a group is known by.

use crate::codec::{Fault, Field, Map, Place, Value};
use crate::domain::criteria::OwnSet;
use crate::domain::cycle::{Certificate, Dossier, Idea, Office};
use crate::domain::date::Date;
use crate::domain::merge::SealedSheet;
use crate::domain::plan::follow::PlanNote;
use crate::domain::plan::{Period, Plan as OcopPlan};
use crate::domain::procedure::LogEntry;
use crate::domain::registry::{Attachment, Producer, Product};
use crate::domain::session::Session;
use crate::domain::worksheet::Worksheet;
use crate::schema::{Kind, PackedRow, migrate};

/// What a group of records is known by.
#[derive(Clone, Debug, PartialEq)]
pub enum Heading {
    /// A session with its sheets.
    Session {
        /// Its name.
        name: String,
        /// The council's name.
        council: String,
        /// The day of evaluation.
        date: Date,
    },
    /// A product with its dossiers and all that belongs to it.
    Product {
        /// Its name.
        name: String,
    },
    /// A producer.
    Producer {
        /// Its name.
        name: String,
    },
    /// The settings of an office.
    Office {
        /// Name of the unit.
        unit: String,
    },
    /// A version of a criteria set of an office's own.
    CriteriaSet {
        /// Its name.
        name: String,
    },
    /// A plan (kế hoạch).
    Plan {
        /// Its title.
        title: String,
        /// Its years.
        period: Period,
    },
}

/// Every kind with the list of `content` that holds it, in the order of the file's keys' kinds.
pub const LISTS: [(Kind, &str); 14] = [
    (Kind::Session, "sessions"),
    (Kind::Worksheet, "worksheets"),
    (Kind::Producer, "producers"),
    (Kind::Product, "products"),
    (Kind::Idea, "ideas"),
    (Kind::Dossier, "dossiers"),
    (Kind::Certificate, "certificates"),
    (Kind::Office, "office"),
    (Kind::Attachment, "attachments"),
    (Kind::CriteriaSet, "criteria_sets"),
    (Kind::Plan, "plans"),
    (Kind::LogEntry, "log"),
    (Kind::SealedSheet, "sealed_sheets"),
    (Kind::PlanNote, "plan_notes"),
];

/// Reads a body of this kind: the id of the head of its group, `None`: it is a head itself.
pub fn group_of(kind: Kind, body: Value, place: &Place) -> Result<Option<String>, Fault> {
    Ok(match kind {
        Kind::Session => Session::read(body, place).map(|_| None)?,
        Kind::Producer => Producer::read(body, place).map(|_| None)?,
        Kind::Product => Product::read(body, place).map(|_| None)?,
        Kind::Office => Office::read(body, place).map(|_| None)?,
        Kind::CriteriaSet => OwnSet::read(body, place).map(|_| None)?,
        Kind::Plan => OcopPlan::read(body, place).map(|_| None)?,
        Kind::Worksheet => Some(Worksheet::read(body, place)?.session.to_string()),
        Kind::LogEntry => Some(LogEntry::read(body, place)?.session.to_string()),
        Kind::SealedSheet => Some(SealedSheet::read(body, place)?.session.to_string()),
        Kind::Idea => Some(Idea::read(body, place)?.product.to_string()),
        Kind::Dossier => Some(Dossier::read(body, place)?.product.to_string()),
        Kind::Certificate => Some(Certificate::read(body, place)?.product.to_string()),
        Kind::Attachment => Some(Attachment::read(body, place)?.product.to_string()),
        Kind::PlanNote => Some(PlanNote::read(body, place)?.plan.to_string()),
    })
}

/// The schema of a body of this kind.
pub fn body_schema(kind: Kind, definitions: &mut Map<String, Value>) -> Value {
    match kind {
        Kind::Session => Session::schema(definitions),
        Kind::Worksheet => Worksheet::schema(definitions),
        Kind::Producer => Producer::schema(definitions),
        Kind::Product => Product::schema(definitions),
        Kind::Idea => Idea::schema(definitions),
        Kind::Dossier => Dossier::schema(definitions),
        Kind::Certificate => Certificate::schema(definitions),
        Kind::Office => Office::schema(definitions),
        Kind::Attachment => Attachment::schema(definitions),
        Kind::CriteriaSet => OwnSet::schema(definitions),
        Kind::Plan => OcopPlan::schema(definitions),
        Kind::LogEntry => LogEntry::schema(definitions),
        Kind::SealedSheet => SealedSheet::schema(definitions),
        Kind::PlanNote => PlanNote::schema(definitions),
    }
}

/// What the group with this row as its head is known by; `None`: the row is no head, or deleted.
pub fn heading(row: &PackedRow) -> Option<Heading> {
    Some(match row.kind {
        Kind::Session => {
            let Session { name, council, date, .. } = body(row)?;
            Heading::Session { name, council, date }
        }
        Kind::Product => Heading::Product { name: body::<Product>(row)?.name },
        Kind::Producer => Heading::Producer { name: body::<Producer>(row)?.name },
        Kind::Office => body::<Office>(row).map(|office| Heading::Office { unit: office.unit })?,
        Kind::CriteriaSet => body::<OwnSet>(row).map(|own| Heading::CriteriaSet { name: own.set.name })?,
        Kind::Plan => {
            let OcopPlan { title, period, .. } = body(row)?;
            Heading::Plan { title, period }
        }
        Kind::Worksheet | Kind::Idea | Kind::Dossier | Kind::Certificate | Kind::Attachment => return None,
        Kind::LogEntry | Kind::SealedSheet | Kind::PlanNote => return None,
    })
}

/// Whether the row is the head of its group.
pub fn is_head(row: &PackedRow) -> bool {
    row.id == row.scope
}

/// The record in a row, where it is not deleted and can be read.
pub fn body<T: Field>(row: &PackedRow) -> Option<T> {
    if row.deleted {
        return None;
    }
    T::read(migrate(row.row().ok()?).ok()?.body, &Place::default()).ok()
}
