//! The model: criteria, worksheets, councils, dates, and the rules over them.
//!
//! Nothing here knows a browser, a clock, a language, storage or waiting. Time and chance come in as arguments.
//! Points and means are whole numbers and exact fractions.

pub mod calendar;
pub mod chair;
pub mod compare;
pub mod council;
pub mod criteria;
pub mod cycle;
pub mod date;
pub mod id;
pub mod latch;
pub mod lift;
pub mod merge;
pub mod moment;
pub mod money;
pub mod order;
pub mod plan;
pub mod points;
pub mod procedure;
pub mod regime;
pub mod registry;
pub mod session;
pub mod session_form;
pub mod tally;
pub mod units;
pub mod vietnamese;
pub mod worksheet;
